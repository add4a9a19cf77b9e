"""Form 01 on its sheets: what a citizen, a copier, an archive and a scanner find on it."""

import unicodedata
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from devices.papers.form_01 import form_01_pdf
from devices.papers.form_01_style import A4_SHEET, A5_SHEET, TWO_UP_SHEET
from devices.papers.form_01_text import statutory_text
from devices.papers.form_pages import ROWS_WITH_SIGNATURES, FormContent, paginate
from devices.papers.pdf_fonts import REGULAR
from devices.papers.pdf_page import total_height
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_table import Row
from devices.papers.pdf_text import elided, paragraph, text_width
from devices.papers.rendered_papers import RenderedPapers
from station.domain.dossier import Delivery, DeliveryMethod, Dossier, SubmittedDocument
from station.forms.appointment_slip import AppointmentSlip
from station.forms.letter import Signer
from station.ports.papers import SlipPaper
from tests.paper_samples import DOCUMENTS, a_dossier, a_slip, the_worst_dossier
from tests.pdf_reading import ink_outside, pages_of, picture_of, qr_texts

LARGEST_FILE = 60_000
EIGHT_PAPERS = (
    *DOCUMENTS[:6],
    SubmittedDocument(index=7, name="Biên lai nộp phí thẩm định hồ sơ", mandatory=True, copies=1),
    SubmittedDocument(
        index=8,
        name="Bản vẽ tách thửa do đơn vị đo đạc lập, có xác nhận của chủ sử dụng đất liền kề",
        mandatory=True,
        originals=2,
    ),
)


def text_of(slip: AppointmentSlip, paper: SlipPaper = SlipPaper.A5) -> str:
    return " ".join(pages_of(form_01_pdf(slip, paper)))


@pytest.mark.parametrize("paper", list(SlipPaper))
@pytest.mark.parametrize("dossier", [a_dossier(), the_worst_dossier()], ids=["usual", "worst"])
def test_date_day_and_code_agree_in_box_item_and_qr(dossier: Dossier, paper: SlipPaper) -> None:
    slip = a_slip(dossier)
    pdf = form_01_pdf(slip, paper)

    text = " ".join(pages_of(pdf))

    assert f"{slip.due_weekday} {slip.due_date}, sau {slip.due_time}" in text
    assert f"Sau {slip.due_time} phút, ngày {slip.due_date}" in text
    assert slip.dossier_code in text
    assert slip.lookup_code in text
    copies = 2 if paper is SlipPaper.A4_TWO_UP else 1
    assert qr_texts(picture_of(pdf)) == [slip.qr_text] * copies


def test_the_statutory_text_keeps_its_order() -> None:
    text = text_of(a_slip())

    order = [
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "(Liên: Giao khách hàng)",
        "HẸN TRẢ KẾT QUẢ",
        "Bộ phận tiếp nhận và trả kết quả:",
        "Tiếp nhận hồ sơ của: NGUYỄN THỊ ÁNH TUYẾT",
        "Người nộp: chính chủ hồ sơ",
        "Địa chỉ:",
        "Số điện thoại: 0912 345 678",
        "Email:",
        "Số CMND/Thẻ căn cước/Hộ chiếu: 0351******45",
        "Nội dung yêu cầu giải quyết:",
        "1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 10 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23/11/2026",
        "5. Thời gian trả kết quả giải quyết hồ sơ: Sau 16 giờ 30 phút, ngày 08/12/2026",
        "6. Đăng ký nhận kết quả tại: Bộ phận Một cửa, Quầy 3 (nhận trực tiếp)",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Vì sao ngày này: 10 ngày làm việc từ 25/11/2026",
        "Hỏi: 0226 3851 234",
        "Mẫu số 01, Thông tư số 03/2025/TT-VPCP",
    ]
    places = [text.rindex(part) if part.startswith("HẸN") else text.index(part) for part in order]
    places[2] = text.index("HẸN TRẢ KẾT QUẢ", places[1])
    assert places == sorted(places)


