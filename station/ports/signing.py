"""The office's token as a use case needs it: opened with one PIN for one batch of copies."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from station.errors import StationError


class NoTokenError(StationError):
    """The library cannot be loaded, or no token of that name is plugged in."""

    code: ClassVar[str] = "SIG-001"
    unavailable = True


class WrongPinError(StationError):
    """The token refused the PIN. It is asked once only: a token locks after a few wrong ones."""

    code: ClassVar[str] = "SIG-002"


class LockedTokenError(StationError):
    """The token is locked after too many wrong PINs, or its PIN has expired."""

    code: ClassVar[str] = "SIG-003"


class NoSigningKeyError(StationError):
    """The token has no certificate whose key it holds, or none of this label."""

    code: ClassVar[str] = "SIG-004"


class CertificateNotValidError(StationError):
    """The certificate on the token is not yet, or no longer, valid."""

    code: ClassVar[str] = "SIG-005"

    def __init__(self, until: str) -> None:
        super().__init__(until)
        self.until = until


class TokenFailedError(StationError):
    """The token or its library died or hung; what was signed before is kept."""

    code: ClassVar[str] = "SIG-006"
    unavailable = True
    retryable = True


class NoTimeStampError(StationError):
    """The time stamp server cannot be reached, or its answer is none."""

    code: ClassVar[str] = "SIG-007"
    unavailable = True
    retryable = True


class NotSignableError(StationError):
    """The file is no PDF that can be signed."""

    code: ClassVar[str] = "SIG-008"


class TokenGoneError(StationError):
    """The token was pulled out amid a batch; what was signed before is kept."""

    code: ClassVar[str] = "SIG-009"
    unavailable = True
    retryable = True


class NoTokenSetUpError(StationError):
    """The settings of this station name no token."""

    code: ClassVar[str] = "SIG-011"


@dataclass(frozen=True, slots=True)
class SignedContent:
    """A signed PDF. ``stamped`` is false where the time stamp has to be added later."""

    content: bytes
    stamped: bool


class CopySigner(Protocol):
    """One batch at the token. Calls block, for seconds where the token is slow; close it."""

    def open(self, pin: str) -> str:
        """Open the token with its PIN, tried once, and give the name on its certificate.

        Raises:
            NoTokenError, WrongPinError, LockedTokenError, NoSigningKeyError,
            CertificateNotValidError, TokenFailedError: nothing can be signed.
        """
        ...

    def sign(self, content: bytes, *, at: datetime, code: str) -> SignedContent:
        """Sign one PDF as a copy of this office; its metadata name the dossier by its code.

        Raises:
            NotSignableError: it is no PDF that can be signed.
            TokenFailedError, TokenGoneError: nothing more can be signed in this batch.
        """
        ...

    def stamp(self, content: bytes) -> bytes:
        """Add a time stamp to a PDF that was signed without; this needs no token.

        Raises:
            NoTimeStampError: the server cannot be reached, or its answer is none.
            NotSignableError: it is no PDF that can be stamped.
        """
        ...

    def close(self) -> None:
        """Let the token go, and the PIN with it; safe to call twice."""
        ...
