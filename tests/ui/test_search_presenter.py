from collections.abc import Sequence

from station.ports.documents import CannotUseFileError
from station.ports.dossier_queries import DossierRow
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from tests.ui.rows import a_row
from ui.desks.server import NotHere
from ui.desktop.frame.view_model import SearchResults
from ui.desktop.search.presenter import SearchPresenter


class FakeSearch:
    """Finds one dossier whatever is asked, and remembers the questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.seen: list[SearchResults] = []
        self.failures: list[Exception] = []
        self.worker = Later()
        self.fails = self.finds_nothing = False
        self.presenter = SearchPresenter(
            self,
            search=self.find,
            not_here=self.not_here,
            now=lambda: MONDAY,
            time_left=lambda due_at, status: None,
            store_worker=self.worker,
            failed=self.fail,
        )

    def not_here(self, text: str) -> NotHere | None:
        return NotHere(MONDAY, text)

    def find(self, text: str, *, limit: int) -> Sequence[DossierRow]:
        self.asked.append(text)
        if self.fails:
            raise CannotUseFileError("busy")
        return [] if self.finds_nothing else [a_row()]

    def show_search(self, results: SearchResults) -> None:
        self.seen.append(results)

    def fail(self, error: Exception) -> None:
        self.failures.append(error)


def test_what_was_typed_is_found() -> None:
    search = FakeSearch()

    search.presenter.on_edited("anh tuyet")
    search.worker.do()

    (results,) = search.seen
    assert (results.query, results.total) == ("anh tuyet", 1)
    assert results.found[0].owner_name == a_row().owner_name


def test_what_is_not_here_may_be_asked_of_the_province() -> None:
    search = FakeSearch()
    search.presenter.on_edited("anh tuyet")
    search.worker.do()
    search.finds_nothing = True
    search.presenter.on_edited("260924-0217")
    search.worker.do()

    first, second = search.seen
    assert first.not_here is None
    assert second.not_here == NotHere(MONDAY, "260924-0217")


def test_while_a_search_runs_only_the_last_text_waits() -> None:
    search = FakeSearch()
    for typed in ("t", "tu", "tuy", "tuye"):
        search.presenter.on_edited(typed)

    search.worker.do()

    assert search.asked == ["t", "tuye"]
    assert [results.query for results in search.seen] == ["t", "tuye"]


def test_nothing_typed_asks_nobody() -> None:
    search = FakeSearch()

    search.presenter.on_edited("  ")

    assert search.worker.waiting == 0
    assert search.seen == [SearchResults("  ", (), 0)]


def test_after_a_failure_the_next_search_works() -> None:
    search = FakeSearch()
    search.fails = True
    search.presenter.on_edited("tuyet")
    search.worker.do()
    assert len(search.failures) == 1

    search.fails = False
    search.presenter.on_edited("tuyet")
    search.worker.do()

    assert len(search.seen) == 1
