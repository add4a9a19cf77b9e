"""One paper that was brought: how many of each kind, and its files."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.dossier.view_model import AttachedPaper, PaperGiven, ScannedPaper
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Line
from ui.desktop.kit.layout import column, holding, measure_anew, row, take_out
from ui.desktop.kit.tokens import RADIUS_KEY
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.count_stepper import CountStepper
from ui.desktop.reception.paper_entries import MOST_COPIES
from ui.desktop.reception.papers_model import KINDS, kind_words
from ui.desktop.reception.typed_count import TypedCount
from ui.desktop.reception.view_model import CopyKind
from ui.desktop.typed_notes import Typed

_INDENT, _LINE = 28, 28


class KindCounts(QWidget):
    """Four kinds beside one another, with the keys of the reception's checklist: arrows choose the
    kind, a digit says how many."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._counts = {kind: int(kind is CopyKind.ORIGINALS) for kind in KINDS}
        self._kind = CopyKind.ORIGINALS
        self._typed = TypedCount()
        self._steppers = {kind: CountStepper(kind_words(kind)) for kind in KINDS}
        for kind, stepper in self._steppers.items():
            stepper.count_wanted.connect(partial(self.set_count, kind))
            stepper.chosen.connect(partial(self._choose, kind))
        layout = row(*((stepper, 1) for stepper in self._steppers.values()))
        self.setLayout(layout)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show()

    def counts(self) -> dict[CopyKind, int]:
        return dict(self._counts)

    def set_count(self, kind: CopyKind, count: int) -> None:
        self._counts[kind] = max(0, min(MOST_COPIES, count))
        self._show()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS_KEY

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._choose(KINDS[(KINDS.index(self._kind) + step) % len(KINDS)])
        elif len(event.text()) == 1 and event.text() in "0123456789":
            number = self._typed.after(int(event.text()), self._kind, event.timestamp())
            self.set_count(self._kind, number)
        else:
            super().keyPressEvent(event)

    def _choose(self, kind: CopyKind) -> None:
        self._kind = kind
        self._show()

    def _show(self) -> None:
        for kind, stepper in self._steppers.items():
            stepper.show_count(self._counts[kind], is_cursor=kind is self._kind)
        said = [f"{count} {kind_words(kind).lower()}" for kind, count in self._counts.items()]
        self.setAccessibleDescription(", ".join(said))


class BroughtPaper(QWidget):
    """Counts, and below them the files, each with a button that takes it off again."""

    files_wanted = Signal()
    resized = Signal()

    def __init__(self, index: int, name: str) -> None:
        super().__init__()
        self._index, self._name = index, name
        self._files: list[AttachedPaper] = []
        self._opening = 0
        self._is_writing = False
        self._lines: QWidget | None = None
        self._removers: list[Button] = []
        self.counts = KindCounts(self.tr("Giấy {name}: số bản").format(name=index or name))
        self._attach = Button(
            self.tr("Đính tệp"), sign=Icon.PAPERCLIP, badge=badge(Act.DOSSIER_BRING)
        )
        self._attach.clicked.connect(self.files_wanted)
        self._below = column(gap=0)
        counted = row(_INDENT, (self.counts, 1), column(None, self._attach))
        self.setLayout(column(counted, self._below, gap=4))

    @property
    def is_opening(self) -> bool:
        """Whether a file of it is being looked at, or written of scanned pages."""
        return self._opening > 0 or self._is_writing

    def given(self) -> PaperGiven:
        """Give what was counted and attached."""
        counts: Mapping[str, int] = {kind.value: n for kind, n in self.counts.counts().items()}
        return PaperGiven(counts=counts, files=tuple(file.kept for file in self._files))

    def stops(self) -> list[QWidget]:
        """Give where Tab stops."""
        return [self.counts, self._attach, *self._removers]

    def await_files(self, count: int) -> None:
        """So many files are being opened."""
        self._opening += count
        self._show_files()

    def add_file(self, file: AttachedPaper | None) -> None:
        """One of those was found good and kept; None: it was not."""
        self._opening = max(0, self._opening - 1)
        if file is not None:
            self._files.append(file)
        self._show_files()

    def show_scanned(self, scanned: ScannedPaper) -> None:
        """Take what the scan desk made of its pages, in place of what it made before."""
        self._files = [file for file in self._files if not file.is_scanned]
        self._files += scanned.files
        self._is_writing = scanned.is_writing
        self._show_files()

    def notes(self) -> Typed:
        """Give what was counted and attached as plain values, each by a name in no language."""
        counts = " ".join(str(self.counts.counts()[kind]) for kind in KINDS)
        files = {
            f"file {self._index} {number}": f"{file.kept} {file.pages} {file.name}"
            for number, file in enumerate(self._files)
        }
        return {f"given {self._index}": counts, **files}

    def take_up(self, typed: Typed) -> None:
        """Enter what was noted; what another version says is passed over."""
        counts = str(typed.get(f"given {self._index}", "")).split()
        for kind, count in zip(KINDS, counts, strict=False):
            if count.isdecimal():
                self.counts.set_count(kind, int(count[:3]))
        noted = (typed.get(name) for name in _file_names(self._index, typed))
        self._files = [file for said in noted if (file := _read_file(said)) is not None]
        self._show_files()

    def _remove(self, file: AttachedPaper) -> None:
        self.counts.setFocus(Qt.FocusReason.OtherFocusReason)  # its button goes
        self._files.remove(file)
        self._show_files()

    def _show_files(self) -> None:
        take_out(self._lines, self._below)
        lines = column(gap=0)
        self._removers = []
        for file in self._files:
            said = self.tr("%n trang", "", file.pages)
            line = Line(f"{file.name} · {said}", tone=Tone.MUTE)
            if file.is_scanned:  # its pages are taken out where they lie
                lines.addLayout(row(_INDENT, (line, 1)))
                continue
            remove = Button(
                sign=Icon.CIRCLE_X,
                kind=Kind.QUIET,
                height=_LINE,
                name=self.tr("Bỏ tệp {name}").format(name=file.name),
            )
            remove.clicked.connect(partial(self._remove, file))
            self._removers.append(remove)
            lines.addLayout(row(_INDENT, (line, 1), remove))
        if self._is_writing:
            words = self.tr("Đang ghi trang quét…")
            lines.addLayout(row(_INDENT, Line(words, tone=Tone.INFO)))
        if self._opening:
            lines.addLayout(row(_INDENT, Line(self.tr("Đang đọc tệp…"), tone=Tone.INFO)))
        self._lines = holding(lines)
        self._below.addWidget(self._lines)
        self._lines.show()  # the layout would only do it later, and have no room for it now
        measure_anew(self._lines, self)
        self.resized.emit()


def _file_names(index: int, typed: Iterable[str]) -> list[str]:
    before = f"file {index} "
    return sorted(name for name in typed if name.startswith(before))


def _read_file(said: object) -> AttachedPaper | None:
    kept, pages, name = (*str(said).split(" ", 2), "", "")[:3]
    if not (name and pages.isdecimal()):
        return None
    return AttachedPaper(kept=kept, pages=int(pages), name=name)
