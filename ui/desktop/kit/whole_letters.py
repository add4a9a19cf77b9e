"""Letters that are half there: a paste may bring them, and so may the length where it is cut."""

import re

from PySide6.QtGui import QValidator

_HALVES = re.compile("[\ud800-\udfff]")


class WholeLetters(QValidator):
    """Takes them out of what is typed. No file, database or network takes them."""

    def validate(self, text: str, cursor: int) -> object:
        """Give the text without them, and where its cursor is then."""
        if not _HALVES.search(text):
            return QValidator.State.Acceptable, text, cursor
        before = len(_HALVES.sub("", text[:cursor]))
        return QValidator.State.Acceptable, _HALVES.sub("", text), before
