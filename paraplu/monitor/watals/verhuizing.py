"""Which products get another place in the tussentaal, and how much care goes with them (R207-R209)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ibis import _
from ibis.expr.types import Table

from paraplu.afspraken.producten import productomschrijving
from paraplu.monitor import tellen
from paraplu.monitor.geopend import Geopend
from paraplu.monitor.trajecten.gi import met_gi
from paraplu.monitor.watals.openen import AndersMonitor


@dataclass(frozen=True, kw_only=True)
class Verhuizing:
    """Care of one product that moves from one group to another; None: without a place.

    Allocations, lines of declarations and cents granted; a product may move in part, by its days.
    """

    productcategorie: str
    productcode: str
    van: int | None
    naar: int | None
    toewijzingen: int
    regels: int
    centen: int

    @property
    def omschrijving(self) -> str:
        """What the product is called; empty where no list says so."""
        return productomschrijving(self.productcode) or ""


def read_verhuizingen(
    anders: AndersMonitor, filters: Mapping[str, str], *, nu: Geopend
) -> list[Verhuizing]:
    """Everything that moves within an area, what moves most first."""
    with anders.geopend() as nieuw:
        map_ = nieuw.versie.map
    toegewezen = _count(nu, "toewijzingen", map_, filters, centen=False)
    gedeclareerd = _count(nu, "declaratieregels", map_, filters, centen=True)
    samen: dict[tuple[str, str, int | None, int | None], list[int]] = {}
    for rij in toegewezen:
        samen.setdefault(_key(rij), [0, 0, 0])[0] += int(rij["aantal"])
    for rij in gedeclareerd:
        telling = samen.setdefault(_key(rij), [0, 0, 0])
        telling[1] += int(rij["aantal"])
        telling[2] += int(rij["centen"] or 0)
    rijen = [
        Verhuizing(
            productcategorie=categorie,
            productcode=code,
            van=van,
            naar=naar,
            toewijzingen=telling[0],
            regels=telling[1],
            centen=telling[2],
        )
        for (categorie, code, van, naar), telling in samen.items()
    ]
    return sorted(
        rijen, key=lambda r: (-r.toewijzingen, -r.regels, r.productcategorie, r.productcode)
    )


def _key(rij: Mapping[str, Any]) -> tuple[str, str, int | None, int | None]:
    return (
        rij["productcategorie"] or "",
        rij["productcode"] or "",
        rij["tussentaal"],
        rij["naar"],
    )


#: What tells one row of a table from another, and the day that says which GI's child it is about.
SLEUTELS: Final = {
    "toewijzingen": (("sleutel",), "ingangsdatum"),
    "declaratieregels": (("bericht", "volgnummer"), "begindatum"),
}


def _count(
    nu: Geopend, naam: str, map_: Path, filters: Mapping[str, str], *, centen: bool
) -> list[dict[str, Any]]:
    tabel: Table = getattr(nu.trajecten, naam)
    sleutel, dag = SLEUTELS[naam]
    ander = nu.lezer.open_parquet(map_ / f"{naam}.parquet", naam=f"watals_{naam}")
    plaatsen = ander.select(*sleutel, naar="tussentaal")
    rijen = tabel.filter(_.is_jeugdhulp).inner_join(plaatsen, list(sleutel))
    rijen = met_gi(rijen, nu.trajecten.zorgperioden, sleutel=sleutel, van=dag, tot=dag)
    binnen = tellen.gefilterd(tellen.met_gebied(rijen, nu.gebieden), filters)
    verhuisd = binnen.filter(~_.tussentaal.identical_to(_.naar))
    per = ["productcategorie", "productcode", "tussentaal", "naar"]
    telling = verhuisd.group_by(per).agg(
        aantal=_.count(), centen=_.toegekend.sum() if centen else _.count()
    )
    return nu.lees(telling)
