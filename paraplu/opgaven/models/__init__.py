"""The tables of this room, by what is reported."""

from __future__ import annotations

from .enquete import Antwoord, Enquetelink, Enqueteronde, Functie
from .incidenten import Incident, Incidentjaar, Incidentstap, Zoekactie
from .opgaven import Kostenopgave, Kostenregel, Personeelsopgave, Vacature
from .regio import Lijstantwoord

__all__ = [
    "Antwoord",
    "Enquetelink",
    "Enqueteronde",
    "Functie",
    "Incident",
    "Incidentjaar",
    "Incidentstap",
    "Kostenopgave",
    "Kostenregel",
    "Lijstantwoord",
    "Personeelsopgave",
    "Vacature",
    "Zoekactie",
]
