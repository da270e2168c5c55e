"""Headings that only name whom the items below them speak to, in other ways than by opening with known
names: "Nhiệm vụ giao Sở Y tế:", "Về khám chữa bệnh (Sở Y tế):", "Đơn vị thi công:", "A, B và C:".
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import order_words as words
from corpus.actor import make_group
from corpus.actors import Actor, Actors, Reader
from corpus.class_words import GROUP
from corpus.naming import SEPARATOR, TITLE
from corpus.order import Bound, Order
from corpus.text import compiled, fold
from corpus.verbs import opens_order, surely_opens_order

__all__ = [
    "charge_of_unknown",
    "group_heading",
    "named_heading",
    "spoken_to",
    "titled_class",
    "up_to_formula",
    "whoever_told",
    "with_unknown",
]

_LONGEST = 120  # characters of a heading that only names a class of bodies
_LONGEST_TITLE = 160  # characters of the title of an article
_FARTHEST = 220  # characters before the colon of a heading


def spoken_to(reader: Reader, *, items_order: bool) -> Order | None:
    """Whom a heading speaks to that does not open with an order: bodies behind a phrase of circumstance
    ("Về khám chữa bệnh, giao Sở Y tế:"), behind the word for what they do ("Nhiệm vụ do Sở Y tế chủ
    trì"), in parentheses ("Công tác y tế (Sở Y tế chủ trì):"), or before a time or part
    ("Sở Y tế trong tháng 11/2025:").

    `items_order`: whether the items below open with orders; a topic could look the same.
    """
    found = _behind_phrase(reader)
    if found is None and items_order:
        found = (
            _given_to(reader) or _in_parentheses(reader) or _before_time(reader) or _whoever(reader)
        )
    if found is None:
        return None
    actors, end = found
    return Order(actors.members, (), 0, len(reader.text), end, says_something=False)


def _opens_phrase(folded: str) -> bool:
    """Whether a heading opens with the circumstances, or on whose behalf it speaks."""
    opens = words.CIRCUMSTANCE.match(folded) or words.CONNECTOR.match(folded)
    return opens is not None or folded.startswith(("thừa lệnh ", "thừa ủy quyền "))


_WITH = re.compile(r"cùng với ")
_COMMA = re.compile(r", (?:thì |giao(?: cho)? |đề nghị |yêu cầu |phân công )?")


_ASKS_ONLY = re.compile(
    r"(?:,? (?:và )?(?:yêu cầu|đề nghị|giao|phân công)){2,}(?: như sau)?\s*:?\s*"
)


def _behind_phrase(reader: Reader) -> tuple[Actors, int] | None:
    """Reads "Để bảo đảm khám chữa bệnh, Sở Y tế có trách nhiệm:"."""
    folded = reader.folded
    if not _opens_phrase(folded):
        return None
    for comma in _COMMA.finditer(folded):
        at = comma.end()
        given = len(comma.group()) > len(", ")
        named = reader.text[at : at + 1].isupper() or GROUP.match(folded, at)
        if not named and not TITLE.match(folded, at):
            continue
        actors = reader.actors(at)
        giving = words.GIVING.match(folded, actors.end + 1) if actors else None
        in_list = not (given or giving or _WITH.match(folded)) and reader.ends_name(comma.start())
        if actors is None or in_list:
            continue
        # As in "…, Văn phòng đề nghị Sở Y tế:", but not in "…, Hội đồng nhân dân tỉnh đề nghị:".
        if giving:
            if _ASKS_ONLY.fullmatch(folded, actors.end):
                continue
            actors = reader.actors(giving.end()) or actors
        rest = folded[actors.end :].strip(" ,:").removeprefix("còn ")
        if not rest or opens_order(rest, 0):
            return actors, actors.end
    return None


_WORK = re.compile(
    r"(?:các |những |một số |nhóm )*(?:nhiệm vụ|nội dung|công việc|việc|phần việc|trách nhiệm)(?!\w)(?P<which>[\w, ]{0,40}?)"
    r"(?:(?<!\w)(?:giao(?: cho)?|phân công(?: cho)?|do|của|đối với|thuộc (?:trách nhiệm|thẩm quyền|nhiệm vụ)(?: của)?|mà)|"
    r"(?<=việc)) "
)
_NOT_WORK = re.compile(r"kiến nghị|đề xuất|đề nghị|báo cáo|ý kiến|làm việc|của|quy định")
_DOES_IT = re.compile(
    r"(?: (?:chủ trì|thực hiện|triển khai|phụ trách|đảm nhiệm|tham mưu|(?:cần|phải) (?:làm|thực hiện|triển khai|tập trung)(?: ngay)?)(?:,? phối hợp[^:]{0,80})?)?\s*:?\s*$"
)


def _given_to(reader: Reader) -> tuple[Actors, int] | None:
    """Reads "Các nhiệm vụ giao Sở Y tế:", "Những việc Sở Y tế cần làm ngay:"."""
    work = _WORK.match(reader.folded)
    if work is None or _NOT_WORK.search(work["which"]):
        return None
    return _followed_by(reader, work.end(), _DOES_IT) or _persons_named(reader, work.end())


def _persons_named(reader: Reader, at: int) -> tuple[Actors, int] | None:
    """A class that the grammar does not know, up to the end of a heading: "… của chủ chương trình"."""
    end = len(reader.text.rstrip(" :"))
    named = _PERSONS.match(reader.folded, at) or _OWNS.match(reader.folded, at)
    if named is None or end > _LONGEST or _ABOUT_THEM.search(reader.folded, named.end(), end):
        return None
    if re.search(r"[,;.]", reader.text[at:end]):
        return None
    return Actors((make_group(reader.text, at, end),), at, end), end


def _followed_by(reader: Reader, at: int, then: re.Pattern[str]) -> tuple[Actors, int] | None:
    """The bodies at a place with what must stand behind them."""
    actors = reader.actors(at)
    if actors is None or not then.match(reader.folded, actors.end):
        return None
    return actors, actors.end


_ASIDE = re.compile(
    r"(?: \(| [-–] )(?:giao |do )?(?!tỉnh |thành phố )(?=(?P<inside>[^()]{4,160}?)(?:\)\s*:?|:)?\s*$)"
)
_LEADS = re.compile(
    r"(?: (?:chủ trì|thực hiện|phụ trách|tham mưu|làm đầu mối)(?:,? phối hợp[^:)]{0,80})?)?\)?\s*:?\s*$"
)


def _in_parentheses(reader: Reader) -> tuple[Actors, int] | None:
    """Reads "Công tác y tế (Sở Y tế chủ trì):", "Công tác y tế - Sở Y tế thực hiện"."""
    aside = _ASIDE.search(reader.folded)
    return _followed_by(reader, aside.end(), _LEADS) if aside else None


_UNTIL_ITEMS = re.compile(
    r" (?!đã |đang |được |báo cáo |ban hành |thống nhất |đề xuất |kiến nghị |có )[^.;:,]{0,80}(?:sau|sau đây|như sau):\s*$|"
    r",? (?:với (?:vai trò|tư cách|trách nhiệm|chức năng)|trong (?:tháng|tuần|quý|thời gian|năm|phạm vi|lĩnh vực|địa bàn)|trước (?:ngày|mắt|hết)|"
    r"từ nay|từ ngày|được (?:giao|phân công)|chậm nhất|ngay sau)(?!\w)[^:;.]*:\s*$"
)


def _before_time(reader: Reader) -> tuple[Actors, int] | None:
    """Reads "Sở Y tế trong tháng 11/2025:", "Sở Y tế được giao các nhiệm vụ sau:"."""
    return _followed_by(reader, 0, _UNTIL_ITEMS)


_PERSONS = re.compile(
    r"(?:chủ(?! đề| trương| yếu| động| trì)|đơn vị|cơ sở(?! dữ liệu| pháp lý| vật chất| lý luận| hạ tầng)|nhà (?:thầu|đầu tư|mạng|trường|máy|xe)|hộ|người|nhân dân|cá nhân|trưởng|tổ(?! chức)|"
    r"chính quyền|lực lượng|cấp ủy|đảng ủy|đảng viên|bí thư|mặt trận tổ quốc|ngành|cán bộ|công chức|tư vấn|chủ tịch|giám đốc|"
    r"hiệu trưởng|doanh nghiệp|hợp tác xã|cộng đồng|gia đình|phụ huynh|giáo viên|học sinh|đoàn viên|hội viên|thanh niên|"
    r"hướng dẫn viên|công chứng viên|hòa giải viên|lái xe|chủ xe|thuyền (?:trưởng|viên)|ngư dân|nông dân|thôn|bản|khu phố)(?!\w)"
)


def whoever_told(reader: Reader, at: int) -> Actors | None:
    """Reads "(Yêu cầu) đơn vị thi công đường tỉnh 316 | cắm biển …": the words up to the verb."""
    named = _PERSONS.match(reader.folded, at)
    stop = _STOP.search(reader.folded, at)
    if named is None:
        return None
    limit = min(at + _LONGEST, stop.start() if stop else len(reader.folded))
    for space in re.finditer(r" ", reader.folded[named.end() : limit]):
        verb = named.end() + space.end()
        if surely_opens_order(reader.folded, verb):
            return Actors((make_group(reader.text, at, verb - 1),), at, verb - 1)
    return None


# Of these, those who run something, who need no colon: "Đơn vị quản lý nghĩa trang, chủ đầu tư cơ sở hỏa táng".
_RUNNERS = re.compile(
    r"(?:đơn vị|doanh nghiệp|chủ) (?:quản lý|vận hành|khai thác|kinh doanh|đầu tư|cơ sở|phương tiện|tàu|rừng)(?!\w)"
)
_OWNS = re.compile(r"cơ quan chủ (?:quản|trì)(?!\w)")
# A heading that is a level, and no more: "Cấp xã".
_LEVEL = re.compile(r"(?:ở )?cấp (?:tỉnh|thành phố|huyện|xã|cơ sở|trung ương)\s*:?\s*")
_STOP = re.compile(r"[.;:]")
_ABOUT_THEM = re.compile(
    r"(?<!\w)(?:chủ trì|phối hợp|thực hiện|thuộc|được|là|tính|gồm|hỗ trợ|hưởng|nhận)(?!\w)"
)


def _whoever(reader: Reader) -> tuple[Actors, int] | None:
    """Reads "Đơn vị thi công:", "Người dân vùng ven sông:": a class that the grammar does not know."""
    text = reader.text.rstrip()
    if _LEVEL.fullmatch(reader.folded):
        end = len(text.rstrip(" :"))
        return Actors((make_group(reader.text, 0, end),), 0, end), end
    end = len(text.rstrip(" :"))
    named = (_PERSONS if text.endswith(":") else _RUNNERS).match(reader.folded)
    if named is None or text[-1] in ";," or end > _LONGEST or "." in text:
        return None
    rest = reader.folded[named.end() : end].replace(" các cấp", "")
    if _ABOUT_THEM.search(rest) or any(
        surely_opens_order(rest, space.end()) for space in re.finditer(r"\s", rest)
    ):
        return None
    return Actors((make_group(reader.text, 0, end),), 0, end), end


def charge_of_unknown(reader: Reader, at: int, *, inherited: Bound) -> Order | None:
    """A title "Trách nhiệm của văn thư cơ quan", "Quy định đối với nhân viên", or a heading "Trách nhiệm của đối tượng kiểm kê:" below an
    addressee: from here on it speaks to those, whoever they are, and no longer to whom it spoke above."""
    text = reader.text.rstrip()
    charge = words.CHARGE.match(reader.folded)
    if charge is None:
        return None
    duties = "trách nhiệm" in charge.group() or charge.group().startswith("quy định")
    title = duties and text[-1] not in ".;,:"
    if len(text) > (_LONGEST_TITLE if title else _LONGEST):
        return None
    if not title and (inherited is Bound.NOBODY or text[-1] != ":" or "," in text[at:]):
        return None
    about = words.CHARGED_IN.search(reader.folded, at)
    end = about.start() if about else len(text.rstrip(" :"))
    whole = make_group(reader.text, at, end)
    return Order((whole,), (), 0, len(reader.text), end, says_something=False)


# What a title says of the class in it, and no more of its name: "… tổ chức thực hiện Quy chế này".
_NO_NAME = re.compile(
    r" (?:(?:tổ chức|triển khai) thực hiện|thực hiện|thi hành|trong|khi|đối với|về|theo|và|tại|có|liên quan|được|thuộc|của|trên|cấp|là)(?!\w)"
)


def titled_class(reader: Reader, actors: Actors) -> Order | None:
    """A title "Trách nhiệm của các cơ quan, đơn vị xử lý phản ánh kiến nghị": nothing is ordered in a title, so
    that what looks like a verb tells those meant from others."""
    end = len(reader.text.rstrip())
    last = actors.members[-1]
    if words.CHARGE.match(reader.folded) is None or not last.group or end > _LONGEST_TITLE:
        return None
    about = words.CHARGED_IN.search(reader.folded, actors.end)
    end = about.start() if about else end
    rest = reader.folded[actors.end : end]
    if not rest or re.search(r"[,.;:()]", rest) or _NO_NAME.match(rest):
        return None
    whole = make_group(reader.text, last.start, end)
    return Order((*actors.members[:-1], whole), (), 0, len(reader.text), end, says_something=False)


_WHO_DO = re.compile(
    r" (?:thu mua|khai thác|vận hành|được (?:cấp|giao|phép)|có(?! (?:trách nhiệm|nhiệm vụ))|tham gia|quản lý,|sử dụng|đang)(?!\w)"
)


def with_unknown(reader: Reader, actors: Actors) -> Actors | None:
    """A list of definite bodies that goes on with names the grammar does not know, up to its order:
    "Đài Truyền hình Việt Nam, Thông tấn xã Việt Nam, Điện ảnh Quân đội nhân dân | chia sẻ …"."""
    if any(actor.name not in reader.registry for actor in actors.members):
        return None
    members, at = list(actors.members), actors.end
    while gap := SEPARATOR.match(reader.folded, at):
        more = reader.actors(gap.end())
        if more is None:
            end = reader.names.name_end(gap.end())
            name = reader.text[gap.end() : end]
            if len(_CAPITAL.findall(name)) < _CAPITALS:
                return None
            more = Actors((Actor(name, name, gap.end(), end),), gap.end(), end)
        members.extend(more.members)
        at = more.end
    grew = len(members) > len(actors.members)
    if not grew or not surely_opens_order(reader.folded, at + 1):
        return None
    return Actors(tuple(members), actors.start, at)


# Who must carry a document out, at its end.
_FORMULA = re.compile(
    r",? (?:(?:chịu|có) trách nhiệm (?:tổ chức |triển khai )?(?:thi hành|thực hiện)|căn cứ (?:nội dung )?(?:quyết định|nghị quyết)(?: này)? (?:để )?(?:tổ chức )?thi hành)(?!\w)"
)
# What tells the bodies of a class from others, up to the next body or the formula.
_WHICH = re.compile(
    r" (?:được|do|có|để|thuộc|tham gia|trực tiếp|là|đang|theo|trên|tại)(?!\w)[^.;:()]*?(?=;|,? và (?:các|những|doanh nghiệp|cá nhân|tổ chức) |, (?:các|những) |,? (?:(?:chịu|có) trách nhiệm|căn cứ)(?!\w))"
)


def up_to_formula(reader: Reader, actors: Actors) -> Actors | None:
    """The list of bodies at the end of a document, where a class in it is told from others in words that
    the grammar does not know: "Thủ trưởng các sở; các Doanh nghiệp được nhà nước giao tài sản cố định để
    quản lý và các tổ chức, cá nhân có liên quan | chịu trách nhiệm thi hành Quyết định này"."""
    formula = _FORMULA.search(reader.folded, actors.end)
    if formula is None or _STOP_OR_COLON.search(reader.folded, actors.end, formula.start()):
        return None
    members, at = list(actors.members), actors.end
    while members[-1].group and at < formula.start():
        which = _WHICH.match(reader.folded, at)
        at = which.end() if which else at
        if which:
            last = members[-1]
            whole = make_group(reader.text, last.start, at)
            members[-1] = replace(whole, before=last.before, titled=last.titled)
        gap = SEPARATOR.match(reader.folded, at)
        more = reader.actors(gap.end()) if gap else None
        if gap is None or more is None:
            break
        members += [replace(more.members[0], before=gap.group()), *more.members[1:]]
        at = more.end
    return Actors(tuple(members), actors.start, at) if at == formula.start() else None


_STOP_OR_COLON = re.compile(r"[.:]")
_CAPITAL = compiled(r"(?<!\w)[⇧]")
_CAPITALS = 2  # of a name that is taken as written
_ITS_COLON = re.compile(r"[^:.;]+(?P<colon>:)\s+")
_EXPLAINED = re.compile(r" \([^()]*\)\s*:?$")


def named_heading(reader: Reader) -> Order | None:
    """A heading "A, B và C:" in which the grammar knows only some: the others are named as written."""
    colon = reader.text.find(":")
    if colon < 0 or colon > _FARTHEST or not reader.text[:1].isupper():
        return None
    if _opens_phrase(reader.folded):
        return None  # "Về khám chữa bệnh, Sở Y tế:"
    members: list[Actor] = []
    at = 0
    for piece in [*re.finditer(r"\s*[,;]\s*(?:và\s+)?", reader.text[:colon]), None]:
        end = piece.start() if piece else colon
        if at < end:
            actors = reader.actors(at)
            if actors is not None and actors.end <= colon:
                members.extend(actor for actor in actors.members if actor.start >= at)
                end = max(end, actors.end)
            else:
                name = reader.text[at:end].strip()
                if not name[:1].isupper() and not words.PLURAL.match(name):
                    return None
                members.append(Actor(name, name, at, end))
        at = max(at, piece.end() if piece else colon)
    if not any(actor.name in reader.registry for actor in members) or any(
        len(a.name.split()) > 14 for a in members
    ):
        return None
    verb = colon + 1 + (len(reader.text[colon + 1 :]) - len(reader.text[colon + 1 :].lstrip()))
    says = bool(reader.text[verb:].strip())
    return Order(tuple(members), (), 0, len(reader.text), verb, says_something=says)


def group_heading(reader: Reader, *, announces: bool) -> Order | None:
    """A heading that names a class of bodies in words the grammar does not know, and nothing they
    must do: "Các cơ sở sản xuất giống, nuôi trồng thủy sản thương phẩm:". Where items stand below it
    (`announces`) the colon may be missing; where an order stands behind its colon, it is theirs."""
    text = _EXPLAINED.sub("", reader.text.rstrip())
    asks = words.ASKS_THEM.search(fold(text))
    told = _order_behind_colon(reader)
    end = asks.start() if asks else told[0] if told else len(text.rstrip(" :"))
    named = GROUP.match(reader.folded)
    if named is None or end > _LONGEST or not (announces or told or text.endswith(":")):
        return None
    does = _WHO_DO.search(
        reader.folded, named.end(), end
    )  # what tells them from others is no order
    # Behind a comma stands another thing that they do: "cơ sở thu mua, chế biến thủy sản".
    spaces = re.finditer(r"(?<!,)\s", reader.folded[named.end() : does.start() if does else end])
    if any(opens_order(reader.folded, named.end() + space.end()) for space in spaces):
        return None
    whole = make_group(reader.text, 0, end)
    verb = told[1] if told else end
    return Order((whole,), (), 0, len(reader.text), verb, says_something=told is not None)


def _order_behind_colon(reader: Reader) -> tuple[int, int] | None:
    """Where the first colon of a clause stands, and the order right behind it: "Các hộ kinh doanh tại
    chợ: Đưa cân đến kiểm định"; None where no order begins there."""
    colon = _ITS_COLON.match(reader.folded)
    if colon is None or not opens_order(reader.folded, colon.end()):
        return None
    return colon.start("colon"), colon.end()
