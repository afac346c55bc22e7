"""Sieves: of each rule on the clients of a declaration, whether a piece of it may break that rule.

A piece read the fast way is columns. A sieve looks at these, all lines at once; where one says yes,
the careful way reads the piece and the rule itself makes the findings. So a sieve may be too wide,
never too narrow. A rule without one sends every piece the careful way; a test asks for one.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from paraplu.berichten.regels.geheugen import TUSSEN
from paraplu.berichten.regels.toets import Halte, Omgeving, Toets, heeft_regels, route
from paraplu.berichten.standaard import Berichtsoort
from paraplu.berichten.stroom.geheugen import Hashes, Stroomgeheugen, hashes_van
from paraplu.berichten.stroom.snel import Kolommen

#: The modules with sieves.
MODULES: Final = ("zeef_declaratie", "zeef_antwoord")


@dataclass
class Vondst:
    """A piece with what its rules know besides, and what they will remember if all is well."""

    stuk: Kolommen
    omgeving: Omgeving
    geheugen: Stroomgeheugen
    nieuw: list[tuple[str, Hashes]] = field(default_factory=list)
    sommen: list[tuple[str, int]] = field(default_factory=list)

    def tekst(self, pad: str) -> pa.Array:
        """A leaf of each line as text."""
        return self.stuk.waarden(pad, pa.string())

    def getal(self, pad: str) -> Any:
        """A leaf of each line as a number; -1 where it is absent."""
        return self.stuk.waarden(pad, pa.int64()).fill_null(-1).to_numpy()

    def dag(self, pad: str) -> Any:
        """A leaf of each line as a day of numpy."""
        return self.stuk.waarden(pad, pa.date32()).to_numpy(zero_copy_only=False)

    def is_er(self, pad: str) -> Any:
        """Whether each line has this leaf."""
        return self.tekst(pad).is_valid().to_numpy(zero_copy_only=False)

    def is_gelijk(self, pad: str, waarde: str) -> Any:
        """Whether the leaf of each line has this text."""
        return pc.equal(self.tekst(pad), waarde).to_numpy(zero_copy_only=False)

    @cached_property
    def credit(self) -> Any:
        """Whether each line is credit."""
        return self.is_gelijk("IngediendBedrag/DebetCredit", "C")

    @cached_property
    def bedrag(self) -> Any:
        """The amount of each line in eurocents, without sign."""
        return self.getal("IngediendBedrag/Bedrag")

    def komt_dubbel(self, soort: str, sleutels: pa.Array) -> bool:
        """Whether one of these keys came before, here or in an earlier piece; they are new if not."""
        hashes = hashes_van(sleutels)
        if (hashes[1:] == hashes[:-1]).any() or self.geheugen.kent_een(soort, hashes):
            return True
        self.nieuw.append((soort, hashes))
        return False

    def sleutel(self, *delen: Any) -> pa.Array:
        """The parts of a key as one text per line."""
        return pc.binary_join_element_wise(*delen, TUSSEN)

    def uniek(self, *paden: str) -> list[list[str]]:
        """Every combination of these leaves that stands in a line, once."""
        samen = self.sleutel(*(self.tekst(pad) for pad in paden))
        return [sleutel.split(TUSSEN) for sleutel in samen.unique().to_pylist()]

    def onthoud(self) -> None:
        """Let the memory of the message know what stood in this piece."""
        for soort, hashes in self.nieuw:
            self.geheugen.onthoud_alle(soort, hashes)
        for soort, bedrag in self.sommen:
            self.geheugen.tel_op(soort, bedrag)


Zeef = Callable[[Vondst], Any]
_zeven: dict[Callable[..., Any], Zeef] = {}


def zeef(*regels: Callable[..., Any]) -> Callable[[Zeef], Zeef]:
    """Make a function the sieve of these rules; it gives a truth, or one per line."""

    def add(functie: Zeef) -> Zeef:
        _zeven.update(dict.fromkeys(regels, functie))
        return functie

    return add


@cache
def zeven(soort: Berichtsoort, client: tuple[str, ...]) -> tuple[tuple[str, Zeef | None], ...]:
    """The sieve of each rule on the clients at this path, with its code; None where there is none."""
    for naam in MODULES:
        import_module(f"paraplu.berichten.stroom.{naam}")
    if not heeft_regels(soort):
        return ()
    gevonden = {
        (een.code, _zeven.get(inspect.unwrap(een.functie)))
        for een in _toetsen_onder(route(soort, client))
    }
    return tuple(sorted(gevonden, key=lambda paar: paar[0]))


def _toetsen_onder(halte: Halte) -> Iterator[Toets]:
    yield from halte.toetsen
    yield from halte.achteraf
    for onder in halte.onder:
        yield from _toetsen_onder(onder)


def is_verdacht(
    stuk: Kolommen, regels: tuple[tuple[str, Zeef | None], ...], omgeving: Omgeving
) -> bool:
    """Whether a piece may break a rule; if not, the memory of the message knows it from now on."""
    if not regels:
        return False
    assert isinstance(omgeving.geheugen, Stroomgeheugen)
    vondst = Vondst(stuk, omgeving, omgeving.geheugen)
    for code, een in regels:
        if code in omgeving.geheugen.vol:
            continue
        if een is None or np.any(een(vondst)):
            return True
    vondst.onthoud()
    return False
