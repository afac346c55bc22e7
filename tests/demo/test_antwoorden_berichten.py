"""Een antwoord in de demo is het antwoord dat Paraplu zelf op dat bericht zou geven."""

from __future__ import annotations

from collections import Counter

import pytest

from paraplu.berichten import Bericht, lees
from paraplu.berichten.antwoord import Oordeel, antwoord
from paraplu.demo.berichten import Schrijver
from paraplu.demo.berichten.declaratie import per_kind
from paraplu.demo.wereld.begrippen import Declaratie
from paraplu.demo.wereld.post import Stuk
from tests.demo.kleine_wereld import Geschreven

REGELS = {"305": "StartProducten/StartProduct", "307": "StopProducten/StopProduct"}


@pytest.fixture(scope="module")
def schrijver(geschreven: Geschreven) -> Schrijver:
    return Schrijver(geschreven.wereld)


def gelezen(schrijver: Schrijver, stuk: Stuk) -> Bericht:
    bericht = lees(schrijver.schrijf(stuk), bestand="demo.xml").bericht
    assert bericht is not None
    return bericht


def oordelen_over(stuk: Stuk) -> list[Oordeel]:
    """What its answer says of a message that is no declaration."""
    heen = stuk.antwoord_op
    assert heen is not None
    if stuk.code == "0200":
        return []
    if stuk.code == "0001":
        return [Oordeel(pad="Header", code="0001")]
    plek = f"Client/{REGELS[heen.soort]}"
    return [Oordeel(pad=f"{plek}[{n}]", code=stuk.code) for n, _ in enumerate(heen.regels, 1)]


def oordelen_over_geld(declaratie: Declaratie) -> list[Oordeel]:
    """What its answer says of a 323."""
    if declaratie.afgekeurd:
        plek = "Header" if declaratie.afgekeurd == "0001" else "Declaratie"
        return [Oordeel(pad=plek, code=declaratie.afgekeurd)]
    return [
        Oordeel(
            pad=f"Declaratie/Clienten/Client[{client}]/Prestaties/Prestatie[{nummer}]",
            code=regel.afgewezen,
        )
        for client, (_, regels) in enumerate(per_kind(declaratie.regels), 1)
        for nummer, regel in enumerate(regels, 1)
        if regel.afgewezen
    ]


def verwacht(schrijver: Schrijver, stuk: Stuk, heen: Stuk, oordelen: list[Oordeel]) -> Bericht:
    gemaakt = antwoord(
        gelezen(schrijver, heen),
        oordelen,
        identificatie=schrijver.identificatie(stuk),
        dagtekening=stuk.dag,
    )
    assert isinstance(gemaakt, Bericht)
    return gemaakt


def test_een_retour_is_wat_paraplu_zou_antwoorden(
    geschreven: Geschreven, schrijver: Schrijver
) -> None:
    retouren = [stuk for stuk in geschreven.wereld.post if stuk.antwoord_op]
    for stuk in retouren:
        assert stuk.antwoord_op is not None
        gemaakt = verwacht(schrijver, stuk, stuk.antwoord_op, oordelen_over(stuk))
        assert gelezen(schrijver, stuk) == gemaakt
    assert {stuk.code for stuk in retouren} == {"0200", "0001", "9019", "9069"}


def test_een_declaratieantwoord_is_wat_paraplu_zou_antwoorden(
    geschreven: Geschreven, schrijver: Schrijver
) -> None:
    heen = {id(s.declaratie): s for s in geschreven.wereld.post if s.soort == "323"}
    telling: Counter[str] = Counter()
    for stuk in geschreven.wereld.post:
        if stuk.soort != "325":
            continue
        assert stuk.declaratie is not None
        oordelen = oordelen_over_geld(stuk.declaratie)
        telling.update({oordeel.code for oordeel in oordelen} or {"8001"})
        gemaakt = verwacht(schrijver, stuk, heen[id(stuk.declaratie)], oordelen)
        assert gelezen(schrijver, stuk) == gemaakt
    assert telling["8001"] > telling["9321"] > 0
