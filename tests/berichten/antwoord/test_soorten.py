"""Elk soort bericht van elke release: een antwoord, of een zin waarom niet."""

from __future__ import annotations

from random import Random

import pytest

from paraplu.berichten import Bericht, standaard
from paraplu.berichten.antwoord import GeenAntwoord, NietTeBeoordelen, Oordeel, lees_antwoord
from paraplu.berichten.antwoord.klassen import klassen
from paraplu.berichten.antwoord.soorten import antwoordsoort
from tests.berichten.antwoord.post import antwoord_op, codes
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht

#: As the overview of the standard has it (spec.md §2); "" gets no answer.
ANTWOORD = {
    "JW301": "JW302",
    "JW302": "",
    "JW303": "",
    "JW304": "",
    "JW305": "JW306",
    "JW306": "",
    "JW307": "JW308",
    "JW308": "",
    "JW315": "JW316",
    "JW316": "",
    "JW317": "JW318",
    "JW318": "",
    "JW319": "JW320",
    "JW320": "",
    "JW323": "JW325",
    "JW325": "",
}


def bericht_van(soort) -> Bericht:
    return maak_bericht(soort, Random(7))


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_elk_soort_krijgt_zijn_eigen_antwoord_in_zijn_eigen_release(soort):
    gevonden = antwoordsoort(bericht_van(soort))

    assert (gevonden.naam if gevonden else "") == ANTWOORD[soort.naam]
    assert gevonden is None or gevonden.release == soort.release


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("JW303", "303 van release 2.3"),
        ("JW304", "zelf een retourbericht"),
        ("JW306", "zelf een retourbericht"),
        ("JW325", "declaratie-antwoord (325) volgt geen"),
    ],
)
def test_zonder_antwoord_staat_er_waarom(naam: str, woorden: str):
    release = "2.3" if naam in ("JW303", "JW304") else "3.2"
    geen = antwoord_op(bericht_van(standaard.release(release).berichtsoorten[naam]))

    assert isinstance(geen, GeenAntwoord)
    assert woorden in geen.reden
    assert geen.waarom == "niet nodig"


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("JW306", ["Client", "Client/StartProducten/StartProduct", "Header"]),
        (
            "JW318",
            [
                "Client",
                "Client/Verzoek",
                "Client/Verzoek/NieuweProducten/NieuwProduct",
                "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct",
                "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct",
                "Header",
            ],
        ),
        (
            "JW325",
            [
                "Declaratie",
                "Declaratie/Clienten/Client",
                "Declaratie/Clienten/Client/Prestaties/Prestatie",
                "Header",
            ],
        ),
    ],
)
def test_welke_klassen_een_code_krijgen_staat_in_de_tabellen(naam: str, verwacht: list[str]):
    soorten = standaard.release("3.2").berichtsoorten
    heen = next(heen for heen, antwoord in ANTWOORD.items() if antwoord == naam)

    assert sorted("/".join(pad) for pad in klassen(soorten[heen], soorten[naam])) == verwacht


def test_een_code_die_een_oude_release_niet_kent_wordt_0001():
    start = standaard.release("2.3").berichtsoorten["JW305"]
    bericht = maak_bericht(start, Random(3))
    plek = "Client/StartProducten/StartProduct[1]"

    assert "9332" not in standaard.codelijst("2.3", "WJ001")
    assert codes(antwoord_op(bericht, Oordeel(pad=plek, code="TR332"))) == "Header | 0001"


def test_een_retour_van_2_3_heeft_geen_versies_van_het_schema():
    start = standaard.release("2.3").berichtsoorten["JW305"]
    retour = antwoord_op(maak_bericht(start, Random(3)))

    assert "XsdVersieRetour" not in retour.inhoud["Header"]


def test_een_heenbericht_is_geen_antwoord():
    with pytest.raises(NietTeBeoordelen):
        lees_antwoord(bericht_van(standaard.release("3.2").berichtsoorten["JW305"]))


def test_ook_een_304_van_vroeger_is_te_lezen():
    soort = standaard.release("2.3").berichtsoorten["JW304"]
    bericht = bericht_van(soort)
    gelezen = lees_antwoord(bericht)

    assert gelezen.heenbericht == "JW303"
    identificatie = bericht.inhoud["Header"]["DeclaratieFactuurIdentificatie"]
    assert gelezen.identificatie == identificatie["DeclarantFactuurNummer"]
    assert {een.pad for een in gelezen.oordelen} >= {"Header"}
