"""A reception page without a window, on real rules and in-memory ports."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec

from station.catalogue.addresses import PlaceNow
from station.catalogue.calendars import built_in_calendar
from station.catalogue.search import CatalogueIndex
from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.id_card import IdCard
from station.domain.id_text import parse_id_text
from station.domain.journal import VIETNAM
from station.domain.procedure import Procedure, ProcessingTime, Territory
from station.domain.promise import Promise, promise, start_rule_of
from station.domain.signatures import FoundSignature
from station.domain.step_times import StepTimes
from station.errors import StationError
from station.ports.dossier_queries import DossierRow
from station.ports.drafts import KeptDraft
from station.ports.officers import Officer, Role
from station.usecases.dossier_act import Acting
from station.usecases.drafts import OpenWork, drafts_of, keep_drafts, reassign_draft
from station.usecases.guide_visitor import Told, draft_of, give_guidance
from station.usecases.handed_in import KEPT, version_for
from station.usecases.lodge_dossier import AskForPapers, TurnAway, lodge_dossier
from station.usecases.permissions import Act, may
from station.usecases.print_papers import Printed
from station.usecases.receive_dossier import Counter, Reception, receive_dossier
from station.usecases.reception_input import ReceptionInput
from station.words import Language
from tests.builders import a_procedure
from tests.fake_work import FakeWork
from tests.fakes import PLACES, FakeCatalogue, FakeClock, FakeDocuments, FakeVault
from tests.station.test_guide_visitor import Office
from tests.ui.fake_reception_page import FakePage
from tests.ui.fake_tasks import Later
from ui.desktop.frame.view_model import OpenDraft, Place
from ui.desktop.reception.files import Judged, KeptFile
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.reception.view_model import (
    ReceptionView,
)

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Quang Trung|15062024"
OTHER_CARD = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"


HANH = Officer(officer_id="quay3", display_name="Hạnh", role=Role.COUNTER)
COUNTER = Counter(
    agency_code="000.00.17.H25",
    number=3,
    papers=(("01", "a5"),),
    built_at=datetime(2026, 11, 1, tzinfo=VIETNAM),
)


OFFERED = "lý do có sẵn của danh mục"


class CatalogueOfDesk(FakeCatalogue):
    """Every version in memory, and what was refused. Implements ``Refusals``."""

    why_refused: str | None = None

    def legal_basis(self, act: DossierAct, text: str) -> str | None:
        return f"căn cứ của {act}" if text == OFFERED else None

    def refused(self, language: Language) -> str | None:
        return self.why_refused


class FakeDesk:
    """Receives by the real use case. Implements ``ReceptionDesk``."""

    def __init__(
        self, *procedures: Procedure, numbers: Any = (), work: FakeWork | None = None
    ) -> None:
        self.clock = FakeClock()
        self.work = work or FakeWork(numbers=numbers)
        self.people = self.work
        self.vault = FakeVault()
        self.catalogue = CatalogueOfDesk(*procedures)
        self.life_cycle = self.drafts = self
        self.officer = HANH
        self.places = PLACES
        self.printed: list[str] = []
        self.rows: list[DossierRow] = []
        self.given: list[ReceptionInput] = []
        self.fails_with: StationError | None = None

    @cached_property
    def catalogue_index(self) -> CatalogueIndex:
        return CatalogueIndex(self.catalogue.procedures(self.now().date()))

    def procedure(self, code: str, begun_under: str | None = None) -> tuple[Procedure, str]:
        return version_for(code, begun_under, self.catalogue, self.now().date())

    def newest(self, limit: int) -> Sequence[DossierRow]:
        return self.rows[:limit]

    def now(self) -> datetime:
        return self.clock.now()

    def promise(
        self,
        received_at: datetime,
        procedure: Procedure,
        processing_time: ProcessingTime,
        territory: Territory,
    ) -> Promise:
        rule = start_rule_of(procedure, territory)
        return promise(received_at, procedure, processing_time, built_in_calendar(), rule)

    def receive(
        self,
        given: ReceptionInput,
        *,
        folder: Path,
        lock_duplicates: bool = False,
        took: StepTimes | None = None,
    ) -> Reception:
        self.given.append(given)
        if self.fails_with is not None:
            raise self.fails_with
        return receive_dossier(
            given,
            officer=HANH,
            counter=COUNTER,
            one_state=nullcontext,
            work=self.work,
            catalogue=self.catalogue,
            calendar=built_in_calendar(),
            clock=self.clock,
            vault=self.vault,
            documents=FakeDocuments(),
            folder=folder,
            open_alike=self.work.open_alike,
            places=lambda: self.places,
            lock_duplicates=lock_duplicates,
            took=took,
        )

    def lodge(
        self,
        given: ReceptionInput,
        then: AskForPapers | TurnAway,
        *,
        folder: Path,
        lock_duplicates: bool = False,
    ) -> Dossier:
        return lodge_dossier(
            given,
            then,
            acting=self.acting(),
            counter=COUNTER,
            catalogue=self.catalogue,
            vault=self.vault,
            documents=FakeDocuments(),
            folder=folder,
            open_alike=self.work.open_alike,
            places=self.places,
            lock_duplicates=lock_duplicates,
            papers=(("02", "a5"),),
        )

    def guide(
        self,
        given: ReceptionInput,
        wrong: Sequence[tuple[int, str]] = (),
        beside: Mapping[str, Any] | None = None,
    ) -> Told:
        return give_guidance(
            given,
            wrong=wrong,
            description={**msgspec.to_builtins(given), **(beside or {})},
            procedure=self.procedure(given.procedure_code)[0],
            counter=3,
            acting=self.acting(),
        )

    def place_now(self, address: str) -> PlaceNow | None:
        return self.places.place_now(address, self.now().date())

    @property
    def may_reassign(self) -> bool:
        return may(self.officer, Act.REASSIGN_DRAFTS)

    def visible(self) -> Sequence[KeptDraft]:
        return drafts_of(
            None if self.may_reassign else self.officer.officer_id, acting=self.acting()
        )

    def reassign(self, draft_id: UUID, to: str, reason: str) -> KeptDraft:
        return reassign_draft(draft_id, to, reason, officers=Office(), acting=self.acting())

    def mine(self) -> Sequence[KeptDraft]:
        return drafts_of(self.officer.officer_id, acting=self.acting())

    def opened(self, code: str) -> KeptDraft:
        return draft_of(code, on=self.now().date(), acting=self.acting())

    def keep(self, open_work: Sequence[OpenWork], gone: Sequence[UUID], *, at: datetime) -> None:
        keep_drafts(open_work, gone, at=at, acting=self.acting())

    def print_guidance(self, code: str) -> None:
        if self.fails_with is not None:
            raise self.fails_with
        self.printed.append(code)

    def print_waiting(self) -> list[Printed]:
        self.printed += [form for _, form, _ in self.work.jobs]
        return []

    def acting(self) -> Acting:
        return Acting(
            officer=self.officer, work=self.work, clock=self.clock, built_at=COUNTER.built_at
        )


class FakeFiles:
    """Every picture shows the card whose text is in its name. Implements ``FileReading``."""

    def __init__(self, vault: FakeVault) -> None:
        self.vault = vault
        self.fails_with: StationError | None = None
        self.signatures: tuple[FoundSignature, ...] = ()
        self.trust = "nobody"

    def judge_again(self, kept: str, trust: str) -> Judged | None:
        assert self.vault.get(kept.removeprefix(KEPT))
        return None if trust == self.trust else Judged(self.trust, self.signatures)

    def read_card(self, picture: Path | bytes) -> IdCard:
        if self.fails_with is not None:
            raise self.fails_with
        return parse_id_text(CARD)

    def keep_file(self, path: Path, draft_id: UUID) -> KeptFile:
        if self.fails_with is not None:
            raise self.fails_with
        kept = KEPT + self.vault.put(path.name.encode())
        return KeptFile(
            file_id=str(uuid4()),
            kept=kept,
            pages=2,
            thumbnail=b"png",
            signatures=self.signatures,
            trust=self.trust,
        )

    def thumbnail_of(self, kept: str) -> bytes:
        if self.fails_with is not None:
            raise self.fails_with
        return f"small {kept}".encode()


class AtCounter:
    """The presenter with everything around it."""

    def __init__(
        self,
        *procedures: Procedure,
        drafts: OpenDrafts | None = None,
        language: Language = "vi",
        numbers: Any = (),
        work: FakeWork | None = None,
    ) -> None:
        self.page = FakePage()
        self.desk = FakeDesk(*(procedures or (a_procedure(),)), numbers=numbers, work=work)
        self.files = FakeFiles(self.desk.vault)
        self.file_worker = Later()
        self.store_worker = Later()
        self.printer_worker = Later()
        self.changes: list[None] = []
        self.drafts = drafts or OpenDrafts()
        self.tabs: tuple[OpenDraft, ...] = ()
        self.tab = 0
        self.received: list[Reception] = []
        view: ReceptionView = self.page
        self.presenter = ReceptionPresenter(
            view,
            desk=self.desk,
            files=self.files,
            drafts=self.drafts,
            store_worker=self.store_worker,
            file_worker=self.file_worker,
            printer_worker=self.printer_worker,
            show_tabs=self._take_tabs,
            received=self.received.append,
            changed=lambda: self.changes.append(None),
            language=language,
        )
        self.came_back: list[Place] = []
        self.presenter.show()
        self.presenter.start(came_back=self.came_back.append)
        self.store_worker.do()

    def _take_tabs(self, tabs: tuple[OpenDraft, ...], current: int) -> None:
        self.tabs, self.tab = tabs, current

    def choose_procedure(self, code: str = "1.004873") -> None:
        self.presenter.on_procedure_chosen(code)
        self.store_worker.do()

    def fill(self) -> None:
        """Do everything that the usual dossier needs."""
        self.presenter.people.on_card_text(CARD)
        self.choose_procedure()
        for key in ("row-1", "row-3"):
            self.presenter.papers.on_paper_ticked(key)
        self.presenter.money.on_tendered_edited("20000")

    def accept(self) -> None:
        self.presenter.on_accept()
        self.store_worker.do()
