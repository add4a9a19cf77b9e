"""The time that one picture may take."""

import time


class Budget:
    """Counts the processor time of this thread, so that other programs' work costs no readings."""

    def __init__(self, seconds: float) -> None:
        self._end = time.thread_time() + seconds

    @property
    def is_spent(self) -> bool:
        return time.thread_time() >= self._end
