"""Answers to messages: the retour or declaratie-antwoord that the standard wants, or why there is none."""

from paraplu.berichten.antwoord.maken import GeenAntwoord, antwoord
from paraplu.berichten.antwoord.oordeel import NietTeBeoordelen, Oordeel
from paraplu.berichten.antwoord.reeks import Beantwoord, maak_antwoorden
from paraplu.berichten.antwoord.regelnummers import oordelen_bij
from paraplu.berichten.antwoord.terug import Beoordeling, lees_antwoord

__all__ = [
    "Beantwoord",
    "Beoordeling",
    "GeenAntwoord",
    "NietTeBeoordelen",
    "Oordeel",
    "antwoord",
    "lees_antwoord",
    "maak_antwoorden",
    "oordelen_bij",
]
