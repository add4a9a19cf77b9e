"""Alt+K on the daily log: what was adjusted about locked pages, and a note about this one."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION
from ui.desktop.log.view_model import AdjustmentLine

_WIDTH, _LINE, _MOST_LINES, _LONGEST, _SHORTEST = 720, 48, 5, 300, 5


class AdjustPanel(AskingPanel):
    """Each day has its own note; what was typed of one stays until it is noted."""

    noted = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Điều chỉnh trang đã khoá"), "log.adjust")
        self._list: QScrollArea | None = None
        self._title = Label("", BODY_STRONG)
        self._none = Label(self.tr("Chưa có điều chỉnh nào."), BODY, muted=True)
        self._text = Field(longest=_LONGEST)
        self._note_as(text=self._text)
        self._confirm = Button(
            self.tr("Ghi điều chỉnh"),
            Kind.PRIMARY,
            badge=badge(Act.SIGN_LOG),
            height=FIELD_HEIGHT,
        )
        label = FieldLabel(self.tr("Nội dung"), self._text)
        self._entry = holding(row(label, (self._text, 1), self._confirm))
        self._stays = Label(
            self.tr("Trang đã ký giữ nguyên; điều chỉnh in ở trang của ngày ghi."),
            CAPTION,
            muted=True,
            wrap=True,
        )
        for part in (self._title, self._none, self._entry, self._stays):
            self.body.addWidget(part)
        self._text.textEdited.connect(lambda _: self._text.set_mark(""))
        self._text.returnPressed.connect(self.confirm)
        self._confirm.clicked.connect(self.confirm)

    def open_for(
        self,
        day: str,
        title: str,
        lines: tuple[AdjustmentLine, ...],
        *,
        may_note: bool,
        anchor: QWidget,
    ) -> None:
        """Show them; ask for another one where the page is locked and the officer may.

        Args:
            day: of the page, as ISO 8601 writes it.
        """
        if day != self.about:
            self.put_away()
            self.begin(day)
        self._title.setText(title)
        take_out(self._list, self.body)
        inside = column(gap=8)
        for line in lines:
            inside.addWidget(Label(line.head, CAPTION, muted=True, wrap=True))
            inside.addWidget(Label(line.text, BODY, wrap=True))
        inside.addStretch(1)
        self._list = scrolling(holding(inside))
        self._list.setAccessibleName(self.tr("Các điều chỉnh"))
        self._list.setAccessibleDescription(". ".join(f"{one.head}: {one.text}" for one in lines))
        shown = min(len(lines), _MOST_LINES)
        self._list.setFixedHeight(shown * _LINE)
        self.body.insertWidget(1, self._list)  # shown before, it would be a window of its own
        self._list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._entry.setVisible(may_note)
        self._stays.setVisible(may_note)
        height = 76 + max(1, shown) * _LINE + (84 if may_note else 0) + 2 * SHADOW
        first: QWidget = self._text if may_note else self._list
        self.open_at(anchor, QSize(_WIDTH, height), first=first)

    def confirm(self) -> None:
        """Tell what was typed, unless it says nothing."""
        if not self._entry.isVisibleTo(self) or not self._may_tell():
            return
        if len(self._text.text().strip()) < _SHORTEST:
            self._text.set_mark(self.tr("ghi rõ việc gì"), Tone.ERR)
            self._text.setFocus()
            return
        self.noted.emit(self._text.text())

    def _clear(self) -> None:
        self._text.clear()
        self._text.set_mark("")
