"""The e-mail of the applicant by keyboard, from zone 1 into the dossier."""

from PySide6.QtCore import Qt

from tests.ui.window_counter import CARD, Counter, accept_for_applicant
from tests.ui.window_keys import ALT, read_card


def test_an_email_typed_in_zone_1_stands_in_the_dossier(at_work: Counter) -> None:
    read_card(CARD)
    at_work.keys.press(Qt.Key.Key_E, ALT)
    at_work.wait_for_focus("Email người nộp")
    at_work.keys.type("tuyet@vi-du.vn")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Email: tuyet@vi-du.vn")

    accept_for_applicant(at_work)

    at_work.wait(at_work.dossiers)
    (dossier,) = at_work.dossiers()
    assert dossier.submitter.person.email == "tuyet@vi-du.vn"
