"""Loads Qt without its hook on every later import."""

import builtins


def load_qt() -> None:
    """Load Qt, and leave Python's own import in place. To be called before Qt is imported.

    For its ``from __feature__ import``, which no module here has, PySide reads the source of each
    module that is imported after it, and Python keeps all these lines: 36 MB of the window, and a
    seventh of the time in which it loads.
    """
    own = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - it replaces Python's import by its own

    builtins.__import__ = own
