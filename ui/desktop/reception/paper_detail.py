"""Beside the checklist: the current paper in full, its counts and its files."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, row
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION, text_width
from ui.desktop.reception.count_stepper import CountStepper
from ui.desktop.reception.file_strip import LOW, TALL, FileStrip
from ui.desktop.reception.papers_model import KINDS, kind_words
from ui.desktop.reception.view_model import CopyKind, Paper

_CAPTION, _ONE_LINE, _TWO_LINES, _COUNTS, _NO_FILES, _GAP = 21, 23, 42, 52, 48, 6
_BUTTON = 36
_WORST = (Tone.ERR, Tone.WARN, Tone.OK)


class PaperDetail(QWidget):
    """Shows one paper; what has no room goes, the counts stay."""

    count_wanted = Signal(object, int)
    """``CopyKind``, how many."""
    kind_chosen = Signal(object)
    files_wanted = Signal()
    scan_wanted = Signal()
    removal_wanted = Signal(str)
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_files = False
        self._caption = Line("", CAPTION, tone=Tone.MUTE)
        self._name = Label("", BODY_MEDIUM, wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name.setFixedHeight(_TWO_LINES)
        self._short_name = Line("", BODY_MEDIUM)
        self._steppers = {kind: CountStepper(kind_words(kind)) for kind in KINDS}
        for kind, stepper in self._steppers.items():
            stepper.count_wanted.connect(lambda n, of=kind: self.count_wanted.emit(of, n))
            stepper.chosen.connect(lambda of=kind: self.kind_chosen.emit(of))
        self.files = FileStrip(self.tr("Tệp của giấy tờ này"))
        self.files.removal_wanted.connect(self.removal_wanted)
        self._no_files = Label(
            self.tr("Chưa có tệp. Ảnh hoặc PDF đính vào đúng dòng này."),
            CAPTION,
            muted=True,
            wrap=True,
        )
        self._attach = Button(self.tr("Chọn tệp"), sign=Icon.PAPERCLIP, badge=badge(Act.ATTACH))
        self._attach.clicked.connect(self.files_wanted)
        self._attach.show_words(False)
        self._scan = Button(self.tr("Quét"), sign=Icon.SCAN, badge=badge(Act.SCAN_DESK))
        self._scan.clicked.connect(self.scan_wanted)
        self.check_button = Button(
            self.tr("Kiểm tra"), sign=Icon.CIRCLE_CHECK, badge=badge(Act.CHECK)
        )
        self.check_button.clicked.connect(self.check_wanted)
        for button in (self._scan, self.check_button):  # one as wide as the other
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._minded: tuple[str, ...] = ()
        self._mind = Label("", CAPTION, muted=True, wrap=True)
        self._mind.hide()
        self._short_mind = Line("", CAPTION, tone=Tone.MUTE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._caption)
        layout.addWidget(self._name)
        layout.addWidget(self._short_name)
        layout.addLayout(row(*((stepper, 1) for stepper in self._steppers.values())))
        side = column(row((self._scan, 1), self._attach), self.check_button, None)
        beside = row((self.files, 1), (self._no_files, 1), side)
        layout.addLayout(beside)
        layout.addWidget(self._mind)
        layout.addWidget(self._short_mind)
        layout.addStretch(1)

    def show_paper(self, paper: Paper | None, kind: CopyKind) -> None:
        """Show this paper, or that the row adds one."""
        self.setEnabled(paper is not None)
        name = paper.name if paper else self.tr("Giấy tờ ngoài danh mục")
        self._name.setText(name)
        self._name.setToolTip(name)
        self._short_name.set_words(name)
        signed = [file.signed for file in paper.files if file.signed] if paper else []
        worst = min(signed, key=lambda said: _WORST.index(said[1]), default=None)
        self._caption.set_words(*(worst or (self._caption_words(paper), Tone.MUTE)))
        for each, stepper in self._steppers.items():
            count = paper.given.get(each, 0) if paper else 0
            stepper.show_count(count, is_cursor=paper is not None and each is kind)
        files = paper.files if paper else ()
        self.files.show_files(files)
        self.files.setVisible(bool(files))
        self._has_files = bool(files)
        self._fit()

    def show_procedure(self, note: str, basis: str) -> None:
        """Say what is to be minded of the procedure, where there is room; F1 has it whole."""
        said = (self.tr("Lưu ý: {words}").format(words=note) if note else "", basis)
        whole = "\n".join(filter(None, said))
        self._minded = tuple(filter(None, (whole, *said)))
        self._mind.setToolTip(whole)
        self._short_mind.set_words(whole.replace("\n", " · "), Tone.MUTE)
        self._short_mind.setToolTip(whole)
        self._fit()

    @property
    def check_anchor(self) -> QWidget:
        """Give what the panel of the check opens beside."""
        return self.check_button if self.check_button.isVisible() else self._attach

    def minimumSizeHint(self) -> QSize:
        return QSize(360, _COUNTS + _GAP + _BUTTON)

    def hasHeightForWidth(self) -> bool:
        """Take any height: the words in it would ask for all they could use."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(440, 262)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give room to pages, caption, the name in two lines, the second button and what to mind.

        Without its button the check is still one key away. Where a banner takes the room, the
        pages go down to their names, and at last the paper's own name, which the table shows too.
        """
        left = self.height() - _COUNTS - _GAP
        least = _BUTTON if self._has_files else _NO_FILES
        named = left >= _ONE_LINE + _GAP + least
        left -= (_ONE_LINE + _GAP) * named
        most = LOW if self._has_files and named else _NO_FILES
        files = max(least if named else _BUTTON, min(most, left))
        left -= files
        caption = left >= _CAPTION + _GAP
        left -= (_CAPTION + _GAP) * caption
        second = _TWO_LINES - _ONE_LINE
        is_short = text_width(self._name.text(), BODY_MEDIUM) <= self.width()
        minded = (_GAP + _CAPTION) * bool(self._minded)
        both_lines = named and left >= second + minded * is_short
        left -= second * both_lines
        check = _BUTTON + _GAP - (0 if self._has_files else _NO_FILES - _BUTTON)
        both_buttons = left >= check
        self.check_button.setVisible(both_buttons)
        left -= check * both_buttons
        tall = both_buttons or left >= TALL - LOW + minded
        self.files.set_height(TALL if tall else files)
        left -= (TALL - LOW) * (tall and not both_buttons)
        self._caption.setVisible(caption)
        self._name.setVisible(both_lines)
        self._short_name.setVisible(named and not both_lines)
        self._no_files.setVisible(named and not self._has_files)
        self._say_what_to_mind(left - _GAP)

    def _say_what_to_mind(self, room: int) -> None:
        """Say as much of the note and the legal basis as has room: whole, or how it begins."""
        for words in self._minded:
            self._mind.setText(words)
            if self._mind.heightForWidth(self.width()) <= room:
                break
        else:
            words = ""
        self._mind.setVisible(bool(words))
        self._short_mind.setVisible(bool(self._minded) and not words and room >= _CAPTION)

    def _caption_words(self, paper: Paper | None) -> str:
        if paper is None:
            return self.tr("Bấm + để thêm")
        if paper.attaching:
            return self.tr("Đang đọc tệp…")
        said = [
            self.tr("Dòng {number}").format(number=paper.number)
            if paper.number
            else self.tr("Giấy tờ khác"),
            self.tr("bắt buộc") if paper.mandatory else self.tr("nếu có"),
        ]
        said += paper.check.notes
        if paper.form_code:
            said.append(self.tr("mẫu {code}").format(code=paper.form_code))
        if paper.hint:
            said.append(paper.hint)
        return " · ".join(said)
