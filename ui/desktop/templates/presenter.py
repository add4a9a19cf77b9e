"""Shows the office's forms, opens a file of them, and puts it in force."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from station.words import Language, Words
from ui.desks.templates import Candidate, Difference, FormKey, FormState, PapersState
from ui.desktop.kit.tone import Tone
from ui.desktop.paper_names import paper_name
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks
from ui.desktop.templates import words as w
from ui.desktop.templates.view_model import FormLine, TemplatesSheet, TemplatesView
from ui.paper_templates import Origin


class TemplatesSource(Protocol):
    """What the page needs of the desk; every call waits for the disk."""

    @property
    def may_change(self) -> bool: ...

    def state(self, candidate: Candidate | None) -> PapersState: ...

    def open(self, file: Path) -> Candidate: ...

    def preview(self, key: FormKey, candidate: Candidate | None) -> bytes: ...

    def put_in_force(self, candidate: Candidate) -> None: ...

    def reset(self) -> None: ...

    def keep_logo(self, picture: Path | None) -> None: ...

    def keep_head(self, lines: tuple[str, ...]) -> None: ...

    def to_begin_from(self, key: FormKey) -> bytes: ...


class TemplatesPresenter:
    """The page of forms of one officer."""

    def __init__(
        self,
        view: TemplatesView,
        *,
        source: TemplatesSource,
        draw_pages: Callable[[bytes], Sequence[bytes]],
        trial: Callable[[str, Callable[[], bytes]], str],
        save: Callable[[Path, bytes], object],
        file_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            draw_pages: gives each page of a PDF as PNG.
            trial: prints a form of this name, and gives the printer's name.
            save: writes a file that the officer named.
        """
        self._view, self._source = view, source
        self._draw_pages, self._trial, self._save = draw_pages, trial, save
        self._files, self._printer = file_worker, printer_worker
        self._language: Language = language
        self._state: PapersState | None = None
        self._candidate: Candidate | None = None
        self._selected = FormKey("01")
        self._busy = False

    def refresh(self) -> None:
        """Read what is in force anew; an act that is under way will show it by itself."""
        if not self._busy:
            self._look()

    def on_selected(self, row: int) -> None:
        """See another form."""
        forms = self._state.forms if self._state else ()
        if 0 <= row < len(forms) and forms[row].key != self._selected:
            self._selected = forms[row].key
            self._draw()

    def on_file_chosen(self, path: str) -> None:
        """Open a file and see what it changes; a broken one is named, what was seen stays."""

        def opened() -> tuple[Candidate, PapersState]:
            candidate = self._source.open(Path(path))
            return candidate, self._source.state(candidate)

        def done(found: tuple[Candidate, PapersState]) -> None:
            self._candidate, self._state = found
            changed = [form.key for form in found[1].forms if form.changed]
            if changed:
                self._selected = changed[0]
            self._ready()

        self._run(opened, done)

    def on_dropped(self) -> None:
        """Put the opened file aside; it stays the file it was."""
        if self._candidate is not None and not self._busy:
            self._candidate = self._state = None
            self._view.show_problem("")
            self._look()

    def on_taken(self) -> None:
        """Put the opened file in force."""
        candidate = self._candidate
        if candidate is not None and self._may_take:
            said = w.TAKEN[self._language].format(file=candidate.name)
            self._act(partial(self._source.put_in_force, candidate), said, drops=True)

    def on_reset(self) -> None:
        """Use the built-in forms again."""
        self._act(self._source.reset, self._say(w.RESET), drops=True)

    def on_logo(self, path: str) -> None:
        """Put a picture at the head of papers; empty takes it away."""
        said = self._say(w.LOGO_KEPT if path else w.LOGO_GONE)
        self._act(partial(self._source.keep_logo, Path(path) if path else None), said)

    def on_head(self, lines: Sequence[str]) -> None:
        """Put lines at the head of papers."""
        self._act(partial(self._source.keep_head, tuple(lines)), self._say(w.HEAD_KEPT))

    def on_save(self, path: str) -> None:
        """Write a file to edit: what is in force, and the form that is seen."""
        key, file = self._selected, Path(path)
        said = w.SAVED[self._language].format(file=file.name)

        def work() -> None:
            self._save(file, self._source.to_begin_from(key))

        self._run(work, lambda _: self._finish(said))

    def on_print(self) -> None:
        """Print the form that is seen, marked as a preview."""
        if self._state is None or self._busy:
            return
        key, candidate = self._selected, self._candidate
        self._set_busy(True)
        self._printer.run(
            lambda: self._trial(key.paper, lambda: self._source.preview(key, candidate)),
            done=lambda name: self._finish(w.PRINTED[self._language].format(printer=name)),
            failed=self._fail,
        )

    # -- doing --------------------------------------------------------------------------------

    def _look(self) -> None:
        candidate = self._candidate

        def done(state: PapersState) -> None:
            if candidate is self._candidate and not self._busy and state != self._state:
                self._state = state
                self._ready()

        self._files.run(lambda: self._source.state(candidate), done=done, failed=self._fail)

    def _act(self, act: Callable[[], object], said: str, *, drops: bool = False) -> None:
        kept = None if drops else self._candidate

        def work() -> PapersState:
            act()
            return self._source.state(kept)

        def done(state: PapersState) -> None:
            self._candidate, self._state = kept, state
            self._ready()
            self._view.show_done(said)

        self._run(work, done)

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        if self._busy:
            return
        self._set_busy(True)

        def finished(found: object) -> None:
            self._set_busy(False)
            done(found)

        self._files.run(work, done=finished, failed=self._fail)

    def _finish(self, said: str) -> None:
        self._set_busy(False)
        self._view.show_problem("")
        self._view.show_done(said)

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        self._view.show_problem(words_of(error, self._language))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)

    def _draw(self) -> None:
        key, candidate = self._selected, self._candidate

        def drawn(pages: Sequence[bytes]) -> None:
            if (key, candidate) == (self._selected, self._candidate):
                self._view.show_pages(tuple(pages), self._name(key))

        self._files.run(
            lambda: self._draw_pages(self._source.preview(key, candidate)),
            done=drawn,
            failed=self._fail,
        )

    # -- showing ------------------------------------------------------------------------------

    def _ready(self) -> None:
        state = self._state
        keys = [form.key for form in state.forms] if state else []
        if self._selected not in keys and keys:
            self._selected = keys[0]
        self._view.show_problem(self._problem(state))
        self._show()
        self._draw()

    def _problem(self, state: PapersState | None) -> str:
        broken = state.in_force.problem if state and self._candidate is None else None
        return words_of(broken, self._language) if broken else ""

    @property
    def _may_take(self) -> bool:
        changes = any(form.changed for form in self._state.forms) if self._state else False
        mends = self._state is not None and self._state.in_force.problem is not None
        return self._source.may_change and self._candidate is not None and (changes or mends)

    def _show(self) -> None:
        state, language = self._state, self._language
        if state is None:
            return
        found = state.in_force
        broken = found.origin is Origin.BUILT_IN and found.problem is not None
        fact, consequence, tone = self._advice(state)
        self._view.show_sheet(
            TemplatesSheet(
                lines=tuple(map(self._line, state.forms)),
                selected=[form.key for form in state.forms].index(self._selected),
                opened=self._candidate.name if self._candidate else "",
                in_force=(w.BROKEN if broken else w.IN_FORCE[found.origin])[language],
                in_force_tone=Tone.WARN if found.problem else Tone.OK,
                head=state.head,
                logo=state.logo,
                may_change=self._source.may_change,
                may_reset=found.origin is not Origin.BUILT_IN or found.problem is not None,
                fact=fact,
                consequence=consequence,
                tone=tone,
            )
        )

    def _advice(self, state: PapersState) -> tuple[str, str, Tone]:
        if not self._source.may_change:
            return self._say(w.NOT_ALLOWED), "", Tone.MUTE
        if self._candidate is None:
            return self._say(w.CHOOSE), "", Tone.MUTE
        count = sum(bool(form.changed) for form in state.forms)
        if not self._may_take:
            return self._say(w.NOTHING), "", Tone.INFO
        said = w.COUNT[self._language].format(count=count)
        return f"{self._say(w.READY)} {said}", self._say(w.FROM_NEXT), Tone.OK

    def _line(self, form: FormState) -> FormLine:
        return FormLine(
            name=paper_name(form.key.paper, self._language),
            procedure=form.key.procedure,
            own=self._said(form.in_force),
            changes=self._said(form.changed),
        )

    def _said(self, difference: Difference) -> str:
        language = self._language
        parts = [w.PARTS[part][language] for part in difference.parts]
        if difference.left_out:
            parts.append(w.LEFT_OUT[language].format(facts=", ".join(difference.left_out)))
        if difference.added:
            parts.append(w.ADDED[language].format(facts=", ".join(difference.added)))
        return "; ".join(parts)

    def _name(self, key: FormKey) -> str:
        name = paper_name(key.paper, self._language)
        if not key.procedure:
            return name
        return w.FOR[self._language].format(name=name, procedure=key.procedure)

    def _say(self, words: Words) -> str:
        return words[self._language]
