"""What becomes of the text of an ID card's code, however a reader mistreated it."""

import contextlib
import json
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from station.codec import to_plain
from station.domain.code_text import MAX_TEXT
from station.domain.id_card import (
    IdCard,
    IdCardKind,
    IdTextEmptyError,
    IdTextError,
    IdTextTooLongError,
    IdWarning,
    MrzUnreadableError,
    WebAddressError,
)
from station.domain.id_text import parse_id_text
from station.domain.person import Sex

CCCD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Quang Trung, Phủ Lý, Hà Nam|15062021"
)
WOMAN = IdCard(
    kind=IdCardKind.CCCD_2021,
    personal_number="035199012345",
    old_id_number="168012345",
    full_name="Nguyễn Thị Ánh Tuyết",
    date_of_birth=date(1999, 3, 5),
    sex=Sex.FEMALE,
    address="Tổ 5, Quang Trung, Phủ Lý, Hà Nam",
    issued_on=date(2021, 6, 15),
)
MRZ = (
    "IDVNM0990012344035099001234<<8",
    "9903056M3903054VNM<<<<<<<<<<<8",
    "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<",
)


def as_windows_1252(text: str) -> str:
    return "".join(
        bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in text.encode()
    )


def fields(card: IdCard) -> dict[str, object]:
    plain = to_plain(card)
    del plain["kind"], plain["warnings"], plain["sources"], plain["doubtful"]
    return dict(plain)


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (CCCD, []),
        (f"\ufeff{CCCD}\r\n", []),
        (f"{CCCD}\0\0", []),
        (f"  {CCCD}\r", []),
        (f"QR: {CCCD}", []),
        (f"]Q1{CCCD}", []),
        (f"\\000026{CCCD}", []),
        (CCCD.replace("|", " | "), []),
        (unicodedata.normalize("NFD", CCCD), []),
        (CCCD.replace("Tổ 5,", "Tổ 5,\r\n"), []),
        (CCCD.replace("Tổ 5, ", "Tổ 5,\u00a0 "), []),
        (CCCD.replace("Nữ", "NỮ"), []),
        (CCCD.replace("|", "~"), ["separator-replaced"]),
        (CCCD.replace("|", "\t"), ["separator-replaced"]),
        (CCCD.replace("|", "µ"), ["separator-replaced"]),
        (CCCD.replace("|", "｜"), ["separator-replaced"]),
        (CCCD.encode().decode("latin-1"), ["text-repaired"]),
        (as_windows_1252(CCCD), ["text-repaired"]),
        (as_windows_1252(as_windows_1252(CCCD)), ["text-repaired"]),
        (as_windows_1252(CCCD).replace("\u00a0", " "), ["text-repaired"]),
        (CCCD.encode().decode("ascii", "surrogateescape"), ["text-repaired"]),
        (CCCD.swapcase(), ["case-swapped"]),
        (f"{CCCD}|", ["field-count"]),
    ],
)
def test_one_card_gives_the_same_fields_however_it_arrives(text: str, warnings: list[str]) -> None:
    card = parse_id_text(text)

    assert card.kind is IdCardKind.CCCD_2021
    assert fields(card) == fields(WOMAN)
    assert list(card.warnings) == warnings


@pytest.mark.parametrize("code_page", ["cp932", "cp950"])
def test_text_that_a_decoder_took_for_japanese_or_chinese_comes_back(code_page: str) -> None:
    payload = {
        "cp932": "039239504097||Đinh Minh Tâm|05031999|Nữ|Mai Xá, Thanh Hoá|15062021",
        "cp950": "079166475571||Phạm Anh Vân|05031999|Nữ|Ninh Bình|15062021",
    }[code_page]

    card = parse_id_text(payload.encode().decode(code_page))

    assert fields(card) == fields(parse_id_text(payload))
    assert IdWarning.TEXT_REPAIRED in card.warnings


