"""A new book of numbered paper receipts."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _MOST_DIGITS = 460, 108, 8


class BookPanel(AskingPanel):
    """Esc closes it and keeps what was typed."""

    opened = Signal(str, str, str, int, int)
    """Series, template, number on the cover, first and last number."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Quyển biên lai mới"), "till.book")
        self._series = Field(placeholder="LP/25E", longest=20)
        self._template = Field(placeholder="01BLP2-001", longest=30)
        self._book = Field(longest=40)
        self._first = Field(placeholder="1201", longest=_MOST_DIGITS)
        self._last = Field(placeholder="1300", longest=_MOST_DIGITS)
        self._confirm = Button(self.tr("Mở quyển"), Kind.PRIMARY, badge=badge(Act.SETTLE))
        self.body.addWidget(Label(self.tr("Quyển biên lai mới"), BODY_STRONG))
        self._fields = (
            (self.tr("Ký hiệu"), self._series),
            (self.tr("Mẫu số"), self._template),
            (self.tr("Quyển số"), self._book),
            (self.tr("Từ số"), self._first),
            (self.tr("Đến số"), self._last),
        )
        for caption, field in self._fields:
            self.body.addLayout(row(FieldLabel(caption, field, width=_LABEL), (field, 1)))
            field.returnPressed.connect(self.focusNextChild)
        self.body.addLayout(row(None, self._confirm))
        self._note_as(
            series=self._series,
            template=self._template,
            book=self._book,
            first=self._first,
            last=self._last,
        )
        self._confirm.clicked.connect(self.confirm)

    def open_for(self, anchor: QWidget) -> None:
        """Ask for the book; what was typed before stands there still."""
        if not self.about:
            self.begin("book")
        height = self.sizeHint().height()
        self.open_at(anchor, QSize(_WIDTH, height), first=self._series)

    def _clear(self) -> None:
        for _, field in self._fields:
            field.clear()

    def confirm(self) -> None:
        """Tell what was typed, unless the numbers are none."""
        if not self._may_tell():
            return
        wrong = [field for field in (self._first, self._last) if not _is_number(field.text())]
        for field in (self._first, self._last):
            field.set_mark(self.tr("chỉ gõ số") if field in wrong else "", Tone.ERR)
        if wrong:
            wrong[0].setFocus()
            return
        first, last = int(self._first.text()), int(self._last.text())
        self._tell_and_close()
        self.opened.emit(self._series.text(), self._template.text(), self._book.text(), first, last)


def _is_number(text: str) -> bool:
    return text.strip().isascii() and text.strip().isdigit()
