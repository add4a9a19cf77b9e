"""What signing the daily log needs to know of its pages and of the facts of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from station.domain.events import DailyLogSigned
from station.domain.journal import JournalEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPage:
    """A page that was signed, whole as it was then."""

    sequence: int
    """Of its signing in the journal: what comes after it is an adjustment."""
    signed_at: datetime
    officer_id: str
    page: DailyLogSigned


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark:
    """That a day of a scope was signed, without what stands on the page."""

    sequence: int
    page: str
    on: date


class LogPages(Protocol):
    """The signed pages of the daily log. ``counter`` None is the page of the whole centre."""

    def page(self, on: date, counter: int | None) -> SignedPage | None:
        """Give the signed page of a day; None while nobody has signed it."""
        ...

    def marks(self, counter: int | None, *, until: date) -> Sequence[PageMark]:
        """Give which days of a scope are signed, up to a day, in the order of the days."""
        ...

    def last_number(self, year: int) -> int:
        """Give the highest number of a page in a year; 0 before the first."""
        ...

    def entries_of_day(self, on: date) -> Sequence[JournalEntry]:
        """Give every entry of the journal that was made on a day, in its order."""
        ...

    def collected_by_till(self, on: date) -> int:
        """Give what the till has as collected on a day, in đồng, before refunds and voids."""
        ...
