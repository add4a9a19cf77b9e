"""The page of one dossier: where the keys are when what may be done with it changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from station.domain.acts import OF_THE_PROVINCE, DossierAct
from tests.ui.heard import told
from tests.ui.keyboard import focused, press
from ui.desktop.dossier.act_buttons import KEY_OF, ActButtons
from ui.desktop.dossier.page import DossierPage
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery import dossiers as details
from ui.desktop.gallery import panels
from ui.desktop.gallery.window import Gallery
from ui.desktop.keys import KEYS
from ui.desktop.kit.button import Button
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.offers import OfferField

SUPPLEMENT = "Yêu cầu bổ sung"
PANELS = (
    "dossier-act", "dossier-people", "reception-fees", "reception-why", "reception-keys",
    "till-refund", "till-transfer", "till-charge", "till-reduce", "hand-over-reason", "search",
)  # fmt: skip
"""Scenes with a panel that floats above their page."""
ASKING = (
    DossierAct.FORWARD, DossierAct.CORRECT, DossierAct.SUPPLEMENT, DossierAct.DECLARE_SLIP_LOST,
)  # fmt: skip


@pytest.fixture
def page(gallery: Gallery) -> DossierPage:
    """A received dossier, the keys brought by Tab to an act that is not the expected one."""
    gallery.scenes()["dossier-waiting"]()
    gallery.dossier.show_dossier(details.received())
    for _ in range(40):
        if name() == SUPPLEMENT:
            break
        press("Tab")
    assert name() == SUPPLEMENT
    return gallery.dossier


def name() -> str:
    return focused().accessibleName()


def lawful(page: DossierPage, *acts: DossierAct) -> None:
    """Show that of the acts only these are lawful now."""
    choices = tuple(one for one in details.received().acts if one.act in acts)
    page.show_dossier(replace(details.received(), acts=choices))


def shown(page: DossierPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def order(page: DossierPage) -> list[str]:
    """The acts from the left, as they stand and as Tab goes through them."""
    buttons = [one for one in page.findChildren(Button) if one.isVisible()]
    acts = {choice.label for choice in details.received().acts}
    return [one.text() for one in sorted(buttons, key=lambda b: b.x()) if one.text() in acts]


def others(act: DossierAct) -> list[DossierAct]:
    return [one.act for one in details.received().acts if one.act is not act]


@pytest.mark.parametrize("gone", [DossierAct.FORWARD, DossierAct.CORRECT, DossierAct.WITHDRAW])
def test_the_keys_stay_on_their_act_when_another_one_goes_and_comes(
    page: DossierPage, gone: DossierAct
) -> None:
    button = focused()
    before = order(page)

    lawful(page, *others(gone))
    assert focused() is button
    page.show_dossier(details.received())

    assert focused() is button
    assert name() == SUPPLEMENT
    QApplication.processEvents()
    assert order(page) == before


def test_enter_asks_for_the_act_that_tab_had_reached_before_the_others_changed(
    page: DossierPage,
) -> None:
    lawful(page, DossierAct.SUPPLEMENT, DossierAct.CORRECT)
    press("Enter")

    said = {one.text() for one in page.window().findChildren(QLabel) if one.isVisible()}
    assert any(SUPPLEMENT in words for words in said)


def test_every_act_has_a_key_of_its_own_as_long_as_it_is_lawful(page: DossierPage) -> None:
    chosen = told(page.findChildren(ActButtons)[0].chosen)
    acts = [choice.act for choice in details.received().acts]
    assert len(acts) > 3

    for act in acts:
        press(KEYS[KEY_OF[act]].keys)
        press("Esc")
    assert [choice.act for choice, _ in chosen] == acts

    lawful(page, *others(DossierAct.WITHDRAW))
    press(KEYS[KEY_OF[DossierAct.WITHDRAW]].keys)
    assert len(chosen) == len(acts)


@pytest.mark.parametrize("first", ASKING)
@pytest.mark.parametrize("then", ASKING)
def test_another_act_takes_the_place_of_the_one_that_is_open(
    page: DossierPage, first: DossierAct, then: DossierAct
) -> None:
    press(KEYS[KEY_OF[first]].keys)
    press(KEYS[KEY_OF[then]].keys)
    QApplication.processEvents()

    panels = [one for one in page.window().findChildren(FloatingPanel) if one.isVisible()]
    assert len(panels) <= 1
    assert all(panel.isAncestorOf(focused()) for panel in panels)


@pytest.mark.parametrize("width", [1366, 1100, 911])
def test_no_button_of_an_act_is_cut_and_its_key_works_where_it_has_no_room(
    page: DossierPage, width: int
) -> None:
    page.window().resize(width, 600)
    QApplication.processEvents()

    buttons = page.findChildren(ActButtons)[0].stops()
    shown = [one for one in buttons if one.isVisible()]
    assert all(one.width() >= one.sizeHint().width() for one in shown)
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in shown)
    assert (buttons[0] in shown) == (len(shown) < len(buttons) - 1)
    chosen = told(page.findChildren(ActButtons)[0].chosen)
    press(KEYS[KEY_OF[DossierAct.DECLARE_SLIP_LOST]].keys)
    assert [choice.act for choice, _ in chosen] == [DossierAct.DECLARE_SLIP_LOST]


def test_a_correction_that_is_no_longer_lawful_when_it_was_read_is_not_opened(
    page: DossierPage,
) -> None:
    press(KEYS[KEY_OF[DossierAct.CORRECT]].keys)
    lawful(page, *others(DossierAct.CORRECT))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    page.correction.show_form(panels.correction_form())

    assert not page.correction.isVisible()


def test_every_act_of_the_counter_has_a_key() -> None:
    assert set(KEY_OF) == set(DossierAct) - OF_THE_PROVINCE


def test_when_its_own_act_goes_enter_does_nothing_else(page: DossierPage) -> None:
    lawful(page, *others(DossierAct.SUPPLEMENT))

    assert name() == "Giấy tờ của hồ sơ"
    press("Enter")
    assert not [one for one in page.window().findChildren(FloatingPanel) if one.isVisible()]


def test_while_an_act_is_done_none_has_the_keys_and_then_the_same_one(page: DossierPage) -> None:
    button = focused()

    page.show_busy(True)
    assert not isinstance(focused(), Button)
    page.open_act(DossierAct.WITHDRAW)
    assert not [one for one in page.window().findChildren(FloatingPanel) if one.isVisible()]
    page.show_busy(False)

    assert focused() is button


def test_a_key_pressed_while_an_act_is_done_is_refused_in_words_and_nothing_typed_goes(
    page: DossierPage,
) -> None:
    answered: list[object] = []
    page.act_answered.connect(lambda act, _: answered.append(act))
    page.act_answered.connect(lambda: page.show_busy(True))
    refused = "Đang ghi việc trước"
    press("Enter")  # the supplement is asked for, and confirmed
    press("Ctrl+Enter")
    assert answered == [DossierAct.SUPPLEMENT]
    page.correction.ask("0217", page)
    page.correction.show_form(panels.correction_form())
    reason = next(
        line
        for line in page.correction.findChildren(OfferField)
        if line.accessibleName() == "Lý do"
    )
    reason.setText("sai tên")

    for key in ("Ctrl+Enter", KEYS[KEY_OF[DossierAct.WITHDRAW]].keys):
        page.show_problem("")
        press(key)
        assert refused in shown(page)
        assert page.correction.isVisible()
    page.show_busy(False)
    page.show_done("Yêu cầu bổ sung: đã ghi")

    assert page.correction.isVisible()  # what was done was the supplement
    assert reason.text() == "sai tên"
    assert refused not in shown(page)
    page.act_answered.disconnect()

    press("Ctrl+Enter")  # the correction, which fails; then another act is done
    for busy in (True, False):
        page.show_busy(busy)
    page.show_problem("Hồ sơ vừa đổi ở quầy khác")
    page.show_done("Đã giữ cả hai")
    assert reason.text() == "sai tên"


def test_tab_goes_through_the_acts_as_they_stand(page: DossierPage) -> None:
    lawful(page, *others(DossierAct.WITHDRAW))
    page.show_dossier(details.received())
    QApplication.processEvents()
    stands = order(page)
    while name() != stands[0]:
        press("Shift+Tab")
    reached = [name()]
    for _ in stands[1:]:
        press("Tab")
        reached.append(name())

    assert reached == stands


@pytest.mark.parametrize("scene", PANELS)
def test_a_page_that_leaves_takes_its_panels_with_it(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    panels = [one for one in gallery.window.findChildren(FloatingPanel) if one.isVisible()]
    assert panels, "no panel is open"

    gallery.window.show_lock()  # hides the desk, and moves no focus that anybody is told of
    assert not [one for one in panels if one.isVisible()]


@pytest.mark.parametrize("scene", PANELS)
def test_no_panel_of_a_page_is_open_above_another_one(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()

    gallery.frame.show_place(Place.LOG)

    assert not [one for one in gallery.window.findChildren(FloatingPanel) if one.isVisible()]
