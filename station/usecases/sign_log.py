"""Ký và khoá trang nhật ký ngày, and what is noted about a page once it is locked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from station.domain.events import DailyLogAdjusted, DailyLogSigned
from station.domain.journal import VIETNAM
from station.domain.log_page import SumDifference, page_number
from station.errors import StationError
from station.forms.daily_log import DailyLog
from station.ports.log_pages import LogPages, SignedPage
from station.ports.officers import Officer
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require
from station.usecases.second_person import PasswordOpens
from station.usecases.stated_reasons import few_words

LONGEST_NOTE = 300


class LogSignedError(StationError):
    """The page is signed already; a page is signed once."""

    code = "LOG-001"

    def __init__(self, page: str, officer_name: str, signed_at: datetime) -> None:
        super().__init__(f"{page} is signed already")
        self.page, self.officer_name = page, officer_name
        self.signed_at = f"{signed_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"


class LogSumsDifferError(StationError):
    """Journal, lists and till do not give the same sums, so there is nothing to put a name to."""

    code = "LOG-002"

    def __init__(self, found: tuple[SumDifference, ...]) -> None:
        super().__init__(", ".join(f"{d.what}: {d.journal} / {d.other}" for d in found))
        self.found = found

    @property
    def details(self) -> dict[str, Any]:
        first = self.found[0]
        return {
            "what": first.what,
            "journal": first.journal,
            "other": first.other,
            "other_is": first.other_is,
        }


class LogChangedError(StationError):
    """Something was done since the page was looked at, so that it says something else now."""

    code = "LOG-003"

    def __init__(self, on: date) -> None:
        super().__init__(f"the page of {on} is not what was looked at")


class LogDayAheadError(StationError):
    """The day has not come yet."""

    code = "LOG-004"

    def __init__(self, on: date) -> None:
        super().__init__(f"{on} has not come")
        self.on = f"{on:%d/%m/%Y}"


class WrongOwnPasswordError(StationError):
    """The password that was typed is not that of the officer who signs."""

    code = "LOG-005"

    def __init__(self) -> None:
        super().__init__("not the signing officer's own password")


class LogNotSignedError(StationError):
    """The page is not signed, so there is nothing to adjust."""

    code = "LOG-006"

    def __init__(self, on: date) -> None:
        super().__init__(f"the page of {on} is not signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReader:
    """How the page of a day is read as it stands now."""

    pages: LogPages
    read: Callable[[], DailyLog]
    differences: Callable[[], tuple[SumDifference, ...]]


def sign_daily_log(
    on: date,
    counter: int | None,
    *,
    seen: DailyLog,
    password: str,
    password_opens: PasswordOpens,
    reader: LogReader,
    acting: Acting,
) -> DailyLogSigned:
    """Sign the page of a day as it is now, give it the next number, and lock it.

    The transaction holds the store's write lock, so that what the reader gives inside it is what
    is signed, and nobody takes the same number.

    Args:
        counter: None for the whole centre.
        seen: what the officer looked at.

    Raises:
        NotAllowedError: the officer's role does not include it.
        WrongOwnPasswordError, WrongClockError: nothing was done.
        LogDayAheadError: the day has not come.
        LogSignedError: somebody has signed it; the error says who and when.
        LogChangedError: it is not what was looked at.
        LogSumsDifferError: the sums do not agree.
    """
    officer = acting.officer
    require(officer, Act.SIGN_LOG)
    _require_own(password, officer, password_opens)
    with acting.work as work:
        now = now_in(acting)
        if on > now.astimezone(VIETNAM).date():
            raise LogDayAheadError(on)
        _require_unsigned(reader.pages.page(on, counter))
        if found := reader.differences():
            raise LogSumsDifferError(found)
        log = reader.read()
        if seen.says != log.says:
            raise LogChangedError(on)
        year = now.astimezone(VIETNAM).year
        number = reader.pages.last_number(year) + 1
        signed = DailyLogSigned(
            page=page_number(year, number),
            number=number,
            on=on,
            counter=counter,
            officer_name=officer.display_name,
            rows=log.rows,
            channels=log.channels,
            not_received=log.not_received,
            guided=log.guided,
            unsent=log.unsent,
            adjustments=log.adjustments,
        )
        note(acting, signed, dossier_id=None, at=now)
        work.commit()
    return signed


def adjust_daily_log(
    on: date, counter: int | None, *, text: str, pages: LogPages, acting: Acting
) -> DailyLogAdjusted:
    """Note something about a locked page; it stands with the day on which it is noted.

    Raises:
        NotAllowedError: the officer's role does not include it.
        NoFewWordsError: nothing was said.
        LogNotSignedError: the page is not locked.
        WrongClockError: nothing was done.
    """
    require(acting.officer, Act.SIGN_LOG)
    stated = few_words(clean(text)[:LONGEST_NOTE])
    with acting.work as work:
        signed = pages.page(on, counter)
        if signed is None:
            raise LogNotSignedError(on)
        adjusted = DailyLogAdjusted(
            page=signed.page.page,
            on=on,
            counter=counter,
            text=stated,
            officer_name=acting.officer.display_name,
        )
        note(acting, adjusted, dossier_id=None, at=now_in(acting))
        work.commit()
    return adjusted


def _require_own(password: str, officer: Officer, opens: PasswordOpens) -> None:
    if not opens(officer.officer_id, password):
        raise WrongOwnPasswordError


def _require_unsigned(signed: SignedPage | None) -> None:
    if signed is not None:
        raise LogSignedError(signed.page.page, signed.page.officer_name, signed.signed_at)
