"""What is measured over many cases: first the rows of a measure, then its figure from those rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.casussen.cijfers.tellen import Meting, Rij

from .bon import list_klokken
from .traject import HULP_GESTART, Bijzonderheid, Gezet, Traject, count_werkdagen

#: Outcomes with which the expert team gave a solution (R147).
OPGELOST: Final = frozenset({"oplossing", "nieuwe_bepaling"})
#: Steps that only a part of the cases comes to.
ZIJWEGEN: Final = ("netwerk", "expertteam", "opschalen")


def _rij(traject: Traject, dag: date, **velden: Any) -> Rij:
    return Rij(casus=traject.casus, regio=traject.regio, dag=dag, **velden)


def _stappen(traject: Traject, op: date) -> Iterator[Rij]:
    for stap in _gedaan(traject, op):
        yield _rij(
            traject,
            stap.afgerond_op,
            partij=stap.partij,
            deel=stap.sleutel,
            waarde=stap.werkdagen(op),
            ja=stap.op_tijd,
        )


def _gedaan(traject: Traject, op: date, *sleutels: str) -> list[Gezet]:
    return [
        stap
        for stap in traject.stappen
        if stap.is_gedaan
        and stap.afgerond_op
        and stap.afgerond_op <= op
        and (not sleutels or stap.sleutel in sleutels)
    ]


def _duidelijkheid(traject: Traject, op: date) -> Iterator[Rij]:
    """The first time that a provider said whether it fits, counted from the first contact."""
    klaar = sorted(stap.afgerond_op for stap in _gedaan(traject, op, *traject.duidelijk_bij))
    if not klaar or not traject.duidelijk_bij:
        return
    tijd = next((t for t in traject.tijden if t.gehaald_op == klaar[0]), None)
    yield _rij(
        traject,
        klaar[0],
        partij=traject.gi,
        waarde=count_werkdagen(traject.eerste_contact, klaar[0]),
        ja=klaar[0] <= tijd.uiterste_datum if tijd else None,
    )


def _start_hulp(traject: Traject, op: date) -> Iterator[Rij]:
    if traject.start_hulp and traject.start_hulp <= op:
        dagen = count_werkdagen(traject.eerste_contact, traject.start_hulp)
        yield _rij(traject, traject.start_hulp, partij=traject.gi, waarde=dagen)


def _klok(plek: int) -> Callable[[Traject, date], Iterator[Rij]]:
    """A clock from the court decision: on the day it was met, or on its last day when that passed."""

    def rijen(traject: Traject, op: date) -> Iterator[Rij]:
        klokken = [k for k in list_klokken(traject, op) if k.vereisten == ("R128",)]
        if not klokken or klokken[plek].stand == "open":
            return
        klok = klokken[plek]
        gehaald_op = klok.gehaald_op
        yield _rij(
            traject,
            gehaald_op or klok.uiterste_datum,
            partij=traject.gi,
            waarde=count_werkdagen(klok.vanaf, gehaald_op) if gehaald_op else None,
            ja=klok.stand == "gehaald",
        )

    return rijen


def _zijwegen(traject: Traject, op: date) -> Iterator[Rij]:
    """Of a case that ended: whether it passed a network, the expert team, or was scaled up."""
    if not traject.afgesloten_op or traject.afgesloten_op > op:
        return
    geweest = {stap.sleutel for stap in traject.stappen}
    for deel in ZIJWEGEN:
        yield _rij(traject, traject.afgesloten_op, partij=traject.gi, deel=deel, ja=deel in geweest)


def _afloop(traject: Traject, op: date) -> Iterator[Rij]:
    if traject.afgesloten_op and traject.afgesloten_op <= op:
        yield _rij(
            traject,
            traject.afgesloten_op,
            partij=traject.gi,
            deel=traject.afloop,
            ja=traject.afloop == HULP_GESTART,
        )


def _expertteam(traject: Traject, op: date) -> Iterator[Rij]:
    """A case at the expert team, from the first meeting to the outcome that left it (R147)."""
    begin: date | None = None
    for stap in _gedaan(traject, op, "expertteam"):
        begin = begin or stap.geopend_op
        if stap.uitkomst in {"zicht_op_hulp", "doorbraak"}:
            continue
        opgelost = stap.uitkomst in OPGELOST
        dagen = count_werkdagen(begin, stap.afgerond_op) if opgelost else None
        yield _rij(traject, stap.afgerond_op, partij=stap.partij, waarde=dagen, ja=opgelost)
        begin = None


def _bijzonder(soort: str) -> Callable[[Traject, date], Iterator[Rij]]:
    def rijen(traject: Traject, op: date) -> Iterator[Rij]:
        for een in traject.bijzonder:
            if een.soort == soort and een.op <= op:
                yield _van(traject, een)

    return rijen


def _van(traject: Traject, een: Bijzonderheid) -> Rij:
    return _rij(traject, een.op, partij=een.partij, deel=een.deel, waarde=een.waarde, ja=een.ja)


def _per_vraag(welk: str) -> Callable[[Traject, date], Iterator[Rij]]:
    """A number per case that ended."""

    def rijen(traject: Traject, op: date) -> Iterator[Rij]:
        if traject.afgesloten_op and traject.afgesloten_op <= op:
            aantal = getattr(traject, welk)
            yield _rij(
                traject, traject.afgesloten_op, partij=traject.gi, waarde=aantal, ja=aantal <= 1
            )

    return rijen


WERKDAGEN = _("werkdagen")
METINGEN: Final = (
    Meting(
        sleutel="stappen",
        naam=_("Stappen"),
        telt=_("afgeronde stappen"),
        uitleg=_("Van de dag waarop de stap open ging tot de dag waarop hij klaar was. Dagen waarop de termijn stilstond, tellen niet."),
        rijen=_stappen,
        ja=_("op tijd"),
        eenheid=WERKDAGEN,
        vereisten=("R146",),
    ),
    Meting(
        sleutel="duidelijkheid",
        naam=_("Van eerste contact tot duidelijkheid"),
        telt=_("casussen waarin het duidelijk werd"),
        uitleg=_("Tot de aanbieder voor het eerst zei of de hulp past en op tijd is."),
        rijen=_duidelijkheid,
        ja=_("binnen de termijn over meer stappen"),
        eenheid=WERKDAGEN,
        vereisten=("R103", "R147"),
    ),
    Meting(
        sleutel="start_hulp",
        naam=_("Van eerste contact tot start van de hulp"),
        telt=_("casussen waarin de hulp begon"),
        uitleg=_("Tot de eerste dag van de hulp, zoals de aanbieder die meldde."),
        rijen=_start_hulp,
        eenheid=WERKDAGEN,
        vereisten=("R146", "R147"),
    ),
    Meting(
        sleutel="klok_jeugdbeschermer",
        naam=_("Van uitspraak tot vaste jeugdbeschermer"),
        telt=_("casussen van een kind met een maatregel"),
        uitleg=_("De norm is vijf werkdagen na de uitspraak van de rechter. Wie daarna nog wacht, telt mee als te laat."),
        rijen=_klok(0),
        ja=_("binnen vijf werkdagen"),
        eenheid=WERKDAGEN,
        vereisten=("R128",),
    ),
    Meting(
        sleutel="klok_hulp",
        naam=_("Van uitspraak tot passende hulp"),
        telt=_("casussen van een kind met een maatregel"),
        uitleg=_("De norm is drie maanden na de uitspraak van de rechter. Wie daarna nog wacht, telt mee als te laat."),
        rijen=_klok(1),
        ja=_("binnen drie maanden"),
        eenheid=WERKDAGEN,
        vereisten=("R128",),
    ),
    Meting(
        sleutel="afloop",
        naam=_("Hoe casussen eindigden"),
        telt=_("afgesloten casussen"),
        uitleg=_("Elke casus die in de periode werd afgesloten."),
        rijen=_afloop,
        vereisten=("R146",),
    ),
    Meting(
        sleutel="zijwegen",
        naam=_("Netwerk, expertteam en opschalen"),
        telt=_("afgesloten casussen"),
        uitleg=_("Van de casussen die in de periode werden afgesloten: bij welk deel was dit nodig?"),
        rijen=_zijwegen,
        ja=_("kwam hier langs"),
        vereisten=("R146",),
    ),
    Meting(
        sleutel="expertteam",
        naam=_("Het expertteam"),
        telt=_("casussen die bij het expertteam weggingen"),
        uitleg=_("De dagen lopen van de eerste keer bij het expertteam tot er een oplossing was."),
        rijen=_expertteam,
        ja=_("met een oplossing"),
        eenheid=WERKDAGEN,
        vereisten=("R147",),
    ),
    Meting(
        sleutel="knelpunt",
        naam=_("Knelpunten bij het expertteam"),
        telt=_("besprekingen"),
        uitleg=_("Waardoor het vastliep, zoals het expertteam het bij de bespreking noteerde."),
        rijen=_bijzonder("knelpunt"),
        vereisten=("R146",),
    ),
    Meting(
        sleutel="afwijzing",
        naam=_("Afwijzingen door aanbieders"),
        telt=_("afwijzingen"),
        uitleg=_("Waarom een aanbieder de hulp niet gaf."),
        rijen=_bijzonder("afwijzing"),
        vereisten=("R102", "R146"),
    ),
    Meting(
        sleutel="bemiddeling",
        naam=_("Vragen aan de zorgbemiddelaar"),
        telt=_("beantwoorde vragen"),
        uitleg=_("Binnen drie werkdagen, en bij spoed op dezelfde dag."),
        rijen=_bijzonder("bemiddeling"),
        ja=_("op tijd"),
        eenheid=WERKDAGEN,
        vereisten=("R119",),
    ),
    Meting(
        sleutel="contact",
        naam=_("Contact hersteld door de regionale contactpersoon"),
        telt=_("keren dat contact niet lukte"),
        uitleg=_("Hoe vaak jeugdbeschermer en lokaal team elkaar daarna toch spraken."),
        rijen=_bijzonder("contact"),
        ja=_("hersteld"),
        vereisten=("R92", "R180"),
    ),
    Meting(
        sleutel="formulieren",
        naam=_("Formulieren per hulpvraag"),
        telt=_("afgesloten casussen"),
        uitleg=_("Eén vraag om hulp hoort één formulier te hebben. Een verbeterde versie telt mee."),
        rijen=_per_vraag("formulieren"),
        ja=_("met één formulier of geen"),
        eenheid=_("formulieren"),
        vereisten=("R275",),
    ),
    Meting(
        sleutel="aanbieders",
        naam=_("Benaderde aanbieders per casus"),
        telt=_("afgesloten casussen"),
        uitleg=_("Aanbieders die zijn gebeld, gesproken of aangeschreven."),
        rijen=_per_vraag("aanbieders"),
        ja=_("met één aanbieder of geen"),
        eenheid=_("aanbieders"),
        vereisten=("R277",),
    ),
)  # fmt: skip
METING_VAN: Final = {meting.sleutel: meting for meting in METINGEN}
