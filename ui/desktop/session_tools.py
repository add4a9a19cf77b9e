"""What every part of an officer's session works with."""

from dataclasses import dataclass
from pathlib import Path

from station.words import Language
from ui.desks.desk import Desk
from ui.desktop.tasks import Tasks
from ui.desktop.wires import Wires
from ui.desktop.workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTools:
    """The desk of one officer, and who works for the pages."""

    desk: Desk
    home: Path
    wires: Wires
    """Cut when the session is over."""
    workers: Workers
    """The program's: what they are given is heard of also after the session."""
    store_worker: Tasks
    file_worker: Tasks
    printer_worker: Tasks
    asking_worker: Tasks
    """These four are the program's, too; what comes back after the session is not heard."""
    language: Language
