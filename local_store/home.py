"""The home of one station: made once, whole or not at all, and opened by an officer's password."""

import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select

from local_store.accounts import StoreAccountKeys, StoreOfficers, StoreSecrets, add_officer
from local_store.anchor import Head, JournalAnchor
from local_store.approvals import StoreApprovals
from local_store.audit import damaged_pages
from local_store.care import StoreKeeper
from local_store.catalogue import StoreCatalogue
from local_store.durable_files import write_whole
from local_store.engine import KEY_BYTES, Database
from local_store.keyring import Keyring, KeyringDamagedError
from local_store.log_pages import StoreLogPages
from local_store.models import StationRow
from local_store.numbers import replace_ranges
from local_store.officer_rules import WrongPasswordError, normal_name
from local_store.outbox import StoreOutbox
from local_store.printer_claims import claim_printer
from local_store.problems import (
    HomeExistsError,
    HomeMissingError,
    StoreDamagedError,
    file_problems,
)
from local_store.queries import StoreQueries
from local_store.schema import NEWEST, bring_up_to_date, migrate
from local_store.step_times import StoreStepTimes
from local_store.till import StoreTill
from local_store.unit_of_work import StoreUnitOfWork
from local_store.vault import FileVault
from station.domain.journal import GENESIS
from station.domain.numbers import NumberRange
from station.durable_folder import sync_folder
from station.patience import once_let_go
from station.ports.officers import Officer

