"""What a session joins to a page hears it until the session ends."""

import gc

from PySide6.QtCore import QObject, Signal

from ui.desktop.wires import Wires


class Page(QObject):
    wanted = Signal(str)


class Presenter:
    def __init__(self, heard: list[str]) -> None:
        self._heard = heard

    def on_wanted(self, text: str) -> None:
        self._heard.append(text)


def test_a_presenter_that_nobody_else_names_hears_the_page_until_the_wires_are_cut() -> None:
    heard: list[str] = []
    page, wires = Page(), Wires()
    wires.join(page.wanted, Presenter(heard).on_wanted)
    gc.collect()

    page.wanted.emit("still here")
    wires.cut()
    page.wanted.emit("gone")

    assert heard == ["still here"]
