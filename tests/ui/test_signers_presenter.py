"""Whose packs are taken is said in fours, changed by the administrator, and never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from station.catalogue.signing import BadTrustKeyError, TrustKey
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desks.catalogue import Signer
from ui.desktop.catalogue.signers_presenter import SignersPresenter
from ui.desktop.catalogue.signers_view_model import SignersSheet
from ui.desktop.kit.tone import Tone

PROVINCE, OFFICE = "ab" * 32, "0123456789abcdef" * 4
LACKS = "Khoá có 64 chữ số 0–9, a–f, không có gì khác;"
IN_FOURS = " ".join(["0123", "4567", "89ab", "cdef"] * 4)


@dataclass
class FakePage:
    sheet: SignersSheet = field(default_factory=SignersSheet)
    typed: tuple[str, bool] = ("", False)
    problem: str = ""
    done: str = ""
    busy: bool = False

    def show_signers(self, sheet: SignersSheet) -> None:
        self.sheet = sheet

    def show_typed_key(self, words: str, *, whole: bool) -> None:
        self.typed = (words, whole)

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def show_busy(self, busy: bool) -> None:
        self.busy = busy


@dataclass
class FakeRing:
    known: list[Signer]

    def signers(self) -> Sequence[Signer]:
        return tuple(self.known)

    def trust(self, key: str, name: str) -> TrustKey:
        if name == "!":
            raise BadTrustKeyError("a key is 32 bytes in hex")
        self.known.append(Signer(key, name, "admin", MONDAY))
        return TrustKey(key=key, name=name, added_by="admin", added_at=MONDAY)

    def distrust(self, beginning: str) -> TrustKey:
        (gone,) = [each for each in self.known if each.key == beginning]
        self.known.remove(gone)
        return TrustKey(key=gone.key, name=gone.name or "", added_by="admin", added_at=MONDAY)


class AtPage:
    def __init__(self, *known: Signer, may_change: bool = True) -> None:
        self.page, self.ring, self.worker = FakePage(), FakeRing(list(known)), Later()
        self.changes = 0
        self.presenter = SignersPresenter(
            self.page,
            ring=self.ring,
            may_change=may_change,
            changed=self._changed,
            store_worker=self.worker,
            language="vi",
        )
        self.presenter.refresh()
        self.worker.do()

    def _changed(self) -> None:
        self.changes += 1


def test_the_keys_say_whose_they_are_and_which_may_be_retired_here() -> None:
    at = AtPage(Signer(PROVINCE, None, None), Signer(OFFICE, "Sở Tư pháp", "admin", MONDAY))

    assert [(line.owner, line.added, line.may_retire) for line in at.page.sheet.lines] == [
        ("Hệ thống của tỉnh", "theo ghi danh", False),
        ("Sở Tư pháp", f"admin · {MONDAY:%d/%m/%Y}", True),
    ]
    assert at.page.sheet.lines[1].read == IN_FOURS
    assert "2 khoá." in at.page.sheet.fact


def test_without_a_key_it_is_said_that_every_pack_is_unsigned() -> None:
    at = AtPage()

    assert "chưa ký số" in at.page.sheet.fact
    assert at.page.sheet.tone is Tone.WARN


def test_who_may_not_change_them_sees_them_and_is_told_who_may() -> None:
    at = AtPage(Signer(OFFICE, "Sở Tư pháp", "admin", MONDAY), may_change=False)

    assert not at.page.sheet.may_change
    assert not at.page.sheet.lines[0].may_retire
    assert "Quản trị" in at.page.sheet.consequence


@pytest.mark.parametrize(
    ("typed", "said", "whole"),
    [
        ("", "", False),
        ("0123 4567", f"{LACKS} đã gõ 8.", False),
        ("g" * 64, f"{LACKS} đã gõ 0.", False),
        (OFFICE + "g", f"{LACKS} đã gõ 64.", False),
        (OFFICE + "0", f"{LACKS} đã gõ 65.", False),
        (":".join(["01", "23", "45", "67", "89", "AB", "CD", "EF"] * 4), IN_FOURS, True),
    ],
)
def test_a_key_is_said_back_in_fours_as_it_is_typed(typed: str, said: str, whole: bool) -> None:
    at = AtPage()

    at.presenter.on_key_typed(typed)

    assert at.page.typed == (said, whole)


def test_a_key_is_brought_in_and_taken_back_and_the_packs_hear_of_it() -> None:
    at = AtPage()
    at.presenter.on_added("Sở Tư pháp", OFFICE)
    assert at.page.busy
    at.worker.do()

    assert not at.page.busy
    assert at.page.done == "Từ nay nhận gói ký bằng khoá 0123 4567… của Sở Tư pháp."
    assert [line.key for line in at.page.sheet.lines] == [OFFICE]
    assert at.changes == 1

    at.presenter.on_retired(OFFICE)
    at.worker.do()

    assert "Thôi nhận" in at.page.done
    assert at.page.sheet.lines == ()
    assert at.changes == 2


def test_what_is_refused_is_said_and_nothing_changes() -> None:
    at = AtPage()
    at.presenter.on_added("!", OFFICE)
    at.worker.do()

    assert "(CAT-012)" in at.page.problem
    assert not at.page.busy
    assert at.changes == 0
