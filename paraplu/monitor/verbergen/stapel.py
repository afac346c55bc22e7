"""The counted rows of an indicator in one period, as columns of numbers, and the counting of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paraplu.monitor import tellen
from paraplu.monitor.indicator import DIMENSIES
from paraplu.monitor.referentie import GELDERLAND
from paraplu.monitor.verbergen.groepen import Groep

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend, Vraag

Getallen = NDArray[np.int64]
#: The dimensions beside the area, and the two levels of area inside the province.
SPLITSINGEN = tuple(naam for naam in DIMENSIES if naam != "gemeente")
NIVEAUS = ("regio", "gemeente")
KOLOM = {naam: tellen.PER[naam] for naam in (*NIVEAUS, *SPLITSINGEN)}
#: A cell is two items, the lowest first; 0 is none.
GEEN = 0
BREED = 1 << 20

#: The dimensions of a cell: none (all of Gelderland), one or two.
Vorm = frozenset[str]


@dataclass
class Woorden:
    """Numbers for values of dimensions: gemeente 0202 is an item."""

    nummers: dict[tuple[str, str], int] = field(default_factory=dict)

    def nummer(self, dimensie: str, waarde: str) -> int:
        """The item of this value."""
        soort = "gebied" if dimensie in NIVEAUS else dimensie
        return self.nummers.setdefault((soort, waarde), len(self.nummers) + 1)

    def sleutel(self, paren: Sequence[tuple[str, str]]) -> int | None:
        """The cell with these values; None when a value does not occur."""
        items = [self.nummers.get(paar) for paar in paren]
        if None in items:
            return None
        laag, hoog = [GEEN, GEEN, *sorted(item for item in items if item)][-2:]
        return laag * BREED + hoog


@dataclass(frozen=True)
class Stapel:
    """Rows inside Gelderland: an item per dimension, the child, and per group who is in it.

    `buiten`: the same of rows outside Gelderland, for who asks about everything.
    """

    items: dict[str, Getallen]
    kind: Getallen
    groepen: dict[str, NDArray[np.bool_]]
    buiten: Stapel | None = None

    def alleen(self, hier: NDArray[np.bool_]) -> Stapel:
        """Some of the rows."""
        items = {naam: kolom[hier] for naam, kolom in self.items.items()}
        return Stapel(items, self.kind[hier], {n: k[hier] for n, k in self.groepen.items()})

    def cellen(self, vorm: Vorm) -> Getallen:
        """The cell of each row in the table over these dimensions."""
        kolommen = [self.items[naam] for naam in sorted(vorm)]
        if not kolommen:
            return np.zeros(len(self.kind), np.int64)
        if len(kolommen) == 1:
            return kolommen[0]
        laag, hoog = np.minimum(*kolommen), np.maximum(*kolommen)
        return laag * BREED + hoog

    def tel(self, cellen: Getallen) -> tuple[Getallen, Getallen]:
        """The cells that occur, with the number of children in each."""
        welke, plaats = np.unique(cellen, return_inverse=True)
        hoeveel = int(self.kind.max()) + 1 if len(self.kind) else 1
        uniek = np.unique(plaats * hoeveel + self.kind)
        return welke, np.bincount(uniek // hoeveel, minlength=len(welke))


def lees_stapel(
    geopend: Geopend, vraag: Vraag, groepen: Sequence[Groep], woorden: Woorden
) -> Stapel:
    """The rows that count."""
    namen = {"afgevallen_op", "_gelderland", *KOLOM.values()}
    namen |= {naam for groep in groepen for naam in (groep.waar, groep.kolom) if naam}
    tabel = geopend.kolommen(vraag, sorted(namen | ({"kind"} & geopend.heeft(vraag))))
    return _pak(tabel.filter(pc.is_null(tabel["afgevallen_op"])), groepen, woorden)


def _pak(rijen: pa.Table, groepen: Sequence[Groep], woorden: Woorden) -> Stapel:
    """Numbers in the place of texts. Without a child every row is one."""
    items = {naam: _items(rijen[kolom], naam, woorden) for naam, kolom in KOLOM.items()}
    kind = np.arange(rijen.num_rows)
    if "kind" in rijen.column_names:
        kind = _codes(rijen["kind"])[0]
    per_groep = {groep.naam: _in_groep(rijen, groep) for groep in groepen}
    alles = Stapel(items, kind, per_groep)
    binnen = pc.equal(rijen["_gelderland"], GELDERLAND).to_numpy()
    return replace(alles.alleen(binnen), buiten=alles.alleen(~binnen))


def _items(kolom: pa.ChunkedArray, naam: str, woorden: Woorden) -> Getallen:
    codes, waarden = _codes(pc.fill_null(pc.cast(kolom, pa.string()), tellen.ONBEKEND))
    nummers = np.array([woorden.nummer(naam, waarde) for waarde in waarden], np.int64)
    return nummers[codes] if len(nummers) else codes


def _codes(kolom: pa.ChunkedArray) -> tuple[Getallen, list[str]]:
    """A number for every row, and what the numbers stand for."""
    gecodeerd = kolom.combine_chunks().dictionary_encode(null_encoding="encode")
    return gecodeerd.indices.to_numpy().astype(np.int64), gecodeerd.dictionary.to_pylist()


def _in_groep(rijen: pa.Table, groep: Groep) -> NDArray[np.bool_]:
    waar = np.ones(rijen.num_rows, bool)
    if groep.waar:
        waar &= pc.fill_null(rijen[groep.waar], False).to_numpy()
    if groep.kolom:
        waar &= pc.not_equal(pc.fill_null(rijen[groep.kolom], 0), 0).to_numpy()
    return waar
