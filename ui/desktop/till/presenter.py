"""The till of one officer: count and open or close, and what may be done with payments."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.money.collecting import warning_text
from station.domain.money.receipts import ReceiptBook, ReceiptNumber
from station.domain.money.shift import Shift
from station.forms.receipt import FORM as RECEIPT
from station.ports.dossier_queries import DossierRow
from station.usecases.payments import Collected
from station.usecases.print_papers import Printed
from station.usecases.second_person import SecondPerson
from station.words import Language, figures
from ui.desks.desk import UnknownDossierError
from ui.desks.till import TillState
from ui.desks.till_payments import DossierAccount, TillPayment
from ui.desktop.page_acts import PageActs
from ui.desktop.preview.sources import printer_of
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks
from ui.desktop.till import words as w
from ui.desktop.till.counting import Count, Drawer, sheet_of
from ui.desktop.till.view_model import MoneyAct, TillView


class Till(Protocol):
    """The desk's acts with money. Every call waits for the disk."""

    @property
    def acts_alone(self) -> bool: ...

    def state(self) -> TillState: ...

    def payments(self) -> Sequence[TillPayment]: ...

    def account(self, code: str) -> DossierAccount: ...

    def collect(
        self, code: str, method: PaymentMethod, *, tendered_vnd: int | None = None
    ) -> Collected: ...

    def open_book(
        self, *, series: str, template: str, book: str, first: int, last: int
    ) -> ReceiptBook: ...

    def spoil(
        self, *, reason: str | None, series: str | None = None, second: SecondPerson | None = None
    ) -> ReceiptNumber: ...

    def open(self, count: Mapping[int, int], *, difference_reason: str | None = None) -> Shift: ...

    def close(
        self,
        count: Mapping[int, int],
        *,
        difference_reason: str | None = None,
        second: SecondPerson | None = None,
    ) -> Shift: ...

    def refund(
        self,
        code: str,
        payment: int,
        *,
        reason: str,
        amount_vnd: int | None = None,
        second: SecondPerson | None = None,
    ) -> Dossier: ...

    def void(
        self, code: str, payment: int, *, reason: str, second: SecondPerson | None = None
    ) -> Dossier: ...

    def confirm(self, code: str, payment: int, *, reference: str) -> Dossier: ...


