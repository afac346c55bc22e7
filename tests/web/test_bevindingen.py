"""Bevindingen door de tijd: wie wat ziet, en dat de cijfers op de pagina die van de monitor zijn.

Ede stuurt 10 berichten per maand (TR378), een aanbieder 20 (CS002) en een andere 30 (PAR010). Een
op de tien is fout, in elke derde maand (`nep_monitor.VERZONNEN`).
"""

from __future__ import annotations

import re

import pytest

from paraplu.web.models import Spoor
from tests.inzage.uitvoer.lezen import lees_regels

ADRES = "/bevindingen/"


def lees(antwoord) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def test_de_kop_zegt_hoeveel_berichten_een_bevinding_hebben(als, nep):
    tekst = lees(als("contractmanager").get(ADRES))
    assert "Van 720 berichten hebben er 24 een bevinding: 3,3 %." in tekst
    assert "jan 2023 tot en met dec 2023" in tekst


def test_per_maand_afzender_en_regel_staat_het_erbij(als, nep):
    tekst = lees(als("contractmanager").get(ADRES))
    assert "mrt 2023 60 6 10,0 % 6 6" in tekst
    assert re.search(r"Pluryn 0/20 0/20 2/20", tekst)
    assert re.search(r"Ede 0/10 0/10 1/10", tekst)
    assert "CS002 BSN voldoet niet aan de elfproef" in tekst


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"afzender": "0228"}, "Van 120 berichten hebben er 4 een bevinding: 3,3 %."),
        ({"code": "CS002"}, "Van 720 berichten hebben er 8 een bevinding: 1,1 %."),
        ({"soort": "JW305"}, "Van 360 berichten hebben er 12 een bevinding: 3,3 %."),
        ({"van": "2022-12", "tot": "2022-12"}, "Van 60 berichten hebben er 6 een bevinding: 10,0 %."),
        ({"van": "2023-01", "tot": "2023-02"}, "In deze 120 berichten is niets gevonden."),
        ({"afzender": "weg", "code": "x", "van": "2031-01"}, "Van 720 berichten hebben er 24"),
    ],
)  # fmt: skip
def test_een_keuze_geldt_voor_de_hele_pagina(vraag, zin, als, nep):
    assert zin in lees(als("contractmanager").get(ADRES, vraag))


def test_een_afzender_staat_in_de_grafiek_naast_alle(als, nep):
    ruw = als("contractmanager").get(ADRES, {"afzender": "0228"}).content.decode()
    assert 'class="grafiek__lijn reeks-2"' in ruw
    assert "alle afzenders</li>" in ruw
    assert "<title>Bevindingen bij Ede – Paraplu</title>" in ruw


def test_een_lange_tijd_heeft_niet_meer_labels_dan_er_passen(als, nep):
    ruw = als("contractmanager").get(ADRES, {"van": "2022-01"}).content.decode()
    labels = re.findall(r"<text [^>]*>((?:jan|feb|mrt|apr|mei) \d{4})</text>", ruw)
    assert "jan 2022" in labels
    assert "feb 2022" not in labels
    assert "U ziet de laatste twaalf maanden" in ruw


def lees_alles(antwoord) -> str:
    """The page, or the table of a download; who took it along is in a file of its own."""
    if antwoord["Content-Type"] != "application/zip":
        return antwoord.content.decode()
    return "\n".join(map(str, lees_regels(antwoord)))


@pytest.mark.parametrize(
    ("soort", "ziet", "ziet_niet"),
    [
        ("contractmanager", {"Ede", "Pluryn", "Entrea Lindenhout"}, set()),
        ("backoffice", {"Ede", "Pluryn"}, {"Entrea Lindenhout"}),
        ("aanbieder", {"Ede", "Pluryn"}, {"Entrea Lindenhout"}),
        ("beheerder", set(), {"Ede", "Pluryn", "Entrea Lindenhout", "CS002", "TR378"}),
    ],
)
@pytest.mark.parametrize("vraag", [{}, {"als": "csv"}, {"afzender": "90000102", "code": "PAR010"}])
def test_een_organisatie_ziet_wat_zij_stuurde_of_kreeg(vraag, soort, ziet, ziet_niet, als, nep):
    # The foot of the page repeats its address.
    ruw = lees_alles(als(soort).get(ADRES, vraag)).partition("</main>")[0]
    if not vraag.get("afzender"):
        assert all(naam in ruw for naam in ziet)
    assert not any(naam in ruw for naam in ziet_niet)
    assert "PAR010" not in ruw or soort == "contractmanager"


def test_de_beheerder_ziet_aantallen_per_maand(als, nep):
    tekst = lees(als("beheerder").get(ADRES))
    assert "Van 720 berichten hebben er 24 een bevinding" in tekst
    assert "Als technisch beheerder ziet u aantallen." in tekst


def test_een_gi_zonder_berichten_krijgt_uitleg(als, nep):
    tekst = lees(als("gi").get(ADRES))
    assert "Er zijn nog geen bevindingen te tellen" in tekst
    assert "Controleer ze zonder ze te leveren" in tekst


def test_zonder_leveringen_krijgt_iedereen_uitleg(als, lege_monitor):
    for soort in ("contractmanager", "beheerder"):
        tekst = lees(als(soort).get(ADRES))
        assert "Er zijn nog geen bevindingen te tellen" in tekst
    assert "Controleer ze" not in tekst


def test_de_csv_heeft_per_maand_en_afzender_ook_de_regels(als, nep):
    antwoord = als("backoffice").get(ADRES, {"als": "csv", "van": "2023-03", "tot": "2023-03"})
    rijen = lees_regels(antwoord)
    assert [(r["naam"], r["code"], r["berichten"], r["bevindingen"]) for r in rijen] == [
        ("Ede", "", "10", "1"),
        ("Ede", "TR378", "", "1"),
        ("Pluryn", "", "20", "2"),
        ("Pluryn", "CS002", "", "2"),
    ]


def test_wie_kijkt_laat_een_spoor_na(als, nep):
    als("backoffice").get(ADRES)
    assert Spoor.objects.filter(handeling="bevindingen bekijken").count() == 1


def test_leveringen_wijst_de_weg(als, nep):
    assert f'href="{ADRES}"' in als("beheerder").get("/leveringen/").content.decode()


def test_de_pagina_zegt_of_berichten_al_met_elkaar_zijn_vergeleken(als, nep):
    client = als("contractmanager")
    assert "worden nog met elkaar vergeleken" in lees(client.get(ADRES))
    nep.reken_keten()
    assert "worden nog met elkaar vergeleken" not in lees(client.get(ADRES))
