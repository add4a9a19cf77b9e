"""Catalogue packs, small secrets: what the station is told is kept."""

import pytest
from sqlalchemy import func, select

from local_store.catalogue import StoreCatalogue
from local_store.catalogue_models import ProcedureTextRow
from local_store.home import OpenStore
from tests.builders import MONDAY
from tests.catalogue_contract import TODAY, CatalogueStoreContract, a_pack


class TestStoreCatalogue(CatalogueStoreContract):
    @pytest.fixture
    def catalogue(self, store: OpenStore) -> StoreCatalogue:
        return store.catalogue


def test_an_empty_catalogue_knows_nothing(store: OpenStore) -> None:
    assert store.catalogue.procedures(TODAY) == []
    assert store.catalogue.packs() == []
    assert store.catalogue.version() == "0"


def test_the_same_rules_are_kept_once(store: OpenStore) -> None:
    for version in ("1", "2", "3"):
        store.catalogue.import_pack(a_pack(version, "1.000001", "1.000002"), at=MONDAY)

    with store._database.reading() as connection:
        kept = connection.scalar(select(func.count()).select_from(ProcedureTextRow))

    assert kept == 2


def test_thousands_of_procedures_are_one_transaction(store: OpenStore) -> None:
    codes = [f"3.{number:06d}" for number in range(1200)]
    for version in ("1", "2"):
        store.catalogue.import_pack(a_pack(version, *codes), at=MONDAY)

    assert [procedure.code for procedure in store.catalogue.procedures(TODAY)] == codes


def test_an_import_that_is_not_committed_left_nothing(store: OpenStore) -> None:
    with store.unit_of_work() as work:
        work.import_pack(a_pack("1", "1.000001"), at=MONDAY)
        work.keep_secret("token", "a")

    assert store.catalogue.packs() == []
    assert store.secrets.get("token") is None
    with store.unit_of_work() as work:
        work.import_pack(a_pack("1", "1.000001"), at=MONDAY)
        work.keep_secret("token", "a")
        work.commit()
    assert [pack.label for pack in store.catalogue.packs()] == ["hoc-tap 1"]
    assert store.secrets.get("token") == "a"


def test_a_pack_of_nothing_is_a_pack(store: OpenStore) -> None:
    store.catalogue.import_pack(a_pack("1"), at=MONDAY)

    assert store.catalogue.version() == "1"


def test_a_secret_is_kept_and_can_be_replaced(store: OpenStore) -> None:
    assert store.secrets.get("token") is None
    for value in ("a", {"b": [1, None, "ê"]}, "c"):
        store.secrets.put("token", value)
        assert store.secrets.get("token") == value
    store.secrets.put("other", 1)

    assert (store.secrets.get("token"), store.secrets.get("other")) == ("c", 1)
