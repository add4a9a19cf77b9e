"""The accounts of a station, for who may manage them. Free of Qt; every call waits for the disk,
and saving with a password for as long as a sign-in takes."""

from station.usecases.manage_accounts import (
    Account,
    SaveAccount,
    accounts,
    change_own_password,
    close_account,
    save_account,
)
from station.usecases.permissions import Act, may
from ui.desks.acting import acting_of
from ui.desks.ports import DeskPorts


class AccountsDesk:
    """What the page of users asks for."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    @property
    def may_manage(self) -> bool:
        """Tell whether this officer says who works here."""
        return may(self._ports.officer, Act.MANAGE_ACCOUNTS)

    def every(self) -> tuple[Account, ...]:
        """Give every account, the closed ones too."""
        store = self._ports.store
        return accounts(store.officers, store.account_keys)

    def save(self, given: SaveAccount) -> Account:
        """Open or change an account; see ``save_account``."""
        store = self._ports.store
        return save_account(
            given, acting=acting_of(self._ports), officers=store.officers, keys=store.account_keys
        )

    def change_password(self, old: str, new: str) -> None:
        """Change the password of who works here; see ``change_own_password``."""
        keys = self._ports.store.account_keys
        change_own_password(old, new, acting=acting_of(self._ports), keys=keys)

    def close(self, officer_id: str) -> Account:
        """Let somebody sign in no more; see ``close_account``."""
        store = self._ports.store
        return close_account(
            officer_id,
            acting=acting_of(self._ports),
            officers=store.officers,
            keys=store.account_keys,
        )
