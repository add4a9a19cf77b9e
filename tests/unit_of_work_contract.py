"""What every unit of work promises, whether over SQLCipher or over lists."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import uuid6

from station.domain.history import BrokenHistoryError
from station.domain.journal import GENESIS, JournalEntry, first_break
from station.domain.numbers import NumbersSpentError
from station.ports.store import UnitOfWork
from tests.builders import FEE, MONDAY, a_reception

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

    def test_print_jobs_have_numbers_that_grow(self) -> None:
        jobs = []
        for _ in range(2):
            with self.new_work() as work:
                jobs.append(work.queue_print(uuid6.uuid7(), form="01", paper="a5", at=MONDAY))
                work.commit()

        assert jobs[0] < jobs[1]

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
