"""The administrative unit that a person's address belongs to on the day of an act."""

from dataclasses import replace
from datetime import date

from station.catalogue.addresses import AddressBook
from station.domain.person import Party
from station.errors import StationError


class UnknownAreaError(StationError):
    """The catalogue has no administrative unit with this code."""

    code = "DOS-050"

    def __init__(self, area_code: str) -> None:
        super().__init__(f"no area {area_code[:50]!r}")
        self.area_code = area_code[:50]


def placed(party: Party, places: AddressBook, on: date) -> Party:
    """Give the party with the unit of the day beside its person's address, which stays as it is.

    What the officer chose holds; else what the catalogue proposes, where there is no doubt.

    Raises:
        UnknownAreaError: the chosen code is none of the catalogue's.
    """
    person = party.person
    place = places.place_now(person.address, on) if person.address else None
    area = place.proposed if place else None
    if person.area_code is not None:
        area = places.area(person.area_code)
        if area is None:
            raise UnknownAreaError(person.area_code)
    if area is None:
        return party
    was = place.named.name if place is not None and place.named != area else None
    with_area = replace(person, area_code=area.code, area_name=area.name, area_was=was)
    return replace(party, person=with_area)
