"""The tables of the hand-over page."""

from station.domain.ids import short_code
from ui.desktop.hand_over.view_model import AgencyLine, FolderLine, SealedLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

OWNER_COLUMN, PROCEDURE_COLUMN, PAGES_COLUMN = 1, 2, 3


class AgencyModel(CellModel[AgencyLine]):
    """For whom folders wait."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Cơ quan")),
                Column(title=self.tr("Đã quét"), width=72, right=True),
            )
        )

    def cell(self, row: AgencyLine, column: int) -> Cell:
        if column == 0:
            return Cell(text=row.name, style=BODY_MEDIUM)
        done = row.ticked == row.total
        tone = Tone.OK if done else Tone.WARN if row.ticked else Tone.MUTE
        return Cell(text=f"{row.ticked}/{row.total}", style=BODY_STRONG, tone=tone)


class FolderModel(CellModel[FolderLine]):
    """The folders of one agency."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=96),
                Column(title=self.tr("Chủ hồ sơ"), width=204),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Trang"), width=58, right=True),
                Column(title=self.tr("Chuyển trước"), width=116),
                Column(title=self.tr("Tình trạng"), width=136),
            )
        )

    def cell(self, row: FolderLine, column: int) -> Cell:
        match column:
            case 0:
                state = self.tr("đã quét") if row.ticked else self.tr("chưa quét")
                return Cell(
                    text=short_code(row.code),
                    spoken=f"{row.code}, {state}",
                    style=BODY_STRONG,
                    tick=row.ticked,
                )
            case 1:
                return Cell(text=row.owner_name, style=BODY_MEDIUM)
            case 2:
                return Cell(text=row.procedure_name)
            case 3:
                return Cell(text=str(row.pages))
            case 4:
                return Cell(text=row.leave_by, tone=row.leave_tone)
        sign = Icon.CHECK if row.ticked else None
        return Cell(text=row.remark, tone=row.remark_tone, style=BODY_MEDIUM, sign=sign)


class SealedModel(CellModel[SealedLine]):
    """The lists that were sealed before."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Danh sách")),
                Column(title=self.tr("Lúc"), width=70),
            )
        )

    def cell(self, row: SealedLine, column: int) -> Cell:
        if column == 0:
            state = self.tr("đã ký nhận") if row.signed else self.tr("chờ ký nhận")
            return Cell(
                text=row.number,
                spoken=f"{row.number}, {row.agency}, {row.folders}, {state}",
                tone=None if row.signed else Tone.WARN,
                sign=Icon.CHECK if row.signed else Icon.CLOCK,
            )
        return Cell(text=row.at, tone=Tone.MUTE)
