"""The page of one dossier: where the keys are when what may be done with it changes."""

from dataclasses import replace

import pytest

from station.domain.acts import DossierAct
from ui.desktop import gallery_dossiers as details
from ui.desktop.dossier.page import DossierPage
from ui.desktop.gallery import Gallery
from ui.desktop.kit.button import Button

SUPPLEMENT = "Yêu cầu bổ sung"


@pytest.fixture
def page(gallery: Gallery) -> DossierPage:
    """A received dossier, the keys on one of its acts that is not the expected one."""
    gallery.scenes()["dossier-waiting"]()
    gallery.dossier.show_dossier(details.received())
    (button,) = (one for one in gallery.dossier.findChildren(Button) if one.text() == SUPPLEMENT)
    button.setFocus()
    assert button.hasFocus()
    return gallery.dossier


def without(page: DossierPage, act: DossierAct) -> None:
    """Show that this act is not lawful any more."""
    acts = tuple(one for one in details.received().acts if one.act is not act)
    page.show_dossier(replace(details.received(), acts=acts))


def test_the_keys_stay_on_their_act_when_another_one_goes(page: DossierPage) -> None:
    without(page, DossierAct.WITHDRAW)

    focused = page.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == SUPPLEMENT


def test_the_keys_go_to_the_expected_act_when_theirs_is_gone(page: DossierPage) -> None:
    without(page, DossierAct.SUPPLEMENT)

    assert page.window().focusWidget() is page.first_focus()
