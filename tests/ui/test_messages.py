import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files

import pytest

from station.domain.acts import ActNotAllowedError, DossierAct
from station.domain.dossier import DossierStatus
from station.domain.history import fold
from station.errors import StationError
from station.ports.officers import Role
from station.ports.printers import PrinterState
from station.usecases.permissions import Act
from station.words import LANGUAGES
from sync.reference_server.lawful import ProvinceAct
from tests.builders import a_chain, a_reception
from tests.life_samples import LIVES
from tests.station.test_acts import ARRIVED
from ui.detail_words import KEYED
from ui.messages import message
from ui.office_head import LogoProblem

FILED = json.loads(files("ui").joinpath("messages.json").read_text(encoding="utf-8"))


def every_error() -> Iterator[type[StationError]]:
    for root in ("station", "ui", "local_store", "devices", "sync"):
        package = importlib.import_module(root)
        for module in pkgutil.walk_packages(package.__path__, root + "."):
            if not module.name.endswith("__main__") and ".migrations." not in module.name:
                importlib.import_module(module.name)
    todo = [StationError]
    while todo:
        for error in todo.pop().__subclasses__():
            if not error.__module__.startswith("tests"):
                yield error
            todo.append(error)


ERRORS = sorted(set(every_error()), key=lambda error: (error.__module__, error.__name__))


def test_every_error_has_words_in_both_languages() -> None:
    codes = {error.code for error in ERRORS if "code" in vars(error)}

    assert sorted(codes - set(FILED)) == []
    assert sorted(set(FILED) - codes) == []


def test_no_code_means_two_things() -> None:
    owners: dict[str, set[str]] = {}
    for error in ERRORS:
        if "code" in vars(error):
            owners.setdefault(error.code, set()).add(error.__qualname__)

    assert {code: names for code, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("code", sorted(FILED))
def test_words_say_what_happened_what_is_safe_and_what_to_do(code: str) -> None:
    assert re.fullmatch(r"[A-Z]{2,5}-\d{2,4}", code)
    for language in LANGUAGES:
        words = FILED[code][language]
        assert set(words) == {"title", "happened", "safe", "do"}
        for part in ("happened", "safe", "do"):
            assert words[part].endswith((".", "}", "…")), (code, language, part)


def test_details_fill_the_words() -> None:
    class SpentError(StationError):
        code = "NUM-001"

        @property
        def details(self) -> dict[str, object]:
            return {"total": 100, "on": "2026-11-23"}

    vietnamese, english = message(SpentError()), message(SpentError(), "en")

    assert "100" in str(vietnamese)
    assert "2026-11-23" in str(english)
    assert vietnamese.title != english.title


@pytest.mark.parametrize(
    ("detail", "keys"),
    [
        ("status", DossierStatus),
        ("act", DossierAct),
        ("allowed", DossierAct),
        ("act", Act),
        ("act", ProvinceAct),
        ("allowed", ProvinceAct),
        ("role", Role),
        ("problem", LogoProblem),
        ("state", PrinterState),
    ],
)
def test_every_key_in_the_details_has_words(detail: str, keys: type[StrEnum]) -> None:
    assert {key.value for key in keys} <= set(KEYED[detail])


def test_a_refused_act_is_told_in_words_not_in_keys() -> None:
    dossier = fold(a_chain(a_reception(), ARRIVED))
    error = ActNotAllowedError(dossier, DossierAct.WITHDRAW)

    vietnamese, english = str(message(error)), str(message(error, "en"))

    assert "đã có kết quả" in vietnamese
    assert "rút hồ sơ" in vietnamese
    assert "trả kết quả; báo mất giấy hẹn" in vietnamese
    assert "result_ready" not in vietnamese + english
    assert "return the result" in english


def test_where_there_is_no_result_papers_are_given_back_and_no_result() -> None:
    stopped = fold(a_chain(*LIVES["stopped"]))
    error = ActNotAllowedError(stopped, DossierAct.WITHDRAW)

    vietnamese, english = str(message(error)), str(message(error, "en"))

    assert "Việc được phép: trả giấy tờ; " in vietnamese
    assert "Allowed now: give the papers back; " in english
