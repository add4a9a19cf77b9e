"""The catalogue page says what a pack changes before anybody puts it in force."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from station.catalogue.admission import ImportedPack
from station.catalogue.differences import difference
from station.catalogue.pack import PackStatus, UnreadablePackError
from station.domain.procedure import ProcessingTime, TimeUnit
from station.usecases.import_catalogue import Examined, OfferedPack
from tests.builders import MONDAY, a_procedure
from tests.catalogue_contract import a_pack
from tests.ui.fake_tasks import Later
from ui.desks.catalogue import Signer
from ui.desktop.catalogue.presenter import CataloguePresenter
from ui.desktop.catalogue.view_model import CatalogueSheet
from ui.desktop.kit.tone import Tone

KEY = "ab" * 32
TODAY = date(2026, 11, 26)
BEFORE = [a_procedure(), a_procedure(code="1.000002", name="Sẽ bỏ")]
AFTER = [
    a_procedure(processing_time=ProcessingTime(5, TimeUnit.WORKING_DAY)),
    a_procedure(code="1.000003", name="Mới"),
]


def examined(**changes: Any) -> Examined:
    found = Examined(
        pack=a_pack("2", status=PackStatus.OFFICIAL),
        sha256="0" * 64,
        signed_by=KEY,
        already_here=False,
        holds_from=TODAY,
        difference=difference(BEFORE, AFTER),
        withdrawn=frozenset(),
    )
    return replace(found, **changes)


@dataclass
class FakePage:
    sheet: CatalogueSheet = field(default_factory=CatalogueSheet)
    problem: str = ""
    done: str = ""
    busy: bool = False

    def show_sheet(self, sheet: CatalogueSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def show_busy(self, busy: bool) -> None:
        self.busy = busy


@dataclass
class FakeSource:
    found: Examined
    known: list[ImportedPack] = field(default_factory=list)
    imported: list[str | None] = field(default_factory=list)

    def packs(self) -> Sequence[ImportedPack]:
        return self.known

    def signers(self) -> Sequence[Signer]:
        return [Signer(KEY, None, None)]

    def examine(self, offered: OfferedPack) -> Examined:
        return self.found

    def import_pack(self, offered: OfferedPack, *, admit_because: str | None = None) -> Examined:
        self.imported.append(admit_because)
        return self.found


class AtPage:
    def __init__(
        self, found: Examined, *, may_import: bool = True, may_admit: bool = True, **known: Any
    ) -> None:
        self.page, self.source, self.worker = FakePage(), FakeSource(found, **known), Later()
        self.changes = 0
        self.presenter = CataloguePresenter(
            self.page,
            catalogue=self.source,
            read=self._read,
            today=lambda: TODAY,
            may_import=may_import,
            may_admit=may_admit,
            changed=self._changed,
            store_worker=self.worker,
            file_worker=self.worker,
            language="vi",
        )
        self.presenter.refresh()
        self.worker.do()

    def open(self, path: str = "pack.json") -> None:
        self.presenter.on_file_chosen(path)
        assert self.page.busy
        self.worker.do()
        assert not self.page.busy

    def put_in_force(self) -> None:
        self.presenter.on_import()
        self.worker.do()

    def _read(self, path: Path) -> OfferedPack:
        if path.name != "pack.json":
            raise UnreadablePackError(path.name, "no such file")
        return OfferedPack(content=b"{}", filename=path.name)

    def _changed(self) -> None:
        self.changes += 1


def test_what_changes_is_said_first_by_risk_and_nothing_is_in_force_yet() -> None:
    at = AtPage(examined())
    at.open()

    offer = at.page.sheet.offer
    assert offer is not None
    assert (offer.label, offer.signed, offer.signed_tone) == ("hoc-tap 2", "ký số: tỉnh", Tone.OK)
    assert offer.counts == "Thêm 1 · bỏ 1 · đổi 1"
    assert [(line.mark, line.code) for line in offer.changes] == [
        ("~", "1.004873"), ("", ""), ("−", "1.000002"), ("+", "1.000003"),
    ]  # fmt: skip
    assert offer.changes[1].words == "thời hạn: 3 ngày làm việc → 5 ngày làm việc"
    assert at.page.sheet.ready
    assert at.source.imported == []


def test_a_signed_pack_is_put_in_force_and_everybody_hears_of_it() -> None:
    at = AtPage(examined())
    at.open()

    at.put_in_force()

    assert at.source.imported == [None]
    assert at.page.done == "Đã đưa hoc-tap 2 vào sử dụng, từ 26/11/2026."
    assert at.page.sheet.offer is None
    assert at.changes == 1


def test_an_unsigned_pack_wants_the_administrator_s_reason() -> None:
    at = AtPage(examined(signed_by=None))
    at.open()
    assert at.page.sheet.offer is not None
    assert at.page.sheet.offer.wants_reason
    at.put_in_force()
    assert at.source.imported == []

    at.presenter.on_reason_edited(" công văn 12/STP ")
    at.put_in_force()

    assert at.source.imported == ["công văn 12/STP"]


@pytest.mark.parametrize(
    ("found", "may_import", "may_admit", "words"),
    [
        (examined(signed_by=None), True, False, "chỉ quản trị"),
        (examined(), False, False, "Trưởng bộ phận hoặc quản trị"),
        (examined(already_here=True), True, True, "đã có"),
    ],
)
def test_what_may_not_be_put_in_force_says_why(
    found: Examined, may_import: bool, may_admit: bool, words: str
) -> None:
    at = AtPage(found, may_import=may_import, may_admit=may_admit)
    at.open()

    at.put_in_force()

    assert words in at.page.sheet.fact
    assert not at.page.sheet.ready
    assert at.source.imported == []


def test_a_file_that_cannot_be_opened_is_named_and_the_open_one_stays() -> None:
    at = AtPage(examined())
    at.open()
    at.open("away.json")

    assert "away.json" in at.page.problem
    assert at.page.sheet.offer is not None
    at.presenter.on_dropped()
    assert at.page.problem == ""
    assert not at.page.sheet.ready


def test_the_packs_say_since_when_they_hold_and_which_gave_way() -> None:
    def a_known(version: str, **changes: Any) -> ImportedPack:
        facts: dict[str, Any] = {
            "name": "tinh", "version": version, "status": PackStatus.OFFICIAL, "signed_by": KEY,
            "imported_at": MONDAY,
        }  # fmt: skip
        return ImportedPack(**(facts | changes))

    known = [
        a_known("1", signed_by="cd" * 32),
        a_known("2", effective_to=date(2027, 1, 31)),
        a_known("3", effective_from=date(2027, 2, 1)),
        a_known("0", name="cu", effective_to=date(2026, 1, 1), signed_by=None),
    ]
    at = AtPage(examined(), known=known)

    assert [(line.version, line.holds, line.signed) for line in at.page.sheet.packs] == [
        ("0", "đã hết hạn", "chưa ký số"),
        ("3", "chưa đến ngày: 01/02/2027", "ký số: tỉnh"),
        ("2", "23/11/2026 đến 31/01/2027", "ký số: tỉnh"),
        ("1", "đã có bản mới", "khoá không còn tin cậy"),
    ]


@pytest.mark.parametrize(
    ("issued_on", "status", "holds", "tone"),
    [
        (date(2026, 10, 27), PackStatus.OFFICIAL, "từ 23/11/2026", Tone.OK),
        (date(2026, 10, 26), PackStatus.OFFICIAL, "bản đã 31 ngày", Tone.WARN),
        (date(2026, 10, 26), PackStatus.LOCAL, "từ 23/11/2026", Tone.OK),
    ],
)
def test_an_old_catalogue_of_the_province_says_how_old_it_is(
    issued_on: date, status: PackStatus, holds: str, tone: Tone
) -> None:
    pack = ImportedPack(
        name="tinh",
        version="1",
        status=status,
        signed_by=KEY,
        imported_at=MONDAY,
        issued_on=issued_on,
    )
    (line,) = AtPage(examined(), known=[pack]).page.sheet.packs

    assert (line.holds, line.holds_tone) == (holds, tone)
