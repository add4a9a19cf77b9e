"""What the window says when something went wrong: the words filed under a code, or a bug's file."""

import logging

from station.errors import StationError
from station.words import Language
from ui.diagnostics import write_diagnostics
from ui.messages import message, sentence

_log = logging.getLogger(__name__)
_BUG: dict[Language, str] = {
    "vi": "Chương trình gặp lỗi ở bước này. Việc đã nhận vẫn nguyên. Gửi tệp {file} cho hỗ trợ.",
    "en": "The program failed in this step. What was received is safe. Send {file} to support.",
}

_BUG_TITLE: dict[Language, str] = {"vi": "Chương trình gặp lỗi", "en": "The program failed"}


def words_of(error: Exception, language: Language) -> str:
    """Give what happened, what is safe and what to do, with the code for the telephone.

    An error that nobody named is a bug: it is written down without the values at hand, and the
    words say where.
    """
    if isinstance(error, StationError):
        return f"{sentence(error, language)} ({error.code})"
    file = write_diagnostics(error)
    _log.error("a bug; diagnostics in %s", file)
    return _BUG[language].format(file=file)


def title_of(error: Exception, language: Language) -> str:
    """Give a few words for where a sentence does not fit."""
    if isinstance(error, StationError):
        return f"{message(error, language).title} ({error.code})"
    return _BUG_TITLE[language]
