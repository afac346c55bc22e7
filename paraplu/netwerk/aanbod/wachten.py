"""Reader of measured waiting times and of the waiting lists of organisations: who may see which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.afspraken.tussentaal import categorieen
from paraplu.web.models import Gebruiker
from paraplu.web.models import Soort as Wie
from paraplu.web.templatetags.kader import dag

from ..models import GemetenWachttijd, Organisatie, Wachtlijst, WachttijdReactie
from .instellingen import KLEINSTE_GROEP
from .queries import MET_WACHTLIJST, organisatie_of
from .wachttijd import CIJFERS

Groep = tuple[int, int]
Jaar = tuple[int, int, date]
DAGEN_IN_KWARTAAL = 93


@dataclass(frozen=True, kw_only=True)
class Wachttijd:
    """A provider's newest figure of a group, the one a year before, and what it says about it."""

    nu: GemetenWachttijd
    eerder: GemetenWachttijd | None
    reactie: WachttijdReactie | None
    on: date

    @property
    def is_vrij(self) -> bool:
        """Whether others than the provider see it."""
        return self.nu.vrijgegeven_vanaf <= self.on

    @property
    def groep(self) -> str:
        return categorieen()[self.nu.tussentaal]

    @property
    def periode(self) -> str:
        return _("%(van)s tot en met %(tot)s") % {"van": dag(self.nu.van), "tot": dag(self.nu.tot)}

    @property
    def zin(self) -> str:
        """The figure in words, or why there is none."""
        if self.nu.mediaan is None:
            return _(
                "Niet te tonen: er begonnen minder dan %(n)s kinderen. Dat zegt te weinig, en het "
                "zou over één kind kunnen gaan."
            ) % {"n": KLEINSTE_GROEP}
        return _(
            "De helft begon binnen %(helft)s, negen van de tien binnen %(p90)s (%(n)s kinderen)."
        ) % {
            "helft": _dagen(self.nu.mediaan),
            "p90": _dagen(self.nu.p90 or 0),
            "n": self.nu.aantal,
        }

    @property
    def zin_wachtend(self) -> str:
        """How many were allocated and have not begun: the figure leaves them out."""
        wachtend = self.nu.niet_gestart
        if self.nu.mediaan is None or not wachtend:
            return ""
        if wachtend < KLEINSTE_GROEP:
            return _("Minder dan %(n)s kinderen waren nog niet begonnen.") % {"n": KLEINSTE_GROEP}
        return _("%(n)s kinderen waren nog niet begonnen.") % {"n": wachtend}

    @property
    def zin_verloop(self) -> str:
        """Shorter or longer than the year before (R301)."""
        eerder = self.eerder.mediaan if self.eerder else None
        if eerder is None or self.nu.mediaan is None:
            return ""
        verschil = self.nu.mediaan - eerder
        if not verschil:
            return _("Dat is even lang als een jaar eerder.")
        woord = _("langer") if verschil > 0 else _("korter")
        return _("Dat is %(dagen)s %(woord)s dan een jaar eerder.") % {
            "dagen": _dagen(abs(verschil)),
            "woord": woord,
        }


def wachttijden_for(gebruiker: Gebruiker, *, on: date) -> list[Wachttijd]:
    """What somebody may see: what is released, and everything of one's own organisation at once."""
    if gebruiker.soort == Wie.BEHEERDER:
        return []
    eigen = organisatie_of(gebruiker, on=on)
    return list(_newest(_visible(eigen, on=on), on=on).values())


def released(*, on: date, aanbieders: Iterable[int] | None = None) -> dict[Groep, Wachttijd]:
    """The newest figure that everybody may see, by provider (its id) and group."""
    rijen = _visible(None, on=on)
    if aanbieders is not None:
        rijen = rijen.filter(aanbieder__in=aanbieders)
    return _newest(rijen, on=on)


def last_measured() -> dict[tuple[str, int, date], dict[str, int | None]]:
    """The figures as last measured, by AGB code, group and last day of the year they are about."""
    rijen = GemetenWachttijd.objects.select_related("aanbieder").order_by("gemeten_op", "id")
    return {
        (rij.aanbieder.code, rij.tussentaal, rij.tot): {c: getattr(rij, c) for c in CIJFERS}
        for rij in rijen
    }


def eigen_wachttijden_for(gebruiker: Gebruiker, *, on: date) -> QuerySet[GemetenWachttijd]:
    """The figures that somebody's organisation may react to."""
    eigen = organisatie_of(gebruiker, on=on)
    if eigen is None:
        return GemetenWachttijd.objects.none()
    return GemetenWachttijd.objects.filter(aanbieder=eigen, gemeten_op__lte=on)


