"""N14: the computer's clock is wrong. What is known puts it right; else an officer says the day."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from station.domain.clock_guard import (
    SMALL_STEP,
    BadDayError,
    Contact,
    Correction,
    DayBeforeJournalError,
    FarDayError,
    Witnesses,
    WrongClockError,
    read_correction,
    stated_moment,
)
from station.domain.events import ClockConfirmed, from_payload
from station.domain.journal import VIETNAM
from station.ports.officers import Officer, Role
from station.usecases.confirm_clock import confirm_clock
from station.usecases.permissions import NotAllowedError
from station.usecases.station_clock import StationClock
from tests.fake_work import FakeWork
from tests.fakes import MONDAY, FakeClock

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
BUILT = datetime(2026, 11, 1, tzinfo=VIETNAM)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Machine:
    """A computer with a clock that anybody can set, and one that nobody can."""

    def __init__(self, shows: datetime = MONDAY) -> None:
        self.clock = FakeClock(shows)
        self.passed = 0.0
        self.station = StationClock(self.clock, steady=lambda: self.passed)

    def wait(self, by: timedelta) -> None:
        self.clock.move(by)
        self.passed += by.total_seconds()

    def set_by(self, by: timedelta) -> None:
        self.clock.move(by)

    def trusted(self, **known: object) -> datetime:
        return self.station.trusted(Witnesses(built_at=BUILT, **known))  # type: ignore[arg-type]


def met(at: datetime, offset: timedelta) -> Contact:
    return Contact(at, offset)


@pytest.mark.parametrize(
    ("offset", "source"),
    [
        (HOUR, "server-corrected +3600s"),
        (-DAY, "server-corrected -86400s"),
        (timedelta(minutes=10, seconds=1), "server-corrected +601s"),
        (timedelta(minutes=10), "fake"),
        (timedelta(0), "fake"),
    ],
)
def test_n14_what_is_more_than_ten_minutes_off_the_server_is_corrected(
    offset: timedelta, source: str
) -> None:
    machine = Machine()

    at = machine.trusted(contact=met(MONDAY - HOUR, offset))

    corrected = source != "fake"
    assert at == MONDAY + offset * corrected
    assert machine.station.now() == at
    assert machine.station.source == source
    assert at - read_correction(source).offset == MONDAY  # the journal keeps both


@pytest.mark.parametrize(
    ("shows", "known", "witness"),
    [
        (datetime(2019, 1, 1, tzinfo=VIETNAM), {}, "program"),
        (MONDAY, {"last_at": MONDAY + HOUR}, "journal"),
        (MONDAY - HOUR, {"last_at": MONDAY, "contact": met(MONDAY, timedelta(0))}, "journal"),
        (MONDAY + timedelta(days=32), {"last_at": MONDAY}, "rest"),
        (MONDAY + 60 * DAY, {"last_at": MONDAY, "contact": met(MONDAY + 20 * DAY, -DAY)}, "rest"),
        (MONDAY + DAY, {"last_at": MONDAY, "last_source": "officer-confirmed +7200s"}, "corrected"),
        (
            MONDAY,
            {"last_at": MONDAY + DAY, "contact": met(MONDAY, timedelta(minutes=20))},
            "journal",
        ),
    ],
    ids=[
        "before-the-program",
        "set-back",
        "set-back-since-contact",
        "a-year-on",
        "though-met",
        "next-day",
        "x",
    ],
)
def test_n14_a_clock_that_nobody_can_put_right_stamps_nothing(
    shows: datetime, known: dict[str, object], witness: str
) -> None:
    machine = Machine(shows)

    with pytest.raises(WrongClockError) as caught:
        machine.trusted(**known)

    assert caught.value.witness == witness
    assert machine.station.source == "fake"


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"last_at": MONDAY - timedelta(days=3)},
        {"last_at": MONDAY, "contact": met(MONDAY, timedelta(0))},
        {"last_at": MONDAY + SMALL_STEP - timedelta(seconds=1)},
    ],
)
def test_a_clock_that_contradicts_nothing_is_believed_and_never_runs_backwards(
    known: dict[str, datetime],
) -> None:
    assert Machine().trusted(**known) == max(MONDAY, known.get("last_at", MONDAY))


def test_n14_two_weeks_of_holidays_put_no_clock_in_doubt() -> None:
    assert Machine(MONDAY + timedelta(days=16)).trusted(last_at=MONDAY) == MONDAY + timedelta(16)


@pytest.mark.parametrize("month", range(1, 13))
def test_n14_a_clock_that_is_one_month_ahead_is_not_believed(month: int) -> None:
    """Somebody set the month wrong: every promise would be a month late, and none taken back."""
    last = datetime(2027, month, 3, 16, 40, tzinfo=VIETNAM)
    ahead = datetime(2027 + month // 12, month % 12 + 1, 4, 7, 30, tzinfo=VIETNAM)

    with pytest.raises(WrongClockError) as caught:
        Machine(ahead).trusted(last_at=last)

    assert caught.value.witness == "rest"


def test_n14_what_an_officer_confirmed_holds_for_that_day_and_no_other() -> None:
    machine = Machine(MONDAY - 2 * HOUR)
    known = {"last_at": MONDAY, "last_source": "officer-confirmed +7200s"}

    same_day = machine.trusted(**known)
    machine.wait(DAY)

    assert same_day == MONDAY
    with pytest.raises(WrongClockError):
        machine.trusted(**known)


def test_n14_a_clock_that_is_put_right_while_the_program_looks_is_not_corrected_twice() -> None:
    machine = Machine(MONDAY - HOUR)
    said = {"last_at": MONDAY, "last_source": "officer-confirmed +3600s"}
    machine.trusted(**said)
    machine.wait(timedelta(minutes=5))
    machine.set_by(HOUR)

    with pytest.raises(WrongClockError) as caught:  # it may be right now; nobody said so yet
        machine.trusted(**said)
    after = machine.trusted(**said, contact=met(machine.clock.at, timedelta(seconds=2)))

    assert caught.value.witness == "corrected"
    assert after == machine.clock.at == MONDAY + timedelta(minutes=5)


def test_n14_what_the_server_said_before_the_clock_was_set_counts_no_more() -> None:
    machine = Machine(MONDAY - HOUR)
    old = met(MONDAY - HOUR, HOUR)
    assert machine.trusted(contact=old) == MONDAY
    machine.set_by(HOUR)

    assert machine.trusted(contact=old) == machine.clock.at == MONDAY


def test_n14_a_computer_that_slept_did_not_set_its_clock() -> None:
    machine = Machine(MONDAY - HOUR)
    old = met(MONDAY - HOUR, HOUR)
    machine.trusted(contact=old)
    machine.wait(3 * HOUR)

    assert machine.trusted(contact=old) == MONDAY + 3 * HOUR


# -- from one start of the computer to the next -------------------------------------------------


def met_in_this_run(machine: Machine, offset: timedelta) -> Contact:
    """Have the province answer now, and say by how much the clock is off."""
    now = machine.clock.at
    return Contact(now, offset, now - timedelta(seconds=machine.passed))


def started_anew(machine: Machine, shows: datetime) -> Machine:
    """Start the computer again; its clock shows this."""
    return Machine(shows)


def test_n14_a_clock_that_is_put_right_between_two_starts_is_not_corrected_twice() -> None:
    """A day behind, known from the server; at night somebody set it. Slips bore the day after."""
    machine = Machine(MONDAY - DAY)
    contact = met_in_this_run(machine, DAY)
    assert machine.trusted(contact=contact) == MONDAY

    next_day = started_anew(machine, MONDAY + 22 * HOUR)

    with pytest.raises(WrongClockError) as caught:
        next_day.trusted(contact=contact)
    assert caught.value.witness == "corrected"
    again = met_in_this_run(next_day, timedelta())
    assert next_day.trusted(contact=again) == MONDAY + 22 * HOUR


def test_n14_a_computer_without_a_battery_is_not_corrected_by_what_was_said_yesterday() -> None:
    """It begins in 2019 at every start. A quarter of an hour on, yesterday's word held again."""
    machine = Machine(datetime(2019, 1, 1, 0, 15, tzinfo=VIETNAM))
    contact = met_in_this_run(machine, MONDAY - machine.clock.at)
    assert machine.trusted(contact=contact) == MONDAY
    known = {"last_at": MONDAY + 7 * HOUR, "last_source": "server-corrected +249000000s"}

    next_day = started_anew(machine, datetime(2019, 1, 1, 0, 20, tzinfo=VIETNAM))
    with pytest.raises(WrongClockError):
        next_day.trusted(contact=contact, **known)

    stated = Correction("officer-confirmed", MONDAY + DAY - next_day.clock.at)
    said = {"last_at": MONDAY + DAY, "last_source": stated.source}
    next_day.wait(HOUR)
    assert next_day.trusted(contact=contact, **said) == MONDAY + DAY + HOUR


