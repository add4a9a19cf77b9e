"""The province as the station sees it: one endpoint that takes events and files, and gives news."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from station.domain.journal import JournalEntry
from station.domain.numbers import NumberRange
from station.errors import StationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why the province said no (RFC 9457), in words that an officer can act on."""

    type: str
    """Stable name of the reason, for example ``urn:tram-mot-cua:problem:code-taken``."""
    title: str
    """One Vietnamese sentence."""
    title_en: str
    field: str | None = None
    """JSON pointer into the event's payload: the field to correct, where there is one."""


class ProvinceError(StationError):
    """The base of what can go wrong with the line and the server as a whole; it has no code."""


class ProvinceUnreachableError(ProvinceError):
    """No answer: no line, no server, a time-out, or the line was cut half-way."""

    code = "SYN-001"
    retryable = True
    unavailable = True


class ProvinceFaultError(ProvinceError):
    """The server is there but cannot serve now (HTTP 5xx, or 429: too many requests)."""

    code = "SYN-002"
    retryable = True
    unavailable = True

    def __init__(self, status: int) -> None:
        super().__init__(f"the province answers {status}")
        self.status = status


class BadAnswerError(ProvinceError):
    """Something answered that does not keep the contract: a log-in page, a proxy, a bug."""

    code = "SYN-003"
    retryable = True


class ContractVersionError(ProvinceError):
    """The province speaks another version of the contract. Nothing was sent."""

    code = "SYN-004"

    def __init__(self, *, ours: str, theirs: str) -> None:
        super().__init__(f"the province speaks contract {theirs!r}, this station {ours!r}")
        self.ours, self.theirs = ours, theirs


class TokenRefusedError(ProvinceError):
    """The province does not accept this station's token (any more)."""

    code = "SYN-005"


class RequestRefusedError(ProvinceError):
    """The province refused a whole request and said why."""

    code = "SYN-006"

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.type)
        self.problem = problem

    @property
    def details(self) -> dict[str, Any]:
        return {
            "type": self.problem.type,
            "title": self.problem.title,
            "title_en": self.problem.title_en,
        }


class EnrolmentRefusedError(RequestRefusedError):
    """The enrolment code is unknown, used, expired, or meant for another counter."""

    code = "SYN-007"


class InsecureAddressError(ProvinceError):
    """The province's address is no https address (plain http is for this computer only)."""

    code = "SYN-008"


class ForgedTimeError(ProvinceError):
    """The server's time does not carry the signature of the province's key."""

    code = "SYN-009"


class FileRefusedError(StationError):
    """The province did not take one file. The record and the other files are not held back."""

    code = "SYN-010"

    def __init__(self, sha256: str, reason: str) -> None:
        super().__init__(f"file {sha256[:12]} was not taken: {reason}")
        self.sha256, self.reason = sha256, reason


class UntrustedServerError(ProvinceError):
    """The server's certificate is not trusted: another server, or this computer's clock is off."""

    code = "SYN-011"


class NotEnrolledError(StationError):
    """No province knows this station yet, so there is nobody to send to."""

    code = "SYN-012"


class Outcome(StrEnum):
    """What the province did with one event."""

    APPLIED = "applied"
    ALREADY_APPLIED = "already_applied"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The province's answer to one event. ``problem`` is given when it was refused."""

    event_id: UUID
    outcome: Outcome
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceEvent:
    """A piece of news: what others did with a dossier of this agency. It folds as entries do."""

    event_id: UUID
    station_id: str
    """Who did it: another station, or ``province``."""
    dossier_id: UUID
    dossier_code: str
    kind: str
    version: int
    occurred_at: datetime
    officer_id: str
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """Some news in the province's order, and where the next page starts."""

    events: tuple[ProvinceEvent, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What the province gave this station when it was enrolled. ``token`` is a secret."""

    base_url: str
    station_id: str
    agency_code: str
    station_number: int
    number_ranges: tuple[NumberRange, ...]
    token: str
    server_keys: tuple[str, ...]
    """The province's Ed25519 public keys, 32 bytes each in lower-case hex, the newest first."""
    enrolled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceFile:
    """A file that the dossier's record names, and whether the province has it."""

    sha256: str
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceFact:
    """One line of a dossier's history as the province knows it."""

    event_id: UUID
    kind: str
    station_id: str
    officer_id: str
    occurred_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceDossier:
    """The province's view of one dossier."""

    dossier_code: str
    dossier_id: UUID
    agency_code: str
    procedure_code: str
    status: str
    files: tuple[ProvinceFile, ...]
    history: tuple[ProvinceFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceHealth:
    """What the server says of itself."""

    version: str
    contract_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCatalogue:
    """The catalogue pack of the province, byte for byte; nothing of it was judged yet."""

    content: bytes
    signature: str
    """Ed25519 over its SHA-256, in lower-case hex (``sync/contract/proofs.py``)."""
    tag: str
    """The ETag by which the same pack is not sent again."""


class Province(Protocol):
    """The provincial server. Calls block, so they are made on the network's own thread.

    Every call may raise:
        ProvinceUnreachableError, ProvinceFaultError: try again later.
        BadAnswerError, ContractVersionError, UntrustedServerError: it is not (the right version
            of) the province.
        TokenRefusedError: the station must be enrolled again.
        RequestRefusedError: the province refused the whole request.
    After any of them the call may or may not have been carried out: repeating is always safe.
    """

    def health(self) -> ProvinceHealth:
        """Ask whether it is there and speaks our contract."""
        ...

    def server_time(self) -> datetime:
        """Give the server's clock.

        Raises:
            ForgedTimeError: its signature is wrong.
        """
        ...

    def send(self, entries: Sequence[JournalEntry]) -> tuple[Verdict, ...]:
        """Send journal entries in their order and give one verdict each.

        Fewer than given may be taken, always from the front and at least one: the server's limits
        decide. An entry that is too large for any batch gets a refusal here.
        """
        ...

    def news(self, after: str | None) -> NewsPage:
        """Give news after this cursor; None starts at the beginning."""
        ...

    def upload(self, sha256: str, data: bytes, *, go_on: Callable[[], bool]) -> bool:
        """Send one file in chunks; what a cut left behind is taken up again.

        A file that the province has already is not sent a second time.

        Returns:
            True when the province has the whole file; False when ``go_on`` said no in between.

        Raises:
            FileRefusedError: this one file is not accepted.
        """
        ...

    def dossier(self, code: str) -> ProvinceDossier | None:
        """Give the province's view of a dossier; None when it does not know the code."""
        ...

    def catalogue(self, known: str | None) -> PublishedCatalogue | None:
        """Give the pack that the province publishes.

        Args:
            known: the tag of the pack that need not come again.

        Returns:
            None when it publishes none, or the one that is known.
        """
        ...
