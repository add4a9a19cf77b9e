"""Files and pictures, as the program opens them."""

from pathlib import Path

from station.domain.id_card import IdCard
from ui import composition, readers


class CounterFiles:
    """Looks into files; see ``ui.desktop.reception.presenter.FileReading``."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def read_card(self, picture: Path | bytes) -> IdCard:
        return readers.read_id_card(picture).card_or_raise()

    def open_file(self, path: Path) -> composition.OpenedFile:
        return composition.open_file(path, self._home)
