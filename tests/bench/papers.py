"""Form 01 as PDF beside a bare ReportLab page with the same font and a QR picture."""

import io
from collections.abc import Iterator
from pathlib import Path

from station.ports.papers import RollWidth, SlipPaper
from tests.bench.timing import Line, in_turn, measure
from tests.paper_samples import an_appointment_slip, a_receipt


def lines(_: Path) -> Iterator[Line]:
    """Measure the slip on its three papers, and the thermal receipt."""
    from ui.composition import make_papers

    papers = make_papers()
    slip = an_appointment_slip()
    ours, bare = in_turn(lambda: papers.slip_pdf(slip, SlipPaper.A5), _bare_page, runs=40)
    size = len(papers.slip_pdf(slip, SlipPaper.A5)) / 1024
    yield Line("form 01, A5 PDF, warm", f"{ours}, {size:.0f} KB", "≤ 25 ms, ≤ 60 KB",
               ours.median <= 25 and size <= 60)  # fmt: skip
    yield Line("form 01 beside a bare ReportLab page", f"{ours.median / bare.median:.1f} ×", "≤ 3 ×",
               ours.median <= 3 * bare.median)  # fmt: skip
    two_up = measure(lambda: papers.slip_pdf(slip, SlipPaper.A4_TWO_UP), runs=30)
    yield Line("form 01, two on A4", str(two_up), "–", None)
    receipt = a_receipt()
    thermal = measure(lambda: papers.receipt_bytes(receipt, RollWidth.MM_80), runs=20)
    yield Line("80 mm receipt, raster bytes", str(thermal), "–", None)


def _bare_page() -> bytes:
    from reportlab.lib.pagesizes import A5
    from reportlab.pdfgen.canvas import Canvas

    from devices.papers.fonts import register_fonts
    from devices.papers.qr_symbol import qr_modules

    register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A5)
    canvas.setFont("CounterSerif", 11)
    for line in range(30):
        canvas.drawString(40, 560 - 16 * line, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả " * 2)
    side = 1.2
    for y, row in enumerate(qr_modules("TMC1:" + "A" * 130)):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(300 + x * side, 40 + y * side, side, side, stroke=0, fill=1)
    canvas.save()
    return file.getvalue()
