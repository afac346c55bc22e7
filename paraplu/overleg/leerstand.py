"""Read the meetings to learn: enough of them, the right mix, hours per person, certificates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.netwerk import volledigheid
from paraplu.netwerk.models import Medewerker, Subregio
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker
from paraplu.web.papier import Alinea, Ondertekening, Stuk, Velden

from .lesstof import (
    BIJEENKOMSTEN_PER_JAAR,
    ELEMENTEN,
    KERNWAARDEN,
    LEERELEMENT,
    LEERJAAR,
    MIX,
    UREN_PER_JAAR,
    UREN_PER_KEER,
)
from .models import Bijeenkomst, Deelname, Reflectie
from .rechten import LEERT

#: The contact data that come first (R236): the fixed contact of each lokaal team and a deputy.
STAP_EEN: Final = "R22"


def bijeenkomsten_for(gebruiker: Gebruiker) -> QuerySet[Bijeenkomst]:
    """Whoever learns sees every meeting; regions look at each other's (R5)."""
    if gebruiker.soort not in LEERT:
        return Bijeenkomst.objects.none()
    return Bijeenkomst.objects.select_related("subregio")


@dataclass(frozen=True)
class Deelstand:
    """How many samenwerkingsbijeenkomsten a subregion had of the two a year (R29, R30, P44).

    `naam` is the region where it chose no subregions. `initiatief`: the gemeenten that began one; ""
    while nobody did, for three regions name no central gemeente.
    """

    regio: str
    naam: str
    aantal: int
    initiatief: str

    @property
    def is_genoeg(self) -> bool:
        return self.aantal >= BIJEENKOMSTEN_PER_JAAR


def count_deelstanden(jaar: int, *, op: date) -> list[Deelstand]:
    """A row per subregion, or per region that has none."""
    rijen = Bijeenkomst.objects.filter(
        soort=Bijeenkomst.Soort.SAMENWERKING, datum__year=jaar, datum__lte=op
    )
    alle = list(rijen)
    standen = []
    for regio in gebieden.regios():
        delen = list(Subregio.objects.filter(in_force(op), regio=regio.code))
        for deel in delen:
            eigen = [b for b in alle if b.subregio_id == deel.pk]
            standen.append(_deelstand(regio.naam, deel.naam, eigen))
        if not delen:
            eigen = [b for b in alle if b.regio == regio.code]
            standen.append(_deelstand(regio.naam, regio.naam, eigen))
    return standen


def _deelstand(regio: str, naam: str, rijen: Iterable[Bijeenkomst]) -> Deelstand:
    alle = list(rijen)
    initiatief = ", ".join(dict.fromkeys(b.initiatief for b in alle if b.initiatief))
    return Deelstand(regio, naam, len(alle), initiatief)


def elements_of(bijeenkomst: Bijeenkomst) -> dict[str, Any]:
    """What the programme of a samenwerkingsbijeenkomst holds: four things (R31), in 2021 five (R237)."""
    if bijeenkomst.soort != Bijeenkomst.Soort.SAMENWERKING:
        return {}
    return ELEMENTEN | (LEERELEMENT if bijeenkomst.datum.year == LEERJAAR else {})


def missing_elementen(bijeenkomst: Bijeenkomst) -> list[str]:
    """What the programme does not hold of these."""
    alle = elements_of(bijeenkomst).items()
    return [str(naam) for sleutel, naam in alle if sleutel not in bijeenkomst.elementen]


def missing_mix(soorten: Iterable[str]) -> list[str]:
    """Who of the four kinds was not there (R32)."""
    gezien = set(soorten)
    return [str(naam) for soort, naam in MIX.items() if soort not in gezien]


def hours_of(medewerker: Medewerker, jaar: int) -> Decimal:
    """Hours of one person in the samenwerkingsbijeenkomsten of a year (R33)."""
    rijen = Deelname.objects.filter(
        medewerker=medewerker,
        bijeenkomst__datum__year=jaar,
        bijeenkomst__soort=Bijeenkomst.Soort.SAMENWERKING,
    )
    return rijen.aggregate(som=Sum("uren"))["som"] or Decimal(0)


def warn_uren(bijeenkomst: Bijeenkomst, deelnames: Iterable[Deelname]) -> list[str]:
    """Sentences where hours go over what was agreed: four at a time, eight a year (R33)."""
    if bijeenkomst.soort != Bijeenkomst.Soort.SAMENWERKING:
        return []
    zinnen = []
    if bijeenkomst.uren > UREN_PER_KEER:
        zinnen.append(_("Deze bijeenkomst kost meer dan 4 uur per persoon."))
    jaar = bijeenkomst.datum.year
    zinnen += [
        _("%(wie)s komt dit jaar boven 8 uur.") % {"wie": deelname.medewerker.naam}
        for deelname in deelnames
        if hours_of(deelname.medewerker, jaar) > UREN_PER_JAAR
    ]
    return zinnen


