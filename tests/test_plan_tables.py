"""Assignment tables whose cells are paragraphs of their own, with blank lines between them."""

from __future__ import annotations

import pytest

from corpus.actors import Reader
from corpus.cell_bodies import bodies_of
from corpus.cell_terms import term_of
from corpus.cells import roles_of
from corpus.dealing import dealt
from corpus.document import Clause, ClauseKind
from tests.test_dense_tables import HEAD, read, tasks


def table(text: str) -> str:
    """A document with a table, a cell a line; " | " within a cell begins a line of its own."""
    cells = [cell for line in text.strip().split("\n") for cell in line.strip().split(" / ")]
    return HEAD + "\n\n".join(cell.replace(" | ", "\n") for cell in cells) + "\n"


def said(text: str) -> list[tuple[str, str, str, str | None]]:
    return tasks(read(table(text)))


def test_columns_may_stand_in_any_order():
    """When it is due comes first, then who leads, what there is to do, what shall come of it, who helps."""
    assert said("""
        TT / Thời hạn / Đơn vị thực hiện / Nhiệm vụ / Sản phẩm / Đơn vị phối hợp
        1 / Tháng 3/2026 / Sở Y tế / Khảo sát đường truyền của các trạm y tế / Báo cáo khảo sát / Công an tỉnh
        2 / Quý II/2026 / Sở Tài chính / Bố trí kinh phí mua máy tính cho trạm / Quyết định được ban hành
        3 / Thường xuyên / Sở Nội vụ / Đào tạo kỹ năng số cho nhân viên y tế / Các lớp tập huấn / Sở Y tế
    """) == [
        ("Khảo", "Sở Y tế", "lead", "Tháng 3/2026"),
        ("Khảo", "Công an tỉnh", "support", "Tháng 3/2026"),
        ("Bố", "Sở Tài chính", "lead", "Quý II/2026"),
        ("Đào", "Sở Nội vụ", "lead", "Thường xuyên"),
        ("Đào", "Sở Y tế", "support", "Thường xuyên"),
    ]  # fmt: skip


NATIONAL = """
    STT / Cơ quan chủ trì / Cơ quan phối hợp / Thuộc nhóm nhiệm | vụ, hành động / Nội dung nhiệm | vụ / Chỉ tiêu đạt được / Thời hạn hoàn thành
    A. / BỘ NÔNG NGHIỆP VÀ MÔI | TRƯỜNG
    1 / Bộ Nông nghiệp và Môi trường / - Bộ Khoa học và Công nghệ; | - Các bộ, ngành liên quan và UBND các tỉnh/ thành | phố. / Hoàn thiện hệ thống chính sách pháp luật về kiểm soát chất lượng không khí
    - Hoàn thiện Nghị định về xử lý vi phạm hành | chính trong lĩnh vực bảo vệ môi trường. / - Nghị định được ban hành, chế tài đủ mạnh. / Ban hành trong quý I năm 2026. Thực hiện rà soát, | điều chỉnh (nếu có)
    - Rà soát, cập nhật các hướng dẫn kỹ thuật về hệ | số phát thải. / - Bộ công cụ kiểm kê khí thải được ban hành. | - Các hoạt động tập huấn được triển khai. / Giai đoạn 2026 - 2027
    2 / Bộ Nông nghiệp và Môi trường / UBND các tỉnh/thành phố / Xây dựng hệ thống quan trắc, cảnh báo
    - Đầu tư, hiện đại hóa mạng lưới quan trắc tự động. | - Vận hành hệ thống cảnh báo ô nhiễm. / - Mạng lưới quan trắc và cảm biến được đầu tư. | - Hệ thống cảnh báo, dự báo đi vào vận hành. / Hoàn thành trong năm 2026 và vận hành thường xuyên, | liên tục
    G. / BỘ GIÁO DỤC VÀ ĐÀO TẠO
    Bộ Giáo dục và Đào tạo / Đại học Bách khoa Hà Nội; các trường đại học, viện | nghiên cứu / Nghiên cứu và chuyển giao công nghệ
    - Thí điểm Bản sao số trong quản lý chất lượng không khí. / - Hình thành một nhóm nghiên cứu mạnh liên ngành. / Giai đoạn 2026 - 2030
    Các bộ, ngành liên quan / - Nghiên cứu việc xây dựng chương trình đào tạo về không khí. / Chương trình đào tạo được ban hành. / Giai đoạn 2026 - 2030
"""


