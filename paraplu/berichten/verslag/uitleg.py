"""What a code means and what a finding costs, in the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from paraplu.berichten import codes
from paraplu.berichten.bevinding import Weigert
from paraplu.berichten.regels import register

#: What a finding costs the sender, for the receiver that reads as Paraplu does.
GEVOLGEN: Final[dict[Weigert, str]] = {
    "bericht": "het hele bericht wordt geweigerd",
    "client": "alles van deze cliënt wordt geweigerd",
    "regel": "deze regel wordt geweigerd",
    "": "houdt het bericht niet tegen",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Uitleg:
    """One code: a few words, and of a rule of iJW what it asks, its level and its answer code."""

    code: str
    titel: str
    kort: str = ""
    niveau: int | None = None
    retourcode: str = ""


@cache
def uitleg(code: str) -> Uitleg:
    """What this code means; of a code that nobody knows the code itself."""
    regel = register.regels().get(code)
    titel = codes.titel(code)
    if regel is None:
        return Uitleg(code=code, titel=titel)
    return Uitleg(
        code=code,
        titel=regel.kort if titel == code else titel,
        kort=regel.kort,
        niveau=regel.niveau,
        retourcode=regel.retourcode,
    )


def is_bekend(code: str) -> bool:
    """Whether a finding can have this code: a rule of iJW, or one of our own."""
    eigen = code.startswith("PAR") and code[3:].isdigit()
    return eigen or code in register.regels() or codes.titel(code) != code
