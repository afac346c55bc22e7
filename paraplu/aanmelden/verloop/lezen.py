"""From the tables to plain values: one case, or every case that a year touches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from paraplu.aanmelden.models import (
    Afwijzing,
    Bemiddelingsvraag,
    Bespreking,
    Contactpoging,
    Contactverslag,
)
from paraplu.casussen.doorlooptijden import list_doorlooptijden
from paraplu.casussen.models import Afschrift, Casus, CasusStap, Gebeurtenis
from paraplu.netwerk.models import Soort
from paraplu.termijnen import Opschorting, bereken, lees_termijn
from paraplu.web.wand.verzoek import beyond_wall

from .traject import HULP_GESTART, VERVALLEN, Bijzonderheid, Gezet, Tijd, Traject

ROUTES = ("aanmeldroute-301", "aanmeldroute-315")
EERSTE_VERZOEK = "eerste_contactverzoek"
#: A question to the zorgbemiddelaar is answered in three working days, at once when urgent (R119).
BINNEN = lees_termijn("3 werkdagen")
#: Kinds of `Bijzonderheid`.
AFWIJZING, KNELPUNT, BEMIDDELING, CONTACT = "afwijzing", "knelpunt", "bemiddeling", "contact"


def with_everything(casussen: QuerySet[Casus]) -> QuerySet[Casus]:
    """These cases with all that a Traject needs, in a fixed number of queries."""
    stappen = CasusStap.objects.select_related("organisatie").prefetch_related("opschortingen")
    formulieren = Count("documenten", filter=Q(documenten__soort="formulier"), distinct=True)
    return (
        casussen.select_related("gi", "maatregel")
        .annotate(aantal_formulieren=formulieren)
        .prefetch_related(
            Prefetch("stappen", queryset=stappen.order_by("id")),
            Prefetch(
                "gebeurtenissen",
                queryset=Gebeurtenis.objects.filter(soort=EERSTE_VERZOEK).order_by("op", "id"),
                to_attr="verzoeken",
            ),
            "toewijzingen",
            Prefetch("afwijzingen", queryset=Afwijzing.objects.select_related("aanbieder")),
            "besprekingen",
            "bemiddelingsvragen__beantwoord_door__organisatie",
            Prefetch("contactpogingen", queryset=Contactpoging.objects.order_by("id")),
            Prefetch("contactverslagen", queryset=Contactverslag.objects.order_by("id")),
            Prefetch(
                "documenten__afschriften",
                queryset=Afschrift.objects.select_related("organisatie"),
            ),
        )
        .order_by("id")
    )


def near_jaar(jaar: int) -> Q:
    """The condition that a case was open in this year or the years beside it.

    What counts in a year may lie outside the days of its case: a court decision before it, a first
    day of help after it. Which rows count, their own day decides.
    """
    voor_het_einde = Q(geopend_op__lte=date(jaar + 1, 12, 31))
    return voor_het_einde & (Q(afgesloten_op=None) | Q(afgesloten_op__gte=date(jaar - 1, 1, 1)))


def read_jaar(jaar: int, *, op: date) -> list[Traject]:
    """Every case that may count in a year, whoever asks: figures are over all of them.

    What a user may see of it, the page decides: never a row of a case, and no small number.
    """
    with beyond_wall():
        return read_trajecten(
            Casus.objects.filter(near_jaar(jaar), route_sleutel__in=ROUTES), op=op
        )


def read_traject(casus: Casus, *, op: date) -> Traject:
    """One case as plain values."""
    [traject] = read_trajecten(Casus.objects.filter(pk=casus.pk), op=op)
    return traject


def read_trajecten(casussen: QuerySet[Casus], *, op: date) -> list[Traject]:
    """The cases as plain values, in the order of their numbers."""
    return [make_traject(casus, op=op) for casus in with_everything(casussen)]


def make_traject(casus: Casus, *, op: date) -> Traject:
    """One case that was fetched through `with_everything`."""
    stappen = list(casus.stappen.all())
    for stap in stappen:
        stap.casus = casus
    return Traject(
        casus=casus.pk,
        regio=casus.regio,
        route=casus.route_sleutel,
        gi=casus.gi.sleutel,
        geopend_op=casus.geopend_op,
        eerste_contact=min([*(g.op for g in casus.verzoeken), *_als_geen(casus)]),
        afgesloten_op=casus.afgesloten_op,
        afloop=casus.afloop,
        afloop_naam=casus.route.einden.get(casus.afloop, ""),
        start_hulp=_start_hulp(casus),
        uitspraak_op=casus.maatregel.uitspraak_op if casus.maatregel else None,
        jeugdbeschermer_op=casus.maatregel.jeugdbeschermer_sinds if casus.maatregel else None,
        stappen=tuple(_gezet(stap) for stap in stappen),
        tijden=tuple(_tijden(casus, stappen)),
        duidelijk_bij=tuple(s for tijd in casus.route.doorlooptijden for s in tijd.tot),
        formulieren=casus.aantal_formulieren,
        aanbieders=len(_benaderd(casus)),
        bijzonder=tuple(_bijzonder(casus, op)),
    )


def _als_geen(casus: Casus) -> list[date]:
    return [] if casus.verzoeken else [casus.geopend_op]


def _gezet(stap: CasusStap) -> Gezet:
    afspraak = stap.afspraak
    return Gezet(
        sleutel=stap.sleutel,
        nummer=afspraak.nummer,
        naam=afspraak.naam,
        rol=stap.rol,
        partij=stap.organisatie.sleutel,
        partij_naam=stap.organisatie.naam,
        geopend_op=stap.geopend_op,
        afgerond_op=stap.afgerond_op,
        uitkomst=stap.uitkomst,
        uitkomst_naam=stap.uitkomst_naam,
        termijn=stap.termijn,
        kalender=stap.kalender,
        uiterste_datum=stap.uiterste_datum,
        stil=tuple(
            Opschorting(vanaf=rij.vanaf, tot=rij.tot, reden=rij.reden)
            for rij in stap.opschortingen.all()
        ),
        herstelt=stap.herstelt_id is not None,
    )


def _start_hulp(casus: Casus) -> date | None:
    """The first day of the help: as the provider reported it, else the day the route ended well."""
    gemeld = [rij.gestart_op for rij in casus.toewijzingen.all() if rij.gestart_op]
    if gemeld:
        return min(gemeld)
    return casus.afgesloten_op if casus.afloop == HULP_GESTART else None


def _tijden(casus: Casus, stappen: list[CasusStap]) -> Iterator[Tijd]:
    for loop in list_doorlooptijden(casus, stappen):
        yield Tijd(
            naam=loop.afspraak.naam,
            duur=str(loop.afspraak.termijn),
            vanaf=loop.termijn.vanaf,
            uiterste_datum=loop.termijn.uiterste_datum,
            gehaald_op=loop.gehaald_op,
            vereisten=loop.afspraak.vereisten,
        )


def _benaderd(casus: Casus) -> set[int]:
    """The providers that were called, spoken with or sent something about this case (R277)."""
    met = Contactpoging.Met.AANBIEDER.value
    gesproken = [*casus.contactpogingen.all(), *casus.contactverslagen.all()]
    gekregen = (a.organisatie for d in casus.documenten.all() for a in d.afschriften.all())
    return {
        *(rij.organisatie_id for rij in gesproken if rij.met == met),
        *(wie.pk for wie in gekregen if wie.soort == Soort.AANBIEDER),
    }


def _bijzonder(casus: Casus, op: date) -> Iterator[Bijzonderheid]:
    for rij in casus.afwijzingen.all():
        yield Bijzonderheid(
            soort=AFWIJZING, deel=rij.reden, op=rij.op, partij=rij.aanbieder.sleutel
        )
    for rij in casus.besprekingen.all():
        if rij.besproken_op and rij.knelpunt and rij.soort == Bespreking.Soort.BESPREKING:
            yield Bijzonderheid(soort=KNELPUNT, deel=rij.knelpunt, op=rij.besproken_op)
    for rij in casus.bemiddelingsvragen.all():
        if rij.beantwoord_op:
            yield _bemiddeling(rij)
    yield from _contact_hersteld(casus)


def _bemiddeling(rij: Bemiddelingsvraag) -> Bijzonderheid:
    uiterlijk = rij.gesteld_op if rij.spoed else bereken(BINNEN, rij.gesteld_op).uiterste_datum
    return Bijzonderheid(
        soort=BEMIDDELING,
        deel="spoed" if rij.spoed else "gewoon",
        op=rij.beantwoord_op,
        partij=rij.beantwoord_door.organisatie.sleutel if rij.beantwoord_door else "",
        waarde=bereken(BINNEN, rij.gesteld_op).kalender.werkdagen_tussen(
            rij.gesteld_op, rij.beantwoord_op
        ),
        ja=rij.beantwoord_op <= uiterlijk,
    )


def _contact_hersteld(casus: Casus) -> Iterator[Bijzonderheid]:
    """Contact that the regional contact person was asked for: whether it was made after all (R180)."""
    for stap in casus.stappen.all():
        if stap.sleutel == "verbinden" and stap.afgerond_op and stap.uitkomst != VERVALLEN:
            yield Bijzonderheid(
                soort=CONTACT,
                deel="",
                op=stap.afgerond_op,
                partij=stap.organisatie.sleutel,
                ja=stap.uitkomst == "verbonden",
            )
