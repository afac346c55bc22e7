"""Plan a meeting to learn, note who came with how many hours, and write what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.netwerk.models import Medewerker
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..fouten import OverlegFout
from ..models import Bijeenkomst, Deelname, Reflectie

DOEL = "samen leren"
#: Leergroepen were agreed from 2022 on, not before (R35).
LEERGROEP_VANAF = date(2022, 1, 1)


@transaction.atomic
def plan_bijeenkomst(*, by: Gebruiker, **velden: Any) -> Bijeenkomst:
    """A meeting of professionals. Raises OverlegFout for a leergroep before 2022 (R35)."""
    if velden["soort"] == Bijeenkomst.Soort.LEERGROEP and velden["datum"] < LEERGROEP_VANAF:
        raise OverlegFout("Leergroepen beginnen in 2022.")
    bijeenkomst = Bijeenkomst.objects.create(door=by, **velden)
    _trace(by, "bijeenkomst plannen", bijeenkomst)
    return bijeenkomst


@transaction.atomic
def note_deelname(*, bijeenkomst: Bijeenkomst, medewerker: Medewerker, by: Gebruiker) -> Deelname:
    """Somebody took part, with the hours of the meeting (R33). Raises OverlegFout the second time."""
    if bijeenkomst.deelnames.filter(medewerker=medewerker).exists():
        raise OverlegFout("Deze persoon staat er al bij.")
    _trace(by, "deelname noteren", bijeenkomst)
    return Deelname.objects.create(
        bijeenkomst=bijeenkomst, medewerker=medewerker, uren=bijeenkomst.uren
    )


@transaction.atomic
def write_reflectie(
    *,
    bijeenkomst: Bijeenkomst,
    kernwaarden: Sequence[str],
    tekst: str,
    voorbeeld: bool,
    by: Gebruiker,
    on: date,
    **antwoorden: str,
) -> Reflectie:
    """What was learnt, by core value (R1, R5, R228); `antwoorden` on the standing questions (R220, R221)."""
    _trace(by, "reflectie schrijven", bijeenkomst)
    return Reflectie.objects.create(
        bijeenkomst=bijeenkomst,
        kernwaarden=list(kernwaarden),
        tekst=tekst,
        voorbeeld=voorbeeld,
        op=on,
        door=by,
        **antwoorden,
    )


def _trace(by: Gebruiker, handeling: str, bijeenkomst: Bijeenkomst) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=bijeenkomst.nummer, doel=DOEL)
