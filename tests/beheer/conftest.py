"""What the tests of running Paraplu share."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from paraplu.casussen.models import Casus
from tests.casussen.bouwen import BEGIN, Wereld
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
)

__all__ = ["accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map"]

NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
#: Rows get the time of the clock when they are made; twenty years after that, and a bit.
OVER_TWINTIG_JAAR = date(datetime.now(tz=UTC).year + 21, 12, 31)


@pytest.fixture
def wereld(db: None) -> Wereld:
    """One region with everybody who has a part in a route."""
    return Wereld()


@pytest.fixture
def gesloten(wereld: Wereld) -> Casus:
    """A case with steps and events that has ended, of a family with nothing else."""
    casus = wereld.casus()
    Casus.objects.filter(pk=casus.pk).update(afgesloten_op=BEGIN, afloop="beëindigd")
    casus.refresh_from_db()
    return casus
