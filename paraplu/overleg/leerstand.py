"""Read the meetings to learn: enough of them, the right mix, hours per person, certificates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Medewerker, Subregio
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker
from paraplu.web.papier import Alinea, Ondertekening, Stuk, Velden

from .lesstof import BIJEENKOMSTEN_PER_JAAR, ELEMENTEN, MIX, UREN_PER_JAAR, UREN_PER_KEER
from .models import Bijeenkomst, Deelname, Reflectie
from .rechten import LEERT


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


def missing_elementen(bijeenkomst: Bijeenkomst) -> list[str]:
    """What the programme of a samenwerkingsbijeenkomst does not hold of the four (R31)."""
    if bijeenkomst.soort != Bijeenkomst.Soort.SAMENWERKING:
        return []
    return [
        str(naam) for sleutel, naam in ELEMENTEN.items() if sleutel not in bijeenkomst.elementen
    ]


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
