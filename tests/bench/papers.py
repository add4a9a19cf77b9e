"""Form 01 as PDF, beside a bare ReportLab page with the same font and a QR."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import cycle
from pathlib import Path

from PIL import Image

from station.domain.history import fold
from station.forms.appointment_slip import AppointmentSlip
from station.forms.dossier_letters import dossier_letter
from station.forms.letter_layouts import PaperKind
from station.forms.receipt import receipt
from station.ports.papers import RollWidth, SlipPaper
from tests.bench.timing import Line, in_turn, measure
from tests.builders import a_chain, a_procedure
from tests.letter_texts import PRINTING
from tests.life_samples import LIVES
from tests.paper_samples import CITIZEN, a_dossier, a_slip

_BARE = "Bare"
GIVEN_NAMES = ("Ánh", "Bích", "Cúc", "Diệu", "Đào", "Giang", "Hà", "Khuê")


def lines(_: Path) -> Iterator[Line]:
    """Measure the slip on its three papers, and the thermal receipt."""
    from ui.composition import make_papers

    papers = make_papers()
    slip = a_slip()
    slips = cycle(_slips_of_a_morning())
    ours, bare = in_turn(lambda: papers.slip_pdf(next(slips), SlipPaper.A5), _bare_page, runs=40)
    size = len(papers.slip_pdf(slip, SlipPaper.A5)) / 1024
    held = ours.median <= 25 and size <= 60
    yield Line("form 01, A5 PDF, warm", f"{ours}, {size:.0f} KB", "≤ 25 ms, ≤ 60 KB", held)
    ratio = ours.median / bare.median
    yield Line("form 01 beside a bare ReportLab page", f"{ratio:.2f} ×", "≤ 3 ×", ratio <= 3)
    ours, pasted = in_turn(
        lambda: papers.slip_pdf(next(slips), SlipPaper.A5), lambda: _bare_page(pasted=True), runs=40
    )
    ratio = ours.median / pasted.median
    yield Line("… whose code is a small picture", f"{ratio:.2f} ×", "≤ 3 ×", ratio <= 3)
    two_up = measure(lambda: papers.slip_pdf(slip, SlipPaper.A4_TWO_UP), runs=30)
    yield Line("form 01, two on A4", str(two_up), "–", None)
    content = receipt(a_dossier(), slip)
    dossier = fold(a_chain(*LIVES["asked-at-intake"]))
    letter = dossier_letter(PaperKind.SUPPLEMENT, dossier, PRINTING, a_procedure())
    drawn = measure(lambda: papers.letter_pdf(letter), runs=40)
    size = len(papers.letter_pdf(letter)) / 1024
    held = drawn.median <= 25 and size <= 60
    yield Line("form 02, A5 PDF, warm", f"{drawn}, {size:.0f} KB", "≤ 25 ms, ≤ 60 KB", held)
    thermal = measure(lambda: papers.receipt_bytes(content, RollWidth.MM_80), runs=20)
    yield Line("80 mm receipt, raster bytes", str(thermal), "–", None)


def _slips_of_a_morning() -> list[AppointmentSlip]:
    """Give slips of one procedure for many people: what is remembered of texts helps as it does."""
    slips = []
    for number in range(40):
        name = f"Nguyễn Thị {GIVEN_NAMES[number % len(GIVEN_NAMES)]} {number}"
        person = replace(CITIZEN.person, full_name=name, phone=f"09123456{number:02d}")
        changed = replace(CITIZEN, person=replace(person, address=f"Số {number} phố Trần Phú"))
        slips.append(a_slip(a_dossier(submitter=changed)))
    return slips


@cache
def _register_bare() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from devices.papers.pdf_fonts import REGULAR

    fonts = resources.files("devices.papers").joinpath("fonts")
    with resources.as_file(fonts.joinpath(f"{REGULAR}.ttf")) as path:
        pdfmetrics.registerFont(TTFont(_BARE, str(path)))


def _bare_page(*, pasted: bool = False) -> bytes:
    """Draw as many lines and a QR by ReportLab's own calls, in the same font as it loads it.

    ReportLab's own QR widget would take eight times as long. A picture of the code takes a third
    less than its modules, which a printer keeps sharp.
    """
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    from devices.papers.qr_symbol import qr_matrix

    _register_bare()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A5)
    canvas.setFont(_BARE, 11)
    for line in range(30):
        canvas.drawString(40, 560 - 16 * line, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả " * 2)
    matrix = qr_matrix("TMC1:" + "A" * 130, "M")
    if pasted:
        size = len(matrix)
        dots = bytes(0 if dark else 255 for row in matrix for dark in row)
        code_picture = ImageReader(Image.frombytes("L", (size, size), dots))
        canvas.drawImage(code_picture, 300, 60, 60, 60)
    else:
        code = canvas.beginPath()
        for row, modules in enumerate(matrix):
            for column, dark in enumerate(modules):
                if dark:
                    code.rect(300 + column * 1.2, 120 - row * 1.2, 1.2, 1.2)
        canvas.drawPath(code, stroke=0, fill=1)
    canvas.save()
    return file.getvalue()
