"""The rows of zone 3: what the law asks for, and what was handed in."""

from PySide6.QtCore import QCoreApplication

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, BODY_STRONG, text_width
from ui.desktop.reception.paper_check_view_model import CheckField, PaperSource
from ui.desktop.reception.view_model import CopyKind, Counts, Paper
from ui.desktop.wording import NOTHING

FIRST_KIND = 2
"""The column of the first kind of copy; the others follow in the order of ``CopyKind``."""
KINDS = tuple(CopyKind)
SUMMARY = FIRST_KIND + len(KINDS)
"""The column that stands for all kinds where there is no room for them."""
NAME = 1


def kind_words(kind: CopyKind) -> str:
    """Give the name of a kind of copy, as in a heading."""
    match kind:
        case CopyKind.ORIGINALS:
            return QCoreApplication.translate("PapersModel", "Chính")
        case CopyKind.CERTIFIED:
            return QCoreApplication.translate("PapersModel", "Chứng thực")
        case CopyKind.COPIES:
            return QCoreApplication.translate("PapersModel", "Sao")
        case CopyKind.PRESENTED:
            return QCoreApplication.translate("PapersModel", "Xuất trình")


def counts_words(counts: Counts) -> str:
    """Give ``1 chính, 2 sao``."""
    counted = ((counts.get(kind, 0), kind) for kind in KINDS)
    return ", ".join(f"{count} {kind_words(kind).lower()}" for count, kind in counted if count)


def first_kind(paper: Paper) -> CopyKind:
    """Give the kind that a digit most likely means: the one handed in, or the one asked for."""
    for counts in (paper.given, paper.wanted):
        for kind in KINDS:
            if counts.get(kind, 0):
                return kind
    return CopyKind.ORIGINALS


class PapersModel(CellModel[Paper | None]):
    """One row a paper; the last row, None, adds one that is not in the list."""

    def __init__(self) -> None:
        wanted = text_width(self._wanted_words(9), BODY_STRONG) + 22
        super().__init__(
            (
                Column(title="", width=58),
                Column(title=self.tr("Giấy tờ"), wraps=True),
                *(Column(title=kind_words(kind), width=wanted, right=True) for kind in KINDS),
                Column(title=self.tr("Đã nhận"), width=148),
                Column(title=self.tr("Tệp"), width=46, right=True),
            )
        )
        self.cursor_kind = CopyKind.ORIGINALS

    def cell(self, row: Paper | None, column: int) -> Cell:
        if row is None:
            return self._adding_cell(column)
        if column == 0:
            return _state_cell(row)
        if column == NAME:
            return _name_cell(row)
        if column == SUMMARY:
            return self._summary_cell(row)
        if column > SUMMARY:
            return _files_cell(row)
        kind = KINDS[column - FIRST_KIND]
        return self._count_cell(row, kind, cursor=kind is self.cursor_kind)

    def _adding_cell(self, column: int) -> Cell:
        if column == 0:
            return Cell(sign=Icon.PLUS, tone=Tone.INFO, style=BODY_STRONG)
        if column == NAME:
            words = self.tr("Thêm giấy tờ khác (phím +)")
            return Cell(text=words, tone=Tone.INFO, style=BODY_MEDIUM)
        return Cell()

    def _count_cell(self, paper: Paper, kind: CopyKind, *, cursor: bool) -> Cell:
        given, wanted = paper.given.get(kind, 0), paper.wanted.get(kind, 0)
        if given:
            short = given < wanted
            words = f"{given}/{wanted}" if short else str(given)
            tone = Tone.WARN if short else None
            return Cell(text=words, style=BODY_MEDIUM, tone=tone, cursor=cursor)
        if wanted and not (paper.is_here or paper.is_settled):
            words = self._wanted_words(wanted)
            style = BODY_STRONG if paper.mandatory else BODY
            tone = Tone.WARN if paper.mandatory else Tone.MUTE
            return Cell(text=words, style=style, tone=tone, cursor=cursor)
        return Cell(text=NOTHING, tone=Tone.MUTE, cursor=cursor)

    def _wanted_words(self, count: int) -> str:
        return self.tr("cần {count}").format(count=count)

    def _summary_cell(self, paper: Paper) -> Cell:
        if paper.is_here:
            return Cell(text=counts_words(paper.given))
        if paper.mandatory and not paper.is_settled:
            return Cell(text=self.tr("chưa có"), style=BODY_STRONG, tone=Tone.WARN)
        return Cell(text=NOTHING, tone=Tone.MUTE)


def _state_cell(paper: Paper) -> Cell:
    number = str(paper.number) if paper.number else "+"
    if paper.check.is_bad:
        spoken = QCoreApplication.translate("PapersModel", "{number}, không đạt")
        sign, tone = Icon.CIRCLE_X, Tone.ERR
    elif paper.is_settled:
        spoken = QCoreApplication.translate("PapersModel", "{number}, đã có")
        sign, tone = Icon.CIRCLE_CHECK, Tone.OK
    elif paper.mandatory:
        spoken = QCoreApplication.translate("PapersModel", "{number}, còn thiếu")
        sign, tone = Icon.CIRCLE_DASHED, Tone.WARN
    else:
        spoken = QCoreApplication.translate("PapersModel", "{number}, nếu có")
        sign, tone = Icon.CIRCLE, Tone.MUTE
    return Cell(text=number, spoken=spoken.format(number=number), sign=sign, tone=tone)


def _name_cell(paper: Paper) -> Cell:
    name = f"{paper.name} *" if paper.mandatory else paper.name
    stands_in, remark = paper.check.stands_in, paper.check.of(CheckField.REMARK).text
    text = f"{stands_in} · {name}" if stands_in else name
    if paper.check.is_bad and remark:
        text = f"{name} – {remark}"
    if paper.check.is_bad:
        return Cell(text=text, style=BODY_MEDIUM, tone=Tone.ERR)
    if paper.check.notes and paper.check.source is not PaperSource.HELD:
        return Cell(text=text, style=BODY_MEDIUM, tone=Tone.WARN)
    if paper.mandatory:
        return Cell(text=text, style=BODY_MEDIUM)
    return Cell(text=text, tone=None if paper.is_settled else Tone.MUTE)


def _files_cell(paper: Paper) -> Cell:
    if paper.attaching:
        return Cell(text="…", tone=Tone.INFO)
    return Cell(text=str(len(paper.files))) if paper.files else Cell(text=NOTHING, tone=Tone.MUTE)
