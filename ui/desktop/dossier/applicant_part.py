"""The applicant in the correction panel: every field that the reception asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station.domain.person import IdDocumentType
from ui.desktop.dossier.correction_parts import LABEL, Part
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.layout import row
from ui.desktop.reception.person_choices import PaperTypeChoice, SexChoice
from ui.desktop.reception.shown_field import show_field
from ui.desktop.reception.view_model import Applicant, ApplicantField

_DATE, _PHONE = 138, 150
_A = ApplicantField


class ApplicantPart(Part):
    """Who handed it in; of an organisation that did, its representative. What is odd about a field
    stands in it, as at the reception."""

    edited = Signal(object, str)
    """An ``ApplicantField`` and the new text, or the chosen value."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[ApplicantField, Field] = {
            _A.NAME: Field(self.tr("Họ tên"), strong=True, longest=255),
            _A.BORN_ON: Field(self.tr("Ngày sinh"), width=_DATE, longest=20),
            _A.NUMBER: Field(self.tr("Số giấy tờ"), longest=50),
            _A.ISSUED_ON: Field(self.tr("Ngày cấp"), width=_DATE, longest=20),
            _A.PHONE: Field(self.tr("Điện thoại"), width=_PHONE, longest=50),
            _A.EMAIL: Field(self.tr("Email"), longest=255),
            _A.ADDRESS: Field(self.tr("Địa chỉ"), longest=500),
        }
        self._paper_type, self._sex = PaperTypeChoice(may_be_unknown=True), SexChoice()
        self._lay_out()
        self._paper_type.setObjectName("applicant paper_type")
        self._sex.setObjectName("applicant sex")
        for name, line in self._lines.items():
            line.setObjectName(f"applicant {name}")
            line.textEdited.connect(lambda text, of=name: self.edited.emit(of, text))
            line.returnPressed.connect(line.focusNextChild)
        self._sex.value_chosen.connect(lambda value: self.edited.emit(_A.SEX, value))
        self._paper_type.value_chosen.connect(lambda value: self.edited.emit(_A.PAPER_TYPE, value))

    def show_applicant(self, applicant: Applicant) -> None:
        """Show what is known, and what is odd about it."""
        for name, line in self._lines.items():
            show_field(line, applicant.of(name))
        number, paper_type = applicant.of(_A.NUMBER).text, applicant.of(_A.PAPER_TYPE).text
        usual = IdDocumentType.CAN_CUOC if number else ""  # as which a number is taken
        self._paper_type.show_value(paper_type or usual)
        sex = applicant.of(_A.SEX)
        self._sex.show_value(sex.text or None)
        self._sex.set_warning(sex.note.words if sex.note else "")

    def stops(self) -> list[QWidget]:
        lines = self._lines
        return [
            lines[_A.NAME], lines[_A.BORN_ON], lines[_A.NUMBER], self._paper_type,
            lines[_A.ISSUED_ON], self._sex.focus_target(), lines[_A.PHONE], lines[_A.EMAIL],
            lines[_A.ADDRESS],
        ]  # fmt: skip

    def control(self, name: ApplicantField) -> QWidget:
        """Give where a field is put right."""
        if name is _A.SEX:
            return self._sex.focus_target()
        return self._paper_type if name is _A.PAPER_TYPE else self._lines[name]

    def _lay_out(self) -> None:
        lines = self._lines
        name = FieldLabel(self.tr("Họ tên"), lines[_A.NAME], width=LABEL)
        born_on = FieldLabel(self.tr("Sinh"), lines[_A.BORN_ON])
        self.body.addLayout(row(name, (lines[_A.NAME], 1), born_on, lines[_A.BORN_ON]))
        number = FieldLabel(self.tr("Số giấy tờ"), lines[_A.NUMBER], width=LABEL)
        issued_on = FieldLabel(self.tr("Cấp"), lines[_A.ISSUED_ON])
        paper = ((lines[_A.NUMBER], 1), (self._paper_type, 1))
        self.body.addLayout(row(number, *paper, issued_on, lines[_A.ISSUED_ON]))
        sex = FieldLabel(self.tr("Giới tính"), self._sex, width=LABEL)
        phone = FieldLabel(self.tr("ĐT"), lines[_A.PHONE])
        email = FieldLabel(self.tr("Email"), lines[_A.EMAIL])
        self.body.addLayout(
            row(sex, self._sex, phone, lines[_A.PHONE], email, (lines[_A.EMAIL], 1))
        )
        address = FieldLabel(self.tr("Địa chỉ"), lines[_A.ADDRESS], width=LABEL)
        self.body.addLayout(row(address, (lines[_A.ADDRESS], 1)))
