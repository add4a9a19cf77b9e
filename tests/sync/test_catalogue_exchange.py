"""The catalogue over HTTP: from the reference server into a station's catalogue."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from station.catalogue.pack import PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.domain.journal import VIETNAM
from station.ports.province import BadAnswerError
from station.usecases.fetch_catalogue import CatalogueInbox
from sync.reference_server.server import RunningServer
from tests.catalogue_contract import TODAY, a_pack
from tests.fake_work import FakeWork
from tests.fakes import FakeCatalogue, FakeClock, FakeSecrets
from tests.sync.faults import BadServer, answer
from tests.sync.stations import EnrolledCounter, enrol_counter


def with_inbox(counter: EnrolledCounter, catalogue: FakeCatalogue) -> EnrolledCounter:
    outbox = counter.counter.outbox
    outbox.save_enrolment(counter.enrolment)
    work = FakeWork()
    work.catalogue = catalogue
    inbox = CatalogueInbox(
        catalogue=catalogue,
        secrets=FakeSecrets(),
        outbox=outbox,
        new_work=lambda: work,
        clock=FakeClock(),
        built_at=datetime(2026, 11, 1, tzinfo=VIETNAM),
    )
    return replace(counter, inbox=inbox)


def test_a_published_pack_arrives_signed_and_comes_once(tmp_path: Path) -> None:
    pack = a_pack("7", "1.000001", status=PackStatus.OFFICIAL)
    catalogue = FakeCatalogue()
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'tinh.db'}",
        files=str(tmp_path / "tep"),
        version="test",
        catalogue=pack_to_bytes(pack),
    ) as server:
        counter = with_inbox(enrol_counter(server, agency="H25"), catalogue)

        first, second = counter.synchronise(), counter.synchronise()

    assert (first.error, second.error) == (None, None)
    assert first.catalogue is not None
    assert first.catalogue.pack == "hoc-tap 7"
    assert second.catalogue is None
    known = catalogue.pack("hoc-tap 7")
    assert known is not None
    assert known.signed_by in counter.enrolment.server_keys
    assert catalogue.procedure("1.000001", TODAY) is not None


def test_a_pack_that_is_none_is_told_and_ends_no_round(counter: EnrolledCounter) -> None:
    """The server of all tests publishes some bytes."""
    report = with_inbox(counter, FakeCatalogue()).synchronise()

    assert report.error is None
    assert report.catalogue is not None
    assert report.catalogue.refused in {"CAT-001", "CAT-004"}


def test_a_server_that_publishes_none_is_no_fault(tmp_path: Path) -> None:
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'tinh.db'}", files=str(tmp_path / "tep"), version="test"
    ) as server:
        counter = with_inbox(enrol_counter(server, agency="H25"), FakeCatalogue())

        report = counter.synchronise()

    assert (report.error, report.catalogue) == (None, None)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"ETag": '"a"'},
        {"ETag": '"a"', "Catalogue_Signature": "ff"},
        {"ETag": "a", "Catalogue_Signature": "0" * 128},
        {"ETag": '"' + "a" * 300 + '"', "Catalogue_Signature": "0" * 128},
    ],
)
def test_a_pack_without_its_tag_and_signature_is_no_answer(
    headers: dict[str, str], counter: EnrolledCounter, bad_server: BadServer
) -> None:
    bad_server.answer = answer(b"{}", media_type="application/octet-stream", **headers)
    with counter.province(bad_server.base_url) as province, pytest.raises(BadAnswerError):
        province.catalogue(None)
