"""The tables of this room."""

from .analyse import Alinea, Alineaversie, Sectie
from .bestuur import Bestuursgroep, Bestuurslid, Laag, Signaal, Signaalstap
from .gereedheid import Begrotingsregel, Gereedheid, Instemming, Startdocument
from .huishouden import (
    Aanspreekpunt,
    Besluitnemer,
    EersteBesluit,
    Huisgenoot,
    Huishouden,
    Veiligheid,
    Veiligheidsfase,
)
from .hulp import (
    Betrokkenheid,
    Gezinsgesprek,
    Hulp,
    Hulpverleden,
    Kindgesprek,
    Mandaatgebruik,
    Screening,
    Steun,
    Volgmoment,
)
from .mensen import Leermoment, Lid, Lidkennis, Mandaat, Post
from .omgeving import (
    Clientinbreng,
    Domein,
    Expertise,
    Klacht,
    Pilot,
    Pilotles,
    Teamkwaliteit,
)
from .tuinen import Fase, Tuin, Tuinfase, Tuingemeente

__all__ = [
    "Aanspreekpunt",
    "Alinea",
    "Alineaversie",
    "Begrotingsregel",
    "Besluitnemer",
    "Bestuursgroep",
    "Bestuurslid",
    "Betrokkenheid",
    "Clientinbreng",
    "Domein",
    "EersteBesluit",
    "Expertise",
    "Fase",
    "Gereedheid",
    "Gezinsgesprek",
    "Huisgenoot",
    "Huishouden",
    "Hulp",
    "Hulpverleden",
    "Instemming",
    "Kindgesprek",
    "Klacht",
    "Laag",
    "Leermoment",
    "Lid",
    "Lidkennis",
    "Mandaat",
    "Mandaatgebruik",
    "Pilot",
    "Pilotles",
    "Post",
    "Screening",
    "Sectie",
    "Signaal",
    "Signaalstap",
    "Startdocument",
    "Steun",
    "Teamkwaliteit",
    "Tuin",
    "Tuinfase",
    "Tuingemeente",
    "Veiligheid",
    "Veiligheidsfase",
    "Volgmoment",
]
