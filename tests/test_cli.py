"""The command line: JSON and nothing else, exit codes, and one clear line for every mistake."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import cli
from corpus.document import Role
from index.store import Store
from tests.conftest import ROOT
from tests.directives import BagEncoder

MENTIONED = {"id", "number", "kind", "title", "issuer", "issued", "path"}


@pytest.fixture(autouse=True)
def _small_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.library.load_encoder", lambda _name: BagEncoder())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A library of the samples."""
    folder = tmp_path_factory.mktemp("cli") / "library"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.library.load_encoder", lambda _name: BagEncoder())
        assert cli.run(["index", str(samples), "--library", str(folder)]) == 0
    return folder


def directives_in(folder: Path) -> list[Path]:
    """The samples, without the page that says what they are."""
    return sorted(path for path in folder.iterdir() if path.name[0].isdigit())


@pytest.fixture
def chidao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, built: Path):
    """Run a command on the library of samples: (exit code, stdout, stderr)."""
    monkeypatch.setenv("CHIDAO_LIBRARY", str(built))

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def as_json(chidao):
    """Run a command with --json: the one object on stdout."""

    def run(*arguments: str | Path) -> dict:
        code, out, _ = chidao(*arguments, "--json")
        assert code == 0
        return json.loads(out)

    return run


def test_index_reports_what_it_did(as_json, samples: Path, tmp_path: Path) -> None:
    """The first run adds, the second finds nothing to do."""
    first = as_json("index", samples, "--library", tmp_path)
    count = len(directives_in(samples))
    assert set(first) == {
        "documents",
        "clauses",
        "added",
        "updated",
        "unchanged",
        "removed",
        "problems",
        "seconds",
    }
    assert (first["documents"], first["added"]) == (count, count)
    assert first["clauses"] > 10 * count
    for problem in first["problems"]:
        assert set(problem) == {"path", "page", "line", "severity", "message"}
        assert problem["severity"] in ("warning", "note")
    second = as_json("index", samples, "--library", tmp_path)
    assert (second["added"], second["updated"], second["unchanged"]) == (0, 0, count)


def test_the_samples_come_and_go_as_asked(as_json, tmp_path: Path) -> None:
    """They are added from wherever chidao is installed, and make room for real documents."""
    mine = tmp_path / "mine.txt"
    mine.write_text("CÔNG VĂN\nSố: 77/UBND\n1. Sở Y tế báo cáo tình hình dịch bệnh.\n", "utf-8")
    assert as_json("index", "--samples", "--library", tmp_path / "l")["documents"] > 1
    report = as_json("index", "--no-samples", mine, "--library", tmp_path / "l")
    assert (report["documents"], report["added"]) == (1, 1)
    assert report["removed"] > 1


def test_index_goes_on_past_bad_files_and_says_so(chidao, tmp_path: Path, samples: Path) -> None:
    """Exit code 1, every bad file listed, the good ones in."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "empty.txt").write_bytes(b"")
    (docs / "binary.docx").write_bytes(os.urandom(5000))
    good = next(samples.glob("04-*"))
    (docs / good.name).write_bytes(good.read_bytes())
    code, out, err = chidao("index", docs, "--library", tmp_path / "l", "--json")
    report = json.loads(out)
    assert code == 1
    assert report["documents"] == 1
    failed = {Path(p["path"]).name for p in report["problems"] if p["severity"] == "error"}
    assert failed == {"empty.txt", "binary.docx"}
    code, out, err = chidao("index", docs, "--library", tmp_path / "l")
    assert code == 1
    assert "empty.txt" in err
    assert "1 văn bản" in out


def test_show_gives_every_clause_with_its_place(as_json, samples: Path) -> None:
    """Offsets hold, parents exist, and nothing missing is an empty text."""
    for path in directives_in(samples):
        document = as_json("show", path.name)
        assert document["path"].endswith(path.name)
        ids = {clause["id"] for clause in document["clauses"]}
        for clause in document["clauses"]:
            assert document["text"][clause["start"] : clause["end"]] == clause["text"]
            assert clause["parent"] is None or clause["parent"] in ids
            assert clause["id"].startswith(f"{document['id']}#")
            assert {a["role"] for a in clause["agencies"]} <= {*map(str, Role), None}
        assert "" not in _leaves(document)


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in _leaves(part)]
    if isinstance(value, list):
        return [leaf for part in value for leaf in _leaves(part)]
    return [value]


def test_show_prints_by_whose_authority_it_is_signed(chidao, as_json, samples: Path) -> None:
    """Who signs for another: KT., TL. or TM. on the line with the signer's name, as on paper."""
    for path in directives_in(samples):
        signer = as_json("show", path.name)["signer"]
        _, out, _ = chidao("show", path.name)
        named = [line for line in out.splitlines() if signer and str(signer["name"]) in line]
        if named and "KT. CHỦ TỊCH" in named[0]:
            return
    pytest.fail("no sample is shown as signed for its head")


