"""Windows' way with files that another program reads: they can neither be renamed nor deleted."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


class HeldFiles:
    """Denies a call of ``os`` so many times, as a virus scanner does; then lets go.

    Attributes:
        denied: how often it was.
    """

    def __init__(self, patch: pytest.MonkeyPatch, *calls: str, times: int) -> None:
        self.denied, self._left = 0, times
        for name in calls:
            patch.setattr(os, name, self._denying(getattr(os, name)))

    def _denying(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def denying(*arguments: Any, **named: Any) -> Any:
            if self._left > 0:
                self._left -= 1
                self.denied += 1
                raise PermissionError(errno.EACCES, "Permission denied", str(arguments[0]))
            return call(*arguments, **named)

        return denying


def names_in(folder: Path) -> list[str]:
    """Give what lies in a folder."""
    return sorted(one.name for one in folder.iterdir())
