"""The tables of this room: meetings, actions, deviations, decisions, learning and public papers."""

from .acties import Actie, Actiedatum, Actiestap
from .afwijkingen import Afwijking, Afwijkingstap, Escalatie
from .besluiten import (
    Basisafspraak,
    Besluit,
    Gegevenswens,
    Orgaan,
    Orgaanlid,
    Raadsbrief,
    Regiostand,
)
from .documenten import Document, Documentversie
from .leren import Bijeenkomst, Deelname, Reflectie
from .overleggen import Agendapunt, Deelnemer, Notitie, Overleg, Overlegsoort, Verslagversie

__all__ = [
    "Actie",
    "Actiedatum",
    "Actiestap",
    "Afwijking",
    "Afwijkingstap",
    "Agendapunt",
    "Basisafspraak",
    "Besluit",
    "Bijeenkomst",
    "Deelname",
    "Deelnemer",
    "Document",
    "Documentversie",
    "Escalatie",
    "Gegevenswens",
    "Notitie",
    "Orgaan",
    "Orgaanlid",
    "Overleg",
    "Overlegsoort",
    "Raadsbrief",
    "Reflectie",
    "Regiostand",
    "Verslagversie",
]
