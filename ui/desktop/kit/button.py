"""Buttons: primary, secondary, quiet and danger, with their icon and the key that presses them."""

from enum import Enum, IntEnum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import key_width, paint_key
from ui.desktop.kit.paint import box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import BUTTON_HEIGHT, RADIUS
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, TextStyle, text_width

_SIDE = 12
_ICON = 20
_NARROWEST = 120  # of a button whose words may be cut


class Kind(Enum):
    """What a button is for. A page has one primary: the next useful act."""

    PRIMARY = auto()
    SECONDARY = auto()
    QUIET = auto()
    DANGER = auto()


class LeftOut(IntEnum):
    """What a button goes without where there is little room, each with what comes before it."""

    NOTHING = 0
    KEY = auto()
    ICON = auto()
    WORDS = auto()
    """Of a button with an icon: that and the key stand for them. Words alone stay."""


class Button(QAbstractButton):
    """A push button. Without words it shows its icon alone, and ``name`` says what it does.

    Its words are never cut, unless it ``gives_way`` because they are a name from the catalogue. One
    of several answers, one below the other, ``fills`` the width.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        sign: Icon | None = None,
        badge: str = "",
        height: int = BUTTON_HEIGHT,
        name: str = "",
        gives_way: bool = False,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setToolTip("" if text else name)
        self.badge = badge
        self._kind, self._sign, self._height = kind, sign, height
        self._blocked = self._wordless = False
        self._left_out = LeftOut.NOTHING
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._gives_way = gives_way
        policy = QSizePolicy.Policy
        width = policy.Expanding if fills else policy.Maximum if gives_way else policy.Fixed
        self.setSizePolicy(width, policy.Fixed)

    def set_words(self, text: str, sign: Icon | None = None) -> None:
        """Change the words and the icon; the button takes its new size."""
        self.setText(text)
        self.setAccessibleName(text)
        self._sign = sign
        self.updateGeometry()
        self.update()

    def set_badge(self, badge: str) -> None:
        """Change the key that stands on it; the button takes its new size."""
        self.badge = badge
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Become another kind: what the next useful act of a page is may change."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def show_words(self, shown: bool) -> None:
        """Show the words, or in a narrow window the icon and the key alone."""
        if self._wordless == shown:
            self._wordless = not shown
            self.setToolTip("" if shown else self.text())
            self.updateGeometry()
            self.update()

    def leave_out(self, what: LeftOut) -> None:
        """Go without this, unless it is the primary; it is then in the tooltip."""
        if what is self._left_out or self._kind is Kind.PRIMARY:
            return
        self._left_out = what
        if self.badge and self.text() and not self._wordless:
            key = "" if what is LeftOut.WORDS else f" ({self.badge})"
            self.setToolTip(f"{self.text()}{key}" if what else "")
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        self._height = height
        self.updateGeometry()

    @property
    def is_offered(self) -> bool:
        """Tell whether it is seen and can be pressed."""
        return self.isVisible() and self.isEnabled()

    def set_blocked(self, blocked: bool) -> None:
        """Lock the button: it shows a lock, and the reason stands to its left."""
        self._blocked = blocked
        self.setEnabled(not blocked)
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * self._side(), self._height)

    def width_without(self, what: LeftOut) -> int:
        """Give how wide it is when it leaves this out."""
        left, self._left_out = self._left_out, what
        width = self.sizeHint().width()
        self._left_out = left
        return width

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._height) if self._gives_way else self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does: nobody has to know which of the two is wanted."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_ground(painter)
        said = self._said()
        middle = self.height() / 2
        x = max(self._side(), (self.width() - self._content_width()) / 2)
        sign = Icon.LOCK if self._blocked else self._sign
        if sign and not self._lacks(LeftOut.ICON):
            icon(painter, sign, x, middle - _ICON / 2, _ICON, ink)
            x += _ICON + (8 if said else 6)
        if said:
            room = QRectF(x, 0, self.width() - x, self.height())
            words(painter, room, said, self._style(), ink, elide=self._gives_way)
            x += text_width(said, self._style()) + 8
        if self.badge and not self._lacks(LeftOut.KEY):
            on_accent = self._kind is Kind.PRIMARY and self.isEnabled()
            paint_key(painter, x, middle, self.badge, on_accent=on_accent)

    def _paint_ground(self, painter: QPainter) -> QColor:
        t = theme()
        rect = QRectF(self.rect())
        hovered, pressed = self.underMouse(), self.isDown()
        if self._kind is Kind.QUIET:
            if self.isEnabled() and (hovered or pressed):
                box(painter, rect, t.hover)
            return t.accent if self.isEnabled() else t.text2
        if not self.isEnabled():
            box(painter, rect, t.sunken, t.line)
            return t.text2
        if self._kind is Kind.PRIMARY:
            box(
                painter,
                rect,
                t.accent_press if pressed else t.accent_hover if hovered else t.accent,
            )
            return t.on_accent
        box(painter, rect, t.sunken if pressed else t.hover if hovered else t.surface, t.edge)
        return t.err if self._kind is Kind.DANGER else t.text

    def _style(self) -> TextStyle:
        return BODY_STRONG if self._kind is Kind.PRIMARY else BODY_MEDIUM

    def _said(self) -> str:
        return "" if self._wordless or self._lacks(LeftOut.WORDS) else self.text()

    def _side(self) -> int:
        return _SIDE if self._said() else 8

    def _lacks(self, what: LeftOut) -> bool:
        """Tell whether it goes without this; an icon alone keeps its key."""
        if self._kind is Kind.PRIMARY or self._left_out < what:
            return False
        alone = self._wordless or (self._left_out is LeftOut.WORDS and self._sign is not None)
        return what is LeftOut.WORDS if alone else what is not LeftOut.WORDS

    def _content_width(self) -> int:
        said = self._said()
        width = text_width(said, self._style()) if said else 0
        if (self._sign or self._blocked) and not self._lacks(LeftOut.ICON):
            width += _ICON + (8 if said else 6 if self.badge else 0)
        if self.badge and not self._lacks(LeftOut.KEY):
            width += key_width(self.badge) + (8 if said else 0)
        return width


class FilterButton(QAbstractButton):
    """One of several filters above a list, with the number of rows behind it.

    Attributes:
        badge: the key that chooses it, where it has one.
    """

    _HEIGHT = 32

    def __init__(self, text: str, *, badge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.badge = badge
        self._count = ""
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | str | None) -> None:
        """Show how many rows are behind it, as a number or in words; None: it is not said."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(self._label())
        self.updateGeometry()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        key = key_width(self.badge) + 8 if self.badge else 0
        return QSize(text_width(self._label(), BODY_STRONG) + 2 * _SIDE + key, self._HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        on = self.isChecked()
        ground = t.tint if on else t.hover if self.underMouse() else t.surface
        box(painter, QRectF(self.rect()), ground, t.accent if on else t.edge)
        room = QRectF(self.rect()).adjusted(_SIDE, 0, 0, 0)
        style = BODY_STRONG if on else BODY_MEDIUM
        words(painter, room, self._label(), style, t.accent if on else t.text, elide=False)
        if self.badge:
            x = self.width() - _SIDE - key_width(self.badge)
            paint_key(painter, x, self.height() / 2, self.badge)

    def _label(self) -> str:
        return f"{self.text()}  {self._count}" if self._count else self.text()
