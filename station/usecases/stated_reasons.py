"""Why something is done, where an act must say so."""

from station.errors import StationError
from station.text import clean

SHORTEST_REASON = 5
"""Signs of a reason that is a few words."""


class NoReasonError(StationError):
    """An act that the applicant may complain about gives no reason."""

    code = "DOS-024"

    def __init__(self, act: str) -> None:
        super().__init__(f"{act} without a reason")
        self.act = act


class NoFewWordsError(StationError):
    """An act with money, or an adjustment of the log, needs a reason in words, and got none."""

    code = "TIL-004"

    def __init__(self) -> None:
        super().__init__("no reason was stated")


def stated_reason(text: str, act: str) -> str:
    """Clean a reason that must be there.

    Raises:
        NoReasonError: nothing is left of it.
    """
    reason = clean(text)
    if not reason:
        raise NoReasonError(act)
    return reason


def few_words(text: str | None) -> str:
    """Clean a reason that must say something.

    Raises:
        NoFewWordsError: it does not.
    """
    reason = clean(text or "")
    if len(reason) < SHORTEST_REASON:
        raise NoFewWordsError
    return reason
