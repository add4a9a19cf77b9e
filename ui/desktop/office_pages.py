"""Pages about the day and the office, for one officer: today, the board, settings, users."""

import os
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from station.ports.drafts import KeptDraft
from ui import composition
from ui.desks.devices import every_device
from ui.desks.home import HomeDesk
from ui.desks.page_printing import print_pages
from ui.desks.templates import TemplatesDesk
from ui.desktop.accounts.presenter import AccountsPresenter
from ui.desktop.board.approval_acts import ApprovalActs
from ui.desktop.board.presenter import BoardPresenter
from ui.desktop.citizen_place import CitizenPlace
from ui.desktop.frame.support_presenter import SupportPresenter
from ui.desktop.frame.view_model import Place, StationStatus
from ui.desktop.home.presenter import HomePresenter
from ui.desktop.kit.fit import text_room
from ui.desktop.kit.theme import use_theme
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.preview.sources import PaperSource
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.screen import Screen
from ui.desktop.session_tools import SessionTools
from ui.desktop.settings.password_presenter import PasswordPresenter
from ui.desktop.settings.presenter import SettingsPresenter
from ui.desktop.signing.wiring import SigningPlace
from ui.desktop.templates.presenter import TemplatesPresenter
from ui.desktop.templates.wiring import connect_templates
from ui.desktop.wires import Wires
from ui.preferences import TEXT_PERCENTS, read_preferences
from ui.support_page import SupportDesk

OFFICE_PLACES: Final = (
    Place.HOME,
    Place.BOARD,
    Place.SIGNING,
    Place.SETTINGS,
    Place.ACCOUNTS,
    Place.TEMPLATES,
)


