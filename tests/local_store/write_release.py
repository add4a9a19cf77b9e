"""Writes the store of a release into ``tests/stores``: run it as a module when one is made.

A later program must open what every release wrote, so what was written once is never changed.
"""

import shutil
import sys

from local_store.home import OpenStore
from station.domain.dossier import StoredFile, SubmittedDocument
from station.domain.person import IdDocument, IdDocumentType, Party, PartyKind, Person
from tests.builders import FEE, PRINTED
from tests.local_store.homes import happen, make_home, receive
from tests.local_store.test_schema import RELEASES

PERSON = Person(
    full_name="Trần Thị Hoà",
    id_document=IdDocument(type=IdDocumentType.CAN_CUOC, number="035301004567"),
    phone="0987654321",
)


def write_release(name: str) -> None:
    """Receive one dossier with a page and a fee in a new home."""
    home = RELEASES / name
    store = OpenStore(home, make_home(home))
    content = b"%PDF-1.7 invented"
    page = StoredFile(
        sha256=store.vault.put(content), size=len(content), media_type="application/pdf", pages=1
    )
    paper = SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, files=(page,))
    dossier = receive(
        store, submitter=Party(kind=PartyKind.CITIZEN, person=PERSON), documents=(paper,)
    )
    happen(store, dossier.dossier_id, FEE)
    happen(store, dossier.dossier_id, PRINTED)
    store.close()


if __name__ == "__main__":
    shutil.rmtree(RELEASES / sys.argv[1], ignore_errors=True)
    RELEASES.mkdir(exist_ok=True)
    write_release(sys.argv[1])
