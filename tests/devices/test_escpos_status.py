"""The answers of ESC/POS printers, in whatever portions they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printers.escpos_status import Kind, Listener, Said, asked_state, automatic_state
from station.ports.printers import PrinterState


@given(st.data(), st.lists(st.sampled_from([b"\x12", b"\x10\x00\x03\x00", b"\x00", b"\x9f"])))
def test_answers_are_the_same_however_they_are_parted(
    data: st.DataObject, sent: list[bytes]
) -> None:
    whole = b"".join(sent)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    listener = Listener()

    heard: list[Said] = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        heard += listener.hear(whole[start:end])

    assert [one.content for one in heard] == [one for one in sent if one != b"\x9f"]
    assert heard == Listener().hear(whole)


@given(st.binary(max_size=300))
def test_noise_ends_and_is_bounded(noise: bytes) -> None:
    assert len(Listener().hear(noise)) <= len(noise)


def test_half_an_answer_is_waited_for() -> None:
    listener = Listener()

    assert listener.hear(b"\x18\x00") == []
    assert listener.hear(b"\x0c") == []
    assert listener.hear(b"\x00\x12") == [
        Said(Kind.AUTOMATIC, b"\x18\x00\x0c\x00"),
        Said(Kind.ASKED, b"\x12"),
    ]


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"\x10\x00\x00\x00", PrinterState.READY),
        (b"\x10\x00\x03\x00", PrinterState.PAPER_LOW),
        (b"\x18\x00\x0f\x00", PrinterState.OUT_OF_PAPER),
        (b"\x38\x00\x0f\x00", PrinterState.COVER_OPEN),
        (b"\x18\x20\x00\x00", PrinterState.FAULT),
        (b"\x18\x00\x00\x00", PrinterState.OFFLINE),
    ],
)
def test_what_a_printer_says_by_itself_names_the_cause(content: bytes, state: PrinterState) -> None:
    assert automatic_state(content) is state


def test_a_question_without_an_answer_counts_as_well() -> None:
    assert asked_state(0x12, 0, 0) is PrinterState.READY
    assert asked_state(0x1A, 0, 0) is PrinterState.OFFLINE
