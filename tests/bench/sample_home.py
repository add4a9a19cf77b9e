"""The home that a part of the bench works on."""

from pathlib import Path

from ui.composition import NewHome, make_home

OFFICER, PASSWORD = "quay3", "Mot-cua-2026!"


def made_home(folder: Path) -> Path:
    """Make a home with the sample catalogue, its officers and simulated devices in a folder."""
    home = folder / "home"
    make_home(
        NewHome(path=home, agency_code="000.00.17.H25", station_number=3,
                number_range="0001-9999", sample=True),
        PASSWORD,
    )  # fmt: skip
    return home
