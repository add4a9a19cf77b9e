"""The day's list of what must leave, be apologised for, or is late, from the real store."""

from datetime import datetime, timedelta

from local_store.home import OpenStore
from station.catalogue.calendars import built_in_calendar
from station.domain.events import DossierForwarded, ResultArrived
from station.domain.journal import VIETNAM
from station.usecases.deadlines import Deadlines, deadlines_at
from tests.builders import MONDAY
from tests.local_store.homes import receive

FORWARDED = DossierForwarded(list_number="1", agency="UBND", list_hash="0" * 64)
ARRIVED = ResultArrived(results=(), shelf=None)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def found(store: OpenStore, now: str) -> Deadlines:
    return deadlines_at(at(now), store.queries, built_in_calendar())


def test_what_came_by_three_leaves_the_same_day_and_is_on_the_list_until_it_does(
    store: OpenStore,
) -> None:
    """NĐ 61/2018 Art. 18(2); 23/11/2026 is a Monday, the next day a holiday."""
    stays = receive(store)
    receive(store, and_then=FORWARDED)

    monday, wednesday = found(store, "2026-11-23 15:00"), found(store, "2026-11-25 08:00")

    for calls in (monday, wednesday):
        (owed,) = calls.to_hand_over
        assert owed.row.dossier_id == stays.dossier_id
        assert owed.deadline.by_at == at("2026-11-23 17:00")


def test_an_apology_is_owed_on_the_last_working_day_before_the_promise(store: OpenStore) -> None:
    """NĐ 61/2018 Art. 19(9)."""
    promised = at("2026-11-30 16:30")  # a Monday
    dossier = receive(store, due_at=promised, and_then=FORWARDED)
    receive(store, due_at=promised, and_then=ARRIVED)

    assert not found(store, "2026-11-26 16:00").to_apologise
    (owed,) = found(store, "2026-11-27 08:00").to_apologise
    assert owed.row.dossier_id == dossier.dossier_id
    assert owed.deadline.by_at == at("2026-11-27 17:00")
    assert found(store, "2026-11-28 08:00").to_apologise  # too late is better than never
    assert not found(store, "2026-11-30 16:30").to_apologise


def test_what_was_promised_and_is_not_there_is_overdue_the_longest_first(store: OpenStore) -> None:
    late = [
        receive(store, due_at=MONDAY + timedelta(days=days), and_then=FORWARDED) for days in (3, 2)
    ]
    receive(store, due_at=MONDAY + timedelta(days=1), and_then=ARRIVED)

    overdue = found(store, "2026-12-01 08:00").overdue

    assert [row.dossier_id for row in overdue] == [late[1].dossier_id, late[0].dossier_id]
    assert not found(store, "2026-11-23 09:00").overdue
