"""What a new version of a route changes, in sentences; for who wants to see it before it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from paraplu.afspraken.routes.model import (
    GEBEURTENISSEN,
    ROLLEN,
    Doorlooptijd,
    Route,
    Stap,
    Uitkomst,
)
from paraplu.termijnen import Duur


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One change. `stap` is the key of the step, "" when it concerns the whole route.

    `soort` is erbij, weg, termijn, rol, uitkomst, route or tekst; `zin` says it to a reader.
    """

    soort: str
    stap: str
    zin: str


def vergelijk(oud: Route, nieuw: Route) -> tuple[Verschil, ...]:
    """Every change from `oud` to `nieuw`, in the order of the steps; empty when there is none."""
    return (
        *_van_de_route(oud, nieuw),
        *_van_de_stappen(oud, nieuw),
        *_van_de_doorlooptijden(oud, nieuw),
    )


def _van_de_route(oud: Route, nieuw: Route) -> Iterator[Verschil]:
    if oud.begint_met != nieuw.begint_met:
        zin = f"De route begint met {_stappen(nieuw, nieuw.begint_met)}; dat was {_stappen(oud, oud.begint_met)}."
        yield Verschil(soort="route", stap="", zin=zin)
    if (oud.naam, oud.uitleg) != (nieuw.naam, nieuw.uitleg):
        yield Verschil(soort="tekst", stap="", zin="De naam of de uitleg van de route is anders.")
    for zin in _uitkomsten(oud, nieuw, oud.overal, nieuw.overal):
        yield Verschil(soort="uitkomst", stap="", zin=f"Bij elke stap: {zin}")


def _van_de_stappen(oud: Route, nieuw: Route) -> Iterator[Verschil]:
    for sleutel, stap in oud.stappen.items():
        if sleutel not in nieuw.stappen:
            yield Verschil(
                soort="weg", stap=sleutel, zin=f"De stap {_naam(stap)} komt niet meer voor."
            )
    for sleutel, stap in nieuw.stappen.items():
        if sleutel not in oud.stappen:
            zin = f"De stap {_naam(stap)} is nieuw: {ROLLEN[stap.rol]}, {_duur(stap.termijn)}."
            yield Verschil(soort="erbij", stap=sleutel, zin=zin)
        else:
            yield from _van_een_stap(oud, nieuw, oud.stappen[sleutel], stap)


def _van_een_stap(oud: Route, nieuw: Route, was: Stap, stap: Stap) -> Iterator[Verschil]:
    for soort, wat, lees in VELDEN:
        if lees(was) != lees(stap):
            zin = f"{_naam(stap)}: {wat} is {lees(stap)}; dat was {lees(was)}."
            yield Verschil(soort=soort, stap=stap.sleutel, zin=zin)
    if was.wacht_op != stap.wacht_op:
        zin = f"{_naam(stap)}: wacht op {_stappen(nieuw, stap.wacht_op)}; dat was {_stappen(oud, was.wacht_op)}."
        yield Verschil(soort="route", stap=stap.sleutel, zin=zin)
    if was.uitleg != stap.uitleg:
        zin = f"{_naam(stap)}: de uitleg is anders."
        yield Verschil(soort="tekst", stap=stap.sleutel, zin=zin)
    for zin in _uitkomsten(oud, nieuw, was.uitkomsten, stap.uitkomsten):
        yield Verschil(soort="uitkomst", stap=stap.sleutel, zin=f"{_naam(stap)}: {zin}")


def _uitkomsten(
    oud: Route, nieuw: Route, was: Mapping[str, Uitkomst], nu: Mapping[str, Uitkomst]
) -> Iterator[str]:
    for naam in [*was, *(n for n in nu if n not in was)]:
        zin = _van_een_uitkomst(oud, nieuw, was.get(naam), nu.get(naam))
        if zin:
            yield zin