class TillPresenter:
    """What was counted stays until the shift was opened or closed with it."""

    def __init__(
        self,
        view: TillView,
        *,
        till: Till,
        count: Count,
        search: Callable[[str], Sequence[DossierRow]],
        print_again: Callable[[str], Sequence[Printed]],
        now: Callable[[], datetime],
        changed: Callable[[], object],
        store_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            count: what was counted so far.
            search: finds dossiers by what is typed, best first.
            print_again: prints the provisional slip of a dossier.
            changed: hears that money moved, so that all other lists are read anew.
        """
        self._view = view
        self._till = till
        self._search = search
        self._print_again = print_again
        self._now = now
        self._changed = changed
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._language: Language = language
        self._count = count
        self._drawer: Drawer | None = None
        self._of = ""
        self._acts = PageActs(view, store_worker=store_worker, language=language)

    def refresh(self) -> None:
        """Read the till anew."""
        self._acts.read(partial(self._read, self._of), done=self._take)

    def on_counted(self, denomination: int, text: str) -> None:
        self._count.typed[denomination] = text
        self._show()

    def on_reason_typed(self, reason: str) -> None:
        self._count.reason = reason
        self._show()

    def on_approver_typed(self, name: str) -> None:
        self._count.approver = name
        self._show()

    def on_settled(self, password: str) -> None:
        """Open or close the shift with what was counted.

        Args:
            password: of the second person; checked and forgotten.
        """
        drawer, count = self._drawer, self._count
        if drawer is None or self._acts.goes_on:
            return
        sheet = sheet_of(drawer, count, now=self._now(), language=self._language)
        if not sheet.ready:
            return
        reason = count.reason if sheet.asks_reason else None
        if not sheet.is_open:
            self._acts.do(
                partial(self._till.open, count.pieces, difference_reason=reason), done=self._opened
            )
            return
        second = SecondPerson.typed(count.approver, password) if sheet.asks_second else None
        self._acts.do(
            partial(self._till.close, count.pieces, difference_reason=reason, second=second),
            done=self._closed,
        )

    @property
    def count(self) -> Count:
        """What the officer counted so far."""
        return self._count

    def payment_at(self, row: int) -> TillPayment | None:
        """Give the payment that is listed in a row."""
        payments = self._drawer.payments if self._drawer else ()
        return payments[row] if 0 <= row < len(payments) else None

    def leave(self, work: Callable[[], object], said: str) -> None:
        """Have an act wait for the supervisor, and say so."""
        if not self._acts.goes_on:
            self._acts.do(work, done=lambda _: self.tell(said))

    @property
    def listed(self) -> str:
        """The dossier whose payments are listed; empty while those of the shift are."""
        return self._of

    def list_of(self, code: str) -> None:
        """List the payments of one dossier."""
        self._of = code
        self.refresh()

    def on_searched(self, text: str) -> None:
        """List the payments of one dossier; nothing typed lists those of the shift."""
        if not text.strip():
            self._of = ""
            self.refresh()
            return

        self._acts.read(partial(self._find, text), done=self.list_of)

    def on_act(
        self, act: MoneyAct, row: int, text: str, amount_vnd: int | None, second: tuple[str, str]
    ) -> None:
        """Do an act with a payment.

        Args:
            text: the reason; for a confirmation the number of the bank's notice.
            second: name and password of the second person.
        """
        payments = self._drawer.payments if self._drawer else ()
        till, by = self._till, SecondPerson.typed(*second)
        if act is MoneyAct.SPOIL and not self._acts.goes_on:
            self._acts.do(lambda: till.spoil(reason=text, second=by), done=self._spoiled)
            return
        if self._acts.goes_on or not 0 <= row < len(payments):
            return
        one = payments[row]
        code, number = one.dossier_code, one.payment
        work: Callable[[], Dossier]
        match act:
            case MoneyAct.REFUND:
                work = partial(
                    till.refund, code, number, reason=text, amount_vnd=amount_vnd, second=by
                )
            case MoneyAct.VOID:
                work = partial(till.void, code, number, reason=text, second=by)
            case MoneyAct.CONFIRM:
                work = partial(till.confirm, code, number, reference=text)
            case MoneyAct.SPOIL:
                return
        self._acts.do(work, done=partial(self._acted, act))

    def on_collect(self, method: PaymentMethod, tendered_vnd: int | None) -> None:
        """Take what the listed dossier owes; cash that nobody counted was handed over exactly."""
        drawer = self._drawer
        if drawer is None or self._acts.goes_on or not drawer.owed_vnd:
            return
        exact = drawer.owed_vnd if method is PaymentMethod.CASH else None
        tendered = exact if tendered_vnd is None else tendered_vnd
        self._acts.do(
            partial(self._till.collect, drawer.payments_of, method, tendered_vnd=tendered),
            done=self._collected,
        )

    def on_book(self, series: str, template: str, book: str, first: int, last: int) -> None:
        """Bring a book of receipts into use."""
        if self._acts.goes_on:
            return
        self._acts.do(
            lambda: self._till.open_book(
                series=series, template=template, book=book, first=first, last=last
            ),
            done=self._book_opened,
        )

    def on_print(self, row: int) -> None:
        """Print the provisional slip of a dossier once more."""
        payments = self._drawer.payments if self._drawer else ()
        if 0 <= row < len(payments):
            code = payments[row].dossier_code
            self._printer_worker.run(
                lambda: printer_of(self._print_again(code), RECEIPT),
                done=self._printed,
                failed=self._acts.say,
            )

    def tell(self, said: str) -> None:
        """Say what was done with money, on the page as it is after that.

        What asked for it closes at once: whatever the officer opens from now on stays open.
        """
        self._view.forget_panels()
        show_then_say(
            self._store_worker,
            partial(self._read, self._of),
            show=self._take,
            said=said,
            say=self._say_done,
            problem=self._view.show_problem,
            language=self._language,
        )

    # -- inside --------------------------------------------------------------------------------

    def _read(self, of: str) -> Drawer:
        till = self._till
        account = till.account(of) if of else None
        return Drawer(
            state=till.state(),
            payments=account.payments if account else till.payments(),
            payments_of=of,
            owed_vnd=account.owed_vnd if account else 0,
            acts_alone=till.acts_alone,
        )

    def _take(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self._show()

    def _show(self) -> None:
        if self._drawer is not None:
            now, language = self._now(), self._language
            self._view.show_till(sheet_of(self._drawer, self._count, now=now, language=language))

    def _find(self, text: str) -> str:
        found = self._search(text)
        if not found:
            raise UnknownDossierError(text)
        return found[0].dossier_code

    def _opened(self, shift: Shift) -> None:
        self._settle(w.OPENED[self._language].format(sum=f"{figures(shift.opening_vnd)} đ"))

    def _closed(self, shift: Shift) -> None:
        closing, language = shift.closing, self._language
        counted = closing.counted_vnd if closing else 0
        said = [
            w.CLOSED[language].format(
                collected=f"{figures(shift.cash_collected_vnd)} đ", counted=f"{figures(counted)} đ"
            )
        ]
        if closing is not None and closing.approval is not None:
            sign = "−" if closing.difference_vnd < 0 else "+"
            amount = f"{sign} {figures(abs(closing.difference_vnd))} đ"
            name = closing.approval.officer_name
            said.append(w.DIFFERENCE[language].format(sum=amount, name=name))
            if closing.approval.countersign_pending:
                said.append(w.PENDING[language])
        self._settle(" ".join(said))

    def _settle(self, said: str) -> None:
        self._count.forget()
        self.tell(said)

    def _collected(self, came: Collected) -> None:
        language = self._language
        paid = came.dossier.payments[-1].amount_vnd
        said = [w.COLLECTED_NOW[language].format(sum=f"{figures(paid)} đ")]
        if came.change_vnd:
            said.append(w.CHANGE[language].format(sum=f"{figures(came.change_vnd)} đ"))
        said += [warning_text(warning, language) for warning in came.warnings]
        self.tell(" ".join(said))

    def _book_opened(self, book: ReceiptBook) -> None:
        self.tell(
            w.BOOK_OPENED[self._language].format(
                series=book.series, first=f"{book.first:07d}", last=f"{book.last:07d}"
            )
        )

    def _spoiled(self, number: ReceiptNumber) -> None:
        self.tell(w.DONE[MoneyAct.SPOIL][self._language].format(code=number))

    def _acted(self, act: MoneyAct, dossier: Dossier) -> None:
        self.tell(w.DONE[act][self._language].format(code=dossier.code))

    def _printed(self, printer: str) -> None:
        self._view.show_done(w.PRINTED[self._language].format(printer=printer))
        self.refresh()
        self._changed()

    def _say_done(self, said: str) -> None:
        self._acts.end()
        self._view.show_done(said)
        self._changed()
