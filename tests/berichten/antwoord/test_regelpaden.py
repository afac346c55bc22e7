"""Van een regel in de tabellen terug naar de plek in het bericht."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from lxml import etree

from paraplu.berichten import Bericht, schrijf
from paraplu.berichten.antwoord.regelnummers import regelpaden
from paraplu.berichten.stroom import Deel, lees_stroom
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht


def regels_in_bestand(bericht: Bericht) -> dict[int, int]:
    """The line in the file of each line, as the reader says."""
    stukken = lees_stroom(BytesIO(schrijf(bericht)), bestand="proef.xml")
    delen = [stuk.regels.to_pylist() for stuk in stukken if isinstance(stuk, Deel)]
    return {rij["volgnummer"]: rij["regel"] for rijen in delen for rij in rijen}


def regel_van_pad(bericht: Bericht, pad: str) -> int:
    wortel = etree.fromstring(schrijf(bericht))
    stappen = [
        f"*[local-name()='{naam}'][{nummer.rstrip(']') or 1}]"
        for naam, _, nummer in (stap.partition("[") for stap in pad.split("/"))
    ]
    (knoop,) = wortel.xpath("/".join(stappen))
    return knoop.sourceline


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_elke_regel_wijst_naar_het_element_waar_hij_uit_kwam(soort):
    for zaad in range(8):
        bericht = maak_bericht(soort, Random(zaad))
        paden = dict(enumerate(regelpaden(bericht), 1))
        gelezen = regels_in_bestand(bericht)
        assert set(gelezen) <= set(paden)
        for volgnummer, regel in gelezen.items():
            assert regel_van_pad(bericht, paden[volgnummer]) == regel, paden[volgnummer]