def _van_een_uitkomst(oud: Route, nieuw: Route, was: Uitkomst | None, nu: Uitkomst | None) -> str:
    if nu is None:
        return f"de uitkomst '{was.naam}' komt niet meer voor." if was else ""
    if was is None:
        return f"de uitkomst '{nu.naam}' is nieuw; daarna volgt {_daarna(nieuw, nu)}."
    if _daarna(oud, was) != _daarna(nieuw, nu):
        return f"na '{nu.naam}' volgt {_daarna(nieuw, nu)}; dat was {_daarna(oud, was)}."
    if (was.vraagt, was.rollen, was.loopt_vanaf, was.toelichting) != (
        nu.vraagt, nu.rollen, nu.loopt_vanaf, nu.toelichting,
    ):  # fmt: skip
        return (
            f"wie '{nu.naam}' kiest, wat daarvoor nodig is of wat dan begint te lopen, is anders."
        )
    return f"'{was.naam}' heet nu '{nu.naam}'." if was.naam != nu.naam else ""


def _van_de_doorlooptijden(oud: Route, nieuw: Route) -> Iterator[Verschil]:
    was = {tijd.sleutel: tijd for tijd in oud.doorlooptijden}
    nu = {tijd.sleutel: tijd for tijd in nieuw.doorlooptijden}
    for sleutel in [*was, *(s for s in nu if s not in was)]:
        zin = _van_een_doorlooptijd(was.get(sleutel), nu.get(sleutel))
        if zin:
            yield Verschil(soort="termijn", stap="", zin=zin)


def _van_een_doorlooptijd(was: Doorlooptijd | None, nu: Doorlooptijd | None) -> str:
    if nu is None:
        return f"De doorlooptijd '{was.naam}' komt niet meer voor." if was else ""
    if was is None:
        return f"De doorlooptijd '{nu.naam}' is nieuw: {nu.termijn}."
    if (was.termijn, was.waarschuwing) != (nu.termijn, nu.waarschuwing):
        return f"{nu.naam}: de termijn is {_samen(nu)}; dat was {_samen(was)}."
    if (was.na, was.over, was.tot) != (nu.na, nu.over, nu.tot):
        return f"{nu.naam}: de stappen waarover dit gaat, zijn anders."
    return ""


def _samen(tijd: Doorlooptijd) -> str:
    erbij = f", met een waarschuwing na {tijd.waarschuwing}" if tijd.waarschuwing else ""
    return f"{tijd.termijn}{erbij}"


def _duur(duur: Duur | None) -> str:
    return str(duur) if duur else "geen termijn"


def _rollen(rollen: Iterable[str]) -> str:
    return ", ".join(ROLLEN[rol] for rol in rollen) or "niemand"


def _naam(stap: Stap) -> str:
    return f"{stap.nummer} '{stap.naam}'"


def _stappen(route: Route, sleutels: Iterable[str]) -> str:
    return " en ".join(_naam(route.stap(sleutel)) for sleutel in sleutels) or "niets"


def _daarna(route: Route, uitkomst: Uitkomst) -> str:
    if uitkomst.eind:
        return f"het einde: {route.einden[uitkomst.eind]}"
    return _stappen(route, uitkomst.volgende)


#: The fields of a step that are compared: the kind of change, what they are called, how they read.
VELDEN: Final[tuple[tuple[str, str, Callable[[Stap], str]], ...]] = (
    ("tekst", "de naam", lambda stap: f"'{stap.naam}'"),
    ("route", "het nummer", lambda stap: stap.nummer),
    ("termijn", "de termijn", lambda stap: _duur(stap.termijn)),
    ("termijn", "de waarschuwing", lambda stap: _duur(stap.waarschuwing)),
    ("termijn", "het begin van de termijn", lambda stap: GEBEURTENISSEN[stap.loopt_vanaf]),
    ("termijn", "de kalender", lambda stap: stap.kalender),
    ("rol", "wie de stap zet", lambda stap: _rollen(stap.rollen)),
    ("rol", "wie het ontvangt", lambda stap: _rollen(stap.aan)),
    (
        "rol",
        "wie bericht krijgt na de termijn",
        lambda stap: _rollen(filter(None, [stap.bij_verlopen])),
    ),
)
