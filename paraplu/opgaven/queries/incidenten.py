"""RA11: the register of problems with the woonplaatsbeginsel over a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from paraplu.web.wand.verzoek import beyond_wall

from ..antwoorden import Incidenten
from ..klok import Stand, stand_on
from ..models import Incident, Incidentjaar, Incidentstap
from .versies import make_gemeld, read_versies


@dataclass(frozen=True)
class Incidentgang:
    """One incident as known on a day."""

    incident: Incident
    stand: Stand
    opgelost_op: date | None
    uren: Decimal
    afspraak_nageleefd: bool | None


def incidenten(gebied: str, jaar: int, *, bekend_op: date) -> Incidenten:
    """RA11 of "", `regio-CG`, `gemeente-0228` or `gi-90000001` (R189, R305), as known on a day."""
    soort, _streep, code = gebied.partition("-")
    with beyond_wall():
        rijen = Incident.objects.filter(gemeld_op__year=jaar, ingevoerd_op__lte=bekend_op)
        bekend = read_gang(rijen.filter(Q(**{soort: code}) if soort else Q()), op=bekend_op)
        verklaard = read_versies(Incidentjaar, (jaar,), bekend_op=bekend_op)
        gemeld = make_gemeld(
            verklaard, gi=code if soort == "gi" else "", jaar=jaar, bekend_op=bekend_op
        )
    standen = Counter(een.stand for een in bekend)
    uren = [een.uren for een in bekend if een.uren]
    return Incidenten(
        gebied=gebied,
        jaar=jaar,
        aantal=len(bekend),
        opgelost=sum(een.opgelost_op is not None for een in bekend),
        op_tijd=standen["op tijd"],
        te_laat=standen["te laat"] + standen["verlopen"],
        lopend=standen["loopt"],
        uren=sum(uren, Decimal(0)) if uren else None,
        nageleefd=sum(een.afspraak_nageleefd is True for een in bekend),
        niet_nageleefd=sum(een.afspraak_nageleefd is False for een in bekend),
        per_gemeente=_count(een.incident.gemeente for een in bekend),
        per_gi=_count(een.incident.gi for een in bekend),
        per_soort=_count(een.incident.soort for een in bekend),
        gemeld=gemeld,
    )


def read_gang(rijen: QuerySet[Incident], *, op: date) -> list[Incidentgang]:
    """These incidents with their steps until a day."""
    stappen = Prefetch("stappen", Incidentstap.objects.filter(op__lte=op), to_attr="tot_nu")
    return [make_gang(een, een.tot_nu, op=op) for een in rijen.prefetch_related(stappen)]


def make_gang(incident: Incident, stappen: Iterable[Incidentstap], *, op: date) -> Incidentgang:
    """How an incident stands after these steps; the last one says whether it is solved."""
    lijst = list(stappen)
    opgelost_op = lijst[-1].opgelost_op if lijst else None
    gezegd = [stap.afspraak_nageleefd for stap in lijst if stap.afspraak_nageleefd is not None]
    return Incidentgang(
        incident=incident,
        stand=stand_on(incident.gemeld_op, opgelost_op, op=op),
        opgelost_op=opgelost_op,
        uren=sum((stap.uren for stap in lijst), Decimal(0)),
        afspraak_nageleefd=gezegd[-1] if gezegd else None,
    )


def _count(waarden: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(waarden).items()))
