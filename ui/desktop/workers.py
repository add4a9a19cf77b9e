"""The workers of the program: one for each scarce thing."""

from ui.desktop.background import TaskRunner


class Workers:
    """Attributes: ``store`` for the database, ``files`` for pictures and PDF files, ``printer``
    for every device, ``line`` for the province."""

    def __init__(self) -> None:
        self.store = TaskRunner("store")
        self.files = TaskRunner("files")
        self.printer = TaskRunner("printer")
        self.line = TaskRunner("line")

    def close(self) -> None:
        """End them all, the store last: the others write into it."""
        for runner in (self.line, self.printer, self.files, self.store):
            runner.close()
