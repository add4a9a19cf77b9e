"""Files and pictures, as the program opens them."""

from collections.abc import Callable
from pathlib import Path

from station.domain.id_card import IdCard
from station.usecases.handed_in import KEPT
from ui import composition, readers


class CounterFiles:
    """Looks into files; see ``ui.desktop.reception.presenter.FileReading``."""

    def __init__(self, home: Path, stored: Callable[[str], bytes]) -> None:
        """
        Args:
            stored: gives the bytes of the store's vault by their name.
        """
        self._home, self._stored = home, stored

    def read_card(self, picture: Path | bytes) -> IdCard:
        return readers.read_id_card(picture).card_or_raise()

    def open_file(self, path: Path) -> composition.OpenedFile:
        return composition.open_file(path, self._home)

    def thumbnail_of(self, kept: str) -> bytes:
        return composition.thumbnail_of(self._stored(kept.removeprefix(KEPT)))
