"""What an officer finds while typing, and in which order."""

import random
import string
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.catalogue.built_in import built_in_packs
from station.catalogue.search import CatalogueIndex, Hit, Match
from station.catalogue.word_index import words_of
from station.domain.procedure import Procedure, ProcessingTime, TimeUnit
from station.text import fold

PROCEDURES = [procedure for pack in built_in_packs() for procedure in pack.procedures]
INDEX = CatalogueIndex(PROCEDURES)


def a_named(code: str, name: str, *, details: bool = True, agency: str = "UBND") -> Procedure:
    time = ProcessingTime(3, TimeUnit.WORKING_DAY) if details else None
    return Procedure(
        code=code, name=name, field_code="X", field="Khác", agency=agency, processing_time=time
    )


def codes(text: str, index: CatalogueIndex = INDEX, limit: int = 20) -> list[str]:
    return [hit.procedure.code for hit in index.search(text, limit)]


def marked(hit: Hit) -> str:
    shown, last = "", 0
    for begin, end in hit.spans:
        shown += f"{hit.procedure.name[last:begin]}[{hit.procedure.name[begin:end]}]"
        last = end
    return shown + hit.procedure.name[last:]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("xac nhan tinh trang hon nhan", "1.004873"),
        ("XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "1.004873"),
        ("Cấp Giấy xác nhận tình trạng hôn nhân", "1.004873"),
        ("ti\u0300nh tra\u0323ng", "1.004873"),  # decomposed
        ("tinh-trang, hon/nhan", "1.004873"),
        ("dkks", "1.001193"),
        ("ĐKKS", "1.001193"),
        ("d k k s", "1.001193"),
        ("xntthn", "1.004873"),
        ("khai sinh", "1.001193"),
        ("kha sin", "1.001193"),  # words begun
        ("1.004873", "1.004873"),
        ("1.004873.000.00.00.H25", "1.004873"),
        ("004873", "1.004873"),
        ("hn0001", "HN0001"),
        ("khai sinj", "1.001193"),
        ("kahi sinh", "1.001193"),
        ("khaisinh dang ky", "1.001193"),
        ("dangky khai sinh", "1.001193"),
        ("dang k y khai sinh", "1.001193"),
        ("dangk y khai sinh", "1.001193"),
        ("dang ky khai,sinh", "1.001193"),
        ("dang kyxkhai sinh", "1.001193"),
        ("doi giay phep lai xe", "1.002809"),
        ("xin cap lai giay phep lai xe may cho bo", "HN0435"),
    ],
)
def test_the_procedure_that_is_meant_comes_first(text: str, code: str) -> None:
    assert codes(text)[0] == code


