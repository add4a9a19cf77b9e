"""Open drafts outlive a power cut; a sheet's code opens its draft at any counter of the store."""

from pathlib import Path
from uuid import uuid4

from station.domain.dossier import Channel
from station.domain.person import FieldSource
from station.errors import StationError
from station.ports.draft_files import DraftFile, FileRole
from station.usecases.draft_files import Arrived, keep_file
from station.usecases.drafts import drafts_of
from tests.builders import a_procedure
from tests.fakes import FakeVault
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.reception.draft_entry import APPLICANT_PROVENANCE, REMOVED
from ui.desktop.reception.draft_restoring import restored
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.owner_view_model import OwnerField, OwnerKind
from ui.desktop.reception.paper_check_view_model import CheckField
from ui.desktop.reception.paper_entries import EntryFile
from ui.desktop.reception.view_model import ApplicantField, Blocker, CopyKind, Exit


def kept(counter: AtCounter) -> None:
    counter.presenter.keeping.keep()
    counter.store_worker.do()


def after_a_power_cut(counter: AtCounter) -> AtCounter:
    """Another program over the same store."""
    return AtCounter(a_procedure(), work=counter.desk.work)


def a_full_draft() -> AtCounter:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0912345678")
    counter.presenter.people.on_applicant_edited(ApplicantField.EMAIL, "tuyet@vi-du.vn")
    counter.choose_procedure()
    people = counter.presenter.people
    people.on_owner_chosen(OwnerKind.ORGANISATION)
    for name, text in {
        OwnerField.NAME: "Công ty Ví dụ",
        OwnerField.TAX_CODE: "0100233488",
        OwnerField.HEAD: "Trần Văn Bình",
        OwnerField.NUMBER: "001080004321",
        OwnerField.ORGANISATION_KIND: "enterprise",
        OwnerField.LETTER_NUMBER: "5",
        OwnerField.LETTER_ISSUED_ON: "01/11/2026",
        OwnerField.SCOPE: "submit",
    }.items():
        people.on_owner_edited(name, text)
    papers = counter.presenter.papers
    papers.on_paper_ticked("row-1")
    papers.on_check_edited("row-1", CheckField.CHECK, "not_ok")
    papers.on_check_edited("row-1", CheckField.REMARK, "mờ")
    papers.on_check_edited("row-3", CheckField.SOURCE, "held")
    papers.on_check_edited("row-3", CheckField.DATABASE, "CSDLQG về dân cư")
    papers.on_paper_ticked("letter")
    papers.on_other_paper("Ảnh 3×4")
    counter.presenter.money.on_exemption_edited(1, "Hộ nghèo")
    counter.presenter.money.on_proof_edited(1, "Giấy hộ nghèo")
    papers.on_paper_ticked("proof-1")
    counter.presenter.money.on_tendered_edited("50.000")
    counter.presenter.on_channel_chosen(Channel.POSTAL)
    counter.presenter.on_summary_edited("Cấp bản sao")
    counter.presenter.on_sets_edited(2)
    return counter


def test_everything_that_was_entered_is_there_again() -> None:
    counter = a_full_draft()
    before = counter.drafts.current.description()
    kept(counter)

    again = after_a_power_cut(counter)

    after = again.drafts.current.description()
    assert after == before
    assert again.drafts.current.draft_id == counter.drafts.current.draft_id
    assert again.page.due.at is not None


def test_why_it_cannot_be_accepted_is_there_again_with_its_own_draft_alone() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    kept(counter)
    counter.presenter.exits.on_reason_edited(Exit.REFUSAL, "chưa đến tuổi ")
    kept(counter)

    again = after_a_power_cut(counter)

    assert again.page.exit_reasons == {Exit.REFUSAL: "chưa đến tuổi "}
    again.presenter.on_new()
    assert again.page.exit_reasons == {}


