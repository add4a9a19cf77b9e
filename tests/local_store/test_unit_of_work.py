"""The unit of work over SQLCipher keeps the contract, and more: durability and the anchor."""

from datetime import timedelta
from pathlib import Path

import pytest
import uuid6

from local_store.anchor import Head
from local_store.home import OpenStore
from local_store.printer_claims import claim_printer
from local_store.problems import StoreBehindError
from local_store.unit_of_work import StoreUnitOfWork
from station.domain.clock_guard import Contact
from station.domain.dossier import StoredFile, SubmittedDocument
from station.domain.numbers import NumberRange, NumbersSpentError
from station.domain.spool import PrintState
from station.ports.print_jobs import PrintJob
from tests.builders import FEE, MONDAY, PRINTED
from tests.fake_work import FakeWork
from tests.local_store.homes import STATION, happen, receive
from tests.unit_of_work_contract import DAY, UnitOfWorkContract

PAGE = StoredFile(sha256="ab" * 32, size=9, media_type="application/pdf", pages=2)
PAPER = SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, files=(PAGE,))


class TestOverSqlcipher(UnitOfWorkContract):
    @pytest.fixture(autouse=True)
    def _over(self, store: OpenStore) -> None:
        self.store = store

    def new_work(self) -> StoreUnitOfWork:
        return self.store.unit_of_work()

    def test_an_agency_without_a_range_has_no_numbers(self) -> None:
        with pytest.raises(NumbersSpentError), self.new_work() as work:
            work.numbers.take("000.00.99.H25", DAY)


class TestOverLists(UnitOfWorkContract):
    @pytest.fixture(autouse=True)
    def _over(self) -> None:
        self.work = FakeWork(STATION, [NumberRange(first=300, last=302)])

    def new_work(self) -> FakeWork:
        return self.work


def test_what_was_committed_is_there_after_opening_again(store: OpenStore, key: bytes) -> None:
    dossier = receive(store)
    store.close()

    again = OpenStore(store.home, key)

    assert again.queries.find(dossier.code) == dossier.dossier_id
    assert again.queries.dossier(dossier.dossier_id) == dossier
    again.close()


def test_every_entry_waits_for_the_province(store: OpenStore) -> None:
    dossier = receive(store)
    happen(store, dossier.dossier_id, FEE)

    waiting = store.outbox.waiting_events(10)

    assert [entry.kind for entry in waiting] == ["DossierReceived", "FeeCollected"]
    assert waiting == store.queries.history(dossier.dossier_id)


def test_a_file_that_two_dossiers_share_is_sent_once(store: OpenStore) -> None:
    receive(store, documents=(PAPER, PAPER))
    receive(store, documents=(PAPER,))

    assert [file.sha256 for file in store.outbox.waiting_files(10)] == [PAGE.sha256]


def test_a_paper_is_queued_until_it_is_printed(store: OpenStore) -> None:
    dossier = receive(store)
    (job,) = store.queries.queued_prints()
    assert (job.dossier_id, job.form, job.paper, job.state, job.printer) == (
        dossier.dossier_id, "01", "a5", PrintState.QUEUED, None,
    )  # fmt: skip

    _note(store, job, PrintState.PRINTING, printer="HP")
    _note(store, job, PrintState.FAILED, error="DEV-022")
    (failed,) = store.queries.queued_prints()
    assert (failed.state, failed.last_error, failed.printer) == (
        PrintState.FAILED, "DEV-022", "HP",
    )  # fmt: skip

    _note(store, job, PrintState.PRINTING)
    _note(store, job, PrintState.PRINTED)
    assert store.queries.queued_prints() == []


def test_a_paper_that_another_one_replaced_waits_no_more(store: OpenStore) -> None:
    receive(store)
    (job,) = store.queries.queued_prints()

    _note(store, job, PrintState.REPLACED)

    assert store.queries.queued_prints() == []


