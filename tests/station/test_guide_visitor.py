"""Guidance: told once and completely, kept under a code, given to nobody without its day."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.events import DraftReassigned, GuidanceGiven, from_payload
from station.domain.guidance_code import LETTERS, is_guidance_code, new_guidance_code
from station.domain.journal import VIETNAM, JournalEntry
from station.ports.draft_files import FileRole
from station.ports.officers import Officer, Role
from station.usecases.dossier_act import Acting
from station.usecases.draft_files import Arrived, keep_file
from station.usecases.drafts import (
    OpenWork,
    UnknownOfficerError,
    drafts_of,
    keep_drafts,
    leave_mark,
    mark_of,
    reassign_draft,
)
from station.usecases.guide_visitor import (
    NoSuchDraftError,
    Told,
    draft_of,
    give_guidance,
    guided_on,
)
from station.usecases.permissions import NotAllowedError
from station.usecases.reception_input import reception_from_plain
from station.usecases.request_supplement import NothingAskedForError
from station.usecases.stated_reasons import NoReasonError
from tests.builders import MONDAY, a_description, a_procedure
from tests.fake_work import FakeWork
from tests.fakes import FakeClock, FakeVault

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
BINH = Officer(officer_id="truongbp", display_name="Phạm Văn Bình", role=Role.SUPERVISOR)
MAI = Officer(officer_id="xa", display_name="Lý Thị Mai", role=Role.COMMUNE)


class Office:
    """One store with several officers."""

    def __init__(self) -> None:
        self.work = FakeWork()
        self.clock = FakeClock()

    def acting(self, officer: Officer = HANH) -> Acting:
        built = datetime(2026, 11, 1, tzinfo=VIETNAM)
        return Acting(officer=officer, work=self.work, clock=self.clock, built_at=built)

    def guide(self, *wrong: tuple[int, str], **changes: Any) -> Told:
        description = a_description(**changes)
        return give_guidance(
            reception_from_plain(description),
            wrong=wrong,
            description=description,
            procedure=a_procedure(),
            counter=3,
            acting=self.acting(),
        )

    def get(self, name: str) -> Officer | None:
        return {one.officer_id: one for one in (HANH, BINH, MAI)}.get(name)

    def all(self) -> tuple[Officer, ...]:
        return (HANH, BINH, MAI)


def test_everything_that_is_missing_or_wrong_is_said_at_once_and_what_is_there_is_kept() -> None:
    office = Office()

    sheet = office.guide((1, "thiếu chữ ký"), documents=[{"index": 1, "originals": 1}]).guidance

    assert [(paper.index, paper.what) for paper in sheet.wanted] == [
        (1, "thiếu chữ ký"),
        (3, "chưa nộp"),
    ]
    assert sheet.kept == ()
    assert sheet.visitor_name == "Nguyễn Thị Ánh Tuyết"
    assert sheet.valid_until == date(2026, 12, 23)


def test_guidances_are_counted_by_day_and_counter() -> None:
    office = Office()
    office.guide(documents=[])
    office.clock.move(timedelta(days=2))
    office.guide(documents=[])

    class Entries:
        def office_entries(self, kind: str) -> Sequence[JournalEntry]:
            return [entry for entry in office.work.entries if entry.kind == kind]

    def on(day: date, counter: int | None) -> int:
        return guided_on(day, Entries(), counter=counter)

    second = MONDAY.date() + timedelta(days=2)
    assert [on(day, 3) for day in (MONDAY.date(), second, date(2026, 12, 1))] == [1, 1, 0]
    assert (on(second, None), on(second, 4)) == (1, 0)


def test_the_fact_names_no_visitor_and_the_draft_keeps_no_files() -> None:
    office = Office()
    there = [{"index": 1, "originals": 1, "files": ["to-khai.pdf"]}]

    told = office.guide(documents=there)

    (entry,) = office.work.entries
    fact = from_payload(entry.kind, entry.version, entry.payload)
    assert isinstance(fact, GuidanceGiven)
    assert "Tuyết" not in str(entry.payload)
    assert "035199012345" not in str(entry.payload)
    draft = office.work.drafts.by_code(told.guidance.guidance_code)
    assert draft is not None
    assert draft.description["applicant"]["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert draft.description["documents"] == [{"index": 1, "originals": 1, "files": []}]
    assert reception_from_plain(draft.description).procedure_code == draft.procedure_code
    assert office.work.commits == 1


def test_nothing_missing_is_no_guidance() -> None:
    office = Office()

    with pytest.raises(NothingAskedForError):
        office.guide()

    assert office.work.entries == []
    assert office.work.drafts.every() == []


def test_a_sheet_opens_its_draft_until_its_day() -> None:
    """N7: for 30 days."""
    office = Office()
    code = office.guide(documents=[]).guidance.guidance_code

    found = draft_of(f" {code.lower()} ", on=date(2026, 12, 23), acting=office.acting(MAI))

    assert found.code == code
    with pytest.raises(NoSuchDraftError):
        draft_of(code, on=date(2026, 12, 24), acting=office.acting())
    with pytest.raises(NoSuchDraftError):
        draft_of("HD-AAAAAAA", on=date(2026, 11, 24), acting=office.acting())


def test_what_is_past_its_day_is_gone_with_the_next_guidance() -> None:
    office = Office()
    office.guide(documents=[])
    for days in (15, 16):
        office.clock.move(timedelta(days=days))
        office.guide(documents=[])

    assert len(office.work.drafts.every()) == 2


def test_open_work_is_kept_in_place_of_itself_and_forgotten_when_received() -> None:
    office = Office()
    told = office.guide(documents=[])
    work = OpenWork(draft_id=told.draft_id, procedure_code="1", description={"summary": "a"})

    keep_drafts([work], [], at=MONDAY, acting=office.acting())

    (kept,) = drafts_of("quay3", acting=office.acting())
    assert (kept.code, kept.description) == (told.guidance.guidance_code, {"summary": "a"})
    keep_drafts([], [told.draft_id], at=MONDAY, acting=office.acting())
    assert drafts_of("quay3", acting=office.acting()) == []
    assert [entry.kind for entry in office.work.entries] == ["GuidanceGiven"]


@pytest.mark.parametrize("off", [timedelta(days=365), timedelta(days=-2500)])
def test_n14_a_clock_that_cannot_be_believed_forgets_no_open_work(off: timedelta) -> None:
    office = Office()
    told = office.guide(documents=[])
    page = Arrived(draft_id=uuid4(), role=FileRole.PAGE, media_type="image/jpeg", source="x")
    keep_file(b"page", page, vault=FakeVault(), acting=office.acting())
    leave_mark({"place": "till"}, at=MONDAY, acting=office.acting())
    office.clock.move(off)
    wrong = office.clock.now()
    keep_drafts(
        [OpenWork(draft_id=uuid4(), procedure_code=None, description={"summary": "a"})],
        [],
        at=wrong,
        acting=office.acting(),
    )
    leave_mark({"place": "log"}, at=wrong, acting=office.acting(MAI))
    office.clock.move(-off)

    keep_drafts([], [], at=MONDAY, acting=office.acting())

    assert len(office.work.drafts.every()) == 2
    assert office.work.drafts.by_code(told.guidance.guidance_code) is not None
    assert len(office.work.brought.rows) == 1
    for officer, place in ((HANH, "till"), (MAI, "log")):
        assert mark_of(at=MONDAY, acting=office.acting(officer)) == {"place": place}


def test_a_supervisor_gives_an_absent_officers_draft_to_a_colleague() -> None:
    office = Office()
    told = office.guide(documents=[])

    reassign_draft(told.draft_id, "Xa", "nghỉ ốm", officers=office, acting=office.acting(BINH))

    assert drafts_of("quay3", acting=office.acting()) == []
    assert len(drafts_of("xa", acting=office.acting(MAI))) == 1
    entry = office.work.entries[-1]
    fact = from_payload(entry.kind, entry.version, entry.payload)
    assert isinstance(fact, DraftReassigned)
    assert (fact.from_officer, fact.to_officer, fact.reason) == ("quay3", "xa", "nghỉ ốm")
    assert entry.officer_id == "truongbp"


def test_who_may_reassign_and_what_must_be_said() -> None:
    office = Office()
    draft_id = office.guide(documents=[]).draft_id
    before = list(office.work.entries)

    with pytest.raises(NotAllowedError):
        reassign_draft(draft_id, "xa", "x", officers=office, acting=office.acting(HANH))
    with pytest.raises(NotAllowedError):
        drafts_of(None, acting=office.acting(HANH))
    with pytest.raises(NoReasonError):
        reassign_draft(draft_id, "xa", " ", officers=office, acting=office.acting(BINH))
    with pytest.raises(UnknownOfficerError):
        reassign_draft(draft_id, "ai", "x", officers=office, acting=office.acting(BINH))

    assert office.work.entries == before


def test_codes_are_codes() -> None:
    assert all(is_guidance_code(new_guidance_code()) for _ in range(100))


@given(st.text(max_size=12))
def test_nothing_else_is_a_code(text: str) -> None:
    assert is_guidance_code(text) == bool(re.fullmatch(rf"HD-[{LETTERS}]{{7}}", text))
