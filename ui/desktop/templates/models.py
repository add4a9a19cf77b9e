"""The table of the page of forms."""

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.templates.view_model import FormLine

OWN_COLUMN, CHANGES_COLUMN = 1, 2
"""How a form differs from the built-in one; what the opened file changes."""


class FormModel(CellModel[FormLine]):
    """The office's forms."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Giấy"), width=196),
                Column(title=self.tr("Khác mẫu có sẵn")),
                Column(title=self.tr("Tệp này đổi")),
            )
        )

    def cell(self, row: FormLine, column: int) -> Cell:
        if column == 0:
            spoken = f"{row.name} {row.procedure}".strip()
            text = f"{row.name} · {row.procedure}" if row.procedure else row.name
            return Cell(text=text, spoken=spoken, style=BODY_STRONG)
        if column == 1:
            return Cell(text=row.own or "–", tone=None if row.own else Tone.MUTE)
        tone = Tone.INFO if row.changes else Tone.MUTE
        return Cell(text=row.changes or "–", tone=tone, style=BODY_MEDIUM)
