"""Shows the scenes of the gallery in a window, or draws them to pictures.

``python -m ui.desktop.gallery.program --out DIR`` draws all scenes; without it they are shown, the
next one with Ctrl+PgDn. Scale with ``QT_SCALE_FACTOR``: 1.5 and 911x512 are a 1366×768 panel at
150 %.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from ui.desktop.gallery.controls import controls
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.theme import dress
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.language import use_language


def settle() -> None:
    """Let layouts in layouts find their sizes: each asks the one around it anew."""
    for _ in range(3):
        QApplication.processEvents()


def draw_all(gallery: Gallery, folder: Path, prefix: str, only: str | None) -> list[Path]:
    """Draw the scenes (whose names begin with ``only``) as PNG files."""
    drawn = []
    for name, scene in gallery.scenes().items():
        if only and not name.startswith(only):
            continue
        scene()
        settle()
        path = folder / f"{prefix}{name}.png"
        gallery.window.grab().save(str(path))
        drawn.append(path)
    return drawn


def browse(gallery: Gallery, first: str) -> None:
    """Show one scene; Ctrl+PgDn and Ctrl+PgUp go on to the next one and back."""
    scenes, window = gallery.scenes(), gallery.window
    names = list(scenes)
    at = names.index(first)

    def step(by: int) -> None:
        nonlocal at
        at = (at + by) % len(names)
        scenes[names[at]]()
        window.setWindowTitle(names[at])

    for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
        QShortcut(QKeySequence(keys), window, partial(step, by))
    step(0)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="folder for the pictures")
    parser.add_argument("--scene", help="scenes whose names begin so; without --out, in a window")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1366x768", help="of the window, in logical pixels")
    parser.add_argument("--prefix", default="", help="of the file names")
    parser.add_argument("--language", choices=("vi", "en"), default="vi")
    args = parser.parse_args(argv)
    app = QApplication([])
    dress(app, DARK if args.dark else LIGHT)
    use_language(app, args.language)
    gallery = Gallery()
    width, height = (int(number) for number in args.size.split("x"))
    gallery.window.resize(width, height)
    gallery.window.show()
    gallery.window.activateWindow()
    QApplication.processEvents()
    if args.out is None:
        browse(gallery, args.scene or "reception-blocked")
        return app.exec()
    args.out.mkdir(parents=True, exist_ok=True)
    draw_all(gallery, args.out, args.prefix, args.scene)
    board = controls()
    board.grab().save(str(args.out / f"{args.prefix}controls.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
