"""Whose dossier it is, where that is not who hands it in, and by what right another one does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station.domain.authorisation import LEGAL_REPRESENTATIVE
from station.domain.person import AuthorisationScope, OrganisationKind
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tokens import ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION
from ui.desktop.reception.owner_entry import INTRODUCTION, LETTER
from ui.desktop.reception.owner_view_model import Owner, OwnerField, OwnerKind
from ui.desktop.reception.shown_field import show_field

_LABEL, _DATE = 76, 138
_F = OwnerField


class OwnerForm(QWidget):
    """The rows that matter for the chosen kind; whatever else was typed is kept, unseen."""

    kind_chosen = Signal(object)
    """An ``OwnerKind``."""
    edited = Signal(object, str)
    """An ``OwnerField`` and the new text, or the chosen value."""

    def __init__(self, submitter: str) -> None:
        """``submitter`` names who hands in, as the page calls that person."""
        super().__init__()
        self._submitter = submitter
        self._shown = Owner()
        self._kind = Segmented(
            self.tr("Chủ hồ sơ"),
            [
                (OwnerKind.SELF, self.tr("Chính người nộp")),
                (OwnerKind.CITIZEN, self.tr("Người khác")),
                (OwnerKind.ORGANISATION, self.tr("Tổ chức")),
                (OwnerKind.HOUSEHOLD_BUSINESS, self.tr("Hộ kinh doanh")),
            ],
        )
        self._lines: dict[OwnerField, Field] = {
            _F.NUMBER: Field(self.tr("Số giấy tờ"), width=190, longest=50),
            _F.NAME: Field(self.tr("Tên chủ hồ sơ"), strong=True),
            _F.BORN_ON: Field(self.tr("Ngày sinh"), width=_DATE, longest=20),
            _F.ADDRESS: Field(self.tr("Địa chỉ chủ hồ sơ"), longest=500),
            _F.PHONE: Field(self.tr("Điện thoại chủ hồ sơ"), width=_DATE, longest=50),
            _F.TAX_CODE: Field(self.tr("Mã số thuế"), width=190, longest=50),
            _F.HEAD: Field(self.tr("Người đại diện")),
            _F.LETTER_NUMBER: Field(self.tr("Số giấy uỷ quyền"), longest=50),
            _F.LETTER_ISSUED_ON: Field(self.tr("Ngày lập"), width=_DATE, longest=20),
            _F.LETTER_EXPIRES_ON: Field(self.tr("Hết hạn"), width=_DATE, longest=20),
        }
        self._choices: dict[OwnerField, Segmented] = {
            _F.ORGANISATION_KIND: Segmented(
                self.tr("Loại tổ chức"),
                [
                    (OrganisationKind.ENTERPRISE, self.tr("Doanh nghiệp")),
                    (OrganisationKind.STATE_AGENCY, self.tr("Cơ quan nhà nước")),
                    (OrganisationKind.OTHER, self.tr("Khác")),
                ],
            ),
            _F.LETTER: Segmented(
                self.tr("Nộp thay theo"),
                [
                    (LETTER, self.tr("Giấy uỷ quyền")),
                    (INTRODUCTION, self.tr("Giấy giới thiệu")),
                    (LEGAL_REPRESENTATIVE, self.tr("Đại diện theo pháp luật")),
                ],
            ),
            _F.SCOPE: Segmented(
                self.tr("Phạm vi uỷ quyền"),
                [
                    (AuthorisationScope.BOTH, self.tr("Nộp và nhận")),
                    (AuthorisationScope.SUBMIT, self.tr("Chỉ nộp")),
                    (AuthorisationScope.COLLECT, self.tr("Chỉ nhận")),
                ],
            ),
        }
        self._kind.setObjectName("owner")
        for name, control in (*self._lines.items(), *self._choices.items()):
            control.setObjectName(f"owner {name}")
        self._remark = Line("", CAPTION, tone=Tone.MUTE)
        self._lay_out()
        self._connect()
        self.show_owner(Owner())

    def show_owner(self, owner: Owner) -> None:
        """Show what is known, and the rows that its kind needs."""
        self._shown = owner
        self._kind.show_value(owner.kind)
        for name, line in self._lines.items():
            show_field(line, owner.of(name))
        for name, choice in self._choices.items():
            choice.show_value(owner.of(name).text or None)
        organisation = owner.kind in (OwnerKind.ORGANISATION, OwnerKind.HOUSEHOLD_BUSINESS)
        citizen = owner.kind is OwnerKind.CITIZEN
        somebody = citizen or organisation
        by_letter = somebody and not owner.acts_by_law
        self._born_on.setVisible(citizen)
        self._head.setVisible(organisation)
        self._kind_of.setVisible(owner.kind is OwnerKind.ORGANISATION)
        for line_of_fields, is_seen in (
            (self._organisation_row, organisation),
            (self._name_row, somebody),
            (self._person_row, citizen or by_letter),
            (self._address_row, somebody),
            (self._by_row, somebody),
            (self._letter_row, by_letter),
            (self._scope_row, by_letter),
        ):
            line_of_fields.setVisible(is_seen)
        self._remark.set_words(*self._remark_words(owner))
        self.updateGeometry()  # Qt would do it only while it is seen

    def first(self) -> QWidget:
        """Give where the keys begin: at what must be put right, then at what may be, else at the
        name."""
        if self._shown.kind is OwnerKind.SELF:
            return self._kind.focus_target()
        notes = [(name, note) for name in self._lines if (note := self._shown.of(name).note)]
        bad = [name for name, note in notes if note.tone is Tone.ERR] or [name for name, _ in notes]
        return self._lines[bad[0] if bad else _F.NAME]

    def control(self, name: OwnerField) -> QWidget:
        """Give where a field is put right; where it is not asked for, where the keys begin."""
        choice = self._choices.get(name)
        wanted = self._lines[name] if choice is None else choice.focus_target()
        return wanted if wanted.isVisibleTo(self) else self.first()

    def controls(self) -> list[QWidget]:
        """Give fields and choices in the order in which they are read."""
        lines, choices = self._lines, self._choices
        return [
            self._kind,
            lines[_F.TAX_CODE],
            choices[_F.ORGANISATION_KIND],
            lines[_F.NAME],
            lines[_F.HEAD],
            lines[_F.NUMBER],
            lines[_F.BORN_ON],
            lines[_F.ADDRESS],
            lines[_F.PHONE],
            choices[_F.LETTER],
            lines[_F.LETTER_NUMBER],
            lines[_F.LETTER_ISSUED_ON],
            lines[_F.LETTER_EXPIRES_ON],
            choices[_F.SCOPE],
        ]

    def stops(self) -> list[QWidget]:
        """Give where Tab stops now."""
        return [
            each.focus_target() if isinstance(each, Segmented) else each for each in self.controls()
        ]

    def _lay_out(self) -> None:
        lines, choices = self._lines, self._choices
        kind = FieldLabel(self.tr("Loại"), choices[_F.ORGANISATION_KIND])
        self._kind_of = holding(row(kind, choices[_F.ORGANISATION_KIND]))
        self._organisation_row = holding(
            row(self._label(_F.TAX_CODE), lines[_F.TAX_CODE], self._kind_of, None)
        )
        name = FieldLabel(self.tr("Tên"), lines[_F.NAME], width=_LABEL)
        self._name_row = holding(row(name, (lines[_F.NAME], 1)))
        head = FieldLabel(self.tr("Đại diện"), lines[_F.HEAD], width=_LABEL)
        self._head = holding(row(head, (lines[_F.HEAD], 1)))
        number = FieldLabel(self.tr("Số giấy tờ"), lines[_F.NUMBER], width=_LABEL)
        born_on = FieldLabel(self.tr("Sinh"), lines[_F.BORN_ON])
        self._born_on = holding(row(born_on, lines[_F.BORN_ON], None))
        self._person_row = holding(
            row((self._head, 1), number, lines[_F.NUMBER], (self._born_on, 1))
        )
        address = FieldLabel(self.tr("Địa chỉ"), lines[_F.ADDRESS], width=_LABEL)
        phone = FieldLabel(self.tr("ĐT"), lines[_F.PHONE])
        self._address_row = holding(row(address, (lines[_F.ADDRESS], 1), phone, lines[_F.PHONE]))
        by = FieldLabel(self.tr("Theo"), choices[_F.LETTER], width=_LABEL)
        self._by_row = holding(row(by, choices[_F.LETTER], None))
        letter = FieldLabel(self.tr("Số"), lines[_F.LETTER_NUMBER], width=_LABEL)
        issued = FieldLabel(self.tr("Ngày lập"), lines[_F.LETTER_ISSUED_ON])
        ends = FieldLabel(self.tr("Hết hạn"), lines[_F.LETTER_EXPIRES_ON])
        self._letter_row = holding(
            row(
                letter,
                (lines[_F.LETTER_NUMBER], 1),
                issued,
                lines[_F.LETTER_ISSUED_ON],
                ends,
                lines[_F.LETTER_EXPIRES_ON],
            )
        )
        scope = FieldLabel(self.tr("Phạm vi"), choices[_F.SCOPE], width=_LABEL)
        self._scope_row = holding(row(scope, choices[_F.SCOPE], None))
        whose = FieldLabel(self._kind.accessibleName(), self._kind, width=_LABEL)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(ROW_GAP)
        body.addLayout(row(whose, self._kind, None))
        for line_of_fields in (
            self._organisation_row,
            self._name_row,
            self._person_row,
            self._address_row,
            self._by_row,
            self._letter_row,
            self._scope_row,
            self._remark,
        ):
            body.addWidget(line_of_fields)

    def _label(self, name: OwnerField) -> FieldLabel:
        line = self._lines[name]
        return FieldLabel(line.accessibleName(), line, width=_LABEL)

    def _connect(self) -> None:
        self._kind.value_chosen.connect(lambda kind: self.kind_chosen.emit(OwnerKind(kind)))
        for name, line in self._lines.items():
            line.textEdited.connect(lambda text, of=name: self.edited.emit(of, text))
            line.returnPressed.connect(line.focusNextChild)
        for name, choice in self._choices.items():
            choice.value_chosen.connect(lambda value, of=name: self.edited.emit(of, value))

    def _remark_words(self, owner: Owner) -> tuple[str, Tone | None]:
        """Say what concerns a choice, for it has no frame of its own to say it in."""
        for name in (_F.SCOPE, _F.ORGANISATION_KIND):
            note = owner.of(name).note
            if note is not None:
                said = f"{self._choices[name].accessibleName()}: {note.words}"
                return said, note.tone
        if owner.kind is OwnerKind.SELF:
            said = self.tr("{who} là chủ hồ sơ.")
        elif owner.acts_by_law:
            said = self.tr("{who} là người đại diện theo pháp luật.")
        else:
            said = self.tr("{who} làm thay; giấy này là giấy tờ bắt buộc.")
        return said.format(who=self._submitter), Tone.MUTE
