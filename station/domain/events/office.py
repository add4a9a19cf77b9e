"""Facts of the office that belong to no single dossier, and the papers it prints."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from station.domain.log_page import Adjustment, Count, LogRow, Unsent
from station.domain.processing import LackingPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrinted:
    """One paper of this dossier came out."""

    version: ClassVar[int] = 1

    form: str
    paper: str
    printer: str
    simulated: bool
    reprint: int = 0
    """0 for the first good copy, n for its n-th reprint."""
    reason: str | None = None
    """Why it was printed again."""
    told_by: str = "printer"
    """``printer``: it said so; ``officer``: who was asked; ``nobody``: a printer that tells nothing
    took it, and an officer saw an earlier paper of it come out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSealed:
    """Danh sách bàn giao: these paper dossiers left the counter together.

    ``list_hash`` is the SHA-256 (hex) over the canonical JSON of number, agency and codes, so
    that both sides can prove what was on the list.
    """

    version: ClassVar[int] = 1

    list_number: str
    agency: str
    dossier_codes: tuple[str, ...]
    list_hash: str
    left_behind: tuple[str, ...] = ()
    """Codes that were due for this agency but stayed at the counter, each ``code: reason``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSigned:
    """The counter's copy of a sealed list came back with the receiver's signature."""

    version: ClassVar[int] = 1

    list_number: str
    receiver: str
    """Who signed for the agency."""
    not_taken: tuple[str, ...] = ()
    """Codes of folders that the receiver did not take, each ``code: reason``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueImported:
    """A catalogue pack was put in force: from where, by whose signature, and what it changed."""

    version: ClassVar[int] = 1

    pack: str
    """Name and version."""
    status: str
    sha256: str
    signed_by: str | None
    """The public key; None: nobody signed it."""
    admission: str | None
    """Why an administrator let it in unsigned."""
    holds_from: date
    holds_to: date | None
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerTrusted:
    """From now on the station takes packs that are signed with this key."""

    version: ClassVar[int] = 1

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerDistrusted:
    """The station takes no more packs that are signed with this key."""

    version: ClassVar[int] = 1

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChanged:
    """Somebody may work here from now on, in another role, by another password, or no more."""

    version: ClassVar[int] = 1

    officer_id: str
    role: str
    open: bool
    new_password: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockConfirmed:
    """An officer said what day and hour it is, because the computer's clock was in doubt."""

    version: ClassVar[int] = 1

    stated: str
    """What was typed."""
    machine_at: datetime
    """What the computer's clock said."""
    confirmed_at: datetime
    """By what acts go from here on, as far as this day reaches."""
    against: str | None
    """What spoke against the computer's clock; None: the officer alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceGiven:
    """A visitor was told what to bring; no dossier was made (NĐ 61/2018 Art. 15(3)).

    It does not say who: what was entered of the visitor is in the draft, which expires.
    """

    version: ClassVar[int] = 1

    guidance_code: str
    procedure_code: str
    procedure_name: str
    wanted: tuple[LackingPaper, ...]
    kept: tuple[str, ...]
    counter: int
    officer_name: str
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReassigned:
    """A supervisor gave somebody's open work to a colleague."""

    version: ClassVar[int] = 1

    draft_id: str
    from_officer: str
    to_officer: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRemembered:
    """Somebody agreed to have what they said offered again. Only the store knows ``person``."""

    version: ClassVar[int] = 1

    person: str
    fields: tuple[str, ...]
    expires_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForgotten:
    """What was remembered of somebody was deleted, at their wish or at its day."""

    version: ClassVar[int] = 1

    person: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyLogSigned:
    """Ký và khoá trang nhật ký: the day of a counter, or of the centre, as it stood at that moment.

    The page is kept whole, so that it can be printed again as it was signed whatever comes later.
    """

    version: ClassVar[int] = 1

    page: str
    """Its number: ``NK-2026-0188``. Without gaps within a year."""
    number: int
    on: date
    counter: int | None
    """None: the whole centre."""
    officer_name: str
    rows: tuple[LogRow, ...]
    channels: tuple[Count, ...]
    not_received: tuple[Count, ...]
    guided: int
    unsent: tuple[Unsent, ...] = ()
    """What the province had not confirmed when it was signed."""
    adjustments: tuple[Adjustment, ...] = ()
    """Of earlier pages, done on this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyLogAdjusted:
    """Ghi điều chỉnh: a note about a page after it was locked, kept with the day it was made on."""

    version: ClassVar[int] = 1

    page: str
    on: date
    counter: int | None
    text: str
    officer_name: str
