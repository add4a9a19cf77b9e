"""What citizens say finds what they need; what this counter does most comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.built_in import built_in_everyday
from station.catalogue.parts import Everyday
from station.catalogue.search import CatalogueIndex, Match
from station.catalogue.word_index import words_of
from station.text import fold
from tests.builders import a_procedure
from tests.station.test_catalogue_search import PROCEDURES, a_named

EVERYDAY = built_in_everyday()
INDEX = CatalogueIndex(PROCEDURES, everyday=EVERYDAY)

SAID = {
    "chuyển khẩu cho con": "1.004222",
    "cho con nhập hộ khẩu vào nhà bà ngoại": "1.004222",
    "tách sổ": "1.004222",
    "thuê trọ khai tạm trú": "1.004194",
    "làm giấy khai sinh cho cháu": "1.001193",
    "vợ em mới sinh em bé": "1.001193",
    "sao giấy khai sinh": "2.000635",
    "bố tôi mất hôm qua": "1.000656",
    "giấy chứng tử": "1.000656",
    "hai đứa cưới nhau": "1.000894",
    "xin giấy độc thân": "1.004873",
    "sai ngày sinh trong giấy khai sinh": "1.004859",
    "công chứng bằng đại học": "2.000815",
    "photo công chứng căn cước": "2.000815",
    "xác nhận sơ yếu lý lịch đi làm": "2.000884",
    "giấy uỷ quyền": "2.000884",
    "mua bán xe máy": "2.001035",
    "xác nhận không tiền án": "2.000488",
    "mở quán cà phê": "1.001612",
    "đổi địa chỉ kinh doanh": "2.000720",
    "xin xây nhà cấp bốn": "2.002096",
    "sang tên sổ đỏ cho con": "1.012753",
    "làm sổ đỏ lần đầu": "1.012756",
    "đổi bằng lái xe ô tô": "1.002809",
    "mất bằng lái xe máy": "HN0435",
    "tiền mai táng": "1.001731",
    "trợ cấp người già trên 80 tuổi": "1.001776",
    "hương khói liệt sĩ": "1.010803",
    "giấy vệ sinh an toàn thực phẩm": "HN0259",
    "miễn học phí cho con": "2.001960",
    "xin chuyển trường cho con": "HN0387",
    "tách đất cho hai con": "HN0577",
    "lên thổ cư": "HN0603",
    "rút bảo hiểm một lần": "HN0528",
    "lĩnh thất nghiệp": "HN0501",
    "đăng kiểm xe": "HN0430",
}
"""As people say it at the counter; the bench counts how many come among the first five."""


def codes(text: str, index: CatalogueIndex = INDEX, limit: int = 5) -> list[str]:
    return [hit.procedure.code for hit in index.search(text, limit)]


@pytest.mark.parametrize(("text", "code"), SAID.items())
def test_what_is_said_is_among_the_first(text: str, code: str) -> None:
    assert code in codes(text)
    assert code in codes(fold(text))


def test_every_everyday_word_means_something_that_is_there() -> None:
    names = [f" {' '.join(words_of(fold(procedure.name)))} " for procedure in PROCEDURES]
    for row in EVERYDAY:
        for meaning in row.means:
            phrase = f" {' '.join(words_of(fold(meaning)))} "
            assert any(phrase in name for name in names), (row.say, meaning)


@pytest.mark.parametrize("row", EVERYDAY, ids=lambda row: fold(row.say))
def test_an_everyday_word_alone_goes_before_all_else(row: Everyday) -> None:
    (hit,) = INDEX.search(row.say, limit=1)

    assert hit.match is Match.EVERYDAY
    assert any(fold(meaning) in fold(hit.procedure.name).replace(",", ",") for meaning in row.means)


@pytest.mark.parametrize("procedure", PROCEDURES[:25], ids=lambda procedure: procedure.code)
def test_a_whole_name_is_never_taken_for_everyday_words(procedure: object) -> None:
    (hit,) = INDEX.search(procedure.name, limit=1)  # type: ignore[attr-defined]

    assert hit.procedure == procedure
    assert hit.match is Match.WHOLE_NAME


def test_what_was_understood_is_marked_in_the_name() -> None:
    (hit,) = INDEX.search("mất bằng lái", limit=1)

    assert [hit.procedure.name[begin:end] for begin, end in hit.spans] == [
        "Cấp", "lại", "Giấy", "phép", "lái", "xe",
    ]  # fmt: skip


def test_other_words_of_the_query_choose_among_what_is_meant() -> None:
    index = CatalogueIndex(
        [a_named("1", "Đổi giấy phép lái xe"), a_named("2", "Đổi giấy phép lái xe quân sự cấp")],
        everyday=[Everyday(say="đổi bằng", means=("đổi giấy phép lái xe",))],
    )

    assert codes("đổi bằng", index) == ["1", "2"]
    assert codes("đổi bằng quân sự", index) == ["2", "1"]


@pytest.mark.parametrize(
    "text", ["chuyn khau cho con", "chuyen khauu", "tachs so", "giay doc tham"]
)
def test_one_slip_of_a_key_is_forgiven_there_too(text: str) -> None:
    hit = INDEX.search(text, limit=1)[0]

    assert (hit.match, hit.corrected) == (Match.EVERYDAY, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hp nhat van phong cong chung", "HN0160"),
        ("lap hoi cog chung vien", "HN0457"),
        ("tienn tuat hang thang khi nguoi", "HN0330"),
    ],
)
def test_everyday_words_within_a_mistyped_name_do_not_hide_it(text: str, code: str) -> None:
    assert codes(text)[0] == code


def test_a_procedures_own_keywords_are_everyday_words() -> None:
    index = CatalogueIndex(
        [a_named("1", "Cấp phù hiệu xe"), a_procedure(code="2", keywords=("dán tem", "tem xe"))]
    )

    assert codes("xin dán tem", index) == ["2"]


def test_of_equal_matches_the_most_used_here_come_first() -> None:
    index = CatalogueIndex([a_named(str(n), f"Đăng ký xe loại {n}") for n in range(1, 5)])
    assert codes("dang ky xe", index) == ["1", "2", "3", "4"]

    index.learn({"3": 9, "4": 2, "99": 50})

    assert codes("dang ky xe", index) == ["3", "4", "1", "2"]
    assert codes("dang ky xe loai 2", index)[0] == "2"  # a better match still goes first
    assert codes("dang ky xe", index, limit=1) == ["3"]


@given(st.text(max_size=40))
def test_no_text_breaks_the_search_and_none_is_given_twice(text: str) -> None:
    found = codes(text, limit=60)

    assert len(found) == len(set(found))


WORDS = "chuyển khẩu cho con đổi bằng lái xe sổ đỏ xyz".split()  # noqa: SIM905 - readable


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_words_in_any_order_break_nothing(words: list[str]) -> None:
    for hit in INDEX.search(" ".join(words), limit=60):
        assert all(0 <= begin < end <= len(hit.procedure.name) for begin, end in hit.spans)
