"""What the digital signatures of a brought file are worth, in one sentence. Free of Qt."""

from collections.abc import Sequence
from typing import Final

from station.domain.signatures import FoundSignature, Verdict
from station.words import Language
from ui.desktop.kit.tone import Tone
from ui.signature_words import in_words

_TONES: Final = {
    Verdict.BROKEN: Tone.ERR,
    Verdict.EXPIRED: Tone.WARN,
    Verdict.UNKNOWN_SIGNER: Tone.WARN,
    Verdict.VALID: Tone.OK,
}
"""The worst first."""


def signed_words(
    signatures: Sequence[FoundSignature], language: Language
) -> tuple[str, Tone] | None:
    """Say it of the worst one, and how many there are; None where nobody signed."""
    if not signatures:
        return None
    worst = worst_of(signatures)
    more = f" ({len(signatures)})" if len(signatures) > 1 else ""
    return in_words(worst, language) + more, _TONES[worst.verdict]


def worst_of(signatures: Sequence[FoundSignature]) -> FoundSignature:
    """Give the one of several signatures that is worth least."""
    order = list(_TONES)
    return min(signatures, key=lambda one: order.index(one.verdict))
