"""Which figures a user may see: the own region or the own organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Organisatie
from paraplu.netwerk.queries import in_force, medewerker_of
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.models import Organisatie as Gebiedsoort

from .verbergen import ALLES


@dataclass(frozen=True, kw_only=True)
class Bereik:
    """The region and organisation one is held to; ALLES is none. `partijen`: may compare them.

    A region or organisation that nobody has gives figures of nothing.
    """

    regio: str = ALLES
    partij: str = ALLES
    partijen: bool = False


def bereik_of(gebruiker: Gebruiker, *, op: date) -> Bereik:
    """What this user may see figures of.

    Provider and team leader see their own organisation; who works for a region, and the alderman,
    that region; the contract manager all of them.
    """
    if gebruiker.soort == Soort.CONTRACTMANAGER:
        return Bereik(partijen=True)
    if gebruiker.soort in {Soort.TEAMLEIDER, Soort.AANBIEDER}:
        return Bereik(partij=_partij(gebruiker, op=op))
    return Bereik(regio=_regio(gebruiker, op=op), partijen=gebruiker.soort != Soort.WETHOUDER)


def _partij(gebruiker: Gebruiker, *, op: date) -> str:
    ik = medewerker_of(gebruiker, op=op)
    if ik is not None:
        return str(ik.organisatie.sleutel)
    eigen = Organisatie.objects.filter(in_force(op), code=gebruiker.organisatie_code).first()
    return eigen.sleutel if eigen else "-"


def _regio(gebruiker: Gebruiker, *, op: date) -> str:
    ik = medewerker_of(gebruiker, op=op)
    if ik is not None and ik.organisatie.regio:
        return str(ik.organisatie.regio)
    if gebruiker.organisatie_soort == Gebiedsoort.REGIO:
        return gebruiker.organisatie_code or "-"
    gemeente = gebieden.gemeente(gebruiker.organisatie_code)
    return gemeente.regio if gemeente else "-"
