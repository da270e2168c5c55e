"""When nothing can answer, though something near is found.

A document that is not here, or that is of another province; what a document tells a body that it
does not name; a word that no task speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.errors import UsageError
from corpus.text import plain
from index.families import family_named
from index.filters import Filters
from index.library import Library
from index.references import citing
from index.rows import Head, agency_key
from qa.answers.besides import Look
from qa.answers.metadata import asks_for_signer, is_of_kind, kind_meant, rank_documents
from qa.answers.tasks import (
    FULL_NUMBER,
    asks_for_all,
    document_meant,
    dossier_of,
    is_unsaid,
    of_documents,
)
from qa.citation import Answer
from qa.closings import asks_who_enforces, closes
from qa.content_words import weigh
from qa.evidence import Evidence, frame_share
from qa.question import Intent, Query, subject_of

__all__ = ["of_another", "of_another_matter", "stays_silent", "unknown_here"]

_MUCH_MORE = 0.25  # of the topic in a description: that document is meant, and no other

# "Kế hoạch … của UBND tỉnh Hà Tĩnh": whose it is, without diacritics.
_ISSUED_BY = (
    r"(?:ke hoach|quyet dinh|nghi quyet|chi thi|cong van|thong bao|cong dien|"
    r"kh|qd|nq|ct|cv|tb)(?!\w)"
    r"[^?,;]{{0,60}}? (?:cua|do) (?:ubnd |uy ban nhan dan |hdnd |hoi dong nhan dan )?"
    r"(?:tinh |thanh pho |tp\.? ?)?{0}(?!\w)"
)
# "Thành phố Hồ Chí Minh đã ra kế hoạch số mấy …".
_ISSUES = (
    r"{0} (?:da |vua |moi )?(?:ra|ban hanh|ky|co) (?:\w+ ){{0,2}}?"
    r"(?:ke hoach|quyet dinh|nghi quyet|chi thi|cong van|thong bao|cong dien)(?!\w)"
)
# What asks for a head, and describes no document.
_ASKING = re.compile(
    r"(?<!\w)(?:ai|la|da|ky|nguoi|duoc|ban hanh|ngay|nao|so|khi|hom|may|van ban|do|vao|tai|"
    r"hieu luc|"
    r"co|tu|gui|dau|who|signed|issued|issue|when|was|is|it|the|number|date|of|document|what)"
    r"(?!\w)"
)


def stays_silent(
    library: Library, query: Query, where: Filters, evidence: Sequence[Evidence]
) -> bool:
    """Whether what is asked of a document can stand nowhere else: the head of one that is not
    here, what one tells a body that it does not so much as name; whether all is asked for that a
    body is told, which is nothing; or who does something, where the best clause says only who sees
    to the whole decision."""
    if query.intent is Intent.OWNER and evidence and closes(evidence[0].clause.text):
        return not asks_who_enforces(query.opened)
    if query.intent is Intent.METADATA:
        unknown = _describes_none(query) or (of_another(query) and asks_for_signer(query))
        return unknown or _of_elsewhere(library, query, where, evidence)
    if query.intent is not Intent.TASKS:
        return False
    if query.agency is not None and asks_for_all(query):
        return True
    return _unnamed_in(library, query) or _unsaid(library, query, where)


# Ministries and departments are all known: what else is called so does not exist.
_MADE_UP = re.compile(
    r"(?:so|bo) (?!nao|phan|may|doi|chi huy|tu lenh|sanh|nganh|luong|lieu|quy tac|tieu chi)"
    r"\w+(?: \w+){0,5}? (?:phai|can|lam gi|co (?:nhiem vu|trach nhiem)|duoc giao)(?!\w)"
)


def unknown_here(library: Library, query: Query) -> bool:
    """Whether the question is about a document that the library neither has nor mentions, asks who
    cites one that nobody does, or what one that it does not have tells a body, or what a ministry
    or department must do that there is not, or the police of a commune where only that of the
    province is told something: other documents, or bodies, cannot answer for it."""
    if query.duties and not query.agencies and _MADE_UP.match(plain(query.opened)):
        return True
    if query.intent is Intent.TASKS and query.documents and _none_named(library, query):
        return True
    family = family_named(query.agency) if query.agency else None
    if family is not None and family.below and not family.members(library.names_told()):
        return True
    numbered = [one for one in query.documents if FULL_NUMBER.search(one.number)]
    if query.intent is Intent.REFERENCE and numbered:
        return not any(one.heads or citing(library.store, one.number, one.kind) for one in numbered)
    subject = subject_of(query)
    if subject is None or subject.heads or not FULL_NUMBER.search(subject.number):
        return False
    if query.intent is Intent.TASKS:
        return True
    return not citing(library.store, subject.number, subject.kind)


# "Đề án 153" may be known by another name.
_CALLED_BY_NUMBER = ("Công điện", "Chỉ thị", "Nghị định", "Nghị quyết", "Thông tư", "Quyết định")


def _none_named(library: Library, query: Query) -> bool:
    """Whether the question names documents by kind and number, and the library neither has nor
    mentions any of them."""
    return all(
        one.kind in _CALLED_BY_NUMBER
        and not one.heads
        and not citing(library.store, one.number, one.kind)
        for one in query.documents
    )


def of_another(query: Query) -> bool:
    """Whether the question opens with the number of a document that the library does not have:
    "Quyết định 2138/QĐ-TTg mà Lai Châu dựa vào do ai ký?". No header here says who signed it."""
    subject = subject_of(query)
    return subject is not None and not subject.heads


def _of_elsewhere(
    library: Library, query: Query, where: Filters, evidence: Sequence[Evidence]
) -> bool:
    """Whether the question says whose document it is, or of which year, and the likeliest is
    another's: "Kế hoạch của Hà Tĩnh thực hiện Chỉ thị 32" is not that of Nghệ An."""
    ranked = rank_documents(library, query, where, evidence)
    if not ranked:
        return False
    head = ranked[0][1]
    numbered = any(document.heads for document in query.documents)
    bare, origin = plain(query.opened), plain(head.origin)
    issuing = [
        place
        for place in query.places
        if any(
            re.search(whose.format(re.escape(plain(place.name))), bare)
            for whose in (_ISSUED_BY, _ISSUES)
        )
    ]
    if issuing and not any(plain(place.name) in origin for place in issuing):
        return True
    if numbered:
        return False
    kind = kind_meant(query)
    if kind and head.kind and not is_of_kind(head, kind):
        return True
    if _cites_another(library, query, head):
        return True
    return bool(query.years) and not any(_may_be_of(head, year) for year in query.years)


