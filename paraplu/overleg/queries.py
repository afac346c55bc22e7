"""The only reader of this room: which meetings, actions, deviations and registers a user sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from .lesstof import OVERLEGGEN_PER_JAAR
from .models import (
    Actie,
    Actiedatum,
    Actiestap,
    Afwijking,
    Afwijkingstap,
    Besluit,
    Document,
    Documentversie,
    Escalatie,
    Gegevenswens,
    Overleg,
    Overlegsoort,
    Raadsbrief,
    Regiostand,
)
from .models.overleggen import ALLE_PARTIJEN
from .rechten import LEEST, key_of

#: A deviation counts towards the step to the G7 from this number on (R211).
TWEEDE = 2
KLAAR = (Actiestap.Stand.KLAAR, Actiestap.Stand.VERVALLEN)


def overleggen_for(gebruiker: Gebruiker) -> QuerySet[Overleg]:
    """Meetings of all parties, and talks of a region in which the own organisation sits."""
    if gebruiker.soort not in LEEST:
        return Overleg.objects.none()
    return Overleg.objects.filter(
        Q(kring=ALLE_PARTIJEN) | Q(kring__contains=f" {key_of(gebruiker)} ")
    )


@dataclass(frozen=True)
class Jaartelling:
    """How many meetings there were of those that a year asks; `regio` is "" on Gelders level."""

    naam: str
    gehouden: int
    gepland: int
    nodig: int

    @property
    def is_genoeg(self) -> bool:
        return self.gehouden + self.gepland >= self.nodig


def count_jaar(overleggen: Iterable[Overleg], jaar: int, *, op: date) -> list[Jaartelling]:
    """Three on Gelders level (R210), and one contract talk in each region that is seen (R169)."""
    van_jaar = [overleg for overleg in overleggen if overleg.datum.year == jaar]
    gelders = [o for o in van_jaar if o.soort == Overlegsoort.GELDERS]
    tellingen = [_count("Gelderland", gelders, OVERLEGGEN_PER_JAAR, op)]
    for regio in gebieden.regios():
        eigen = [o for o in van_jaar if o.regio == regio.code]
        if eigen:
            tellingen.append(_count(regio.naam, eigen, 1, op))
    return tellingen


def _count(naam: str, overleggen: list[Overleg], nodig: int, op: date) -> Jaartelling:
    gehouden = sum(overleg.datum <= op for overleg in overleggen)
    return Jaartelling(naam, gehouden, len(overleggen) - gehouden, nodig)


def acties_for(gebruiker: Gebruiker) -> QuerySet[Actie]:
    """Actions with the date and the state that hold now: `datum`, `voorlopig` and `stand`."""
    if gebruiker.soort not in LEEST:
        return Actie.objects.none()
    zichtbaar = Q(overleg=None) | Q(overleg__in=overleggen_for(gebruiker))
    return with_stand(Actie.objects.filter(zichtbaar))


def with_stand(acties: QuerySet[Actie]) -> QuerySet[Actie]:
    """The last date and the last state beside each action."""
    datum = Actiedatum.objects.filter(actie=OuterRef("pk")).order_by("-id")
    stap = Actiestap.objects.filter(actie=OuterRef("pk")).order_by("-id")
    return acties.annotate(
        datum=Subquery(datum.values("datum")[:1]),
        termijn=Subquery(datum.values("tekst")[:1]),
        voorlopig=Subquery(datum.values("voorlopig")[:1]),
        stand=Subquery(stap.values("stand")[:1]),
    ).order_by(F("datum").asc(nulls_last=True), "id")


def running(acties: QuerySet[Actie]) -> QuerySet[Actie]:
    """Those that are not done and not dropped."""
    return acties.exclude(stand__in=KLAAR)


def late(acties: QuerySet[Actie], *, op: date) -> QuerySet[Actie]:
    """Running ones whose last day has passed; a preliminary day is a day too (R219)."""
    return running(acties).filter(datum__lt=op)


def afwijkingen_for(gebruiker: Gebruiker) -> QuerySet[Afwijking]:
    """All parties see each other's deviations (R205, R212), with what happened with each."""
    if gebruiker.soort not in LEEST:
        return Afwijking.objects.none()
    return all_afwijkingen()


def all_afwijkingen() -> QuerySet[Afwijking]:
    """Every deviation with its steps; for agendas and commands."""
    stappen = Afwijkingstap.objects.select_related("door")
    return Afwijking.objects.prefetch_related(Prefetch("stappen", stappen))


