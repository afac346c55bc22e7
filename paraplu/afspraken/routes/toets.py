"""Walk a route through every state it can get into, and refuse one in which a case gets stuck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.afspraken.routes.model import Route
from paraplu.afspraken.routes.velden import FouteRoute

#: The steps that are open at one moment; none is a case that stands still without an ending.
Stand = frozenset[str]
#: A state, the step that closes there, its outcome, and the state that follows (None: an ending).
Zet = tuple[Stand, str, str, Stand | None]
#: Our routes have some twenty states. Who forgets a `wacht_op` gets thousands.
GRENS: Final = 500


class TeVeelStanden(ValueError):
    """More steps can be open together, in more ways, than anybody can oversee."""


def begin(route: Route) -> Stand:
    """The steps that are open on the first day."""
    return frozenset(route.opent_bij_begin())


def zetten(route: Route, stand: Stand) -> Iterator[Zet]:
    """Everything that can happen next; outcomes that every step has are left out."""
    for stap in sorted(stand):
        for sleutel, uitkomst in route.stap(stap).uitkomsten.items():
            if uitkomst.eind:
                yield stand, stap, sleutel, None
            else:
                opent = route.opent(stand, stap, sleutel)
                yield stand, stap, sleutel, (stand - {stap}) | frozenset(opent)


def verken(route: Route, grens: int = GRENS) -> dict[Stand, tuple[Zet, ...]]:
    """Every state that a case can get into, each with what can happen next; TeVeelStanden."""
    gezien: dict[Stand, tuple[Zet, ...]] = {}
    te_doen = [begin(route)]
    while te_doen:
        stand = te_doen.pop()
        if stand in gezien:
            continue
        if len(gezien) == grens:
            raise TeVeelStanden
        gezien[stand] = tuple(zetten(route, stand))
        te_doen += [volgende for *_, volgende in gezien[stand] if volgende is not None]
    return gezien


def kan_eindigen(standen: dict[Stand, tuple[Zet, ...]]) -> set[Stand]:
    """The states from which some way leads to an ending: found by walking back from the endings."""
    ervoor: dict[Stand | None, set[Stand]] = {}
    for mogelijk in standen.values():
        for stand, _, _, naar in mogelijk:
            ervoor.setdefault(naar, set()).add(stand)
    goed: set[Stand] = set()
    te_doen = list(ervoor.get(None, ()))
    while te_doen:
        stand = te_doen.pop()
        if stand not in goed:
            goed.add(stand)
            te_doen += ervoor.get(stand, ())
    return goed


def check_route(route: Route, bestand: str) -> None:
    """FouteRoute when the route does not begin, has an idle step, or gets stuck.

    A case cannot fall still through `wacht_op`: every outcome names a step or an ending, and steps
    that are named together do not wait for one another, so that the last one to close opens some.
    """
    _check_begin(route, bestand)
    _check_sleutels(route, bestand)
    _check_samen(route, bestand)
    try:
        standen = verken(route)
    except TeVeelStanden:
        raise FouteRoute(
            f"{bestand}, stap",
            f"de stappen kunnen op meer dan {GRENS} manieren samen open zijn.",
            "Laat een stap wachten op wat eerst klaar moet zijn (wacht_op).",
        ) from None
    _check_bereikbaar(route, bestand, frozenset().union(*standen))
    for stand in sorted(set(standen) - kan_eindigen(standen), key=sorted):
        waar = f"{bestand}, stap.{min(stand)}"
        raise FouteRoute(waar, "van hier loopt geen weg naar een einde.", "Voeg een uitkomst toe.")


def _check_begin(route: Route, bestand: str) -> None:
    if not route.begint_met:
        raise FouteRoute(
            f"{bestand}, begint_met", "er is geen eerste stap.", "Noem er minstens één."
        )


def _check_sleutels(route: Route, bestand: str) -> None:
    """A key names one thing: no outcome of a step hides one that every step has."""
    for stap in route.stappen.values():
        for dubbel in set(stap.uitkomsten) & set(route.overal):
            raise FouteRoute(
                f"{bestand}, stap.{stap.sleutel}.uitkomst.{dubbel}",
                "deze uitkomst heeft elke stap al.",
                "Geef haar een andere naam.",
            )
        if stap.sleutel in stap.wacht_op:
            raise FouteRoute(
                f"{bestand}, stap.{stap.sleutel}.wacht_op",
                "deze stap wacht op zichzelf.",
                "Haal hem uit de lijst.",
            )


def _check_samen(route: Route, bestand: str) -> None:
    """Steps that are named together open together: none of them waits for another of them."""
    plekken = {"begint_met": route.begint_met}
    for stap in route.stappen.values():
        for uitkomst in stap.uitkomsten.values():
            plekken[f"stap.{stap.sleutel}.uitkomst.{uitkomst.sleutel}"] = uitkomst.volgende
    for plek, genoemd in plekken.items():
        for sleutel in genoemd:
            for ander in sorted(set(genoemd) & set(route.stap(sleutel).wacht_op)):
                raise FouteRoute(
                    f"{bestand}, {plek}",
                    f"'{sleutel}' wacht op '{ander}', maar zij worden hier samen genoemd.",
                    f"Laat '{sleutel}' openen door een uitkomst van '{ander}'.",
                )


def _check_bereikbaar(route: Route, bestand: str, bereikt: frozenset[str]) -> None:
    for sleutel in route.stappen:
        if sleutel not in bereikt:
            raise FouteRoute(
                f"{bestand}, stap.{sleutel}",
                "geen enkele weg opent deze stap.",
                "Noem hem bij een uitkomst, kijk naar wacht_op, of haal hem weg.",
            )
