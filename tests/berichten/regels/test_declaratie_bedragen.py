"""CD060, CD087, CS325, CS339 en TR346: de bedragen van een prestatie."""

from __future__ import annotations

import pytest

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


def met(som: int = 100000, **wijzigingen):
    """A 323 of one changed line, with this total."""
    teken = "C" if som < 0 else "D"
    return declaratiebericht(
        clienten=[declaratie_client(prestaties=[prestatie(**wijzigingen)])],
        TotaalIngediendBedrag=totaal(abs(som), teken),
    )


VORIGE = {"ReferentieNummer": "P2", "VorigReferentieNummer": "P1"}


def test_cd060_een_creditregel_noemt_de_regel_die_vervalt():
    goed = met(-100000, ProductReferentie=VORIGE, IngediendBedrag=bedrag(100000, "C"))
    assert not codes(goed)
    zonder = met(-100000, IngediendBedrag=bedrag(100000, "C"))
    assert paden(zonder, "CD060") == [f"{REGEL}/ProductReferentie/VorigReferentieNummer"]


def test_cd060_een_debetregel_noemt_geen_vorige_regel():
    assert codes(met(ProductReferentie=VORIGE)) == {"CD060"}


def test_cd060_geldt_ook_in_het_antwoord():
    regel = prestatie(ProductReferentie=VORIGE, RetourCodes={"RetourCode": ["9338"]})
    client = declaratie_client(prestaties=[regel], RetourCodes={"RetourCode": ["0200"]})
    antwoord = declaratieantwoord(
        clienten=[client],
        TotaalToegekendBedrag=totaal(0),
        RetourCodes={"RetourCode": ["0200"]},
    )
    assert "CD060" in codes(antwoord)


@pytest.mark.parametrize(
    ("eenheid", "tarief", "fout"),
    [("82", "100000", False), ("82", None, True), ("83", None, False), ("83", "1", True)],
)
def test_cd087_er_is_een_tarief_behalve_bij_euros(eenheid, tarief, fout):
    bericht = met(Eenheid=eenheid, ProductTarief=tarief, GeleverdVolume="100000")
    assert ("CD087" in codes(bericht)) == fout
    if fout:
        assert paden(bericht, "CD087") == [f"{REGEL}/ProductTarief"]


def test_cs325_een_bedrag_van_nul_is_debet():
    nul = met(0, GeleverdVolume="0", IngediendBedrag=bedrag(0))
    assert not codes(nul)
    credit = met(0, GeleverdVolume="0", IngediendBedrag=bedrag(0, "C"), ProductReferentie=VORIGE)
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


@pytest.mark.parametrize(("volume", "fout"), [("100000", False), ("99999", True)])
def test_cs339_in_euros_is_het_bedrag_het_volume(volume, fout):
    bericht = met(Eenheid="83", ProductTarief=None, GeleverdVolume=volume)
    assert codes(bericht) == ({"CS339"} if fout else set())


@pytest.mark.parametrize(
    ("eenheid", "volume", "tarief", "centen", "fout"),
    [
        ("82", "3", "1250", 3750, False),
        ("82", "3", "1250", 3751, True),
        ("82", "+3", "01250", 3750, False),
        ("04", "2", "9999", 19997, True),
        # 37 minutes at 99.99 an hour: 61.6605 is 61.66.
        ("01", "37", "9999", 6166, False),
        ("01", "37", "9999", 6167, True),
        # The same with the rounded tariff of a minute: 1.67.
        ("01", "37", "167", 6166, False),
        ("01", "37", "167", 6200, True),
        ("83", "5", None, 5, False),
    ],
)
def test_tr346_het_bedrag_is_volume_maal_tarief(eenheid, volume, tarief, centen, fout):
    bericht = met(
        centen,
        Eenheid=eenheid,
        GeleverdVolume=volume,
        ProductTarief=tarief,
        IngediendBedrag=bedrag(centen),
    )
    assert codes(bericht) == ({"TR346"} if fout else set())
