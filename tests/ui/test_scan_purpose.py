"""What the copies of cards say of themselves at the scan desk, and when it is written anew."""

from dataclasses import replace

from station.domain.scan_pages import in_row
from station.forms.copy_purpose import CopyPurpose
from tests.builders import MONDAY, a_procedure
from tests.ui.scan_counter import AtScanDesk, opened
from ui.desktop.reception.scan_entry import ScanEntry

SAYS = CopyPurpose(procedure=a_procedure().name, office="", on=MONDAY.date()).across


def test_an_officer_decides_whether_a_sheet_says_what_it_is_for() -> None:
    desk = opened("front", "back", "other")
    desk.scan()
    desk.presenter.on_page_chosen(0)
    desk.presenter.on_purpose()
    assert "bấm M để ghép trước" in desk.page.banner
    assert desk.sheet.says_purpose is None
    desk.presenter.on_joined()
    assert desk.sheet.says_purpose
    assert "ghi chỉ dùng cho hồ sơ này" in desk.sheet.pages[0].spoken

    desk.presenter.on_purpose()

    assert desk.sheet.says_purpose is False
    assert desk.page.large.picture == b"clean front / clean back"
    desk.presenter.on_undone()
    assert desk.page.large.picture == f"clean front / clean back, {SAYS}".encode()
    desk.presenter.on_redone()
    desk.presenter.on_digit(1)
    desk.presenter.leave()
    row = next(iter(desk.drafts.current.papers))
    assert row.files[0].kept == f"kept:{row.name}: clean front / clean back"


def test_another_procedure_stands_on_what_was_written_under_the_one_before() -> None:
    desk = opened("front", "back")
    desk.scan()
    desk.join_and_file()
    draft = desk.drafts.current

    other = replace(a_procedure(), code="2.000815", name="Chứng thực bản sao")
    draft.change_procedure(other, "test 1", MONDAY.date())
    desk.presenter.on_procedure(draft)

    row = next(iter(draft.papers))
    assert "Chỉ dùng cho hồ sơ: Chứng thực bản sao – " in (row.files[0].kept or "")
    assert [facts["procedureCode"] for facts in desk.studio.facts][-1] == "2.000815"
    assert len(desk.scans.documents) == 1


def test_pages_that_are_still_in_the_store_follow_another_checklist() -> None:
    before = opened("front", "back")
    before.scan()
    before.join_and_file()
    draft = before.drafts.current
    draft.scan = ScanEntry(procedure=a_procedure().name, waiting=2)  # the program was restarted
    after = AtScanDesk(scans=before.scans, drafts=before.drafts)
    first, *rest = a_procedure().required_documents
    last = len(rest) + 1
    turned = (*(replace(one, index=one.index - 1) for one in rest), replace(first, index=last))
    other = replace(a_procedure(), name="Cấp lại", required_documents=turned)
    draft.change_procedure(other, "test 1", MONDAY.date())
    after.presenter.on_procedure(draft)

    row = draft.papers.rows[-1]
    assert (row.name, row.key) == (first.name, f"row-{last}")
    assert len(draft.scan.session.at(in_row(row.key))) == 1
    assert "Chỉ dùng cho hồ sơ: Cấp lại – " in (row.files[0].kept or "")
    assert len(before.scans.documents) == 1
    assert before.scans.opened(draft.draft_id)[1] == draft.scan.session