class OfficePages:
    """Builds their presenters and wires them to the pages."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        reception: ReceptionPresenter,
        citizen: CitizenPlace,
        go_to: Callable[[Place], object],
        status: Callable[[], StationStatus],
        see_dossier: Callable[[str], object],
        preview: Callable[[PaperSource], object],
        changed: Callable[[], object],
    ) -> None:
        """
        Args:
            go_to: brings a page to the front.
            changed: hears that something was done, so that other pages are read.
            status: what the status bar says.
        """
        desk, home, language = tools.desk, tools.home, tools.language
        self._reception, self._go_to = reception, go_to
        self._desk = desk
        self._home = HomePresenter(
            screen.home,
            source=HomeDesk(desk, home),
            devices=desk.devices.states,
            status=status,
            now=desk.now,
            open_draft=self._open_draft,
            store_worker=tools.store_worker,
            device_worker=tools.printer_worker,
            language=language,
        )
        self._board_page = screen.board
        self._board = BoardPresenter(
            screen.board,
            source=desk,
            preview=preview,
            store_worker=tools.store_worker,
            training=desk.settings.training,
            language=language,
        )
        self._approvals = ApprovalActs(
            screen.board,
            desk=desk.approvals,
            read=desk.board,
            show=self._board.show,
            changed=changed,
            print_waiting=desk.print_waiting,
            store_worker=tools.store_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        self._signing = SigningPlace(
            screen.signing,
            tools,
            changed=changed,
            see_dossier=see_dossier,
            preview=preview,
        )
        self._settings_page = screen.settings
        self._settings = SettingsPresenter(
            screen.settings,
            began_with=screen.began_with,
            chosen=read_preferences(home),
            keep=lambda chosen: composition.keep_preferences(home, chosen),
            show_theme=_show_theme,
            show_citizen=citizen.take,
            lock_after=screen.idle.use,
            largest_text=lambda: largest_text(screen.window.screen()),
            file_worker=tools.file_worker,
            language=language,
        )
        self._password = PasswordPresenter(
            screen.settings.password,
            change=desk.accounts.change_password,
            done=screen.settings.show_done,
            failed=screen.settings.show_problem,
            now=desk.now,
            store_worker=tools.store_worker,
            language=language,
        )
        self._accounts_page = screen.accounts
        self._accounts = AccountsPresenter(
            screen.accounts,
            source=desk.accounts,
            own_id=desk.officer.officer_id,
            store_worker=tools.store_worker,
            language=language,
        )
        self._templates_page = screen.templates
        self._templates = TemplatesPresenter(
            screen.templates,
            source=TemplatesDesk(
                home,
                composition.make_papers(),
                officer=desk.officer,
                today=desk.now().date(),
                write=composition.write_file,
            ),
            draw_pages=composition.draw_pdf_pages,
            trial=self._print_form,
            save=composition.write_file,
            file_worker=tools.file_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        self._support = SupportPresenter(
            screen.frame,
            facts=SupportDesk(desk, home).facts,
            devices=lambda: every_device(desk.devices, desk.settings),
            window=screen.described,
            write=composition.write_file,
            store_worker=tools.store_worker,
            device_worker=tools.printer_worker,
            file_worker=tools.file_worker,
            language=language,
        )
        self._connect(tools.wires, screen, see_dossier)

    def _connect(self, wires: Wires, screen: Screen, see_dossier: Callable[[str], object]) -> None:
        join, page = wires.join, screen.home
        join(screen.frame.support_wanted, self._support.on_save)
        join(page.again_wanted, self._home.on_again)
        join(page.new_wanted, screen.frame.new_wanted)
        join(page.dossier_wanted, see_dossier)
        join(page.draft_wanted, self._home.on_draft)
        join(page.board_wanted, lambda: self._go_to(Place.BOARD))
        join(page.list_wanted, lambda: self._go_to(Place.LIST))
        join(page.signing_wanted, lambda: self._go_to(Place.SIGNING))
        join(screen.board.print_wanted, self._board.on_print)
        join(screen.board.dossier_wanted, see_dossier)
        join(screen.board.approval_wanted, self._approvals.on_wanted)
        join(screen.board.approval.approved, self._approvals.on_approved)
        join(screen.board.approval.turned_down, self._approvals.on_refused)
        chosen, settings = screen.settings, self._settings
        join(chosen.theme_chosen, settings.on_theme)
        join(chosen.text_size_chosen, settings.on_text_size)
        join(chosen.language_chosen, settings.on_language)
        join(chosen.lock_minutes_chosen, settings.on_lock_minutes)
        join(chosen.citizen_wanted, screen.frame.citizen_panel.open_for)
        join(screen.frame.citizen_panel.chosen, settings.on_citizen)
        join(chosen.key_chosen, settings.on_key)
        join(chosen.delivered_wanted, settings.on_delivered)
        join(chosen.password.confirmed, self._password.on_confirmed)
        join(chosen.accounts_wanted, lambda: self._go_to(Place.ACCOUNTS))
        join(screen.accounts.save_wanted, self._accounts.on_save)
        join(screen.accounts.close_wanted, self._accounts.on_close)
        join(chosen.templates_wanted, lambda: self._go_to(Place.TEMPLATES))
        connect_templates(wires, screen.templates, self._templates)
        for closed in (screen.templates.closed, screen.accounts.closed):
            join(closed, lambda: self._go_to(Place.SETTINGS))
        join(chosen.devices_wanted, lambda: self._go_to(Place.DEVICES))

    def start(self) -> None:
        """Take the pages over: nothing of another officer's stays on them."""
        self._home.clear()
        self._board_page.clear()
        self._signing.start()
        self._settings_page.clear()
        self._accounts_page.clear()
        self._templates_page.clear()

    def close(self) -> None:
        """Leave the pages to another officer."""
        self._signing.close()

    def refresh(self, place: Place) -> None:
        """Read what is seen anew: something was done, or the province told something."""
        if place is Place.HOME:
            self._home.refresh()
        elif place is Place.BOARD:
            self._board.refresh()
        elif place is Place.SIGNING:
            self._signing.presenter.refresh()
        elif place is Place.SETTINGS:
            self._settings.refresh()
        elif place is Place.ACCOUNTS:
            self._accounts.refresh()
        elif place is Place.TEMPLATES:
            self._templates.refresh()

    def _print_form(self, form: str, draw: Callable[[], bytes]) -> str:
        """Print one of the office's forms as a preview."""
        return print_pages(self._desk.devices, draw, form=form, sheet="", title=f"mau-{form}")

    def _open_draft(self, draft: KeptDraft) -> None:
        self._go_to(Place.RECEPTION)
        self._reception.keeping.open(draft)


def largest_text(screen: QScreen) -> int:
    """Give for how many per cent a screen has room."""
    size, scale = screen.availableSize(), float(os.environ.get("QT_SCALE_FACTOR", "1"))
    return text_room(size.width(), size.height(), TEXT_PERCENTS, scale=scale)


def _show_theme(dark: bool) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        use_theme(app, DARK if dark else LIGHT)
