"""What no clock runs for yet goes first, and holds back nobody else (N13)."""

from collections.abc import Sequence

import pytest

from station.domain.journal import JournalEntry
from station.domain.procedure import StartRule
from tests.builders import MONDAY
from tests.station.sync_rounds import FAULT, a_round, refuse
from tests.sync_fakes import FakeCounter, FakeProvince


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter()


@pytest.fixture
def province() -> FakeProvince:
    return FakeProvince()


def test_n13_what_another_agency_s_clock_waits_for_goes_first_in_its_own_order(
    counter: FakeCounter, province: FakeProvince
) -> None:
    here = counter.receive()
    elsewhere = counter.receive(start_rule=StartRule.AGENCY_RECEIPT)
    later_here = counter.follow_up(here.dossier_id)
    later_elsewhere = counter.follow_up(elsewhere.dossier_id)

    report = a_round(counter, province, batch=1)

    assert province.applied == [elsewhere, later_elsewhere, here, later_here]
    assert report.events_sent == 4
    assert [entry.occurred_at for entry in province.applied] == [MONDAY] * 4


def test_n13_one_that_is_refused_holds_back_its_own_dossier_only(
    counter: FakeCounter, province: FakeProvince
) -> None:
    bad = counter.receive(start_rule=StartRule.AGENCY_RECEIPT)
    held_back = counter.follow_up(bad.dossier_id)
    good = counter.receive(start_rule=StartRule.AGENCY_RECEIPT)
    refuse(province, bad)

    a_round(counter, province, batch=1)

    assert province.applied == [good]
    assert held_back not in counter.outbox.waiting_events(10)


def test_n13_what_the_server_chokes_on_is_left_to_the_usual_order(
    counter: FakeCounter, province: FakeProvince
) -> None:
    here = counter.receive()
    elsewhere = counter.receive(start_rule=StartRule.AGENCY_RECEIPT)

    def choke(entries: Sequence[JournalEntry]) -> None:
        if elsewhere in entries:
            raise FAULT

    province.send_hook = choke
    report = a_round(counter, province, batch=1)

    assert province.applied == [here]
    assert report.error is FAULT
    assert list(counter.outbox.waiting_events(10)) == [elsewhere]
