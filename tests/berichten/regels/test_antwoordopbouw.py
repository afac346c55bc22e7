"""IV087, IV088 en OP364: welke retourcodes en klassen in een 325 bij elkaar horen."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    antwoord_client,
    antwoordprestatie,
    codes,
    declaratieantwoord,
    paden,
    retourcodes,
    totaal,
)

CLIENT = "DeclaratieAntwoord/Clienten/Client[1]"
REGEL = f"{CLIENT}/Prestaties/Prestatie[1]/RetourCodes"


def deels(*, prestatie: str = "9338", client: str = "0200", antwoord: str = "0200"):
    """A 325 that refuses the only line of the declaration."""
    regel = antwoordprestatie(RetourCodes=retourcodes(prestatie))
    return declaratieantwoord(
        clienten=[antwoord_client(prestaties=[regel], RetourCodes=retourcodes(client))],
        TotaalToegekendBedrag=totaal(0),
        RetourCodes=retourcodes(antwoord),
    )


def alleen_header(code: str):
    """A 325 that refuses the message as a whole."""
    gemaakt = declaratieantwoord()
    del gemaakt.inhoud["DeclaratieAntwoord"]
    gemaakt.inhoud["Header"]["RetourCodes"] = retourcodes(code)
    return gemaakt


def afgewezen_declaratie():
    """A 325 that refuses the declaration, not its lines."""
    return declaratieantwoord(TotaalToegekendBedrag=totaal(0), RetourCodes=retourcodes("9333"))


@pytest.mark.parametrize(
    "gemaakt",
    [
        declaratieantwoord(),
        deels(),
        deels(client="8187", prestatie="0233"),
        alleen_header("0001"),
        alleen_header("8848"),
        afgewezen_declaratie(),
    ],
    ids=["goed", "regel", "client", "inhoud", "header", "declaratie"],
)
def test_iv087_elke_uitkomst_heeft_haar_eigen_opbouw(gemaakt):
    assert not codes(gemaakt) & {"IV087", "IV088", "OP364"}


@pytest.mark.parametrize("code", ["0001", "8848"])
def test_iv087_onder_een_afgekeurde_header_staat_niets(code):
    gemaakt = declaratieantwoord()
    gemaakt.inhoud["Header"]["RetourCodes"] = retourcodes(code)

    assert paden(gemaakt, "IV087") == ["Header"]


def test_iv087_een_goede_header_heeft_een_antwoord():
    assert paden(alleen_header("0200"), "IV087") == ["Header"]


@pytest.mark.parametrize("antwoord", ["8001", "9333"])
def test_iv087_clienten_horen_bij_0200(antwoord):
    pad = "DeclaratieAntwoord/RetourCodes"

    assert paden(deels(antwoord=antwoord), "IV087") == [pad]
    assert paden(declaratieantwoord(RetourCodes=retourcodes("0200")), "IV087") == [pad]


@pytest.mark.parametrize("toegekend", [totaal(99999), totaal(100000, "C")])
def test_iv087_alles_goed_is_alles_toegekend(toegekend):
    pad = "DeclaratieAntwoord/TotaalToegekendBedrag"

    assert paden(declaratieantwoord(TotaalToegekendBedrag=toegekend), "IV087") == [pad]


@pytest.mark.parametrize(
    ("client", "prestatie"), [("0200", "0200"), ("0200", "0233"), ("8187", "9338")]
)
def test_iv087_een_prestatie_past_bij_haar_client(client, prestatie):
    assert paden(deels(client=client, prestatie=prestatie), "IV087") == [REGEL]


def test_iv088_code_0001_staat_alleen_in_de_header():
    assert paden(deels(prestatie="0001"), "IV088") == [REGEL]
    assert paden(declaratieantwoord(RetourCodes=retourcodes("0001")), "IV088") == [
        "DeclaratieAntwoord/RetourCodes"
    ]


@pytest.mark.parametrize("code", ["9019", "9063", "9069", "9071", "9074", "9326", "9413", "9415"])
def test_op364_een_declaratie_hangt_niet_aan_start_of_stop(code):
    assert paden(deels(prestatie=code), "OP364") == [f"{REGEL}/RetourCode"]


@pytest.mark.parametrize("code", ["9056", "9338", "8187", "9384"])
def test_op364_een_code_van_de_declaratie_zelf_mag(code):
    assert paden(deels(prestatie=code), "OP364") == []
