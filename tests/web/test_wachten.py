"""Wachten: wie wat ziet, de kop in woorden, de keuze in het adres, de bon en de download.

De getallen staan in `nep_wachten`: in maart 2023 kwamen vier van de vijf antwoorden op tijd.
"""

from __future__ import annotations

import re
from html import unescape

import pytest

from paraplu.web.models import Spoor
from tests.inzage.uitvoer.lezen import lees_regels

ADRES = "/wachten/"


def lees(antwoord) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", antwoord.content.decode())).split())


def kop(antwoord) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", antwoord.content.decode(), re.S)[1]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({}, "In alle maanden samen kwam het antwoord 5 van de 8 keer op tijd."),
        ({"maand": "2023-03", "soort": "OP274"}, "In maart 2023 kregen 4 van de 5 verzoeken om toewijzing binnen 5 werkdagen antwoord."),
        ({"soort": "OP272"}, "In alle maanden samen werden 1 van de 1 stops binnen 5 werkdagen gemeld."),
        ({"soort": "OP090"}, "In alle maanden samen kregen 0 van de 1 berichten binnen 3 werkdagen een retourbericht."),
        ({"gemeente": "0202"}, "In alle maanden samen kwam het antwoord 0 van de 1 keer op tijd."),
        ({"aanbieder": "90000101"}, "In alle maanden samen kwam het antwoord 5 van de 7 keer op tijd."),
        ({"soort": "OP274-onderzoek"}, "In alle maanden samen is nog van geen termijn bekend of zij is gehaald."),
        ({"soort": "x", "maand": "2031-01", "gemeente": "9999"}, "In alle maanden samen kwam het antwoord 5 van de 8 keer"),
    ],
)  # fmt: skip
def test_de_kop_zegt_in_woorden_hoe_vaak_het_op_tijd_was(vraag, zin, als, nep):
    assert kop(als("contractmanager").get(ADRES, vraag)).startswith(zin)


def test_per_termijn_staat_op_tijd_te_laat_en_open(als, nep):
    tekst = lees(als("contractmanager").get(ADRES))
    assert "Stopbericht OP272 5 werkdagen 1 0 0 1 100,0 %" in tekst.replace("\xa0", " ")
    assert "OP274 5 werkdagen 4 1 2 0 57,1 %" in tekst.replace("\xa0", " ")
    assert "OP090 · telt niet mee in de kop" in tekst


def test_de_lijst_zegt_wie_moet_sturen_en_hoe_lang_het_over_is(als, nep):
    tekst = lees(als("contractmanager").get(ADRES))
    assert "JW315 kenmerk-6 Ede Pluryn 6 april 2023 bericht verstuurd 17 april 2023" in tekst
    assert "kenmerk-11" not in tekst
    assert tekst.index("kenmerk-6") < tekst.index("kenmerk-7") < tekst.index("kenmerk-9")


def test_de_bon_zegt_dag_voor_dag_waarom_het_die_dag_is(als, nep):
    tekst = lees(als("contractmanager").get(ADRES, {"gemeente": "0228"}))
    assert "vr 7 april 2023: Goede Vrijdag za 8 april 2023: zaterdag" in tekst
    assert "ma 10 april 2023: tweede paasdag di 11 april 2023: dag 1, werkdag" in tekst


def test_van_acht_weken_staan_de_dagen_samen_op_de_bon(als, nep):
    tekst = lees(als("contractmanager").get(ADRES, {"soort": "OP274-onderzoek"}))
    assert "za 2 december 2023 tot en met vr 26 januari 2024: dag 56, elke dag telt" in tekst
    assert "nog op tijd" in tekst


@pytest.mark.parametrize(
    ("soort", "ziet", "ziet_niet"),
    [
        ("contractmanager", ("kenmerk-6", "kenmerk-7"), ()),
        ("backoffice", ("kenmerk-6", "kenmerk-9"), ("kenmerk-7", "Entrea", "Arnhem")),
        ("aanbieder", ("kenmerk-6", "kenmerk-9"), ("kenmerk-7", "Entrea", "Arnhem")),
        ("gi", ("Er wacht nog niemand",), ("kenmerk-6", "kenmerk-7", "Ede (0228)")),
    ],
)
def test_een_organisatie_ziet_waar_zij_moet_sturen_of_wacht(soort, ziet, ziet_niet, als, nep):
    client = als(soort)
    for vraag in ({}, {"gemeente": "0202"}, {"aanbieder": "90000102"}):
        tekst = lees(client.get(ADRES, vraag))
        assert not [woord for woord in ziet_niet if woord in tekst]
    assert not [woord for woord in ziet if woord not in lees(client.get(ADRES))]


@pytest.mark.parametrize("soort", ["wethouder", "beheerder"])
def test_wie_geen_berichten_ziet_ziet_geen_wachten(soort, als, nep):
    assert als(soort).get(ADRES).status_code == 403


def test_ook_de_download_blijft_binnen_de_eigen_berichten(als, nep):
    antwoord = als("aanbieder").get(ADRES, {"als": "csv"})
    rijen = lees_regels(antwoord)
    assert {rij["identificatie"] for rij in rijen} == {f"kenmerk-{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9)}  # fmt: skip
    [te_laat] = [rij for rij in rijen if rij["stand"] == "te laat beantwoord"]
    assert (te_laat["naam_verzender"], te_laat["gedaan_op"], te_laat["werkdagen_over"]) == ("Ede", "2023-03-16", "2")  # fmt: skip


def test_het_adres_houdt_de_keuze_vast(als, nep):
    ruw = als("contractmanager").get(ADRES, {"maand": "2023-04", "gemeente": "0228"}).content.decode()  # fmt: skip
    assert '<option value="2023-04" selected>' in ruw
    assert '<option value="0228" selected>' in ruw
    assert "?maand=2023-04&amp;gemeente=0228&amp;als=csv" in ruw
    assert "?soort=OP274&amp;maand=2023-04&amp;gemeente=0228" in ruw


@pytest.mark.parametrize("op", ["", "2031-01-01", "x"])
def test_een_dag_zonder_levering_wordt_de_laatste_levering(op, als, nep):
    assert "zoals bekend op 15 januari 2024" in lees(als("contractmanager").get(ADRES, {"op": op}))


@pytest.mark.parametrize("bladzijde", ["0", "-1", "9999", "x", "٣"])
def test_een_bladzijde_die_er_niet_is_breekt_niets(bladzijde, als, nep):
    assert "kenmerk-6" in lees(als("contractmanager").get(ADRES, {"bladzijde": bladzijde}))


def test_zonder_leveringen_staat_er_wat_hier_komt(als, lege_monitor):
    assert kop(als("contractmanager").get(ADRES)) == "Er wacht nog niemand op een antwoord"


def test_wie_kijkt_laat_een_spoor_na(als, nep):
    als("backoffice").get(ADRES)
    assert Spoor.objects.filter(handeling="wachten bekijken").count() == 1
