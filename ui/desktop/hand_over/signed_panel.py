"""A sealed list came back: who signed it, and which folders were not taken."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.hand_over.view_model import ListOffered
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_WIDTH, _LABEL, _MOST_ROWS, _LONGEST_NAME, _LONGEST = 620, 128, 6, 120, 200
_AROUND, _REASON_ROW = 168, 40


class SignedPanel(AskingPanel):
    """Every folder is ticked at first; Space takes the tick from one that was not taken."""

    signed = Signal(str, str, object)
    """Number of the list, the receiver, and pairs of code and reason of what was not taken."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Bên nhận đã ký"), "hand_over.signed")
        self._shown: ListOffered | None = None
        self._anchor: QWidget | None = None
        self._checks: dict[str, Check] = {}
        self._rows: QScrollArea | None = None
        self._title = Line("", BODY_STRONG)
        self._receiver = Field(longest=_LONGEST_NAME)
        receiver = FieldLabel(self.tr("Người ký nhận"), self._receiver, width=_LABEL)
        self._reason = OfferField(longest=_LONGEST)
        reason = FieldLabel(self.tr("Vì sao không nhận"), self._reason, width=_LABEL)
        self._reason_row = holding(row(reason, (self._reason, 1)))
        self._offers = Offers(self._reason)
        self._follows = Line("", CAPTION)
        self._confirm = Button(self.tr("Ghi đã ký nhận"), Kind.PRIMARY, badge=badge(Act.SEAL))
        self.body.addWidget(self._title)
        self.body.addLayout(row(receiver, (self._receiver, 1)))
        self.body.addWidget(Label(self.tr("Bìa bên nhận đã lấy"), CAPTION, muted=True))
        self.body.addWidget(self._reason_row)
        self.body.addWidget(self._offers)
        self.body.addWidget(self._follows)
        self.body.addStretch(1)
        self.body.addLayout(row(None, self._confirm))
        self._note_as(receiver=self._receiver, reason=self._reason)
        self._receiver.returnPressed.connect(self.focusNextChild)
        self._reason.returnPressed.connect(self.focusNextChild)
        self._receiver.textEdited.connect(lambda _: self._receiver.set_mark(""))
        self._reason.textEdited.connect(lambda _: self._reason.set_mark(""))
        self._confirm.clicked.connect(self.confirm)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words for what was not taken."""
        self._offers.show_offers(reasons)

    def open_for(self, sheet: ListOffered, anchor: QWidget) -> None:
        """Ask about a list; the same one again goes on where it was left."""
        self._anchor = anchor
        if sheet != self._shown:
            self.put_away()
            self._shown = sheet
            self._fill(sheet)
            self.begin(sheet.number)
        self._tell()
        self.open_at(anchor, self._size(), first=self._receiver)

    def _clear(self) -> None:
        self._shown = None
        for field in (self._receiver, self._reason):
            field.clear()
            field.set_mark("")

    def confirm(self) -> None:
        """Tell it, unless who signed or a reason is still to be said."""
        if self._shown is None or not self._may_tell():
            return
        left, reason = self._left(), self._reason.text().strip()
        missing: list[tuple[Field, str]] = []
        if not self._receiver.text().strip():
            missing.append((self._receiver, self.tr("ghi họ tên")))
        if left and not reason:
            missing.append((self._reason, self.tr("ghi lý do")))
        for field, words in missing:
            field.set_mark(words, Tone.ERR)
        if missing:
            missing[0][0].setFocus()
            return
        self._tell_and_close()
        not_taken = tuple((code, reason) for code in left)
        self.signed.emit(self._shown.number, self._receiver.text().strip(), not_taken)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        stops = [self._receiver, *self._checks.values(), self._reason, self._confirm]
        return self.go_round(stops, forward)

    def _left(self) -> list[str]:
        return [code for code, check in self._checks.items() if not check.isChecked()]

    def _fill(self, sheet: ListOffered) -> None:
        self._title.set_words(f"{sheet.number} · {sheet.agency}")
        take_out(self._rows, self.body)
        layout = column(gap=0)
        inside = holding(layout)
        self._checks = {}
        for code, owner in sheet.folders:
            check = Check(f"{code.rsplit('-', 1)[-1]} · {owner}")
            check.setObjectName(code)
            check.setChecked(True)
            check.toggled.connect(self._turn)
            self._checks[code] = check
            layout.addWidget(check)
        self._rows = scrolling(inside)
        self._rows.setFixedHeight(self._rows_height())
        self.body.insertWidget(3, self._rows)

    def _turn(self) -> None:
        self._tell()
        if self.isVisible() and self._anchor is not None:
            self.open_at(self._anchor, self._size())

    def _tell(self) -> None:
        """Say what follows."""
        left, every = len(self._left()), len(self._checks)
        self._reason_row.setVisible(left > 0)
        self._offers.setVisible(left > 0)
        if left:
            words = self.tr("Bên nhận lấy {taken}/{all} bìa; {left} bìa về lại quầy.")
            said = words.format(taken=every - left, all=every, left=left)
            self._follows.set_words(said, Tone.WARN)
        else:
            self._follows.set_words(
                self.tr("Bên nhận lấy đủ {all} bìa.").format(all=every), Tone.OK
            )

    def _rows_height(self) -> int:
        return max(1, min(_MOST_ROWS, len(self._checks))) * FIELD_HEIGHT

    def _size(self) -> QSize:
        more = _REASON_ROW + self._offers.shown_height() + 8 if self._left() else 0
        return QSize(_WIDTH, _AROUND + self._rows_height() + more + 2 * SHADOW + 24)
