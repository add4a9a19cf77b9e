"""What reads cards, codes and files, and what the settings keep of readers. Free of Qt.

As in ``ui.composition``, every function imports what it needs when it is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.documents import FileDocumentReader, SeenFile
    from devices.id_readers.reading import CardReading, CodesInPicture
    from devices.id_readers.worker import PictureWorker
    from station.domain.id_card import IdCard
    from station.domain.signatures import FoundSignature
    from station.ports.devices import DeviceState
    from station.ports.documents import IncomingFile
    from station.ports.readers import ReaderHabits
    from ui.settings import StationSettings


_ISSUERS = "issuers"
"""The folder of a home with the certificates of issuers whose signatures the office trusts."""


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


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that can be filed. ``thumbnail`` is a PNG of its first page."""

    incoming: IncomingFile
    pages: int
    thumbnail: bytes
    trust: str
    signatures: tuple[FoundSignature, ...]


def open_file(path: Path, home: Path) -> OpenedFile:
    """Open a PDF or picture as ``receive`` will, and judge its digital signatures.

    Certificates in the folder ``issuers`` of the home are those of issuers whom the office trusts.

    Raises:
        StationError: it cannot be filed, and why.
    """
    reader = file_reader()
    incoming = reader.read(path)  # once: what is looked at and judged is what will be kept
    pages, thumbnail = reader.look_at(incoming.content)
    return OpenedFile(incoming, pages, thumbnail, *judge_signatures(incoming.content, home))


def trust_in(home: Path) -> str:
    """Name those whose signatures a home trusts: another name as soon as there are others.

    Asked every minute, so that no certificate is opened for it.
    """
    files = [(one.name, one.stat()) for one in _issuer_files(home)]
    return repr([(name, state.st_size, state.st_mtime_ns) for name, state in files])


def judge_signatures(content: bytes, home: Path) -> tuple[str, tuple[FoundSignature, ...]]:
    """Say whom a home trusts, and what the signatures in a file are worth by them.

    Raises:
        StationError: the file, or a certificate, cannot be used.
    """
    from devices.document_bounds import bounded

    trust = trust_in(home)
    roots = [bounded(one) for one in _issuer_files(home)]
    return trust, file_reader().signatures_in(content, roots)


def _issuer_files(home: Path) -> list[Path]:
    return [one for one in sorted((home / _ISSUERS).glob("*")) if one.is_file()]


def thumbnail_of(content: bytes) -> bytes:
    """Draw the first page of a file that is kept already, small, as PNG.

    Raises:
        StationError: it cannot be drawn, and why.
    """
    return file_reader().look_at(content)[1]


def seen_file(content: bytes, first: int) -> SeenFile:
    """Draw some pages of a file that is kept already; a picture is put on pages of A4.

    Args:
        first: the page to begin with, from 0.

    Raises:
        StationError: it cannot be drawn, and why.
    """
    return file_reader().seen(content, first)


@cache
def file_reader() -> FileDocumentReader:
    """One process opens all files that come from outside; it starts with the first."""
    from devices.documents import FileDocumentReader

    return FileDocumentReader()
