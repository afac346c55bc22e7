"""Figures, receipts and lists as text: a table to read, JSON, or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.uitkomst import Uitkomst
from paraplu.monitor.verbergen import Verborgen


def show_indicatoren(indicatoren: Sequence[Indicator], *, formaat: str) -> str:
    """The values there are, with their readings."""
    rijen = [
        {
            "code": indicator.code,
            "naam": indicator.naam,
            "eenheid": indicator.eenheid,
            "lezingen": ", ".join(indicator.varianten),
            "vereisten": ", ".join(indicator.vereisten),
        }
        for indicator in indicatoren
    ]
    return show_rijen(rijen, formaat=formaat)


def show_uitkomst(uitkomst: Uitkomst, *, formaat: str) -> str:
    """The figures; as a table with what they are above them, else the bare rows."""
    maten = uitkomst.indicator.maten
    if formaat != "tabel":
        rijen = [
            {
                "code": uitkomst.indicator.code,
                "variant": uitkomst.variant,
                "periode": uitkomst.periode.naam,
                "per": uitkomst.per,
                "sleutel": rij.sleutel,
                "naam": rij.naam,
                **rij.waarden,
            }
            for rij in uitkomst.rijen
        ]
        return show_rijen(rijen, formaat=formaat)
    kop = f"{uitkomst.indicator.code} {uitkomst.indicator.naam}, {uitkomst.periode.naam}"
    lezing = f"Lezing: {uitkomst.variant}. {uitkomst.indicator.definitie}"
    tabel = [
        [uitkomst.per, *(maat.sleutel for maat in maten)],
        *(
            [rij.naam, *(toon_waarde(rij.waarden[maat.sleutel], maat) for maat in maten)]
            for rij in uitkomst.rijen
        ),
    ]
    voet = "\n".join(f"{maat.sleutel}: {maat.naam} ({maat.eenheid})" for maat in maten)
    return f"{kop}\n{lezing}\n\n{_tabel(tabel)}\n\n{voet}"


def show_rijen(rijen: Sequence[Mapping[str, Any]], *, formaat: str) -> str:
    """Rows with the same keys."""
    kolommen = list(rijen[0]) if rijen else []
    if formaat == "json":
        return json.dumps(list(rijen), indent=2, ensure_ascii=False, default=_als_json)
    if formaat == "csv":
        uit = io.StringIO(newline="")
        schrijver = csv.writer(uit)
        schrijver.writerow(kolommen)
        schrijver.writerows([rij[kolom] for kolom in kolommen] for rij in rijen)
        return uit.getvalue().rstrip("\r\n")
    if not rijen:
        return "Geen rijen."
    return _tabel([kolommen, *([str(rij[k] if rij[k] is not None else "") for k in kolommen] for rij in rijen)])  # fmt: skip


def _als_json(waarde: object) -> object:
    return float(waarde) if isinstance(waarde, Decimal) else str(waarde)


def toon_waarde(waarde: Any, maat: Maat) -> str:
    """A value as a Dutch reader writes it."""
    if waarde is None:
        return "-"
    if isinstance(waarde, Verborgen):
        return str(waarde)
    if maat.eenheid == "aandeel":
        return f"{100 * waarde:.1f}%".replace(".", ",")
    if isinstance(waarde, Decimal):
        return f"{waarde:,.2f}".translate(str.maketrans(",.", ".,"))
    if isinstance(waarde, float):
        return f"{waarde:.1f}".replace(".", ",")
    return str(waarde)


def _tabel(rijen: Sequence[Sequence[str]]) -> str:
    """Columns under each other; what looks like a number stands to the right."""
    breedtes = [max(len(cel) for cel in kolom) for kolom in zip(*rijen, strict=True)]
    rechts = [all(_is_getal(cel) for cel in kolom[1:]) for kolom in zip(*rijen, strict=True)]
    regels = [
        "  ".join(
            cel.rjust(b) if r else cel.ljust(b)
            for cel, b, r in zip(rij, breedtes, rechts, strict=True)
        ).rstrip()
        for rij in rijen
    ]
    regels.insert(1, "  ".join("-" * b for b in breedtes))
    return "\n".join(regels)


def _is_getal(cel: str) -> bool:
    return (
        cel in {"-", ""} or cel.lstrip("-").rstrip("%").replace(".", "").replace(",", "").isdigit()
    )
