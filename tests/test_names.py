"""Who is named in running text, in full, and whether a class or a body."""

from __future__ import annotations

import pytest

from corpus.actors import Actor, Reader
from corpus.agencies import default_registry
from corpus.names import standard_name

CASES = [
    ("Bộ trưởng Bộ Quốc phòng chỉ đạo Quân khu 5", ["Bộ Quốc phòng"], []),
    ("Giám đốc Sở Nội vụ chủ trì", ["Sở Nội vụ"], []),
    ("Thống đốc Ngân hàng Nhà nước Việt Nam chỉ đạo", ["Ngân hàng Nhà nước Việt Nam"], []),
    ("Chánh Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia phối hợp",
     ["Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia"], []),
    ("Bí thư tỉnh ủy và Chủ tịch Ủy ban nhân dân các tỉnh: Đắk Lắk và Lâm Đồng tiếp tục",
     ["Tỉnh ủy Đắk Lắk", "Ủy ban nhân dân tỉnh Đắk Lắk", "Tỉnh ủy Lâm Đồng",
      "Ủy ban nhân dân tỉnh Lâm Đồng"], []),
    ("Bí thư Tỉnh ủy, Thành ủy các tỉnh, thành phố: Hồ Chí Minh, Huế, Lào Cai chỉ đạo",
     ["Thành ủy Hồ Chí Minh", "Thành ủy Huế", "Tỉnh ủy Lào Cai"], []),
    ("Bộ trưởng các Bộ: Quốc phòng, Công an, Văn hóa, Thể thao và Du lịch, Y tế chủ động",
     ["Bộ Quốc phòng", "Bộ Công an", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Y tế"], []),
    ("Bộ trưởng các Bộ: Quốc phòng, Công an chỉ đạo lực lượng", ["Bộ Quốc phòng", "Bộ Công an"], []),
    ("Giám đốc các Sở: Y tế, Tài chính; Giám đốc Công an tỉnh chịu trách nhiệm",
     ["Sở Y tế", "Sở Tài chính", "Công an tỉnh"], []),
    ("Sở Xây dựng các tỉnh, thành phố: Gia Lai, Đà Nẵng.",
     ["Sở Xây dựng tỉnh Gia Lai", "Sở Xây dựng thành phố Đà Nẵng"], []),
    ("Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương: Huế, Quảng Trị khẩn trương",
     ["Ủy ban nhân dân thành phố Huế", "Ủy ban nhân dân tỉnh Quảng Trị"], []),
    ("Chủ tịch UBND các xã: Vân Trạch, Hòa Thủy và phường Đông Khê tổ chức",
     ["Ủy ban nhân dân xã Vân Trạch", "Ủy ban nhân dân xã Hòa Thủy",
      "Ủy ban nhân dân phường Đông Khê"], []),
    ("UBND huyện Đông Hải và UBND huyện Hòa Bình thống kê",
     ["Ủy ban nhân dân huyện Đông Hải", "Ủy ban nhân dân huyện Hòa Bình"], []),
    ("Sở Văn hóa, Thông tin, Thể thao và Du lịch xây dựng kịch bản",
     ["Sở Văn hóa, Thông tin, Thể thao và Du lịch"], []),
    ("Phòng Kinh tế thuộc Văn phòng UBND tỉnh theo dõi, nhắc việc",
     ["Phòng Kinh tế thuộc Văn phòng Ủy ban nhân dân tỉnh"], []),
    ("Phòng Cảnh sát giao thông - Công an tỉnh, Sở Xây dựng mở",
     ["Phòng Cảnh sát giao thông - Công an tỉnh", "Sở Xây dựng"], []),
    ("Chi bộ Công an xã, Chi bộ Quân sự xã", ["Chi bộ Công an xã", "Chi bộ Quân sự xã"], []),
    ("Hội Phụ nữ xã, Đoàn Thanh niên Cộng sản Hồ Chí Minh xã, Hội Cựu chiến binh xã thực hiện",
     ["Hội Phụ nữ xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", "Hội Cựu chiến binh xã"], []),
    ("Các chi bộ, đảng bộ trực thuộc quán triệt", [], ["Các chi bộ, đảng bộ trực thuộc"]),
    ("Chi bộ các trường học trên địa bàn chỉ đạo", [], ["Chi bộ các trường học trên địa bàn"]),
    ("Bí thư chi bộ, trưởng bản chịu trách nhiệm", [], ["Bí thư chi bộ, trưởng bản"]),
    ("Ủy ban nhân dân các tỉnh đang có dịch báo cáo", [],
     ["Ủy ban nhân dân các tỉnh đang có dịch"]),
    ("Ủy ban nhân dân các tỉnh biên giới Tây Nam kiểm soát", [],
     ["Ủy ban nhân dân các tỉnh biên giới Tây Nam"]),
    ("Các tỉnh Nghệ An, Cao Bằng khẩn trương", ["Tỉnh Nghệ An", "Tỉnh Cao Bằng"], []),
    ("Bệnh viện Bãi Cháy, Bệnh viện đa khoa tỉnh, Trung tâm Y tế Vân Đồn duy trì kíp trực",
     ["Bệnh viện Bãi Cháy", "Bệnh viện đa khoa tỉnh", "Trung tâm Y tế Vân Đồn"], []),
    ("Phòng Quản lý Báo chí - Xuất bản thụ lý và xử lý hồ sơ",
     ["Phòng Quản lý Báo chí - Xuất bản"], []),
    ("Công an TP, Viettel, Ban Quản lý vịnh Hạ Long rút gọn quy trình",
     ["Công an Thành phố", "Tập đoàn Công nghiệp - Viễn thông Quân đội",
      "Ban Quản lý vịnh Hạ Long"], []),
    ("Cục Kết cấu hạ tầng xây dựng tham mưu việc", ["Cục Kết cấu hạ tầng xây dựng"], []),
    ("Cục Tiền lương và Bảo hiểm xã hội, Cục Quản lý, giám sát kế toán, kiểm toán rà soát",
     ["Cục Tiền lương và Bảo hiểm xã hội", "Cục Quản lý, giám sát kế toán, kiểm toán"], []),
    ("Ban Quản lý Dự án 85 khẩn trương", ["Ban Quản lý Dự án 85"], []),
    ("Trung tâm Phục vụ hành chính công xây dựng kế hoạch",
     ["Trung tâm Phục vụ hành chính công"], []),
    ("Bộ Xây dựng đẩy nhanh tiến độ", ["Bộ Xây dựng"], []),
    ("Phó Thủ tướng thường trực Chính phủ Nguyễn Hòa Bình tỉnh Đắk Lắk,",
     ["Phó Thủ tướng Chính phủ Nguyễn Hòa Bình"], []),
    ("Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường tổ chức", [],
     ["Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"]),
    ("Các đồng chí Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ theo", [],
     ["Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ"]),
    ("Sở Y tế, Ủy ban nhân dân các huyện, thành phố và các đơn vị có liên quan", ["Sở Y tế"],
     ["Ủy ban nhân dân các huyện, thành phố", "Các đơn vị có liên quan"]),
    ("Bộ Chỉ huy Quân sự tỉnh các đơn vị, địa phương có liên quan: Tiếp tục",
     ["Bộ Chỉ huy Quân sự tỉnh"], ["Các đơn vị, địa phương có liên quan"]),
    ("UBND các xã, phường, đặc khu Cồn Cỏ", [],
     ["Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ"]),
    ("Đài Phát thanh - Truyền hình tỉnh, Cổng thông tin điện tử tỉnh:",
     ["Đài Phát thanh - Truyền hình tỉnh", "Cổng Thông tin điện tử tỉnh"], []),
    ("Ủy ban Mặt trận Tổ quốc tỉnh, Tập đoàn Công nghiệp-Năng lượng quốc gia Việt Nam chủ động",
     ["Ủy ban Mặt trận Tổ quốc tỉnh", "Tập đoàn Công nghiệp - Năng lượng quốc gia Việt Nam"], []),
    ("Kiểm toán nhà nước khu vực II, Kho bạc nhà nước khu vực XI, Chi cục Hải quan khu vực 8 tăng",
     ["Kiểm toán nhà nước khu vực II", "Kho bạc Nhà nước khu vực XI",
      "Chi cục Hải quan khu vực 8"], []),
    ("Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng, Tòa án nhân dân tỉnh tăng cường",
     ["Văn phòng Tỉnh ủy", "Tòa án nhân dân tỉnh"], ["Các Ban Xây dựng Đảng"]),
    ("Ban Quản lý Khu kinh tế Sơn Nam đề xuất", ["Ban Quản lý Khu kinh tế Sơn Nam"], []),
    ("Ủy ban nhân dân thành phố Hà Nội, thành phố Hải Phòng và tỉnh Quảng Ninh hỗ trợ",
     ["Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân thành phố Hải Phòng",
      "Ủy ban nhân dân tỉnh Quảng Ninh"], []),
    ("Các sở, ban, ngành, đoàn thể cấp tỉnh và Ủy ban nhân dân các xã, phường tiếp tục", [],
     ["Các sở, ban, ngành, đoàn thể cấp tỉnh", "Ủy ban nhân dân các xã, phường"]),
    ("các bộ, ngành, địa phương, các nhà đầu tư, nhà thầu phối hợp", [],
     ["Các bộ, ngành, địa phương", "Các nhà đầu tư, nhà thầu"]),
    ("Các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp phối hợp", [],
     ["Các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp"]),
    ("Các doanh nghiệp thứ cấp đang hoạt động trong Khu công nghiệp chủ động", [],
     ["Các doanh nghiệp thứ cấp đang hoạt động trong Khu công nghiệp"]),
    ("Các Bộ trưởng, Thủ trưởng các cơ quan có liên quan chịu trách nhiệm", [],
     ["Các Bộ", "Các cơ quan có liên quan"]),
    ("Thuế tỉnh, thành phố để thường xuyên rà soát", [], ["Thuế tỉnh, thành phố"]),
    ("các đơn vị, cơ sở giáo dục trực thuộc triển khai", [],
     ["Các đơn vị, cơ sở giáo dục trực thuộc"]),
    ("Cơ quan chủ quản Chương trình báo cáo", ["Cơ quan chủ quản Chương trình"], []),
    ("Các cơ quan: Đài Truyền hình Việt Nam, Thông tấn xã Việt Nam phát thông điệp",
     ["Đài Truyền hình Việt Nam", "Thông tấn xã Việt Nam"], []),
    ("Chủ tịch UBND các xã: Trung Hiệp, Chánh Hưng và Chủ tịch UBND phường Duyên Hải dừng nhận rác",
     ["Ủy ban nhân dân xã Trung Hiệp", "Ủy ban nhân dân xã Chánh Hưng",
      "Ủy ban nhân dân phường Duyên Hải"], []),
    ("Ủy ban nhân dân các xã: Chợ Lách, Hưng Khánh Trung và Thủ trưởng các cơ quan có liên quan",
     ["Ủy ban nhân dân xã Chợ Lách", "Ủy ban nhân dân xã Hưng Khánh Trung"],
     ["Các cơ quan có liên quan"]),
    ("Cục Công nghệ thông tin nâng dung lượng máy chủ", ["Cục Công nghệ thông tin"], []),
    ("Viện Vắc xin và Sinh phẩm y tế khởi động thử nghiệm lâm sàng",
     ["Viện Vắc xin và Sinh phẩm y tế"], []),
    ("Hạt Kiểm lâm khu vực II đặt biển nhắc khách", ["Hạt Kiểm lâm khu vực II"], []),
    ("Thanh tra viên Phòng Kiểm tra - Pháp chế (Sở Y tế) kiểm tra đột xuất",
     ["Phòng Kiểm tra - Pháp chế"], []),
    ("Nhà đầu tư (Tập đoàn Đèo Cả) rà soát", ["Tập đoàn Đèo Cả"], []),
    ("Các công ty thủy lợi, chủ hồ chứa thủy điện trên địa bàn thông báo lịch xả nước", [],
     ["Các công ty thủy lợi, chủ hồ chứa thủy điện trên địa bàn"]),
    ("Phòng Kế hoạch tổng hợp lập danh sách người hiến máu", ["Phòng Kế hoạch tổng hợp"], []),
    ("Phòng Tài chính - Kế hoạch tổng hợp, báo cáo", ["Phòng Tài chính - Kế hoạch"], []),
    ("Trưởng phòng Tài chính kế toán chi trả quà tặng", ["Phòng Tài chính kế toán"], []),
    ("Khoa Hồi sức tích cực - Chống độc, Khoa Phụ sản thống nhất phác đồ",
     ["Khoa Hồi sức tích cực - Chống độc", "Khoa Phụ sản"], []),
    ("Đoàn Thanh niên, Công đoàn Bệnh viện vận động ít nhất 90 đoàn viên",
     ["Đoàn Thanh niên", "Công đoàn Bệnh viện"], []),
    ("Tổ Công nghệ thông tin gửi tin nhắn", ["Tổ Công nghệ thông tin"], []),
    ("các khoa, phòng nghiêm túc thực hiện", [], ["Các khoa, phòng"]),
    ("Trưởng Thuế các tỉnh, thành phố chịu trách nhiệm", [], ["Thuế các tỉnh, thành phố"]),
    ("Ban Pháp chế, Ban Công nghệ, chuyển đổi số và tự động hóa xây dựng bộ tiêu chí",
     ["Ban Pháp chế", "Ban Công nghệ, chuyển đổi số và tự động hóa"], []),
    ("Ban Pháp chế, rà soát và tổng hợp báo cáo kết quả", ["Ban Pháp chế"], []),
    ("Bộ Nội vụ[4], Bộ Tài chính chịu trách nhiệm", ["Bộ Nội vụ", "Bộ Tài chính"], []),
    ("Các doanh nghiệp hoạt động dịch vụ đưa người lao động đi làm việc ở nước ngoài tự rà soát", [],
     ["Các doanh nghiệp hoạt động dịch vụ đưa người lao động đi làm việc ở nước ngoài"]),
    ("Các đơn vị quản lý vận hành công trình điện lực tổ chức thực hiện Quy định này", [],
     ["Các đơn vị quản lý vận hành công trình điện lực"]),
    (("Các tổ chức cung cấp dịch vụ hóa đơn điện tử miễn phí phần mềm 12 tháng đầu cho hộ "
      "kinh doanh có doanh thu dưới 01 tỷ đồng."), [],
     ["Các tổ chức cung cấp dịch vụ hóa đơn điện tử"]),
    ("Các tổ chức, cá nhân hoạt động điện lực, sử dụng điện trên địa bàn tỉnh có trách nhiệm bảo vệ", [],
     ["Các tổ chức, cá nhân hoạt động điện lực, sử dụng điện trên địa bàn tỉnh"]),
    ("Các chủ tàu, thuyền trưởng tàu cá chấp hành nghiêm", [],
     ["Các chủ tàu, thuyền trưởng tàu cá"]),
    ("Cục Hàng không Việt Nam - Bộ Xây dựng", ["Cục Hàng không Việt Nam"], []),
    ("Giám đốc các sở, Thủ trưởng các ban, ngành cấp tỉnh; Giám đốc Sở Y tế", ["Sở Y tế"],
     ["Các sở", "Các ban, ngành cấp tỉnh"]),
    ("Đảng ủy các xã: Cò Nòi, Phiêng Pằn và Đảng ủy thị trấn Hát Lót cử một đồng chí",
     ["Đảng ủy xã Cò Nòi", "Đảng ủy xã Phiêng Pằn", "Đảng ủy thị trấn Hát Lót"], []),
    ("Hội Cựu chiến binh huyện, Huyện đoàn nhận đỡ đầu các cháu",
     ["Hội Cựu chiến binh huyện", "Huyện đoàn"], []),
    ("Các hộ nuôi cá lồng trên hồ Thác Bà khẩn trương di dời lồng bè.", [],
     ["Các hộ nuôi cá lồng trên hồ Thác Bà"]),
    ("Chủ phương tiện thủy chở khách ngang sông phải trang bị đủ áo phao.", [],
     ["Chủ phương tiện thủy chở khách ngang sông"]),
    ("UBND các xã, phường còn lại có diện tích điều trên 100 ha lồng ghép nội dung Kế hoạch", [],
     ["Ủy ban nhân dân các xã, phường còn lại có diện tích điều trên 100 ha"]),
    ("Chủ tịch Ủy ban nhân dân các tỉnh có cảng hàng không, sân bay quán triệt phương châm", [],
     ["Ủy ban nhân dân các tỉnh có cảng hàng không, sân bay"]),
    ("Các sở, ban, ngành tỉnh còn lại trong phạm vi chức năng, nhiệm vụ triển khai thực hiện", [],
     ["Các sở, ban, ngành tỉnh còn lại"]),
    ("Các sở, ngành khác và địa phương không nêu ở trên chủ động phối hợp khi có yêu cầu", [],
     ["Các sở, ngành khác và địa phương không nêu ở trên"]),
    ("UBND các thành phố: Cẩm Phả, Uông Bí và UBND thị xã Quảng Yên tháo dỡ cầu dẫn",
     ["Ủy ban nhân dân thành phố Cẩm Phả", "Ủy ban nhân dân thành phố Uông Bí",
      "Ủy ban nhân dân thị xã Quảng Yên"], []),
    ("các đơn vị điện lực, các đơn vị truyền thông tổ chức các hoạt động tuyên truyền", [],
     ["Các đơn vị điện lực", "Các đơn vị truyền thông"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies", "groups"), CASES)
def test_names_are_read_in_full(text: str, bodies: list[str], groups: list[str]) -> None:
    """Titles are dropped, abbreviations spelled out, lists dealt out, classes kept as written."""
    actors = Reader(text).actors(0)
    assert actors is not None
    assert [actor.name for actor in actors.members if not actor.group] == bodies
    assert [actor.name for actor in actors.members if actor.group] == groups


@pytest.mark.parametrize(
    "text",
    [
        "Khoa học và Công nghệ",
        "Tổ trưởng Tổ dân phố",
        "Báo cáo kết quả",
        "Trường hợp khẩn cấp",
        "Hội nghị triển khai",
        "Đánh giá cao nỗ lực",
    ],
)
def test_common_words_in_capitals_are_no_agencies(text: str) -> None:
    """Words that only share a syllable with a head noun name nobody."""
    assert Reader(text).actors(0) is None


def test_a_list_is_read_item_by_item_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is asked for: a page of nothing but names must not take minutes."""
    text = "Giám đốc Sở Y tế, " * 40 + "báo cáo."
    tried: list[int] = []
    first_rule = Reader._first_rule

    def counted(reader: Reader, at: int) -> list[Actor] | None:
        tried.append(at)
        return first_rule(reader, at)

    monkeypatch.setattr(Reader, "_first_rule", counted)
    reader = Reader(text)
    for at in range(0, len(text), len("Giám đốc Sở Y tế, ")):
        reader.actors(at)
    assert len(tried) == len(set(tried))


def test_above_named_bodies_are_found_among_the_addressees() -> None:
    """Reads “Các Sở Xây dựng nêu trên”: are those the document is addressed to."""
    above = [Actor("Sở Xây dựng tỉnh Gia Lai", "", 0, 0), Actor("Sở Y tế", "", 0, 0)]
    actors = Reader("Các Sở Xây dựng nêu trên", above=above).actors(0)
    assert actors is not None
    assert [actor.name for actor in actors.members] == ["Sở Xây dựng tỉnh Gia Lai"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("so y te", "Sở Y tế"),
        ("SYT", "Sở Y tế"),
        ("sở y tê", "Sở Y tế"),
        ("Department of Health", "Sở Y tế"),
        ("Sở GTVT", "Sở Giao thông vận tải"),
        ("So nong nghep va moi truong", "Sở Nông nghiệp và Môi trường"),
        ("Sở Phép thuật", None),
    ],
)  # fmt: skip
def test_a_body_is_known_by_any_of_its_names(words: str, name: str | None) -> None:
    """Abbreviated, unaccented, English and mistyped names resolve; invented ones do not."""
    assert default_registry().resolve(words) == name


def test_successors_of_2025_are_known_both_ways() -> None:
    """Merged departments and provinces lead to today's body, with the day."""
    registry = default_registry()
    found = registry.successor("Ủy ban nhân dân tỉnh Kon Tum")
    assert found is not None
    assert (found.successor, found.since.isoformat()) == (
        "Ủy ban nhân dân tỉnh Quảng Ngãi",
        "2025-07-01",
    )
    assert {each.predecessor for each in registry.successions("Sở Nông nghiệp và Môi trường")} == {
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Tài nguyên và Môi trường",
    }


def test_a_department_of_a_city_that_the_registry_has_for_provinces_is_named() -> None:
    """Behind a name that the registry ends in "tỉnh" another rank may stand."""
    name = "Trung tâm Kiểm soát bệnh tật thành phố Hải Phòng"
    assert standard_name(name, default_registry()) == name


@pytest.mark.parametrize("place", ["thành phố Hải Phòng", "tỉnh Gia Lai", "khu vực III"])
def test_every_registered_body_may_be_named_with_a_place(place: str) -> None:
    """Whatever rank the registry gives it: one name, which is its own standard, the place once."""
    registry = default_registry()
    for agency in registry.agencies:
        name = standard_name(f"{agency.name} {place}", registry)
        assert name == standard_name(name, registry)
        assert name.count(place) <= 1
        assert "thành phố thành phố" not in name.lower()
