"""The tables of this room."""

from .contact import Bemiddelingsvraag, Contactpoging, Contactverslag, ZonderContract
from .post import Nummerreeks, Werkbericht
from .toewijzen import Afwijzing, Evaluatiemoment, Toewijzing
from .vervolg import Bespreking, Netwerkantwoord, Netwerklid, Netwerkvraag, Opschaling, Tafelaanbod

__all__ = [
    "Afwijzing",
    "Bemiddelingsvraag",
    "Bespreking",
    "Contactpoging",
    "Contactverslag",
    "Evaluatiemoment",
    "Netwerkantwoord",
    "Netwerklid",
    "Netwerkvraag",
    "Nummerreeks",
    "Opschaling",
    "Tafelaanbod",
    "Toewijzing",
    "Werkbericht",
    "ZonderContract",
]
