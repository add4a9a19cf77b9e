import json
from dataclasses import replace
from typing import get_args

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from station.domain.events import Event
from station.domain.journal import GENESIS, JournalEntry
from tests.builders import ACCEPTED, FEE, PRINTED, a_chain, a_reception
from tests.journal_chain import first_break

CHAIN = a_chain(a_reception(), FEE, PRINTED, ACCEPTED)


def test_an_untouched_chain_holds() -> None:
    assert CHAIN[0].previous_hash == GENESIS
    assert first_break(CHAIN) is None
    assert first_break(CHAIN[2:], follows=CHAIN[1]) is None
    assert first_break([]) is None


@given(
    position=st.integers(0, 3),
    change=st.sampled_from(
        [
            {"officer_id": "quay4"},
            {"kind": "FeeRefunded"},
            {"version": 2},
            {"clock_source": "other"},
            {"station_id": "H25/4"},
            {"dossier_id": None},
            {"payload": {}},
            {"hash": "0" * 64},
        ]
    ),
)
def test_a_changed_field_is_found_and_located(position: int, change: dict[str, object]) -> None:
    entries = list(CHAIN)
    entries[position] = replace(entries[position], **change)  # type: ignore[arg-type]

    assert first_break(entries) == position + 1


@pytest.mark.parametrize("position", range(3))
def test_a_removed_entry_is_located(position: int) -> None:
    entries = CHAIN[:position] + CHAIN[position + 1 :]

    assert first_break(entries) == position + 1


def test_swapped_entries_are_located() -> None:
    assert first_break([CHAIN[0], CHAIN[2], CHAIN[1], CHAIN[3]]) == 2


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_next_one() -> None:
    forged = replace(CHAIN[1], officer_id="quay4")
    forged = replace(forged, hash=forged.computed_hash())

    assert first_break([CHAIN[0], forged, *CHAIN[2:]]) == 3


_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_NAMES = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF))
_HELD = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXT,
    lambda held: st.lists(held, max_size=4) | st.dictionaries(_NAMES, held, max_size=4),
)


@given(payload=st.dictionaries(_NAMES, _HELD, max_size=5))
def test_the_body_is_canonical_json_by_the_reference_implementation(
    payload: dict[str, object],
) -> None:
    entry = replace(CHAIN[0], payload=payload)
    plain = msgspec.to_builtins(entry)
    del plain["hash"]

    assert entry.body() == rfc8785.dumps(plain)


@pytest.mark.parametrize("event", get_args(Event), ids=lambda event: event.__name__)
def test_no_event_holds_a_fraction(event: type) -> None:
    """Fractions are what our writer and RFC 8785 write differently."""
    assert '"type": "number"' not in json.dumps(msgspec.json.schema(event))


def test_the_hash_does_not_depend_on_the_order_of_keys() -> None:
    entry = CHAIN[0]
    shuffled: JournalEntry = replace(entry, payload=dict(reversed(entry.payload.items())))

    assert shuffled.computed_hash() == entry.hash
