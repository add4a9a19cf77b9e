"""How much working time is left, in words: whole hours, and minutes where there is no hour."""

from datetime import timedelta
from typing import Final

from station.domain.time_left import TimeLeft
from station.words import Language, Words

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_HOURS: Final[Words] = {"vi": "còn {count} giờ làm việc", "en": "{count} working hours left"}
_ONE_HOUR: Final[Words] = {"vi": "còn 1 giờ làm việc", "en": "1 working hour left"}
_MINUTES: Final[Words] = {"vi": "còn {count} phút làm việc", "en": "{count} min left"}
_NONE: Final[Words] = {"vi": "hết giờ làm việc", "en": "no working time left"}


def left_words(left: TimeLeft, language: Language) -> str:
    """Say what is left, never more than there is."""
    hours, minutes = left.worked // _HOUR, left.worked // _MINUTE
    if hours == 1:
        return _ONE_HOUR[language]
    if hours:
        return _HOURS[language].format(count=hours)
    return _MINUTES[language].format(count=minutes) if minutes else _NONE[language]
