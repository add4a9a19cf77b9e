"""The checklist on the scan desk: a digit, Enter or a drop puts the page there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import LIST_ROW
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, BODY_STRONG
from ui.desktop.scan.grid import PAGE_MIME
from ui.desktop.scan.view_model import RowLine
from ui.desktop.wording import NOTHING


class RowsModel(CellModel[RowLine]):
    """One row a paper; its number is the key that puts pages there."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title="", width=56),
                Column(title=self.tr("Bấm số để xếp trang"), wraps=True),
                Column(title=self.tr("Trang"), width=58, right=True),
            )
        )

    def cell(self, row: RowLine, column: int) -> Cell:
        if column == 0:
            if row.pages:
                return Cell(text=row.digit, sign=Icon.CIRCLE_CHECK, tone=Tone.OK)
            sign = Icon.CIRCLE_DASHED if row.mandatory else Icon.CIRCLE
            tone = Tone.WARN if row.mandatory else Tone.MUTE
            return Cell(text=row.digit, sign=sign, tone=tone)
        if column == 1:
            name = f"{row.name} *" if row.mandatory else row.name
            spoken = self.tr("{name}, phím {digit}, {pages} trang").format(
                name=name, digit=row.digit or NOTHING, pages=row.pages
            )
            return Cell(
                text=name,
                spoken=spoken,
                style=BODY_MEDIUM if row.mandatory else BODY,
                tone=None if row.mandatory or row.pages else Tone.MUTE,
            )
        if not row.pages:
            zero = row.mandatory
            return Cell(
                text="0" if zero else NOTHING,
                style=BODY_STRONG if zero else BODY,
                tone=Tone.WARN if zero else Tone.MUTE,
            )
        several = f"{row.pages} ({row.documents})" if row.documents > 1 else str(row.pages)
        return Cell(text=several, style=BODY_STRONG)


class RowsTable(Table):
    """Takes pages that are dropped onto a row."""

    page_dropped = Signal(int, int)
    """Row, place of the page in the grid."""

    def __init__(self, model: RowsModel, name: str) -> None:
        super().__init__(model, name, row_height=LIST_ROW)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if event.mimeData().hasFormat(PAGE_MIME) and row >= 0:
            event.acceptProposedAction()
            dragged = event.mimeData().data(PAGE_MIME).data()
            self.page_dropped.emit(row, int(bytes(dragged)))

    @staticmethod
    def _accept(event: QDragEnterEvent | QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(PAGE_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()
