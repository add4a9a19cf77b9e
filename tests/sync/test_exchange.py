"""Station and reference server, over HTTP on loopback."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import uuid6

from station.codec import from_plain
from station.domain.documents import SubmittedDocument
from station.domain.events import (
    ApprovalAsked,
    ApprovalRefused,
    Corrected,
    NumbersRevealed,
    SupplementBrought,
)
from station.domain.procedure import StartRule
from station.ports.province import (
    EnrolmentRefusedError,
    ForgedTimeError,
    ProvinceEvent,
    TokenRefusedError,
)
from sync.client.province import HttpEnroller, HttpProvince
from sync.reference_server.server import RunningServer
from tests.builders import FEE, MONDAY
from tests.sync.stations import KEY, EnrolledCounter, enrol_counter


def test_files_that_were_brought_later_are_the_dossiers_too(
    counter: EnrolledCounter,
) -> None:
    received = counter.counter.receive(b"%PDF page")
    (form,) = from_plain(received.payload["documents"], tuple[SubmittedDocument, ...])
    (first,) = form.files
    content = b"%PDF brought"
    later = replace(first, sha256=counter.counter.add_file(content), size=len(content))
    other = SubmittedDocument(index=0, name="Giấy khác", mandatory=False, files=(later,))
    brought = SupplementBrought(documents=(form, other), still_lacking=())
    counter.counter.write(brought, received.dossier_id)

    assert counter.synchronise().error is None
    with counter.province() as province:
        seen = province.dossier(received.payload["dossier_code"])

    assert seen is not None
    assert [file.present for file in seen.files] == [True, True]
    assert {file.sha256 for file in seen.files} == {first.sha256, later.sha256}


def test_a_round_brings_events_and_files_over_and_news_back(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    received = counter.counter.receive(b"%PDF page", b"%PDF other page")
    counter.counter.follow_up(received.dossier_id)
    assert counter.synchronise().error is None
    code = received.payload["dossier_code"]
    server.accept(code)

    report = counter.synchronise()

    assert (report.news_taken, report.error) == (1, None)
    status = counter.counter.outbox.status()
    assert (status.events.waiting, status.events.sent) == (0, 2)
    assert (status.files.waiting, status.files.sent) == (0, 2)
    assert received.dossier_id is not None
    assert counter.counter.status_of(received.dossier_id) == "processing"
    with counter.province() as province:
        seen = province.dossier(code)
    assert seen is not None
    assert seen.status == "processing"
    assert all(file.present for file in seen.files)
    assert [fact.kind for fact in seen.history] == [
        "DossierReceived",
        "SlipPrinted",
        "DossierAcceptedByAgency",
    ]


def test_what_waits_for_approval_and_who_looked_is_sent_and_changes_nothing(
    counter: EnrolledCounter,
) -> None:
    at_work = counter.counter
    received = at_work.receive()
    asked = ApprovalAsked(
        request_id=uuid6.uuid7(),
        officer_name="Trần Thị Hạnh",
        waiting_kind="DossierCorrected",
        waiting_version=1,
        waiting={"changes": {"summary": "Thửa 121"}, "reason": "gõ sai"},
        dossier_version=1,
        before=Corrected(summary="Thửa 112"),
    )
    refused = ApprovalRefused(request_id=asked.request_id, officer_name="Bình", reason="hỏi lại")
    seen = NumbersRevealed(officer_name="Trần Thị Hạnh")
    for event in (asked, refused, seen):
        at_work.write(event, received.dossier_id)
    at_work.write(replace(asked, request_id=uuid6.uuid7(), dossier_version=0, before=None), None)

    assert counter.synchronise().error is None

    status = at_work.outbox.status()
    assert (status.events.waiting, status.events.refused, status.events.sent) == (0, 0, 5)
    with counter.province() as province:
        known = province.dossier(received.payload["dossier_code"])
    assert known is not None
    assert known.status == "received"


def test_a_missing_file_holds_nothing_back_and_shows_as_missing(counter: EnrolledCounter) -> None:
    received = counter.counter.receive(b"lost", b"found")
    lost = received.payload["documents"][0]["files"][0]["sha256"]
    counter.counter.outbox.contents[lost] = b"damaged on the disk"

    report = counter.synchronise()

    assert report.error is not None
    assert report.error.code == "TST-001"
    assert (report.events_sent, report.files_sent, report.files_failed) == (1, 1, 1)
    with counter.province() as province:
        seen = province.dossier(received.payload["dossier_code"])
    assert seen is not None
    assert {file.sha256: file.present for file in seen.files}[lost] is False


def test_the_clock_offset_is_the_servers_time_minus_ours(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    before = server.backend.now()

    counter.synchronise()

    offset_s = counter.counter.outbox.status().clock_offset_s
    assert offset_s is not None
    assert before <= MONDAY + timedelta(seconds=offset_s) <= server.backend.now()


def test_a_time_that_another_key_signed_is_refused(counter: EnrolledCounter) -> None:
    stranger = replace(counter.enrolment, server_keys=("ab" * 32,))

    with HttpProvince(stranger) as province, pytest.raises(ForgedTimeError):
        province.server_time()


def test_another_agency_sees_neither_the_dossier_nor_its_news(
    server: RunningServer, new_counter: Callable[[], EnrolledCounter]
) -> None:
    ours, theirs = new_counter(), new_counter()
    code = ours.counter.receive().payload["dossier_code"]
    ours.synchronise()
    server.accept(code)

    with theirs.province() as province:
        assert province.dossier(code) is None
        assert province.news(None).events == ()


def test_accepting_twice_is_one_piece_of_news(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    code = counter.counter.receive().payload["dossier_code"]
    counter.synchronise()

    assert server.accept(code) == server.accept(code)

    with counter.province() as province:
        assert len(province.news(None).events) == 1


def test_news_comes_in_pages_that_lose_nothing(
    server: RunningServer, counter: EnrolledCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.reference_server.acts.PAGE_LENGTH", 2)
    codes = [counter.counter.receive().payload["dossier_code"] for _ in range(5)]
    counter.synchronise()
    for code in codes:
        server.accept(code)

    report = counter.synchronise()

    assert report.news_taken == 5
    taken: list[ProvinceEvent] = list(counter.counter.outbox.news.values())
    assert [event.dossier_code for event in taken] == codes


def test_events_of_a_dossier_may_come_from_two_stations_of_the_agency(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    colleague = enrol_counter(server, agency=counter.counter.agency, number=4, numbers=(400, 499))
    received = counter.counter.receive()
    counter.synchronise()
    colleague.counter.write(FEE, received.dossier_id)

    assert colleague.synchronise().error is None

    assert colleague.counter.outbox.status().events.sent == 1


def test_two_servers_on_one_database_serve_the_counters_of_one_agency(tmp_path: Path) -> None:
    def start() -> RunningServer:
        return RunningServer(
            database=f"sqlite:///{tmp_path / 'p.db'}", files=str(tmp_path / "f"), version="test"
        )

    with start() as one, start() as two:
        counters = [
            enrol_counter(one, agency="H25", number=n, numbers=(100 * n, 100 * n + 99))
            for n in (1, 2, 3, 4)
        ]

        def work(number: int) -> None:
            counter, server = counters[number], (one, two)[number % 2]
            for _ in range(3):
                received = counter.counter.receive(bytes([number]) * 100)
                counter.synchronise(server.base_url)
                server.accept(received.payload["dossier_code"])
                counter.counter.follow_up(received.dossier_id)

        with ThreadPoolExecutor() as pool:
            list(pool.map(work, range(4)))
        reports = [counter.synchronise() for counter in counters]

    assert [report.error for report in reports] == [None] * 4
    for counter in counters:
        assert counter.counter.outbox.status().events.sent == 6
        told = [news.kind for news in counter.counter.outbox.news.values()]
        assert told.count("DossierAcceptedByAgency") == 12  # nobody missed the others' news


def test_enrolling_again_with_the_same_code_and_key_replaces_the_token(
    server: RunningServer,
) -> None:
    code = server.issue_enrolment_code(agency="H26.1", station_number=1, number_range=(1, 99))

    first, second = (
        HttpEnroller().enrol(
            base_url=server.base_url, code=written, station_id="H26.1/1", station_key=KEY
        )
        for written in (code, f" {code.lower()} ")
    )

    with HttpProvince(first) as province, pytest.raises(TokenRefusedError):
        province.news(None)
    with HttpProvince(second) as province:
        assert province.news(None).events == ()
    assert first.number_ranges == second.number_ranges


@pytest.mark.parametrize(
    ("station_id", "key", "wrong_code"),
    [
        pytest.param("H26.2/1", bytes(32), False, id="another key"),
        pytest.param("H26.2/2", KEY, False, id="another counter"),
        pytest.param("H26.2/1", KEY, True, id="another code"),
    ],
)
def test_a_code_is_good_for_one_key_of_one_counter(
    server: RunningServer, station_id: str, key: bytes, wrong_code: bool
) -> None:
    code = server.issue_enrolment_code(agency="H26.2", station_number=1, number_range=(1, 99))
    enrol = HttpEnroller().enrol
    enrol(base_url=server.base_url, code=code, station_id="H26.2/1", station_key=KEY)

    with pytest.raises(EnrolmentRefusedError) as caught:
        enrol(
            base_url=server.base_url,
            code="AAAAA-BBBBB-CCCCC" if wrong_code else code,
            station_id=station_id,
            station_key=key,
        )

    assert caught.value.details["type"] == "urn:tram-mot-cua:problem:enrolment-refused"
    enrol(base_url=server.base_url, code=code, station_id="H26.2/1", station_key=KEY)


def test_n13_what_overtakes_the_others_breaks_no_chain_and_keeps_its_own_time(
    counter: EnrolledCounter,
) -> None:
    here = counter.counter.receive()
    elsewhere = counter.counter.receive(start_rule=StartRule.AGENCY_RECEIPT)
    counter.counter.follow_up(here.dossier_id)
    counter.counter.follow_up(elsewhere.dossier_id)

    report = counter.synchronise(batch=1)

    assert (report.events_sent, report.events_refused, report.error) == (4, 0, None)
    with counter.province() as province:
        view = province.dossier(elsewhere.payload["dossier_code"])
    assert view is not None
    assert [fact.occurred_at for fact in view.history] == [MONDAY] * 2
