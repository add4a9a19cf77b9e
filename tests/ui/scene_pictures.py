"""Small pictures of every scene of the gallery, to see what a change did to the screen.

``python -m tests.ui.scene_pictures`` draws them anew, after somebody looked at what has changed.
A picture is a ninth as wide as the window: letters are grey there, but nothing that moves, grows,
goes or changes its colour escapes.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).with_name("pictures")
WIDTH, HEIGHT = 152, 80
LOOKS = {
    "light-vi": ("light", "vi", "1366x768"),
    "dark-vi": ("dark", "vi", "1366x768"),
    "light-en": ("light", "en", "911x512"),
    "dark-en": ("dark", "en", "911x512"),
}
"""Theme, language and size: each theme in each language, at 100 % and (911×512) at 150 %."""
BOARD_HEIGHT = 600
"""Of one piece of the board with every control."""


def small(picture: QImage) -> QImage:
    return picture.scaled(
        WIDTH,
        HEIGHT,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)


def colours_of(picture: QImage) -> npt.NDArray[np.uint8]:
    """Give the picture as rows of pixels of three colours."""
    rows = picture.convertToFormat(QImage.Format.Format_RGB888)
    line = np.frombuffer(rows.constBits(), np.uint8).reshape(rows.height(), rows.bytesPerLine())
    return line[:, : rows.width() * 3].reshape(rows.height(), rows.width(), 3).copy()


def sheet_of(look: str) -> Path:
    """Give the file that holds the scenes of one look, one below the other."""
    return FOLDER / f"{look}.png"


def draw(look: str) -> dict[str, QImage]:
    """Draw every scene in this look."""
    from ui.desktop.gallery.controls import controls
    from ui.desktop.gallery.program import settle
    from ui.desktop.gallery.window import Gallery

    gallery = Gallery()
    width, height = (int(side) for side in LOOKS[look][2].split("x"))
    gallery.window.resize(width, height)
    gallery.window.show()
    gallery.window.activateWindow()
    QApplication.processEvents()
    drawn = {}
    for name, scene in gallery.scenes().items():
        scene()
        settle()
        drawn[name] = small(gallery.window.grab().toImage())
    gallery.window.close_now()
    board = controls().grab().toImage()
    for top in range(0, board.height(), BOARD_HEIGHT):
        piece = board.copy(0, top, board.width(), BOARD_HEIGHT)
        drawn[f"controls-{top // BOARD_HEIGHT + 1}"] = small(piece)
    return drawn


def main(look: str, target: Path) -> None:
    """Draw one look into a file: the scenes below one another, their names beside it."""
    from ui.desktop.kit.theme import dress
    from ui.desktop.kit.tokens import DARK, LIGHT
    from ui.desktop.language import use_language

    app = QApplication([])
    theme, language, _ = LOOKS[look]
    dress(app, DARK if theme == "dark" else LIGHT)
    use_language(app, "en" if language == "en" else "vi")
    drawn = draw(look)
    below_one_another = np.vstack([colours_of(picture) for picture in drawn.values()])
    target.parent.mkdir(exist_ok=True)
    few = below_one_another & 0xF0  # four bits a colour: the files stay small
    Image.fromarray(few, "RGB").save(target, optimize=True)
    target.with_suffix(".txt").write_text("\n".join(drawn) + "\n", encoding="utf-8")


def draw_in_a_program(look: str, target: Path) -> None:
    """Draw one look in a program of its own: a language is chosen before the first window."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("QT_SCALE_FACTOR", None)
    command = [sys.executable, "-m", "tests.ui.scene_pictures", look, str(target)]
    subprocess.run(command, env=environment, check=True, timeout=300, capture_output=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1], Path(sys.argv[2]))
    else:
        for each in LOOKS:
            draw_in_a_program(each, sheet_of(each))
