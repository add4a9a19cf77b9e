"""Builds everything once; free of Qt. ``CONTRIBUTING.md`` says which modules name adapters.

Every function imports what it needs when it is called, so that the command line and the sign-in
window start without the weight of what they do not use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_store.home import OpenStore
    from local_store.signing_key import StationSigningKey
    from local_store.window_claim import WindowClaim
    from station.ports.clock import Clock, MachineClock
    from station.ports.papers import Papers
    from station.ports.sounds import Sounds
    from ui.desks.desk import Desk
    from ui.desks.ports import ProvinceLine
    from ui.preferences import Preferences
    from ui.settings import StationSettings

SAMPLE_ACCOUNTS = (
    ("quay3", "Trần Thị Hạnh", "counter"),
    ("truongbp", "Phạm Văn Bình", "supervisor"),
    ("xa", "Lý Thị Mai", "commune"),
)
DEFAULT_RANGE = "0001-0099"
_OF_THE_DESK = (
    "devices.documents",
    "devices.papers.rendered_papers",
    "devices.registry",
    "devices.sounds",
    "local_store.home",
    "local_store.signing_key",
    "station.catalogue.calendars",
    "sync.client.line",
    "ui.desks.desk",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHome:
    """What ``station init`` was asked for."""

    path: Path
    agency_code: str
    station_number: int
    number_range: str | None
    sample: bool
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeHome:
    """What ``station init`` made."""

    path: Path
    station_id: str
    officers: tuple[str, ...]
    procedures: int


def make_home(new: NewHome, password: str, *, at: datetime | None = None) -> MadeHome:
    """Make a home with its first administrator; a sample home gets three more accounts.

    Args:
        at: when it says it was made; None: now.

    Raises:
        StationError: the agency code, the range or the password is no good, or the folder is
            taken; nothing was made.
    """
    from devices.system_clock import SystemClock
    from local_store.home import Account, create_home, open_store
    from station.catalogue.built_in import built_in_packs
    from station.domain.ids import BadAgencyCodeError, is_agency_code
    from station.domain.numbers import NumberRange
    from station.ports.officers import Officer, Role
    from ui.sample_office import sample_settings
    from ui.settings import FILE, settings_text

    if not is_agency_code(new.agency_code):
        raise BadAgencyCodeError(new.agency_code)
    settings = replace(
        sample_settings(new.agency_code, new.station_number, sample=new.sample),
        training=new.training,
    )
    people = [("admin", "Quản trị trạm", "administrator"), *(SAMPLE_ACCOUNTS if new.sample else ())]
    now = at or SystemClock().now()
    wanted = new.number_range or (DEFAULT_RANGE if new.sample else None)
    create_home(
        new.path,
        station_id=settings.station_id,
        numbers={new.agency_code: [NumberRange.parse(wanted)] if wanted else []},
        accounts=[
            Account(
                officer=Officer(officer_id=name, display_name=shown, role=Role(role)),
                password=password,
            )
            for name, shown, role in people
        ],
        files={FILE: settings_text(settings).encode()},
        at=now,
    )
    store, _ = open_store(new.path, "admin", password)
    try:
        for pack in built_in_packs() if new.sample else ():
            store.catalogue.import_pack(pack, at=now)
        procedures = len(store.catalogue.procedures(now.date()))
    finally:
        store.close()
    return MadeHome(
        path=new.path,
        station_id=settings.station_id,
        officers=tuple(name for name, _, _ in people),
        procedures=procedures,
    )


def claim_window(home: Path) -> WindowClaim:
    """Let no second window work in this home.

    Raises:
        StationError: another one does, or the home cannot be written.
    """
    from local_store.window_claim import WindowClaim

    return WindowClaim(home, at=now())


def load_desk() -> None:
    """Load what ``sign_in`` needs, so that it takes no longer than the password's key."""
    for module in _OF_THE_DESK:
        import_module(module)


