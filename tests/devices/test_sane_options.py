"""What drivers of SANE call their sources and modes, as they tell it themselves."""

import pytest

from devices.scanners.sane_options import SaneOptions
from station.ports.scanners import ScanRequest

_HEAD = "    --source Elsewhere [Elsewhere]\nOptions specific to device `x':\n  Standard:\n"
FUJITSU = """\
    --source Flatbed|ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source (such as a document-feeder).
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 0..224.846mm (in steps of 0.0211639) [215.872]
    --page-height 0..879.489mm (in steps of 0.0211639) [279.364]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
"""
BROTHER = """\
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast]|24bit Color [24bit Color]
    --source FlatBed|Automatic Document Feeder(left aligned)|\
Automatic Document Feeder(left aligned,Duplex) [FlatBed]
"""
HP = "    --source Flatbed|ADF|Duplex [Flatbed]\n    -x 0..5100pel [5100]\n"
EPSON = """\
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [inactive]
"""
SHEET = ["--page-width", "210", "--page-height", "297", "-x", "210", "-y", "297"]
FINE = ["--mode", "Color", "--resolution", "300", *SHEET]
LEFT, TRUE = "Automatic Document Feeder(left aligned", ["--mode", "24bit Color"]


@pytest.mark.parametrize(
    ("told", "duplex", "arguments"),
    [
        (FUJITSU, False, ["--source", "ADF Front", *FINE]),
        (FUJITSU, True, ["--source", "ADF Duplex", *FINE]),
        (BROTHER, False, ["--source", LEFT + ")", *TRUE]),
        (BROTHER, True, ["--source", LEFT + ",Duplex)", *TRUE]),
        (HP, False, ["--source", "ADF"]),
        (HP, True, ["--source", "Duplex"]),
        (EPSON, False, ["--source", "Automatic Document Feeder", "--adf-mode", "Simplex"]),
        (EPSON, True, ["--source", "Automatic Document Feeder", "--adf-mode", "Duplex"]),
        ("    --duplex[=(yes|no)] [no]\n", True, ["--duplex=yes"]),
        ("", True, []),
    ],
)
def test_pages_are_asked_for_in_the_words_of_the_driver(
    told: str, duplex: bool, arguments: list[str]
) -> None:
    options = SaneOptions.of(_HEAD + told)

    assert options.wishes(ScanRequest(duplex=duplex), options.feeder(duplex=duplex)) == arguments


def test_gray_is_no_coarse_gray_and_the_glass_is_known() -> None:
    options = SaneOptions.of(_HEAD + BROTHER)

    assert options.wishes(ScanRequest(colour=False), None) == ["--mode", "True Gray"]
    assert options.glass == "FlatBed"
