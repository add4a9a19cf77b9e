"""One's own password: what a wrong old one, a weak new one and a failing disk say, and where."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from local_store.officer_rules import WeakPasswordError, WrongPasswordError
from local_store.problems import DiskFullError
from tests.builders import MONDAY
from tests.ui.fake_tasks import InPlace, Later
from ui.desktop.settings.password_presenter import PasswordPresenter
from ui.desktop.settings.password_view import PasswordField


@dataclass
class Panel:
    """The panel, and the store behind it."""

    error: Exception | None = None
    is_open: bool = True
    marked: list[tuple[PasswordField, str]] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)
    done: str = ""
    failed: str = ""
    at: datetime = MONDAY

    def change(self, old: str, new: str) -> None:
        self.changed.append((old, new))
        if self.error is not None:
            raise self.error

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def show_problem(self, which: PasswordField, words: str) -> None:
        self.marked.append((which, words))

    def show_done(self) -> None:
        self.is_open = False

    def say_done(self, sentence: str) -> None:
        self.done = sentence

    def say_failed(self, sentence: str) -> None:
        self.failed = sentence

    def presenter(self, worker: InPlace | Later | None = None) -> PasswordPresenter:
        return PasswordPresenter(
            self,
            change=self.change,
            done=self.say_done,
            failed=self.say_failed,
            now=lambda: self.at,
            store_worker=worker or InPlace(),
            language="vi",
        )


def test_a_change_is_said_and_the_panel_goes() -> None:
    panel = Panel()
    panel.presenter().on_confirmed("old", "new")

    assert panel.changed == [("old", "new")]
    assert panel.busy == [True, False]
    assert "mật khẩu mới" in panel.done
    assert not panel.is_open


def test_a_wrong_old_password_is_said_in_its_field_and_guessing_has_to_wait() -> None:
    panel = Panel(WrongPasswordError())
    presenter = panel.presenter()
    for _ in range(5):
        presenter.on_confirmed("a guess", "new")

    assert panel.marked[0] == (PasswordField.OLD, "Sai, còn 4 lần")
    tried = len(panel.changed)
    presenter.on_confirmed("a sixth one", "new")
    assert len(panel.changed) == tried
    assert "60" in panel.marked[-1][1]

    panel.error, panel.at = None, panel.at + timedelta(minutes=2)
    presenter.on_confirmed("old", "new")
    assert panel.done


def test_a_weak_new_password_is_said_in_its_field() -> None:
    panel = Panel(WeakPasswordError())
    panel.presenter().on_confirmed("old", "short")

    assert panel.marked == [(PasswordField.NEW, "Mật khẩu dễ đoán (AUT-004)")]


def test_what_fails_after_the_panel_was_closed_is_said_on_the_page() -> None:
    panel, worker = Panel(DiskFullError()), Later()
    panel.presenter(worker).on_confirmed("old", "new")
    panel.is_open = False
    worker.do()

    assert panel.marked == []
    assert panel.failed


def test_two_presses_change_it_once() -> None:
    panel, worker = Panel(), Later()
    presenter = panel.presenter(worker)
    for _ in range(2):
        presenter.on_confirmed("old", "new")
    worker.do()

    assert len(panel.changed) == 1
