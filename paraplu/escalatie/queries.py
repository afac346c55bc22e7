"""The only reader of this room: who takes part, what may be taken up, what can be learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen import queries as werk
from paraplu.casussen.cijfers.verbergen import ALLES, DREMPEL, hide
from paraplu.casussen.models import Casus, CasusStap, Gebeurtenis, Persoon
from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force, medewerker_of, people_with
from paraplu.web.models import Gebruiker
from paraplu.web.wand.verzoek import beyond_wall

from .actions.beginnen import BESTUURLIJK, ROUTE, WEDERPARTIJEN
from .models import Deelnemer, Escalatie, Goedkeuring, Onbeschermd, Verslag

#: Kinds of organisation that serve one gemeente: of these only those of the family's.
LOKAAL = (Soort.LOKAAL_TEAM, Soort.GEMEENTE)


@dataclass(frozen=True)
class Wacht:
    """Something of this room that waits for a person."""

    casus: str
    tekst: str
    adres: str
    dag: date | None


def people_for_rol(casus: Casus, rol: str, _on: date) -> list[Medewerker]:
    """Who has a role in an escalation by name: the engine lets in nobody else of their organisation."""
    rijen = Deelnemer.objects.filter(escalatie__casus=casus, rol=rol, medewerker__isnull=False)
    return [rij.medewerker for rij in rijen.select_related("medewerker__organisatie")]


def escalaties_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Escalatie]:
    """The escalations this user takes part in."""
    return Escalatie.objects.filter(casus__in=werk.casussen_for(gebruiker, op=op)).select_related(
        "casus__gezin", "casus__houder__organisatie", "wederpartij", "ingang_door"
    )


def own_deelname(gebruiker: Gebruiker, escalatie: Escalatie, *, op: date) -> Deelnemer | None:
    """As whom this user takes part; the highest level counts."""
    ik = medewerker_of(gebruiker, op=op)
    return escalatie.deelnemers.filter(medewerker=ik).last() if ik else None


def list_deelnemers(escalatie: Escalatie) -> list[Deelnemer]:
    """Everybody who takes part, once per level."""
    return list(escalatie.deelnemers.select_related("organisatie", "medewerker"))


def list_aan_zet(escalatie: Escalatie) -> list[tuple[CasusStap, list[str]]]:
    """The open steps, each with the names of who is on the move (R290)."""
    gevonden = []
    for stap in escalatie.casus.stappen.filter(afgerond_op=None):
        stap.casus = escalatie.casus
        rollen = stap.afspraak.rollen
        namen = [d.naam for d in list_deelnemers(escalatie) if d.rol in rollen and d.medewerker_id]
        if escalatie.casus.route.houder in rollen:
            namen.insert(0, str(escalatie.casus.houder))
        gevonden.append((stap, namen))
    return gevonden


def family_of(casus: Casus) -> list[Persoon]:
    """The people of the family, only to find their names in a text that must not hold them."""
    with beyond_wall():
        return list(Persoon.objects.filter(gezin=casus.gezin_id))


def medewerkers_at(
    organisatie: Organisatie, rol: str = "", *, op: date, behalve: Medewerker | None = None
) -> QuerySet[Medewerker]:
    """People of an organisation, with a role where one is given."""
    rijen = (
        people_with(rol, [organisatie], op=op)
        if rol
        else Medewerker.objects.filter(in_force(op), organisatie=organisatie)
    )
    return rijen.exclude(pk=behalve.pk) if behalve else rijen


def bestuurders_for(escalatie: Escalatie, *, op: date) -> QuerySet[Medewerker]:
    """Who can decide: the board of both sides and the aldermen of the gemeente."""
    casus = escalatie.casus
    waar = [casus.houder.organisatie, escalatie.wederpartij, casus.gemeente]
    return people_with("bestuurder", waar, op=op).select_related("organisatie")


def wederpartijen_for(gemeente: str, ik: Medewerker, *, op: date) -> QuerySet[Organisatie]:
    """With which organisations the work for a family of this gemeente can stagnate."""
    rijen = Organisatie.objects.filter(in_force(op), soort__in=WEDERPARTIJEN)
    van_elders = Q(soort__in=LOKAAL) & ~Q(gemeente=gemeente)
    return rijen.exclude(van_elders).exclude(pk=ik.organisatie_id).order_by("soort", "naam")


def bestuurlijk_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Casus]:
    """Cases whose aanmeldroute ended at the board and that nobody took up (P46).

    For who decided that, also when their part in the case is over, and for the team leader.
    """
    ik = medewerker_of(gebruiker, op=op)
    if ik is None:
        return Casus.objects.none()
    besloten = Gebeurtenis.objects.filter(
        casus=OuterRef("pk"), door=ik, gegevens__uitkomst=BESTUURLIJK
    )
    leidt = werk.deelnames_of(gebruiker, op=op).filter(rol="teamleider", casus=OuterRef("pk"))
    return Casus.objects.filter(
        Exists(besloten) | Exists(leidt), afloop=BESTUURLIJK, bestuurlijk_vervolg=None
    ).select_related("gezin", "gi", "lokaal_team")


def list_wachtend(gebruiker: Gebruiker, on: date) -> Iterator[Wacht]:
    """Reports that wait for this user's answer, and escalated routes to take up."""
    ik = medewerker_of(gebruiker, op=on)
    if ik is None:
        return
    for verslag in _unanswered(ik):
        if werk.casussen_for(gebruiker, op=on).filter(pk=verslag.escalatie.casus_id).exists():
            yield Wacht(
                verslag.escalatie.casus.nummer,
                _("zeg of u het verslag goedkeurt"),
                reverse("escalatieverslag", args=[verslag.escalatie.casus_id]),
                None,
            )
    with beyond_wall():
        gevonden = list(bestuurlijk_for(gebruiker, op=on))
    for casus in gevonden:
        yield Wacht(
            casus.nummer,
            _("bestuurlijk geëscaleerd: zet dit door naar de bestuurders"),
            reverse("escalatie_bestuurlijk", args=[casus.pk]),
            None,
        )


