"""A small group of another stands in no answer of any route, in no form, for no kind of reader.

The monitor of these tests gives one gemeente the figure 7777, whatever is asked, and says that it
is small. Whoever shows, draws, orders or adds up without asking through the reader's eyes shows it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.urls import reverse

from paraplu.web import gegevens
from paraplu.web.models import Soort
from paraplu.web.rechten import MATRIX
from tests.rights.test_matrix import ALLEEN_POST, ARGUMENTEN, list_routes
from tests.web.nep_monitor import GEMEENTEN, NepMonitor

#: The first of the 51: one case, in a region and gemeente of nobody in the demo.
KLEIN = GEMEENTEN[0].code
GEPLANT = 7777
#: How 7777 (or € 7,777, 777.7 % and what is made of them) can be written.
SPOREN = re.compile(r"7\.?777|7,7[78]|777[,.]7|77[,.]8")
#: A reader per circle, with rows and without; the province sees everything.
LEZERS = (Soort.CONTRACTMANAGER, Soort.GI, Soort.VOORZITTER, Soort.RAADSLID)
KAMERS = ("dashboard", "inzage", "verslagen")
#: Routes of these rooms that show no figure of the monitor: messages, deliveries, texts, forms.
ZONDER_CIJFERS = {
    "leveringen", "levering_nieuw", "inzending", "uittreksel", "levering", "levering_antwoorden",
    "controleren", "wachten", "bladen", "blad_voorbeeld", "uitleg", "drempels", "definities",
    "definitie", "definitie_vaststellen",
}  # fmt: skip
#: Works on the tables themselves, and is held to this in tests/monitor/verschil.
OP_TABELLEN = {"verschil"}
#: What is asked: the small gemeente itself, and everything in which it can stand.
VRAGEN = (
    {"gebied": f"gemeente-{KLEIN}"},
    {"per": "gemeente", "kaart": "V3", "vergelijk": f"gemeente-{KLEIN}"},
    {"gebied": "regio-AH", "per": "gemeente", "bekend": "2024-01-01"},
)


class Planter(NepMonitor):
    """Every figure of the small gemeente is 7777."""

    def _waarden(self, indicator, periode, filters):
        waarden = super()._waarden(indicator, periode, filters)
        if filters.get("gemeente") != KLEIN:
            return waarden
        geplant = {"euro": Decimal(GEPLANT), "aandeel": GEPLANT / 10_000, "dagen": float(GEPLANT)}
        return {maat.sleutel: geplant.get(maat.eenheid, GEPLANT) for maat in indicator.maten}


@pytest.fixture
def planter(nep, monkeypatch) -> Planter:
    monitor = Planter()
    monkeypatch.setattr(gegevens, "open_monitor", lambda bekend_op=None, **_meer: monitor)
    return monitor


def list_uitgangen() -> Iterator[str]:
    """Every route of the rooms with figures that can be opened, asked of the router."""
    for route in list_routes():
        kamer = route.callback.__module__.split(".")[1]
        if kamer in KAMERS and route.name not in ZONDER_CIJFERS | OP_TABELLEN | ALLEEN_POST:
            yield route.name


UITGANGEN = sorted(set(list_uitgangen()))


def lees(antwoord) -> str:
    """What stands in an answer; of a zip (a workbook) what stands in its parts."""
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    if inhoud[:2] != b"PK":
        return inhoud.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        return " ".join(pak.read(naam).decode("utf-8", errors="replace") for naam in pak.namelist())


def zonder_namen(tekst: str) -> str:
    """Without what is no figure: addresses, codes of organisations, tokens of forms, places on screen."""
    tekst = re.sub(r'(?:href|value|action|id|for|name|cx|x1|x2|y1|y2|cy|x|y)="[^"]*"', "", tekst)
    return re.sub(r"\b\d{8}\b|[0-9a-f]{16,}", "", tekst)


def adressen(route: str) -> Iterator[str]:
    """The route with what it needs; of a download every format."""
    argumenten = [["V3" if arg == "V2a" else arg for arg in ARGUMENTEN.get(route, [])]]
    if route.endswith("_uitvoer"):
        argumenten = [[argumenten[0][0], formaat] for formaat in ("csv", "xlsx", "json")]
    for soort in argumenten:
        yield reverse(route, args=soort)


def test_elke_uitgang_met_cijfers_wordt_belopen():
    assert {"overzicht", "waarde", "vergelijken", "bewijs", "waarde_uitvoer"} <= set(UITGANGEN)
    assert set(MATRIX) >= ZONDER_CIJFERS


@pytest.mark.parametrize("soort", LEZERS)
def test_een_klein_aantal_van_een_ander_staat_nergens(soort, als, planter, eigen_var):
    client = als(soort)
    for route in UITGANGEN:
        if soort not in MATRIX[route]:
            continue
        for adres in adressen(route):
            for vraag in VRAGEN:
                antwoord = client.get(adres, {"jaar": "2023", **vraag})
                assert antwoord.status_code in {200, 302, 404}, (adres, vraag)
                gevonden = SPOREN.search(zonder_namen(lees(antwoord)))
                assert gevonden is None, (adres, vraag, gevonden)


def test_wie_alles_ziet_ziet_ook_dit(als, planter, eigen_var):
    client = als(Soort.PROVINCIE)
    for adres in ("/", "/waarden/V3/", "/vergelijken/V3/"):
        antwoord = client.get(adres, {"jaar": "2023", **VRAGEN[0]})
        assert SPOREN.search(zonder_namen(lees(antwoord))), adres


@pytest.mark.parametrize("adres", ["/waarden/V3/", "/"])
def test_ook_een_schaal_of_een_balk_weet_niets_van_een_verborgen_cijfer(adres, als, planter):
    tekst = lees(als("gi").get(adres, {"jaar": "2023", **VRAGEN[1]}))
    balken = [float(breed) for breed in re.findall(r'<rect width="([\d.]+)%"', tekst)]
    assert not balken or max(balken) == 100
    assert not re.search(r'grafiek__tekst"[^>]*>[5-9]\.000<', tekst)
