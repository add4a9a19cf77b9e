"""What was seen in a picture that gave no card, so that the officer knows what to try."""

from collections.abc import Sequence

import numpy as np

from devices.id_readers.qr.symbol_reader import Sighting
from devices.id_readers.unread import (
    CodeCutOffError,
    CodeTooBlurredError,
    CodeTooDarkError,
    CodeTooSmallError,
    NoCardReadError,
    OnlyOtherCodesError,
)
from devices.pictures import GrayPixels

_SEEN = 0.35
"""Agreement of the known modules above which a code was there, even if it was not read."""
_SMALLEST_MODULE = 2.0
"""Pixels."""
_LEAST_CONTRAST = 20
"""Gray levels between the dark and the light modules."""
_LEAST_RANGE = 60
"""Gray levels between ink and paper around them. A code that is blurred away has more: its finders
and its rim stay dark and light when its modules have run together."""


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
    dark, light = np.percentile(pose.part, (2, 98))
    if pose.contrast < _LEAST_CONTRAST and light - dark < _LEAST_RANGE:
        return CodeTooDarkError(f"{pose.contrast:.0f} gray levels")
    return CodeTooBlurredError(f"{pose.module:.1f} pixels a module")
