"""Keeps what an officer chooses of the window. The theme changes at once; size, language and keys
at the next start, because every page is built with them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from station.words import Language
from ui.desktop.key_choices import DELIVERED, KeyFault, changeable, problem_with
from ui.desktop.keys import KEYS, Act, written
from ui.desktop.problems import words_of
from ui.desktop.settings import words as w
from ui.desktop.settings.view_model import DARK, KeyLine, SettingsSheet, SettingsView
from ui.desktop.tasks import Tasks
from ui.preferences import CitizenDisplay, Preferences


class SettingsPresenter:
    """The settings of one counter."""

    def __init__(
        self,
        view: SettingsView,
        *,
        began_with: Preferences,
        chosen: Preferences,
        keep: Callable[[Preferences], object],
        show_theme: Callable[[bool], object],
        show_citizen: Callable[[CitizenDisplay], object],
        lock_after: Callable[[int], object],
        largest_text: Callable[[], int],
        file_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            began_with: what the program was started with.
            chosen: what is written down; somebody may have changed it since the start.
            keep: writes the choice down; it waits for the disk.
            show_theme: brings the dark theme, or the light one, at once.
            show_citizen: does what was chosen of the citizen's display, at once.
            lock_after: has the window lock after so many minutes, at once.
            largest_text: for how many per cent the screen has room.
        """
        self._view = view
        self._began, self._now = began_with, chosen
        self._keep, self._show_theme, self._largest = keep, show_theme, largest_text
        self._show_citizen, self._lock_after = show_citizen, lock_after
        self._worker = file_worker
        self._language: Language = language

    def refresh(self) -> None:
        """Show what is chosen."""
        now = self._now
        self._view.show_sheet(
            SettingsSheet(
                dark=now.dark,
                text_percent=now.text_percent,
                language=now.language or self._language,
                lock_minutes=now.lock_minutes,
                keys=tuple(self._key_line(act) for act in KEYS if changeable(act)),
                restart_needed=self._waits_for_restart(),
            )
        )

    def on_theme(self, theme: str) -> None:
        """Change the theme at once."""
        self._show_theme(theme == DARK)
        self._choose(replace(self._now, dark=theme == DARK), "")

    def on_citizen(self, display: CitizenDisplay) -> None:
        """Change the citizen's display at once."""
        self._show_citizen(display)
        self._choose(replace(self._now, citizen=display), "")

    def on_lock_minutes(self, minutes: int) -> None:
        """Lock after so many minutes in which nobody touched anything; 0: never."""
        self._lock_after(minutes)
        self._choose(replace(self._now, lock_minutes=minutes), "")

    def on_text_size(self, percent: int) -> None:
        """Take another size; say so where the screen has no room for the whole window."""
        said, most = w.NEXT_START[self._language], self._largest()
        if percent > most:
            said = f"{said} {w.IS_SCROLLED[self._language].format(most=most)}"
        self._choose(replace(self._now, text_percent=percent), said)

    def on_language(self, language: Language) -> None:
        """Take another language."""
        self._choose(replace(self._now, language=language), w.NEXT_START[self._language])

    def on_key(self, name: str, keys: str) -> None:
        """Give an act another key, unless something stands in its way."""
        act, language = Act(name), self._language
        problem = problem_with(act, keys)
        taken = problem.taken_by if problem else self._chosen_for(act, keys)
        shown = written(keys)
        if problem is not None or taken is not None:
            fault = problem.fault if problem else KeyFault.TAKEN
            words = KEYS[taken].label(language) if taken else ""
            self._view.show_problem(w.FAULTS[fault][language].format(keys=shown, act=words))
            return
        chosen = {**self._now.keys, name: keys}
        if keys == DELIVERED[act]:
            del chosen[name]
        said = w.CHANGED[language].format(act=KEYS[act].label(language), keys=shown)
        self._choose(replace(self._now, keys=chosen), said)

    def on_delivered(self) -> None:
        """Take every key back to what was delivered."""
        self._choose(replace(self._now, keys={}), w.DELIVERED[self._language])

    def _waits_for_restart(self) -> bool:
        now, began = self._now, self._began
        built_in = (now.text_percent, now.language, now.keys)
        return built_in != (began.text_percent, began.language, began.keys)

    def _chosen_for(self, act: Act, keys: str) -> Act | None:
        """Give the act for which this key was chosen just now; it does not act before the next
        start, but two must not wait for it."""
        for name, other in self._now.keys.items():
            if other == keys and name != act.value:
                return Act(name)
        return None

    def _key_line(self, act: Act) -> KeyLine:
        keys = self._now.keys.get(act.value, DELIVERED[act])
        return KeyLine(
            act=act.value,
            words=KEYS[act].label(self._language),
            where=w.PLACES[KEYS[act].scope][self._language],
            keys=written(keys),
            changed=keys != DELIVERED[act],
        )

    def _choose(self, chosen: Preferences, said: str) -> None:
        before, self._now = self._now, chosen  # the next choice may come before this one is kept
        self._worker.run(
            lambda: self._keep(chosen),
            done=lambda _: self._kept(said),
            failed=partial(self._not_kept, before, chosen),
        )

    def _not_kept(self, before: Preferences, chosen: Preferences, error: Exception) -> None:
        if self._now == chosen:
            self._now = before
        self.refresh()
        self._view.show_problem(words_of(error, self._language))

    def _kept(self, said: str) -> None:
        self._view.show_problem("")
        self.refresh()
        if said:
            self._view.show_done(said)
