"""The ijking: figure beside figure, what the public sources say and what the demo's world does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from paraplu.afspraken.gebieden import gemeente
from paraplu.demo.ijking import lees_ijking
from paraplu.demo.wereld.begrippen import Traject
from paraplu.demo.wereld.wereld import Wereld

GELDERLAND = "Gelderland"
GROEPEN = {"JB": ("OTS", "voogdij"), "hulp": ("hulp",), "pleegzorg": ("hulp",)}
PLEEGZORG = 2


@dataclass(frozen=True)
class IJkregel:
    """One figure: as published, scaled to the demo, as it is in the demo, and the ratio of those.

    `afgeleid` says how a figure of the country was scaled; shares (`eenheid` %) are not scaled.
    """

    id: str
    wat: str
    gebied: str
    periode: str
    eenheid: str
    bron: float
    geschaald: float
    demo: float
    verhouding: float | None
    afgeleid: str


def vergelijk(wereld: Wereld) -> list[IJkregel]:
    """Every figure whose day or year the world lived through."""
    eerste, laatste = wereld.instelling.eerste_jaar, wereld.instelling.laatste_jaar
    binnen = [t for t in wereld.trajecten if _in_gelderland(t)]
    begin, einde = date(eerste - 1, 12, 31), date(laatste, 12, 31)
    return [
        _regel(wereld, binnen, cijfer)
        for cijfer in lees_ijking()["cijfer"]
        if begin <= cijfer.get("dag", begin) <= einde
        and eerste <= cijfer.get("periode", eerste) <= laatste
    ]


def _in_gelderland(traject: Traject) -> bool:
    plaats = gemeente(traject.kind.gemeente)
    return plaats is not None and plaats.in_gvjb


def _regel(wereld: Wereld, trajecten: list[Traject], cijfer: dict[str, Any]) -> IJkregel:
    bron = float(cijfer["waarde"])
    demo = _tel(trajecten, cijfer)
    is_deel = cijfer["maat"] == "deel"
    land = cijfer["gebied"] != GELDERLAND and not is_deel
    ijking = lees_ijking()
    deel = ijking.deel(cijfer["groep"]) if land else 1.0
    geschaald = bron if is_deel else bron * deel * wereld.instelling.schaal
    herkomst = ijking["deel"]["JR" if cijfer["groep"] == "JR" else "JB"]["bron"] if land else ""
    return IJkregel(
        id=cijfer["id"],
        wat=cijfer["wat"],
        gebied=cijfer["gebied"],
        periode=str(cijfer.get("periode") or cijfer["dag"]),
        eenheid="%" if is_deel else "",
        bron=bron,
        geschaald=round(geschaald, 1),
        demo=round(demo, 1),
        verhouding=round(demo / geschaald, 3) if geschaald else None,
        afgeleid=f"{_procent(deel)} van Nederland ({herkomst})" if land else "",
    )


def _procent(deel: float) -> str:
    return f"{100 * deel:.1f} %".replace(".", ",")


def _tel(trajecten: list[Traject], cijfer: dict[str, Any]) -> float:
    eigen = [t for t in trajecten if t.soort in GROEPEN.get(cijfer["groep"], (cijfer["groep"],))]
    if cijfer["groep"] == "pleegzorg":
        eigen = [t for t in eigen if t.product.tussentaal == PLEEGZORG]
    if cijfer["maat"] == "stand":
        return sum(t.loopt_op(cijfer["dag"]) for t in eigen)
    jaar = cijfer["periode"]
    if cijfer["maat"] == "instroom":
        return sum(t.begin.year == jaar for t in eigen)
    if cijfer["maat"] == "uitstroom":
        return sum(t.einde is not None and t.einde.year == jaar for t in eigen)
    return _deel_met_hulp(eigen, jaar)


def _deel_met_hulp(maatregelen: Iterable[Traject], jaar: int) -> float:
    """Per cent of the children with a measure in the year that had youth help in it."""
    kinderen = {t.kind for t in maatregelen if _raakt(t, jaar)}
    met = [k for k in kinderen if any(t.soort == "hulp" and _raakt(t, jaar) for t in k.trajecten)]
    return 100 * len(met) / len(kinderen) if kinderen else 0.0


def _raakt(traject: Traject, jaar: int) -> bool:
    einde = traject.einde or date.max
    return traject.begin <= date(jaar, 12, 31) and einde >= date(jaar, 1, 1)


def als_gegevens(regels: Iterable[IJkregel]) -> list[dict[str, Any]]:
    """For the file beside the deliveries."""
    return [asdict(regel) for regel in regels]


def lees_vergelijking(map_: Path) -> list[IJkregel]:
    """The table of a written world, empty when there is none."""
    try:
        wereld = json.loads((map_ / "wereld.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [IJkregel(**regel) for regel in wereld.get("ijking", ())]
