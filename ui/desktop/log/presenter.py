"""Shows the log of a day, prints it and saves it as a file."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from station.domain.log_page import SumDifference
from station.forms.daily_log import DailyLog
from station.usecases.sign_log import LogChangedError, LogSignedError, WrongOwnPasswordError
from station.words import Language, numeric_date
from ui.desktop.log import words as w
from ui.desktop.log.lines import log_sheet, sign_question, sums_sentence
from ui.desktop.log.view_model import CENTRE, LogView
from ui.desktop.preview.sources import Drawn, FixedSource, PaperSource
from ui.desktop.problems import words_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks
from ui.desktop.typed_text import typed_date

_PDF = "pdf"
_LONGEST = timedelta(days=365)
"""From the first to the last day of a register: a year, as the book is opened for one."""


class LogDesk(Protocol):
    """What the page needs of the desk. Every call waits for the disk or the printer."""

    @property
    def may_sign(self) -> bool: ...

    def daily_log(self, on: date, *, centre: bool) -> DailyLog: ...

    def sums_that_differ(self, on: date, *, centre: bool) -> Sequence[SumDifference]: ...

    def sign(self, seen: DailyLog, password: str, *, centre: bool) -> DailyLog: ...

    def adjust(self, on: date, text: str, *, centre: bool) -> None: ...

    def log_file(self, log: DailyLog, kind: str) -> bytes: ...

    def print_log(self, log: DailyLog) -> str: ...


class Register(Protocol):
    """The register of a period (mẫu 07)."""

    def register_pdf(self, first: date, last: date, *, centre: bool) -> bytes: ...

    def print_register(self, first: date, last: date, *, centre: bool) -> str: ...


class LogPresenter:
    """The daily log of one officer: a counter officer begins with the counter, a supervisor with
    the whole centre."""

    def __init__(
        self,
        view: LogView,
        *,
        desk: LogDesk,
        register: Register,
        counter: int,
        centre: bool,
        now: Callable[[], datetime],
        preview: Callable[[PaperSource], object],
        store_worker: Tasks,
        file_worker: Tasks,
        language: Language,
    ) -> None:
        self._view = view
        self._desk = desk
        self._register = register
        self._counter = w.COUNTER_NAME[language].format(number=counter)
        self._centre = centre
        self._now = now
        self._preview = preview
        self._store_worker, self._file_worker = store_worker, file_worker
        self._language: Language = language
        self._on: date | None = None
        self._log: DailyLog | None = None
        self._asked: tuple[DailyLog, bool] | None = None
        """The page, and its scope, that the officer was asked to sign: whatever comes in between,
        midnight too, this one is signed or none."""
        self._busy = False
        self._keep_problem = False  # what was said stays over the page that is read anew for it

    def refresh(self) -> None:
        """Read the day that is shown anew; today, unless the officer went to another one."""
        wanted = self._wanted()
        self._store_worker.run(
            partial(self._read, wanted), done=partial(self._show, wanted), failed=self._fail
        )

    def _read(self, wanted: tuple[date, bool]) -> DailyLog:
        on, centre = wanted
        return self._desk.daily_log(on, centre=centre)

    def left(self) -> dict[str, Any]:
        """Give which page is shown; today's goes on with the calendar."""
        return {"on": self._on.isoformat() if self._on else "", "centre": self._centre}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Turn to that page again."""
        with suppress(ValueError):
            self._on = min(date.fromisoformat(str(left.get("on"))), self._today())
        self._centre = bool(left.get("centre", self._centre))

    def on_stepped(self, days: int) -> None:
        """Go so many days on, or back; never past today."""
        self._go_to((self._on or self._today()) + timedelta(days=days))

    def on_day_typed(self, text: str) -> None:
        """Go to a day; today where nothing is typed."""
        day = typed_date(text) if text.strip() else self._today()
        if day is None or day > self._today():
            self._view.show_problem(w.BAD_DAY[self._language])
            return
        self._go_to(day)

    def on_scope(self, scope: str) -> None:
        """Show this counter, or the whole centre."""
        self._centre = scope == CENTRE
        self.refresh()

    def on_print(self) -> None:
        """Show the log as it prints."""
        log, desk = self._log, self._desk
        if log is not None:
            self._preview(
                FixedSource(
                    title=w.TITLE[self._language].format(day=numeric_date(log.on)),
                    code=f"nhat-ky-{log.on}",
                    draws=lambda: Drawn(desk.log_file(log, _PDF)),
                    puts=lambda _: desk.print_log(log),
                )
            )

    def on_sign(self) -> None:
        """Ask whether the page that is shown is to be signed and locked."""
        log = self._log
        if log is None or log.signature is not None or not self._desk.may_sign:
            return
        self._asked = (log, self._centre)
        self._view.ask_signature(sign_question(log, self._language))

    def on_password(self, password: str) -> None:
        """Sign the page that was asked about."""
        asked = self._asked
        if asked is None or self._busy:
            return
        self._set_busy(True)
        log, centre = asked
        self._store_worker.run(
            lambda: self._desk.sign(log, password, centre=centre),
            done=self._signed,
            failed=self._not_signed,
        )

    def on_adjustment(self, text: str) -> None:
        """Note something about the locked page that is shown."""
        log, centre = self._log, self._centre
        if log is None or log.signature is None or self._busy:
            return
        page = log.signature.page

        def noted(_: None) -> None:
            self._view.end_question()
            self._tell(w.NOTED[self._language].format(page=page))

        self._set_busy(True)
        self._store_worker.run(
            lambda: self._desk.adjust(log.on, text, centre=centre),
            done=noted,
            failed=self._not_noted,
        )

    def on_register(self, first_typed: str, last_typed: str) -> None:
        """Show the register of a period as it prints, of the scope that is looked at."""
        first, last = typed_date(first_typed), typed_date(last_typed)
        if (
            first is None
            or last is None
            or not timedelta(0) <= last - first <= _LONGEST
            or last > self._today()
        ):
            self._view.show_problem(w.BAD_PERIOD[self._language])
            return
        self._view.show_problem("")
        register, centre = self._register, self._centre
        title = w.REGISTER[self._language].format(
            first=numeric_date(first), last=numeric_date(last)
        )
        self._preview(
            FixedSource(
                title=title,
                code=f"so-theo-doi-{first}-{last}",
                draws=lambda: Drawn(register.register_pdf(first, last, centre=centre)),
                puts=lambda _: register.print_register(first, last, centre=centre),
            )
        )

    def on_save(self, path: str) -> None:
        """Save the log as what the name of the file asks for: PDF, XLSX, CSV."""
        log, target = self._log, Path(path)
        if log is None:
            return
        kind = target.suffix.lstrip(".").lower()

        def write() -> None:
            target.write_bytes(self._desk.log_file(log, kind))

        self._file_worker.run(
            write,
            done=lambda _: self._view.show_done(w.SAVED[self._language].format(path=target)),
            failed=lambda error: self._cannot_save(target, error),
        )

    def _go_to(self, day: date) -> None:
        today = self._today()
        self._on = day if day < today else None  # the page of today goes on with the calendar
        self.refresh()

    def _wanted(self) -> tuple[date, bool]:
        return self._on or self._today(), self._centre

    def _show(self, wanted: tuple[date, bool], log: DailyLog) -> None:
        if wanted != self._wanted():
            return  # the officer has gone on
        self._log = log
        if not self._keep_problem:
            self._view.show_problem("")
        self._keep_problem = False
        self._view.show_sheet(
            log_sheet(
                log,
                centre=self._centre,
                counter=self._counter,
                today=self._today(),
                may_sign=self._desk.may_sign,
                language=self._language,
            )
        )

        if log.signature is None and self._desk.may_sign:
            self._store_worker.run(
                lambda: self._desk.sums_that_differ(log.on, centre=wanted[1]),
                done=lambda found: self._compared(found, log),
                failed=self._fail,
            )

    def _compared(self, found: Sequence[SumDifference], log: DailyLog) -> None:
        if log is self._log:
            self._view.show_sums(sums_sentence(found, self._language))

    def _signed(self, log: DailyLog) -> None:
        self._asked = None
        self._view.end_question()
        page = log.signature.page if log.signature is not None else ""
        self._tell(w.LOCKED[self._language].format(page=page))

    def _tell(self, said: str) -> None:
        wanted = self._wanted()
        show_then_say(
            self._store_worker,
            partial(self._read, wanted),
            show=partial(self._show, wanted),
            said=said,
            say=self._say_done,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _say_done(self, said: str) -> None:
        self._set_busy(False)
        self._view.show_done(said)

    def _not_noted(self, error: Exception) -> None:
        self._set_busy(False)
        self._fail(error)

    def _not_signed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, WrongOwnPasswordError):
            self._view.refuse_password(w.WRONG_PASSWORD[self._language])
            return
        self._asked = None
        self._view.end_question()
        self._fail(error)
        if isinstance(error, LogSignedError | LogChangedError):
            self._keep_problem = True
            self.refresh()

    def _cannot_save(self, path: Path, error: Exception) -> None:
        if isinstance(error, OSError):
            words = w.CANNOT_SAVE[self._language]
            self._view.show_problem(words.format(path=path, cause=error.strerror or "OSError"))
        else:
            self._fail(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))

    def _today(self) -> date:
        return self._now().date()
