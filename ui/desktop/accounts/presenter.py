"""Shows who works here, opens accounts, changes and closes them."""

from collections.abc import Callable
from typing import Protocol

from station.ports.officers import Role
from station.usecases.manage_accounts import Account, SaveAccount
from station.words import Language, Words
from ui.desktop.accounts import words as w
from ui.desktop.accounts.view_model import AccountLine, AccountSheet, AccountsView
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks


class AccountSource(Protocol):
    """What the page needs of the desk. Every call waits for the disk."""

    @property
    def may_manage(self) -> bool: ...

    def every(self) -> tuple[Account, ...]: ...

    def save(self, given: SaveAccount) -> Account: ...

    def close(self, officer_id: str) -> Account: ...


class AccountsPresenter:
    """The users, for one officer."""

    def __init__(
        self,
        view: AccountsView,
        *,
        source: AccountSource,
        own_id: str,
        store_worker: Tasks,
        language: Language,
    ) -> None:
        self._view, self._source, self._own_id = view, source, own_id
        self._worker = store_worker
        self._language: Language = language
        self._accounts: tuple[Account, ...] = ()
        self._busy = False

    def refresh(self) -> None:
        """Read the accounts anew; who may not manage them sees none."""
        if not self._source.may_manage:
            self._show()
            return
        self._worker.run(self._source.every, done=self._take, failed=self._fail)

    def on_save(self, officer_id: str, display_name: str, role: str, password: str) -> None:
        """Open or change an account."""
        given = SaveAccount(
            officer_id=officer_id, display_name=display_name, role=Role(role), password=password
        )
        known = {account.officer.officer_id for account in self._accounts if account.is_open}
        is_new = officer_id.strip().lower() not in known
        self._begin(lambda: self._source.save(given), w.OPENED if is_new else w.CHANGED)

    def on_close(self, officer_id: str) -> None:
        """Let somebody sign in no more."""
        self._begin(lambda: self._source.close(officer_id), w.CLOSED)

    def _begin(self, act: Callable[[], Account], words: Words) -> None:
        if self._busy:
            return
        self._busy = True
        self._view.show_problem("")
        self._show()

        def work() -> tuple[Account, tuple[Account, ...]]:
            return act(), self._source.every()

        def done(found: tuple[Account, tuple[Account, ...]]) -> None:
            self._busy = False
            officer = found[0].officer
            self._take(found[1])
            said = words[self._language].format(name=officer.display_name, id=officer.officer_id)
            self._view.show_done(said, officer.officer_id)

        self._worker.run(work, done=done, failed=self._fail)

    def _take(self, every: tuple[Account, ...]) -> None:
        self._accounts = every
        self._show()

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._show()
        self._view.show_problem(words_of(error, self._language))

    def _show(self) -> None:
        language = self._language
        self._view.show_sheet(
            AccountSheet(
                lines=tuple(self._line(account) for account in self._accounts),
                roles=tuple((role.value, w.ROLES[role][language]) for role in Role),
                may_manage=self._source.may_manage,
                busy=self._busy,
            )
        )

    def _line(self, account: Account) -> AccountLine:
        officer = account.officer
        return AccountLine(
            officer_id=officer.officer_id,
            display_name=officer.display_name,
            role=officer.role.value,
            role_words=w.ROLES[officer.role][self._language],
            is_open=account.is_open,
            is_own=officer.officer_id == self._own_id,
        )