CAN_CUOC = "037199000123||Trần Thị Bình|20111999|Nữ|Phường Hoa Lư, Ninh Bình|01072025||||"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (CAN_CUOC, "can-cuoc-2024", {"old_id_number": None, "issued_on": "2025-07-01"}),
        (f"{CCCD}||||", "can-cuoc-2024", {"old_id_number": "168012345"}),
        (
            CAN_CUOC.replace("||||", "||037199000999|Trần Văn A|Lê Thị B"),
            "can-cuoc-2024",
            {"old_id_number": "037199000999", "full_name": "Trần Thị Bình"},
        ),
        (CCCD.replace("168012345", ""), "cccd-2021", {"old_id_number": None}),
        (CCCD.replace("Tổ 5, Quang Trung, Phủ Lý, Hà Nam", ""), "cccd-2021", {"address": None}),
        (CCCD.upper(), "cccd-2021", {"full_name": "NGUYỄN THỊ ÁNH TUYẾT", "sex": "female"}),
        (CCCD.replace("15062021", ""), "cccd-2021", {"issued_on": None}),
        ("035199012345", "number-only", {"personal_number": "035199012345", "full_name": None}),
        ("035199012345\r\n", "number-only", {"personal_number": "035199012345", "sex": None}),
        ("035199012345||||||", "number-only", {"personal_number": "035199012345"}),
        (
            "001099004321||K'Brốt Đạ Đờn|01011999|Nam|Buôn Ea Yông, Krông Pắc|15062021",
            "cccd-2021",
            {"full_name": "K'Brốt Đạ Đờn"},
        ),
        (
            "066099004321||Y Čuôr Ŏñ Kơ̆|01011999|Nam|Buôn Čư̆ M'gar, Tổ III|15062021",
            "cccd-2021",
            {"full_name": "Y Čuôr Ŏñ Kơ̆"},
        ),
    ],
)
def test_whole_payloads_fill_what_they_hold_without_a_warning(
    text: str, kind: str, expected: dict[str, object]
) -> None:
    card = parse_id_text(text)

    plain = to_plain(card)
    assert plain["kind"] == kind
    assert {key: plain[key] for key in expected} == expected
    assert card.warnings == ()


