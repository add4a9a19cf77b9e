"""The sheet that a drawer is counted on."""

from station.domain.money.amounts import DENOMINATIONS
from station.forms.cash_count import cash_count
from station.forms.letter import Fields, Grid, Letter
from station.words import figures
from tests.paper_samples import OFFICE, PRINTED_AT


def sheet(pieces: dict[int, int] | None) -> Letter:
    return cash_count(
        pieces, OFFICE, counter=3, officer_name="Trần Thị Hạnh", printed_at=PRINTED_AT
    )


def rows(letter: Letter) -> list[list[str]]:
    (grid,) = (part for part in letter.parts if isinstance(part, Grid))
    return [["".join(words.text for words in cell) for cell in row] for row in grid.rows]


def said(letter: Letter) -> str:
    lines = [line for part in letter.parts if isinstance(part, Fields) for line in part.groups]
    return "\n".join("".join(words.text for words in line) for line in lines)


def test_a_count_says_pieces_and_sums_of_every_note() -> None:
    letter = sheet({500_000: 2, 1_000: 3})

    found = {row[0]: row[1:] for row in rows(letter)}
    assert len(found) == len(DENOMINATIONS)
    assert found["500.000"] == ["2", "1.000.000"]
    assert found["1.000"] == ["3", "3.000"]
    assert found["200.000"] == ["–", "–"]
    assert f"Cộng: {figures(1_003_000)} đồng" in said(letter)
    assert "Bằng chữ: Một triệu không trăm linh ba nghìn đồng" in said(letter)
    assert letter.signers[0].name == "TRẦN THỊ HẠNH"


def test_a_blank_sheet_leaves_everything_but_the_notes_to_the_pen() -> None:
    letter = sheet(None)

    assert all(row[0] and row[1:] == ["", ""] for row in rows(letter))
    assert "Cộng: ......" in said(letter)
    assert letter.signers[0].name == ""