def test_a_row_may_hold_several_pieces_of_work_with_targets_and_terms_of_their_own():
    """Who leads stands beside all of them; the title of the group of work and the targets are no work."""
    agriculture, science = "Bộ Nông nghiệp và Môi trường", "Bộ Khoa học và Công nghệ"
    provinces, education = "Ủy ban nhân dân các tỉnh/thành phố", "Bộ Giáo dục và Đào tạo"
    both = "trong năm 2026; thường xuyên, liên tục"
    assert said(NATIONAL) == [
        ("Hoàn", agriculture, "lead", "trong quý I năm 2026"),
        ("Hoàn", science, "support", "trong quý I năm 2026"),
        ("Hoàn", provinces, "support", "trong quý I năm 2026"),
        ("Rà", agriculture, "lead", "Giai đoạn 2026 - 2027"),
        ("Rà", science, "support", "Giai đoạn 2026 - 2027"),
        ("Rà", provinces, "support", "Giai đoạn 2026 - 2027"),
        ("Đầu", agriculture, "lead", both),
        ("Đầu", provinces, "support", both),
        ("Vận", agriculture, "lead", both),
        ("Vận", provinces, "support", both),
        ("Thí", education, "lead", "Giai đoạn 2026 - 2030"),
        ("Thí", "Đại học Bách khoa Hà Nội", "support", "Giai đoạn 2026 - 2030"),
        ("Thí", "Các trường đại học, viện nghiên cứu", "support", "Giai đoạn 2026 - 2030"),
        ("Nghiên", education, "lead", "Giai đoạn 2026 - 2030"),
    ]


def test_what_a_project_consists_of_is_its_work_and_not_its_name_or_product():
    """Of two columns that say what to do, the latter does; "Sản phẩm: …" says what shall come of it."""
    assert said("""
        STT / Tên dự án, nhiệm vụ / Nội dung chính / Cơ quan chủ trì / Cơ quan phối hợp / Tình trạng / Thời gian thực hiện / Nguồn lực
        I / NHÓM QUAN TRẮC KHÔNG KHÍ
        1 / Đầu tư và mở rộng mạng lưới quan trắc / - Hoàn thiện mạng lưới quan trắc không khí theo quy hoạch được ban hành. | - Đầu tư 03 xe quan trắc di động. | - Sản phẩm: 22 trạm quan trắc được lắp đặt.
        - Bộ Xây dựng (mạng lưới quốc gia); | - UBND thành phố Hà Nội và các tỉnh, thành phố khác (mạng lưới địa phương). / Các cơ quan liên quan / Đang thực hiện / 2026 - 2030 / I, II, IV
    """) == [
        (work, body, role, "2026 - 2030")
        for work in ("Hoàn", "Đầu")
        for body, role in (
            ("Bộ Xây dựng", "joint"),
            ("Ủy ban nhân dân thành phố Hà Nội", "joint"),
            ("Ủy ban nhân dân các tỉnh, thành phố khác", "general"),
        )
    ]  # fmt: skip


def test_a_name_over_several_columns_is_no_column():
    """Theirs are printed below the row of names, and stand in its place."""
    assert said("""
        TT / Nội dung công việc / Phân công thực hiện / Tiến độ / Chủ trì / Phối hợp
        1 / Rà soát các trạm bơm xuống cấp / Sở Xây dựng / UBND các xã / Tháng 4/2026
        2 / Sửa chữa đê bao ở các xã ven sông / UBND các xã / Sở Tài chính / Quý III/2026
    """) == [
        ("Rà", "Sở Xây dựng", "lead", "Tháng 4/2026"),
        ("Rà", "Ủy ban nhân dân các xã", "support", "Tháng 4/2026"),
        ("Sửa", "Ủy ban nhân dân các xã", "general", "Quý III/2026"),
        ("Sửa", "Sở Tài chính", "support", "Quý III/2026"),
    ]  # fmt: skip


