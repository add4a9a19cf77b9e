"""What the province refuses, and why; each refusal changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from station.domain.journal import JournalEntry
from station.ports.province import Outcome, Verdict
from sync.reference_server.enrolment import BadStationError
from sync.reference_server.server import RunningServer
from tests.builders import FEE, a_reception
from tests.sync.stations import EnrolledCounter, enrol_counter

Spoil = Callable[[EnrolledCounter], JournalEntry]


def send(counter: EnrolledCounter, *entries: JournalEntry) -> list[Verdict]:
    with counter.province() as province:
        return list(province.send(entries))


def reason(verdict: Verdict) -> str | None:
    return verdict.problem.type.rpartition(":")[2] if verdict.problem else None


def rehashed(entry: JournalEntry, **changes: Any) -> JournalEntry:
    changed = replace(entry, **changes)
    return replace(changed, hash=changed.computed_hash())


def with_payload(entry: JournalEntry, **changes: Any) -> JournalEntry:
    return rehashed(entry, payload=entry.payload | changes)


def a_file(sha256: str) -> list[dict[str, Any]]:
    return [{"files": [{"sha256": sha256, "size": 1, "media_type": "application/pdf"}]}]


def recode(entry: JournalEntry, number: int) -> str:
    return f"{entry.payload['dossier_code'][:-4]}{number:04d}"


SPOILT: dict[str, tuple[Callable[[JournalEntry], JournalEntry], str, str | None]] = {
    "a changed word": (
        lambda e: replace(e, payload=e.payload | {"summary": "khác"}),
        "hash-mismatch",
        None,
    ),
    "another station's name": (
        lambda e: rehashed(e, station_id="H99/1"),
        "wrong-station",
        None,
    ),
    "another agency's code": (
        lambda e: with_payload(e, dossier_code="H99-261123-0300"),
        "code-of-other-agency",
        "/dossier_code",
    ),
    "a number of another counter": (
        lambda e: with_payload(e, dossier_code=recode(e, 400)),
        "number-outside-range",
        "/dossier_code",
    ),
    "a code that is none": (
        lambda e: with_payload(e, dossier_code="H25/0300"),
        "malformed-event",
        "/dossier_code",
    ),
    "a missing procedure": (
        lambda e: with_payload(e, procedure_code=""),
        "malformed-event",
        "/procedure_code",
    ),
    "a file without a hash": (
        lambda e: with_payload(e, documents=a_file("../../etc/passwd")),
        "malformed-event",
        "/documents/0/files/0/sha256",
    ),
    "an empty officer": (lambda e: rehashed(e, officer_id=""), "malformed-event", None),
    "a line break in the officer": (
        lambda e: rehashed(e, officer_id="quay3\n"),
        "malformed-event",
        None,
    ),
    "a reception without a dossier": (
        lambda e: rehashed(e, dossier_id=None),
        "malformed-event",
        None,
    ),
    "a number beyond JSON": (
        lambda e: replace(e, payload=e.payload | {"summary": 2**60}),
        "malformed-event",
        None,
    ),
    "an act without its reception": (
        lambda e: rehashed(e, kind="SlipPrinted", payload={}),
        "unknown-dossier",
        None,
    ),
    "a first entry that follows something": (
        lambda e: rehashed(e, previous_hash="ab" * 32),
        "broken-chain",
        None,
    ),
}


@pytest.mark.parametrize(("spoil", "expected", "field"), SPOILT.values(), ids=SPOILT.keys())
def test_an_event_that_is_wrong_is_refused_with_its_reason(
    counter: EnrolledCounter,
    spoil: Callable[[JournalEntry], JournalEntry],
    expected: str,
    field: str | None,
) -> None:
    good = counter.counter.receive()

    (verdict,) = send(counter, spoil(good))

    assert (reason(verdict), verdict.problem and verdict.problem.field) == (expected, field)
    (verdict,) = send(counter, good)
    assert verdict.outcome is Outcome.APPLIED


def test_an_event_id_is_used_once(counter: EnrolledCounter) -> None:
    one, two = counter.counter.receive(), counter.counter.receive()
    send(counter, one)

    (verdict,) = send(counter, rehashed(two, event_id=one.event_id))

    assert reason(verdict) == "event-conflict"


def test_a_sequence_is_used_once(counter: EnrolledCounter) -> None:
    one, two = counter.counter.receive(), counter.counter.receive()
    send(counter, one)

    (verdict,) = send(counter, rehashed(two, sequence=one.sequence))

    assert reason(verdict) == "sequence-taken"


@pytest.mark.parametrize("known", [0, 2], ids=["the one before", "the one after"])
def test_a_link_is_checked_where_a_neighbour_is_known(counter: EnrolledCounter, known: int) -> None:
    entries = [counter.counter.receive() for _ in range(3)]
    send(counter, entries[known])

    changes = {"previous_hash": "ab" * 32} if known == 0 else {"officer_id": "quay4"}
    (verdict,) = send(counter, rehashed(entries[1], **changes))

    assert reason(verdict) == "broken-chain"


def test_a_gap_in_the_chain_is_no_fault(counter: EnrolledCounter) -> None:
    entries = [counter.counter.receive() for _ in range(5)]

    verdicts = send(counter, entries[0], entries[2], entries[4])

    assert {verdict.outcome for verdict in verdicts} == {Outcome.APPLIED}


def test_an_earlier_act_of_a_dossier_cannot_come_after_a_later_one(
    counter: EnrolledCounter,
) -> None:
    received = counter.counter.receive()
    early = counter.counter.follow_up(received.dossier_id)
    late = counter.counter.follow_up(received.dossier_id)
    send(counter, received, late)

    (verdict,) = send(counter, early)

    assert reason(verdict) == "out-of-order"


def test_a_dossier_is_received_once(counter: EnrolledCounter) -> None:
    received = counter.counter.receive()
    code = recode(received, 399)
    again = counter.counter.write(a_reception(dossier_code=code), received.dossier_id)
    send(counter, received)

    (verdict,) = send(counter, again)

    assert reason(verdict) == "dossier-received-already"


def test_a_code_is_given_once(counter: EnrolledCounter) -> None:
    received = counter.counter.receive()
    event = a_reception(dossier_code=received.payload["dossier_code"])
    other = counter.counter.write(event, uuid4())
    send(counter, received)

    (verdict,) = send(counter, other)

    assert reason(verdict) == "code-taken"


def test_the_dossier_of_another_agency_cannot_be_touched(
    counter: EnrolledCounter, new_counter: Callable[[], EnrolledCounter]
) -> None:
    stranger = new_counter()
    received = counter.counter.receive()
    send(counter, received)

    (verdict,) = send(stranger, stranger.counter.write(FEE, received.dossier_id))

    assert reason(verdict) == "dossier-of-other-station"


def test_a_refusal_holds_back_its_own_dossier_only(counter: EnrolledCounter) -> None:
    bad = counter.counter.receive()
    follows = counter.counter.follow_up(bad.dossier_id)
    good = counter.counter.receive()

    verdicts = send(counter, with_payload(bad, procedure_code=""), follows, good)

    assert [reason(verdict) for verdict in verdicts] == ["malformed-event", "held-back", None]


def test_one_entry_twice_in_a_batch_is_applied_once(counter: EnrolledCounter) -> None:
    received = counter.counter.receive()

    verdicts = send(counter, received, received)

    assert [v.outcome for v in verdicts] == [Outcome.APPLIED, Outcome.ALREADY_APPLIED]


def test_a_kind_that_the_province_does_not_know_is_kept(counter: EnrolledCounter) -> None:
    received = counter.counter.receive()
    strange = counter.counter.follow_up(received.dossier_id)
    strange = rehashed(strange, kind="InventedLater", version=7, payload={"x": [1, 2.5, "ơ"]})

    verdicts = send(counter, received, strange)

    assert {verdict.outcome for verdict in verdicts} == {Outcome.APPLIED}


def test_an_entry_larger_than_a_batch_is_refused_before_it_is_sent(
    counter: EnrolledCounter,
) -> None:
    large = counter.counter.receive(summary="ơ" * 5_000_000)

    assert [reason(verdict) for verdict in send(counter, large)] == ["event-too-large"]


def test_a_batch_is_cut_to_the_servers_limits(counter: EnrolledCounter) -> None:
    entries = [counter.counter.receive(summary="x" * 3_000_000) for _ in range(4)]

    assert len(send(counter, *entries)) == 2
    assert counter.synchronise().events_sent == 4


def test_numbers_of_one_agency_are_given_to_one_counter(server: RunningServer) -> None:
    enrol_counter(server, agency="H27", number=1, numbers=(1, 99))
    enrol_counter(server, agency="H27", number=1, numbers=(200, 299))

    for agency, number, numbers in [
        ("H27", 2, (99, 120)),
        ("H27", 2, (300, 299)),
        ("H27", 2, (0, 9)),
        ("H27", 0, (300, 399)),
        ("hà nam", 1, (1, 9)),
        ("H27\n", 1, (1, 9)),
    ]:
        with pytest.raises(BadStationError):
            server.issue_enrolment_code(agency=agency, station_number=number, number_range=numbers)


def test_a_token_names_every_range_of_its_counter(server: RunningServer) -> None:
    enrol_counter(server, agency="H28", number=1, numbers=(1, 99))
    counter = enrol_counter(server, agency="H28", number=1, numbers=(200, 299))

    ranges = counter.enrolment.number_ranges

    assert [(r.first, r.last) for r in ranges] == [(1, 99), (200, 299)]
