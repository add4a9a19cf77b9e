"""Whatever is done with scanned pages, in whatever order, they are the same pages, none lost."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from station.domain.scan_pages import (
    BASKET,
    FULL,
    TRAY,
    Mask,
    PageActError,
    PageForm,
    PlaceKind,
    SideCountError,
    in_row,
)
from station.domain.scan_session import ScanSession
from station.usecases.scan_record import session_from_plain, session_to_plain

IDS = [UUID(int=number) for number in range(1, 13)]
A, B, C, D = IDS[:4]


def session_of(count: int) -> ScanSession:
    session = ScanSession()
    for page_id in IDS[:count]:
        session = session.receive(page_id)
    return session


def ids(pages: object) -> list[UUID]:
    return [page.page_id for page in pages]  # type: ignore[attr-defined]


class EditsInAnyOrder(RuleBasedStateMachine):
    """An officer who presses anything, while pages arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.session = ScanSession()
        self.came: list[UUID] = []

    @rule()
    @precondition(lambda self: len(self.came) < len(IDS))
    def a_page_arrives(self) -> None:
        page_id = IDS[len(self.came)]
        self.session = self.session.receive(page_id).receive(page_id)
        self.came.append(page_id)

    @rule(data=st.data())
    @precondition(lambda self: self.came)
    def an_act(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.came))
        other = data.draw(st.sampled_from(self.came))
        row = data.draw(st.sampled_from(["row-1", "row-2"]))
        s = self.session
        acts: list[Callable[[], ScanSession]] = [
            lambda: s.assign(page, row),
            lambda: s.unassign(page),
            lambda: s.delete(page),
            lambda: s.restore(page),
            lambda: s.move(page, other),
            lambda: s.move(page, None),
            lambda: s.move(page, other, stays=True),
            lambda: s.supersede(page, other) if page != other else s,
            lambda: s.rotate(page),
            lambda: s.cover(page, Mask(0, 0, FULL, 1)),
            lambda: s.show_as(page, PageForm.AS_SCANNED),
            lambda: s.accept(page),
            lambda: s.split(page),
            lambda: s.merge(page),
            lambda: s.join(page, other),
            lambda: s.separate(page),
            lambda: s.say_purpose(page, data.draw(st.booleans())),
            lambda: s.interleave([page], [other]) if page != other else s,
            lambda: s.undo(page),
            lambda: s.redo(page),
            lambda: s.change_rows({"row-1": "row-2"}),
        ]
        act = data.draw(st.sampled_from(range(len(acts))))
        try:
            self.session = acts[act]()
        except PageActError:
            assert self.session == s

    @invariant()
    def every_page_that_came_is_in_exactly_one_place(self) -> None:
        assert sorted(ids(self.session.pages)) == sorted(self.came)
        seen = ids(self.session.seen) + ids(self.session.at(BASKET))
        inside = [p.page_id for p in self.session.pages if p.state.place.kind is PlaceKind.INSIDE]
        assert sorted(seen + inside) == sorted(self.came)

    @invariant()
    def rows_and_tray_are_what_is_seen(self) -> None:
        rows = [page for row in ("row-1", "row-2") for page in self.session.at(in_row(row))]
        filed = [page for row in ("row-1", "row-2") for doc in self.session.documents(row)
                 for page in doc]  # fmt: skip
        assert rows == filed
        assert sorted(ids(rows) + ids(self.session.at(TRAY))) == sorted(ids(self.session.seen))

    @invariant()
    def a_second_side_and_its_sheet_know_one_another(self) -> None:
        for page in self.session.pages:
            if page.state.back is not None:
                place = self.session.page(page.state.back).state.place
                assert (place.kind, place.page) == (PlaceKind.INSIDE, page.page_id)
            if page.state.place.kind is PlaceKind.INSIDE:
                assert page.state.place.page is not None
                assert self.session.page(page.state.place.page).state.back == page.page_id

    @invariant()
    def no_two_pages_have_one_order(self) -> None:
        orders = [page.state.order for page in self.session.pages]
        assert len(set(orders)) == len(orders)

    @invariant()
    def it_comes_back_from_the_disk_as_it_was(self) -> None:
        assert session_from_plain(session_to_plain(self.session)) == self.session


