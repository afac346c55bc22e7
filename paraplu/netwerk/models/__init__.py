"""The tables of this room."""

from .aanbod import (
    Aanbodblad,
    Aard,
    Beschikbaarheid,
    GemetenWachttijd,
    Inkoop,
    Kwaliteit,
    Schaal,
    Sector,
    Tijdseenheid,
    VoorWie,
    Voorziening,
    Vrij,
    Wachtlijst,
    WachttijdReactie,
)
from .contacten import PER_GEMEENTE, PER_REGIO, Contact, Contactblad, ContactSoort, Reden
from .mensen import Afwezigheid, Functie, Medewerker
from .organisaties import Organisatie, OrganisatieInstelling, RegioInstelling, Soort, Team
from .overleg import Consultatie, Groepslid, LokaleGroep, Onderwerp, Subregio

__all__ = [
    "PER_GEMEENTE",
    "PER_REGIO",
    "Aanbodblad",
    "Aard",
    "Afwezigheid",
    "Beschikbaarheid",
    "Consultatie",
    "Contact",
    "ContactSoort",
    "Contactblad",
    "Functie",
    "GemetenWachttijd",
    "Groepslid",
    "Inkoop",
    "Kwaliteit",
    "LokaleGroep",
    "Medewerker",
    "Onderwerp",
    "Organisatie",
    "OrganisatieInstelling",
    "Reden",
    "RegioInstelling",
    "Schaal",
    "Sector",
    "Soort",
    "Subregio",
    "Team",
    "Tijdseenheid",
    "VoorWie",
    "Voorziening",
    "Vrij",
    "Wachtlijst",
    "WachttijdReactie",
]
