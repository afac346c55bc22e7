"""Wat de demo fout doet, is precies wat zij met opzet fout doet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from paraplu.berichten import controleer, lees
from paraplu.demo.geplant import GEPLANT, geplant_in
from paraplu.monitor.keten import keten_bevindingen, ketenregels
from paraplu.monitor.opslag import Opslag
from tests.demo.kleine_wereld import Geschreven
from tests.demo.test_berichten import bestanden

GETOETST = "3.2"


def test_een_bestand_breekt_precies_de_regels_die_erin_zijn_geplant(
    geschreven: Geschreven,
) -> None:
    for naam, inhoud in bestanden(geschreven.map):
        geplant = geplant_in(naam)
        gevonden = sorted(b.code for b in controleer(inhoud, bestand=naam))
        assert gevonden == sorted(geplant.bericht if geplant else ()), naam


def test_elke_geplante_fout_komt_voor(geschreven: Geschreven) -> None:
    telling = Counter(geplant_in(naam) for naam, _ in bestanden(geschreven.map))
    assert all(telling[geplant] for geplant in GEPLANT)
    assert telling[None] > 100 * (telling.total() - telling[None])


@pytest.mark.traag
def test_de_keten_breekt_precies_waar_dat_is_geplant(
    geschreven: Geschreven, ingenomen: Path
) -> None:
    bericht = Opslag(ingenomen).arrow("bericht").to_pylist()
    namen = {rij["bericht"]: (rij["soort"], rij["identificatie"]) for rij in bericht}
    gevonden = Counter(
        (rij["code"], *namen[rij["bericht"]])
        for rij in keten_bevindingen(Opslag(ingenomen)).to_pylist()
    )
    assert gevonden == _geplant_in_de_keten(geschreven.map)


@pytest.mark.traag
def test_elke_ketenregel_heeft_berichten_om_te_toetsen_behalve_die_over_de_317(
    ingenomen: Path,
) -> None:
    """Without messages of the kinds that a rule is about, silence would say nothing."""
    release = {
        (rij["soort"], rij["release"]) for rij in Opslag(ingenomen).arrow("bericht").to_pylist()
    }
    soorten = {soort for soort, versie in release if versie == GETOETST}
    stil = {code for code, regel in ketenregels().items() if not soorten & set(regel.klassen)}
    assert {soort for code in stil for soort in ketenregels()[code].klassen} <= {"JW317"}


def _geplant_in_de_keten(map_: Path) -> Counter[tuple[str, str, str]]:
    """By the files: the rule, and the kind and number of the message that breaks it."""
    uit: Counter[tuple[str, str, str]] = Counter()
    for naam, inhoud in bestanden(map_):
        geplant = geplant_in(naam)
        if geplant is None or not geplant.keten:
            continue
        bericht = lees(inhoud, bestand=naam).bericht
        assert bericht is not None
        if bericht.release == GETOETST:
            nummer = bericht.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"]
            uit.update((code, bericht.soort, nummer) for code in geplant.keten)
    return uit
