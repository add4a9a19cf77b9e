"""Why a copy could not be signed or stamped."""

from typing import Any, ClassVar

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

    @property
    def details(self) -> dict[str, Any]:
        return {"until": self.until}


class TokenFailedError(StationError):
    """The token or its library died, hung or was pulled out; what was signed before is kept."""

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
