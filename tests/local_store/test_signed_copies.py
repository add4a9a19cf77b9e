"""Digitised copies wait, are signed with the copy kept; the signed one goes with the dossier."""

from datetime import datetime

import pytest

from local_store.home import OpenStore
from station.domain.dossier import Dossier, StoredFile, SubmittedDocument
from station.domain.signed_copies import copies_to_sign, file_that_goes
from station.ports.officers import Officer, Role
from station.ports.signing import SignedContent, TokenGoneError
from station.usecases.dossier_act import Acting
from station.usecases.permissions import NotAllowedError
from station.usecases.sign_copies import (
    CopyNotWaitingError,
    WaitingCopy,
    sign_copy,
    stamp_copy,
    waiting_copies,
)
from tests.builders import MONDAY
from tests.fakes import FakeClock
from tests.life_samples import REFUSED
from tests.local_store.homes import happen, receive

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)


class InkToken:
    """Signs by adding a word; ``stamps`` tells whether the line is up."""

    def __init__(self, *, stamps: bool = True, gone: bool = False) -> None:
        self.stamps, self.gone = stamps, gone

    def open(self, pin: str) -> str:
        return f"UBND {len(pin)}"

    def sign(self, content: bytes, *, at: datetime, code: str) -> SignedContent:
        if self.gone:
            raise TokenGoneError("pulled out")
        return SignedContent(content + b" signed", self.stamps)

    def stamp(self, content: bytes) -> bytes:
        return content + b" stamped"

    def close(self) -> None: ...


def acting(store: OpenStore, officer: Officer = HANH) -> Acting:
    return Acting(officer=officer, work=store.unit_of_work(), clock=FakeClock(), built_at=MONDAY)


def digitised(store: OpenStore, content: bytes, *, here: bool = True) -> StoredFile:
    return StoredFile(
        sha256=store.vault.put(content),
        size=len(content),
        media_type="application/pdf",
        pages=2,
        digitised=here,
    )


def received_with(store: OpenStore, *files: StoredFile) -> Dossier:
    paper = SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, files=files)
    return receive(store, documents=(paper,))


def sign(store: OpenStore, copy: WaitingCopy, token: InkToken) -> bool:
    return sign_copy(copy, token, "UBND", vault=store.vault, acting=acting(store))


def test_what_was_digitised_here_waits_and_the_signed_one_goes_along(store: OpenStore) -> None:
    scan, brought = digitised(store, b"%PDF scan"), digitised(store, b"%PDF of his", here=False)
    received_with(store, scan, brought)

    (copy,) = waiting_copies(store.queries)
    assert (copy.paper, copy.number, copy.signed_by) == ("Tờ khai", 1, None)
    assert store.queries.count_copies() == (1, 0)
    assert sign(store, copy, InkToken()) is True

    assert waiting_copies(store.queries) == []
    assert store.queries.count_copies() == (0, 0)
    dossier = store.queries.dossier(copy.dossier_id)
    going = file_that_goes(dossier, scan)
    assert store.vault.get(going.sha256) == b"%PDF scan signed"
    assert store.vault.get(scan.sha256) == b"%PDF scan"  # the copy itself stays
    assert dossier.documents[0].files == (scan, brought)
    assert file_that_goes(dossier, brought) is brought
    assert going.sha256 in {file.sha256 for file in store.outbox.waiting_files(10)}
    assert store.queries.history(copy.dossier_id)[-1].kind == "CopySigned"
    assert store.care.check().problems == ()
    store.care.rebuild()
    assert store.care.check().problems == ()


def test_without_a_line_it_is_signed_and_the_time_stamp_comes_later(store: OpenStore) -> None:
    scan = digitised(store, b"%PDF scan")
    received_with(store, scan)
    (copy,) = waiting_copies(store.queries)

    assert sign(store, copy, InkToken(stamps=False)) is False

    (unstamped,) = waiting_copies(store.queries)
    assert (unstamped.signed_by, unstamped.original) == ("UBND", scan.sha256)
    assert store.queries.count_copies() == (0, 1)
    stamp_copy(unstamped, InkToken(), vault=store.vault, acting=acting(store))

    assert waiting_copies(store.queries) == []
    dossier = store.queries.dossier(copy.dossier_id)
    (kept,) = dossier.signed_copies
    assert kept.stamped
    assert store.vault.get(file_that_goes(dossier, scan).sha256) == b"%PDF scan signed stamped"
    with pytest.raises(CopyNotWaitingError):
        stamp_copy(unstamped, InkToken(), vault=store.vault, acting=acting(store))


def test_a_token_that_is_pulled_out_leaves_the_rest_in_the_queue(store: OpenStore) -> None:
    received_with(store, digitised(store, b"%PDF one"), digitised(store, b"%PDF two"))
    one, two = waiting_copies(store.queries)
    sign(store, one, InkToken())

    with pytest.raises(TokenGoneError):
        sign(store, two, InkToken(gone=True))

    (left,) = waiting_copies(store.queries)
    assert (left.original, left.number) == (two.original, 2)


def test_nothing_is_signed_twice_nor_by_whom_it_is_not_for(store: OpenStore) -> None:
    received_with(store, digitised(store, b"%PDF scan"))
    (copy,) = waiting_copies(store.queries)
    administrator = Officer(officer_id="admin", display_name="A", role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        sign_copy(copy, InkToken(), "U", vault=store.vault, acting=acting(store, administrator))
    sign(store, copy, InkToken())

    with pytest.raises(CopyNotWaitingError):
        sign(store, copy, InkToken())

    assert len(store.queries.dossier(copy.dossier_id).signed_copies) == 1


def test_what_goes_home_again_waits_for_no_signature(store: OpenStore) -> None:
    dossier = received_with(store, digitised(store, b"%PDF scan"))
    assert copies_to_sign(dossier)

    after = happen(store, dossier.dossier_id, REFUSED)

    assert copies_to_sign(after) == []
    assert waiting_copies(store.queries) == []
