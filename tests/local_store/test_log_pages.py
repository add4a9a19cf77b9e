"""Signing and locking the daily log: numbers, what stays as it was, and what may not be signed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from devices.papers.log_pdf import log_pdf
from local_store.home import OpenStore
from station.domain.clock_guard import WrongClockError
from station.domain.dossier import Dossier
from station.domain.events import DailyLogSigned, DossierCorrected, FeesCharged
from station.domain.events.lifecycle import Corrected
from station.forms.daily_log import DailyLog, LogSignature, daily_log, signed_log
from station.ports.officers import Officer, Role
from station.usecases.log_adjustments import adjustments_after, adjustments_on
from station.usecases.log_sums import sums_that_differ
from station.usecases.permissions import NotAllowedError
from station.usecases.sign_log import (
    LogChangedError,
    LogDayAheadError,
    LogNotSignedError,
    LogReader,
    LogSignedError,
    LogSumsDifferError,
    WrongOwnPasswordError,
    adjust_daily_log,
    sign_daily_log,
)
from tests.builders import FEE, MONDAY
from tests.fakes import FakeClock
from tests.local_store.homes import receive
from tests.paper_samples import OFFICE
from tests.station.money.counter import HANH, acting, fee

RIGHT = "right"
BINH = Officer(officer_id="truongbp", display_name="Lê Văn Bình", role=Role.SUPERVISOR)
TODAY = MONDAY.date()
EVENING = MONDAY + timedelta(hours=8)


class Office:
    """One store, a clock, and who signs."""

    def __init__(self, store: OpenStore) -> None:
        self.store, self.clock = store, FakeClock(EVENING)

    def read(self, on: date = TODAY, counter: int | None = None) -> DailyLog:
        return daily_log(
            self.store.queries.received_between(on, on, counter=counter),
            OFFICE,
            on=on,
            scope="Cả bộ phận",
            officer_name="Bình",
            printed_at=EVENING,
            adjustments=adjustments_on(
                on,
                counter,
                pages=self.store.log_pages,
                queries=self.store.queries,
                name_of=str,
            ),
        )

    def sign(
        self,
        on: date = TODAY,
        counter: int | None = None,
        *,
        officer: Officer = BINH,
        seen: DailyLog | None = None,
        password: str = RIGHT,
    ) -> DailyLogSigned:
        pages, queries = self.store.log_pages, self.store.queries
        return sign_daily_log(
            on,
            counter,
            seen=seen or self.read(on, counter),
            password=password,
            password_opens=lambda _, typed: typed == RIGHT,
            reader=LogReader(
                pages=pages,
                read=lambda: self.read(on, counter),
                differences=lambda: sums_that_differ(on, counter, pages=pages, queries=queries),
            ),
            acting=acting(self.store.unit_of_work(), officer, self.clock),
        )

    def printed_again(self, on: date = TODAY) -> DailyLog:
        signed = self.store.log_pages.page(on, None)
        assert signed is not None
        page = signed.page
        return signed_log(
            page,
            LogSignature(
                page=page.page, officer_name=page.officer_name, signed_at=signed.signed_at
            ),
            OFFICE,
            scope="Cả bộ phận",
            printed_at=EVENING,
            later=adjustments_after(
                signed, pages=self.store.log_pages, queries=self.store.queries, name_of=str
            ),
        )

    def act(self, dossier: Dossier, event: FeesCharged | DossierCorrected) -> None:
        with self.store.unit_of_work() as work:
            work.journal.append(
                event,
                dossier_id=dossier.dossier_id,
                officer_id="quay3",
                at=self.clock.now(),
                clock_source="fake",
            )
            work.project(dossier.dossier_id)
            work.commit()


@pytest.fixture
def office(store: OpenStore) -> Office:
    return Office(store)


MORE = FeesCharged(lines=(fee(5_000),), reason="thêm bản sao")


def test_a_signed_page_is_printed_again_as_it_was_and_later_acts_are_adjustments(
    office: Office,
) -> None:
    dossier = receive(office.store, and_then=FEE)
    looked_at = office.read()
    signed = office.sign(seen=looked_at)
    assert (signed.page, signed.officer_name) == ("NK-2026-0001", "Lê Văn Bình")
    assert len(signed.rows) == 1
    first = office.printed_again()
    pdf = log_pdf(first)

    office.clock.move(timedelta(minutes=10))  # the same day, after the lock
    office.act(dossier, MORE)
    again = office.printed_again()
    assert replace(again, later=()) == first
    assert log_pdf(again) == pdf
    (after_lock,) = again.later
    assert after_lock.text == "phí 15.000 → 20.000"

    office.clock.move(timedelta(days=1))  # Tuesday
    office.act(
        dossier,
        DossierCorrected(
            changes=Corrected(handling_agency="Sở Tư pháp"), reason="gõ nhầm", approval=None
        ),
    )
    with pytest.raises(LogNotSignedError):
        adjust_daily_log(
            TODAY + timedelta(days=1),
            None,
            text="thiếu một dòng",
            pages=office.store.log_pages,
            acting=acting(office.store.unit_of_work(), BINH, office.clock),
        )
    adjust_daily_log(
        TODAY,
        None,
        text="sổ giấy ghi nhầm số thứ tự",
        pages=office.store.log_pages,
        acting=acting(office.store.unit_of_work(), BINH, office.clock),
    )
    tuesday = office.sign(TODAY + timedelta(days=1))
    assert tuesday.page == "NK-2026-0002"
    assert [(one.page, one.text) for one in tuesday.adjustments] == [
        ("NK-2026-0001", "phí 15.000 → 20.000"),
        ("NK-2026-0001", "nơi giải quyết UBND cấp xã → Sở Tư pháp"),
        ("NK-2026-0001", "sổ giấy ghi nhầm số thứ tự"),
    ]
    assert replace(office.printed_again(), later=()) == first
    assert log_pdf(office.printed_again()) == pdf


def test_a_dossier_received_after_the_lock_stands_on_the_next_page(office: Office) -> None:
    receive(office.store)
    office.sign()
    office.clock.move(timedelta(minutes=5))
    receive(office.store, days=0)  # its moment is the morning's; its place in the journal is not

    late = office.printed_again()

    assert len(late.rows) == 1
    assert [one.text for one in late.later] == ["tiếp nhận sau khi khoá trang"]
    assert late.later[0].dossier_code.endswith("0301")
    assert office.read(TODAY + timedelta(days=1)).adjustments == late.later


def test_numbers_have_no_gap_and_a_page_is_signed_once_by_name(office: Office) -> None:
    receive(office.store)
    assert office.sign().page == "NK-2026-0001"
    with pytest.raises(LogSignedError) as refused:
        office.sign()
    assert refused.value.details == {
        "page": "NK-2026-0001",
        "officer_name": "Lê Văn Bình",
        "signed_at": "17:00 23/11/2026",
    }
    assert office.sign(counter=3).page == "NK-2026-0002"  # the refused one took no number

    with office.store._database.writing() as connection:
        connection.execute(text("DELETE FROM log_pages"))
    assert [problem.code for problem in office.store.care.check().problems] == ["STO-016"]
    office.store.care.rebuild()
    assert office.store.care.check().problems == ()
    receive(office.store, days=30)
    office.clock.move(timedelta(days=45))  # in the next year they begin anew
    assert office.sign(TODAY + timedelta(days=1)).page == "NK-2027-0001"


def test_who_may_sign_when_and_with_which_password(office: Office) -> None:
    receive(office.store)
    with pytest.raises(NotAllowedError):
        office.sign(officer=HANH)
    with pytest.raises(WrongOwnPasswordError):
        office.sign(password="wrong")
    with pytest.raises(LogDayAheadError):
        office.sign(TODAY + timedelta(days=1))
    office.clock.move(timedelta(days=-2))  # set back behind what the journal knows
    with pytest.raises(WrongClockError):
        office.sign()
    office.clock.at = MONDAY + timedelta(days=1)  # past midnight: the day that was asked is signed
    assert office.sign().on == TODAY
    assert office.store.log_pages.last_number(2026) == 1


def test_what_is_signed_is_what_was_looked_at(office: Office) -> None:
    receive(office.store)
    looked_at = office.read()
    receive(office.store)

    with pytest.raises(LogChangedError):
        office.sign(seen=looked_at)

    assert office.store.log_pages.page(TODAY, None) is None


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        ("DELETE FROM dossiers WHERE code LIKE '%0301'", ("dossiers", 2, 1)),
        (
            "UPDATE dossiers SET fees_total_vnd = 1 WHERE code LIKE '%0301'",
            ("fees", 30_000, 15_001),
        ),
        ("DELETE FROM till_entries", ("collected", 15_000, 0)),
    ],
)
def test_sums_that_differ_are_named_with_both_numbers_and_nothing_is_signed(
    office: Office, spoil: str, what: tuple[str, int, int]
) -> None:
    receive(office.store, and_then=FEE)
    receive(office.store)
    with office.store._database.writing() as connection:
        connection.execute(text(spoil))

    with pytest.raises(LogSumsDifferError) as refused:
        office.sign()

    found = {(one.what, one.journal, one.other) for one in refused.value.found}
    assert what in found
    assert office.store.log_pages.last_number(2026) == 0


def test_counters_that_have_not_sent_are_counted_on_the_page(office: Office) -> None:
    receive(office.store)
    receive(office.store, counter=2)

    assert office.sign().unsent == ((2, 1), (3, 1))


def test_an_adjustment_stands_on_one_page_only(office: Office) -> None:
    friday = TODAY - timedelta(days=3)
    dossier = receive(office.store, days=-3)
    assert office.sign(friday).page == "NK-2026-0001"
    office.act(dossier, MORE)

    monday = office.sign()
    office.clock.move(timedelta(days=1))

    assert [one.page_on for one in monday.adjustments] == [friday]
    assert office.read(TODAY + timedelta(days=1)).adjustments == ()
