"""The home of counter 3, as tests, the manual's pictures and the printer's story begin with it."""

from datetime import datetime
from pathlib import Path

from tests.light_locks import lighten
from ui import composition
from ui.composition import NewHome


def make_counter_home(
    home: Path, password: str, *, at: datetime | None = None, numbers: str = "0300-0399"
) -> Path:
    """Make it with the sample catalogue, officers with this password, and simulated devices.

    Args:
        at: when it was made; now, where nothing is said.
    """
    new = NewHome(
        path=home,
        agency_code="000.00.17.H25",
        station_number=3,
        number_range=numbers,
        sample=True,
    )
    composition.make_home(new, password, at=at)
    lighten(home, password)
    return home
