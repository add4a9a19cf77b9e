"""What is taken from a list belongs to what is typed now, however late its answer comes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.heard import told
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.suggest import SuggestField

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


def waiting_field(qtbot: QtBot) -> SuggestField:
    field = SuggestField("Thủ tục")
    qtbot.addWidget(field)
    field.let_wait()
    return field


def test_keys_wait_for_the_answer_and_are_done_in_their_order(qtbot: QtBot) -> None:
    field = waiting_field(qtbot)
    done: list[str] = []
    field.stepped.connect(lambda step: done.append(f"step {step}"))
    field.entered.connect(lambda: done.append("enter"))

    QTest.keyClicks(field, "kh")
    QTest.keyClick(field, DOWN)
    QTest.keyClick(field, ENTER)
    field.answer("k")  # of an earlier text
    assert done == []
    assert not field.is_answered()
    field.answer("kh")

    assert done == ["step 1", "enter"]
    QTest.keyClick(field, DOWN)
    assert done[-1] == "step 1"


def test_who_types_on_takes_the_waiting_keys_back(qtbot: QtBot) -> None:
    field = waiting_field(qtbot)
    entered = told(field.entered)

    QTest.keyClicks(field, "kh")
    QTest.keyClick(field, ENTER)
    QTest.keyClicks(field, "a")
    field.answer("kha")

    assert entered == []


def test_an_offer_of_an_earlier_text_cannot_be_taken(qtbot: QtBot) -> None:
    field = OfferField("Thủ tục khác")
    qtbot.addWidget(field)
    field.set_offers(("Khai tử",))
    field.setText("khai s")
    field.await_offers()

    QTest.keyClick(field, DOWN)
    field.take("Khai tử")
    assert field.text() == "khai s"
    field.set_offers(("Khai sinh", "Khai sinh lại"))

    assert field.text() == "Khai sinh"
