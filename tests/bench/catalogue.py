"""Searching 2,352 procedures, as many as the province has, once per key stroke; and how well."""

import random
import string
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from local_store.home import OpenStore
from station.catalogue.built_in import built_in_everyday, built_in_packs
from station.catalogue.pack import Pack, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.search import CatalogueIndex
from station.catalogue.word_index import words_of
from station.domain.journal import VIETNAM
from station.domain.procedure import Procedure
from station.ports.officers import Officer, Role
from station.text import fold
from station.usecases.dossier_act import Acting
from station.usecases.import_catalogue import OfferedPack, import_catalogue
from tests.bench.timing import Line, Times, measure
from tests.fakes import FakeClock
from tests.local_store.homes import make_home
from tests.station.test_everyday_search import SAID

PROCEDURES = 2_352
SHOWN = 5
"""What an officer takes in at a glance."""
_BUILT_AT = datetime(2026, 11, 1, tzinfo=VIETNAM)
_ADMIN = Officer(officer_id="admin", display_name="Quản trị", role=Role.ADMINISTRATOR)


def lines(folder: Path) -> Iterator[Line]:
    """Measure every prefix that an officer types on the way to a procedure, slips included."""
    known = [procedure for pack in built_in_packs() for procedure in pack.procedures]
    more = [
        replace(known[n % len(known)], code=f"9.{n:06d}", name=f"{known[n % len(known)].name} {n}")
        for n in range(PROCEDURES - len(known))
    ]
    every = [*known, *more]
    index = CatalogueIndex(every, everyday=built_in_everyday())
    index.learn({procedure.code: n for n, procedure in enumerate(known[:100])})
    chance = random.Random(5)
    queries = []
    for procedure in chance.sample(known, 40):
        plain = fold(procedure.name)[:24]
        slip = chance.randrange(1, len(plain) - 1)
        for typed in (plain, procedure.name[:24], plain[:slip] + plain[slip + 1 :]):
            queries += [typed[: end + 1] for end in range(len(typed))]
    for said in SAID:
        queries += [said[: end + 1] for end in range(len(said))]
    runs = [measure(partial(index.search, typed), runs=1, warm_up=0).runs[0] for typed in queries]
    times = Times(tuple(runs))
    what = f"catalogue search, {PROCEDURES} procedures"
    yield Line(what, str(times), "≤ 3 ms p99", times.p99 <= 3)
    yield from _accuracy(index, known, chance)
    yield _import(every, folder)


def _accuracy(
    index: CatalogueIndex, known: Sequence[Procedure], chance: random.Random
) -> Iterator[Line]:
    """Count how often the one that is meant is among the first few."""
    whole = [_is_found(index, fold(p.name), p.code) for p in known]
    yield _share("  whole name without accents", whole, 1.0)
    # A few words in a row, as they are typed; what they give without the slip is what is meant.
    typed = [_some_words(p.name, chance) for p in known for _ in range(3)]
    meant = [(text, index.search(text, limit=1)) for text in typed]
    slips = [
        _is_found(index, _slipped(text, chance), hits[0].procedure.code)
        for text, hits in meant
        if hits and len(text) > 6
    ]
    yield _share("  3 to 6 words with one slip of a key", slips, 0.98)
    initials = [("".join(w[0] for w in words_of(fold(p.name)))[:8], p.code) for p in known]
    told_apart = [
        _is_found(index, letters, code)
        for letters, code in initials
        if sum(other.startswith(letters) for other, _ in initials) == 1
    ]
    yield _share("  initials that only one name begins with", told_apart, 0.98)
    said = [_is_found(index, text, code) for text, code in SAID.items()]
    yield _share("  as citizens say it", said, 0.9)


def _is_found(index: CatalogueIndex, text: str, code: str) -> bool:
    return code in [hit.procedure.code for hit in index.search(text, limit=SHOWN)]


def _share(what: str, found: Sequence[bool], goal: float) -> Line:
    share = sum(found) / len(found)
    figure = f"{share:.1%} of {len(found)} among the first {SHOWN}"
    return Line(what, figure, f"≥ {goal:.0%}", share >= goal)


def _some_words(name: str, chance: random.Random) -> str:
    words = words_of(fold(name))
    length = min(len(words), chance.randint(3, 6))
    start = chance.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def _slipped(text: str, chance: random.Random) -> str:
    """Leave a letter out, hit one twice, another one, or two in the wrong order."""
    place = chance.choice([n for n in range(len(text) - 1) if text[n] != " "])
    kind = chance.randrange(4)
    if kind == 0:
        return text[:place] + text[place + 1 :]
    if kind == 1:
        return text[:place] + text[place] + text[place:]
    if kind == 2:
        return text[:place] + chance.choice(string.ascii_lowercase) + text[place + 1 :]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _import(procedures: Sequence[Procedure], folder: Path) -> Line:
    """Put the whole catalogue in force twice: new, and over what is there."""
    store = OpenStore(folder / "catalogue", make_home(folder / "catalogue"))
    taken = []
    for version in ("1", "2"):
        pack = Pack(
            name="tinh",
            version=version,
            issued_on=date(2026, 11, 23),
            status=PackStatus.SAMPLE,
            procedures=tuple(replace(p, note=f"bản {version}") for p in procedures),
        )
        offered = OfferedPack(content=pack_to_bytes(pack), filename="tinh.json")
        started = time.perf_counter()
        acting = Acting(
            officer=_ADMIN, work=store.unit_of_work(), clock=FakeClock(), built_at=_BUILT_AT
        )
        import_catalogue(offered, acting=acting, catalogue=store.catalogue, trusted=())
        taken.append(time.perf_counter() - started)
    store.close()
    figure = f"{taken[0]:.2f} s, {taken[1]:.2f} s where every one changes"
    return Line(f"  import of {PROCEDURES} procedures", figure, "≤ 2 s", max(taken) <= 2)
