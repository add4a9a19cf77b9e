"""Whose packs this station takes: lists the keys, brings one in, takes one back."""

from collections.abc import Callable, Sequence
from string import hexdigits
from typing import Protocol

from station.catalogue.signing import KEY_DIGITS, BadTrustKeyError, TrustKey, checked_key
from station.words import Language, Words, numeric_date
from ui.desks.catalogue import Signer
from ui.desktop.catalogue import words as w
from ui.desktop.catalogue.signers_view_model import SignerLine, SignersSheet, SignersView
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks

_GROUP = 4


class KeyRing(Protocol):
    """What the zone needs of the desk's catalogue; it waits for the disk."""

    def signers(self) -> Sequence[Signer]: ...

    def trust(self, key: str, name: str) -> TrustKey: ...

    def distrust(self, beginning: str) -> TrustKey: ...


def grouped(key: str) -> str:
    """Give a key, or its beginning, in groups of four."""
    return " ".join(key[at : at + _GROUP] for at in range(0, len(key), _GROUP))


class SignersPresenter:
    """The trusted keys, for one officer."""

    def __init__(
        self,
        view: SignersView,
        *,
        ring: KeyRing,
        may_change: bool,
        changed: Callable[[], object],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """``changed`` hears that other packs may be taken than before."""
        self._view, self._ring, self._may_change = view, ring, may_change
        self._changed, self._store = changed, store_worker
        self._language: Language = language
        self._busy = False

    def refresh(self) -> None:
        """Read the keys anew."""
        self._store.run(self._ring.signers, done=self._show, failed=self._fail)

    def on_key_typed(self, text: str) -> None:
        """Say how the typed key reads, so that it can be compared with the paper."""
        try:
            key = checked_key(text)
        except BadTrustKeyError:
            digits = sum(char in hexdigits for char in text)
            words = w.KEY_LACKS[self._language].format(digits=digits, all=KEY_DIGITS)
            self._view.show_typed_key(words if text.strip() else "", whole=False)
        else:
            self._view.show_typed_key(grouped(key), whole=True)

    def on_added(self, name: str, key: str) -> None:
        """Take packs that are signed with this key from now on."""
        self._do(lambda: self._ring.trust(key, name), w.TRUSTED)

    def on_retired(self, key: str) -> None:
        """Take no more packs that are signed with this key; what is in force stays."""
        self._do(lambda: self._ring.distrust(key), w.DISTRUSTED)

    def _do(self, work: Callable[[], TrustKey], said: Words) -> None:
        if self._busy:
            return
        self._set_busy(True)
        self._view.show_problem("")

        def done(key: TrustKey) -> None:
            begins = grouped(key.key[: 2 * _GROUP])
            show_then_say(
                self._store,
                self._ring.signers,
                show=self._show,
                said=said[self._language].format(name=key.name, begins=begins),
                say=self._say_done,
                problem=self._view.show_problem,
                language=self._language,
            )

        self._store.run(work, done=done, failed=self._fail)

    def _say_done(self, said: str) -> None:
        self._set_busy(False)
        self._view.show_done(said)
        self._changed()

    def _show(self, signers: Sequence[Signer]) -> None:
        language = self._language
        lines = tuple(self._line(signer) for signer in signers)
        if not lines:
            fact, tone = w.NO_SIGNER[language], Tone.WARN
        else:
            fact, tone = w.SIGNERS[language].format(count=len(lines)), Tone.INFO
        consequence = "" if self._may_change else w.MAY_NOT_TRUST[language]
        self._view.show_signers(
            SignersSheet(
                lines=lines,
                may_change=self._may_change,
                fact=fact,
                consequence=consequence,
                tone=tone,
            )
        )

    def _line(self, signer: Signer) -> SignerLine:
        language = self._language
        if signer.name is None:
            owner, added = w.PROVINCE_KEY[language], w.ENROLLED[language]
        else:
            owner = signer.name
            day = f" · {numeric_date(signer.added_at.date())}" if signer.added_at else ""
            added = f"{signer.added_by}{day}"
        may_retire = self._may_change and signer.name is not None
        return SignerLine(
            key=signer.key,
            read=grouped(signer.key),
            owner=owner,
            added=added,
            may_retire=may_retire,
        )

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        self._view.show_problem(words_of(error, self._language))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
