"""What is to be made of clean pages: plain data that crosses to the process that makes it."""

from dataclasses import dataclass

from devices.page_pipeline.result import CleanPage
from station.forms.copy_purpose import CopyPurpose

Box = tuple[int, int, int, int]
"""Left, top, width, height in ten-thousandths of the page, before it is turned."""


@dataclass(frozen=True, slots=True)
class Side:
    """One clean page and what an officer did to it."""

    page: CleanPage
    turns: int = 0
    """Quarter turns clockwise."""
    masks: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRecipe:
    """One sheet of a document: a page, or two sides of a card on one A4."""

    front: Side
    back: Side | None = None
    purpose: CopyPurpose | None = None
    """What the copy of both sides says of itself; None: nothing."""
