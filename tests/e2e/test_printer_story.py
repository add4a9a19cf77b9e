"""The page of the printer that is emptied, pulled out and left by a killed program is true."""

import pytest

from tests.e2e.printer_story import PAGE, told
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e


def test_the_spool_tells_the_story_that_the_page_tells(
    own_station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_PASSWORD", own_station.password)

    assert told(own_station) == PAGE.read_text(encoding="utf-8")
