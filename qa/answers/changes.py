"""Which document replaces, repeals or amends another, where the question names one of the two.

Asked so, nothing else answers: a document that is merely cited is not replaced. Told it is by the
document itself ("Quyết định này thay thế …"), or by one that speaks of both ("Thông tư A sửa đổi,
bổ sung Thông tư B").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from corpus.document import Relation
from corpus.text import fold
from index.library import Library
from index.references import Cited, cited_in, citing
from index.rows import number_key
from qa.named_documents import NamedDocument

__all__ = ["Change", "asked_change", "changes"]

_ENDS = frozenset({Relation.REPEALS, Relation.REPLACES})
_AMENDS = frozenset({Relation.AMENDS, Relation.SUPPLEMENTS})
_VERBS = (
    (
        _ENDS,
        r"thay the|thay cho|the cho|thay(?= x)|(?:bai|huy|xoa) bo|(?:replac|repeal|abolish)\w*",
    ),
    (_AMENDS, r"sua doi(?:,? bo sung)?|bo sung|amend\w*|modif\w+"),
)
_VERB = "|".join(words for _, words in _VERBS)
_KINDS = (
    r"cong dien|cong van|chi thi|thong bao|ke hoach|quyet dinh|nghi quyet|nghi dinh|thong tu|luat|"
    r"van ban|decisions?|decrees?|circulars?|directives?|resolutions?|laws?|documents?"
)
_WHICH = (
    rf"(?:(?:nhung|cac|mot so) )?(?:{_KINDS})(?: (?!nao)\w+){{0,6}}? nao|"
    rf"which (?:\w+ ){{0,3}}?(?:{_KINDS})|what"
)
_AUXILIARIES = r"(?:(?:da|se|vua|dang|hien|co|does|do|did|has|have|been|was|were|is|are) )*"
_DOES = rf"{_AUXILIARIES}(?:(?:{_VERB}),? (?:va |and )?)+"
_X = r"x(?: cua [^?,]{1,40})?"
# The document is called x here: it changes others where it stands before the verb, or is changed.
_BY_IT = re.compile(
    rf"{_X} {_DOES}(?:{_WHICH})|(?:{_WHICH}) (?:da )?(?:bi|duoc) x (?:{_VERB})|"
    rf"(?:{_WHICH}) (?:do|does|did|has|have)? ?x {_DOES}"
)
_TO_IT = re.compile(
    rf"(?:{_WHICH}|ai) {_DOES}(?:mot (?:so dieu|phan)(?: cua)? )?(?:the )?x|"
    rf"{_X} {_AUXILIARIES}(?:(?:bi|duoc) )?(?:(?:{_WHICH}) )?(?:{_VERB})"
    rf"(?: (?:boi|bang|by|o|tai) (?:{_WHICH})| chua| khong|$)|"
    rf"{_X} (?:bi|duoc) (?:{_WHICH}) (?:{_VERB})"
)
_OF_BOTH = re.compile(rf"{_X} {_DOES}(?:cho )?y$")
_IN_FORCE = re.compile(
    rf"{_X},? (?:hien |da )?(?:con|het) (?:hieu luc|gia tri)(?! (?:khi|tu|vao|ngay))|"
    r"is x still (?:in force|valid|effective)"
)
_SAID = {
    "bãi bỏ": Relation.REPEALS, "hủy bỏ": Relation.REPEALS, "thay thế": Relation.REPLACES,
    "sửa đổi": Relation.AMENDS, "bổ sung": Relation.SUPPLEMENTS,
}  # fmt: skip
_SAYS = re.compile(rf"(?<!\w)(?P<how>{'|'.join(_SAID)})(?!\w)[^.;]*$")
_SUFFERS = re.compile(
    rf"(?:được|bị) (?:(?!\d)[^.;]){{0,30}}?(?P<how>{'|'.join(_SAID)})(?!\w)[^.;]*"
    r"(?:bởi|tại|theo|bằng)(?!\w)[^.;]*$"
)
_LISTED = re.compile(r"(?:(?!\bđược\b|\bbị\b)[^.;:]){0,120}?(?:,| và|;)\s+(?:các |những )?")


@dataclass(frozen=True, slots=True)
class Change:
    """What is asked: which relations, whether of what the document does to others (`by_it`) or of
    what is done to it, and of which other one, if it is named ("A có thay thế B không?")."""

    document: NamedDocument
    relations: frozenset[Relation]
    by_it: bool
    other: NamedDocument | None = None


def asked_change(bare: str, documents: Sequence[NamedDocument]) -> Change | None:
    """The change that a question without diacritics asks about, if it asks about one."""
    for document in documents:
        asked = f"{bare[: document.start]}x{bare[document.end :]}".strip(" ?.!")
        relations = frozenset().union(
            *(of for of, words in _VERBS if re.search(rf"(?<!\w)(?:{words})", asked))
        )
        if len(documents) == 2 and document is documents[0]:
            both = f"{asked[: documents[1].start - document.end + 1 + document.start]}y"
            if relations and _OF_BOTH.search(both):
                return Change(document, relations, by_it=True, other=documents[1])
        if relations and _BY_IT.search(asked):
            return Change(document, relations, by_it=True)
        if relations and _TO_IT.search(asked):
            return Change(document, relations, by_it=False)
        if _IN_FORCE.search(asked):
            return Change(document, relations | _ENDS, by_it=False)
    return None


def changes(library: Library, asked: Change) -> list[Cited]:
    """The mentions that tell of such a change: of the document itself where the one that speaks is
    the other, else of the other one."""
    document, store = asked.document, library.store
    mentions = citing(store, document.number, document.kind)
    own = [c for head in document.heads for c in cited_in(store, head.row)]
    found = [
        c for c in (own if asked.by_it else mentions) if c.reference.relation in asked.relations
    ]
    for (head, clause), _ in groupby(mentions, key=lambda c: (c.head, c.clause)):
        inside = [c for c in cited_in(store, head.row) if c.clause == clause]
        for subject, relation, changed in _told(inside):
            one, other = (subject, changed) if asked.by_it else (changed, subject)
            if relation in asked.relations and _is(one, mentions) and not _is(other, mentions):
                found.append(replace(other, reference=replace(other.reference, relation=relation)))
    if asked.other is not None:
        number = number_key(asked.other.number)
        found = [c for c in found if number_key(c.reference.number or "").startswith(number)]
    return list(dict.fromkeys(found))


def _is(cited: Cited, mentions: Sequence[Cited]) -> bool:
    number = number_key(cited.reference.number or "")
    return any(number == number_key(one.reference.number or "") for one in mentions)


def _told(inside: Sequence[Cited]) -> Iterator[tuple[Cited, Relation, Cited]]:
    """What a clause says that one document it cites does to another: the one that acts, how, the
    one that is changed."""
    acts: tuple[Cited, Relation] | None = None  # whoever acts on the citations of a list
    suffers: tuple[Cited, Relation] | None = None
    for before, after in pairwise(inside):
        start = before.clause.start
        between = fold(
            before.clause.text[before.reference.end - start : after.reference.start - start]
        )
        if passive := _SUFFERS.search(between):
            acts, suffers = None, (before, _SAID[passive["how"]])
        elif active := _SAYS.search(between):
            acts, suffers = (before, _SAID[active["how"]]), None
        elif not _LISTED.fullmatch(between):
            acts = suffers = None
        if acts:
            yield *acts, after
        if suffers:
            yield after, suffers[1], suffers[0]
