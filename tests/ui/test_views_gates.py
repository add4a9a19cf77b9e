"""Sign-in and lock: in by keyboard, the reason inside the field, nothing leaked."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.lock.view import LockPage
from ui.desktop.sign_in.view import SignInPage
from ui.desktop.sign_in.view_model import SignInField, SignInProblem, SignInState


@pytest.fixture
def sign_in(gallery: Gallery) -> SignInPage:
    gallery.sign_in.show_state(SignInState(now=samples.NOW))
    gallery.window.show_sign_in()
    return gallery.sign_in


@pytest.fixture
def lock(gallery: Gallery) -> LockPage:
    gallery.scenes()["lock"]()
    return gallery.lock


def visible_names(page: QWidget) -> list[str]:
    return [w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()]


def test_name_enter_password_enter(sign_in: SignInPage) -> None:
    wanted = told(sign_in.sign_in_wanted)

    assert focused().accessibleName() == "Mã cán bộ"
    type_in(" quay3 ")
    press("Return")
    type_in("mật khẩu dài")
    press("Return")

    assert wanted == [("quay3", "mật khẩu dài")]


def test_the_officer_who_was_here_last_types_the_password_only(gallery: Gallery) -> None:
    gallery.sign_in.show_state(SignInState(now=samples.NOW, officer_name="quay3"))
    gallery.window.show_sign_in()
    wanted = told(gallery.sign_in.sign_in_wanted)

    type_in("bí mật")
    press("Return")

    assert wanted == [("quay3", "bí mật")]


def test_nothing_is_asked_with_an_empty_field(sign_in: SignInPage) -> None:
    wanted = told(sign_in.sign_in_wanted)

    press("Return")
    assert focused().accessibleName() == "Mã cán bộ"
    type_in("quay3")
    press("Return", "Return")

    assert wanted == []
    assert focused().accessibleName() == "Mật khẩu"


def test_a_wrong_password_is_said_inside_its_field_with_the_tries_left(sign_in: SignInPage) -> None:
    type_in("quay3")
    press("Return")
    type_in("sai")

    sign_in.show_problem(SignInProblem(SignInField.PASSWORD, "Sai mật khẩu", 4))

    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.accessibleDescription() == "Sai mật khẩu, còn 4 lần"
    assert field.selectionLength() == len("sai")
    type_in("đ")
    assert field.accessibleDescription() == ""


def test_while_the_store_opens_a_second_enter_does_nothing(sign_in: SignInPage) -> None:
    type_in("quay3")
    press("Return")
    type_in("bí mật")
    wanted = told(sign_in.sign_in_wanted)

    sign_in.show_busy(True)
    press("Return")
    assert wanted == []
    sign_in.show_busy(False)
    press("Return")

    assert len(wanted) == 1


def test_the_password_is_hidden_and_forgotten(sign_in: SignInPage, lock: LockPage) -> None:
    for page in (sign_in, lock):
        field = next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == "Mật khẩu")
        field.setText("bí mật")
        assert field.echoMode() is QLineEdit.EchoMode.Password
        page.clear()
        assert field.text() == ""


def test_simulated_devices_and_sample_data_are_said_before_anybody_signs_in(
    gallery: Gallery,
) -> None:
    gallery.scenes()["sign-in"]()

    names = visible_names(gallery.sign_in)
    assert "Dùng thiết bị mô phỏng" in names
    assert "Dữ liệu mẫu, không phải hồ sơ thật" in names


def test_a_plain_station_says_nothing_of_the_kind(sign_in: SignInPage) -> None:
    assert "Dùng thiết bị mô phỏng" not in visible_names(sign_in)


def test_the_lock_opens_with_the_password_and_says_what_is_kept(lock: LockPage) -> None:
    wanted = told(lock.unlock_wanted)
    names = visible_names(lock)
    assert "2 hồ sơ đang mở được giữ nguyên" in names
    assert "3 việc chờ gửi, an toàn ở máy này" in names

    press("Return")
    type_in("bí mật")
    press("Return")

    assert wanted == ["bí mật"]


def test_the_lock_names_no_citizen_and_no_dossier(gallery: Gallery, lock: LockPage) -> None:
    shown = " ".join(
        w.accessibleName() for w in gallery.window.findChildren(QWidget) if w.isVisible()
    )

    assert "Trần Mỹ Hạnh · Quầy 3" in shown
    assert "Nguyễn" not in shown
    assert "H42" not in shown


def test_another_officer_may_sign_in(lock: LockPage) -> None:
    wanted = told(lock.other_officer_wanted)

    press("Tab", "Tab", "Space")

    assert len(wanted) == 1


def test_a_wrong_password_keeps_it_locked_and_says_why(lock: LockPage) -> None:
    lock.show_problem("Sai mật khẩu", 1)

    assert focused().accessibleDescription() == "Sai mật khẩu, còn 1 lần"
