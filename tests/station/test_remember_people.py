"""What somebody said is offered again only if they agreed, until its day, and can be deleted."""

from datetime import date, datetime
from typing import Any

import pytest

from station.domain.clock_guard import LONGEST_REST
from station.domain.events import PersonForgotten, from_payload
from station.domain.journal import VIETNAM
from station.usecases.dossier_act import Acting
from station.usecases.remember_people import NobodyRememberedError, forget, recall
from station.usecases.stated_reasons import NoReasonError
from tests.builders import a_description
from tests.station.test_receive_dossier import HANH, Desk

NUMBER = "035199012345"


def acting(desk: Desk) -> Acting:
    built = datetime(2026, 11, 1, tzinfo=VIETNAM)
    return Acting(officer=HANH, work=desk.work, clock=desk.clock, built_at=built)


def a_desk(**changes: Any) -> Desk:
    desk = Desk()
    desk.receive(remember_applicant=True, **changes)
    return desk


def test_nothing_is_remembered_without_consent() -> None:
    desk = Desk()

    desk.receive()

    assert recall(NUMBER, on=date(2026, 11, 23), acting=acting(desk)) is None


def test_what_was_agreed_to_is_there_until_its_day() -> None:
    desk = a_desk()

    found = recall(f" {NUMBER} ", on=date(2027, 11, 23), acting=acting(desk))

    assert found is not None
    assert found.said == {"phone": "0912345678", "address": "Tổ 5, Phường Quang Trung, Hà Nam"}
    assert found.officer_id == "quay3"
    assert recall(NUMBER, on=date(2027, 11, 24), acting=acting(desk)) is None


@pytest.mark.parametrize("typed", [NUMBER, "035 199 012 345", "035.199.012.345"])
@pytest.mark.parametrize("asked", [NUMBER, "035 199 012 345"])
def test_a_number_is_known_however_it_was_typed(typed: str, asked: str) -> None:
    paper = {"type": "can_cuoc", "number": typed}
    desk = a_desk(applicant=a_description()["applicant"] | {"id_document": paper})

    found = recall(asked, on=date(2026, 11, 23), acting=acting(desk))
    forget(asked, "công dân yêu cầu", acting=acting(desk))

    assert found is not None
    assert recall(typed, on=date(2026, 11, 23), acting=acting(desk)) is None


def test_the_journal_says_that_and_until_when_and_not_who() -> None:
    desk = a_desk()

    entry = next(one for one in desk.work.entries if one.kind == "PersonRemembered")

    assert entry.dossier_id is None
    assert list(entry.payload["fields"]) == ["address", "phone"]
    assert NUMBER not in str(entry.payload)
    assert "0912345678" not in str(entry.payload)


def test_it_is_deleted_with_a_reason_and_that_is_in_the_journal() -> None:
    desk = a_desk()
    kept = next(one for one in desk.work.entries if one.kind == "PersonRemembered")

    with pytest.raises(NoReasonError):
        forget(NUMBER, " ", acting=acting(desk))
    forget(NUMBER, "công dân đề nghị", acting=acting(desk))

    assert recall(NUMBER, on=date(2026, 11, 23), acting=acting(desk)) is None
    entry = desk.work.entries[-1]
    fact = from_payload(entry.kind, entry.version, entry.payload)
    assert isinstance(fact, PersonForgotten)
    assert (fact.person, fact.reason) == (kept.payload["person"], "công dân đề nghị")
    with pytest.raises(NobodyRememberedError):
        forget(NUMBER, "x", acting=acting(desk))


def test_what_is_past_its_day_is_deleted_with_the_next_consent() -> None:
    desk = a_desk()
    for _ in range(14):  # a year at work: after a longer silence the clock would be doubted
        desk.clock.move(LONGEST_REST)
        desk.receive()
    other = a_description()["applicant"] | {
        "id_document": {"type": "can_cuoc", "number": "001080004321"}
    }

    desk.receive(applicant=other, remember_applicant=True)

    assert list(desk.work.people.rows) == ["001080004321"]


def test_somebody_without_a_number_is_not_remembered() -> None:
    nameless = a_description()["applicant"] | {"id_document": None}

    desk = a_desk(applicant=nameless)

    assert "PersonRemembered" not in [entry.kind for entry in desk.work.entries]
