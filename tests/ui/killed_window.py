"""A window that is killed while its officer types, as a power cut does. Run as a program.

Argument: the home. Two drafts are open, the first one stands in front; of its telephone number the
cursor stands before the fourth digit. ``test_window_power_cut`` looks at what is left of it.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.window_counter import CARD, OTHER_CARD, PASSWORD
from tests.ui.window_keys import CTRL, Hands, read_card
from ui.desktop.app import Desktop
from ui.settings import read_settings

PHONE, TYPED, CURSOR = "Điện thoại", "09123", 3


def main(home: Path) -> None:
    app = QApplication([])
    desktop = Desktop(app, home, read_settings(home), "vi")
    desktop.open()
    window = desktop.screen.window
    window.showNormal()
    window.resize(1366, 768)
    window.activateWindow()

    def wait(condition: Callable[[], object]) -> None:
        while not condition():
            app.processEvents()

    def first_kept() -> dict[str, Any]:
        assert desktop.session is not None
        kept = {draft.draft_id: draft.description for draft in desktop.session.desk.drafts.mine()}
        first = next(iter(desktop.session._drafts))
        return kept.get(first.draft_id, {})

    keys = Hands()
    wait(QApplication.activeWindow)
    for text in ("quay3", PASSWORD):
        keys.type(text)
        keys.press(Qt.Key.Key_Return)
    wait(lambda: desktop.session is not None)
    wait(desktop.screen.frame.isVisible)
    for card in (CARD, OTHER_CARD):
        keys.press(Qt.Key.Key_F2)
        read_card(card)
    keys.press(Qt.Key.Key_1, CTRL)
    while window.focusWidget().accessibleName() != PHONE:
        keys.press(Qt.Key.Key_Tab)
    keys.type(TYPED)
    for _ in TYPED[CURSOR:]:
        keys.press(Qt.Key.Key_Left)
    wait(lambda: (first_kept().get("spot") or {}).get("at") == CURSOR)  # on the disk by itself
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
