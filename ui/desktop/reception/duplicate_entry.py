"""What the same person has open, as one draft knows it, and why there is to be another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from station.text import clean
from station.usecases.duplicates import OpenDossier
from station.words import Language, numeric_date
from ui.desktop.compared import ComparedLine, paper_lines
from ui.desktop.reception.view_model import Duplicates
from ui.dossier_words import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What of the draft is compared."""

    procedure: str
    papers: tuple[str, ...]
    """What was handed in of each, by name."""
    today: date


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

    def shown(self, here: Here, language: Language) -> Duplicates:
        """Give the bar as it is to be seen, and the draft beside the newest of them."""
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
        return Duplicates(
            code=first.dossier_code,
            words=words + more,
            reason=self.reason,
            lines=tuple(_lines(here, first, language)),
        )


_SENTENCE: dict[Language, str] = {
    "vi": "Hồ sơ trùng {code}: {day}, quầy {counter} ({officer}), {state}.",
    "en": "Duplicate of {code}: {day}, counter {counter} ({officer}), {state}.",
}
_MORE: dict[Language, str] = {"vi": " Còn {count} hồ sơ nữa.", "en": " And {count} more."}
_W: dict[str, dict[Language, str]] = {
    "code": {"vi": "Mã", "en": "Code"},
    "none": {"vi": "chưa cấp", "en": "none yet"},
    "day": {"vi": "Nhận ngày", "en": "Received"},
    "counter": {"vi": "Quầy, cán bộ", "en": "Counter"},
    "this": {"vi": "quầy này", "en": "this counter"},
    "state": {"vi": "Trạng thái", "en": "State"},
    "typed": {"vi": "đang nhập", "en": "being entered"},
    "procedure": {"vi": "Thủ tục", "en": "Procedure"},
    "papers": {"vi": "Giấy tờ", "en": "Papers"},
}


def _lines(here: Here, there: OpenDossier, language: Language) -> Iterator[ComparedLine]:
    w = {name: said[language] for name, said in _W.items()}
    for name, one, other in (
        ("code", w["none"], there.dossier_code),
        ("day", numeric_date(here.today), numeric_date(there.received_at.date())),
        ("counter", w["this"], f"{there.counter}, {there.officer_name}"),
        ("procedure", here.procedure, there.procedure_name),
        ("state", w["typed"], STATES[there.status][language]),
    ):
        differs = name == "procedure" and one != other
        yield ComparedLine(caption=w[name], here=one, there=other, differs=differs)
    yield from paper_lines(here.papers, there.papers, w["papers"])
