"""The only reader of care on offer: what holds on a day, for whom, and what was said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.models import Soort as Wie

from .. import models
from ..models import Beschikbaarheid, Inkoop, Organisatie, Voorziening
from ..queries import in_force, medewerker_of
from . import instellingen
from .stand import Stand

Soort = models.Soort
#: Which organisation an account works for, when it is not linked to a person at work.
VAN_ACCOUNT = {
    Wie.AANBIEDER: (Soort.AANBIEDER, "code"),
    Wie.GI: (Soort.GI, "code"),
    Wie.JEUGDBESCHERMER: (Soort.GI, "code"),
    Wie.TEAMLEIDER: (Soort.GI, "code"),
    Wie.BACKOFFICE: (Soort.GEMEENTE, "code"),
    Wie.LOKAALTEAM: (Soort.LOKAAL_TEAM, "gemeente"),
    Wie.REGIO: (Soort.REGIO, "regio"),
    Wie.CONTRACTMANAGER: (Soort.REGIO, "regio"),
}
#: Kinds of organisation whose own waiting list counts (R240).
MET_WACHTLIJST = (Soort.GI, Soort.VEILIG_THUIS, Soort.RVDK, Soort.LOKAAL_TEAM)
#: Who buys: the region, or the gemeente for itself.
KOPERS = {Wie.REGIO: "regio", Wie.CONTRACTMANAGER: "regio", Wie.BACKOFFICE: "gemeente"}


@dataclass(frozen=True, kw_only=True)
class Aanbod:
    """A provision as it stands on a day, seen from a region (empty: from nowhere in particular).

    `ingekocht`: True or False as the region or gemeente said, None when nobody said so.
    `elders`: other regions that bought it.
    """

    voorziening: Voorziening
    stand: Stand
    ingekocht: bool | None
    elders: tuple[str, ...]


def organisatie_of(gebruiker: Gebruiker, *, on: date) -> Organisatie | None:
    """The organisation somebody works for on a day: as a person at work, else by the account."""
    medewerker = medewerker_of(gebruiker, op=on)
    if medewerker:
        return medewerker.organisatie
    if gebruiker.soort not in VAN_ACCOUNT or not gebruiker.organisatie_code:
        return None
    soort, veld = VAN_ACCOUNT[Wie(gebruiker.soort)]
    waar = {veld: gebruiker.organisatie_code}
    return Organisatie.objects.filter(in_force(on), soort=soort, **waar).order_by("id").first()


def voorzieningen(*, on: date) -> QuerySet[Voorziening]:
    """What is on offer on a day."""
    return Voorziening.objects.filter(in_force(on)).select_related("aanbieder")


def voorzieningen_for(gebruiker: Gebruiker, *, on: date) -> QuerySet[Voorziening]:
    """What somebody may open: all that is on offer, and one's own before and after that."""
    if gebruiker.soort == Wie.BEHEERDER:
        return Voorziening.objects.none()
    zichtbaar = in_force(on)
    if (organisatie := organisatie_of(gebruiker, on=on)) is not None:
        zichtbaar |= Q(aanbieder=organisatie)
    return Voorziening.objects.filter(zichtbaar).select_related("aanbieder")


def eigen_voorzieningen_for(gebruiker: Gebruiker, *, on: date) -> QuerySet[Voorziening]:
    """What somebody's own organisation offers, also what has ended or is still to begin."""
    organisatie = organisatie_of(gebruiker, on=on)
    if organisatie is None:
        return Voorziening.objects.none()
    return Voorziening.objects.filter(aanbieder=organisatie).select_related("aanbieder")


def regios_of(voorziening: Voorziening) -> tuple[str, ...]:
    """The regions of which its availability can be told apart; one empty code when it is everywhere."""
    regios = {code for code in voorziening.werkgebied if gebieden.regio(code)}
    plaatsen = [gebieden.gemeente(code) for code in voorziening.werkgebied]
    regios |= {plaats.regio for plaats in plaatsen if plaats}
    return tuple(sorted(regios)) or ("",)


def standen(alle: Collection[Voorziening], *, on: date) -> dict[int, list[Beschikbaarheid]]:
    """Per provision (its id) the newest statement of each region, as known on a day."""
    gevonden = (
        Beschikbaarheid.objects.filter(voorziening__in=alle, opgegeven_op__lte=on)
        .order_by("voorziening_id", "regio", "-opgegeven_op", "-id")
        .distinct("voorziening_id", "regio")
    )
    per: dict[int, list[Beschikbaarheid]] = {}
    for rij in gevonden:
        per.setdefault(rij.voorziening_id, []).append(rij)
    return per


def newest_of(rijen: Iterable[Beschikbaarheid], regio: str) -> Beschikbaarheid | None:
    """The last word about a region: of that region or of everywhere; without a region of any."""
    telt = [rij for rij in rijen if not regio or rij.regio in {"", regio}]
    return max(telt, key=lambda rij: (rij.opgegeven_op, rij.pk), default=None)


def history_of(voorziening: Voorziening, *, on: date) -> QuerySet[Beschikbaarheid]:
    """Everything that was said of a provision, the newest first."""
    return Beschikbaarheid.objects.filter(voorziening=voorziening, opgegeven_op__lte=on)


def inkopen(*, on: date, alle: Collection[Voorziening] | None = None) -> QuerySet[Inkoop]:
    """What regions and gemeenten said about buying, as in force on a day; the newest last."""
    rijen = Inkoop.objects.filter(in_force(on)).order_by("vanaf", "id")
    return rijen if alle is None else rijen.filter(voorziening__in=alle)


