"""Whatever one does, in whatever order: no step 2 or 3 without its ground (R133 to R135, P46).

Acts are drawn at random from all there are, also nonsense; after each course the history is read
with a second, naive rule.
"""

from __future__ import annotations

from random import Random

import pytest
from django.db import transaction

from paraplu.casussen.actions import close_stap, redo_stap
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap, Deelname
from paraplu.escalatie import actions
from paraplu.escalatie.actions import stappen
from paraplu.escalatie.models import Escalatie, Overleg
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import EIGEN, Toneel

DADEN, LOPEN = 30, 5


def begin(toneel: Toneel, soort: str) -> Escalatie:
    """One of the four ways in: by situation, or at step 3."""
    if soort != "beleid":
        return toneel.begin(soort)
    return actions.begin_beleid(
        gezin=toneel.gezin,
        grond="beide",
        vraag="Er is geen beleid voor.",
        wederpartij=toneel.wereld.lokaal_team,
        by=toneel.leiding[EIGEN],
        on=BEGIN,
    )


def close(toneel: Toneel, escalatie: Escalatie, rng: Random) -> None:
    """Close the open step with some outcome of it, as on its page."""
    stap = toneel.stap(escalatie)
    # An ending is one of many: else most courses are over before they come anywhere.
    verder = [u.sleutel for u in stap.afspraak.uitkomsten.values() if not u.eind]
    uitkomst = rng.choice(sorted(verder) or sorted(stap.afspraak.uitkomsten))
    close_stap(stap=stap, uitkomst=uitkomst, by=toneel.jb, on=BEGIN, toelichting="Daarom.")


def write_overleg(toneel: Toneel, escalatie: Escalatie, rng: Random) -> None:
    """Write down a talk on the open step, with some result."""
    gelukt = rng.random() < 0.15
    stappen._write_overleg(
        toneel.stap(escalatie),
        niveau=rng.choice((1, 2, 3)),
        by=toneel.jb,
        erkend=rng.choice((True, True, False)),
        beleid_tekort=not gelukt and rng.random() < 0.4,
        **toneel.gesprek(gelukt),
    )


def name_people(toneel: Toneel, escalatie: Escalatie, rng: Random) -> None:
    """Name some people on some level."""
    wie = rng.choice(("leidinggevenden", "bestuurders", "anderen"))
    if wie == "leidinggevenden":
        return stappen.name_leidinggevenden(escalatie=escalatie, on=BEGIN, **toneel.leiding)
    if wie == "bestuurders":
        return stappen.name_bestuurders(
            escalatie=escalatie, bestuurders=[toneel.wethouder], ambtenaar="Ambtenaar", on=BEGIN
        )
    for niveau, rol in ((0, "professional"), (1, "gedragswetenschapper")):
        wie = {"eigen": toneel.gw["eigen"], "ander": toneel.gw["ander"]}
        for kant, medewerker in wie.items():
            actions.add_deelnemer(
                escalatie=escalatie, niveau=niveau, rol=rol, kant=kant, medewerker=medewerker, on=BEGIN
            )  # fmt: skip
    return None


def redo(toneel: Toneel, escalatie: Escalatie, rng: Random) -> None:
    """Do some closed step over."""
    if rng.random() < 0.15:
        gedaan = CasusStap.objects.filter(casus=escalatie.casus, afgerond_op__isnull=False)
        stap = rng.choice(list(gedaan)) if gedaan else None
        if stap:
            redo_stap(stap=stap, by=toneel.jb, on=BEGIN, reden="Het klopte niet.")


def overleg(toneel: Toneel, escalatie: Escalatie, _rng: Random) -> None:
    """They spoke each other, and the family knows."""
    toneel.overleg(Escalatie.objects.get(pk=escalatie.pk))


MOGELIJK = (
    *(close,) * 4,
    *(write_overleg,) * 2,
    *(name_people,) * 3,
    redo,
    overleg,
)


def misses_ground(escalatie: Escalatie) -> list[str]:
    """The steps of this course that have no ground, read from what happened."""
    mis: list[str] = []
    eerder: list[tuple[str, str]] = []
    for stap in CasusStap.objects.filter(casus=escalatie.casus).order_by("id"):
        mislukt = {
            (o.stap.sleutel, o.erkend) for o in Overleg.objects.filter(escalatie=escalatie)
            if not o.gelukt and o.stap_id < stap.pk
        }  # fmt: skip
        bestuurlijk = escalatie.ingang != "professional"
        gegaan = {uitkomst for _sleutel, uitkomst in eerder}
        if stap.sleutel == "gedragswetenschappers" and escalatie.situatie != "1":
            mis.append("stap 1 buiten situatie 1")
        stap_1_mislukt = ("gedragswetenschappers", True) in mislukt and "niet_overbrugd" in gegaan
        if (stap.sleutel, escalatie.situatie) == ("leidinggevenden", "1") and not stap_1_mislukt:
            mis.append("stap 2 zonder mislukte stap 1")
        if stap.sleutel == "bestuurders" and not bestuurlijk:
            grond = gegaan & {"niet_opgeheven", "beleid_schiet_tekort"}
            if not grond or not any(sleutel == "leidinggevenden" for sleutel, _e in mislukt):
                mis.append("stap 3 zonder grond")
        if stap.sleutel in {"gedragswetenschappers", "leidinggevenden"} and bestuurlijk:
            mis.append("stap 1 of 2 na een bestuurlijke ingang")
        eerder.append((stap.sleutel, stap.uitkomst))
    return mis


@pytest.mark.parametrize("soort", ["1", "2", "3", "beleid"])
def test_geen_enkele_reeks_geeft_een_stap_zonder_grond(toneel, soort):
    gezien: set[str] = set()
    for nummer in range(LOPEN):
        rng = Random(f"{soort}-{nummer}")
        escalatie = begin(toneel, soort)
        if soort == "1" and nummer % 2:
            # Half of them begin further on: the way to step 1 is long for who draws lots.
            toneel.naar_stap_1(escalatie)
        for _daad in range(DADEN):
            try:
                with transaction.atomic():
                    rng.choice(MOGELIJK)(toneel, escalatie, rng)
            except (CasusFout, CasusStap.DoesNotExist):
                continue
        assert misses_ground(escalatie) == [], nummer
        gezien |= set(escalatie.casus.stappen.values_list("sleutel", flat=True))
        if soort == "3":
            assert not Deelname.objects.filter(casus=escalatie.casus, medewerker=None).exists()
    # The courses come somewhere: else they would prove nothing.
    verwacht = {"1": "gedragswetenschappers", "2": "bestuurders", "3": "leidinggevenden"}
    assert verwacht.get(soort, "bestuurders") in gezien
    if soort == "1":
        assert "leidinggevenden" in gezien
