import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from local_store.officer_rules import WrongPasswordError
from local_store.problems import HomeMissingError
from station.domain.codes import recognise
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desktop.lock.presenter import LockPresenter
from ui.desktop.lock.view_model import LockState
from ui.desktop.sign_in.presenter import MOST_TRIES, PAUSE, SignInPresenter
from ui.desktop.sign_in.view_model import SignInField, SignInProblem, SignInState

PASSWORD = "Mot-cua-2026!"


class FakeGate:
    """A gate with one right password. Implements both the sign-in and the lock page."""

    def __init__(self) -> None:
        self.at = MONDAY
        self.worker = Later()
        self.problem: SignInProblem | None = None
        self.words = ""
        self.tries_left: int | None = None
        self.busy = False
        self.cleared = 0
        self.names: list[str] = []
        self.state: object = None
        self.desks: list[str] = []
        self.unlocked = 0
        self.error: Exception | None = None

    def now(self) -> datetime:
        return self.at

    def open_desk(self, officer_id: str, password: str) -> str:
        if self.error is not None:
            raise self.error
        if password != PASSWORD:
            raise WrongPasswordError
        return f"desk of {officer_id}"

    def password_opens(self, officer_id: str, password: str) -> bool:
        if self.error is not None:
            raise self.error
        return (officer_id, password) == ("quay3", PASSWORD)

    def show_state(self, state: object) -> None:
        self.state = state

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def show_problem(self, problem: SignInProblem | str, tries_left: int | None = None) -> None:
        if isinstance(problem, SignInProblem):
            self.problem = problem
        else:
            self.words, self.tries_left = problem, tries_left

    def clear(self) -> None:
        self.cleared += 1

    def show_name(self, name: str) -> None:
        self.names.append(name)

    def unlock(self) -> None:
        self.unlocked += 1


def a_sign_in(gate: FakeGate) -> SignInPresenter[str]:
    return SignInPresenter(
        gate,
        open_desk=gate.open_desk,
        signed_in=gate.desks.append,
        now=gate.now,
        store_worker=gate.worker,
        language="vi",
    )


def a_lock(gate: FakeGate) -> LockPresenter:
    return LockPresenter(
        gate,
        officer_id="quay3",
        password_opens=gate.password_opens,
        unlocked=gate.unlock,
        now=gate.now,
        store_worker=gate.worker,
        language="vi",
    )


def test_a_badge_gives_the_name_and_no_other_code_does() -> None:
    gate = FakeGate()
    presenter = a_sign_in(gate)

    for text in ("TMC:SHELF:K2-07", "quay3", "tmc:badge:quay3"):
        presenter.on_code(recognise(text))

    assert gate.names == ["quay3"]
    assert gate.desks == []

    presenter.on_sign_in("quay3", PASSWORD)
    presenter.on_code(recognise("TMC:BADGE:TRUONGBP"))
    assert gate.names == ["quay3"]  # while the store opens nobody else takes the place


def test_an_officer_gets_a_desk_and_the_password_is_forgotten() -> None:
    gate = FakeGate()
    sign_in = a_sign_in(gate)
    sign_in.show(SignInState(now=MONDAY))

    sign_in.on_sign_in(" quay3 ", PASSWORD)
    assert gate.busy
    gate.worker.do()

    assert gate.desks == ["desk of quay3"]
    assert not gate.busy
    assert gate.cleared == 2
    assert gate.state == SignInState(now=MONDAY)


def test_enter_twice_signs_in_once() -> None:
    gate = FakeGate()
    sign_in = a_sign_in(gate)

    sign_in.on_sign_in("quay3", PASSWORD)
    sign_in.on_sign_in("quay3", PASSWORD)
    gate.worker.do()

    assert len(gate.desks) == 1


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("  ", PASSWORD, SignInField.NAME),
        ("quay3", "", SignInField.PASSWORD),
        ("quay3", "wrong", SignInField.PASSWORD),
    ],
)
def test_the_field_that_must_change_says_why(name: str, password: str, field: SignInField) -> None:
    gate = FakeGate()

    a_sign_in(gate).on_sign_in(name, password)
    gate.worker.do()

    assert gate.problem is not None
    assert gate.problem.field is field
    assert gate.problem.words
    assert gate.desks == []


def test_after_five_wrong_passwords_there_is_a_pause() -> None:
    gate = FakeGate()
    sign_in = a_sign_in(gate)
    left = []
    for _ in range(MOST_TRIES):
        sign_in.on_sign_in("quay3", "wrong")
        gate.worker.do()
        assert gate.problem is not None
        left.append(gate.problem.tries_left)
    assert left[:4] == [4, 3, 2, 1]

    sign_in.on_sign_in("quay3", PASSWORD)
    assert gate.worker.waiting == 0
    assert gate.problem is not None
    assert "60 giây" in gate.problem.words

    gate.at += PAUSE
    sign_in.on_sign_in("quay3", PASSWORD)
    gate.worker.do()
    assert len(gate.desks) == 1


def test_a_home_that_cannot_be_opened_is_said_with_its_code_and_costs_no_try() -> None:
    gate = FakeGate()
    gate.error = HomeMissingError("/nowhere")

    a_sign_in(gate).on_sign_in("quay3", PASSWORD)
    gate.worker.do()

    assert gate.problem is not None
    assert HomeMissingError.code in gate.problem.words
    assert len(gate.problem.sentence) > len(gate.problem.words)
    assert gate.problem.tries_left is None


def test_a_bug_leaves_its_diagnostics_and_the_gate_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gate = FakeGate()
    gate.error = RuntimeError("a bug")
    sign_in = a_sign_in(gate)
    sign_in.on_sign_in("quay3", PASSWORD)
    gate.worker.do()
    assert gate.problem is not None
    (file,) = tmp_path.iterdir()
    assert str(file) in gate.problem.sentence

    gate.error = None
    sign_in.on_sign_in("quay3", PASSWORD)
    gate.worker.do()

    assert len(gate.desks) == 1


def test_only_the_officers_own_password_unlocks() -> None:
    gate = FakeGate()
    lock = a_lock(gate)
    state = LockState(now=MONDAY, officer_name="Hạnh", counter=3, locked_at=MONDAY)
    lock.show(state)
    assert gate.state == state

    lock.on_unlock("wrong")
    gate.worker.do()
    assert (gate.unlocked, gate.tries_left) == (0, 4)

    lock.on_unlock(PASSWORD)
    lock.on_unlock(PASSWORD)
    gate.worker.do()
    assert gate.unlocked == 1


def test_the_lock_pauses_after_wrong_passwords_too() -> None:
    gate = FakeGate()
    lock = a_lock(gate)
    for _ in range(MOST_TRIES):
        lock.on_unlock("wrong")
        gate.worker.do()

    lock.on_unlock(PASSWORD)
    assert gate.worker.waiting == 0
    assert "giây" in gate.words
    gate.at += PAUSE + timedelta(seconds=1)
    lock.on_unlock(PASSWORD)
    gate.worker.do()

    assert gate.unlocked == 1


def test_nothing_typed_asks_nobody_and_a_failure_keeps_it_locked() -> None:
    gate = FakeGate()
    lock = a_lock(gate)
    lock.on_unlock("")
    assert gate.worker.waiting == 0
    assert gate.words

    gate.error = HomeMissingError("/nowhere")
    lock.on_unlock(PASSWORD)
    gate.worker.do()

    assert gate.unlocked == 0
    assert HomeMissingError.code in gate.words
