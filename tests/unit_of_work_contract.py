"""What every unit of work promises, whether over SQLCipher or over lists."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import uuid6

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Days, DossierFilter, SavedFilter
from station.domain.events import ApprovalAsked, ApprovalRefused, Event
from station.domain.facts import BrokenHistoryError
from station.domain.journal import GENESIS, JournalEntry
from station.domain.numbers import NumbersSpentError
from station.domain.spool import PrintState
from station.ports.draft_files import DraftFile, FileRole
from station.ports.drafts import Bookmark, KeptDraft
from station.ports.print_jobs import PrintJobChangedError
from station.ports.remembered_people import RememberedPerson
from station.ports.store import UnitOfWork
from tests.builders import FEE, MONDAY, a_reception
from tests.journal_chain import first_break

AGENCY = "000.00.17.H25"
DAY = date(2026, 11, 23)


class UnitOfWorkContract:
    """Inherit it and give ``new_work``: each over the same store of one test.

    The station has the numbers 300 to 302 of ``AGENCY``.
    """

    def new_work(self) -> UnitOfWork:
        raise NotImplementedError

    def test_the_first_entry_follows_the_genesis(self) -> None:
        with self.new_work() as work:
            assert work.journal.last() is None
            entry = _append(work, uuid6.uuid7())
            work.commit()

        assert (entry.sequence, entry.previous_hash) == (1, GENESIS)

    def test_entries_of_several_acts_make_one_chain(self) -> None:
        entries = []
        for _ in range(3):
            with self.new_work() as work:
                entries += [_append(work, uuid6.uuid7()), _append(work, uuid6.uuid7())]
                work.commit()

        assert [entry.sequence for entry in entries] == [1, 2, 3, 4, 5, 6]
        assert len({entry.event_id for entry in entries}) == 6
        assert first_break(entries) is None

    def test_leaving_without_a_commit_changes_nothing(self) -> None:
        with self.new_work() as work:
            work.numbers.take(AGENCY, DAY)
            _append(work, uuid6.uuid7())

        with self.new_work() as work:
            assert work.journal.last() is None
            assert work.numbers.take(AGENCY, DAY) == 300

    def test_files_of_a_draft_come_back_in_the_order_in_which_they_came(self) -> None:
        draft, other = uuid6.uuid7(), uuid6.uuid7()
        page, file, of_other = _file(draft), _file(draft, role=FileRole.FILE), _file(other)
        with self.new_work() as work:
            for one in (page, file, of_other):
                work.draft_files.add(one)
            work.draft_files.note_clean(page.file_id, "c" * 64, {"blank": False})
            work.commit()

        with self.new_work() as work:
            cleaned = replace(page, clean="c" * 64, findings={"blank": False})
            assert work.draft_files.of(draft) == [cleaned, file]
            assert work.draft_files.of(draft, FileRole.FILE) == [file]
            assert work.draft_files.of(other) == [of_other]
            work.draft_files.drop(draft)  # nothing of that is committed

        with self.new_work() as work:
            assert len(work.draft_files.of(draft)) == 2

    def test_only_contents_that_nothing_mentions_are_given_up(self) -> None:
        draft, other = uuid6.uuid7(), uuid6.uuid7()
        mine, shared = _file(draft, sha256="a" * 64), _file(draft, sha256="b" * 64)
        with self.new_work() as work:
            for one in (mine, shared, _file(other, sha256="b" * 64)):
                work.draft_files.add(one)
            work.draft_files.note_clean(mine.file_id, "c" * 64, {})
            work.draft_files.keep_session(draft, {"pages": []}, MONDAY)
            assert work.draft_files.drop(draft, [shared.file_id]) == []
            assert work.draft_files.session(draft) == {"pages": []}
            assert work.draft_files.drop(draft) == ["a" * 64, "c" * 64]
            assert work.draft_files.session(draft) is None
            assert work.draft_files.drop(other) == ["b" * 64]

    def test_files_whose_draft_is_gone_are_dropped_after_a_while(self) -> None:
        draft, nobody = _a_draft(), uuid6.uuid7()
        with self.new_work() as work:
            work.drafts.keep(draft)
            work.draft_files.add(_file(draft.draft_id))
            work.draft_files.add(_file(nobody, sha256="b" * 64))
            work.draft_files.keep_session(nobody, {}, MONDAY)
            assert work.draft_files.drop_left(MONDAY) == []
            assert work.draft_files.drop_left(MONDAY + timedelta(seconds=1)) == ["b" * 64]
            assert work.draft_files.session(nobody) is None
            assert len(work.draft_files.of(draft.draft_id)) == 1

    def test_each_officer_has_one_bookmark_until_it_is_old(self) -> None:
        first = Bookmark(officer_id="quay3", description={"place": "till"}, saved_at=MONDAY)
        later = replace(first, description={"place": "log"}, saved_at=MONDAY + timedelta(days=1))
        other = replace(first, officer_id="quay4")
        with self.new_work() as work:
            for mark in (first, other, later):
                work.drafts.mark(mark)
            work.commit()
        with self.new_work() as work:
            assert work.drafts.bookmark("quay3") == later
            assert work.drafts.bookmark("nobody") is None
            assert work.drafts.drop_bookmarks(MONDAY) == 0
            assert work.drafts.drop_bookmarks(later.saved_at) == 1
            assert work.drafts.bookmark("quay4") is None
            assert work.drafts.bookmark("quay3") == later

    def test_each_officer_has_filters_in_their_order(self) -> None:
        wanted = DossierFilter(
            received=Days.BETWEEN, received_from=MONDAY.date(), status=DossierStatus.PROCESSING
        )
        mine = [SavedFilter(name="Đất đai", wanted=wanted), SavedFilter(name="A", wanted=wanted)]
        with self.new_work() as work:
            work.saved_filters.keep("quay3", mine[:1])
            work.saved_filters.keep("quay3", mine)
            work.saved_filters.keep("quay4", mine[1:])
            work.commit()
        with self.new_work() as work:
            work.saved_filters.keep("quay3", [])
        with self.new_work() as work:
            assert list(work.saved_filters.of("quay3")) == mine
            assert list(work.saved_filters.of("quay4")) == mine[1:]
            assert list(work.saved_filters.of("nobody")) == []

    def test_a_draft_is_kept_in_place_of_itself_and_dropped(self) -> None:
        first = _a_draft(code="HD-AAAAAAA")
        other = _a_draft(officer_id="xa", saved_at=MONDAY + timedelta(minutes=1))
        with self.new_work() as work:
            work.drafts.keep(first)
            work.drafts.keep(other)
            work.drafts.keep(replace(first, officer_id="quay4", description={"summary": "Ễ"}))
            work.commit()
        with self.new_work() as work:
            drafts = work.drafts
            assert [one.draft_id for one in drafts.every()] == [other.draft_id, first.draft_id]
            assert drafts.every("quay3") == []
            found = drafts.by_code("HD-AAAAAAA")
            assert found is not None
            assert (found.officer_id, found.description) == ("quay4", {"summary": "Ễ"})
            assert found.saved_at == first.saved_at
            assert drafts.get(first.draft_id) == found
            assert (drafts.drop(other.draft_id), drafts.drop(other.draft_id)) == (True, False)
            assert drafts.drop_expired(first.expires_on) == 0
            assert drafts.drop_expired(first.expires_on + timedelta(days=1)) == 1
        with self.new_work() as work:
            assert len(work.drafts.every()) == 2  # nothing of that was committed

    def test_a_person_is_remembered_until_their_day(self) -> None:
        person = RememberedPerson(
            number="035199012345",
            ref="r1",
            said={"phone": "0912345678"},
            consented_at=MONDAY,
            officer_id="quay3",
            expires_on=DAY + timedelta(days=365),
        )
        with self.new_work() as work:
            work.remembered.remember(person)
            work.remembered.remember(replace(person, said={"phone": "0987654321"}))
            work.commit()
        with self.new_work() as work:
            people = work.remembered
            found = people.recall(person.number, person.expires_on)
            assert found == replace(person, said={"phone": "0987654321"})
            assert people.recall(person.number, person.expires_on + timedelta(days=1)) is None
            assert people.forget_expired(person.expires_on) == 0
            assert (people.forget(person.number), people.forget(person.number)) == (True, False)

    def test_an_error_changes_nothing_and_goes_on(self) -> None:
        with pytest.raises(ZeroDivisionError):
            self._fail_half_way()

        with self.new_work() as work:
            assert work.journal.last() is None
            assert work.numbers.take(AGENCY, DAY) == 300

    def test_numbers_are_given_without_a_gap_and_end_with_the_range(self) -> None:
        assert [self._taken(DAY) for _ in range(3)] == [300, 301, 302]

        with pytest.raises(NumbersSpentError), self.new_work() as work:
            work.numbers.take(AGENCY, DAY)

    def test_each_day_begins_anew(self) -> None:
        assert [self._taken(DAY), self._taken(DAY + timedelta(days=1))] == [300, 300]

    def test_a_dossier_is_what_its_entries_make(self) -> None:
        mine, other = uuid6.uuid7(), uuid6.uuid7()
        with self.new_work() as work:
            _append(work, mine)
            _append(work, other, code="000.00.17.H25-261123-0301")
            _append_fee(work, mine)
            dossier = work.project(mine)
            work.project(other)
            work.commit()

        assert dossier.dossier_id == mine
        assert dossier.code == "000.00.17.H25-261123-0300"
        assert dossier.paid_vnd == 15_000

    def test_a_dossier_without_entries_cannot_be_projected(self) -> None:
        with pytest.raises(BrokenHistoryError), self.new_work() as work:
            work.project(uuid6.uuid7())

    def test_what_waits_for_approval_is_seen_at_once_and_until_it_is_answered(self) -> None:
        asked, answer = _requested()
        with self.new_work() as work:
            _append_to_none(work, asked)
            (waiting,) = work.approvals.waiting()
            assert (waiting.asked, waiting.officer_id) == (asked, "quay3")
            assert work.approvals.waiting_one(asked.request_id) == waiting
            assert work.approvals.answered(10) == []
            work.commit()

        with self.new_work() as work:
            _append_to_none(work, answer)
            assert work.approvals.waiting() == []
            assert work.approvals.waiting_one(asked.request_id) is None
            (answered,) = work.approvals.answered(10)
            assert (answered.request, answered.answer) == (waiting, answer)
        with self.new_work() as work:  # it was not committed
            assert work.approvals.waiting() == [waiting]

    def test_print_jobs_have_numbers_that_grow(self) -> None:
        jobs = []
        for _ in range(2):
            with self.new_work() as work:
                jobs.append(work.queue_print(uuid6.uuid7(), form="01", paper="a5", at=MONDAY))
                work.commit()

        assert jobs[0] < jobs[1]

    def test_a_paper_takes_no_step_that_does_not_follow(self) -> None:
        with self.new_work() as work:
            _append(work, (dossier_id := uuid6.uuid7()))
            job = work.queue_print(dossier_id, form="01", paper="a5", at=MONDAY)
            work.commit()

        for state, allowed in (
            (PrintState.PRINTED, False),
            (PrintState.DOUBTFUL, False),
            (PrintState.PRINTING, True),
            (PrintState.PRINTING, False),
            (PrintState.REPLACED, False),
            (PrintState.DOUBTFUL, True),
            (PrintState.PRINTING, False),
            (PrintState.QUEUED, True),
            (PrintState.FAILED, True),
            (PrintState.PRINTING, True),
            (PrintState.PRINTED, True),
            (PrintState.QUEUED, False),
            (PrintState.REPLACED, False),
        ):
            assert self._steps(job, state) is allowed, state
        assert not self._steps(job + 1, PrintState.PRINTING)

    def _steps(self, job: int, state: PrintState) -> bool:
        try:
            with self.new_work() as work:
                work.note_print(job, state, printer="HP")
                work.commit()
        except PrintJobChangedError:
            return False
        return True

    def _fail_half_way(self) -> None:
        with self.new_work() as work:
            work.numbers.take(AGENCY, DAY)
            _append(work, uuid6.uuid7())
            raise ZeroDivisionError

    def _taken(self, on: date) -> int:
        with self.new_work() as work:
            number = work.numbers.take(AGENCY, on)
            work.commit()
        return number


def _append(
    work: UnitOfWork, dossier_id: UUID, *, code: str = "000.00.17.H25-261123-0300"
) -> JournalEntry:
    return work.journal.append(
        a_reception(dossier_code=code),
        dossier_id=dossier_id,
        officer_id="quay3",
        at=MONDAY,
        clock_source="fake",
    )


def _append_fee(work: UnitOfWork, dossier_id: UUID) -> JournalEntry:
    return work.journal.append(
        FEE, dossier_id=dossier_id, officer_id="quay3", at=MONDAY, clock_source="fake"
    )


def _append_to_none(work: UnitOfWork, event: Event) -> JournalEntry:
    return work.journal.append(
        event, dossier_id=None, officer_id="quay3", at=MONDAY, clock_source="fake"
    )


def _requested() -> tuple[ApprovalAsked, ApprovalRefused]:
    request_id = uuid6.uuid7()
    asked = ApprovalAsked(
        request_id=request_id,
        officer_name="Trần Thị Hạnh",
        waiting_kind="ReceiptVoided",
        waiting_version=1,
        waiting={"reason": "rách mép giấy", "receipt_number": 7},
    )
    refused = ApprovalRefused(request_id=request_id, officer_name="Bình", reason="vẫn dùng được")
    return asked, refused


def _file(draft_id: UUID, **changes: Any) -> DraftFile:
    file = DraftFile(
        draft_id=draft_id,
        file_id=uuid6.uuid7(),
        role=FileRole.PAGE,
        sha256="a" * 64,
        size=10,
        media_type="image/jpeg",
        pages=1,
        source="Máy quét mô phỏng",
        arrived_at=MONDAY,
    )
    return replace(file, **changes)


def _a_draft(**changes: Any) -> KeptDraft:
    draft = KeptDraft(
        draft_id=uuid6.uuid7(),
        officer_id="quay3",
        code=None,
        procedure_code="1.004873",
        description={"procedure_code": "1.004873"},
        saved_at=MONDAY,
        expires_on=DAY + timedelta(days=30),
    )
    return replace(draft, **changes)
