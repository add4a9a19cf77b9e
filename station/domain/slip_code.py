"""The signed QR text of an appointment slip, and the four-letter lookup code.

The text is ``TMC1:{code}:{version}:{counter}:{due yyMMddHHmm}:`` followed by the base45 of an
Ed25519 signature over everything before it, the last colon included. It needs capital letters,
digits and ``$%*+-./:`` and space only, so a QR holds it in its alphanumeric mode and readers that
know no binary still deliver it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol
from uuid import UUID

import base45

from station.domain.ids import BadDossierCodeError, DossierCode
from station.domain.journal import VIETNAM

_SCHEME = "TMC1"
_SIGNATURE_BYTES = 64
_LONGEST_TEXT = 200
_DUE = "%y%m%d%H%M"
_TEXT = re.compile(
    rf"(?P<signed>{_SCHEME}:(?P<code>[0-9A-Z.\-]+):(?P<version>[1-9]\d{{0,2}})"
    r":(?P<counter>\d{2,3}):(?P<due>\d{10}):)(?P<signature>[0-9A-Z $%*+\-./:]+)",
    re.ASCII,
)
_LOOKUP_LETTERS = "ACDEFGHJKLMNPQRTUVWXY3479"
"""Without 0 and O, 1 and I, 2 and Z, 5 and S, 6 (like G), 8 and B."""
_LOOKUP_LENGTH = 4

Sign = Callable[[bytes], bytes]
"""Gives the 64-byte Ed25519 signature of a message."""
Verify = Callable[[bytes, bytes], bool]
"""Tells whether (signature, message) belong together under one public key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFacts:
    """What one slip promises. ``due_at`` counts to the minute."""

    dossier_code: DossierCode
    version: int
    counter: int
    due_at: datetime

    @property
    def signed_text(self) -> str:
        """The part of the QR text that the signature covers."""
        due = self.due_at.astimezone(VIETNAM).strftime(_DUE)
        return f"{_SCHEME}:{self.dossier_code}:{self.version}:{self.counter:02d}:{due}:"


class KeyLookup(Protocol):
    """The public keys of a counter, the retired ones included; none when it is not known."""

    def __call__(self, agency: str, counter: int) -> Sequence[Verify]: ...


class SlipJudgement(StrEnum):
    """What can be said of a slip from its QR alone."""

    GENUINE = "genuine"
    FORGED = "forged"
    UNKNOWN_KEY = "unknown_key"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class SlipVerdict:
    """A judgement, and the facts as the QR states them; no facts when it is malformed.

    Only a genuine slip's facts may be believed.
    """

    judgement: SlipJudgement
    facts: SlipFacts | None = None


def sign_slip(facts: SlipFacts, sign: Sign) -> str:
    """Give the QR text of a slip."""
    signed = facts.signed_text
    signature: bytes = base45.b45encode(sign(signed.encode("ascii")))
    return signed + signature.decode("ascii")


def verify_slip(text: str, keys: KeyLookup) -> SlipVerdict:
    """Judge the QR text of a slip, as a reader delivered it.

    Lower case (a reader behind Caps Lock) and white space around the text are mended: letter case
    carries nothing in base45, and whole triples of it never end with a space.
    """
    parsed = _parse(text)
    if parsed is None:
        return SlipVerdict(SlipJudgement.MALFORMED)
    facts, message, signature = parsed
    known = keys(facts.dossier_code.agency, facts.counter)
    if not known:
        return SlipVerdict(SlipJudgement.UNKNOWN_KEY, facts)
    genuine = any(verify(signature, message) for verify in known)
    return SlipVerdict(SlipJudgement.GENUINE if genuine else SlipJudgement.FORGED, facts)


def _parse(text: str) -> tuple[SlipFacts, bytes, bytes] | None:
    if len(text) > _LONGEST_TEXT:
        return None
    found = _TEXT.fullmatch(text.strip().upper())
    if found is None:
        return None
    try:
        signature = base45.b45decode(found["signature"])
        facts = SlipFacts(
            dossier_code=DossierCode.parse(found["code"]),
            version=int(found["version"]),
            counter=int(found["counter"]),
            due_at=datetime.strptime(found["due"], _DUE).replace(tzinfo=VIETNAM),
        )
    except (ValueError, BadDossierCodeError):
        return None
    if len(signature) != _SIGNATURE_BYTES:
        return None
    return facts, found["signed"].encode("ascii"), signature


def lookup_code(dossier_id: UUID) -> str:
    """Give the mã tra cứu: four letters that are hard to misread, always the same per dossier.

    It cannot be worked out from anything else on the slip, for the slip does not bear the id.
    """
    number = int.from_bytes(sha256(b"lookup:" + dossier_id.bytes).digest()[:8], "big")
    letters = []
    for _ in range(_LOOKUP_LENGTH):
        number, place = divmod(number, len(_LOOKUP_LETTERS))
        letters.append(_LOOKUP_LETTERS[place])
    return "".join(letters)
