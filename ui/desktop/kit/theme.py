"""The theme in use, and how it reaches Qt: Fusion and a full palette, no style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.desktop.kit.tokens import DARK, LIGHT, Theme
from ui.desktop.kit.typography import BODY, font, load_fonts

_current: Theme = LIGHT


def theme() -> Theme:
    """Give the theme in use. Controls ask while they paint, never earlier."""
    return _current


def dress(app: QApplication, chosen: Theme) -> None:
    """Give the program its style, typeface and theme, before the first window is built."""
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(font(BODY))
    for effect in (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateMenu):
        QApplication.setEffectEnabled(effect, False)
    use_theme(app, chosen)


def use_theme(app: QApplication, chosen: Theme) -> None:
    """Change the theme; every open window repaints itself in it."""
    global _current
    _current = chosen
    # the title bar of Windows, which no palette reaches
    scheme = Qt.ColorScheme.Dark if chosen is DARK else Qt.ColorScheme.Light
    app.styleHints().setColorScheme(scheme)
    app.setPalette(_palette(chosen))


def _palette(t: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours: dict[QPalette.ColorRole, QColor] = {
        role.Window: t.sheet,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.sunken,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.PlaceholderText: t.text2,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.text,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.Light: t.line,
        role.Midlight: t.line,
        role.Mid: t.line,
        role.Dark: t.edge,
        role.Shadow: t.edge,
        role.Accent: t.accent,
    }
    for each, colour in colours.items():
        palette.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, t.text2)
    return palette
