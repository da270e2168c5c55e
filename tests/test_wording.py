"""Questions as people type them → Vietnamese wording with weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import EncoderError
from index import wording
from index.encoder import MODEL_FOLDER
from index.wording import is_english, reword
from qa.cues import is_bare

pytestmark = pytest.mark.skipif(
    not (MODEL_FOLDER / "english.tsv").is_file(), reason="the embedded model is absent"
)

ENGLISH = [
    "what must Sở Y tế do",
    "who handles people not wearing masks?",
    "report before what time every day?",
    "what must Sở Nông nghiệp và Môi trường do",
    "Can abbreviations be used in the contents of a will?",
    "Which ministry has to approve the plan under Politburo Resolution 66?",
]
VIETNAMESE = [
    "Sở Y tế phải làm gì?",
    "so y te phai lam gi ve khau trang",
    "UBND tinh giao so nao chu tri",
    "an toan giao thong do ai chu tri",
    "Công ty nào là chủ đầu tư của Nhà máy điện Hiệp Phước giai đoạn 1?",
    "CBCC Lai Châu làm đám cưới được mời tối đa bao nhiêu mâm cỗ?",
    "Công điện 224",
    "87/2025/QĐ-UBND",
    "",
]


@pytest.mark.parametrize("question", ENGLISH)
def test_english_is_noticed(question: str) -> None:
    """Also when it names Vietnamese agencies."""
    assert is_english(question)


@pytest.mark.parametrize("question", VIETNAMESE)
def test_vietnamese_is_not_taken_for_english(question: str) -> None:
    """With or without diacritics."""
    assert not is_english(question)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("what must Sở Y tế do", ["Sở Y tế", "phải"]),
        ("what must the Department of Health do", ["Sở Y tế"]),
        ("who handles people not wearing masks?", ["xử lý", "khẩu trang", "không"]),
        ("report before what time every day?", ["báo cáo", "trước mấy giờ", "hàng ngày"]),
        ("Typhoon No. 15 in Ho Chi Minh City", ["bão", "số. 15", "Hồ Chí Minh", "thành phố"]),
        ("Which circulars were repealed?", ["thông tư", "bãi bỏ"]),
        # An English phrase names its head last, a Vietnamese one first.
        ("When is securities depository activity suspended?", ["hoạt động. lưu ký chứng khoán"]),
        ("Who issues the land use right certificate?", ["giấy chứng nhận quyền sử dụng đất"]),
        # Which of its meanings a word has, its neighbours tell.
        ("How is a drug supply contract paid?", ["hợp đồng cung cấp", "thuốc"]),
        (
            "Can abbreviations be used in the contents of a will?",
            ["nội dung", "di chúc", "viết tắt"],
        ),
        # Or what the rest of the question is about: a case at law, not "trường hợp".
        (
            "If the request to prosecute is withdrawn, can the case be suspended?",
            ["vụ án", "đình chỉ"],
        ),
        ("Must I pay compensation?", ["phải bồi thường"]),
    ],
)
def test_english_is_translated(question: str, held: list[str]) -> None:
    """Phrases of administration, agencies of the registry, names, inflected forms."""
    assert is_english(question)
    for words in held:
        assert words.lower() in reword(question).text.lower()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("so y te phai lam gi ve khau trang", "sở y tế phải làm gì về khẩu trang"),
        ("UBND tinh giao so nao chu tri", "UBND tỉnh giao sở nào chủ trì"),
        ("Sở Y te phai lam gì?", "Sở Y tế phải làm gì?"),
        ("phai bao cao truoc ngay may", "phải báo cáo trước ngày mấy"),
        ("co may tram y te va bao nhieu ho dan", "có mấy trạm y tế và bao nhiêu hộ dân"),
        ("den muc bao nhieu thi truong duoc nghi", "đến mức bao nhiêu thì trường được nghỉ"),
        ("ban sang bao nhieu thi truong", "bán sang bao nhiêu thị trường"),
        ("so tien moi nam la may", "số tiền mỗi năm là mấy"),
        ("luc mua lon thi ai truc ban", "lúc mưa lớn thì ai trực ban"),
        (
            "ke hoach nam 2025 mang so bao nhieu, do ai ky",
            "kế hoạch năm 2025 mang số bao nhiêu, do ai ký",
        ),
        (
            "bo tai chinh lo khau nao, kinh phi lay tu dau",
            "bộ tài chính lo khâu nào, kinh phí lấy từ đâu",
        ),
        (
            "tu dau nam den nay bao so 13 lam may ho mat nha",
            "từ đầu năm đến nay bão số 13 làm mấy hộ mất nhà",
        ),
        ("ky thi phai to chuc o nhung tinh nao", "kỳ thi phải tổ chức ở những tỉnh nào"),
        ("luc luong nao truc ban khi mua lon", "lực lượng nào trực ban khi mưa lớn"),
        ("may moc thi cong de o dau", "máy móc thi công để ở đâu"),
        ("chu xe may phai lam gi", "chủ xe máy phải làm gì"),
        ("cam di xe may", "cấm đi xe máy"),
        ("gia xe may con cao", "giá xe máy còn cao"),
        ("Sở Y tế phải làm gì?", "Sở Y tế phải làm gì?"),
    ],
)
def test_diacritics_are_restored(typed: str, meant: str) -> None:
    """An office's words, not the law's: 'so' before 'nao' is a department, not a number."""
    assert reword(typed).text == meant


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Who pays for 5G in Nghe An's industrial parks?", ["5G", "Nghệ An"]),
        ("How many 4G towers does An Giang have?", ["4G", "An Giang"]),
        ("Which rules apply in Ba Ria - Vung Tau and Long An?", ["Bà Rịa - Vũng Tàu", "Long An"]),
    ],
)
def test_names_with_digits_and_provinces_stay_whole_in_english(
    question: str, kept: list[str]
) -> None:
    """The "An" of a name is no article, and "5G" no "g"."""
    text = reword(question, english=True).text
    assert all(name in text for name in kept), text


def test_question_words_weigh_little() -> None:
    """'thế nào' is hardly ever found in an answer, 'khẩu trang' is."""
    weights = reword("Không đeo khẩu trang bị xử phạt như thế nào?").weights
    assert weights["thế_nào"] < 0.2 < 0.5 < weights["khẩu_trang"]


def test_other_meanings_weigh_little() -> None:
    """What an English word may mean besides is looked for too, below what it probably means."""
    weights = reword("Who monitors the implementation of the decision?").weights
    assert 0 < weights["triển_khai"] < weights["thực_hiện"]


def test_pairs_of_meanings_are_looked_for_in_the_order_of_statutes() -> None:
    """English has the verb at the end, Vietnamese before what it is done to."""
    wording = reword("When is the certificate of a notary revoked?")
    assert "thu hồi giấy" not in wording.text
    assert wording.weights["hồi_giấy"] > 0


def test_a_shortened_not_is_no_word_of_its_own() -> None:
    """No haven is meant by "haven't"."""
    text = reword("What if the workers haven't been paid?", english=True).text
    assert "không" in text
    assert "trú ẩn" not in text


def test_a_number_stays_before_what_it_counts() -> None:
    """What "tháng 5" means is May, not five months."""
    text = reword("Can I leave after working 5 months?", english=True).text
    assert "5 tháng" in text


def test_no_entry_of_the_glossary_stands_twice() -> None:
    """Nor with a tab too many, which would cut a meaning off."""
    found: set[str] = set()
    for table in sorted((Path(wording.__file__).parent / "english").glob("*.tsv")):
        for line in table.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                phrase, _, meaning = line.partition("\t")
                assert "\t" not in meaning, line
                assert phrase not in found, phrase
                found.add(phrase)
    assert len(found) > 18_000


@pytest.mark.parametrize("damaged", ["syllables.tsv", "asked.tsv", "triples.safetensors"])
def test_a_damaged_table_of_the_restorer_is_said_to_be_damaged(
    tmp_path: Path, damaged: str
) -> None:
    """Whichever it is, and not before a question needs it."""
    for file in MODEL_FOLDER.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / damaged).unlink()
    (tmp_path / damaged).write_bytes(b"cut")
    assert reword("Sở Y tế phải làm gì?", tmp_path).text == "Sở Y tế phải làm gì?"
    with pytest.raises(EncoderError, match="cài lại"):
        reword("so y te phai lam gi", tmp_path)


@pytest.mark.parametrize("question", ["Ai ký 55/TB-VP?", "ai ky 227/CĐ-TTg", "ai ký 12/CT-UBND"])
def test_the_letters_of_a_number_are_no_english(question: str) -> None:
    """The letters "TB" and "VP" are words of English abbreviations, but not in a document's number."""
    assert not is_english(question)


def test_the_letters_of_a_number_do_not_outweigh_the_marks() -> None:
    """One marked letter of three tells that a question is typed in full."""
    assert not is_bare("Ai ký 659/TB-VPCP?")
    assert is_bare("ai ky 659/TB-VPCP")
