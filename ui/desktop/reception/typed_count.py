"""A count typed digit by digit: what follows at once belongs to the same number."""

from typing import Final

from ui.desktop.reception.paper_entries import MOST_COPIES

SAME_NUMBER_MS: Final = 600
"""A second digit within this time belongs to the same number: "1", "2" is twelve."""


class TypedCount:
    """Joins digits that come one soon after the other, for the same thing."""

    def __init__(self) -> None:
        self._of: object = None
        self._number, self._at_ms = 0, 0

    def after(self, digit: int, of: object, at_ms: int) -> int:
        """Give the number that is typed now.

        Args:
            of: what is counted: a digit for something else begins anew.
            at_ms: when the key was pressed, in milliseconds of any clock that goes on.
        """
        goes_on = of == self._of and at_ms - self._at_ms < SAME_NUMBER_MS
        joined = self._number * 10 + digit
        self._number = joined if goes_on and joined <= MOST_COPIES else digit
        self._of, self._at_ms = of, at_ms
        return self._number
