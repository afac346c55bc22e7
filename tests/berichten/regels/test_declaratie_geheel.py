"""TR101, TR315, TR316, TR342, TR358 en TR416: regels over een hele declaratie."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    ANDER_BSN,
    antwoord_client,
    antwoordprestatie,
    bedrag,
    codes,
    declaratie_client,
    declaratieantwoord,
    declaratiebericht,
    paden,
    prestatie,
    retourcodes,
    totaal,
)

CLIENTEN = "Declaratie/Clienten/Client"
VORIGE = "VorigReferentieNummer"


def regel(referentie: str, toewijzing: str = "1", *, vorige: str | None = None, **anders):
    """A line with a reference of its own; credit when it names the one before it."""
    product_referentie = {"ReferentieNummer": referentie}
    if vorige is not None:
        product_referentie[VORIGE] = vorige
    basis = {
        "ProductReferentie": product_referentie,
        "ToewijzingNummer": toewijzing,
        "IngediendBedrag": bedrag(100000, "D" if vorige is None else "C"),
    }
    return prestatie(**(basis | anders))


def declaratie(*regels, clienten=None, som=None):
    """A 323 of one client with these lines, and the right total."""
    clienten = clienten or [declaratie_client(prestaties=list(regels))]
    alle = [een for client in clienten for een in client["Prestaties"]["Prestatie"]]
    echt = sum(100000 if een["IngediendBedrag"]["DebetCredit"] == "D" else -100000 for een in alle)
    som = echt if som is None else som
    return declaratiebericht(
        clienten=clienten, TotaalIngediendBedrag=totaal(abs(som), "C" if som < 0 else "D")
    )


def test_tr101_een_client_staat_een_keer_in_het_bericht():
    een = declaratie_client(prestaties=[regel("A", "1")])
    ander = declaratie_client(Bsn=ANDER_BSN, prestaties=[regel("B", "2")])
    zelfde = declaratie_client(prestaties=[regel("C", "3")])
    assert not codes(declaratie(clienten=[een, ander]))
    dubbel = declaratie(clienten=[een, ander, zelfde])
    assert paden(dubbel, "TR101") == [f"{CLIENTEN}[3]/Bsn"]


def test_tr101_een_prestatie_staat_een_keer_bij_haar_client():
    assert not codes(declaratie(regel("A", "1"), regel("B", "2")))
    dubbel = declaratie(regel("A", "1"), regel("A", "2"))
    assert paden(dubbel, "TR101") == [f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie"]


def test_tr101_de_sleutel_van_een_prestatie_is_die_met_de_client_en_de_vorige_erbij():
    een = declaratie_client(prestaties=[regel("A", "1"), regel("A", "2", vorige="X")])
    ander = declaratie_client(Bsn=ANDER_BSN, prestaties=[regel("A", "3")])
    assert "TR101" not in codes(declaratie(clienten=[een, ander]))


def test_tr315_een_prestatie_wordt_een_keer_gecrediteerd():
    assert not codes(declaratie(regel("A", vorige="X"), regel("B", vorige="Y")))
    dubbel = declaratie(regel("A", vorige="X"), regel("B", vorige="X"))
    assert paden(dubbel, "TR315") == [
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie/{VORIGE}"
    ]


@pytest.mark.parametrize(
    ("regels", "veld"),
    [
        ([regel("A"), regel("B", vorige="A")], VORIGE),
        ([regel("B", vorige="A"), regel("A")], "ReferentieNummer"),
    ],
    ids=["credit na debet", "debet na credit"],
)
def test_tr316_debet_en_credit_van_een_prestatie_staan_in_twee_berichten(regels, veld):
    assert paden(declaratie(*regels), "TR316") == [
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie/{veld}"
    ]
    assert not codes(declaratie(regel("A"), regel("B", vorige="Z")))


@pytest.mark.parametrize(
    "anders",
    [
        {"toewijzing": "2"},
        {"ProductCode": "48A02"},
        {"ProductCategorie": "45", "ProductCode": "45A04"},
        {"ProductPeriode": {"Begindatum": "2024-02-02", "Einddatum": "2024-02-29"}},
        {"vorige": "X"},
    ],
    ids=["toewijzing", "code", "categorie", "periode", "credit"],
)
def test_tr416_een_levering_staat_een_keer_als_debet(anders):
    assert "TR416" not in codes(declaratie(regel("A"), regel("B", **anders)))


def test_tr416_hetzelfde_nummer_met_een_nul_ervoor_is_hetzelfde():
    dubbel = declaratie(regel("A", "7"), regel("B", "007"))
    assert paden(dubbel, "TR416") == [f"{CLIENTEN}[1]/Prestaties/Prestatie[2]"]


@pytest.mark.parametrize(
    ("regels", "som", "fout"),
    [
        ([regel("A", "1"), regel("B", "2")], 200000, False),
        ([regel("A", "1"), regel("B", "2")], 200001, True),
        ([regel("A"), regel("B", vorige="X")], 0, False),
        ([regel("B", vorige="X")], -100000, False),
        ([regel("B", vorige="X")], 100000, True),
    ],
)
def test_tr358_het_totaal_is_debet_min_credit(regels, som, fout):
    gevonden = paden(declaratie(*regels, som=som), "TR358")
    assert gevonden == (["Declaratie/TotaalIngediendBedrag"] if fout else [])


def test_tr358_zwijgt_als_een_prestatie_niet_te_lezen_is():
    bericht = declaratie(regel("A", GeleverdVolume="x"), som=5)
    assert "TR358" not in codes(bericht)


@pytest.mark.parametrize(
    ("toegekend", "code", "clienten", "fout"),
    [
        (0, "0200", True, False),
        (1, "0200", True, True),
        (100000, "0200", True, True),
        (100000, "8001", False, False),
        (0, "9333", False, False),
        (100000, "9333", False, True),
    ],
)
def test_tr342_in_een_antwoord_staat_wat_is_afgewezen(toegekend, code, clienten, fout):
    antwoord = declaratieantwoord(
        clienten=[antwoord_client(prestaties=[antwoordprestatie()])] if clienten else None,
        TotaalToegekendBedrag=totaal(toegekend),
        RetourCodes=retourcodes(code),
    )
    gevonden = paden(antwoord, "TR342")
    assert gevonden == (["DeclaratieAntwoord/TotaalToegekendBedrag"] if fout else [])
