"""What the citizen sees, and what comes of it: an answer to the facts, a word on the service.

The display shows the draft in front of the officer, as its page shows it, and only while the
officer is at the reception or at its scan desk: on another page somebody else may stand there.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from station.domain.dossier import Dossier
from station.domain.ids import short_code
from station.domain.ratings import RatedAct, Satisfaction
from station.usecases.rate_service import AlreadyRatedError
from station.words import Language
from ui.desktop.citizen import words as w
from ui.desktop.citizen.facts import Shown, facts_of, said, without_answer
from ui.desktop.citizen.view_model import (
    Answer,
    CitizenSheet,
    CitizenView,
    OfficerView,
    Said,
    Scene,
)
from ui.desktop.kit.tone import Tone
from ui.desktop.second_screen.placing import Placing, Standing
from ui.desktop.second_screen.told import Told
from ui.desktop.tasks import Tasks
from ui.preferences import CitizenDisplay

ASKS_MS: Final = 60_000
"""So long the service may be rated, unless the next citizen comes first."""
THANKS_MS: Final = 6_000
HOLDS_MS: Final = 800
"""Who taps twice on “Đúng” must not rate with the second tap."""
Later = Callable[[int, Callable[[], object]], Callable[[], object]]
"""Calls back after so many milliseconds, and gives what takes that back."""
Rate = Callable[[str, RatedAct, Satisfaction], Dossier]


class CitizenPresenter:
    """The display of one officer's session."""

    def __init__(
        self,
        view: CitizenView,
        officer: OfficerView,
        *,
        office: Callable[[], str],
        counter: int,
        display: CitizenDisplay,
        rate: Rate,
        later: Later,
        store_worker: Tasks,
        failed: Callable[[Exception], None],
        language: Language,
    ) -> None:
        """
        Args:
            office: names the office of today.
            rate: writes a word down, on the store's worker.
            failed: hears why a word could not be kept.
        """
        self._view, self._officer = view, officer
        self._office, self._counter = office, counter
        self._display = display
        self._rate, self._later, self._worker, self._failed = rate, later, store_worker, failed
        self._language: Language = language
        self._placing = Placing(Standing.NONE)
        self._shown, self._answered_to = Shown(), Shown()
        self._answer = Answer.NONE
        self._serving, self._covered = True, False
        self._rated: tuple[str, RatedAct] | None = None
        self._scene = Scene.IDLE
        self._holds = False
        self._take_back: list[Callable[[], object]] = []

    def start(self) -> None:
        """Begin with the idle page: nothing of another officer's citizen stays."""
        self._show()

    def close(self) -> None:
        """Leave the display to another officer."""
        self._covered = True
        self._end_rating()
        self._show()

    # -- what the officer does ----------------------------------------------------------------

    def on_shown(self, shown: Shown) -> None:
        """The reception page shows this now."""
        self._shown = shown
        if shown.has_content:
            self._end_rating()
        if without_answer(shown) != self._answered_to:
            self._answer = Answer.NONE
        self._show()

    def on_place(self, *, serving: bool) -> None:
        """The officer went to a page where this citizen is served, or to another one."""
        self._serving = serving
        self._show()

    def on_covered(self, covered: bool) -> None:
        """The station was locked, or opened again."""
        self._covered = covered
        if covered:
            self._end_rating()
        self._show()

    def on_display(self, display: CitizenDisplay) -> None:
        """Another choice was made of how it looks."""
        self._display = display
        self._show()

    def on_placed(self, placing: Placing) -> None:
        """The display was opened, closed, or lost its screen."""
        self._placing = placing
        self._show()

    def on_done(self, code: str, act: RatedAct) -> None:
        """Something was done for the citizen: ask how it was."""
        if self._covered or self._placing.standing is not Standing.SHOWN:
            return
        self._end_rating()
        self._rated, self._scene, self._holds = (code, act), Scene.RATING, True
        self._take_back = [
            self._later(HOLDS_MS, self._release),
            self._later(ASKS_MS, self._leave_rating),
        ]
        self._show()

    # -- what the citizen says ----------------------------------------------------------------

    def on_answer(self, right: bool) -> None:
        """The citizen touched an answer, or said it to the officer, who pressed its key."""
        if self._scene is not Scene.FACTS or not self._shown.is_complete:
            return
        self._answer = Answer.RIGHT if right else Answer.WRONG
        self._answered_to = without_answer(self._shown)
        self._show()

    def on_rated(self, satisfaction: Satisfaction) -> None:
        """The citizen said how content they are; the first word counts."""
        if self._rated is None or self._holds:
            return
        code, act = self._rated
        self._end_rating()
        self._scene = Scene.THANKS
        self._take_back = [self._later(THANKS_MS, self._leave_rating)]
        self._show()
        self._worker.run(
            lambda: self._rate(code, act, satisfaction), done=_nothing, failed=self._fail_to_rate
        )

    def _fail_to_rate(self, error: Exception) -> None:
        if not isinstance(error, AlreadyRatedError):  # the first word stands, as it should
            self._failed(error)

    def _release(self) -> None:
        self._holds = False

    def _leave_rating(self) -> None:
        self._end_rating()
        self._show()

    def _end_rating(self) -> None:
        for take_back in self._take_back:
            take_back()
        self._take_back, self._rated, self._holds = [], None, False
        self._scene = Scene.IDLE

    # -- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._scene in (Scene.IDLE, Scene.FACTS):
            seen = self._serving and not self._covered and self._shown.has_content
            self._scene = Scene.FACTS if seen else Scene.IDLE
        self._view.show_sheet(self._sheet())
        told = self._told()
        self._officer.show_told(told)
        self._officer.doubt_applicant(told.words != "" and self._answer is Answer.WRONG)

    def _said(self, words: dict[Language, str], **values: object) -> Said:
        return said(words, bilingual=self._display.bilingual, **values)

    def _sheet(self) -> CitizenSheet:
        bare = CitizenSheet(
            scene=self._scene,
            office=self._office(),
            counter=w.COUNTER.format(number=self._counter),
        )
        match self._scene:
            case Scene.FACTS:
                return self._facts(bare)
            case Scene.RATING if self._rated is not None:
                code, act = self._rated
                return replace(
                    bare,
                    title=self._said(w.DONE[act], code=short_code(code)),
                    question=self._said(w.HOW),
                    ratings=tuple((one, self._said(w.RATINGS[one])) for one in Satisfaction),
                    note=self._said(w.SECRET),
                )
            case Scene.THANKS:
                return replace(bare, title=self._said(w.THANKS))
        return replace(bare, title=self._said(w.GREETING), note=self._said(w.BRING))

    def _facts(self, bare: CitizenSheet) -> CitizenSheet:
        asked = self._shown.is_complete
        note = {Answer.NONE: w.TOUCH, Answer.RIGHT: w.SAID_RIGHT, Answer.WRONG: w.SAID_WRONG}
        bilingual = self._display.bilingual
        return replace(
            bare,
            title=self._said(w.LOOK),
            facts=facts_of(self._shown, counter=self._counter, bilingual=bilingual),
            question=self._said(w.QUESTION) if asked else ("", ""),
            answer=self._answer if asked else Answer.NONE,
            right=self._said(w.RIGHT),
            wrong=self._said(w.WRONG),
            note=self._said(note[self._answer] if asked else w.WAIT),
        )

    def _told(self) -> Told:
        language = self._language
        match self._placing.standing:
            case Standing.OFFERED:
                return Told(w.OFFERED[language], Tone.INFO)
            case Standing.GONE:
                return Told(w.GONE[language], Tone.WARN)
            case Standing.SHOWN if self._scene is Scene.FACTS and self._shown.is_complete:
                match self._answer:
                    case Answer.RIGHT:
                        return Told(w.TOLD_RIGHT[language], Tone.OK, may_answer=True)
                    case Answer.WRONG:
                        return Told(w.TOLD_WRONG[language], Tone.WARN, may_answer=True)
                return Told(w.ASKED[language], Tone.MUTE, may_answer=True)
        return Told()


def _nothing(_: Dossier) -> None:
    """The word is kept; nobody is told of it."""
