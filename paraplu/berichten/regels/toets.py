"""Rules that one message can be held to: how a rule is written down, and how a message is held to it.

One rule is one function on one class of a message, in a module named after its subject. It gets the
content of the class (nested dicts by local name) and yields the path, from the class on, of what is
wrong; "" is the class itself. What is absent or unreadable is for the structure check: a rule then
says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache, wraps
from importlib import import_module
from typing import Any, Final

from paraplu.berichten.regels.geheugen import Geheugen
from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.register import RELEASES
from paraplu.berichten.standaard import Berichtsoort, Element

Inhoud = dict[str, Any]

#: The modules with rules; a new subject gets its line here.
MODULES: Final[tuple[str, ...]] = (
    "adres",
    "antwoord_reden",
    "antwoordopbouw",
    "datum",
    "declaratie",
    "declaratie_geheel",
    "omvang",
    "persoon",
    "product",
    "retouropbouw",
    "sleutel_levering",
    "sleutels",
    "stapeling",
    "startstop",
    "toewijzing",
    "uren",
    "verzoek",
    "vrije_tekst",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Omgeving:
    """What a rule may know besides its class: the kind of message, its date, and the day of today.

    `vandaag` is None when the caller does not say: rules about the future then say nothing.
    `declaratiedag` is the DeclaratieDagtekening of a 323. `geheugen` is for rules over the whole
    message: what they saw of the classes before this one.
    """

    soort: str
    dagtekening: date | None
    vandaag: date | None = None
    declaratiedag: date | None = None
    geheugen: Geheugen = field(default_factory=Geheugen)


Functie = Callable[[Inhoud, Omgeving], Iterator[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Toets:
    """One rule on one class: its code, the class, the kinds of message, and what the sender reads.

    `achteraf`: held to the class after everything in it, so that the memory knows all of that.
    """

    code: str
    klasse: str
    berichten: frozenset[str]
    tekst: str
    remedie: str
    functie: Functie
    achteraf: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Breuk:
    """A rule that is broken: by which class, and where in it. `herhaald`: in a class that repeats."""

    toets: Toets
    klasse: str
    pad: str
    herhaald: bool = False


_toetsen: list[Toets] = []


def toets(
    code: str,
    *,
    klasse: str,
    in_: tuple[str, ...],
    tekst: str,
    remedie: str,
    achteraf: bool = False,
) -> Callable[[Functie], Functie]:
    """Make a function the test of rule `code` on every class of this name in these messages.

    "Bericht" is the whole message. `tekst` says what is wrong and `remedie` what to do, both to the
    sender and without a value from the message. May stand more than once on one function. In a 323
    and a 325 a function on a class around the clients does not see these: it has `achteraf` and
    what the memory kept of them.
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
                achteraf=achteraf,
            )
        )
        return functie

    return add


def tel(
    code: str, *, klasse: str, in_: tuple[str, ...]
) -> Callable[[Callable[[Inhoud, Omgeving], None]], Callable[[Inhoud, Omgeving], None]]:
    """Make a function see every class of this name before rule `code` judges, `achteraf`, the whole."""

    def add(functie: Callable[[Inhoud, Omgeving], None]) -> Callable[[Inhoud, Omgeving], None]:
        @wraps(functie)
        def judge_nothing(inhoud: Inhoud, omgeving: Omgeving) -> Iterator[str]:
            functie(inhoud, omgeving)
            return iter(())

        toets(code, klasse=klasse, in_=in_, tekst="", remedie="")(judge_nothing)
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
    inhoud: Inhoud,
    soort: Berichtsoort,
    omgeving: Omgeving,
    *,
    scheef: Set[str] = frozenset(),
    binnen: tuple[str, ...] = (),
    vanaf: int = 1,
) -> Iterator[Breuk]:
    """Every rule that this message breaks, on classes that are not `scheef` (paths).

    `binnen`: of a piece of a larger message only the classes at this path, that count from `vanaf`.
    """
    if heeft_regels(soort):
        yield from _Bezoek(omgeving, scheef, vanaf).bezoek(inhoud, route(soort, binnen), "")


@dataclass(frozen=True, slots=True)
class Halte:
    """A class with rules on it or somewhere below it. `herhaald`: it stands in a class that repeats."""

    naam: str
    is_lijst: bool
    herhaald: bool
    toetsen: tuple[Toets, ...]
    achteraf: tuple[Toets, ...]
    onder: tuple[Halte, ...]


@cache
def route(soort: Berichtsoort, binnen: tuple[str, ...] = ()) -> Halte:
    """The classes to visit; those on the way to `binnen` are passed without a test."""
    gevonden = _halte(soort.wortel, soort.naam, "Bericht", binnen, herhaald=False)
    return gevonden or Halte("Bericht", False, False, (), (), ())


