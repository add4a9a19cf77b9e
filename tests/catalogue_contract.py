"""What every ``CatalogueStore`` keeps to; the fake and the store's own inherit it."""

from dataclasses import replace
from datetime import date
from typing import Any

from station.catalogue.pack import Pack, PackStatus
from station.catalogue.parts import Agency, CatalogueParts, FieldOfWork
from station.ports.catalogue import CatalogueStore, PackOrigin
from tests.builders import MONDAY, a_procedure

TODAY = MONDAY.date()
CODES = ("1.000001", "1.000002")


def a_pack(version: str, *codes: str, name: str = "Thủ tục", **changes: Any) -> Pack:
    """Give a pack whose procedures differ by their code only."""
    facts: dict[str, Any] = {
        "name": "hoc-tap",
        "version": version,
        "issued_on": date(2026, 1, 1),
        "status": PackStatus.SAMPLE,
        "procedures": tuple(a_procedure(code=code, name=name) for code in codes),
    }
    return Pack(**(facts | changes))


class CatalogueStoreContract:
    """Inherit, and give the fixture ``catalogue``: a store without a pack of ``hoc-tap``."""

    def test_what_is_not_there_is_none(self, catalogue: CatalogueStore) -> None:
        assert catalogue.procedure("9.999999", TODAY) is None
        assert catalogue.procedure_of("9.999999", "hoc-tap 1") is None
        assert catalogue.pack("hoc-tap 1") is None
        assert catalogue.codes_of("hoc-tap") == frozenset()

    def test_a_pack_is_in_force_in_its_order_and_whole(self, catalogue: CatalogueStore) -> None:
        pack = a_pack("1", *reversed(CODES))

        catalogue.import_pack(pack, at=MONDAY)

        assert tuple(catalogue.procedures(TODAY)) == pack.procedures
        assert catalogue.procedure(CODES[0], TODAY) == (pack.procedures[1], "hoc-tap 1")

    def test_a_later_pack_answers_for_its_own_codes_only(self, catalogue: CatalogueStore) -> None:
        catalogue.import_pack(a_pack("1", *CODES), at=MONDAY)
        before = catalogue.version()

        catalogue.import_pack(a_pack("2", CODES[1], name="Tên mới"), at=MONDAY)

        assert catalogue.version() != before
        kept, changed = (catalogue.procedure(code, TODAY) for code in CODES)
        assert kept is not None
        assert changed is not None
        assert (kept[1], changed[1]) == ("hoc-tap 1", "hoc-tap 2")
        assert changed[0].name == "Tên mới"
        assert len(catalogue.procedures(TODAY)) == 2

    def test_every_version_stays_and_answers_by_its_pack(self, catalogue: CatalogueStore) -> None:
        for version, name in (("1", "Cũ"), ("2", "Mới"), ("3", "Mới")):
            catalogue.import_pack(a_pack(version, CODES[0], name=name), at=MONDAY)

        old, new = (catalogue.procedure_of(CODES[0], f"hoc-tap {v}") for v in "13")

        assert old is not None
        assert new is not None
        assert (old.name, new.name) == ("Cũ", "Mới")
        assert catalogue.procedure(CODES[0], TODAY) == (new, "hoc-tap 3")
        assert catalogue.procedure_of(CODES[0], "hoc-tap 4") is None

    def test_a_pack_holds_in_its_days_only(self, catalogue: CatalogueStore) -> None:
        first, last = date(2026, 12, 1), date(2026, 12, 31)
        catalogue.import_pack(a_pack("1", *CODES), at=MONDAY)
        december = a_pack("2", CODES[0], effective_from=first, effective_to=last)
        catalogue.import_pack(december, at=MONDAY)

        days = (date(2026, 11, 30), first, last, date(2027, 1, 1))
        found = [catalogue.procedure(CODES[0], day) for day in days]
        holding = [[label for label in catalogue.labels(day) if "hoc-tap" in label] for day in days]

        assert [each and each[1] for each in found] == [
            "hoc-tap 1", "hoc-tap 2", "hoc-tap 2", "hoc-tap 1",
        ]  # fmt: skip
        assert holding == [
            ["hoc-tap 1"], ["hoc-tap 1", "hoc-tap 2"], ["hoc-tap 1", "hoc-tap 2"], ["hoc-tap 1"],
        ]  # fmt: skip
        assert {p.code for p in catalogue.procedures(first)} == set(CODES)

    def test_what_a_pack_withdraws_is_gone_but_not_for_the_older_label(
        self, catalogue: CatalogueStore
    ) -> None:
        catalogue.import_pack(a_pack("1", *CODES), at=MONDAY)
        catalogue.import_pack(a_pack("2", CODES[1]), at=MONDAY, withdrawn=(CODES[0],))

        assert catalogue.procedure(CODES[0], TODAY) is None
        assert [p.code for p in catalogue.procedures(TODAY)] == [CODES[1]]
        assert catalogue.procedure_of(CODES[0], "hoc-tap 1") is not None
        assert catalogue.codes_of("hoc-tap") == frozenset({CODES[1]})

    def test_codes_belong_to_the_pack_that_spoke_last(self, catalogue: CatalogueStore) -> None:
        catalogue.import_pack(a_pack("1", *CODES), at=MONDAY)
        catalogue.import_pack(replace(a_pack("1", CODES[1]), name="khac"), at=MONDAY)

        assert catalogue.codes_of("hoc-tap") == frozenset({CODES[0]})

    def test_who_let_a_pack_in_is_kept(self, catalogue: CatalogueStore) -> None:
        origin = PackOrigin(
            sha256="ab" * 32, signed_by="cd" * 32, imported_by="admin", admission="thử"
        )

        catalogue.import_pack(a_pack("1", effective_from=TODAY), at=MONDAY, origin=origin)

        known = catalogue.pack("hoc-tap 1")
        assert known is not None
        assert (known.sha256, known.signed_by) == (origin.sha256, origin.signed_by)
        assert (known.imported_by, known.admission) == ("admin", "thử")
        assert (known.imported_at, known.effective_from) == (MONDAY, TODAY)
        assert catalogue.packs()[-1] == known

    def test_a_list_is_replaced_as_a_whole_and_the_others_stay(
        self, catalogue: CatalogueStore
    ) -> None:
        fields = (FieldOfWork(code="G15-HT", name="Hộ tịch"),)
        agencies = (Agency(code="H25", name="UBND tỉnh"), Agency(code="H25.1", name="Sở"))
        first = CatalogueParts(agencies=agencies, fields=fields)
        second = CatalogueParts(agencies=agencies[:1])
        catalogue.import_pack(replace(a_pack("1"), parts=first), at=MONDAY)
        begins = date(2027, 1, 1)
        later = replace(a_pack("2"), parts=second, effective_from=begins)
        catalogue.import_pack(later, at=MONDAY)

        assert catalogue.parts(TODAY) == first
        assert catalogue.parts(begins) == CatalogueParts(agencies=agencies[:1], fields=fields)

    def test_a_local_correction_is_known_while_it_answers(self, catalogue: CatalogueStore) -> None:
        last = date(2026, 12, 31)
        catalogue.import_pack(a_pack("1", *CODES), at=MONDAY)
        local = a_pack("1", CODES[0], status=PackStatus.LOCAL, effective_to=last)
        catalogue.import_pack(replace(local, name="sua"), at=MONDAY)

        assert catalogue.local_codes(TODAY) == {CODES[0]: last}
        assert catalogue.local_codes(date(2027, 1, 1)) == {}
        catalogue.import_pack(a_pack("2", *CODES), at=MONDAY)
        assert catalogue.local_codes(TODAY) == {}