def is_ingekocht(rijen: Iterable[Inkoop], *, regio: str, gemeente: str = "") -> bool | None:
    """What those rows say of one place: the gemeente's word goes before that of its region."""
    van_regio = van_gemeente = None
    for rij in rijen:
        if rij.gemeente and rij.gemeente == gemeente:
            van_gemeente = rij.gecontracteerd
        elif rij.regio and rij.regio == regio:
            van_regio = rij.gecontracteerd
    return van_regio if van_gemeente is None else van_gemeente


def is_gecontracteerd(
    aanbieder: Organisatie,
    regio: str,
    tussentaal: int | None,
    *,
    on: date,
    gemeente: str = "",
) -> bool:
    """Whether the region (or `gemeente`) bought help of this group from this provider (R93, R118).

    `tussentaal` None asks for any group. What nobody recorded counts as not bought.
    """
    alle = voorzieningen(on=on).filter(aanbieder=aanbieder)
    if tussentaal is not None:
        alle = alle.filter(tussentaal=tussentaal)
    per_stuk = _per_voorziening(inkopen(on=on, alle=list(alle)))
    return any(
        is_ingekocht(rijen, regio=regio, gemeente=gemeente) is True for rijen in per_stuk.values()
    )


def make_aanbod(
    alle: Collection[Voorziening], *, on: date, regio: str = "", gemeente: str = ""
) -> list[Aanbod]:
    """Those provisions as seen from a place, in three queries however many there are."""
    gezegd = standen(alle, on=on)
    gekocht = _per_voorziening(inkopen(on=on, alle=alle))
    vers = instellingen.fresh_for(regio, on=on)
    gemaakt = []
    for voorziening in alle:
        opgave = newest_of(gezegd.get(voorziening.pk, []), regio)
        rijen = gekocht.get(voorziening.pk, [])
        gemaakt.append(
            Aanbod(
                voorziening=voorziening,
                stand=Stand(opgave=opgave, on=on, vers=vers),
                ingekocht=is_ingekocht(rijen, regio=regio, gemeente=gemeente),
                elders=_elders(rijen, regio),
            )
        )
    return gemaakt


def list_aanbod_for(
    gebruiker: Gebruiker,
    *,
    on: date,
    gemeente: str = "",
    regio: str = "",
    tussentaal: int | None = None,
    aanbieder: Organisatie | None = None,
) -> list[Aanbod]:
    """What somebody may choose from: in force, of a group and provider when given, by name.

    With a gemeente or region only what can be used there.
    """
    alle = voorzieningen_for(gebruiker, on=on).filter(in_force(on))
    if tussentaal is not None:
        alle = alle.filter(tussentaal=tussentaal)
    if aanbieder is not None:
        alle = alle.filter(aanbieder=aanbieder)
    if gemeente and (plaats := gebieden.gemeente(gemeente)):
        regio = plaats.regio
    if regio:
        binnen = gebieden.gemeenten_van(regio, alleen_gvjb=False)
        hier = [regio, *([gemeente] if gemeente else [g.code for g in binnen])]
        alle = alle.filter(Q(werkgebied=[]) | Q(werkgebied__overlap=hier))
    return make_aanbod(list(alle), on=on, regio=regio, gemeente=gemeente)


def bladen_for(gebruiker: Gebruiker) -> QuerySet[models.Aanbodblad]:
    """The sheets that somebody brought and has not said yes to."""
    return models.Aanbodblad.objects.filter(gebruiker=gebruiker, verwerkt_op=None)


def netwerken(*, regio: str, on: date) -> QuerySet[Organisatie]:
    """The networks of providers that work in a region."""
    waar = Q(regio="") | Q(regio=regio) if regio else Q()
    return Organisatie.objects.filter(in_force(on), waar, soort=Soort.NETWERK)


def _per_voorziening(rijen: Iterable[Inkoop]) -> dict[int, list[Inkoop]]:
    per: dict[int, list[Inkoop]] = {}
    for rij in rijen:
        per.setdefault(rij.voorziening_id, []).append(rij)
    return per


def _elders(rijen: list[Inkoop], regio: str) -> tuple[str, ...]:
    """The other regions whose last word is that they bought it."""
    laatste = {rij.regio: rij.gecontracteerd for rij in rijen if rij.regio and rij.regio != regio}
    return tuple(sorted(code for code, gekocht in laatste.items() if gekocht))


def bought_by(
    alle: Collection[Voorziening], *, on: date, regio: str = "", gemeente: str = ""
) -> dict[int, bool]:
    """What one buyer said of each provision (its id); what it did not speak of is left out."""
    per_stuk = _per_voorziening(inkopen(on=on, alle=alle))
    gezegd = {
        pk: is_ingekocht(rijen, regio=regio, gemeente=gemeente) for pk, rijen in per_stuk.items()
    }
    return {pk: woord for pk, woord in gezegd.items() if woord is not None}


def told_of(
    gemeten: Collection[models.GemetenWachttijd], *, on: date
) -> dict[tuple[int, int], list[Aanbod]]:
    """What providers say of their own waiting, beside what was measured: by provider and group."""
    aanbieders = {rij.aanbieder_id for rij in gemeten}
    alle = voorzieningen(on=on).filter(aanbieder__in=aanbieders, tussentaal__isnull=False)
    per: dict[tuple[int, int], list[Aanbod]] = {}
    for aanbod in make_aanbod(list(alle), on=on):
        groep = (aanbod.voorziening.aanbieder_id, aanbod.voorziening.tussentaal or 0)
        per.setdefault(groep, []).append(aanbod)
    return per
