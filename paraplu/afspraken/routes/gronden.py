"""The terms of a route as what stands behind a receipt: on a page, in a letter, on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paraplu.afspraken.routes.laden import route, routes, versies
from paraplu.afspraken.routes.model import GEBEURTENISSEN, ROLLEN, Doorlooptijd, Route, Stap
from paraplu.termijnen import Termijngrond, kalender


def list_gronden() -> Mapping[str, Termijngrond]:
    """Every term of the newest version of every route, by route and step."""
    nieuwste = (route(sleutel, versies(sleutel)[-1]) for sleutel in routes())
    return {grond.sleutel: grond for een in nieuwste for grond in _gronden(een)}


def grond_van_stap(een: Route, stap: Stap) -> Termijngrond | None:
    """The term of a step with its source; None for a step without a term.

    >>> from datetime import date
    >>> r = route("aanmeldroute-301", date(2022, 1, 1))
    >>> grond = grond_van_stap(r, r.stap("contact_lokaal_team"))
    >>> grond.sleutel, str(grond.duur), grond.na
    ('aanmeldroute-301/contact_lokaal_team', '3 werkdagen', 'de eerste poging tot contact')
    """
    if stap.termijn is None:
        return None
    na = GEBEURTENISSEN[stap.loopt_vanaf]
    return Termijngrond(
        sleutel=f"{een.sleutel}/{stap.sleutel}",
        tekst=f"{stap.naam}, binnen {stap.termijn} na {na}; taak van: {ROLLEN[stap.rol]}",
        bron=f"{een.naam}, versie {een.versie}, stap {stap.nummer}",
        duur=stap.termijn,
        kalender=kalender(stap.kalender),
        na=na,
        vereisten=(*stap.vereisten, *stap.lezing),
    )


def grond_van_doorlooptijd(een: Route, tijd: Doorlooptijd) -> Termijngrond:
    """A term over several steps with its source."""
    na = " en ".join(een.stap(sleutel).naam for sleutel in tijd.na)
    return Termijngrond(
        sleutel=f"{een.sleutel}/{tijd.sleutel}",
        tekst=f"{tijd.naam}: binnen {tijd.termijn} na het einde van “{na}”",
        bron=f"{een.naam}, versie {een.versie}",
        duur=tijd.termijn,
        kalender=kalender(tijd.kalender),
        na=na,
        vereisten=(*tijd.vereisten, *tijd.lezing),
    )


def _gronden(een: Route) -> Iterator[Termijngrond]:
    for stap in een.stappen.values():
        grond = grond_van_stap(een, stap)
        if grond is not None:
            yield grond
    for tijd in een.doorlooptijden:
        yield grond_van_doorlooptijd(een, tijd)
