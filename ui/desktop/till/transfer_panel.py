"""VietQR: the code that the citizen's phone reads, and whether the money has come.

The code proves nothing: only the bank says that the money came, so a payment waits until somebody
notes the number of its notice.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.qr_code import QrCode
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION, TITLE
from ui.desktop.till.view_model import TransferSheet

_SIDE, _WIDTH, _LABEL, _FACTS = 300, 720, 96, 4


class TransferPanel(AskingPanel):
    """Esc closes it; a payment that waits goes on waiting."""

    waits = Signal(str)
    """The citizen transfers now: note the payment of this dossier as awaited."""
    came = Signal(str, int, str)
    """The money of a payment came: dossier, payment, number of the bank's notice."""
    cancelled = Signal(str, int)
    """The citizen did not transfer after all."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Mã VietQR"), "till.transfer")
        self._shown: TransferSheet | None = None
        self._code = QrCode(self.tr("Mã VietQR để điện thoại quét"), _SIDE)
        self._sum = Label("", TITLE)
        self._state = Line("", BODY_STRONG)
        self._captions = [Label("", CAPTION, muted=True) for _ in range(_FACTS)]
        self._values = [Line("") for _ in range(_FACTS)]
        self._reference = Field(longest=60)
        label = FieldLabel(self.tr("Số báo có"), self._reference, width=_LABEL)
        self._proof = holding(row(label, (self._reference, 1)))
        self._cancel = Button(self.tr("Không chuyển nữa"))
        self._confirm = Button("", Kind.PRIMARY, badge=badge(Act.SETTLE))
        facts = column(self._sum, self._state, gap=6)
        for caption, value in zip(self._captions, self._values, strict=True):
            caption.setFixedWidth(_LABEL)
            facts.addLayout(row(caption, (value, 1)))
        facts.addWidget(self._proof)
        facts.addStretch(1)
        facts.addLayout(row(None, self._cancel, self._confirm))
        whole = row(self._code, gap=16)
        whole.addLayout(facts, 1)
        self.body.addLayout(whole)
        self._note_as(reference=self._reference)
        self._confirm.clicked.connect(self.confirm)
        self._cancel.clicked.connect(self._give_up)
        self._reference.returnPressed.connect(self.confirm)

    def open_for(self, sheet: TransferSheet, anchor: QWidget) -> None:
        """Show the code of a sum, and ask what is next."""
        if sheet.code != self.about:
            self.put_away()
            self.begin(sheet.code)
        self._shown = sheet
        self._code.show_modules(sheet.modules)
        self._sum.setText(sheet.sum)
        self._state.set_words(sheet.state, Tone.WARN if sheet.payment else Tone.MUTE)
        for place, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            said = sheet.facts[place] if place < len(sheet.facts) else ("", "")
            caption.setText(said[0])
            value.set_words(said[1])
        waiting = sheet.payment is not None
        self._proof.setVisible(waiting)
        self._cancel.setVisible(waiting)
        self._confirm.set_words(self.tr("Tiền đã đến") if waiting else self.tr("Chờ tiền đến"))
        first = self._reference if waiting else self._confirm
        self.open_at(anchor, QSize(_WIDTH, _SIDE + 2 * (SHADOW + 12)), first=first)

    def _clear(self) -> None:
        self._shown = None
        self._reference.clear()
        self._code.show_modules(())

    def confirm(self) -> None:
        """Tell what is next, unless the number of the bank's notice is missing."""
        sheet = self._shown
        if sheet is None or not self._may_tell():
            return
        if sheet.payment is None:
            self._tell_and_close()
            self.waits.emit(sheet.code)
            return
        reference = self._reference.text().strip()
        self._reference.set_mark("" if reference else self.tr("gõ số báo có"), Tone.ERR)
        if reference:
            self._tell_and_close()
            self.came.emit(sheet.code, sheet.payment, reference)
        else:
            self._reference.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        stops = [self._reference, self._cancel, self._confirm]
        return self.go_round(stops, forward)

    def _give_up(self) -> None:
        sheet = self._shown
        if sheet is not None and sheet.payment is not None:
            self.close_panel()
            self.cancelled.emit(sheet.code, sheet.payment)
