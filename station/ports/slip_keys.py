"""The keys that slips are signed with, and those by which any counter's slips are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from station.domain.slip_code import Verify
from station.errors import StationError


class BadSlipKeyError(StationError):
    """What was given is no public key of a counter."""

    code = "PAP-019"

    def __init__(self, given: str) -> None:
        super().__init__(given[:70])
        self.key = given[:70]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedCounter:
    """A key by which slips of another counter are known; one counter may have several."""

    agency: str
    counter: int
    public_key: str
    """32 bytes in hex."""

    def is_of(self, agency: str, counter: int) -> bool:
        """Tell whether it is a key of this counter."""
        return (self.agency, self.counter) == (agency, counter)


class SlipKeys(Protocol):
    """Kept in the encrypted store."""

    @property
    def public_hex(self) -> str:
        """What other counters need in order to know this counter's slips."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Give the Ed25519 signature of a slip's text."""
        ...

    def of_counter(self, agency: str, counter: int) -> Sequence[Verify]:
        """Give the keys of a counter, the retired ones included; none when it is not known."""
        ...

    def renew(self) -> str:
        """Sign by a new key from now on, and give its public half.

        Slips of the keys before stay genuine.
        """
        ...

    def trust(self, other: TrustedCounter) -> None:
        """Know slips of another counter by this key, beside those it had.

        Raises:
            BadSlipKeyError: it is no key, or there are too many.
        """
        ...

    def others(self) -> Sequence[TrustedCounter]: ...
