"""Draw a route as SVG: boxes for the steps, arrows down and sideways; no colour says anything alone.

The same route and the same steps give the same text, byte for byte. The words of a drawing stand
in a table or list on the page as well: a drawing is never the only place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

from paraplu.afspraken.routes.model import ROLLEN, Route, Stap
from paraplu.afspraken.routes.plattegrond import Pijl, Plek, einden, pijlen, plekken, terug

# All measures in units of the drawing; 420 of them are its width.
BREEDTE: Final = 420
RAND: Final = 10
VAK: Final = 184
GOOT: Final = BREEDTE - 2 * RAND - 2 * VAK
TUSSEN: Final = 44
REGEL: Final = 16
#: What fits on a line in plain and in bold.
TEKENS: Final = 27
TEKENS_VET: Final = 24
#: How far lines that run beside each other stay apart.
LIJN_AF: Final = 6


@dataclass(frozen=True)
class Vak:
    """A box with its lines of text: where it stands and how high it is."""

    stap: Stap
    plek: Plek
    x: int
    y: int
    hoog: int
    regels: tuple[tuple[str, str], ...]

    @property
    def onder(self) -> int:
        """Its lower edge."""
        return self.y + self.hoog


def teken(
    route: Route, hier: frozenset[str] = frozenset(), gedaan: frozenset[str] = frozenset()
) -> str:
    """The drawing for a page: it takes the colour of the text around it.

    `hier` are the open steps, `gedaan` those closed before. The classes `route-stap`, `is-hier` and
    `is-gedaan` let a stylesheet colour it further.
    """
    return _svg(route, hier, gedaan, los=False)


def teken_los(route: Route) -> str:
    """The drawing as a file of its own, with its own ground and ink."""
    return _svg(route, frozenset(), frozenset(), los=True)


def _svg(route: Route, hier: frozenset[str], gedaan: frozenset[str], *, los: bool) -> str:
    vakken = _vakken(route, hier, gedaan)
    hoogte = max(vak.onder for vak in vakken.values()) + RAND
    naam = _naam(route)
    kleur = ' color="#1b1b1b"' if los else ""
    regels = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="route-tekening" viewBox="0 0 {BREEDTE} {hoogte}"'
        f' role="img" aria-labelledby="{naam}-titel {naam}-tekst"{kleur}'
        ' font-family="sans-serif" font-size="13">',
        f'<title id="{naam}-titel">{escape(_titel(route))}</title>',
        f'<desc id="{naam}-tekst">{escape(_omschrijving(route, hier, gedaan))}</desc>',
        f'<defs><marker id="{naam}-punt" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
        ' orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>',
    ]
    if los:
        regels.append(f'<rect width="{BREEDTE}" height="{hoogte}" fill="#ffffff"/>')
    regels += _lijnen(route, vakken)
    for vak in vakken.values():
        regels += _vak(vak, hier=vak.stap.sleutel in hier, gedaan=vak.stap.sleutel in gedaan)
    return "\n".join([*regels, "</svg>", ""])


def _naam(route: Route) -> str:
    return f"{route.sleutel}-{route.versie}"


def _titel(route: Route) -> str:
    return f"{route.naam}, versie van {route.versie}"


def _omschrijving(route: Route, hier: Collection[str], gedaan: Collection[str]) -> str:
    namen = "; ".join(f"{s.nummer} {s.naam}" for s in route.stappen.values())
    delen = [f"De stappen van boven naar onder: {namen}."]
    for wat, sleutels in (("Nu open", hier), ("Gedaan", gedaan)):
        genoemd = [s.naam for s in route.stappen.values() if s.sleutel in sleutels]
        if genoemd:
            delen.append(f"{wat}: {'; '.join(genoemd)}.")
    delen.append("Een streeplijn is een andere uitkomst dan de gewenste.")
    return " ".join(delen)


def _vakken(route: Route, hier: Collection[str], gedaan: Collection[str]) -> dict[str, Vak]:
    cellen = plekken(route)
    tekst = {s: _regels(route, stap, cellen, hier, gedaan) for s, stap in route.stappen.items()}
    vakken: dict[str, Vak] = {}
    y = RAND
    for rij in range(1 + max(plek.rij for plek in cellen.values())):
        in_rij = [sleutel for sleutel, plek in cellen.items() if plek.rij == rij]
        hoog = max(len(tekst[sleutel]) for sleutel in in_rij) * REGEL + 14
        for sleutel in in_rij:
            x = RAND + cellen[sleutel].kolom * (VAK + GOOT)
            stap = route.stap(sleutel)
            vakken[sleutel] = Vak(stap, cellen[sleutel], x, y, hoog, tekst[sleutel])
        y += hoog + TUSSEN
    return vakken


def _regels(
    route: Route,
    stap: Stap,
    cellen: Mapping[str, Plek],
    hier: Collection[str],
    gedaan: Collection[str],
) -> tuple[tuple[str, str], ...]:
    """The lines of a box, each with its weight: the name bold, the rest plain."""
    if stap.sleutel in hier:
        kop = "▶ Hier: "
    elif stap.sleutel in gedaan:
        kop = "✓ "
    else:
        kop = ""
    gewoon = [ROLLEN[stap.rol]]
    if stap.termijn:
        gewoon.append(f"binnen {stap.termijn}")
    if nummers := terug(route, stap, cellen):
        gewoon.append(f"of terug naar {', '.join(nummers)}")
    gewoon += [f"■ {eind}" for eind in einden(route, stap)]
    return (
        *(("bold", regel) for regel in wrap(f"{kop}{stap.nummer}. {stap.naam}", TEKENS_VET)),
        *(("normal", regel) for tekst in gewoon for regel in wrap(tekst, TEKENS)),
    )


def _vak(vak: Vak, *, hier: bool, gedaan: bool) -> Iterator[str]:
    soort = " is-hier" if hier else " is-gedaan" if gedaan else ""
    yield (
        f'<rect class="route-stap{soort}" x="{vak.x}" y="{vak.y}" width="{VAK}" height="{vak.hoog}"'
        f' rx="6" fill="none" stroke="currentColor" stroke-width="{3 if hier else 1}"/>'
    )
    for nummer, (gewicht, tekst) in enumerate(vak.regels):
        y = vak.y + 20 + nummer * REGEL
        yield (
            f'<text x="{vak.x + 8}" y="{y}" font-weight="{gewicht}" fill="currentColor">'
            f"{escape(tekst)}</text>"
        )


def _lijnen(route: Route, vakken: Mapping[str, Vak]) -> Iterator[str]:
    alle = pijlen(route, {sleutel: vak.plek for sleutel, vak in vakken.items()})
    omlaag = [pijl for pijl in alle if vakken[pijl.van].plek.rij != vakken[pijl.naar].plek.rij]
    for pijl in alle:
        if pijl in omlaag:
            yield _lijn(route, pijl, _weg(pijl, omlaag, vakken))
        else:
            yield _lijn(route, pijl, _opzij(vakken[pijl.van], vakken[pijl.naar]))


def _lijn(route: Route, pijl: Pijl, weg: str) -> str:
    streep = "" if pijl.hoofd else ' stroke-dasharray="5 4"'
    return f'<path d="{weg}" fill="none" stroke="currentColor"{streep} marker-end="url(#{_naam(route)}-punt)"/>'


def _opzij(van: Vak, naar: Vak) -> str:
    """A straight line between neighbours; the two directions keep their own height."""
    if van.x < naar.x:
        return f"M{van.x + VAK} {van.y + van.hoog // 3}H{naar.x}"
    return f"M{van.x} {van.y + 2 * van.hoog // 3}H{naar.x + VAK}"


def _weg(pijl: Pijl, omlaag: list[Pijl], vakken: Mapping[str, Vak]) -> str:
    """Down out of one box, sideways between the rows, down into the other.

    Over a row in between it runs through the gutter, or through its own column where that is free.
    """
    van, naar = vakken[pijl.van], vakken[pijl.naar]
    uit = sorted((p for p in omlaag if p.van == pijl.van), key=lambda p: _langs(p, vakken))
    erin = sorted((p for p in omlaag if p.naar == pijl.naar), key=lambda p: _langs(p, vakken))
    begin, eind = _punt(van, uit.index(pijl), len(uit)), _punt(naar, erin.index(pijl), len(erin))
    laag = naar.y - TUSSEN // 2 - LIJN_AF + LIJN_AF * erin.index(pijl)
    if _recht(van, naar, vakken):
        return f"M{begin} {van.onder}V{laag}H{eind}V{naar.y}"
    goot = RAND + VAK + LIJN_AF * (1 + erin.index(pijl))
    hoog = van.onder + TUSSEN // 4 + LIJN_AF * uit.index(pijl)
    return f"M{begin} {van.onder}V{hoog}H{goot}V{laag}H{eind}V{naar.y}"


def _langs(pijl: Pijl, vakken: Mapping[str, Vak]) -> tuple[float, int]:
    """How far to the right an arrow runs, so that arrows that share a box cross little."""
    van, naar = vakken[pijl.van], vakken[pijl.naar]
    if not _recht(van, naar, vakken):
        return (0.5, -van.plek.rij)
    return (max(van.plek.kolom, naar.plek.kolom), -van.plek.rij)


def _punt(vak: Vak, nummer: int, aantal: int) -> int:
    """Where an arrow touches a box, so that several stand side by side."""
    return vak.x + VAK * (nummer + 1) // (aantal + 1)


def _recht(van: Vak, naar: Vak, vakken: Mapping[str, Vak]) -> bool:
    """Whether nothing stands under `van` until the row of `naar`."""
    tussen = range(van.plek.rij + 1, naar.plek.rij)
    return not any(
        vak.plek.kolom == van.plek.kolom and vak.plek.rij in tussen for vak in vakken.values()
    )
