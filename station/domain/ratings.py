"""Đánh giá hài lòng: what a citizen said of the service, one word for one act on one dossier."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RatedAct(StrEnum):
    """What the citizen came for; each is asked about once."""

    RECEPTION = "reception"
    RETURN = "return"


class Satisfaction(StrEnum):
    """The three answers of the counters' rating screens."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    NOT_SATISFIED = "not_satisfied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What was said of one act."""

    act: RatedAct
    satisfaction: Satisfaction
    at: datetime