DATABASE, ANCHOR, KEYRING, PAGES = "store.db", "journal.head", "keyring.json", "pages"
_UNFINISHED = ".making-"
"""Part of the name of a folder in which a home is being made."""
_ABANDONED_S = 3600.0
_SMALLEST_DATABASE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An officer of a new home, with the password to begin with."""

    officer: Officer
    password: str


class OpenStore:
    """One open home; see ``station.ports.store.Store``."""

    def __init__(self, home: Path, key: bytes) -> None:
        _require_database(home)
        self.home = home
        self._key = key
        self._database = Database(home / DATABASE, key)
        self._anchor = JournalAnchor(home / ANCHOR, key)
        try:
            bring_up_to_date(self._database)
            with self._database.reading() as connection:
                self.station_id = connection.scalars(select(StationRow.station_id)).one()
        except StoreDamagedError as error:
            self._database.close()
            raise StoreDamagedError(str(error), damaged_pages(self._database)) from error
        except BaseException:
            self._database.close()
            raise
        self.vault = FileVault(home / PAGES, key)
        self.queries = StoreQueries(self._database)
        self.catalogue = StoreCatalogue(self._database)
        self.officers = StoreOfficers(self._database)
        self.account_keys = StoreAccountKeys(Keyring(home / KEYRING), key)
        self.secrets = StoreSecrets(self._database)
        self.outbox = StoreOutbox(self._database, self.vault)
        self.till = StoreTill(self._database)
        self.approvals = StoreApprovals(self._database)
        self.log_pages = StoreLogPages(self._database)
        self.step_times = StoreStepTimes(self._database)
        self.care = StoreKeeper(self._database, self.vault, self._anchor)

    def one_state(self) -> AbstractContextManager[None]:
        """Let all that this thread reads inside come from one state of the store."""
        return self._database.one_state()

    def claim_printer(self, name: str) -> AbstractContextManager[bool]:
        """Have a printer for oneself among all programs of this home; see ``printer_claims``."""
        return claim_printer(self.home, name)

    def unit_of_work(self) -> StoreUnitOfWork:
        """Describe one write transaction; it starts on ``with``."""
        return StoreUnitOfWork(self._database, self.station_id, self._anchor)

    def close(self) -> None:
        """Give the files back to the system."""
        self._database.close()


def create_home(
    home: Path,
    *,
    station_id: str,
    numbers: Mapping[str, Sequence[NumberRange]],
    accounts: Sequence[Account],
    files: Mapping[str, bytes],
    at: datetime,
) -> None:
    """Make a home. A kill on the way leaves nothing that could be taken for one.

    Args:
        numbers: the station's ranges, by agency code.
        accounts: at least one; the first administrator.
        files: further files of the home by name, such as the settings.

    Raises:
        HomeExistsError: the folder is there and is not empty; it was left as it is.
        WeakPasswordError, BadOfficerNameError, OfficerExistsError: nothing was made.
        OverlappingRangesError: nothing was made.
        DiskFullError, StoreReadOnlyError, DiskFaultError: nothing was made.
    """
    home = home.absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise HomeExistsError(str(home))
    building = home.with_name(f"{home.name}{_UNFINISHED}{secrets.token_hex(4)}")
    with file_problems():
        home.parent.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        building.mkdir(mode=0o700)
    try:
        _fill(building, station_id, numbers, accounts, files, at)
        _move(building, home)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _fill(
    folder: Path,
    station_id: str,
    numbers: Mapping[str, Sequence[NumberRange]],
    accounts: Sequence[Account],
    files: Mapping[str, bytes],
    at: datetime,
) -> None:
    key = secrets.token_bytes(KEY_BYTES)
    with file_problems():
        (folder / DATABASE).touch(mode=0o600)
        (folder / PAGES).mkdir(mode=0o700)
    database, keyring = Database(folder / DATABASE, key), Keyring(folder / KEYRING)
    try:
        migrate(database, NEWEST)
        with database.writing() as connection:
            station = insert(StationRow).values(only=1, station_id=station_id, created_at=at)
            connection.execute(station)
            for agency_code, ranges in numbers.items():
                replace_ranges(connection, agency_code, ranges)
            keyring.create(accounts[0].officer.officer_id, accounts[0].password, key)
            for account in accounts:
                add_officer(connection, account.officer)
            for account in accounts[1:]:
                keyring.add(account.officer.officer_id, account.password, key)
    finally:
        database.close()
    JournalAnchor(folder / ANCHOR, key).create(Head(0, GENESIS))
    for name, content in files.items():
        write_whole(folder / name, content)


def _move(building: Path, home: Path) -> None:
    with file_problems():
        sync_folder(building)
        if home.is_dir():  # it is empty; Windows does not rename onto a folder
            once_let_go(home.rmdir)
        try:
            once_let_go(lambda: building.rename(home))  # as long as a file in it is read
        except OSError:
            if home.exists():  # another program was quicker
                raise HomeExistsError(str(home)) from None
            raise
        sync_folder(home.parent)


def _sweep(home: Path) -> None:
    """Remove what a killed attempt left behind long ago."""
    for left in home.parent.glob(f"{home.name}{_UNFINISHED}*"):
        if left.stat().st_mtime < time.time() - _ABANDONED_S:
            shutil.rmtree(left, ignore_errors=True)


def _require_database(home: Path) -> None:
    """Stop before SQLite would begin a new database where there is none, or an emptied one."""
    with file_problems():
        try:
            size = (home / DATABASE).stat().st_size
        except FileNotFoundError:
            raise HomeMissingError(str(home)) from None
    if size < _SMALLEST_DATABASE:
        raise StoreDamagedError("the database file was emptied", (1,))


def unlock(home: Path, officer_id: str, password: str) -> bytes:
    """Give the store key of a home.

    Raises:
        HomeMissingError: there is no home in this folder.
        WrongPasswordError, KeyringDamagedError: see ``Keyring.unlock``.
    """
    _require_database(home)
    if not (home / KEYRING).exists():
        raise KeyringDamagedError("missing")
    return Keyring(home / KEYRING).unlock(officer_id, password)


def open_store(home: Path, officer_id: str, password: str) -> tuple[OpenStore, Officer]:
    """Open a home as one of its officers.

    Raises:
        HomeMissingError, WrongPasswordError, KeyringDamagedError: see ``unlock``.
        StoreDamagedError, StoreTooNewError, StoreBusyError: the database cannot be used.
    """
    store = OpenStore(home, unlock(home, officer_id, password))
    officer = store.officers.get(normal_name(officer_id))
    if officer is None:  # the account was closed, but its key is still on the ring
        store.close()
        raise WrongPasswordError
    return store, officer
