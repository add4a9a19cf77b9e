"""The hand-over page of one officer: folder by folder onto the pile, then one sealed list."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, Protocol

from station.domain.dossier import Dossier
from station.domain.ids import short_code
from station.forms.hand_over_list import kinds_in_folder, scanned_pages
from station.ports.sounds import Sound
from station.usecases.hand_over import SealedList
from station.usecases.sign_hand_over import SignHandOver
from station.words import Language, clock, day_and_month
from ui.desks.hand_over import ListToSign, SealedEntry, WaitingFolder
from ui.desktop.hand_over import words as w
from ui.desktop.hand_over.pile import Pile, sheet_of
from ui.desktop.hand_over.view_model import HandOverView, ListOffered
from ui.desktop.kit.tone import Tone
from ui.desktop.page_acts import PageActs
from ui.desktop.preview.sources import Drawn, FixedSource, PaperSource
from ui.desktop.problems import words_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks
from ui.dossier_words import state_of

_SOUNDS: Final = {Tone.OK: Sound.OK, Tone.ERR: Sound.WRONG}
"""What the verdict on a folder sounds like; all between is to be looked at."""


class Lists(Protocol):
    """The desk's acts with folders. Every call waits for the disk or the printer."""

    def waiting(self) -> Sequence[WaitingFolder]: ...

    def lists(self) -> Sequence[SealedEntry]: ...

    def seal(
        self, codes: Sequence[str], *, agency: str, left_behind: Sequence[tuple[str, str]]
    ) -> SealedList: ...

    def to_sign(self, number: str) -> ListToSign: ...

    def sign(self, number: str, command: SignHandOver) -> Sequence[Dossier]: ...

    def list_pdf(self, number: str) -> bytes: ...

    def print_list(self, number: str) -> str: ...


