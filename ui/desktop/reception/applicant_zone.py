"""Zone 1: who hands the dossier in."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from station.domain.person import FieldSource, IdDocumentType
from station.errors import StationError
from ui.desktop.keys import Act, badge
from ui.desktop.kit.announce import announce
from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.file_dialogs import ask_which
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.layout import row
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.zone import Zone
from ui.desktop.reception.brought import (
    CARD_MARK,
    LONGEST_CARD_TEXT,
    card_picture,
    card_text,
    may_hold_card,
)
from ui.desktop.reception.email_panel import EmailPanel
from ui.desktop.reception.field_state import NOT_PRESENTED, FieldState, Note
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.person_choices import PaperTypeChoice, SexChoice
from ui.desktop.reception.shown_field import show_field
from ui.desktop.reception.view_model import Applicant, ApplicantField
from ui.desktop.shortcuts import bind
from ui.desktop.source_words import SOURCES
from ui.desktop.wording import language

_LABEL = 66
_DATE = 132
_LONGEST_IN_HEAD = 22


class CardField(Field):
    """The number field. A whole card text that arrives here is taken out of it and announced."""

    card_text = Signal(str)
    card_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._holds_card():
            self.card_pasted.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and CARD_MARK in self.text():
            text = self.text()
            self.clear()
            self.card_text.emit(text)
            return
        super().keyPressEvent(event)

    @staticmethod
    def _holds_card() -> bool:
        return may_hold_card(QGuiApplication.clipboard().mimeData())


class ApplicantZone(Zone):
    """Four rows of fields, each with a mark that says where its text is from."""

    edited = Signal(object, str)
    """An ``ApplicantField`` and the new text."""
    left = Signal()
    """The keys went from one of the fields to something else of the window."""
    place_wanted = Signal()
    """The next of the units that the address may belong to."""
    card_picture_chosen = Signal(str)
    """The path of a picture of the card."""
    card_picture_pasted = Signal(bytes)
    """A picture of the card itself, dropped or from the clipboard."""
    card_refused = Signal(object)
    """Why what was dropped or pasted is no picture of a card: a ``StationError``."""
    card_text_received = Signal(str)
    """What a reader typed, or somebody pasted: the text of the card's QR."""

    def __init__(self) -> None:
        super().__init__(1, self.tr("Người nộp"), badge(Act.ZONE_1))
        self._shown = Applicant()
        self._number = CardField(longest=LONGEST_CARD_TEXT)
        self._phone = Field(self.tr("Điện thoại"), width=128, longest=50)
        self.email_panel = EmailPanel(self)
        self.email_button = Button(height=FIELD_HEIGHT)
        self.email_button.setToolTip(badge(Act.EMAIL))
        self._name = Field(strong=True)
        self._born_on = Field(self.tr("Ngày sinh"), width=_DATE, longest=20)
        self._address = Field(longest=500)
        self._issued_on = Field(self.tr("Ngày cấp"), width=_DATE, longest=20)
        self._sex = SexChoice()
        self._paper_type = PaperTypeChoice()
        self._picture = Button(
            self.tr("Ảnh thẻ"),
            sign=Icon.QRCODE,
            height=FIELD_HEIGHT,
            name=self.tr("Đọc thẻ từ ảnh"),
        )
        self._picture.show_words(False)  # the number beside it is always whole
        self._picture.setToolTip(badge(Act.CARD_PICTURE))
        self.owner_button = Button(self.tr("Nộp thay"), badge=badge(Act.OWNER), height=FIELD_HEIGHT)
        self._owner = Owner()
        self._lines: dict[ApplicantField, Field] = {
            ApplicantField.NUMBER: self._number,
            ApplicantField.PHONE: self._phone,
            ApplicantField.EMAIL: self.email_panel.field,
            ApplicantField.NAME: self._name,
            ApplicantField.BORN_ON: self._born_on,
            ApplicantField.ADDRESS: self._address,
            ApplicantField.ISSUED_ON: self._issued_on,
        }
        self._lay_out()
        self._connect()
        bind(self, Act.EMAIL, self.ask_email)
        bind(self, Act.PLACE, self.place_wanted.emit)

    def show_applicant(self, applicant: Applicant) -> None:
        self._tell_of(applicant)
        self._shown = applicant
        for name, line in self._lines.items():
            show_field(line, applicant.of(name))
        sex = applicant.of(ApplicantField.SEX)
        self._sex.show_value(sex.text or None)
        self._sex.set_warning(sex.note.words if sex.note else "")
        paper_type = applicant.of(ApplicantField.PAPER_TYPE).text
        self._paper_type.show_value(paper_type or IdDocumentType.CAN_CUOC)
        self._show_email(applicant.of(ApplicantField.EMAIL))
        self._show_chips()

    def _tell_of(self, applicant: Applicant) -> None:
        """Have read out whom a card names, and what to look at again; never the number."""
        name, number = (applicant.of(one) for one in (ApplicantField.NAME, ApplicantField.NUMBER))
        known = self._shown.of(ApplicantField.NUMBER).text
        if number.text == known or number.source is FieldSource.TYPED:
            return
        doubtful = [
            f"{line.accessibleName()}: {note.words}"
            for one, line in self._lines.items()
            if (note := applicant.of(one).note) is not None
        ]
        said = self.tr("Người nộp: {name}").format(name=name.text)
        announce(self, ". ".join((said, *doubtful)))

    def show_owner(self, owner: Owner) -> None:
        """Say in the head for whom this person hands in."""
        self._owner = owner
        self._show_chips()

    def summary(self) -> str:
        said = (self._name.text(), self._number.text())
        return " · ".join(part for part in said if part) or self.tr("chưa có người nộp")

    def is_blank(self) -> bool:
        """Tell whether nobody is named here yet."""
        return not any(line.text() for line in self._lines.values())

    def first_focus(self) -> QWidget:
        return self._number

    def point_to(self, name: ApplicantField) -> None:
        """Put the keys into this field."""
        if name is ApplicantField.EMAIL:
            self.ask_email()
        elif name in self._lines:
            self._lines[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_to_name(self) -> None:
        """Put the keys where the name is missing: a card is read where its number stands."""
        self.point_to(ApplicantField.NAME if self._number.text() else ApplicantField.NUMBER)

    def paste_card(self) -> None:
        """Take the card that lies on the clipboard: a picture, a file, or the text of its code."""
        self.take_brought(QGuiApplication.clipboard().mimeData())

    def take_brought(self, brought: QMimeData) -> None:
        """Take a card that was dropped or pasted, or say why it is none."""
        text = card_text(brought)
        if text is not None:
            self.card_text_received.emit(text)
            return
        try:
            picture = card_picture(brought)
        except StationError as error:
            self.card_refused.emit(error)
            return
        chosen = isinstance(picture, str)
        (self.card_picture_chosen if chosen else self.card_picture_pasted).emit(picture)

    def choose_picture(self) -> None:
        """Ask for a picture of the card."""
        kinds = self.tr("Ảnh (*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.tif *.tiff)")
        ask_which(self, self.tr("Ảnh mặt thẻ có mã QR"), kinds, self.card_picture_chosen)

    def ask_email(self) -> None:
        """Alt+E: the field of the e-mail."""
        shown = self.email_button.isVisible()
        self.email_panel.open_for(self.email_button if shown else self)

    def _show_email(self, state: FieldState) -> None:
        """Say on its button whether there is one, and whether it is odd."""
        sign = Icon.ALERT if state.note else Icon.CHECK if state.text else None
        self.email_button.set_words("@", sign)
        self.email_button.setAccessibleName(
            self.tr("Email: {email}").format(email=state.text) if state.text else self.tr("Email")
        )

    def _lay_out(self) -> None:
        number = FieldLabel(self.tr("Số giấy tờ"), self._number, width=_LABEL)
        phone = FieldLabel(self.tr("ĐT"), self._phone)
        self.body.addLayout(
            row(number, (self._number, 1), self._picture, phone, self._phone, self.email_button)
        )
        name = FieldLabel(self.tr("Họ tên"), self._name, width=_LABEL)
        born_on = FieldLabel(self.tr("Sinh"), self._born_on)
        self.body.addLayout(row(name, (self._name, 1), born_on, self._born_on))
        address = FieldLabel(self.tr("Địa chỉ"), self._address, width=_LABEL)
        self.body.addLayout(row(address, (self._address, 1), self.owner_button))
        sex = FieldLabel(self.tr("Giới tính"), self._sex, width=_LABEL)
        issued_on = FieldLabel(self.tr("Cấp"), self._issued_on)
        self.body.addLayout(row(sex, self._sex, (self._paper_type, 1), issued_on, self._issued_on))
        self.body.addStretch(1)
        QWidget.setTabOrder(self._issued_on, self._picture)  # after what everybody fills in
        QWidget.setTabOrder(self._picture, self.email_button)
        QWidget.setTabOrder(self.email_button, self.owner_button)

    def _connect(self) -> None:
        for name, line in self._lines.items():
            line.textEdited.connect(lambda text, of=name: self._announce(of, text))
            if name is not ApplicantField.EMAIL:
                line.returnPressed.connect(self._go_on)
        self._sex.value_chosen.connect(lambda sex: self.edited.emit(ApplicantField.SEX, sex))
        self._paper_type.value_chosen.connect(
            lambda value: self.edited.emit(ApplicantField.PAPER_TYPE, value)
        )
        self._picture.clicked.connect(self.choose_picture)
        self.email_button.clicked.connect(self.ask_email)
        self.email_panel.opened_again.connect(lambda _: self.ask_email())
        self._number.card_text.connect(self.card_text_received)
        self._number.card_pasted.connect(self.paste_card)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _announce(self, name: ApplicantField, text: str) -> None:
        if name is ApplicantField.NUMBER and CARD_MARK in text:
            return  # a reader is typing a card: wait for its Enter
        self.edited.emit(name, text)

    def _go_on(self) -> None:
        self.focusNextChild()

    def _show_chips(self) -> None:
        """Say in the head where the fields are from, and the note that matters now."""
        applicant = self._shown
        if applicant.reading:
            self.set_chips([(self.tr("Đang đọc thẻ…"), Tone.INFO)])
            return
        states = [applicant.of(name) for name in ApplicantField]
        cards = (FieldSource.QR, FieldSource.REPAIRED, FieldSource.MRZ, FieldSource.CHIP)
        from_card = next((s.source for s in states if s.source in cards), None)
        chips: list[tuple[str, Tone]] = []
        if self._owner.kind is not OwnerKind.SELF:
            whose = shortened(self._owner.name) or self.tr("chưa ghi tên")
            by_law = self._owner.acts_by_law
            said = self.tr("Đại diện: {owner}") if by_law else self.tr("Thay: {owner}")
            odd = any(state.note for state in self._owner.fields.values())
            chips.append((said.format(owner=whose), Tone.WARN if odd else Tone.INFO))
        if self._owner.remembered:
            chips.append((self.tr("đã khai lần trước"), Tone.INFO))
        if applicant.of(ApplicantField.PAPER_TYPE).text == NOT_PRESENTED:
            chips.append((self.tr("chưa xuất trình bản chính"), Tone.WARN))
        if from_card:
            chips.append((SOURCES[from_card][language()], Tone.OK))
        noted = [name for name in ApplicantField if applicant.of(name).note]
        if noted:
            first = next((name for name in noted if self._has_focus(name)), noted[0])
            note = applicant.of(first).note or Note("")
            words = f"{self._field_words(first)}: {note.words}"
            if len(noted) > 1:
                words = self.tr("{note} (+{more})").format(note=words, more=len(noted) - 1)
            chips.append((words, note.tone))
        self.set_chips(chips)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        self._show_chips()
        if now is not None and before is not now and before in self._lines.values():
            self.left.emit()

    def _has_focus(self, name: ApplicantField) -> bool:
        return name in self._lines and self._lines[name].hasFocus()

    def _field_words(self, name: ApplicantField) -> str:
        match name:
            case ApplicantField.NUMBER:
                return self.tr("Số giấy tờ")
            case ApplicantField.PHONE:
                return self.tr("Điện thoại")
            case ApplicantField.EMAIL:
                return self.tr("Email")
            case ApplicantField.NAME:
                return self.tr("Họ tên")
            case ApplicantField.BORN_ON:
                return self.tr("Ngày sinh")
            case ApplicantField.ADDRESS:
                return self.tr("Địa chỉ")
            case ApplicantField.SEX:
                return self.tr("Giới tính")
            case ApplicantField.PAPER_TYPE:
                return self.tr("Loại giấy tờ")
            case ApplicantField.ISSUED_ON:
                return self.tr("Ngày cấp")


def shortened(name: str) -> str:
    """Give a name at whole words, as long as the head of a zone has room for."""
    if len(name) <= _LONGEST_IN_HEAD:
        return name
    return name[: _LONGEST_IN_HEAD + 1].rpartition(" ")[0] + " …"
