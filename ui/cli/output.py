"""What the command line prints: one JSON document, or lines for people."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from station.codec import to_plain
from station.errors import StationError


def print_result(result: Any, *, as_json: bool, text: str | None = None) -> None:  # noqa: ANN401
    """Print what a command found.

    Args:
        result: a dataclass, or plain JSON values.
        text: what people read; without it, the plain values as indented lines.
    """
    plain = to_plain(result)
    if as_json:
        print(json.dumps(plain, ensure_ascii=False))
    elif text is not None:
        print(text)
    else:
        print("\n".join(_lines(plain)) or "–")


def print_error(error: StationError, *, as_json: bool, language: str) -> None:
    """Print a named refusal on stderr: ``CODE: sentence``, or the JSON of the contract."""
    from ui.messages import sentence

    message = sentence(error, language)
    if as_json:
        body = {"code": error.code, "message": message, "details": error.details}
        print(json.dumps({"error": body}, ensure_ascii=False), file=sys.stderr)
    else:
        print(f"{error.code}: {message}", file=sys.stderr)


def _lines(plain: Any, indent: str = "") -> list[str]:  # noqa: ANN401 - JSON values
    if isinstance(plain, Mapping):
        lines = []
        for key, value in plain.items():
            if isinstance(value, Mapping | list | tuple) and value:
                lines += [f"{indent}{key}:", *_lines(value, indent + "  ")]
            else:
                lines.append(f"{indent}{key}: {_scalar(value)}")
        return lines
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        lines = []
        for value in plain:
            inner = _lines(value, indent + "  ")
            lines += [indent + "- " + inner[0].lstrip(), *inner[1:]] if inner else []
        return lines
    return [indent + _scalar(plain)]


def _scalar(value: Any) -> str:  # noqa: ANN401 - JSON values
    if value is None or value in ([], {}, ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
