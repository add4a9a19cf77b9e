"""What the frame shows around the pages. Free of Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ui.desktop.kit.tone import Tone

if TYPE_CHECKING:  # they know dossiers and acts: the sign-in page must not wait for these
    from station.domain.line_pause import LinePause
    from ui.desks.clock import ClockState
    from ui.desks.server import NotHere
    from ui.desktop.dossiers.view_model import DossierLine


FEW_NUMBERS: Final = 0.2
"""Of the day's numbers."""
FEWEST_NUMBERS: Final = 50
"""Stands for the day's numbers while these are not known."""
RESUMED_TOLD: Final = timedelta(hours=1)
"""For how long it is said that a pause ended by itself."""


class Place(StrEnum):
    """The pages behind the rail."""

    RECEPTION = "reception"
    HOME = "home"
    """Bàn làm việc: the morning check, and what waits for somebody."""
    BOARD = "board"
    """The supervisor's: how the day runs for the whole centre."""
    LIST = "list"
    RESULTS = "results"
    HAND_OVER = "hand_over"
    TILL = "till"
    CATALOGUE = "catalogue"
    SIGNING = "signing"
    """Ký sao y; reached from the work of today."""
    LOG = "log"
    SYNC = "sync"
    DEVICES = "devices"
    SETTINGS = "settings"
    ACCOUNTS = "accounts"
    """The users; reached from the settings, as the forms are."""
    TEMPLATES = "templates"
    SCAN = "scan"
    """The scan desk of the draft in front."""
    PREVIEW = "preview"
    """One paper, of whatever page it was asked for on."""
    DOSSIER = "dossier"
    """One dossier."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """One tab. An empty title means that nobody is named yet; a dot says "not received yet"."""

    title: str = ""
    has_content: bool = False


class Link(StrEnum):
    """The line to the province."""

    ONLINE = "online"
    OFFLINE = "offline"
    NOT_ENROLLED = "not_enrolled"
    """This station has no server yet: everything stays here."""


class DeviceRole(StrEnum):
    PRINTER = "printer"
    RECEIPT_PRINTER = "receipt_printer"
    ID_READER = "id_reader"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One device of the station. ``problem`` is a short sentence; None means ready."""

    role: DeviceRole
    simulated: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StationStatus:
    """What the status bar says; None leaves a state out, because it is not known."""

    now: datetime
    link: Link
    offline_since: datetime | None = None
    syncing: bool = False
    waiting: int = 0
    """Events that the province does not have yet."""
    refused: int = 0
    numbers_left: int | None = None
    numbers: int | None = None
    """How many numbers this station has for the day."""
    clocks_not_begun: int = 0
    """Dossiers for other territories that wait here: nobody's clock runs for them."""
    called_out: str = ""
    """What must leave the counter today, in a few words."""
    call_tone: Tone = Tone.WARN
    catalogue_days: int | None = None
    devices: tuple[DeviceStatus, ...] = ()
    saved_at: datetime | None = None
    clock: "ClockState | None" = None
    """The computer's clock beside the time that acts bear."""
    pause: "LinePause | None" = None
    """The last pause of the line, unless somebody ended it."""

    @property
    def paused_until(self) -> datetime | None:
        """When sending goes on by itself; None: it is not paused."""
        if self.pause is None or not self.pause.holds(self.now):
            return None
        return self.pause.until

    @property
    def resumed_at(self) -> datetime | None:
        """When a pause ended by itself, while that is news."""
        if self.pause is None or not self.pause.has_ended(self.now):
            return None
        return self.pause.until if self.now - self.pause.until < RESUMED_TOLD else None

    @property
    def few_numbers(self) -> bool:
        """Tell whether somebody must ask for more before the next citizen sits down."""
        if self.numbers_left is None:
            return False
        return self.numbers_left < (self.numbers or FEWEST_NUMBERS) * FEW_NUMBERS


@dataclass(frozen=True, slots=True)
class Officer:
    """Who works here, for the top bar: ``Hạnh · Quầy 3``."""

    name: str
    counter: int


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The dossiers that match a search, best first. ``total`` may be more than are shown."""

    query: str
    found: "tuple[DossierLine, ...]"
    total: int
    not_here: "NotHere | None" = None
    """Where nothing was found: what the province may be asked."""
