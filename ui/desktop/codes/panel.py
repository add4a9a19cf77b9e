"""Says what a code is that leads to no page, under the search field."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from station.domain.reader_test import ReaderVerdict
from ui.desktop.codes.letter_grid import LetterGrid
from ui.desktop.codes.view_model import Notice
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH = 640
_SHOWN = 300
"""Characters of a long text that are shown; all of it is copied."""


class CodePanel(FloatingPanel):
    """Implements ``CodeView``. Opens under its anchor and leaves the focus where it is."""

    learning_wanted = Signal()
    """Keep how the reader is known that read the test page."""

    test_page_wanted = Signal()
    """See the page that tries readers out, and print it."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, self.tr("Mã vừa quét"))
        self._anchor = anchor
        self._copied = ""
        self._title = Label("", BODY_STRONG, wrap=True)
        self._text = Label("", muted=True, wrap=True)
        self._text.setAccessibleName(self.tr("Nội dung mã"))
        self._banner = Banner()
        self._letters = LetterGrid()
        copy = Button(self.tr("Chép"), sign=Icon.COPY, badge=badge(Act.COPY_CODE))
        copy.clicked.connect(self.copy)
        self._learn = Button(
            self.tr("Nhớ đầu đọc này"), sign=Icon.CHECK, badge=badge(Act.LEARN_READER)
        )
        self._learn.clicked.connect(self.learn)
        close = Button(self.tr("Đóng"), badge=badge(Act.BACK))
        close.clicked.connect(self.close_panel)
        for button in (copy, self._learn, close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a press keeps the officer's place
        self._copy = copy
        self._acts = holding(row(None, copy, self._learn, close))
        for part in (self._title, self._text, self._letters, self._banner, self._acts):
            self.body.addWidget(part)

    def show_notice(self, notice: Notice) -> None:
        self._copied = notice.text
        shown = notice.text[:_SHOWN]
        self._text.setText(shown if shown == notice.text else f"{shown}…")
        self._letters.hide()
        self._learn.hide()
        self._show(notice.title, notice.sentence, notice.tone, wide=_WIDTH)

    def show_verdict(
        self,
        verdict: ReaderVerdict,
        reader: str,
        sentences: tuple[str, ...],
        *,
        can_learn: bool = False,
    ) -> None:
        self._copied = reader
        self._text.setText(self.tr("Đọc bằng: {reader}").format(reader=reader) if reader else "")
        self._letters.show_verdict(verdict)
        self._letters.show()
        self._learn.setVisible(can_learn)
        tone = Tone.OK if verdict.passed else Tone.ERR
        wide = self._letters.width() + self.body.contentsMargins().left() * 2
        self._show(self.tr("Thử đầu đọc"), "\n".join(sentences), tone, wide=wide)

    def copy(self) -> None:
        """Put the text on the clipboard; the officer decides what becomes of it."""
        if self.isVisible() and self._copied:
            QGuiApplication.clipboard().setText(self._copied)
            self._copy.set_words(self.tr("Đã chép"), Icon.CHECK)

    def learn(self) -> None:
        """Ask for the reader to be kept; nothing happens unless that is offered."""
        if self._learn.isVisible():
            self.learning_wanted.emit()

    def _show(self, title: str, sentence: str, tone: Tone, *, wide: int) -> None:
        self._title.setText(title)
        self._text.setVisible(bool(self._text.text()))
        self._copy.setVisible(bool(self._copied))
        self._copy.set_words(self.tr("Chép"), Icon.COPY)
        self._banner.say(sentence, tone)
        height = self.body.totalHeightForWidth(wide)
        self.open_at(self._anchor, QSize(wide, height))
