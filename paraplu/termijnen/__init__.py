"""Which days count, and when a term ends. Standard library only."""

from paraplu.termijnen.duur import Duur, GeenDuur, lees_termijn
from paraplu.termijnen.kalender import BuitenKalender, Kalender, kalender, kalenders
from paraplu.termijnen.termijn import Dag, Stand, Termijn, bereken

__all__ = [
    "BuitenKalender",
    "Dag",
    "Duur",
    "GeenDuur",
    "Kalender",
    "Stand",
    "Termijn",
    "bereken",
    "kalender",
    "kalenders",
    "lees_termijn",
]
