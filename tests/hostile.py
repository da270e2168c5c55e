"""Documents that try to be more than text."""

from __future__ import annotations

from pathlib import Path

MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>'
TEMPLATE = "${window.hacked=3} {{window.hacked}} `${window.hacked=4}`"
BACKWARDS = "\u202egnuc gnac oht\u202c \u200fphải sang trái\u200e"
LONG_NAME = "Sở " + "Phòng chống thiên tai và cứu nạn " * 8


def letter(number: str, title: str, duties: str) -> str:
    """A công văn in the form of Decree 30/2020/NĐ-CP."""
    return f"""ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN HẢI\t\tĐộc lập - Tự do - Hạnh phúc

Số: {number}\t\tSơn Hải, ngày 05 tháng 3 năm 2025
V/v {title}

Kính gửi: Các Sở, ban, ngành.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
{duties}

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
"""


def write_hostile(folder: Path) -> None:
    """Markup in titles and clauses, marks of direction, long names, thousands of clauses."""
    duties = (
        f"1. Sở Y tế: kiểm tra {MARKUP} trước ngày 10 tháng 4 năm 2025.\n"
        f"2. Sở Tài chính: bố trí kinh phí {TEMPLATE} đầy đủ.\n"
        f"3. Sở Nội vụ: tham mưu {BACKWARDS} kịp thời.\n"
        f"4. {LONG_NAME.strip()}: chủ trì khắc phục hậu quả."
    )
    title = f"kiểm tra {MARKUP} {TEMPLATE} {BACKWARDS}"
    (folder / "hostile.txt").write_text(letter("666/UBND-X", title, duties), encoding="utf-8")
    name = "<b>" + "n" * 180 + "</b>.txt"
    (folder / name.replace("/", "_")).write_text(
        letter("667/UBND-X", "về " + "việc rất dài " * 40, "1. Sở Công Thương: báo cáo kết quả."),
        encoding="utf-8",
    )
    many = "1. Sở Y tế:\n" + "\n".join(
        f"- Rà soát nội dung thứ {n} và báo cáo Ủy ban nhân dân tỉnh;" for n in range(1, 5001)
    )
    (folder / "many.txt").write_text(letter("668/UBND-X", "rà soát", many), encoding="utf-8")
