"""De 325 op een 323: toegekend, afgewezen en totalen, per situatie (IV087, IV088, TR342)."""

from __future__ import annotations

from typing import Any

import pytest

from paraplu.berichten import Bericht
from paraplu.berichten.antwoord import GeenAntwoord, Oordeel, lees_antwoord
from tests.berichten.antwoord.post import antwoord_op, bevinding, codes, tabel
from tests.berichten.declaraties import maak_323

CLIENT = "Declaratie/Clienten/Client"


def maak_declaratie(tekst: str) -> Bericht:
    """A 323 from a table: client, line, amount in cents (credit below zero); it keeps all rules."""
    rijen = [[cel.strip() for cel in rij.split("|")] for rij in tekst.strip().splitlines()]
    per_client: dict[str, list[dict[str, Any]]] = {}
    for nummer, (client, regel, cent) in enumerate(rijen, 1):
        per_client.setdefault(client, []).append(maak_regel(regel, int(cent), nummer))
    bericht = maak_323(clienten=len(per_client), regels=0)
    declaratie = bericht.inhoud["Declaratie"]
    for client, regels in zip(declaratie["Clienten"]["Client"], per_client.values(), strict=True):
        client["Prestaties"]["Prestatie"] = regels
    som = sum(int(cent) for _, _, cent in rijen)
    declaratie["TotaalIngediendBedrag"] = _bedrag("TotaalBedrag", som)
    return bericht


def maak_regel(regel: str, cent: int, nummer: int) -> dict[str, Any]:
    """One line on an assignment of its own: one piece at this price."""
    voorbeeld = maak_323(1, 1).inhoud["Declaratie"]["Clienten"]["Client"][0]["Prestaties"]
    return voorbeeld["Prestatie"][0] | {
        "ProductReferentie": _referentie(regel, cent),
        "ToewijzingNummer": str(1000 + nummer),
        "ProductTarief": str(abs(cent)),
        "IngediendBedrag": _bedrag("Bedrag", cent),
    }


def _referentie(regel: str, cent: int) -> dict[str, str]:
    vorig = {"VorigReferentieNummer": f"oud {regel}"} if cent < 0 else {}
    return {"ReferentieNummer": regel} | vorig


def _bedrag(veld: str, cent: int) -> dict[str, str]:
    return {veld: str(abs(cent)), "DebetCredit": "C" if cent < 0 else "D"}


DRIE = """
    a | L1 | 5000
    a | L2 | 24000
    b | L3 | 700
"""
MET_CREDIT = """
    a | L1 | -5000
    a | L2 | 2000
    b | L3 | 1000
"""

