"""A world with cells of a few children and cells of some tens."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.wereld import maak_wereld


@pytest.fixture(scope="session")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Monitor:
    """Some generated worlds in one monitor."""
    map_ = tmp_path_factory.mktemp("klein")
    opslag = Opslag(map_)
    opslag.maak()
    werelden = [maak_wereld(zaad) for zaad in range(45)]
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist([rij for w in werelden for rij in w[naam]], schema=schema)
            for naam, schema in SCHEMAS.items()
        }
    )
    return Monitor(map_)
