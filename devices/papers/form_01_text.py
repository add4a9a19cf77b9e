"""The statutory text of form 01, in its order and words (TT 01/2018, TT 03/2025/TT-VPCP)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from devices.papers.form_01_style import FormStyle
from devices.papers.line_breaks import NO_BREAK, unbroken
from devices.papers.pdf_table import Column, Table, TableStyle, table
from devices.papers.pdf_text import (
    BOLD,
    ITALIC,
    REGULAR,
    Paragraph,
    Run,
    paragraph,
    text_width,
)
from station.forms.appointment_slip import AppointmentSlip
from station.forms.wording import one_line, statutory_time

REGISTER = "Quyển số: ..........., Số thứ tự: ..........."
"""The entry of a paper book, filled in by hand where one is kept."""
_HANG = 3.2 * mm
_APART = NO_BREAK * 4
_LONGEST_UNBROKEN_NAME = 34
_LONGEST_EMAIL_BESIDE_PHONE = 44
_BLANK = "." * 40
_NO_PAPERS = "Không có giấy tờ nộp kèm"


@dataclass(frozen=True, slots=True)
class FormText:
    """The statutory parts at one size of the text; ``width`` and ``size`` in points."""

    slip: AppointmentSlip
    width: float
    size: float

    def fields(self) -> list[Paragraph]:
        """Who hands in what, from the receiving unit to the subject."""
        slip = self.slip
        return [
            self._field(
                Run("Bộ phận tiếp nhận và trả kết quả: "),
                Run(one_line(slip.office.reception_unit)),
            ),
            *self._owner_and_submitter(),
            self._field(Run("Địa chỉ: "), Run(slip.address or _BLANK)),
            *self._contact(),
            self._field(Run("Số CMND/Thẻ căn cước/Hộ chiếu: "), Run(slip.id_number or _BLANK)),
            self._field(Run("Nội dung yêu cầu giải quyết: "), Run(slip.subject, BOLD)),
        ]

    def documents_title(self) -> Paragraph:
        """Item 1; the count in italics is ours."""
        return paragraph(
            [
                Run("1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ: "),
                Run(f"({self.slip.count_summary})", ITALIC, self.size - 0.6),
            ],
            self.width,
            self.size,
            hang=_HANG,
            before=0.2 * mm,
            after=0.7 * mm,
        )

    def documents(self, style: FormStyle) -> Table:
        """The table of item 1. A count of zero prints as a dash, never as an empty cell."""
        number, originals, certified, copies = style.table_columns
        columns = (
            Column("TT", number, "centre"),
            Column("Thành phần hồ sơ", self.width - sum(style.table_columns)),
            Column("Bản chính", originals, "centre", "Số lượng"),
            Column("Bản chứng thực", certified, "centre", "Số lượng"),
            Column("Bản photo", copies, "centre", "Số lượng"),
        )
        rows = [
            (
                str(position),
                document.name,
                *(
                    str(count or "–")
                    for count in (document.originals, document.certified_copies, document.copies)
                ),
            )
            for position, document in enumerate(self.slip.documents, 1)
        ]
        size = max(style.table_floor, self.size - style.table_smaller)
        return table(
            columns, rows or [("–", _NO_PAPERS, "–", "–", "–")], TableStyle(size, style.table_head)
        )

    def items(self) -> list[Paragraph]:
        """Items 2 to 6: sets, the lawful time, received, due, where the result is handed over."""
        slip = self.slip
        sets = (Run("2. Số lượng hồ sơ: "), Run(f"{slip.number_of_sets:02d} (bộ)", BOLD))
        time = (
            Run("3. Thời gian giải quyết hồ sơ theo quy định là: "),
            Run(slip.processing_time, BOLD),
        )
        return [
            *self._beside(sets, time, NO_BREAK * 6),
            self._field(
                Run(f"4. Thời gian nhận hồ sơ: {statutory_time(slip.received_at)}"),
            ),
            self._field(
                Run("5. Thời gian trả kết quả giải quyết hồ sơ: Sau "),
                Run(statutory_time(slip.due_at), BOLD),
            ),
            self._field(Run(f"6. Đăng ký nhận kết quả tại: {slip.delivery.registered_at}")),
        ]

    def _field(self, *runs: Run) -> Paragraph:
        return paragraph(runs, self.width, self.size, hang=_HANG, after=0.28 * mm)

    def _beside(
        self, left: Sequence[Run], right: Sequence[Run], apart: str = _APART
    ) -> list[Paragraph]:
        """Put two fields on one line where they fit, else below one another."""
        together = (*left, Run(apart), *right)
        if sum(text_width(run.text, run.face, self.size) for run in together) <= self.width:
            return [self._field(*left[:-1], left[-1]._replace(text=left[-1].text + apart), *right)]
        return [self._field(*left), self._field(*right)]

    def _owner_and_submitter(self) -> list[Paragraph]:
        slip = self.slip
        owner = (Run("Tiếp nhận hồ sơ của: "), Run(_name(slip.owner_name), BOLD))
        if slip.submitter_name is None:
            submitter = (Run("Người nộp: "), Run("chính chủ hồ sơ", REGULAR))
        else:
            submitter = (Run("Người nộp: "), Run(_name(slip.submitter_name), BOLD))
        return self._beside(owner, submitter)

    def _contact(self) -> list[Paragraph]:
        slip = self.slip
        phone = (Run("Số điện thoại: "), Run(unbroken(slip.phone) or _BLANK[:24]))
        email = (Run("Email: "), Run(slip.email or _BLANK[:24]))
        if len(slip.email) > _LONGEST_EMAIL_BESIDE_PHONE:
            return [self._field(*phone), self._field(*email)]
        return self._beside(phone, email)


def _name(text: str) -> str:
    """Keep a name of usual length on one line."""
    return unbroken(text) if len(text) <= _LONGEST_UNBROKEN_NAME else text
