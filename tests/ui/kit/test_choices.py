"""Choices below one another: by the keys, past what is off, and as a screen reader hears them."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.heard import told
from tests.ui.keyboard import click, focused, press
from ui.desktop.kit.choices import Choice, Choices

WAYS = (
    Choice("a", "Hướng dẫn", "In tờ hướng dẫn."),
    Choice("b", "Bổ sung", "Cấp mã.", off="Không thiếu giấy nào."),
    Choice("c", "Từ chối", "Trả giấy."),
)


@pytest.fixture
def ways(dressed: QApplication, qtbot: QtBot) -> Choices:
    ways = Choices("Cách xử lý")
    qtbot.addWidget(ways)
    ways.set_choices(WAYS)
    ways.show_value("a")
    ways.show()
    ways.activateWindow()
    ways.focus_target().setFocus()
    return ways


def test_arrows_choose_past_what_is_off_and_around_the_end(ways: Choices) -> None:
    chosen = told(ways.value_chosen)

    press("Down", "Down", "Up")

    assert chosen == ["c", "a", "c"]
    assert (ways.value(), focused().accessibleName()) == ("c", "Cách xử lý: Từ chối")


def test_why_one_is_off_stands_in_place_of_what_follows(ways: Choices) -> None:
    cards = ways.findChildren(QAbstractButton)

    assert [card.accessibleDescription() for card in cards] == [
        "In tờ hướng dẫn.",
        "Không thiếu giấy nào.",
        "Trả giấy.",
    ]
    chosen = told(ways.value_chosen)
    click(cards[1])
    assert (chosen, ways.value()) == ([], "a")


def test_the_keys_go_along_with_a_choice_that_was_made_elsewhere(ways: Choices) -> None:
    ways.show_value("c")

    assert focused().accessibleName() == "Cách xử lý: Từ chối"


def test_where_there_is_little_room_only_the_names_stand(ways: Choices) -> None:
    high = ways.sizeHint().height()
    ways.set_low(True)

    assert ways.sizeHint().height() == high - 3 * (68 - 44)
