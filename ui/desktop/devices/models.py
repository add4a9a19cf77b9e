"""The table of the devices page."""

from ui.desktop.devices.view_model import DeviceLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

ROLE_COLUMN, WORKED_COLUMN = 1, 4
"""They give way in a narrow window."""


class DeviceModel(CellModel[DeviceLine]):
    """Every device, by name."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Thiết bị")),
                Column(title=self.tr("Dùng để"), width=168),
                Column(title=self.tr("Nối bằng"), width=176),
                Column(title=self.tr("Tình trạng"), width=188),
                Column(title=self.tr("Chạy tốt"), width=76, right=True),
            )
        )

    def cell(self, row: DeviceLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.label, spoken=row.name, style=BODY_STRONG)
            case 1:
                return Cell(text=row.role)
            case 2:
                return Cell(text=row.means, tone=Tone.WARN if row.simulated else None)
            case 3:
                chip = row.tone not in (Tone.OK, Tone.MUTE)
                return Cell(text=row.state, tone=row.tone, style=BODY_MEDIUM, chip=chip)
        return Cell(text=row.worked or "–", spoken=row.worked)
