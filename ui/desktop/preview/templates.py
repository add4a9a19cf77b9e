"""The office's forms as they are in force, each with everything at its longest. Free of Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from station.words import Words
from ui.desktop.preview.sources import Drawn
from ui.desktop.preview.view_model import PaperChoice

TITLE: Final[Words] = {
    "vi": "Mẫu giấy đang dùng, với dữ liệu dài nhất",
    "en": "The forms in force, with the longest data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSource:
    """One of the forms. ``preview`` and ``trial`` are given its name, and wait for the disk."""

    title: str
    forms: tuple[PaperChoice, ...]
    form: str
    preview: Callable[[str], bytes]
    """Raises a ``StationError`` that names what is wrong with a template."""
    trial: Callable[[str], str]
    """Prints the form and gives the printer's name."""
    code: str = "mau"
    sheets: tuple[PaperChoice, ...] = ()
    sheet: str = ""

    def turned_to(self, form: str) -> "TemplateSource":
        """Give another of the forms."""
        return replace(self, form=form)

    def draw(self) -> Drawn:
        """Draw the form."""
        return Drawn(self.preview(self.form))

    def put(self, reason: str = "") -> str:
        """Print the form as a trial."""
        return self.trial(self.form)
