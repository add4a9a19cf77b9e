"""The station's settings: who it is, its office, its devices. No secrets live here."""

import json
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path

import msgspec

from station.codec import from_plain, to_plain
from station.domain.money.vietqr import BankAccount
from station.errors import ProblemError
from station.forms.office import OfficeHeader
from station.ports.devices import DeviceSettings, DeviceState, UnknownDeviceError

FILE = "station.json"
SCHEMA = "tram-mot-cua-station/1"
TRAINING_MARK = " (tập huấn, không có giá trị)"
KEYBOARD_READER = ("id_reader", "keyboard")
LARGEST_FILE = 1_000_000
_FILE_ADDRESS = re.compile(r"https?://[^\s{}]+\{sha256\}[^\s{}]*")


class BadSettingsError(ProblemError):
    """``station.json`` is missing, unreadable, or says something that makes no sense."""

    code = "SET-001"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferAccount:
    """The office's account for fees, as the officer and the citizen read it."""

    account: BankAccount
    bank: str
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSettings:
    """The office's token that digitised copies are signed with. Its PIN is never kept.

    ``library`` is the PKCS#11 library of its maker; ``label`` and ``key`` tell several tokens and
    certificates apart. ``kind`` is the form of the copy as its block says it; ``time_stamps`` the
    address of a server (RFC 3161), None: copies stay without a time stamp.
    """

    library: str
    label: str | None = None
    key: str | None = None
    kind: str = "SAO Y"
    time_stamps: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSettings:
    """Everything about a station that is no secret."""

    schema: str
    station_id: str
    agency_code: str
    station_number: int
    sample: bool
    training: bool = False
    """A training station: simulated devices only, a marked office, no province."""
    offices: tuple[OfficeHeader, ...]
    """Dated: agencies merge and move."""
    devices: tuple[DeviceSettings, ...]
    papers_at_reception: tuple[tuple[str, str], ...]
    language: str = "vi"
    transfer_account: TransferAccount | None = None
    """Where citizens transfer fees to; None: no VietQR code is offered."""
    token: TokenSettings | None = None
    """What digitised copies are signed with; None: they wait."""
    file_address: str | None = None
    """Where the national portal fetches a file: an address with ``{sha256}`` in it."""


def read_settings(home: Path) -> StationSettings:
    """Read the settings of a home; those of a training home as ``for_training`` gives them.

    Raises:
        BadSettingsError: the file is missing or not what it should be; the text names the place.
    """
    try:
        with (home / FILE).open("rb") as stream:
            plain = json.loads(stream.read(LARGEST_FILE))
        settings = from_plain(plain, StationSettings)
    except OSError as error:
        raise BadSettingsError(error.strerror or "unreadable") from None
    except (ValueError, msgspec.ValidationError) as error:
        raise BadSettingsError(str(error)) from None
    if settings.file_address and not _FILE_ADDRESS.fullmatch(settings.file_address):
        raise BadSettingsError("file_address is no http address with {sha256} in it")
    if settings.schema != SCHEMA:
        raise BadSettingsError(f"schema {settings.schema[:40]!r} instead of {SCHEMA!r}")
    return for_training(settings) if settings.training else settings


def is_training_home(home: Path) -> bool:
    """Tell whether a folder is the home of a training station."""
    try:
        return read_settings(home).training
    except BadSettingsError:
        return False


def for_training(settings: StationSettings) -> StationSettings:
    """Give the settings without what is real: other devices than simulated ones are left out, and
    whatever the office prints says on top that it is worth nothing."""
    offices = tuple(map(_marked, settings.offices))
    devices = tuple(one for one in settings.devices if one.simulated)
    return replace(settings, offices=offices, devices=devices)


def _marked(office: OfficeHeader) -> OfficeHeader:
    if office.agency.endswith(TRAINING_MARK):
        return office
    lines = office.header_lines and (*office.header_lines, TRAINING_MARK.strip())
    return replace(office, agency=office.agency + TRAINING_MARK, header_lines=lines)


def with_keyboard_reader(settings: StationSettings, address: str) -> StationSettings:
    """Give the settings with this as the reader in keyboard mode; there is one of them."""
    others = [one for one in settings.devices if (one.role, one.driver) != KEYBOARD_READER]
    names = (one.name for one in settings.devices if (one.role, one.driver) == KEYBOARD_READER)
    role, driver = KEYBOARD_READER
    reader = DeviceSettings(
        name=next(names, "Đầu đọc mã"), role=role, driver=driver, address=address
    )
    return replace(settings, devices=(*others, reader))


def with_reader(settings: StationSettings, found: DeviceState) -> StationSettings:
    """Give the settings with one more reader; a name that is taken gets a number."""
    taken = {one.name for one in settings.devices}
    names = (found.name, *(f"{found.name} {number}" for number in range(2, len(taken) + 3)))
    reader = DeviceSettings(
        name=next(name for name in names if name not in taken),
        role=found.role,
        driver=found.driver,
        address=found.address,
    )
    return replace(settings, devices=(*settings.devices, reader))


def with_token(settings: StationSettings, found: DeviceState) -> StationSettings:
    """Give the settings with another token; what copies say and who stamps them stays."""
    before = settings.token or TokenSettings(library="")
    token = replace(before, library=found.address, label=found.name, key=None)
    return replace(settings, token=token)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterChoice:
    """What is changed of a printer; what is None stays. See ``DeviceSettings``."""

    papers: tuple[str, ...] | None = None
    tray: str | None = None
    two_sided: bool | None = None
    copies: int | None = None
    density: int | None = None


def with_printer(settings: StationSettings, name: str, choice: PrinterChoice) -> StationSettings:
    """Give the settings with another choice for a printer.

    Raises:
        UnknownDeviceError: they have no printer of this name.
    """
    said = {field.name: getattr(choice, field.name) for field in fields(choice)}
    wanted = {key: value for key, value in said.items() if value is not None}
    found = [one for one in settings.devices if one.name == name and one.role.endswith("printer")]
    if not found:
        raise UnknownDeviceError(name)
    changed = [replace(one, **wanted) if one in found else one for one in settings.devices]
    return replace(settings, devices=tuple(changed))


def settings_text(settings: StationSettings) -> str:
    """Give the text of ``station.json``."""
    return json.dumps(to_plain(settings), ensure_ascii=False, indent=2) + "\n"
