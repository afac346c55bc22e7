"""CD060: VorigReferentieNummer hoort bij een creditregel."""

from __future__ import annotations

from tests.berichten.regels.declaratieregels import CREDITREFERENTIE, met
from tests.berichten.regels.voorbeeld import (
    bedrag,
    codes,
    declaratie_client,
    declaratieantwoord,
    paden,
    prestatie,
    totaal,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"


def test_cd060_een_creditregel_noemt_de_regel_die_vervalt():
    goed = met(-100000, ProductReferentie=CREDITREFERENTIE, IngediendBedrag=bedrag(100000, "C"))
    assert not codes(goed)
    zonder = met(-100000, IngediendBedrag=bedrag(100000, "C"))
    assert paden(zonder, "CD060") == [f"{REGEL}/ProductReferentie/VorigReferentieNummer"]


def test_cd060_een_debetregel_noemt_geen_vorige_regel():
    assert codes(met(ProductReferentie=CREDITREFERENTIE)) == {"CD060"}


def test_cd060_geldt_ook_in_het_antwoord():
    regel = prestatie(ProductReferentie=CREDITREFERENTIE, RetourCodes={"RetourCode": ["9338"]})
    client = declaratie_client(prestaties=[regel], RetourCodes={"RetourCode": ["0200"]})
    antwoord = declaratieantwoord(
        clienten=[client],
        TotaalToegekendBedrag=totaal(0),
        RetourCodes={"RetourCode": ["0200"]},
    )
    assert "CD060" in codes(antwoord)
