"""What must be in order before a step up to the invitations may close: one function per `vraagt`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from paraplu.casussen.models import Afschrift, CasusStap
from paraplu.casussen.voorwaarden import Voorwaarde, register

from . import queries
from .actions.uitnodigen import refuse_without_invitation
from .models import Gesprek, Zitting
from .regels import papers_of_toetsing


def ask_tafelverzoek(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The request was fixed and went to the chair; with its papers when an OTS ends (R64, R81)."""
    document = queries.document_of(stap.casus)
    if document is None:
        return "Vul eerst het verzoek in en stel het vast."
    if not Afschrift.objects.filter(document=document, rol="voorzitter").exists():
        return "Verstuur het verzoek eerst aan de voorzitter."
    verzoek = stap.casus.tafelverzoek
    if verzoek.soort == Gesprek.EINDE_OTS:
        bijlagen = queries.bijlagen_of(verzoek)
        if any(soort not in bijlagen for soort in papers_of_toetsing()):
            return "Voeg eerst de drie stukken over het einde van de maatregel toe."
    return ""


def ask_volledig(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """No question of the chair is open (R62)."""
    if stap.casus.aanvulvragen.filter(beantwoord_op=None).exists():
        return "Er staat nog een vraag open bij de aanmelder."
    return ""


def ask_aanvulvragen(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Something was asked, with a day (R62)."""
    if stap.casus.aanvulvragen.filter(stap=stap, beantwoord_op=None).exists():
        return ""
    return "Schrijf eerst bij een onderdeel wat u mist."


def ask_aanvulling(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Every question has its answer (R66)."""
    if stap.casus.aanvulvragen.filter(beantwoord_op=None).exists():
        return "Beantwoord eerst elke vraag van de voorzitter."
    return ""


def ask_zitting(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """There is a moment, and everybody who sits at the table was invited (R18, R67)."""
    return refuse_without_invitation(queries.zitting_of(stap.casus))


def ask_afgezegd(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Nobody comes to a talk that was withdrawn."""
    if stap.casus.zittingen.filter(status=Zitting.Status.GEPLAND).exists():
        return "Er is een gesprek gepland. Vraag de voorzitter het eerst af te zeggen."
    return ""


VOORWAARDEN: Final[Mapping[str, Voorwaarde]] = {
    "tafelverzoek": ask_tafelverzoek,
    "volledig_verzoek": ask_volledig,
    "aanvulvragen": ask_aanvulvragen,
    "aanvulling": ask_aanvulling,
    "zitting": ask_zitting,
    "gesprek_afgezegd": ask_afgezegd,
}


def register_all() -> None:
    """Let these guard the steps of the route; the room's AppConfig calls this once."""
    for sleutel, voorwaarde in VOORWAARDEN.items():
        register(sleutel, voorwaarde)