@pytest.mark.parametrize(
    ("text", "kind", "expected", "warnings"),
    [
        # the old number left out
        (
            CCCD.replace("|168012345|", "|"),
            "cccd-2021",
            {"full_name": WOMAN.full_name, "issued_on": "2021-06-15", "old_id_number": None},
            {"field-count"},
        ),
        # cut, ever earlier
        (
            CCCD.removesuffix("|15062021"),
            "cccd-2021",
            {"address": WOMAN.address, "issued_on": None},
            {"field-count", "payload-cut"},
        ),
        (CCCD[:-4], "cccd-2021", {"issued_on": None}, {"issue-date-invalid"}),
        (
            CCCD.partition("|Tổ")[0],
            "unknown",
            {"sex": "female", "address": None},
            {"field-count", "payload-cut"},
        ),
        (
            "035199012345|168012345|Nguyễn Thị Ánh T",
            "unknown",
            {"old_id_number": "168012345", "full_name": None},
            {"field-count", "payload-cut", "name-missing"},
        ),
        (
            "035199012345|168012345|Nguyễn Thị Ánh Tuyết|0503",
            "unknown",
            {"full_name": WOMAN.full_name, "date_of_birth": None},
            {"field-count", "payload-cut", "birth-date-invalid"},
        ),
        (
            "035199012345|1680",
            "unknown",
            {"old_id_number": None},
            {"field-count", "payload-cut", "old-number-invalid", "name-missing"},
        ),
        (
            as_windows_1252("035199012345|168012345|Nguyễn Thị Ánh Tuyế")[:-1],
            "unknown",
            {"full_name": None},
            {"text-repaired", "field-count", "payload-cut", "name-missing"},
        ),
        # more than any known card
        (f"{CAN_CUOC}|x", "can-cuoc-2024", {"full_name": "Trần Thị Bình"}, {"field-count"}),
        (f"{CCCD}|a|b", "can-cuoc-2024", {"full_name": WOMAN.full_name}, {"field-count"}),
        # letters lost
        (
            "035199012345|168012345|Nguy?n Th? ?nh Tuy?t|05031999|N?|T? 5, Ph? Lý|15062021",
            "cccd-2021",
            {"full_name": None, "address": None, "sex": "female", "date_of_birth": "1999-03-05"},
            {"letters-lost", "sex-unclear"},
        ),
        (
            "035199012345|168012345|Nguyn Th nh Tuyt|05031999|N|T 5, Ph L|15062021",
            "cccd-2021",
            {"full_name": "Nguyn Th nh Tuyt", "sex": "female"},
            {"diacritics-missing", "sex-unclear"},
        ),
        (
            "035099012345||Nguyen Van An|05031999|N?|To 5, Ha Nam|15062021",
            "cccd-2021",
            {"full_name": "Nguyen Van An", "sex": None},
            {"diacritics-missing", "sex-unclear"},
        ),
        # an input method composed again
        (
            CCCD.replace("Nguyễn", "Nguyeễn"),
            "cccd-2021",
            {"full_name": "Nguyeễn Thị Ánh Tuyết"},
            {"input-method"},
        ),
        (CCCD.replace("Tuyết", "Tuyế1"), "cccd-2021", {}, {"name-unusual"}),
        # fields that say little or nothing
        (
            CCCD.replace("05031999", "00001999"),
            "cccd-2021",
            {"date_of_birth": None},
            {"birth-date-incomplete"},
        ),
        (CCCD.replace("05031999", "1999"), "cccd-2021", {}, {"birth-date-incomplete"}),
        (CCCD.replace("05031999", ""), "cccd-2021", {}, {"birth-date-incomplete"}),
        (
            CCCD.replace("05031999", "00001950"),
            "cccd-2021",
            {},
            {"birth-date-incomplete", "number-birth-year"},
        ),
        (CCCD.replace("05031999", "31021999"), "cccd-2021", {}, {"birth-date-invalid"}),
        (CCCD.replace("05031999", "05030199"), "cccd-2021", {}, {"birth-date-invalid"}),
        (CCCD.replace("168012345", "16801234"), "cccd-2021", {}, {"old-number-invalid"}),
        (CCCD.replace("|Nguyễn Thị Ánh Tuyết|", "||"), "cccd-2021", {}, {"name-missing"}),
        (CCCD.replace("|Nữ|", "||"), "cccd-2021", {"sex": None}, {"sex-unclear"}),
        (CCCD.replace("15062021", "15132021"), "cccd-2021", {}, {"issue-date-invalid"}),
        (CCCD.replace("15062021", "15061998"), "cccd-2021", {}, {"issued-before-birth"}),
        # fields against one another
        (CCCD.replace("035199", "003199"), "cccd-2021", {}, {"number-province"}),
        (CCCD.replace("035199", "035188"), "cccd-2021", {}, {"number-birth-year"}),
        (CCCD.replace("035199", "035399"), "cccd-2021", {}, {"number-birth-year"}),
        (CCCD.replace("035199", "035099"), "cccd-2021", {"sex": "female"}, {"number-sex"}),
        (CCCD.replace("Nữ", "Nam"), "cccd-2021", {"sex": "male"}, {"number-sex"}),
        # no separator that can be trusted
        (
            "035199012345 Nguyễn Thị Ánh Tuyết",
            "unknown",
            {"personal_number": "035199012345", "full_name": None},
            {"rest-unreadable"},
        ),
        ("035199012345~168012345~Nguyễn", "unknown", {"old_id_number": None}, {"rest-unreadable"}),
    ],
)
def test_what_is_certain_is_filled_and_the_rest_is_warned_of(
    text: str, kind: str, expected: dict[str, object], warnings: set[str]
) -> None:
    card = parse_id_text(text)

    plain = to_plain(card)
    assert plain["kind"] == kind
    assert {key: plain[key] for key in expected} == expected
    assert set(plain["warnings"]) == warnings


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", IdTextEmptyError),
        (" \ufeff\0\r\n\t ", IdTextEmptyError),
        ("a" * (MAX_TEXT + 1), IdTextTooLongError),
        ("\n".join(MRZ[:2]), MrzUnreadableError),
        ("\n".join(MRZ) + "<<<", MrzUnreadableError),
        (
            "\n".join((MRZ[0].replace("1234<", "1235<"), "A" + MRZ[1][1:], MRZ[2])),
            MrzUnreadableError,
        ),
        ("Nguyễn Văn An", IdTextError),
        ("168012345", IdTextError),
        ("0351990123456789", IdTextError),
        ("03519901234a|168012345|Nguyễn Văn An|05031999|Nam|Hà Nam|15062021", IdTextError),
        ("Đặt tại 003199012345, giao tận nơi", IdTextError),
        ("https://example.vn/?id=003199012345", WebAddressError),
        ("003199012345 goods", IdTextError),
        ("00020101021138570010A000000727012700069704030113035199012345", IdTextError),
        ("٠٣٥١٩٩٠١٢٣٤٥", IdTextError),
    ],
)
def test_other_text_is_refused_for_a_named_reason(text: str, error: type[IdTextError]) -> None:
    with pytest.raises(error) as caught:
        parse_id_text(text)

    assert type(caught.value) is error
    assert "035199" not in json.dumps(caught.value.details)


