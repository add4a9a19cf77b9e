"""The list of drafts: one's own for an officer, everybody's for a supervisor, and its acts."""

from uuid import UUID

import uuid6

from station.ports.officers import Officer, Role
from tests.station.test_guide_visitor import BINH
from tests.ui.heard import told
from tests.ui.keyboard import press, type_in
from tests.ui.reception_counter import CARD, AtCounter
from ui.desktop.gallery.window import Gallery
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.view_model import ApplicantField, Exit


def with_drafts(officer: Officer | None = None) -> AtCounter:
    """A guidance sheet, and open work that another officer left."""
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.choose_procedure()
    counter.presenter.exits.on_exit(Exit.GUIDANCE, "")
    counter.store_worker.do()
    counter.printer_worker.do()
    counter.presenter.people.on_applicant_edited(ApplicantField.NAME, "Lò Văn Ứng")
    counter.presenter.keeping.keep()
    counter.store_worker.do()
    counter.desk.officer = officer or counter.desk.officer
    counter.presenter.kept.on_asked()
    counter.store_worker.do()
    return counter


def test_an_officer_sees_open_work_and_sheets() -> None:
    counter = with_drafts()

    assert not counter.page.may_reassign
    assert {line.name for line in counter.page.kept} == {"Lò Văn Ứng", "Nguyễn Thị Ánh Tuyết"}
    (sheet,) = [line for line in counter.page.kept if line.code]
    assert sheet.procedure == "Cấp Giấy xác nhận tình trạng hôn nhân"
    assert sheet.expires == "23/12/2026"


def test_a_sheet_is_opened_and_printed_from_the_list() -> None:
    counter = with_drafts()
    (sheet,) = [line for line in counter.page.kept if line.code]
    counter.desk.printed.clear()

    counter.presenter.kept.on_print(sheet.code)
    counter.printer_worker.do()
    counter.presenter.kept.on_opened(sheet.draft_id)
    counter.store_worker.do()

    assert counter.desk.printed == [sheet.code]
    assert counter.page.applicant.of(ApplicantField.NAME).text == "Nguyễn Thị Ánh Tuyết"


def test_a_supervisor_gives_a_draft_away_and_opens_none_of_others() -> None:
    counter = with_drafts(BINH)
    (work,) = [line for line in counter.page.kept if not line.code]
    assert counter.page.may_reassign

    counter.drafts.current.applicant.edit(ApplicantField.NAME, "")
    counter.presenter.kept.on_opened(work.draft_id)
    counter.store_worker.do()
    assert counter.page.problem is not None
    assert "quay3" in counter.page.problem.sentence
    counter.presenter.kept.on_reassigned(work.draft_id, "xa", "nghỉ ốm")
    counter.store_worker.do()

    moved = next(line for line in counter.page.kept if line.draft_id == work.draft_id)
    assert moved.officer == "xa"
    assert counter.desk.work.entries[-1].kind == "DraftReassigned"


def test_who_may_not_reassign_is_told() -> None:
    counter = with_drafts()
    counter.presenter.kept.on_reassigned(counter.page.kept[0].draft_id, "xa", "x")
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert "AUT-003" in counter.page.problem.sentence
    assert Role.COUNTER is counter.desk.officer.role


def a_line(draft_id: UUID, code: str = "") -> DraftLine:
    return DraftLine(
        draft_id=draft_id, officer="quay3", name="Lò Văn Ứng", procedure="Khai sinh", code=code,
        saved="09:00 23/11", expires="23/12/2026",
    )  # fmt: skip


def test_the_list_by_keyboard(gallery: Gallery) -> None:
    page = gallery.reception
    asked = told(page.kept_wanted)
    opened, moved = told(page.kept.open_wanted), told(page.kept.reassign_wanted)
    first, second = uuid6.uuid7(), uuid6.uuid7()

    press("Alt+D")
    assert len(asked) == 1
    page.show_kept_drafts((a_line(first), a_line(second, "HD-AAAAAAA")), may_reassign=True)
    press("Down", "Tab", "Tab", "Tab")
    type_in("xa")
    press("Tab")
    type_in("om")
    press("Tab", "Space")
    assert moved == [(second, "xa", "om")]
    press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Space")

    assert opened == [second]
    assert not page.kept.isVisible()
