"""How one paper was judged, and what stands for it: what the panel "Kiểm tra giấy" shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.desktop.reception.field_state import FieldState


class CheckField(StrEnum):
    """The fields of the panel. ``CHECK``, ``SOURCE`` and ``GROUND`` are choices."""

    CHECK = "check"
    REMARK = "remark"
    SOURCE = "source"
    RESULT_CODE = "result_code"
    GROUND = "ground"
    DATABASE = "database"
    QUERY = "query"
    ISSUED_ON = "issued_on"
    NAMED = "named"


class PaperSource(StrEnum):
    """Where a paper comes from."""

    BROUGHT = "brought"
    REUSED = "reused"
    NATIONAL_STORE = "national_store"
    HELD = "held"
    """Not a paper: the state holds its data, or could not give it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """The panel of one paper. Fields that are not named are empty."""

    fields: Mapping[CheckField, FieldState] = field(default_factory=dict)
    source: PaperSource = PaperSource.BROUGHT
    is_bad: bool = False
    """Found wanting, for the reason in ``REMARK``."""
    stands_in: str = ""
    """What stands for a paper that was not brought, in a word or two."""
    notes: tuple[str, ...] = ()
    """What is odd about it."""
    can_be_held: bool = False
    """It is in the procedure's list, so that its data may be the state's."""

    def of(self, name: CheckField) -> FieldState:
        return self.fields.get(name, FieldState())
