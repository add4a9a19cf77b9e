"""Why a picture gave no card: what was seen, so that the officer knows what to try."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from devices.id_readers.qr.symbol_reader import Sighting
from devices.pictures import GrayPixels
from station.errors import StationError

_SEEN = 0.35
"""Agreement of the known modules above which a code was there, even if it was not read."""
_SMALLEST_MODULE = 2.0
"""Pixels."""
_LEAST_CONTRAST = 20
"""Gray levels between the dark and the light modules."""


class NoCardReadError(StationError):
    """No code of an ID card was found in the picture; its subclasses say what was found."""

    code = "ID-005"


class OnlyOtherCodesError(NoCardReadError):
    """The picture shows codes, none of an ID card."""

    code = "ID-008"

    def __init__(self, codes_seen: int) -> None:
        super().__init__(f"no ID card among {codes_seen} codes")
        self.codes_seen = codes_seen

    @property
    def details(self) -> dict[str, Any]:
        return {"codes_seen": self.codes_seen}


class CodeTooSmallError(NoCardReadError):
    """A code is there, but its modules are smaller than two pixels."""

    code = "ID-009"


class CodeTooDarkError(NoCardReadError):
    """A code is there, but dark and light are hardly apart: too little light, or glare."""

    code = "ID-010"


class CodeTooBlurredError(NoCardReadError):
    """A code is there, but too blurred, moved or worn."""

    code = "ID-011"


class CodeCutOffError(NoCardReadError):
    """A code is there, but not all of it is in the picture."""

    code = "ID-012"


class DecodersDisagreeError(StationError):
    """Two decoders read different things in the same picture, so neither is believed."""

    code = "ID-006"


class SeveralCardsError(StationError):
    """The picture shows the codes of more than one card: it cannot be known which is meant."""

    code = "ID-007"

    def __init__(self, cards: int) -> None:
        super().__init__(f"{cards} cards")
        self.cards = cards

    @property
    def details(self) -> dict[str, Any]:
        return {"cards": self.cards}


def why_unread(
    pixels: GrayPixels, codes_seen: int, sightings: Sequence[Sighting]
) -> NoCardReadError:
    """Tell what kept a picture from giving a card.

    Args:
        pixels: the picture.
        codes_seen: codes that were read and are from no card.
        sightings: codes that were located but not read.
    """
    best = max(sightings, key=lambda one: one.pose.agreement, default=None)
    if best is None or best.pose.agreement < _SEEN:
        return OnlyOtherCodesError(codes_seen) if codes_seen else NoCardReadError("no code")
    pose = best.pose
    size = pose.layout.size
    corners = pose.in_picture(np.array([(0, 0), (size, 0), (size, size), (0, size)], np.float64))
    height, width = pixels.shape
    if (corners < 0).any() or (corners > (width, height)).any():
        return CodeCutOffError("the code is not whole")
    if pose.module < _SMALLEST_MODULE:
        return CodeTooSmallError(f"{pose.module:.1f} pixels a module")
    if pose.contrast < _LEAST_CONTRAST:
        return CodeTooDarkError(f"{pose.contrast:.0f} gray levels")
    return CodeTooBlurredError(f"{pose.module:.1f} pixels a module")