def test_a_printer_is_one_program_s_at_a_time(store: OpenStore) -> None:
    with store.claim_printer("HP") as ours, claim_printer(store.home, "HP", wait_s=0) as theirs:
        assert (ours, theirs) == (True, False)
        with claim_printer(store.home, "Máy in nhiệt", wait_s=0) as another:
            assert another
    with claim_printer(store.home, "HP", wait_s=0) as later:
        assert later


def test_no_citizen_waits_until_the_write_ahead_log_is_cleared(
    store: OpenStore, home: Path
) -> None:
    def in_the_database() -> int:
        return (home / "store.db").stat().st_size

    before = in_the_database()
    with store.unit_of_work() as work:
        work.keep_secret("long", "a" * 6_000_000)
        work.commit()

    receive(store)
    assert in_the_database() == before

    (job,) = store.queries.queued_prints()
    _note(store, job, PrintState.PRINTING)
    _note(store, job, PrintState.PRINTED)
    assert in_the_database() > before + 6_000_000


def _note(store: OpenStore, job: PrintJob, state: PrintState, **more: str) -> None:
    with store.unit_of_work() as work:
        work.note_print(job.job_id, state, **more)
        work.commit()


def test_codes_are_given_for_many_dossiers_at_once(store: OpenStore) -> None:
    one, other = receive(store), receive(store)
    unknown = uuid6.uuid7()

    codes = store.queries.codes_of(
        [one.dossier_id, unknown, *(uuid6.uuid7() for _ in range(700)), other.dossier_id]
    )

    assert codes == {one.dossier_id: one.code, other.dossier_id: other.code}
    assert store.queries.codes_of([]) == {}


def test_the_list_follows_every_fact(store: OpenStore) -> None:
    dossier = receive(store, documents=(PAPER,))
    (line,) = store.queries.newest()
    assert (line.dossier_code, line.pages, line.documents_handed_in, line.documents_wanted) == (
        dossier.code, 2, 1, 1,
    )  # fmt: skip
    assert line.party_number == "0351******45"

    after = happen(store, dossier.dossier_id, PRINTED)

    assert len(after.prints) == 1
    assert store.queries.dossier(dossier.dossier_id) == after


def test_nothing_is_written_on_a_journal_that_lost_its_end(store: OpenStore) -> None:
    receive(store)
    store._anchor.create(Head(9, "f" * 64))

    with pytest.raises(StoreBehindError) as caught, store.unit_of_work():
        raise AssertionError("it must not begin")

    assert caught.value.details == {"newest": 1, "known": 9}
    assert len(store.queries.newest()) == 1  # reading goes on


def test_nothing_is_written_on_another_history_than_the_one_seen(store: OpenStore) -> None:
    receive(store)
    store._anchor.create(Head(1, "f" * 64))

    with pytest.raises(StoreBehindError), store.unit_of_work():
        raise AssertionError("it must not begin")


def test_an_anchor_that_knows_less_or_nothing_stops_nobody(store: OpenStore) -> None:
    receive(store)
    store._anchor.create(Head(0, "0" * 64))
    receive(store)
    (store.home / "journal.head").write_bytes(b"\x00" * 100)

    dossier = receive(store)

    assert store._anchor.read() == Head(3, store.queries.history(dossier.dossier_id)[-1].hash)


def test_the_server_s_clock_is_known_from_the_last_contact(store: OpenStore) -> None:
    with store.unit_of_work() as work:
        before = work.contact()
    store.outbox.note_contact(at=MONDAY, clock_offset_s=-2.5)
    with store.unit_of_work() as work:
        after = work.contact()

    assert before is None
    assert after == Contact(MONDAY, timedelta(seconds=-2.5))


def test_a_reprint_waits_with_its_reason(store: OpenStore) -> None:
    dossier = receive(store)
    with store.unit_of_work() as work:
        work.queue_print(
            dossier.dossier_id, form="01", paper="a5", at=MONDAY, reason="công dân làm mất"
        )
        work.commit()

    assert [job.reason for job in store.queries.queued_prints()] == [None, "công dân làm mất"]
