"""Column types: times in Viet Nam and JSON, alike on every database."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Dialect, String, Text, TypeDecorator

from station.domain.journal import VIETNAM


class VietnamTime(TypeDecorator[datetime]):
    """An aware time, kept as ISO 8601 text with +07:00: sorts by time, and reads as printed."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its offset")
        return value.astimezone(VIETNAM).isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value).replace(tzinfo=VIETNAM)


class Json(TypeDecorator[Any]):
    """A JSON value as text, exactly as it was written."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401 - JSON
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401 - JSON
        return None if value is None else msgspec.json.decode(value)