def test_the_title_of_a_group_may_say_who_leads_or_when():
    """Rows that name nobody themselves are led by the body above them."""
    assert said("""
        TT / Nhiệm vụ / Cơ quan thực hiện / Cơ quan phối hợp / Thời gian
        A / Sở Y tế
        1 / Cấp phát thuốc cho các trạm y tế / Tháng 5/2026
        2 / Tiêm phòng cho trẻ em dưới 5 tuổi / Tháng 6/2026
        B / Nhóm nhiệm vụ về môi trường
        1 / Thu gom rác thải ở các khu chợ / Hằng ngày
    """) == [
        ("Cấp", "Sở Y tế", "lead", "Tháng 5/2026"),
        ("Tiêm", "Sở Y tế", "lead", "Tháng 6/2026"),
    ]
    assert said("""
        TT / Chỉ tiêu / Đơn vị / Kết quả / Cơ quan chủ trì theo dõi, đánh giá
        I / Giai đoạn 2025-2027
        I.1 / Cung cấp dịch vụ số
        1 / Tỉ lệ dịch vụ công trực tuyến toàn trình / % / 100% / Văn phòng Chính phủ
        II / Giai đoạn 2028-2030
        1 / Tỉ lệ cán bộ được đào tạo kỹ năng số / % / 50% / Bộ Nội vụ
    """) == [
        ("Tỉ", "Văn phòng Chính phủ", "lead", "Giai đoạn 2025-2027"),
        ("Tỉ", "Bộ Nội vụ", "lead", "Giai đoạn 2028-2030"),
    ]  # fmt: skip


def test_a_table_below_the_parts_of_a_list_of_things_tells_whom_it_names():
    """It stands in the annex, however deep the parts "I.1", "I.2" set its rows; the list tells nobody."""
    projects = table("""
        TT / Tên dự án, nhiệm vụ / Cơ quan chủ trì / Thời gian
        I / Hạ tầng số
        I.1 / Trung tâm dữ liệu
        1 / Xây dựng trung tâm dữ liệu của tỉnh / Công an tỉnh / Năm 2026
    """).replace("DANH MỤC NHIỆM VỤ NĂM 2026", "DANH MỤC DỰ ÁN ƯU TIÊN")
    assert tasks(read(projects)) == [("Xây", "Công an tỉnh", "lead", "Năm 2026")]


def test_a_row_with_the_ordinal_of_a_group_is_a_row_if_it_says_who_leads():
    """And its work is read as that of any other row, with the helpers it names itself."""
    assert said("""
        TT / Nhiệm vụ / Cơ quan chủ trì / Cơ quan phối hợp / Thời gian
        I / Hoàn thiện quy chế dữ liệu, phối hợp với Sở Tài chính bố trí vốn / Sở Tư pháp / Sở Nội vụ / Quý I/2026
        II / Nhóm nhiệm vụ về hạ tầng
    """) == [
        ("Hoàn", "Sở Tư pháp", "lead", "Quý I/2026"),
        ("Hoàn", "Sở Tài chính", "support", "Quý I/2026"),
        ("Hoàn", "Sở Nội vụ", "support", "Quý I/2026"),
    ]  # fmt: skip


def test_a_cell_may_stand_beside_several_rows():
    """Who leads, who helps and when is said once for the rows below; but not behind a gap in them."""
    assert said("""
        TT / Nội dung / Đơn vị chủ trì / Đơn vị phối hợp / Thời gian hoàn thành
        1 / Xây dựng quy chế của tổ công tác / Sở Tư pháp / Sở Nội vụ / Quý I/2026
        1.1 / Lấy ý kiến của các xã, phường / Tháng 2/2026
        2 / Tổ chức hội nghị triển khai quy chế
        4 / Nhóm nhiệm vụ thường xuyên khác
    """) == [
        ("Xây", "Sở Tư pháp", "lead", "Quý I/2026"),
        ("Xây", "Sở Nội vụ", "support", "Quý I/2026"),
        ("Lấy", "Sở Tư pháp", "lead", "Tháng 2/2026"),
        ("Lấy", "Sở Nội vụ", "support", "Tháng 2/2026"),
        ("Tổ", "Sở Tư pháp", "lead", "Tháng 2/2026"),
        ("Tổ", "Sở Nội vụ", "support", "Tháng 2/2026"),
    ]


