"""What a check found wrong in a file: where, which rule, what to do, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a finding refuses: the message, all lines of one client, one line, or nothing.
Weigert = Literal["bericht", "client", "regel", ""]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bevinding:
    """One fault in one file.

    `regel` is the line in the file (from 1; 0 when the file as a whole is meant). `pad` has local
    names and 1-based indices where an element may repeat:
    `Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/Eenheid`. `code` is the iJW rule where
    one exists, else our own `PAR…` (see `codes.py`). `tekst` and `remedie` never hold a value from
    the file.
    """

    bestand: str
    regel: int
    pad: str
    code: str
    tekst: str
    remedie: str
    weigert: Weigert
