"""Weigh what was found in a message by the four levels of IV032 (retour) and IV088 (325)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from paraplu.berichten import standaard
from paraplu.berichten.antwoord.klassen import Plek
from paraplu.berichten.antwoord.oordeel import (
    RETOURCODES_LIJST,
    TECHNISCH,
    ZONDER_AFKEUR,
    NietTeBeoordelen,
    Oordeel,
)
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.regels.register import RELEASES, regels

#: A rule about the message as a whole, whose code may stand at any class.
HEEL: Final = ""
#: The levels: nothing refuses; the schema; inside the message; across messages; outside them.
GOEDGEKEURD, SCHEMA, INHOUD, KETEN, EXTERN = range(5)


class Gewicht(NamedTuple):
    """What one code means for an answer: the level of its check and the answer code."""

    niveau: int
    retourcode: str


@dataclass(frozen=True, kw_only=True)
class Weging:
    """All judgements on one message together.

    `niveau` is GOEDGEKEURD, SCHEMA, INHOUD or KETEN (which stands for 3 and 4: their answers are
    alike). `codes` has, for level 3 and 4, the path of each class with a fault and its codes in
    order, each once.
    """

    niveau: int
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def weeg(oordelen: Iterable[Bevinding | Oordeel], plek: Plek) -> Weging:
    """Weigh judgements on one message.

    The levels go in order, as IV032 says: a fault of level 1 or 2 ends the judging. A code that the
    release of the message does not know makes it 0001 as a whole (docs/decisions/0007). Raises
    NietTeBeoordelen for a code or a place that nobody knows, and for a code at a class that none of
    its rules is about.
    """
    gewogen = [(een, weeg_code(een)) for een in oordelen]
    niveaus = {gewicht.niveau for _, gewicht in gewogen}
    for niveau in (SCHEMA, INHOUD):
        if niveau in niveaus:
            return Weging(niveau=niveau)
    per_klasse: dict[str, set[str]] = {}
    for een, gewicht in gewogen:
        if gewicht.niveau < KETEN:
            continue
        klasse = plek.klasse_van(een.pad)
        if isinstance(een, Oordeel):
            _keur_klasse(gewicht.retourcode, klasse, plek.bericht)
        per_klasse.setdefault(klasse, set()).add(gewicht.retourcode)
    bekend = standaard.codelijst(plek.antwoord.release, RETOURCODES_LIJST)
    if any(code not in bekend for eigen in per_klasse.values() for code in eigen):
        return Weging(niveau=INHOUD)
    return Weging(
        niveau=KETEN if per_klasse else GOEDGEKEURD,
        codes={pad: tuple(sorted(eigen)) for pad, eigen in per_klasse.items()},
    )


def weeg_code(een: Bevinding | Oordeel) -> Gewicht:
    """The level and the answer code of one judgement, from the register of rules.

    A finding with a code of our own (PAR…) is about the schema. One with a rule for people (OP179,
    OP192) weighs nothing, unless it refuses the message: then there is nothing to read.
    """
    regel = regels().get(een.code)
    if isinstance(een, Oordeel):
        gewicht = Gewicht(regel.niveau, regel.retourcode) if regel else _retourcode(een.code)
        if gewicht.niveau == GOEDGEKEURD or (gewicht.niveau > SCHEMA and not gewicht.retourcode):
            raise NietTeBeoordelen(f"Bij regel {een.code} hoort geen retourcode.")
        return gewicht
    if regel is not None and regel.niveau > GOEDGEKEURD:
        return Gewicht(regel.niveau, regel.retourcode)
    return Gewicht(SCHEMA if een.weigert else GOEDGEKEURD, "")


def _keur_klasse(code: str, klasse: str, bericht: Bericht) -> None:
    """A code belongs at the class of its rule; of older releases no source tells the rules."""
    if bericht.release not in RELEASES:
        return
    namen = klassen_van(code).get(bericht.soort, frozenset())
    naam = klasse.rpartition("/")[2].partition("[")[0]
    if HEEL not in namen and naam not in namen:
        waar = " of ".join(sorted(namen)) or f"geen enkele klasse van een {bericht.soort}"
        raise NietTeBeoordelen(f"Code {code} hoort bij {waar}, niet bij {naam}.")


@cache
def klassen_van(code: str) -> Mapping[str, frozenset[str]]:
    """Per kind of message the names of the classes that this answer code is about, by its rules.

    HEEL stands for a rule about the message as a whole.
    """
    plekken = (
        [*waar.split("/"), HEEL][:2]
        for regel in regels().values()
        if regel.retourcode == code
        for waar in regel.waar
    )
    uit: dict[str, frozenset[str]] = {}
    for soort, klasse in plekken:
        uit[soort] = uit.get(soort, frozenset()) | {klasse}
    return uit


def _retourcode(code: str) -> Gewicht:
    if code in ZONDER_AFKEUR:
        raise NietTeBeoordelen(f"Retourcode {code} zegt niet dat iets fout is.")
    if code not in _retourcodes():
        raise NietTeBeoordelen("Een code is geen regel en geen retourcode van iJW.")
    return Gewicht(INHOUD if code == TECHNISCH else KETEN, code)


@cache
def _retourcodes() -> frozenset[str]:
    """The answer codes of all releases."""
    return frozenset(
        code
        for naam in standaard.releases()
        for code in standaard.codelijst(naam, RETOURCODES_LIJST)
    )
