"""The lists of a pack file beside its procedures, each with its bounds."""

from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from station.catalogue.pack_objects import AgencyCode, AreaCode, FieldCode, Key, Name, Strict, Word
from station.catalogue.parts import AgencyRole, AreaLevel, CatalogueParts, ReasonFor
from station.codec import from_plain, to_plain
from station.typed_reading import ready

MOST_AGENCIES = 20_000
MOST_AREAS = 60_000
"""Old and new units of the whole country: some 15,000 communes before 2025 and 3,300 since."""


class PackedAgency(Strict, kw_only=True):
    code: AgencyCode
    name: Name
    parent: AgencyCode | None = None
    role: AgencyRole = AgencyRole.BOTH


class PackedOffice(Strict, kw_only=True):
    code: AgencyCode
    name: Name
    agency: AgencyCode
    address: Name | None = None
    phone: Word | None = None
    fields: Annotated[tuple[FieldCode, ...], Meta(max_length=500)] = ()


class PackedField(Strict, kw_only=True):
    code: FieldCode
    name: Name


class PackedArea(Strict, kw_only=True):
    code: AreaCode
    name: Word
    level: AreaLevel
    parent: AreaCode | None = None
    from_on: date | None = None
    to_on: date | None = None
    became: Annotated[tuple[AreaCode, ...], Meta(max_length=20)] = ()
    verified: bool = True


class PackedReason(Strict, kw_only=True):
    key: Key
    act: ReasonFor
    text: Name
    legal_basis: Name | None = None


class PackedItem(Strict, kw_only=True):
    code: Word
    name: Name


class PackedCodeList(Strict, kw_only=True):
    key: Key
    name: Name
    items: Annotated[tuple[PackedItem, ...], Meta(max_length=10_000)]


class PackedEveryday(Strict, kw_only=True):
    say: Word
    means: Annotated[tuple[Word, ...], Meta(min_length=1, max_length=20)]


class PackedParts(Strict, kw_only=True):
    """The lists; what is left out is not touched by the pack."""

    agencies: Annotated[tuple[PackedAgency, ...], Meta(max_length=MOST_AGENCIES)] = ()
    offices: Annotated[tuple[PackedOffice, ...], Meta(max_length=MOST_AGENCIES)] = ()
    fields: Annotated[tuple[PackedField, ...], Meta(max_length=5_000)] = ()
    areas: Annotated[tuple[PackedArea, ...], Meta(max_length=MOST_AREAS)] = ()
    reasons: Annotated[tuple[PackedReason, ...], Meta(max_length=2_000)] = ()
    code_lists: Annotated[tuple[PackedCodeList, ...], Meta(max_length=200)] = ()
    everyday: Annotated[tuple[PackedEveryday, ...], Meta(max_length=5_000)] = ()


def unpacked_parts(packed: PackedParts) -> CatalogueParts:
    """Give the lists as the catalogue knows them."""
    names = CatalogueParts.__dataclass_fields__
    return from_plain({name: to_plain(getattr(packed, name)) for name in names}, CatalogueParts)


def packed_parts(parts: CatalogueParts) -> dict[str, Any]:
    """Give the lists that there are, as the fields of a pack file."""
    packed = msgspec.convert(to_plain(parts), ready(PackedParts))
    return {name: getattr(packed, name) for name in parts.given}
