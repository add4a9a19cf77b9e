"""The paper that says what to bring next time."""

from datetime import date, datetime

from station.domain.journal import VIETNAM
from station.domain.processing import LackingPaper
from station.forms.guidance import Guidance, guidance_letter
from station.forms.letter import Ticks, Words
from tests.paper_samples import OFFICE

GIVEN = datetime(2026, 11, 23, 9, 43, tzinfo=VIETNAM)
GUIDANCE = Guidance(
    guidance_code="HD-3K7M4",
    procedure_name="Đăng ký khai sinh",
    visitor_name="Nguyễn Thị Ánh Tuyết",
    wanted=(
        LackingPaper(index=1, name="giấy chứng sinh, bản chính", what="hôm nay mới có bản photo"),
        LackingPaper(index=2, name="Tờ khai", what=""),
    ),
    kept=("căn cước",),
    given_at=GIVEN,
    officer_name="Trần Thị Hạnh",
    valid_until=date(2026, 12, 23),
)


def test_what_to_bring_and_what_is_there_are_apart() -> None:
    letter = guidance_letter(GUIDANCE, OFFICE, printed_at=GIVEN)

    wanted, kept = (part for part in letter.parts if isinstance(part, Ticks))
    assert [item.title[0].text for item in wanted.items] == [
        "1. Giấy chứng sinh, bản chính",
        "2. Tờ khai",
    ]
    assert [item.detail for item in wanted.items] == [
        (Words("Hôm nay mới có bản photo."),),
        (),
    ]
    assert [item.title[0].text for item in kept.items] == ["Căn cước"]
    assert (wanted.ticked, kept.ticked) == (False, True)


def test_it_says_that_nothing_was_received_and_until_when_its_code_holds() -> None:
    letter = guidance_letter(GUIDANCE, OFFICE, printed_at=GIVEN)

    said = str((letter.parts, letter.note))
    assert "chưa được nhận" in said
    assert "2 THỨ" in said
    assert "ngày 23/12/2026" in said
    assert letter.note is not None
    assert letter.note.text == "HD-3K7M4"
    assert not letter.state_head
    assert letter.legal_basis == ""


def test_a_visitor_who_gave_no_name_is_not_asked_for_one() -> None:
    nameless = Guidance(
        **{name: getattr(GUIDANCE, name) for name in Guidance.__dataclass_fields__}
        | {"visitor_name": None, "kept": ()}
    )

    said = str(guidance_letter(nameless, OFFICE, printed_at=GIVEN).parts)

    assert "Người đến" not in said
    assert "ĐÃ CÓ" not in said
