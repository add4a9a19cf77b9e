"""The store keeps the outbox's contract, and what only a store can break."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from local_store.home import OpenStore
from local_store.numbers import ranges_of
from local_store.problems import PageDamagedError
from station.domain.dossier import StoredFile, SubmittedDocument
from station.domain.journal import JournalEntry
from station.domain.numbers import NumberRange, OverlappingRangesError
from station.ports.outbox import Outbox
from station.ports.province import Enrolment, Outcome, Verdict
from tests.builders import FEE, MONDAY
from tests.local_store.homes import AGENCY, happen, receive
from tests.outbox_contract import OutboxContract, acceptance, refused


class StoreHarness:
    """The acts of the contract at a real store."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store
        self._days = 0

    @property
    def outbox(self) -> Outbox:
        return self._store.outbox

    def receive(self, **changes: Any) -> JournalEntry:
        self._days += 1
        dossier = receive(self._store, days=self._days, **changes)
        return self._store.queries.history(dossier.dossier_id)[-1]

    def follow_up(self, dossier_id: UUID | None) -> JournalEntry:
        assert dossier_id is not None
        happen(self._store, dossier_id, FEE)
        return self._store.queries.history(dossier_id)[-1]

    def add_file(self, content: bytes) -> str:
        self._days += 1
        sha256 = self._store.vault.put(content)
        file = StoredFile(sha256=sha256, size=len(content), media_type="application/pdf", pages=1)
        paper = SubmittedDocument(
            index=1, name="Tờ khai", mandatory=True, originals=1, files=(file,)
        )
        receive(self._store, days=self._days, documents=(paper,))
        return sha256

    def status_of(self, dossier_id: UUID) -> str:
        (line,) = (one for one in self._store.queries.newest() if one.dossier_id == dossier_id)
        assert line.status == self._store.queries.dossier(dossier_id).status
        return line.status.value

    def number_ranges(self) -> tuple[NumberRange, ...]:
        with self._store._database.reading() as connection:
            return tuple(ranges_of(connection, "H25"))


class TestStoreOutbox(OutboxContract):
    @pytest.fixture
    def harness(self, store: OpenStore) -> StoreHarness:
        return StoreHarness(store)


def an_enrolment(*ranges: NumberRange) -> Enrolment:
    return Enrolment(
        base_url="https://province.example",
        station_id="000.00.17.H25/3",
        agency_code=AGENCY,
        station_number=3,
        number_ranges=ranges,
        token="a-token-of-some-length",
        server_keys=("ab" * 32,),
        enrolled_at=MONDAY,
    )


def test_how_far_the_province_knows_of_a_dossier_stands_in_its_line(store: OpenStore) -> None:
    dossier = receive(store)
    (entry,) = store.queries.history(dossier.dossier_id)
    assert _delivery(store) == "waiting"

    store.outbox.record_verdicts(refused(entry), at=MONDAY)
    assert _delivery(store) == "refused"

    applied = Verdict(event_id=entry.event_id, outcome=Outcome.APPLIED)
    store.outbox.record_verdicts([applied], at=MONDAY)
    assert _delivery(store) == "sent"


def test_of_a_dossier_its_own_files_are_counted_each_once(store: OpenStore) -> None:
    def a_file(content: bytes) -> StoredFile:
        sha256 = store.vault.put(content)
        return StoredFile(sha256=sha256, size=len(content), media_type="application/pdf", pages=1)

    shared, own = a_file(b"shared"), a_file(b"own")
    paper = SubmittedDocument(
        index=1, name="Tờ khai", mandatory=True, originals=1, files=(shared, own)
    )
    one = receive(store, documents=(paper, replace(paper, index=2)))
    receive(store, days=1, documents=(replace(paper, files=(shared, a_file(b"another's"))),))
    store.outbox.file_sent(shared.sha256, at=MONDAY)

    files = store.outbox.delivery_of(one.dossier_id).files

    assert (files.waiting, files.sent) == (1, 1)


def test_a_refusal_without_a_reason_says_that_there_is_none(store: OpenStore) -> None:
    dossier = receive(store)
    (entry,) = store.queries.history(dossier.dossier_id)

    verdict = Verdict(event_id=entry.event_id, outcome=Outcome.REFUSED)
    store.outbox.record_verdicts([verdict], at=MONDAY)

    (shown,) = store.outbox.refused()
    assert shown.problem.type == "about:blank"


def test_an_own_event_that_comes_back_as_news_changes_nothing(store: OpenStore) -> None:
    dossier = receive(store)
    (entry,) = store.queries.history(dossier.dossier_id)

    echo = acceptance(dossier.dossier_id, event_id=entry.event_id)

    assert store.outbox.take_news([echo], cursor="1") == 0
    assert store.queries.dossier(dossier.dossier_id) == dossier


def test_the_provinces_ranges_replace_the_ones_before_them(store: OpenStore) -> None:
    """No number is given twice, even where the new range overlaps the old one."""
    assert receive(store).code.endswith("-0300")

    store.outbox.save_enrolment(an_enrolment(NumberRange(first=290, last=301)))
    codes = [receive(store).code[-4:]]
    store.outbox.save_enrolment(an_enrolment(NumberRange(first=299, last=310)))
    codes.append(receive(store).code[-4:])

    assert codes == ["0301", "0302"]


def test_an_enrolment_with_ranges_that_overlap_is_not_kept(store: OpenStore) -> None:
    wrong = an_enrolment(NumberRange(first=1, last=10), NumberRange(first=10, last=20))

    with pytest.raises(OverlappingRangesError):
        store.outbox.save_enrolment(wrong)

    assert store.outbox.enrolment() is None
    assert receive(store).code.endswith("-0300")


@pytest.mark.parametrize("name", ["../../keyring.json", "", "AB" * 32, "é" * 64, "/etc/passwd"])
def test_a_file_can_only_be_asked_for_by_a_sha256(store: OpenStore, name: str) -> None:
    with pytest.raises(PageDamagedError):
        store.outbox.read_file(name)


def _delivery(store: OpenStore) -> str:
    (line,) = store.queries.newest()
    return line.delivery