def test_show_finds_a_document_by_id_number_and_name(as_json, samples: Path) -> None:
    """All lead to the same one."""
    document = as_json("show", next(samples.glob("04-*")).stem)
    assert as_json("show", document["id"]) == document
    assert as_json("show", document["number"]) == document


def test_tasks_are_one_entry_for_each_agency_and_leaf(as_json) -> None:
    """Each quotes its document's text exactly."""
    tasks = as_json("tasks")["tasks"]
    assert len(tasks) > 40
    texts = {task["document"]["id"]: None for task in tasks}
    for identity in texts:
        texts[identity] = as_json("show", identity)["text"]
    for task in tasks:
        assert set(task) == {
            "document",
            "clause",
            "locator",
            "quote",
            "start",
            "end",
            "role",
            "agency",
            "named_as",
            "with",
            "deadline",
        }
        assert set(task["document"]) == MENTIONED
        assert texts[task["document"]["id"]][task["start"] : task["end"]] == task["quote"]
    assert len({(task["clause"], task["agency"], task["role"]) for task in tasks}) == len(tasks)


def test_tasks_of_one_agency(as_json) -> None:
    """Its own tasks and those it is reached by, by whatever name it is asked."""
    found = as_json("tasks", "--agency", "so y te")
    assert found["agency"] == "Sở Y tế"
    assert {task["agency"] for task in found["tasks"] if task["role"] != "general"} == {"Sở Y tế"}
    assert found == as_json("tasks", "--agency", "SYT")
    lead = as_json("tasks", "--agency", "SYT", "--role", "lead")["tasks"]
    assert lead == [task for task in found["tasks"] if task["role"] == "lead"]


def test_tasks_by_due_day(as_json) -> None:
    """A range of due days keeps what is due in it, and nothing without a day."""
    tasks = as_json("tasks", "--due-from", "2020-01-01", "--due-to", "31/12/2030", "--by-due")[
        "tasks"
    ]
    days = [task["deadline"]["date"] for task in tasks if task["deadline"]["date"]]
    assert days
    assert days == sorted(days)
    assert as_json("tasks", "--overdue", "2000-01-01")["tasks"] == []


def test_tasks_told_twice(chidao, as_json) -> None:
    """Each pair is one body's, in two documents, and no file is written of it."""
    found = as_json("tasks", "--agency", "SYT", "--repeats")
    assert found["agency"] == "Sở Y tế"
    assert found["repeats"]
    for pair in found["repeats"]:
        assert pair["earlier"]["agency"] == pair["later"]["agency"] == "Sở Y tế"
        assert pair["earlier"]["document"]["id"] != pair["later"]["document"]["id"]
    code, out, _ = chidao("tasks", "--agency", "SYT", "--repeats")
    assert code == 0
    assert f"{len(found['repeats'])} việc được giao lại" in out
    code, _, err = chidao("tasks", "--repeats", "--csv", "t.csv")
    assert code == 2
    assert "--repeats" in err


def test_tasks_export(chidao, tmp_path: Path) -> None:
    """Each file is written and named; what cannot be written is a clear error."""
    files = {form: tmp_path / f"t.{form}" for form in ("xlsx", "csv", "docx", "ics")}
    code, out, err = chidao(
        "tasks", *(part for form, path in files.items() for part in (f"--{form}", path))
    )
    assert (code, out) == (0, "")
    for path in files.values():
        assert path.stat().st_size > 500
        assert str(path) in err
    code, _, err = chidao("tasks", "--csv", tmp_path / "none" / "t.csv")
    assert code == 2
    assert "none" in err


def test_search_gives_hits_best_first(as_json) -> None:
    """Each with an exact quote and a score."""
    found = as_json("search", "Sở Y tế xét nghiệm", "--limit", "5")
    assert len(found["hits"]) == 5
    assert found["elapsed_ms"] > 0
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)
    for hit in found["hits"]:
        assert set(hit) == {"document", "clause", "locator", "quote", "start", "end", "score"}
        text = as_json("show", hit["document"]["id"])["text"]
        assert text[hit["start"] : hit["end"]] == hit["quote"]


