"""One open draft: everything the officer entered, what blocks it, and how it is described."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from uuid6 import uuid7

from station.domain.dossier import Channel, DeliveryMethod
from station.domain.due_date import DueDate
from station.domain.paper_checks import PaperFinding, check_papers
from station.domain.person import Party, PartyKind
from station.domain.procedure import Procedure, Territory
from station.domain.step_times import Step
from station.text import clean
from station.words import Language, figures
from ui.desktop.frame.view_model import OpenDraft, Place
from ui.desktop.reception.applicant_entry import ApplicantEntry
from ui.desktop.reception.duplicate_entry import DuplicateEntry, Here
from ui.desktop.reception.grounds import ground_words
from ui.desktop.reception.memory_entry import MemoryEntry
from ui.desktop.reception.money_entry import MoneyEntry
from ui.desktop.reception.owner_entry import OwnerEntry
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.paper_entries import LETTER, PROOF, PaperEntries
from ui.desktop.reception.scan_entry import ScanEntry
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.step_clock import Parts, StepClock
from ui.desktop.reception.view_model import (
    Block,
    Blocker,
    ChosenProcedure,
    Draft,
    Due,
    Duplicates,
    Exit,
    Paper,
    ProcedureMatch,
    Readiness,
)
from ui.desktop.reception.view_model import Procedure as ProcedureZone

MOST_SETS = 99
APPLICANT_PROVENANCE, OWNER_PROVENANCE = "applicant_provenance", "owner_provenance"
"""Beside a kept description: where each field of a person is from."""
REMOVED = "removed_papers"
"""Beside a kept description: what was taken out of the papers and can be put back."""
TYPED = "typed"
"""Beside a kept description: texts as they stand in the fields, half a date and all."""
SPOT, IN_FRONT = "spot", "in_front"
"""Beside a kept description: where its keys were, and the page on which it stood in front."""


@dataclass(slots=True, eq=False)
class DraftEntry:
    """One dossier that is not received yet. Two drafts are never equal: people come twice."""

    applicant: ApplicantEntry = field(default_factory=ApplicantEntry)
    owner: OwnerEntry = field(default_factory=OwnerEntry)
    papers: PaperEntries = field(default_factory=PaperEntries)
    money: MoneyEntry = field(default_factory=MoneyEntry)
    duplicates: DuplicateEntry = field(default_factory=DuplicateEntry)
    memory: MemoryEntry = field(default_factory=MemoryEntry)
    procedure: Procedure | None = None
    catalogue: str = ""
    """Name and version of the pack that the procedure comes from."""
    case: str | None = None
    """Key of the procedure's case; None where it has none."""
    destination: str = ""
    """What stands as the agency that handles it, where the officer may name another one."""
    due: DueDate | None = None
    channel: Channel = Channel.DIRECT
    delivery: DeliveryMethod = DeliveryMethod.COUNTER
    delivery_address: str = ""
    number_of_sets: int = 1
    summary: str = ""
    ground: str | None = None
    """Why it may be accepted although a mandatory paper is missing."""
    exit_reasons: dict[Exit, str] = field(default_factory=dict)
    """Why it cannot be accepted, as it was typed; nothing of it is in the dossier yet."""
    accepting: bool = False
    scan: ScanEntry = field(default_factory=ScanEntry)
    """Its pages at the scan desk."""
    clock: StepClock = field(default_factory=StepClock)
    """What its steps took so far."""
    spot: Spot | None = None
    """Where its keys were last."""
    in_front: Place | None = None
    """The page that was seen when it was kept; None where another draft stood in front."""
    draft_id: UUID = field(default_factory=uuid7)
    """Under which it is kept in the store; it says when the draft was begun."""

    @property
    def has_content(self) -> bool:
        return (
            self.applicant.has_content
            or self.applicant.readings > 0
            or self.owner.kind is not OwnerKind.SELF
            or self.procedure is not None
            or any(row.has_content for row in self.papers)
            or bool(self.papers.removed)
            or self.scan.has_pages
        )

    @property
    def step_parts(self) -> Parts:
        """Give what each step changes: a procedure brings its papers and fees, an exemption the
        paper that proves it."""
        applicant, owner, money = self.applicant, self.owner, self.money
        people = (dict(applicant.texts), owner.kind, dict(owner.texts), self.memory.agreed)
        chosen = (
            *(self.procedure and self.procedure.code, self.case, self.destination),
            *(
                self.channel,
                self.delivery,
                self.delivery_address,
                self.number_of_sets,
                self.summary,
            ),
            self.duplicates.plain,
        )
        return (
            (Step.PERSON, people),
            (Step.PROCEDURE, chosen),
            (Step.MONEY, (money.plain(), money.tendered)),
            (Step.PAPERS, (self.papers.plain(), self.ground, self.scan.session)),
        )

    @property
    def tab(self) -> OpenDraft:
        title = self.applicant.name or (self.procedure.name if self.procedure else "")
        return OpenDraft(title=title, has_content=self.has_content)

    def demand_papers(self) -> None:
        """Ask for the letter of who acts for the owner, and for what proves an exemption."""
        letter = self.owner.letter
        wanted = {LETTER: letter} if letter is not None else {}
        self.papers.demand(wanted | self.money.proofs(PROOF))

    def change_procedure(self, procedure: Procedure, catalogue: str, today: date) -> None:
        """Choose a procedure, or another one: people and papers stay."""
        self.procedure = procedure
        self.catalogue = catalogue
        self.destination = procedure.agency
        self.scan.procedure = procedure.name
        case = procedure.case(None)
        self.change_case(case.key if case else None, today)

    def change_case(self, key: str | None, today: date) -> None:
        """Choose a case of the procedure: what was handed in stays.

        Raises:
            UnknownCaseError: the procedure has no such case.
        """
        self.case = key
        self.ground = None
        procedure = self.in_case
        before = {row.key: row for row in self.papers}
        if procedure is not None:
            self.papers.change_procedure(procedure)
            self.money.change_procedure(procedure, today)
        self.demand_papers()
        after = {id(row): row.key for row in self.papers}
        moved = {key: after[id(row)] for key, row in before.items() if id(row) in after}
        self.scan.change_rows(moved)

    @property
    def in_case(self) -> Procedure | None:
        """The procedure as its case has it: its papers, fees and time."""
        return None if self.procedure is None else self.procedure.in_case(self.case)

    @property
    def territory(self) -> Territory:
        """Where the agency is that handles it, as far as the procedure lets it be elsewhere."""
        agency, procedure = clean(self.destination), self.procedure
        if procedure is None or not agency or agency == procedure.agency:
            return Territory.OWN
        return procedure.territory

    def blocks(
        self, today: date, language: Language, *, numbers_left: int | None
    ) -> tuple[Block, ...]:
        """Give everything that stands in the way, all at once, in the order of the page."""
        blocks = []
        if self.applicant.readings or any(row.opening for row in self.papers):
            blocks.append(Block(Blocker.READING))
        if not self.applicant.name:
            blocks.append(Block(Blocker.NO_NAME))
        blocks += [
            Block(Blocker.BAD_FIELD, subject=words, at=name)
            for name, words in self.applicant.errors(today, language)
        ]
        blocks += [
            Block(Blocker.BAD_OWNER, subject=words)
            for words in self.owner.errors(today, language, self.applicant.person)
        ]
        if self.procedure is None:
            blocks.append(Block(Blocker.NO_PROCEDURE))
        if self.duplicates.is_open:
            code = self.duplicates.found[0].dossier_code
            blocks.append(Block(Blocker.DUPLICATE, subject=code))
        if self.delivery is DeliveryMethod.POSTAL and not clean(self.delivery_address):
            blocks.append(Block(Blocker.NO_DELIVERY_ADDRESS))
        blocks += [
            Block(Blocker.BAD_PAPER, subject=words, at=key)
            for key, words in self.papers.errors(language)
        ]
        missing = self.papers.missing()
        if missing and self.ground is None:
            named = tuple((row.number, row.name) for row in missing)
            blocks.append(Block(Blocker.MISSING_PAPERS, papers=named, at=missing[0].key))
        blocks += [Block(Blocker.NO_PROOF, subject=fee) for fee in self.money.unproved]
        if self.money.short_vnd:
            short = f"{figures(self.money.short_vnd)} đ"
            blocks.append(Block(Blocker.TOO_LITTLE_MONEY, subject=short))
        if numbers_left == 0:
            blocks.append(Block(Blocker.NO_NUMBERS))
        return tuple(blocks)

    def readiness(self, today: date, language: Language, *, numbers_left: int | None) -> Readiness:
        return Readiness(
            blocks=self.blocks(today, language, numbers_left=numbers_left),
            ground=ground_words(self.ground, language) if self.ground else None,
            accepting=self.accepting,
        )

    @property
    def owning_party(self) -> Party:
        """Give whose dossier it is, as far as it can be read."""
        person = self.applicant.person
        return self.owner.party(person) or Party(kind=PartyKind.CITIZEN, person=person)

    def shown_owner(self, today: date, language: Language) -> Owner:
        shown = self.owner.shown(today, language, self.applicant.person)
        return replace(shown, remember=self.memory.agreed, remembered=self.memory.words(language))

    def shown_papers(self, today: date, language: Language) -> tuple[Paper, ...]:
        return self.papers.shown(self._paper_findings(today), language)

    def _paper_findings(self, today: date) -> tuple[PaperFinding, ...]:
        procedure = self.in_case
        if procedure is None:
            return ()
        submitter = Party(kind=PartyKind.CITIZEN, person=self.applicant.person)
        return check_papers(
            [row.document for row in self.papers],
            procedure,
            submitter=submitter,
            owner=self.owner.party(self.applicant.person),
            on=today,
        )

    def shown_procedure(self, frequent: tuple[ProcedureMatch, ...]) -> ProcedureZone:
        return ProcedureZone(
            chosen=self._chosen(),
            frequent=frequent,
            channel=self.channel,
            delivery=self.delivery,
            delivery_address=self.delivery_address,
            number_of_sets=self.number_of_sets,
            summary=self.summary,
        )

    def shown_duplicates(self, today: date, language: Language) -> Duplicates:
        here = Here(
            procedure=self.procedure.name if self.procedure else "",
            papers=tuple(row.name for row in self.papers if any(row.given.values())),
            today=today,
        )
        return self.duplicates.shown(here, language)

    def shown_due(self, language: Language) -> Due:
        if self.due is None:
            return Due()
        return Due(
            at=self.due.due_at,
            explanation=self.due.explanation_in(language),
            warnings=self.due.warnings_in(language),
        )

    def shown(
        self,
        now: datetime,
        language: Language,
        *,
        frequent: tuple[ProcedureMatch, ...],
        numbers_left: int | None,
    ) -> Draft:
        return Draft(
            draft=str(self.draft_id),
            applicant=self.applicant.shown(now.date(), language),
            owner=self.shown_owner(now.date(), language),
            procedure=self.shown_procedure(frequent),
            papers=self.shown_papers(now.date(), language),
            removed=self.papers.last_removed,
            fees=self.money.shown(language),
            due=self.shown_due(language),
            duplicates=self.shown_duplicates(now.date(), language),
            readiness=self.readiness(now.date(), language, numbers_left=numbers_left),
            exit_reasons=self.exit_reasons,
        )

    def plain(self) -> dict[str, Any]:
        """Describe the dossier as the contract of a reception does.

        Raises:
            ValueError: no procedure is chosen; ``blocks`` tells before.
        """
        if self.procedure is None:
            raise ValueError("a dossier is described once its procedure is chosen")
        return self.description()

    def description(self) -> dict[str, Any]:
        """Give what was entered so far in the form of the contract, to be kept."""
        procedure = self.procedure
        return {
            "procedure_code": procedure.code if procedure else None,
            "case": self.case,
            "channel": self.channel.value,
            "destination": None
            if self.territory is Territory.OWN
            else {"agency": self.destination, "territory": self.territory.value},
            **self.owner.people(self.applicant.plain()),
            **self.papers.plain(),
            **self.money.plain(),
            "delivery": {
                "method": self.delivery.value,
                "address": clean(self.delivery_address) or None,
            },
            "number_of_sets": self.number_of_sets,
            "summary": clean(self.summary) or None,
            "accept_despite_missing": self.ground if self.papers.missing() else None,
            "accept_despite_duplicate": self.duplicates.plain,
            "remember_applicant": self.memory.agreed,
            "catalogue": self.catalogue or None,
        }

    def kept(self) -> dict[str, Any]:
        """Give the description, and beside it what is of the draft alone."""
        return {**self.description(), **self.beside()}

    def beside(self) -> dict[str, Any]:
        """Give what a kept draft says beside the contract's description."""
        return {
            APPLICANT_PROVENANCE: self.applicant.provenance.plain(),
            OWNER_PROVENANCE: self.owner.provenance.plain(),
            REMOVED: [one.plain() for one in self.papers.removed],
            TYPED: {
                "applicant": {name.value: text for name, text in self.applicant.texts.items()},
                "owner": {name.value: text for name, text in self.owner.texts.items()},
                "summary": self.summary,
                "exit_reasons": {way.value: text for way, text in self.exit_reasons.items()},
            },
            SPOT: self.spot.plain() if self.spot else None,
            IN_FRONT: self.in_front.value if self.in_front else None,
        }

    def _chosen(self) -> ChosenProcedure | None:
        procedure = self.in_case
        if procedure is None or procedure.processing_time is None:
            return None
        return ChosenProcedure(
            code=procedure.code,
            name=procedure.name,
            field=procedure.field,
            agency=self.destination,
            agency_may_change=procedure.territory is not Territory.OWN,
            cases=tuple((case.key, case.label) for case in procedure.cases),
            case=self.case or "",
            question=procedure.question or "",
            note=procedure.note or "",
            legal_basis=procedure.legal_basis,
            processing_time=procedure.processing_time,
            catalogue=self.catalogue.rpartition(" ")[2],
        )
