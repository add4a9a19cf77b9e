"""Shows how every device is, tries one out, and sets up a reader that was found."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from station.ports.devices import NOT_SET_UP, DeviceState
from station.ports.readers import Arrival
from station.words import Language, Words
from ui.desks.devices import Trial
from ui.desktop.devices import words as w
from ui.desktop.devices.lines import device_lines, state_words, summary_of
from ui.desktop.devices.view_model import DeviceSheet, DevicesView
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks


class DeviceSource(Protocol):
    """What the page needs of the devices; every call may wait for one."""

    def look(self) -> Sequence[DeviceState]: ...

    def ask(self, name: str) -> Trial: ...

    def print_trial(self, name: str) -> None: ...

    def set_up(self, found: DeviceState) -> None: ...


class DevicesPresenter:
    """The devices page of one officer."""

    def __init__(
        self,
        view: DevicesView,
        *,
        devices: DeviceSource,
        now: Callable[[], datetime],
        device_worker: Tasks,
        language: Language,
    ) -> None:
        self._view = view
        self._source, self._now = devices, now
        self._worker = device_worker
        self._language: Language = language
        self._devices: tuple[DeviceState, ...] = ()
        self._worked: dict[str, datetime] = {}
        self._read_last = ""
        self._set_up: set[str] = set()
        self._busy = ""

    def refresh(self) -> None:
        """Ask every device anew, unless something is under way."""
        self._begin(w.LOOKING, self._source.look, done=self._take_all)

    def on_try(self, name: str) -> None:
        """Ask one device how it is."""
        self._begin(w.TRYING, lambda: self._source.ask(name), done=self._take_trial, name=name)

    def on_print(self, name: str) -> None:
        """Print a trial paper."""
        self._begin(
            w.TRYING,
            lambda: self._source.print_trial(name),
            done=lambda _: self._printed(name),
            name=name,
        )

    def on_set_up(self, name: str) -> None:
        """Make a reader that was found one of this station's."""
        found = self._found(name)
        if found is None or found.state != NOT_SET_UP:
            return
        self._begin(
            w.TRYING,
            lambda: self._source.set_up(found),
            done=lambda _: self._settled(found),
            name=name,
        )

    def on_arrival(self, arrival: Arrival) -> None:
        """Note that a reader has read something; what it was is no matter of this page."""
        name = self._reader_of(arrival)
        self._read_last = name
        if name and arrival.problem is None:
            self._worked[name] = self._now()
            self._show()

    def on_card(self) -> None:
        """Say that a card was read; it is somebody's own, and goes into no dossier from here."""
        name = self._read_last or w.A_READER[self._language]
        self._view.show_done(self._said(w.HEARD, name=name, what=w.A_CARD[self._language]))

    def _begin(
        self,
        words: Words,
        work: Callable[[], object],
        *,
        done: Callable[..., None],
        name: str = "",
    ) -> None:
        if self._busy:
            return
        self._busy = self._said(words, name=name)
        self._view.show_problem("")
        self._show()

        def ended(result: object) -> None:
            self._busy = ""
            done(result)
            self._show()

        self._worker.run(work, done=ended, failed=self._fail)

    def _take_all(self, devices: Sequence[DeviceState]) -> None:
        self._devices = tuple(one for one in devices if one.address not in self._set_up)

    def _take_trial(self, trial: Trial) -> None:
        state = trial.state
        self._devices = tuple(state if one.name == state.name else one for one in self._devices)
        said = state_words(state.state, self._language)
        self._view.show_done(self._said(w.TRIED, name=state.name, state=said, ms=f"{trial.ms:.0f}"))

    def _printed(self, name: str) -> None:
        self._worked[name] = self._now()
        found = self._found(name)
        simulated = found is not None and found.simulated
        self._view.show_done(self._said(w.PRINTED_SIMULATED if simulated else w.PRINTED, name=name))

    def _settled(self, found: DeviceState) -> None:
        self._set_up.add(found.address)
        self._devices = tuple(one for one in self._devices if one is not found)
        self._view.show_done(self._said(w.SET_UP, name=found.name))

    def _fail(self, error: Exception) -> None:
        self._busy = ""
        self._show()
        self._view.show_problem(words_of(error, self._language))

    def _found(self, name: str) -> DeviceState | None:
        return next((one for one in self._devices if one.name == name), None)

    def _reader_of(self, arrival: Arrival) -> str:
        """Give the device that delivered; one in keyboard mode is known to the window by another
        name than to the settings."""
        readers = [one for one in self._devices if one.role == "id_reader"]
        by_name = (one.name for one in readers if one.name == arrival.reader)
        by_keys = (one.name for one in readers if one.driver == "keyboard")
        return next(by_name, next(by_keys, arrival.reader))

    def _said(self, words: Words, **values: str) -> str:
        return words[self._language].format(**values)

    def _show(self) -> None:
        lines = device_lines(self._devices, self._worked, self._language)
        summary = summary_of(lines, self._language)
        self._view.show_sheet(DeviceSheet(lines=lines, summary=summary, busy=self._busy))
