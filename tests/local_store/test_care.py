"""The projection is nothing but the facts; a check finds what does not agree with them."""

import os
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import uuid6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from local_store.findings import FindingError
from local_store.home import OpenStore
from station.domain.dossier import StoredFile, SubmittedDocument
from station.domain.events import DossierAcceptedByAgency
from station.domain.facts import BrokenHistoryError
from station.ports.province import ProvinceEvent
from tests.builders import ACCEPTED, FEE, MONDAY, PRINTED, a_party, a_reception
from tests.local_store.homes import AGENCY, happen, receive

NAMES = ("Nguyễn Thị Ánh Tuyết", "Trần Lan", "Đỗ Văn Ơ", "李小龍", "O'Neil Smith-Jones")


def news(dossier_id: UUID, *, kind: str = "DossierAcceptedByAgency") -> ProvinceEvent:
    return ProvinceEvent(
        event_id=uuid6.uuid7(),
        station_id="province",
        dossier_id=dossier_id,
        dossier_code="000.00.17.H25-261123-0300",
        kind=kind,
        version=1,
        occurred_at=MONDAY + timedelta(hours=1),
        officer_id="xuly1",
        payload={"agency": "UBND phường Quang Trung"},
    )


steps = st.one_of(
    st.tuples(st.just("receive"), st.sampled_from(NAMES)),
    st.tuples(
        st.just("happen"),
        st.tuples(
            st.integers(0, 5),
            st.sampled_from([FEE, PRINTED, ACCEPTED, DossierAcceptedByAgency(agency="Sở Tư pháp")]),
        ),
    ),
    st.tuples(
        st.just("news"),
        st.tuples(
            st.integers(0, 6),
            st.sampled_from(["DossierAcceptedByAgency", "DossierReceived", "FromTheFuture"]),
        ),
    ),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(steps, max_size=12))
