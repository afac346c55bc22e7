"""The only writers of this room; one module per kind of act."""

from .binnenkomen import Toegelaten, begin, confirm, end_sessie, send_code, set_taal
from .lezen import note_leesmoment, note_pagina
from .schrijven import set_deelt, write_inbreng
from .uitnodigen import Codes, ask_nieuwe_link, nodig_uit, resend, revoke, see_inbreng

__all__ = [
    "Codes",
    "Toegelaten",
    "ask_nieuwe_link",
    "begin",
    "confirm",
    "end_sessie",
    "nodig_uit",
    "note_leesmoment",
    "note_pagina",
    "resend",
    "revoke",
    "see_inbreng",
    "send_code",
    "set_deelt",
    "set_taal",
    "write_inbreng",
]
