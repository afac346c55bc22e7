"""Every text of the family's pages exists in each language, and the pages speak it throughout."""

from __future__ import annotations

import gettext
import re
import string
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from paraplu.afspraken.routes import geldend
from paraplu.meelezen import afspraken, woorden
from paraplu.meelezen.talen import EIGEN, TALEN, best_of, choose_taal
from tests.casussen.bouwen import BEGIN
from tests.meelezen.bouwen import STUK, begin, tekst
from tests.meelezen.teksten import KAMER, VOOR_HET_WERK, alle_teksten, lees_po, teksten_van

ANDERE = sorted(set(TALEN) - {EIGEN})
PLEK = re.compile(r"%\((\w+)\)s")


def catalogus(taal: str, soort: str) -> Path:
    return KAMER / "locale" / taal / "LC_MESSAGES" / f"django.{soort}"


def test_wie_de_teksten_leest_vindt_ze_in_python_en_in_sjablonen():
    """The tests below would pass on an empty list."""
    gevonden = alle_teksten()
    assert {"Wie keek er?", "Uw code", "Dag %(naam)s", "De hulp begint"} <= set(gevonden)
    assert "De uitnodiging is klaar" not in gevonden
    for naam in VOOR_HET_WERK:
        assert list(teksten_van(KAMER / naam)), naam


@pytest.mark.parametrize("taal", ANDERE)
def test_elke_tekst_is_vertaald_en_geen_te_veel(taal):
    vertaald = lees_po(catalogus(taal, "po"))
    vertaald.pop("")
    assert set(alle_teksten()) - set(vertaald) == set(), "voeg toe aan de catalogus"
    assert set(vertaald) - set(alle_teksten()) == set(), "deze tekst is er niet meer"
    assert [sleutel for sleutel, waarde in vertaald.items() if not waarde.strip()] == []


@pytest.mark.parametrize("taal", ANDERE)
def test_een_vertaling_vult_dezelfde_plekken_in(taal):
    vertaald = lees_po(catalogus(taal, "po"))
    vertaald.pop("")
    for sleutel, waarde in vertaald.items():
        assert sorted(PLEK.findall(sleutel)) == sorted(PLEK.findall(waarde)), sleutel
        assert (sleutel[-1:] in string.punctuation) == (waarde[-1:] in string.punctuation), sleutel


@pytest.mark.parametrize("taal", ANDERE)
def test_wat_de_machine_leest_is_wat_de_vertaler_schreef(taal):
    with catalogus(taal, "mo").open("rb") as bestand:
        gelezen = gettext.GNUTranslations(bestand)
    geschreven = lees_po(catalogus(taal, "po"))
    assert gelezen._catalog == geschreven | {"": gelezen._catalog[""]}


def test_elke_stap_van_de_eigen_routes_heeft_gewone_woorden():
    for sleutel in sorted(afspraken._ROUTES):
        route = geldend(sleutel, op=BEGIN)
        assert set(route.stappen) <= set(woorden.STAPPEN), sleutel
        assert set(route.einden) <= set(woorden.EINDEN), sleutel


@pytest.mark.django_db
def test_het_engels_geldt_alleen_hier_en_niet_voor_de_medewerkers():
    with translation.override("en"):
        assert translation.gettext("Wie keek er?") == "Who looked?"
    assert Client(HTTP_ACCEPT_LANGUAGE="en").get("/inloggen/").headers["Content-Language"] == "nl"


@pytest.mark.parametrize(
    ("kop", "taal"), [("en-GB,nl;q=0.8", "en"), ("tr,en;q=0.5", "en"), ("tr", ""), ("", "")]
)
def test_de_browser_zegt_welke_taal(kop, taal):
    assert best_of(kop) == taal


def test_een_taal_die_wij_niet_spreken_wordt_nederlands():
    assert choose_taal("tr", "") == "nl"


@pytest.mark.django_db
def test_de_gekozen_taal_blijft_in_de_sessie(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    client.post("/meelezen/taal/", {"taal": "en"})
    assert "Press Start" in tekst(client.get("/meelezen/", {"u": codes.link}))
    begin(client, codes)
    assert mee.sms()[-1].startswith("+31612345678\tYour code is")
    client.post("/meelezen/code/", {"code": mee.laatste_sms()})
    antwoord = client.get("/meelezen/overzicht/")
    assert antwoord["Content-Language"] == "en"
    assert '<html lang="en"' in tekst(antwoord)
    client.cookies.pop("meelezen_taal")
    pagina = tekst(client.get(STUK))
    assert "The youth protection worker talks with the local team" in pagina
    assert "What happens and when" in pagina
    assert client.post("/meelezen/taal/", {"taal": "nl", "terug": STUK})["Location"] == STUK
    assert "Wat er gebeurt en wanneer" in tekst(client.get(STUK))


@pytest.mark.django_db
def test_op_de_engelse_paginas_blijft_geen_nederlands_over(mee):
    """Every Dutch text of the catalogue, looked for on every page of a child and of a parent."""
    nederlands = {t for t in alle_teksten() if "%(" not in t and len(t.split()) > 2}
    for persoon in (mee.moeder, mee.kind):
        client = mee.binnen(persoon)
        client.post("/meelezen/taal/", {"taal": "en"})
        client.post(f"{STUK}duidelijk/", {"keuze": "deels", "woorden": ""})
        fout = tekst(client.post(f"{STUK}reactie/", {"woorden": ""}))
        paginas = [fout, *(tekst(client.get(f"/meelezen/{pad}")) for pad in PADEN)]
        over = {t for t in nederlands for pagina in paginas if t in pagina}
        assert over == set()


PADEN = ("overzicht/", "stuk/afspraken/nu/", "geschreven/", "wie-keek-er/", "gehoord-worden/")


@pytest.mark.django_db
def test_de_taalknop_brengt_alleen_naar_eigen_paginas_terug(mee):
    for naar in ("https://elders.example/meelezen/", "//elders.example", "/werk/", "/inloggen/"):
        antwoord = Client().post("/meelezen/taal/", {"taal": "en", "terug": naar})
        assert antwoord["Location"] == "/meelezen/"
