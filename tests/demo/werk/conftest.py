"""The people of the demo, without its cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from pytest_django import DjangoDbBlocker

from paraplu.demo.werk.gezinnen import Gezinnen
from paraplu.demo.werk.mensen import make_mensen
from paraplu.demo.werk.verhalen import Verhaal, gegevens
from paraplu.demo.werk.vullen import tell
from paraplu.web.actions import maak_demo_accounts
from paraplu.web.models import Gebruiker
from tests.gedeeld import houd_vast
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]

VANDAAG = date(2026, 6, 17)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The people take seconds to make: one test process makes them, once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("demo-werk"))


@pytest.fixture(scope="package")
def alle_mensen(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Everybody of the demo, made once, in a Paraplu with keys of its own."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("PARAPLU_VAR", str(tmp_path_factory.mktemp("demo") / "var"))
        for naam in ("KIND", "BESTAND", "GEZIN"):
            omgeving.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
        yield from houd_vast(django_db_blocker, _make_mensen)


def _make_mensen() -> None:
    maak_demo_accounts()
    beheerder = Gebruiker.objects.get(gebruikersnaam="demo-beheerder")
    make_mensen(on=VANDAAG, by=beheerder)


@pytest.fixture
def mensen(alle_mensen: None, db: None) -> dict[str, Gebruiker]:
    """Every account of the demo, by its name."""
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
