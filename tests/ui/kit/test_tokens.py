"""Colours are written down once, and can be told apart."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from ui.desktop.kit.icon import Icon, pixmap
from ui.desktop.kit.tokens import DARK, LIGHT, Theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, BODY_STRONG, KEY, font, text_width
from ui.desktop.kit.watermark import OPACITY

DESKTOP = Path(__file__).parents[3] / "ui" / "desktop"
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    parts = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def washed(colour: QColor, over: QColor, opacity: float) -> QColor:
    """Give a colour as it is seen through another one."""

    def mixed(one: float, other: float) -> float:
        return one * (1 - opacity) + other * opacity

    return QColor.fromRgbF(
        mixed(colour.redF(), over.redF()),
        mixed(colour.greenF(), over.greenF()),
        mixed(colour.blueF(), over.blueF()),
    )


@THEMES
def test_words_can_be_read_through_the_mark_of_the_training_window(theme: Theme) -> None:
    grounds = (theme.chrome, theme.sheet, theme.surface, theme.sunken, theme.tint, theme.sel)
    for ink in (theme.text, theme.text2):
        for ground in grounds:
            under = washed(ground, theme.warn, OPACITY)
            assert contrast(ink, under) >= 4.5
            assert contrast(washed(ink, theme.warn, OPACITY), under) >= 4.5


@THEMES
def test_words_can_be_read_on_every_ground_they_may_stand_on(theme: Theme) -> None:
    grounds = ("chrome", "sheet", "surface", "sunken", "tint", "hover", "sel")
    pairs = [(ink, ground) for ink in ("text", "text2", "accent") for ground in grounds]
    pairs += [(tone, f"{tone}_tint") for tone in ("ok", "warn", "err")]
    pairs += [
        (tone, ground)
        for tone in ("ok", "warn", "err")
        for ground in ("chrome", "sheet", "surface", "sel")
    ]
    pairs += [("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")]
    pairs += [("text", f"{tone}_tint") for tone in ("ok", "warn", "err")]

    faint = {
        (ink, ground): round(contrast(getattr(theme, ink), getattr(theme, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(theme, ink), getattr(theme, ground)) < 4.5
    }

    assert not faint


@THEMES
def test_edges_and_the_focus_ring_can_be_seen(theme: Theme) -> None:
    for sign in ("edge", "focus"):
        for ground in ("chrome", "sheet", "surface", "sunken"):
            assert contrast(getattr(theme, sign), getattr(theme, ground)) >= 3, (sign, ground)


@THEMES
def test_every_tone_has_an_ink_and_a_ground(theme: Theme) -> None:
    for tone in Tone:
        assert contrast(theme.ink(tone), theme.ground(tone)) >= 4.5


def test_both_themes_name_the_same_tokens() -> None:
    assert LIGHT.is_dark is False
    assert DARK.is_dark is True
    for field in fields(Theme):
        assert type(getattr(LIGHT, field.name)) is type(getattr(DARK, field.name))


def test_no_colour_is_written_down_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\((?!Qt\.GlobalColor\.transparent|t\.|self)[^)]")
    found = {
        str(path.relative_to(DESKTOP)): literal.findall(path.read_text(encoding="utf-8"))
        for path in DESKTOP.rglob("*.py")
        if path.name not in ("tokens.py", "icon.py")
    }

    assert {path: colours for path, colours in found.items() if colours} == {}


def test_there_is_no_style_sheet() -> None:
    users = [
        path
        for path in DESKTOP.rglob("*.py")
        if "setStyleSheet" in path.read_text(encoding="utf-8")
    ]

    assert users == []


def test_the_icons_are_those_in_use_one_for_one(dressed: QApplication) -> None:
    folder = DESKTOP / "kit" / "icons"
    sources = "".join(path.read_text(encoding="utf-8") for path in DESKTOP.rglob("*.py"))

    assert {path.stem for path in folder.glob("*.svg")} == set(Icon)
    assert (folder / "LICENSE.txt").read_text(encoding="utf-8").count("MIT") >= 1
    assert [icon for icon in Icon if f"Icon.{icon.name}" not in sources] == []
    for icon in Icon:
        drawn = pixmap(icon, 20, LIGHT.text.rgba(), 1.5).toImage()
        assert drawn.width() == 30
        assert any(drawn.pixelColor(x, y).alpha() for x in range(30) for y in range(30)), icon


def test_the_shipped_typeface_is_the_one_on_the_screen(dressed: QApplication) -> None:
    for style in (BODY, BODY_MEDIUM, BODY_STRONG, KEY):
        info = QFontInfo(font(style))
        assert info.family() == "Inter"
        assert info.weight() == style.weight
        assert info.pixelSize() == style.size


def test_digits_stand_in_columns(dressed: QApplication) -> None:
    assert len({text_width(digit * 20) for digit in "0123456789"}) == 1
