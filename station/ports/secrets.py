"""Small secrets that live inside the encrypted store: keys, tokens, sync state."""

from typing import Any, Protocol


class Secrets(Protocol):
    """Secrets under their names."""

    def get(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """Give the JSON value under this name; None when there is none."""
        ...

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401
        """Store a JSON value in a transaction of its own."""
        ...