def test_a_number_finds_the_document_that_bears_it_first(as_json) -> None:
    """Before those that mention it; within the filters."""
    found = as_json("search", "công văn 187/kh-ubnd", "--limit", "3")["hits"]
    assert found[0]["document"]["number"] == "187/KH-UBND"
    assert "187/KH-UBND" in found[0]["quote"]
    assert len(found) == 3
    within = as_json("search", "187/KH-UBND", "--document", "14/CT-UBND")["hits"]
    assert {hit["document"]["number"] for hit in within} == {"14/CT-UBND"}


def test_an_answer_cites_exactly(as_json) -> None:
    """Every citation quotes its document's text; a task has its role and deadline."""
    answer = as_json("ask", "Sở Y tế phải làm gì?")
    assert set(answer) >= {
        "question",
        "language",
        "intent",
        "agency",
        "abstained",
        "answer",
        "citations",
        "elapsed_ms",
    }
    assert (answer["agency"], answer["abstained"], answer["language"]) == ("Sở Y tế", False, "vi")
    assert [citation["n"] for citation in answer["citations"]] == list(
        range(1, len(answer["citations"]) + 1)
    )
    assert len(answer["citations"]) > 5
    for citation in answer["citations"]:
        assert set(citation) >= {
            "n",
            "document",
            "clause",
            "locator",
            "quote",
            "start",
            "end",
            "role",
            "deadline",
            "score",
        }
        text = as_json("show", citation["document"]["id"])["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert citation["role"] in {"lead", "joint", "support", "general"}


def test_what_the_library_does_not_say_is_not_answered(as_json) -> None:
    """No citations, and the nearest clauses apart from the answer."""
    answer = as_json("ask", "Giá vàng SJC tại Luân Đôn hôm nay là bao nhiêu?")
    assert answer["abstained"]
    assert answer["citations"] == []
    assert {"quote", "document", "locator"} <= set(answer["nearest"][0])


def test_search_keeps_to_its_filters(as_json) -> None:
    """Only clauses that fit are ranked."""
    kinds = {
        hit["document"]["kind"]
        for hit in as_json("search", "phòng dịch", "--kind", "chỉ thị")["hits"]
    }
    assert kinds == {"Chỉ thị"}
    document = as_json("search", "dịch", "--limit", "1")["hits"][0]["document"]["id"]
    hits = as_json("search", "dịch", "--document", document, "--limit", "50")["hits"]
    assert {hit["document"]["id"] for hit in hits} == {document}


EMPTY = {
    "days": (["--from", "2031-01-01"], "qua: ban hành từ 01/01/2031."),
    "a body that is told nothing": (["--agency", "Bộ Quốc phòng"], "qua: cơ quan “Bộ Quốc phòng”."),
    "two that meet nowhere": (
        ["--kind", "Chỉ thị", "--document", "05/CĐ-UBND"],
        "cùng lúc các điều kiện: văn bản",
    ),
}


@pytest.mark.parametrize(("filters", "said"), EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize(
    "command", [["search", "phòng dịch"], ["ask", "Ai phòng dịch?"], ["tasks"]]
)
def test_filters_that_let_nothing_through_are_named(
    chidao, command: list[str], filters: list[str], said: str
) -> None:
    """One sentence on stderr says which; stdout stays one JSON object without results."""
    code, out, err = chidao(*command, *filters, "--json")
    assert code == 0
    found = json.loads(out)
    assert not any(found.get(name) for name in ("hits", "tasks", "citations"))
    assert said in err
    assert len(err.splitlines()) == 1
    if command != ["ask"]:
        assert chidao(*command, *filters)[0] == 0


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (["--words", "zzz"], "từ “zzz”"),
        (["--role", "general", "--due-from", "2031-01-01"], "hạn từ 01/01/2031"),
        (["--agency", "SYT", "--kind", "Chỉ thị", "--words", "nguồn nước"], "cùng lúc"),
    ],
)
def test_tasks_that_are_none_say_by_what(chidao, filters: list[str], said: str) -> None:
    """The filters of tasks alone are named as well."""
    code, out, err = chidao("tasks", *filters)
    assert (code, said in err) == (0, True), err
    assert "Không có nhiệm vụ nào" in out


def test_filters_that_let_something_through_are_not_spoken_of(chidao) -> None:
    """Results need no explanation."""
    assert chidao("search", "dịch", "--kind", "chi thi", "--json")[2] == ""
    assert chidao("tasks", "--agency", "SYT", "--json")[2] == ""


