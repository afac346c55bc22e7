"""The people of the demo, without its cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from paraplu.demo.werk.gezinnen import Gezinnen
from paraplu.demo.werk.mensen import make_mensen
from paraplu.demo.werk.verhalen import Verhaal, gegevens
from paraplu.demo.werk.vullen import tell
from paraplu.web.actions import maak_demo_accounts
from paraplu.web.models import Gebruiker
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]

VANDAAG = date(2026, 6, 17)


@pytest.fixture
def eigen_sleutels(var_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Paraplu with keys of its own."""
    for naam in ("KIND", "BESTAND", "GEZIN"):
        monkeypatch.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
    return var_map


@pytest.fixture
def mensen(db: None, eigen_sleutels: Path) -> dict[str, Gebruiker]:
    """Every account of the demo, by its name."""
    maak_demo_accounts()
    beheerder = Gebruiker.objects.get(gebruikersnaam="demo-beheerder")
    make_mensen(on=VANDAAG, by=beheerder)
    return {gebruiker.gebruikersnaam: gebruiker for gebruiker in Gebruiker.objects.all()}


@pytest.fixture
def vertel(mensen: dict[str, Gebruiker]):
    """Tell one case up to a state of `verhalen.toml`: `vertel("301", "toewijzen")`."""
    gezinnen = Gezinnen(Random(3), gegevens()["plaatsen"])

    def doe(route: str, stand: str, *, dan: str = ""):
        verhaal = Verhaal(
            route=route,
            stand=stand,
            rust=1,
            houder=gegevens()["houders"][route][0],
            gemeente=gegevens()["gemeenten"][route][0],
            dan=dan,
        )
        return tell(verhaal, gezinnen, on=VANDAAG)

    return doe
