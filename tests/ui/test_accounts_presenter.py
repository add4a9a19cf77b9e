"""The page of users: what it shows, and what it says when something was done or refused."""

from dataclasses import dataclass, field

from station.ports.officers import Officer, Role
from station.usecases.manage_accounts import Account, OwnAccountError, SaveAccount
from tests.ui.fake_tasks import InPlace, Later
from ui.desktop.accounts.presenter import AccountsPresenter
from ui.desktop.accounts.view_model import AccountLine, AccountSheet


def an_account(officer_id: str, role: Role = Role.COUNTER, *, is_open: bool = True) -> Account:
    officer = Officer(officer_id=officer_id, display_name=officer_id.upper(), role=role)
    return Account(officer, is_open)


@dataclass
class Office:
    """The accounts and the page."""

    may_manage: bool = True
    people: list[Account] = field(
        default_factory=lambda: [an_account("admin", Role.ADMINISTRATOR), an_account("quay3")]
    )
    saved: list[SaveAccount] = field(default_factory=list)
    sheet: AccountSheet = field(default_factory=AccountSheet)
    problem: str = ""
    done: tuple[str, str] = ("", "")

    def every(self) -> tuple[Account, ...]:
        return tuple(self.people)

    def save(self, given: SaveAccount) -> Account:
        self.saved.append(given)
        account = an_account(given.officer_id, given.role)
        self.people = [one for one in self.people if one.officer.officer_id != given.officer_id]
        self.people.append(account)
        return account

    def close(self, officer_id: str) -> Account:
        if officer_id == "admin":
            raise OwnAccountError
        return an_account(officer_id, is_open=False)

    def show_sheet(self, sheet: AccountSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str, officer_id: str) -> None:
        self.done = (sentence, officer_id)

    def presenter(self, worker: InPlace | Later | None = None) -> AccountsPresenter:
        presenter = AccountsPresenter(
            self, source=self, own_id="admin", store_worker=worker or InPlace(), language="vi"
        )
        presenter.refresh()
        return presenter


def test_every_account_is_shown_with_its_role_in_words() -> None:
    office = Office()
    office.presenter()

    assert office.sheet.lines == (
        AccountLine("admin", "ADMIN", "administrator", "Quản trị", True, is_own=True),
        AccountLine("quay3", "QUAY3", "counter", "Cán bộ quầy", True),
    )
    assert [value for value, _ in office.sheet.roles] == [role.value for role in Role]


def test_who_may_not_manage_sees_nobody() -> None:
    office = Office(may_manage=False)
    office.presenter()

    assert office.sheet.lines == ()
    assert not office.sheet.may_manage


def test_somebody_new_is_opened_and_somebody_known_changed() -> None:
    office = Office()
    presenter = office.presenter()

    presenter.on_save("lan", "Lan", "counter", "x" * 12)
    assert office.done[0].startswith("LAN đăng nhập được bằng mã lan.")
    presenter.on_save("lan", "Lan", "supervisor", "")

    assert office.done == ("Đã ghi LAN (lan). Vai trò mới có từ lần đăng nhập sau.", "lan")
    assert office.saved[-1].role is Role.SUPERVISOR
    assert [line.officer_id for line in office.sheet.lines] == ["admin", "quay3", "lan"]


def test_a_refusal_is_said_and_the_page_goes_on() -> None:
    office = Office()
    presenter = office.presenter()

    presenter.on_close("admin")

    assert "AUT-010" in office.problem
    assert not office.sheet.busy
    presenter.on_close("quay3")
    assert office.problem == ""
    assert "không đăng nhập được nữa" in office.done[0]


def test_while_one_is_kept_nothing_else_is_begun() -> None:
    later, office = Later(), Office()
    presenter = office.presenter(later)
    later.do()

    presenter.on_save("lan", "Lan", "counter", "x" * 12)
    presenter.on_save("lan", "Lan", "counter", "x" * 12)

    assert office.sheet.busy
    later.do()
    assert len(office.saved) == 1
    assert not office.sheet.busy