@pytest.mark.parametrize("command", [["ask", "Ai?"], ["search", "dịch"], ["tasks"], ["show", "1"]])
def test_an_empty_library_says_so(chidao, tmp_path: Path, command: list[str]) -> None:
    """What an index run killed at its start leaves behind does not answer with nothing."""
    Store(tmp_path, create=True).close()
    for extra in ([], ["--json"]):
        code, out, err = chidao(*command, *extra, "--library", tmp_path)
        assert (code, out) == (2, "")
        assert "chưa có văn bản nào" in err
        assert "chidao index" in err


def test_a_run_cut_short_is_told_until_one_is_whole(
    chidao, tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A register that may lack documents is not shown as complete."""
    docs = sorted(samples.glob("0*"))[:2]

    def fail(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("index.library.embed_missing", fail)
        assert chidao("index", *docs, "--library", tmp_path)[0] == 130
    code, out, err = chidao("tasks", "--json", "--library", tmp_path)
    assert (code, bool(json.loads(out)["tasks"])) == (0, True)
    assert "chưa xong" in err
    assert chidao("index", *docs, "--library", tmp_path)[0] == 0
    assert chidao("tasks", "--library", tmp_path)[2] == ""


def test_a_batch_answers_line_by_line(chidao, tmp_path: Path) -> None:
    """Every line gets its object; a bad one says so and the exit code tells."""
    batch = tmp_path / "q.jsonl"
    batch.write_text(
        '{"qid": "1", "question": "khẩu trang"}\n\n{"qid": "2"}\nnonsense\n{"qid": 3, "question": " "}\n',
        "utf-8",
    )
    code, out, err = chidao("search", "--batch", batch, "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [answer["qid"] for answer in answers] == ["1", "2", None, 3]
    assert [("error" in answer) for answer in answers] == [False, True, True, True]
    assert len(err.splitlines()) == 3


def test_a_file_without_questions_says_so(chidao, tmp_path: Path) -> None:
    """Nothing on stdout, no mistake, and a word on stderr."""
    batch = tmp_path / "q.jsonl"
    batch.write_text("\n", "utf-8")
    assert chidao("ask", "--batch", batch) == (0, "", f"{batch}: không có câu hỏi nào.\n")


_ENGLISH = re.compile(
    r"\b(?:[Uu]sage|OPTIONS|COMMAND|Options|Commands|[Ss]how this|[Tt]ry|No such|[Mm]issing|[Ee]rror|"
    r"[Ii]nvalid|default|range|argument|option)\b"
)
MISTAKES = {
    "no command of that name": (["frobnicate"], "frobnicate"),
    "no such option": (["tasks", "--roel", "lead"], "--roel"),
    "no such role": (["tasks", "--role", "chief"], "--role"),
    "no such day": (["tasks", "--from", "2025-13-01"], "2025-13-01"),
    "nothing to index": (["index"], "chidao index"),
    "no such path": (["index", "/no/such/path"], "/no/such/path"),
    "unknown agency": (["tasks", "--agency", "Sở Phép thuật"], "Sở Phép thuật"),
    "unknown document": (["show", "999/XX"], "999/XX"),
    "nothing shown": (["show"], "DOC"),
    "empty query": (["search", " "], "chidao search"),
    "a question and a file": (["ask", "ai?", "--batch", "q.jsonl"], "không cho cả hai"),
    "a search and a file": (["search", "ai", "--batch", "q.jsonl"], "không cho cả hai"),
    "accounts that are not there": (["serve", "--auth", "/no/file"], "không có tệp"),
    "an empty agency": (["tasks", "--agency", ""], "cơ quan"),
    "an empty document": (["search", "a", "--document", ""], "văn bản"),
    "a name too long": (["index", "x" * 300], "xxx"),
    "no letters": (["ask", "S\udcff y tế"], "UTF-8"),
    "too many hits": (["search", "khẩu trang", "--limit", "9" * 30], "--limit"),
    "too many days": (["tasks", "--within", "9999999"], "--within"),
    "no batch file": (["search", "--batch", "/no/file"], "/no/file"),
    "an unknown kind": (["search", "a", "--kind", "chỉ thi1"], "Gần nhất: “Chỉ thị”"),
    "a kind like no other": (["tasks", "--kind", "xyzq"], "Thư viện có: “"),
    "an unknown issuer": (
        ["ask", "a", "--issuer", "UBND Sơn Hải"],
        "“Ủy ban nhân dân tỉnh Sơn Hải”",
    ),
    "dates the wrong way round": (
        ["search", "a", "--from", "2025-02-01", "--to", "2025-01-31"],
        "từ 01/02/2025 đến 31/01/2025",
    ),
    "due days the wrong way round": (
        ["tasks", "--due-from", "2025-02-01", "--due-to", "2025-01-31"],
        "từ 01/02/2025 đến 31/01/2025",
    ),
    "an option without its value": (["tasks", "--agency"], "--agency cần có giá trị"),
    "a value for a switch": (["index", "--rebuild=3"], "--rebuild không nhận giá trị"),
    "words too many": (["ask", "Sở", "Y", "tế"], "Thừa: Y tế"),
    "a number that is none": (["search", "--limit", "x", "a"], "số nguyên từ 1 đến"),
    "a role that is none": (["tasks", "--role", "chief"], "lead, joint, support, general"),
    "a folder as a file": (["tasks", "--csv", "/"], "thư mục"),
    "a port that is none": (["serve", "--port", "70000"], "từ 0 đến 65535"),
    "no library": (["tasks", "--library", "/no/library"], "chidao index"),
}


@pytest.mark.parametrize(("arguments", "named"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_in_a_line_or_two(chidao, arguments: list[str], named: str) -> None:
    """Exit code 2, nothing on stdout, what was wrong on stderr."""
    code, out, err = chidao(*arguments)
    assert (code, out) == (2, "")
    assert named in err
    assert not _ENGLISH.search(err)
    assert 1 <= len(err.splitlines()) <= 2


def test_the_first_day_of_the_calendar_is_a_day(as_json) -> None:
    """Nothing was due before it."""
    assert as_json("tasks", "--overdue", "0001-01-01")["tasks"] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output_is_told_in_a_line(built: Path) -> None:
    """No traceback; the exit code says that something failed."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cli", "tasks", "--json", "--library", str(built)],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_library_is_told_and_left_alone(chidao, tmp_path: Path) -> None:
    """Neither reading nor indexing overwrites what may be somebody's data."""
    (tmp_path / "library.sqlite").write_bytes(b"not a database at all" * 100)
    for arguments in (["tasks"], ["index", ROOT / "corpus" / "samples"]):
        code, out, err = chidao(*arguments, "--library", tmp_path)
        assert (code, out) == (2, "")
        assert "library.sqlite" in err
    assert (tmp_path / "library.sqlite").read_bytes().startswith(b"not a database")


