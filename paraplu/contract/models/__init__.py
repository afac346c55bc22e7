"""The tables of this room."""

from .overeenkomst import (
    Bijlage,
    Bijlagebestand,
    Bijlageversie,
    Contractmoment,
    Inkoopwijze,
    Overeenkomst,
    Partij,
    Regioclausule,
    Toetredingsbesluit,
    Verlenging,
    Wie,
)
from .productboek import Indexatie, Product, Tarief, Tariefdeel
from .registers import Caseloadstand, Punt, Puntstand, Werknorm, Werkzaamheid
from .scenarios import Scenario, Scenariodeling, Scenarioversie

__all__ = [
    "Bijlage",
    "Bijlagebestand",
    "Bijlageversie",
    "Caseloadstand",
    "Contractmoment",
    "Indexatie",
    "Inkoopwijze",
    "Overeenkomst",
    "Partij",
    "Product",
    "Punt",
    "Puntstand",
    "Regioclausule",
    "Scenario",
    "Scenariodeling",
    "Scenarioversie",
    "Tarief",
    "Tariefdeel",
    "Toetredingsbesluit",
    "Verlenging",
    "Werknorm",
    "Werkzaamheid",
    "Wie",
]
