"""The tokens that are plugged in, found by way of the libraries of their makers.

Nothing says where a maker puts its PKCS#11 library. On Linux p11-kit has a list of them; on Windows
they lie in the system's folder under names like ``vendor_pkcs11.dll`` or ``vendorcsp11.dll``. A
library is native code, and one of a token that is gone may hang: each is loaded in a process of its
own that is ended whatever it does.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from devices.processes import OwnProcess, answer_questions, told
from station.ports.devices import SIGNER, DeviceState, found_device
from station.ports.signing import TokenFailedError

if TYPE_CHECKING:
    from devices.processes import Line

_DRIVER = "pkcs11"
_TIMEOUT_S = 5.0
"""For one library to load and say which tokens it sees."""
_MOST_LIBRARIES = 12
_MODULES = (Path("/usr/share/p11-kit/modules"), Path("/etc/pkcs11/modules"))
_FOLDERS = (Path("/usr/lib/x86_64-linux-gnu"), Path("/usr/lib64"), Path("/usr/lib"))
_NAMES_ON_WINDOWS = ("*pkcs11*.dll", "*p11*.dll")
_NO_TOKENS = ("p11-kit", "cryptoki", "cert9", "softokn")
"""Parts of the names of libraries that hand on to others, or hold no token."""


def connected_tokens(libraries: Sequence[str] | None = None) -> list[DeviceState]:
    """Find the tokens that are plugged in and made ready for use. ``address`` is their library.

    Args:
        libraries: None: those of this computer.
    """
    return [
        found_device(SIGNER, _DRIVER, label, library)
        for library in (_of_this_computer() if libraries is None else libraries)
        for label in labels_of(library)
    ]


def labels_of(library: str) -> list[str]:
    """Give the labels of the tokens that a library sees; none where it cannot say in time."""
    process = OwnProcess(serve_labels, name="tokens")
    try:
        good, answer = process.ask(("labels", (library,)), timeout_s=_TIMEOUT_S)
    except (OSError, EOFError):  # it crashed or hung: a library of something else
        return []
    finally:
        process.close()
    return list(answer) if good else []


def _of_this_computer() -> list[str]:
    found = _on_windows() if sys.platform == "win32" else _in_modules()
    wanted = (path for path in found if not any(part in path.lower() for part in _NO_TOKENS))
    return list(dict.fromkeys(wanted))[:_MOST_LIBRARIES]


def _on_windows() -> Iterator[str]:
    folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
    for names in _NAMES_ON_WINDOWS:
        yield from (str(path) for path in sorted(folder.glob(names)))


def _in_modules() -> Iterator[str]:
    """Read p11-kit's list: a file a library, with a line ``module: its name or path``."""
    for folder in _MODULES:
        for file in sorted(folder.glob("*.module")):
            try:
                lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:  # it was uninstalled this moment
                continue
            named = [line.partition(":")[2].strip() for line in lines if line.startswith("module:")]
            yield from (path for name in named if (path := _whole_path(name)))


def _whole_path(name: str) -> str | None:
    if Path(name).is_absolute():
        return name if Path(name).exists() else None
    inside = (folder / within / name for folder in _FOLDERS for within in ("", "pkcs11"))
    return next((str(path) for path in inside if path.exists()), None)


def serve_labels(line: "Line") -> None:
    """Answer which tokens a library sees. The process's own entry point."""

    def act(_: str, about: tuple[str]) -> list[str]:
        from pkcs11 import TokenFlag, lib
        from pkcs11.exceptions import PKCS11Error

        try:
            tokens = lib(about[0]).get_tokens(token_flags=TokenFlag.TOKEN_INITIALIZED)
            return [str(token.label).strip() for token in tokens]
        except (PKCS11Error, RuntimeError, OSError) as error:
            raise TokenFailedError(type(error).__name__) from None

    answer_questions(line, act, lambda what, error: TokenFailedError(told(what, error)))
