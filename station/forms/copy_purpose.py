"""What a copy of a citizen's card says of itself: for which dossier it may be used, and no other.

It is written before the dossier has a number, so that procedure, office and day stand for it.
"""

from dataclasses import dataclass
from datetime import date

from station.forms.wording import one_line, short_date

_MOST_PROCEDURE, _MOST_OFFICE, _MOST_ACROSS = 150, 110, 44
"""Letters; the longest procedures have three hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPurpose:
    """For what one copy may be used."""

    procedure: str
    """Its name; empty while none is chosen."""
    office: str
    on: date

    @property
    def lines(self) -> tuple[str, str]:
        """Give the whole sentence, which may break between its halves."""
        name = shortened(one_line(self.procedure), _MOST_PROCEDURE)
        where = f"nộp tại {shortened(one_line(self.office), _MOST_OFFICE)}"
        when = f"ngày {short_date(self.on)}"
        return (f"{_FOR}: {name}" if name else _FOR), f"{where} {when}"

    @property
    def across(self) -> str:
        """Give the few words that stand on every part of the card."""
        name = shortened(one_line(self.procedure), _MOST_ACROSS)
        day = short_date(self.on)
        return f"{_FOR}: {name} – {day}" if name else f"{_FOR} nộp ngày {day}"


_FOR = "Chỉ dùng cho hồ sơ"


def shortened(text: str, most: int) -> str:
    """Give at most so many letters, up to the end of a word where there is one."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    whole_words = head.rpartition(" ")[0] if text[most - 1] != " " else head
    return f"{(whole_words or head).rstrip(' ,;–-')}…"
