"""A window that is killed while its officer types, as a power cut does. Run as a program.

Arguments: the home, and the story. ``test_window_power_cut`` looks at what is left of it.

- ``reception``: two drafts are open, the first one stands in front; of its telephone number the
  cursor stands before the fourth digit.
- ``till``: no draft is open; two kinds of notes are counted. Then the newest dossier is being
  corrected: it is another one's, whose name is half typed, the cursor within it.
- ``supplement``: the newest dossier waits for its first paper; two pages of it were scanned, and
  the first one was filed.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from station.domain.scan_session import ScanSession
from tests.ui.window_counter import CARD, OTHER_CARD, PASSWORD
from tests.ui.window_keys import ALT, CTRL, Hands, read_card
from ui.desktop.app import Desktop
from ui.desktop.dossier.act_buttons import ActButtons
from ui.desktop.kit.table import Table
from ui.settings import read_settings

PHONE, TYPED, CURSOR = "Điện thoại", "09123", 3
NOTES, COUNTED = ("Số tờ 500.000", "Số tờ 200.000"), ("12", "34")
OWNER, OWNER_TYPED, OWNER_CURSOR = "Tên chủ hồ sơ", "Tran Chu", 5


class Doomed:
    """The program, and hands that type until it is gone."""

    def __init__(self, home: Path) -> None:
        self.app = QApplication([])
        self.desktop = Desktop(self.app, home, read_settings(home), "vi")
        self.desktop.open()
        self.window = self.desktop.screen.window
        self.window.showNormal()
        self.window.resize(1366, 768)
        self.window.activateWindow()
        self.keys = Hands()

    def wait(self, condition: Callable[[], object]) -> None:
        while not condition():
            self.app.processEvents()

    def sign_in(self) -> None:
        self.wait(QApplication.activeWindow)
        for text in ("quay3", PASSWORD):
            self.keys.type(text)
            self.keys.press(Qt.Key.Key_Return)
        self.wait(lambda: self.desktop.session is not None)
        self.wait(self.desktop.screen.frame.isVisible)

    def focused(self) -> str:
        return self.window.focusWidget().accessibleName()

    def reception(self) -> None:
        for card in (CARD, OTHER_CARD):
            self.keys.press(Qt.Key.Key_F2)
            read_card(card)
        self.keys.press(Qt.Key.Key_1, CTRL)
        while self.focused() != PHONE:
            self.keys.press(Qt.Key.Key_Tab)
        self.keys.type(TYPED)
        for _ in TYPED[CURSOR:]:
            self.keys.press(Qt.Key.Key_Left)
        self.wait(lambda: (self.first_kept().get("spot") or {}).get("at") == CURSOR)

    def till(self) -> None:
        self.keys.press(Qt.Key.Key_F8)
        self.wait(lambda: self.focused() == NOTES[0])
        self.keys.type(COUNTED[0])
        self.keys.press(Qt.Key.Key_Return)
        self.keys.type(COUNTED[1])
        self.correct()

    def correct(self) -> None:
        keys = self.keys
        keys.press(Qt.Key.Key_0, CTRL)
        self.wait(lambda: self.focused() == "Hồ sơ")
        dossiers, page = self.desktop.screen.dossiers, self.desktop.screen.dossier
        self.wait(lambda: dossiers.findChildren(Table)[0].current_row() >= 0)
        keys.press(Qt.Key.Key_Return)
        self.wait(lambda: page.isVisible() and page.findChildren(ActButtons)[0].last())
        keys.press(Qt.Key.Key_C, ALT)
        self.wait(lambda: self.focused().startswith("Phần sửa"))
        keys.press(Qt.Key.Key_Right)
        self.wait(lambda: self.focused() == "Phần sửa: Chủ hồ sơ, uỷ quyền")
        keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_Right)
        while self.focused() != OWNER:
            keys.press(Qt.Key.Key_Tab)
        keys.type(OWNER_TYPED)
        for _ in OWNER_TYPED[OWNER_CURSOR:]:
            keys.press(Qt.Key.Key_Left)
        self.wait(lambda: self.mark().get("panel", {}).get("at") == OWNER_CURSOR)

    def supplement(self) -> None:
        keys, page = self.keys, self.desktop.screen.dossier
        keys.press(Qt.Key.Key_0, CTRL)
        self.wait(lambda: self.focused() == "Hồ sơ")
        dossiers = self.desktop.screen.dossiers
        self.wait(lambda: dossiers.findChildren(Table)[0].current_row() >= 0)
        keys.press(Qt.Key.Key_Return)
        self.wait(lambda: page.isVisible() and page.findChildren(ActButtons)[0].last())
        keys.press(Qt.Key.Key_F, ALT)
        self.wait(page.act_panel.isVisible)
        keys.press(Qt.Key.Key_F7)
        self.wait(lambda: self.focused() == "Các trang")
        keys.press(Qt.Key.Key_F7)
        self.wait(lambda: len(self.scanned().pages) == 2)
        keys.type("1")
        self.wait(lambda: self.scanned().filed(["row-1"]))
        self.wait(lambda: self.mark().get("parts", {}).get("scan"))

    def scanned(self) -> ScanSession:
        assert self.desktop.session is not None
        desk = self.desktop.session.desk
        (dossier,) = (desk.dossier(row.dossier_code) for row in desk.newest(1))
        return desk.scans.opened(dossier.dossier_id)[1]

    def first_kept(self) -> dict[str, Any]:
        session = self.desktop.session
        assert session is not None
        kept = {draft.draft_id: draft.description for draft in session.desk.drafts.mine()}
        return kept.get(next(iter(session._drafts)).draft_id, {})

    def mark(self) -> dict[str, Any]:
        assert self.desktop.session is not None
        return self.desktop.session.desk.drafts.mark()


def main(home: Path, story: str) -> None:
    doomed = Doomed(home)
    doomed.sign_in()
    stories = {
        "reception": doomed.reception,
        "till": doomed.till,
        "supplement": doomed.supplement,
    }
    stories[story]()  # it is on the disk by itself
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
