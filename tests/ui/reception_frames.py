"""The simple reception as a recording: what an officer sees after each step, from F2 to the slip.

``python -m tests.ui.reception_frames FOLDER`` works at a real window on a sample home and writes a
picture a step, ``reception.webp`` with all of them, and how many keys were pressed until each.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.contact_sheet import sheet
from tests.ui.real_window import RealWindow, sample_home
from tests.ui.window_counter import CARD, DOWN, SPACE
from tests.ui.window_keys import CTRL, read_card

ENTER = Qt.Key.Key_Return


class Recording:
    """Attributes: ``told``, a line a step."""

    def __init__(self, counter: RealWindow, target: Path) -> None:
        self.told: list[str] = []
        self._counter, self._target = counter, target

    def frame(self, name: str) -> None:
        number = len(self.told) + 1
        self.told.append(f"{number:2}  {self._counter.keys.pressed:2} keys  {name}")
        self._counter.picture(self._target / f"{number:02}-{name}.png")

    def receive(self) -> None:
        """One citizen, from F2 to the slip."""
        counter, keys = self._counter, self._counter.keys
        self.frame("sign-in")
        counter.begin()
        counter.wait_for("Máy in A5: sẵn sàng")
        self.frame("morning-check")
        keys.pressed = 0
        keys.press(Qt.Key.Key_F2)
        self.frame("new-reception")
        read_card(CARD)
        counter.wait_for("Nguyễn Thị Ánh Tuyết")
        self.frame("card")
        keys.press(Qt.Key.Key_F4)
        keys.type("cgxn")
        counter.wait_for("thủ tục khớp")
        self.frame("procedure-typed")
        keys.press(ENTER)
        counter.wait_for("Tờ khai cấp Giấy xác nhận")
        self.frame("procedure")
        for key in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):
            keys.press(key)
        self.frame("papers")
        keys.press(Qt.Key.Key_F8)
        keys.type("20000")
        counter.wait_for("Đủ điều kiện tiếp nhận.")
        self.frame("money")
        keys.press(ENTER, CTRL)
        counter.wait_for("Phiếu đã in ra máy in mô phỏng.")
        self.frame("accepted")
        pressed = keys.pressed
        keys.press(Qt.Key.Key_P, CTRL)
        counter.wait_for("Đã in\n1 lần")
        keys.pressed = pressed
        self.frame("slip")


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        counter = RealWindow(app, sample_home(Path(folder) / "home"))
        recording = Recording(counter, target)
        recording.receive()
        counter.close()
    frames = sorted(target.glob("[0-9][0-9]-*.png"))
    sheet(frames, columns=2, width=683).save(target / "reception.webp", quality=80, method=6)
    told = "\n".join(recording.told) + "\n"
    (target / "reception.txt").write_text(told, encoding="utf-8")
    sys.stdout.write(told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