def test_n14_a_program_that_is_started_anew_knows_what_the_server_said() -> None:
    """Every command is a program of its own; the computer goes on."""
    machine = Machine(MONDAY - DAY)
    contact = met_in_this_run(machine, DAY)
    machine.wait(3 * HOUR)
    machine.station = StationClock(machine.clock, steady=lambda: machine.passed)

    assert machine.trusted(contact=contact) == MONDAY + 3 * HOUR


def test_n14_a_clock_that_is_set_while_no_program_looks_is_not_corrected_twice() -> None:
    machine = Machine(MONDAY - DAY)
    contact = met_in_this_run(machine, DAY)
    machine.set_by(DAY)
    machine.station = StationClock(machine.clock, steady=lambda: machine.passed)

    with pytest.raises(WrongClockError):
        machine.trusted(contact=contact)


def test_n14_a_clock_that_was_right_yesterday_is_asked_about_by_nobody() -> None:
    machine = Machine()
    contact = met_in_this_run(machine, timedelta(seconds=40))

    next_day = started_anew(machine, MONDAY + DAY)

    assert next_day.trusted(contact=contact, last_at=MONDAY) == MONDAY + DAY


def test_n14_who_found_the_clock_put_right_is_not_asked_every_morning() -> None:
    machine = Machine(MONDAY - DAY)
    contact = met_in_this_run(machine, DAY)
    known = {"last_at": MONDAY + 22 * HOUR, "last_source": "officer-confirmed"}

    later = started_anew(machine, MONDAY + 2 * DAY)

    assert later.trusted(contact=contact, **known) == MONDAY + 2 * DAY