def _halte(
    klasse: Element, soort: str, naam: str, binnen: tuple[str, ...], *, herhaald: bool
) -> Halte | None:
    kinderen = [kind for kind in klasse.kinderen if kind.type is None]
    if binnen:
        kinderen = [kind for kind in kinderen if kind.naam == binnen[0]]
    herhaald = herhaald or klasse.is_lijst
    onder = [_halte(kind, soort, kind.naam, binnen[1:], herhaald=herhaald) for kind in kinderen]
    haltes = tuple(halte for halte in onder if halte is not None)
    eigen = [] if binnen else [een for een in toetsen() if _geldt(een, naam, soort)]
    if not eigen and not haltes:
        return None
    vooraf = tuple(een for een in eigen if not een.achteraf)
    achteraf = tuple(een for een in eigen if een.achteraf)
    return Halte(naam, klasse.is_lijst, herhaald, vooraf, achteraf, haltes)


def _geldt(een: Toets, klasse: str, soort: str) -> bool:
    return een.klasse == klasse and soort in een.berichten


@dataclass(frozen=True, slots=True)
class _Bezoek:
    """One walk along the classes of a message, or of a piece of it."""

    omgeving: Omgeving
    scheef: Set[str]
    vanaf: int

    def bezoek(self, inhoud: Inhoud, halte: Halte, hier: str) -> Iterator[Breuk]:
        """The breaks in this class and below it."""
        if halte.toetsen:
            yield from self._toets(inhoud, halte, halte.toetsen, hier)
        begin = f"{hier}/" if hier else ""
        for onder in halte.onder:
            gevonden = inhoud.get(onder.naam)
            if gevonden is None:
                continue
            if onder.is_lijst:
                for nummer, kind in enumerate(
                    gevonden, self.vanaf if onder.naam == "Client" else 1
                ):
                    yield from self.bezoek(kind, onder, f"{begin}{onder.naam}[{nummer}]")
            else:
                yield from self.bezoek(gevonden, onder, begin + onder.naam)
        if halte.achteraf:
            yield from self._toets(inhoud, halte, halte.achteraf, hier)

    def _toets(
        self, inhoud: Inhoud, halte: Halte, regels: tuple[Toets, ...], hier: str
    ) -> Iterator[Breuk]:
        if hier in self.scheef:
            return
        vol = self.omgeving.geheugen.vol
        for een in regels:
            if vol and halte.herhaald and een.code in vol:
                continue
            for pad in een.functie(inhoud, self.omgeving):
                heel = "/".join(deel for deel in (hier, pad) if deel)
                yield Breuk(toets=een, klasse=hier, pad=heel, herhaald=halte.herhaald)


def heeft_breuk(inhoud: Inhoud, halte: Halte, omgeving: Omgeving) -> bool:
    """Whether a message without structure findings breaks any rule: without saying where."""
    for een in halte.toetsen:
        for _ in een.functie(inhoud, omgeving):
            return True
    for onder in halte.onder:
        gevonden = inhoud.get(onder.naam)
        if gevonden is None:
            continue
        if onder.is_lijst:
            for kind in gevonden:
                if heeft_breuk(kind, onder, omgeving):
                    return True
        elif heeft_breuk(gevonden, onder, omgeving):
            return True
    for een in halte.achteraf:
        for _ in een.functie(inhoud, omgeving):
            return True
    return False


def lees_omgeving(
    inhoud: Inhoud, soort: Berichtsoort, *, vandaag: date | None, geheugen: Geheugen | None = None
) -> Omgeving:
    """What the header of a message tells its rules, and what stands before its clients.

    A header that comes after them tells nothing: who reads in a stream does not have it yet.
    """
    kop = _voor(inhoud, "Header", "Declaratie", "DeclaratieAntwoord")
    declaratiedag = None
    if "Declaratie" in inhoud:
        declaratiedag = dag(_voor(inhoud["Declaratie"], "DeclaratieDagtekening", "Clienten"))
    return Omgeving(
        soort=soort.naam,
        dagtekening=dag((kop or {}).get("BerichtIdentificatie", {}).get("Dagtekening")),
        vandaag=vandaag,
        declaratiedag=declaratiedag,
        geheugen=geheugen or Geheugen(),
    )


def _voor(klasse: Inhoud, gezocht: str, *grenzen: str) -> Any:
    """What stands under this name in a class, if it stands there before any of the others."""
    for naam, waarde in klasse.items():
        if naam == gezocht:
            return waarde
        if naam in grenzen:
            break
    return None
