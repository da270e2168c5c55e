"""The web of references: both directions, what stays unresolved, and its pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Document, Reference, Relation, Role
from index.graph import Link, Node, Web, neighbourhood, whole_web
from index.rows import Head
from index.store import Store
from qa.view.graph import family, fitted, render_web, symbol
from qa.view.neighbours import render_neighbours
from qa.view.places import place, place_names
from tests.directives import HEADER, directive
from tests.hostile import BACKWARDS, LONG_NAME, MARKUP
from tests.test_store import put
from tests.test_view import Tags

LAW = ("72/2025/QH15", date(2025, 6, 16))


def document(
    number: str, *cited: tuple[str, date | None, Relation], issuer: str = "Bộ Y tế"
) -> Document:
    """A document of that number that mentions others, all in its one task."""
    header = replace(HEADER, number=number, issuer=issuer)
    made = directive(("Sở Y tế", "Báo cáo.", Role.LEAD), header=header, path=f"{number}.txt")
    references = tuple(
        Reference(
            words if "/" in words else f"{words} ngày 16/6/2025", words if "/" in words else None,
            "Luật", day, None, relation, 1, n, n + 1,
        )
        for n, (words, day, relation) in enumerate(cited)
    )  # fmt: skip
    return replace(made, references=references)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A cites B twice and the law; B cites the law; C cites A, itself, and what two documents fit."""
    made = Store(tmp_path, create=True)
    put(
        made,
        document("1/A", ("2/B", None, Relation.BASIS), ("2/B", None, Relation.FOLLOWS),
                 ("2/B", None, Relation.BASIS), (*LAW, Relation.BASIS)),
        document("2/B", (LAW[0], None, Relation.EXECUTES)),
        document("3/C", ("1/A", None, Relation.REPLACES), ("3/C", None, Relation.MENTIONS),
                 ("9/X", None, Relation.FOLLOWS)),
        document("9/X", issuer="Bộ Y tế"),
        document("9/X", issuer="Bộ Tài chính"),
        document("4/ALONE"),
    )  # fmt: skip
    return made


def head(store: Store, number: str) -> Head:
    from index.finding import heads

    return next(found for found in heads(store) if found.number == number)


def named(web: Web) -> set[tuple[str, str]]:
    """The links by the names of their ends."""
    names = {node.id: node.name for node in web.nodes}
    return {(names[link.source], names[link.target]) for link in web.links}


def test_a_neighbourhood_has_both_directions(store: Store) -> None:
    """What A cites and who cites A, each with its relations, most often first."""
    web = neighbourhood(store, head(store, "1/A"))
    assert named(web) == {("1/A", "2/B"), ("1/A", LAW[0]), ("3/C", "1/A")}
    names = {node.name: node for node in web.nodes}
    assert names["2/B"].head == head(store, "2/B")
    assert names[LAW[0]].head is None
    (link,) = (link for link in web.links if link.target == names["2/B"].id)
    assert link.relations == ((Relation.BASIS, 2), (Relation.FOLLOWS, 1))


def test_a_mention_that_fits_two_documents_links_to_neither(store: Store) -> None:
    """9/X stands in the picture as not known, and neither 9/X of the library is cited by C."""
    web = neighbourhood(store, head(store, "3/C"))
    (unknown,) = (node for node in web.nodes if node.name == "9/X")
    assert unknown.head is None
    for found in neighbourhood(store, head(store, "9/X")).links:
        pytest.fail(f"{found} is guessed")


def test_a_document_alone_is_a_node_without_links(store: Store) -> None:
    """It does not vanish, and its page says that it has no neighbours."""
    alone = head(store, "4/ALONE")
    web = neighbourhood(store, alone)
    assert [node.head for node in web.nodes] == [alone]
    assert web.links == ()
    assert "svg" not in Tags(render_neighbours(web, alone.id, "vi")).tags


def test_the_whole_web_holds_what_links_documents(store: Store) -> None:
    """Cited by one alone, a document outside links nothing; one named with and without its day is
    one; nothing links to itself."""
    web = whole_web(store, held=10, outside=10)
    assert named(web) == {("1/A", "2/B"), ("1/A", LAW[0]), ("2/B", LAW[0]), ("3/C", "1/A")}
    assert web.nodes[0].name == LAW[0]
    assert (web.nodes[0].cited_by, web.nodes[0].issued) == (2, LAW[1])
    assert web.left_out == 1  # 9/X


