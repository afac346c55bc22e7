"""What the tests of this room share."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.wereld import maak_wereld
from tests.monitor.post import Post

WERELDEN = 12


@pytest.fixture
def post() -> Post:
    """No messages yet."""
    return Post()


@pytest.fixture
def opslag(tmp_path: Path) -> Opslag:
    """Empty tables in a folder with a space and an accent in its name."""
    opslag = Opslag(tmp_path / "tabellen één")
    opslag.maak()
    return opslag


@pytest.fixture(scope="session")
def wereldmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables filled with some generated worlds."""
    map_ = tmp_path_factory.mktemp("wereld")
    opslag = Opslag(map_)
    opslag.maak()
    werelden = [maak_wereld(zaad) for zaad in range(WERELDEN)]
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist([rij for w in werelden for rij in w[naam]], schema=schema)
            for naam, schema in SCHEMAS.items()
        }
    )
    return map_


@pytest.fixture(scope="session")
def wereld(wereldmap: Path) -> Monitor:
    """The monitor over those worlds."""
    return Monitor(wereldmap)
