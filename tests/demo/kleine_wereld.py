"""One small world for all tests that read the demo, written and taken in once (tests/conftest.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from paraplu.demo.wereld.wereld import Wereld

KLEIN = {"schaal": 0.003, "eerste_jaar": 2020, "laatste_jaar": 2021, "seed": 7}


@dataclass(frozen=True)
class Geschreven:
    """A world and the folder that it was written to."""

    wereld: Wereld
    map: Path


@pytest.fixture(scope="session")
def geschreven(tmp_path_factory: pytest.TempPathFactory) -> Geschreven:
    """The small world, with its deliveries."""
    # Here, or every test that has nothing to do with the demo would load it.
    from paraplu.demo.leveringen import schrijf_wereld  # noqa: PLC0415
    from paraplu.demo.wereld.begrippen import Instelling  # noqa: PLC0415
    from paraplu.demo.wereld.simulatie import maak_wereld  # noqa: PLC0415

    wereld = maak_wereld(Instelling(**KLEIN))
    map_ = tmp_path_factory.mktemp("demo")
    schrijf_wereld(wereld, map_)
    return Geschreven(wereld, map_)


@pytest.fixture(scope="session")
def ingenomen(geschreven: Geschreven, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The tables after all its deliveries."""
    from paraplu.demo.inlezen import lees_in  # noqa: PLC0415

    var = tmp_path_factory.mktemp("var")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("PARAPLU_VAR", str(var))
        for naam in ("KIND", "BESTAND", "KIND_NIEUW", "BESTAND_NIEUW"):
            omgeving.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
        lees_in(geschreven.map)
    yield var / "tabellen"
