"""Builds what turns paper into pages: like ``ui.composition``, it names adapters, and no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

from station.errors import StationError
from station.ports.devices import DeviceSettings

if TYPE_CHECKING:
    from devices.page_pipeline.acquire import Acquired, PageShelf
    from devices.page_pipeline.clean_files import CleanedFiles
    from devices.page_pipeline.result import CleanPage as CleanPage
    from devices.page_pipeline.result import PageContent as PageContent
    from devices.page_pipeline.result import Wanted as Wanted
    from devices.page_pipeline.sheet_recipe import Box
    from devices.page_pipeline.sheet_recipe import SheetRecipe as SheetRecipe
    from devices.page_pipeline.studio import PageStudio as PageStudio
    from devices.page_pipeline.worker import PageWorker as PageWorker
    from devices.scanner_process import ScannerProcess as ScannerProcess
    from devices.signatures.batch import SignedBatch, SignedFile
    from station.domain.scan_pages import Corners
    from station.domain.signatures import FoundSignature
    from station.forms.copy_purpose import CopyPurpose
    from station.ports.signing import CopySigner
    from ui.settings import TokenSettings


class NoScannerError(StationError):
    """The settings have no scanner, or none of this name."""

    code = "SCN-019"

    def __init__(self, name: str | None) -> None:
        super().__init__(name or "none")
        self.name = name or "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What ``station scan acquire`` was asked for."""

    device: str | None
    duplex: bool
    output: Path
    profile: str
    keep_blank: bool
    resume: bool


def clean_scans(
    files: Sequence[Path],
    output: Path,
    *,
    profile: str,
    camera: bool,
    keep_blank: bool,
    corners: Corners | None,
    facts: Mapping[str, str] | None,
    most_bytes: int | None,
) -> CleanedFiles:
    """Clean the pages of pictures and PDFs into one PDF; see ``devices.page_pipeline``.

    Args:
        corners: of the sheet on each photograph, set by hand.
        facts: for the metadata: ``dossierCode``, ``documentKey``.
        most_bytes: that the PDF may have; None: what one part of a dossier may.

    Raises:
        StationError: a file cannot be used, or bears nothing; no output was written.
    """
    from devices.page_pipeline.clean_files import Order, clean_files
    from devices.page_pipeline.result import Profile, Wanted
    from devices.system_clock import SystemClock

    wanted = Wanted(profile=Profile(profile), camera=camera, corners=corners)
    order = Order(
        output=output,
        wanted=wanted,
        made_at=SystemClock().now(),
        keep_blank=keep_blank,
        facts=facts or {},
        most_bytes=most_bytes,
    )
    return clean_files(files, order)


def acquire_scan(home: Path, scan: Scan, shelf: PageShelf) -> Acquired:
    """Scan what lies in a scanner of a home's settings; see ``devices.page_pipeline.acquire``.

    The driver runs in a process of its own, as for the window.

    Raises:
        NoScannerError: the settings have no such scanner.
        StationError: the scanner stopped, or nothing could be written; no page is lost.
    """
    from devices.page_pipeline.acquire import acquire
    from devices.page_pipeline.clean_files import Order
    from devices.page_pipeline.result import Profile, Wanted
    from devices.system_clock import SystemClock
    from station.domain.disk_room import room_of
    from station.ports.scanners import ScanRequest, dpi_for
    from ui.settings import read_settings

    scanners = page_sources(home, read_settings(home).devices)
    chosen = next((one for one in scanners if scan.device in (None, one.name)), None)
    if chosen is None:
        raise NoScannerError(scan.device)
    room = room_of(disk_usage(home).free)
    wanted = Wanted(
        profile=Profile(scan.profile), camera=chosen.photographs, sparing=room.is_scarce
    )
    order = Order(
        output=scan.output, wanted=wanted, made_at=SystemClock().now(), keep_blank=scan.keep_blank
    )
    try:
        request = ScanRequest(dpi=dpi_for(room), duplex=scan.duplex)
        return acquire(chosen, request, order, shelf, resume=scan.resume)
    finally:
        chosen.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What ``station scan sign`` was asked for; without ``agency`` it is the home's."""

    library: str
    token: str | None
    key: str | None
    folder: Path
    agency: str | None
    kind: str
    stamps_from: str | None


