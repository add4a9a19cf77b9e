"""Facts about who looked at what is hidden on the screen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class SeenFor(StrEnum):
    """What the numbers were shown for."""

    READING = "reading"
    CORRECTING = "correcting"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersRevealed:
    """Hiện số giấy tờ: an officer had the whole numbers of a dossier's people shown.

    The numbers themselves are not said here.
    """

    version: ClassVar[int] = 1

    officer_name: str
    seen_for: SeenFor = SeenFor.READING