TestEditsInAnyOrder = EditsInAnyOrder.TestCase
TestEditsInAnyOrder.settings = settings(max_examples=120, stateful_step_count=40)


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.assign(A, "row-1"),
        lambda s: s.delete(A),
        lambda s: s.rotate(A, 3),
        lambda s: s.move(A, C),
        lambda s: s.move(A, None),
        lambda s: s.cover(A, Mask(1, 2, 3, 4)),
        lambda s: s.show_as(A, PageForm.AS_SCANNED),
        lambda s: s.accept(A),
    ],
)
def test_every_act_is_taken_back_and_done_again(act: Callable[[ScanSession], ScanSession]) -> None:
    before = session_of(3)
    after = act(before)

    back = after.undo(A)
    again = back.redo(A)

    assert after.page(A).state != before.page(A).state
    assert back.page(A).state == before.page(A).state
    assert again.page(A).state == after.page(A).state
    with pytest.raises(PageActError):
        back.undo(A)


def test_pages_move_between_others_and_into_their_place() -> None:
    session = session_of(4).assign(A, "row-1").assign(B, "row-1")

    moved = session.move(D, B)

    assert ids(moved.at(in_row("row-1"))) == [A, D, B]
    assert ids(moved.move(A, None).seen) == [D, B, C, A]


def test_a_document_is_split_and_merged_and_keeps_its_beginning_when_it_loses_a_page() -> None:
    session = session_of(4)
    for page_id in (A, B, C, D):
        session = session.assign(page_id, "row-1")
    split = session.split(C)

    assert [ids(doc) for doc in split.documents("row-1")] == [[A, B], [C, D]]
    assert [ids(doc) for doc in split.delete(C).documents("row-1")] == [[A, B], [D]]
    assert [ids(doc) for doc in split.merge(C).documents("row-1")] == [[A, B, C, D]]
    with pytest.raises(PageActError):
        session.split(A)
    with pytest.raises(PageActError):
        session.unassign(A).split(A)


def test_documents_begin_where_they_began_when_pages_change_places() -> None:
    session = session_of(4)
    for page_id in (A, B, C, D):
        session = session.assign(page_id, "row-1")
    split = session.split(C)

    def documents(session: ScanSession) -> list[list[UUID]]:
        return [ids(doc) for doc in session.documents("row-1")]

    assert documents(split.move(C, None, stays=True)) == [[A, B], [D, C]]
    assert documents(split.move(C, B, stays=True)) == [[A, C], [B, D]]
    assert documents(split.join(A, C)) == [[A, B], [D]]


def test_a_mask_stays_where_it_was_drawn() -> None:
    masked = session_of(2).cover(A, Mask(0, 0, FULL, 1))

    with pytest.raises(PageActError):
        masked.show_as(A, PageForm.AS_SCANNED)
    with pytest.raises(PageActError):
        masked.join(A, B).cover(A, Mask(0, 0, FULL, 1))
    assert masked.undo(A).show_as(A, PageForm.AS_SCANNED).page(A).state.masks == ()


def test_a_page_that_was_scanned_again_is_in_all_that_the_other_was_in() -> None:
    session = session_of(5)
    for page_id in (A, B, C):
        session = session.assign(page_id, "row-1")
    split = session.split(B)

    again = split.supersede(B, IDS[4])

    assert [ids(doc) for doc in again.documents("row-1")] == [[A], [IDS[4], C]]
    assert ids(again.at(BASKET)) == [B]
    sheet = split.join(B, D).supersede(B, IDS[4])
    assert [ids(doc) for doc in sheet.documents("row-1")] == [[A], [IDS[4], C]]
    assert sheet.page(IDS[4]).state.back == D
    assert ids(sheet.at(BASKET)) == [B]


def test_two_sides_of_a_card_make_one_sheet_and_come_apart_by_undo() -> None:
    joined = session_of(3).assign(B, "row-2").join(A, B).assign(A, "row-1")

    assert ids(joined.seen) == [C, A] or ids(joined.seen) == [A, C]
    assert joined.at(in_row("row-2")) == ()
    with pytest.raises(PageActError):
        joined.assign(B, "row-1")
    apart = joined.undo(A).undo(A)
    assert ids(apart.at(in_row("row-2"))) == [B]
    assert ids(apart.at(TRAY)) == [A, C]
    deleted = joined.delete(A)
    assert ids(deleted.at(BASKET)) == [A]
    assert ids(deleted.restore(A).separate(A).at(in_row("row-1"))) == [A, B]


