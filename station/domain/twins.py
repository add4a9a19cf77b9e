"""Two counters received the same person's dossier while neither knew of the other (N15).

The province tells both. Nothing is dropped: a supervisor keeps both with a reason, or one of them
is withdrawn or refused by the lawful act.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinKept:
    """A supervisor, here or at the other counter, said that both go on."""

    reason: str
    decided_by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The other dossier, as far as two are compared side by side."""

    dossier_code: str
    counter: int
    officer_name: str
    received_at: datetime
    owner_name: str
    procedure_name: str
    papers: tuple[str, ...]
    """Names of what was handed in there."""
    fees_total_vnd: int
    kept: TwinKept | None = None
    ended: str | None = None
    """The state in which it ended, if it did."""

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has decided yet."""
        return self.kept is None and self.ended is None


def with_twin(twins: Sequence[Twin], twin: Twin) -> tuple[Twin, ...]:
    """Add a twin; one that is known already stays as it is."""
    known = any(one.dossier_code == twin.dossier_code for one in twins)
    return tuple(twins) if known else (*twins, twin)


def settled(twins: Sequence[Twin], dossier_code: str, **how: object) -> tuple[Twin, ...]:
    """Note what became of one twin; the first decision stays."""
    return tuple(
        replace(one, **how) if one.dossier_code == dossier_code and one.is_open else one  # type: ignore[arg-type]
        for one in twins
    )