def test_what_stands_behind_the_last_row_is_no_cell_of_it():
    """The table ends where nothing fits its columns any more, at a note, or at the next annex."""
    rows = """
        TT / Nội dung / Đơn vị chủ trì / Đơn vị phối hợp / Thời gian
        1 / Kiểm tra các bếp ăn tập thể của trường / Sở Y tế / Sở Công Thương / Quý I/2026
        2 / Tập huấn cho người chế biến thức ăn / Sở Công Thương / Sở Y tế / Quý II/2026
    """
    told = said(rows)
    assert len(told) == 4
    assert said(f"{rows}\nDanh mục này được rà soát theo tình hình của tỉnh.") == told
    timeless = rows.replace(" / Quý II/2026", "")
    assert said(f"{timeless}\nGhi chú: tính đến hết ngày 31/12/2025.") == said(timeless)
    assert said(f"{rows}\nPHỤ LỤC II / BẢNG GIÁ") == told


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        ("Nhiệm vụ, giải pháp / Kết quả thực hiện nhiệm vụ / Chủ trì", ["content", "result", "lead"]),
        ("Nhóm nhiệm vụ / Nhiệm vụ cụ thể / Cơ quan chủ trì", ["title", "content", "lead"]),
        ("Mục tiêu, nhiệm vụ / Đơn vị đầu mối / Lộ trình", ["content", "lead", "time"]),
        ("Nhóm nhiệm vụ / Đơn vị thực hiện", ["content", "lead"]),
        ("Chỉ tiêu / Đơn vị / Cơ quan chủ trì", ["content", None, "lead"]),
        ("Công việc / Tổ chức thực hiện / Hạn / Chủ trì / Phối hợp", ["content", "lead", "support", "time"]),
        ("Công việc / Trách nhiệm / Chủ trì / Phối hợp / Hạn", ["content", "lead", "support", "time"]),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(names, roles):
    """By the words of the names, in whichever order they stand."""
    assert roles_of(names.split(" / ")) == roles


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("Sở Y tế; UBND các xã.", ["Sở Y tế", "Ủy ban nhân dân các xã"]),
        ("Các trường đại học, viện nghiên cứu.", ["Các trường đại học, viện nghiên cứu"]),
        ("Bộ Y tế (chủ trì phần chính sách);", ["Bộ Y tế"]),
        ("Bộ Công an với các quy chuẩn chung; các bộ, ngành với quy chuẩn của ngành", ["Bộ Công an", "Các bộ, ngành"]),
        ("Bộ Y tế, các bộ, ngành, các Hiệp hội và Doanh nghiệp số", ["Bộ Y tế", "Các bộ, ngành", "Các Hiệp hội và Doanh nghiệp số"]),
        ("UBND thành phố Hà Nội và các tỉnh/ thành phố khác", ["Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân các tỉnh/thành phố khác"]),
        ("Các sở, ngành, xây dựng kế hoạch", None),
        ("Bộ Xây dựng chủ trì nghiên cứu, ban hành hướng dẫn", None),
        ("Quý I/2026", None),
    ],
)  # fmt: skip
def test_a_cell_of_bodies_names_them_all_and_nothing_else(cell, bodies):
    """Also for which part of the work, and classes that go on with words of no known body."""
    named = bodies_of(Reader(cell))
    assert (named and [actor.name for actor in named]) == bodies


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("Trước ngày 30/11/2026", "Trước ngày 30/11/2026"),
        ("Quý I năm 2026 và các năm tiếp theo", "Quý I năm 2026 và các năm tiếp theo"),
        ("Bắt đầu triển khai từ năm 2026", "Bắt đầu triển khai từ năm 2026"),
        ("Giai đoạn 2026 - 2027. Thực hiện rà soát (nếu có)", "Giai đoạn 2026 - 2027"),
        ("Thí điểm trong năm 2026 và thực hiện mở rộng sau năm 2028", "trong năm 2026; sau năm 2028"),
        ("Hoàn thành đầu tư giai đoạn 2026 - 2027, vận hành thường xuyên, liên tục", "giai đoạn 2026 - 2027; thường xuyên, liên tục"),
        ("Hoàn thành kiểm kê lần đầu trong năm 2026. Định kỳ cập nhật", "trong năm 2026"),
        ("Xây dựng các quy định, hướng dẫn trong giai đoạn 2026 - 2027.", "trong giai đoạn 2026 - 2027"),
    ],
)  # fmt: skip
def test_a_cell_that_tells_in_a_sentence_when_is_read_for_its_times(cell, term):
    """One that is a time and nothing else stands as it is written."""
    stated = term_of([Clause(0, ClauseKind.PARAGRAPH, "", cell, 7, 7 + len(cell))], None)
    assert stated is not None
    assert stated.text == term
    assert cell[stated.start - 7 : stated.end - 7].startswith(term.split(";")[0])


