"""Shows the packs in force; opens one, says what it changes, and puts it in force."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from station.catalogue.admission import ImportedPack
from station.text import clean
from station.usecases.import_catalogue import Examined, OfferedPack
from station.words import Language
from ui.desks.catalogue import Signer
from ui.desktop.catalogue import words as w
from ui.desktop.catalogue.lines import change_lines, counts_of, holds_of, pack_lines, signed_of
from ui.desktop.catalogue.view_model import CatalogueSheet, CatalogueView, Offer
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks


class CatalogueSource(Protocol):
    """What the page needs of the desk's catalogue; it waits for the disk."""

    def packs(self) -> Sequence[ImportedPack]: ...

    def signers(self) -> Sequence[Signer]: ...

    def examine(self, offered: OfferedPack) -> Examined: ...

    def import_pack(self, offered: OfferedPack, *, admit_because: str | None = ...) -> Examined: ...


class CataloguePresenter:
    """The catalogue page of one officer."""

    def __init__(
        self,
        view: CatalogueView,
        *,
        catalogue: CatalogueSource,
        read: Callable[[Path], OfferedPack],
        today: Callable[[], date],
        may_import: bool,
        may_admit: bool,
        changed: Callable[[], object],
        store_worker: Tasks,
        file_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            read: reads a pack and the signature beside it.
            may_admit: may let a pack in that nobody signed.
            changed: hears that another catalogue is in force.
        """
        self._view = view
        self._catalogue = catalogue
        self._read, self._today = read, today
        self._may_import, self._may_admit, self._changed = may_import, may_admit, changed
        self._store, self._files = store_worker, file_worker
        self._language: Language = language
        self._packs: Sequence[ImportedPack] = ()
        self._signers: Sequence[Signer] = ()
        self._offered: OfferedPack | None = None
        self._found: Examined | None = None
        self._reason = ""
        self._busy = False

    def refresh(self) -> None:
        """Read which packs are here."""
        self._store.run(self._read_packs, done=self._take_packs, failed=self._fail)

    def on_file_chosen(self, path: str) -> None:
        """Open a pack and say what it changes; nothing is stored yet."""
        self._set_busy(True)
        self._files.run(lambda: self._read(Path(path)), done=self._examine, failed=self._fail)

    def on_reason_edited(self, text: str) -> None:
        self._reason = text
        self._show()

    def on_import(self) -> None:
        """Put the opened pack in force."""
        offered = self._offered
        if offered is None or not self._ready or self._busy:
            return
        self._set_busy(True)
        reason = clean(self._reason) or None
        self._store.run(
            lambda: self._catalogue.import_pack(offered, admit_because=reason),
            done=self._imported,
            failed=self._fail,
        )

    def on_dropped(self) -> None:
        """Put the opened pack aside; it stays the file it was."""
        self._offered = self._found = None
        self._reason = ""
        self._view.show_problem("")
        self._show()

    def _read_packs(self) -> tuple[Sequence[ImportedPack], Sequence[Signer]]:
        return self._catalogue.packs(), self._catalogue.signers()

    def _take_packs(self, read: tuple[Sequence[ImportedPack], Sequence[Signer]]) -> None:
        self._packs, self._signers = read
        self._show()

    def _examine(self, offered: OfferedPack) -> None:
        self._store.run(
            lambda: self._catalogue.examine(offered),
            done=lambda found: self._take_offer(offered, found),
            failed=self._fail,
        )

    def _take_offer(self, offered: OfferedPack, found: Examined) -> None:
        self._offered, self._found, self._reason = offered, found, ""
        self._view.show_problem("")
        self._set_busy(False)
        self._show()

    def _imported(self, found: Examined) -> None:
        self.on_dropped()
        label = found.pack.label
        holds = holds_of(found.holds_from, found.pack.effective_to, self._language)
        show_then_say(
            self._store,
            self._read_packs,
            show=self._take_packs,
            said=w.DONE[self._language].format(label=label, holds=holds),
            say=self._say_done,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _say_done(self, said: str) -> None:
        self._set_busy(False)
        self._view.show_done(said)
        self._changed()

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        self._view.show_problem(words_of(error, self._language))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)

    @property
    def _wants_reason(self) -> bool:
        found = self._found
        return (
            found is not None and found.wants_reason and self._may_admit and not found.already_here
        )

    @property
    def _ready(self) -> bool:
        found = self._found
        if found is None or found.already_here or not self._may_import:
            return False
        if found.signed_by is None and not self._may_admit:
            return False
        return not self._wants_reason or bool(clean(self._reason))

    def _show(self) -> None:
        fact, consequence, tone = self._state()
        self._view.show_sheet(
            CatalogueSheet(
                packs=pack_lines(self._packs, self._signers, self._today(), self._language),
                offer=self._offer(),
                may_import=self._may_import,
                ready=self._ready,
                fact=fact,
                consequence=consequence,
                tone=tone,
            )
        )

    def _offer(self) -> Offer | None:
        found, language = self._found, self._language
        if found is None:
            return None
        signed, tone = signed_of(found.signed_by, self._signers, language)
        return Offer(
            label=found.pack.label,
            signed=signed,
            signed_tone=tone,
            holds=holds_of(found.holds_from, found.pack.effective_to, language),
            counts=counts_of(found.difference, language),
            changes=change_lines(found.difference, language),
            wants_reason=self._wants_reason,
        )

    def _state(self) -> tuple[str, str, Tone]:
        found, language = self._found, self._language
        if not self._may_import:
            return w.NOT_ALLOWED[language], "", Tone.INFO
        if found is None:
            return w.CHOOSE[language], "", Tone.INFO
        if found.already_here:
            return w.HERE_ALREADY[language], "", Tone.INFO
        if found.signed_by is None and not self._may_admit:
            return w.NOT_ADMITTED[language], "", Tone.WARN
        if self._wants_reason and not clean(self._reason):
            return w.WANTS_REASON[language], "", Tone.WARN
        return w.READY[language], w.KEPT[language], Tone.OK
