"""One round: order, refusals, faults, pauses."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from station.domain.journal import JournalEntry
from station.errors import StationError
from station.ports.province import (
    BadAnswerError,
    FileRefusedError,
    NewsPage,
    TokenRefusedError,
)
from station.usecases.synchronise import LARGEST_BATCH, SyncReport
from tests.builders import MONDAY
from tests.outbox_contract import acceptance
from tests.station.sync_rounds import FAULT, UNREACHABLE, a_round, choke_on, refuse
from tests.sync_fakes import FakeCounter, FakeProvince


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter()


@pytest.fixture
def province() -> FakeProvince:
    return FakeProvince()


def test_everything_goes_over_in_the_order_of_the_journal(
    counter: FakeCounter, province: FakeProvince
) -> None:
    received = counter.receive(b"a page")
    counter.follow_up(received.dossier_id)
    counter.receive(b"page")

    report = a_round(counter, province)

    assert province.applied == counter.outbox.entries
    assert [len(counter.outbox.contents[digest]) for digest in province.files] == [4, 6]
    assert report == SyncReport(
        events_sent=3,
        events_refused=0,
        news_taken=0,
        files_sent=2,
        files_failed=0,
        paused=False,
        error=None,
        batch=LARGEST_BATCH,
    )


def test_small_things_go_first(counter: FakeCounter, province: FakeProvince) -> None:
    counter.receive(b"page")

    a_round(counter, province)

    assert province.calls == ["time", "send", "news", "upload"]


def test_the_contact_notes_how_far_the_clock_is_from_the_servers(
    counter: FakeCounter, province: FakeProvince
) -> None:
    province.time = MONDAY + timedelta(seconds=90)

    a_round(counter, province)

    assert counter.outbox.contact == (MONDAY, 90.0)


def test_a_refused_event_holds_back_its_own_dossier_only(
    counter: FakeCounter, province: FakeProvince
) -> None:
    bad, good = counter.receive(), counter.receive()
    behind = counter.follow_up(bad.dossier_id)
    beside = counter.follow_up(good.dossier_id)
    refuse(province, bad, behind)

    report = a_round(counter, province)

    assert (report.events_sent, report.events_refused) == (2, 1)
    assert province.applied == [good, beside]
    assert [event.event_id for event in counter.outbox.refused()] == [bad.event_id]
    assert counter.outbox.status().events.waiting == 1
    assert a_round(counter, province).events_sent == 0


def test_what_waited_behind_a_refusal_goes_when_it_is_settled(
    counter: FakeCounter, province: FakeProvince
) -> None:
    bad = counter.receive()
    counter.follow_up(bad.dossier_id)
    refuse(province, bad)
    a_round(counter, province, batch=1)
    province.refusals.clear()

    counter.outbox.send_again(bad.event_id)

    assert a_round(counter, province).events_sent == 2
    assert province.applied == counter.outbox.entries


def test_an_event_that_the_server_chokes_on_stops_no_other_dossier(
    counter: FakeCounter, province: FakeProvince
) -> None:
    dossiers = [counter.receive() for _ in range(8)]
    later = [counter.follow_up(entry.dossier_id) for entry in dossiers]
    choke_on(province, dossiers[3])

    report = a_round(counter, province)

    assert report.error is FAULT
    assert report.events_sent == 14
    assert counter.outbox.waiting_events(99) == [dossiers[3], later[3]]
    assert counter.outbox.refused() == []


def test_what_follows_such_an_event_does_not_overtake_it(
    counter: FakeCounter, province: FakeProvince
) -> None:
    first = counter.receive()
    counter.follow_up(first.dossier_id)
    choke_on(province, first)

    a_round(counter, province, batch=1)

    assert province.applied == []
    province.send_hook = lambda _entries: None
    a_round(counter, province)
    assert province.applied == counter.outbox.entries


@pytest.mark.parametrize("error", [FAULT, BadAnswerError("html")], ids=["500", "HTML"])
def test_a_server_that_fails_for_everything_is_left_in_peace(
    counter: FakeCounter, province: FakeProvince, error: StationError
) -> None:
    for _ in range(100):
        counter.receive(b"page")

    def hook(_entries: Sequence[JournalEntry]) -> None:
        raise error

    province.send_hook = hook
    report = a_round(counter, province)

    assert report.error is error
    assert not report.progressed
    assert len(province.batches) < 15
    assert province.files == []


def test_a_batch_that_does_not_get_through_is_smaller_the_next_time(
    counter: FakeCounter, province: FakeProvince
) -> None:
    for _ in range(40):
        counter.receive()

    def too_long_for_the_line(entries: Sequence[JournalEntry]) -> None:
        if len(entries) > 9:
            raise UNREACHABLE

    province.send_hook = too_long_for_the_line
    batch, rounds = LARGEST_BATCH, 0
    while counter.outbox.status().events.waiting:
        report = a_round(counter, province, batch=batch)
        batch, rounds = report.batch, rounds + 1
        assert rounds < 20

    assert province.applied == counter.outbox.entries


def test_a_batch_grows_again_after_a_success(counter: FakeCounter, province: FakeProvince) -> None:
    for _ in range(15):
        counter.receive()

    assert a_round(counter, province, batch=1).batch == 16
    assert province.batches == [1, 2, 4, 8]


def test_a_server_may_take_fewer_than_it_was_given(
    counter: FakeCounter, province: FakeProvince
) -> None:
    for _ in range(7):
        counter.receive()
    province.most_at_once = 3

    assert a_round(counter, province).events_sent == 7
    assert province.batches == [3, 3, 1]


def test_a_line_that_is_cut_ends_the_round_and_keeps_what_was_done(
    counter: FakeCounter, province: FakeProvince
) -> None:
    counter.receive(b"1", b"22", b"333")

    def cut_at_the_second(_digest: str) -> None:
        if province.files:
            raise UNREACHABLE

    province.upload_hook = cut_at_the_second
    report = a_round(counter, province)

    assert report.error is UNREACHABLE
    assert report.progressed
    assert (report.events_sent, report.files_sent, report.files_failed) == (1, 1, 0)
    assert counter.outbox.failures == {}


def test_a_file_that_is_not_taken_stops_no_other(
    counter: FakeCounter, province: FakeProvince
) -> None:
    received = counter.receive(b"1", b"22", b"333")
    smallest = received.payload["documents"][0]["files"][0]["sha256"]
    refusal = FileRefusedError(smallest, "too-large")

    def refuse_it(digest: str) -> None:
        if digest == smallest:
            raise refusal

    province.upload_hook = refuse_it
    report = a_round(counter, province)

    assert report.error is refusal
    assert (report.files_sent, report.files_failed) == (2, 1)
    assert counter.outbox.waiting_files(9)[0].sha256 == smallest


def test_a_file_that_is_damaged_here_stops_no_other(
    counter: FakeCounter, province: FakeProvince
) -> None:
    received = counter.receive(b"1", b"22")
    first = received.payload["documents"][0]["files"][0]["sha256"]
    counter.outbox.contents[first] = b"?"

    report = a_round(counter, province)

    assert (report.files_sent, report.files_failed) == (1, 1)
    assert report.error is not None
    assert report.error.code == "TST-001"


def test_a_server_that_fails_for_every_file_is_left_in_peace(
    counter: FakeCounter, province: FakeProvince
) -> None:
    counter.receive(*[bytes([n]) for n in range(20)])

    def hook(_digest: str) -> None:
        raise FAULT

    province.upload_hook = hook
    report = a_round(counter, province)

    assert report.error is FAULT
    assert report.files_failed == 3


def test_what_happens_at_the_counter_meanwhile_overtakes_the_files(
    counter: FakeCounter, province: FakeProvince
) -> None:
    counter.receive(b"1", b"22")

    def someone_comes(_digest: str) -> None:
        if len(counter.outbox.entries) == 1:
            counter.receive()

    province.upload_hook = someone_comes
    a_round(counter, province)

    assert province.calls == ["time", "send", "news", "upload", "send", "upload"]


def test_news_is_taken_page_by_page(counter: FakeCounter, province: FakeProvince) -> None:
    received = counter.receive()
    assert received.dossier_id is not None
    province.pages = [
        NewsPage(events=(acceptance(received.dossier_id),), cursor="1", more=True),
        NewsPage(events=(acceptance(None), acceptance(None)), cursor="2", more=False),
    ]

    assert a_round(counter, province).news_taken == 3
    assert counter.outbox.news_cursor() == "2"
    assert counter.status_of(received.dossier_id) == "processing"
    assert a_round(counter, province).news_taken == 0


@pytest.mark.parametrize("error", [FAULT, BadAnswerError("no page")])
def test_news_that_the_server_cannot_tell_holds_no_file_back(
    counter: FakeCounter,
    province: FakeProvince,
    error: StationError,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counter.receive(b"a page")

    def choke(_after: str | None) -> NewsPage:
        raise error

    monkeypatch.setattr(province, "news", choke)
    report = a_round(counter, province)

    assert report.error is error
    assert (report.events_sent, report.files_sent) == (1, 1)


def test_news_that_goes_round_in_a_circle_ends(
    counter: FakeCounter, province: FakeProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.receive(b"a page")
    told = acceptance(None)
    asked: list[str | None] = []

    def turn(after: str | None) -> NewsPage:
        asked.append(after)
        assert len(asked) < 10
        return NewsPage(events=(told,), cursor="2" if after == "1" else "1", more=True)

    monkeypatch.setattr(province, "news", turn)
    report = a_round(counter, province)

    assert isinstance(report.error, BadAnswerError)
    assert (report.news_taken, report.files_sent) == (1, 1)


@pytest.mark.parametrize("stops", range(6))
def test_a_pause_comes_between_items_and_loses_nothing(
    counter: FakeCounter, province: FakeProvince, stops: int
) -> None:
    counter.receive(b"1", b"22")

    report = a_round(counter, province, stops=stops)

    assert report.paused
    assert report.error is None
    assert report.events_sent == len(province.applied)
    assert report.files_sent == len(province.files)
    assert not a_round(counter, province).paused
    assert counter.outbox.status().events.waiting == 0
    assert counter.outbox.status().files.waiting == 0


def test_a_token_that_is_not_accepted_ends_the_round(
    counter: FakeCounter, province: FakeProvince
) -> None:
    counter.receive(b"1")
    error = TokenRefusedError("old")
    choke_on(province, counter.outbox.entries[0], error)

    report = a_round(counter, province)

    assert report.error is error
    assert "upload" not in province.calls


def test_a_fault_of_our_own_store_is_raised(counter: FakeCounter, province: FakeProvince) -> None:
    class FullDiskError(StationError):
        code = "TST-002"

    def full(*_args: object, **_kwargs: object) -> None:
        raise FullDiskError

    counter.receive()
    counter.outbox.record_verdicts = full  # type: ignore[method-assign]

    with pytest.raises(FullDiskError):
        a_round(counter, province)
