"""The official forms and their wording, as dated data: the date decides, a dossier pins its set."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from station.codec import from_plain
from station.domain.dossier import DeliveryMethod
from station.errors import StationError
from station.forms.letter_layouts import Form, Layout, PaperKind


class UnknownFormSetError(StationError):
    """The dossier was received under a set of forms that this version of the program lacks."""

    code = "PAP-001"

    def __init__(self, key: str) -> None:
        super().__init__(f"no form set {key[:40]!r}")
        self.form_set, self.known = key[:40], [form_set.key for form_set in form_sets()]


DELIVERY_FACTS = frozenset(
    {"counter", "address", "unit", "website", "delivery_address", "due"},
)
"""What the texts of a ``DeliveryWording`` may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWording:
    """What a slip says about where the result waits, by one way of delivery.

    Texts may name ``{counter}``, ``{address}``, ``{unit}``, ``{website}`` and
    ``{delivery_address}``. The reminders are pairs of a bold and a plain part. ``english`` says
    the main facts for those who read no Vietnamese: when and where, then what to bring; it may name
    ``{due}`` besides.
    """

    heading: str
    receipt_heading: str
    place_label: str
    place: str
    registered_at: str
    reminders: tuple[tuple[str, str], ...]
    bring_heading: str
    bring: tuple[str, ...]
    english: tuple[str, str] = ("", "")

    def filled(self, **names: str) -> "DeliveryWording":
        """Give the wording with the names of one office in it; one without an address has none."""
        return DeliveryWording(
            heading=self.heading,
            receipt_heading=self.receipt_heading,
            place_label=self.place_label,
            place=self.place.format(**names).rstrip(", "),
            registered_at=self.registered_at.format(**names),
            reminders=tuple((bold, plain.format(**names)) for bold, plain in self.reminders),
            bring_heading=self.bring_heading,
            bring=tuple(item.format(**names) for item in self.bring),
            english=(self.english[0].format(**names), self.english[1].format(**names)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSet:
    """One generation of the official forms (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP)."""

    key: str
    in_force_from: date
    slip: Layout
    """The statutory text of form 01. What stands around it is ``delivery``."""
    slip_legal_basis: str
    delivery: dict[DeliveryMethod, DeliveryWording]

    @property
    def slip_form(self) -> Form:
        """Form 01 as this set has it."""
        kind = PaperKind.SLIP
        return Form(
            kind=kind,
            form_set=self.key,
            number=kind.value,
            legal_basis=self.slip_legal_basis,
            layout=self.slip,
        )


@cache
def form_sets() -> tuple[FormSet, ...]:
    """Give every generation, the oldest first."""
    text = resources.files("station.forms").joinpath("form_sets.json").read_text(encoding="utf-8")
    data = json.loads(text)
    whole = [one | {"slip": data["slips"][one["slip"]]} for one in data["form_sets"]]
    found = from_plain(whole, tuple[FormSet, ...])
    return tuple(sorted(found, key=lambda form_set: form_set.in_force_from))


def form_set_on(on: date) -> FormSet:
    """Give the forms in force on a day; the oldest ones for days before all of them."""
    in_force = [form_set for form_set in form_sets() if form_set.in_force_from <= on]
    return in_force[-1] if in_force else form_sets()[0]


def form_set_named(key: str) -> FormSet:
    """Give the forms that a dossier pinned at reception.

    Raises:
        UnknownFormSetError: a newer version of the program received it.
    """
    for form_set in form_sets():
        if form_set.key == key:
            return form_set
    raise UnknownFormSetError(key)
