"""Lines that break and servers that restart: everything arrives once, in order, and nothing sticks.

The faults are TCP faults before a real server: an answer that is lost after the server did its
work, half a request, half an answer, a page of a proxy.
"""

import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from station.ports.province import Outcome, ProvinceUnreachableError
from sync.reference_server import tables
from sync.reference_server.server import RunningServer
from tests.sync.faults import WHOLE, Fault, answer, bad_line
from tests.sync.stations import EnrolledCounter, enrol_counter

SCHEDULES = int(os.environ.get("FAULT_SCHEDULES", "50"))
MOST_ROUNDS = 60
FILE_BYTES = 40_000
CANNED = (
    answer(b"<html>", status="200 OK", media_type="text/html", version=None),
    answer(b"", status="500 Internal Server Error"),
    answer(b"", status="302 Found", Location="https://elsewhere.example/"),
    b"HTTP/1.1 200 OK\r\nContr",
    b"",
)


def some_work(counter: EnrolledCounter, chance: random.Random) -> None:
    """Two to four dossiers, their later acts mixed, some with a file."""
    dossiers = []
    for _ in range(chance.randint(2, 4)):
        sizes = [chance.randint(1, FILE_BYTES) for _ in range(chance.randrange(2))]
        pages = [chance.randbytes(size) for size in sizes]
        dossiers.append(counter.counter.receive(*pages).dossier_id)
        for _ in range(chance.randint(0, 3)):
            counter.counter.follow_up(chance.choice(dossiers))


def some_fault(chance: random.Random) -> Fault:
    kind = chance.randrange(5)
    if kind == 0:
        return Fault(down=0)  # the server did its work, the answer is lost
    if kind == 1:
        return Fault(down=chance.randint(1, 3_000))
    if kind == 2:
        return Fault(up=chance.randint(0, 30_000))
    if kind == 3:
        return Fault(canned=chance.choice(CANNED))
    return WHOLE


def is_done(counter: EnrolledCounter) -> bool:
    status = counter.counter.outbox.status()
    return status.events.waiting == 0 and status.files.waiting == 0


def assert_exactly_once(server: RunningServer, counter: EnrolledCounter) -> None:
    """All entries are there once, as they are here, and came in order within each dossier."""
    entries = counter.counter.outbox.entries
    event = tables.events.c
    with server.backend.database.reading() as connection:
        stored = connection.execute(
            select(event.event_id, event.hash, event.sequence, event.dossier_id)
            .where(event.station_id == counter.counter.station_id)
            .order_by(event.recorded_at, event.sequence)
        ).all()
    assert Counter(row.event_id for row in stored) == Counter(e.event_id for e in entries)
    assert {row.event_id: row.hash for row in stored} == {e.event_id: e.hash for e in entries}
    for dossier_id in {row.dossier_id for row in stored}:
        order = [row.sequence for row in stored if row.dossier_id == dossier_id]
        assert order == sorted(order)
    for digest in counter.counter.outbox.contents:
        assert server.backend.files.has(digest)


def port_of(base_url: str) -> int:
    return int(base_url.rpartition(":")[2])


@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_whatever_breaks_everything_arrives_exactly_once(
    server: RunningServer, new_counter: Callable[[], EnrolledCounter], seed: int
) -> None:
    chance = random.Random(seed)
    counter = new_counter()
    some_work(counter, chance)
    faults = [some_fault(chance) for _ in range(chance.randint(2, 5))]
    batch = 500
    rounds = 0

    with bad_line(port_of(server.base_url), lambda: faults.pop() if faults else WHOLE) as line:
        while not is_done(counter):
            report = counter.synchronise(line.base_url, batch=batch)
            batch = report.batch
            rounds += 1
            assert rounds < MOST_ROUNDS, report
            if chance.random() < 0.15:
                some_work(counter, chance)
                faults.append(some_fault(chance))

    assert counter.counter.outbox.refused() == []
    assert_exactly_once(server, counter)


