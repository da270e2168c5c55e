"""What questions ask: read from the words of officials, however they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.rows import Head
from qa.abbreviations import expand
from qa.follow_ups import follow_up
from qa.periods import periods_in
from qa.question import Form, Intent, Kind, read_question

HEADS = [
    Head(1, "a", "224/CĐ-TTg", "Công điện", "Về lễ khởi công", "Thủ tướng Chính phủ",
         date(2025, 11, 25), "a.txt"),
    Head(2, "b", "06/CT-UBND", "Chỉ thị", "Về đất rừng", "Ủy ban nhân dân tỉnh Quảng Trị",
         date(2025, 11, 25), "b.txt"),
]  # fmt: skip
TOLD = ["Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia", "Công an tỉnh", "Các Sở, ban, ngành",
        "Ủy ban nhân dân xã Hòa Thủy", "Sở Y tế", "Bộ Y tế", "Sở Giáo dục và Đào tạo",
        "Sở Nông nghiệp và Môi trường"]  # fmt: skip


def read(text: str):
    return read_question(text, HEADS, TOLD)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Sở Y tế phải làm gì?", Intent.TASKS),
        ("Khói bụi ở Hà Nội chủ yếu do đâu?", Intent.CONTENT),
        ("Giấy phép cát do đâu cấp?", Intent.OWNER),
        ("cong van cua dak lak ve bo cuoi voi ky ngay may thang may", Intent.METADATA),
        ("Chính phủ thông qua báo cáo trên cơ sở văn bản số mấy của Bộ Nội vụ?", Intent.REFERENCE),
        ("What is the Ministry of Health in charge of under the plan?", Intent.TASKS),
        ("Which jobs fall to the Ministry of Health as the lead?", Intent.TASKS),
        ("What did the Ministry of Health have to submit about the vaccines?", Intent.TASKS),
        ("Sở Y tế phải cứu những cuốn phim ướt theo cách nào?", Intent.TASKS),
        ("what must Sở Y tế do", Intent.TASKS),
        ("so y te phai lam gi ve khau trang", Intent.TASKS),
        ("SYT có nhiệm vụ gì về xét nghiệm?", Intent.TASKS),
        ("Công điện 224 giao Bộ Xây dựng những việc gì?", Intent.TASKS),
        ("Cơ quan nào xử phạt người không đeo khẩu trang?", Intent.OWNER),
        ("who is responsible for handing over the land?", Intent.OWNER),
        ("bo nao phai bo tri kinh phi", Intent.OWNER),
        ("Báo cáo trước mấy giờ?", Intent.DEADLINE),
        ("How long do communes have to announce the points?", Intent.DEADLINE),
        ("From what date do the new rates come into force?", Intent.METADATA),
        ("How long is the eroding riverbank in Dong Thap?", Intent.CONTENT),
        ("Đường cao tốc qua Hưng Yên đang trễ bao lâu?", Intent.CONTENT),
        ("Ghe được chạy máy trong khung giờ nào, có nghỉ hôm nào không?", Intent.CONTENT),
        ("By when must the houses be rebuilt?", Intent.DEADLINE),
        ("Chừng nào tỉnh được trả lời về miếng đất cạnh nhà máy?", Intent.DEADLINE),
        ("SXD: định mức xe buýt điện, hạn?", Intent.DEADLINE),
        ("What is the cut-off date for the headcount proposals?", Intent.DEADLINE),
        ("xa phai nop bao cao trong bao nhieu ngay", Intent.DEADLINE),
        ("Bắc Giang còn tồn bao nhiêu vụ, rộng chừng nào?", Intent.CONTENT),
        ("thay tau hut cat lau thi goi so nao", Intent.CONTENT),
        ("Chốt kiểm soát ở Dốc Sỏi: công an hay sở xây dựng chủ trì?", Intent.OWNER),
        ("lanh dao nao cua tinh hop giao ban ve viec don rac", Intent.OWNER),
        ("Đài nào, hãng tin nào phải phát lời nhắc?", Intent.OWNER),
        ("Những doanh nghiệp nào được đề nghị bao tiêu muối công nghiệp?", Intent.OWNER),
        ("Doanh nghiệp nào trúng thầu bể bơi di động?", Intent.CONTENT),
        ("cq nào phải trình tỷ lệ chi phí quản lý?", Intent.OWNER),
        ("Ai làm tốt thì được thưởng những hình thức gì?", Intent.CONTENT),
        ("Người đặt bút ký chỉ thị về cát, sỏi là ai?", Intent.METADATA),
        ("On what date was the plan issued and what is its number?", Intent.METADATA),
        ("ke hoach ve cong tac dan so theo chi thi 27 mang so may", Intent.METADATA),
        ("nghi dinh nay phai trinh chinh phu khi nao", Intent.DEADLINE),
        ("Văn bản nào căn cứ Nghị định 117/2020?", Intent.REFERENCE),
        ("Thông báo 309/TB-VPCP được dẫn ở đâu?", Intent.REFERENCE),
        ("Ai ký công văn về người có công?", Intent.METADATA),
        ("Kế hoạch này được ban hành ngày nào?", Intent.METADATA),
        ("cong dien ve bao hiem do ai ky", Intent.METADATA),
        (
            "Quyết định công bố thủ tục theo Nghị quyết 66.7/2025/NQ-CP số mấy, ban hành ngày nào?",
            Intent.METADATA,
        ),
        ("What are the number and date of the decision on mineral exploration?", Intent.METADATA),
        ("Đã có bao nhiêu dự án đăng ký?", Intent.CONTENT),
        ("Phải theo tiêu chuẩn TCVN số bao nhiêu?", Intent.CONTENT),
        ("Năm 2021 Sở Y tế có thêm nhiệm vụ gì so với 2020?", Intent.COMPARISON),
        ("tien duoc chia theo nghi quyet hdnd va quyet dinh ubnd so may", Intent.REFERENCE),
        ("Chính phủ bãi bỏ những văn bản nào về khám bệnh, số hiệu gì?", Intent.REFERENCE),
        ("ai ky cong van cua so giao duc tp hcm ve cham diem", Intent.METADATA),
        ("Người nào thay mặt UBND tỉnh ký kế hoạch?", Intent.METADATA),
        ("Trong kế hoạch, Sở Xây dựng lo những gì?", Intent.TASKS),
        ("Quyết định về an toàn điện có hiệu lực khi nào?", Intent.METADATA),
        ("From which date does the regulation on electricity apply?", Intent.METADATA),
        ("What is the Hanoi People’s Committee tasked with?", Intent.TASKS),
        ("Sau khi sửa thủ tục, Sở Nội vụ phải dựng cái gì trên hệ thống?", Intent.TASKS),
        ("Quyết định này dựa vào thông tư nào, công bố ở quyết định số mấy?", Intent.REFERENCE),
        ("Kế hoạch nhắc đến Quyết định 3659 ở những chỗ nào?", Intent.REFERENCE),
        ("Nghị quyết này làm hết hiệu lực những nghị quyết cũ nào?", Intent.REFERENCE),
        ("Sở Y tế của tỉnh phải chuẩn bị và báo cáo những gì?", Intent.TASKS),
        ("Người dân chuẩn bị những gì khi làm việc với Sở Y tế?", Intent.CONTENT),
        ("How long must operators keep camera data?", Intent.CONTENT),
        ("Bom mìn còn sót do bên nào dọn sạch?", Intent.OWNER),
        ("Which ministry must draft the decree on land?", Intent.OWNER),
        ("Thông báo về trường biên giới do PCN nào ký?", Intent.METADATA),
        ("Hợp đồng do công ty nào ký kết?", Intent.OWNER),
        ("Nhà điều hành giao cho ai trông coi?", Intent.OWNER),
        ("Lãnh đạo Chính phủ nào được phân công lo mảng ngân hàng?", Intent.OWNER),
        ("Bắc Ninh có những trung tâm nào được cấp chứng chỉ?", Intent.CONTENT),
        ("Loại văn bản nào không được đem xin góp ý?", Intent.CONTENT),
        ("Sở Y tế phải áp dụng những biện pháp nào?", Intent.TASKS),
        ("Which Ministry of Health decision sets the treatment protocol?", Intent.REFERENCE),
    ],
)
def test_the_intent_is_read(question: str, intent: Intent) -> None:
    """Each kind of question is told from the others."""
    assert read(question).intent is intent


@pytest.mark.parametrize(
    ("question", "agency"),
    [
        ("Sở Y tế phải làm gì?", "Sở Y tế"),
        ("Bản kịch bản phải gửi cho Bộ Xây dựng chậm nhất hôm nào?", None),
        ("bao gio phai co quyet dinh cua thu tuong", None),
        ("Công an tỉnh báo cáo Bộ Công an trước ngày nào?", "Công an tỉnh"),
        ("so y te phai lam gi", "Sở Y tế"),
        ("SYT phải làm gì?", "Sở Y tế"),
        ("syt phai lam gi", "Sở Y tế"),
        ("What must the Department of Health do?", "Sở Y tế"),
        ("Chỉ thị 06 của UBND tỉnh Quảng Trị giao SNNMT việc gì?", "Sở Nông nghiệp và Môi trường"),
        ("Bộ Xây dựng yêu cầu Bộ Tài chính làm gì?", "Bộ Tài chính"),
        ("CA tỉnh phải làm gì?", "Công an tỉnh"),
        ("VP BCĐ PTDS quốc gia được giao việc gì?", TOLD[0]),
        ("Chính quyền Đà Nẵng phải làm gì?", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("Xã Hòa Thủy được giao việc gì?", "Ủy ban nhân dân xã Hòa Thủy"),
        # The office of a committee is not the committee; a body may be named without its rank.
        ("Văn phòng UBND tỉnh Đồng Nai phải làm gì?", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("VP UBND TP. Đà Nẵng phải làm gì?", "Văn phòng Ủy ban nhân dân Thành phố"),
        (
            "chanh van phong hdnd va ubnd tinh dong nai phai lam gi",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        ),
        ("Công an Đồng Nai phải làm gì?", "Công an tỉnh"),
        ("cong an da nang phai lam gi", "Công an Thành phố"),
        # By its trade: the department, or the ministry where the country is spoken of.
        ("Ngành y tế phải làm gì?", "Sở Y tế"),
        ("nganh giao duc phai lam gi", "Sở Giáo dục và Đào tạo"),
        ("Chính phủ giao ngành y tế làm những gì?", "Bộ Y tế"),
        ("Ngành nào phải báo cáo?", None),
        ("Bên môi trường phải làm gì?", "Sở Nông nghiệp và Môi trường"),
        # At the level that is said.
        ("Bộ trưởng giao ngành y tế cấp tỉnh làm những gì?", "Sở Y tế"),
        ("Ngành y tế cấp bộ phải làm gì?", "Bộ Y tế"),
        ("Cơ quan y tế cấp tỉnh phải làm gì?", "Sở Y tế"),
        ("Cơ quan y tế nào phải báo cáo?", None),
        ("Sau vụ cháy, lãnh đạo Đà Nẵng bị giao việc gì?", "Ủy ban nhân dân thành phố Đà Nẵng"),
        # By the first of its fields; "so lao dong" may be a number of workers.
        ("Sở Giáo dục phải làm gì?", "Sở Giáo dục và Đào tạo"),
        ("so khoa hoc phai lam gi", "Sở Khoa học và Công nghệ"),
        ("so lao dong mat viec thi phai lam gi", None),
        # A province that must act is its committee; where something is done is none.
        ("Gia Lai phải làm gì sau mưa lũ?", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("dak lak phai lam gi", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("What must Dak Lak do after the floods?", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("Người dân ở Huế phải làm gì?", None),
        ("CA tỉnh An Giang phải xử lý gì trong đợt cao điểm?", "Công an tỉnh"),
        # "cat" is a word here, and no "CAT" (Công an tỉnh).
        ("duong bo cat ngang duong ray phai lam gi", None),
        ("Ai phải làm gì?", None),
    ],
)
def test_the_body_told_to_act_is_found(question: str, agency: str | None) -> None:
    """By name, abbreviation, in English or bare; the one who gives the order is not meant."""
    assert read(question).agency == agency


@pytest.mark.parametrize(
    ("told", "agency"), [(("Sở Y tế", "Trạm Y tế xã"), "Trạm Y tế xã"), (("Sở Y tế",), None)]
)
def test_the_trade_of_a_commune_is_no_department(told: tuple[str, ...], agency: str | None) -> None:
    """“Ngành y tế cơ sở của xã”: its station, or nobody that the library tells something."""
    asked = "Ngành y tế cơ sở của xã Tân Phước Hưng được phân công gì để chống rắn độc?"
    assert read_question(asked, (), told).agency == agency
    schools = "Ngành giáo dục và đào tạo của xã phải làm gì?"
    assert read_question(schools, (), ("Sở Giáo dục và Đào tạo",)).agency is None


def test_a_second_number_alone_is_of_the_kind_of_the_first() -> None:
    """If there is such a document; a number of things is none."""
    heads = [
        replace(HEADS[0], row=n, id=str(n), number=f"{n}/CĐ-TTg", kind="Công điện")
        for n in (227, 232)
    ]
    asked = read_question("công điện 227 và 232 khác nhau gì?", heads, ())
    assert [document.number for document in asked.documents] == ["227", "232"]
    for other in ("công điện 227 và 233 khác nhau gì?", "công điện 227 và 232 xã nào?"):
        assert len(read_question(other, heads, ()).documents) == 1


def test_a_body_of_several_trades_is_meant_by_each_of_them() -> None:
    """A dash parts them as "và" does."""
    told = ["Bộ Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"]
    asked = "Thủ tướng giao ngành lao động cấp bộ làm những gì?"
    assert read_question(asked, HEADS, told).agency == told[0]
    assert read_question("Cơ quan lao động cấp tỉnh phải làm gì?", HEADS, told).agency == told[1]


def test_a_name_in_an_accented_question_stays_as_it_is() -> None:
    """What remains of "Gia Lai phải làm gì" has no marks, and needs none."""
    assert read("Sở Y tế Gia Lai phải làm gì?").topic == "Gia Lai"


def test_names_tell_how_a_question_without_marks_is_meant() -> None:
    """Typed "dien bien" it is a province where a place is said to follow, else how things went."""
    assert read("dien bien sau khi gop xa con lai bao nhieu xa").search.startswith("Điện Biên sau")
    assert "diễn biến" in read("bao cao dien bien dich benh hang ngay").search


def test_an_abbreviation_of_two_words_is_no_two_abbreviations() -> None:
    """Written "CT UBND" it is the chairman, and no directive of the committee."""
    assert expand("QĐ của CT UBND TP Cần Thơ").startswith("Quyết định của Chủ tịch Ủy ban nhân dân")
    assert expand("UBND H. Mai Sơn được HU giao") == (
        "Ủy ban nhân dân huyện Mai Sơn được Huyện ủy giao"
    )
    assert expand("UBND 3 huyện Trấn Yên, Ẳng Cang và Văn Yên phải làm gì?") == (
        "Ủy ban nhân dân huyện Trấn Yên, Ủy ban nhân dân huyện Ẳng Cang, "
        "Ủy ban nhân dân huyện Văn Yên phải làm gì?"
    )
    assert expand("UBND các huyện Trấn Yên phải làm gì?").count("huyện") == 1
    assert expand("UBND các huyện Trấn Yên, Văn Chấn và Công an tỉnh làm gì?") == (
        "Ủy ban nhân dân huyện Trấn Yên, Ủy ban nhân dân huyện Văn Chấn và Công an tỉnh làm gì?"
    )
    for kept in ("P. Giám đốc Sở Y tế", "Q. Cục trưởng Cục Thuế"):
        assert expand(kept) == kept
    assert expand("Sở Y tế TT. Huế") == expand("Sở Y tế TT-Huế") == "Sở Y tế Thừa Thiên Huế"


def test_what_is_counted_and_what_happened() -> None:
    """All that a question counts, with what else says it; the past is told from duties."""
    query = read("Đến nay còn bao nhiêu đầu việc chậm hạn và mấy người chết?")
    assert {"dau viec", "nhiem vu", "nguoi chet"} <= set(query.counted)
    assert query.past
    assert not read("Sở Y tế phải báo cáo những gì?").past


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Còn tồn bao nhiêu vụ là do dân làm rẫy?", {"vu"}),
        ("Mỗi phụ nữ sinh mấy con và cách nhau bao lâu?", {"con"}),
        ("Bị phạt từ bao nhiêu đến bao nhiêu tiền?", set()),
        ("may xuc hong thi bao cho ai", set()),
        ("con bao nhieu gia dinh thieu nuoc", {"gia dinh", "ho dan"}),
        ("Rộng mấy héc-ta?", set()),
    ],
)
def test_what_is_counted_is_a_thing(question: str, counted: set[str]) -> None:
    """No preposition or verb joins it; typed bare it has the same other words as with marks."""
    found = set(read(question).counted)
    assert counted <= found
    assert bool(counted) == bool(found)
    assert not any(word in thing.split() for thing in found for word in ("va", "la", "den"))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("o gia lai co bao nhieu truong la truong cong", False),
        ("con bao nhieu gia dinh thieu nuoc", False),
        ("gia ve la bao nhieu", True),
        ("Có bao nhiêu con trâu chết, rừng bị mất bao nhiêu?", False),
        ("Mỗi năm được trả tiền dạy tối đa bao nhiêu tiết?", False),
        ("Làm lễ mất bao nhiêu?", True),
        ("Nhà máy chế biến được mấy triệu tấn dầu?", False),
        ("How much forest was lost?", False),
        ("How much advance land-clearance money was asked for?", True),
        ("Under what condition may the cost estimates be revised?", False),
    ],
)
def test_money_is_asked_for_by_what_is_a_sum(question: str, asked: bool) -> None:
    """No price is "gia lai" or "gia dinh"; "how much", "bao nhiêu" may ask for other things."""
    assert (Kind.MONEY in read(question).kinds) is asked


def test_which_code_is_not_who_gave_it() -> None:
    """Typed bare, "hải quan … nào" stands in the question too."""
    query = read("day cap duoc hai quan xep vao ma so hang hoa nao")
    assert Kind.CODE in query.kinds
    assert query.intent is Intent.CONTENT


def test_a_province_in_english_is_one_word() -> None:
    """Hà Nội is "Hanoi", whichever apostrophe follows."""
    assert read("What must the Hanoi People’s Committee do?").agency == (
        "Ủy ban nhân dân thành phố Hà Nội"
    )


@pytest.mark.parametrize(
    ("question", "form", "language"),
    [
        ("Sở Y tế phải làm gì?", Form.ACCENTED, "vi"),
        ("so y te phai lam gi", Form.BARE, "vi"),
        ("What must Sở Y tế do?", Form.ENGLISH, "en"),
        ("who handles people not wearing masks?", Form.ENGLISH, "en"),
    ],
)
def test_the_form_is_told(question: str, form: Form, language: str) -> None:
    """Vietnamese with marks or without, and English with Vietnamese names."""
    query = read(question)
    assert (query.form, query.language) == (form, language)


def test_a_number_without_its_letters_finds_the_document() -> None:
    """What is typed "NĐ 303/2025" is 303/2025/NĐ-CP."""
    decree = Head(3, "c", "303/2025/NĐ-CP", "Nghị định", "Về tổ chức", "Chính phủ", None, "c.txt")
    (named,) = read_question("NĐ 303/2025 thay cho các NĐ nào?", [*HEADS, decree], TOLD).documents
    assert named.heads == (decree,)


def test_documents_are_resolved_by_kind_and_number() -> None:
    """The words “Công điện 224” mean the telegram 224/CĐ-TTg, and no directive of that number."""
    assert [d.heads for d in read("Theo Công điện 224, ai làm?").documents] == [(HEADS[0],)]
    assert [d.heads for d in read("theo chi thi 06 thi sao").documents] == [(HEADS[1],)]
    assert [d.heads for d in read("Theo Chỉ thị 224, ai làm?").documents] == [()]


def test_the_topic_is_what_remains() -> None:
    """Without the body and the asking words; nothing remains of the plain question."""
    assert read("Sở Y tế phải làm gì về khẩu trang?").topic == "khẩu trang"
    assert read("Sở Y tế phải làm gì?").topic == ""
    assert read("What must the Department of Health do?").topic == ""


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Được hỗ trợ bao nhiêu tiền?", Kind.MONEY),
        ("Số điện thoại trực ban là số nào?", Kind.PHONE),
        ("Có bao nhiêu héc-ta đất bị lấn?", Kind.AREA),
        ("Tăng bao nhiêu phần trăm?", Kind.PERCENT),
        ("Có bao nhiêu trạm?", Kind.COUNT),
    ],
)
def test_what_an_answer_must_contain_is_read(question: str, kind: Kind) -> None:
    """A sum is asked for as a sum."""
    assert kind in read(question).kinds


def test_abbreviations_are_written_out_but_numbers_of_documents_stay() -> None:
    """The letters TB are a notice, 659/TB-VPCP is a number."""
    assert expand("TB 659/TB-VPCP của PTTg") == "Thông báo 659/TB-VPCP của Phó Thủ tướng"


def test_a_follow_up_leans_on_the_question_before() -> None:
    """It asks the same of another body, or something else of the same one."""
    first = read("Sở Y tế phải làm gì về xét nghiệm?")
    other = follow_up(read("còn Công an tỉnh?"), first)
    assert (other.intent, other.agency, other.topic) == (Intent.TASKS, "Công an tỉnh", "xét nghiệm")
    topic = follow_up(read("Thế còn khẩu trang?"), first)
    assert (topic.agency, topic.topic) == ("Sở Y tế", "khẩu trang")
    whole = read("Cơ quan nào xử phạt người không đeo khẩu trang?")
    assert follow_up(whole, first) is whole


@pytest.mark.parametrize(
    ("question", "agency"),
    [
        ("UBND tỉnh Quảng Trị phân cấp cho Sở Nội vụ những việc gì?", "Sở Nội vụ"),
        ("Được Ủy ban nhân dân tỉnh Quảng Trị ủy quyền, Sở Y tế phải làm gì?", "Sở Y tế"),
        ("duoc ubnd tinh quang tri uy quyen thi giam doc so phai lo nhung gi", None),
        ("Thông tư 24 năm 2025 của Bộ Tư pháp: ai phải báo cho cấp xã?", None),
        ("After the Ministry of Justice's Circular 24/2025, what must the office do?", None),
        ("What must companies under the Quang Tri People's Committee do?", None),
        ("UBND xã phải làm gì?", "Ủy ban nhân dân cấp xã"),
        ("UBND các xã, phường phải làm gì?", "Ủy ban nhân dân cấp xã"),
        ("chính quyền cấp xã phải làm gì?", "Ủy ban nhân dân cấp xã"),
        ("ubnd xa phai lam gi", "Ủy ban nhân dân cấp xã"),
        ("UBND huyện phải làm gì?", "Ủy ban nhân dân cấp huyện"),
        ("What must commune People's Committees do?", "Ủy ban nhân dân cấp xã"),
        ("What must the ward-level People’s Committee do?", "Ủy ban nhân dân cấp xã"),
        ("UBND xã Hòa Thủy phải làm gì?", "Ủy ban nhân dân xã Hòa Thủy"),
        ("UBND quản lý đất đai phải làm gì?", None),
        ("ubnd quan ly dat dai phai lam gi", None),
        ("UBND quận phải làm gì?", "Ủy ban nhân dân cấp huyện"),
        ("Các xã, phường ở Hà Nội phải làm gì về phòng cháy?", "Ủy ban nhân dân cấp xã"),
        ("cac xa phuong phai lam gi", "Ủy ban nhân dân cấp xã"),
        ("Chủ tịch huyện phải làm gì?", "Ủy ban nhân dân cấp huyện"),
        ("What must communes and wards do?", "Ủy ban nhân dân cấp xã"),
        ("Người dân các xã cần giấy tờ gì?", None),
        ("Các huyện nào bị ngập?", None),
        ("Máy móc trong vùng lũ thì Bộ Y tế bắt phải xử lý thế nào?", None),
        ("Bộ Y tế phải chỉ đạo Sở Y tế làm gì?", "Bộ Y tế"),
        ("Bộ Y tế đề nghị Sở Y tế chỉ đạo những việc gì?", "Sở Y tế"),
        ("Sở Y tế gọi tên Công an tỉnh cho những nhiệm vụ nào?", "Công an tỉnh"),
        ("What must the Ministry of Health tell the Provincial Police?", "Bộ Y tế"),
        ("By when must the Ministry of Health tell the Provincial Police?", "Bộ Y tế"),
    ],
)
def test_who_is_asked_about_is_told_from_who_tells(question, agency):
    """Who gives, and whose document it is, is not asked about; a class of committees is one body."""
    assert read(question).agency == agency


@pytest.mark.parametrize(
    ("question", "duties"),
    [
        ("Các chủ rừng phải làm những gì?", True),
        ("cac co so nuoi tom phai lam gi", True),
        ("Sở Y tế phải làm gì?", False),
        ("Đã có bao nhiêu dự án đăng ký?", False),
    ],
)
def test_duties_of_a_body_that_is_only_described(question, duties):
    """Are asked for as those of one that is named."""
    assert read(question).duties is duties


def test_a_trade_stands_for_its_body() -> None:
    """The army is the ministry of defence where the whole country is spoken of."""
    told = [*TOLD, "Bộ Quốc phòng", "Ngân hàng Nhà nước Việt Nam", "Sở Khoa học và Công nghệ",
            "Sở Văn hóa", "Sở Văn hóa, Thể thao và Du lịch"]  # fmt: skip
    for asked, name in (
        ("Chính phủ giao phía quân đội phải làm gì?", "Bộ Quốc phòng"),
        ("Ngành ngân hàng trung ương bị giao những việc gì?", "Ngân hàng Nhà nước Việt Nam"),
        ("Ngành khoa học - công nghệ tỉnh góp phần gì vào chuyện rác?", "Sở Khoa học và Công nghệ"),
        ("Kon Tum yêu cầu ngành văn hóa, du lịch làm những gì?", "Sở Văn hóa, Thể thao và Du lịch"),
    ):
        assert read_question(asked, HEADS, told).agency == name
    assert "nghệ" not in read_question(asked, HEADS, told).topic  # of the trade, not of the topic


@pytest.mark.parametrize(
    "asked",
    [
        "What must the Dong Nam Economic Zone Management Board do about 5G?",
        "What has the Southeast Economic Zone management board been told to do about 5G?",
    ],
)
def test_a_board_is_known_by_its_english_name(asked: str) -> None:
    """By its own name in English, or by what the name means."""
    told = [*TOLD, "Ban Quản lý Khu kinh tế Đông Nam"]
    assert read_question(asked, HEADS, told).agency == "Ban Quản lý Khu kinh tế Đông Nam"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("dau nam 2026", date(2026, 1, 1), date(2026, 4, 30)),
        ("cuoi nam 2025", date(2025, 9, 1), date(2025, 12, 31)),
        ("quy ii/2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("of 4 september 2025", date(2025, 9, 4), date(2025, 9, 4)),
        ("on december 5, 2025", date(2025, 12, 5), date(2025, 12, 5)),
        ("early 2026", date(2026, 1, 1), date(2026, 4, 30)),
        ("thang 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_times_are_read_as_days(words: str, first: date, last: date) -> None:
    """Parts of a year, quarters and English days; the first and the last day of each."""
    assert [(p.first, p.last) for p in periods_in(words)] == [(first, last)]


@pytest.mark.parametrize("words", ["ngay 31/2/2025", "thang 13/2025", "nam 0000"])
def test_days_that_no_calendar_has_are_none(words: str) -> None:
    """An impossible day narrows nothing down."""
    assert periods_in(words) == []


def test_a_long_name_is_known_by_its_first_letters() -> None:
    """As offices write it, whole or behind its first word; where two bodies would be meant, none."""
    told = [*TOLD, "Tổng cục Thủy lợi", "Cục Đường bộ Việt Nam", "Trung tâm Y tế Sơn Hà"]
    for asked, name in (
        ("TCTL được giao những việc gì về hạn mặn?", "Tổng cục Thủy lợi"),
        ("Cục ĐBVN phải làm gì để thông đường?", "Cục Đường bộ Việt Nam"),
    ):
        assert read_question(asked, HEADS, told).agency == name
    both = [*told, "Tổng cục Tài liệu"]
    assert read_question("TCTL được giao những việc gì về hạn mặn?", HEADS, both).agency is None


@pytest.mark.parametrize(
    ("asked", "agency"),
    [
        ("Xã, phường ở Cao Bằng có trách nhiệm gì khi nhận hồ sơ?", "Ủy ban nhân dân cấp xã"),
        ("Ở Hà Tĩnh, ủy ban tỉnh phải làm gì với kho phim?", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("Chính quyền huyện Định Quán phải làm gì?", "Ủy ban nhân dân huyện Định Quán"),
        ("Xã Phú Hữu phải làm gì?", "Ủy ban nhân dân xã Phú Hữu"),
        ("Trạm Y tế xã Phú Hữu phải làm gì?", None),
        ("Ở xã Phú Hữu phải làm gì khi có lũ?", None),
        ("Khối chính quyền xã Phú Hữu phải làm gì?", None),
    ],
)
def test_a_committee_is_known_by_its_area(asked: str, agency: str | None) -> None:
    """However people speak of it, but not where a place or another of its bodies is meant."""
    told = [
        *TOLD, "Ủy ban nhân dân huyện Định Quán", "Ủy ban nhân dân các xã, phường",
        "Ủy ban nhân dân xã Phú Hữu",
    ]  # fmt: skip
    assert read_question(asked, HEADS, told).agency == agency


def test_the_front_of_a_province_is_not_that_of_the_country() -> None:
    """In English its rank stands before its name."""
    asked = "What is the provincial Vietnam Fatherland Front Committee asked to do?"
    told = [*TOLD, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]
    assert read_question(asked, HEADS, told).agency == "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"


def test_all_that_is_demanded_is_asked_for() -> None:
    """And the words that ask for it are no topic."""
    asked = "Gom đủ mọi việc mà Chỉ thị về voi rừng đòi hỏi ở Sở Y tế giúp tôi."
    query = read_question(asked, HEADS, TOLD)
    assert query.intent is Intent.TASKS
    assert "đòi hỏi" not in query.topic
    assert "giúp tôi" not in query.topic


def test_bodies_of_many_kinds_are_asked_about() -> None:
    """A park and an association are told to act as departments are."""
    told = [*TOLD, "Vườn quốc gia Cát Tiên", "Hiệp hội Lương thực Việt Nam"]
    for name in told[-2:]:
        assert read_question(f"{name} phải làm gì để giữ rừng?", HEADS, told).agency == name


@pytest.mark.parametrize(
    "asked",
    [
        "Trong đợt thí điểm chở thuốc, phần nào Bộ Y tế phải tự mình đứng ra làm?",
        "Sở Y tế đứng mũi chịu sào phần nào trong kế hoạch hạ ngầm cáp?",
        "What is the Ministry of Health told to lead after the flood?",
    ],
)
def test_a_part_is_asked_as_tasks_are(asked: str) -> None:
    """In whatever words its doer is asked for."""
    query = read(asked)
    assert (query.intent, query.agency is not None) == (Intent.TASKS, True)


def test_who_receives_a_draft_need_not_act() -> None:
    """The draft is what goes "lên bàn Chính phủ": the government has nothing due."""
    query = read(
        "Văn bản thay Nghị định 56/2018 về đường sắt phải lên bàn Chính phủ vào tháng nào?"
    )
    assert (query.intent, query.agency) == (Intent.DEADLINE, None)
