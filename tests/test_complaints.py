"""The table of complaints names tests that exist: see ``docs/complaints.md``."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "docs" / "complaints.md"
_ROW = re.compile(r"\| (\d+) \| .+ \| `([\w/]+)`: `(\w+)` \|")
ROWS = [
    match.groups() for match in map(_ROW.fullmatch, TABLE.read_text("utf-8").split("\n")) if match
]


@pytest.mark.parametrize(("number", "file", "begins"), ROWS, ids=[row[0] for row in ROWS])
def test_a_complaint_is_answered_by_one_test(number: str, file: str, begins: str) -> None:
    tree = ast.parse((TESTS / f"{file}.py").read_text(encoding="utf-8"))
    names = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert sum(name.startswith(f"test_{begins}") for name in names) == 1


def test_every_complaint_has_its_row() -> None:
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 26))