def test_all_text_comes_out_composed_even_when_a_name_went_in_apart() -> None:
    text = text_of(a_slip(the_worst_dossier()))

    assert unicodedata.is_normalized("NFC", text)
    assert "NGUYỄN PHƯƠNG HOÀNG THỊ NGỌC QUỲNH HƯƠNG CÔNG TẰNG TÔN NỮ THIÊN ĐƯỜNG" in text


def test_delivery_by_post_never_sends_the_citizen_to_the_counter() -> None:
    by_post = a_dossier(delivery=Delivery(method=DeliveryMethod.POSTAL, address="Số 9 phố Huế"))

    text = text_of(a_slip(by_post))

    assert "GIAO QUA BƯU CHÍNH Thứ Ba 08/12/2026, sau 16 giờ 30 Bưu tá giao tại nhà" in text
    assert "Đến nhận" not in text
    assert "nhận trực tiếp" not in text


def test_what_is_not_known_is_left_to_be_written_by_hand() -> None:
    party = a_dossier().submitter
    bare = type(party)(kind=party.kind, person=type(party.person)(full_name="Lò Văn Ứng"))

    text = text_of(a_slip(a_dossier(submitter=bare)))

    for label in ("Địa chỉ:", "Số điện thoại:", "Email:", "Số CMND/Thẻ căn cước/Hộ chiếu:"):
        assert f"{label} ....." in text


def test_a_dossier_without_papers_says_so() -> None:
    assert "Không có giấy tờ nộp kèm" in text_of(a_slip(a_dossier(documents=())))


def test_marks_of_reprint_and_version_stand_on_the_paper() -> None:
    text = text_of(a_slip(the_worst_dossier(), reprint=2))

    assert "BẢN IN LẠI LẦN 2 – 09:43 23/11/2026 – TRẦN THỊ HẠNH" in text
    assert "BẢN 2 – thay cho bản 1; bản trước không còn giá trị" in text


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        (SlipPaper.A5, (148, 210)),
        (SlipPaper.A4, (210, 297)),
        (SlipPaper.A4_TWO_UP, (297, 210)),
    ],
)
def test_each_paper_has_its_size_and_a_small_file(paper: SlipPaper, size: tuple[int, int]) -> None:
    for dossier in (a_dossier(), the_worst_dossier()):
        pdf = form_01_pdf(a_slip(dossier), paper)

        assert len(pdf) <= LARGEST_FILE
        with pikepdf.open(BytesIO(pdf)) as document:
            box = [float(edge) / mm for edge in document.pages[0].mediabox]
            assert box == pytest.approx([0, 0, *size])


def test_six_and_eight_papers_take_one_page_and_thirty_take_three() -> None:
    for documents in (DOCUMENTS, EIGHT_PAPERS):
        assert len(pages_of(form_01_pdf(a_slip(a_dossier(documents=documents)), SlipPaper.A5))) == 1
    worst = pages_of(form_01_pdf(a_slip(the_worst_dossier()), SlipPaper.A5))
    assert len(worst) == 3
    for number, page in enumerate(worst, 1):
        assert f"Trang {number}/3" in page
        assert "Thành phần hồ sơ" in page
    assert "Xem tiếp trang 2/3" in worst[0]
    assert "(tiếp theo) Mã hồ sơ: 000.00.17.H25-261123-0217" in worst[1]
    assert "NGƯỜI NỘP HỒ SƠ" in worst[2]
    assert "Xem tiếp" not in worst[2]


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_everything_stays_inside_the_margins_with_the_longest_texts(paper: SlipPaper) -> None:
    pdf = form_01_pdf(a_slip(the_worst_dossier(), reprint=1), paper)
    sheet = {SlipPaper.A5: A5_SHEET, SlipPaper.A4: A4_SHEET, SlipPaper.A4_TWO_UP: TWO_UP_SHEET}[
        paper
    ]
    areas: list[tuple[float, float, float, float]] = []
    for x, _ in sheet.copies:
        top = sheet.size[1] - sheet.top
        areas.append((x - 1, top - 1, x + sheet.style.width + 1, top + sheet.style.height + 3))
    if sheet.cut_at is not None:
        areas.append((sheet.cut_at - 1, 0, sheet.cut_at + 1, sheet.size[1]))

    for page in range(len(pages_of(pdf))):
        assert ink_outside(picture_of(pdf, page, dpi=150), areas, 150) is None