def test_a_side_that_lies_elsewhere_by_now_is_not_taken_again() -> None:
    session = session_of(4).join(A, B).undo(A).join(C, B)

    with pytest.raises(PageActError):
        session.redo(A)


def test_backs_go_behind_their_fronts_the_last_one_came_first() -> None:
    session = session_of(6).assign(B, "row-1")

    sorted_in = session.interleave(IDS[:3], IDS[3:6])

    assert ids(sorted_in.seen) == [A, IDS[5], B, IDS[4], C, IDS[3]]
    assert ids(sorted_in.at(in_row("row-1"))) == [B, IDS[4]]
    with pytest.raises(SideCountError):
        session.interleave(IDS[:3], IDS[3:5])


def test_another_checklist_takes_its_rows_along_also_into_the_past() -> None:
    session = session_of(2).assign(A, "row-1").assign(B, "row-2").delete(A)

    changed = session.change_rows({"row-1": "row-3"})

    assert ids(changed.restore(A).at(in_row("row-3"))) == [A]
    assert ids(changed.at(TRAY)) == [B]


@pytest.mark.parametrize("box", [(0, 0, 0, 1), (-1, 0, 5, 5), (0, 0, FULL + 1, 1), (9999, 0, 2, 1)])
def test_a_mask_lies_on_the_page(box: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="Mask"):
        Mask(*box)


def test_orders_stay_apart_when_pages_go_between_the_same_two_again_and_again() -> None:
    session = session_of(3)
    for _ in range(20):
        session = session.move(C, B).move(A, C).undo(A)

    orders = [state.order for page in session.pages for state in page.states]
    assert all(isinstance(order, Fraction) for order in orders)
    assert ids(session.seen) == [A, C, B]


def test_a_side_that_was_taken_off_its_sheet_goes_back_onto_it() -> None:
    joined = session_of(3).join(A, B)
    apart = joined.separate(A)

    again = apart.undo(B)

    assert again.page(A).state.back == B
    assert ids(again.seen) == [A, C]
    with pytest.raises(PageActError):
        apart.delete(A).undo(B)
    with pytest.raises(PageActError):
        apart.join(A, C).undo(B)


def test_a_sheet_of_two_sides_says_what_it_is_for_until_it_is_told_not_to() -> None:
    joined = session_of(4).join(A, B)
    with pytest.raises(PageActError):
        joined.say_purpose(C, False)
    silent = joined.say_purpose(A, False)

    assert joined.page(A).state.says_purpose
    kept = session_from_plain(session_to_plain(silent))
    assert kept == silent
    assert not kept.supersede(A, C).page(C).state.says_purpose  # scanned again: as it was
    assert not kept.separate(A).join(A, B).page(A).state.says_purpose
    assert kept.undo(A) == replace(joined, pages=kept.undo(A).pages)
    assert kept.undo(A).page(A).state.says_purpose
    assert not kept.undo(A).redo(A).page(A).state.says_purpose


def test_what_was_kept_before_copies_said_anything_is_read() -> None:
    plain = session_to_plain(session_of(2).join(A, B))
    for page in plain["pages"]:
        for state in (page["state"], *page["past"]):
            del state["says_purpose"]

    assert session_from_plain(plain) == session_of(2).join(A, B)


def test_what_was_taken_in_leaves_the_desk_with_its_second_sides_and_nothing_else_does() -> None:
    session = session_of(4).join(A, B).assign(A, "row-1").assign(C, "row-2").note_lacking(A)

    assert session.filed(["row-1", "row-7"]) == (A, B)
    left = session.taken_in(["row-1"])

    assert ids(left.pages) == [C, D]
    assert (ids(left.at(in_row("row-2"))), ids(left.at(TRAY))) == ([C], [D])
    assert left.lacks_side == frozenset()
    assert left.undo(C).at(TRAY) != ()