def test_each_field_is_still_from_where_it_was() -> None:
    counter = AtCounter()
    people = counter.presenter.people
    people.on_card_text(CARD.replace("Nguyễn", "Nguyeễn").encode().decode("latin-1"))
    people.on_applicant_edited(ApplicantField.PHONE, "0912345678")
    people.on_applicant_edited(ApplicantField.ADDRESS, "Tổ 6")
    before = counter.page.applicant
    kept(counter)

    again = after_a_power_cut(counter)

    after = again.page.applicant
    assert after.of(ApplicantField.NUMBER).source is FieldSource.QR
    assert after.of(ApplicantField.NAME).source is FieldSource.REPAIRED
    assert after.of(ApplicantField.ADDRESS).source is FieldSource.TYPED
    note = after.of(ApplicantField.NAME).note
    assert note is not None
    assert "Nguyeễn" in note.words
    assert after == before


def test_where_the_owners_fields_are_from_is_kept_too() -> None:
    counter = AtCounter()
    people = counter.presenter.people
    people.on_card_text(CARD)
    people.on_owner_chosen(OwnerKind.CITIZEN)
    people.on_owner_opened(True)
    people.on_card_text(OTHER_CARD.replace("Trần", "Traần"))
    before = counter.page.owner
    kept(counter)

    again = after_a_power_cut(counter)

    assert again.page.owner.of(OwnerField.NUMBER).source is FieldSource.QR
    assert again.page.owner.of(OwnerField.NAME) == before.of(OwnerField.NAME)
    assert before.of(OwnerField.NAME).note is not None


def test_a_sheet_keeps_where_its_fields_are_from() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD.encode().decode("latin-1"))
    counter.choose_procedure()
    counter.presenter.exits.on_exit(Exit.GUIDANCE, "")
    counter.store_worker.do()
    (sheet,) = counter.desk.work.drafts.every()

    counter.presenter.keeping.reopen(str(sheet.code))
    counter.store_worker.do()

    of = counter.page.applicant.of
    assert of(ApplicantField.NAME).source is FieldSource.REPAIRED
    assert of(ApplicantField.BORN_ON).source is FieldSource.QR


def test_a_draft_that_an_older_version_kept_opens_all_the_same() -> None:
    counter = a_full_draft()
    description = counter.drafts.current.description()
    for provenance in (None, {}, {"sources": {"number": "another", "name": 3}, "doubtful": None}):
        plain = (
            description if provenance is None else {**description, APPLICANT_PROVENANCE: provenance}
        )

        entry = restored(plain, uuid4(), None, counter.desk.now().date())

        assert entry.applicant.name == "Nguyễn Thị Ánh Tuyết"
        assert entry.applicant.plain()["id_document"]["read_from"] == "qr"


def test_nothing_is_written_that_did_not_change() -> None:
    counter = a_full_draft()
    kept(counter)
    commits = counter.desk.work.commits

    kept(counter)

    assert counter.desk.work.commits == commits


def test_a_draft_without_a_procedure_is_kept_too() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    kept(counter)

    again = after_a_power_cut(counter)

    assert again.page.applicant.of(ApplicantField.NAME).text == "Nguyễn Thị Ánh Tuyết"


def test_what_was_received_is_forgotten() -> None:
    counter = AtCounter()
    counter.fill()
    kept(counter)
    assert len(drafts_of("quay3", acting=counter.desk.acting())) == 1

    counter.accept()
    kept(counter)

    assert drafts_of("quay3", acting=counter.desk.acting()) == []


def test_a_sheet_takes_the_place_of_the_open_work() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.papers.on_copies_set("row-1", CopyKind.ORIGINALS, 0)
    kept(counter)
    first = counter.drafts.current.draft_id

    counter.presenter.exits.on_exit(Exit.GUIDANCE, "")
    counter.store_worker.do()
    kept(counter)

    (left,) = drafts_of("quay3", acting=counter.desk.acting())
    assert left.draft_id != first
    assert left.code is not None


def test_what_was_emptied_again_is_forgotten() -> None:
    counter = AtCounter()
    counter.presenter.people.on_applicant_edited(ApplicantField.NAME, "Lò")
    kept(counter)

    counter.presenter.people.on_applicant_edited(ApplicantField.NAME, "")
    kept(counter)

    assert drafts_of("quay3", acting=counter.desk.acting()) == []


