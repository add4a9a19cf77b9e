"""The signing page: one PIN for the batch, what fails named, and nothing lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from station.domain.documents import StoredFile
from station.errors import StationError
from station.ports.signing import (
    NoTokenSetUpError,
    NotSignableError,
    TokenGoneError,
    WrongPinError,
)
from station.usecases.sign_copies import WaitingCopy
from tests.builders import MONDAY
from tests.ui.fake_tasks import InPlace, Later
from ui.desktop.kit.tone import Tone
from ui.desktop.signing.presenter import SigningPresenter
from ui.desktop.signing.view_model import SigningSheet
from ui.settings import TokenSettings

PIN = "246810"


def a_copy(number: int, *, signed_by: str | None = None) -> WaitingCopy:
    return WaitingCopy(
        dossier_id=UUID(int=number // 2),
        dossier_code=f"000.00.17.H25-261123-{number // 2:04}",
        owner_name="Nguyễn Thị Ánh Tuyết",
        received_at=MONDAY,
        paper="Tờ khai",
        number=number % 2 + 1,
        original=f"{number:02}" * 32,
        file=StoredFile(sha256="a", size=1, media_type="application/pdf", pages=2),
        signed_by=signed_by,
    )


@dataclass
class Office:
    """The store with its queue, the token, and the page."""

    copies: list[WaitingCopy] = field(default_factory=lambda: [a_copy(n) for n in range(4)])
    may_sign: bool = True
    stamps: bool = True
    line: bool = True
    problem_at: dict[int, StationError] = field(default_factory=dict)
    """What happens at the n-th copy that is tried."""
    set_up: TokenSettings | None = field(
        default_factory=lambda: TokenSettings(library="/lib/token.so", time_stamps="http://tsa/")
    )
    tried: list[str] = field(default_factory=list)
    closed: int = 0
    sheet: SigningSheet = field(default_factory=SigningSheet)
    problem: str = ""
    done: tuple[str, Tone] = ("", Tone.MUTE)
    asked: int = 0
    changed: int = 0

    def waiting(self) -> Sequence[WaitingCopy]:
        return tuple(self.copies)

    def copy_pdf(self, copy: WaitingCopy) -> bytes:
        return copy.original.encode()

    def token(self) -> TokenSettings:
        if self.set_up is None:
            raise NoTokenSetUpError
        return self.set_up

    def signer(self) -> "Office":
        return self

    def open(self, pin: str) -> str:
        if pin != PIN:
            raise WrongPinError
        return "UBND phường"

    def close(self) -> None:
        self.closed += 1

    def sign(self, copy: WaitingCopy, signer: object, signed_by: str) -> bool:
        self._try(copy)
        self.copies.remove(copy)
        if not self.line:
            self.copies.append(replace(copy, signed_by=signed_by))
        return self.line

    def stamp(self, copy: WaitingCopy, signer: object) -> None:
        self._try(copy)
        self.copies.remove(copy)

    def _try(self, copy: WaitingCopy) -> None:
        self.tried.append(copy.original)
        problem = self.problem_at.get(len(self.tried))
        if problem is not None:
            raise problem

    def show_sheet(self, sheet: SigningSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str, tone: Tone) -> None:
        self.done = (sentence, tone)

    def ask_pin(self) -> None:
        self.asked += 1

    def _changed(self) -> None:
        self.changed += 1

    def states(self) -> list[str]:
        return [line.state for line in self.sheet.lines]

    def presenter(self, worker: InPlace | Later | None = None) -> SigningPresenter:
        presenter = SigningPresenter(
            self,
            source=self,  # type: ignore[arg-type]  # the token is the office itself
            preview=lambda *_: None,
            changed=self._changed,
            stamp_key="Alt+T",
            store_worker=InPlace(),
            token_worker=worker or InPlace(),
            language="vi",
        )
        presenter.refresh()
        return presenter


def test_the_queue_says_how_much_waits_and_what_is_signed_with() -> None:
    office = Office()
    office.presenter()

    assert office.sheet.summary == "4 bản của 2 hồ sơ chờ ký"
    assert office.states() == ["chờ ký"] * 4
    assert (office.sheet.ready, office.sheet.to_sign) == (True, 4)
    assert office.sheet.signed_with == "token duy nhất đang cắm"


def test_one_pin_signs_them_all() -> None:
    office = Office()
    office.presenter().on_sign(PIN)

    assert office.done == ("UBND phường đã ký 4 bản.", Tone.OK)
    assert office.sheet.lines == ()
    assert (office.closed, office.changed) == (1, 1)
    assert office.asked == 1  # the field is emptied as soon as the PIN was taken


def test_the_batch_goes_on_copy_by_copy_and_stops_where_it_is_told_to() -> None:
    office, worker = Office(), Later()
    presenter = office.presenter(worker)
    presenter.on_sign(PIN)
    assert (office.sheet.running, office.sheet.progress) == (True, "Đang mở token…")
    worker.do_one()
    worker.do_one()
    assert office.states() == ["đã ký", "đang ký", "chờ ký", "chờ ký"]
    assert (office.sheet.share, office.sheet.progress) == (0.25, "Đã ký 1/4 bản.")

    presenter.on_stop()
    worker.do()

    assert office.done == ("UBND phường đã ký 2 bản. Còn 2 bản chờ, không mất gì.", Tone.WARN)
    assert office.states() == ["chờ ký"] * 2
    assert office.closed == 1


def test_a_wrong_pin_signs_nothing_and_is_asked_for_again() -> None:
    office = Office()
    office.presenter().on_sign("000000")

    assert office.problem.startswith("Token không nhận mã PIN này.")
    assert office.problem.endswith("Còn 4 bản chờ, không mất gì.")
    assert (office.tried, office.closed) == ([], 1)
    assert office.sheet.ready


def test_without_a_pin_nothing_is_tried() -> None:
    office = Office()
    office.presenter().on_sign("")

    assert (office.asked, office.tried, office.closed) == (1, [], 0)


def test_a_token_pulled_out_ends_the_batch_and_the_rest_waits() -> None:
    office = Office(problem_at={2: TokenGoneError("removed")})
    office.presenter().on_sign(PIN)

    assert "Token bị rút ra khi đang ký." in office.problem
    assert "Còn 3 bản chờ, không mất gì." in office.problem
    assert len(office.tried) == 2
    assert office.states() == ["chờ ký"] * 3
    assert office.sheet.ready


def test_a_copy_that_cannot_be_signed_costs_itself_alone() -> None:
    office = Office(problem_at={2: NotSignableError("no PDF")})
    office.presenter().on_sign(PIN)

    assert office.done[0].startswith("UBND phường đã ký 3 bản. 1 bản không ký được")
    assert office.done[1] is Tone.WARN
    assert office.states() == ["không ký được"]
    assert not office.sheet.ready  # not tried again by itself
    assert office.sheet.lines[0].ticked is False


def test_offline_it_is_signed_now_and_stamped_later() -> None:
    office = Office(line=False)
    presenter = office.presenter()
    presenter.on_sign(PIN)

    assert "4 bản chưa có dấu thời gian: thêm khi có mạng (Alt+T)." in office.done[0]
    assert office.states() == ["chưa có dấu thời gian"] * 4
    assert (office.sheet.to_stamp, office.sheet.may_stamp) == (4, True)
    presenter.on_stamp()

    assert office.done == ("Đã thêm dấu thời gian cho 4 bản.", Tone.OK)
    assert office.sheet.lines == ()


def test_what_is_left_out_is_not_signed() -> None:
    office = Office()
    presenter = office.presenter()
    first = office.sheet.lines[0]
    presenter.on_ticked(first.key)
    assert office.states()[0] == "để lại"

    presenter.on_sign(PIN)

    assert [line.key for line in office.sheet.lines] == [first.key]
    assert office.states() == ["để lại"]


def test_no_token_and_no_right_are_said_and_nothing_is_signed() -> None:
    for office in (Office(set_up=None), Office(may_sign=False)):
        office.presenter().on_sign(PIN)

        assert office.sheet.why_not
        assert not office.sheet.ready
        assert (office.tried, office.sheet.signed_with) == ([], "")
        assert len(office.sheet.lines) == 4  # the queue is seen all the same


def test_whoever_leaves_lets_the_token_go() -> None:
    office, worker = Office(), Later()
    presenter = office.presenter(worker)
    presenter.on_sign(PIN)

    presenter.close()
    worker.do()

    assert office.closed >= 1
    assert len(office.tried) <= 1
    assert len(office.copies) >= 3
