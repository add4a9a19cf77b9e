"""Trang quét: one scanned page at the scan desk, how it looks and where it lies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Self
from uuid import UUID

from station.errors import StationError

FULL = 10_000
"""Masks are measured in ten-thousandths of the page's width and height."""


class PageActError(StationError):
    """This cannot be done with this page now; nothing was changed."""

    code = "SCN-020"

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class SideCountError(StationError):
    """There are not as many backs as fronts, so that nobody knows which belong together."""

    code = "SCN-021"

    def __init__(self, fronts: int, backs: int) -> None:
        super().__init__(f"{fronts} fronts, {backs} backs")
        self.fronts, self.backs = fronts, backs


class PlaceKind(StrEnum):
    """Where a page can lie."""

    ROW = "row"
    """It belongs to a paper of the checklist."""
    TRAY = "tray"
    """Chưa xếp: it came, and nobody said yet what it is."""
    BASKET = "basket"
    """Giỏ rác: set aside; it can be taken back as long as the draft is open."""
    INSIDE = "inside"
    """It is the second side on another page's sheet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies. ``row`` is the key of a checklist row, ``page`` the other page."""

    kind: PlaceKind
    row: str = ""
    page: UUID | None = None


TRAY, BASKET = Place(PlaceKind.TRAY), Place(PlaceKind.BASKET)


def in_row(key: str) -> Place:
    """Give the place of a page that belongs to a paper of the checklist."""
    return Place(PlaceKind.ROW, row=key)


class PageForm(StrEnum):
    """What is shown and filed of a page."""

    CLEAN = "clean"
    """As the pipeline made it: straight, white, the right way up."""
    AS_SCANNED = "as_scanned"
    """As it came: every step of the pipeline is undone."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A rectangle whose pixels are gone in what is filed, on the page before it is turned."""

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        """
        Raises:
            ValueError: it has no area, or reaches beyond the page.
        """
        if self.width <= 0 or self.height <= 0 or self.left < 0 or self.top < 0:
            raise ValueError(self)
        if self.left + self.width > FULL or self.top + self.height > FULL:
            raise ValueError(self)

    def turned_back(self, turns: int) -> "Mask":
        """Give the same rectangle on the page before it was turned clockwise by quarter turns."""
        left, top, width, height = self.left, self.top, self.width, self.height
        for _ in range(turns % 4):
            left, top, width, height = top, FULL - left - width, height, width
        return Mask(left, top, width, height)


Point = tuple[int, int]
"""From the left and from the top, in ten-thousandths of a picture's width and height."""
_SMALLEST_SHEET = 0.02
"""The share of a photograph that its sheet has at least; less is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Corners:
    """The corners of the sheet on a photograph as it came: upper left, then clockwise."""

    points: tuple[Point, Point, Point, Point]

    def __post_init__(self) -> None:
        """
        Raises:
            ValueError: one lies outside, or they are those of no sheet.
        """
        if not all(0 <= at <= FULL for point in self.points for at in point):
            raise ValueError(self)
        around = [(self.points[n - 2], self.points[n - 1], self.points[n]) for n in range(4)]
        bends = [
            (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) for a, b, c in around
        ]
        if min(bends) <= 0 or self._area() < _SMALLEST_SHEET * FULL * FULL:
            raise ValueError(self)

    def _area(self) -> float:
        sides = zip(self.points, (*self.points[1:], self.points[0]), strict=True)
        return sum(a[0] * b[1] - a[1] * b[0] for a, b in sides) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """A page at one moment. ``order`` is its place among all; no two pages ever share one."""

    place: Place
    order: Fraction
    turns: int = 0
    """Quarter turns clockwise, on top of what the pipeline did."""
    masks: tuple[Mask, ...] = ()
    form: PageForm = PageForm.CLEAN
    starts: bool = False
    """Another document of its row begins with it."""
    back: UUID | None = None
    """The page that is the second side on its sheet."""
    corners: Corners | None = None
    """Of the sheet on a photograph, set by hand; None: they are found."""
    accepted: bool = False
    """The officer has seen what is wrong with it, and keeps it."""
    says_purpose: bool = True
    """While two sides of a card lie on its sheet, the copy says for good what it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """A page and its history. ``past`` and ``future`` have the nearest state last."""

    page_id: UUID
    state: PageState
    past: tuple[PageState, ...] = ()
    future: tuple[PageState, ...] = ()

    @property
    def touched(self) -> bool:
        """Tell whether anything was done to it since it came."""
        return bool(self.past)

    @property
    def states(self) -> tuple[PageState, ...]:
        """Everything it was, is, or may be again."""
        return (*self.past, self.state, *self.future)

    def in_rows(self, moved: Mapping[str, str]) -> Self:
        """Give it as it lies, and ever lay, when rows have other keys; see ``change_rows``."""

        def there(state: PageState) -> PageState:
            place = state.place
            if place.kind is not PlaceKind.ROW:
                return state
            return replace(state, place=in_row(moved[place.row]) if place.row in moved else TRAY)

        past, future = map(there, self.past), map(there, self.future)
        return replace(self, state=there(self.state), past=tuple(past), future=tuple(future))
