"""The facts that the national exchange asks for and that a dossier may lack. None is made up."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from station.errors import StationError


class Place(NamedTuple):
    """Where an officer or administrator enters a fact, as the screen calls it."""

    vi: str
    en: str

    def numbered(self, number: int) -> "Place":
        """Give the place of one row of a list."""
        return Place(self.vi.format(number), self.en.format(number))


APPLICANT_NUMBER = Place("Tiếp nhận › Người nộp › Số giấy tờ", "Reception › Applicant › ID number")
OWNER_NUMBER = Place(
    "Tiếp nhận › Chủ hồ sơ › Số giấy tờ, Mã số thuế",
    "Reception › Owner › ID number, or tax code",
)
ORGANISATION_KIND = Place(
    "Tiếp nhận › Chủ hồ sơ › Loại tổ chức", "Reception › Owner › Kind of organisation"
)
PORTAL_ACCOUNT = Place(
    "Hồ sơ trực tuyến › Tài khoản của người nộp trên Cổng (trạm chưa giữ)",
    "Online dossier › Submitter's portal account (not kept by the station)",
)
DELIVERY = Place(
    "Tiếp nhận › Nhận kết quả (chưa biết mã quốc gia của trả trực tuyến)",
    "Reception › Delivery (no national code is known for online)",
)
HANDLING_AGENCY = Place(
    "Danh mục › Thủ tục › Cơ quan giải quyết", "Catalogue › Procedure › Handling agency"
)
FIELD_OF_LAW = Place("Danh mục › Thủ tục › Lĩnh vực", "Catalogue › Procedure › Field")
PAPER_CODE = Place(
    "Danh mục › Thủ tục › Thành phần hồ sơ {} › Mã giấy tờ",
    "Catalogue › Procedure › Paper {} › Code",
)
FEE_CODE = Place(
    "Danh mục › Thủ tục › Phí, lệ phí {} › Mã", "Catalogue › Procedure › Fee {} › Code"
)
DATABASE_CODE = Place("Danh mục › Bảng mã ma-csdl › {}", "Catalogue › Code list ma-csdl › {}")
REUSED_FILE = Place(
    "Tiếp nhận › Giấy tờ {} › Tệp của giấy tờ này",
    "Reception › Paper {} › File of this paper",
)
FILE_ADDRESS = Place(
    "Cài đặt › Trao đổi quốc gia › Địa chỉ tệp (file_address)",
    "Settings › National exchange › Address of files (file_address)",
)
OFFICER_NAME = Place("Cài đặt › Cán bộ › Họ tên", "Settings › Officers › Name")


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A field of the exchange that nothing known can fill."""

    field: str
    place: Place


class MissingFactsError(StationError):
    """The dossier cannot be exchanged: facts are missing, all named at once with their places."""

    code = "XCH-001"

    def __init__(self, dossier_code: str, missing: tuple[MissingFact, ...]) -> None:
        super().__init__(f"{dossier_code} lacks {', '.join(fact.field for fact in missing)}")
        self.dossier_code, self.missing = dossier_code, missing

    @property
    def details(self) -> dict[str, Any]:
        return {
            "dossier_code": self.dossier_code,
            "missing": [
                {"field": fact.field, "screen_field": fact.place.vi} for fact in self.missing
            ],
            "listed": "; ".join(f"{fact.field} ({fact.place.vi})" for fact in self.missing),
            "listed_en": "; ".join(f"{fact.field} ({fact.place.en})" for fact in self.missing),
        }


class Wanted:
    """Collects what is missing while a record is made, so that all of it is said at once."""

    def __init__(self) -> None:
        self._missing: dict[MissingFact, None] = {}

    def text(self, field: str, value: str | None, place: Place) -> str:
        """Give the text, or note that it is missing."""
        if not value:
            self._missing[MissingFact(field, place)] = None
        return value or ""

    def require_nothing_missing(self, dossier_code: str) -> None:
        """Let a dossier pass of which every fact is known.

        Raises:
            MissingFactsError: names every fact that is missing.
        """
        if self._missing:
            raise MissingFactsError(dossier_code, tuple(self._missing))
