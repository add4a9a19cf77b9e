"""The act that everything serves: journal, lists, number and print jobs, durable, encrypted."""

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from station.domain.spool import PrintState
from station.usecases.reception_input import ReceptionInput, reception_from_plain
from tests.bench.sample_home import OFFICER, PASSWORD, made_home
from tests.bench.timing import Line, Times
from tests.builders import a_description
from ui.composition import sign_in
from ui.desks.desk import Desk

RECEPTIONS = 400


def lines(folder: Path) -> Iterator[Line]:
    """Receive dossiers at a sample home and time each act, then look some up."""
    home = made_home(folder)
    started = time.perf_counter()
    with sign_in(home, OFFICER, PASSWORD) as desk:
        unlocked = (time.perf_counter() - started) * 1000
        codes, runs, anchors = [], [], []
        anchor = _bare_store(folder / "anchor.db")
        gc.freeze()  # as the program does once it is loaded
        for given in _people():
            started = time.perf_counter()
            received = desk.receive(given, folder=folder)
            runs.append((time.perf_counter() - started) * 1000)
            codes.append(received.dossier.code)
            _papers_came_out(desk, received.print_jobs)
            started = time.perf_counter()
            anchor.execute("INSERT INTO rows (body) VALUES (?)", ("x" * 200,))
            anchor.commit()
            anchors.append((time.perf_counter() - started) * 1000)
        times, bare = Times(tuple(runs[10:])), Times(tuple(anchors[10:]))
        yield Line("reception act, encrypted and durable", str(times), "≤ 5 ms p99", times.p99 <= 5)
        ratio = times.median / bare.median
        figure = f"{ratio:.1f} ×; that one {bare}"
        yield Line("  beside one bare encrypted row, durable", figure, "–", None)
        lookups = []
        for code in codes[:200]:
            started = time.perf_counter()
            desk.store.queries.find(code)
            lookups.append((time.perf_counter() - started) * 1000)
        found = Times(tuple(lookups))
        yield Line("dossier by its code", str(found), "≤ 1 ms p99", found.p99 <= 1)
    held = unlocked <= 400
    yield Line("unlock: argon2id and opening the store", f"{unlocked:.0f} ms", "≤ 400 ms", held)


def _papers_came_out(desk: Desk, jobs: tuple[int, ...]) -> None:
    """Do what the store does between two receptions, without the printing itself."""
    for job in jobs:
        with desk.store.unit_of_work() as work:
            work.note_print(job, PrintState.PRINTING, printer="bench")
            work.commit()
        with desk.store.unit_of_work() as work:
            work.note_print(job, PrintState.PRINTED)
            work.commit()


def _bare_store(path: Path) -> Any:
    """Give SQLCipher by itself, as durable as the store."""
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)")
    connection.commit()
    return connection


def _people() -> Iterator[ReceptionInput]:
    """One reception each of many people: one who comes again is looked at as a duplicate."""
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    for number in range(RECEPTIONS):
        given = a_description(documents=papers)
        given["applicant"]["id_document"]["number"] = f"035199{number:06d}"
        yield reception_from_plain(given)
