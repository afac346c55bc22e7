"""The fixture `spec`: a definition tried on a table that a reader can check by hand."""

from __future__ import annotations

import pytest

from tests.spec.voorbeeld import Spec


@pytest.fixture
def spec() -> Spec:
    """Try an indicator on small tables and compare every candidate, see `Spec`."""
    return Spec()
