"""One reader who solves all that the circle was told, with what it has of its own."""

from __future__ import annotations

from dataclasses import dataclass

from paraplu.monitor.verbergen import Kijk
from tests.monitor.verbergen.gehoord import Gehoord, Vak
from tests.monitor.verbergen.oplossen import Stelsel
from tests.monitor.verbergen.sommen import alle_delen, alle_sommen


@dataclass(frozen=True)
class Aanval:
    """`gevonden`: the hidden figures that have one value left, with that value. `grenzen`: between
    which values each hidden figure lies, as far as going through the sums tells. `eigen`: the part
    of each figure that is the reader's own."""

    gevonden: dict[Vak, int]
    grenzen: dict[Vak, tuple[int, int]]
    eigen: dict[Vak, int]

    @classmethod
    def doe(cls, gehoord: Gehoord, kijk: Kijk) -> Aanval:
        """Solve everything for this reader."""
        gehoord.sommen = gehoord.sommen or make_sommen(gehoord)
        eigen, kent = gehoord.eigen(kijk), gehoord.kent(kijk)
        stelsel = make_stelsel(gehoord, eigen, kent)
        grenzen = {v: g for v, g in stelsel.grenzen().items() if v in gehoord.alles}
        vast = {v for v in stelsel.vast() if v in gehoord.alles}
        vast |= {v for v, (onder, boven) in grenzen.items() if onder == boven}
        return cls({vak: gehoord.alles[vak] for vak in vast}, grenzen, eigen)

    def kleine(self, drempel: int) -> dict[Vak, int]:
        """What was found of others, where they are few: that is what nobody may find."""
        rest = {vak: aantal - self.eigen.get(vak, 0) for vak, aantal in self.gevonden.items()}
        return {vak: aantal for vak, aantal in rest.items() if 0 < aantal < drempel}


def make_stelsel(gehoord: Gehoord, eigen: dict[Vak, int], kent: set[Vak]) -> Stelsel:
    """All sums, with what this reader knows of the numbers in them."""
    bekend = {
        vak: n for vak, n in gehoord.alles.items() if vak not in gehoord.verborgen or vak in kent
    }
    return Stelsel(gehoord.sommen, bekend, eigen)


def make_sommen(gehoord: Gehoord) -> list[list[tuple[object, int]]]:
    """Every sum, and for each part of something a sum with the rest of it."""
    sommen: list[list[tuple[object, int]]] = [list(som) for som in alle_sommen(gehoord) if som]
    return sommen + [
        [(klein, 1), (("rest", klein, groot), 1), (groot, -1)]
        for klein, groot in alle_delen(gehoord)
    ]
