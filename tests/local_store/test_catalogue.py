"""Catalogue packs, small secrets: what the station is told is kept."""

from datetime import date

from sqlalchemy import func, select

from local_store.home import OpenStore
from local_store.models import ProcedureTextRow
from station.catalogue.pack import Pack, PackStatus
from tests.builders import MONDAY, a_procedure


def a_pack(version: str, *codes: str, name: str = "Thủ tục") -> Pack:
    return Pack(
        name="hoc-tap",
        version=version,
        issued_on=date(2026, 1, 1),
        status=PackStatus.SAMPLE,
        procedures=tuple(a_procedure(code=code, name=name) for code in codes),
    )


def test_an_empty_catalogue_knows_nothing(store: OpenStore) -> None:
    assert store.catalogue.procedures() == []
    assert store.catalogue.procedure("1.004873") is None
    assert store.catalogue.version() == "0"


def test_a_pack_is_in_force_in_its_order_and_whole(store: OpenStore) -> None:
    pack = a_pack("1", "2.000001", "1.004873")

    store.catalogue.import_pack(pack, at=MONDAY)

    assert tuple(store.catalogue.procedures()) == pack.procedures
    assert store.catalogue.procedure("1.004873") == (pack.procedures[1], "hoc-tap 1")


def test_a_later_pack_replaces_the_same_codes_only(store: OpenStore) -> None:
    store.catalogue.import_pack(a_pack("1", "1.000001", "1.000002"), at=MONDAY)
    before = store.catalogue.version()

    store.catalogue.import_pack(a_pack("2", "1.000002", name="Tên mới"), at=MONDAY)

    assert store.catalogue.version() != before
    kept, changed = (store.catalogue.procedure(code) for code in ("1.000001", "1.000002"))
    assert kept is not None
    assert changed is not None
    assert (kept[1], changed[1]) == ("hoc-tap 1", "hoc-tap 2")
    assert changed[0].name == "Tên mới"
    assert len(store.catalogue.procedures()) == 2


def test_every_version_stays_and_answers_by_its_pack(store: OpenStore) -> None:
    for version, name in (("1", "Cũ"), ("2", "Mới"), ("3", "Mới")):
        store.catalogue.import_pack(a_pack(version, "1.000001", name=name), at=MONDAY)

    old, new = (store.catalogue.procedure("1.000001", f"hoc-tap {v}") for v in "13")

    assert old is not None
    assert new is not None
    assert (old[0].name, old[1]) == ("Cũ", "hoc-tap 1")
    assert (new[0].name, new[1]) == ("Mới", "hoc-tap 3")
    assert store.catalogue.procedure("1.000001") == new
    assert store.catalogue.procedure("1.000001", "hoc-tap 4") is None


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

    assert [procedure.code for procedure in store.catalogue.procedures()] == codes


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
