"""What must be in order before a step from the talk on may close: one function per `vraagt`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from paraplu.casussen.models import CasusStap
from paraplu.casussen.voorwaarden import Voorwaarde, register

from . import uitkomsten
from .actions.besluiten import GEHOUDEN
from .actions.opvolgen import last_verslag
from .actions.verslagen import list_ontvangers
from .models import Evaluatie


def ask_besluit(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The talk was fixed in this step, with this outcome (R69, R72, R73)."""
    vast = stap.gebeurtenissen.filter(soort=GEHOUDEN).last()
    if vast is None:
        return (
            "Leg eerst het gesprek vast: de agenda laat zien wat er nog mist. "
            "Daarna is deze stap klaar."
        )
    if vast.gegevens["uitkomst"] != uitkomst:
        return "Deze uitkomst is niet wat in het gesprek is vastgelegd."
    return ""


def _verslag(stap: CasusStap) -> str:
    """The report of the last talk went to everybody it is for (R71, R75)."""
    besluit, verslag = uitkomsten.besluit_of(stap.casus), last_verslag(stap.casus)
    if besluit is None or verslag is None or verslag.inhoud["besluit"] != besluit.pk:
        return "Stel eerst het verslag vast en verstuur het."
    kregen = set(
        besluit.zitting.genodigden.filter(
            verzendingen__document__inhoud__besluit=besluit.pk
        ).values_list("pk", flat=True)
    )
    if any(een.genodigde.pk not in kregen for een in list_ontvangers(besluit)):
        return "Nog niet iedereen kreeg het verslag. Verstuur het ook aan wie het mist."
    return ""


def ask_geen_moment(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The report was sent and nothing is to be evaluated."""
    if fout := _verslag(stap):
        return fout
    if uitkomsten.moment_of(stap.casus):
        return "Er staat een moment om te evalueren. Kies de uitkomst die dat zegt."
    return ""


def ask_moment(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The report was sent and there is a moment to look back (R60)."""
    if fout := _verslag(stap):
        return fout
    return "" if uitkomsten.moment_of(stap.casus) else "Er staat geen moment om te evalueren."


def ask_vto(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The request was sent since this step opened (P28)."""
    vto = uitkomsten.vto_of(stap.casus)
    if vto and vto.verzonden_op >= stap.geopend_op:
        return ""
    return "Verstuur eerst het verzoek tot onderzoek."


def ask_raadsbesluit(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The answer of the RvdK is written down, and this is it (R263)."""
    besluit = uitkomsten.raadsbesluit_of(stap.casus)
    if besluit is None:
        return "Leg eerst vast wat de Raad besloot, en wanneer."
    if besluit.onderzoek != (uitkomst == "onderzoek"):
        return "Deze uitkomst past niet bij wat de Raad besloot."
    return ""


def ask_evaluatie(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The moment was held, with progress, breakthrough and how it goes on (R265)."""
    gehouden = stap.gebeurtenissen.filter(soort="tafel_geevalueerd").last()
    if gehouden is None:
        return "Leg eerst vast wat de evaluatie opleverde."
    moment = Evaluatie.objects.get(pk=gehouden.gegevens["evaluatie"])
    return "" if moment.vervolg == uitkomst else "Deze uitkomst is niet wat is vastgelegd."


VOORWAARDEN: Final[Mapping[str, Voorwaarde]] = {
    "tafelbesluit": ask_besluit,
    "geen_moment": ask_geen_moment,
    "evaluatiemoment": ask_moment,
    "tafel_vto": ask_vto,
    "raadsbesluit": ask_raadsbesluit,
    "tafelevaluatie": ask_evaluatie,
}


def register_all() -> None:
    """Let these guard the steps of the route; the room's AppConfig calls this once."""
    for sleutel, voorwaarde in VOORWAARDEN.items():
        register(sleutel, voorwaarde)
