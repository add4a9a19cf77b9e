"""Đính chính by one officer: open the panel, find another procedure, make the next version."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from station.catalogue.parts import ReasonFor
from station.domain.dossier import Dossier
from station.domain.events import SeenFor
from station.errors import StationError
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.reception_input import CorrectionInput, ReceptionInputError
from station.usecases.second_person import SecondPerson
from station.words import Language
from ui.desks.approval import ApprovalDesk
from ui.desks.catalogue import CatalogueDesk
from ui.desks.life_cycle import LifeCycleDesk
from ui.desks.people import PeopleDesk
from ui.desktop.dossier.corrected_people import (
    applicant_of,
    changed_people,
    corrected_submitter,
    owner_of,
)
from ui.desktop.dossier.correction import (
    CorrectionAnswer,
    CorrectionForm,
    CorrectionView,
    Rules,
    changes_of,
    form_of,
    rules_of,
)
from ui.desktop.reception.applicant_entry import ApplicantEntry
from ui.desktop.reception.owner_entry import OwnerEntry
from ui.desktop.reception.owner_view_model import Owner, OwnerField, OwnerKind
from ui.desktop.reception.view_model import ApplicantField
from ui.desktop.tasks import Tasks

MOST_OFFERED = 4


class CorrectingDesk(Protocol):
    """What correcting needs of the desk. Every call waits for the disk."""

    @property
    def life_cycle(self) -> LifeCycleDesk: ...

    @property
    def catalogue(self) -> CatalogueDesk: ...

    @property
    def people(self) -> PeopleDesk: ...

    @property
    def approvals(self) -> ApprovalDesk: ...

    def dossier(self, code: str) -> Dossier: ...


class CorrectionActs:
    """The panel of corrections; the page hears what came of it as of any other act."""

    def __init__(
        self,
        view: CorrectionView,
        *,
        desk: CorrectingDesk,
        do: Callable[[Callable[[], Dossier]], object],
        leave: Callable[[Callable[[], Dossier]], object],
        store_worker: Tasks,
        failed: Callable[[Exception], None],
        language: Language,
    ) -> None:
        """``do`` runs the act as the page runs every act: once, and shows what came of it;
        ``leave`` so has it wait for the supervisor."""
        self._view = view
        self._desk = desk
        self._do, self._leave = do, leave
        self._store_worker = store_worker
        self._failed = failed
        self._dossier: Dossier | None = None
        self._applicant, self._owner = ApplicantEntry(), OwnerEntry()
        self._rules: Rules | None = None
        self._query = ""
        self._language: Language = language

    def on_wanted(self, code: str) -> None:
        """Open the panel for a dossier."""
        self._store_worker.run(partial(self._read, code), done=self._open, failed=self._failed)

    def on_query(self, text: str) -> None:
        """Look for another procedure by what is typed; an answer that comes late is dropped."""
        self._query = text
        if not text.strip():
            self._view.show_found(())
            return

        def search() -> Sequence[tuple[str, str]]:
            hits = self._desk.catalogue.index.search(text, limit=MOST_OFFERED)
            return [(hit.procedure.code, hit.procedure.name) for hit in hits]

        def found(procedures: Sequence[tuple[str, str]]) -> None:
            if text == self._query:
                self._view.show_found(procedures)

        self._store_worker.run(search, done=found, failed=self._failed)

    def on_procedure(self, code: str, case: str | None) -> None:
        """Show what a procedure, or another case of it, would ask of this dossier."""
        dossier = self._dossier
        if dossier is None:
            return

        def rules() -> Rules:
            return rules_of(dossier, self._desk.catalogue.whole_procedure(dossier, code), case)

        self._store_worker.run(rules, done=self._show_rules, failed=self._failed)

    def on_applicant_edited(self, name: ApplicantField, text: str) -> None:
        """Take what was typed of who handed in."""
        dossier = self._dossier
        if dossier is not None:
            self._applicant.edit(name, text)
            on = dossier.received_at.date()
            self._view.show_applicant(self._applicant.shown(on, self._language))

    def on_owner_chosen(self, kind: OwnerKind) -> None:
        """Say whose dossier it is."""
        self._owner.choose(kind)
        self._show_owner()

    def on_owner_edited(self, name: OwnerField, text: str) -> None:
        """Take what was typed of the owner, or of the letter by which another one acts."""
        self._owner.edit(name, text)
        self._show_owner()

    def on_corrected(self, answer: CorrectionAnswer) -> None:
        """Make the next version."""
        dossier = self._dossier
        if dossier is None:
            return
        rows = self._rules.rows if self._rules else ()
        try:
            self._require_whole_people(dossier)
            changes = changes_of(dossier, answer, self._applicant, self._owner, rows)
        except StationError as error:
            self._failed(error)
            return
        if answer.leave:
            command = CorrectDossier(changes=changes, reason=answer.reason)
            self._leave(partial(self._desk.approvals.ask_to_correct, dossier.code, command))
            return
        self._do(partial(self._correct, dossier.code, answer, changes))

    def _require_whole_people(self, dossier: Dossier) -> None:
        """Refuse people who lack something, or what cannot be read; who stays as he was is let
        be."""
        on, language = dossier.received_at.date(), self._language
        errors = [words for _, words in self._applicant.errors(on, language)]
        submitter = corrected_submitter(dossier, self._applicant)
        if changed_people(dossier, submitter, self._owner):
            errors += self._owner.errors(on, language, self._applicant.person)
        if errors:
            raise ReceptionInputError(", ".join(errors))

    def _correct(self, code: str, answer: CorrectionAnswer, changes: CorrectionInput) -> Dossier:
        life, approval = self._desk.life_cycle, None
        if answer.approver is not None and answer.approver[0]:
            name, password = answer.approver
            approval = life.approval(SecondPerson(name=name, password=password))
        command = CorrectDossier(changes=changes, reason=answer.reason, approval=approval)
        return life.correct(code, command)

    def _read(self, code: str) -> tuple[Dossier, ApplicantEntry, OwnerEntry, CorrectionForm]:
        # the form holds the whole numbers: whoever opens it has seen them
        dossier = self._desk.people.reveal(code, SeenFor.CORRECTING)
        catalogue = self._desk.catalogue
        offered = [one.text for one in catalogue.lists().reasons if one.act == ReasonFor.CORRECT]
        known, owner = catalogue.rules_of(dossier), owner_of(dossier)
        applicant, on = applicant_of(dossier), dossier.received_at.date()
        form = form_of(
            dossier,
            catalogue.whole_procedure(dossier, dossier.procedure_code) if known else None,
            applicant.shown(on, self._language),
            self._shown(owner, dossier),
            reasons=tuple(offered),
            alone=self._desk.life_cycle.acts_alone,
        )
        return dossier, applicant, owner, form

    def _open(self, read: tuple[Dossier, ApplicantEntry, OwnerEntry, CorrectionForm]) -> None:
        self._dossier, self._applicant, self._owner, form = read
        self._rules = form.rules
        self._view.show_form(form)

    def _show_owner(self) -> None:
        if self._dossier is not None:
            self._view.show_owner(self._shown(self._owner, self._dossier))

    def _shown(self, owner: OwnerEntry, dossier: Dossier) -> Owner:
        """Judge the owner as of the day on which the dossier was handed in."""
        on, person = dossier.received_at.date(), dossier.submitter.person
        return owner.shown(on, self._language, person)

    def _show_rules(self, rules: Rules) -> None:
        self._rules = rules
        self._view.show_rules(rules)
