"""Alt+H: the three ways out for a dossier that cannot be accepted."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.reception.view_model import Exit

_WIDTH, _AROUND, _REASON_ROW = 720, 246, 40
_WITH_REASON = (Exit.SUPPLEMENT, Exit.REFUSAL)


class ExitPanel(DraftFieldsPanel):
    """Guidance needs no reason; forms 02 and 03 print theirs, beside what each paper lacks."""

    exit_chosen = Signal(object, str)
    """An ``Exit`` and the reason."""
    reason_edited = Signal(object, str)
    """The same, as it is typed: the draft keeps it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Chưa nhận được"), "reception.exit")
        self._reasons: Mapping[Exit, tuple[str, ...]] = {}
        self._typed: dict[Exit, str] = {}
        self._anchor: QWidget | None = None
        self._ways: tuple[Exit, ...] = ()
        self._lacking = Line("", CAPTION, tone=Tone.WARN)
        self._way = Segmented(self.tr("Cách giải quyết"))
        self._reason = OfferField(self.tr("Lý do, in trên mẫu 02, 03"), longest=1000)
        self._offers = Offers(self._reason)
        reason = FieldLabel(self.tr("Lý do"), self._reason)
        self._reason_row = holding(row(reason, (self._reason, 1)))
        self._follows = Label("", CAPTION, muted=True, wrap=True)
        self._confirm = Button("", Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.ACCEPT))
        self.body.addWidget(Label(self.tr("Chưa nhận được hồ sơ"), BODY_STRONG))
        self.body.addWidget(self._lacking)
        self.body.addLayout(row(self._way, None))
        self.body.addWidget(self._reason_row)
        self.body.addWidget(self._offers)
        self.body.addWidget(self._follows)
        self.body.addStretch(1)
        self.body.addLayout(row(None, self._confirm))
        self.body.addWidget(
            key_line(
                ("1 2 3", self.tr("chọn")),
                ("Tab", self.tr("ô kế tiếp")),
                ("Esc", self.tr("quay lại hồ sơ")),
            )
        )
        self._way.value_chosen.connect(lambda _: self._turn())
        self._reason.textChanged.connect(self._keep)
        self._reason.returnPressed.connect(self.focusNextChild)
        self._confirm.clicked.connect(self.confirm)
        self.show_lacking("")

    def show_reasons(self, reasons: Mapping[Exit, tuple[str, ...]]) -> None:
        """Offer these words for forms 02 and 03."""
        self._reasons = reasons

    def show_typed(self, reasons: Mapping[Exit, str]) -> None:
        """Say what was typed for this draft before."""
        self._typed = dict(reasons)

    def show_lacking(self, words: str) -> None:
        """Say what is lacking; without any of it only a refusal is left."""
        self._lacking.set_words(words or self.tr("Không thiếu giấy nào."), Tone.WARN)
        self._ways = tuple(Exit) if words else (Exit.REFUSAL,)
        names = {
            Exit.GUIDANCE: self.tr("Hướng dẫn mang thêm"),
            Exit.SUPPLEMENT: self.tr("Yêu cầu bổ sung, mẫu 02"),
            Exit.REFUSAL: self.tr("Từ chối, mẫu 03"),
        }
        self._way.set_choices([(way.value, names[way]) for way in self._ways])

    def open_for(self, anchor: QWidget) -> None:
        self._anchor = anchor
        begun = next((way for way in self._ways if self._typed.get(way)), None)
        self._way.show_value((begun or self._ways[0]).value)
        self._turn()
        only_refusal = self._ways == (Exit.REFUSAL,)
        first = self._reason if only_refusal else self._way.focus_target()
        self._begin_draft(self._chosen().value)
        self.open_at(anchor, self._size(), first=first)

    def choose(self, way: str) -> None:
        """Turn to this way out, if it is one now."""
        if way in [one.value for one in self._ways]:
            self._way.show_value(way)
            self._turn()

    def confirm(self) -> None:
        """Take the chosen way, unless its reason is still to be said."""
        if not self.isVisible():
            return
        wanted, reason = self._chosen(), self._reason.text().strip()
        if wanted in _WITH_REASON and not reason:
            self._reason.set_mark(self.tr("ghi lý do"), Tone.ERR)
            self._reason.setFocus()
            return
        self.close_panel()
        self.exit_chosen.emit(wanted, reason if wanted in _WITH_REASON else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, unless it is typed into the reason."""
        number = event.text()
        if number.isdigit() and 1 <= int(number) <= len(self._ways):
            self._way.show_value(self._ways[int(number) - 1].value)
            self._way.focus_target().setFocus()
            self._turn()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> Exit:
        return Exit(self._way.value() or self._ways[0])

    def _turn(self) -> None:
        """Show what the chosen way asks, and what follows it."""
        way = self._chosen()
        asks = way in _WITH_REASON
        self._reason_row.setVisible(asks)
        self._offers.setVisible(asks)
        self._offers.show_offers(self._reasons.get(way, ()))
        self._reason.set_mark("")
        self._reason.show_text(self._typed.get(way, ""))
        said, button = self._words(way)
        self._follows.setText(said)
        self._confirm.set_words(button, Icon.PRINTER)
        if self.isVisible():
            self._begin_draft(way.value)
        if self.isVisible() and self._anchor is not None and self.height() != self._size().height():
            self.open_at(self._anchor, self._size())

    def _words(self, way: Exit) -> tuple[str, str]:
        """Say what follows, and what the button does."""
        match way:
            case Exit.GUIDANCE:
                return (
                    self.tr(
                        "Không lập hồ sơ; phiếu có mã mở lại phần đã nhập trong 30 ngày. "
                        "Lý do từng giấy ghi ở bảng kiểm tra giấy (Alt+K)."
                    ),
                    self.tr("In phiếu hướng dẫn"),
                )
            case Exit.SUPPLEMENT:
                return (
                    self.tr("Hồ sơ có mã, chưa tính thời gian; từng giấy thiếu gì thì tự in."),
                    self.tr("In mẫu 02, chờ bổ sung"),
                )
            case Exit.REFUSAL:
                return (
                    self.tr("Hồ sơ có mã, kết thúc tại quầy; trả lại giấy tờ cho người nộp."),
                    self.tr("In mẫu 03, trả giấy"),
                )

    def _keep(self, text: str) -> None:
        way = self._chosen()
        if text != self._typed.get(way, ""):
            self._typed[way] = text
            self.reason_edited.emit(way, text)
        if text.strip():
            self._reason.set_mark("")

    def _size(self) -> QSize:
        asks = self._chosen() in _WITH_REASON
        return QSize(_WIDTH, _AROUND + (_REASON_ROW + self._offers.shown_height()) * asks)
