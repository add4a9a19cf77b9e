"""What a page offers so that its officer is where he was, after a power cut."""

from collections.abc import Mapping
from typing import Any, Protocol


class LeftPart(Protocol):
    """One page, as far as it is not known from the store what was looked at on it."""

    def left(self) -> dict[str, Any]:
        """Give what is looked at, as plain values; nothing where that cannot be found again."""
        ...

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Look at it again; what ``left`` of another version says is passed over."""
        ...
