"""Asks the province about one dossier, and puts the answer into words. Free of Qt."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, Protocol

from station.domain.dossier import DossierStatus
from station.domain.ids import short_code
from station.ports.province import ProvinceDossier, ProvinceFact
from station.words import Language, Words, capitalised, clock, day_and_month, figures
from ui.desks.server import ServerAnswer
from ui.desktop.dossier.words import FACTS
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.server_sheet import ServerSheet
from ui.desktop.tasks import Tasks
from ui.dossier_words import STATES

_W: Final[dict[str, Words]] = {
    "asking": {"vi": "Đang hỏi máy chủ về {code}…", "en": "Asking the server about {code}…"},
    "found": {"vi": "Máy chủ có hồ sơ {code}", "en": "The server has dossier {code}"},
    "nothing": {"vi": "Máy chủ không có hồ sơ {code}", "en": "The server has no dossier {code}"},
    "failed": {"vi": "Chưa hỏi được máy chủ", "en": "The server could not be asked"},
    "code": {"vi": "Mã hồ sơ", "en": "Code"},
    "procedure": {"vi": "Thủ tục", "en": "Procedure"},
    "state": {"vi": "Tình trạng", "en": "State"},
    "received": {"vi": "Tiếp nhận", "en": "Received"},
    "last": {"vi": "Việc cuối", "en": "Last act"},
    "acts": {"vi": "Đã ghi", "en": "Recorded"},
    "acts_of": {"vi": "{count} việc", "en": "{count} acts"},
    "files": {"vi": "Tệp quét", "en": "Scans"},
    "files_of": {"vi": "có {present}/{count}", "en": "{present} of {count}"},
    "counter": {"vi": "Quầy {number}", "en": "Counter {number}"},
    "province": {"vi": "cơ quan giải quyết", "en": "the handling agency"},
    "asked": {"vi": "Hỏi lúc {time}.", "en": "Asked at {time}."},
    "same": {"vi": "Máy này cũng ghi vậy.", "en": "This station says the same."},
    "differs": {
        "vi": "Máy này ghi: {here}. Bấm F5 để gửi, nhận cho khớp.",
        "en": "This station says: {here}. F5 sends and fetches what is missing.",
    },
    "elsewhere": {
        "vi": "Không ở máy này: giấy tờ, giấy hẹn, kết quả hỏi ở quầy ấy.",
        "en": "Not at this station: its papers, slip and result are at that counter.",
    },
    "only_here": {
        "vi": "Hồ sơ ở máy này nhưng chưa gửi lên: nằm an toàn ở đây. Bấm F5 để gửi.",
        "en": "It is at this station and was not sent yet: it is safe here. F5 sends it.",
    },
    "nowhere": {
        "vi": "Xem lại mã. Quầy khác vừa nhận mà chưa gửi thì máy chủ cũng chưa biết.",
        "en": "Look at the code again. The server does not know either what another counter has"
        " received and not sent.",
    },
}


class ServerView(Protocol):
    def show_server(self, sheet: ServerSheet) -> None: ...


class AsksServer(Protocol):
    """Waits for the line."""

    def __call__(self, code: str, /) -> ServerAnswer: ...


class ServerAsking:
    """One question at a time; the answer to an older one is let fall."""

    def __init__(
        self, view: ServerView, *, ask: AsksServer, asking_worker: Tasks, language: Language
    ) -> None:
        self._view = view
        self._ask = ask
        self._worker = asking_worker
        self._language: Language = language
        self._code = ""

    def on_asked(self, code: str) -> None:
        """Ask about a dossier."""
        self._code = code
        asking = _W["asking"][self._language].format(code=short_code(code))
        self._view.show_server(ServerSheet(title=asking, is_awaited=True))
        self._worker.run(
            partial(self._ask, code), done=self._answered, failed=partial(self._failed, code)
        )

    def _answered(self, answer: ServerAnswer) -> None:
        self._show(answer.code, lambda: sheet_of(answer, self._language))

    def _failed(self, code: str, error: Exception) -> None:
        title, language = _W["failed"][self._language], self._language
        sheet = ServerSheet(title=title, note=words_of(error, language), tone=Tone.ERR)
        self._show(code, lambda: sheet)

    def _show(self, code: str, sheet: Callable[[], ServerSheet]) -> None:
        if code == self._code:
            self._view.show_server(sheet())


def sheet_of(answer: ServerAnswer, language: Language) -> ServerSheet:
    """Give the answer in words."""
    code, found = short_code(answer.code), answer.dossier
    asked = _W["asked"][language].format(time=clock(answer.asked_at))
    if found is None:
        note = _W["only_here" if answer.here is not None else "nowhere"][language]
        title = _W["nothing"][language].format(code=code)
        return ServerSheet(title=title, note=f"{asked} {note}", tone=Tone.WARN)
    note, tone = _compared(found.status, answer.here, language)
    return ServerSheet(
        title=_W["found"][language].format(code=code),
        lines=tuple((_W[key][language], said) for key, said in _lines(answer, found, language)),
        note=f"{asked} {note}",
        tone=tone,
    )


def _lines(
    answer: ServerAnswer, found: ProvinceDossier, language: Language
) -> Iterator[tuple[str, str]]:
    yield "code", found.dossier_code
    yield "procedure", answer.procedure
    yield "state", capitalised(_state(found.status, language))
    history = sorted(found.history, key=lambda fact: fact.occurred_at)
    if history:
        yield "received", _when_and_where(history[0], language)
        last = history[-1]
        named = FACTS[last.kind][0][language] if last.kind in FACTS else last.kind
        yield "last", f"{named}, {_when_and_where(last, language)}"
    yield "acts", _W["acts_of"][language].format(count=figures(len(history)))
    present = sum(file.present for file in found.files)
    if found.files:
        words = _W["files_of"][language]
        yield "files", words.format(present=figures(present), count=figures(len(found.files)))


def _compared(status: str, here: DossierStatus | None, language: Language) -> tuple[str, Tone]:
    if here is None:
        return _W["elsewhere"][language], Tone.INFO
    if here.value == status:
        return _W["same"][language], Tone.OK
    return _W["differs"][language].format(here=STATES[here][language]), Tone.WARN


def _state(status: str, language: Language) -> str:
    """Say a state of the wire; one that a later server adds keeps its own name."""
    known = next((one for one in DossierStatus if one.value == status), None)
    return status if known is None else STATES[known][language]


def _when_and_where(fact: ProvinceFact, language: Language) -> str:
    at = f"{clock(fact.occurred_at)} {day_and_month(fact.occurred_at.date())}"
    number = fact.station_id.rpartition("/")[2]
    by = _W["counter"][language].format(number=number) if number.isdecimal() else ""
    return f"{at}, {by or _W['province'][language]}"
