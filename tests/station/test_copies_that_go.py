"""Which version of a digitised copy goes along with its dossier."""

from dataclasses import replace

from station.domain.events import CopySigned
from tests.builders import FEE, a_reception
from tests.exchange_samples import WITH_SCANS, exchange_of


def test_the_signed_copy_goes_in_place_of_the_one_it_was_made_of() -> None:
    scan = replace(WITH_SCANS[0].files[0], digitised=True)
    paper = replace(WITH_SCANS[0], files=(scan,))
    signed = CopySigned(
        original=scan.sha256, file=replace(scan, sha256="5a" * 32), signer="UBND", stamped=True
    )

    sent = exchange_of((a_reception(documents=(paper,)), FEE, signed))

    (record,) = sent.DongBoHoSoMC.data[0].TaiLieuNop
    assert record.TepDinhKemId == "5a" * 32
    assert "5a" * 32 in record.DuongDanTaiTepTin
