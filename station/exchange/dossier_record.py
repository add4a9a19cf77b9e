"""One dossier as ``DongBoHoSoMC`` wants it. A fact that is missing is named, never made up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from station.domain.documents import LawfulGround
from station.domain.dossier import Channel, Dossier
from station.domain.person import Party
from station.domain.procedure import Procedure
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.enclosures import fee_records, file_records
from station.exchange.missing_facts import Place, Wanted
from station.exchange.records import DinhDanhCHS, HoSo, KetNoiCSDL, TepDinhKemKhac

_IDENTITY = re.compile(r"\d{12}|\d{9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the exchange needs to know besides the dossier.

    ``procedure`` is the dossier's own as the catalogue knows it; None when it is not there.
    ``file_address`` is the public address of a file, with ``{sha256}`` in it; None: not set up.
    ``databases`` gives the MaCSDL of national databases by their folded names.
    """

    procedure: Procedure | None
    file_address: str | None
    databases: Mapping[str, str] = field(default_factory=dict)


def dossier_record(dossier: Dossier, around: Surroundings, wanted: Wanted) -> HoSo:
    """Make the record of a dossier as it is now, without its requests for papers.

    What is missing is noted in ``wanted``.
    """
    owner, submitter = dossier.owning_party, dossier.submitter
    procedure = around.procedure
    return HoSo(
        MaHoSo=dossier.code,
        MaTTHC=dossier.procedure_code,
        TenTTHC=dossier.procedure_name,
        MaLinhVuc=wanted.text(
            "MaLinhVuc", procedure.field_code if procedure else None, places.FIELD_OF_LAW
        ),
        TenLinhVuc=wanted.text("TenLinhVuc", dossier.field, places.FIELD_OF_LAW),
        KenhThucHien=codes.CHANNELS[dossier.channel],
        SoBienNhan="",
        SoGiayToChuHoSo=wanted.text(
            "SoGiayToChuHoSo",
            owner.number,
            places.OWNER_NUMBER if dossier.owner else places.APPLICANT_NUMBER,
        ),
        ChuHoSo=owner.name,
        LoaiDoiTuong=wanted.text("LoaiDoiTuong", codes.party_kind(owner), places.ORGANISATION_KIND),
        MaDoiTuong="",
        ThongTinKhac="",
        Email=owner.contact_email or submitter.contact_email or "",
        Fax="",
        SoDienThoai=owner.contact_phone or submitter.contact_phone or "",
        GhiChu="",
        TrichYeuHoSo=dossier.summary or "",
        NgayTiepNhan=codes.stamp(dossier.received_at),
        NgayHenTra=codes.stamp(dossier.due_at),
        TrangThaiHoSo=str(dossier.status.national_code),
        NgayTra=codes.stamp(dossier.returned.at if dossier.returned else None),
        ThongTinTra=dossier.returned.collector.full_name if dossier.returned else "",
        NgayKetThucXuLy=codes.stamp(_ended_at(dossier)),
        HinhThuc=wanted.text(
            "HinhThuc", codes.DELIVERIES.get(dossier.delivery.method), places.DELIVERY
        ),
        DonViXuLy=wanted.text("DonViXuLy", dossier.handling_agency, places.HANDLING_AGENCY),
        NgayNopHoSo=codes.stamp(dossier.received_at),
        NgayTuChoi=codes.stamp(dossier.refusal.at if dossier.refusal else None),
        NoiNopHoSo=codes.RECEIVED_AT_ONE_STOP,
        HoSoCoThanhPhanSoHoa="1" if any(document.files for document in dossier.documents) else "0",
        TaiKhoanDuocXacThucVoiVNeID=wanted.text(
            "TaiKhoanDuocXacThucVoiVNeID",
            None if dossier.channel is Channel.ONLINE else "0",  # the others have no account
            places.PORTAL_ACCOUNT,
        ),
        DuocThanhToanTrucTuyen=_paid(dossier),
        DinhDanhCHS=_identities(owner),
        DSKetNoiCSDL=_databases(dossier, around, wanted),
        TaiLieuNop=file_records(dossier, procedure, around.file_address, wanted),
        DanhSachLePhi=fee_records(dossier, procedure, wanted),
        DanhSachTepDinhKemKhac=_other_papers(dossier),
        DanhSachHoSoBoSung=(),
        DanhSachGiayToKetQua=(),
    )


def _ended_at(dossier: Dossier) -> datetime | None:
    """Give when the work on the dossier ended, with or without a result."""
    if dossier.result_issued_at is not None:
        return dossier.result_issued_at
    ending = dossier.refusal or dossier.withdrawal or dossier.stop
    return ending.at if ending else None


def _paid(dossier: Dossier) -> str:
    if not dossier.fees_total_vnd:
        return codes.NO_FEE
    return codes.PAID if dossier.paid_vnd >= dossier.fees_total_vnd else codes.UNPAID


def _identities(owner: Party) -> tuple[DinhDanhCHS, ...]:
    """Give the owner's numbers of the two kinds that the exchange takes; others are left out."""
    paper = owner.person.id_document
    if owner.organisation_name or paper is None or not _IDENTITY.fullmatch(paper.number):
        return ()
    kind = codes.PERSONAL_NUMBER if len(paper.number) == 12 else codes.OLD_ID_NUMBER
    return (DinhDanhCHS(LoaiDinhDanh=kind, SoDinhDanh=paper.number),)


def _databases(dossier: Dossier, around: Surroundings, wanted: Wanted) -> tuple[KetNoiCSDL, ...]:
    """Give the databases that answered; one that could not be reached was not connected."""
    asked = dict.fromkeys(
        document.held.database
        for document in dossier.documents
        if document.held is not None and document.held.ground is not LawfulGround.NOT_RETRIEVABLE
    )
    codes_of = [
        wanted.text(
            f"DSKetNoiCSDL[{number}].MaCSDL",
            around.databases.get(name.casefold()),
            Place(*(part.format(name) for part in places.DATABASE_CODE)),
        )
        for number, name in enumerate(asked, start=1)
    ]
    return tuple(KetNoiCSDL(MaCSDL=code) for code in dict.fromkeys(codes_of))


def _other_papers(dossier: Dossier) -> tuple[TepDinhKemKhac, ...]:
    return tuple(
        TepDinhKemKhac(
            TenGiayTo=document.name,
            SoLuong=document.originals + document.certified_copies + document.copies,
        )
        for document in dossier.documents
        if document.index == 0
    )
