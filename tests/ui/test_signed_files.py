"""What a citizen's signed file is worth, said where it is attached."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from station.codec import to_plain
from station.domain.documents import StoredFile
from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.signatures import FoundSignature, TimeProof, Verdict
from station.ports.draft_files import DraftFile, FileRole
from tests.builders import MONDAY, a_chain
from tests.life_samples import LIVES
from tests.ui.fake_tasks import InPlace, Later
from tests.ui.reception_counter import AtCounter
from ui.desks.scan import Brought
from ui.desktop.dossier.details import detail_of
from ui.desktop.dossier.signed_rows import SignedRows
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_restoring import entry_file
from ui.desktop.reception.signed_files import signed_words
from ui.readers import open_file


def signature(verdict: Verdict, proof: TimeProof = TimeProof.NONE) -> FoundSignature:
    return FoundSignature(
        verdict=verdict, time_proof=proof, signer="CÔNG TY AN BÌNH", issuer="CA",
        signed_at=datetime(2026, 11, 26, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "sentence", "tone"),
    [
        ((signature(Verdict.VALID, TimeProof.STAMPED),),
         "Chữ ký hợp lệ · CÔNG TY AN BÌNH · có dấu thời gian", Tone.OK),
        ((signature(Verdict.UNKNOWN_SIGNER),),
         "Chữ ký nguyên vẹn nhưng chưa rõ người ký · CÔNG TY AN BÌNH · chưa có dấu thời gian",
         Tone.WARN),
        ((signature(Verdict.VALID), signature(Verdict.BROKEN)),
         "Chữ ký không dùng được: tệp đã bị sửa sau khi ký, hoặc chữ ký hỏng · CÔNG TY AN BÌNH (2)",
         Tone.ERR),
    ],
)  # fmt: skip
def test_the_worst_signature_is_said(
    found: tuple[FoundSignature, ...], sentence: str, tone: Tone
) -> None:
    assert signed_words(found, "vi") == (sentence, tone)


def test_a_file_that_nobody_signed_says_nothing() -> None:
    assert signed_words((), "vi") is None


def test_it_stands_with_the_file_that_was_attached() -> None:
    counter = AtCounter()
    counter.files.signatures = (signature(Verdict.BROKEN),)
    counter.choose_procedure()

    counter.presenter.papers.on_files_chosen("row-1", ["/usb/don.pdf"])
    counter.file_worker.do()

    (file,) = counter.page.papers[0].files
    assert file.signed is not None
    assert file.signed[1] is Tone.ERR


def test_it_is_said_again_when_the_draft_is_opened_again() -> None:
    found = (signature(Verdict.UNKNOWN_SIGNER),)
    file = DraftFile(
        draft_id=UUID(int=1), file_id=UUID(int=2), role=FileRole.FILE, sha256="ab", size=1,
        media_type="application/pdf", pages=1, source="don.pdf",
        arrived_at=datetime(2026, 11, 26, tzinfo=UTC),
        findings=to_plain(Brought(signatures=found)),
    )  # fmt: skip

    again = entry_file(file)

    assert (again.path.name, again.signatures) == ("don.pdf", found)


def test_it_is_judged_anew_once_its_issuer_is_trusted() -> None:
    counter = AtCounter()
    counter.files.signatures = (signature(Verdict.UNKNOWN_SIGNER),)
    counter.choose_procedure()
    counter.presenter.papers.on_files_chosen("row-1", ["/usb/don.pdf"])
    counter.file_worker.do()

    counter.files.trust = "CA"
    counter.files.signatures = (signature(Verdict.VALID, TimeProof.STAMPED),)
    counter.presenter.on_minute()
    counter.file_worker.do()

    (file,) = counter.page.papers[0].files
    assert file.signed is not None
    assert file.signed[1] is Tone.OK
    assert counter.drafts.current.papers.rows[0].files[0].trust == "CA"


def received_with(files: Mapping[int, str]) -> Dossier:
    """A received dossier; each row has the file of this name."""
    dossier = fold(a_chain(*LIVES["completed"]))
    rows = tuple(
        replace(
            row,
            mandatory=True,
            files=(
                (StoredFile(sha256=files[n], size=1, media_type="application/pdf", pages=1),)
                if n in files
                else ()
            ),
        )
        for n, row in enumerate(dossier.documents)
    )
    return replace(dossier, documents=rows)


def test_a_received_dossier_says_what_its_signatures_are_worth_today() -> None:
    dossier = received_with({0: "signed"})
    worth = {"signed": (signature(Verdict.UNKNOWN_SIGNER),)}
    worker, told = Later(), []
    rows = SignedRows(judge=worth.__getitem__, worker=worker, judged=lambda: told.append(1))

    rows.look_at(dossier)
    before = detail_of(dossier, (), now=MONDAY, language="vi", signed=rows.found)
    worker.do()
    rows.look_at(dossier)  # it was judged: not again
    worker.do()
    after = detail_of(dossier, (), now=MONDAY, language="vi", signed=rows.found)

    assert before.papers[0].note != "chưa rõ người ký"
    assert (after.papers[0].note, after.papers[0].tone) == ("chưa rõ người ký", Tone.WARN)
    assert "nguyên vẹn nhưng chưa rõ người ký · CÔNG TY AN BÌNH" in after.notice
    assert after.notice_tone is Tone.WARN
    assert told == [1]

    rows.forget()
    worth["signed"] = (signature(Verdict.VALID, TimeProof.STAMPED),)
    rows.look_at(dossier)
    worker.do()
    trusted = detail_of(dossier, (), now=MONDAY, language="en", signed=rows.found)
    assert (trusted.papers[0].note, trusted.notice_tone) == ("valid signature", Tone.OK)


def test_a_dossier_nobody_signed_says_nothing_and_a_damaged_file_costs_nothing() -> None:
    dossier = received_with({0: "plain", 1: "gone"})
    rows = SignedRows(
        judge={"plain": ()}.__getitem__, worker=InPlace(), judged=lambda: pytest.fail("signed?")
    )

    rows.look_at(dossier)

    said = detail_of(dossier, (), now=MONDAY, language="vi", signed=rows.found)
    assert said == detail_of(dossier, (), now=MONDAY, language="vi")


def test_a_file_that_cannot_be_judged_keeps_its_verdict() -> None:
    counter = AtCounter()
    counter.files.signatures = (signature(Verdict.UNKNOWN_SIGNER),)
    counter.choose_procedure()
    counter.presenter.papers.on_files_chosen("row-1", ["/usb/don.pdf"])
    counter.file_worker.do()

    counter.files.vault.contents.clear()
    counter.presenter.on_minute()
    counter.file_worker.do()

    assert counter.page.papers[0].files[0].signed is not None
    assert counter.page.problem is None


def test_without_signatures_a_file_is_opened_as_before(tmp_path: Path) -> None:
    from devices.samples.pages import PageKind, draw_scanned_page

    (tmp_path / "a.jpg").write_bytes(draw_scanned_page(PageKind.ID_COPY))

    opened = open_file(tmp_path / "a.jpg", tmp_path)

    assert (opened.pages, opened.signatures) == (1, ())
