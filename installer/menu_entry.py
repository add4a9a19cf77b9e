"""Put the program into the application menu of this user, by the freedesktop.org rules.

    python -m installer.menu_entry

On Windows it goes into the start menu; see ``windows_shortcut``.
"""

import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.executable).parent / "station"
NAME = "tram-mot-cua"


def write(data_home: Path, program: Path) -> Path:
    """Write the entry and its icon, over an older one, and give the entry's path.

    Args:
        data_home: where the user's menus look, ``$XDG_DATA_HOME``.
        program: what the entry starts; its path is written whole, as menus know no environment.

    Raises:
        OSError: it cannot be written there.
    """
    icon = data_home / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    entry = data_home / "applications" / f"{NAME}.desktop"
    for folder in (icon.parent, entry.parent):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / f"{NAME}.svg", icon)
    text = (HERE / f"{NAME}.desktop").read_text(encoding="utf-8")
    entry.write_text(
        text.replace("Exec=station ", f"Exec={_quoted(program)} "), encoding="utf-8", newline="\n"
    )
    return entry


def _quoted(program: Path) -> str:
    """Quote a path for ``Exec`` (Desktop Entry Specification 1.5, "The Exec key")."""
    text = str(program)
    for special in ("\\", '"', "`", "$"):
        text = text.replace(special, "\\" + special)
    return '"' + text.replace("\\", "\\\\").replace("%", "%%") + '"'


def _written() -> Path:
    if sys.platform == "win32":
        from installer import windows_shortcut

        data_home = Path(os.environ["APPDATA"])
        return windows_shortcut.write(data_home, Path(sys.executable), windows_shortcut.shell_link)
    given = os.environ.get("XDG_DATA_HOME")
    return write(Path(given) if given else Path.home() / ".local" / "share", PROGRAM)


def main() -> int:
    """Write the entry for this user and give the exit status."""
    if not sys.platform.startswith(("linux", "win32")):
        print("Menu entries of this kind exist on Linux and Windows only.", file=sys.stderr)
        return 1
    try:
        print(_written())
    except OSError as error:
        print(f"The menu entry was not written: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
