"""Put the program into the start menu of this user of Windows. Written by the book; not run there.

The link starts ``pythonw``, which opens no black window behind the program. It is made by the
shell's own object: that of scripts turns the letters of many Vietnamese account names into "?".
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAME = "Tram Mot Cua.lnk"
ARGUMENTS = "-m ui desktop"
_MENU = Path("Microsoft", "Windows", "Start Menu", "Programs")


def write(data_home: Path, python: Path, new_link: Callable[[], tuple[Any, Any]]) -> Path:
    """Write the link, over an older one, and give its path.

    Args:
        data_home: ``%APPDATA%``.
        python: the interpreter of the program's environment.
        new_link: gives a new link of the shell, and what saves it.

    Raises:
        OSError: it cannot be written there.
    """
    entry = data_home / _MENU / NAME
    entry.parent.mkdir(parents=True, exist_ok=True)
    link, file = new_link()
    link.SetPath(str(python.with_name("pythonw.exe")))
    link.SetArguments(ARGUMENTS)
    link.SetWorkingDirectory(str(python.parent.parent.parent))
    link.SetDescription("Trạm Một Cửa")
    file.Save(str(entry), True)
    return entry


def shell_link() -> tuple[Any, Any]:
    """Give a new link of the shell of Windows, where alone ``comtypes`` is installed."""
    client, persist, shell = (
        importlib.import_module(f"comtypes.{name}") for name in ("client", "persist", "shelllink")
    )
    link = client.CreateObject(shell.ShellLink)
    return link, link.QueryInterface(persist.IPersistFile)
