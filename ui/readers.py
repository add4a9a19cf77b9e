"""What reads cards and codes, and what the settings keep of readers. Free of Qt.

As in ``ui.composition``, every function imports what it needs when it is called.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.id_readers.reading import CardReading, CodesInPicture
    from devices.id_readers.worker import PictureWorker
    from station.domain.id_card import IdCard
    from station.ports.devices import DeviceState
    from station.ports.readers import ReaderHabits
    from ui.settings import StationSettings


@cache
def _pictures() -> PictureWorker:
    """Give the process that reads pictures: one for the whole program, from its first picture."""
    from devices.id_readers.worker import PictureWorker

    return PictureWorker()


def read_id_card(picture: Path | bytes) -> CardReading:
    """Read the ID card in a picture; a picture that cannot be read is a reading that says so.

    Args:
        picture: a file, or what is in it.
    """
    return _pictures().read_id_card(picture)


def read_picture_codes(file: Path) -> CodesInPicture:
    """Read every code in a picture."""
    return _pictures().read_codes(file)


def read_id_chip(known: IdCard, home: Path) -> IdCard:
    """Read the chip of the card that lies on a reader.

    Args:
        known: what was read or typed of the card: it opens the chip.
        home: where the state's certificates lie, if there are any.

    Raises:
        StationError: there is no card, or its chip cannot be opened or read.
    """
    from devices.readers.chip import read_laid_card
    from devices.registry import AUTHORITIES

    return read_laid_card(known, home / AUTHORITIES)


def reader_test_page(agency: str) -> bytes:
    """Give the page that tries readers out, as PDF."""
    from devices.papers.reader_test_pdf import reader_test_pdf
    from devices.system_clock import SystemClock

    return reader_test_pdf(agency=agency, printed_at=SystemClock().now())


def keep_keyboard_reader(home: Path, habits: ReaderHabits) -> None:
    """Write down in the settings how the reader in keyboard mode is known from now on.

    Raises:
        StationError: the settings cannot be read or written; they are as they were.
    """
    from ui.settings import read_settings, with_keyboard_reader

    _keep(home, with_keyboard_reader(read_settings(home), habits.address))


def keep_found(home: Path, found: DeviceState) -> None:
    """Write a reader, a scanner or a token that is plugged in into the settings.

    Raises:
        StationError: the settings cannot be read or written; they are as they were.
    """
    from station.ports.devices import SIGNER
    from ui.settings import (
        KEYBOARD_READER,
        read_settings,
        with_keyboard_reader,
        with_reader,
        with_token,
    )

    settings = read_settings(home)
    if found.role == SIGNER:
        _keep(home, with_token(settings, found))
    elif (found.role, found.driver) == KEYBOARD_READER:
        _keep(home, with_keyboard_reader(settings, found.address))
    else:
        _keep(home, with_reader(settings, found))


def _keep(home: Path, settings: StationSettings) -> None:
    from local_store.durable_files import write_whole
    from ui.settings import FILE, settings_text

    write_whole(home / FILE, settings_text(settings).encode())
