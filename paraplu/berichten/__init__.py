"""iJW messages: read, check, write. The only room with lxml."""

from paraplu.berichten import standaard
from paraplu.berichten.bericht import Bericht, Gelezen
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.bsn import elfproef
from paraplu.berichten.controle import controleer
from paraplu.berichten.lezer import lees
from paraplu.berichten.schrijver import NietTeSchrijven, schrijf

__all__ = [
    "Bericht",
    "Bevinding",
    "Gelezen",
    "NietTeSchrijven",
    "controleer",
    "elfproef",
    "lees",
    "schrijf",
    "standaard",
]
