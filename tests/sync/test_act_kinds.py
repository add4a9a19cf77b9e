"""The command line offers exactly the acts that a province's agency has."""

from sync.reference_server.lawful import ProvinceAct
from ui.cli.gateway_act import KINDS


def test_every_act_of_the_agency_has_a_word_on_the_command_line() -> None:
    assert tuple(ProvinceAct) == KINDS
