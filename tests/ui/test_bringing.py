"""What came for a supplement request: kinds, numbers and files of each paper, by keyboard."""

from dataclasses import replace

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from station.domain.acts import DossierAct
from station.usecases.handed_in import DIGITISED
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from ui.desktop.dossier.page import DossierPage
from ui.desktop.dossier.view_model import ActAnswer, AttachedPaper, ScannedPaper
from ui.desktop.gallery import dossiers as details
from ui.desktop.gallery.window import Gallery
from ui.desktop.typed_notes import TypedNotes

WAITING = details.waiting()
DEED = AttachedPaper(kept="kept:" + "a" * 64, name="hợp đồng 1.pdf", pages=4)


def scanned(file: AttachedPaper, *, is_writing: bool = False) -> ScannedPaper:
    return ScannedPaper(index=3, files=(file,), is_writing=is_writing)


def page_asked(gallery: Gallery) -> DossierPage:
    gallery.scenes()["dossier-waiting"]()
    press("Ctrl+Enter")
    return gallery.dossier


def said(page: DossierPage) -> str:
    parts = [part for part in page.window().findChildren(QWidget) if part.isVisible()]
    texts = [part.text() for part in parts if isinstance(part, QLabel)]
    return " ".join([*texts, *(part.accessibleName() for part in parts)])


def answer_of(page: DossierPage) -> ActAnswer:
    answered = told(page.act_answered)
    press("Ctrl+Enter")
    ((act, answer),) = answered
    assert act is DossierAct.BRING
    assert isinstance(answer, ActAnswer)
    return answer


def counts_of(answer: ActAnswer, row: int) -> list[int]:
    return list(answer.given[row].counts.values())


def test_a_paper_that_came_is_one_original_unless_it_is_said(gallery: Gallery) -> None:
    answer = answer_of(page_asked(gallery))

    assert answer.rows == (3,)
    assert (counts_of(answer, 3), answer.given[3].files) == ([1, 0, 0, 0], ())


def test_kinds_and_numbers_are_said_as_in_the_checklist_of_the_reception(
    gallery: Gallery,
) -> None:
    page = page_asked(gallery)
    press("Tab")
    assert focused().accessibleName() == "Giấy 3: số bản"
    press("0", "Right", "2", "Right", "1")
    assert focused().accessibleDescription() == ("0 chính, 2 chứng thực, 1 sao, 0 xuất trình")

    assert counts_of(answer_of(page), 3) == [0, 2, 1, 0]


def test_files_are_asked_for_with_the_key_that_opened_it_and_can_be_taken_off(
    gallery: Gallery,
) -> None:
    page = page_asked(gallery)
    brought = told(page.files_brought)

    press("Alt+F")
    (dialog,) = gallery.window.findChildren(QFileDialog)
    dialog.filesSelected.emit(["/usb/hd.pdf", "/usb/anh.jpg"])
    dialog.close()
    assert brought == [(WAITING.code, 3, ["/usb/hd.pdf", "/usb/anh.jpg"])]
    assert "Đang đọc tệp…" in said(page)
    press("Ctrl+Enter")  # not yet: a file would be left out
    assert "Đang đọc tệp: chờ xong rồi bấm lại." in said(page)

    page.show_attached(WAITING.code, 3, DEED)
    page.show_attached(WAITING.code, 3, None)  # the other one was no picture
    assert "hợp đồng 1.pdf · 4 trang" in said(page)
    assert "Đang đọc tệp…" not in said(page)
    press("Tab", "Tab", "Tab")
    assert focused().accessibleName() == "Bỏ tệp hợp đồng 1.pdf"
    press("Space")
    assert focused().accessibleName() == "Giấy 3: số bản"

    assert answer_of(page).given[3].files == ()


def test_what_was_counted_and_attached_outlives_esc_another_dossier_and_a_power_cut(
    gallery: Gallery,
) -> None:
    page = page_asked(gallery)
    notes = TypedNotes()
    page.act_panel.take_notes(notes)
    press("Ctrl+Enter", "Tab", "3")
    page.show_attached(WAITING.code, 3, DEED)
    press("Esc")
    page.show_dossier(details.received())
    after = TypedNotes()
    after.come_back(notes.plain())
    page.act_panel.take_notes(after)

    page.show_dossier(WAITING)
    page.open_act(DossierAct.BRING)

    assert "hợp đồng 1.pdf · 4 trang" in said(page)
    answer = answer_of(page)
    assert (counts_of(answer, 3), answer.given[3].files) == ([3, 0, 0, 0], (DEED.kept,))


def test_two_digits_one_soon_after_the_other_are_one_number(gallery: Gallery) -> None:
    page = page_asked(gallery)
    press("Tab")
    type_in("12")
    press("Right")
    type_in("3")

    assert counts_of(answer_of(page), 3) == [12, 3, 0, 0]


def test_what_was_scanned_takes_the_place_of_what_was_scanned_before(gallery: Gallery) -> None:
    page = page_asked(gallery)
    wanted = told(page.act_panel.scan_wanted)
    press("F7")
    assert wanted == [WAITING.code]
    page.show_attached(WAITING.code, 3, DEED)
    first, second = (replace(DEED, kept=DIGITISED + mark * 64, name=mark) for mark in "bc")

    page.act_panel.show_scanned(WAITING.code, scanned(first, is_writing=True))
    press("Ctrl+Enter")  # not yet: a page would be left out
    assert "Đang ghi trang quét…" in said(page)
    page.act_panel.show_scanned(WAITING.code, scanned(second))
    page.act_panel.show_scanned("another", scanned(first))

    assert "Bỏ tệp c" not in said(page)
    assert answer_of(page).given[3].files == (DEED.kept, second.kept)


def test_a_paper_that_was_scanned_came(gallery: Gallery) -> None:
    page = page_asked(gallery)
    press("Space")
    page.act_panel.show_scanned(WAITING.code, scanned(replace(DEED, kept=DIGITISED + "b")))

    assert answer_of(page).rows == (3,)
