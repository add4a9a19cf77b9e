"""The bytes of a thermal slip, read by a decoder that is not ours: ``npos``, from npm."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from devices.papers.receipt_escpos import receipt_bytes
from devices.papers.receipt_picture import receipt_picture
from installer.second_decoder import FOLDER, NODE
from station.domain.dossier import Dossier
from station.forms.receipt import receipt
from station.ports.papers import RollWidth
from tests.escpos_decoder import decode
from tests.paper_samples import a_dossier, a_slip, the_worst_dossier

SCRIPT = Path(__file__).parents[1] / "second_decoder" / "decode.js"
pytestmark = pytest.mark.skipif(
    NODE is None or not FOLDER.exists(), reason="node and npm are not installed"
)


def read_by_npos(data: bytes) -> tuple[list[str], Image.Image]:
    found = subprocess.run(
        [str(NODE), str(SCRIPT)],
        input=data,
        capture_output=True,
        check=True,
        timeout=60,
        env=os.environ | {"NODE_PATH": str(FOLDER / "node_modules")},
    )
    said, dots = found.stdout.split(b"\n", 1)
    head = json.loads(said)
    size = (head["width"], head["height"])
    return head["commands"], Image.frombytes("L", size, dots)


@pytest.mark.parametrize("width", RollWidth)
@pytest.mark.parametrize("dossier", [a_dossier(), the_worst_dossier()], ids=["usual", "worst"])
def test_another_decoder_sees_the_same_slip(dossier: Dossier, width: RollWidth) -> None:
    content = receipt(dossier, a_slip(dossier))
    data = receipt_bytes(content, width, open_drawer=True)

    commands, picture = read_by_npos(data)

    for drawn in (receipt_picture(content, width), decode(data).picture):
        assert picture.size == drawn.size
        assert ImageChops.difference(picture, drawn.convert("L")).getbbox() is None
    assert commands[:2] == ["ESC @", "ESC p"]
    assert set(commands[2:-2]) == {"GS v0"}
    assert commands[-2:] == ["ESC d", "GS V"]
