"""Alt+H: the three ways out for a dossier that cannot be accepted, and the paper of each."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.reception.exit_letter import ExitLetter
from ui.desktop.reception.exit_letter_zone import ExitLetterZone
from ui.desktop.reception.exit_ways import ExitWays
from ui.desktop.reception.view_model import Exit

_MARGIN, _COMPACT_MARGIN = 12, 4
_WITH_REASON = (Exit.SUPPLEMENT, Exit.REFUSAL)


class ExitPanel(DraftFieldsPanel):
    """Guidance needs no reason; forms 02 and 03 print theirs, beside what each paper lacks. It lies
    over its page from one side to the other: the paper that will be printed is beside the form."""

    exit_chosen = Signal(object, str)
    """An ``Exit`` and the reason."""
    reason_edited = Signal(object, str)
    """The same, as it is typed: the draft keeps it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Chưa nhận được"), "reception.exit")
        self._reasons: Mapping[Exit, tuple[str, ...]] = {}
        self._typed: dict[Exit, str] = {}
        self._page, self._fit = owner, Fit()
        self._title = Label(self.tr("Chưa nhận được hồ sơ"), BODY_STRONG)
        self._content = Label(self.tr("Nội dung ghi trên phiếu"), BODY_STRONG)
        self._content.setContentsMargins(0, 8, 0, 0)
        self._lacking = Line("", CAPTION, tone=Tone.WARN)
        self._ways = ExitWays()
        self._reason = OfferField(self.tr("Lý do, in trên mẫu 02, 03"), longest=1000)
        self._offers = Offers(self._reason)
        reason = FieldLabel(self.tr("Lý do"), self._reason)
        self._reason_row = holding(row(reason, (self._reason, 1)))
        self._follows = Label("", CAPTION, muted=True, wrap=True)
        self.letter = ExitLetterZone()
        self._confirm = Button("", Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.ACCEPT))
        form = column(
            self._title,
            self._ways,
            self._content,
            self._lacking,
            self._reason_row,
            self._offers,
            self._follows,
            None,
            gap=8,
        )
        self.body.addLayout(row((holding(form), 1), self.letter), 1)
        keys = key_line(
            ("1 2 3", self.tr("chọn")),
            ("Tab", self.tr("ô kế tiếp")),
            ("Esc", self.tr("quay lại hồ sơ")),
        )
        self.body.addLayout(row((keys, 1), self._confirm))
        self._ways.turned.connect(self._turn)
        self._reason.textChanged.connect(self._keep)
        self._reason.returnPressed.connect(self.focusNextChild)
        self._confirm.clicked.connect(self.confirm)
        self.closed.connect(self.letter.leave)
        self.show_lacking("")

    def set_fit(self, fit: Fit) -> None:
        """Take the form for a window of this size; it is closed while that changes."""
        self._fit = fit
        self._ways.set_fit(fit)
        self._title.setVisible(not fit.compact)
        self._content.setVisible(self._ways.says_what_follows)
        self.letter.set_compact(fit.compact)

    def show_reasons(self, reasons: Mapping[Exit, tuple[str, ...]]) -> None:
        """Offer these words for forms 02 and 03."""
        self._reasons = reasons

    def show_typed(self, reasons: Mapping[Exit, str]) -> None:
        """Say what was typed for this draft before."""
        self._typed = dict(reasons)

    def show_letter(self, letter: ExitLetter) -> None:
        """Show a page of the paper, while somebody looks."""
        if self.isVisible():
            self.letter.show_letter(letter)

    def show_lacking(self, words: str) -> None:
        """Say what is lacking; without any of it only a refusal is left."""
        self._lacking.set_words(words or self.tr("Không thiếu giấy nào."), Tone.WARN)
        self._ways.offer(tuple(Exit) if words else (Exit.REFUSAL,))

    def open_for(self, anchor: QWidget) -> None:
        ways = self._ways.offered
        begun = next((way for way in ways if self._typed.get(way)), None)
        self._ways.show_way(begun or ways[0])
        self._turn()
        only_refusal = ways == (Exit.REFUSAL,)
        first = self._reason if only_refusal else self._ways.focus_target()
        self._begin_draft(self._ways.chosen().value)
        self.open_at(anchor, self._size(anchor), first=first)
        self._see_letter()

    def choose(self, way: str) -> None:
        """Turn to this way out, if it is one now."""
        if way in [one.value for one in self._ways.offered]:
            self._ways.show_way(Exit(way))
            self._turn()

    def confirm(self) -> None:
        """Take the chosen way, unless its reason is still to be said."""
        if not self.isVisible():
            return
        wanted, reason = self._ways.chosen(), self._reason.text().strip()
        if wanted in _WITH_REASON and not reason:
            self._reason.set_mark(self.tr("ghi lý do"), Tone.ERR)
            self._reason.setFocus()
            return
        self.close_panel()
        self.exit_chosen.emit(wanted, reason if wanted in _WITH_REASON else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, unless it is typed into the reason."""
        digit = event.text()
        way = dict(zip("123", Exit, strict=True)).get(digit)
        if way in self._ways.offered:
            self._ways.show_way(way)
            self._ways.focus_target().setFocus()
            self._turn()
        elif way is None:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Show what the chosen way asks, and what follows it."""
        way = self._ways.chosen()
        asks = way in _WITH_REASON
        self._reason_row.setVisible(asks)
        self._offers.setVisible(asks)
        self._offers.show_offers(self._reasons.get(way, ()))
        self._reason.set_mark("")
        self._reason.show_text(self._typed.get(way, ""))
        self._say_what_follows(way)
        self._confirm.set_words(self._does(way), Icon.PRINTER)
        if self.isVisible():
            self._begin_draft(way.value)
            self._see_letter()

    def _size(self, anchor: QWidget) -> QSize:
        """Give the size of its page down to the action bar; in compact form all that is above."""
        margin = _COMPACT_MARGIN if self._fit.compact else _MARGIN
        width = self._page.width() - 2 * margin + 2 * SHADOW
        if self._fit.compact:
            return QSize(width, self.window().height())
        return QSize(width, anchor.mapTo(self._page, QPoint(0, 0)).y())

    def _say_what_follows(self, way: Exit) -> None:
        """Say it once: not where the ways say it themselves."""
        said = [] if self._ways.says_what_follows else [self._ways.follows(way)]
        if way is Exit.GUIDANCE:
            said.append(self.tr("Lý do từng giấy ghi ở bảng kiểm tra giấy (Alt+K)."))
        self._follows.setText(" ".join(said))
        self._follows.setVisible(bool(said))

    def _does(self, way: Exit) -> str:
        """Say what the button does."""
        match way:
            case Exit.GUIDANCE:
                return self.tr("In phiếu hướng dẫn")
            case Exit.SUPPLEMENT:
                return self.tr("In mẫu 02, chờ bổ sung")
            case Exit.REFUSAL:
                return self.tr("In mẫu 03, trả giấy")

    def _keep(self, text: str) -> None:
        way = self._ways.chosen()
        if text != self._typed.get(way, ""):
            self._typed[way] = text
            self.reason_edited.emit(way, text)
        if text.strip():
            self._reason.set_mark("")
        self._see_letter()

    def _see_letter(self) -> None:
        if self.isVisible():
            way = self._ways.chosen()
            self.letter.see(way, self._typed.get(way, "") if way in _WITH_REASON else "")
