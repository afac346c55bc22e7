"""A report of figures that can be checked by hand, and a small world that was delivered in two parts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paraplu.inzage.gebied import find_gebied
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.periode import Periode
from paraplu.monitor.stand import Stand
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.verslagen import actions
from paraplu.verslagen.inhoud import vragen
from paraplu.verslagen.inhoud.vragen import Vraag
from paraplu.verslagen.maken import Gemaakt, make_rapport
from paraplu.verslagen.models import Rapport
from paraplu.verslagen.opzet import Opzet
from paraplu.web import gegevens
from tests.generated.wereld import maak_wereld
from tests.monitor.verschil.conftest import deel
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
    voet_zonder_monitor,
)
from tests.web.nep_monitor import AANBIEDERS, GIS, NepMonitor

__all__ = [
    "accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map",
    "voet_zonder_monitor",
]  # fmt: skip

DAG = date(2024, 2, 1)
NAMEN = {"gi": GIS, "aanbieder": AANBIEDERS}
MaakOpzet = Callable[..., Opzet]


def opzet(gebied: str = "gemeente-0228", periode: str = "2023", **velden: Any) -> Opzet:
    """A report of Ede over 2023 for all parties, unless told otherwise."""
    gevonden = find_gebied(gebied, NAMEN)
    assert gevonden is not None
    soort = "overleg" if "K" in periode else "jaar"
    return Opzet(**{
        "soort": soort, "gebied": gevonden, "periode": Periode.lees(periode), "kring": "partijen",
        "datum": DAG, **velden,
    })  # fmt: skip


@pytest.fixture
def monitor(nep: NepMonitor, eigen_var: Path, monkeypatch: pytest.MonkeyPatch) -> NepMonitor:
    """The monitor that can be checked by hand; its data never changes."""
    monkeypatch.setattr(nep, "stand", lambda: Stand(tabellen=(), bladen=()), raising=False)
    gevonden = [{"code": "K01", "aantal": 7, "kinderen": 2}]
    monkeypatch.setattr("paraplu.monitor.kwaliteit.tel", lambda *_, **__: gevonden, raising=False)
    return nep


_GEMAAKT: dict[str, Gemaakt] = {}


@pytest.fixture
def maak(db: None, monitor: NepMonitor) -> Callable[..., Gemaakt]:
    """Makes a report of those figures; the same is made once."""

    def maak(*args: str, **velden: Any) -> Gemaakt:
        vraag = opzet(*args, **velden)
        if repr(vraag) not in _GEMAAKT:
            _GEMAAKT[repr(vraag)] = make_rapport(vraag)
        return _GEMAAKT[repr(vraag)]

    return maak


@pytest.fixture
def concept(accounts, maak: Callable[..., Gemaakt]) -> Rapport:
    """A concept of the region of Arnhem about itself, for all parties."""
    return actions.keep_concept(gemaakt=maak("regio-CG"), by=accounts["contractmanager"])


@pytest.fixture
def gepubliceerd(accounts, concept: Rapport) -> Rapport:
    """The same, published."""
    actions.publish(rapport=concept, by=accounts["contractmanager"], on=DAG)
    concept.refresh_from_db()
    return concept


WERELDEN = 3


@pytest.fixture(scope="session")
def eerste_deel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Tables with what was delivered first, and what came after it; figures made once are kept."""
    map_ = tmp_path_factory.mktemp("verslagen") / "tabellen"
    alle: dict[str, list[dict[str, Any]]] = {naam: [] for naam in SCHEMAS}
    for zaad in range(WERELDEN):
        for naam, rijen in maak_wereld(zaad).items():
            alle[naam] += rijen
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe(deel(alle, na=False))
    return map_, deel(alle, na=True)


@pytest.fixture
def wereld(
    eerste_deel: tuple[Path, dict[str, Any]], eigen_var: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Paraplu over the first part; calling it delivers the second."""
    bron, later = eerste_deel
    # Three values say as much as thirteen, and are asked sooner.
    monkeypatch.setattr(vragen, "WAARDEN", ("V2a", "V2b", "V2c"))
    monkeypatch.setattr(Vraag, "reeks", property(lambda zelf: [zelf.eerder, zelf.opzet.periode]))
    shutil.copytree(bron, eigen_var / "tabellen")
    gegevens._open.cache_clear()
    return lambda: Opslag(eigen_var / "tabellen").voeg_toe(later) and None