#: Submitted and granted in cents, credit below zero; then every class with its codes.
SITUATIES: dict[str, tuple[str, list[Any], tuple[int, int], str]] = {
    "alles goed": (
        DRIE,
        [],
        (29700, 29700),
        """
        Header             | 0200
        DeclaratieAntwoord | 8001
        """,
    ),
    "het declaratienummer is al gebruikt": (
        DRIE,
        [
            Oordeel(pad="Declaratie/DeclaratieNummer", code="TR333"),
            Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie[1]", code="TR338"),
        ],
        (29700, 0),
        """
        Header             | 0200
        DeclaratieAntwoord | 9333
        """,
    ),
    "een onbekende client: al haar regels zijn niet beoordeeld": (
        DRIE,
        [
            Oordeel(pad=f"{CLIENT}[1]/Bsn", code="TR304"),
            Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie[2]", code="TR338"),
        ],
        (29700, 700),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 8187
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L1) | 0233
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[2] (L2) | 0233
        """,
    ),
    "een regel met twee fouten: alleen die regel en haar client staan erin": (
        DRIE,
        [
            Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie[2]/GeleverdVolume", code="TR321"),
            Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie[2]/ProductPeriode", code="TR308"),
        ],
        (29700, 5700),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 0200
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L2) | 9308 9321
        """,
    ),
    "de tweede client is in het antwoord de eerste": (
        DRIE,
        [Oordeel(pad=f"{CLIENT}[2]/Prestaties/Prestatie[1]", code="TR314")],
        (29700, 29000),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 0200
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L3) | 8021
        """,
    ),
    "alle regels afgewezen: toegekend is nul, en nul is debet": (
        "a | L1 | 5000",
        [Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie", code="TR338")],
        (5000, 0),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 0200
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L1) | 9338
        """,
    ),
    "een afgewezen creditregel maakt het toegekende hoger dan het ingediende": (
        MET_CREDIT,
        [Oordeel(pad=f"{CLIENT}[1]/Prestaties/Prestatie[1]", code="TR323")],
        (-2000, 3000),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 0200
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L1) | 8017
        """,
    ),
    "een afgewezen debetregel naast een credit": (
        MET_CREDIT,
        [Oordeel(pad=f"{CLIENT}[2]", code="8187")],
        (-2000, -3000),
        """
        Header             | 0200
        DeclaratieAntwoord | 0200
        DeclaratieAntwoord/Clienten/Client[1] | 8187
        DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1] (L3) | 0233
        """,
    ),
}


@pytest.mark.parametrize("situatie", SITUATIES)
def test_het_antwoord_op_een_declaratie(situatie: str):
    regels, oordelen, totalen, verwacht = SITUATIES[situatie]
    antwoord = antwoord_op(maak_declaratie(regels), *oordelen)
    gelezen = lees_antwoord(antwoord)

    assert codes(antwoord) == tabel(verwacht)
    assert (gelezen.ingediend, gelezen.toegekend) == totalen
    assert gelezen.is_goedgekeurd == (not oordelen)


@pytest.mark.parametrize(
    ("oordeel", "code"),
    [
        (bevinding("CD087", f"{CLIENT}[1]/Prestaties/Prestatie[1]"), "0001"),
        (Oordeel(pad="Header/BerichtIdentificatie/Identificatie", code="TR056"), "9056"),
        (Oordeel(pad="Header", code="0001"), "0001"),
    ],
)
def test_een_fout_in_de_header_of_binnen_het_bericht_geeft_alleen_een_header(oordeel, code):
    antwoord = antwoord_op(maak_declaratie(DRIE), oordeel)

    assert codes(antwoord) == f"Header | {code}"
    assert list(antwoord.inhoud) == ["Header"]


def test_een_totaal_dat_niet_klopt_is_een_fout_binnen_het_bericht():
    bericht = maak_declaratie(DRIE)
    bericht.inhoud["Declaratie"]["TotaalIngediendBedrag"]["TotaalBedrag"] = "29701"

    assert codes(antwoord_op(bericht)) == "Header | 0001"


def test_een_fout_tegen_het_schema_geeft_geen_325():
    geen = antwoord_op(maak_declaratie(DRIE), bevinding("PAR006", f"{CLIENT}[1]/Bsn", "client"))

    assert isinstance(geen, GeenAntwoord)
    assert geen.waarom == "niveau 1"


def test_de_header_is_van_de_gemeente_zelf_en_noemt_de_declaratie():
    bericht = maak_declaratie(DRIE)
    bericht.inhoud["Header"]["XsdVersie"]["BerichtXsdVersie"] = "1.0.7"

    header = antwoord_op(bericht, xslt_versie="2.0.1").inhoud["Header"]

    assert header == {
        "BerichtCode": "491",
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": "0202",
        "Ontvanger": "65656055",
        "BerichtIdentificatie": {"Identificatie": "A1", "Dagtekening": "2024-03-06"},
        "XsdVersie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
        "DeclaratieIdentificatie": {"Identificatie": "A1", "Dagtekening": "2024-03-05"},
        "XsltVersie": "2.0.1",
        "XsdVersieDeclaratie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.7"},
        "RetourCodes": {"RetourCode": ["0200"]},
    }


def test_een_afgewezen_regel_staat_er_precies_zo_in_als_in_de_declaratie():
    bericht = maak_declaratie(DRIE)
    plek = f"{CLIENT}[2]/Prestaties/Prestatie[1]"
    antwoord = antwoord_op(bericht, Oordeel(pad=plek, code="TR338"))

    client = antwoord.inhoud["DeclaratieAntwoord"]["Clienten"]["Client"][0]
    eigen = bericht.inhoud["Declaratie"]["Clienten"]["Client"][1]
    assert client["Bsn"] == eigen["Bsn"]
    regel = client["Prestaties"]["Prestatie"][0]
    assert regel.pop("RetourCodes") == {"RetourCode": ["9338"]}
    assert regel == eigen["Prestaties"]["Prestatie"][0]
