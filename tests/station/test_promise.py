"""What a reception promises: whose clock counts, which territory, and each agency's part."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import uuid6

from station.catalogue.calendars import built_in_calendar
from station.domain.dossier import Dossier
from station.domain.due_start import due_from_agency, stages_due
from station.domain.events import DossierAcceptedByAgency, kind_of, to_payload
from station.domain.history import apply_news
from station.domain.journal import VIETNAM
from station.domain.procedure import (
    ProcessingTime,
    Stage,
    StartRule,
    Territory,
    TimeUnit,
)
from station.ports.province import ProvinceEvent
from station.usecases.destination import NotForOtherTerritoriesError
from station.usecases.reception_input import UnknownFieldError
from tests.builders import a_procedure
from tests.station.test_receive_dossier import Desk

ELSEWHERE = "UBND phường Cầu Giấy, Hà Nội"
DAYS = TimeUnit.WORKING_DAY
STAGES = (
    Stage("Thẩm định", "Phòng Tư pháp", ProcessingTime(1, DAYS)),
    Stage("Ký", "UBND phường", ProcessingTime(2, DAYS)),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def receive(wanted: Territory | None = None, /, **procedure: Any) -> Dossier:
    given = None if wanted is None else {"agency": ELSEWHERE, "territory": wanted.value}
    desk = Desk(procedure=a_procedure(**procedure))
    return desk.receive(destination=given).dossier


@pytest.mark.parametrize(
    ("allowed", "wanted"),
    [
        (Territory.OWN, Territory.PROVINCE),
        (Territory.OWN, Territory.NATION),
        (Territory.PROVINCE, Territory.NATION),
    ],
)
def test_a_procedure_is_received_for_others_only_as_far_as_its_list_reaches(
    allowed: Territory, wanted: Territory
) -> None:
    """NĐ 309/2026 Art. 14."""
    desk = Desk(procedure=a_procedure(territory=allowed))

    with pytest.raises(NotForOtherTerritoriesError) as refused:
        desk.receive(destination={"agency": ELSEWHERE, "territory": wanted.value})

    assert refused.value.details["allowed"] == allowed.value
    assert not desk.work.entries


@pytest.mark.parametrize(
    ("allowed", "wanted"),
    [
        (Territory.PROVINCE, Territory.PROVINCE),
        (Territory.NATION, Territory.PROVINCE),
        (Territory.NATION, Territory.NATION),
    ],
)
def test_for_another_territory_that_agency_handles_it_and_its_clock_counts(
    allowed: Territory, wanted: Territory
) -> None:
    """NĐ 309/2026 Art. 17(3)."""
    dossier = receive(wanted, territory=allowed)

    provisional = due_from_agency(dossier.received_at, dossier.processing_time, built_in_calendar())
    assert dossier.handling_agency == ELSEWHERE
    assert dossier.territory is wanted
    assert dossier.is_provisional
    assert dossier.due_at == provisional.due_at
    assert "tạm tính" in dossier.due_reason
    assert any("tạm tính" in warning for warning in dossier.due_warnings)


def test_here_the_reception_starts_the_clock_unless_the_procedure_says_otherwise() -> None:
    here = receive()
    later = receive(start_rule=StartRule.AGENCY_RECEIPT)

    assert not here.is_provisional
    assert here.handling_agency == "UBND cấp xã"
    assert later.is_provisional
    assert later.territory is Territory.OWN
    assert here.due_at is not None
    assert later.due_at is not None
    assert later.due_at >= here.due_at


def test_the_agency_s_receipt_makes_the_date_final_and_says_whose_it_is() -> None:
    dossier = receive(Territory.NATION, territory=Territory.NATION)
    accepted = _news(
        dossier,
        DossierAcceptedByAgency(
            agency=ELSEWHERE,
            clock_started_at=at("2026-11-25 09:00"),
            due_at=at("2026-11-30 16:30"),
        ),
    )

    after = apply_news(dossier, accepted)

    assert after.due_at == at("2026-11-30 16:30")
    assert not after.is_provisional
    assert after.due_reason == (
        f"Ngày hẹn do {ELSEWHERE} xác định, tính từ khi nhận hồ sơ 09:00 thứ Tư 25/11/2026."
    )
    assert after.due_explanation == (after.due_reason,)
    assert after.due_warnings == ()


def test_stages_divide_the_time_and_the_promise_is_that_of_the_procedure() -> None:
    dossier = receive(stages=STAGES)

    due = stages_due(dossier.received_at, STAGES, built_in_calendar())
    assert [(one.name, one.agency, one.due_at) for one in dossier.stages] == [
        ("Thẩm định", "Phòng Tư pháp", due[0].due.due_at),
        ("Ký", "UBND phường", due[1].due.due_at),
    ]
    assert dossier.due_at == dossier.stages[-1].due_at


def test_where_the_agency_s_clock_counts_its_first_stage_begins_with_it() -> None:
    here = receive(stages=STAGES)
    elsewhere = receive(Territory.NATION, territory=Territory.NATION, stages=STAGES)

    assert elsewhere.stages[0].due_at >= here.stages[0].due_at
    assert elsewhere.stages[-1].due_at == elsewhere.due_at


def test_a_destination_without_a_name_or_with_more_is_refused() -> None:
    desk = Desk(procedure=a_procedure(territory=Territory.NATION))

    with pytest.raises(UnknownFieldError):
        desk.receive(destination={"agency": ELSEWHERE, "territory": "nation", "fax": "1"})
    with pytest.raises(Exception, match="agency"):
        desk.receive(destination={"agency": "  ", "territory": "nation"})


def _news(dossier: Dossier, event: DossierAcceptedByAgency) -> ProvinceEvent:
    return ProvinceEvent(
        event_id=uuid6.uuid7(),
        dossier_id=dossier.dossier_id,
        dossier_code=dossier.code,
        station_id="province",
        kind=kind_of(event),
        version=event.version,
        occurred_at=dossier.received_at + timedelta(days=1),
        officer_id="agency",
        payload=to_payload(event),
    )
