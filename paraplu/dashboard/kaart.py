"""The tile map of the 51 gemeenten: five steps of one hue; unknown and hidden have patterns of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paraplu.afspraken.gebieden import Gemeente, gemeenten
from paraplu.inzage.grafiek import list_getoond
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde, toon

TRAPPEN = 5
ONBEKEND, VERBORGEN = 0, "verborgen"


@dataclass(frozen=True)
class Tegel:
    """One gemeente; `trap` 1 to 5, 0 when its value is unknown, VERBORGEN when it is hidden."""

    gemeente: Gemeente
    kort: str
    tekst: str
    trap: int | str


@dataclass(frozen=True)
class Trap:
    """A step of the legend: from the lowest to the highest value in it."""

    nummer: int
    van: str
    tot: str
    aantal: int


@dataclass(frozen=True)
class Kaart:
    """The tiles in reading order and the legend; how many are unknown, and why others are hidden."""

    tegels: tuple[Tegel, ...]
    legenda: tuple[Trap, ...]
    onbekend: int
    verborgen: str = ""


def shorten(naam: str) -> str:
    """A name of at most four letters that no other gemeente has.

    >>> shorten("Ede"), shorten("West Maas en Waal"), shorten("Apeldoorn")
    ('Ede', 'WMeW', 'Apel')
    """
    woorden = naam.split()
    return "".join(woord[0] for woord in woorden) if len(woorden) > 1 else naam[:4]


def make_kaart(waarden: Mapping[str, Waarde], eenheid: str) -> Kaart:
    """The map of `waarden` by gemeentecode. Steps hold about as many gemeenten each."""
    grenzen = choose_grenzen(list_getoond(waarden.values()))
    tegels = []
    for gemeente in sorted(
        (g for g in gemeenten() if g.tegel_rij is not None),
        key=lambda g: (g.tegel_rij, g.tegel_kolom),
    ):
        waarde = waarden.get(gemeente.code)
        getal = toon(waarde, eenheid)
        tekst = f"{getal}: {getal.reden}" if getal.reden else str(getal)
        tegels.append(Tegel(gemeente, shorten(gemeente.naam), tekst, _choose_trap(waarde, grenzen)))
    return Kaart(
        tuple(tegels),
        tuple(_list_legenda(waarden, grenzen, eenheid)),
        sum(tegel.trap == ONBEKEND for tegel in tegels),
        next((toon(w).reden for w in waarden.values() if isinstance(w, Verborgen)), ""),
    )


def _choose_trap(waarde: Waarde, grenzen: Sequence[float]) -> int | str:
    if isinstance(waarde, Verborgen):
        return VERBORGEN
    return ONBEKEND if waarde is None else find_trap(float(waarde), grenzen)


def choose_grenzen(waarden: Sequence[float]) -> list[float]:
    """The upper bounds of the steps: fifths of the sorted values, equal bounds taken together."""
    if not waarden:
        return []
    rij = sorted(waarden)
    plaatsen = (-(-len(rij) * trap // TRAPPEN) - 1 for trap in range(1, TRAPPEN + 1))
    return sorted({rij[max(plaats, 0)] for plaats in plaatsen})


def find_trap(waarde: float, grenzen: Sequence[float]) -> int:
    """The step of a value. With fewer bounds than steps the steps are spread over the hue."""
    nummer = sum(waarde > grens for grens in grenzen)
    if len(grenzen) <= 1:
        return 1
    return 1 + round(nummer * (TRAPPEN - 1) / (len(grenzen) - 1))


def _list_legenda(
    waarden: Mapping[str, Waarde], grenzen: Sequence[float], eenheid: str
) -> list[Trap]:
    per_trap: dict[int, list[float]] = {}
    for waarde in list_getoond(waarden.values()):
        per_trap.setdefault(find_trap(waarde, grenzen), []).append(waarde)
    return [
        Trap(nummer, str(toon(min(rij), eenheid)), str(toon(max(rij), eenheid)), len(rij))
        for nummer, rij in sorted(per_trap.items())
    ]
