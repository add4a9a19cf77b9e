"""The fake catalogue keeps to its port."""

import pytest

from tests.catalogue_contract import CatalogueStoreContract
from tests.fakes import FakeCatalogue


class TestFakeCatalogue(CatalogueStoreContract):
    @pytest.fixture
    def catalogue(self) -> FakeCatalogue:
        return FakeCatalogue()