def test_a_rebuilt_projection_is_exactly_the_one_that_grew(
    untouched_home: tuple[Path, bytes], acts: list[tuple[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = OpenStore(
            Path(shutil.copytree(untouched_home[0], Path(folder) / "home")), untouched_home[1]
        )
        _carry_out(store, acts)
        grown = _projection(store)

        assert store.care.check().problems == ()
        assert store.care.rebuild() == len(grown[0])

        assert _projection(store) == grown
        store.close()


def test_a_healthy_store_is_found_healthy(store: OpenStore) -> None:
    content = b"a page"
    page = StoredFile(
        sha256=store.vault.put(content), size=len(content), media_type="image/jpeg", pages=1
    )
    receive(store, documents=(a_paper(page),))

    report = store.care.check()

    assert (report.ok, report.dossiers, report.entries, report.files) == (True, 1, 1, 1)
    assert (report.problems, report.orphan_files) == ((), 0)


def test_a_list_that_says_something_else_is_found_and_put_right(store: OpenStore) -> None:
    dossier = receive(store)
    _forge(store, "UPDATE dossiers SET owner_name = 'Ai đó', search_text = 'nai ndo'")

    assert _found(store) == {"STO-016": (dossier.code,)}
    assert store.care.rebuild() == 1

    assert _found(store) == {}
    assert [line.owner_name for line in store.queries.search("anh tuyet")] == [
        "Nguyễn Thị Ánh Tuyết"
    ]
    assert store.queries.search("ai do") == []


def test_a_search_index_that_forgot_is_found_and_put_right(store: OpenStore) -> None:
    receive(store)
    _forge(store, "INSERT INTO dossier_search(dossier_search) VALUES ('delete-all')")
    assert store.queries.search("tuyet") == []

    assert set(_found(store)) == {"STO-020"}
    store.care.rebuild()

    assert _found(store) == {}
    assert len(store.queries.search("tuyet")) == 1


def test_a_row_without_facts_is_found_and_put_right(store: OpenStore) -> None:
    receive(store)
    _forge(store, "UPDATE dossiers SET received_sequence = 7, dossier_id = 'ff'")

    assert set(_found(store)) == {"STO-016", "STO-020"}
    store.care.rebuild()
    assert _found(store) == {}


def test_a_number_that_could_be_given_again_is_found_and_put_right(store: OpenStore) -> None:
    dossier = receive(store)
    _forge(store, "DELETE FROM numbers_used")

    assert _found(store) == {"STO-017": (dossier.code,)}
    store.care.rebuild()

    assert _found(store) == {}
    assert receive(store).code == f"{AGENCY}-261123-0301"


def test_a_missing_and_a_changed_page_are_found(store: OpenStore) -> None:
    pages = [
        StoredFile(sha256=store.vault.put(content), size=1, media_type="application/pdf", pages=1)
        for content in (b"1", b"2", b"3")
    ]
    receive(store, documents=tuple(map(a_paper, pages)))
    folder = store.home / "pages"
    (folder / pages[0].sha256[:2] / pages[0].sha256).unlink()
    changed = folder / pages[1].sha256[:2] / pages[1].sha256
    changed.write_bytes(changed.read_bytes()[:-1] + b"\x00")

    assert _found(store) == {"STO-018": tuple(sorted([pages[0].sha256, pages[1].sha256]))}


@pytest.mark.parametrize("left", [b"garbage", b"", None])
def test_a_lost_anchor_is_found_and_made_again_by_the_next_act(
    store: OpenStore, left: bytes | None
) -> None:
    receive(store)
    anchor = store.home / "journal.head"
    anchor.unlink() if left is None else anchor.write_bytes(left)
    assert set(_found(store)) == {"STO-019"}

    receive(store)

    assert _found(store) == {}


def test_a_broken_journal_is_told_before_anything_else(store: OpenStore) -> None:
    receive(store)
    forger = store._database.bare()
    forger.execute("DROP TRIGGER journal_never_changes")
    forger.execute("UPDATE journal SET body = '{}'")
    forger.close()

    assert _found(store) == {"STO-014": (1,)}


def test_a_damaged_page_without_entries_is_told(store: OpenStore, key: bytes) -> None:
    receive(store, summary="x" * 20_000)
    with store._database.writing() as connection:
        connection.execute(
            text("INSERT INTO secrets VALUES ('large', :value)"), {"value": "1" * 9000}
        )
    store.close()
    database = bytearray((store.home / "store.db").read_bytes())
    database[-100] ^= 1  # the secret came last
    (store.home / "store.db").write_bytes(database)

    damaged = OpenStore(store.home, key)

    assert _found(damaged) == {"STO-015": (len(database) // 4096,)}
    damaged.close()


def test_an_act_is_done_even_where_its_anchor_cannot_be_written(
    store: OpenStore, caplog: pytest.LogCaptureFixture
) -> None:
    (store.home / "journal.head").unlink()
    (store.home / "journal.head").mkdir()

    dossier = receive(store)

    assert store.queries.find(dossier.code) == dossier.dossier_id
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert dossier.code not in caplog.text


def test_entries_that_contradict_one_another_are_told_and_stop_a_rebuild(store: OpenStore) -> None:
    dossier = receive(store)
    with store.unit_of_work() as work:
        work.journal.append(
            a_reception(), dossier_id=dossier.dossier_id, officer_id="quay3", at=MONDAY,
            clock_source="fake",
        )  # fmt: skip
        work.commit()

    assert [problem.code for problem in store.care.check().problems] == ["STO-011"]
    with pytest.raises(BrokenHistoryError):
        store.care.rebuild()
    assert [line.dossier_code for line in store.queries.newest()] == [dossier.code]


def test_files_of_an_act_that_was_cut_off_are_collected_after_a_day(store: OpenStore) -> None:
    kept = StoredFile(sha256=store.vault.put(b"kept"), size=4, media_type="image/png", pages=1)
    receive(store, documents=(a_paper(kept),))
    young, old = store.vault.put(b"young"), store.vault.put(b"old")
    half = store.home / "pages" / old[:2] / f"{old}.part-0011aabb"
    half.write_bytes(b"half a pa")
    for path in (store.home / "pages" / old[:2] / old, half):
        os.utime(path, (0, 0))
    assert store.care.check().orphan_files == 2
    assert store.care.check().ok  # the act was never acknowledged

    store.care.rebuild()

    assert sorted(store.vault.names()) == sorted([kept.sha256, young])
    assert not half.exists()


def a_paper(file: StoredFile) -> SubmittedDocument:
    return SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, files=(file,))


def _carry_out(store: OpenStore, acts: list[tuple[str, Any]]) -> None:
    """Received dossiers are counted; a step about one that is not there is about an unknown one."""
    known: list[UUID] = []
    for kind, told in acts:
        if kind == "receive":
            party = replace(a_party(told), phone="+84 912.345.678")
            known.append(receive(store, days=len(known), submitter=party).dossier_id)
            continue
        place, what = told
        dossier_id = known[place] if place < len(known) else uuid6.uuid7()
        if kind == "news":
            store.outbox.take_news([news(dossier_id, kind=what)], cursor="c")
        elif place < len(known):
            happen(store, dossier_id, what)


def _projection(store: OpenStore) -> tuple[list[object], list[object]]:
    with store._database.reading() as connection:
        rows = connection.execute(text("SELECT * FROM dossiers ORDER BY received_sequence")).all()
        words = {word for row in rows for word in row.search_text.split()}
        hits = [
            (
                word,
                connection.execute(
                    text("SELECT rowid FROM dossier_search WHERE dossier_search MATCH :word"),
                    {"word": f'"{word}"'},
                ).all(),
            )
            for word in sorted(words)
        ]
    return list(rows), list(hits)


def _forge(store: OpenStore, statement: str) -> None:
    with store._database.writing() as connection:
        connection.execute(text(statement))


def _found(store: OpenStore) -> dict[str, tuple[str | int, ...]]:
    report = store.care.check()
    assert report.ok is not bool(report.problems)
    findings = [problem for problem in report.problems if isinstance(problem, FindingError)]
    assert len(findings) == len(report.problems)
    return {finding.code: finding.subjects for finding in findings}
