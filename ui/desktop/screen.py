"""The one window: the sign-in page at once, everything behind it while the password is typed."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.desktop.frame.main_window import MainWindow
from ui.desktop.frame.view_model import Place
from ui.desktop.idle_watch import IdleWatch
from ui.desktop.kit.page import Page
from ui.desktop.sign_in.view import SignInPage
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.desktop.accounts.page import AccountsPage
    from ui.desktop.asking_panel import AskingPanel
    from ui.desktop.board.page import BoardPage
    from ui.desktop.catalogue.page import CataloguePage
    from ui.desktop.citizen.window import CitizenWindow
    from ui.desktop.devices.page import DevicesPage
    from ui.desktop.dossier.page import DossierPage
    from ui.desktop.dossiers.page import DossierListPage
    from ui.desktop.frame.desk_frame import DeskFrame
    from ui.desktop.hand_over.page import HandOverPage
    from ui.desktop.home.page import HomePage
    from ui.desktop.lock.view import LockPage
    from ui.desktop.log.page import LogPage
    from ui.desktop.noted_form import NotedForm
    from ui.desktop.preview.view import PreviewPage
    from ui.desktop.reception.page import ReceptionPage
    from ui.desktop.results.page import ResultsPage
    from ui.desktop.scan.page import ScanPage
    from ui.desktop.second_screen.screens import Screens
    from ui.desktop.settings.page import SettingsPage
    from ui.desktop.signing.page import SigningPage
    from ui.desktop.sync.page import SyncPage
    from ui.desktop.templates.page import TemplatesPage
    from ui.desktop.till.page import TillPage


_PAGES: Final = (
    ("accounts", Place.ACCOUNTS, "ui.desktop.accounts.page", "AccountsPage"),
    ("board", Place.BOARD, "ui.desktop.board.page", "BoardPage"),
    ("home", Place.HOME, "ui.desktop.home.page", "HomePage"),
    ("dossiers", Place.LIST, "ui.desktop.dossiers.page", "DossierListPage"),
    ("dossier", Place.DOSSIER, "ui.desktop.dossier.page", "DossierPage"),
    ("preview", Place.PREVIEW, "ui.desktop.preview.view", "PreviewPage"),
    ("results", Place.RESULTS, "ui.desktop.results.page", "ResultsPage"),
    ("scan", Place.SCAN, "ui.desktop.scan.page", "ScanPage"),
    ("hand_over", Place.HAND_OVER, "ui.desktop.hand_over.page", "HandOverPage"),
    ("till", Place.TILL, "ui.desktop.till.page", "TillPage"),
    ("catalogue", Place.CATALOGUE, "ui.desktop.catalogue.page", "CataloguePage"),
    ("signing", Place.SIGNING, "ui.desktop.signing.page", "SigningPage"),
    ("devices", Place.DEVICES, "ui.desktop.devices.page", "DevicesPage"),
    ("log", Place.LOG, "ui.desktop.log.page", "LogPage"),
    ("settings", Place.SETTINGS, "ui.desktop.settings.page", "SettingsPage"),
    ("templates", Place.TEMPLATES, "ui.desktop.templates.page", "TemplatesPage"),
    ("sync", Place.SYNC, "ui.desktop.sync.page", "SyncPage"),
)
"""Every page that is built in one step: where it stands in ``Screen``, its place, its class."""
_OTHERS: Final = (
    "ui.desktop.citizen.window",
    "ui.desktop.frame.desk_frame",
    "ui.desktop.lock.view",
    "ui.desktop.reception.page",
)


def load_pages() -> None:
    """Import what the pages are made of; it may be done away from the window."""
    for module in (*_OTHERS, *(module for _, _, module, _ in _PAGES)):
        import_module(module)


class Screen:
    """Attributes: ``window`` and ``sign_in``; ``idle``, which tells that nobody is there;
    ``began_with``, what was chosen of the window before it was built; once furnished ``frame`` and
    the pages in it, the ``citizen``'s display and the ``screens`` it may stand on."""

    lock: "LockPage"
    reception: "ReceptionPage"
    accounts: "AccountsPage"
    home: "HomePage"
    board: "BoardPage"
    dossiers: "DossierListPage"
    dossier: "DossierPage"
    preview: "PreviewPage"
    results: "ResultsPage"
    scan: "ScanPage"
    hand_over: "HandOverPage"
    till: "TillPage"
    catalogue: "CataloguePage"
    signing: "SigningPage"
    devices: "DevicesPage"
    log: "LogPage"
    settings: "SettingsPage"
    sync: "SyncPage"
    templates: "TemplatesPage"
    frame: "DeskFrame"
    citizen: "CitizenWindow"
    screens: "Screens"

    def __init__(self, began_with: Preferences, *, training: bool = False) -> None:
        self.began_with = began_with
        self.sign_in = SignInPage()
        self.window = MainWindow(self.sign_in, training=training)
        self.idle = IdleWatch(self.window, began_with.lock_minutes)
        self._training = training
        self._steps = self._furnishing()

    def furnish_next(self) -> bool:
        """Build one more part, in less time than anybody notices; tell whether more is to come."""
        return next(self._steps, None) is not None

    def furnish(self) -> None:
        """Build everything that is not built yet."""
        while self.furnish_next():
            pass

    def described(self) -> str:
        """Give the toolkit and the size of the window, as who helps wants to know them."""
        size, scale = self.window.size(), round(100 * self.window.devicePixelRatioF())
        where = f"Qt {qVersion()}, {QGuiApplication.platformName()}"
        return f"{where}, {size.width()}×{size.height()}, {scale} %"

    def asking_panels(self) -> "list[AskingPanel]":
        """Give every panel of the pages that asks something."""
        from ui.desktop.asking_panel import AskingPanel

        return self.window.findChildren(AskingPanel)

    def noted_forms(self) -> "list[NotedForm]":
        """Give every form that stands on a page and notes what is typed."""
        from ui.desktop.noted_form import NotedForm

        return self.window.findChildren(NotedForm)

    def _furnishing(self) -> Iterator[QWidget]:
        for part in self._parts():
            yield part
            for widget in (part, *part.findChildren(QWidget)):
                widget.ensurePolished()  # else all at once, when the desk is shown
            yield part

    def _parts(self) -> Iterator[QWidget]:
        from ui.desktop.citizen.window import CitizenWindow
        from ui.desktop.frame.desk_frame import DeskFrame
        from ui.desktop.lock.view import LockPage
        from ui.desktop.reception.applicant_zone import ApplicantZone
        from ui.desktop.reception.fees_zone import FeesZone
        from ui.desktop.reception.page import ReceptionPage
        from ui.desktop.reception.papers_zone import PapersZone
        from ui.desktop.reception.procedure_zone import ProcedureZone
        from ui.desktop.reception.zones import ReceptionZones
        from ui.desktop.second_screen.screens import Screens

        self.lock = LockPage()
        yield self.lock
        applicant = ApplicantZone()
        yield applicant
        procedure = ProcedureZone()
        yield procedure
        papers = PapersZone()
        yield papers
        fees = FeesZone()
        yield fees
        self.reception = ReceptionPage(ReceptionZones(applicant, procedure, papers, fees))
        yield self.reception
        pages: dict[Place, Page] = {Place.RECEPTION: self.reception}
        for attribute, place, module, name in _PAGES:
            pages[place] = getattr(import_module(module), name)()
            setattr(self, attribute, pages[place])
            yield pages[place]
        self.frame = DeskFrame(pages)
        yield self.frame
        self.citizen, self.screens = CitizenWindow(training=self._training), Screens(self.window)
        self.window.closing.connect(self.citizen.hide)
        yield self.citizen
        self.window.furnish(self.frame, self.lock)
