"""Phiên quét: the pages of one draft, and what an officer may do with them.

Whatever is done, in whatever order, every page that came is in exactly one place: in a row, in the
tray, in the basket, or as the second side on another page. Nothing deletes a page. Every act is a
step in the history of the pages that it touches, and is undone page by page.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Self
from uuid import UUID

from station.domain.scan_pages import (
    BASKET,
    TRAY,
    Corners,
    Mask,
    PageActError,
    PageForm,
    PageState,
    Place,
    PlaceKind,
    ScannedPage,
    SideCountError,
    in_row,
)

MOST_UNDO = 30
"""Steps back for each page."""


@dataclass(frozen=True, slots=True)
class ScanSession:
    """The pages in the order in which they came. Acts give another session."""

    pages: tuple[ScannedPage, ...] = ()
    lacks_side: frozenset[UUID] = frozenset()
    """Fronts that ended a run of both sides: their backs did not come."""

    # -- looking ----------------------------------------------------------------------------

    def page(self, page_id: UUID) -> ScannedPage:
        """Give a page.

        Raises:
            PageActError: there is none.
        """
        found = next((page for page in self.pages if page.page_id == page_id), None)
        if found is None:
            raise PageActError("find")
        return found

    def at(self, place: Place) -> tuple[ScannedPage, ...]:
        """Give the pages of one place in their order."""
        there = (page for page in self.pages if page.state.place == place)
        return tuple(sorted(there, key=lambda page: page.state.order))

    @property
    def seen(self) -> tuple[ScannedPage, ...]:
        """Give what lies on the desk, in its order: not the basket, not second sides."""
        kinds = (PlaceKind.ROW, PlaceKind.TRAY)
        there = (page for page in self.pages if page.state.place.kind in kinds)
        return tuple(sorted(there, key=lambda page: page.state.order))

    def documents(self, row: str) -> tuple[tuple[ScannedPage, ...], ...]:
        """Give the pages of a row, document by document."""
        documents: list[list[ScannedPage]] = []
        for page in self.at(in_row(row)):
            if page.state.starts or not documents:
                documents.append([])
            documents[-1].append(page)
        return tuple(tuple(pages) for pages in documents)

    def filed(self, rows: Collection[str]) -> tuple[UUID, ...]:
        """Give the pages that lie in these rows, with the second sides on their sheets."""
        there = {p.page_id for row in rows for p in self.at(in_row(row))}
        sides = {p.page_id for p in self.pages if p.state.place.page in there}
        return tuple(p.page_id for p in self.pages if p.page_id in there | sides)

    # -- arriving ---------------------------------------------------------------------------

    def receive(self, page_id: UUID) -> Self:
        """Take a page that came, into the tray behind all others; once, however often told."""
        if any(page.page_id == page_id for page in self.pages):
            return self
        last = max((state.order for page in self.pages for state in page.states), default=0)
        state = PageState(place=TRAY, order=Fraction(int(last) + 1))
        return replace(self, pages=(*self.pages, ScannedPage(page_id=page_id, state=state)))

    def taken_in(self, rows: Collection[str]) -> Self:
        """Leave out the pages of these rows: what was made of them stands in the dossier."""
        gone = frozenset(self.filed(rows))
        left = tuple(page for page in self.pages if page.page_id not in gone)
        return replace(self, pages=left, lacks_side=self.lacks_side - gone)

    def note_lacking(self, page_id: UUID) -> Self:
        """Note that the back of a page did not come."""
        return replace(self, lacks_side=self.lacks_side | {page_id})

    # -- acts -------------------------------------------------------------------------------

    def assign(self, page_id: UUID, row: str) -> Self:
        """Put a page under a paper of the checklist; it keeps its place among all pages."""
        return self._put(page_id, in_row(row))

    def unassign(self, page_id: UUID) -> Self:
        """Put a page into the tray again."""
        return self._put(page_id, TRAY)

    def delete(self, page_id: UUID) -> Self:
        """Throw a page into the basket, with the second side on its sheet."""
        return self._put(page_id, BASKET)

    def restore(self, page_id: UUID) -> Self:
        """Take a page out of the basket, to where it lay before."""
        page = self.page(page_id)
        if page.state.place != BASKET:
            raise PageActError("restore")
        kinds = (PlaceKind.ROW, PlaceKind.TRAY)
        before = (old.place for old in reversed(page.past) if old.place.kind in kinds)
        return self._changed(page, replace(page.state, place=next(before, TRAY)))

    def move(self, page_id: UUID, before: UUID | None, *, stays: bool = False) -> Self:
        """Put a page in front of another one, into its place; None: behind the last one.

        Args:
            stays: it belongs to the same paper as before.
        """
        page = self._own(page_id, "move")
        if before == page_id:
            return self
        others = [other for other in self.seen if other.page_id != page_id]
        if before is None:
            lower = others[-1].state.order if others else Fraction(0)
            state = replace(page.state, order=self._free(lower, lower + 2))
            return self._changed(page, state)._starting_as(self, state.place)
        target = self._own(before, "move")
        if target.state.place.kind is PlaceKind.BASKET:
            raise PageActError("move")
        at = [other.page_id for other in others].index(before)
        lower = others[at - 1].state.order if at else target.state.order - 2
        state = replace(page.state, order=self._free(lower, target.state.order))
        if stays:
            return self._changed(page, state)._starting_as(self, state.place)
        return self._changed(page, replace(state, place=target.state.place))

    def supersede(self, old: UUID, fresh: UUID) -> Self:
        """Put a page that was scanned again into the place of the other, which is thrown away.

        It begins the same document, has the second side that the other had, and says as much.
        """
        before = self._own(old, "move").state
        session = self if before.back is None else self.separate(old)
        page = session.page(fresh)
        state = session.move(fresh, old).page(fresh).state
        state = replace(state, starts=before.starts, says_purpose=before.says_purpose)
        session = session._changed(page, state)
        gone = session.page(old)
        session = session._changed(gone, replace(gone.state, place=BASKET, starts=False))
        return session if before.back is None else session.join(fresh, before.back)

    def rotate(self, page_id: UUID, quarter_turns: int = 1) -> Self:
        """Turn a page clockwise by quarter turns."""
        page = self._own(page_id, "rotate")
        turns = (page.state.turns + quarter_turns) % 4
        return self._changed(page, replace(page.state, turns=turns))

    def cover(self, page_id: UUID, mask: Mask) -> Self:
        """Have the pixels of a rectangle gone.

        Raises:
            PageActError: two sides lie on its sheet, where the rectangle would be elsewhere.
        """
        page = self._own(page_id, "mask")
        if page.state.back is not None:
            raise PageActError("mask sides")
        return self._changed(page, replace(page.state, masks=(*page.state.masks, mask)))

    def lay_flat(self, page_id: UUID, corners: Corners | None) -> Self:
        """Cut the sheet out of a photograph at these corners; None: where they are found.

        Raises:
            PageActError: a part of the page is blacked out, which would lie elsewhere then.
        """
        page = self._own(page_id, "corners")
        if page.state.masks:
            raise PageActError("corners")
        state = replace(page.state, corners=corners, turns=0, form=PageForm.CLEAN)
        return self._changed(page, state)

    def show_as(self, page_id: UUID, form: PageForm) -> Self:
        """Show and file a page as it was cleaned, or as it came.

        Raises:
            PageActError: a part of the page is blacked out, which would lie elsewhere then.
        """
        page = self._own(page_id, "form")
        if page.state.masks and form is not page.state.form:
            raise PageActError("masked form")
        return self._changed(page, replace(page.state, form=form))

    def accept(self, page_id: UUID) -> Self:
        """Keep a page although something is wrong with it."""
        page = self._own(page_id, "accept")
        return self._changed(page, replace(page.state, accepted=True))

    def say_purpose(self, page_id: UUID, says: bool) -> Self:
        """Have the copy of both sides say what it is for, or not."""
        page = self._own(page_id, "purpose")
        if page.state.back is None:
            raise PageActError("purpose")
        return self._changed(page, replace(page.state, says_purpose=says))

    def split(self, page_id: UUID) -> Self:
        """Let another document of the row begin with a page."""
        page = self._in_a_row(page_id, "split")
        if self.at(page.state.place)[0].page_id == page_id:
            raise PageActError("split")
        return self._changed(page, replace(page.state, starts=True))

    def merge(self, page_id: UUID) -> Self:
        """Let a page belong to the document before it."""
        page = self._in_a_row(page_id, "merge")
        return self._changed(page, replace(page.state, starts=False))

    def join(self, front: UUID, back: UUID) -> Self:
        """Put two sides of a card onto one sheet, where the first one lies."""
        first, second = self._own(front, "join"), self._own(back, "join")
        apart = front != back and first.state.back is None and second.state.back is None
        if not apart or BASKET in (first.state.place, second.state.place):
            raise PageActError("join")
        joined = self._changed(first, replace(first.state, back=back))._without_start(second)
        inside = Place(PlaceKind.INSIDE, page=front)
        return joined._changed(second, replace(second.state, place=inside, starts=False))

    def separate(self, front: UUID) -> Self:
        """Take the second side off a sheet again: it lies behind the first one."""
        first = self._own(front, "separate")
        if first.state.back is None:
            raise PageActError("separate")
        second = self.page(first.state.back)
        apart = self._changed(first, replace(first.state, back=None))
        return apart._changed(second, replace(second.state, place=first.state.place))

    def interleave(self, fronts: Sequence[UUID], backs: Sequence[UUID]) -> Self:
        """Put the backs of a pile that was turned over behind their fronts: its last back came
        first. A page that lies in the basket or on another's sheet stays there.

        Raises:
            SideCountError: there are not as many.
        """
        if len(fronts) != len(backs):
            raise SideCountError(len(fronts), len(backs))
        session = self
        for front, back in zip(fronts, reversed(backs), strict=True):
            first, second = session.page(front), session.page(back)
            if second.state.place.kind in (PlaceKind.BASKET, PlaceKind.INSIDE):
                continue
            above = (
                state.order
                for page in session.pages
                for state in page.states
                if page is not second and state.order > first.state.order
            )
            lower = first.state.order
            state = replace(second.state, order=session._free(lower, min(above, default=lower + 2)))
            if first.state.place.kind in (PlaceKind.ROW, PlaceKind.TRAY):
                state = replace(state, place=first.state.place)
            session = session._changed(second, state)
        return session

    def undo(self, page_id: UUID) -> Self:
        """Take back the last act on a page; what it joined comes apart with it."""
        page = self._own(page_id, "undo")
        if not page.past:
            raise PageActError("undo")
        target = page.past[-1]
        stepped = replace(
            page, state=target, past=page.past[:-1], future=(*page.future, page.state)
        )
        return self._stepped(page, stepped)

    def redo(self, page_id: UUID) -> Self:
        """Do again what was taken back."""
        page = self._own(page_id, "redo")
        if not page.future:
            raise PageActError("redo")
        target = page.future[-1]
        stepped = replace(
            page, state=target, past=(*page.past, page.state), future=page.future[:-1]
        )
        return self._stepped(page, stepped)

    def change_rows(self, moved: Mapping[str, str]) -> Self:
        """Follow another checklist: rows that go on under another key take their pages along,
        the pages of rows that ended go into the tray (features N5).

        Args:
            moved: the key that a row has now, by the key that it had; others have ended.
        """
        return replace(self, pages=tuple(page.in_rows(moved) for page in self.pages))

    # -- how ----------------------------------------------------------------------------------

    def _own(self, page_id: UUID, act: str) -> ScannedPage:
        """Give a page that lies by itself: the sheet of two sides is its first page."""
        page = self.page(page_id)
        if page.state.place.kind is PlaceKind.INSIDE:
            raise PageActError(act)
        return page

    def _in_a_row(self, page_id: UUID, act: str) -> ScannedPage:
        page = self._own(page_id, act)
        if page.state.place.kind is not PlaceKind.ROW:
            raise PageActError(act)
        return page

    def _put(self, page_id: UUID, place: Place) -> Self:
        page = self._own(page_id, "assign")
        if page.state.place == place:
            return self
        session = self._without_start(page)
        return session._changed(page, replace(page.state, place=place, starts=False))

    def _without_start(self, page: ScannedPage) -> Self:
        """Let the next page begin the document of one that leaves: else what is left of it would
        become part of the document before."""
        behind = (n for n in self.at(page.state.place) if n.state.order > page.state.order)
        following = next(behind, None) if page.state.starts else None
        if following is None:
            return self
        return self._with(replace(following, state=replace(following.state, starts=True)))

    def _starting_as(self, before: Self, place: Place) -> Self:
        """Let the documents of a place begin with the same numbers of pages as before."""
        session = self
        for page, old in zip(self.at(place), before.at(place), strict=True):
            state = replace(page.state, starts=old.state.starts)
            session = session._with(replace(page, state=state))
        return session

    def _changed(self, page: ScannedPage, state: PageState) -> Self:
        if state == page.state:
            return self
        past = (*page.past, page.state)[-MOST_UNDO:]
        return self._with(replace(page, state=state, past=past, future=()))

    def _stepped(self, page: ScannedPage, stepped: ScannedPage) -> Self:
        """Go to another state of a page, with the second side that this frees or takes, or with
        the sheet onto which it goes again."""
        session = self._with(stepped)
        freed, taken = page.state.back, stepped.state.back
        busy = (PlaceKind.BASKET, PlaceKind.INSIDE)
        if freed is not None and freed != taken:
            other = session.page(freed)
            session = session._changed(other, replace(other.state, place=_before_inside(other)))
        if taken is not None and taken != freed:
            other = session.page(taken)
            if other.state.place.kind in busy or other.state.back is not None:
                raise PageActError("redo")
            inside = Place(PlaceKind.INSIDE, page=page.page_id)
            session = session._changed(other, replace(other.state, place=inside))
        sheet = stepped.state.place.page if stepped.state.place.kind is PlaceKind.INSIDE else None
        if sheet is not None:
            front = session.page(sheet)
            if front.state.place.kind in busy or front.state.back is not None:
                raise PageActError("undo")
            session = session._changed(front, replace(front.state, back=page.page_id))
        return session

    def _with(self, changed: ScannedPage) -> Self:
        pages = (changed if page.page_id == changed.page_id else page for page in self.pages)
        return replace(self, pages=tuple(pages))

    def _free(self, lower: Fraction, upper: Fraction) -> Fraction:
        """Find an order between two that no page has, had, or may have again."""
        used = {state.order for page in self.pages for state in page.states}
        parts = 2
        while True:
            order = lower + (upper - lower) / parts
            if order not in used:
                return order
            parts += 1


def _before_inside(page: ScannedPage) -> Place:
    """Give where a second side lay before it was put onto a sheet."""
    kinds = (PlaceKind.ROW, PlaceKind.TRAY)
    return next((old.place for old in reversed(page.past) if old.place.kind in kinds), TRAY)
