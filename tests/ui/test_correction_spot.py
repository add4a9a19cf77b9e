"""A server's pointer leads to the field of the correction panel, where that has one."""

import pytest

from ui.desktop.dossier.correction import Field
from ui.desktop.dossier.correction_spot import spot_of
from ui.desktop.reception.owner_view_model import OwnerField
from ui.desktop.reception.view_model import ApplicantField

A, F = ApplicantField, OwnerField


@pytest.mark.parametrize(
    ("pointer", "part", "field"),
    [
        ("/submitter/issued_on", "applicant", A.ISSUED_ON),
        ("/payload/submitter/person/id_document/issued_on", "applicant", A.ISSUED_ON),
        ("/submitter/representative/date_of_birth", "applicant", A.BORN_ON),
        ("/submitter/sex", "applicant", A.SEX),
        ("/submitter/id_document", "applicant", A.NUMBER),
        ("/submitter/tax_code", "owner", F.TAX_CODE),
        ("/owner/full_name", "owner", F.NAME),
        ("/owner/representative/full_name", "owner", F.HEAD),
        ("/authorisation/expires_on", "owner", F.LETTER_EXPIRES_ON),
        ("/delivery/address", "delivery", Field.DELIVERY_ADDRESS),
        ("/payload/number_of_sets", "delivery", Field.SETS),
        ("/procedure_code", "procedure", None),
    ],
)
def test_a_servers_pointer_leads_to_the_field_of_the_panel(
    pointer: str, part: str, field: object
) -> None:
    spot = spot_of(pointer)
    assert spot is not None
    assert (spot.part, spot.field) == (part, field)


@pytest.mark.parametrize(
    "pointer", ["", "/", "/documents/2/files/0", "/dossier_code", "/owner/id_document/issued_on"]
)
def test_what_a_correction_does_not_reach_has_no_field(pointer: str) -> None:
    assert spot_of(pointer) is None
