"""The province's pack comes with a round, is judged, and holds nothing else back."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station.catalogue.pack import Pack, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.signing import signed_text
from station.domain.clock_guard import WrongClockError
from station.domain.journal import VIETNAM
from station.errors import StationError
from station.ports.province import (
    BadAnswerError,
    Enrolment,
    ProvinceFaultError,
    PublishedCatalogue,
)
from station.usecases.fetch_catalogue import CatalogueInbox, last_fetched
from station.usecases.synchronise import SyncReport, synchronise
from station.usecases.trust_keys import add_trust_key
from tests.catalogue_contract import TODAY, a_pack
from tests.fake_work import FakeWork
from tests.fakes import MONDAY, FakeCatalogue, FakeClock, FakeSecrets
from tests.station.test_import_catalogue import KEY, OTHER, PUBLIC, acting
from tests.sync_fakes import FakeCounter, FakeProvince

ENROLMENT = Enrolment(
    base_url="https://tinh.example",
    station_id="H25/3",
    agency_code="H25",
    station_number=3,
    number_ranges=(),
    token="token-token-token-token",
    server_keys=(PUBLIC,),
    enrolled_at=MONDAY,
)


def published(pack: Pack, key: Ed25519PrivateKey = KEY) -> PublishedCatalogue:
    content = pack_to_bytes(pack)
    signature = key.sign(signed_text(content)).hex()
    return PublishedCatalogue(
        content=content, signature=signature, tag=f'"{sha256(content).hexdigest()}"'
    )


def official(version: str, *codes: str, **changes: Any) -> Pack:
    return a_pack(version, *codes, status=PackStatus.OFFICIAL, **changes)


@dataclass
class Line:
    """An enrolled counter, its province, and rounds between them."""

    counter: FakeCounter = field(default_factory=FakeCounter)
    province: FakeProvince = field(default_factory=FakeProvince)
    catalogue: FakeCatalogue = field(default_factory=FakeCatalogue)
    secrets: FakeSecrets = field(default_factory=FakeSecrets)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.counter.outbox.save_enrolment(ENROLMENT)
        self.work = FakeWork()
        self.work.catalogue = self.catalogue
        self.inbox = CatalogueInbox(
            catalogue=self.catalogue,
            secrets=self.secrets,
            outbox=self.counter.outbox,
            new_work=lambda: self.work,
            clock=self.clock,
            built_at=datetime(2026, 11, 1, tzinfo=VIETNAM),
        )

    def round(self) -> SyncReport:
        return synchronise(
            outbox=self.counter.outbox,
            province=self.province,
            clock=self.clock,
            inbox=self.inbox,
        )


def test_a_pack_of_the_province_is_put_in_force_once() -> None:
    line = Line()
    line.province.published = published(official("1", "1.000001", "1.000002"))

    first, second = line.round(), line.round()

    assert first.error is None
    assert first.catalogue is not None
    assert (first.catalogue.pack, first.catalogue.refused) == ("hoc-tap 1", None)
    assert (first.catalogue.added, first.catalogue.removed, first.catalogue.changed) == (2, 0, 0)
    assert second.catalogue is None
    known = line.catalogue.pack("hoc-tap 1")
    assert known is not None
    assert (known.signed_by, known.imported_by) == (PUBLIC, None)
    assert len(line.catalogue.packs()) == 2
    (entry,) = line.work.entries
    assert (entry.kind, entry.officer_id) == ("CatalogueImported", "sync")


def test_a_clock_that_cannot_be_trusted_keeps_the_pack_waiting() -> None:
    line = Line()
    line.province.published = published(official("1", "1.000001"))
    line.counter.receive(b"page")
    line.clock.at = line.province.time = datetime(2020, 1, 1, tzinfo=VIETNAM)

    report = line.round()

    assert isinstance(report.error, WrongClockError)
    assert (report.files_sent, report.catalogue) == (1, None)
    assert last_fetched(line.secrets) is None


def test_without_an_inbox_nothing_is_asked_for() -> None:
    line = Line()

    synchronise(outbox=line.counter.outbox, province=line.province, clock=line.clock)

    assert "catalogue" not in line.province.calls


@pytest.mark.parametrize(
    ("offered", "code"),
    [
        (published(official("1"), OTHER), "CAT-010"),
        (replace(published(official("1")), signature="0" * 128), "CAT-010"),
        (replace(published(official("1")), content=b"{}"), "CAT-010"),
        (published(official("2", base="1")), "CAT-015"),
    ],
)
def test_a_pack_that_cannot_hold_says_why_and_files_go_all_the_same(
    offered: PublishedCatalogue, code: str
) -> None:
    line = Line()
    line.counter.receive(b"page")
    line.province.published = offered

    report = line.round()

    assert report.catalogue is not None
    assert report.catalogue.refused == code
    assert (report.events_sent, report.files_sent, report.error) == (1, 1, None)
    assert len(line.catalogue.packs()) == 1
    fetched = last_fetched(line.secrets)
    assert fetched is not None
    assert (fetched.refused, fetched.pack) == (code, None)


def test_a_refused_pack_comes_again_only_when_something_changed_here() -> None:
    line = Line()
    line.province.published = published(official("2", "1.000002", base="1"))
    line.round()
    assert line.round().catalogue is None

    line.catalogue.import_pack(official("1", "1.000001"), at=MONDAY)
    after_the_base = line.round().catalogue

    assert after_the_base is not None
    assert (after_the_base.refused, after_the_base.pack) == (None, "hoc-tap 2")
    assert {p.code for p in line.catalogue.procedures(TODAY)} == {"1.000001", "1.000002"}


def test_a_key_that_was_trusted_since_lets_the_pack_in() -> None:
    line = Line()
    line.province.published = published(official("1", "1.000001"), OTHER)
    line.round()
    other = OTHER.public_key().public_bytes_raw().hex()

    add_trust_key(other, "Sở", acting=acting(secrets=line.secrets), secrets=line.secrets)
    report = line.round()

    assert report.catalogue is not None
    assert report.catalogue.pack == "hoc-tap 1"


@pytest.mark.parametrize("error", [ProvinceFaultError(503), BadAnswerError("no tag")])
def test_a_server_that_chokes_on_its_pack_still_gets_the_files(error: StationError) -> None:
    line = Line()
    line.counter.receive(b"page")

    def choke(_known: str | None) -> None:
        raise error

    line.province.catalogue_hook = choke

    report = line.round()

    assert (report.files_sent, report.error) == (1, error)


def test_a_pack_for_later_waits_for_its_day() -> None:
    line = Line()
    begins = date(2027, 1, 1)
    line.province.published = published(official("1", "1.000001", effective_from=begins))

    line.round()
    line.clock.at = datetime(2027, 1, 1, 8, tzinfo=VIETNAM) + timedelta(minutes=1)

    assert line.catalogue.procedure("1.000001", TODAY) is None
    assert line.catalogue.procedure("1.000001", line.clock.now().date()) is not None
