"""Collects what a view tells."""

from typing import Any

from PySide6.QtCore import SignalInstance


def told(signal: SignalInstance) -> list[Any]:
    """Collect what a signal tells: single values plain, several as a tuple, none as ()."""
    heard: list[Any] = []

    def hear(*values: object) -> None:
        heard.append(values[0] if len(values) == 1 else values)

    signal.connect(hear)
    return heard
