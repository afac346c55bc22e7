"""Read the consultation log: one's own lines, and counts per region and partner (R36, R239)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from . import beheer
from .models import Consultatie, Soort

#: The partners of the lokaal team (R15, R36), in the order of the page.
PARTNERS = (Soort.LOKAAL_TEAM, Soort.VEILIG_THUIS, Soort.GI, Soort.RVDK)


@dataclass(frozen=True)
class Telling:
    """How often the organisations of a region asked advice of each kind of partner."""

    regio: gebieden.Regio
    aantallen: tuple[int, ...]

    @property
    def totaal(self) -> int:
        """All together."""
        return sum(self.aantallen)


def consultaties_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Consultatie]:
    """The lines in which one's own organisation asked or answered; texts are for those two only."""
    eigen = [organisatie.pk for organisatie in beheer.organisaties_of(gebruiker, op=op)]
    return Consultatie.objects.filter(
        Q(vrager__in=eigen) | Q(gevraagde__in=eigen), dag__lte=op
    ).select_related("vrager", "gevraagde", "door")


def consultaties_over(gezin: str, *, op: date) -> QuerySet[Consultatie]:
    """The consultations about a family by its number, the first first: beside the start of a case."""
    return Consultatie.objects.filter(gezin=gezin, dag__lte=op).order_by("dag", "id")


def count_per_regio(*, van: date, tot: date) -> list[Telling]:
    """Consultations from `van` up to and including `tot`, per region and partner that was asked."""
    rijen = (
        Consultatie.objects.filter(dag__gte=van, dag__lte=tot)
        .values_list("gemeente", "gevraagde__soort")
        .annotate(aantal=Count("id"))
        .order_by()
    )
    geteld: Counter[tuple[str, str]] = Counter()
    for gemeente, soort, aantal in rijen:
        gebied = gebieden.gemeente(gemeente)
        geteld[gebied.regio if gebied else "", soort] += aantal
    return [
        Telling(regio, tuple(geteld[regio.code, soort] for soort in PARTNERS))
        for regio in gebieden.regios()
    ]
