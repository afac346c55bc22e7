"""The ledger: every requirement of the agenda in our own words, with document and section.

One TOML file per part of the ledger; `R193` in code, tests and pages means the entry here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

#: The source documents by the short code that entries use. Line numbers ("regel") are those of
#: the text versions the ledger was made from.
DOCUMENTEN = {
    "S0": "Memo voor het RPO Zorg Centraal Gelderland, voortgang en besluitpunten, concept van 28-6-2021",
    "S1": "Gelderse Verbeteragenda Jeugdbescherming, versie van 20-4-2020, vastgesteld op 17-4-2020",
    "S2": "De acht bouwstenen van de Gelderse Verbeteragenda Jeugdbescherming, 2021",
    "S3": "Pagina over de verbeteragenda op jeugdregionijmegen.nl",
    "S4": "Resultaatafspraken, Gelderse monitor en tussentaal, met bijlage 1",
    "Jeugdwet": "Jeugdwet",
}

#: The parts of the ledger in order, with their names.
DELEN = {
    "A": "Uitgangspunten",
    "B": "Organisaties en rollen",
    "C": "Contactbeheer, bijeenkomsten en leergroepen",
    "D": "Toekomsttuin",
    "E": "Jeugdbeschermingstafel",
    "F": "Aanmeldroutes",
    "G": "Escalatiemodel",
    "H": "RET en BOEG",
    "I": "Werven en opleiden",
    "J": "Contract, tarieven en invoering",
    "K": "Resultaatafspraken",
    "L": "Gelderse monitor",
    "M": "Tussentaal",
    "N": "Sturing",
    "T1": "Aanvullingen: uitgangspunten, samenwerken en toekomsttuin",
    "T2": "Aanvullingen: tafel, routes, contract, monitor en sturing",
}


@dataclass(frozen=True)
class Vereiste:
    """One requirement. `document` is a key of DOCUMENTEN; `ook` names further places."""

    nummer: str
    tekst: str
    document: str
    paragraaf: str
    deel: str
    ook: tuple[str, ...] = ()


class UnknownVereiste(KeyError):
    """This number is not in the ledger."""


@cache
def vereisten() -> dict[str, Vereiste]:
    """All requirements by number, R1 first."""
    gelezen = {
        nummer: Vereiste(
            nummer=nummer,
            tekst=velden["tekst"],
            document=velden["document"],
            paragraaf=velden["paragraaf"],
            deel=deel,
            ook=tuple(velden.get("ook", ())),
        )
        for deel in DELEN
        for nummer, velden in _lees_deel(deel).items()
    }
    return dict(sorted(gelezen.items(), key=lambda paar: int(paar[0][1:])))


@cache
def redenen() -> dict[str, str]:
    """Why a requirement or reading has no code or no test of its own, by number."""
    gelezen: dict[str, str] = {}
    for groep in _lees_deel("redenen")["groep"]:
        gelezen.update(dict.fromkeys(groep["nummers"], groep["reden"]))
        gelezen.update(groep.get("elk", {}))
    return gelezen


def _lees_deel(deel: str) -> dict[str, Any]:
    bestand = resources.files(__name__) / f"{deel}.toml"
    return tomllib.loads(bestand.read_text(encoding="utf-8"))


def vereiste(nummer: str) -> Vereiste:
    """The requirement with this number; raises UnknownVereiste."""
    try:
        return vereisten()[nummer]
    except KeyError:
        raise UnknownVereiste(nummer) from None


def bestaat(nummer: str) -> bool:
    """Whether the ledger has this number.

    >>> bestaat("R193"), bestaat("R321")
    (True, False)
    """
    return nummer in vereisten()
