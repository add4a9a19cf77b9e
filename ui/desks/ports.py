"""What a desk stands on, put together by ``ui.composition`` for one officer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from station.domain.calendar import WorkingCalendar
from station.errors import StationError
from station.forms.templates import Templates
from station.ports.devices import DeviceState
from station.ports.documents import DocumentReader
from station.ports.officers import Officer
from station.ports.page_printers import PagePrinter
from station.ports.papers import Papers
from station.ports.printers import ReceiptPrinter
from station.ports.province import Enrolment, ProvinceDossier
from station.ports.readers import ChipCodeReader, CodeReader
from station.ports.slip_keys import SlipKeys
from station.ports.store import Store
from station.usecases.second_person import PasswordOpens
from station.usecases.station_clock import StationClock
from ui.settings import StationSettings

Wait = Callable[[float], object]
Told = Callable[[StationError | None], object]


class DeviceRack(Protocol):
    """The devices of this station."""

    @property
    def page_printers(self) -> Sequence[PagePrinter]: ...

    @property
    def receipt_printers(self) -> Sequence[ReceiptPrinter]: ...

    def page_printer_for(self, form: str, sheet: str) -> PagePrinter | None:
        """Give the printer that this counter puts a form on a sheet on; None when there is none."""
        ...

    def receipt_printer_for(self, width: str) -> ReceiptPrinter | None:
        """Give the printer of a roll's width in millimetres, else any; None when there is none."""
        ...

    @property
    def readers(self) -> Sequence[CodeReader]: ...

    @property
    def chip_readers(self) -> Sequence[ChipCodeReader]: ...

    def states(self) -> Sequence[DeviceState]:
        """Ask every device how it is; blocks as long as the slowest answers."""
        ...

    def state_of(self, name: str) -> DeviceState | None:
        """Ask the device of this name how it is; None when there is none."""
        ...

    def not_set_up(self) -> Sequence[DeviceState]:
        """Find what is plugged in and could be used, but is no device of the settings."""
        ...


class ProvinceLine(Protocol):
    """The line to the province that this station is enrolled with."""

    def enrol(self, url: str, code: str) -> Enrolment:
        """Make this station known to a province."""
        ...

    def run_once(self) -> object:
        """Send and fetch what there is."""
        ...

    def run_until(
        self, stopped: Event, *, wait: Wait | None = None, told: Told | None = None
    ) -> None:
        """Send and fetch again and again, with pauses, until the event is set.

        Args:
            wait: sleeps between two rounds, at most so many seconds; None: until ``stopped``.
            told: hears of the end of every round what stopped it; None when nothing did.
        """
        ...

    def dossier(self, code: str) -> ProvinceDossier | None:
        """Give the province's view of a dossier; None when it has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPorts:
    """What ``ui.composition`` puts together for one officer."""

    officer: Officer
    settings: StationSettings
    store: Store
    clock: StationClock
    calendar: WorkingCalendar
    papers: Papers
    templates: Templates
    """How the papers of this office differ from the built-in ones."""
    templates_problem: StationError | None
    """Why the office's own file of templates is not printed by; None: it is, or there is none."""
    documents: DocumentReader
    devices: DeviceRack
    slip_keys: SlipKeys
    province: ProvinceLine
    password_opens: PasswordOpens
