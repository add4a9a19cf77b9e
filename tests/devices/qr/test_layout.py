"""Where everything lies in a symbol, held against an encoder that is not ours."""

from typing import Any

import numpy as np
import pytest
import segno
from segno import consts

from devices.id_readers.qr.layout import FORMAT_WORDS, FORMATS, layout_of
from devices.id_readers.qr.reed_solomon import syndromes_of
from devices.id_readers.qr.tables import VERSIONS, Level
from tests.devices.qr.symbols import modules_of


@pytest.mark.parametrize("version", VERSIONS)
def test_a_symbol_shows_what_is_known_of_its_version(version: int) -> None:
    layout = layout_of(version)
    modules = modules_of("12345", version=version, level="L")
    known = layout.known != 0

    assert len(modules) == layout.size
    assert (modules[known] == layout.known[known]).all()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("level", Level)
def test_the_codewords_of_every_block_have_no_errors(version: int, level: Level) -> None:
    layout = layout_of(version)
    modules = modules_of("12345", version=version, level=level)
    words = modules[layout.formats[..., 0], layout.formats[..., 1]]
    found, mask = FORMATS[int(np.argmax(FORMAT_WORDS @ words[0]))]
    bits = modules[layout.bits[:, 0], layout.bits[:, 1]] * layout.masks[mask]
    codewords = np.packbits(bits > 0)

    assert found is level
    assert (words[0] == words[1]).all()
    assert len(codewords) == layout.codewords == sum(len(b.codewords) for b in layout.blocks(level))
    for block in layout.blocks(level):
        assert not syndromes_of(codewords[block.codewords][None], layout.checks(level)).any()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_division_into_blocks_is_that_of_the_standard(version: int) -> None:
    table: Any = consts.ECC
    for level in Level:
        number = getattr(consts, f"ERROR_LEVEL_{level}")
        expected = [
            (group.num_total, group.num_data)
            for group in table[version][number]
            for _ in range(group.num_blocks)
        ]
        blocks = layout_of(version).blocks(level)
        assert [(len(block.codewords), block.data) for block in blocks] == expected


def test_every_mask_is_undone() -> None:
    layout = layout_of(5)
    seen = set()
    for mask in range(8):
        symbol = segno.make("MASKS", version=5, mask=mask, error="m", boost_error=False)
        modules = np.array([list(row) for row in symbol.matrix], np.float32) * 2 - 1
        bits = modules[layout.bits[:, 0], layout.bits[:, 1]] * layout.masks[mask]
        seen.add(np.packbits(bits > 0).tobytes())

    assert len(seen) == 1
