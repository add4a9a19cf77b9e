"""The simple reception as a recording: what an officer sees after each step, from F2 to the slip.

``python -m tests.ui.reception_frames FOLDER`` works at a real window on a sample home and writes a
picture a step, ``reception.webp`` with all of them, and how many keys were pressed until each.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.ui.contact_sheet import sheet

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class Recording:
    """Attributes: ``told``, a line a step."""

    def __init__(self, target: Path, home: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from tests.ui.window_keys import Hands
        from ui.desktop.app import Desktop
        from ui.settings import read_settings

        self.app = QApplication([])
        self.desktop = Desktop(self.app, home, read_settings(home), "vi")
        self.keys = Hands()
        self.told: list[str] = []
        self._target = target
        self.desktop.open()
        window = self.desktop.screen.window
        window.showNormal()
        window.resize(1366, 768)
        window.activateWindow()
        self.wait(QApplication.activeWindow)

    def wait(self, condition: Callable[[], object]) -> None:
        while not condition():
            self.app.processEvents()

    def frame(self, name: str) -> None:
        """Take a picture of what stands there once everything has settled."""
        for _ in range(20):
            self.app.processEvents()
        number = len(self.told) + 1
        self.told.append(f"{number:2}  {self.keys.pressed:2} keys  {name}")
        file = self._target / f"{number:02}-{name}.png"
        self.desktop.screen.window.grab().save(str(file))

    def receive(self) -> None:
        """One citizen, from F2 to the slip."""
        from PySide6.QtCore import Qt

        from tests.ui.window_counter import CARD, DOWN, PASSWORD, SPACE
        from tests.ui.window_keys import CTRL, read_card
        from ui.desktop.reception.view_model import Printed

        keys, key, screen = self.keys, Qt.Key, self.desktop.screen
        self.frame("sign-in")
        for text in ("quay3", PASSWORD):
            keys.type(text)
            keys.press(key.Key_Return)
        self.wait(lambda: self.desktop.session is not None and screen.frame.isVisible())
        session = self.desktop.session
        assert session is not None
        self.wait(lambda: session._reception._index is not None)
        self.frame("morning-check")
        keys.pressed = 0
        keys.press(key.Key_F2)
        self.frame("new-reception")
        read_card(CARD)
        self.wait(lambda: session._drafts.current.applicant.name)
        self.frame("card")
        keys.press(key.Key_F4)
        keys.type("cgxn")
        self.frame("procedure-typed")
        keys.press(key.Key_Return)
        self.wait(lambda: session._drafts.current.procedure)
        self.frame("procedure")
        for each in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):
            keys.press(each)
        self.frame("papers")
        keys.press(key.Key_F8)
        keys.type("20000")
        self.wait(lambda: session._drafts.current.money.tendered == "20000")
        self.frame("money")
        keys.press(key.Key_Return, CTRL)
        self.wait(lambda: session._slips.last and session._slips.last.printed is Printed.DONE)
        self.frame("accepted")
        pressed = keys.pressed
        keys.press(key.Key_P, CTRL)
        self.wait(lambda: screen.preview.isVisible() and screen.preview._pages._pages)
        keys.pressed = pressed
        self.frame("slip")

    def close(self) -> None:
        self.desktop.screen.window.close_now()
        self.desktop.close()


def main(target: Path) -> None:
    from tests.ui.window_counter import PASSWORD
    from ui import composition
    from ui.composition import NewHome

    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        composition.make_home(
            NewHome(
                path=home,
                agency_code="000.00.17.H25",
                station_number=3,
                number_range="0300-0399",
                sample=True,
            ),
            PASSWORD,
        )
        recording = Recording(target, home)
        recording.receive()
        recording.close()
    frames = sorted(target.glob("[0-9][0-9]-*.png"))
    sheet(frames, columns=2, width=683).save(target / "reception.webp", quality=80, method=6)
    (target / "reception.txt").write_text("\n".join(recording.told) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(recording.told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
