"""The reader of this room: tables, their moments, requests and sessions, as far as somebody may see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen import kluis
from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus, Document, Gebeurtenis
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force, people_with
from paraplu.termijnen.moment import dag_van
from paraplu.web.models import Gebruiker
from paraplu.web.wand.verzoek import beyond_wall

from .deelnemers import VOORZITTER
from .models import Aanvulvraag, Bijlage, Ruimtevraag, Slot, Tafel, Verzoek, Zitting
from .momenten import Plek

ROUTE = "beschermingstafel"
SOORT = "tafelverzoek"
#: The event by which the writer says that the family is prepared (R271).
VOORBEREID = "gezin_voorbereid"


def tafels_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Tafel]:
    """The tables at which this user has the role of chair, as deputy too."""
    eigen = {o for rol, o, _t in werk.functies_of(gebruiker, op=op) if rol == VOORZITTER}
    return Tafel.objects.filter(organisatie__in=eigen).select_related("organisatie")


def slots_of(tafel: Tafel, *, op: date) -> QuerySet[Slot]:
    """The moments of a table that hold on a day or begin later."""
    return tafel.slots.filter(Q(tot=None) | Q(tot__gte=op))


@beyond_wall()
def taken(tafel: Tafel) -> frozenset[Plek]:
    """Which moments of a table are given away: to a session, or promised to a neighbour (R78).

    Only slot and day, also of cases that the asker does not see: no moment is given away twice.
    """
    zittingen = Zitting.objects.filter(slot__tafel=tafel).exclude(status=Zitting.Status.AFGELAST)
    beloofd = Ruimtevraag.objects.filter(slot__tafel=tafel, akkoord=True, vervallen_op=None)
    return frozenset(
        {(slot, dag_van(begin)) for slot, begin in zittingen.values_list("slot", "begin")}
        | set(beloofd.values_list("slot", "dag"))
    )


def verzoek_of(casus: Casus) -> Verzoek | None:
    """The request behind a case; None for a case of another procedure."""
    return Verzoek.objects.filter(casus=casus).select_related("tafel__organisatie").first()


def document_of(casus: Casus) -> Document | None:
    """The newest version of the request that was sent."""
    return casus.documenten.filter(soort=SOORT, ingetrokken_op=None).order_by("versie").last()


def read_delen(document: Document | None) -> dict[str, dict[str, str]]:
    """What was filled in, per part of the form; only for who may read part 2 of the document."""
    if document is None or document.persoonsgegevens is None:
        return {}
    return dict(kluis.unseal(document.persoonsgegevens).get("delen", {}))


def zitting_of(casus: Casus) -> Zitting | None:
    """The session that is planned, else the latest that was held; None before that."""
    rijen = casus.zittingen.select_related("tafel__organisatie", "voorzitter", "slot")
    gepland = rijen.filter(status=Zitting.Status.GEPLAND).last()
    return gepland or rijen.filter(status=Zitting.Status.GEHOUDEN).last()


def zittingen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Zitting]:
    """The sessions of cases that this user sees."""
    return Zitting.objects.filter(casus__in=werk.casussen_for(gebruiker, op=op)).select_related(
        "casus__gezin", "tafel__organisatie", "voorzitter"
    )


def bijlagen_of(verzoek: Verzoek) -> dict[str, Bijlage]:
    """The newest paper of each kind."""
    return {rij.soort: rij for rij in verzoek.bijlagen.defer("inhoud").select_related("door")}


def ruimtevragen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Ruimtevraag]:
    """What other tables ask the tables of this user; the case itself stays closed."""
    return Ruimtevraag.objects.filter(
        tafel__in=tafels_for(gebruiker, op=op), vervallen_op=None
    ).select_related("tafel__organisatie", "slot", "gevraagd_door__organisatie")


def buren_of(tafel: Tafel, *, op: date) -> QuerySet[Tafel]:
    """The other tables, that can be asked for room (R78)."""
    return (
        Tafel.objects.filter(in_force(op, voor="organisatie__"))
        .exclude(pk=tafel.pk)
        .select_related("organisatie")
    )


def first_contacts(casus: Casus, *, op: date) -> list[Medewerker]:
    """Who hears at once that a talk will be late: the gemeente's own, else the table's (R78)."""
    eigen = list(people_with("ambtenaar", [casus.gemeente], op=op))
    aanspreekpunt = casus.tafelverzoek.tafel.aanspreekpunt
    return eigen or ([aanspreekpunt] if aanspreekpunt else [])


def is_prepared(casus: Casus) -> bool:
    """Whether the writer said, since the talk was planned, that the family is prepared (R271)."""
    gepland = Gebeurtenis.objects.filter(casus=casus, soort="zitting_gepland").last()
    klaar = Gebeurtenis.objects.filter(casus=casus, soort=VOORBEREID).last()
    return bool(klaar and (gepland is None or klaar.pk > gepland.pk))


@dataclass(frozen=True, kw_only=True)
class Taak:
    """Something that waits for a person besides steps."""

    casus: str
    tekst: str
    adres: str
    dag: date | None


def list_taken(gebruiker: Gebruiker, on: date) -> Iterator[Taak]:
    """Before the talk: prepare the family, and have what the chair asks (R271); room for neighbours."""
    wie = werk.people_of(gebruiker, op=on)
    eigen = Zitting.objects.filter(
        casus__houder__in=wie, casus__afgesloten_op=None, status=Zitting.Status.GEPLAND
    ).select_related("casus")
    for zitting in eigen:
        if not is_prepared(zitting.casus):
            yield _taak(
                zitting.casus, _("Bereid het gezin voor op het gesprek"), dag_van(zitting.begin)
            )
    vragen = Aanvulvraag.objects.filter(casus__houder__in=wie, beantwoord_op=None)
    for vraag in (
        vragen.select_related("casus").order_by("casus_id", "uiterlijk").distinct("casus_id")
    ):
        yield _taak(vraag.casus, _("De voorzitter mist nog iets in uw verzoek"), vraag.uiterlijk)
    for vraag in ruimtevragen_for(gebruiker, op=on).filter(beantwoord_op=None):
        yield Taak(
            casus="",
            tekst=_("Een buurtafel vraagt om ruimte"),
            adres=reverse("ruimtevraag", args=[vraag.pk]),
            dag=vraag.voor,
        )


def _taak(casus: Casus, tekst: str, dag: date) -> Taak:
    return Taak(casus=casus.nummer, tekst=tekst, adres=casus.get_absolute_url(), dag=dag)
