"""The tables of the catalogue page."""

from ui.desktop.catalogue.signers_view_model import SignerLine
from ui.desktop.catalogue.view_model import ChangeLine, PackLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

KIND_COLUMN = 1
"""Of the packs."""
_BEGINS = 19
"""Letters of a key in fours: enough to tell keys apart, the whole one stands below the table."""


class PackModel(CellModel[PackLine]):
    """The packs that were imported."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Danh mục")),
                Column(title=self.tr("Loại"), width=132),
                Column(title=self.tr("Chữ ký"), width=176),
                Column(title=self.tr("Hiệu lực"), width=244),
            )
        )

    def cell(self, row: PackLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=f"{row.name} {row.version}", style=BODY_STRONG)
            case 1:
                return Cell(text=row.kind)
            case 2:
                return Cell(text=row.signed, tone=row.signed_tone, style=BODY_MEDIUM)
        return Cell(text=row.holds, tone=row.holds_tone, style=BODY_MEDIUM)


class ChangeModel(CellModel[ChangeLine]):
    """What an opened pack changes."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title="", width=36),
                Column(title=self.tr("Mã"), width=112),
                Column(title=self.tr("Thủ tục, thay đổi")),
            )
        )

    def cell(self, row: ChangeLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.mark, tone=row.tone, style=BODY_STRONG)
            case 1:
                return Cell(text=row.code, style=BODY_MEDIUM)
        return Cell(text=row.words, tone=None if row.mark else row.tone)


class SignerModel(CellModel[SignerLine]):
    """The keys whose packs are taken."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Của ai")),
                Column(title=self.tr("Khoá bắt đầu bằng"), width=232),
                Column(title=self.tr("Ai thêm"), width=212),
            )
        )

    def cell(self, row: SignerLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.owner, style=BODY_STRONG)
            case 1:
                return Cell(text=f"{row.read[:_BEGINS]}…", spoken=row.read)
        return Cell(text=row.added, tone=Tone.MUTE)