# -- what an officer states -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        ("23/11", "9:20", datetime(2026, 11, 23, 9, 20, tzinfo=VIETNAM)),
        ("24/11", "", datetime(2026, 11, 24, 0, 15, tzinfo=VIETNAM)),
        (" 1.12 ", "07h30", datetime(2026, 12, 1, 7, 30, tzinfo=VIETNAM)),
        ("04/01", "8:00", datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM)),
        ("2911", "23:59", datetime(2026, 11, 29, 23, 59, tzinfo=VIETNAM)),
        ("29/02", "8:00", datetime(2028, 2, 29, 8, 0, tzinfo=VIETNAM)),
        ("23/11", "8:00", MONDAY),  # the journal goes on from its last act
    ],
)
def test_n14_the_day_that_is_typed_is_the_first_one_that_can_be(
    day: str, hour: str, moment: datetime
) -> None:
    shows = datetime(2019, 1, 1, 0, 15, tzinfo=VIETNAM)

    known = Witnesses(built_at=BUILT, last_at=MONDAY)

    assert stated_moment(day, hour, shows, known, again=True) == moment


SHOWS = datetime(2019, 1, 1, 0, 15, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("day", "shows", "known", "days"),
    [
        ("03/12", SHOWS, {"last_at": MONDAY}, None),  # Tết, or less
        ("04/12", SHOWS, {"last_at": MONDAY}, 11),
        ("23/12", SHOWS, {"last_at": MONDAY}, 30),  # a month that was typed wrong
        ("23/12", MONDAY + 30 * DAY, {"last_at": MONDAY}, None),  # the computer says so, too
        ("23/12", SHOWS, {"contact": Contact(SHOWS, MONDAY + 25 * DAY - SHOWS)}, None),
        ("23/12", SHOWS, {}, None),  # nothing was ever done here
    ],
)
def test_n14_a_day_far_from_the_last_act_is_stated_twice(
    day: str, shows: datetime, known: dict[str, Any], days: int | None
) -> None:
    witnesses = Witnesses(built_at=BUILT, **known)

    if days is not None:
        with pytest.raises(FarDayError) as far:
            stated_moment(day, "8:00", shows, witnesses)
        assert far.value.days == days

    at = stated_moment(day, "8:00", shows, witnesses, again=days is not None)
    assert f"{at:%d/%m/%Y}" == f"{day}/2026"