def status_of(afwijking: Afwijking) -> str:
    """The kind of the last step that changes the status; "" when there was only a reaction."""
    soorten = [stap.soort for stap in afwijking.stappen.all()]
    zonder_reactie = [soort for soort in soorten if soort != Afwijkingstap.Soort.REACTIE]
    return zonder_reactie[-1] if zonder_reactie else ""


def has_reactie(afwijking: Afwijking) -> bool:
    """Whether the party said something about it."""
    return any(stap.soort == Afwijkingstap.Soort.REACTIE for stap in afwijking.stappen.all())


def counts(afwijking: Afwijking) -> bool:
    """Whether it counts: it was not withdrawn."""
    return status_of(afwijking) != Afwijkingstap.Soort.INGETROKKEN


@dataclass(frozen=True)
class Voorstel:
    """A second or later deviation of one party on one agreement, on which nobody decided (R211).

    Whether the second must be on the same agreement, the sources do not say; we count per agreement.
    """

    partij: str
    partij_naam: str
    afspraak: str
    afwijkingen: tuple[Afwijking, ...]


def list_voorstellen(
    afwijkingen: Iterable[Afwijking], escalaties: Iterable[Escalatie]
) -> list[Voorstel]:
    """Proposals of the step to the G7: a deviation since the last decision, and two in all."""
    per: dict[tuple[str, str], list[Afwijking]] = {}
    for afwijking in afwijkingen:
        if counts(afwijking):
            per.setdefault((afwijking.partij, afwijking.afspraak), []).append(afwijking)
    besloten: dict[tuple[str, str], set[int]] = {}
    for escalatie in escalaties:
        gezien = besloten.setdefault((escalatie.partij, escalatie.afspraak), set())
        gezien.update(escalatie.afwijkingen)
    return [
        Voorstel(partij, rijen[0].partij_naam, afspraak, tuple(sorted(rijen, key=_by_day)))
        for (partij, afspraak), rijen in per.items()
        if len(rijen) >= TWEEDE and {r.pk for r in rijen} - besloten.get((partij, afspraak), set())
    ]


def _by_day(afwijking: Afwijking) -> tuple[date, int]:
    return afwijking.op, afwijking.pk


def open_voorstellen() -> list[Voorstel]:
    """Of all parties; who sees the page is for the route to say."""
    return list_voorstellen(all_afwijkingen(), Escalatie.objects.all())


def find_voorstel(partij: str, afspraak: str) -> Voorstel | None:
    """The proposal about this party and agreement; None when there is none."""
    return next(
        (v for v in open_voorstellen() if (v.partij, v.afspraak) == (partij, afspraak)), None
    )


def escalaties_for(gebruiker: Gebruiker) -> QuerySet[Escalatie]:
    """The steps to the G7 that people decided on."""
    if gebruiker.soort not in LEEST:
        return Escalatie.objects.none()
    return Escalatie.objects.select_related("overleg", "door")


def g7_overleggen(*, op: date) -> QuerySet[Overleg]:
    """Meetings of the Bestuurlijk Overleg G7 that are still to come."""
    return Overleg.objects.filter(soort=Overlegsoort.G7, datum__gte=op).order_by("datum")


def besluiten_for(gebruiker: Gebruiker) -> QuerySet[Besluit]:
    """All decisions for the parties; what is public for who else sees figures."""
    alle = Besluit.objects.select_related("orgaan", "aankondiging")
    return alle if gebruiker.soort in LEEST else alle.filter(openbaar=True)


def brieven_for(gebruiker: Gebruiker) -> QuerySet[Raadsbrief]:
    """A gemeente sees its own letters, a contract manager those of the gemeenten of the region."""
    return Raadsbrief.objects.filter(gemeente__in=gebruiker.codes)


def last_standen(soort: str) -> dict[tuple[str, str], Regiostand]:
    """Per (key, region) the state that holds."""
    return {
        (stand.sleutel, stand.regio): stand
        for stand in Regiostand.objects.filter(soort=soort).select_related("orgaan")
    }


def public_documenten() -> QuerySet[Document]:
    """Every paper with its versions, without their content."""
    versies = Documentversie.objects.defer("inhoud")
    return Document.objects.prefetch_related(Prefetch("versies", versies))


def list_wensen(regio: str = "") -> list[Gegevenswens]:
    """Of all data that was asked for the last row (R309); of a region: its own and those of all."""
    rijen = Gegevenswens.objects.all()
    if regio:
        rijen = rijen.filter(regio__in=("", regio))
    return list({(rij.regio, rij.wat): rij for rij in rijen}.values())
