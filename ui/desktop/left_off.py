"""Keeps where an officer is and what is begun beside the drafts, and opens it after a power cut.

The drafts themselves are kept by ``reception.draft_keeping``, each with where its keys were.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.frame.view_model import Place
from ui.desktop.going import Going, read_place
from ui.desktop.kit.keys_at import KeysAt
from ui.desktop.left_part import LeftPart
from ui.desktop.open_work import OpenWork
from ui.desktop.tasks import Tasks
from ui.desktop.typed_notes import TypedNotes

_PLACE, _WAY, _WORK, _PARTS, _KEYS = "place", "way", "work", "parts", "keys"
_PANEL = "panel"


class MarkKeeper(Protocol):
    """Both wait for the disk."""

    def mark(self) -> dict[str, Any]: ...

    def leave_mark(self, description: dict[str, Any], *, at: datetime) -> None: ...


class Asking(Protocol):
    """A panel that asks something, see ``AskingPanel``."""

    key: str
    about: str

    @property
    def is_open(self) -> bool: ...

    def take_notes(self, notes: TypedNotes) -> None: ...

    def note(self) -> None: ...

    def ask_again(self, about: str) -> None: ...

    def keys_at(self) -> KeysAt | None: ...

    def put_keys(self, keys: KeysAt) -> None: ...


class Form(Protocol):
    """Fields of a page, see ``NotedForm``."""

    def take_notes(self, notes: TypedNotes) -> None: ...

    def note(self) -> None: ...


class LeftOff:
    """One officer's mark: written when something of it changed, read once a program."""

    def __init__(
        self,
        *,
        marks: MarkKeeper,
        now: Callable[[], datetime],
        work: OpenWork,
        going: Going,
        frame: DeskFrame,
        parts: Mapping[Place, LeftPart],
        panels: Sequence[Asking],
        forms: Sequence[Form] = (),
        store_worker: Tasks,
        failed: Callable[[Exception], None],
    ) -> None:
        """
        Args:
            parts: the pages that know what was looked at on them.
            panels: every panel that asks; from now on they note what this officer types.
            forms: so do these.
        """
        self._marks, self._now = marks, now
        self._work, self._going, self._frame, self._parts = work, going, frame, parts
        self._store_worker, self._tell_failed = store_worker, failed
        self._panels = {panel.key: panel for panel in panels}
        self._forms = forms
        for part in (*panels, *forms):
            part.take_notes(work.notes)
        self._kept: dict[str, Any] = {}
        self._keys: dict[str, Any] = {}
        self._draft_at: Place | None = None
        self._is_ready = self._is_keeping = self._is_over = False

    def start(self, open_drafts: Callable[[Callable[[Place], object]], object]) -> None:
        """Bring back what was begun, then the drafts, then the page that was in front.

        Args:
            open_drafts: opens the drafts that were left, and tells on which page they stood.
        """

        def read(mark: dict[str, Any]) -> None:
            self._kept = mark
            if not self._work.was_read:  # else the officer was here since, and all is in memory
                self._work.was_read = True
                self._work.come_back(_part(mark, _WORK))
            self._open(open_drafts, mark)

        def unread(error: Exception) -> None:
            self._tell_failed(error)
            self._open(open_drafts, {})

        known = self._work.was_read
        self._store_worker.run(dict if known else self._marks.mark, done=read, failed=unread)

    def keep(self) -> None:
        """Keep what changed. Called all the time; one call at a time reaches the disk."""
        if self._is_ready:
            self._write(self._going.place)

    def keep_last(self) -> None:
        """The officer leaves in order, and will begin where everybody does."""
        self._is_keeping = False
        if self._is_ready:
            self._write(None)
        self._is_over = True  # the pages belong to another officer

    def _write(self, place: Place | None) -> None:
        description = self._description(place)
        if self._is_keeping or description == self._kept:
            return
        self._is_keeping = True
        at = self._now()
        self._store_worker.run(
            partial(self._marks.leave_mark, description, at=at),
            done=partial(self._noted, description),
            failed=self._failed,
        )

    def _description(self, place: Place | None) -> dict[str, Any]:
        asking = next((panel for panel in self._panels.values() if panel.is_open), None)
        if asking is not None:
            asking.note()
        for form in self._forms:
            form.note()
        if place is None:
            return {_WORK: self._work.plain()}
        on_the_way = ((at, self._parts.get(at)) for at in self._going.way)
        if place is not Place.RECEPTION and (keys := self._frame.keys_at()) is not None:
            self._keys = {"control": keys.control, "at": keys.at, "text": keys.text}
        return {
            _PLACE: place.value,
            _WAY: self._going.left(),
            _WORK: self._work.plain(),
            _PARTS: {at.value: part.left() for at, part in on_the_way if part is not None},
            _KEYS: {} if place is Place.RECEPTION else self._keys,  # a draft knows its own
            _PANEL: {} if asking is None else _asked(asking),
        }

    def _noted(self, description: dict[str, Any], _: None) -> None:
        self._is_keeping = False
        self._kept = description

    def _failed(self, error: Exception) -> None:
        self._is_keeping = False
        self._tell_failed(error)

    def _open(
        self, open_drafts: Callable[[Callable[[Place], object]], object], mark: dict[str, Any]
    ) -> None:
        open_drafts(self._note_draft)
        self._after_reading(partial(self._go_back, mark))  # the drafts are open by then

    def _note_draft(self, place: Place) -> None:
        of_one = place in (Place.DOSSIER, Place.PREVIEW)  # a draft does not know of which
        self._draft_at = Place.RECEPTION if of_one else place

    def _go_back(self, mark: dict[str, Any]) -> None:
        self._is_ready = True
        place = read_place(mark.get(_PLACE)) or self._draft_at
        if place is None or self._going.place is not Place.HOME:  # whoever was faster stays
            return
        parts = _part(mark, _PARTS)
        self._going.come_back(_part(mark, _WAY))
        known = {at: left for at in self._parts if (left := _part(parts, at.value))}
        place = self._going.shown_for(place, known)
        for at, left in known.items():
            self._parts[at].come_back(left)
        if place is not Place.HOME:
            self._going.to(place)
        self._after_reading(partial(self._put_keys, place, mark))

    def _put_keys(self, place: Place, mark: Mapping[str, Any]) -> None:
        if self._going.place is not place:
            return
        if (keys := _keys(_part(mark, _KEYS))) is not None:
            self._frame.put_keys(keys)
        asked = _part(mark, _PANEL)
        panel, about = self._panels.get(str(asked.get("key"))), asked.get("about")
        if panel is None or not isinstance(about, str):
            return
        panel.ask_again(about)
        if (keys := _keys(asked)) is not None:  # some are open only when more was read
            self._after_reading(partial(panel.put_keys, keys))

    def _after_reading(self, then: Callable[[], object]) -> None:
        """Go on when what was asked of the store by now is shown."""

        def shown(_: None) -> None:
            if not self._is_over:
                then()

        self._store_worker.run(lambda: None, done=shown, failed=self._tell_failed)


def _asked(panel: Asking) -> dict[str, Any]:
    asked: dict[str, Any] = {"key": panel.key, "about": panel.about}
    if (keys := panel.keys_at()) is not None:
        asked |= {"control": keys.control, "at": keys.at}
    return asked


def _keys(plain: Mapping[str, Any]) -> KeysAt | None:
    control, at, text = plain.get("control"), plain.get("at"), plain.get("text", "")
    if isinstance(control, str) and isinstance(at, int) and isinstance(text, str):
        return KeysAt(control, max(0, at), text)
    return None


def _part(plain: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = plain.get(name)
    return part if isinstance(part, Mapping) else {}
