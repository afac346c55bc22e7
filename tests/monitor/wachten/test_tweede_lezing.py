"""De wachten in een keer tegenover een tweede lezing in gewone lussen, op gemaakte werelden.

`PARAPLU_WERELDEN=200 pytest tests/monitor/wachten` probeert er meer.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, timedelta

import pyarrow as pa
import pytest

from paraplu.monitor.wachten.beeld import BRONNEN
from paraplu.monitor.wachten.bewaard import reken
from tests.generated.bouwer import Bouwer, Rij
from tests.generated.wereld import maak_wereld
from tests.monitor.wachten import naief

WERELDEN = min(int(os.environ.get("PARAPLU_WERELDEN", "16")), 400)
SAMEN = 8
GROEPEN = range((WERELDEN + SAMEN - 1) // SAMEN)
OP = (date(2023, 5, 9), date(2025, 6, 1))
TE_VERGELIJKEN = ("soort", "bericht", "volgnummer", "anker", "ankerdag", "uiterste_datum", "gedaan_op", "stand", "werkdagen_over")  # fmt: skip


def maak_met_antwoorden(zaad: int) -> dict[str, list[Rij]]:
    """A generated world with, besides, 319's on its requests and some 317's."""
    bouwer = Bouwer(zaad + 5_000)
    bouwer.tabellen = maak_wereld(zaad)
    koppen = {rij["bericht"]: rij for rij in bouwer.tabellen["bericht"]}
    for rij in list(bouwer.tabellen["verzoek"]):
        kop = koppen[rij["bericht"]]
        if bouwer.soms(0.4):
            vraag_anders(bouwer, kop, rij)
        for wat in bouwer.kans.choice(("", "1", "2", "21", "12", "22")):
            beantwoord(bouwer, kop, rij, wat)
    return bouwer.tabellen


def vraag_anders(bouwer: Bouwer, kop: Rij, rij: Rij) -> None:
    """A 317, now and then with a reference that was used before."""
    dag = kop["dagtekening"] + timedelta(days=bouwer.kans.choice((0, 3, 60)))
    ander = bouwer.bericht("JW317", **_wie(kop), dagtekening=dag)
    referentie = rij["referentie_aanbieder"] if bouwer.soms(0.2) else f"ref{bouwer.nummer()}"
    for soort in ("ongewijzigd", "nieuw"):
        regel = bouwer.regel(
            "verzoek", ander, rij["kind"], soort=soort, referentie_aanbieder=referentie
        )
    if bouwer.soms(0.3):
        bouwer.antwoord("JW318", ander, [regel])
    if bouwer.soms(0.6):
        beantwoord(bouwer, ander, regel, bouwer.kans.choice("12"))


def beantwoord(bouwer: Bouwer, kop: Rij, rij: Rij, wat: str) -> None:
    """A 319, within its term or not; sometimes refused."""
    dag = kop["dagtekening"] + timedelta(days=bouwer.kans.choice((0, 5, 7, 8, 14, 15, 56, 57)))
    bericht = bouwer.bericht("JW319", **_wie(kop), dagtekening=dag)
    regel = bouwer.regel(
        "antwoord",
        bericht,
        rij["kind"],
        referentie_aanbieder=rij["referentie_aanbieder"],
        verzoek_antwoord=wat,
        reden_afwijzing=bouwer.kans.choice(("8", "5")) if wat == "1" else None,
    )
    if bouwer.soms(0.2):
        bouwer.antwoord("JW320", bericht, [regel])


def _wie(kop: Rij) -> Rij:
    return {naam: kop[naam] for naam in ("gemeente", "aanbieder", "release")}


@pytest.fixture(scope="module", params=GROEPEN, ids=lambda nummer: f"groep{nummer}")
def werelden(request) -> list[dict[str, list[Rij]]]:
    """Some worlds at once: the query takes as long for one."""
    return [maak_met_antwoorden(request.param * SAMEN + nummer) for nummer in range(SAMEN)]


@pytest.mark.parametrize("op", OP)
def test_de_tweede_lezing_geeft_dezelfde_wachten(op, werelden):
    bron = {
        naam: pa.Table.from_pylist([r for w in werelden for r in w[naam]], schema=schema)
        for naam, schema in BRONNEN.items()
        if naam in werelden[0]
    }
    gevonden = Counter(
        tuple(rij[naam] for naam in TE_VERGELIJKEN) for rij in reken(bron, op=op).to_pylist()
    )
    verwacht = {rij for wereld in werelden for rij in naief.wachten(wereld, op)}
    assert set(gevonden) - verwacht == set()
    assert verwacht - set(gevonden) == set()


def test_de_werelden_kennen_elke_termijn_in_elke_stand(werelden):
    """Otherwise the comparison says nothing; the rare kinds together with the common ones."""
    standen = {(rij[0], rij[7]) for wereld in werelden for op in OP for rij in naief.wachten(wereld, op)}  # fmt: skip
    assert {soort for soort, _stand in standen} >= {"OP090", "OP090x4", "OP271", "OP272", "OP274", "OP274-onderzoek"}  # fmt: skip
    assert {stand for _soort, stand in standen} >= {"beantwoord op tijd", "te laat beantwoord", "te laat open"}  # fmt: skip
