"""Every rule in ``docs/rules.md`` names code and a test that exist."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and "`" in line
]
SOURCES = {"text", "second hand", "practice", "text of each pack"}


def test_the_page_has_its_rules() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_rule_names_what_is_there(row: list[str]) -> None:
    _, article, source, does, code, test = row

    assert article
    assert does
    assert source in SOURCES
    assert (ROOT / code.strip("`")).is_file()
    file, _, name = test.strip("`").partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert name in names
