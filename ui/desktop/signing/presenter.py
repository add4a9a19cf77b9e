"""Signs the queue with one PIN, one copy after the other, away from the window."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from station.errors import StationError
from station.ports.signing import CopySigner
from station.usecases.sign_copies import WaitingCopy, ends_batch
from station.words import Language
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.signing import words as w
from ui.desktop.signing.lines import Batch, Queue, sheet_of
from ui.desktop.signing.view_model import SigningView
from ui.desktop.tasks import Tasks
from ui.settings import TokenSettings


class SigningSource(Protocol):
    """What the page needs of the desk. Every call but the properties waits."""

    @property
    def may_sign(self) -> bool: ...

    @property
    def stamps(self) -> bool: ...

    def waiting(self) -> Sequence[WaitingCopy]: ...

    def copy_pdf(self, copy: WaitingCopy) -> bytes: ...

    def token(self) -> TokenSettings: ...

    def signer(self) -> CopySigner: ...

    def sign(self, copy: WaitingCopy, signer: CopySigner, signed_by: str) -> bool: ...

    def stamp(self, copy: WaitingCopy, signer: CopySigner) -> None: ...


class SigningPresenter:
    """The signing page of one officer. A batch goes on while another page is in front."""

    def __init__(
        self,
        view: SigningView,
        *,
        source: SigningSource,
        preview: Callable[[WaitingCopy, Callable[[], bytes]], object],
        changed: Callable[[], object],
        stamp_key: str,
        store_worker: Tasks,
        token_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            preview: shows a copy, given what reads its PDF.
            changed: hears that copies were signed, so that other pages are read.
            stamp_key: how the key that adds time stamps is written.
        """
        self._view, self._source = view, source
        self._preview, self._changed, self._stamp_key = preview, changed, stamp_key
        self._store, self._tokens = store_worker, token_worker
        self._language: Language = language
        self._queue = Queue()
        self._batch: Batch | None = None

    def refresh(self) -> None:
        """Read the queue anew; a batch that is under way reads it at its end."""
        if self._batch is None:
            self._store.run(self._source.waiting, done=self._take, failed=self._fail)
            self._show()

    def on_ticked(self, key: str) -> None:
        """Leave a copy out of the batch, or take it in again."""
        if self._batch is None:
            self._queue.toggle(key)
            self._show()

    def on_sign(self, pin: str) -> None:
        """Sign what is ticked. The PIN is tried once, and kept nowhere."""
        copies = self._queue.ticked
        if self._batch is not None or not copies or self._why_not():
            return
        self._view.ask_pin()  # it is forgotten as soon as it was taken
        if not pin:
            return
        batch = self._begin(copies, stamping=False)
        if batch is not None:
            self._tokens.run(
                partial(batch.signer.open, pin),
                done=partial(self._opened, batch),
                failed=partial(self._stop, batch),
            )

    def on_stamp(self) -> None:
        """Add the time stamps that earlier signatures lack."""
        copies = self._queue.unstamped
        if self._batch is None and copies and not self._why_not() and self._source.stamps:
            batch = self._begin(copies, stamping=True)
            if batch is not None:
                self._next(batch)

    def on_stop(self) -> None:
        """End the batch after the copy that is being signed; the rest goes on waiting."""
        if self._batch is not None:
            self._batch.stopping = True
            self._show()

    def on_preview(self, key: str) -> None:
        """Show the copy as it stands in the queue."""
        copy = self._queue.find(key)
        if copy is not None:
            self._preview(copy, partial(self._source.copy_pdf, copy))

    def close(self) -> None:
        """Leave the page to another officer: nothing more is signed, and the token is let go."""
        batch, self._batch = self._batch, None
        if batch is not None:
            self._let_go(batch)

    def _begin(self, copies: Sequence[WaitingCopy], *, stamping: bool) -> Batch | None:
        try:
            signer = self._source.signer()
        except StationError as error:
            self._fail(error)
            return None
        self._batch = Batch(signer=signer, copies=tuple(copies), stamping=stamping)
        self._view.show_problem("")
        self._show()
        return self._batch

    def _opened(self, batch: Batch, signed_by: str) -> None:
        batch.signed_by = signed_by
        self._next(batch)

    def _next(self, batch: Batch) -> None:
        if batch is not self._batch:
            return  # another officer is here
        copy = batch.current
        if copy is None or batch.stopping:
            said, tone = self._outcome(batch) if batch.good or batch.bad else ("", Tone.OK)
            self._end(batch, said, lambda said: self._view.show_done(said, tone))
            return
        self._show()
        if batch.stamping:
            work: Callable[[], bool] = partial(self._stamp, copy, batch.signer)
        else:
            work = partial(self._source.sign, copy, batch.signer, batch.signed_by)
        self._tokens.run(
            work, done=partial(self._signed, batch), failed=partial(self._not_signed, batch)
        )

    def _stamp(self, copy: WaitingCopy, signer: CopySigner) -> bool:
        self._source.stamp(copy, signer)
        return True

    def _signed(self, batch: Batch, stamped: bool) -> None:
        batch.went_well(stamped=stamped)
        self._next(batch)

    def _not_signed(self, batch: Batch, error: Exception) -> None:
        if ends_batch(error):
            self._stop(batch, error)
            return
        if batch.current is not None:
            self._queue.note_failure(batch.current)
        batch.went_wrong(words_of(error, self._language))
        self._next(batch)

    def _stop(self, batch: Batch, error: Exception) -> None:
        language, rest = self._language, len(batch.copies) - batch.good
        said = [words_of(error, language), w.REST[language].format(copies=rest)]
        if batch.good and not batch.stamping:
            said.append(w.DONE[language].format(signer=batch.signed_by, copies=batch.good))
        self._end(batch, " ".join(said), self._view.show_problem)

    def _end(self, batch: Batch, said: str, say: Callable[[str], object]) -> None:
        """Read the queue anew, and say what became of the batch on the page as it is then."""
        self._let_go(batch)

        def show(waiting: Sequence[WaitingCopy]) -> None:
            self._batch = None
            self._take(waiting)

        def say_it(said: str) -> None:
            self._batch = None
            if said:
                say(said)
            if batch.good:
                self._changed()

        show_then_say(
            self._store,
            self._source.waiting,
            show=show,
            said=said,
            say=say_it,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _let_go(self, batch: Batch) -> None:
        """Behind the copy that is being signed: one thread at a time talks to the token."""
        self._tokens.run(batch.signer.close, done=_nothing, failed=_nothing)

    def _outcome(self, batch: Batch) -> tuple[str, Tone]:
        language = self._language
        done = w.STAMPS_DONE if batch.stamping else w.DONE
        said = [done[language].format(signer=batch.signed_by, copies=batch.good)]
        if batch.unstamped:
            key = self._stamp_key
            said.append(w.DONE_UNSTAMPED[language].format(copies=batch.unstamped, key=key))
        if batch.bad:
            said += [w.DONE_FAILED[language].format(copies=batch.bad), batch.fault]
        if batch.current is not None:
            rest = len(batch.copies) - batch.good - batch.bad
            said.append(w.REST[language].format(copies=rest))
        whole = batch.current is None and not batch.bad and not batch.unstamped
        return " ".join(said), Tone.OK if whole else Tone.WARN

    def _take(self, waiting: Sequence[WaitingCopy]) -> None:
        self._queue.take(waiting)
        self._show()

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))

    def _why_not(self) -> str:
        """Say why nothing can be signed here; empty: it can."""
        if not self._source.may_sign:
            return w.NOT_ALLOWED[self._language]
        try:
            self._source.token()
        except StationError as error:
            return words_of(error, self._language)
        return ""

    def _show(self) -> None:
        why_not = self._why_not()
        token = None if why_not else self._source.token()
        self._view.show_sheet(
            sheet_of(
                self._queue,
                self._batch,
                token=token,
                why_not=why_not,
                language=self._language,
            )
        )


def _nothing(_: object = None) -> None:
    """Nobody waits for it."""
