"""The packs that ship with the program: a sample with details, names, and sample lists."""

from functools import cache
from importlib.resources import files

from station.catalogue.pack import Pack
from station.catalogue.parts import Everyday
from station.catalogue.reading import read_pack

SAMPLE_PACK = "procedures-sample.json"
REFERENCE_PACK = "procedures-reference-2020.json"
LISTS_PACK = "lists-sample.json"
EVERYDAY_PACK = "everyday-vi.json"


def built_in_packs() -> tuple[Pack, ...]:
    """Give the packs for training and demonstration, those with details first."""
    folder = files("station.catalogue") / "packs"
    return tuple(
        read_pack((folder / name).read_bytes(), name)
        for name in (SAMPLE_PACK, REFERENCE_PACK, LISTS_PACK)
    )


@cache
def built_in_everyday() -> tuple[Everyday, ...]:
    """Give the everyday words that hold where no pack brings others."""
    content = (files("station.catalogue") / "packs" / EVERYDAY_PACK).read_bytes()
    return read_pack(content, EVERYDAY_PACK).parts.everyday
