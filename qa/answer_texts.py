"""The words of answers, Vietnamese first, English second; `qa.messages.say` gives them."""

from __future__ import annotations

__all__ = ["ANSWER_TEXTS"]

ANSWER_TEXTS: dict[str, tuple[str, str]] = {
    "answer.tasks": ("{agency}: {count}.", "{agency}: {count}."),
    "answer.left_out": (
        "{count} nhiệm vụ khác của cơ quan này không thuộc phạm vi câu hỏi, không nêu ở đây.",
        "{count} other tasks of this body are outside the question and left out here.",
    ),
    "answer.documents": ("văn bản", "documents"),
    "answer.catalogue": (
        "Thư viện có {count} {kind}{of}:",
        "The library has {count} ({kind}){of}:",
    ),
    "answer.telling": (
        "{agency}: {count} văn bản giao việc.",
        "{agency}: told something by {count} document{count:s}.",
    ),
    "answer.partners": (
        "{agency} làm việc cùng {count} cơ quan, đơn vị.",
        "{agency} works with {count} others.",
    ),
    "answer.partners_support": ("Phối hợp khi {agency} chủ trì:", "Supporting {agency}:"),
    "answer.partners_lead": ("Chủ trì, có {agency} phối hợp:", "Leading, with {agency}'s support:"),
    "answer.partners_joint": ("Cùng thực hiện với {agency}:", "Acting together with {agency}:"),
    "answer.most_told": (
        "{count} cơ quan, đơn vị được giao đích danh {tasks} nhiệm vụ; {shown} nơi nhiều nhất:",
        "{count} bodies are told {tasks} tasks by name; the {shown} that are told most:",
    ),
    "answer.citing": (
        "{count} văn bản trong thư viện:",
        "{count} document{count:s} of the library:",
    ),
    "answer.titled_none": (
        "Thư viện không có {kind} nào có trích yếu{of}.",
        "The library has none ({kind}) with a title{of}.",
    ),
    "answer.about": (" về “{topic}”", " about “{topic}”"),
    "answer.newest": (
        "Mới nhất trong {count} {kind}{of}:",
        "The newest of {count} ({kind}){of}:",
    ),
    "answer.catalogue_none": (
        "Thư viện không có {kind} nào{of}.",
        "The library has none ({kind}){of}.",
    ),
    "answer.hardly": (
        (
            "Lưu ý: phần lớn lời câu hỏi không có trong các nhiệm vụ này. Có thể văn bản không "
            "giao việc được hỏi."
        ),
        (
            "Note: these tasks have few words of the question. The documents may not assign "
            "what is asked."
        ),
    ),
    "answer.due_list": (
        "{agency}, {when}: {count} nhiệm vụ.",
        "{agency}, {when}: {count} task{count:s}.",
    ),
    "answer.due_none": ("{agency}: không có nhiệm vụ nào {when}.", "{agency}: no task {when}."),
    "answer.due_between": ("hạn từ {first} đến {last}", "due from {first} to {last}"),
    "answer.due_until": ("hạn đến hết {last}", "due by {last}"),
    "answer.due_dated": ("có thời hạn", "with a deadline"),
    "answer.due_undated": ("không ghi thời hạn", "without a deadline"),
    "answer.greeting": (
        "Xin chào. Hãy hỏi về các văn bản trong thư viện, ví dụ: “Sở Y tế phải làm gì?”",
        "Hello. Ask about the documents of the library, such as “What must Sở Y tế do?”",
    ),
    "answer.code": ("Mã số: {code} [{n}].", "Code: {code} [{n}]."),
    "answer.only_named": (
        "{document} không giao việc đích danh cho {agency}, nhưng nói về cơ quan này:",
        "{document} tells {agency} nothing itself, but says of it:",
    ),
    "answer.besides": ("Văn bản nói về cơ quan này:", "Said of this body:"),
    "answer.in_document": ("{document}:", "{document}:"),
    "answer.document": ("Văn bản", "Document"),
    "answer.unnumbered": ("không ghi số (tệp {file})", "without a number (file {file})"),
    "answer.of_day": ("ngày {day}", "of {day}"),
    "answer.of_issuer": ("của {issuer}", "by {issuer}"),
    "answer.predecessor": (
        " – giao cho {agency} (đơn vị tiền thân, trước {since})",
        " – told to {agency} (its predecessor until {since})",
    ),
    "answer.through": (" – qua “{group}”", " – through “{group}”"),
    "answer.abstained": (
        "Các văn bản trong thư viện không cho biết điều này.",
        "The documents of the library do not tell.",
    ),
    "answer.not_here": (
        "Thư viện không có {document}.",
        "The library does not have {document}.",
    ),
    "answer.content": ("“{quote}” [{n}]", "“{quote}” [{n}]"),
    "answer.owner": ("{agencies} {marks}.", "{agencies} {marks}."),
    "answer.deadline": ("{deadline} [{n}].", "{deadline} [{n}]."),
    "answer.effect": (
        "{count} văn bản tự ghi ngày có hiệu lực, là ngày ở đầu mỗi dòng:",
        "{count} document{count:s} that say they are in force from the day in front:",
    ),
    "answer.effect_none": (
        "Không văn bản nào trong thư viện ghi có hiệu lực từ những ngày ấy.",
        "No document of the library says that it is in force from those days.",
    ),
    "answer.owner_due": ("Thời hạn: {deadline} [{n}].", "Due: {deadline} [{n}]."),
    "answer.due_whom": ("Ai thực hiện: {agencies} [{n}].", "To be done by: {agencies} [{n}]."),
    "answer.signer": ("Người ký: {name}{position} [{n}].", "Signed by {name}{position} [{n}]."),
    "answer.issued": ("Ban hành ngày {day} [{n}].", "Issued on {day} [{n}]."),
    "answer.effective": (
        "Có hiệu lực từ ngày {day} [{n}].",
        "In force from {day} [{n}].",
    ),
    "answer.ended": (
        "Hết hiệu lực từ ngày {day} {marks}.",
        "No longer in force from {day} {marks}.",
    ),
    "answer.replaced": (
        "Thay thế, bãi bỏ: {names} {marks}.",
        "Replaces or repeals: {names} {marks}.",
    ),
    "answer.stated": ("“{quote}” [{n}]", "“{quote}” [{n}]"),
    "answer.number": ("Số ký hiệu: {number} [{n}].", "Number: {number} [{n}]."),
    "answer.issuer": ("Cơ quan ban hành: {issuer} [{n}].", "Issued by {issuer} [{n}]."),
    "answer.addressees": ("Kính gửi: {names} {marks}.", "Addressed to: {names} {marks}."),
    "answer.recipients": ("Nơi nhận: {names} {marks}.", "Recipients: {names} {marks}."),
    "answer.cites": ("{number} – {relation} [{n}]", "{number} – {relation} [{n}]"),
    "answer.comparison": (
        "{agency}, chỉ có trong {later} (so với {earlier}): {count}.",
        "{agency}, only in {later} (compared with {earlier}): {count}.",
    ),
    "answer.repeated": ("Có ở cả hai ({count}):", "In both ({count}):"),
    "answer.only_earlier": ("Chỉ có trong {earlier}: {count}.", "Only in {earlier}: {count}."),
    "answer.compared": (
        "{document} giao việc cho {agencies} cơ quan, nhóm cơ quan: {count} [{n}].",
        "{document} tells {agencies} bodies or groups: {count} [{n}].",
    ),
    "answer.told_by_both": ("Cả hai cùng giao việc cho: {names}.", "Both tell: {names}."),
    "answer.told_by_neither": (
        "Không cơ quan nào được cả hai giao việc.",
        "No body is told something by both.",
    ),
    "answer.told_by_one": (
        "Chỉ {document} giao việc cho: {names}.",
        "Only {document} tells: {names}.",
    ),
    "answer.both_cite": ("Cả hai cùng dẫn: {names} {marks}.", "Both cite: {names} {marks}."),
    "answer.of_one_body": ("{agency}:", "{agency}:"),
    "answer.told": ("[{n}] {agency} ({role}): “{quote}”", "[{n}] {agency} ({role}): “{quote}”"),
    "answer.told_where": (
        "[{n}] ({role}, {document}) “{quote}”",
        "[{n}] ({role}, {document}) “{quote}”",
    ),
    "answer.undated": (
        "{document} không ghi ngày ban hành; năm {year} là theo mốc thời gian nêu ở phần mở đầu.",
        "{document} states no date; the year {year} is that of its opening paragraphs.",
    ),
    "answer.llm_down": (
        "Mô hình ngôn ngữ không trả lời; dưới đây là câu trả lời trích dẫn.",
        "The language model does not answer; this is the extractive answer.",
    ),
    "answer.llm_dropped": (
        "Đã bỏ {count} câu của mô hình ngôn ngữ không khớp với nguồn.",
        "Dropped {count} sentence{count:s} of the language model that the sources do not bear out.",
    ),
}
