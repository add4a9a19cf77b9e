"""Who works at this station: accounts are opened, changed and closed, and each of it is noted.

A closed account stays in the list: its name stands under what it did.
"""

from dataclasses import dataclass

from station.domain.events import AccountChanged
from station.errors import StationError
from station.ports.officers import AccountKeys, Officer, Officers, Role
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Account:
    """An officer, and whether they can sign in."""

    officer: Officer
    is_open: bool


class OwnAccountError(StationError):
    """Nobody closes their own account or changes their own role: so one administrator stays."""

    code = "AUT-010"


class UnknownAccountError(StationError):
    """There is no account of this name, or none was named."""

    code = "AUT-011"

    def __init__(self, officer_id: str) -> None:
        super().__init__(f"no account {officer_id[:60]!r}")
        self.officer_id = officer_id[:60]


class PasswordNeededError(StationError):
    """A new account, or one that is closed, needs a password to begin with."""

    code = "AUT-012"

    def __init__(self, officer_id: str) -> None:
        super().__init__(f"no password for {officer_id[:60]!r}")
        self.officer_id = officer_id[:60]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAccount:
    """What an administrator entered of an account."""

    officer_id: str
    display_name: str
    role: Role
    password: str = ""
    """Empty: the one that there is stays."""


def accounts(officers: Officers, keys: AccountKeys) -> tuple[Account, ...]:
    """Give every account, in the order of the sign-in names."""
    return tuple(Account(each, keys.opens(each.officer_id)) for each in officers.all())


def save_account(
    given: SaveAccount, *, acting: Acting, officers: Officers, keys: AccountKeys
) -> Account:
    """Open an account, open a closed one again, or change name, role and password.

    Raises:
        NotAllowedError: that is for an administrator.
        UnknownAccountError: no name was given.
        OwnAccountError: it is one's own role.
        PasswordNeededError: it could not be signed in to.
        StationError: the sign-in name or the password is no good. Nothing was changed.
    """
    require(acting.officer, Act.MANAGE_ACCOUNTS)
    officer_id = clean(given.officer_id).lower()
    if not officer_id:
        raise UnknownAccountError(given.officer_id)
    known = officers.get(officer_id)
    if officer_id == acting.officer.officer_id and given.role is not acting.officer.role:
        raise OwnAccountError
    if not given.password and not (known is not None and keys.opens(officer_id)):
        raise PasswordNeededError(officer_id)
    name = clean(given.display_name)[:_LONGEST_NAME] or officer_id
    officer = Officer(officer_id=officer_id, display_name=name, role=given.role)
    with acting.work as work:
        at = now_in(acting)
        event = AccountChanged(
            officer_id=officer_id,
            role=given.role.value,
            open=True,
            new_password=bool(given.password),
        )
        note(acting, event, dossier_id=None, at=at)
        work.keep_officer(officer)
        if given.password:  # a key without an account opens nothing, should the commit fail
            keys.give(officer_id, given.password)
        work.commit()
    return Account(officer, is_open=True)


def change_own_password(old: str, new: str, *, acting: Acting, keys: AccountKeys) -> None:
    """Change the password of the officer who works here. Everybody may, and it is noted.

    Raises:
        StationError: the old password is wrong, or the new one no good. Nothing was changed.
    """
    officer = acting.officer
    with acting.work as work:
        event = AccountChanged(
            officer_id=officer.officer_id, role=officer.role.value, open=True, new_password=True
        )
        note(acting, event, dossier_id=None, at=now_in(acting))
        keys.change(officer.officer_id, old, new)
        work.commit()


def close_account(
    officer_id: str, *, acting: Acting, officers: Officers, keys: AccountKeys
) -> Account:
    """Let an officer sign in no more. What they did stays under their name.

    Raises:
        NotAllowedError: that is for an administrator.
        UnknownAccountError: there is none of this name.
        OwnAccountError: it is one's own.
    """
    require(acting.officer, Act.MANAGE_ACCOUNTS)
    officer = officers.get(clean(officer_id).lower())
    if officer is None:
        raise UnknownAccountError(officer_id)
    if officer.officer_id == acting.officer.officer_id:
        raise OwnAccountError
    with acting.work as work:
        at = now_in(acting)
        event = AccountChanged(
            officer_id=officer.officer_id, role=officer.role.value, open=False, new_password=False
        )
        note(acting, event, dossier_id=None, at=at)
        keys.take(officer.officer_id)
        work.commit()
    return Account(officer, is_open=False)
