"""From the tables of the database to plain values, over all cases, whoever asks."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, QuerySet

from paraplu.casussen.cijfers.tellen import Tabel
from paraplu.casussen.models import Casus
from paraplu.termijnen import bereken, lees_termijn
from paraplu.termijnen.moment import dag_van
from paraplu.web.wand.verzoek import beyond_wall

from ..models import Afspraak, Besluit, Evaluatie, Vto, Zitting
from ..queries import ROUTE
from .gang import Belofte, Gang, Gehouden, Moment, Verzoek
from .metingen import make_tabellen

TWEE_WEKEN = lees_termijn("2 weken")


def read_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """Every figure of a year. What a user may see of it, the page decides."""
    return make_tabellen(read_gangen(jaar), jaar=jaar, op=op)


def read_gangen(jaar: int) -> list[Gang]:
    """Every case of the tables that may count in a year."""
    with beyond_wall():
        casussen = Casus.objects.filter(
            route_sleutel=ROUTE, tafelverzoek__isnull=False, geopend_op__year__lte=jaar
        )
        return [make_gang(casus) for casus in _with_everything(casussen)]


def _with_everything(casussen: QuerySet[Casus]) -> QuerySet[Casus]:
    besluiten = Prefetch("besluiten", Besluit.objects.order_by("versie"))
    gehouden = Zitting.objects.filter(status=Zitting.Status.GEHOUDEN).prefetch_related(besluiten)
    return casussen.select_related("tafelverzoek__tafel__organisatie").prefetch_related(
        Prefetch("zittingen", gehouden, to_attr="gehouden"),
        Prefetch("tafelevaluaties", Evaluatie.objects.all()),
        Prefetch("vtos", Vto.objects.select_related("raadsbesluit")),
        Prefetch("tafelafspraken", Afspraak.objects.exclude(stand=Afspraak.Stand.VERVALLEN)),
    )


def make_gang(casus: Casus) -> Gang:
    """One case, read with `_with_everything`."""
    verzoek = casus.tafelverzoek
    vanaf = verzoek.ontvangen_op
    return Gang(
        casus=casus.pk,
        regio=casus.regio,
        tafel=verzoek.tafel.organisatie.sleutel,
        soort=verzoek.soort,
        ontvangen_op=vanaf,
        uiterlijk=bereken(TWEE_WEKEN, vanaf).uiterste_datum if vanaf else None,
        afgesloten_op=casus.afgesloten_op,
        afloop=casus.afloop,
        gesprekken=tuple(_gehouden(zitting, verzoek.tafel_id) for zitting in casus.gehouden),
        momenten=tuple(_moment(rij) for rij in casus.tafelevaluaties.all()),
        verzoeken=tuple(_verzoek(rij) for rij in casus.vtos.all()),
        beloften=tuple(_belofte(rij) for rij in casus.tafelafspraken.all()),
    )


def _gehouden(zitting: Zitting, eigen: int) -> Gehouden:
    besluit = list(zitting.besluiten.all())[-1:]
    velden = {}
    if besluit:
        [laatste] = besluit
        velden = {
            "uitkomst": laatste.uitkomst,
            "toets": laatste.toets,
            "samen": laatste.besloten == Besluit.Besloten.SAMEN,
            "volgt_advies": laatste.volgt_advies,
            "advies": laatste.advies,
        }
    return Gehouden(dag=dag_van(zitting.begin), te_gast=zitting.tafel_id != eigen, **velden)


def _moment(rij: Evaluatie) -> Moment:
    return Moment(
        op=rij.op,
        gehouden_op=rij.gehouden_op,
        doorbraak=rij.doorbraak,
        vervolg=rij.vervolg,
        vervallen=rij.vervallen_op is not None,
    )


def _verzoek(rij: Vto) -> Verzoek:
    raad = getattr(rij, "raadsbesluit", None)
    return Verzoek(
        op=rij.verzonden_op,
        besloten_op=raad.besloten_op if raad else None,
        onderzoek=raad.onderzoek if raad else None,
    )


def _belofte(rij: Afspraak) -> Belofte:
    gemeld = rij.stand != Afspraak.Stand.OPEN
    return Belofte(
        uiterlijk=rij.uiterlijk,
        gemeld_op=rij.gemeld_op,
        gedaan=rij.stand == Afspraak.Stand.GEDAAN if gemeld else None,
        soort=rij.soort,
    )
