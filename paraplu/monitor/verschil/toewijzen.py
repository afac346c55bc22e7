"""Which of the events between then and now moved a row: the nearest one that fits what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis import _

from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.trajecten.maatregelen import TOEGEWEZEN
from paraplu.monitor.verschil.gebeurtenissen import Gebeurtenis, Tussentijd
from paraplu.monitor.verschil.regels import Paar
from paraplu.monitor.verschil.soorten import WEG

#: Tables whose lines most likely did it, the first first: of a row that came, and of one that went.
BIJ_KOMST: Final = ("declaratie", "start", "stop", "toewijzing", "verzoek")
BIJ_VERTREK: Final = ("declaratie", "stop", "start", "toewijzing", "verzoek")
#: Values that ask when it stops.
EINDIGT: Final = frozenset({"V2b", "V7"})
#: A column that changed points to the lines that hold it.
WIJST_NAAR: Final[Mapping[str, str]] = {
    "begindatum": "start",
    "c": "start",
    "einddatum": "stop",
    "eind": "stop",
    "telt_tot": "stop",
    "oordeel": "declaratie",
    "toegekend": "declaratie",
    "saldo": "declaratie",
    "kosten_per_dag": "declaratie",
    "maatregelgeld": "declaratie",
    "verwijzer_type": "verzoek",
    "productcode": "toewijzing",
    "gemeente": "toewijzing",
    "aanbieder": "toewijzing",
    "ingangsdatum": "toewijzing",
}
#: Values that use what a provider last declared or was allocated for others too (P58).
PER_AANBIEDER: Final = frozenset({"V6b", "V6c"})
#: Columns that hold the key of an allocation.
SLEUTELKOLOMMEN: Final = ("sleutel", "na_sleutel", "rij")


@dataclass
class Zoeker:
    """The events between two versions, by the row, the allocation, the child and the provider."""

    vraag: Vraag
    _regel: dict[str, list[Gebeurtenis]] = field(default_factory=lambda: defaultdict(list))
    _sleutel: dict[str, list[Gebeurtenis]] = field(default_factory=lambda: defaultdict(list))
    _kind: dict[str, list[Gebeurtenis]] = field(default_factory=lambda: defaultdict(list))
    _aanbieder: dict[str, list[Gebeurtenis]] = field(default_factory=lambda: defaultdict(list))
    _delen: Mapping[str, set[str]] = field(default_factory=dict)

    def lees(self, tijd: Tussentijd, paren: Sequence[Paar], delen: Mapping[str, set[str]]) -> None:
        """Take all that happened to the children of these rows; of V6b and V6c the providers."""
        self._delen = delen
        for gebeurtenis in tijd.read("kind", {k for paar in paren for k in paar.kinderen}):
            if gebeurtenis.tabel == "declaratie":
                self._regel[f"{gebeurtenis.bericht}|{gebeurtenis.volgnummer}"].append(gebeurtenis)
            self._sleutel[gebeurtenis.sleutel].append(gebeurtenis)
            self._kind[gebeurtenis.kind].append(gebeurtenis)
        if self.vraag.indicator.code in PER_AANBIEDER:
            namen = {str(paar.regel["aanbieder"]) for paar in paren}
            for gebeurtenis in tijd.read("aanbieder", namen):
                self._aanbieder[gebeurtenis.aanbieder].append(gebeurtenis)

    def zoek(self, paar: Paar) -> list[Gebeurtenis]:
        """The events that moved this row, the deciding one first; empty when there are none."""
        volgorde = self._volgorde(paar)
        for kring in self._kringen(paar):
            passend = [g for g in kring if g.tabel in volgorde]
            if passend:
                return sorted(passend, key=lambda g: (volgorde.index(g.tabel), g.bericht))
        return []

    def _kringen(self, paar: Paar) -> Iterable[list[Gebeurtenis]]:
        """Events from near to far: the line itself, its allocations, its child, its provider."""
        regel = paar.regel
        eigen = {str(paar.sleutel[0]), "|".join(str(deel) for deel in paar.sleutel)}
        yield [g for naam in sorted(eigen) for g in self._regel.get(naam, ())]
        sleutels = {
            str(r[kolom])
            for r in (paar.toen, paar.nu)
            if r
            for kolom in SLEUTELKOLOMMEN
            if r.get(kolom)
        }
        sleutels |= self._delen.get(str(regel.get("maatregel")), set())
        yield [g for naam in sorted(sleutels) for g in self._sleutel.get(naam, ())]
        yield [g for kind in sorted(paar.kinderen) for g in self._kind.get(kind, ())]
        yield self._aanbieder.get(str(regel.get("aanbieder")), [])

    def _volgorde(self, paar: Paar) -> list[str]:
        """Tables in the order in which they are likely to have moved this row."""
        gewezen = [WIJST_NAAR[k] for k in paar.veranderd() if k in WIJST_NAAR]
        code = self.vraag.indicator.code
        eindigt = (paar.soort == WEG) != (code in EINDIGT)
        volgorde = list(dict.fromkeys([*gewezen, *(BIJ_VERTREK if eindigt else BIJ_KOMST)]))
        if self.vraag.variant == TOEGEWEZEN and code.startswith(("V2", "V3")):
            volgorde = [tabel for tabel in volgorde if tabel not in {"start", "stop"}]
        if code.startswith(("V2", "V3")):
            volgorde = [tabel for tabel in volgorde if tabel != "declaratie"]
        return volgorde


def read_delen(
    kanten: Iterable[Geopend], vraag: Vraag, paren: Sequence[Paar]
) -> dict[str, set[str]]:
    """Per measure the allocations that it is made of, then and now."""
    namen = {str(r["maatregel"]) for p in paren for r in (p.toen, p.nu) if r and r.get("maatregel")}
    if not namen:
        return {}
    gekozen = ibis.memtable(pa.table({"maatregel": pa.array(sorted(namen), pa.string())}))
    delen: dict[str, set[str]] = defaultdict(set)
    for geopend in kanten:
        stukken = geopend.trajecten.maatregeldelen.filter(_.variant == vraag.variant)
        gevonden: list[dict[str, Any]] = geopend.lees(
            stukken.semi_join(gekozen, "maatregel").select("maatregel", "sleutel")
        )
        for rij in gevonden:
            delen[rij["maatregel"]].add(rij["sleutel"])
    return delen
