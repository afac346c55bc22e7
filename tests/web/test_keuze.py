"""The address holds the chosen view; what it cannot hold falls back and says so."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.http import QueryDict

from paraplu.inzage.keuze import aanloop, jaar_eerder, name_periode, read_keuze, zelfde_deel
from paraplu.monitor.periode import Periode

NAMEN = {"gi": {"90000001": "De Eik"}, "aanbieder": {"90000101": "Den"}}


def lees(vraag: str):
    return read_keuze(QueryDict(vraag), bereik=(2021, 2023), namen=NAMEN)


def test_zonder_keuze_heel_gelderland_in_het_laatste_jaar():
    keuze = lees("")
    assert (keuze.gebied.naam, keuze.periode.naam, keuze.meldingen) == ("Gelderland", "2023", ())


@pytest.mark.parametrize(
    "vraag",
    [
        "gebied=regio-CG&jaar=2022",
        "gebied=gemeente-0228&jaar=2022&deel=K2",
        "gebied=gi-90000001&jaar=2022&deel=05&vergelijk=gelderland",
        "jaar=2021&vergelijk=regio-NV&bekend=2022-03-01&variant=letterlijk",
        "gebied=aanbieder-90000101&jaar=2021",
    ],
)
def test_een_adres_gelezen_en_geschreven_is_hetzelfde(vraag):
    keuze = lees(vraag)
    assert keuze.meldingen == ()
    assert keuze.adres("overzicht") == f"/?{vraag}"


@pytest.mark.parametrize(
    "vraag",
    ["gebied=regio-XX", "gebied=gemeente-9999", "gebied=gi-1", "gebied=onzin", "jaar=20x3",
     "jaar=2023&deel=K5", "jaar=2023&deel=13", "bekend=gisteren"],
)  # fmt: skip
def test_wat_wij_niet_kennen_valt_terug_en_zegt_het(vraag):
    keuze = lees(vraag)
    assert len(keuze.meldingen) == 1
    assert keuze.periode.begin.year == 2023


def test_de_periode_staat_voluit():
    assert name_periode(Periode.lees("2023")) == "2023"
    assert name_periode(Periode.lees("2023-K4")) == "kwartaal 4 van 2023"
    assert name_periode(Periode.lees("2023-01")) == "januari 2023"


def test_een_jaar_eerder_is_dezelfde_maand():
    assert jaar_eerder(Periode.lees("2023-K4")).naam == "2022-K4"
    assert jaar_eerder(Periode.lees("2024-02")).einde == date(2023, 2, 28)


def test_de_aanloop_bevat_altijd_een_jaar_eerder():
    for naam, maak in product(("2023", "2021", "2023-K1", "2023-01"), (aanloop, zelfde_deel)):
        perioden = maak(Periode.lees(naam), 2021)
        assert perioden[-1].naam == naam
        assert jaar_eerder(perioden[-1]) in perioden
        assert perioden == sorted(perioden)
