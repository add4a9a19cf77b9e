"""What is typed in a panel that asks: kept by its matter, given back, and never a password."""

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.keyboard import focused, press, type_in
from ui.desktop.accounts.page import AccountsPage
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.keys import KEYS, Act
from ui.desktop.kit.action_bar import StateLine
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.keys_at import is_secret, keys_within
from ui.desktop.kit.segmented import Segmented
from ui.desktop.log.adjust_panel import AdjustPanel
from ui.desktop.log.page import LogPage
from ui.desktop.noted_form import NotedForm
from ui.desktop.signing.page import SigningPage
from ui.desktop.templates.page import TemplatesPage
from ui.desktop.till.view_model import MoneyAct
from ui.desktop.typed_notes import TypedNotes

REASON, APPROVER, SECRET = "Lý do hoàn", "Mã người duyệt", "Mật khẩu duyệt"


def fill(panel: QWidget, name: str, text: str) -> None:
    line = next(one for one in panel.findChildren(QLineEdit) if one.accessibleName() == name)
    line.setFocus()
    line.selectAll()
    type_in(text)


def texts(panel: QWidget) -> set[str]:
    return {line.text() for line in panel.findChildren(QLineEdit)} - {""}


def test_a_refund_half_typed_outlives_esc_and_another_officer_but_its_password_does_not(
    gallery: Gallery,
) -> None:
    gallery.scenes()["till-refund"]()
    page = gallery.till
    panel, notes = page.panel, TypedNotes()
    panel.take_notes(notes)
    page.open_act(MoneyAct.REFUND)
    about = panel.about
    fill(panel, REASON, "nop thua")
    fill(panel, APPROVER, "truongbp")
    fill(panel, SECRET, "mat khau 7")
    keys = keys_within(panel)
    assert keys is not None
    assert (keys.control, keys.at) == (SECRET, 0)  # nor how long it is

    press("Escape")
    assert notes.of(panel.key, about) == {"text": "nop thua", "approver": "truongbp"}
    panel.take_notes(TypedNotes())
    page.open_act(MoneyAct.REFUND)
    assert texts(panel) == set()
    panel.take_notes(notes)
    page.open_act(MoneyAct.REFUND)
    assert texts(panel) == {"nop thua", "truongbp"}
    assert focused().accessibleName() == REASON

    panel.forget()
    assert notes.plain() == []


def test_esc_keeps_what_was_typed_for_the_same_matter(gallery: Gallery) -> None:
    for scene, opens, field, text in (
        ("reception-accepted", Act.REPRINT, "Lý do khác", "muc nhoe"),
        ("results-refused", Act.COLLECT, "Tiền khách đưa", "100000"),
        ("log-usual", Act.REGISTER, "Từ ngày", "01/02/2026"),
        ("catalogue-keys", Act.ADD_KEY, "Của ai", "So Tu phap"),
        ("scan-usual", Act.OTHER_ROW, "Tên giấy tờ khác", "Ban ve"),
    ):
        gallery.scenes()[scene]()
        panels, notes = gallery.window.findChildren(AskingPanel), TypedNotes()
        for one in panels:
            one.take_notes(notes)
        press(KEYS[opens].keys)
        (panel,) = (one for one in panels if one.isVisible())
        fill(panel, field, text)
        press("Escape")

        assert [text in one["typed"].values() for one in notes.plain()] == [True], scene
        panel.put_away()  # another matter came between
        assert text not in texts(panel)
        press(KEYS[opens].keys)
        assert text in texts(panel)
        press("Escape")


def test_a_panel_of_the_draft_that_was_open_is_open_again_at_the_same_place(
    gallery: Gallery,
) -> None:
    gallery.scenes()["reception-blocked"]()
    page, draft = gallery.reception, samples.draft(blocked=True)
    for opens, on_the_way, field in (
        (Act.EMAIL, (), "Email người nộp"),
        (Act.OWNER, (), "Chủ hồ sơ: Chính người nộp"),
        (Act.CHECK, (), "Kết quả kiểm tra: Chưa kiểm"),
        (Act.FEES, (KEYS[Act.FEES].keys, "Down", "Tab"), "Lý do miễn khoản đang chọn"),
        (Act.EXITS, ("2", "Tab"), "Lý do, in trên mẫu 02, 03"),
    ):
        page.focus_zone(3)
        press(KEYS[opens].keys, *on_the_way)
        (panel,) = (one for one in gallery.window.findChildren(AskingPanel) if one.isVisible())
        about, keys = panel.about, keys_within(panel)
        assert keys is not None
        assert keys.control == field, opens
        press("Escape")
        page.show_draft(replace(draft, draft="2"), fresh=False)
        panel.ask_again(about)
        assert not panel.isVisible()
        page.show_draft(draft, fresh=False)
        panel.ask_again(about)
        panel.put_keys(keys)
        assert (panel.about, keys_within(panel)) == (about, keys)
        press("Escape")


