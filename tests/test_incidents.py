"""The incidents of the counter that the rules of procedure answer: each is shown by a test.

A test says which one it shows: ``test_n17_…``, or ``N17: …`` at the head of its words or its
file's. To find them: ``grep -rn "N17" tests``.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
INCIDENTS = {
    5: "the wrong procedure, before the reception",
    6: "the wrong procedure or day, after it",
    7: "papers are missing",
    8: "no identity paper was brought",
    9: "an organisation",
    10: "somebody who acts for another",
    11: "the same person and procedure again",
    13: "three days without a line",
    14: "the computer's clock is wrong",
    15: "two counters, the same person",
    16: "another person collects",
    17: "the slip is lost",
    18: "the slip is printed again",
    19: "what was missing comes",
    20: "the dossier is withdrawn",
    21: "late, and an apology",
    22: "refused or stopped after the reception",
    25: "the catalogue changes in the middle of the day",
}
_NAMED = re.compile(r"\bN(\d+)\b")
_CALLED = re.compile(r"^test_n(\d+)_")


@cache
def shown() -> set[int]:
    """Give the numbers of the incidents that some test says it shows."""
    found: set[int] = set()
    for file in set(TESTS.rglob("test_*.py")) - {Path(__file__)}:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        tests = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        said = [ast.get_docstring(tree) or "", *(ast.get_docstring(test) or "" for test in tests)]
        numbers = _NAMED.findall("\n".join(said))
        numbers += [number for node in tests for number in _CALLED.findall(node.name)]
        found |= set(map(int, numbers))
    return found


@pytest.mark.parametrize("number", INCIDENTS, ids=lambda number: f"N{number}")
def test_an_incident_is_shown_by_a_test_that_bears_its_number(number: int) -> None:
    assert number in shown(), INCIDENTS[number]
