"""What a pack holds besides procedures: agencies, offices, fields, areas, reasons, codes."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any


class AgencyRole(StrEnum):
    """What an agency does with a dossier."""

    RECEIVING = "receiving"
    HANDLING = "handling"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """Cơ quan: one node of the tree of agencies."""

    code: str
    """MADONVI: the electronic code (QĐ 20/2020/QĐ-TTg)."""
    name: str
    parent: str | None = None
    role: AgencyRole = AgencyRole.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class OneStopShop:
    """Bộ phận Một cửa: where dossiers of an agency are received, and of which fields."""

    code: str
    name: str
    agency: str
    address: str | None = None
    phone: str | None = None
    fields: tuple[str, ...] = ()
    """Codes of the fields it receives; empty: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfWork:
    """Lĩnh vực: MALINHVUC and its name."""

    code: str
    name: str


class AreaLevel(StrEnum):
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Địa bàn: an administrative unit in its time; one that ended names what it became."""

    code: str
    name: str
    level: AreaLevel
    parent: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    """The last day it was there."""
    became: tuple[str, ...] = ()
    """Codes of the units that its territory belongs to since."""
    verified: bool = True
    """False: not yet compared with the resolution that made it."""

    def holds_on(self, day: date) -> bool:
        """Tell whether the unit is there on a day."""
        return (self.from_on is None or self.from_on <= day) and (
            self.to_on is None or day <= self.to_on
        )


class ReasonFor(StrEnum):
    """What an officer gives a reason for: acts on a dossier, as ``DossierAct`` names them, and
    what belongs to no state of a dossier."""

    SUPPLEMENT = "supplement"
    BRING = "bring"
    REFUSE = "refuse"
    CORRECT = "correct"
    FORWARD = "forward"
    ARRIVE = "arrive"
    RETURN = "return"
    WITHDRAW = "withdraw"
    LOST_SLIP = "lost_slip"
    EXTEND = "extend"
    STOP = "stop"
    ANNOUNCE_DUTY = "announce_duty"
    MEET_DUTY = "meet_duty"
    ISSUE_RESULT = "issue_result"
    NOT_OK = "not_ok"
    """A paper that was shown cannot be used: printed on the guidance sheet and forms 02, 03."""
    DUPLICATE = "duplicate"
    """Another dossier of the same person and procedure is received all the same."""
    LEAVE_BEHIND = "leave_behind"
    """A folder stays at the counter although it was due."""
    HAND_BACK = "hand_back"
    """The agency did not take a folder that was on a sealed list."""
    TILL_DIFFERENCE = "till_difference"
    CHARGE = "charge"
    REFUND = "refund"
    VOID_RECEIPT = "void_receipt"
    SPOIL_RECEIPT = "spoil_receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Lý do: words that an officer need not type."""

    key: str
    act: str
    """A ``ReasonFor``."""
    text: str
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeItem:
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """Danh mục dùng chung: a list of codes of one kind, such as nationalities."""

    key: str
    name: str
    items: tuple[CodeItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Everyday:
    """Từ thông dụng: how citizens call what they need, and the words of names that it means."""

    say: str
    means: tuple[str, ...]
    """Parts of procedures' names, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueParts:
    """The lists of a pack. A list that a pack has replaces the earlier one as a whole."""

    agencies: tuple[Agency, ...] = ()
    offices: tuple[OneStopShop, ...] = ()
    fields: tuple[FieldOfWork, ...] = ()
    areas: tuple[Area, ...] = ()
    reasons: tuple[Reason, ...] = ()
    code_lists: tuple[CodeList, ...] = ()
    everyday: tuple[Everyday, ...] = ()

    @property
    def given(self) -> dict[str, tuple[Any, ...]]:
        """The lists that are not empty, by their name."""
        lists = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: rows for name, rows in lists.items() if rows}
