"""Words on the citizen's display: sizes that follow the screen."""

from dataclasses import dataclass

from ui.desktop.kit.typography import TextStyle

DESIGN_WIDTH, DESIGN_HEIGHT = 1366, 768
"""The screen that every distance is given for; a larger one shows everything larger."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How distances and letters become pixels of this screen."""

    screen: float = 1.0
    text: float = 1.0

    @classmethod
    def of(cls, width: int, height: int, text_percent: int) -> "Scale":
        screen = min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
        return cls(screen, text_percent / 100)

    def px(self, distance: float) -> float:
        """Give a distance."""
        return distance * self.screen

    def style(self, size: int, weight: int = 400) -> TextStyle:
        """Give a type size; the chosen text size counts on top of the screen's."""
        return TextStyle(max(1, round(size * self.screen * self.text)), weight)

    def line(self, size: int) -> float:
        """Give the height of one line of this size: stacked Vietnamese tones have room."""
        return size * self.screen * self.text * 1.3
