"""Which papers of a counter go on which of its printers, kept in its settings."""

from pathlib import Path

from station.errors import StationError
from station.forms.dossier_label import LABEL
from station.forms.letter import Sheet
from station.forms.letter_layouts import PaperKind
from station.forms.separator_sheet import SEPARATORS
from station.forms.shelf_label import SHELF_LABELS
from station.ports.devices import DeviceSettings
from station.ports.officers import Officer
from station.ports.papers import SlipPaper
from station.usecases.permissions import Act, require
from ui.paper_templates import Write
from ui.settings import (
    FILE,
    PrinterChoice,
    read_settings,
    settings_text,
    with_printer,
)

KNOWN = (
    *(kind.value for kind in PaperKind),
    LABEL,
    SHELF_LABELS,
    SEPARATORS,
    "log",
    *dict.fromkeys([*(paper.value for paper in SlipPaper), *(sheet.value for sheet in Sheet)]),
)
"""What a printer may be for: forms, and sheets."""


class UnknownPaperError(StationError):
    """No paper or sheet has this name."""

    code = "PAP-018"

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names, self.known = ", ".join(name[:30] for name in names)[:200], ", ".join(KNOWN)


def choose_printer(
    home: Path, name: str, choice: PrinterChoice, *, officer: Officer, write: Write
) -> DeviceSettings:
    """Change what a printer is for, from the next sign-in on.

    Args:
        write: puts a file in place, whole after a power cut.

    Raises:
        NotAllowedError: the officer may not.
        UnknownDeviceError, UnknownPaperError: nothing was changed.
        BadSettingsError: the settings cannot be read.
    """
    require(officer, Act.CHANGE_PAPERS)
    if unknown := [paper for paper in choice.papers or () if paper not in KNOWN]:
        raise UnknownPaperError(unknown)
    settings = with_printer(read_settings(home), name, choice)
    write(home / FILE, settings_text(settings).encode())
    return next(one for one in settings.devices if one.name == name)
