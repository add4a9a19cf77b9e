"""What the officer does about the people of a dossier: zone 1."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from station.domain.id_card import ChipProof, IdCard, IdCardKind
from station.domain.id_text import parse_id_text
from station.domain.personal_number import read_personal_number
from station.errors import StationError
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.files import FileReading
from ui.desktop.reception.note_words import Remark
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.owner_view_model import OwnerField, OwnerKind
from ui.desktop.reception.view_model import ApplicantField, ReceptionView
from ui.desktop.tasks import Tasks

_PROOFS: Final = {
    ChipProof.UNCHECKED: (Remark.CHIP_UNCHECKED, Tone.INFO),
    ChipProof.ALTERED: (Remark.CHIP_ALTERED, Tone.ERR),
    ChipProof.ISSUER_UNKNOWN: (Remark.CHIP_ISSUER_UNKNOWN, Tone.INFO),
    ChipProof.ISSUER_OTHER: (Remark.CHIP_ISSUER_OTHER, Tone.WARN),
    ChipProof.GENUINE: (Remark.CHIP_GENUINE, Tone.OK),
}


class PeopleActs:
    """Fills people in, from cards, pictures of cards and typing."""

    def __init__(
        self,
        view: ReceptionView,
        *,
        screen: DraftScreen,
        drafts: OpenDrafts,
        files: FileReading,
        file_worker: Tasks,
        begin_new: Callable[[], bool],
        changed: Callable[[DraftEntry], None],
    ) -> None:
        self._view = view
        self._screen = screen
        self._drafts = drafts
        self._files = files
        self._file_worker = file_worker
        self._begin_new = begin_new
        self._changed = changed
        self._is_owner_open = False

    def on_applicant_edited(self, name: ApplicantField, text: str) -> None:
        draft = self._drafts.current
        draft.applicant.edit(name, text)
        self._show(draft)

    def on_applicant_left(self) -> None:
        """No field is being typed in any more: what is odd of the last one is said now."""
        draft = self._drafts.current
        if draft.applicant.let_go():
            self._show(draft)

    def on_card_text(self, text: str) -> None:
        """Fill zone 1 from the text of a card's QR code or machine-readable zone."""
        try:
            self.on_card(parse_id_text(text))
        except StationError as error:
            self._screen.problem(error)

    def on_card(self, card: IdCard, *, from_elsewhere: bool = False) -> None:
        """Fill zone 1 from a card that a reader read.

        Args:
            from_elsewhere: the reader was used on another page: a new citizen sat down.
        """
        newcomer = from_elsewhere and self._drafts.current.applicant.has_content
        if newcomer and not self._begin_new():
            return  # never over somebody else
        self._take_card(self._drafts.current, card)

    @property
    def typed_card(self) -> IdCard | None:
        """Give what stands in zone 1 as a card, when it may open the chip of that card."""
        person = self._drafts.current.applicant.person
        paper = person.id_document
        number = paper.number if paper is not None else ""
        if read_personal_number(number) is None or person.date_of_birth is None:
            return None
        return IdCard(
            kind=IdCardKind.UNKNOWN,
            personal_number=number,
            date_of_birth=person.date_of_birth,
            issued_on=paper.issued_on if paper is not None else None,
        )

    def offer_typing(self) -> None:
        """No reader read a card for a while: put the cursor where its number can be typed."""
        if not self._drafts.current.applicant.has_content:
            self._screen.remark(Remark.NO_CARD_YET)
            self._view.offer_zone(1)

    def on_card_picture(self, picture: str | bytes) -> None:
        """Fill zone 1 from a picture of a card: the path of a file, or the file itself."""
        draft = self._drafts.current
        draft.applicant.readings += 1
        self._show(draft)

        def done(card: IdCard) -> None:
            draft.applicant.readings -= 1
            self._take_card(draft, card)

        def failed(error: Exception) -> None:
            draft.applicant.readings -= 1
            self._show(draft)
            self._screen.problem(error)

        source = Path(picture) if isinstance(picture, str) else picture
        self._file_worker.run(lambda: self._files.read_card(source), done=done, failed=failed)

    def on_card_refused(self, error: StationError) -> None:
        """Say why what was dropped or pasted is no picture of a card; nothing changes."""
        self._screen.problem(error)

    def on_owner_opened(self, is_open: bool) -> None:
        """The panel of the owner opened or closed: a card read meanwhile is the owner's."""
        self._is_owner_open = is_open

    def on_owner_chosen(self, kind: OwnerKind) -> None:
        """Say whose dossier it is; a letter is asked for where somebody acts for another one."""
        draft = self._drafts.current
        draft.owner.choose(kind)
        self._show_owner(draft)

    def on_owner_edited(self, name: OwnerField, text: str) -> None:
        draft = self._drafts.current
        draft.owner.edit(name, text)
        self._show_owner(draft)

    def _show_owner(self, draft: DraftEntry) -> None:
        draft.demand_papers()
        self._show(draft)
        self._screen.papers(draft)

    def _show(self, draft: DraftEntry) -> None:
        self._screen.applicant(draft)
        self._changed(draft)

    def _take_card(self, draft: DraftEntry, card: IdCard) -> None:
        if self._is_owner_open and draft.owner.kind is not OwnerKind.SELF:
            draft.owner.take(card)
            self._screen.problem(None)
            self._show(draft)
            return
        before = draft.applicant.name
        altered = draft.applicant.fields_altered_by(card)
        draft.applicant.take(card)
        self._screen.problem(None)
        if card.chip_proof is ChipProof.ALTERED:
            self._screen.remark(*_PROOFS[card.chip_proof])
        elif altered:
            self._screen.chip_differs(altered)
        elif before and before != draft.applicant.name:
            self._screen.remark(Remark.OTHER_CARD, name=before)
        elif card.chip_proof is not None:
            self._screen.remark(*_PROOFS[card.chip_proof])
        self._show(draft)
