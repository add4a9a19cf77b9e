"""Small pictures of every scene of the gallery, to see what a change did to the screen.

``python -m tests.ui.scene_pictures`` draws them anew, after somebody looked at what has changed.
A picture is a ninth as wide as the window: letters are grey there, but nothing that moves, grows,
goes or changes its colour escapes.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).with_name("pictures")
WIDTH, HEIGHT = 152, 80
LOOKS = {
    "light-vi": ("light", "vi", "1366x768"),
    "dark-en": ("dark", "en", "911x512"),
}
"""Theme, language and size; the second one is a 1366×768 panel at 150 %."""


def small(picture: QImage) -> QImage:
    return picture.scaled(
        WIDTH,
        HEIGHT,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)


def sheet_of(look: str) -> Path:
    """Give the file that holds the scenes of one look, one below the other."""
    return FOLDER / f"{look}.png"


def draw(look: str) -> dict[str, QImage]:
    """Draw every scene in this look."""
    from ui.desktop.gallery import Gallery

    gallery = Gallery()
    width, height = (int(side) for side in LOOKS[look][2].split("x"))
    gallery.window.resize(width, height)
    gallery.window.show()
    gallery.window.activateWindow()
    QApplication.processEvents()
    drawn = {}
    for name, scene in gallery.scenes().items():
        scene()
        QApplication.processEvents()
        drawn[name] = small(gallery.grab().toImage())
    gallery.window.close_now()
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
    whole = QImage(WIDTH, HEIGHT * len(drawn), QImage.Format.Format_RGB888)
    for place, picture in enumerate(drawn.values()):
        for y in range(HEIGHT):
            for x in range(WIDTH):  # five bits a colour: the files stay small
                whole.setPixel(x, place * HEIGHT + y, picture.pixel(x, y) & 0xFFF8F8F8)
    target.parent.mkdir(exist_ok=True)
    whole.save(str(target))
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
