"""The tables of this room."""

from .tafels import GiDeelname, Slot, Tafel
from .verzoek import SAMEN, Aanmelder, Aanvulvraag, Bijlage, Gesprek, Verzoek
from .zitting import Genodigde, Ruimtevraag, Zitting

__all__ = [
    "SAMEN",
    "Aanmelder",
    "Aanvulvraag",
    "Bijlage",
    "Genodigde",
    "Gesprek",
    "GiDeelname",
    "Ruimtevraag",
    "Slot",
    "Tafel",
    "Verzoek",
    "Zitting",
]
