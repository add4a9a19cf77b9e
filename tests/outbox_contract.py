"""What every Outbox must do. The store's and the fake's tests inherit the class."""

from datetime import timedelta
from typing import Any, Protocol
from uuid import UUID, uuid4

import pytest

from station.domain.clock_guard import Contact
from station.domain.journal import JournalEntry
from station.domain.line_pause import LinePause
from station.domain.numbers import NumberRange
from station.domain.procedure import StartRule
from station.errors import StationError
from station.ports.outbox import Delivery, Outbox
from station.ports.province import Enrolment, Outcome, Problem, ProvinceEvent, Verdict
from tests.builders import MONDAY

PROBLEM = Problem(
    type="urn:tram-mot-cua:problem:code-taken",
    title="Mã hồ sơ này đã được cấp cho một hồ sơ khác.",
    title_en="Another dossier has this code already.",
    field="/dossier_code",
)


BOOTED = timedelta(hours=2, microseconds=7)


class OutboxHarness(Protocol):
    """An empty outbox, and the acts at the counter that fill it."""

    @property
    def outbox(self) -> Outbox: ...

    def receive(self, **changes: Any) -> JournalEntry:
        """Receive a new dossier and give its first entry."""
        ...

    def follow_up(self, dossier_id: UUID | None) -> JournalEntry:
        """Add a later entry of a dossier."""
        ...

    def add_file(self, content: bytes) -> str:
        """Store a file as part of a new dossier, to be sent, and give its SHA-256."""
        ...

    def status_of(self, dossier_id: UUID) -> str:
        """Give the status of a dossier as the screens show it."""
        ...

    def number_ranges(self) -> tuple[NumberRange, ...]:
        """Give the daily numbers that the station may use."""
        ...


def applied(*entries: JournalEntry) -> list[Verdict]:
    return [Verdict(event_id=entry.event_id, outcome=Outcome.APPLIED) for entry in entries]


def refused(*entries: JournalEntry) -> list[Verdict]:
    return [
        Verdict(event_id=entry.event_id, outcome=Outcome.REFUSED, problem=PROBLEM)
        for entry in entries
    ]


def acceptance(dossier_id: UUID | None, **changes: Any) -> ProvinceEvent:
    fields: dict[str, Any] = {
        "event_id": uuid4(),
        "station_id": "province",
        "dossier_id": dossier_id or uuid4(),
        "dossier_code": "H25-261123-0300",
        "kind": "DossierAcceptedByAgency",
        "version": 1,
        "occurred_at": MONDAY + timedelta(hours=1),
        "officer_id": "province",
        "payload": {"agency": "UBND phường Quang Trung"},
    }
    return ProvinceEvent(**(fields | changes))


