"""Which role may do what. Checked in the use cases, never in a widget."""

from enum import StrEnum

from station.errors import StationError
from station.ports.officers import Officer, Role


class Act(StrEnum):
    """What an officer may or may not do."""

    RECEIVE = "receive"
    WORK_ON_DOSSIER = "work_on_dossier"
    """Supplement, refuse, correct, hand over, return, withdraw."""
    APPROVE = "approve"
    """Be the second person of an act that needs two."""
    COLLECT = "collect"
    """Take and charge fees."""
    REDUCE = "reduce"
    """Take off what is charged and not paid."""
    KEEP_TILL = "keep_till"
    """Open and close shifts, bring receipt books into use."""
    CONFIRM_PAYMENT = "confirm_payment"
    REFUND = "refund"
    VOID_RECEIPT = "void_receipt"
    IMPORT_CATALOGUE = "import_catalogue"
    ADMIT_UNSIGNED = "admit_unsigned"
    """Let a pack in that nobody signed."""
    TRUST_KEYS = "trust_keys"
    """Say whose packs this station takes."""
    SIGN_COPIES = "sign_copies"
    """Sign digitised copies with the office's token."""
    SETTLE_DUPLICATES = "settle_duplicates"
    """Say that two dossiers of one person, from two counters, both go on."""
    REASSIGN_DRAFTS = "reassign_drafts"
    """See others' open work, and give it to a colleague."""
    MANAGE_ACCOUNTS = "manage_accounts"
    """Say who works here, and as what."""
    CARE_FOR_STORE = "care_for_store"
    CHANGE_PAPERS = "change_papers"
    """Say how the papers of this office differ from the built-in ones, and on which printers."""
    SIGN_LOG = "sign_log"
    """Sign and lock a page of the daily log, and note what is adjusted later."""
    ENROL = "enrol"


_ALLOWED: dict[Act, frozenset[Role]] = {
    Act.RECEIVE: frozenset({Role.COUNTER, Role.SUPERVISOR, Role.COMMUNE}),
    Act.WORK_ON_DOSSIER: frozenset({Role.COUNTER, Role.SUPERVISOR, Role.COMMUNE}),
    Act.APPROVE: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    **dict.fromkeys(
        (
            Act.COLLECT,
            Act.REDUCE,
            Act.KEEP_TILL,
            Act.CONFIRM_PAYMENT,
            Act.REFUND,
            Act.VOID_RECEIPT,
            Act.SIGN_COPIES,
        ),
        frozenset({Role.COUNTER, Role.SUPERVISOR, Role.COMMUNE}),
    ),
    Act.IMPORT_CATALOGUE: frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.COMMUNE}),
    **dict.fromkeys(
        (Act.ADMIT_UNSIGNED, Act.TRUST_KEYS, Act.MANAGE_ACCOUNTS), frozenset({Role.ADMINISTRATOR})
    ),
    Act.SETTLE_DUPLICATES: frozenset({Role.SUPERVISOR, Role.COMMUNE}),
    Act.REASSIGN_DRAFTS: frozenset({Role.SUPERVISOR, Role.COMMUNE}),
    Act.SIGN_LOG: frozenset({Role.SUPERVISOR, Role.COMMUNE}),
    Act.CARE_FOR_STORE: frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.COMMUNE}),
    Act.CHANGE_PAPERS: frozenset({Role.ADMINISTRATOR, Role.COMMUNE}),
    Act.ENROL: frozenset({Role.ADMINISTRATOR, Role.COMMUNE}),
}


class NotAllowedError(StationError):
    """This officer's role does not include this act."""

    code = "AUT-003"

    def __init__(self, officer: Officer, act: Act) -> None:
        super().__init__(f"{officer.role} may not {act}")
        self.role, self.act = officer.role, act


def may(officer: Officer, act: Act) -> bool:
    """Tell whether the officer's role includes the act."""
    return officer.role in _ALLOWED[act]


def require(officer: Officer, act: Act) -> None:
    """Let the officer pass, or refuse.

    Raises:
        NotAllowedError: the role does not include the act; nothing was done.
    """
    if not may(officer, act):
        raise NotAllowedError(officer, act)
