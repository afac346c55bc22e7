"""Figures for who works in a notebook: as an Arrow table, and as the table that a notebook shows."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any, Final

import pyarrow as pa

from paraplu.monitor.indicator import Maat
from paraplu.monitor.uitkomst import Rij, Uitkomst
from paraplu.monitor.verbergen import Verborgen

TYPEN: Final = {"euro": pa.decimal128(18, 2), "aandeel": pa.float64(), "dagen": pa.float64()}
#: Measures that are a number of something, whatever it is called.
TELT: Final = ("aantal", "uniek", "som", "stroom")


def als_tabel(uitkomst: Uitkomst) -> pa.Table:
    """One row per area: sleutel, naam, every measure in its type, and `verborgen`.

    None is not known. What is hidden is empty too, and is then named in `verborgen` with its reason
    (`instroom: klein aantal …`). Amounts are euros. Definition and reading are in the metadata.
    """
    maten = uitkomst.indicator.maten
    schema = pa.schema(
        [
            ("sleutel", pa.string()),
            ("naam", pa.string()),
            *((maat.sleutel, _type(maat)) for maat in maten),
            ("verborgen", pa.string()),
        ],
        metadata={
            "code": uitkomst.indicator.code,
            "variant": uitkomst.variant,
            "periode": uitkomst.periode.naam,
            "per": uitkomst.per,
            "definitie": uitkomst.indicator.definitie,
        },
    )
    return pa.Table.from_pylist([_rij(rij, maten) for rij in uitkomst.rijen], schema=schema)


def als_html(uitkomst: Uitkomst) -> str:
    """A plain HTML table with a caption; every text escaped."""
    maten = uitkomst.indicator.maten
    kop = "".join(f"<th scope='col'>{escape(maat.naam)}</th>" for maat in maten)
    rijen = "".join(
        f"<tr><th scope='row'>{escape(rij.naam)}</th>"
        + "".join(f"<td>{_cel(rij.waarden[maat.sleutel])}</td>" for maat in maten)
        + "</tr>"
        for rij in uitkomst.rijen
    )
    wat = f"{uitkomst.indicator.code} {uitkomst.indicator.naam}, {uitkomst.periode.naam}"
    filters = ", ".join(f"{naam} {waarde}" for naam, waarde in uitkomst.filters.items())
    bij = ", ".join(filter(None, (f"lezing {uitkomst.variant}", filters)))
    return (
        f"<table><caption>{escape(wat)} ({escape(bij)})</caption>"
        f"<thead><tr><th scope='col'>{escape(uitkomst.per)}</th>{kop}</tr></thead>"
        f"<tbody>{rijen}</tbody></table>"
    )


def _type(maat: Maat) -> pa.DataType:
    if maat.eenheid in TYPEN:
        return TYPEN[maat.eenheid]
    return pa.int64() if maat.soort in TELT else pa.float64()


def _rij(rij: Rij, maten: tuple[Maat, ...]) -> dict[str, Any]:
    verborgen = "; ".join(
        f"{maat.sleutel}: {waarde.reden}"
        for maat in maten
        if isinstance(waarde := rij.waarden[maat.sleutel], Verborgen)
    )
    waarden = {
        naam: None if isinstance(waarde, Verborgen) else waarde
        for naam, waarde in rij.waarden.items()
    }
    return {"sleutel": rij.sleutel, "naam": rij.naam, **waarden, "verborgen": verborgen or None}


def _cel(waarde: Any) -> str:
    """A value as text: four digits behind the comma at most, a dash for what is not known."""
    if waarde is None:
        return "–"
    if isinstance(waarde, Verborgen):
        return f"<em title='{escape(waarde.reden, quote=True)}'>verborgen</em>"
    if isinstance(waarde, Decimal):
        return f"€ {waarde:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{waarde:.4g}".replace(".", ",") if isinstance(waarde, float) else str(waarde)
