"""The only reader of safety plans: who sees the family as a whole sees its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.casussen.models import Casus, Gezin, Maatregel, Regie
from paraplu.casussen.queries import deelnames_of, gezinnen_for, people_of
from paraplu.casussen.rechten import VOLLEDIG
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .models import Instemming, Planversie, Veiligheidsplan

#: How long before the day on which one looks back it comes on the list of work.
VOORUIT: Final = timedelta(days=14)
#: The route of which every family needs a plan (R10, R65).
TAFEL: Final = "beschermingstafel"


def plannen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Veiligheidsplan]:
    """The plans this user may see: of the families this user may see as a whole."""
    return Veiligheidsplan.objects.filter(gezin__in=gezinnen_for(gebruiker, op=op).values("pk"))


def may_write(gebruiker: Gebruiker, gezin: Gezin, *, op: date) -> bool:
    """Whether this user may write in the plan: with a part in a case of the family, or its regie.

    Break-glass lets one read only.
    """
    wie = people_of(gebruiker, op=op)
    if gezin.regies.filter(tot=None, medewerker__in=wie).exists():
        return True
    deelnames = deelnames_of(gebruiker, op=op).filter(rol__in=VOLLEDIG)
    return bool(deelnames.filter(casus__gezin=gezin).exists())


def plan_of(gezin: Gezin, op: date) -> Veiligheidsplan | None:
    """The plan that this family has on a day: begun, with a version, and not ended; else None.

    For who may see the family already: it asks no rights of its own, the wall does.
    """
    return _in_force(op).filter(gezin=gezin).first()


def versie_of(plan: Veiligheidsplan, op: date) -> Planversie | None:
    """The version that holds on a day: the newest one fixed on or before it."""
    return plan.versies.filter(vastgesteld_op__lte=op).order_by("-nummer").first()


def versies_of(plan: Veiligheidsplan) -> QuerySet[Planversie]:
    """Every version, the newest first."""
    return plan.versies.select_related("door").order_by("-nummer")


def instemmingen_of(versie: Planversie) -> QuerySet[Instemming]:
    """Who said of this version that they agree, or not, in the order in which they did."""
    return versie.instemmingen.select_related("persoon", "medewerker")


def _in_force(op: date) -> QuerySet[Veiligheidsplan]:
    heeft_versie = Planversie.objects.filter(plan=OuterRef("pk"), vastgesteld_op__lte=op)
    nog_niet_klaar = Q(beeindigd_op=None) | Q(beeindigd_op__gt=op)
    return Veiligheidsplan.objects.filter(
        nog_niet_klaar, Exists(heeft_versie), begonnen_op__lte=op
    ).order_by("-pk")


def zonder_plan_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Gezin]:
    """Families of this user that need a plan and a regisseur and lack one of them (R10).

    A family needs both while a case of it runs at the table, or while a measure runs. Each row has
    `heeft_plan` and `heeft_regisseur`. A regisseur who left does not count.
    """
    nodig = Exists(
        Casus.objects.filter(gezin=OuterRef("pk"), route_sleutel=TAFEL, afgesloten_op=None)
    ) | Exists(Maatregel.objects.filter(in_force(op), persoon__gezin=OuterRef("pk")))
    return (
        Gezin.objects.filter(nodig, pk__in=gezinnen_for(gebruiker, op=op).values("pk"))
        .annotate(
            heeft_plan=Exists(_in_force(op).filter(gezin=OuterRef("pk"))),
            heeft_regisseur=Exists(_regies(op).filter(gezin=OuterRef("pk"))),
        )
        .exclude(heeft_plan=True, heeft_regisseur=True)
        .order_by("aangemaakt_op", "pk")
    )


def _regies(op: date) -> QuerySet[Regie]:
    return Regie.objects.filter(
        in_force(op, voor="medewerker__"), tot=None, medewerker__isnull=False
    )


@dataclass(frozen=True)
class Wachtend:
    """A line on the list of work; it names no case, and no family by name."""

    tekst: Any
    adres: str
    dag: date | None
    casus: str = ""


def wachtend_for(gebruiker: Gebruiker, on: date) -> Iterator[Wachtend]:
    """What this room has for the list of work: plans to look back on, and families without one."""
    yield from terugkijken_for(gebruiker, on)
    # Who leads or stays with the family sees to it; others have the plan on the family's page.
    aantal = zonder_plan_for(gebruiker, op=on).count() if mag(gebruiker, "zonder_plan") else 0
    if aantal:
        zin = ngettext(
            "%(aantal)d gezin zonder veiligheidsplan of regisseur",
            "%(aantal)d gezinnen zonder veiligheidsplan of regisseur",
            aantal,
        )
        yield Wachtend(tekst=zin % {"aantal": aantal}, adres=reverse("zonder_plan"), dag=None)


def terugkijken_for(gebruiker: Gebruiker, on: date) -> Iterator[Wachtend]:
    """Plans to look back on within two weeks: for the regisseur; without one, for who holds a case."""
    wie = people_of(gebruiker, op=on)
    if not wie:
        return
    regie = _regies(on).filter(gezin=OuterRef("gezin"))
    houder = Casus.objects.filter(gezin=OuterRef("gezin"), afgesloten_op=None, houder__in=wie)
    laatste = Planversie.objects.filter(plan=OuterRef("pk")).order_by("-nummer")
    plannen = (
        _in_force(on)
        .filter(Exists(regie.filter(medewerker__in=wie)) | (~Exists(regie) & Exists(houder)))
        .annotate(evaluatie_op=Subquery(laatste.values("evaluatie_op")[:1]))
        .filter(evaluatie_op__lte=on + VOORUIT)
        .order_by("evaluatie_op")
    )
    for plan in plannen.select_related("gezin"):
        tekst = _("Kijk terug op het veiligheidsplan van gezin %(nummer)s")
        yield Wachtend(
            tekst=tekst % {"nummer": plan.gezin.nummer},
            adres=reverse("veiligheidsplan", args=[plan.gezin_id]),
            dag=plan.evaluatie_op,
        )
