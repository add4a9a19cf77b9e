"""A program that is killed at any instant loses nothing, doubles nothing, leaves nothing half."""

import multiprocessing
import os
import random
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from local_store.home import OpenStore
from station.domain.dossier import StoredFile, SubmittedDocument
from tests.builders import FEE
from tests.killed_programs import kill, rest_of
from tests.local_store.homes import make_home, receive

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

ROUNDS = 20
KEPT_BACK = 3
"""Acts that a round acknowledges at most before it is killed."""


@pytest.fixture(scope="module")
def nursery() -> "ForkServerContext":
    """Gives birth to programs that have imported everything, from a process without threads."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def test_killed_receptions_are_whole_or_not_there(
    tmp_path: Path, nursery: "ForkServerContext"
) -> None:
    home = tmp_path / "home"
    key = make_home(home, first=1, last=9999)
    chance = random.Random(20261123)
    acknowledged: list[str] = []
    for _ in range(ROUNDS):
        ours, theirs = nursery.Pipe(duplex=False)
        worker = nursery.Process(target=_receive_for_ever, args=(home, key, theirs))
        worker.start()
        theirs.close()
        for _ in range(chance.randrange(KEPT_BACK)):
            acknowledged.append(ours.recv())
        ours.poll(chance.uniform(0, 0.02))  # into the middle of an act, or of opening the store
        kill(worker)
        acknowledged += rest_of(ours)

    store = OpenStore(home, key)
    report, audit = store.care.check(), store.care.audit()
    lines = store.queries.newest(limit=10_000)
    assert audit.ok
    assert report.problems == ()
    codes = [line.dossier_code for line in reversed(lines)]
    assert len(set(acknowledged)) == len(acknowledged)
    assert set(acknowledged) <= set(codes)
    assert len(codes) <= len(acknowledged) + ROUNDS  # at most one unacknowledged act each
    assert [int(code[-4:]) for code in codes] == list(range(1, len(codes) + 1))
    assert audit.entries == 2 * len(codes)  # a reception and its fee, never one alone
    assert len(store.queries.queued_prints()) == len(codes)
    assert {line.fees_total_vnd for line in lines} <= {15_000}
    store.close()


def test_two_programs_at_once_never_give_a_number_twice(
    tmp_path: Path, nursery: "ForkServerContext"
) -> None:
    home = tmp_path / "home"
    key = make_home(home, first=1, last=9999)
    pipes, workers = [], []
    for _ in range(2):
        ours, theirs = nursery.Pipe(duplex=False)
        workers.append(nursery.Process(target=_receive_some, args=(home, key, theirs)))
        workers[-1].start()
        theirs.close()
        pipes.append(ours)
    codes = [code for ours in pipes for code in rest_of(ours)]
    for worker in workers:
        worker.join()

    assert sorted(int(code[-4:]) for code in codes) == list(range(1, 51))
    store = OpenStore(home, key)
    assert store.care.check().problems == ()
    store.close()


def _receive_for_ever(home: Path, key: bytes, acknowledge: Connection) -> None:
    store = OpenStore(home, key)
    while True:
        content = os.urandom(2000)
        page = StoredFile(
            sha256=store.vault.put(content), size=2000, media_type="image/png", pages=1
        )
        paper = SubmittedDocument(index=1, name="Tờ khai", mandatory=True, copies=1, files=(page,))
        acknowledge.send(receive(store, and_then=FEE, documents=(paper,)).code)


def _receive_some(home: Path, key: bytes, tell: Connection) -> None:
    store = OpenStore(home, key)
    for _ in range(25):
        tell.send(receive(store).code)
    store.close()
