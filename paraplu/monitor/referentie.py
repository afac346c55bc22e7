"""Reference tables for the derived tables: what a product is, where it stands, which areas there are."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import date

import pyarrow as pa

from paraplu.afspraken import gebieden, producten, tussentaal
from paraplu.afspraken.tussentaal import Tussentaalregel

BUITEN = "buiten"
GELDERLAND = "gelderland"
OPEN = date(9999, 12, 31)

PRODUCTEN = pa.schema(
    [
        ("productcategorie", pa.string()),
        ("productcode", pa.string()),
        ("soort_maatregel", pa.string()),
        ("groep", pa.string()),
    ]
)
TUSSENTAAL = pa.schema(
    [
        ("productcategorie", pa.string()),
        ("productcode", pa.string()),
        ("tussentaal", pa.int64()),
        ("vanaf", pa.date32()),
        ("tot", pa.date32()),
    ]
)
GEBIEDEN = pa.schema(
    [("gemeente", pa.string()), ("gemeentenaam", pa.string()), ("regio", pa.string())]
)
RANGEN = pa.schema([("tussentaal", pa.int64()), ("rang", pa.int64())])

Product = tuple[str, str]


def producten_tabel(voorkomend: Iterable[Product]) -> pa.Table:
    """The kind of measure and the group of each product (categorie, code or "") (P61)."""
    rijen = []
    for categorie, code in sorted(voorkomend):
        soort = producten.soort_maatregel(code or None, categorie)
        rijen.append(
            {
                "productcategorie": categorie,
                "productcode": code,
                "soort_maatregel": soort,
                "groep": producten.groep(soort),
            }
        )
    return pa.Table.from_pylist(rijen, schema=PRODUCTEN)


def tussentaal_tabel(voorkomend: Iterable[Product], regels: Sequence[Tussentaalregel]) -> pa.Table:
    """Per product the stretches [vanaf, tot) in which it has a place (R206–R209).

    A rule for the code goes before that of its category; without place there is no row.
    """
    per_product: dict[Product, list[Tussentaalregel]] = {}
    for regel in regels:
        per_product.setdefault((regel.productcategorie, regel.productcode), []).append(regel)
    rijen = []
    for categorie, code in sorted(voorkomend):
        eigen = per_product.get((categorie, code), []) if code else []
        rijen += [
            {"productcategorie": categorie, "productcode": code, **stuk}
            for stuk in _stukken(eigen, per_product.get((categorie, ""), []))
        ]
    return pa.Table.from_pylist(rijen, schema=TUSSENTAAL)


def _stukken(
    eigen: Sequence[Tussentaalregel], algemeen: Sequence[Tussentaalregel]
) -> list[dict[str, object]]:
    """Cut time where a rule begins or ends and let the product's own rule speak first."""
    regels = [*eigen, *algemeen]
    dagen = sorted({r.vanaf for r in regels} | {r.tot or OPEN for r in regels})
    stukken: list[dict[str, object]] = []
    for vanaf, tot in itertools.pairwise(dagen):
        regel = next((r for r in regels if r.geldt_op(vanaf)), None)
        if regel and regel.tussentaal is not None:
            stukken.append({"tussentaal": regel.tussentaal, "vanaf": vanaf, "tot": tot})
    return stukken


def gebieden_tabel() -> pa.Table:
    """The 51 gemeenten of the province with their region; whoever is not in it is `buiten`."""
    rijen = [
        {"gemeente": g.code, "gemeentenaam": g.naam, "regio": g.regio}
        for g in gebieden.gemeenten()
        if g.in_gvjb
    ]
    return pa.Table.from_pylist(rijen, schema=GEBIEDEN)


def rangen_tabel() -> pa.Table:
    """The order of the tussentaal for stepping down, 1 the lightest (P22)."""
    rijen = [{"tussentaal": t, "rang": tussentaal.rang(t)} for t in tussentaal.categorieen()]
    return pa.Table.from_pylist([rij for rij in rijen if rij["rang"]], schema=RANGEN)
