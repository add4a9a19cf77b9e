"""The workers of the program: one for each scarce thing."""

from ui.desktop.background import TaskRunner


class Workers:
    """Attributes: ``store`` for the database, ``files`` for pictures and PDF files, ``printer``
    for every device, ``line`` for the province, ``sounds`` for the loudspeaker, ``scanner`` for
    the run of a scanner, ``pages`` for drawing pages and writing documents of them."""

    def __init__(self) -> None:
        self.store = TaskRunner("store")
        self.files = TaskRunner("files")
        self.printer = TaskRunner("printer")
        self.line = TaskRunner("line")
        self.sounds = TaskRunner("sounds")
        self.scanner = TaskRunner("scanner")
        self.pages = TaskRunner("pages")

    def close(self) -> None:
        """End them all, the store last: the others write into it."""
        every = (
            self.sounds, self.scanner, self.pages, self.line, self.printer, self.files, self.store
        )  # fmt: skip
        for runner in every:
            runner.close()