class OutboxContract:
    """Inherit it and give the fixture ``harness``."""

    @pytest.fixture
    def harness(self) -> OutboxHarness:
        raise NotImplementedError

    def test_n13_what_another_agency_s_clock_waits_for_is_known_until_it_is_sent(
        self, harness: OutboxHarness
    ) -> None:
        harness.receive(summary='"start_rule":"agency_receipt"')
        elsewhere = harness.receive(start_rule=StartRule.AGENCY_RECEIPT)
        harness.follow_up(elsewhere.dossier_id)

        before = harness.outbox.clocks_not_begun()
        harness.outbox.record_verdicts(applied(elsewhere), at=MONDAY)

        assert list(before) == [elsewhere.dossier_id]
        assert list(harness.outbox.clocks_not_begun()) == []

    def test_a_pause_is_kept_until_somebody_ends_it(self, harness: OutboxHarness) -> None:
        pause = LinePause(at=MONDAY, until=MONDAY + timedelta(hours=1), by="Hạnh")
        assert harness.outbox.pause() is None

        harness.outbox.keep_pause(pause)
        harness.outbox.note_contact(at=MONDAY, clock_offset_s=0.5)

        assert harness.outbox.pause() == pause
        harness.outbox.keep_pause(None)
        assert harness.outbox.pause() is None
        assert harness.outbox.status().last_contact_at == MONDAY

    def test_unsent_entries_wait_in_the_order_of_their_sequence(
        self, harness: OutboxHarness
    ) -> None:
        one, two = harness.receive(), harness.receive()
        three = harness.follow_up(one.dossier_id)

        assert list(harness.outbox.waiting_events(10)) == [one, two, three]
        assert list(harness.outbox.waiting_events(2)) == [one, two]
        assert list(harness.outbox.waiting_events(10, after=two.sequence)) == [three]

    @pytest.mark.parametrize("outcome", [Outcome.APPLIED, Outcome.ALREADY_APPLIED])
    def test_what_the_province_has_does_not_wait(
        self, harness: OutboxHarness, outcome: Outcome
    ) -> None:
        one, two = harness.receive(), harness.receive()

        harness.outbox.record_verdicts([Verdict(event_id=one.event_id, outcome=outcome)], at=MONDAY)

        assert list(harness.outbox.waiting_events(10)) == [two]
        counts = harness.outbox.status().events
        assert (counts.waiting, counts.sent, counts.refused) == (1, 1, 0)

    def test_of_one_dossier_it_is_known_what_the_province_has(self, harness: OutboxHarness) -> None:
        one, other = harness.receive(), harness.receive()
        two, three = harness.follow_up(one.dossier_id), harness.follow_up(one.dossier_id)
        assert one.dossier_id is not None
        before = harness.outbox.delivery_of(one.dossier_id)

        harness.outbox.record_verdicts(applied(one, other), at=MONDAY)
        harness.outbox.record_verdicts(refused(two), at=MONDAY + timedelta(hours=1))
        after = harness.outbox.delivery_of(one.dossier_id)

        assert set(before.events.values()) == {Delivery.WAITING}
        assert before.sent_at is None
        assert after.events == {
            one.event_id: Delivery.SENT,
            two.event_id: Delivery.REFUSED,
            three.event_id: Delivery.WAITING,
        }
        assert [after.count(state) for state in Delivery] == [1, 1, 1]
        assert after.sent_at == MONDAY
        assert harness.outbox.delivery_of(uuid4()).events == {}

    def test_a_refused_entry_holds_back_its_own_dossier_only(self, harness: OutboxHarness) -> None:
        one, two = harness.receive(), harness.receive()
        harness.follow_up(one.dossier_id)
        other = harness.follow_up(two.dossier_id)

        harness.outbox.record_verdicts([*refused(one), *applied(two)], at=MONDAY)

        assert list(harness.outbox.waiting_events(10)) == [other]
        counts = harness.outbox.status().events
        assert (counts.waiting, counts.sent, counts.refused) == (2, 1, 1)

    def test_a_refused_entry_is_shown_with_its_reason(self, harness: OutboxHarness) -> None:
        entry = harness.receive()

        harness.outbox.record_verdicts(refused(entry), at=MONDAY)

        (shown,) = harness.outbox.refused()
        assert shown.event_id == entry.event_id
        assert shown.sequence == entry.sequence
        assert shown.dossier_id == entry.dossier_id
        assert shown.dossier_code == entry.payload["dossier_code"]
        assert shown.kind == "DossierReceived"
        assert shown.problem == PROBLEM
        assert shown.refused_at == MONDAY

    def test_what_was_sent_stays_sent(self, harness: OutboxHarness) -> None:
        entry = harness.receive()
        harness.outbox.record_verdicts(applied(entry), at=MONDAY)

        harness.outbox.record_verdicts(refused(entry), at=MONDAY)
        harness.outbox.send_again(entry.event_id)

        assert harness.outbox.refused() == []
        assert harness.outbox.waiting_events(10) == []

    def test_a_refused_entry_can_be_made_to_wait_again(self, harness: OutboxHarness) -> None:
        one = harness.receive()
        two = harness.follow_up(one.dossier_id)
        harness.outbox.record_verdicts(refused(one), at=MONDAY)

        harness.outbox.send_again(one.event_id)

        assert list(harness.outbox.waiting_events(10)) == [one, two]
        assert harness.outbox.refused() == []

    def test_the_smallest_file_goes_first(self, harness: OutboxHarness) -> None:
        large, small = harness.add_file(b"x" * 500), harness.add_file(b"y")

        waiting = harness.outbox.waiting_files(10)

        assert [(file.sha256, file.size) for file in waiting] == [(small, 1), (large, 500)]
        assert [file.sha256 for file in harness.outbox.waiting_files(1)] == [small]
        assert harness.outbox.read_file(large) == b"x" * 500

    def test_a_file_of_two_dossiers_waits_once(self, harness: OutboxHarness) -> None:
        shared = harness.add_file(b"shared")
        assert harness.add_file(b"shared") == shared

        assert [file.sha256 for file in harness.outbox.waiting_files(10)] == [shared]

    def test_a_file_that_failed_goes_behind_the_others(self, harness: OutboxHarness) -> None:
        small, large = harness.add_file(b"y"), harness.add_file(b"x" * 500)

        harness.outbox.file_failed(small, error="SYN-010", at=MONDAY)

        assert [file.sha256 for file in harness.outbox.waiting_files(10)] == [large, small]

    def test_a_sent_file_does_not_wait(self, harness: OutboxHarness) -> None:
        one, two = harness.add_file(b"1"), harness.add_file(b"2")

        harness.outbox.file_sent(one, at=MONDAY)

        assert [file.sha256 for file in harness.outbox.waiting_files(10)] == [two]
        assert (harness.outbox.status().files.waiting, harness.outbox.status().files.sent) == (1, 1)

    def test_a_file_that_is_not_there_is_an_error_of_the_store(
        self, harness: OutboxHarness
    ) -> None:
        with pytest.raises(StationError):
            harness.outbox.read_file("0" * 64)

    def test_news_changes_the_dossier_and_moves_the_cursor(self, harness: OutboxHarness) -> None:
        entry = harness.receive()
        assert entry.dossier_id is not None
        assert harness.outbox.news_cursor() is None

        new = harness.outbox.take_news([acceptance(entry.dossier_id)], cursor="7")

        assert new == 1
        assert harness.outbox.news_cursor() == "7"
        assert harness.status_of(entry.dossier_id) == "processing"

    def test_news_that_is_known_already_changes_nothing(self, harness: OutboxHarness) -> None:
        entry = harness.receive()
        news = acceptance(entry.dossier_id)
        harness.outbox.take_news([news], cursor="1")

        assert harness.outbox.take_news([news, news], cursor="2") == 0
        assert harness.outbox.news_cursor() == "2"

    def test_news_that_cannot_be_folded_stops_nothing_after_it(
        self, harness: OutboxHarness
    ) -> None:
        entry = harness.receive()
        assert entry.dossier_id is not None
        unfoldable = [
            acceptance(None),
            acceptance(entry.dossier_id, kind="NotInventedYet"),
            acceptance(entry.dossier_id, version=99),
            acceptance(entry.dossier_id, payload={"agency": 3}),
            acceptance(entry.dossier_id, kind="DossierReceived", payload=entry.payload),
        ]

        new = harness.outbox.take_news([*unfoldable, acceptance(entry.dossier_id)], cursor="6")

        assert new == 6
        assert harness.status_of(entry.dossier_id) == "processing"
        assert harness.follow_up(entry.dossier_id).dossier_id == entry.dossier_id

    def test_news_never_goes_back_to_the_province(self, harness: OutboxHarness) -> None:
        entry = harness.receive()

        harness.outbox.take_news([acceptance(entry.dossier_id)], cursor="1")

        assert list(harness.outbox.waiting_events(10)) == [entry]
        assert harness.outbox.status().events.sent == 0

    def test_the_last_contact_is_remembered(self, harness: OutboxHarness) -> None:
        assert harness.outbox.status().last_contact_at is None
        assert harness.outbox.status().clock_offset_s is None

        harness.outbox.note_contact(at=MONDAY, clock_offset_s=-2.5, boot_at=MONDAY - BOOTED)

        assert harness.outbox.status().last_contact_at == MONDAY
        assert harness.outbox.status().clock_offset_s == -2.5
        assert harness.outbox.status().contact == Contact(
            MONDAY, timedelta(seconds=-2.5), MONDAY - BOOTED
        )

    def test_the_enrolment_is_kept_and_gives_the_station_its_numbers(
        self, harness: OutboxHarness
    ) -> None:
        assert harness.outbox.enrolment() is None
        enrolment = Enrolment(
            base_url="https://province.example",
            station_id="H25/3",
            agency_code="H25",
            station_number=3,
            number_ranges=(NumberRange(first=500, last=599), NumberRange(first=700, last=709)),
            token="a-token-of-some-length",
            server_keys=("ab" * 32,),
            enrolled_at=MONDAY,
        )

        harness.outbox.save_enrolment(enrolment)

        assert harness.outbox.enrolment() == enrolment
        assert harness.number_ranges() == enrolment.number_ranges
