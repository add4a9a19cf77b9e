"""What is found out about the digital signatures of a PDF."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What an officer may rely on."""

    VALID = "valid"
    """Unchanged since it was signed, by a certificate of an issuer whom this office trusts."""
    UNKNOWN_SIGNER = "unknown_signer"
    """Unchanged, but nobody whom this office trusts vouches for who signed."""
    EXPIRED = "expired"
    """Unchanged, the issuer is trusted, but the certificate is not valid now, and no time stamp
    proves that it was valid then."""
    BROKEN = "broken"
    """The file was changed after it was signed, or the signature never was one."""


class TimeProof(StrEnum):
    """What proves when a file was signed; else the signer's own clock says it."""

    STAMPED = "stamped"
    UNKNOWN_STAMP = "unknown_stamp"
    """A time stamp of somebody whom this office does not know."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignature:
    """One signature of a file. ``signed_at`` is the stamp's time, else what the signer says."""

    verdict: Verdict
    time_proof: TimeProof
    signer: str
    issuer: str
    signed_at: datetime | None
