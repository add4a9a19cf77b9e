"""Saves the support page where the officer wants it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from station.ports.devices import DeviceState
from station.words import Language, Words
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks
from ui.support_page import StationFacts, support_page

_SAVING: Words = {
    "vi": "Đang hỏi kho, thiết bị…",
    "en": "Asking the store and the devices…",
}
_SAVED: Words = {
    "vi": "Đã lưu {file}. Trong đó không có tên, số giấy tờ hay hồ sơ của ai: gửi được.",
    "en": "Saved {file}. Nobody's name, number or dossier is in it: it may be sent.",
}


class SupportView(Protocol):
    """Where it is told what became of it."""

    def show_support(self, sentence: str, *, failed: bool = False) -> None: ...


class SupportPresenter:
    """Asks the store, then the devices, and writes what they say."""

    def __init__(
        self,
        view: SupportView,
        *,
        facts: Callable[[], StationFacts],
        devices: Callable[[], Sequence[DeviceState]],
        window: Callable[[], str],
        write: Callable[[Path, bytes], object],
        store_worker: Tasks,
        device_worker: Tasks,
        file_worker: Tasks,
        language: Language,
    ) -> None:
        self._view = view
        self._facts, self._devices = facts, devices
        self._window, self._write = window, write
        self._store, self._device, self._file = store_worker, device_worker, file_worker
        self._language: Language = language

    def on_save(self, path: str) -> None:
        """Write the page into a file."""
        self._view.show_support(_SAVING[self._language])
        file, window = Path(path), self._window()

        def ask_devices(facts: StationFacts) -> None:
            self._device.run(
                self._devices, done=lambda devices: write(facts, devices), failed=self._fail
            )

        def write(facts: StationFacts, devices: Sequence[DeviceState]) -> None:
            page = support_page(facts, devices, self._language, window=window)
            said = _SAVED[self._language].format(file=file.name)
            self._file.run(
                lambda: self._write(file, page.encode()),
                done=lambda _: self._view.show_support(said),
                failed=self._fail,
            )

        self._store.run(self._facts, done=ask_devices, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._view.show_support(words_of(error, self._language), failed=True)
