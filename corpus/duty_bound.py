"""Whom a regulation binds behind a case: "Đối với phản ánh khẩn cấp, đơn vị tiếp nhận phải xử lý ngay"."""

from __future__ import annotations

import re

from corpus.actor import make_group
from corpus.actors import Reader
from corpus.order import Order

__all__ = ["bound_behind"]

# Those who hold a part, by words the grammar of names does not know, up to what they must do.
_WHO_MUST = re.compile(
    r"(?P<who>(?:cơ quan|đơn vị|cơ sở(?! kinh doanh)|cán bộ|công chức|viên chức|nhân viên|người đứng đầu|bộ phận|nơi|"
    r"chủ (?:đầu tư|hộ|xe|tàu|phương tiện|cơ sở|rừng|dự án))"
    r"(?:,? (?!đó |này |không |là |được |có |đã |thì |nếu |khi |phải |chịu |của )\w+){0,10}) "
    r"(?=(?:có|chịu) trách nhiệm \w|phải (?!là |được |có (?!văn bản)|còn |đủ |đạt |thuộc |chịu |bị )\w)"
)
# Who heads a body of a kind stands for it, and needs no such words: "…, người đứng đầu cơ sở giáo dục quyết định".
_HEAD_DOES = re.compile(
    r"(?P<who>người đứng đầu (?:cơ sở|cơ quan|đơn vị|doanh nghiệp|tổ chức)(?: (?!có |phải |quyết |quy |của )\w+){0,3}) "
    r"(?=(?:quyết định|quy định) \w)"
)


def bound_behind(reader: Reader, at: int, start: int, end: int) -> Order | None:
    """The order to whoever is named at `at`, in small letters, behind the case that a sentence from `start` to
    `end` opens with; None where nobody is bound there."""
    bound = _WHO_MUST.match(reader.folded, at, end) or _HEAD_DOES.match(reader.folded, at, end)
    if bound is None:
        return None
    who = bound.span("who")
    return Order((make_group(reader.text, *who),), (), start, end, bound.end())