def _cites_another(library: Library, query: Query, head: Head) -> bool:
    """Whether the document is said to cite one that is not here by its number, and the likeliest
    does not, while others do."""
    cited = (one for one in query.documents if not one.heads and FULL_NUMBER.search(one.number))
    for document in cited:
        by = {found.head for found in citing(library.store, document.number, document.kind)}
        if by and head not in by:
            return True
    return False


def _may_be_of(head: Head, year: int) -> bool:
    """Whether a document may be called one of that year: by its title, else by its day of issue;
    a plan is made the year before."""
    named = [int(found) for found in re.findall(r"(?<!\d)20\d\d(?!\d)", head.title or "")]
    if head.issued is None or head.issued.year == year:
        return True
    if named:
        return min(named) <= year <= max(named)
    return year == head.issued.year + 1


def _describes_none(query: Query) -> bool:
    """Whether nothing of the question tells which document is meant: "ai ký?"."""
    return not query.documents and not re.search(r"\w", _ASKING.sub(" ", plain(query.opened)))


def _unnamed_in(library: Library, query: Query) -> bool:
    """Whether the one document asked about does not so much as name the body: then it tells it
    nothing, and what others tell it was not asked."""
    meant = document_meant(query)
    if query.agency is None or meant is None or len(meant.heads) != 1:
        return False
    return not _names(library, query.agency, meant.heads[0])


def _names(library: Library, agency: str, head: Head) -> bool:
    """Whether a document names a body, or tells it something; True of one that is not known."""
    try:
        names = {agency_key(name) for name in library.body(agency).names}
    except UsageError:
        return True
    document = library.document(head.id)
    named = {agency_key(mention.agency) for mention in document.mentions}
    named |= {agency_key(task.agency) for task in document.tasks}
    return not names.isdisjoint(named)


def of_another_matter(library: Library, query: Query, tasks: Answer, look: Look) -> bool:
    """Whether the question describes a document ("công điện về …") that is here and does not so
    much as name the body, and the tasks are of another of that kind, with much less of it."""
    kind, cited = query.kind_named, tasks.citations[0].head
    if not (kind and query.agency and is_of_kind(cited, kind)):
        return False
    if any(document.heads for document in query.documents):
        return False
    shares = {
        head: frame_share(library, query, head)
        for head in {cited, *(found.head for found in look())}
        if is_of_kind(head, kind)
    }
    described = max(shares, key=lambda head: shares[head])
    nearer = shares[described] >= shares[cited] + _MUCH_MORE
    return nearer and not _names(library, query.agency, described)


def _unsaid(library: Library, query: Query, where: Filters) -> bool:
    """Whether nothing that the body is told speaks of the one word that the topic is."""
    kept = of_documents(query, dossier_of(library, query, where))
    words = weigh(library, query.topic)
    return bool(kept and words.terms) and is_unsaid(query, words, kept)
