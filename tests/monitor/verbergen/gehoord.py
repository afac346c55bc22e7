"""All that a circle is told of a generated world, and what is hidden in it, over every linked value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow.compute as pc

from paraplu.afspraken.inzage import inzage_van
from paraplu.monitor import Monitor, Periode, tellen
from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.indicator import Maat
from paraplu.monitor.referentie import GELDERLAND
from paraplu.monitor.verbergen import Kijk
from paraplu.monitor.verbergen.cel import GEBIED, Cel, is_eigen
from paraplu.monitor.verbergen.maten import Verberger
from paraplu.monitor.verbergen.patroon import Patroon

#: Code, reading and measure.
Naam = tuple[str, str, str]
#: A figure: of what, over which period, of which cell.
Vak = tuple[Naam, str, Cel]
AREA = {"regio": "_regio", "gemeente": "_gemeente"}
#: Measures that add up, so that a reader can subtract them.
TELT = ("aantal", "uniek", "som")


@dataclass
class Gehoord:
    """`alles`: every figure that may be asked, in full. `verborgen`: those that the circle does not
    get. `rijen`: the counted rows per code, reading and period, for what a party has of its own."""

    alles: dict[Vak, int] = field(default_factory=dict)
    verborgen: set[Vak] = field(default_factory=set)
    rijen: dict[tuple[str, str, str], list[dict[str, Any]]] = field(default_factory=dict)
    maten: dict[tuple[str, str], tuple[Maat, ...]] = field(default_factory=dict)
    vormen: tuple[frozenset[str], ...] = ()
    #: What `aanval` found to hold between them, once for all readers.
    sommen: list[list[tuple[object, int]]] = field(default_factory=list)

    @classmethod
    def vraag_alles(
        cls, monitor: Monitor, kijk: Kijk, codes: Iterable[str], perioden: Iterable[Periode]
    ) -> Gehoord:
        """Every question of the sheet, over every reading of these values."""
        zelf = cls(vormen=tuple(_vormen(kijk.kring)))
        indicatoren = [i for i in monitor.indicatoren() if i.code in set(codes)]
        with monitor.geopend() as geopend:
            for periode in perioden:
                for code, variant in [(i.code, v) for i in indicatoren for v in i.varianten]:
                    vraag = monitor.vraag(code, variant=variant, periode=periode)
                    zelf._hoor(geopend, vraag, kijk)
            zelf._hoor_nullen(geopend, monitor, kijk)
        return zelf

    def _hoor(self, geopend: Geopend, vraag: Vraag, kijk: Kijk) -> None:
        sleutel = (vraag.indicator.code, vraag.variant)
        verberger = Verberger(Patroon.van(geopend, kijk), vraag)
        maten = tuple(
            m
            for m in vraag.indicator.maten
            if m.soort in TELT and m.sleutel not in verberger.niet_gedeeld
        )
        self.maten[sleutel] = maten
        rijen = self.rijen[*sleutel, vraag.periode.naam] = _rijen(geopend, vraag, maten)
        for cel, waarden in _tel(rijen, maten, self.vormen).items():
            weg = verberger.maten(_gevraagd(cel))
            for maat, aantal in waarden.items():
                vak = ((*sleutel, maat), vraag.periode.naam, cel)
                self.alles[vak] = aantal
                if maat in weg:
                    self.verborgen.add(vak)

    def _hoor_nullen(self, geopend: Geopend, monitor: Monitor, kijk: Kijk) -> None:
        """Hidden figures of cells without children: a reader cannot know that they are zero."""
        cellen = {cel for _naam, _periode, cel in self.alles}
        patroon = Patroon.van(geopend, kijk)
        for code, variant, periode in self.rijen:
            vraag = monitor.vraag(code, variant=variant, periode=Periode.lees(periode))
            verberger = Verberger(patroon, vraag)
            for cel in cellen:
                weg = verberger.maten(_gevraagd(cel))
                for maat in weg & {m.sleutel for m in self.maten[code, variant]}:
                    vak = ((code, variant, maat), periode, cel)
                    self.alles.setdefault(vak, 0)
                    self.verborgen.add(vak)

    def eigen(self, kijk: Kijk) -> dict[Vak, int]:
        """The part of each figure that lies in the reader's own area, counted from its own rows."""
        uit = {}
        for (code, variant, periode), rijen in self.rijen.items():
            maten = self.maten[code, variant]
            eigen = [rij for rij in rijen if _is_van(rij, kijk)]
            for cel, waarden in _tel(eigen, maten, self.vormen).items():
                uit.update({((code, variant, m), periode, cel): n for m, n in waarden.items()})
        return uit

    def kent(self, kijk: Kijk) -> set[Vak]:
        """The hidden figures that this reader has in full."""
        return {vak for vak in self.verborgen if is_eigen(vak[2], kijk)}


def _vormen(kring: str) -> Iterator[frozenset[str]]:
    """The tables of the sheet: the dimensions of filter and split; a gemeente says its region."""
    gezien = {frozenset()}
    yield frozenset()
    for inzage in inzage_van(kring):
        for per in inzage.per:
            vorm = frozenset({inzage.filter, per} - {"", "alles", "gelderland"})
            vorm -= {"regio"} if "gemeente" in vorm else set()
            if vorm not in gezien:
                gezien.add(vorm)
                yield vorm


def _gevraagd(cel: Cel) -> Cel:
    """The cell as a reader asks for it: of no area in particular is of Gelderland."""
    return cel if any(naam == GEBIED for naam, _w in cel) else cel | {(GEBIED, GELDERLAND)}


def _rijen(geopend: Geopend, vraag: Vraag, maten: tuple[Maat, ...]) -> list[dict[str, Any]]:
    namen = {k for m in maten for k in (m.kolom, m.waar) if k} | {"afgevallen_op", "_gelderland"}
    namen |= {*AREA.values(), *(n for n in tellen.PER.values() if not n.startswith("_"))}
    tabel = geopend.kolommen(vraag, sorted(namen))
    tabel = tabel.filter(pc.is_null(tabel["afgevallen_op"]))
    return [rij for rij in tabel.to_pylist() if rij["_gelderland"] == GELDERLAND]


def _cel(rij: Mapping[str, Any], vorm: frozenset[str]) -> Cel:
    return frozenset(
        (GEBIED, rij[AREA[naam]]) if naam in AREA else (naam, rij[naam] or tellen.ONBEKEND)
        for naam in vorm
    )


def _tel(
    rijen: list[dict[str, Any]], maten: tuple[Maat, ...], vormen: Iterable[frozenset[str]]
) -> dict[Cel, dict[str, int]]:
    per_cel: dict[Cel, list[dict[str, Any]]] = defaultdict(list)
    for vorm in vormen:
        for rij in rijen:
            per_cel[_cel(rij, vorm)].append(rij)
    return {cel: {m.sleutel: _meet(hier, m) for m in maten} for cel, hier in per_cel.items()}


def _meet(rijen: list[dict[str, Any]], maat: Maat) -> int:
    telt = [rij for rij in rijen if maat.waar is None or rij[maat.waar]]
    if maat.soort == "aantal":
        return len(telt)
    if maat.soort == "uniek":
        return len({rij[maat.kolom] for rij in telt} - {None})
    return int(sum(rij[maat.kolom] or 0 for rij in telt))


def _is_van(rij: Mapping[str, Any], kijk: Kijk) -> bool:
    return any(rij[AREA.get(naam, naam)] == waarde for naam, waarde in kijk.eigen)
