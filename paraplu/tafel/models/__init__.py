"""The tables of this room."""

from .besluit import (
    MET_PERIODE,
    MET_VTO,
    Afspraak,
    Besluit,
    Raadsbesluit,
    Stem,
    Uitkomst,
    Vto,
    Wijze,
)
from .bijeenkomst import ONDERDELEN, Afwijking, Bijeenkomst, Verbeterpunt
from .evaluatie import Evaluatie, Terugkijkgesprek, Terugkoppeling
from .tafels import GiDeelname, Slot, Tafel
from .verslag import Verslagreactie, Verzending
from .verzoek import SAMEN, Aanmelder, Aanvulvraag, Bijlage, Gesprek, Verzoek
from .zitting import Genodigde, Ruimtevraag, Zitting

__all__ = [
    "MET_PERIODE",
    "MET_VTO",
    "ONDERDELEN",
    "SAMEN",
    "Aanmelder",
    "Aanvulvraag",
    "Afspraak",
    "Afwijking",
    "Besluit",
    "Bijeenkomst",
    "Bijlage",
    "Evaluatie",
    "Genodigde",
    "Gesprek",
    "GiDeelname",
    "Raadsbesluit",
    "Ruimtevraag",
    "Slot",
    "Stem",
    "Tafel",
    "Terugkijkgesprek",
    "Terugkoppeling",
    "Uitkomst",
    "Verbeterpunt",
    "Verslagreactie",
    "Verzending",
    "Verzoek",
    "Vto",
    "Wijze",
    "Zitting",
]
