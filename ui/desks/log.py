"""What a desk does with the daily log: read a day, sign and lock it, adjust it, put it on paper."""

from collections.abc import Sequence
from datetime import date

from station.domain.log_page import SumDifference, page_number
from station.errors import StationError
from station.forms.daily_log import DailyLog, LogSignature, daily_log, signed_log
from station.forms.office import office_on
from station.forms.wording import counter_name
from station.ports.log_pages import SignedPage
from station.ports.papers import LogKind
from station.usecases.guide_visitor import guided_on
from station.usecases.log_adjustments import adjustments_after, adjustments_on
from station.usecases.log_sums import sums_that_differ
from station.usecases.permissions import Act, may
from station.usecases.sign_log import LogReader, adjust_daily_log, sign_daily_log
from ui.desks.acting import acting_of
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts


class UnknownLogKindError(StationError):
    """The daily log is not written as this kind of file."""

    code = "PAP-010"

    def __init__(self, kind: str) -> None:
        super().__init__(f"no log as {kind!r}")
        self.kind, self.kinds = kind, tuple(LogKind)


class LogDesk:
    """The daily log for one signed-in officer."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    @property
    def may_sign(self) -> bool:
        """Tell whether this officer's role includes signing a page."""
        return may(self._ports.officer, Act.SIGN_LOG)

    def daily_log(self, on: date, *, centre: bool) -> DailyLog:
        """Give the reception log of a day, of this counter or of all that share the store: as it
        was signed, or as it stands while nobody has signed it."""
        with self._ports.store.one_state():
            signed = self._ports.store.log_pages.page(on, self._counter(centre))
            return self._as_signed(signed) if signed else self._as_it_stands(on, centre=centre)

    def sums_that_differ(self, on: date, *, centre: bool) -> Sequence[SumDifference]:
        """Give the sums of a day that journal, lists and till do not give alike."""
        store = self._ports.store
        with store.one_state():
            return sums_that_differ(
                on, self._counter(centre), pages=store.log_pages, queries=store.queries
            )

    def sign(self, seen: DailyLog, password: str, *, centre: bool) -> DailyLog:
        """Sign and lock the page that was looked at; see ``sign_daily_log``."""
        store, on, counter = self._ports.store, seen.on, self._counter(centre)
        sign_daily_log(
            on,
            counter,
            seen=seen,
            password=password,
            password_opens=self._ports.password_opens,
            reader=LogReader(
                pages=store.log_pages,
                read=lambda: self._as_it_stands(on, centre=centre),
                differences=lambda: sums_that_differ(
                    on, counter, pages=store.log_pages, queries=store.queries
                ),
            ),
            acting=acting_of(self._ports),
        )
        return self.daily_log(on, centre=centre)

    def adjust(self, on: date, text: str, *, centre: bool) -> None:
        """Note something about a locked page; see ``adjust_daily_log``."""
        adjust_daily_log(
            on,
            self._counter(centre),
            text=text,
            pages=self._ports.store.log_pages,
            acting=acting_of(self._ports),
        )

    def log_file(self, log: DailyLog, kind: str) -> bytes:
        """Give the log as a file.

        Raises:
            UnknownLogKindError: it is not written as this kind.
        """
        if kind not in tuple(LogKind):
            raise UnknownLogKindError(kind)
        return self._ports.papers.log_file(log, LogKind(kind))

    def print_log(self, log: DailyLog) -> str:
        """Print the log, and give the printer's name.

        Raises:
            NoPrinterError: no page printer is set up.
            StationError: why the printer did not take it.
        """
        return print_pages(
            self._ports.devices,
            lambda: self.log_file(log, LogKind.PDF),
            form="log",
            sheet="a4-landscape",
            title=f"nhat-ky-{log.on}",
        )

    def _as_it_stands(self, on: date, *, centre: bool) -> DailyLog:
        ports, counter = self._ports, self._counter(centre)
        queries, pages, now = ports.store.queries, ports.store.log_pages, ports.clock.now()
        return daily_log(
            queries.received_between(on, on, counter=counter),
            office_on(ports.settings.offices, on),
            on=on,
            scope=self._scope(counter),
            guided=guided_on(on, queries, counter=counter),
            officer_name=ports.officer.display_name,
            printed_at=now,
            adjustments=adjustments_on(
                on, counter, pages=pages, queries=queries, name_of=self._name_of
            ),
            next_page=page_number(now.year, pages.last_number(now.year) + 1),
        )

    def _as_signed(self, signed: SignedPage) -> DailyLog:
        ports, page = self._ports, signed.page
        signature = LogSignature(
            page=page.page, officer_name=page.officer_name, signed_at=signed.signed_at
        )
        return signed_log(
            page,
            signature,
            office_on(ports.settings.offices, page.on),
            scope=self._scope(page.counter),
            printed_at=ports.clock.now(),
            later=adjustments_after(
                signed,
                pages=ports.store.log_pages,
                queries=ports.store.queries,
                name_of=self._name_of,
            ),
        )

    def _counter(self, centre: bool) -> int | None:
        return None if centre else self._ports.settings.station_number

    def _scope(self, counter: int | None) -> str:
        return "Cả bộ phận" if counter is None else counter_name(counter)

    def _name_of(self, officer_id: str) -> str:
        officer = self._ports.store.officers.get(officer_id)
        return officer.display_name if officer else officer_id
