"""One window at a time works in a home, and the second one is told whose it is."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from local_store.window_claim import HOLDER, HomeInUseError, WindowClaim
from tests.builders import MONDAY

_HELD = """
import sys, time
from datetime import datetime
from pathlib import Path
from local_store.window_claim import WindowClaim
claim = WindowClaim(Path(sys.argv[1]), at=datetime.fromisoformat("2026-11-23T09:05:00+07:00"))
claim.held_by("quay3")
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_window_is_told_who_has_the_home(home: Path) -> None:
    first = WindowClaim(home, at=MONDAY)
    first.held_by("quay3")

    with pytest.raises(HomeInUseError) as refused:
        WindowClaim(home, at=MONDAY + timedelta(hours=1))

    assert refused.value.details["officer"] == "quay3"
    assert refused.value.details["since"] == MONDAY.strftime("%H:%M %d/%m/%Y")
    first.release()
    WindowClaim(home, at=MONDAY).release()


def test_before_anybody_signed_in_nobody_is_named(home: Path) -> None:
    first = WindowClaim(home, at=MONDAY)

    with pytest.raises(HomeInUseError) as refused:
        WindowClaim(home, at=MONDAY)

    assert "officer" not in refused.value.details
    first.release()


@pytest.mark.parametrize(
    "note", [b"", b"{", b"[1]", b"{}", b'{"since": "yesterday"}', b"\xff" * 9_000]
)
def test_a_note_that_says_nothing_leaves_the_home_closed(home: Path, note: bytes) -> None:
    first = WindowClaim(home, at=MONDAY)
    (home / HOLDER).write_bytes(note)

    with pytest.raises(HomeInUseError) as refused:
        WindowClaim(home, at=MONDAY)

    assert refused.value.details == {}
    first.release()


def test_a_window_that_was_killed_leaves_the_home_open(home: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", _HELD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(HomeInUseError) as refused:
            WindowClaim(home, at=MONDAY)
        assert refused.value.since == "09:05 23/11/2026"
    finally:
        other.kill()
        other.communicate()

    WindowClaim(home, at=MONDAY).release()