def test_a_sheet_opens_its_draft_and_a_second_scan_goes_to_it() -> None:
    counter = a_full_draft()
    counter.presenter.exits.on_exit(Exit.GUIDANCE, "")
    counter.store_worker.do()
    (sheet,) = counter.desk.work.drafts.every()
    assert sheet.code is not None

    counter.presenter.keeping.reopen(sheet.code.lower())
    counter.store_worker.do()

    assert counter.page.applicant.of(ApplicantField.NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.owner.of(OwnerField.NAME).text == "Công ty Ví dụ"
    counter.presenter.on_new()
    counter.presenter.keeping.reopen(sheet.code)
    counter.store_worker.do()
    assert counter.drafts.with_content == 1
    assert counter.drafts.current.draft_id == sheet.draft_id


def test_a_code_that_nobody_gave_is_named() -> None:
    counter = AtCounter()

    counter.presenter.keeping.reopen("HD-AAAAAAA")
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert "DOS-046" in counter.page.problem.sentence


def test_who_stands_in_a_draft_behind_is_looked_up_when_it_is_turned_to() -> None:
    """Only the one in front was: the other said neither what its owner has open, nor more."""
    counter = AtCounter()
    counter.fill()
    counter.accept()
    counter.fill()
    assert counter.page.blockers == {Blocker.DUPLICATE}
    counter.presenter.on_new()
    counter.presenter.people.on_card_text(OTHER_CARD)
    kept(counter)

    again = after_a_power_cut(counter)
    assert again.drafts.with_content == 2
    other = 1 - again.drafts.number
    again.presenter.on_draft_chosen(other)
    again.presenter.on_draft_chosen(1 - other)
    again.presenter.on_draft_chosen(0)
    again.store_worker.do()

    assert again.page.duplicates.code == counter.received[0].dossier.code
    assert Blocker.DUPLICATE in again.page.blockers


def test_what_is_open_is_not_pushed_aside() -> None:
    counter = a_full_draft()
    kept(counter)
    drafts = OpenDrafts()
    drafts.current.summary = "x"
    drafts.current.applicant.edit(ApplicantField.NAME, "Lò Văn Ứng")

    again = AtCounter(a_procedure(), drafts=drafts, work=counter.desk.work)

    assert again.page.applicant.of(ApplicantField.NAME).text == "Lò Văn Ứng"
    assert again.drafts.with_content == 1


def test_what_cannot_be_read_any_more_leaves_the_rest() -> None:
    counter = a_full_draft()
    kept(counter)

    again = AtCounter(a_procedure(code="9.999999"), work=counter.desk.work)

    assert again.page.applicant.of(ApplicantField.PHONE).text == "0912345678"
    assert again.page.applicant.of(ApplicantField.EMAIL).text == "tuyet@vi-du.vn"
    assert again.page.procedure.chosen is None


def scanned(counter: AtCounter, role: FileRole, source: str, content: bytes = b"%PDF") -> DraftFile:
    """Have a page or a file of the current draft in the store, as the scan desk does."""
    arrived = Arrived(
        draft_id=counter.drafts.current.draft_id,
        role=role,
        media_type="application/pdf",
        source=source,
        pages=2,
    )
    return keep_file(content, arrived, vault=FakeVault(), acting=counter.desk.acting())


def test_scanned_documents_are_in_their_rows_again() -> None:
    counter = a_full_draft()
    file = scanned(counter, FileRole.FILE, "scan:Tờ khai.pdf")
    (row,) = (row for row in counter.drafts.current.papers if row.key == "row-1")
    row.files = [EntryFile("scan-1", Path("Tờ khai.pdf"), 2, None, f"kept:{file.sha256}")]
    row.files.append(EntryFile("other", Path("/mnt/usb/on-the-stick.pdf"), 1, None))
    kept(counter)

    again = after_a_power_cut(counter)

    (row,) = (row for row in again.drafts.current.papers if row.key == "row-1")
    (found,) = row.files
    assert (found.path.name, found.pages) == ("Tờ khai.pdf", 2)
    assert found.file_id == f"scan-{file.file_id}"
    assert row.plain()["files"] == [f"digitised:{file.sha256}"]  # an older draft says "kept:"
    again.file_worker.do()
    assert found.thumbnail == f"small digitised:{file.sha256}".encode()
    (shown,) = again.page.papers[0].files
    assert shown.thumbnail == found.thumbnail


def test_what_was_removed_can_be_put_back_after_a_power_cut() -> None:
    counter = a_full_draft()
    papers, draft = counter.presenter.papers, counter.drafts.current
    files = [scanned(counter, FileRole.FILE, name, name.encode()) for name in ("a.pdf", "b.pdf")]
    rows = draft.papers.row("row-1"), draft.papers.add_other("Bản vẽ")
    for row, file in zip(rows, files, strict=True):
        assert row is not None
        name = str(file.file_id)
        row.files = [EntryFile(name, Path(file.source), 2, b"png", f"kept:{file.sha256}")]
    on_the_stick = EntryFile("gone", Path("/mnt/usb/on-the-stick.pdf"), 1, None)
    draft.papers.rows[1].files = [on_the_stick]
    papers.on_file_removed("row-1", str(files[0].file_id))
    papers.on_file_removed("row-2", "gone")
    assert rows[1] is not None
    papers.on_paper_removed(rows[1].key)
    kept(counter)

    again = after_a_power_cut(counter)

    assert again.page.removed == "Bản vẽ"
    assert "Bản vẽ" not in [paper.name for paper in again.page.papers]
    again.presenter.papers.on_return_wanted()
    assert again.page.removed == "a.pdf"  # what lay on the stick alone is gone
    again.presenter.papers.on_return_wanted()
    assert again.page.removed is None
    again.file_worker.do()
    (first,), (other,) = again.page.papers[0].files, again.page.papers[-1].files
    assert (first.name, other.name) == ("a.pdf", "b.pdf")
    assert first.thumbnail == f"small kept:{files[0].sha256}".encode()


def test_a_basket_of_another_version_leaves_the_draft() -> None:
    description = a_full_draft().drafts.current.description()
    chosen = (a_procedure(), "gói 1")
    baskets: tuple[list[dict[str, object]] | None, ...] = (
        None, [], [{}], [{"file": "kept:none"}], [{"index": 9, "file": 3}],
    )  # fmt: skip
    for basket in baskets:
        plain = {**description, REMOVED: basket}

        entry = restored(plain, uuid4(), chosen, AtCounter().desk.now().date())

        assert entry.applicant.name == "Nguyễn Thị Ánh Tuyết"
        assert len(entry.papers.removed) == (basket == [{}])


def test_a_document_that_cannot_be_drawn_again_keeps_its_sign() -> None:
    counter = a_full_draft()
    file = scanned(counter, FileRole.FILE, "scan:Tờ khai.pdf")
    (row,) = (row for row in counter.drafts.current.papers if row.key == "row-1")
    row.files = [EntryFile("scan-1", Path("Tờ khai.pdf"), 2, None, f"kept:{file.sha256}")]
    kept(counter)

    again = after_a_power_cut(counter)
    again.files.fails_with = StationError()
    again.file_worker.do()

    (shown,) = again.page.papers[0].files
    assert (shown.thumbnail, shown.pages) == (None, 2)


def test_a_draft_of_pages_alone_is_not_taken_for_an_empty_one() -> None:
    counter = AtCounter()
    draft = counter.drafts.current
    draft.scan.session = draft.scan.session.receive(uuid4())
    scanned(counter, FileRole.PAGE, "máy quét")
    kept(counter)

    again = after_a_power_cut(counter)
    kept(again)

    assert again.drafts.current.draft_id == draft.draft_id
    assert again.drafts.current.scan.has_pages
    assert len(counter.desk.work.draft_files.of(draft.draft_id)) == 1


def test_what_was_received_at_once_leaves_no_page_behind() -> None:
    counter = AtCounter()
    counter.fill()
    draft_id = counter.drafts.current.draft_id
    scanned(counter, FileRole.PAGE, "máy quét")

    counter.accept()
    kept(counter)

    assert counter.desk.work.draft_files.of(draft_id) == []
