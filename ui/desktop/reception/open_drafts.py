"""The drafts that an officer has open, one a tab."""

from collections.abc import Callable, Iterator
from uuid import UUID

from ui.desktop.frame.view_model import OpenDraft
from ui.desktop.keys import OPEN_DRAFTS
from ui.desktop.reception.draft_entry import DraftEntry


class OpenDrafts:
    """At least one draft, at most one a digit key. They are the officer's, also while locked."""

    def __init__(self) -> None:
        self._drafts = [DraftEntry()]
        self._current = 0
        self._in_front: list[DraftEntry] = []
        """Those that stood in front, the last one last."""

    @property
    def current(self) -> DraftEntry:
        return self._drafts[self._current]

    @property
    def number(self) -> int:
        """The place of the current draft, counted from 0."""
        return self._current

    @property
    def tabs(self) -> tuple[OpenDraft, ...]:
        return tuple(draft.tab for draft in self._drafts)

    @property
    def with_content(self) -> int:
        return sum(draft.has_content for draft in self._drafts)

    def __iter__(self) -> Iterator[DraftEntry]:
        return iter(tuple(self._drafts))

    def place_of(self, draft_id: UUID) -> int | None:
        """Give where a draft stands, counted from 0; None when it is not open."""
        ids = [draft.draft_id for draft in self._drafts]
        return ids.index(draft_id) if draft_id in ids else None

    def add(self, draft: DraftEntry) -> bool:
        """Put a draft in front, in place of an empty one or behind the others; False: no room."""
        if not self.begin():
            return False
        self._drafts[self._current] = draft
        return True

    def begin(self) -> bool:
        """Go to an empty draft, opening one if there is none; False when no tab is free."""
        empty = next((n for n, draft in enumerate(self._drafts) if not draft.has_content), None)
        if empty is None:
            if len(self._drafts) == OPEN_DRAFTS:
                return False
            self._drafts.append(DraftEntry())
            empty = len(self._drafts) - 1
        self._put_in_front(empty)
        return True

    def set_aside(self, may_go: Callable[[DraftEntry], bool]) -> DraftEntry | None:
        """Take the tab of the draft that was longest not in front; the store has all of it.

        Args:
            may_go: tells whether a draft can be read from the store as it is.
        """
        known = {draft: at for at, draft in enumerate(self._in_front)}
        others = [draft for draft in self._drafts if draft is not self.current]
        for draft in sorted(others, key=lambda one: known.get(one, -1)):
            if may_go(draft):
                self.close(draft)
                return draft
        return None

    def go_to(self, number: int) -> bool:
        """Go to a draft by its place; False when there is none."""
        if not 0 <= number < len(self._drafts):
            return False
        self._put_in_front(number)
        return True

    def count_time(self, at: float, *, worked_on: bool) -> None:
        """Let the clock of the draft in front go on, and no other.

        Args:
            at: seconds of a steady clock.
            worked_on: its page is seen, and the station is open.
        """
        for draft in self._drafts:
            if worked_on and draft is self.current:
                draft.clock.look(draft.step_parts, at)
            else:
                draft.clock.pause()

    def close(self, draft: DraftEntry) -> None:
        """Take away a draft that was accepted; in front of the officer, an empty one follows."""
        place = self._drafts.index(draft)
        if draft in self._in_front:
            self._in_front.remove(draft)
        if place == self._current:
            self._drafts[place] = DraftEntry()
            return
        del self._drafts[place]
        if place < self._current:
            self._current -= 1

    def _put_in_front(self, number: int) -> None:
        left = self.current
        self._in_front = [draft for draft in self._in_front if draft is not left] + [left]
        self._current = number
