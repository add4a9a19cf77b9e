"""The invented office of the sample home: a ward of the province that issued the seed's codes."""

from datetime import date

from station.domain.money.vietqr import BankAccount
from station.forms.office import OfficeHeader
from station.ports.devices import DeviceSettings
from ui.settings import SCHEMA, StationSettings, TransferAccount

SAMPLE_AGENCY = "000.00.17.H25"
_FROM = date(2025, 7, 1)
"""The day from which provinces and communes are the only two tiers."""

_SAMPLE_ACCOUNT = TransferAccount(
    account=BankAccount(bank_bin="999999", number="0000000000"),
    bank="Ngân hàng mẫu (không có thật)",
    holder="UBND PHUONG QUANG TRUNG",
)
"""No bank has this number, so that no money can go astray."""


def sample_settings(agency_code: str, station_number: int, *, sample: bool) -> StationSettings:
    """Give the settings that a new home starts with.

    Args:
        sample: True adds the invented office and simulated devices, named as such; otherwise the
            office carries only the agency's code until the administrator fills it in.
    """
    return StationSettings(
        schema=SCHEMA,
        station_id=f"{agency_code}/{station_number}",
        agency_code=agency_code,
        station_number=station_number,
        sample=sample,
        offices=(_sample_office(station_number),)
        if sample
        else (_bare(agency_code, station_number),),
        devices=_simulated_devices() if sample else (),
        papers_at_reception=(("01", "a5"), ("receipt", "80")) if sample else (("01", "a5"),),
        transfer_account=_SAMPLE_ACCOUNT if sample else None,
        file_address="https://tep.mot-cua.example/{sha256}" if sample else None,
    )


def _sample_office(counter: int) -> OfficeHeader:
    return OfficeHeader(
        valid_from=_FROM,
        parent_agency="UBND tỉnh Ninh Bình",
        agency="UBND phường Quang Trung",
        reception_unit="Trung tâm Phục vụ hành chính công phường Quang Trung",
        reception_address="số 25 đường Trần Phú, phường Quang Trung",
        place_name="Quang Trung",
        phone="0226 3851 234",
        website="dichvucong.gov.vn",
        working_hours="thứ Hai–thứ Sáu, 07:30–11:30 và 13:30–17:00",
        counter=counter,
    )


def _bare(agency_code: str, counter: int) -> OfficeHeader:
    return OfficeHeader(
        valid_from=_FROM,
        parent_agency="",
        agency=f"Cơ quan {agency_code}",
        reception_unit="Bộ phận Tiếp nhận và Trả kết quả",
        reception_address="",
        place_name="",
        phone="",
        website="dichvucong.gov.vn",
        working_hours="",
        counter=counter,
    )


def _simulated_devices() -> tuple[DeviceSettings, ...]:
    return (
        DeviceSettings(name="Máy in A5 (mô phỏng)", role="page_printer", driver="simulated"),
        DeviceSettings(
            name="Máy in nhiệt 80 mm (mô phỏng)", role="receipt_printer", driver="simulated"
        ),
        DeviceSettings(name="Đầu đọc thẻ (mô phỏng)", role="id_reader", driver="simulated"),
        DeviceSettings(name="Máy quét (mô phỏng)", role="scanner", driver="simulated"),
    )
