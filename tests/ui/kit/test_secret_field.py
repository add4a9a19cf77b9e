"""The field of a password says that Caps Lock is on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tone import Tone

SAID = "Caps Lock đang bật"
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    made = SecretField("Mật khẩu")
    qtbot.addWidget(made)
    return made


def press(field: SecretField, text: str, held: Qt.KeyboardModifier = PLAIN) -> None:
    """One letter, as the system gives it: what it types, and whether Shift was held."""
    key = Qt.Key(ord(text.upper()))
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize(
    ("letter", "held", "said"),
    [
        ("a", PLAIN, ""),
        ("A", SHIFT, ""),
        ("A", PLAIN, SAID),
        ("a", SHIFT, SAID),
        ("7", PLAIN, ""),
        ("!", SHIFT, ""),
    ],
)
def test_a_letter_tells(
    field: SecretField, letter: str, held: Qt.KeyboardModifier, said: str
) -> None:
    press(field, letter, held)

    assert field.mark() == said
    assert field.accessibleDescription() == said


def test_it_is_said_until_the_letters_come_right_or_the_key_is_pressed(field: SecretField) -> None:
    press(field, "M")
    press(field, "7")
    assert field.mark() == SAID
    press(field, "a")
    assert field.mark() == ""
    press(field, "M")
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, PLAIN))
    assert field.mark() == ""


def test_what_is_wrong_with_the_password_goes_first(field: SecretField) -> None:
    field.set_mark("Sai mật khẩu, còn 2 lần", Tone.ERR)

    press(field, "M")

    assert field.mark() == "Sai mật khẩu, còn 2 lần"
