"""The results desk: who may collect, what is ticked, and what is kept when nothing was done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from station.domain.dossier import PaymentMethod, SubmittedDocument
from station.domain.events import Event
from station.domain.person import Authorisation, AuthorisationScope, IdDocument, IdDocumentType
from station.domain.processing import CollectorKind, HeldOriginal
from station.errors import StationError
from tests.builders import FEE, MONDAY, a_party
from tests.life_samples import LOST as SLIP_LOST
from tests.life_samples import REFUSED, STOPPED
from tests.ui.results_counter import (
    ARRIVED,
    OWNER_CARD,
    OWNER_NUMBER,
    STRANGER,
    FakeResultsDesk,
    a_presenter,
    at_work,
    given,
    shown,
    tick_all,
)
from tests.ui.rows import a_row
from ui.desktop.kit.tone import Tone
from ui.desktop.results.view_model import Typed


def test_the_list_is_counted_and_filtered_by_what_is_typed() -> None:
    desk = FakeResultsDesk()
    presenter = a_presenter(desk)

    presenter.refresh()
    presenter.on_text_edited("tran lan")

    assert desk.counted == 2
    assert desk.waiting is not None
    assert [line.owner_name for line in desk.waiting.lines] == ["Trần Thị Lan"]
    assert desk.waiting.total == 2


def test_the_last_digits_of_the_number_find_a_row() -> None:
    desk = FakeResultsDesk()
    desk.rows = [a_row(1, party_number="0351******45"), a_row(2, party_number="0351******99")]
    presenter = a_presenter(desk)
    presenter.refresh()

    presenter.on_text_edited("99")

    assert desk.waiting is not None
    assert [line.masked_number[-2:] for line in desk.waiting.lines] == ["99"]


def test_what_does_not_wait_is_looked_for_in_the_whole_store() -> None:
    desk = FakeResultsDesk()
    presenter = a_presenter(desk)

    presenter.on_text_edited("9")
    presenter.on_text_entered()
    assert desk.sheet is not None

    presenter.on_text_edited("nobody")
    presenter.on_text_entered()
    assert desk.problem.endswith("(DOS-011)")


def test_the_owner_with_the_card_and_every_tick_gets_the_papers() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)

    assert presenter.on_card(OWNER_CARD)
    assert not desk.seen().verdict.ready
    presenter.on_give()
    assert desk.given == []
    tick_all(presenter, desk)
    assert desk.seen().verdict.tone is Tone.OK
    presenter.on_give()

    (command,) = desk.given
    assert command.collector.kind is CollectorKind.OWNER
    assert command.collector.id_number == OWNER_NUMBER
    assert command.originals_returned == desk.dossier("").returned.originals_returned  # type: ignore[union-attr]
    assert "Nguyễn Thị Ánh Tuyết" in desk.done
    assert desk.seen().is_returned
    assert given[-1].returned is not None  # the citizen is asked how it was


def test_who_had_brought_no_paper_shows_it_before_the_result_is_given() -> None:
    paper = IdDocument(type=IdDocumentType.PERSONAL_NUMBER, number=OWNER_NUMBER, presented=False)
    submitter = a_party()
    submitter = replace(submitter, person=replace(submitter.person, id_document=paper))
    desk = FakeResultsDesk(submitter=submitter)
    presenter = at_work(desk)
    presenter.on_typed(Typed.NUMBER, OWNER_NUMBER)
    tick_all(presenter, desk)

    assert "chưa xuất trình bản chính" in desk.seen().verdict.fact
    presenter.on_give()
    assert desk.given == []

    presenter.on_typed(Typed.NOTE, "đã xem hộ chiếu")
    presenter.on_give()
    assert desk.given[0].collector.id_seen


def test_a_card_that_is_read_shows_the_paper() -> None:
    paper = IdDocument(type=IdDocumentType.PERSONAL_NUMBER, number=OWNER_NUMBER, presented=False)
    submitter = a_party()
    submitter = replace(submitter, person=replace(submitter.person, id_document=paper))
    desk = FakeResultsDesk(submitter=submitter)
    presenter = at_work(desk)

    presenter.on_card(OWNER_CARD)
    tick_all(presenter, desk)
    presenter.on_give()

    assert desk.given[0].collector.id_seen


def test_somebody_elses_card_is_refused_and_the_lawful_way_is_named() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)

    presenter.on_card(STRANGER)
    tick_all(presenter, desk)
    presenter.on_give()

    verdict = desk.seen().verdict
    assert (verdict.ready, verdict.tone) == (False, Tone.ERR)
    assert "Được nhận: chính chủ Nguyễn Thị Ánh Tuyết" in verdict.instead
    assert "giấy uỷ quyền" in verdict.instead
    assert desk.given == []


def test_the_same_person_with_a_letter_may_collect() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(STRANGER)

    presenter.on_kind_chosen("authorised")
    tick_all(presenter, desk)
    assert desk.seen().verdict.consequence == "loại, số, ngày"
    presenter.on_typed(Typed.LETTER, "GUQ 12/2026 ngày 20/11/2026")
    presenter.on_give()

    (command,) = desk.given
    assert command.collector.full_name == "Lê Văn Hùng"
    assert command.collector.authorisation == "GUQ 12/2026 ngày 20/11/2026"


def test_post_that_was_not_registered_is_refused() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)

    presenter.on_kind_chosen("post")
    presenter.on_typed(Typed.NAME, "Bưu tá Hoà")

    assert "không đăng ký nhận qua bưu chính" in desk.seen().verdict.instead
    assert "bưu chính như" not in desk.seen().verdict.instead


@pytest.mark.parametrize(
    ("scope", "ready"), [(AuthorisationScope.BOTH, True), (AuthorisationScope.SUBMIT, False)]
)
def test_a_submitter_collects_as_far_as_the_letter_goes(
    scope: AuthorisationScope, ready: bool
) -> None:
    other = a_party("Lê Văn Hùng")
    paper = IdDocument(type=IdDocumentType.CCCD, number=STRANGER.personal_number or "")
    submitter = replace(other, person=replace(other.person, id_document=paper))
    desk = FakeResultsDesk(
        submitter=submitter,
        owner=a_party(),
        authorisation=Authorisation(kind="Giấy uỷ quyền", scope=scope),
    )
    presenter = at_work(desk)

    presenter.on_card(STRANGER)
    tick_all(presenter, desk)

    assert desk.seen().collector.kind == "submitter"
    assert desk.seen().verdict.ready is ready
    assert bool(desk.seen().verdict.instead) is not ready


@pytest.mark.parametrize(
    ("days", "owner", "number"), [(0, False, OWNER_NUMBER), (1, False, ""), (0, True, "")]
)
def test_who_waits_for_what_is_answered_at_once_has_shown_the_paper(
    days: int, owner: bool, number: str
) -> None:
    """R16: at the visit of the reception only, and nobody else's in the owner's place."""
    came = MONDAY - timedelta(days=days)
    changes = {"owner": a_party("Lê Văn Hùng")} if owner else {}
    desk = FakeResultsDesk(FEE, immediate=True, received_at=came, due_at=MONDAY, **changes)
    presenter = at_work(desk)

    assert desk.seen().collector.number == number
    assert desk.seen().shelf == "Trả ngay"
    presenter.on_kind_chosen("authorised")
    assert desk.seen().collector.number == ""  # another person has shown nothing


def test_where_there_is_no_result_everything_that_was_handed_in_is_given_back_and_signed_for() -> (
    None
):
    form, paper = (
        SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, is_form=True),
        SubmittedDocument(index=2, name="Giấy chứng sinh", mandatory=True, originals=1),
    )
    desk = FakeResultsDesk(FEE, STOPPED, documents=(form, paper))
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)
    tick_all(presenter, desk)

    assert desk.seen().is_without_result
    assert [line.name for line in desk.seen().given] == ["Tờ khai", "Giấy chứng sinh"]
    presenter.on_give()
    (command,) = desk.given
    assert command.originals_returned == (
        HeldOriginal(name="Tờ khai", count=1),
        HeldOriginal(name="Giấy chứng sinh", count=1),
    )
    assert desk.seen().has_paper
    shown.clear()
    presenter.on_preview()
    assert shown[0].title == "Giấy nhận lại hồ sơ"


@pytest.mark.parametrize(
    ("ending", "may"), [((STOPPED,), True), ((STOPPED, SLIP_LOST), False), ((REFUSED,), False)]
)
def test_a_slip_is_declared_lost_where_there_is_one(ending: tuple[Event, ...], may: bool) -> None:
    desk = FakeResultsDesk(FEE, *ending)
    at_work(desk)

    assert desk.seen().lawful
    assert desk.seen().collector.may_declare_lost is may


def test_an_original_that_stays_is_named_in_the_note() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)
    for row, paper in enumerate(desk.seen().given):
        if paper.is_result:
            presenter.on_ticked(row)
    assert not desk.seen().verdict.ready

    presenter.on_typed(Typed.NOTE, "Đã dặn giữ giấy")
    presenter.on_keep_rest(True)
    presenter.on_give()

    (command,) = desk.given
    assert command.originals_returned == ()
    assert command.note == "Đã dặn giữ giấy. Lưu tại hồ sơ: Tờ khai"


def test_a_result_is_never_kept_back() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)

    presenter.on_keep_rest(True)

    assert not desk.seen().verdict.ready


def test_what_was_entered_stays_while_the_officer_looks_elsewhere() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_typed(Typed.NUMBER, "0351")
    presenter.on_ticked(0)

    presenter.on_closed()
    assert desk.sheet is None
    presenter.open("any")

    assert desk.seen().collector.number == "0351"
    assert desk.seen().given[0].ticked


def test_a_refusal_by_the_store_changes_nothing_and_is_said_with_its_code() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)
    tick_all(presenter, desk)
    desk.error = _BusyError()

    presenter.on_give()

    assert desk.problem.endswith("(STO-004)")
    assert desk.seen().verdict.ready


def test_a_lost_slip_is_noted_before_the_papers_are_given() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)
    presenter.on_slip_lost(True)
    tick_all(presenter, desk)

    presenter.on_give()

    assert desk.lost == ["Nguyễn Thị Ánh Tuyết"]
    assert len(desk.given) == 1


def test_what_is_owed_is_said_and_taken() -> None:
    desk = FakeResultsDesk(ARRIVED)
    presenter = at_work(desk)
    assert desk.seen().owes
    presenter.on_card(OWNER_CARD)
    tick_all(presenter, desk)
    assert desk.seen().verdict.tone is Tone.WARN

    presenter.on_collect(PaymentMethod.CASH, None)

    assert desk.collected == [(PaymentMethod.CASH, 15_000)]
    assert not desk.seen().owes
    assert desk.done.startswith("Đã thu 15.000 đ.")
    assert "Quỹ chưa mở ca" in desk.done
    assert desk.done_tone is Tone.WARN


def test_a_dossier_without_a_result_says_when_it_is_promised() -> None:
    desk = FakeResultsDesk(FEE)
    presenter = at_work(desk)

    assert not desk.seen().lawful
    assert "hẹn trả" in desk.seen().verdict.consequence
    presenter.on_typed(Typed.NAME, "x")
    assert desk.seen().collector.name == "Nguyễn Thị Ánh Tuyết"


def test_after_giving_the_receipt_can_be_seen_and_the_next_person_comes() -> None:
    desk = FakeResultsDesk()
    presenter = at_work(desk)
    presenter.on_card(OWNER_CARD)
    tick_all(presenter, desk)
    presenter.on_give()
    shown.clear()

    presenter.on_preview()
    presenter.on_give()

    assert [source.title for source in shown] == ["Giấy nhận kết quả"]
    assert len(desk.given) == 1
    assert desk.sheet is None


class _BusyError(StationError):
    code = "STO-004"
