"""The error of the national exchange names fields as the screen calls them."""

import re
import xml.etree.ElementTree as ET

import pytest

from station.exchange import missing_facts
from station.exchange.missing_facts import Place
from ui.desktop.translations.build import TRANSLATED

ON_SCREEN = {source.text for source in ET.parse(TRANSLATED).iter("source")}  # noqa: S314 - our own
PLACES = {name: value for name, value in vars(missing_facts).items() if isinstance(value, Place)}


@pytest.mark.parametrize("name", PLACES)
def test_a_field_of_the_reception_page_bears_its_name_there(name: str) -> None:
    page, *parts = PLACES[name].vi.split(" › ")
    if page != "Tiếp nhận":
        assert page in {"Danh mục", "Cài đặt", "Hồ sơ trực tuyến"}
        return
    named = [re.sub(r"\(.*\)|\{\}", "", part).strip() for part in parts]
    labels = [label for part in named for label in part.split(", ")]

    assert set(labels) <= ON_SCREEN
    assert PLACES[name].en.startswith("Reception › ")
