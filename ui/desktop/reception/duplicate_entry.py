"""What the same person has open, as one draft knows it, and why there is to be another one."""

from dataclasses import dataclass

from station.text import clean
from station.usecases.duplicates import OpenDossier
from station.words import Language, numeric_date
from ui.desktop.reception.view_model import Duplicates
from ui.dossier_words import STATES


@dataclass(slots=True)
class DuplicateEntry:
    """Found ones, newest first."""

    found: tuple[OpenDossier, ...] = ()
    reason: str = ""
    asked: tuple[str, ...] | None = None
    """What was looked for last: the procedure, and the person's number or name and birthday."""

    @property
    def is_open(self) -> bool:
        """Tell whether a reason is still wanted."""
        return bool(self.found) and not clean(self.reason)

    @property
    def plain(self) -> str | None:
        return (clean(self.reason) or None) if self.found else None

    def shown(self, language: Language) -> Duplicates:
        """Give the bar as it is to be seen."""
        if not self.found:
            return Duplicates()
        first = self.found[0]
        words = _SENTENCE[language].format(
            code=first.dossier_code,
            day=numeric_date(first.received_at.date()),
            counter=first.counter,
            officer=first.officer_name,
            state=STATES[first.status][language],
        )
        more = _MORE[language].format(count=len(self.found) - 1) if len(self.found) > 1 else ""
        return Duplicates(code=first.dossier_code, words=words + more, reason=self.reason)


_SENTENCE: dict[Language, str] = {
    "vi": "Hồ sơ trùng {code}: {day}, quầy {counter} ({officer}), {state}.",
    "en": "Duplicate of {code}: {day}, counter {counter} ({officer}), {state}.",
}
_MORE: dict[Language, str] = {"vi": " Còn {count} hồ sơ nữa.", "en": " And {count} more."}
