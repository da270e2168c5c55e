"""Every text that people see, Vietnamese first, English second.

Errors and problems are the exception: they stand where they arise, in Vietnamese.
"""

from __future__ import annotations

import os

from qa.answer_texts import ANSWER_TEXTS
from qa.page_texts import PAGE_TEXTS

__all__ = ["LANGUAGES", "language", "say"]

LANGUAGES = ("vi", "en")

_TEXTS: dict[str, tuple[str, str]] = {
    # what a value is called
    "role.lead": ("chủ trì", "lead"),
    "role.joint": ("cùng thực hiện", "joint"),
    "role.support": ("phối hợp", "support"),
    "role.general": ("chung", "general"),
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.note": ("ghi chú", "note"),
    "badge.due": ("hạn:", "due:"),
    "unstated": ("không ghi", "not stated"),
    "page": ("trang {page}", "page {page}"),
    "line": ("dòng {line}", "line {line}"),
    # columns and fields
    "field.row": ("TT", "No."),
    "field.number": ("Số ký hiệu", "Number"),
    "field.kind": ("Loại văn bản", "Kind"),
    "field.title": ("Trích yếu", "Title"),
    "field.issuer": ("Cơ quan ban hành", "Issuer"),
    "field.superior": ("Cơ quan chủ quản", "Superior body"),
    "field.place": ("Địa danh", "Place"),
    "field.issued": ("Ngày ban hành", "Issued"),
    "field.signer": ("Người ký", "Signer"),
    "field.addressees": ("Kính gửi", "Addressees"),
    "field.recipients": ("Nơi nhận", "Recipients"),
    "field.locator": ("Vị trí", "Locator"),
    "field.quote": ("Nội dung nhiệm vụ", "Task"),
    "field.agency": ("Cơ quan", "Agency"),
    "field.role": ("Vai trò", "Role"),
    "field.with": ("Cùng với", "Together with"),
    "field.deadline": ("Thời hạn", "Deadline"),
    "field.due": ("Hạn cuối", "Due"),
    "field.file": ("Tệp", "File"),
    "field.score": ("Điểm", "Score"),
    "field.source": ("Văn bản giao", "Source"),
    # progress
    "stage.read": ("Đọc văn bản", "Reading"),
    "stage.embed": ("Tính vectơ", "Embedding"),
    "stage.index": ("Lập chỉ mục", "Indexing"),
    "stage.ask": ("Hỏi", "Asking"),
    # results
    "index.done": (
        "Thư viện có {documents} văn bản, {clauses} đoạn; mất {seconds:.1f} giây",
        (
            "The library has {documents} document{documents:s}, {clauses} clause{clauses:s}; "
            "took {seconds:.1f} s"
        ),
    ),
    "index.changes": (
        "{added} mới, {updated} cập nhật, {unchanged} giữ nguyên, {removed} bỏ",
        "{added} new, {updated} updated, {unchanged} unchanged, {removed} removed",
    ),
    "index.more": (
        "… và {count} cảnh báo, ghi chú khác (xem bằng --json)",
        "… and {count} more warnings and notes (see --json)",
    ),
    "tasks.count": ("{count} nhiệm vụ", "{count} task{count:s}"),
    "tasks.general": (
        "; ngoài ra {count} nhiệm vụ chung",
        "; besides {count} general task{count:s}",
    ),
    "tasks.general_only": ("{count} nhiệm vụ chung", "{count} general task{count:s}"),
    "tasks.none": ("Không có nhiệm vụ nào phù hợp.", "No task fits."),
    "repeats.count": (
        "{count} việc được giao lại ở văn bản sau",
        "{count} task{count:s} told again in a later document",
    ),
    "repeats.none": (
        "Không có việc nào được giao ở hai văn bản.",
        "No task is told in two documents.",
    ),
    "repeats.deadlines": ("khác thời hạn", "other deadline"),
    "repeats.figures": ("khác số liệu", "other figures"),
    "repeats.no_file": (
        "--repeats không ghi ra tệp Excel, Word, CSV, lịch: bỏ --repeats, hoặc dùng --json",
        "--repeats writes no Excel, Word, CSV or calendar file: leave it out, or use --json",
    ),
    "tasks.written": (
        "Đã ghi {count} nhiệm vụ vào {path}",
        "Wrote {count} task{count:s} to {path}",
    ),
    "tasks.dated": (
        "Đã ghi {count} thời hạn vào {path}; {rest} nhiệm vụ không ghi ngày",
        "Wrote {count} deadline{count:s} to {path}; tasks without a date: {rest}",
    ),
    "batch.both": (
        "Hãy cho một câu hỏi, hoặc một tệp bằng --batch; không cho cả hai.",
        "Give a question, or a file with --batch; not both.",
    ),
    "batch.empty": ("{file}: không có câu hỏi nào.", "{file}: no question."),
    "batch.no_question": (
        "Câu hỏi đang trống. Hãy hỏi, ví dụ: chidao ask “Sở Y tế phải làm gì?”",
        "The question is empty. Ask, for example: chidao ask “Sở Y tế phải làm gì?”",
    ),
    "batch.no_words": (
        "Chưa có từ cần tìm. Ví dụ: chidao search “xét nghiệm”",
        "There is nothing to search for. For example: chidao search “xét nghiệm”",
    ),
    "batch.malformed": ("cần “qid” và “question”", "needs “qid” and “question”"),
    "search.none": ("Không tìm thấy đoạn nào phù hợp.", "Nothing found."),
    "ask.nearest": ("Các đoạn gần nhất (không phải câu trả lời):", "Nearest clauses (no answer):"),
    "serve.at": ("chidao đang chạy tại {url} (Ctrl+C để dừng)", "chidao runs at {url} (Ctrl+C)"),
    "relation.basis": ("căn cứ", "based on"),
    "relation.executes": ("thực hiện", "carries out"),
    "relation.follows": ("theo", "follows"),
    "relation.amends": ("sửa đổi", "amends"),
    "relation.supplements": ("bổ sung", "supplements"),
    "relation.replaces": ("thay thế", "replaces"),
    "relation.repeals": ("bãi bỏ", "repeals"),
    "relation.mentions": ("nhắc đến", "mentions"),
    # programs
    "api.unknown": (
        "Không có tham số “{name}”. Có: {known}.",
        "There is no parameter “{name}”. There are: {known}.",
    ),
    # the table of an office
    "table.title": ("BẢNG TỔNG HỢP NHIỆM VỤ", "SUMMARY OF TASKS"),
    "table.of": ("của {agency}", "of {agency}"),
    "table.all": ("theo các văn bản trong thư viện", "in all documents of the library"),
    "table.state": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "table.motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "table.body": ("CƠ QUAN LẬP BẢNG", "PREPARING BODY"),
    "table.day": ("ngày {day:02d} tháng {month:02d} năm {year}", "{year}-{month:02d}-{day:02d}"),
    "table.sheet": ("Nhiệm vụ", "Tasks"),
    "table.maker": ("NGƯỜI LẬP BẢNG", "PREPARED BY"),
    "table.head": ("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF UNIT"),
    "calendar.summary": ("Hạn: {agency} – {quote}", "Due: {agency} – {quote}"),
    # the command line
    "library.unfinished": (
        "Lần lập chỉ mục gần nhất chưa xong (đang chạy hoặc bị ngắt): có thể thiếu văn bản.",
        "The last indexing is not finished (running or cut short): documents may be missing.",
    ),
    "help.chidao": (
        "Tra cứu và trả lời có dẫn chứng từ văn bản chỉ đạo, điều hành.",
        "Search and cited answers over Vietnamese administrative directives.",
    ),
    "help.index": (
        "Đưa tệp và thư mục vào thư viện; chạy lại thì chỉ đọc những gì thay đổi.",
        "Put files and folders into the library; run again, only changes are read.",
    ),
    "help.show": (
        "Xem một văn bản: theo mã, số ký hiệu hoặc tên tệp.",
        "Show a document, by id, number or file name.",
    ),
    "help.tasks": (
        "Liệt kê đủ mọi nhiệm vụ: ai, việc gì, hạn nào, theo đoạn nào.",
        "List every task: who, what, by when, by which clause.",
    ),
    "help.search": ("Tìm các đoạn gần nhất với câu hỏi.", "Find the clauses nearest to a query."),
    "help.ask": (
        "Trả lời câu hỏi, mỗi ý kèm đúng đoạn làm căn cứ.",
        "Answer a question, each statement with the clause it stands on.",
    ),
    "help.refs": (
        "Văn bản dẫn những văn bản nào và được dẫn ở đâu; không nêu văn bản: cả mạng lưới.",
        "What a document cites and where it is cited; without one: the whole web.",
    ),
    "refs.cites": ("Dẫn đến:", "Cites:"),
    "refs.cited_by": ("Được dẫn ở:", "Cited by:"),
    "refs.none": ("(không có)", "(none)"),
    "help.serve": ("Mở giao diện web.", "Open the web interface."),
    "help.eval": ("Đo chất lượng trên một bộ chuẩn.", "Measure quality on a gold set."),
    "usage.usage": ("Cách dùng", "Usage"),
    "usage.options": ("TÙY CHỌN", "OPTIONS"),
    "usage.command": ("LỆNH", "COMMAND"),
    "usage.options_heading": ("Tùy chọn", "Options"),
    "usage.commands_heading": ("Các lệnh", "Commands"),
    "usage.default": ("mặc định", "default"),
    "option.library": (
        "Thư mục thư viện [mặc định: $CHIDAO_LIBRARY hoặc .chidao]",
        "Library folder [default: $CHIDAO_LIBRARY or .chidao]",
    ),
    "option.json": ("In một đối tượng JSON.", "Print one JSON object."),
    "option.help": ("Xem hướng dẫn này.", "Show this help."),
    "option.version": ("Xem phiên bản.", "Show the version."),
    "option.rebuild": (
        "Đọc lại và tính lại tất cả, với mô hình hiện nay.",
        "Read and embed everything again, with the present model.",
    ),
    "option.samples": (
        "Thêm (hoặc bỏ) các văn bản minh họa kèm theo chidao.",
        "Add (or drop) the illustrations that come with chidao.",
    ),
    "option.agency": ("Cơ quan (tên, viết tắt, tiếng Anh).", "Agency (name, abbreviation)."),
    "option.kind": ("Loại văn bản: công văn, chỉ thị…", "Kind of document."),
    "option.issuer": ("Cơ quan ban hành (một phần tên).", "Issuing body (part of its name)."),
    "option.from": ("Ban hành từ ngày (2025-12-31 hoặc 31/12/2025).", "Issued from (2025-12-31)."),
    "option.to": ("Ban hành đến ngày.", "Issued until."),
    "option.document": ("Chỉ trong một văn bản.", "Only in one document."),
    "option.role": ("Chỉ một vai trò.", "Only one role."),
    "option.due_from": ("Hạn từ ngày.", "Due from."),
    "option.due_to": ("Hạn đến ngày.", "Due until."),
    "option.overdue": ("Đã quá hạn tính đến ngày.", "Overdue as of this day."),
    "option.within": ("Đến hạn trong số ngày tới.", "Due within so many days from today."),
    "option.words": ("Chỉ nhiệm vụ có đủ các từ này.", "Only tasks with all these words."),
    "option.repeats": (
        "Chỉ việc một cơ quan được giao ở hai văn bản, đặt cạnh nhau.",
        "Only what an agency is told in two documents, side by side.",
    ),
    "option.by_due": ("Xếp theo hạn.", "Sort by due day."),
    "option.xlsx": ("Ghi ra tệp Excel.", "Write an Excel file."),
    "option.csv": ("Ghi ra tệp CSV.", "Write a CSV file."),
    "option.docx": ("Ghi ra tệp Word.", "Write a Word file."),
    "option.ics": ("Ghi các thời hạn ra lịch.", "Write the deadlines as a calendar."),
    "option.formats": (
        "Đo đọc: viết văn bản ra mọi định dạng rồi đọc lại.",
        "Of reading: write the documents in every format and read them back.",
    ),
    "option.html": ("Ghi báo cáo HTML.", "Write an HTML report."),
    "option.limit": ("Số đoạn nhiều nhất.", "At most so many clauses."),
    "option.batch": (
        'Nhiều câu hỏi: mỗi dòng một {"qid", "question"}.',
        'Many questions: one {"qid", "question"} a line.',
    ),
    "option.variant": (
        "Câu hỏi viết cách khác: không dấu, nửa dấu, viết tắt, tiếng Anh.",
        "Questions typed otherwise: unaccented, half-accented, abbreviated, English.",
    ),
    "option.run": ("Ghi kết quả dạng TREC.", "Write a TREC run."),
    "option.host": ("Địa chỉ lắng nghe.", "Address to listen at."),
    "option.port": ("Cổng.", "Port."),
    "option.auth": ("Tệp người dùng và mật khẩu đã băm.", "File of users and hashed passwords."),
    **ANSWER_TEXTS,
    **PAGE_TEXTS,
}


def language() -> str:
    """The language set by $CHIDAO_LANG: "vi" unless it says "en"."""
    return "en" if os.environ.get("CHIDAO_LANG", "").lower().startswith("en") else "vi"


class _Count(int):
    """A number for English words: "{count} task{count:s}" has the s unless it is one."""

    def __format__(self, form: str) -> str:
        """As of any number, but for "s"."""
        if form == "s":
            return "" if self == 1 else "s"
        return super().__format__(form)


def say(name: str, lang: str | None = None, /, **values: object) -> str:
    """The text of that name, in the language given or else set, with the values put in."""
    texts = _TEXTS[name]
    text = texts[LANGUAGES.index(lang or language())]
    counts = {key: _Count(value) for key, value in values.items() if isinstance(value, int)}
    return text.format(**{**values, **counts}) if values else text
