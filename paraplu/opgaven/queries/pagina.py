"""What a user may see of this room, and the tables of its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

from paraplu.web.models import Gebruiker, Organisatie
from paraplu.web.wand.verzoek import beyond_wall

from ..models import (
    Antwoord,
    Enquetelink,
    Enqueteronde,
    Incident,
    Incidentjaar,
    Kostenopgave,
    Personeelsopgave,
    Vacature,
    Zoekactie,
)
from ..rechten import INZIEN, KIJKT_MEE, VAN_GEMEENTE, VAN_REGIO, WERKT_BIJ_GI
from .versies import list_gis, read_versies

#: The returns that a GI sends in each year, by what they are called in an address.
OPGAVEN: Final = {
    "kosten": Kostenopgave,
    "personeel": Personeelsopgave,
    "incidenten": Incidentjaar,
}


@dataclass(frozen=True)
class Regel:
    """One GI in the table of who reported: each return with the day it came in, or None."""

    gi: str
    naam: str
    kosten: Any
    personeel: Any
    incidenten: Any
    enquete: int | None


def own_gi(gebruiker: Gebruiker) -> str:
    """AGB code of the GI this account works for; "" for others."""
    if not gebruiker.is_authenticated or gebruiker.organisatie_soort != Organisatie.GI:
        return ""
    return gebruiker.organisatie_code


def may_see(gebruiker: Gebruiker, gi: str) -> bool:
    """Whether this user sees the returns of a GI: its own, or looking after the agreements."""
    if gebruiker.soort in KIJKT_MEE:
        return True
    return gebruiker.soort in INZIEN and own_gi(gebruiker) == gi


def may_answer_for(gebruiker: Gebruiker, regio: str) -> bool:
    """Whether this user speaks for a region in its checklists."""
    return gebruiker.soort in VAN_REGIO and own_regio(gebruiker) == regio


def own_regio(gebruiker: Gebruiker) -> str:
    """Code of the region this account works for; "" for others."""
    if gebruiker.organisatie_soort != Organisatie.REGIO:
        return ""
    return gebruiker.organisatie_code


def incidenten_for(gebruiker: Gebruiker) -> QuerySet[Incident]:
    """Incidents of the own GI, with the own gemeente, or in the own region."""
    soort, code = gebruiker.organisatie_soort, gebruiker.organisatie_code
    eigen = {
        Organisatie.GI: (WERKT_BIJ_GI, Q(gi=code)),
        Organisatie.GEMEENTE: (VAN_GEMEENTE, Q(gemeente=code)),
        Organisatie.REGIO: (VAN_REGIO, Q(regio=code)),
    }
    wie, welke = eigen.get(Organisatie(soort), (frozenset(), Q()))
    return Incident.objects.filter(welke) if gebruiker.soort in wie else Incident.objects.none()


def zoekacties_for(gebruiker: Gebruiker) -> QuerySet[Zoekactie]:
    """Search actions of the own GI."""
    if gebruiker.soort not in WERKT_BIJ_GI:
        return Zoekactie.objects.none()
    return Zoekactie.objects.filter(gi=own_gi(gebruiker)).exclude(gi="")


def vacatures_on(op: date) -> QuerySet[Vacature]:
    """What is open on a day."""
    return Vacature.objects.filter(vanaf__lte=op, tot__gte=op, gesloten_op=None)


def vacatures_of(gebruiker: Gebruiker) -> QuerySet[Vacature]:
    """What the own organisation offers."""
    return Vacature.objects.filter(
        organisatie_soort=gebruiker.organisatie_soort,
        organisatie_code=gebruiker.organisatie_code,
    )


def links_for(gebruiker: Gebruiker) -> QuerySet[Enquetelink]:
    """The survey links of the own GI."""
    return Enquetelink.objects.filter(gi=own_gi(gebruiker)).exclude(gi="").select_related("ronde")


def list_regels(jaar: int, *, bekend_op: date, gis: Iterable[str] | None = None) -> list[Regel]:
    """Who reported about a year and who did not; of all GI's, or of these."""
    with beyond_wall():
        namen = list_gis(jaar)
        versies = {
            naam: read_versies(model, (jaar,), bekend_op=bekend_op)
            for naam, model in OPGAVEN.items()
        }
        antwoorden = count_antwoorden(jaar)
    codes = sorted(namen, key=lambda code: namen[code]) if gis is None else list(gis)
    return [
        Regel(
            gi=code,
            naam=namen.get(code, code),
            enquete=antwoorden.get(code),
            **{naam: gevonden.get((code, jaar)) for naam, gevonden in versies.items()},
        )
        for code in codes
    ]


def count_antwoorden(jaar: int) -> dict[str, int]:
    """How many answers each GI has so far; a number of answers says nothing of a person."""
    ronde = Enqueteronde.objects.filter(jaar=jaar).first()
    if ronde is None:
        return {}
    telling = {link.gi: 0 for link in ronde.links.all()}
    for gi in Antwoord.objects.filter(link__ronde=ronde).values_list("link__gi", flat=True):
        telling[gi] += 1
    return telling


def count_antwoorden_beyond(jaar: int) -> dict[str, int]:
    """The same for a page: the answers themselves are for nobody."""
    with beyond_wall():
        return count_antwoorden(jaar)


def versions_of(model: type[Any], gi: str, jaar: int) -> list[Any]:
    """Every version of a return, the newest first."""
    rijen = model.objects.filter(gi=gi, jaar=jaar).select_related("door")
    return list(rijen.order_by("-versie"))
