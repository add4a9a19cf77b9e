"""Zone 3: the papers of this procedure, what was handed in of each, and their files."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.file_dialogs import ask_which_ones
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.table import WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.zone import Zone
from ui.desktop.other_paper_panel import OtherPaperPanel
from ui.desktop.reception.brought import local_files
from ui.desktop.reception.paper_check_panel import PaperCheckPanel
from ui.desktop.reception.paper_detail import PaperDetail
from ui.desktop.reception.papers_model import PapersModel
from ui.desktop.reception.papers_table import PapersTable
from ui.desktop.reception.view_model import ChosenProcedure, CopyKind, Paper
from ui.desktop.shortcuts import bind

_TABLE_SHARE, _DETAIL_SHARE = 65, 35
_LEAST_ROWS = 3
_HEAD_BUTTON = 28
_LONGEST_NAME = 32
"""Of what was removed, in the head; the button says it in full."""


class PapersZone(Zone):
    """The checklist on the left, the current paper on the right."""

    tick_wanted = Signal(str)
    """Space on this paper: as complete as the law asks, or nothing of it."""
    count_wanted = Signal(str, object, int)
    """Key of the paper, ``CopyKind``, how many."""
    files_chosen = Signal(str, list)
    """Key of the paper, paths of pictures and PDF files."""
    file_removal_wanted = Signal(str, str)
    """Key of the paper, id of the file."""
    other_named = Signal(str)
    """A paper that is not in the list was handed in."""
    other_removal_wanted = Signal(str)
    return_wanted = Signal()
    """What was removed last, a file or an other paper, is to be put back."""
    procedure_wanted = Signal()
    scan_wanted = Signal()
    """The scan desk is to be opened."""

    def __init__(self) -> None:
        super().__init__(3, self.tr("Giấy tờ"), badge(Act.ZONE_3))
        self.setAcceptDrops(True)
        self._model = PapersModel()
        self._table = PapersTable(self._model, self.tr("Giấy tờ của thủ tục"))
        self._rows = WholeRows(self._table, least=_LEAST_ROWS)
        self._detail = PaperDetail()
        self.other = OtherPaperPanel(
            self,
            self._table,
            "reception.other_paper",
            title=self.tr("Giấy tờ khác, ngoài danh mục"),
            add=self.tr("Thêm"),
        )
        self.check = PaperCheckPanel(self)
        choose = Button(self.tr("Chọn thủ tục"), sign=Icon.SEARCH, badge=badge(Act.PROCEDURE))
        choose.clicked.connect(self.procedure_wanted)
        self._empty = Empty(Icon.FILE, choose)
        self._empty.say(
            self.tr("Chưa chọn thủ tục"),
            self.tr("Giấy tờ phải nộp, phí và ngày hẹn hiện ra khi đã chọn."),
        )
        self._stack = QStackedWidget()
        self._return = Button(
            self.tr("Lấy lại"), sign=Icon.REFRESH, badge=badge(Act.RETURN), height=_HEAD_BUTTON
        )
        self._is_returning = False
        self._lay_out()
        self._connect()

    def show_papers(self, papers: tuple[Paper, ...], removed: str | None = None) -> None:
        """Show the rows; ``removed`` is the name of what can be put back, None if nothing was."""
        before, known = self._table.paper(), {paper.key: paper.files for paper in self._papers()}
        fresh = {p.key for p in papers} != set(known)
        self._model.set_rows((*papers, None) if papers else ())
        self._rows.fit()
        self._stack.setCurrentIndex(1 if papers else 0)
        if fresh:
            kept = next((n for n, p in enumerate(papers) if before and p.key == before.key), None)
            missing = (n for n, p in enumerate(papers) if p.mandatory and not p.is_settled)
            self._table.select(kept if kept is not None else next(missing, 0))
        if self._is_returning:  # the officer sees where it went
            came = (n for n, p in enumerate(papers) if len(p.files) > len(known.get(p.key, ())))
            added = (n for n, p in enumerate(papers) if p.key not in known)
            self._table.select(next(came, next(added, self._table.current_row())))
        self._offer_return(removed)
        self._show_detail()
        self._show_chips(papers, removed)

    def show_procedure(self, chosen: ChosenProcedure | None) -> None:
        """Say beside the papers what is to be minded of their procedure."""
        note, basis = (chosen.note, chosen.legal_basis) if chosen else ("", ())
        self._detail.show_procedure(note, "; ".join(basis))

    def summary(self) -> str:
        papers = self._papers()
        if not papers:
            return self.tr("chờ chọn thủ tục")
        here = sum(paper.is_settled for paper in papers)
        return self.tr("đã có {here}/{all} giấy tờ").format(here=here, all=len(papers))

    def first_focus(self) -> QWidget:
        return self._table if self._model.rows() else self._empty

    def point_to(self, key: str) -> None:
        """Put the keys on this paper."""
        keys = [paper.key for paper in self._papers()]
        if key in keys:
            self._table.select(keys.index(key))

    def set_fit(self, fit: Fit) -> None:
        self._table.set_compact(fit.compact)
        self._rows.fit()
        self._rows.set_least(2 if fit.compact else _LEAST_ROWS if fit.low else 5)

    def check_paper(self) -> None:
        """Judge the current paper, or say what stands for it."""
        paper = self._table.paper()
        if paper is not None:
            self.check.show_paper(paper)
            self.check.open_for(self._detail.check_anchor)

    def _check_again(self, key: str) -> None:
        for row, paper in enumerate(self._papers()):
            if paper.key == key:
                self._table.select(row)
                self.check_paper()

    def choose_files(self) -> None:
        """Ask for pictures or PDF files of the current paper."""
        paper = self._table.paper()
        if paper is None:
            return
        title = self.tr("Tệp của: {paper}").format(paper=paper.name)
        kinds = self.tr("Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)")
        ask_which_ones(self, title, kinds, partial(self.files_chosen.emit, paper.key))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files for the current paper; without one the page has what is dropped."""
        if self._table.paper() is not None and local_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        paper = self._table.paper()
        if paper is not None:
            event.acceptProposedAction()
            self.files_chosen.emit(paper.key, local_files(event.mimeData()))

    def _lay_out(self) -> None:
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._rows, _TABLE_SHARE)
        layout.addWidget(self._detail, _DETAIL_SHARE)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(both)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table, detail = self._table, self._detail
        table.tick_wanted.connect(self.tick_wanted)
        table.count_wanted.connect(self.count_wanted)
        table.other_wanted.connect(self.other.ask)
        table.removal_wanted.connect(self._remove_other)
        table.kind_changed.connect(self._show_detail)
        table.row_changed.connect(lambda _: self._show_detail())
        detail.count_wanted.connect(self._count_current)
        detail.kind_chosen.connect(table.set_kind)
        detail.check_wanted.connect(self.check_paper)
        detail.files_wanted.connect(self.choose_files)
        detail.scan_wanted.connect(self.scan_wanted)
        detail.removal_wanted.connect(self._remove_file)
        self.other.named.connect(self._add_other)
        self.check.opened_again.connect(self._check_again)
        self._return.clicked.connect(self._put_back)
        bind(self._return, Act.RETURN, self._put_back)

    def _papers(self) -> list[Paper]:
        return [paper for paper in self._model.rows() if paper]

    def _show_detail(self) -> None:
        paper = self._table.paper()
        self._detail.show_paper(paper, self._table.kind())
        if self.check.isVisible():
            self.check.show_paper(paper)

    def _count_current(self, kind: CopyKind, count: int) -> None:
        paper = self._table.paper()
        if paper:
            self.count_wanted.emit(paper.key, kind, count)

    def _remove_file(self, file_id: str) -> None:
        paper = self._table.paper()
        if paper:
            self.file_removal_wanted.emit(paper.key, file_id)

    def _remove_other(self, key: str) -> None:
        paper = self._table.paper()
        if paper and paper.number == 0:
            self.other_removal_wanted.emit(key)

    def _add_other(self, name: str) -> None:
        """Go to the paper that is added: its copies and files are told next."""
        self._is_returning = True
        self.other_named.emit(name)
        self._is_returning = False

    def _put_back(self) -> None:
        self._table.setFocus()
        self._is_returning = True
        self.return_wanted.emit()
        self._is_returning = False

    def _offer_return(self, removed: str | None) -> None:
        words = self.tr("Lấy lại: {name}").format(name=removed or "")
        self._return.setAccessibleName(words)
        self._return.setToolTip(words)
        self.set_head_button(None if removed is None else self._return)

    def _show_chips(self, papers: tuple[Paper, ...], removed: str | None) -> None:
        missing = sum(paper.mandatory and not paper.is_settled for paper in papers)
        pages = sum(file.pages for paper in papers for file in paper.files)
        chips: list[tuple[str, Tone]] = []
        if removed is not None:
            name = removed if len(removed) <= _LONGEST_NAME else f"{removed[: _LONGEST_NAME - 1]}…"
            chips.append((self.tr("vừa bỏ {name}").format(name=name), Tone.MUTE))
        if missing:
            chips.append((self.tr("Còn thiếu %n", "", missing), Tone.WARN))
        elif papers:
            chips.append((self.tr("Đủ giấy tờ"), Tone.OK))
        if pages:
            chips.append((self.tr("%n trang", "", pages), Tone.MUTE))
        self.set_chips(chips)
