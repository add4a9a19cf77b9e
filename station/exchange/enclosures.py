"""The files and fees of a dossier as the national exchange lists them."""

from station.domain.documents import Reuse, StoredFile, SubmittedDocument
from station.domain.dossier import Dossier, FeeLine
from station.domain.procedure import Procedure
from station.domain.signed_copies import file_that_goes
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.missing_facts import Wanted
from station.exchange.records import LePhi, TaiLieuNop


def file_records(
    dossier: Dossier, procedure: Procedure | None, file_address: str | None, wanted: Wanted
) -> tuple[TaiLieuNop, ...]:
    """List the files of the papers of the checklist, each under the national code of its paper.

    A paper that was reused is only known to be by its file: without one nothing says so.
    """
    for document in dossier.documents:
        if document.index and document.reuse and not document.files:
            wanted.text(
                f"TaiLieuNop[{document.index}].DuongDanTaiTepTin",
                None,
                places.REUSED_FILE.numbered(document.index),
            )
    return tuple(
        _file_record(
            dossier.code,
            document,
            number,
            file_that_goes(dossier, file),
            procedure,
            file_address,
            wanted,
        )
        for document in dossier.documents
        if document.index
        for number, file in enumerate(document.files, 1)
    )


def filed(dossier: Dossier) -> list[tuple[int, str]]:
    """Give row and SHA-256 of every file that ``file_records`` lists, in its order.

    The digest is that of the file as it was filed, also where its signed version goes.
    """
    rows = (document for document in dossier.documents if document.index)
    return [(row.index, file.sha256) for row in rows for file in row.files]


def _file_record(
    dossier_code: str,
    document: SubmittedDocument,
    number: int,
    file: StoredFile,
    procedure: Procedure | None,
    file_address: str | None,
    wanted: Wanted,
) -> TaiLieuNop:
    required = procedure.document(document.index) if procedure else None
    code = wanted.text(
        f"TaiLieuNop[{document.index}].MaThanhPhanHoSo",
        required.code if required else None,
        places.PAPER_CODE.numbered(document.index),
    )
    address = wanted.text(
        f"TaiLieuNop[{document.index}].DuongDanTaiTepTin", file_address, places.FILE_ADDRESS
    )
    extension = file.media_type.rpartition("/")[2]
    return TaiLieuNop(
        TepDinhKemId=file.sha256,
        TenTepDinhKem=f"{dossier_code}_{document.index}_{code}-{number}.{extension}",
        IsDeleted="False",
        MaThanhPhanHoSo=code,
        DuongDanTaiTepTin=address.replace("{sha256}", file.sha256),
        DuocSoHoa="0" if document.reuse else "1",
        DuocTaiSuDung=_reused(document),
        DuocLayTuKhoDMQG="1" if document.reuse is Reuse.NATIONAL_STORE else "0",
        MaKetQuaThayThe=document.result_code or "",
    )


def _reused(document: SubmittedDocument) -> str:
    """Tell a paper of an earlier dossier from an earlier result."""
    if document.reuse is not Reuse.REUSED:
        return codes.NOT_REUSED
    return codes.REUSED_RESULT if document.result_code else codes.REUSED_PAPER


def fee_records(dossier: Dossier, procedure: Procedure | None, wanted: Wanted) -> tuple[LePhi, ...]:
    """List the fees as they were charged; one that was waived costs nothing."""
    records = []
    for line in dossier.fees:
        place = places.FEE_CODE.numbered(line.index)
        records.append(
            LePhi(
                TenPhiLePhi=line.name,
                MaPhiLePhi=wanted.text(
                    f"DanhSachLePhi[{line.index}].MaPhiLePhi", _fee_code(line, procedure), place
                ),
                HinhThucThu=codes.COLLECTION,
                Gia=str(line.amount_vnd),
                LoaiPhiLePhi=codes.FEE_KIND,
            )
        )
    return tuple(records)


def _fee_code(line: FeeLine, procedure: Procedure | None) -> str | None:
    """Give the code by which a fee was charged.

    Dossiers of version 0.1 did not keep it; then the catalogue's, if it is the same fee: a dossier
    that was corrected to another procedure still has the fees of the first.
    """
    fee = procedure.fee(line.index) if procedure else None
    return line.code or (fee.code if fee and fee.name == line.name else None)
