"""The list of work: open steps ordered by the time that is really left, in groups with a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from paraplu.afspraken.routes.model import HOUDERROLLEN
from paraplu.netwerk.models import Afwezigheid, Medewerker
from paraplu.netwerk.queries import in_force, medewerker_of
from paraplu.termijnen import Termijn
from paraplu.web.models import Gebruiker

from .models import CasusStap
from .queries import people_of, stappen_for, stappen_to_do
from .termijnen import termijn_of

#: The groups in the order of the page.
GROEPEN = (
    ("te_laat", _("Over tijd")),
    ("vandaag", _("Vandaag")),
    ("week", _("Deze week")),
    ("later", _("Later")),
    ("stil", _("Staat stil")),
    ("zonder", _("Zonder termijn")),
)
#: How many dots after the last day are drawn at most.
TE_LAAT_STIPPEN = 5
HOOGSTENS = 200


@dataclass(frozen=True)
class Werkregel:
    """One open step on a list, with its term as it is on the day of the list."""

    stap: CasusStap
    op: date

    @cached_property
    def termijn(self) -> Termijn | None:
        """The term with its receipt; None without one or before its event."""
        return termijn_of(self.stap, self.stap.opschortingen.all())

    @property
    def tijd(self) -> str:
        """What is left, in a sentence."""
        if self.termijn is None and self.stap.uiterste_datum:
            return _left_until(self.stap.uiterste_datum, self.op)
        if self.termijn is None:
            return str(_("termijn loopt nog niet") if self.stap.termijn else _("geen termijn"))
        return self.termijn.resterend(self.op).zin

    @property
    def stippen(self) -> Sequence[Any]:
        """A dot for every day that counts."""
        return self.termijn.stippen(self.op, te_laat=TE_LAAT_STIPPEN) if self.termijn else ()

    @property
    def groep(self) -> str:
        """The key of the group it stands in."""
        uiterste = self.stap.uiterste_datum
        if uiterste is None:
            return "stil" if self.stap.anker and self.stap.termijn else "zonder"
        if uiterste < self.op:
            return "te_laat"
        if uiterste == self.op:
            return "vandaag"
        return "week" if uiterste <= end_of_week(self.op) else "later"


def _left_until(dag: date, op: date) -> str:
    """What is left until a day that was agreed, in a sentence."""
    dagen = (dag - op).days
    if dagen == 0:
        return _t("afgesproken voor vandaag")
    if dagen < 0:
        return ngettext(
            "%(dagen)d dag na de afgesproken dag", "%(dagen)d dagen na de afgesproken dag", -dagen
        ) % {"dagen": -dagen}
    return ngettext(
        "nog %(dagen)d dag tot de afgesproken dag",
        "nog %(dagen)d dagen tot de afgesproken dag",
        dagen,
    ) % {"dagen": dagen}


def end_of_week(op: date) -> date:
    """The Sunday of the week of `op`."""
    return op + timedelta(days=6 - op.weekday())


def own_stappen(gebruiker: Gebruiker, *, op: date) -> QuerySet[CasusStap]:
    """What this person has to do: taken on, or free to take in an own role.

    A holder may also say of a step of another that the answer stays out. That is no work of the
    holder's own before the last day has passed.
    """
    wie = people_of(gebruiker, op=op)
    van_een_ander = ~Q(rol__in=HOUDERROLLEN) & Q(casus__houder__in=wie)
    nog_op_tijd = Q(uiterste_datum=None) | Q(uiterste_datum__gte=op)
    return (
        stappen_to_do(gebruiker, op=op)
        .filter(Q(behandelaar__in=wie) | Q(behandelaar=None))
        .exclude(van_een_ander & nog_op_tijd)
    )


def team_stappen(gebruiker: Gebruiker, *, op: date) -> QuerySet[CasusStap]:
    """Open steps of the own organisation, as far as this user may see them."""
    ik = medewerker_of(gebruiker, op=op)
    if ik is None:
        return CasusStap.objects.none()
    return stappen_for(gebruiker, op=op).filter(afgerond_op=None, organisatie=ik.organisatie_id)


def waiting_for_others(gebruiker: Gebruiker, *, op: date) -> QuerySet[CasusStap]:
    """Open steps of others in the cases this person holds: nobody waits unseen."""
    wie = people_of(gebruiker, op=op)
    return (
        stappen_for(gebruiker, op=op)
        .filter(afgerond_op=None, casus__houder__in=wie)
        .exclude(rol__in=HOUDERROLLEN)
    )


def unattended(stappen: QuerySet[CasusStap], *, op: date) -> QuerySet[CasusStap]:
    """Those whose worker is away without a deputy, or has left."""
    weg = Afwezigheid.objects.filter(in_force(op), medewerker=OuterRef("behandelaar"))
    zonder_vervanger = Exists(weg.filter(vervanger=None)) & ~Exists(
        weg.filter(vervanger__isnull=False)
    )
    vertrokken = Exists(Medewerker.objects.filter(pk=OuterRef("behandelaar")).exclude(in_force(op)))
    return stappen.filter(zonder_vervanger | vertrokken)


def list_regels(
    stappen: QuerySet[CasusStap], *, op: date, hoogstens: int = HOOGSTENS
) -> list[Werkregel]:
    """The steps as lines, the one with least time first; those without a last day at the end."""
    rijen = (
        stappen.select_related(
            # Not the child: who does a step need not see who it is, and the wall would take the row.
            "casus",
            "organisatie",
            "behandelaar",
            "casus__houder",
        )
        .prefetch_related("opschortingen")
        .order_by("uiterste_datum", "geopend_op", "id")
    )
    return [Werkregel(stap, op) for stap in rijen[:hoogstens]]


def group_regels(regels: Iterable[Werkregel]) -> list[tuple[str, Any, list[Werkregel]]]:
    """Key, name and lines of every group that has lines."""
    per_groep: dict[str, list[Werkregel]] = {}
    for regel in regels:
        per_groep.setdefault(regel.groep, []).append(regel)
    return [
        (sleutel, naam, per_groep[sleutel]) for sleutel, naam in GROEPEN if sleutel in per_groep
    ]
