"""Leads every code to what comes next, from whichever page."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from station.domain.chip import ChipKeyMissingError
from station.domain.codes import (
    CardCode,
    DossierBarcode,
    Guess,
    GuidanceCode,
    OwnCode,
    ReadCode,
    ReaderTestPage,
    SlipCode,
    UnknownCode,
)
from station.domain.dossier import Dossier
from station.domain.id_card import IdCard
from station.domain.reader_test import judge_reader
from station.ports.readers import Arrival, ReaderHabits
from station.ports.sounds import Sound
from station.usecases.show_papers import SlipCheck
from station.words import Language, moment
from ui.desktop.codes import words
from ui.desktop.codes.view_model import CodeView, Notice
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.tasks import T, Tasks

_KNOWN_HERE: Final = frozenset({"genuine", "superseded", "declared_lost"})
"""Judgements of a slip whose dossier is at this station: it is opened, void slip or not."""


class CodeDesk(Protocol):
    """What codes need of the desk; all but the time wait for the disk."""

    def check_slip(self, text: str) -> SlipCheck: ...

    def dossier(self, code: str) -> Dossier: ...

    def now(self) -> datetime: ...


class CodePresenter:
    """The one box for every code, of one officer."""

    def __init__(
        self,
        view: CodeView,
        *,
        desk: CodeDesk,
        take_card: Callable[[IdCard], object],
        offer_to_chips: Callable[[IdCard], object],
        typed_card: Callable[[], IdCard | None],
        open_dossier: Callable[[str], bool | None],
        open_slip: Callable[[str], bool | None],
        open_guidance: Callable[[str], object],
        take_own: Callable[[OwnCode], bool],
        turn: Callable[[], object],
        keep_reader: Callable[[ReaderHabits], object],
        follow_reader: Callable[[str], object],
        play: Callable[[Sound], object],
        can_play: bool,
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            take_card: told of the card of whoever sits there now.
            offer_to_chips: told of the same card, for what is known of it opens its chip.
            typed_card: gives what was typed of a card, if it may open a chip.
            open_dossier: told of a dossier that is at this station; true where the page then
                makes heard itself how it takes it.
            open_slip: the same, of one whose citizen shows a slip that is good.
            take_own: told of the station's other codes; false where the page has no use for one.
            open_guidance: told of the code of a guidance sheet.
            turn: is another when the officer went to another page, or away: what is looked up for
                a code leads nowhere then, and takes no keys.
            keep_reader: writes down how a reader in keyboard mode is known; waits for the disk.
            follow_reader: knows it so from now on.
        """
        self._view = view
        self._desk = desk
        self._take_card = take_card
        self._offer_to_chips = offer_to_chips
        self._typed_card = typed_card
        self._open_dossier, self._open_slip = open_dossier, open_slip
        self._open_guidance = open_guidance
        self._take_own = take_own
        self._turn = turn
        self._keep_reader = keep_reader
        self._follow_reader = follow_reader
        self._habits: ReaderHabits | None = None
        self._play = play
        self._can_play = can_play
        self._store_worker = store_worker
        self._language: Language = language

    def on_arrival(self, arrival: Arrival) -> None:
        """Take what a reader delivered."""
        self._view.close_panel()
        lacks_key = isinstance(arrival.problem, ChipKeyMissingError)
        typed = self._typed_card() if lacks_key else None
        if typed is not None:
            self._offer_to_chips(typed)
        elif arrival.problem is not None:
            self._fail(arrival.problem)
        elif arrival.code is not None:
            self._lead(arrival.code, arrival.reader, arrival.habits)

    def on_learning_wanted(self) -> None:
        """Keep how the reader is known that read the test page last."""
        habits = self._habits
        if habits is not None:
            self._store_worker.run(
                lambda: self._keep_reader(habits),
                done=lambda _: self._learnt(habits),
                failed=self._fail,
            )

    def _learnt(self, habits: ReaderHabits) -> None:
        self._follow_reader(habits.address)
        said = words.learnt(habits, self._language)
        title = words.LEARNT[self._language]
        self._view.show_notice(Notice(title, "\n".join(said), Tone.OK, habits.address))

    def _lead(self, code: ReadCode, reader: str, habits: ReaderHabits | None) -> None:
        match code:
            case CardCode():
                self._play(Sound.DOUBTFUL if code.card.warnings else Sound.OK)
                self._offer_to_chips(code.card)
                self._take_card(code.card)
            case SlipCode():
                self._look_up(lambda: self._desk.check_slip(code.text), self._take_slip)
            case DossierBarcode():
                self._find(str(code.dossier_code))
            case GuidanceCode():
                self._play(Sound.OK)
                self._open_guidance(code.code)
            case OwnCode():
                self._play(Sound.OK)
                if not self._take_own(code):
                    title, sentence = words.OWN[code.kind]
                    value = code.value.upper()
                    self._say(title, sentence, Tone.INFO, text=value, value=value)
            case ReaderTestPage():
                self._judge(code.text, reader, habits)
            case UnknownCode():
                self._play(Sound.WRONG)
                link = code.guess is Guess.WEB_ADDRESS
                sentence = words.NOT_OURS_LINK if link else words.NOT_OURS
                self._say(words.GUESSES[code.guess], sentence, Tone.WARN, text=code.text)

    def _take_slip(self, check: SlipCheck) -> None:
        if check.reason in _KNOWN_HERE:
            lead = self._open_slip if check.valid else self._open_dossier
            page_sounds = lead(check.dossier_code or "")
            if not (check.valid and page_sounds):
                self._play(Sound.OK if check.valid else Sound.DOUBTFUL)
            # Behind what the page reads: the focus that it then takes would close the panel.
            self._store_worker.run(
                lambda: check, done=self._say_what_the_slip_is, failed=self._fail
            )
        else:
            self._play(Sound.WRONG if check.reason == "forged" else Sound.DOUBTFUL)
            self._say_what_the_slip_is(check)

    def _say_what_the_slip_is(self, check: SlipCheck) -> None:
        if check.reason not in words.SLIPS:
            return
        title, sentence = words.SLIPS[check.reason]
        code = check.dossier_code or ""
        self._say(
            title,
            sentence,
            Tone.ERR if check.reason == "forged" else Tone.WARN,
            text=code,
            code=code,
            version=check.version,
            current=check.current_version,
            at=moment(check.since, self._desk.now()) if check.since else "",
            because=(check.because or "").rstrip(" ."),
        )

    def _find(self, code: str) -> None:
        def found(dossier: Dossier) -> None:
            if not self._open_dossier(dossier.code):
                self._play(Sound.OK)

        self._look_up(lambda: self._desk.dossier(code), found)

    def _look_up(self, look: Callable[[], T], found: Callable[[T], object]) -> None:
        """Look something up for who waits for it here."""
        turn = self._turn()

        def in_time(answer: T) -> None:
            if self._turn() == turn:
                found(answer)

        self._store_worker.run(look, done=in_time, failed=self._fail)

    def _judge(self, text: str, reader: str, habits: ReaderHabits | None) -> None:
        verdict = judge_reader(text)
        self._play(Sound.OK if verdict.passed else Sound.WRONG)
        result = words.PASSED if verdict.passed else words.FAILED
        figures = {"right": verdict.right, "all": len(verdict.letters)}
        sentences = [result[self._language].format_map(figures)]
        sentences += [words.FAULTS[fault][self._language] for fault in verdict.faults]
        if not self._can_play:
            sentences.append(words.SILENT[self._language])
        self._habits = habits
        can_learn = habits is not None
        self._view.show_verdict(verdict, reader, tuple(sentences), can_learn=can_learn)

    def _fail(self, error: Exception) -> None:
        self._play(Sound.WRONG)
        title = words.PROBLEM[self._language]
        self._view.show_notice(Notice(title, words_of(error, self._language), Tone.WARN))

    def _say(
        self,
        title: dict[Language, str],
        sentence: dict[Language, str],
        tone: Tone,
        *,
        text: str,
        **values: object,
    ) -> None:
        head, said = (one[self._language].format_map(values) for one in (title, sentence))
        self._view.show_notice(Notice(head, said, tone, text))
