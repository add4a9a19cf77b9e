"""The workers of the program: one for each scarce thing."""

from collections.abc import Callable

from ui.desktop.background import TaskRunner


class Workers:
    """Attributes: ``store`` for the database, ``files`` for pictures and PDF files, ``printer``
    for every device, ``line`` for the province, ``sounds`` for the loudspeaker, ``scanner`` for
    the run of a scanner, ``asking`` for what an officer asks the province while the rounds of
    ``line`` go on, ``token`` for the one that signs, ``pages`` for drawing pages and writing
    documents of them."""

    def __init__(self) -> None:
        self.store = TaskRunner("store")
        self.files = TaskRunner("files")
        self.printer = TaskRunner("printer")
        self.line = TaskRunner("line")
        self.sounds = TaskRunner("sounds")
        self.scanner = TaskRunner("scanner")
        self.token = TaskRunner("token")
        self.asking = TaskRunner("asking")
        self.pages = TaskRunner("pages", yields=True)

    def run_last(self, work: Callable[[], object], failed: Callable[[Exception], None]) -> None:
        """Run it on the store when all that was given to the others before now is done."""
        waiting = [self.scanner, self.token, self.pages, self.asking, self.line]
        waiting += [self.printer, self.files]

        def behind_the_last_job(_: object = None) -> None:
            if waiting:
                runner = waiting.pop(0)
                runner.run(_nothing, done=behind_the_last_job, failed=failed)
            else:
                self.store.run(work, done=_nothing, failed=failed)

        behind_the_last_job()

    def close(self) -> None:
        """End them all, the store last and with all that it was given: drafts are kept by it."""
        every = (self.sounds, self.scanner, self.token, self.pages, self.asking, self.line)
        for runner in (*every, self.printer, self.files):
            runner.close()
        self.store.close(finish=True)


def _nothing(_: object = None) -> None:
    """There is nothing to do, or nobody to tell."""