def test_a_time_that_is_broken_at_a_dash_is_one_time():
    """Its second half looks like an item of a list."""
    assert said("""
        TT / Nội dung công việc / Đơn vị chủ trì / Đơn vị phối hợp / Thời gian hoàn thành / Sản phẩm
        1 / Biên soạn sổ tay về bếp ăn tập thể / Sở Y tế / Sở Tài chính / Trước 31/01/2026 / Sổ tay
        2 / Tập huấn cho người trực tiếp chế biến / Sở Y tế / Tháng 3 | - 5/2026 / Danh sách xác nhận
    """)[2:] == [("Tập", "Sở Y tế", "lead", "Tháng 3 - 5/2026")]


def test_a_name_that_is_broken_over_paragraphs_is_one_name():
    """Columns too narrow for a name leave "UBND" alone on its line."""
    assert said("""
        TT / Nhiệm vụ / Đơn vị chủ trì / Đơn vị phối hợp / Thời gian hoàn thành
        1 / Xây dựng lò giết mổ tập trung | thay thế 64 điểm giết mổ nhỏ lẻ / UBND | phường Nếnh / Sở Nông | nghiệp và Môi trường / Tháng | 12/2026
    """) == [
        ("Xây", "Ủy ban nhân dân phường Nếnh", "lead", "Tháng 12/2026"),
        ("Xây", "Sở Nông nghiệp và Môi trường", "support", "Tháng 12/2026"),
    ]  # fmt: skip


def test_parts_of_a_figure_are_no_work():
    """What is counted is said once, and in short below what it is made of."""
    assert said("""
        TT / Chỉ tiêu / Cơ quan chủ trì / Thời gian
        1 / Số mét giá tài liệu giấy | Trong đó: | - Số mét giá đã chỉnh lý hoàn chỉnh | - Số mét giá chưa chỉnh lý / Sở Nội vụ / Tháng 6/2026
        2 / Số lượt người khai thác tài liệu | - Tại phòng đọc | - Trực tuyến / Sở Nội vụ / Tháng 6/2026
    """) == [("Số", "Sở Nội vụ", "lead", "Tháng 6/2026")] * 2  # fmt: skip


def test_a_time_in_unknown_words_and_a_body_of_unknown_name_make_no_row_of_their_own():
    """What stands between who leads and the end of the row is not taken for further work."""
    assert said("""
        TT / Nhiệm vụ / Đơn vị chủ trì / Đơn vị phối hợp / Thời hạn
        1 / Giải tỏa lồng bè trái phép tại vịnh / UBND phường Sơn Trà / UBND 06 phường có tên / Xong trước mùa mưa bão
        2 / Kiểm định lại toàn bộ cầu treo dân sinh / Sở Xây dựng / Không / Quý I/2026
        3 / Phủ sóng tại các khu công nghiệp / Sở Nội vụ / VNPT, Viettel, MobiFone / Quý II/2026
        4 / Sắp xếp nơi neo đậu thuyền thúng / UBND phường Sơn Trà / Sở Xây dựng / Theo tiến độ của dự án
    """) == [
        ("Giải", "Ủy ban nhân dân phường Sơn Trà", "lead", "trước mùa mưa bão"),
        ("Kiểm", "Sở Xây dựng", "lead", "Quý I/2026"),
        ("Phủ", "Sở Nội vụ", "lead", "Quý II/2026"),
        ("Phủ", "Tập đoàn Bưu chính Viễn thông Việt Nam", "support", "Quý II/2026"),
        ("Phủ", "Tập đoàn Công nghiệp - Viễn thông Quân đội", "support", "Quý II/2026"),
        ("Sắp", "Ủy ban nhân dân phường Sơn Trà", "lead", "Theo tiến độ của dự án"),
        ("Sắp", "Sở Xây dựng", "support", "Theo tiến độ của dự án"),
    ]  # fmt: skip


def test_a_catch_all_beside_later_work_helps():
    """It stands in the column of those who help: "các cơ quan liên quan" hardly lead."""
    cells = ["Sở Y tế", "Công an tỉnh", "Khám bệnh cho học sinh các xã", "2026"]
    cells += ["Các cơ quan liên quan", "Cấp thuốc cho người già neo đơn", "2027"]
    rows = dealt([(cell,) for cell in cells], ["lead", "support", "content", "time"], apart=True)
    assert rows == [[(0, 1), (1, 2), (2, 3), (3, 4)], [(4, 4), (4, 5), (5, 6), (6, 7)]]
