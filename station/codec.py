"""Dataclasses to and from plain JSON values. Dates are ISO 8601, ids are text."""

from typing import Any, TypeVar

import msgspec

from station.typed_reading import ready

T = TypeVar("T")


def to_plain(value: Any) -> Any:  # noqa: ANN401 - any dataclass may come
    """Turn a dataclass tree into dicts, lists and scalars that JSON can hold."""
    return msgspec.to_builtins(value)


def from_plain(plain: Any, kind: type[T]) -> T:  # noqa: ANN401 - it comes from outside
    """Build ``kind`` from plain JSON values.

    Raises:
        msgspec.ValidationError: a field is missing or has another type; the text names its place.
    """
    return msgspec.convert(plain, ready(kind))