def test_the_whole_web_is_cut_where_it_would_be_a_tangle(store: Store) -> None:
    """Those cited and citing most stay; no link leads to what is left out, which is counted."""
    assert named(whole_web(store, held=10, outside=0)) == {("1/A", "2/B"), ("3/C", "1/A")}
    two = whole_web(store, held=2, outside=0)
    assert named(two) == {("1/A", "2/B")}
    assert two.left_out == 3


def test_one_number_of_two_days_is_two_documents(tmp_path: Path) -> None:
    """Each province has its 12/QĐ-UBND: only mentions that state the same day are one document."""
    store = Store(tmp_path, create=True)
    days = (date(2025, 1, 2), date(2025, 1, 2), date(2024, 5, 6), None)
    put(
        store,
        *(
            document(f"{n}/A", ("12/QĐ-UBND", day, Relation.BASIS))
            for n, day in enumerate(days, start=1)
        ),
    )
    web = whole_web(store, held=10, outside=10)
    assert [(n.name, n.issued, n.cited_by) for n in web.nodes if n.head is None] == [
        ("12/QĐ-UBND", days[0], 2)
    ]


def test_a_law_without_a_number_is_known_by_its_name_and_day(tmp_path: Path) -> None:
    """Its day is not part of its name."""
    store = Store(tmp_path, create=True)
    law = ("Luật Hải quan", date(2025, 6, 16), Relation.BASIS)
    put(store, document("1/A", law), document("2/B", law))
    (found,) = (node for node in whole_web(store, held=5, outside=5).nodes if node.head is None)
    assert (found.name, found.cited_by, found.issued) == ("Luật Hải quan", 2, law[1])


def test_a_law_is_one_document_by_number_and_by_name(tmp_path: Path) -> None:
    """Where others give its number; a law of another year is another."""

    def citing(number: str, text: str, law: str | None) -> Document:
        made = document(number)
        found = Reference(text, law, "Luật", None, None, Relation.FOLLOWS, 1, 0, 1)
        return replace(made, references=(found,))

    store = Store(tmp_path, create=True)
    put(
        store,
        citing("1/A", "Luật Đất đai số 31/2024/QH15", "31/2024/QH15"),
        citing("2/A", "Luật Đất đai năm 2024", None),
        citing("3/A", "Luật Đất đai", None),
        citing("4/A", "Luật Đất đai năm 2013", None),
        citing("5/A", "Luật Đất đai 2013", None),
    )
    web = whole_web(store, held=9, outside=9)
    assert {(node.name, node.cited_by) for node in web.nodes if node.head is None} == {
        ("31/2024/QH15", 3), ("Luật Đất đai năm 2013", 2),
    }  # fmt: skip


def test_pictures_are_the_same_every_time(store: Store) -> None:
    """The layout is seeded: the map does not look another way after each visit."""
    web = whole_web(store, held=10, outside=10)
    assert render_web(web, "vi") == render_web(web, "vi")


STAR = [(0, n) for n in range(1, 30)] + [(30, 31), (31, 32), (33, 34)]
TWINS = [(hub, n) for hub in (0, 1) for n in range(2, 60)] + [(60, 61), (61, 62), (63, 64)]


@pytest.mark.parametrize(
    ("links", "sizes", "width", "height"),
    [
        (STAR, [20.0 if n in {0, 31} else 5.0 for n in range(38)], 400, 240),
        (TWINS, [20.0 if n in {0, 1, 61} else 7.0 for n in range(68)], 600, 400),
    ],
    ids=["roomy", "crowded"],
)
def test_nodes_lie_within_the_picture_and_not_upon_each_other(
    links: list[tuple[int, int]], sizes: list[float], width: int, height: int
) -> None:
    """A star; two crowded hubs with leaves in common, a chain, a pair; and single nodes."""
    spots = place(sizes, links, width, height)
    assert len(spots) == len(sizes)
    for at, ((x, y), size) in enumerate(zip(spots, sizes, strict=True)):
        assert size <= x <= width - size
        assert size <= y <= height - size
        for (a, b), other in list(zip(spots, sizes, strict=True))[:at]:
            assert ((x - a) ** 2 + (y - b) ** 2) ** 0.5 >= (size + other) * 0.95


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_picture_of_next_to_nothing(count: int) -> None:
    """None, one, and two nodes have their places too."""
    assert len(place([5.0] * count, [], 100, 100)) == count