def signatures_of(file: Path, trusted: Sequence[Path] = ()) -> tuple[FoundSignature, ...]:
    """Judge the signatures of a file, by the issuers in ``trusted`` (PEM or DER).

    Raises:
        StationError: the file, or a certificate, cannot be used.
    """
    from devices.document_bounds import bounded
    from devices.documents import FileDocumentReader

    reader = FileDocumentReader()
    try:
        return reader.signatures(file, [bounded(one) for one in trusted])
    finally:
        reader.close()


def sign_copies(home: Path, files: Sequence[Path], pin: str, signing: Signing) -> SignedBatch:
    """Sign digitised copies; see ``devices.signatures.batch``.

    Raises:
        StationError: nothing was signed, and why.
    """
    from devices.signatures.batch import SigningOrder, sign_files
    from devices.signatures.signing_process import Token
    from devices.system_clock import SystemClock
    from station.forms.office import office_on
    from ui.closed_line import TrainingOnlyError
    from ui.settings import is_training_home, read_settings

    if is_training_home(home):
        raise TrainingOnlyError
    now = SystemClock().now
    agency = signing.agency
    if agency is None:
        agency = office_on(read_settings(home).offices, now().date()).agency
    order = SigningOrder(
        token=Token(library=signing.library, label=signing.token, key=signing.key),
        folder=signing.folder,
        kind=signing.kind,
        agency=agency,
        stamps_from=signing.stamps_from,
        now=now,
    )
    return sign_files(files, pin, order)


def copy_signer(token: TokenSettings, agency: str) -> CopySigner:
    """Give what signs one batch of copies with the office's token."""
    from devices.signatures.batch import CopyWords, TokenSession
    from devices.signatures.signing_process import Token

    return TokenSession(
        Token(library=token.library, label=token.label, key=token.key),
        CopyWords(kind=token.kind, agency=agency),
        token.time_stamps,
    )


def stamp_copies(files: Sequence[Path], stamps_from: str) -> tuple[SignedFile, ...]:
    """Add time stamps to signed copies; see ``devices.signatures.batch``."""
    from devices.signatures.batch import stamp_files

    return stamp_files(files, stamps_from)


def pack_page(page: CleanPage) -> bytes:
    """Give a clean page as bytes to be kept."""
    from devices.page_pipeline.kept_page import packed

    return packed(page)


def unpack_page(content: bytes) -> CleanPage:
    """Read a clean page again.

    Raises:
        ValueError: another version of the program wrote it.
    """
    from devices.page_pipeline.kept_page import unpacked

    return unpacked(content)


def page_sources(home: Path, settings: Sequence[DeviceSettings]) -> list[ScannerProcess]:
    """Give the scanners of some settings, each in a process of its own that starts when asked."""
    from devices.scanner_process import ScannerProcess

    return [
        ScannerProcess(one, home, simulated=one.simulated)
        for one in settings
        if one.role == "scanner"
    ]


def page_studio() -> PageStudio:
    """Give what draws pages and writes documents."""
    from devices.page_pipeline.studio import PageStudio

    return PageStudio()


def page_worker() -> PageWorker:
    """Give what cleans pages."""
    from devices.page_pipeline.worker import PageWorker

    return PageWorker()


def clean_source(content: bytes) -> PageContent:
    """Name a page that is in memory only to what cleans it."""
    from devices.page_pipeline.result import PageContent

    return PageContent(content)


def cleaning_order(
    *,
    profile: str,
    camera: bool,
    as_scanned: bool,
    codes: bool,
    corners: Corners | None,
    sparing: bool,
) -> Wanted:
    """Say how pages are to be cleaned."""
    from devices.page_pipeline.result import Profile, Wanted

    return Wanted(
        profile=Profile(profile),
        camera=camera,
        as_scanned=as_scanned,
        codes=codes,
        corners=corners,
        sparing=sparing,
    )


def sheet_recipe(
    front: tuple[CleanPage, int, Sequence[Box]],
    back: tuple[CleanPage, int, Sequence[Box]] | None = None,
    purpose: CopyPurpose | None = None,
) -> SheetRecipe:
    """Say what is to be made of a page, or of two: page, quarter turns, masks.

    Args:
        purpose: what the copy of two sides says of itself.
    """
    from devices.page_pipeline.sheet_recipe import SheetRecipe, Side

    sides = [Side(page, turns, tuple(masks)) for page, turns, masks in (front, back or front)]
    return SheetRecipe(sides[0], sides[1] if back else None, purpose)
