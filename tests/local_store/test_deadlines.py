"""The day's list of what must leave, be apologised for, or is late, from the real store."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from local_store.home import OpenStore
from station.catalogue.calendars import built_in_calendar
from station.domain.events import DossierForwarded, ResultArrived
from station.domain.journal import VIETNAM
from station.ports.drafts import KeptDraft
from station.usecases.deadlines import (
    BEGINNING,
    Deadlines,
    count_overdue,
    deadlines_at,
    overdue,
)
from tests.builders import MONDAY, a_procedure
from tests.fakes import FakeCatalogue
from tests.local_store.homes import receive

FORWARDED = DossierForwarded(list_number="1", agency="UBND", list_hash="0" * 64)
ARRIVED = ResultArrived(results=(), shelf=None)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def found(store: OpenStore, now: str, *open_work: KeptDraft) -> Deadlines:
    return deadlines_at(
        at(now),
        store.queries,
        built_in_calendar(),
        open_work=open_work,
        catalogue=FakeCatalogue(a_procedure(), a_procedure(code="2.000488", answer_within_hours=1)),
    )


def a_draft(begun: str, **changes: Any) -> KeptDraft:
    """One whose id says when it was begun; it was saved again five minutes later."""
    moment = int(at(begun).timestamp() * 1000)
    draft = KeptDraft(
        draft_id=UUID(int=(moment << 80) | (7 << 76) | (2 << 62)),
        officer_id="quay3",
        code=None,
        procedure_code="2.000488",
        description={},
        saved_at=at(begun) + timedelta(minutes=5),
        expires_on=at(begun).date() + timedelta(days=30),
    )
    return replace(draft, **changes)


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


def test_no_apology_is_owed_for_what_just_came(store: OpenStore) -> None:
    """The first is due on the day that it came, the second on the day after."""
    receive(store, due_at=at("2026-11-23 16:30"), and_then=FORWARDED)
    tomorrow = receive(store, due_at=at("2026-11-24 16:30"), and_then=FORWARDED)

    assert not found(store, "2026-11-23 15:00").to_apologise
    (owed,) = found(store, "2026-11-24 08:00").to_apologise
    assert owed.row.dossier_id == tomorrow.dossier_id


def test_what_was_promised_and_is_not_there_is_overdue_the_longest_first(store: OpenStore) -> None:
    """N21: the list of every morning."""
    late = [
        receive(store, due_at=MONDAY + timedelta(days=days), and_then=FORWARDED) for days in (3, 2)
    ]
    receive(store, due_at=MONDAY + timedelta(days=1), and_then=ARRIVED)

    listed = found(store, "2026-12-01 08:00").overdue

    assert [row.dossier_id for row in listed] == [late[1].dossier_id, late[0].dossier_id]
    assert not found(store, "2026-11-23 09:00").overdue


def test_what_is_due_today_is_found_however_much_is_overdue(store: OpenStore) -> None:
    """A station that hears of no results keeps all it ever handed over among what is overdue."""
    now = MONDAY + timedelta(days=3)
    late = [receive(store, due_at=MONDAY, and_then=FORWARDED) for _ in range(2)]
    today = receive(store, due_at=now + timedelta(hours=1), and_then=FORWARDED)
    tomorrow = now + timedelta(days=1)

    due = store.queries.promised_before(tomorrow, since=now)
    counted = store.queries.count_promised(BEGINNING, tomorrow)

    assert [row.dossier_id for row in due] == [today.dossier_id]
    assert [row.dossier_id for row in overdue(now, store.queries, limit=1)] == [late[0].dossier_id]
    assert count_overdue(counted, now) == 2


def test_some_applicants_must_be_answered_within_hours(store: OpenStore) -> None:
    """From the moment at which the draft was begun; not those who were told what to bring."""
    work = (
        a_draft("2026-11-26 09:05"),
        a_draft("2026-11-26 08:00"),
        a_draft("2026-11-26 09:00", code="HD7K2M"),
        a_draft("2026-11-26 09:00", procedure_code="1.004873"),
        a_draft("2026-11-26 09:00", procedure_code=None),
        a_draft("2026-11-25 09:00"),
    )

    owed = found(store, "2026-11-26 09:30", *work).to_answer

    assert [one.draft for one in owed] == [work[1], work[0]]
    assert [one.deadline.by_at for one in owed] == [at("2026-11-26 09:00"), at("2026-11-26 10:05")]
    assert owed[0].procedure.code == "2.000488"


def test_of_a_draft_with_an_old_id_only_the_last_save_is_known() -> None:
    assert a_draft("2026-11-26 09:05").begun_at == at("2026-11-26 09:05")
    assert a_draft("2026-11-26 09:05", draft_id=uuid4()).begun_at == at("2026-11-26 09:10")