def test_names_do_not_lie_upon_each_other() -> None:
    """Of two nodes side by side one has its name below, the other above; the third waits."""
    spots = [(100.0, 100.0), (120.0, 100.0), (140.0, 100.0)]
    names = place_names([5, 5, 5], spots, [0, 1, 2])
    assert set(names) == {0, 1}
    assert names[0] * names[1] < 0


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("Luật", "law"), ("Nghị định", "decree"), ("QUYẾT ĐỊNH", "decision"), ("Công văn", "letter"),
     ("Công điện", "order"), ("Thông tư liên tịch", "circular"), ("Thông báo", "order"),
     (None, "other"), ("Hợp đồng", "other")],
)  # fmt: skip
def test_a_kind_has_its_shape(kind: str | None, expected: str) -> None:
    """Kinds that people confuse look different."""
    assert family(kind) == expected
    assert symbol(expected, 6).startswith(("<circle", "<polygon"))


def test_words_are_cut_to_the_room_they_have() -> None:
    """Capitals are wide: fewer of them fit."""
    assert fitted("ngắn", 100, 10) == "ngắn"
    small, large = fitted("a" * 99, 100, 10), fitted("A" * 99, 100, 10)
    assert len(large) < len(small) < 20
    assert small.endswith("…")


def hostile_web() -> tuple[Web, str]:
    """A document among others whose fields are markup, marks of direction and 300 letters."""
    names = (MARKUP, BACKWARDS, LONG_NAME + "x" * 300)
    heads = [Head(n, f'x"><b>{n}', s, s, s, s, None, s) for n, s in enumerate(names)]
    nodes = [Node(h.id, h, h.kind, h.number, None, h.issuer, 2) for h in heads]
    nodes += [Node(f"?{n}", None, s, s, None, s, 3) for n, s in enumerate(names)]
    ends = [(nodes[0].id, node.id) for node in nodes[1:]] + [(nodes[1].id, nodes[0].id)]
    links = tuple(Link(a, b, ((Relation.BASIS, 1),)) for a, b in ends)
    return Web(tuple(nodes), links), nodes[0].id


def test_hostile_names_stay_text_in_pictures() -> None:
    """No tag of theirs, no mark of direction; long names are cut; the SVG is well-formed."""
    web, middle = hostile_web()
    for page in (render_web(web, "vi"), render_neighbours(web, middle, "vi")):
        found = Tags(page)
        assert not {"img", "script", "b", "onerror", "src"} & set(found.tags)
        assert "\u202e" not in page
        pictures = re.findall(r"<svg.*?</svg>", page)
        assert pictures
        for picture in pictures:
            for label in ET.fromstring(picture).iter("text"):
                assert len(label.text or "") <= 60


def test_only_documents_of_the_library_are_links(store: Store) -> None:
    """In both pictures and both lists; each has a name for those who do not see it."""
    web = whole_web(store, held=10, outside=10)
    around = neighbourhood(store, head(store, "1/A"))
    ids = {node.id for node in web.nodes if node.head}
    for page in (render_web(web, "vi"), render_neighbours(around, head(store, "1/A").id, "vi")):
        links = re.findall(r'<a [^>]*data-event="show" data-document="([^"]+)"', page)
        assert links
        assert set(links) <= ids
        for tag in re.findall(r"<(?:a|g) [^>]*class=\"cd-node[^>]*transform[^>]*>", page):
            assert "aria-label=" in tag


def test_the_relation_stands_on_the_line_and_in_the_list(store: Store) -> None:
    """In the wide picture, in the narrow one, and in the list: both relations of A to B."""
    around = neighbourhood(store, head(store, "1/A"))
    page = render_neighbours(around, head(store, "1/A").id, "vi")
    assert page.count(">căn cứ, theo</text>") == 2
    assert ">căn cứ, theo</span>" in page
    assert ">thay thế</text>" in page


def test_many_neighbours_leave_the_picture_readable(tmp_path: Path) -> None:
    """Six a side are drawn, those of the library first; the list has all."""
    store = Store(tmp_path, create=True)
    cited = [(f"{n}/Z", None, Relation.FOLLOWS) for n in range(10, 40)]
    put(store, document("1/A", *cited), document("39/Z"))
    one = head(store, "1/A")
    page = render_neighbours(neighbourhood(store, one), one.id, "vi")
    wide = re.search(r"<svg[^>]*cd-wide.*?</svg>", page)
    assert wide[0].count('role="img"') + wide[0].count("<a ") == 7
    assert wide[0].index("39/Z") < wide[0].index("10/Z")
    assert "24 văn bản khác" in wide[0]
    assert page.count("<li>") == 30
