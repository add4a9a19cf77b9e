"""What form 01 shows around its statutory text: the framed appointment and the note at the foot."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.form_01_style import FormStyle
from devices.papers.line_breaks import NO_BREAK, unbroken
from devices.papers.pdf_fonts import BOLD, ITALIC
from devices.papers.pdf_page import Unbreakable, draw_qr, total_height
from devices.papers.pdf_text import Paragraph, Run, paragraph
from station.forms.appointment_slip import AppointmentSlip
from station.forms.wording import one_line

_BOX_INDENT = 2.2 * mm


@dataclass(frozen=True, slots=True)
class AppointmentBox(Unbreakable):
    """What the citizen must see first, framed: when, where, which code."""

    lines: tuple[Paragraph, ...]
    width: float
    qr_size: float
    qr_text: str

    @property
    def height(self) -> float:
        return max(self.qr_size, total_height(self.lines) + 1.6 * mm)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        canvas.setLineWidth(1.2)
        canvas.roundRect(x, top - self.height, self.width, self.height, 1.2 * mm, stroke=1, fill=0)
        line_top = top - (self.height - total_height(self.lines)) / 2
        for line in self.lines:
            line.draw(canvas, x + _BOX_INDENT, line_top)
            line_top -= line.height
        qr_top = top - (self.height - self.qr_size) / 2
        draw_qr(canvas, x + self.width - self.qr_size, qr_top, self.qr_size, self.qr_text)


def appointment_box(slip: AppointmentSlip, style: FormStyle) -> AppointmentBox:
    """Lay out the frame; the longest day and time fit on one line."""
    room = style.width - style.qr - _BOX_INDENT
    day = unbroken(f"{slip.due_weekday} {slip.due_date}")
    when = f"{day}, sau {unbroken(slip.due_time)}"
    text = style.box_text
    label = slip.delivery.place_label
    place = ([Run(f"{label} ")] if label else []) + [Run(slip.delivery.place, BOLD)]
    codes = [
        Run(f"Mã hồ sơ:{NO_BREAK}"),
        Run(slip.dossier_code, BOLD, style.codes),
        Run(f"{NO_BREAK * 2} Mã tra cứu:{NO_BREAK}"),
        Run(slip.lookup_code, BOLD, style.codes),
    ]
    lines = (
        paragraph(slip.delivery.heading, room, text * 0.86, face=BOLD, leading=1.1),
        paragraph(when, room, style.appointment, face=BOLD, leading=1.1),
        paragraph(place, room, text, leading=1.15, before=0.3 * mm),
        *_english(slip, 0, room, style),
        paragraph(codes, room, text, leading=1.45, before=0.2 * mm),
    )
    return AppointmentBox(lines, style.width, style.qr, slip.qr_text)


def _english(slip: AppointmentSlip, which: int, width: float, style: FormStyle) -> list[Paragraph]:
    if slip.english is None:
        return []
    return [paragraph(slip.english[which], width, style.note, face=ITALIC, leading=1.17)]


@dataclass(frozen=True, slots=True)
class Note(Unbreakable):
    """The citizen's reminders at the foot of the last page, under a dotted rule."""

    lines: tuple[Paragraph, ...]
    width: float

    @property
    def height(self) -> float:
        return total_height(self.lines) + 1.8 * mm

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        canvas.setLineWidth(0.5)
        canvas.setDash(1.2, 1.2)
        canvas.line(x, top - 0.8 * mm, x + self.width, top - 0.8 * mm)
        canvas.setDash()
        line_top = top - 1.3 * mm
        for line in self.lines:
            line.draw(canvas, x, line_top)
            line_top -= line.height


def note(slip: AppointmentSlip, style: FormStyle) -> Note:
    """Say what to bring, why this day and whom to ask."""
    reminders = [
        run
        for bold, plain in slip.delivery.reminders
        for run in (Run(f"{bold} ", BOLD), Run(f"{plain} "))
    ]
    office = slip.office
    phone = unbroken(one_line(office.phone))
    site = one_line(office.website)
    found_at = f"tra cứu: {site}" if site else ""
    elsewhere = " – ".join(filter(None, (found_at, one_line(office.working_hours))))
    ask = [
        Run("Hỏi: ", BOLD),
        Run(phone, BOLD, style.note_phone),
        Run(f" – {elsewhere}" if phone and elsewhere else elsewhere),
    ]
    lines = (
        paragraph(reminders, style.width, style.note, leading=1.17),
        paragraph(
            [Run("Vì sao ngày này: ", BOLD), Run(slip.due_reason)],
            style.width,
            style.note,
            leading=1.17,
        ),
        *_english(slip, 1, style.width, style),
        paragraph(ask, style.width, style.note, leading=1.24, before=0.2 * mm),
    )
    return Note(lines, style.width)
