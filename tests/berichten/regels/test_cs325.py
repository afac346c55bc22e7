"""CS325: een bedrag van nul is debet."""

from __future__ import annotations

from tests.berichten.regels.declaratieregels import CREDITREFERENTIE, met
from tests.berichten.regels.voorbeeld import (
    bedrag,
    codes,
    declaratie_client,
    declaratieantwoord,
    declaratiebericht,
    paden,
    prestatie,
    totaal,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"


def test_cs325_een_bedrag_van_nul_is_debet():
    nul = met(0, GeleverdVolume="0", IngediendBedrag=bedrag(0))
    assert not codes(nul)
    credit = met(
        0, GeleverdVolume="0", IngediendBedrag=bedrag(0, "C"), ProductReferentie=CREDITREFERENTIE
    )
    assert paden(credit, "CS325") == [f"{REGEL}/IngediendBedrag/DebetCredit"]


def test_cs325_geldt_ook_voor_de_totalen():
    regel = prestatie(GeleverdVolume="0", IngediendBedrag=bedrag(0))
    bericht = declaratiebericht(
        clienten=[declaratie_client(prestaties=[regel])], TotaalIngediendBedrag=totaal(0, "C")
    )
    assert paden(bericht, "CS325") == ["Declaratie/TotaalIngediendBedrag/DebetCredit"]
    antwoord = declaratieantwoord(
        TotaalIngediendBedrag=totaal(0, "C"), TotaalToegekendBedrag=totaal(0, "C")
    )
    assert paden(antwoord, "CS325") == [
        "DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit",
        "DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit",
    ]
