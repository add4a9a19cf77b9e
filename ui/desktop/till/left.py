"""Which side of the till is in front, and whose payments are listed, after a power cut."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from ui.desktop.till.page import TillPage
from ui.desktop.till.presenter import TillPresenter
from ui.desktop.till.view_model import TillMode


class TillLeft:
    """Implements ``LeftPart``. What was counted is the officer's own, see ``OpenWork``."""

    def __init__(self, page: TillPage, presenter: TillPresenter) -> None:
        self._page, self._presenter = page, presenter

    def left(self) -> dict[str, Any]:
        """Give both."""
        return {"mode": self._page.mode.value, "of": self._presenter.listed}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Turn to that side, and list those payments."""
        with suppress(ValueError):  # a side of another version
            self._page.show_mode(TillMode(str(left.get("mode"))))
        if of := str(left.get("of", "")):
            self._presenter.list_of(of)
