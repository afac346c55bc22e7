"""The tables of this room."""

from .contacten import PER_GEMEENTE, PER_REGIO, Contact, Contactblad, ContactSoort, Reden
from .mensen import Afwezigheid, Functie, Medewerker
from .organisaties import Organisatie, OrganisatieInstelling, RegioInstelling, Soort, Team
from .overleg import Consultatie, Groepslid, LokaleGroep, Onderwerp, Subregio

__all__ = [
    "PER_GEMEENTE",
    "PER_REGIO",
    "Afwezigheid",
    "Consultatie",
    "Contact",
    "ContactSoort",
    "Contactblad",
    "Functie",
    "Groepslid",
    "LokaleGroep",
    "Medewerker",
    "Onderwerp",
    "Organisatie",
    "OrganisatieInstelling",
    "Reden",
    "RegioInstelling",
    "Soort",
    "Subregio",
    "Team",
]
