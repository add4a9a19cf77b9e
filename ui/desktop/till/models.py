"""The table of payments."""

from station.domain.ids import short_code
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.till.view_model import PaymentLine

METHOD_COLUMN, RECEIPT_COLUMN = 3, 4


class PaymentModel(CellModel[PaymentLine]):
    """What came, and what became of it."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Lúc"), width=112),
                Column(title=self.tr("Số"), width=76),
                Column(title=self.tr("Chủ hồ sơ")),
                Column(title=self.tr("Cách nộp"), width=136),
                Column(title=self.tr("Biên lai"), width=160),
                Column(title=self.tr("Số tiền"), width=150, right=True),
                Column(title=self.tr("Tình trạng"), width=176),
            )
        )

    def cell(self, row: PaymentLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.at)
            case 1:
                return Cell(text=short_code(row.code), spoken=row.code, style=BODY_STRONG)
            case 2:
                return Cell(text=row.owner_name, style=BODY_MEDIUM)
            case 3:
                return Cell(text=row.method)
            case 4:
                return Cell(text=row.receipt)
            case 5:
                return Cell(text=row.amount, style=BODY_MEDIUM)
        tone = None if row.state_tone is Tone.OK else row.state_tone
        return Cell(text=row.state, tone=tone, style=BODY_MEDIUM)
