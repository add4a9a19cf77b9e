"""A home for each test, copied from one that was made once: argon2id is slow on purpose."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_store.home import OpenStore
from tests.local_store.homes import make_home


@pytest.fixture(scope="session")
def untouched_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A home with the officer ``admin``, and its store key."""
    home = tmp_path_factory.mktemp("store") / "home"
    return home, make_home(home)


@pytest.fixture
def key(untouched_home: tuple[Path, bytes]) -> bytes:
    return untouched_home[1]


@pytest.fixture
def home(untouched_home: tuple[Path, bytes], tmp_path: Path) -> Path:
    return Path(shutil.copytree(untouched_home[0], tmp_path / "home"))


@pytest.fixture
def store(home: Path, key: bytes) -> Iterator[OpenStore]:
    store = OpenStore(home, key)
    yield store
    store.close()
