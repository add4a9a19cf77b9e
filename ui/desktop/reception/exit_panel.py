"""Alt+H: the three ways out for a dossier that cannot be accepted."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import row
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.reception.view_model import Exit

_SIZE = QSize(720, 258)


class ExitPanel(FloatingPanel):
    """Guidance needs no reason; forms 02 and 03 print theirs, beside what each paper lacks."""

    exit_chosen = Signal(object, str)
    """An ``Exit`` and the reason."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Chưa nhận được"))
        self._lacking = Line("", CAPTION, tone=Tone.WARN)
        self._reason = Field(
            self.tr("Lý do, in trên mẫu 02, 03"),
            placeholder=self.tr("Lý do chung; từng giấy thiếu gì thì tự in"),
            longest=1000,
        )
        self._guide = Button(self.tr("Hướng dẫn mang thêm"), sign=Icon.INFO)
        self._ask = Button(self.tr("Yêu cầu bổ sung, mẫu 02"), sign=Icon.FILE)
        self._refuse = Button(self.tr("Từ chối, mẫu 03"), sign=Icon.CIRCLE_X)
        reason = FieldLabel(self.tr("Lý do"), self._reason)
        self.body.addWidget(Label(self.tr("Chưa nhận được hồ sơ"), BODY_STRONG))
        self.body.addWidget(self._lacking)
        self.body.addLayout(row(reason, (self._reason, 1)))
        self.body.addLayout(row(self._guide, self._ask, self._refuse, None))
        for words in (
            self.tr("Hướng dẫn: không lập hồ sơ; phiếu có mã mở lại phần đã nhập trong 30 ngày."),
            self.tr("Mẫu 02, 03: hồ sơ có mã, chưa tính thời gian; lý do in trên mẫu."),
        ):
            self.body.addWidget(Label(words, CAPTION, muted=True))
        self.body.addStretch(1)
        self._guide.clicked.connect(lambda: self._take(Exit.GUIDANCE))
        self._ask.clicked.connect(lambda: self._take(Exit.SUPPLEMENT))
        self._refuse.clicked.connect(lambda: self._take(Exit.REFUSAL))
        self._reason.textChanged.connect(self._show_open)
        self.show_lacking("")

    def show_lacking(self, words: str) -> None:
        """Say what is lacking; without any of it only a refusal is left."""
        self._lacking.set_words(words or self.tr("Không thiếu giấy nào."), Tone.WARN)
        self._is_lacking = bool(words)
        self._show_open()

    def open_for(self, anchor: QWidget) -> None:
        self._reason.clear()
        first = self._guide if self._is_lacking else self._reason
        self.open_at(anchor, _SIZE, first=first)

    def _show_open(self) -> None:
        said = bool(self._reason.text().strip())
        self._guide.setEnabled(self._is_lacking)
        self._ask.setEnabled(self._is_lacking and said)
        self._refuse.setEnabled(said)

    def _take(self, wanted: Exit) -> None:
        reason = self._reason.text().strip()
        self.close_panel()
        self.exit_chosen.emit(wanted, reason)