def test_what_is_typed_on_a_page_outlives_another_row_another_officer_and_another_file(
    gallery: Gallery,
) -> None:
    forms, notes = gallery.window.findChildren(NotedForm), TypedNotes()
    gallery.scenes()["accounts-usual"]()
    for form in forms:
        form.take_notes(notes)
    (page,) = gallery.window.findChildren(AccountsPage)
    press("Alt+T")
    type_in("lan")
    page.first_focus().setFocus()
    press("Down")
    assert "lan" not in texts(page)
    assert "Chưa ghi" not in said(page)
    fill(page, "Họ tên", "Binh")
    assert "Chưa ghi" in said(page)
    page.clear()
    assert not {"lan", "Binh"} & texts(page)
    gallery.scenes()["accounts-usual"]()
    press("Alt+T")
    assert "lan" in texts(page)

    gallery.scenes()["templates-usual"]()
    fill(gallery.window, "Dòng đầu giấy", "UBND")
    for form in forms:
        form.take_notes(TypedNotes())
    assert [one["typed"] for one in notes.plain()][-1] == {"head": "UBND"}


def said(page: QWidget) -> str:
    return " ".join(one.accessibleName() for one in page.findChildren(StateLine))


def test_a_key_of_an_act_pressed_while_one_is_done_is_refused_in_words_until_it_is_done(
    gallery: Gallery,
) -> None:
    refused = "Đang ghi việc trước"
    log, templates, catalogue = (
        cast(Any, gallery.window.findChildren(one)[0])
        for one in (LogPage, TemplatesPage, CataloguePage)
    )
    pages: tuple[tuple[str, Any, Act], ...] = (
        ("results-ready", gallery.results, Act.GIVE),
        ("results-coming", gallery.results, Act.ARRIVED),
        ("hand-over-half", gallery.hand_over, Act.SIGNED),
        ("log-usual", log, Act.SIGN_LOG),
        ("templates-opened", templates, Act.TAKE_TEMPLATES),
        ("catalogue-offer", catalogue, Act.TAKE_PACK),
        ("catalogue-keys", catalogue, Act.ADD_KEY),
    )
    for scene, page, key in pages:
        gallery.scenes()[scene]()
        page.show_busy(True)
        press(KEYS[key].keys)
        assert refused in banners(page), scene
        page.show_busy(False)
        assert refused not in banners(page), scene
    for key in (Act.SIGN_COPIES, Act.STAMP_COPIES):
        gallery.scenes()["signing-running"]()
        press(KEYS[key].keys)
        assert refused in banners(gallery.window.findChildren(SigningPage)[0])
    gallery.scenes()["preview"]()
    gallery.preview.show_busy(True)
    press(KEYS[Act.PRINT].keys)
    assert "chưa nhận phím này" in said(gallery.preview)


def banners(page: QWidget) -> str:
    return " ".join(one.accessibleName() for one in page.findChildren(Outcome) if one.isVisible())


def test_every_control_that_is_asked_has_a_name_that_is_in_no_language(gallery: Gallery) -> None:
    for scene in ("dossier-act", "dossier-correction-procedure", "till-charge", "till-reduce"):
        gallery.scenes()[scene]()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # rows of before
    every = gallery.window.findChildren(AskingPanel)
    panels = [one for one in every if not isinstance(one, DraftFieldsPanel)]  # the draft has them
    for panel in panels:
        names = [one.objectName() for one in _asked(panel)]
        assert all(name.isascii() and name for name in names), (panel.key, names)
        assert len(set(names)) == len(names), panel.key
    assert len(panels) >= 10


def _asked(panel: QWidget) -> list[QWidget]:
    kinds = (QLineEdit, Segmented, Combo, Check)
    controls = [one for one in panel.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in controls if not (isinstance(one, QLineEdit) and is_secret(one))]


def test_a_note_about_a_locked_day_is_kept_for_that_day(gallery: Gallery) -> None:
    gallery.scenes()["log-signed"]()
    (page,), notes = gallery.window.findChildren(LogPage), TypedNotes()
    (panel,) = gallery.window.findChildren(AdjustPanel)
    panel.take_notes(notes)
    press("Alt+K")
    day = panel.about
    type_in("so giay")

    page.clear()
    ((kept,),) = [one["typed"].values() for one in notes.plain()]
    assert kept == "so giay"
    gallery.scenes()["log-signed"]()
    panel.ask_again("2026-01-01")
    assert not panel.isVisible()
    panel.ask_again(day)
    assert panel.isVisible()
    assert "so giay" in texts(panel)
    page.end_question()
    assert notes.plain() == []