def test_the_two_halves_differ_only_in_the_name_of_the_copy() -> None:
    document = pypdfium2.PdfDocument(form_01_pdf(a_slip(), SlipPaper.A4_TWO_UP))
    try:
        text = document[0].get_textpage()
        cut = 148.5 * mm
        left = " ".join(text.get_text_bounded(right=cut).split())
        right = " ".join(text.get_text_bounded(left=cut).split())
    finally:
        document.close()

    assert "(Liên: Lưu)" in left
    assert "Liên 1: Lưu" in left
    office_copy = left.replace("Liên: Lưu", "Liên: Giao khách hàng")
    assert office_copy.replace("Liên 1: Lưu", "Liên 2: Giao khách hàng") == right


def test_the_file_is_vietnamese_and_its_metadata_name_no_person() -> None:
    with pikepdf.open(BytesIO(form_01_pdf(a_slip(), SlipPaper.A5))) as document:
        info = {key: str(value) for key, value in document.docinfo.items()}
        assert str(document.Root.Lang) == "vi-VN"
    assert info["/Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H42.06-261123-0217"
    assert info["/CreationDate"] == "D:20261123094300+07'00'"
    whole = " ".join(info.values()).casefold()
    assert "tuyết" not in whole
    assert "hạnh" not in whole


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_every_font_is_embedded(paper: SlipPaper) -> None:
    with pikepdf.open(BytesIO(form_01_pdf(a_slip(), paper))) as document:
        fonts = [font for page in document.pages for font in _fonts(page)]

    assert len(fonts) >= 3
    assert all(fonts)


def _fonts(page: Any) -> list[bool]:
    return ["/FontFile2" in font.FontDescriptor for font in page.Resources.Font.values()]


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_the_same_content_gives_the_same_bytes(paper: SlipPaper) -> None:
    assert RenderedPapers().slip_pdf(a_slip(), paper) == form_01_pdf(a_slip(), paper)


# -- laying out -----------------------------------------------------------------------------

WORDS = st.text("aăâđêôơưễộữặ ", min_size=1, max_size=400)


def content_of(names: Sequence[str], address: str, size: float = 10) -> FormContent:
    """Give a form whose list has these names, laid out for A5."""
    documents = tuple(
        SubmittedDocument(index=number, name=name, mandatory=False, copies=1)
        for number, name in enumerate(names, 1)
    )
    slip = a_slip(a_dossier(documents=documents, summary=address))
    text = statutory_text(slip.parts, A5_SHEET.style, size)
    return FormContent(
        opening=text.before,
        table_title=text.table_title,
        table=text.table,
        closing=text.after,
        signatures=Signatures((Signer("A", "B"),), A5_SHEET.style.width, size, 30),
        note=paragraph("Ghi chú", A5_SHEET.style.width, size),
        running_head=(paragraph("tiếp theo", A5_SHEET.style.width, size),),
    )


@settings(max_examples=30)
@given(names=st.lists(WORDS, max_size=40), subject=WORDS, height=st.integers(300, 560))
@example(names=["a"] * 12, subject="a", height=300)
def test_nothing_is_lost_or_overfull_and_no_signature_stands_alone(
    names: list[str], subject: str, height: int
) -> None:
    content = content_of(names, subject)

    pages = paginate(content, height)

    rows = [block for page in pages for block in page.blocks if isinstance(block, Row)]
    assert rows == list(content.table.rows)
    for page in pages:
        note = page.note.height if page.note else 0
        assert total_height(page.blocks) + note <= height + 0.01
    *others, last = pages
    assert last.note is not None
    assert all(page.note is None for page in others)
    on_last = sum(isinstance(block, Row) for block in last.blocks)
    assert on_last >= min(ROWS_WITH_SIGNATURES, len(rows))


def test_a_row_higher_than_a_page_is_parted_and_keeps_every_word() -> None:
    endless = " ".join(f"từ{number}" for number in range(3_000))

    pages = pages_of(
        form_01_pdf(
            a_slip(
                a_dossier(
                    documents=(SubmittedDocument(index=1, name=endless, mandatory=True, copies=1),)
                )
            ),
            SlipPaper.A5,
        )
    )

    found = [word for page in pages for word in page.split() if word.startswith("từ")]
    assert [word for word in found if word[2:].isdigit()] == endless.split()


def test_a_subject_longer_than_a_page_goes_on_over_the_page() -> None:
    endless = " ".join(f"việc{number}" for number in range(1_500))

    pages = pages_of(form_01_pdf(a_slip(a_dossier(summary=endless)), SlipPaper.A5))

    found = [word for page in pages for word in page.split() if word[4:].isdigit()]
    assert [word for word in found if word.startswith("việc")] == endless.split()


@given(
    text=st.text("abcdeghiklmễộữW-@. \u00a0", max_size=300),
    width=st.integers(30, 300),
    hang=st.sampled_from([0, 9]),
)
def test_no_line_is_wider_than_its_paragraph_and_no_letter_is_lost(
    text: str, width: int, hang: int
) -> None:
    laid_out = paragraph(text, width, 10, hang=hang)

    joined = "".join(segment.text for line in laid_out.lines for segment in line)
    assert joined.replace(" ", "").replace("\u00a0", "") == text.replace(" ", "").replace(
        "\u00a0", ""
    )
    assert all(line <= width + 0.01 for line in laid_out.widths)


def test_a_running_head_is_shortened_at_a_whole_word() -> None:
    text = "Mã hồ sơ: H42.06-261123-0217 · CÔNG TY TRÁCH NHIỆM HỮU HẠN"

    short = elided(text, REGULAR, 10, 200)

    assert short.endswith(" …")
    assert text.startswith(short.removesuffix(" …") + " ")
    assert text_width(short, REGULAR, 10) <= 200
    assert elided("ngắn", REGULAR, 10, 200) == "ngắn"


def test_an_address_wider_than_its_line_breaks_after_its_marks_or_else_anywhere() -> None:
    def lines_of(text: str) -> list[str]:
        laid_out = paragraph(text, 100, 10)
        return ["".join(segment.text for segment in line) for line in laid_out.lines]

    assert lines_of("anh.tuyet-nguyen@trungtamhanhchinh.vn") == [
        "anh.tuyet-nguyen@",
        "trungtamhanhchinh.vn",
    ]
    assert lines_of("W" * 30) == ["W" * 10] * 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Cấp Giấy xác nhận tình trạng hôn nhân", ["Cấp Giấy xác nhận tình trạng", "hôn nhân"]),
        ("trả hẹn chứng nhận", ["trả hẹn", "chứng nhận"]),
        ("hẹn chứng nhận", ["hẹn chứng", "nhận"]),
    ],
)
def test_a_last_syllable_does_not_stand_alone(text: str, lines: list[str]) -> None:
    all_but_the_last = text_width(text.rpartition(" ")[0], REGULAR, 10)

    laid_out = paragraph(text, all_but_the_last + 1, 10)

    found = ["".join(segment.text for segment in line) for line in laid_out.lines]
    assert [line.strip() for line in found] == lines


def test_a_paragraph_is_parted_only_where_lines_fit() -> None:
    three_lines = paragraph("một hai ba", 20, 10, leading=1.2)

    head, rest = three_lines.split(25)

    assert head is not None
    assert (len(head.lines), len(rest.lines)) == (2, 1)
    assert head.height + rest.height == pytest.approx(three_lines.height)
    assert three_lines.split(11) == (None, three_lines)


def test_parting_ends_even_when_a_page_is_too_low_for_anything() -> None:
    pages = paginate(content_of(["Đơn"] * 3, "Việc"), 15)

    rows = [block for page in pages for block in page.blocks if isinstance(block, Row)]
    assert len(rows) == 3
