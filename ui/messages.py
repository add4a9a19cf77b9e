"""Error codes in the officer's words: what happened, what is safe, what to do."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from station.errors import StationError


@dataclass(frozen=True, slots=True)
class Message:
    """One error as it is shown. The three parts are whole sentences."""

    code: str
    title: str
    happened: str
    safe: str
    do: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.do) if part)


def message(error: StationError, language: str = "vi") -> Message:
    """Give the words filed under the error's code, filled with its details.

    Raises:
        KeyError: nobody wrote the words; a test makes sure that this cannot happen.
    """
    return words(error.code, error.details, language)


def words(code: str, details: dict[str, Any], language: str = "vi") -> Message:
    """Give the words filed under a code that was kept, filled with the details kept with it."""
    filed = _filed()[code][language]
    readable = _readable(details, language)
    parts = {part: filed[part].format_map(readable) for part in ("title", "happened", "safe", "do")}
    return Message(code=code, **parts)


def codes() -> tuple[str, ...]:
    """Give every code that has words."""
    return tuple(_filed())


def sentence(error: StationError, language: str = "vi") -> str:
    """Give the error as running text."""
    return str(message(error, language))


class _Readable(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def _readable(details: dict[str, Any], language: str) -> _Readable:
    return _Readable({key: _words(key, value, language, details) for key, value in details.items()})


def _words(key: str, value: Any, language: str, beside: dict[str, Any]) -> str:  # noqa: ANN401 - a JSON value
    if isinstance(value, list | tuple):
        return "; ".join(_words(key, item, language, beside) for item in value) or "–"
    if isinstance(value, str):
        from ui.detail_words import (
            named,  # it knows every paper and act; a start without error pays
        )

        return named(key, value, language, beside)
    if isinstance(value, dict):
        return " – ".join(str(item) for item in value.values())
    return "–" if value is None else str(value)


@cache
def _filed() -> dict[str, dict[str, dict[str, str]]]:
    text = files("ui").joinpath("messages.json").read_text(encoding="utf-8")
    filed: dict[str, dict[str, dict[str, str]]] = json.loads(text)
    return filed
