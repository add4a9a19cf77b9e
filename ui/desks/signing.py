"""What a desk does with digitised copies that wait for the office's signature."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from station.forms.office import office_on
from station.ports.signing import CopySigner, NoTokenSetUpError
from station.usecases.permissions import Act, may
from station.usecases.sign_copies import WaitingCopy, sign_copy, stamp_copy, waiting_copies
from ui.closed_line import TrainingOnlyError
from ui.desks.acting import acting_of
from ui.desks.ports import DeskPorts

if TYPE_CHECKING:
    from ui.settings import TokenSettings


class SigningDesk:
    """The queue of one officer's station. Calls wait for the disk, or for the token."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    @property
    def may_sign(self) -> bool:
        """Whether the officer's role includes it."""
        return may(self._ports.officer, Act.SIGN_COPIES)

    @property
    def stamps(self) -> bool:
        """Whether the settings name a time stamp server."""
        token = self._ports.settings.token
        return token is not None and token.time_stamps is not None

    def waiting(self) -> Sequence[WaitingCopy]:
        """Give the queue."""
        with self._ports.store.one_state():
            return waiting_copies(self._ports.store.queries)

    def count(self) -> tuple[int, int]:
        """Count what waits for a signature, and what for a time stamp."""
        return self._ports.store.queries.count_copies()

    def copy_pdf(self, copy: WaitingCopy) -> bytes:
        """Give a copy as it stands in the queue."""
        return self._ports.store.vault.get(copy.file.sha256)

    def token(self) -> "TokenSettings":
        """Give the token that this station signs with.

        Raises:
            TrainingOnlyError: a training station signs nothing.
            NoTokenSetUpError: the settings name none.
        """
        if self._ports.settings.training:
            raise TrainingOnlyError
        if self._ports.settings.token is None:
            raise NoTokenSetUpError
        return self._ports.settings.token

    def signer(self) -> CopySigner:
        """Give what signs one batch; it is opened with the PIN and closed at the end.

        Raises:
            TrainingOnlyError, NoTokenSetUpError: as ``token``.
        """
        from ui.scanning import copy_signer

        office = office_on(self._ports.settings.offices, self._ports.clock.now().date())
        return copy_signer(self.token(), office.agency)

    def sign(self, copy: WaitingCopy, signer: CopySigner, signed_by: str) -> bool:
        """Sign one copy, and tell whether it has its time stamp; see ``sign_copy``."""
        return sign_copy(
            copy,
            signer,
            signed_by,
            vault=self._ports.store.vault,
            acting=acting_of(self._ports),
        )

    def stamp(self, copy: WaitingCopy, signer: CopySigner) -> None:
        """Add its time stamp to a signed copy; see ``stamp_copy``."""
        stamp_copy(copy, signer, vault=self._ports.store.vault, acting=acting_of(self._ports))
