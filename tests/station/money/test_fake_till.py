"""The fake of the till keeps the promises of the real one."""

import pytest

from station.ports.till import Till
from tests.fake_work import FakeWork
from tests.till_contract import NewWork, TillContract


class TestFakeTill(TillContract):
    @pytest.fixture
    def new_work(self) -> NewWork:
        work = FakeWork()
        return lambda: work

    @pytest.fixture
    def till(self, new_work: NewWork) -> Till:
        return new_work().till