class HandOverPresenter:
    """What was scanned stays on the pile until it is sealed, whatever page is in front."""

    def __init__(
        self,
        view: HandOverView,
        *,
        lists: Lists,
        pile: Pile,
        dossier: Callable[[str], Dossier],
        now: Callable[[], datetime],
        changed: Callable[[], object],
        counted: Callable[[int], object],
        heard: Callable[[Sound], object],
        preview: Callable[[PaperSource], object],
        store_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            pile: what was scanned so far.
            changed: hears that a list was sealed, so that all other lists are read anew.
            counted: hears how many folders wait.
            heard: makes heard how a folder was taken; the page alone knows.
            preview: shows a paper.
        """
        self._view = view
        self._lists = lists
        self._dossier = dossier
        self._now = now
        self._changed = changed
        self._counted = counted
        self._heard = heard
        self._preview = preview
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._language: Language = language
        self._pile = pile
        self._told = ""
        self._acts = PageActs(view, store_worker=store_worker, language=language)

    def refresh(self) -> None:
        """Read the folders and the lists anew."""
        self._acts.read(self._read, done=self._take)

    def on_agency_chosen(self, row: int) -> None:
        """Turn to the pile of another agency."""
        agencies = list(self._pile.agencies())
        if 0 <= row < len(agencies) and agencies[row] != self._pile.agency:
            self._pile.agency = agencies[row]
            self._view.show_scan("", Tone.OK)
            self._show()

    def on_scanned(self, text: str) -> None:
        """Put a folder onto the pile by its code, or by the last digits of its number."""
        found = self._pile.matching(text)
        if len(found) > 1:
            said = w.AMBIGUOUS[self._language].format(count=len(found), text=text.strip())
            self._judge(said, Tone.WARN)
        elif found:
            self._put(found[0])
        else:
            code = text.strip().upper()
            self._acts.read(partial(self._dossier, code), done=self._not_waiting)

    def on_ticked(self, row: int) -> None:
        """Put a row onto the pile by hand, or take it off again."""
        folders = self._pile.chosen()
        if 0 <= row < len(folders):
            self._pile.tick(folders[row].row.dossier_code, self._now())
            self._view.show_scan("", Tone.OK)
            self._show()

    def on_all_ticked(self) -> None:
        """Put everything for the agency onto the pile, or take it off again."""
        self._pile.tick_all(self._now())
        self._view.show_scan("", Tone.OK)
        self._show()

    def on_explained(self, row: int, reason: str, everything: bool) -> None:
        """Say why a folder stays, or why everything does that was not scanned."""
        folders = self._pile.chosen()
        if not 0 <= row < len(folders):
            return
        codes = [folders[row].row.dossier_code]
        if everything:
            every = [folder.row.dossier_code for folder in folders]
            codes += [code for code in every if code not in self._pile.ticked]
        self._pile.explain(codes, " ".join(reason.split()))
        self._show()

    def on_seal(self) -> None:
        """Seal the pile, and print both copies."""
        pile = self._pile
        if self._acts.goes_on or not sheet_of(pile, self._now(), self._language).ready:
            return
        self._acts.do(
            partial(
                self._lists.seal,
                pile.to_seal(),
                agency=pile.agency,
                left_behind=pile.left_behind(),
            ),
            done=self._sealed,
        )

    def on_list_wanted(self, row: int) -> None:
        """Show a list that was sealed before."""
        if 0 <= row < len(self._pile.sealed):
            self._preview(self._source(self._pile.sealed[row].number))

    def on_sign_wanted(self, row: int) -> None:
        """Ask who signed a sealed list, unless that is known."""
        if self._acts.goes_on or not 0 <= row < len(self._pile.sealed):
            return
        one = self._pile.sealed[row]
        if one.receiver is not None:
            said = w.SIGNED_BEFORE[self._language].format(number=one.number, receiver=one.receiver)
            self._view.show_problem("")
            self._view.show_done(said)
            return

        def ask(sheet: ListToSign) -> None:
            self._view.ask_signature(
                ListOffered(number=sheet.number, agency=sheet.agency, folders=sheet.folders)
            )

        self._acts.read(partial(self._lists.to_sign, one.number), done=ask)

    def on_signed(self, number: str, receiver: str, not_taken: Sequence[tuple[str, str]]) -> None:
        """Note the signature; what was not taken waits here again."""
        if self._acts.goes_on:
            return
        command = SignHandOver(receiver=receiver, not_taken=tuple(not_taken))
        self._acts.do(
            partial(self._lists.sign, number, command), done=partial(self._noted, number, command)
        )

    def _noted(self, number: str, command: SignHandOver, folders: Sequence[Dossier]) -> None:
        back = [short_code(code) for code, _ in command.not_taken]
        said = w.SIGNED[self._language].format(
            receiver=command.receiver, number=number, count=len(folders) - len(back)
        )
        if back:
            said = f"{said} {w.BACK[self._language].format(codes=', '.join(back))}"
        self._tell(said)

    def _tell(self, said: str, then: Callable[[], object] = lambda: None) -> None:
        show_then_say(
            self._store_worker,
            self._read,
            show=self._take,
            said=said,
            say=self._say_done,
            then=then,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _say_done(self, said: str) -> None:
        self._acts.end()
        self._view.show_scan("", Tone.OK)
        self._view.show_done(said)
        self._changed()

    def _read(self) -> tuple[Sequence[WaitingFolder], Sequence[SealedEntry]]:
        return self._lists.waiting(), self._lists.lists()

    def _take(self, read: tuple[Sequence[WaitingFolder], Sequence[SealedEntry]]) -> None:
        folders, sealed = read
        self._pile.take(folders, sealed)
        self._counted(len(folders))
        self._show()

    def _show(self) -> None:
        self._view.show_sheet(sheet_of(self._pile, self._now(), self._language))

    def _put(self, folder: WaitingFolder) -> None:
        pile, row, language = self._pile, folder.row, self._language
        code = short_code(row.dossier_code)
        if row.handling_agency != pile.agency and pile.to_seal():
            said = w.WRONG_AGENCY[language].format(code=code, agency=row.handling_agency)
            self._judge(said, Tone.ERR)
            return
        pile.agency = row.handling_agency
        if row.dossier_code in pile.ticked:
            at = clock(pile.ticked[row.dossier_code])
            said, tone = w.TWICE[language].format(code=code, time=at), Tone.INFO
        else:
            pile.tick(row.dossier_code, self._now())
            said, tone = f"{code} – {row.owner_name}.", Tone.OK
        self._show()
        self._view.show_row(pile.chosen().index(folder))
        self._judge(said, tone)
        if tone is Tone.OK:
            self._acts.read(partial(self._dossier, row.dossier_code), done=self._taken)

    def _judge(self, said: str, tone: Tone) -> None:
        self._view.show_scan(said, tone)
        self._heard(_SOUNDS.get(tone, Sound.DOUBTFUL))

    def _taken(self, dossier: Dossier) -> None:
        """Say what must be in the folder, so that a thin one is noticed."""
        said = w.TAKEN[self._language].format(
            code=short_code(dossier.code),
            name=dossier.owning_party.name,
            papers=kinds_in_folder(dossier),
            pages=scanned_pages(dossier),
        )
        self._view.show_scan(said, Tone.OK)

    def _not_waiting(self, dossier: Dossier) -> None:
        last = dossier.hand_overs[-1] if dossier.hand_overs else None
        if dossier.is_answered_here:
            self._judge(w.AT_ONCE[self._language].format(code=dossier.code), Tone.WARN)
            return
        if last is not None:
            at = f"{clock(last.at)} {day_and_month(last.at.date())}"
            state = w.HANDED_OVER[self._language].format(number=last.list_number, at=at)
        else:
            state = state_of(dossier, self._language)
        said = w.NOT_WAITING[self._language].format(code=dossier.code, state=state)
        self._judge(said, Tone.WARN)

    def _sealed(self, done: SealedList) -> None:
        number = done.sealed.list_number
        self._told = w.SEALED[self._language].format(
            number=number, count=len(done.dossiers), agency=done.sealed.agency
        )
        self._tell(self._told, then=partial(self._print, number))

    def _print(self, number: str) -> None:
        self._printer_worker.run(
            partial(self._lists.print_list, number),
            done=self._printed,
            failed=self._fail_to_print,
        )

    def _printed(self, printer: str) -> None:
        said = w.PRINTED[self._language].format(printer=printer)
        self._view.show_done(f"{self._told} {said}")

    def _fail_to_print(self, error: Exception) -> None:
        self._view.show_problem(f"{self._told} {words_of(error, self._language)}")

    def _source(self, number: str) -> FixedSource:
        return FixedSource(
            title=w.LIST[self._language],
            code=number,
            draws=lambda: Drawn(self._lists.list_pdf(number)),
            puts=lambda _: self._lists.print_list(number),
        )
