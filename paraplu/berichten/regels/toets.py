"""Rules that one message can be held to: how a rule is written down, and how a message is held to it.

One rule is one function on one class of a message, in a module named after its subject. It gets the
content of the class (nested dicts by local name) and yields the path, from the class on, of what is
wrong; "" is the class itself. What is absent or unreadable is for the structure check: a rule then
says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, Final

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.register import RELEASES
from paraplu.berichten.standaard import Berichtsoort, Element

Inhoud = dict[str, Any]

#: The modules with rules; a new subject gets its line here.
MODULES: Final[tuple[str, ...]] = ("adres",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Omgeving:
    """What a rule may know besides its class: the kind of message, its date, and the day of today.

    `vandaag` is None when the caller does not say: rules about the future then say nothing.
    """

    soort: str
    dagtekening: date | None
    vandaag: date | None = None


Functie = Callable[[Inhoud, Omgeving], Iterator[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Toets:
    """One rule on one class: its code, the class, the kinds of message, and what the sender reads."""

    code: str
    klasse: str
    berichten: frozenset[str]
    tekst: str
    remedie: str
    functie: Functie


@dataclass(frozen=True, kw_only=True, slots=True)
class Breuk:
    """A rule that is broken: by which class, and where in it."""

    toets: Toets
    klasse: str
    pad: str


_toetsen: list[Toets] = []


def toets(
    code: str, *, klasse: str, in_: tuple[str, ...], tekst: str, remedie: str
) -> Callable[[Functie], Functie]:
    """Make a function the test of rule `code` on every class of this name in these messages.

    "Bericht" is the whole message. `tekst` says what is wrong and `remedie` what to do, both to the
    sender and without a value from the message. May stand more than once on one function.
    """

    def add(functie: Functie) -> Functie:
        _toetsen.append(
            Toets(
                code=code,
                klasse=klasse,
                berichten=frozenset(in_),
                tekst=tekst,
                remedie=remedie,
                functie=functie,
            )
        )
        return functie

    return add


@cache
def toetsen() -> tuple[Toets, ...]:
    """Every test of a rule inside one message."""
    for naam in MODULES:
        import_module(f"paraplu.berichten.regels.{naam}")
    return tuple(_toetsen)


def heeft_regels(soort: Berichtsoort) -> bool:
    """Whether the rules of this release are known: of older ones no source tells them."""
    return soort.release in RELEASES


def zoek_breuken(
    inhoud: Inhoud, soort: Berichtsoort, omgeving: Omgeving, *, binnen: tuple[str, ...] = ()
) -> Iterator[Breuk]:
    """Every rule that this message breaks.

    `binnen`: of a piece of a larger message only what stands in the class at the end of this path.
    """
    if heeft_regels(soort):
        yield from _bezoek(inhoud, _route(soort, binnen), omgeving, "")


@dataclass(frozen=True, slots=True)
class _Halte:
    """A class with rules on it or somewhere below it."""

    naam: str
    is_lijst: bool
    toetsen: tuple[Toets, ...]
    onder: tuple[_Halte, ...]


@cache
def _route(soort: Berichtsoort, binnen: tuple[str, ...]) -> _Halte:
    """The classes to visit; those on the way to `binnen` are passed without a test."""
    gevonden = _halte(soort.wortel, soort.naam, "Bericht", binnen)
    return gevonden or _Halte("Bericht", False, (), ())


def _halte(klasse: Element, soort: str, naam: str, binnen: tuple[str, ...]) -> _Halte | None:
    kinderen = [kind for kind in klasse.kinderen if kind.type is None]
    if binnen:
        kinderen = [kind for kind in kinderen if kind.naam == binnen[0]]
    onder = [_halte(kind, soort, kind.naam, binnen[1:]) for kind in kinderen]
    haltes = tuple(halte for halte in onder if halte is not None)
    eigen = () if binnen else tuple(een for een in toetsen() if _geldt(een, naam, soort))
    if not eigen and not haltes:
        return None
    return _Halte(naam, klasse.is_lijst, eigen, haltes)


def _geldt(een: Toets, klasse: str, soort: str) -> bool:
    return een.klasse == klasse and soort in een.berichten


def _bezoek(inhoud: Inhoud, halte: _Halte, omgeving: Omgeving, hier: str) -> Iterator[Breuk]:
    for een in halte.toetsen:
        for pad in een.functie(inhoud, omgeving):
            heel = "/".join(deel for deel in (hier, pad) if deel)
            yield Breuk(toets=een, klasse=hier, pad=heel)
    begin = f"{hier}/" if hier else ""
    for onder in halte.onder:
        gevonden = inhoud.get(onder.naam)
        if gevonden is None:
            continue
        if onder.is_lijst:
            for nummer, kind in enumerate(gevonden, 1):
                yield from _bezoek(kind, onder, omgeving, f"{begin}{onder.naam}[{nummer}]")
        else:
            yield from _bezoek(gevonden, onder, omgeving, begin + onder.naam)


def lees_omgeving(inhoud: Inhoud, soort: Berichtsoort, *, vandaag: date | None) -> Omgeving:
    """What the header of a message tells its rules."""
    identificatie = inhoud.get("Header", {}).get("BerichtIdentificatie", {})
    return Omgeving(
        soort=soort.naam, dagtekening=dag(identificatie.get("Dagtekening")), vandaag=vandaag
    )
