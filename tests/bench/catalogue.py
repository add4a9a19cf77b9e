"""Searching 2,352 procedures, as many as the province has, once per key stroke."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from station.catalogue.built_in import built_in_packs
from station.catalogue.search import CatalogueIndex
from station.text import fold
from tests.bench.timing import Line, Times, measure

PROCEDURES = 2_352


def lines(_: Path) -> Iterator[Line]:
    """Measure every prefix that an officer types on the way to a procedure, slips included."""
    known = [procedure for pack in built_in_packs() for procedure in pack.procedures]
    more = [
        replace(known[n % len(known)], code=f"9.{n:06d}", name=f"{known[n % len(known)].name} {n}")
        for n in range(PROCEDURES - len(known))
    ]
    index = CatalogueIndex([*known, *more])
    chance = random.Random(5)
    queries = []
    for procedure in chance.sample(known, 40):
        plain = fold(procedure.name)[:24]
        slip = chance.randrange(1, len(plain) - 1)
        for typed in (plain, procedure.name[:24], plain[:slip] + plain[slip + 1 :]):
            queries += [typed[: end + 1] for end in range(len(typed))]
    runs = [measure(partial(index.search, typed), runs=1, warm_up=0).runs[0] for typed in queries]
    times = Times(tuple(runs))
    what = f"catalogue search, {PROCEDURES} procedures"
    yield Line(what, str(times), "≤ 3 ms p99", times.p99 <= 3)
