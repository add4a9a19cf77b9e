"""The workers of the program: one for each scarce thing."""

from ui.desktop.background import TaskRunner


class Workers:
    """Attributes: ``store`` for the database, ``files`` for pictures and PDF files, ``printer``
    for every device, ``line`` for the province, ``sounds`` for the loudspeaker."""

    def __init__(self) -> None:
        self.store = TaskRunner("store")
        self.files = TaskRunner("files")
        self.printer = TaskRunner("printer")
        self.line = TaskRunner("line")
        self.sounds = TaskRunner("sounds")

    def close(self) -> None:
        """End them all, the store last: the others write into it."""
        for runner in (self.sounds, self.line, self.printer, self.files, self.store):
            runner.close()