def test_every_command_explains_itself(chidao) -> None:
    """Help is there for each command and each of its options."""
    _, out, _ = chidao("--help")
    for name, command in cli.chidao.commands.items():
        assert name in out
        assert command.help
        options = [part for part in command.params if isinstance(part, click.Option)]
        assert all(option.help for option in options)
        code, shown, _ = chidao(name, "--help")
        assert code == 0
        assert shown.startswith(f"Cách dùng: chidao {name} [TÙY CHỌN]")
        assert not _ENGLISH.search(shown), shown
    assert not _ENGLISH.search(out)


def test_help_is_english_for_whoever_asks_so() -> None:
    """$CHIDAO_LANG holds for the words of the command line too."""
    script = "import cli; cli.run(['search', '--help'])"
    shown = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
        encoding="utf-8", env={**os.environ, "CHIDAO_LANG": "en", "PYTHONIOENCODING": "utf-8"},
    ).stdout  # fmt: skip
    assert "Usage: chidao search [OPTIONS]" in shown
    assert "[default: 10" in shown


def _fresh(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )  # fmt: skip


def test_help_loads_nothing_it_does_not_need() -> None:
    """Help answers in any locale, and no engine, model or table library is imported for it."""
    result = _fresh("--help")
    assert result.returncode == 0
    assert "Tra cứu" in result.stdout
    script = (
        "import sys, cli; cli.run(['--help']);"
        "heavy = {'numpy', 'faiss', 'tantivy', 'sqlite3', 'rich', 'gradio', 'torch'};"
        "sys.exit(f'loaded: {heavy & set(sys.modules)}' if heavy & set(sys.modules) else 0)"
    )
    imported = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert imported.returncode == 0, imported.stderr


def test_tasks_never_load_a_model(built: Path) -> None:
    """Neither torch nor gradio nor a model is imported to list tasks."""
    script = (
        "import sys, cli; code = cli.run(['tasks', '--json', '--library', sys.argv[1]]);"
        "heavy = {'torch', 'sentence_transformers', 'gradio', 'transformers'} & set(sys.modules);"
        "sys.exit(code or (3 if heavy else 0))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(built)], cwd=ROOT, capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr
