"""N14 by the command line: the clock was set back; an officer says what day it is, and goes on."""

import json
from datetime import datetime, timedelta

import pytest

from station.domain.clock_guard import read_correction
from tests.builders import a_description
from tests.e2e.stories.conftest import Calendar, Teller

pytestmark = pytest.mark.e2e


def test_n14_who_says_what_day_it_is_goes_on_and_the_journal_keeps_both_times(
    lone_teller: Teller, calendar: Calendar
) -> None:
    teller = lone_teller
    calendar.next_day()
    first = teller.receive(payment=None)
    today = datetime.fromisoformat(teller.ok("dossier", "show", first)["received_at"])

    calendar.day_before()
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    described = json.dumps(a_description(payment=None, documents=papers))
    stopped = teller.refused("dossier", "receive", "-", stdin=described)
    before = teller.ok("clock", "status")
    no_day = teller.refused("clock", "confirm", "31/11")
    yesterday = teller.refused("clock", "confirm", f"{today - timedelta(days=1):%d/%m}")
    by_nobody = teller.refused("clock", "confirm", f"{today:%d/%m}", officer="admin")
    confirmed = teller.ok("clock", "confirm", f"{today:%d/%m}")
    code = teller.receive(payment=None)

    assert (stopped["code"], stopped["details"]["witness"]) == ("CLK-001", "journal")
    assert (before["now"], before["against"]["witness"]) == (None, "journal")
    assert (no_day["code"], yesterday["code"], by_nobody["code"]) == (
        "CLK-002", "CLK-003", "AUT-003",
    )  # fmt: skip
    assert confirmed["clock_source"].startswith("officer-confirmed +")
    assert f"-{today:%y%m%d}-" in code
    entry = teller.ok("dossier", "history", code)[0]
    at = datetime.fromisoformat(entry["occurred_at"])
    machine = at - read_correction(entry["clock_source"]).offset
    assert (at.date(), machine.date()) == (today.date(), today.date() - timedelta(days=1))
    assert code in [row["dossier_code"] for row in teller.ok("log")["rows"]]
    assert teller.ok("audit", "verify", officer="admin")["ok"]
    assert teller.synchronise()["events"]["refused"] == 0
