"""Which measures of which cells are hidden from a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu.monitor import tellen
from paraplu.monitor.verbergen.cel import Cel, drempel_van, make_cel
from paraplu.monitor.verbergen.groepen import groep_van
from paraplu.monitor.verbergen.verborgen import Kijk

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend, Vraag


@dataclass(frozen=True)
class Patroon:
    """The hidden measures per cell."""

    per_cel: Mapping[Cel, frozenset[str]]

    def verborgen(self, cel: Cel) -> frozenset[str]:
        """The keys of the measures of this cell that are hidden."""
        return self.per_cel.get(cel, frozenset())


def open_patroon(geopend: Geopend, vraag: Vraag, kijk: Kijk) -> Patroon:
    """The pattern for what is asked."""
    kinderen: dict[str, dict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))
    rijen = tellen.geteld(geopend.rijen(vraag))
    rijen = rijen.mutate(_sleutel=tellen.sleutel(rijen, vraag.per))
    for nummer, rij in enumerate(geopend.lees(rijen)):
        for maat in vraag.indicator.maten:
            groep = groep_van(maat)
            waar = not groep.waar or bool(rij[groep.waar])
            if waar and (not groep.kolom or rij[groep.kolom] is not None):
                kinderen[rij["_sleutel"]][maat.sleutel].add(rij.get("kind", nummer))
            kinderen[rij["_sleutel"]][""].add(rij.get("kind", nummer))
    per_cel = {}
    for sleutel, groepen in kinderen.items():
        cel = make_cel(vraag.per, sleutel, vraag.filters)
        if cel is not None:
            drempel = drempel_van(cel, kijk.drempels)
            geheel = len(groepen[""])
            per_cel[cel] = frozenset(
                maat.sleutel
                for maat in vraag.indicator.maten
                if geheel < drempel
                or _is_klein(maat.soort, len(groepen[maat.sleutel]), geheel, drempel)
            )
    return Patroon(per_cel)


def _is_klein(soort: str, deel: int, geheel: int, drempel: int) -> bool:
    rest = geheel - deel
    return 0 < deel < drempel or (soort == "aandeel" and 0 < rest < drempel)
