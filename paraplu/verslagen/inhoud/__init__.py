"""What stands in a report: one structure of texts, tables and trends, made from the figures."""

from __future__ import annotations

from .delen import Blok, Hoofdstuk, Inhoud, Paren, Punten, Tabel, Tekst, Trend, Verwijzingen
from .maken import make_inhoud

__all__ = [
    "Blok",
    "Hoofdstuk",
    "Inhoud",
    "Paren",
    "Punten",
    "Tabel",
    "Tekst",
    "Trend",
    "Verwijzingen",
    "make_inhoud",
]
