"""The calls of 15:00 and 16:30: which folders must leave today, what is late, what is owed.

Calm: nothing moves, nothing sounds, and before 15:00 only what is late is said at all.
"""

from collections.abc import Callable, Sequence

from station.domain.due_office import Call
from station.domain.ids import short_code
from station.ports.dossier_queries import DossierRow
from station.usecases.deadlines import Deadlines, Owed
from station.words import Language, Words, clock
from ui.desktop.call_outs import words as w
from ui.desktop.call_outs.view_model import CallOut, CallOutView
from ui.desktop.kit.tone import Tone
from ui.desktop.tasks import Tasks

_MOST_NAMED = 5


class CallOuts:
    """Reads the day's deadlines, and says what presses."""

    def __init__(
        self,
        view: CallOutView,
        *,
        read: Callable[[], Deadlines],
        told: Callable[[str, Tone], object],
        store_worker: Tasks,
        failed: Callable[[Exception], object],
        language: Language,
    ) -> None:
        """
        Args:
            told: hears it in a few words, for the status bar; empty takes it back.
        """
        self._view, self._read, self._told = view, read, told
        self._store, self._failed = store_worker, failed
        self._language: Language = language
        self._reading = False

    def refresh(self) -> None:
        """Read anew, unless that is under way."""
        if not self._reading:
            self._reading = True
            self._store.run(self._read, done=self._take, failed=self._fail)

    def _take(self, deadlines: Deadlines) -> None:
        self._reading = False
        call = call_out(deadlines, self._language)
        self._view.show_call_out(call)
        self._told(call.short, call.tone)

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self._failed(error)


def call_out(found: Deadlines, language: Language) -> CallOut:
    """Say what the counter must see to now; the empty call: nothing."""
    late = [owed for owed in found.called_out if owed.deadline.by_at <= found.at]
    waiting = [owed for owed in found.called_out if owed.deadline.by_at > found.at]
    said, short = [], ""
    if late:
        said.append(_sentence(w.LATE, _rows(late), language))
        short = w.LATE_SHORT[language].format(count=len(late))
    if waiting:
        by = clock(waiting[0].deadline.by_at)
        said.append(_sentence(w.MUST_LEAVE, _rows(waiting), language, by=by))
        short = short or w.LEAVE_SHORT[language].format(count=len(waiting))
    if found.to_apologise:
        said.append(_sentence(w.APOLOGISE, _rows(found.to_apologise), language))
    unanswered = False
    if found.to_answer:
        first = found.to_answer[0].deadline.by_at
        unanswered = first <= found.at
        words = w.ANSWER_LATE if unanswered else w.ANSWER
        said.append(words[language].format(count=len(found.to_answer), by=clock(first)))
    loud = bool(late) or unanswered or (bool(waiting) and found.call is Call.LAST)
    return CallOut(
        sentence=" ".join(said),
        tone=Tone.ERR if loud else Tone.WARN,
        short=short,
        folders=len(late) + len(waiting),
    )


def _rows(owed: Sequence[Owed]) -> list[DossierRow]:
    return [one.row for one in owed]


def _sentence(words: Words, rows: Sequence[DossierRow], language: Language, **more: str) -> str:
    codes = ", ".join(short_code(row.dossier_code) for row in rows[:_MOST_NAMED])
    if len(rows) > _MOST_NAMED:
        codes = w.MORE[language].format(codes=codes, count=len(rows) - _MOST_NAMED)
    return words[language].format(count=len(rows), codes=codes, **more)
