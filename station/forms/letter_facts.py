"""What a paper says beyond the dossier itself: its day, facts by name, and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from station.domain.journal import VIETNAM
from station.forms.letter_layouts import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """The facts that one act left behind, in words."""

    dated: date
    names: Names
    rows: Mapping[str, Sequence[Names]] = field(default_factory=dict)


def day_of(at: datetime) -> date:
    """Give the day of a moment by the calendar of Viet Nam."""
    return at.astimezone(VIETNAM).date()
