"""How much the line bears at once."""

from dataclasses import dataclass

_FIRST_CHUNK = 256 << 10
_SMALLEST_CHUNK = 32 << 10
_LARGEST_CHUNK = 1 << 20


@dataclass(slots=True)
class Pace:
    """How large a chunk, in bytes, the line bears."""

    chunk: int = _FIRST_CHUNK

    def slow_down(self) -> None:
        self.chunk = max(_SMALLEST_CHUNK, self.chunk // 2)

    def speed_up(self) -> None:
        self.chunk = min(_LARGEST_CHUNK, self.chunk * 2)
