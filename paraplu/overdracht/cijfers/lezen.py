"""From the tables to plain values: everything about the end of measures that a year can count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from paraplu.casussen.einde import AANVAARDEN, ROUTE
from paraplu.casussen.models import Casus, CasusStap, Einde, Maatregel
from paraplu.web.wand.verzoek import beyond_wall

from ..actions.voogd import VOOGDIJ
from ..models import Opvolging, Voogdvraag

#: Cases of the aanmeldroutes in which the help began, as the routes themselves call it.
AANMELDING = "aanmeldroute"
HULP_GESTART = "hulp_gestart"


@dataclass(frozen=True, kw_only=True)
class Gezet:
    """One step of a hand-over."""

    casus: int
    regio: str
    gi: str
    lokaal_team: str
    sleutel: str
    anker: date | None
    uiterste_datum: date | None
    afgerond_op: date | None
    uitkomst: str
    geopend_op: date


@dataclass(frozen=True, kw_only=True)
class Overname:
    """A hand-over that a lokaal team accepted; `geweigerd` is how often it went back before that."""

    casus: int
    regio: str
    gi: str
    begonnen_op: date
    op: date
    geweigerd: int


@dataclass(frozen=True, kw_only=True)
class Gevolgd:
    """How a family was doing on one moment; `is_laatste`: the newest moment of that family."""

    casus: int
    regio: str
    lokaal_team: str
    op: date
    in_beeld: bool
    hulp: str
    is_laatste: bool


@dataclass(frozen=True, kw_only=True)
class Beeindigd:
    """A measure that ended, or that runs (`op` None). `wachten` is in which way it waited for help."""

    casus: int
    regio: str
    gi: str
    soort: str
    vanaf: date
    op: date | None
    reden: str
    voogd: str
    met_overdracht: bool
    geboren: date | None
    dagen_tot_hulp: int | None
    #: The days on which another jeugdbeschermer came, the first one left out (R295).
    wisselingen: tuple[date, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Gevraagd:
    """Somebody who was asked to become a guardian."""

    casus: int
    regio: str
    gi: str
    op: date
    resultaat: str


@dataclass(frozen=True, kw_only=True)
class Jaar:
    """Everything that a year can count."""

    jaar: int
    stappen: tuple[Gezet, ...]
    overnames: tuple[Overname, ...]
    gevolgd: tuple[Gevolgd, ...]
    maatregelen: tuple[Beeindigd, ...]
    voogdvragen: tuple[Gevraagd, ...]


def read_jaar(jaar: int) -> Jaar:
    """Everything of a year, whoever asks; what a reader sees of it, the page decides."""
    with beyond_wall():
        stappen = _stappen(jaar)
        return Jaar(
            jaar=jaar,
            stappen=tuple(_gezet(stap) for stap in stappen),
            overnames=tuple(_overnames(stappen)),
            gevolgd=tuple(_gevolgd(jaar)),
            maatregelen=tuple(_maatregelen(jaar)),
            voogdvragen=tuple(_voogdvragen(jaar)),
        )


def _stappen(jaar: int) -> list[CasusStap]:
    casussen = Casus.objects.filter(route_sleutel=ROUTE, geopend_op__lte=date(jaar, 12, 31)).filter(
        Q(afgesloten_op=None) | Q(afgesloten_op__gte=date(jaar, 1, 1))
    )
    return list(
        CasusStap.objects.filter(casus__in=casussen)
        .select_related("casus__gi", "casus__lokaal_team")
        .order_by("id")
    )


def _gezet(stap: CasusStap) -> Gezet:
    return Gezet(
        casus=stap.casus_id,
        regio=stap.casus.regio,
        gi=stap.casus.gi.sleutel,
        lokaal_team=stap.casus.lokaal_team.sleutel,
        sleutel=stap.sleutel,
        anker=stap.anker,
        uiterste_datum=stap.uiterste_datum,
        afgerond_op=stap.afgerond_op,
        uitkomst=stap.uitkomst,
        geopend_op=stap.geopend_op,
    )


def _overnames(stappen: list[CasusStap]) -> list[Overname]:
    per_casus: dict[int, list[CasusStap]] = defaultdict(list)
    for stap in stappen:
        if stap.sleutel == AANVAARDEN and stap.afgerond_op:
            per_casus[stap.casus_id].append(stap)
    return [
        Overname(
            casus=casus,
            regio=rijen[-1].casus.regio,
            gi=rijen[-1].casus.gi.sleutel,
            begonnen_op=rijen[-1].casus.geopend_op,
            op=rijen[-1].afgerond_op,
            geweigerd=sum(stap.uitkomst == "geweigerd" for stap in rijen),
        )
        for casus, rijen in per_casus.items()
        if rijen[-1].uitkomst == "aanvaard"
    ]


def _gevolgd(jaar: int) -> list[Gevolgd]:
    rijen = list(
        Opvolging.objects.filter(op__year=jaar)
        .select_related("casus__lokaal_team")
        .order_by("op", "id")
    )
    laatste = {rij.casus_id: rij.pk for rij in rijen}
    return [
        Gevolgd(
            casus=rij.casus_id,
            regio=rij.casus.regio,
            lokaal_team=rij.casus.lokaal_team.sleutel,
            op=rij.op,
            in_beeld=rij.in_beeld,
            hulp=rij.hulp,
            is_laatste=laatste[rij.casus_id] == rij.pk,
        )
        for rij in rijen
    ]


def _maatregelen(jaar: int) -> list[Beeindigd]:
    rijen = (
        Maatregel.objects.filter(vanaf__lte=date(jaar, 12, 31))
        .filter(Q(tot=None) | Q(tot__year=jaar) | Q(tot__gt=date(jaar, 12, 31)))
        .select_related("persoon__gezin", "gi")
        .prefetch_related("beschermers")
        .order_by("id")
    )
    eindes = {e.maatregel_id: e for e in Einde.objects.filter(vervallen_op=None, op__year=jaar)}
    wachten = _dagen_tot_hulp()
    return [_beeindigd(rij, eindes.get(rij.pk), wachten.get(rij.pk)) for rij in rijen]


def _beeindigd(rij: Maatregel, einde: Einde | None, dagen_tot_hulp: int | None) -> Beeindigd:
    return Beeindigd(
        # A measure that ended without a case gets a number that no case has.
        casus=einde.casus_id if einde and einde.casus_id else -rij.pk,
        regio=rij.persoon.gezin.regio,
        gi=rij.gi.sleutel,
        soort=rij.soort,
        vanaf=rij.vanaf,
        op=einde.op if einde else None,
        reden=einde.reden if einde else "",
        voogd=einde.voogd if einde else "",
        met_overdracht=bool(einde and einde.grond == Einde.Grond.OVERDRACHT),
        geboren=rij.persoon.geboortedatum,
        dagen_tot_hulp=dagen_tot_hulp,
        wisselingen=tuple(beschermer.vanaf for beschermer in rij.beschermers.all())[1:],
    )


def _dagen_tot_hulp() -> dict[int, int]:
    """Per measure the days from the first question for help until help began (R303)."""
    casussen = Casus.objects.filter(
        route_sleutel__startswith=AANMELDING, afloop=HULP_GESTART, maatregel__isnull=False
    ).order_by("-afgesloten_op")
    return {c.maatregel_id: (c.afgesloten_op - c.geopend_op).days for c in casussen}


def _voogdvragen(jaar: int) -> list[Gevraagd]:
    rijen = Voogdvraag.objects.filter(
        gevraagd_op__year=jaar, maatregel__soort__in=VOOGDIJ
    ).select_related("gezin", "maatregel__gi")
    return [
        Gevraagd(
            casus=-rij.maatregel_id,
            regio=rij.gezin.regio,
            gi=rij.maatregel.gi.sleutel,
            op=rij.gevraagd_op,
            resultaat=rij.resultaat,
        )
        for rij in rijen
    ]