@pytest.mark.parametrize("text", ["", "   ", "!!!", "–", "\u200b", "😀"])
def test_a_text_without_letters_and_digits_finds_nothing(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_for_hits_gives_none(limit: int) -> None:
    assert codes("khai sinh", limit=limit) == []


def test_nonsense_finds_nothing() -> None:
    assert codes("qqqq wwww zzzz") == []


def test_at_most_so_many_are_given_and_each_once() -> None:
    found = codes("cap giay", limit=40)

    assert len(found) == len(set(found)) == 40


def test_an_index_of_nothing_finds_nothing() -> None:
    assert codes("khai sinh", CatalogueIndex([])) == []


def test_the_accents_that_were_typed_come_first() -> None:
    index = CatalogueIndex(
        [a_named("1", "Đạt lời"), a_named("2", "Đất trồng lúa"), a_named("3", "Đặt cọc ở")]
    )

    assert codes("đất", index) == ["2", "1", "3"]
    assert codes("đặt", index)[0] == "3"
    assert sorted(codes("dat", index)) == ["1", "2", "3"]


def test_those_with_details_come_before_bare_names() -> None:
    index = CatalogueIndex(
        [
            a_named("1", "Đăng ký kết hôn", details=False),
            a_named("2", "Đăng ký kết hôn có yếu tố nước ngoài"),
            a_named("3", "Đăng ký lại kết hôn", details=False),
        ]
    )

    assert codes("ket hon", index) == ["2", "1", "3"]


def test_the_whole_name_comes_before_all_others() -> None:
    index = CatalogueIndex(
        [
            a_named("1", "Đăng ký kết hôn", details=False),
            a_named("2", "Đăng ký kết hôn có yếu tố nước ngoài"),
        ]
    )

    assert codes("dang ky ket hon", index) == ["1", "2"]


def test_words_together_come_before_words_apart_before_words_begun() -> None:
    index = CatalogueIndex(
        [
            a_named("1", "Nhà của người ở trên đất"),
            a_named("2", "Nhãn hàng và đất ruộng"),
            a_named("3", "Chuyển nhượng nhà đất"),
            a_named("4", "Đất nhà nước"),
        ]
    )

    assert codes("nha dat", index) == ["3", "4", "1", "2"]


def test_a_field_or_an_agency_finds_its_procedures() -> None:
    found = INDEX.search("hộ tịch", 20)

    assert {hit.procedure.field for hit in found[:7]} == {"Hộ tịch"}
    assert {hit.match for hit in found} >= {Match.PHRASE, Match.GROUP}
    assert all(hit.procedure.agency == "Sở Tư pháp" for hit in INDEX.search("so tu phap", 20))


def test_an_agency_narrows_the_words_of_a_name() -> None:
    index = CatalogueIndex(
        [
            a_named("1", "Công chứng di chúc", agency="Sở Tư pháp"),
            a_named("2", "Công chứng bản dịch", agency="Sở Nội vụ"),
            a_named("3", "Phục hồi danh dự", agency="Sở Tư pháp"),
        ]
    )

    assert codes("cong chung so tu phap", index) == ["1"]


@pytest.mark.parametrize(
    ("text", "shown", "match"),
    [
        ("tinh trang", "Cấp Giấy xác nhận [tình] [trạng] hôn nhân", Match.PHRASE),
        ("tinh tra", "Cấp Giấy xác nhận [tình] [trạ]ng hôn nhân", Match.PHRASE_BEGUN),
        ("xa nha ti", "Cấp Giấy [xá]c [nhậ]n [tì]nh trạng hôn nhân", Match.PHRASE_BEGUN),
        ("hon nhan xac", "Cấp Giấy [xác] [nhận] tình trạng [hôn] nhân", Match.WORDS),
        ("xntthn", "Cấp Giấy [x]ác [n]hận [t]ình [t]rạng [h]ôn [n]hân", Match.INITIALS),
        ("tinh trnag hon", "Cấp Giấy xác nhận [tình] [trạng] [hôn] nhân", Match.PHRASE),
        ("4873", "Cấp Giấy xác nhận tình trạng hôn nhân", Match.CODE_PART),
    ],
)
def test_what_was_met_is_marked(text: str, shown: str, match: Match) -> None:
    hit = INDEX.search(text, 1)[0]

    assert marked(hit) == shown
    assert hit.match is match
    assert hit.corrected == (text == "tinh trnag hon")


def test_the_part_of_the_code_is_marked() -> None:
    hit = INDEX.search("4873", 1)[0]

    assert hit.code_span is not None
    assert hit.procedure.code[slice(*hit.code_span)] == "4873"
    assert INDEX.search("khai sinh", 1)[0].code_span is None


def test_every_procedure_is_found_by_its_name_and_by_its_code() -> None:
    for spelt in (str, fold):
        for procedure in PROCEDURES:
            found = INDEX.search(spelt(procedure.name), 2)  # three names are there twice
            assert procedure.name in [hit.procedure.name for hit in found]
    assert all(codes(procedure.code, limit=1) == [procedure.code] for procedure in PROCEDURES)


def test_every_detailed_procedure_is_found_by_its_initials() -> None:
    for procedure in PROCEDURES[:25]:
        initials = "".join(word[0] for word in words_of(fold(procedure.name)))
        assert procedure.code in codes(initials, limit=3)


@pytest.mark.parametrize("spelt", [str, fold])
def test_a_name_with_one_slip_is_found(spelt: Callable[[str], str]) -> None:
    chance = random.Random(17)
    missed = [
        (typed, procedure.name)
        for procedure in PROCEDURES
        for typed in [_with_a_slip(spelt(procedure.name), chance)]
        if procedure.name not in [hit.procedure.name for hit in INDEX.search(typed, 5)]
    ]

    assert len(missed) <= len(PROCEDURES) * 0.02, missed[:5]


@settings(max_examples=25)
@given(st.permutations(range(60)), st.sampled_from(["giay", "dang ky", "g", "dkks", "thuc"]))
def test_the_order_in_which_procedures_come_does_not_matter(order: list[int], text: str) -> None:
    procedures = [PROCEDURES[place] for place in order]
    assert codes(text, CatalogueIndex(procedures)) == codes(text, CatalogueIndex(PROCEDURES[:60]))


@given(st.text(max_size=80))
def test_any_text_can_be_searched_and_marks_lie_inside_the_name(text: str) -> None:
    for hit in INDEX.search(text, 20):
        ends = [0, *(edge for span in hit.spans for edge in span), len(hit.procedure.name)]
        assert ends == sorted(ends)


def test_a_text_longer_than_any_name_is_cut() -> None:
    assert codes("khai sinh " * 10_000, limit=1) == codes("khai sinh " * 60, limit=1)


def _with_a_slip(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 1)
    key = chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            text[:at] + key + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + key + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        ]
    )