def _unanswered(ik: Medewerker) -> list[Verslag]:
    """The newest reports of running escalations on which this person has not answered."""
    antwoord = Goedkeuring.objects.filter(verslag=OuterRef("pk"), deelnemer__medewerker=ik)
    nieuwer = Verslag.objects.filter(escalatie=OuterRef("escalatie"), versie__gt=OuterRef("versie"))
    return list(
        Verslag.objects.filter(
            ~Exists(antwoord),
            ~Exists(nieuwer),
            escalatie__deelnemers__medewerker=ik,
            escalatie__casus__afgesloten_op=None,
        )
        .select_related("escalatie__casus")
        .distinct()
    )


def onbeschermd_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Onbeschermd]:
    """Reports of the own organisation, and of families this user may see."""
    ik = medewerker_of(gebruiker, op=op)
    if ik is None:
        return Onbeschermd.objects.none()
    return Onbeschermd.objects.filter(
        Q(organisatie=ik.organisatie_id) | Q(gezin__in=werk.gezinnen_for(gebruiker, op=op))
    ).select_related("organisatie", "gezin")


@dataclass(frozen=True)
class Telling:
    """How many families and children of a region, or of a gemeente in it, are on the list.

    None for a number below the threshold, or that gives one away.
    """

    naam: str
    gezinnen: int | None
    kinderen: int | None


def count_onbeschermd(regio: str, gemeenten: dict[str, str]) -> tuple[Telling, list[Telling]]:
    """The open reports of a region, without whose: exact for the region, small gemeenten hidden (R141).

    A family that two organisations reported counts once.
    """
    with beyond_wall():
        rijen = Onbeschermd.objects.filter(regio=regio, afgesloten_op=None)
        gezinnen = {r.gezin_id: (r.gemeente, r.kinderen) for r in rijen.order_by("id")}
    per = Counter(gemeente for gemeente, _kinderen in gezinnen.values())
    verborgen = hide({**{(g,): aantal for g, aantal in per.items()}, (ALLES,): sum(per.values())})
    kinderen = Counter()
    for gemeente, aantal in gezinnen.values():
        kinderen[gemeente] += aantal
    delen = [
        Telling(naam, None, None)
        if (code,) in verborgen
        else Telling(naam, per[code], kinderen[code])
        for code, naam in gemeenten.items()
        if per[code]
    ]
    return Telling("", sum(per.values()), sum(kinderen.values())), delen


@dataclass(frozen=True)
class Les:
    """Lessons of one kind and year; empty and counted only as hidden when they are of too few."""

    situatie: str
    jaar: int
    lessen: list[str]


def list_lessen() -> list[Les]:
    """What escalations taught, without case, organisation, region or person (R139).

    Situation 3 is about one person's acts and stays out. Of fewer than five escalations of a kind
    in a year nothing is shown: whoever knows one of them would know whose lesson it is.
    """
    with beyond_wall():
        rijen = list(
            Escalatie.objects.filter(casus__route_sleutel=ROUTE, casus__afloop="afgerond")
            .exclude(situatie=Escalatie.Situatie.HANDELEN)
            .select_related("casus")
            .prefetch_related("verslagen")
        )
    groepen: dict[tuple[int, str], list[str]] = {}
    aantallen: Counter[tuple[int, str]] = Counter()
    for rij in rijen:
        sleutel = (rij.casus.afgesloten_op.year, rij.situatie)
        aantallen[sleutel] += 1
        verslagen = list(rij.verslagen.all())
        if verslagen and verslagen[-1].lessen:
            groepen.setdefault(sleutel, []).append(verslagen[-1].lessen)
    return [
        Les(str(Escalatie.Situatie(situatie).label), jaar, sorted(lessen))
        for (jaar, situatie), lessen in sorted(groepen.items(), reverse=True)
        if aantallen[jaar, situatie] >= DREMPEL
    ]
