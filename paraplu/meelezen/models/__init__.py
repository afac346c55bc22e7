"""The tables of this room: invitations, sessions, what was read and what was written."""

from .inbreng import Deelkeuze, Inbreng, InbrengGezien
from .uitnodigingen import Leesmoment, NieuweLinkVraag, Sessie, Uitnodiging

__all__ = [
    "Deelkeuze",
    "Inbreng",
    "InbrengGezien",
    "Leesmoment",
    "NieuweLinkVraag",
    "Sessie",
    "Uitnodiging",
]