def sign_in(
    home: Path, officer_id: str, password: str, *, clock: MachineClock | None = None
) -> Desk:
    """Open a home as one of its officers.

    Args:
        clock: what says the time; None: this computer.

    Raises:
        StationError: no home, a wrong password, a store that cannot be used, bad settings.
    """
    from devices.registry import Devices
    from devices.system_clock import SystemClock
    from local_store.home import open_store
    from local_store.signing_key import StationSigningKey
    from local_store.slip_keys import StationSlipKeys
    from station.catalogue.calendars import built_in_calendar
    from station.usecases.station_clock import StationClock
    from ui.desks.desk import Desk
    from ui.desks.ports import DeskPorts
    from ui.paper_templates import in_force
    from ui.readers import file_reader
    from ui.settings import read_settings

    store, officer = open_store(home, officer_id, password)
    try:
        settings, papers_in_force = read_settings(home), in_force(home)
        machine = clock or SystemClock()
        station_clock = StationClock(machine, steady=steady_seconds)
        key = StationSigningKey.of(store.secrets)
        desk = Desk(
            DeskPorts(
                officer=officer,
                settings=settings,
                store=store,
                clock=station_clock,
                calendar=built_in_calendar(),
                papers=_papers(settings),
                templates=papers_in_force.templates,
                templates_problem=papers_in_force.problem,
                documents=file_reader(),
                devices=Devices(settings.devices, home),
                slip_keys=StationSlipKeys(
                    store.secrets,
                    key,
                    agency=settings.agency_code,
                    counter=settings.station_number,
                ),
                province=_line(settings, store, machine, station_clock, key),
                password_opens=partial(password_opens, home),
            )
        )
        desk.clock.look()
        return desk
    except BaseException:
        store.close()
        raise


def _papers(settings: StationSettings) -> Papers:
    from devices.papers.rendered_papers import RenderedPapers

    papers = RenderedPapers()
    if not settings.training:
        return papers
    from devices.papers.training_papers import TrainingPapers

    return TrainingPapers(papers)


def _line(
    settings: StationSettings,
    store: OpenStore,
    machine: MachineClock,
    clock: Clock,
    key: StationSigningKey,
) -> ProvinceLine:
    """A training station gets a line that leads nowhere, whatever its home says."""
    from station.release import RELEASED_AT
    from station.usecases.fetch_catalogue import CatalogueInbox
    from station.usecases.pause_line import pause_that_holds
    from sync.client.line import HttpLine
    from ui.closed_line import ClosedLine

    if settings.training:
        return ClosedLine()
    return HttpLine(
        outbox=store.outbox,
        clock=machine,
        station_id=settings.station_id,
        station_key=key.private_bytes,
        pause=lambda: pause_that_holds(store.outbox, clock.now),
        steady=steady_seconds,
        inbox=CatalogueInbox(
            catalogue=store.catalogue,
            secrets=store.secrets,
            outbox=store.outbox,
            new_work=store.unit_of_work,
            clock=clock,
            built_at=RELEASED_AT,
        ),
    )


def now() -> datetime:
    """Give the time by the station's clock, also before anybody signed in."""
    from devices.system_clock import SystemClock

    return SystemClock().now()


def keep_preferences(home: Path, chosen: Preferences) -> None:
    """Write down what was chosen of the window.

    Raises:
        StationError: it cannot be written; what was chosen before stays.
    """
    from ui.preferences import FILE, preferences_text

    write_file(home / FILE, preferences_text(chosen).encode())


def write_file(path: Path, content: bytes) -> None:
    """Write a file that is whole after a power cut, the old or the new one.

    Raises:
        StationError: it cannot be written; the old one stays.
    """
    from local_store.durable_files import write_whole

    write_whole(path, content)


def system_sounds() -> Sounds:
    """Give what plays the sounds of this computer."""
    from devices.sounds import SystemSounds

    return SystemSounds()


def steady_seconds() -> float:
    """Count seconds, also while the computer sleeps; setting the clock changes nothing of it."""
    from devices.system_clock import steady_seconds as counted

    return counted()


def password_opens(home: Path, officer_id: str, password: str) -> bool:
    """Tell whether this is the officer's password; takes as long as a sign-in."""
    from local_store.home import unlock
    from local_store.officer_rules import WrongPasswordError

    try:
        unlock(home, officer_id, password)
    except WrongPasswordError:
        return False
    return True


def make_papers() -> Papers:
    """Give what draws papers."""
    from devices.papers.rendered_papers import RenderedPapers

    return RenderedPapers()


def draw_pdf_pages(pdf: bytes) -> Sequence[bytes]:
    """Draw the pages of a paper as PNG, for the preview."""
    from devices.page_images import draw_pdf_pages as draw

    return draw(pdf)


def draw_page_within(pdf: bytes, number: int, room: tuple[int, int]) -> tuple[bytes, int]:
    """Draw a page of a paper as PNG within a room of pixels, and say how many pages there are."""
    from devices.page_images import draw_page_within as draw

    return draw(pdf, number, room)


def draw_sample_card() -> bytes:
    """Draw the ID card of an invented person, marked as a sample, as JPEG."""
    from devices.samples.id_card import draw_sample_id_card

    return draw_sample_id_card()


def draw_sample_pages() -> Sequence[bytes]:
    """Draw three scanned pages, marked as samples, as JPEG."""
    from devices.samples.pages import draw_sample_pages as draw

    return draw()
