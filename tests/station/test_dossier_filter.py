"""What a filter means on a day, and what of it can be taken off."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from station.codec import from_plain, to_plain
from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Condition, Days, DossierFilter
from station.domain.journal import VIETNAM

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
RUNNING = frozenset(one for one in DossierStatus if one.is_running)


def begin(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (Days.ANY, None, None),
        (Days.TODAY, date(2026, 11, 23), date(2026, 11, 23)),
        (Days.WEEK, date(2026, 11, 17), date(2026, 11, 23)),
        (Days.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Days.BETWEEN, date(2026, 1, 2), None),
    ],
)
def test_days_of_the_reception_are_those_of_the_moment(
    days: Days, first: date | None, last: date | None
) -> None:
    wanted = DossierFilter(received=days, received_from=date(2026, 1, 2)).at(NOW)

    assert (wanted.received_from, wanted.received_to) == (first, last)
    assert not wanted.by_promise


@pytest.mark.parametrize(
    ("days", "due_from", "due_before", "statuses"),
    [
        (Days.ANY, None, None, None),
        (Days.OVERDUE, None, NOW, RUNNING),
        (Days.TODAY, begin(2026, 11, 23), begin(2026, 11, 24), None),
        (Days.WEEK, begin(2026, 11, 23), begin(2026, 11, 30), None),
        (Days.MONTH, begin(2026, 11, 1), begin(2026, 12, 1), None),
        (Days.BETWEEN, None, begin(2026, 12, 25), None),
    ],
)
def test_days_of_the_promise_run_to_their_end(
    days: Days,
    due_from: datetime | None,
    due_before: datetime | None,
    statuses: frozenset[DossierStatus] | None,
) -> None:
    wanted = DossierFilter(promised=days, promised_to=date(2026, 12, 24)).at(NOW)

    assert (wanted.due_from, wanted.due_before) == (due_from, due_before)
    assert wanted.statuses == statuses


@pytest.mark.parametrize(
    ("status", "statuses"),
    [
        (DossierStatus.PROCESSING, frozenset({DossierStatus.PROCESSING})),
        (DossierStatus.RETURNED, frozenset()),
    ],
)
def test_what_is_ended_is_never_overdue(
    status: DossierStatus, statuses: frozenset[DossierStatus]
) -> None:
    assert DossierFilter(promised=Days.OVERDUE, status=status).at(NOW).statuses == statuses


def test_a_month_ends_with_the_year() -> None:
    wanted = DossierFilter(received=Days.MONTH).at(datetime(2026, 12, 31, 23, 59, tzinfo=VIETNAM))

    assert wanted.received_to == date(2026, 12, 31)


ALL = DossierFilter(
    received=Days.BETWEEN,
    received_from=date(2026, 9, 1),
    promised=Days.OVERDUE,
    counter=3,
    status=DossierStatus.PROCESSING,
    field="Đất đai",
)


def test_each_condition_is_taken_off_by_itself() -> None:
    assert ALL.conditions == tuple(Condition)
    for condition in Condition:
        left = ALL.without(condition)
        assert set(left.conditions) == set(Condition) - {condition}
        assert left.without(condition) == left


@pytest.mark.parametrize("changes", [{}, {"received": Days.BETWEEN}, {"promised": Days.BETWEEN}])
def test_days_from_nowhere_to_nowhere_narrow_nothing(changes: dict[str, Any]) -> None:
    assert DossierFilter(**changes).conditions == ()


def test_a_saved_filter_means_the_days_around_the_day_on_which_it_is_used() -> None:
    kept = from_plain(to_plain(DossierFilter(promised=Days.WEEK)), DossierFilter)

    later = kept.at(NOW + timedelta(days=30))

    assert later.due_from == begin(2026, 12, 23)
