"""What the officer does about fees and money: zone 4."""

from station.domain.dossier import PaymentMethod
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.open_drafts import OpenDrafts


class MoneyActs:
    """Chooses lines of the tariff, proves exemptions, takes money."""

    def __init__(self, *, screen: DraftScreen, drafts: OpenDrafts) -> None:
        self._screen = screen
        self._drafts = drafts

    def on_fee_charged(self, number: int, charged: bool) -> None:
        self._drafts.current.money.charge(number, charged=charged)
        self._show_exemptions()

    def on_quantity_edited(self, number: int, quantity: int) -> None:
        self._drafts.current.money.set_quantity(number, quantity)
        self._screen.fees(self._drafts.current)

    def on_exemption_edited(self, number: int, ground: str) -> None:
        self._drafts.current.money.exempt(number, ground)
        self._show_exemptions()

    def on_proof_edited(self, number: int, paper: str) -> None:
        self._drafts.current.money.prove(number, paper)
        self._show_exemptions()

    def _show_exemptions(self) -> None:
        """A paper that proves an exemption is asked for among the papers."""
        draft = self._drafts.current
        draft.demand_papers()
        self._screen.fees(draft)
        self._screen.papers(draft)

    def on_payment_chosen(self, method: PaymentMethod) -> None:
        self._drafts.current.money.method = method
        self._screen.fees(self._drafts.current)

    def on_tendered_edited(self, text: str) -> None:
        self._drafts.current.money.tendered = text
        self._screen.fees(self._drafts.current)

    def on_ground_chosen(self, ground: str) -> None:
        """Accept although a paper is missing; an empty ground takes that back."""
        self._drafts.current.ground = ground or None
        self._screen.readiness(self._drafts.current)
