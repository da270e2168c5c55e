"""Which of the bodies that a question names it is about: who must act, not who tells others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.cues import cues
from qa.named import NamedAgency
from qa.named_documents import NamedDocument

__all__ = ["asked_body", "asked_of", "choices", "issuing", "together"]

_GIVEN_TO = re.compile(
    r"(?:giao(?: rieng| nhiem vu| lai)?(?: cho)?|tra (?:lai|ve)|(?:cho|do) chinh|"
    r"yeu cau|de nghi|chuyen cho|doi hoi|phan cong|phan cap(?: cho)?|"
    r"uy quyen(?: cho)?|chi dao|theo do|goi ten|diem ten|thi|"
    r"must|should|does|is|are|do|shall|has|the|ask(?:ed)?|require[sd]?|requir|"
    r"(?:hand|assign|entrust|give)(?:ed|n)? (?:to|with)|in the hands of)\s+(?:cho\s+|"
    r"chinh\s+|the\s+|luc luong\s+)*$"
)
_ACTS = re.compile(
    r"\)?\s+(?:[\w/]+\s+){0,4}?(?:phai|can|se|duoc giao|co nhung|ganh|chiu|con no|lam gi|"
    r"lam nhung gi|must|should|expected|has to|do)(?!\w)"
)
_ISSUES = re.compile(
    r"\s+(?:yeu cau|giao(?! (?:thong|duc))|chuyen cho|chi dao|nhac lai|de nghi|phan cong|phan cap|"
    r"uy quyen|bat|muon|trong doi|doi hoi|ra lenh|chot|ket luan|dong y|nhat tri|lam viec voi|"
    r"chu tri (?:cuoc )?hop|goi ten|diem ten|"
    r"met|visited|chaired|hands?|gives?|entrusts?|asks?|tells?|expects?|orders?|assigns?|delegates?|requires?|"
    r"wants?)(?!\w)"
)
# "By when must the ministry tell …", "đề nghị UBND tỉnh chỉ đạo những việc gì": it tells others
# because it is told to.
_TOLD_TO = re.compile(
    r"(?:(?:must|should|shall|is|are|has|have)\s+(?:the\s+)?|"
    r"(?:de nghi|yeu cau|giao)\s+(?:cho\s+)?)$"
)
# "What is the ministry asking the provinces to do": others must.
_IS_ASKING = re.compile(
    r"\s+(?:asking|telling|ordering|requiring|instructing|directing|urging)(?!\w)"
)
# "X phải chỉ đạo Y làm gì": what X must do is asked.
_DIRECTED = re.compile(
    r"(?:phai|can|se|must|should)\s+(?:chi dao|huong dan|don doc|yeu cau|giao|instruct|direct|tell)"
    r"\s+(?:cho\s+|the\s+)?$"
)
# By whom something was given, under whom somebody stands: "được UBND tỉnh ủy quyền", "under the …".
_BY = re.compile(r"(?:duoc|boi|under|according to)\s+(?:the\s+)?$")
_DOCUMENT_OF = re.compile(
    r"(?:cong dien|cong van|chi thi|thong bao|ke hoach|quyet dinh|nghi quyet|thong tu|ket luan)"
    r"(?:\s+[\w/-]+){0,5}\s+cua\s+$"
)
_OWN_DOCUMENT = re.compile(
    r"(?:\s?['’]s?\s+(?:[\w/-]+\s+){0,2}|\s+)(?:circular|decision|directive|resolution|plan|decree|notice|"
    r"telegram|dispatch|letter|conclusion)(?!\w)"
)
# Through whom a body acts: "ngành nông nghiệp (qua Chi cục Thủy sản)".
_THROUGH = re.compile(r"\((?:thong )?qua[^()]*$")
# "khi làm việc với Sở Y tế": somebody else acts.
_MET = re.compile(r"(?:lam viec|lien he|tiep xuc|giao dich) voi\s+$")
_TELLS = -3.0  # a body that weighs so little only tells others, and nobody else is named
# Who receives what is due, or gave the order, is not who must act by then.
_RECEIVES = re.compile(
    r"(?:cho|len ban|len|sang|(?:toi|den|tan) tay|toi|den|ve|trinh|gui|nop|bao cao|bao|cua|voi|"
    r"to|for|with|before|tell|inform|notify)\s+(?:the\s+)?$"
)
_OF = re.compile(r"(?:cua|do|by|from|of)\s+(?:the\s+)?$")


_AND = re.compile(r"\s*(?:[,;&]|(?:[,;]\s*)?\b(?:va|cung|and)\b(?:\s+the\b)?)\s*")


def together(
    bare: str, agencies: Sequence[NamedAgency], asked: NamedAgency | None
) -> tuple[str, ...]:
    """The bodies that stand in a row with the one asked about, it among them, in their order."""
    if asked is None:
        return ()
    in_order = sorted(agencies, key=lambda agency: agency.start)
    row: list[NamedAgency] = []
    for agency in in_order:
        if row and not _AND.fullmatch(bare, row[-1].end, agency.start):
            if asked in row:
                break
            row = []
        row.append(agency)
    return tuple(dict.fromkeys(agency.name for agency in row))


_EITHER = re.compile(r"\s*,?\s*(?:hay(?: la)?|hoac|or)\s+(?:the\s+)?")


def choices(bare: str, agencies: Sequence[NamedAgency]) -> tuple[str, ...]:
    """The bodies between which the question leaves the choice."""
    in_order = sorted(agencies, key=lambda agency: agency.start)
    either = any(_EITHER.fullmatch(bare, one.end, other.start) for one, other in pairwise(in_order))
    return tuple(dict.fromkeys(agency.name for agency in in_order)) if either else ()


_LONGEST = 14  # words of a description
# What parts whom a question is about from what stands before: "theo chỉ thị 06 thì cấp xã phải …".
_PARTS = re.compile(r"[,;:–]|(?<!\w)(?:thì|khi|để|sau|về)(?!\w)")


def asked_body(
    bare: str, agencies: Sequence[NamedAgency], *, due: bool = False
) -> NamedAgency | None:
    """The body whose duties the question is about: the one told to act, not the one that tells, nor
    the one that receives what is `due`."""

    def weight(agency: NamedAgency) -> float:
        score = 0.0
        told = _TOLD_TO.search(bare[: agency.start]) is not None
        tells = _ISSUES.match(bare, agency.end) and not told  # "Bộ Xây dựng bắt phải …"
        if tells or _IS_ASKING.match(bare, agency.end):  # others must
            score -= 3
        else:
            score += 2 * (_GIVEN_TO.search(bare[: agency.start]) is not None)
            score += 2 * (_ACTS.match(bare, agency.end) is not None)
        if _DIRECTED.search(bare[: agency.start]) or _MET.search(bare[: agency.start]):
            score -= 4
        if _OF.search(bare[: agency.start]):
            score -= 1
        if _BY.search(bare[: agency.start]) or _THROUGH.search(bare[: agency.start]):
            score -= 8
        if _DOCUMENT_OF.search(bare[: agency.start]) or _OWN_DOCUMENT.match(bare, agency.end):
            score -= 6
        return score

    if due:
        agencies = [a for a in agencies if not _RECEIVES.search(bare[: a.start])]
    if not agencies:
        return None
    asked = max(agencies, key=lambda agency: (weight(agency), -agency.start))
    return asked if weight(asked) > _TELLS else None


def issuing(
    bare: str, documents: Sequence[NamedDocument], agencies: Sequence[NamedAgency]
) -> list[NamedAgency]:
    """The bodies named as those who issued a document ("Chỉ thị 06 của UBND tỉnh Quảng Trị")."""
    return [
        agency
        for agency in agencies
        for document in documents
        if re.fullmatch(
            r"\s+(?:cua|do|by|of|from)\s+(?:the\s+)?", bare[document.end : agency.start]
        )
        or re.fullmatch(r"['’]s\s+", bare[agency.end : document.start])
    ]


def asked_of(text: str) -> str:
    """The words of a question for whom it asks about: in front of "phải …", or behind "giao cho";
    all of it where neither stands there."""
    acts = cues("meant")["acts"].search(text)
    parts = _PARTS.split(text[: acts.start()]) if acts and acts.start() > 0 else []
    before = next((part.strip() for part in reversed(parts) if part.strip()), "")
    given = cues("meant")["given"].search(before or text)
    behind = re.split(r"[,?]", (before or text)[given.end() :])[0] if given else ""
    ends = cues("meant")["ends"].search(behind)
    named = (behind[: ends.start()] if ends else behind).strip() or before
    return named if 0 < len(named.split()) <= _LONGEST else text
