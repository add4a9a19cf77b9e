"""The base of every error an officer can meet.

Each concrete error stands beside the rule it guards and carries a stable code. The text of the
exception is for the log; what the officer reads is filed under the code in ``ui/messages.py``.
"""

import json
from typing import Any, ClassVar

import msgspec


class StationError(Exception):
    """Something that an officer can understand and act on. Everything else is a bug."""

    code: ClassVar[str]
    """Stable: on the screen, in the log, in the manual. Never used again for something else."""
    retryable: ClassVar[bool] = False
    unavailable: ClassVar[bool] = False
    """True when a device or the network is missing (exit status 3 instead of 1)."""

    @property
    def details(self) -> dict[str, Any]:
        """What a program or the message text needs, as plain JSON values: all that the error
        carries, unless a class says otherwise. So none carries personal data."""
        plain: dict[str, Any] = json.loads(json.dumps(msgspec.to_builtins(vars(self))))
        return plain  # by way of JSON that knows halves of letters, as a command line may bring


class ProblemError(StationError):
    """Something that somebody wrote or asked for is no good. ``problem`` says how, for whoever did.

    Its subclasses have the codes.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
