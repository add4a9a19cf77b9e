"""The icons (Tabler outline, MIT): only those in use, drawn at the size and scale of the place."""

from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icon(StrEnum):
    """The files of the folder ``icons``, one for one (a test compares)."""

    ALERT = "alert-triangle"
    ARROW_RIGHT = "arrow-right"
    CASH = "cash"
    CHART = "chart-bar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CIRCLE = "circle"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_X = "circle-x"
    CLIPBOARD = "clipboard-check"
    CLOCK = "clock"
    CLOUD = "cloud"
    CLOUD_OFF = "cloud-off"
    COPY = "files"
    DESKTOP = "device-desktop"
    DOWNLOAD = "download"
    EYE = "eye"
    FILE = "file-text"
    FILTER = "filter"
    HASH = "hash"
    HOME = "home"
    INBOX = "inbox"
    INFO = "info-circle"
    KEYBOARD = "keyboard"
    MAXIMIZE = "maximize"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    MINUS = "minus"
    MOOD_HAPPY = "mood-happy"
    MOOD_SAD = "mood-sad"
    MOOD_SMILE = "mood-smile"
    NOTEBOOK = "notebook"
    PAPERCLIP = "paperclip"
    PAUSE = "player-pause"
    PLAY = "player-play"
    PLUS = "plus"
    PRINTER = "printer"
    QRCODE = "qrcode"
    REFRESH = "refresh"
    SCAN = "scan"
    SCHOOL = "school"
    SEARCH = "search"
    SETTINGS = "settings"
    STACK = "stack-2"
    USER = "user"
    USERS = "users"
    WIFI = "wifi"
    WIFI_OFF = "wifi-off"
    X = "x"


@cache
def _drawing(name: Icon) -> str:
    source = files("ui.desktop.kit").joinpath("icons", f"{name}.svg")
    return source.read_text(encoding="utf-8").replace('stroke-width="2"', 'stroke-width="1.8"')


@lru_cache(maxsize=512)
def pixmap(name: Icon, size: int, rgba: int, scale: float) -> QPixmap:
    """Draw the icon in one colour, ``size`` logical pixels wide at this scale."""
    svg = _drawing(name).replace("currentColor", QColor.fromRgba(rgba).name())
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