def _visible(eigen: Organisatie | None, *, on: date) -> QuerySet[GemetenWachttijd]:
    vrij = Q(vrijgegeven_vanaf__lte=on)
    if eigen is not None:
        vrij |= Q(aanbieder=eigen)
    rijen = GemetenWachttijd.objects.filter(vrij, gemeten_op__lte=on)
    return rijen.select_related("aanbieder").order_by("aanbieder__naam", "tussentaal")


def _newest(rijen: QuerySet[GemetenWachttijd], *, on: date) -> dict[Groep, Wachttijd]:
    """Per provider and group the newest year as last measured, with the year before it."""
    per: dict[Groep, list[GemetenWachttijd]] = {}
    for rij in rijen:
        per.setdefault((rij.aanbieder_id, rij.tussentaal), []).append(rij)
    nieuwste = {
        groep: max(eigen, key=lambda rij: (rij.tot, rij.gemeten_op, rij.pk))
        for groep, eigen in per.items()
    }
    reacties = _reacties(nieuwste.values(), on=on)
    return {
        groep: Wachttijd(
            nu=nu, eerder=_year_before(per[groep], nu), reactie=reacties.get(_jaar(nu)), on=on
        )
        for groep, nu in nieuwste.items()
    }


def _year_before(rijen: list[GemetenWachttijd], nu: GemetenWachttijd) -> GemetenWachttijd | None:
    dag_ervoor = nu.van - timedelta(days=1)
    eerder = [rij for rij in rijen if rij.tot == dag_ervoor]
    return max(eerder, key=lambda rij: (rij.gemeten_op, rij.pk), default=None)


def _reacties(rijen: Iterable[GemetenWachttijd], *, on: date) -> dict[Jaar, WachttijdReactie]:
    """The newest words about a provider, group and year: they stay when the figure is measured anew."""
    gevonden = WachttijdReactie.objects.filter(
        wachttijd__aanbieder__in={rij.aanbieder_id for rij in rijen}, op__lte=on
    ).select_related("wachttijd")
    return {_jaar(r.wachttijd): r for r in gevonden.order_by("op", "id")}


def _jaar(rij: GemetenWachttijd) -> Jaar:
    return rij.aanbieder_id, rij.tussentaal, rij.tot


def _dagen(aantal: int) -> str:
    return ngettext("%(n)s dag", "%(n)s dagen", aantal) % {"n": aantal}


@dataclass(frozen=True, kw_only=True)
class Rij:
    """The last word of one organisation about its own waiting list, as somebody may see it."""

    lijst: Wachtlijst
    eigen: bool
    on: date

    @property
    def is_klein(self) -> bool:
        """So few wait that a number could be about one child; the organisation sees its own."""
        return not self.eigen and 0 < self.lijst.aantal < KLEINSTE_GROEP

    @property
    def is_oud(self) -> bool:
        """Older than a quarter."""
        return (self.on - self.lijst.datum).days > DAGEN_IN_KWARTAAL


def wachtlijsten_for(gebruiker: Gebruiker, *, on: date) -> list[Rij]:
    """The newest statement of every organisation, the longest list first (R240)."""
    if gebruiker.soort == Wie.BEHEERDER:
        return []
    eigen = organisatie_of(gebruiker, on=on)
    rijen = (
        Wachtlijst.objects.filter(datum__lte=on)
        .select_related("organisatie")
        .order_by("organisatie_id", "-datum", "-id")
        .distinct("organisatie_id")
    )
    gemaakt = [Rij(lijst=rij, eigen=rij.organisatie == eigen, on=on) for rij in rijen]
    return sorted(
        gemaakt, key=lambda rij: (rij.is_klein, -rij.lijst.aantal, str(rij.lijst.organisatie))
    )


def eigen_wachtlijst_of(gebruiker: Gebruiker, *, on: date) -> Organisatie | None:
    """The organisation whose waiting list somebody may tell, None when it has none that counts."""
    organisatie = organisatie_of(gebruiker, on=on)
    return organisatie if organisatie and organisatie.soort in MET_WACHTLIJST else None


def history(organisatie: Organisatie, *, on: date) -> QuerySet[Wachtlijst]:
    """What an organisation said of its waiting list, the newest first."""
    return Wachtlijst.objects.filter(organisatie=organisatie, datum__lte=on)