@pytest.mark.parametrize(
    ("day", "hour", "error"),
    [
        ("", "", BadDayError),
        ("31/11", "", BadDayError),
        ("30/02", "", BadDayError),
        ("hôm nay", "", BadDayError),
        ("23/11/2026", "", BadDayError),
        ("23/11", "25:00", BadDayError),
        ("23/11", "9", BadDayError),
        ("22/11", "", DayBeforeJournalError),
        ("24/10", "", DayBeforeJournalError),
        ("01/10", "", DayBeforeJournalError),  # else ten months ahead
    ],
)
def test_n14_what_can_be_no_today_is_refused_by_name(
    day: str, hour: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        stated_moment(day, hour, MONDAY, Witnesses(built_at=BUILT, last_at=MONDAY))


def test_n14_a_day_ten_months_on_is_believed_where_the_computer_says_so_too() -> None:
    shows = datetime(2027, 10, 1, 8, 0, tzinfo=VIETNAM)

    assert stated_moment("1/10", "", shows, Witnesses(built_at=BUILT, last_at=MONDAY)) == shows


def test_n14_the_journal_keeps_what_was_stated_and_what_the_computer_said() -> None:
    machine, work = Machine(datetime(2019, 1, 1, 0, 5, tzinfo=VIETNAM)), FakeWork()

    at = confirm_clock(
        "23/11", "9:05", officer=HANH, work=work, clock=machine.station, built_at=BUILT
    )

    (entry,) = work.entries
    fact = from_payload(entry.kind, entry.version, entry.payload)
    assert fact == ClockConfirmed(
        stated="23/11 9:05",
        machine_at=machine.clock.at,
        confirmed_at=at,
        against="program",
    )
    assert entry.occurred_at == at == datetime(2026, 11, 23, 9, 5, tzinfo=VIETNAM)
    assert at - read_correction(entry.clock_source).offset == machine.clock.at
    known = Witnesses(built_at=BUILT, last_at=at, last_source=entry.clock_source)
    machine.wait(HOUR)
    assert machine.station.trusted(known) == at + HOUR


def test_n14_a_computer_that_is_right_after_all_is_believed() -> None:
    machine, work = Machine(MONDAY + timedelta(days=40)), FakeWork()
    work.journal.append(
        ClockConfirmed(stated="", machine_at=MONDAY, confirmed_at=MONDAY, against=None),
        dossier_id=None,
        officer_id="quay3",
        at=MONDAY,
        clock_source="fake",
    )

    at = confirm_clock("02/01", "", officer=HANH, work=work, clock=machine.station, built_at=BUILT)

    assert at == machine.clock.at
    assert work.entries[-1].clock_source == Correction("officer-confirmed").source
    assert from_payload("ClockConfirmed", 1, work.entries[-1].payload).against == "rest"  # type: ignore[union-attr]


def test_n14_who_receives_nothing_states_no_day() -> None:
    admin = Officer(officer_id="admin", display_name="QT", role=Role.ADMINISTRATOR)
    work = FakeWork()

    with pytest.raises(NotAllowedError):
        confirm_clock(
            "23/11", "", officer=admin, work=work, clock=Machine().station, built_at=BUILT
        )

    assert not work.entries
