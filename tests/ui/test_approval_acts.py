"""What waits for a word of rank: before and after in words, and who may say what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest
import uuid6

from station.domain.dossier import Dossier
from station.domain.events import (
    ApprovalAsked,
    Corrected,
    DossierCorrected,
    Event,
    FeeRefunded,
    FeesReduced,
    ReceiptVoided,
    ShiftClosed,
    kind_of,
)
from station.domain.events.money import FeeReduction
from station.domain.person import Party, PartyKind, Person
from station.ports.approvals import AskedApproval
from station.usecases.answer_approval import Granted, NoSuchRequestError
from station.usecases.payments import collect
from station.usecases.waiting_facts import NOBODY, before_of, without_approval
from tests.builders import MONDAY
from tests.fake_work import FakeWork
from tests.station.money.counter import CASH, acting, owing
from tests.ui.fake_tasks import InPlace
from ui.desks.approval import WaitingApproval
from ui.desks.board import Board
from ui.desktop.board.approval_acts import ApprovalActs
from ui.desktop.board.approval_compared import compared
from ui.desktop.board.view_model import ApprovalSheet


def paid() -> Dossier:
    work = FakeWork()
    dossier = owing(work)
    return collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work)).dossier


def waiting(fact: Event, dossier: Dossier | None = None, *, own: bool = False) -> WaitingApproval:
    before = (
        before_of(dossier, fact.changes) if isinstance(fact, DossierCorrected) and dossier else None
    )
    asked = ApprovalAsked(
        request_id=uuid6.uuid7(),
        officer_name="Trần Thị Hạnh",
        waiting_kind=kind_of(fact),
        waiting_version=1,
        waiting=without_approval(fact),
        dossier_version=dossier.version if dossier else 0,
        before=before,
    )
    request = AskedApproval(
        at=MONDAY,
        officer_id="quay3",
        dossier_id=dossier.dossier_id if dossier else None,
        asked=asked,
    )
    return WaitingApproval(request=request, fact=fact, dossier=dossier, own=own)


def said(one: WaitingApproval) -> list[tuple[str, str, str]]:
    return [(line.caption, line.here, line.there) for line in compared(one, "vi") if line.differs]


def corrected(**changes: object) -> DossierCorrected:
    return DossierCorrected(changes=Corrected(**changes), reason="gõ sai", approval=None)  # type: ignore[arg-type]


def test_a_correction_shows_what_differs_and_the_slip_that_goes() -> None:
    dossier = paid()
    person = dossier.submitter.person
    other = Party(
        kind=PartyKind.CITIZEN,
        person=Person(
            full_name=person.full_name,
            id_document=person.id_document,
            date_of_birth=date(1990, 1, 2),
            phone="0912 345 678",
        ),
    )
    lines = said(waiting(corrected(submitter=other, summary="Thửa 121"), dossier))
    assert ("Điện thoại", person.phone or "–", "0912 345 678") in lines
    assert ("Nội dung", dossier.summary or "–", "Thửa 121") in lines
    assert lines[-1] == ("Giấy hẹn", "bản 1", "bản 2")
    assert not any(caption == "Người nộp" for caption, _, _ in lines)  # the name stays


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        (
            FeeRefunded(payment=1, method=CASH, amount_vnd=50_000, reason="r", approval=NOBODY),
            [("Đã hoàn", "0 đ", "50.000 đ")],
        ),
        (
            ReceiptVoided(reason="r", approval=NOBODY, payment=1, method=CASH, amount_vnd=150_000),
            [("", "tính là đã thu", "huỷ, tiền trả lại người nộp")],
        ),
        (
            FeesReduced(
                lines=(FeeReduction(line=1, amount_vnd=30_000),), reason="r", approval=NOBODY
            ),
            [("Lệ phí", "150.000 đ", "120.000 đ"), ("Còn phải thu", "0 đ", "-30.000 đ")],
        ),
    ],
)
def test_an_act_with_money_says_what_it_does(
    fact: Event, lines: list[tuple[str, str, str]]
) -> None:
    assert said(waiting(fact, paid())) == lines


def test_a_sheet_and_a_count_are_of_the_till_alone() -> None:
    sheet = ReceiptVoided(reason="r", approval=NOBODY, receipt_series="LP/25E", receipt_number=1201)
    assert said(waiting(sheet)) == [("Tờ biên lai", "LP/25E 0001201, tờ kế tiếp", "bỏ, số giữ lại")]
    closed = ShiftClosed(
        shift_id=uuid6.uuid7(),
        officer_name="Hạnh",
        counted=(),
        counted_vnd=510_000,
        expected_vnd=515_000,
        difference_reason="r",
    )
    assert ("Chênh lệch", "–", "− 5.000 đ") in said(waiting(closed))


@dataclass
class FakePage:
    """The desk, and the page."""

    asked: WaitingApproval | None
    may_approve: bool = True
    sheets: list[ApprovalSheet] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    forgotten: int = 0
    passwords: list[str] = field(default_factory=list)
    printed: int = 0
    changes: int = 0

    def one(self, request_id: UUID) -> WaitingApproval:
        if self.asked is None:
            raise NoSuchRequestError
        return self.asked

    def approve(self, request_id: UUID, password: str) -> Granted:
        self.passwords.append(password)
        one = self.one(request_id)
        self.asked = None
        return Granted(event=one.fact, dossier=one.dossier, asked_by=one.request.asked.officer_name)

    def refuse(self, request_id: UUID, reason: str) -> None:
        self.one(request_id)
        self.asked = None

    def show_approval(self, sheet: ApprovalSheet) -> None:
        self.sheets.append(sheet)

    def approval_done(self) -> None:
        self.forgotten += 1

    def show_done(self, sentence: str) -> None:
        self.told.append(sentence)

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    def show_busy(self, busy: bool) -> None:
        pass

    def print_waiting(self) -> Sequence[object]:
        self.printed += 1
        return ()

    def noted(self) -> None:
        self.changes += 1


def acts_of(page: FakePage, read: Callable[[], Board]) -> ApprovalActs:
    return ApprovalActs(
        page,
        desk=page,
        read=read,
        show=lambda _: None,
        changed=page.noted,
        print_waiting=page.print_waiting,  # type: ignore[arg-type]
        store_worker=InPlace(),
        printer_worker=InPlace(),
        language="vi",
    )


def no_board() -> Board:
    return None  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("rank", "own", "advice"),
    [
        (True, False, ""),
        (False, False, "Trưởng bộ phận hoặc quản trị"),
        (True, True, "Việc của chính mình"),
    ],
)
def test_only_others_of_rank_are_asked_for_their_password(
    rank: bool, own: bool, advice: str
) -> None:
    one = waiting(corrected(summary="Thửa 121"), paid(), own=own)
    page = FakePage(one, may_approve=rank)
    acts_of(page, no_board).on_wanted(str(one.request.asked.request_id))
    (sheet,) = page.sheets
    assert (sheet.may_approve, sheet.own) == (rank and not own, own)
    assert advice in sheet.advice
    assert "Trần Thị Hạnh gửi lúc 09:00 23/11. Lý do: gõ sai" in sheet.said


def test_what_was_approved_is_said_printed_and_told_to_other_pages() -> None:
    one = waiting(corrected(summary="Thửa 121"), paid())
    page = FakePage(one)
    acts = acts_of(page, no_board)
    request = str(one.request.asked.request_id)
    acts.on_approved(request, "bí mật")
    assert page.passwords == ["bí mật"]
    assert page.told[0].startswith("Đã duyệt đính chính của Trần Thị Hạnh")
    assert (page.forgotten, page.printed, page.changes) == (1, 1, 1)

    acts.on_approved(request, "bí mật")  # somebody was quicker
    assert "(AUT-013)" in page.problems[-1]
    assert page.forgotten == 1


def test_what_is_ones_own_is_taken_back() -> None:
    one = waiting(corrected(summary="Thửa 121"), paid(), own=True)
    page = FakePage(one)
    acts = acts_of(page, no_board)
    request = str(one.request.asked.request_id)
    acts.on_wanted(request)
    acts.on_refused(request, "gửi nhầm")
    assert page.told == ["Đã rút lại: không có gì thay đổi."]
