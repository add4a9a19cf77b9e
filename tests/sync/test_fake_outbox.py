"""The fake that the other tests rely on keeps the contract of the port."""

import pytest

from tests.outbox_contract import OutboxContract
from tests.sync_fakes import FakeCounter


class TestFakeOutbox(OutboxContract):
    @pytest.fixture
    def harness(self) -> FakeCounter:
        return FakeCounter()