def warn_gebied(bijeenkomst: Bijeenkomst, deelnames: Iterable[Deelname]) -> list[str]:
    """Sentences about who works in another area: organisations send who is bound to this one (R238).

    Who works in more than one region, as at a GI, is bound to none by its organisation.
    """
    deel = bijeenkomst.subregio
    zinnen = []
    for deelname in deelnames:
        organisatie = deelname.medewerker.organisatie
        gemeente = gebieden.gemeente(organisatie.gemeente) if organisatie.gemeente else None
        regio = gemeente.regio if gemeente else organisatie.regio
        elders = bool(regio) and regio != bijeenkomst.regio
        if deel is not None and gemeente is not None:
            elders = gemeente.code not in deel.gemeenten
        if elders:
            zinnen.append(
                _("%(wie)s werkt niet in dit gebied.") % {"wie": deelname.medewerker.naam}
            )
    return zinnen


@dataclass(frozen=True)
class Stapstand:
    """How far a region is with the three steps (R236): contact data, meetings, learning groups."""

    regio: str
    #: Gemeenten of the region without a fixed contact at the lokaal team or a deputy.
    zonder_contact: int
    bijeenkomst: date | None
    leergroep: date | None

    @property
    def waarschuwing(self) -> str:
        """What was begun before the step that comes first; "" where the order is right."""
        if self.leergroep and (self.bijeenkomst is None or self.leergroep < self.bijeenkomst):
            return _("De leergroep begon voor de eerste bijeenkomst.")
        if (self.bijeenkomst or self.leergroep) and self.zonder_contact:
            return _("Er zijn bijeenkomsten, maar de contactgegevens zijn nog niet compleet.")
        return ""


def list_stappen(*, op: date) -> list[Stapstand]:
    """Every region with the three steps, in the order of R236."""
    gemeenten = [g for g in gebieden.gemeenten() if g.in_gvjb]
    zonder = Counter(
        stand.gemeente.regio
        for stand in volledigheid.standen(gemeenten, op=op)
        if any(deel.vereiste == STAP_EEN for deel in stand.ontbreekt)
    )
    eerste: dict[tuple[str, str], date] = {}
    rijen = Bijeenkomst.objects.filter(datum__lte=op).order_by("datum")
    for regio, soort, dag in rijen.values_list("regio", "soort", "datum"):
        eerste.setdefault((regio, soort), dag)
    return [
        Stapstand(
            regio.naam,
            zonder[regio.code],
            eerste.get((regio.code, Bijeenkomst.Soort.SAMENWERKING)),
            eerste.get((regio.code, Bijeenkomst.Soort.LEERGROEP)),
        )
        for regio in gebieden.regios()
    ]


@dataclass(frozen=True)
class Waardestand:
    """One core value as it was tested (R220): how often it fits and not, and what should change."""

    naam: str
    ja: int
    nee: int
    voorstellen: tuple[str, ...]


def tally_kernwaarden() -> list[Waardestand]:
    """Every core value with what was answered about it."""
    rijen = [r for r in Reflectie.objects.order_by("op", "id") if r.past or r.voorstel]
    per = {sleutel: [r for r in rijen if sleutel in r.kernwaarden] for sleutel in KERNWAARDEN}
    return [
        Waardestand(
            str(naam),
            sum(r.past == Reflectie.Past.JA for r in per[sleutel]),
            sum(r.past == Reflectie.Past.NEE for r in per[sleutel]),
            tuple(r.voorstel for r in per[sleutel] if r.voorstel),
        )
        for sleutel, naam in KERNWAARDEN.items()
    ]


def voorbeelden() -> QuerySet[Reflectie]:
    """The library of good examples (R228)."""
    return Reflectie.objects.filter(voorbeeld=True).select_related("bijeenkomst")


def make_bewijs(deelname: Deelname, *, op: date, voet: str) -> Stuk:
    """The certificate of one person, for the register of SKJ (R35): hours of taking part only."""
    bijeenkomst = deelname.bijeenkomst
    return Stuk(
        titel=_("Bewijs van deelname"),
        onderwerp=bijeenkomst.titel,
        datum=op,
        kenmerk=f"{bijeenkomst.nummer}-{deelname.pk}",
        blokken=(
            Velden(
                (
                    (_("Naam"), deelname.medewerker.naam),
                    (_("Organisatie"), deelname.medewerker.organisatie.naam),
                    (_("Bijeenkomst"), bijeenkomst.get_soort_display()),
                    (_("Datum"), f"{bijeenkomst.datum:%d-%m-%Y}"),
                    (_("Uren in de bijeenkomst"), str(bijeenkomst.uren_deelname)),
                    (_("Werkwijze"), bijeenkomst.werkwijze or _("niet genoemd")),
                    (_("Telt mee voor SKJ"), _("ja") if bijeenkomst.skj else _("nee")),
                )
            ),
            Alinea(
                _(
                    "Deelnemers keken samen terug op hun werk. Er staan geen gegevens van kinderen in."
                )
            ),
            Ondertekening(naam=_("Organisator van de bijeenkomst")),
        ),
        voet=voet,
    )
