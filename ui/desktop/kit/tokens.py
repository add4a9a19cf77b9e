"""Every colour and distance of the screen. No colour is written down anywhere else."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from ui.desktop.kit.tone import Tone

GAP: Final = 8
"""Between controls and between zones."""
ROW_GAP: Final = 6
"""Between the field rows of a zone."""

RADIUS_KEY: Final = 4
RADIUS: Final = 6
RADIUS_ZONE: Final = 8
RADIUS_SHEET: Final = 10

FIELD_HEIGHT: Final = 32
BUTTON_HEIGHT: Final = 36
ACTION_HEIGHT: Final = 40
"""Buttons of the action bar, and the fields of the sign-in card."""
PAPER_ROW: Final = 32
TWO_LINE_ROW: Final = 48
LIST_ROW: Final = 36
TABLE_HEAD: Final = 24
ZONE_HEAD: Final = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One contrast theme. The tests hold the table to 4.5 for text, 3 for edges and focus."""

    is_dark: bool
    chrome: QColor
    sheet: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    """Separators only: too faint to be the sole sign of anything."""
    edge: QColor
    text: QColor
    text2: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    on_accent: QColor
    tint: QColor
    hover: QColor
    sel: QColor
    ok: QColor
    ok_tint: QColor
    warn: QColor
    warn_tint: QColor
    err: QColor
    err_tint: QColor
    focus: QColor
    shadow: QColor
    """One of six stacked layers of the soft shadow under a panel."""
    paper: QColor
    """The ground of a page image: never inverted, in the dark theme only dimmed."""

    def ink(self, tone: Tone) -> QColor:
        """Give the colour of words and icons of this tone."""
        return {
            Tone.OK: self.ok,
            Tone.WARN: self.warn,
            Tone.ERR: self.err,
            Tone.INFO: self.accent,
            Tone.MUTE: self.text2,
        }[tone]

    def ground(self, tone: Tone) -> QColor:
        """Give the ground on which ``ink`` of this tone stands in chips and banners."""
        return {
            Tone.OK: self.ok_tint,
            Tone.WARN: self.warn_tint,
            Tone.ERR: self.err_tint,
            Tone.INFO: self.tint,
            Tone.MUTE: self.sunken,
        }[tone]


LIGHT: Final = Theme(
    is_dark=False,
    chrome=QColor("#E6EBF1"),
    sheet=QColor("#F5F7FA"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#EEF2F6"),
    line=QColor("#D3DAE3"),
    edge=QColor("#77869A"),
    text=QColor("#14202E"),
    text2=QColor("#4A596B"),
    accent=QColor("#0B5CAB"),
    accent_hover=QColor("#094B8C"),
    accent_press=QColor("#073A6D"),
    on_accent=QColor("#FFFFFF"),
    tint=QColor("#E1EDF9"),
    hover=QColor("#EEF4FB"),
    sel=QColor("#D6E6F7"),
    ok=QColor("#17653A"),
    ok_tint=QColor("#E2F3E8"),
    warn=QColor("#7F4700"),
    warn_tint=QColor("#FDF0D5"),
    err=QColor("#A8201A"),
    err_tint=QColor("#FCE7E5"),
    focus=QColor("#0B5CAB"),
    shadow=QColor(0, 0, 0, 5),
    paper=QColor("#FDFDFB"),
)

DARK: Final = Theme(
    is_dark=True,
    chrome=QColor("#04070A"),
    sheet=QColor("#0A0F15"),
    surface=QColor("#121922"),
    sunken=QColor("#1A232E"),
    line=QColor("#3A4858"),
    edge=QColor("#8FA3B7"),
    text=QColor("#F7FAFC"),
    text2=QColor("#C4D0DC"),
    accent=QColor("#7CC0FF"),
    accent_hover=QColor("#A3D3FF"),
    accent_press=QColor("#C2E2FF"),
    on_accent=QColor("#04121F"),
    tint=QColor("#10304D"),
    hover=QColor("#1A2735"),
    sel=QColor("#17436B"),
    ok=QColor("#79E0A0"),
    ok_tint=QColor("#0E2F1C"),
    warn=QColor("#FFCB66"),
    warn_tint=QColor("#33270B"),
    err=QColor("#FFA197"),
    err_tint=QColor("#3D1613"),
    focus=QColor("#FFDD55"),
    shadow=QColor(0, 0, 0, 30),
    paper=QColor("#DDE3EA"),
)
