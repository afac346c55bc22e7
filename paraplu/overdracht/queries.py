"""The only reader of this room: what a case of hand-over holds, and what waits for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from paraplu.casussen import kluis
from paraplu.casussen import queries as werk
from paraplu.casussen.einde import ROUTE
from paraplu.casussen.models import Casus, CasusStap, Document, Einde, Maatregel
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import medewerker_of, people_with
from paraplu.web.models import Gebruiker

from .models import Overdrachtsgesprek, Overnemer, Voogdvraag

#: From how long before its intended end a measure that is not handed over is on the list.
VOORUIT: Final = timedelta(days=28)


@dataclass(frozen=True, kw_only=True)
class Herinnering:
    """One thing to do: number of the case, never a name. `dag` is the last day, None without one."""

    casus: str
    tekst: str
    adres: str
    dag: date | None = None


def eindes_of(casus: Casus) -> QuerySet[Einde]:
    """The measures that this case hands over, with what was written about their end."""
    return casus.eindes.filter(vervallen_op=None).select_related(
        "maatregel__persoon", "maatregel__gi", "door"
    )


def gesprekken_of(casus: Casus) -> QuerySet[Overdrachtsgesprek]:
    """Every talk of the case, the newest first."""
    return casus.overdrachtsgesprekken.select_related("document", "door").order_by("-id")


def overnemer_of(casus: Casus) -> Overnemer | None:
    """Who of the lokaal team takes the family over, as it was said last."""
    return casus.overnemers.select_related("medewerker").last()


def lokaal_team_of(casus: Casus, *, op: date) -> QuerySet[Medewerker]:
    """Everybody who could take the family over."""
    return people_with("lokaal_team", [casus.lokaal_team], op=op)


def verslagen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Document]:
    """The reports of hand-overs that this user may read."""
    rollen = werk.casussen_for(gebruiker, op=op).filter(route_sleutel=ROUTE)
    return Document.objects.filter(soort="overdracht", casus__in=rollen).select_related(
        "casus__gezin", "casus__lokaal_team", "door"
    )


def read_aanwezigen(document: Document) -> str:
    """Who was at the talk, as it was written down; only for who was sent part 2."""
    return str(kluis.unseal(document.persoonsgegevens).get("aanwezigen", ""))


def maatregelen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Maatregel]:
    """The running measures of the user's own GI, of families that this user sees as a whole."""
    ik = medewerker_of(gebruiker, op=op)
    if ik is None:
        return Maatregel.objects.none()
    return Maatregel.objects.filter(
        tot=None, gi=ik.organisatie_id, persoon__gezin__in=werk.gezinnen_for(gebruiker, op=op)
    ).select_related("persoon__gezin", "gi")


def voogdvragen_of(maatregel: Maatregel) -> QuerySet[Voogdvraag]:
    """Everybody who was asked to become the guardian, the first one first."""
    return maatregel.voogdvragen.select_related("door")


def sees_opvolging(gebruiker: Gebruiker, casus: Casus, *, op: date) -> bool:
    """Whether this user may read how the family is doing: only the lokaal team."""
    return bool(werk.rollen_in(gebruiker, casus, op=op) & {"lokaal_team", "noodtoegang"})


def herinneringen_for(gebruiker: Gebruiker, on: date) -> list[Herinnering]:
    """What waits for this user besides the steps, the earliest day first."""
    alle = [
        *_no_answer(gebruiker, on),
        *_announced(gebruiker, on),
        *_not_handed_over(gebruiker, on),
    ]
    return sorted(alle, key=lambda een: (een.dag or date.max, een.casus))


def _cases_as(gebruiker: Gebruiker, on: date, rol: str) -> QuerySet[Casus]:
    deelname = werk.deelnames_of(gebruiker, op=on).filter(casus=OuterRef("pk"), rol=rol)
    return Casus.objects.filter(Exists(deelname), route_sleutel=ROUTE, afgesloten_op=None)


def _no_answer(gebruiker: Gebruiker, on: date) -> Iterator[Herinnering]:
    """The lokaal team did not answer in three working days: the team leader is told (R186)."""
    stappen = CasusStap.objects.filter(
        casus__in=_cases_as(gebruiker, on, "teamleider"),
        sleutel="beschikbaar",
        afgerond_op=None,
        uiterste_datum__lt=on,
    ).select_related("casus")
    for stap in stappen:
        yield Herinnering(
            casus=stap.casus.nummer,
            tekst=_("Het lokale team zei niet op tijd wie het gezin overneemt"),
            adres=stap.get_absolute_url(),
            dag=stap.uiterste_datum,
        )


def _announced(gebruiker: Gebruiker, on: date) -> Iterator[Herinnering]:
    """A measure is to end: the lokaal team knows before it is asked (R278)."""
    stappen = CasusStap.objects.filter(
        casus__in=_cases_as(gebruiker, on, "lokaal_team"), sleutel="vragen", afgerond_op=None
    ).select_related("casus")
    for stap in stappen:
        einde = stap.casus.eindes.filter(vervallen_op=None).order_by("verwacht_op").first()
        yield Herinnering(
            casus=stap.casus.nummer,
            tekst=_("Een maatregel gaat eindigen: de jeugdbeschermer vraagt u wie het overneemt"),
            adres=stap.casus.get_absolute_url(),
            dag=einde.verwacht_op if einde else None,
        )


def _not_handed_over(gebruiker: Gebruiker, on: date) -> Iterator[Herinnering]:
    """The intended end comes near or has passed, and the measure has not ended (R12)."""
    wie = werk.people_of(gebruiker, op=on)
    eindes = Einde.objects.filter(
        casus__houder__in=wie,
        casus__afgesloten_op=None,
        vervallen_op=None,
        op=None,
        verwacht_op__lte=on + VOORUIT,
    ).select_related("casus")
    for einde in eindes:
        voorbij = einde.verwacht_op < on
        yield Herinnering(
            casus=einde.casus.nummer,
            tekst=_("De maatregel zou al geëindigd zijn, maar is nog niet overgedragen")
            if voorbij
            else _("De maatregel eindigt binnenkort: rond de overdracht af"),
            adres=einde.casus.get_absolute_url(),
            dag=einde.verwacht_op,
        )
