"""The administrative unit that a person's address belongs to on the day of an act."""

from dataclasses import replace
from datetime import date
from typing import Any

from station.catalogue.addresses import AddressBook
from station.domain.person import Party
from station.errors import StationError


class UnknownAreaError(StationError):
    """The catalogue has no administrative unit with this code."""

    code = "DOS-050"

    def __init__(self, area_code: str) -> None:
        super().__init__(f"no area {area_code[:50]!r}")
        self.area_code = area_code[:50]

    @property
    def details(self) -> dict[str, Any]:
        return {"area_code": self.area_code}


def placed(party: Party, places: AddressBook, on: date) -> Party:
    """Give the party with the unit of the day beside its person's address, which stays as it is.

    What the officer chose holds; else what the catalogue proposes, where there is no doubt.

    Raises:
        UnknownAreaError: the chosen code is none of the catalogue's.
    """
    person = party.person
    if person.area_code is not None:
        chosen = places.area(person.area_code)
        if chosen is None:
            raise UnknownAreaError(person.area_code)
        return replace(party, person=replace(person, area_name=chosen.name))
    place = places.place_now(person.address, on) if person.address else None
    proposed = place.proposed if place else None
    if place is None or proposed is None:
        return party
    with_area = replace(
        person,
        area_code=proposed.code,
        area_name=proposed.name,
        area_was=place.named.name if place.has_moved else None,
    )
    return replace(party, person=with_area)
