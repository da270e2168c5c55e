"""A library of a few directives made by hand, to ask questions of; no model and no file is needed."""

from __future__ import annotations

from pathlib import Path

from corpus.document import SourceLine
from corpus.load import Loaded
from corpus.parse import parse
from index.library import Library
from tests.directives import BagEncoder

MASKS = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 15/CT-UBND
Sơn Hà, ngày 04 tháng 3 năm 2025
CHỈ THỊ
Về việc tăng cường phòng, chống dịch cúm gia cầm trên địa bàn tỉnh
Thực hiện Quyết định số 32/QĐ-TTg ngày 10 tháng 01 năm 2025 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Các Sở, ban, ngành, địa phương: Tuyên truyền để người dân không giết mổ gia cầm ốm.
2. Sở Y tế
- Tổ chức xét nghiệm các trường hợp nghi mắc; báo cáo kết quả trước ngày 15/3/2025.
- Chuẩn bị 40 giường cách ly tại Bệnh viện đa khoa tỉnh.
- Hướng dẫn việc đeo khẩu trang tại chợ đầu mối.
3. Sở Công Thương chủ trì, phối hợp với Sở Y tế kiểm tra các chợ, xử lý nơi bán gia cầm không rõ nguồn gốc.
4. Công an tỉnh: Xử phạt người vận chuyển gia cầm trái phép theo Nghị định số 90/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ.
5. Các Sở, ngành khác theo chức năng, nhiệm vụ tham gia phòng, chống dịch.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn An
"""
FLOOD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 07/CĐ-UBND
Sơn Hà, ngày 20 tháng 9 năm 2025
CÔNG ĐIỆN
Về việc ứng phó lũ trên sông Lam Hà
Theo Chỉ thị số 15/CT-UBND ngày 04 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế thành lập 06 đội cấp cứu lưu động, đến vị trí trước 17 giờ ngày 21 tháng 9 năm 2025.
2. Sở Nông nghiệp và Phát triển nông thôn vận hành hồ chứa, hạ mực nước xuống 45 m trước ngày 22/9/2025.
3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lê Thị Bình
"""

_LAST = "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê."


def flood_telling(*lines: str, head: str = FLOOD) -> str:
    """The telegram on the flood with these lines in place of its last point."""
    return head.replace(_LAST, "\n".join(lines))


def decision(number: str, day: str, title: str, *lines: str) -> str:
    """A decision of the same province: its number, day and title, and what it says."""
    head, _, _ = FLOOD.partition("Số:")
    body = "\n".join(lines)
    return (
        f"{head}Số: {number}\nSơn Hà, {day}\nQUYẾT ĐỊNH\n{title}\n{body}\n"
        "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Bình\n"
    )


def load_text(path: Path) -> Loaded:
    """A document from plain lines, one paragraph a line."""
    lines = [
        SourceLine(line, 1, number)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]
    return Loaded((parse(lines, str(path), path.name * 4),))


def make_library(folder: Path, **texts: str) -> Library:
    """A library of these texts (name=text), else of the two directives above."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    for name, text in (texts or {"masks": MASKS, "flood": FLOOD}).items():
        (docs / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(folder / "library")
    library.encoder = BagEncoder()
    library.update([docs], load=load_text)
    return library
