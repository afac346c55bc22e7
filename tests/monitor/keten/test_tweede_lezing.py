"""De regels over overlap, volume en credit tegenover een tweede lezing, op willekeurige werelden."""

from __future__ import annotations

import random
from functools import cache

import pytest

from tests.monitor.keten.keten import Keten
from tests.monitor.keten.naief import LEZINGEN, Lezing

WERELDEN = range(30)
OMVANG = [
    {"frequentie": "4", "eenheid": "82", "volume": 2},
    {"frequentie": "2", "eenheid": "82", "volume": 1},
    {"frequentie": "2", "eenheid": "84", "volume": 1},
    {"frequentie": "1", "eenheid": "14", "volume": 1},
    {"frequentie": "6", "eenheid": "82", "volume": 6},
    {"frequentie": "6", "eenheid": "82", "volume": 6, "budget": 6000},
    {"frequentie": "4", "eenheid": "82", "volume": 9, "budget": 11000},
]
EINDEN = (None, "03-15", "03-31", "04-12", "04-30")
DAGEN = ("01-01", "01-15", "02-01", "02-15", "03-01", "03-15", "04-01")


@cache
def wereld(zaad: int) -> Keten:
    """Two allocations, some of them changed, with care, declarations, credits and answers."""
    keten, kans = Keten(), random.Random(zaad)
    for nummer in (1, 2):
        omvang = kans.choice(OMVANG)
        basis = {**omvang, "ingangsdatum": kans.choice(DAGEN[:4])}
        if kans.random() < 0.9:
            keten.toewijzing(nummer, op="01-01", **basis, einddatum=kans.choice(EINDEN))
        for _keer in range(kans.choice((0, 0, 1, 2))):
            reden = kans.choice(("02", "05", "13"))
            op = kans.choice(("02-28", "03-02", "04-10"))
            anders = {"einddatum": kans.choice(EINDEN), "reden_wijziging": reden}
            keten.toewijzing(nummer, op=op, **basis | anders)
        zorg(keten, kans, nummer)
        geld(keten, kans, nummer, omvang["eenheid"])
    return keten


def zorg(keten: Keten, kans: random.Random, nummer: int) -> None:
    """Some starts and stops, a few of them removed or refused."""
    for _keer in range(kans.randint(1, 3)):
        start = {"begindatum": kans.choice(DAGEN[:5]), "op": kans.choice(DAGEN)}
        bericht = keten.start(nummer, **start)
        if kans.random() < 0.15:
            keten.start(nummer, **start, status_aanlevering="3")
        if kans.random() < 0.15:
            keten.retour(bericht)
        for _stop in range(kans.choice((0, 1, 1, 2, 3))):
            stop = {
                "begindatum": start["begindatum"],
                "einddatum": kans.choice(DAGEN[2:]),
                "reden_beeindiging": kans.choice(("19", "20", "20")),
                "op": kans.choice(DAGEN[3:]),
            }
            keten.stop(nummer, **stop)
            if kans.random() < 0.15:
                keten.stop(nummer, **stop, status_aanlevering="3")


def geld(keten: Keten, kans: random.Random, nummer: int, eenheid: str) -> None:
    """Declarations of some months, credits of them, and answers that grant or refuse."""
    gedaan = []
    for maand in kans.choices((1, 2, 3, 4), k=kans.randint(2, 5)):
        regel = {
            "toewijzing_nummer": nummer,
            "eenheid": eenheid,
            "volume": kans.choice((0, 1, 2, 5, 31)),
        }
        if kans.random() < 0.2:
            regel["einddatum"] = f"0{maand}-15"
        gedaan.append(keten.declaratie(maand, **regel, op=f"0{maand + 1}-0{kans.randint(1, 3)}"))
    for debet in list(gedaan):
        for _keer in range(kans.choice((0, 0, 0, 1, 1, 2))):
            gedaan.append(keten.credit(debet, f"0{kans.randint(3, 6)}-0{kans.randint(1, 9)}"))
    for bericht in gedaan:
        op = f"0{min(9, keten.koppen[bericht]['dagtekening'].month)}-1{kans.randint(0, 9)}"
        wat = kans.random()
        if wat < 0.55:
            keten.antwoord_325(bericht, op)
        elif wat < 0.7:
            keten.keur_af(bericht, op)
        elif wat < 0.8:
            keten.antwoord_325(bericht, op, retourcodes="0001", retourcodes_klasse=None)


@cache
def gevonden(zaad: int) -> dict[str, set]:
    """Per rule what the product finds."""
    uit: dict[str, set] = {code: set() for code in LEZINGEN}
    for rij in wereld(zaad).toetsing().bevindingen(LEZINGEN).to_pylist():
        uit[rij["code"]].add((rij["bericht"], rij["volgnummer"]))
    return uit


@pytest.mark.parametrize("zaad", WERELDEN)
def test_beide_lezingen_vinden_hetzelfde(zaad):
    lezing = Lezing(wereld(zaad))
    for code, lees in LEZINGEN.items():
        assert gevonden(zaad)[code] == set(lees(lezing)), code


@pytest.mark.parametrize("code", sorted(LEZINGEN))
def test_elke_regel_wordt_in_de_werelden_gebroken(code):
    aantallen = [len(gevonden(zaad)[code]) for zaad in WERELDEN]
    assert sum(aantal > 0 for aantal in aantallen) >= 2
