"""The tables of this room."""

from .mensen import Afwezigheid, Functie, Medewerker
from .organisaties import Organisatie, RegioInstelling, Soort, Team

__all__ = [
    "Afwezigheid",
    "Functie",
    "Medewerker",
    "Organisatie",
    "RegioInstelling",
    "Soort",
    "Team",
]