def test_the_reasons_have_codes_of_their_own() -> None:
    errors = (IdTextError, IdTextTooLongError, IdTextEmptyError, MrzUnreadableError)

    assert len({error.code for error in errors}) == len(errors)


payload_like = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.from_regex(r"[0-9]{8,12}", fullmatch=True),
        st.sampled_from(["|", "||", "~", "Nam", "Nữ", "NguyÃªn", "<<", "IDVNM", "\t", "\udcc3"]),
    ),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(max_size=MAX_TEXT + 1), payload_like, payload_like.map(CCCD.__add__)))
def test_any_text_gives_a_card_that_can_be_stored_or_the_error(text: str) -> None:
    try:
        card = parse_id_text(text)
    except IdTextError:
        return

    stored = json.dumps(to_plain(card), ensure_ascii=False)
    assert stored.encode()
    assert unicodedata.is_normalized("NFC", stored)
    assert card.personal_number is None or len(card.personal_number) == 12


@given(st.integers(0, len(CCCD) - 1))
def test_a_card_cut_anywhere_never_gives_a_wrong_name_number_or_date(length: int) -> None:
    try:
        card = parse_id_text(CCCD[:length])
    except IdTextError:
        assert length < 12
        return

    assert card.personal_number == WOMAN.personal_number
    assert card.full_name in (None, WOMAN.full_name)
    assert card.date_of_birth in (None, WOMAN.date_of_birth)
    assert card.issued_on in (None, WOMAN.issued_on)
    assert card.sex in (None, WOMAN.sex)


NAMES = "Nguyễn Đặng Lý Ngô Võ Hà Hoà Thúy Ước Quỳnh Điệp Sỹ Tạ Vũ Kỷ Ễnh Ắt Ờ Ỡ Lan Anh"
names = st.lists(st.sampled_from(NAMES.split(" ")), min_size=1, max_size=5).map(" ".join)
code_pages = st.sampled_from(["latin-1", "cp1252", "cp932", "cp950"])


@given(name=names, address=names, code_page=code_pages)
def test_a_garbled_card_comes_back_whole_or_is_not_filled_in_wrongly(
    name: str, address: str, code_page: str
) -> None:
    payload = f"035199012345||{name}|05031999|Nữ|{address}|15062021"
    if code_page == "cp1252":
        garbled = as_windows_1252(payload)
    else:
        try:
            garbled = payload.encode().decode(code_page)
        except UnicodeDecodeError:
            assume(False)
    card = parse_id_text(garbled)

    assert (card.full_name, card.address, card.sex) == (name, address, Sex.FEMALE)


@pytest.mark.parametrize(
    "text", ["|" * MAX_TEXT, "1" * MAX_TEXT, "Ã" * MAX_TEXT, "035199012345|" + "a " * 2000 + "|"]
)
def test_the_longest_texts_take_no_noticeable_time(text: str) -> None:
    started = time.process_time()
    with contextlib.suppress(IdTextError):
        parse_id_text(text)

    assert time.process_time() - started < 0.5
