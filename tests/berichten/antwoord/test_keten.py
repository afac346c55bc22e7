"""Wat de monitor over berichten heen vindt, per regelnummer, komt bij de goede klasse."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest

from paraplu.berichten import schrijf, standaard
from paraplu.berichten.antwoord import NietTeBeoordelen, Oordeel, oordelen_bij
from paraplu.berichten.antwoord.klassen import klassen
from paraplu.berichten.antwoord.regelnummers import regelpaden
from paraplu.berichten.antwoord.soorten import DECLARATIE, RETOUR
from paraplu.berichten.antwoord.weging import klassen_van
from paraplu.berichten.stroom import Deel, lees_stroom
from paraplu.monitor.keten import ketenregels
from tests.berichten.antwoord.post import antwoord_op, codes, maak_317, tabel
from tests.berichten.antwoord.test_declaratie_antwoord import maak_declaratie
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht

PRESTATIE = "Declaratie/Clienten/Client/Prestaties/Prestatie"
VIER = """
    a | L1 | 100
    a | L2 | 200
    b | L3 | 300
    b | L4 | 400
"""
HEEN = [soort for soort in ALLE_SOORTEN if soort.naam in RETOUR | DECLARATIE]


def test_een_regelnummer_wijst_naar_de_prestatie_en_haar_client():
    rijen = [(2, PRESTATIE, "TR338"), (3, "Declaratie/Clienten/Client", "TR304")]

    assert codes(
        antwoord_op(maak_declaratie(VIER), *oordelen_bij(maak_declaratie(VIER), rijen))
    ) == (
        tabel("""
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 0200
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L2) | 9338
        DeclaratieAntwoord/Clienten/Client[2] | 8187
        DeclaratieAntwoord/Clienten/Client[2]/Prestaties/Prestatie[1] (L3) | 0233
        DeclaratieAntwoord/Clienten/Client[2]/Prestaties/Prestatie[2] (L4) | 0233
        """)
    )


def test_nul_wijst_naar_een_klasse_boven_alle_regels():
    rijen = [(0, "Header", "TR056"), (0, "Client", "TR304"), (1, "Client/Verzoek", "TR349")]

    assert oordelen_bij(maak_317(), rijen) == (
        Oordeel(pad="Header", code="TR056"),
        Oordeel(pad="Client", code="TR304"),
        Oordeel(pad="Client/Verzoek", code="TR349"),
    )


@pytest.mark.parametrize("rij", [(5, PRESTATIE, "TR338"), (1, "Client/Verzoek", "TR349")])
def test_een_regel_die_er_niet_staat_wordt_gezegd(rij):
    with pytest.raises(NietTeBeoordelen):
        oordelen_bij(maak_declaratie(VIER), [rij])


@pytest.mark.parametrize("soort", HEEN, ids=str)
def test_de_regels_tellen_zoals_in_de_tabellen(soort):
    rng = Random(str(soort))
    for _ in range(10):
        bericht = maak_bericht(soort, rng)
        delen = [
            deel
            for deel in lees_stroom(BytesIO(schrijf(bericht)), bestand="a.xml")
            if isinstance(deel, Deel)
        ]
        nummers = sorted(n for deel in delen for n in deel.regels["volgnummer"].to_pylist())

        assert nummers == list(range(1, len(regelpaden(bericht)) + 1))


def test_een_nummer_is_dat_van_de_regel_met_dezelfde_inhoud():
    bericht = maak_declaratie(VIER)
    (deel,) = (
        een
        for een in lees_stroom(BytesIO(schrijf(bericht)), bestand="a.xml")
        if isinstance(een, Deel)
    )
    in_tabel = dict(
        zip(
            deel.regels["volgnummer"].to_pylist(),
            deel.regels["toewijzing_nummer"].to_pylist(),
            strict=True,
        )
    )

    for nummer, pad in enumerate(regelpaden(bericht), 1):
        client, regel = (int(deel.partition("]")[0]) - 1 for deel in pad.split("[")[1:])
        clienten = bericht.inhoud["Declaratie"]["Clienten"]["Client"]
        eigen = clienten[client]["Prestaties"]["Prestatie"][regel]
        assert in_tabel[nummer] == int(eigen["ToewijzingNummer"])


def test_elke_regel_van_de_keten_heeft_een_plek_in_het_antwoord():
    soorten = standaard.release("3.2").berichtsoorten
    gezien = 0
    for regel in ketenregels().values():
        for heen, klasse in regel.klassen.items():
            antwoord = (RETOUR | DECLARATIE).get(heen)
            if antwoord is None:
                continue
            assert tuple(klasse.split("/")) in klassen(soorten[heen], soorten[antwoord]), regel.code
            namen = klassen_van(regel.retourcode)[heen]
            assert klasse.rpartition("/")[2] in namen or "" in namen, regel.code
            gezien += 1

    assert gezien > 40
