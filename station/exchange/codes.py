"""The code lists of the national exchange, as far as they are known.

Seen in two systems that take part in it; the official lists were not obtained. A value that no
list is known to have is missing here, and the dossier is refused by name rather than guessed at.
docs/national-exchange.md says for each list how far it can be trusted.
"""

from datetime import datetime

from station.domain.dossier import Channel, DeliveryMethod
from station.domain.journal import VIETNAM
from station.domain.person import OrganisationKind, Party, PartyKind

CHANNELS = {Channel.DIRECT: "1", Channel.ONLINE: "2", Channel.POSTAL: "3"}
"""KenhThucHien."""
DELIVERIES = {DeliveryMethod.COUNTER: "0", DeliveryMethod.POSTAL: "1"}
"""HinhThuc; no code is known for results that are handed out online."""
CITIZEN, HOUSEHOLD_BUSINESS = "1", "4"
"""LoaiDoiTuong; a household business is no enterprise (Luật Doanh nghiệp 2020 Art. 4)."""
ORGANISATIONS = {
    OrganisationKind.ENTERPRISE: "2",
    OrganisationKind.STATE_AGENCY: "3",
    OrganisationKind.OTHER: "4",
}
RECEIVED_AT_ONE_STOP = "2"
"""NoiNopHoSo as provincial one-stop systems send it."""
NO_FEE, PAID, UNPAID = "0", "1", "3"
"""DuocThanhToanTrucTuyen as a provincial system sends it, in spite of the field's name."""
COLLECTION = "1"
"""HinhThucThu: the one code seen; its meaning is not confirmed."""
FEE_KIND = "1"
"""LoaiPhiLePhi: the one code seen, for phí and lệ phí alike; its meaning is not confirmed."""
NOT_REUSED, REUSED_PAPER, REUSED_RESULT = "0", "1", "2"
"""DuocTaiSuDung."""
PERSONAL_NUMBER, OLD_ID_NUMBER = "1", "2"
"""LoaiDinhDanh: 12 digits, 9 digits."""


def party_kind(party: Party) -> str | None:
    """Give the LoaiDoiTuong; None where nobody said what kind of organisation it is."""
    if party.kind is PartyKind.CITIZEN:
        return CITIZEN
    if party.kind is PartyKind.HOUSEHOLD_BUSINESS:
        return HOUSEHOLD_BUSINESS
    return ORGANISATIONS[party.organisation_kind] if party.organisation_kind else None


def stamp(at: datetime | None) -> str:
    """Give a time as ``yyyyMMddHHmmss`` in Viet Nam; empty when there is none."""
    return f"{at.astimezone(VIETNAM):%Y%m%d%H%M%S}" if at else ""
