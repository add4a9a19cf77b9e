"""The packs that ship with the program: a sample with details, names, and sample lists."""

from importlib.resources import files

from station.catalogue.pack import Pack
from station.catalogue.reading import read_pack

SAMPLE_PACK = "procedures-sample.json"
REFERENCE_PACK = "procedures-reference-2020.json"
LISTS_PACK = "lists-sample.json"


def built_in_packs() -> tuple[Pack, ...]:
    """Give the packs for training and demonstration, those with details first."""
    folder = files("station.catalogue") / "packs"
    return tuple(
        read_pack((folder / name).read_bytes(), name)
        for name in (SAMPLE_PACK, REFERENCE_PACK, LISTS_PACK)
    )
