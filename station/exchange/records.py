"""The records of the national portal's exchange (Cổng Dịch vụ công quốc gia), by their own names.

``DongBoHoSoMC`` carries a dossier, ``CapNhatTienDoHoSoMC`` its progress. These classes are the
source of ``dvcqg.schema.json``. All values are text unless the exchange says otherwise; an
optional text that is not known is empty; times are ``yyyyMMddHHmmss`` in Viet Nam.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

Stamp = Annotated[str, Meta(pattern=r"^\d{14}$", description="yyyyMMddHHmmss, Asia/Ho_Chi_Minh")]
MaybeStamp = Annotated[str, Meta(pattern=r"^(\d{14})?$")]
Text = Annotated[str, Meta(min_length=1)]
Name = Annotated[str, Meta(min_length=1, max_length=50)]
Address = Annotated[str, Meta(pattern=r"^https?://\S+$")]
Flag = Annotated[str, Meta(pattern=r"^[01]$")]
Status = Annotated[str, Meta(pattern=r"^([1-9]|10)$", description="TrangThaiHoSo")]
LONGEST_SUMMARY, LONGEST_NAME, LONGEST_FILE_NAME, LONGEST_RESULT_NAME = 1000, 50, 4000, 2000


class DinhDanhCHS(Struct, frozen=True, kw_only=True):
    """A number of the owner; 1 is the personal number of 12 digits, 2 a CMND of 9."""

    LoaiDinhDanh: Annotated[str, Meta(pattern=r"^[12]$")]
    SoDinhDanh: Annotated[str, Meta(pattern=r"^(\d{9}|\d{12})$")]


class KetNoiCSDL(Struct, frozen=True, kw_only=True):
    """A national database that was really asked."""

    MaCSDL: Text


class TaiLieuNop(Struct, frozen=True, kw_only=True):
    """One file of one paper."""

    TepDinhKemId: str
    TenTepDinhKem: Annotated[str, Meta(min_length=1, max_length=LONGEST_FILE_NAME)]
    IsDeleted: Literal["True", "False"]
    MaThanhPhanHoSo: Text
    DuongDanTaiTepTin: Address
    DuocSoHoa: Flag
    DuocTaiSuDung: Annotated[str, Meta(pattern=r"^[012]$")]
    DuocLayTuKhoDMQG: Flag
    MaKetQuaThayThe: str


class LePhi(Struct, frozen=True, kw_only=True):
    """One fee of the dossier."""

    TenPhiLePhi: Text
    MaPhiLePhi: Text
    HinhThucThu: Text
    Gia: Annotated[str, Meta(pattern=r"^\d+$")]
    LoaiPhiLePhi: Text


class TepDinhKemKhac(Struct, frozen=True, kw_only=True):
    """A paper outside the procedure's list."""

    TenGiayTo: Text
    SoLuong: Annotated[int, Meta(ge=0)]
    LoaiGiayTo: int | UnsetType = UNSET
    """Its list of codes is not known; left out."""


class HoSoBoSung(Struct, frozen=True, kw_only=True):
    """One request to complete the dossier, and what was brought."""

    HoSoBoSungId: Annotated[int, Meta(ge=1)]
    NguoiYeuCauBoSung: Text
    NoiDungBoSung: Text
    NgayBoSung: Stamp
    NguoiTiepNhanBoSung: str
    ThongTinTiepNhan: str
    NgayTiepNhanBoSung: MaybeStamp
    TrangThaiBoSung: bool
    DanhSachGiayToBoSung: tuple[TaiLieuNop, ...]
    DanhSachLePhiBoSung: tuple[LePhi, ...]
    NgayHenTraTruoc: MaybeStamp
    NgayHenTraMoi: MaybeStamp


class GiayToKetQua(Struct, frozen=True, kw_only=True):
    """One electronic result."""

    TenGiayTo: Annotated[str, Meta(min_length=1, max_length=LONGEST_RESULT_NAME)]
    MaThanhPhanHoSo: str
    GiayToId: str
    DuongDanTepTinKetQua: Address
    MaGiayToKetQua: Text


class HoSo(Struct, frozen=True, kw_only=True):
    """One dossier of ``DongBoHoSoMC``."""

    MaHoSo: Text
    MaTTHC: Text
    TenTTHC: Text
    MaLinhVuc: Text
    TenLinhVuc: Text
    KenhThucHien: Annotated[str, Meta(pattern=r"^[123]$")]
    SoBienNhan: str
    SoGiayToChuHoSo: Text
    ChuHoSo: str
    LoaiDoiTuong: Annotated[str, Meta(pattern=r"^[1234]$")]
    MaDoiTuong: str
    ThongTinKhac: str
    Email: str
    Fax: str
    SoDienThoai: str
    GhiChu: str
    TrichYeuHoSo: Annotated[str, Meta(max_length=LONGEST_SUMMARY)]
    NgayTiepNhan: Stamp
    NgayHenTra: MaybeStamp
    TrangThaiHoSo: Status
    NgayTra: MaybeStamp
    ThongTinTra: str
    NgayKetThucXuLy: MaybeStamp
    HinhThuc: Annotated[str, Meta(pattern=r"^[01]$")]
    DonViXuLy: Text
    NgayNopHoSo: Stamp
    NgayTuChoi: MaybeStamp
    NoiNopHoSo: Annotated[str, Meta(pattern=r"^[12]$")]
    HoSoCoThanhPhanSoHoa: Flag
    TaiKhoanDuocXacThucVoiVNeID: Flag
    DuocThanhToanTrucTuyen: Annotated[str, Meta(pattern=r"^[013]$")]
    DinhDanhCHS: tuple[DinhDanhCHS, ...]
    DSKetNoiCSDL: tuple[KetNoiCSDL, ...]
    TaiLieuNop: tuple[TaiLieuNop, ...]
    DanhSachLePhi: tuple[LePhi, ...]
    DanhSachTepDinhKemKhac: tuple[TepDinhKemKhac, ...]
    DanhSachHoSoBoSung: tuple[HoSoBoSung, ...]
    DanhSachGiayToKetQua: tuple[GiayToKetQua, ...]


class TienDo(Struct, frozen=True, kw_only=True):
    """One step of ``CapNhatTienDoHoSoMC``."""

    MaHoSo: Text
    NguoiXuLy: Name
    ChucDanh: str
    ThoiDiemXuLy: Stamp
    PhongBanXuLy: str
    NoiDungXuLy: Text
    TrangThai: Status
    NgayBatDau: MaybeStamp
    NgayKetThucTheoQuyDinh: MaybeStamp


class DongBoHoSoMC(Struct, frozen=True, kw_only=True):
    """Dossiers to be made (``isUpdating`` False) or changed (True) at the portal."""

    isUpdating: Literal["True", "False"]  # noqa: N815 - the exchange writes it so
    data: tuple[HoSo, ...]


class CapNhatTienDoHoSoMC(Struct, frozen=True, kw_only=True):
    """What was done to dossiers, oldest first."""

    data: tuple[TienDo, ...]


class NationalExchange(Struct, frozen=True, kw_only=True):
    """Both payloads of one dossier; session, unit and service name belong to the transport."""

    DongBoHoSoMC: DongBoHoSoMC
    CapNhatTienDoHoSoMC: CapNhatTienDoHoSoMC
