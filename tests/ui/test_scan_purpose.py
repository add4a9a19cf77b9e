"""What the copies of cards say of themselves at the scan desk, and when it is written anew."""

from dataclasses import replace

from station.forms.copy_purpose import CopyPurpose
from tests.builders import MONDAY, a_procedure
from tests.ui.scan_counter import opened

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
    desk.presenter.on_page_chosen(0)
    desk.presenter.on_joined()
    desk.presenter.on_digit(1)
    desk.presenter.leave()
    draft = desk.drafts.current

    other = replace(a_procedure(), code="2.000815", name="Chứng thực bản sao")
    draft.change_procedure(other, "test 1", MONDAY.date())
    desk.presenter.on_procedure(draft)

    row = next(iter(draft.papers))
    assert "Chỉ dùng cho hồ sơ: Chứng thực bản sao – " in (row.files[0].kept or "")
    assert [facts["procedureCode"] for facts in desk.studio.facts][-1] == "2.000815"
    assert len(desk.scans.documents) == 1
