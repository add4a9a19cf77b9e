"""What an officer would do between a monkey's keys, so that it gets to where dossiers are."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from local_store.signing_key import StationSigningKey
from station.domain.dossier import Dossier
from station.domain.ids import DossierCode
from station.domain.processing import ResultPaper
from station.domain.slip_code import SlipFacts, sign_slip
from station.errors import StationError
from station.usecases.reception_input import reception_from_plain
from station.usecases.return_result import TakeResultIn
from tests.builders import a_description
from tests.ui.window_counter import DOWN, SPACE, Counter
from tests.ui.window_keys import CTRL, read_card, window_with_keys

_TURNS = 4_000
"""So often the window is let go on while something is awaited; the monkey does not mind if not."""


class Deeds:
    """Each deed is whole or comes to nothing: the keys before it may have left anything open.

    Attributes:
        done: how often each was begun.
    """

    def __init__(self, counter: Counter, chance: random.Random) -> None:
        self._counter, self._chance = counter, chance
        self._people = 0
        self.done: dict[str, int] = {}

    def do_one(self) -> None:
        deed = self._chance.choice((
            self.show_card, self.receive, self.receive, self.scan_slip, self.result_comes,
            self.scan_nonsense,
        ))  # fmt: skip
        self.done[deed.__name__] = self.done.get(deed.__name__, 0) + 1
        deed()

    def show_card(self) -> None:
        """Somebody else sits down: their card is read wherever the officer is."""
        if window_with_keys() is None:
            self._counter.come_back()  # a dialog has gone, and nothing has the keys yet
        self._people += 1
        number = f"0351990{self._people:05d}"
        read_card(
            f"{number}||Nguyễn Văn {chr(65 + self._people % 26)}|05031999|Nam|Hà Nội|15062021"
        )

    def receive(self) -> None:
        """A whole reception, from its key to the accepting one."""
        press, drafts = self._counter.keys.press, self._counter.session._drafts
        for _ in range(3):
            press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_F2)
        self.show_card()
        self._until(lambda: drafts.current.applicant.name)
        press(Qt.Key.Key_F4)
        press(Qt.Key.Key_A, CTRL)
        self._counter.keys.type("cgxn")
        press(Qt.Key.Key_Return)
        self._until(lambda: drafts.current.procedure)
        for key in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):
            press(key)
        press(Qt.Key.Key_F8)
        self._counter.keys.type("20000")
        self._until(lambda: not drafts.current.money.short_vnd)
        press(Qt.Key.Key_Return, CTRL)
        draft = drafts.current
        self._until(lambda: not draft.accepting)

    def scan_slip(self) -> None:
        """The slip of one of the dossiers is read wherever the officer is."""
        dossiers = self._dossiers()
        if not dossiers:
            return
        one = self._chance.choice(dossiers)
        if one.due_at is None:
            return
        facts = SlipFacts(
            dossier_code=DossierCode.parse(one.code), version=1, counter=3, due_at=one.due_at
        )
        sign = StationSigningKey.of(self._counter.desk.store.secrets).sign
        self._counter.scan(sign_slip(facts, sign))

    def result_comes(self) -> None:
        """An agency sends a result; its code is read."""
        papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
        given = reception_from_plain(a_description(documents=papers))
        desk = self._counter.desk
        try:
            code = desk.receive(given, folder=Path()).dossier.code
            desk.life_cycle.forward([code])
            result = ResultPaper(name="Giấy xác nhận", number="12/UBND")
            desk.life_cycle.arrive(code, TakeResultIn(shelf="K2-07", results=(result,)))
        except StationError:  # no number is left, or a supervisor sits here
            return
        self._counter.scan(code)

    def scan_nonsense(self) -> None:
        self._counter.scan(self._chance.choice(("https://vi-du.vn", "VE-012", "x" * 3_000, "|||")))

    def _dossiers(self) -> list[Dossier]:
        return self._counter.dossiers()

    @staticmethod
    def _until(condition: Callable[[], object]) -> None:
        for _ in range(_TURNS):
            if condition():
                return
            QApplication.processEvents()
