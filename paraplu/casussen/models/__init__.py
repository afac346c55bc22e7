"""The tables of this room: families, cases, what happened, documents and who may see them."""

from .casussen import Casus, CasusStap, Deelname, Overdracht, StapRol
from .documenten import Afschrift, Concept, Document
from .einde import Einde
from .gebeurtenissen import Gebeurtenis, Herberekening, Opschorting, Waarschuwing
from .gezinnen import Beschermer, Contactpersoon, Dubbelmelding, Gezin, Maatregel, Persoon, Regie
from .inzage import Noodtoegang

__all__ = [
    "Afschrift",
    "Beschermer",
    "Casus",
    "CasusStap",
    "Concept",
    "Contactpersoon",
    "Deelname",
    "Document",
    "Dubbelmelding",
    "Einde",
    "Gebeurtenis",
    "Gezin",
    "Herberekening",
    "Maatregel",
    "Noodtoegang",
    "Opschorting",
    "Overdracht",
    "Persoon",
    "Regie",
    "StapRol",
    "Waarschuwing",
]