def test_an_event_whose_answer_was_lost_is_not_applied_twice(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    counter.counter.receive()
    with bad_line(port_of(server.base_url), lambda: WHOLE) as line:
        with counter.province(line.base_url) as province:
            province.health()
            line.lose_answers = True
            with pytest.raises(ProvinceUnreachableError):
                province.send(counter.counter.outbox.entries)
        line.lose_answers = False

        with counter.province(line.base_url) as province:
            (verdict,) = province.send(counter.counter.outbox.entries)

    assert verdict.outcome is Outcome.ALREADY_APPLIED
    assert_exactly_once(server, counter)


def test_a_file_whose_last_answer_was_lost_is_not_sent_again(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    page = b"a page that no other test sends"
    digest = counter.counter.add_file(page)
    asked: list[bool] = []

    with bad_line(port_of(server.base_url), lambda: WHOLE) as line:

        def cut_now() -> bool:
            line.lose_answers = True
            asked.append(True)
            return True

        with counter.province(line.base_url) as cut, pytest.raises(ProvinceUnreachableError):
            cut.upload(digest, page, go_on=cut_now)
        line.lose_answers = False
        assert server.backend.files.has(digest)

        with counter.province(line.base_url) as province:
            assert province.upload(digest, page, go_on=cut_now)

    assert len(asked) == 1  # the second time there was no chunk to send


def test_a_long_file_goes_on_where_the_line_was_cut(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    page = random.Random(1).randbytes(900_000)
    digest = counter.counter.add_file(page)
    carried: list[int] = []

    with bad_line(port_of(server.base_url), lambda: Fault(up=400_000)) as line:
        while not is_done(counter):
            counter.synchronise(line.base_url)
            carried.append(1)
            assert len(carried) < MOST_ROUNDS

    assert server.backend.files.has(digest)
    assert 2 < len(carried) < 12


def test_a_pause_in_a_long_file_loses_nothing(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    page = random.Random(2).randbytes(900_000)
    digest = counter.counter.add_file(page)
    answers = iter([True, False])
    with counter.province() as province:
        assert not province.upload(digest, page, go_on=lambda: next(answers))
        assert not server.backend.files.has(digest)

        rest = iter([True, True])  # 256 KiB went before the pause; then 512 KiB and the end
        assert province.upload(digest, page, go_on=lambda: next(rest))

    assert server.backend.files.has(digest)
    assert next(rest, None) is None


def test_a_server_that_restarts_goes_on_where_it_was(tmp_path: Path) -> None:
    def start() -> RunningServer:
        return RunningServer(
            database=f"sqlite:///{tmp_path / 'province.db'}",
            files=str(tmp_path / "files"),
            version="test",
        )

    chance = random.Random(3)
    running = start()
    counter = enrol_counter(running, agency="H25")
    with bad_line(port_of(running.base_url), lambda: WHOLE) as line:
        for _ in range(3):
            some_work(counter, chance)
            counter.synchronise(line.base_url)
            running.stop()
            report = counter.synchronise(line.base_url)
            assert isinstance(report.error, ProvinceUnreachableError)
            running = start()
            line.target_port = port_of(running.base_url)
        some_work(counter, chance)
        assert counter.synchronise(line.base_url).error is None
    assert_exactly_once(running, counter)
    running.stop()


SERVE = """
import sys
from sync.reference_server.server import serve
serve(
    host="127.0.0.1",
    port=0,
    database=sys.argv[1],
    files=sys.argv[2],
    version="test",
    ready=lambda base_url: print(base_url, flush=True),
)
"""


def test_a_server_that_is_killed_keeps_what_it_said_it_has(tmp_path: Path) -> None:
    database, files = f"sqlite:///{tmp_path / 'province.db'}", str(tmp_path / "files")
    with RunningServer(database=database, files=files, version="test") as running:
        counter = enrol_counter(running, agency="H25")
    chance = random.Random(4)
    some_work(counter, chance)
    with serving(database, files) as (process, port):
        with bad_line(port, partial(Fault, up=chance.randint(2_000, 80_000))) as line:
            counter.synchronise(line.base_url)
        process.kill()
    with RunningServer(database=database, files=files, version="test") as running:
        assert counter.synchronise(running.base_url).error is None
        assert is_done(counter)
        assert_exactly_once(running, counter)


@contextmanager
def serving(database: str, files: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the server as a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, database, files],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        try:
            yield process, port_of(process.stdout.readline().strip())
        finally:
            process.kill()
