"""A word that something is done stands on the page as it is after it: the next key is not lost."""

from collections.abc import Callable
from typing import Any

import pytest

from station.ports.signing import NoTokenSetUpError
from tests.ui.fake_tasks import Later
from tests.ui.till_counter import OPEN, SHUT, Money, a_presenter
from ui.desktop.show_then_say import show_then_say


class Page:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def read(self, worker: Later, read: Callable[[], str]) -> None:
        show_then_say(
            worker,
            read,
            show=lambda found: self.heard.append(f"shows {found}"),
            said="done",
            say=self.heard.append,
            problem=self.heard.append,
            language="vi",
        )


def test_the_page_is_shown_before_the_word_and_both_in_one_step() -> None:
    page, worker = Page(), Later()
    page.read(worker, lambda: "after")
    assert page.heard == []

    worker.do_one()

    assert page.heard == ["shows after", "done"]


def test_where_the_page_cannot_be_read_it_is_said_that_the_act_was_done_and_why_not() -> None:
    page, worker = Page(), Later()

    def fail() -> str:
        raise NoTokenSetUpError

    page.read(worker, fail)
    worker.do_one()

    assert page.heard[0] == "done"
    assert page.heard[1].startswith("done ")
    assert len(page.heard[1]) > len("done ")


class WatchedMoney(Money):
    """Notes what the page showed when the word came, and whether its buttons answered."""

    open_at_word: bool | None = None
    busy = busy_at_word = False

    def show_done(self, sentence: str) -> None:
        self.open_at_word, self.busy_at_word = self.seen().is_open, self.busy
        super().show_done(sentence)

    def show_busy(self, busy: bool) -> None:
        self.busy = busy


@pytest.mark.parametrize(("before", "is_open"), [(SHUT, True), (OPEN, False)])
def test_the_till_is_open_or_closed_on_the_page_when_that_is_said(
    before: Any, is_open: bool
) -> None:
    money, worker = WatchedMoney(before), Later()
    presenter = a_presenter(money, worker)
    worker.do()
    presenter.on_counted(500_000, "1")

    presenter.on_settled("")
    worker.do_one()

    assert money.done == ""
    assert money.busy
    worker.do_one()
    assert money.done
    assert money.open_at_word is is_open
    assert not money.busy_at_word
