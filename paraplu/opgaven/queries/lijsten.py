"""RA8 and RA6 of a region: its checklists, and what the gardens and the tables themselves say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from paraplu.afspraken import gebieden
from paraplu.casussen.cijfers.tellen import Blik, Cijfer
from paraplu.monitor.verbergen import KLEIN
from paraplu.tafel.cijfers.lezen import read_tabellen
from paraplu.toekomsttuin.lezen.ra6 import read_antwoorden as read_tuinen
from paraplu.web.wand.verzoek import beyond_wall

from ..antwoorden import CONTRACTDATUM, PRAKTIJKDATUM, Bouwstenen, Getal, Lijstpunt, Tuinstart
from ..lijsten import count_met, stand_of
from ..models import Lijstantwoord


def bouwstenen(regio: str, *, op: date) -> Bouwstenen:
    """RA8 of a region (R184): its four items as answered by `op`."""
    punten = read_lijst("ra8", regio, op=op)
    return Bouwstenen(
        regio=regio,
        naam=_naam(regio),
        op=op,
        punten=punten,
        op_contractdatum=count_met(punten, op=min(CONTRACTDATUM, op)),
        op_praktijkdatum=count_met(punten, op=min(PRAKTIJKDATUM, op)),
    )


def tuin_gestart(regio: str, *, op: date) -> Tuinstart:
    """RA6 of a region (R52, R182): computed from the gardens, with the requests to the RvdK (R53)."""
    antwoord = next((een for een in read_tuinen(op=op) if een.regio == regio), None)
    aantal, onderzoek = read_vto(regio, op=op)
    return Tuinstart(
        regio=regio,
        naam=_naam(regio),
        op=op,
        gestart=bool(antwoord and antwoord.gestart),
        sinds=antwoord.sinds if antwoord else None,
        op_tijd=bool(antwoord and antwoord.op_tijd),
        vto=aantal,
        vto_onderzoek=onderzoek,
        punten=read_lijst("ra6", regio, op=op),
    )


def read_lijst(lijst: str, regio: str, *, op: date) -> tuple[Lijstpunt, ...]:
    """One checklist of a region as it was answered by a day."""
    with beyond_wall():
        rijen = list(Lijstantwoord.objects.filter(lijst=lijst, regio=regio, op__lte=op))
    return stand_of(lijst, rijen)


def read_vto(regio: str, *, op: date) -> tuple[Getal, Getal]:
    """Requests of the table in the year of `op`, and the percent in which the RvdK investigates."""
    cijfer = read_tabellen(op.year, op)["vto"].cijfer(Blik(regio=regio))
    if not isinstance(cijfer, Cijfer):
        return KLEIN, KLEIN
    deel = cijfer.aandeel
    return cijfer.aantal, None if deel is None else round(Decimal(str(deel)) * 100, 1)


def _naam(regio: str) -> str:
    gevonden = gebieden.regio(regio)
    return gevonden.naam if gevonden else regio
