from datetime import datetime, timedelta

import pytest

from station.domain.clock_guard import SLACK, SMALL_STEP, WrongClockError, trusted_now
from station.domain.journal import VIETNAM

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
BUILT = datetime(2026, 11, 1, tzinfo=VIETNAM)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("last", "offset"),
    [
        (None, None),
        (NOW - timedelta(days=3), None),
        (NOW, timedelta(0)),
        (NOW - SECOND, SLACK),
        (NOW - SECOND, -SLACK),
    ],
)
def test_a_clock_that_contradicts_nothing_is_believed(
    last: datetime | None, offset: timedelta | None
) -> None:
    assert trusted_now(NOW, last_entry_at=last, built_at=BUILT, server_offset=offset) == NOW


@pytest.mark.parametrize(
    ("now", "last", "offset", "witness"),
    [
        (datetime(2019, 1, 1, tzinfo=VIETNAM), None, None, "program"),
        (BUILT - SECOND, None, None, "program"),
        (NOW, NOW + SMALL_STEP + SECOND, None, "journal"),
        (NOW, NOW + timedelta(days=400), None, "journal"),
        (NOW, None, SLACK + SECOND, "server"),
        (NOW, None, -SLACK - SECOND, "server"),
    ],
)
def test_a_wrong_clock_is_named_with_its_witness(
    now: datetime, last: datetime | None, offset: timedelta | None, witness: str
) -> None:
    with pytest.raises(WrongClockError) as caught:
        trusted_now(now, last_entry_at=last, built_at=BUILT, server_offset=offset)

    assert caught.value.details["witness"] == witness


def test_the_journal_never_runs_backwards_after_a_small_step() -> None:
    last = NOW + SMALL_STEP

    assert trusted_now(NOW, last_entry_at=last, built_at=BUILT, server_offset=None) == last
