"""Addresses as on cards, and the units of today that they belong to."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.addresses import AddressBook
from station.catalogue.parts import Area, AreaLevel
from station.domain.person import Party
from station.usecases.places import UnknownAreaError, placed
from tests.builders import a_party

ON = date(2026, 11, 23)
LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
P, D, C = AreaLevel.PROVINCE, AreaLevel.DISTRICT, AreaLevel.COMMUNE


def old(code: str, name: str, level: AreaLevel, parent: str | None, *became: str) -> Area:
    return Area(code=code, name=name, level=level, parent=parent, to_on=LAST, became=became)


def new(code: str, name: str, level: AreaLevel, parent: str | None = None) -> Area:
    return Area(code=code, name=name, level=level, parent=parent, from_on=FIRST)


BOOK = AddressBook(
    (
        old("p35", "Tỉnh Hà Nam", P, None, "p37"),
        new("p37", "Tỉnh Ninh Bình", P),
        Area(code="p01", name="Thành phố Hà Nội", level=P),
        old("d1", "Thành phố Phủ Lý", D, "p35", "c9"),
        old("d2", "Quận Hà Đông", D, "p01"),
        old("c1", "Phường Quang Trung", C, "d1", "c9"),
        old("c2", "Phường Quang Trung", C, "d2", "c8"),
        old("c3", "Xã Thanh Sơn", C, "d1", "c9", "c7"),
        new("c7", "Xã Kim Bảng", C, "p37"),
        new("c8", "Phường Hà Đông", C, "p01"),
        new("c9", "Phường Phủ Lý", C, "p37"),
    )
)


@pytest.mark.parametrize(
    ("address", "named", "now"),
    [
        ("Tổ 5, Phường Quang Trung, TP. Phủ Lý, Hà Nam", "c1",
         "Tổ 5, Phường Phủ Lý, Tỉnh Ninh Bình"),
        ("Tổ 5, Quang Trung, Phủ Lý, Hà Nam", "c1", "Tổ 5, Phường Phủ Lý, Tỉnh Ninh Bình"),
        ("P. QUANG TRUNG, HÀ ĐÔNG, HÀ NỘI", "c2", "Phường Hà Đông, Thành phố Hà Nội"),
        ("Số 3, ngõ 2, phường Quang Trung, Hà Nội", "c2",
         "Số 3, ngõ 2, Phường Hà Đông, Thành phố Hà Nội"),
        ("Phường Phủ Lý, Ninh Bình", "c9", "Phường Phủ Lý, Tỉnh Ninh Bình"),
        ("Thôn 2, Thanh Sơn, Phủ Lý, Hà Nam", "c3", None),
        ("Tổ 5, Quang Trung", None, None),
        ("Kim Bảng", "c7", "Xã Kim Bảng, Tỉnh Ninh Bình"),
        ("Kim Bảng, Hà Giang", None, None),
        ("Xã Không Có, Hà Nam", None, None),
        ("", None, None),
        (" , ,, ", None, None),
    ],
)  # fmt: skip
def test_what_an_address_is_now(address: str, named: str | None, now: str | None) -> None:
    place = BOOK.place_now(address, ON)

    assert (place.named.code if place else None) == named
    assert (place.text if place else None) == now


def test_a_unit_that_was_parted_is_proposed_to_nobody() -> None:
    place = BOOK.place_now("Thanh Sơn, Phủ Lý", ON)

    assert place is not None
    assert [area.code for area in place.now] == ["c9", "c7"]
    assert place.proposed is None
    assert place.has_moved


def test_before_the_merger_a_unit_is_itself() -> None:
    place = BOOK.place_now("Quang Trung, Phủ Lý, Hà Nam", LAST)

    assert place is not None
    assert not place.has_moved


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    BOOK.place_now(text, ON)


def moved(**changes: Any) -> Party:
    party = a_party()
    return replace(party, person=replace(party.person, **changes))


def test_the_address_stays_and_the_unit_stands_beside_it() -> None:
    address = "Tổ 5, Quang Trung, Phủ Lý, Hà Nam"

    person = placed(moved(address=address), BOOK, ON).person

    assert person.address == address
    assert (person.area_code, person.area_name) == ("c9", "Phường Phủ Lý")
    assert person.area_was == "Phường Quang Trung"
    assert placed(moved(address="Kim Bảng, Ninh Bình"), BOOK, ON).person.area_was is None
    assert placed(moved(address="Thanh Sơn, Phủ Lý"), BOOK, ON).person.area_code is None


def test_what_the_officer_chose_holds_and_must_be_there() -> None:
    chosen = placed(moved(address="Thanh Sơn, Phủ Lý", area_code="c7"), BOOK, ON).person

    assert (chosen.area_name, chosen.area_was) == ("Xã Kim Bảng", "Xã Thanh Sơn")
    again = placed(moved(address=chosen.address, area_code=chosen.area_code), BOOK, ON).person
    assert again == chosen
    with pytest.raises(UnknownAreaError):
        placed(moved(area_code="x"), BOOK, ON)
