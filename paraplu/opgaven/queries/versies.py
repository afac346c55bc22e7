"""Which version of a return holds on a day, and which GI's must report about a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from paraplu.netwerk.models import Organisatie, Soort

from ..antwoorden import Gemeld
from ..models import Incidentjaar, Kostenopgave, Personeelsopgave

Opgave = TypeVar("Opgave", Kostenopgave, Personeelsopgave, Incidentjaar)


def list_gis(jaar: int) -> dict[str, str]:
    """The GI's that were a party in a year, by AGB code, with their name.

    A GI without an AGB code has no account and no messages, so it cannot report (P60).
    """
    rijen = Organisatie.objects.filter(soort=Soort.GI, vanaf__lte=date(jaar, 12, 31)).exclude(
        code=""
    )
    gelden = rijen.exclude(tot__lt=date(jaar, 1, 1))
    return dict(gelden.order_by("naam").values_list("code", "naam"))


def read_versies(
    model: type[Opgave], jaren: Iterable[int], *, bekend_op: date
) -> dict[tuple[str, int], Opgave]:
    """The version of every GI and year that held on `bekend_op`: the highest that was in by then."""
    rijen = model._default_manager.filter(jaar__in=list(jaren), ingediend_op__lte=bekend_op)
    return {(rij.gi, rij.jaar): rij for rij in rijen.order_by("versie")}


def make_gemeld(
    gevonden: dict[tuple[str, int], Opgave], *, gi: str, jaar: int, bekend_op: date
) -> Gemeld:
    """Who reported about a year and who did not; of one GI only that one."""
    moeten = [gi] if gi else list(list_gis(jaar))
    wel = {code: rij for (code, van), rij in gevonden.items() if van == jaar and gi in {"", code}}
    return Gemeld(
        bekend_op=bekend_op,
        wel=tuple(sorted(wel)),
        niet=tuple(sorted(set(moeten) - set(wel))),
        versie=wel[gi].versie if gi in wel else None,
        ingediend_op=max((rij.ingediend_op for rij in wel.values()), default=None),
    )
