"""A table as Parquet: typed columns, and receipt and mark in the metadata of the file.

A hidden figure is empty in its own column, and named with its reason in the column `verborgen`: so a
hidden one is never taken for one that is not known, nor for a zero.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from paraplu.monitor.verbergen import Verborgen

from .blad import AANDEEL, BEDRAG, DAG, GEHEEL, GETAL, JA_NEE, TEKST, VERBORGEN, Uitvoerblad
from .waarmerk import Waarmerk

TYPEN: Final = {
    TEKST: pa.string(),
    GEHEEL: pa.int64(),
    GETAL: pa.float64(),
    BEDRAG: pa.decimal128(18, 4),
    AANDEEL: pa.float64(),
    DAG: pa.date32(),
    JA_NEE: pa.bool_(),
}
#: Names under which a reader finds them in the file's own metadata.
BEWIJS, WAARMERK, NAMEN = b"paraplu.bewijs", b"paraplu.waarmerk", b"paraplu.namen"


def schrijf_parquet(bladen: Sequence[Uitvoerblad], *, bewijs: Any, waarmerk: Waarmerk) -> bytes:
    """The one table of `bladen`. Raises ValueError for more: a Parquet file holds one."""
    if len(bladen) != 1:
        raise ValueError("een Parquet-bestand heeft één tabel")
    [blad] = bladen
    velden = [pa.field(k.sleutel, TYPEN[k.soort], metadata={"naam": k.naam}) for k in blad.kolommen]
    velden.append(pa.field(VERBORGEN, pa.string()))
    schema = pa.schema(
        velden,
        metadata={
            BEWIJS: json.dumps(bewijs.als_dict(), ensure_ascii=False),
            WAARMERK: json.dumps(dict(waarmerk.regels()), ensure_ascii=False),
            NAMEN: json.dumps({k.sleutel: k.naam for k in blad.kolommen}, ensure_ascii=False),
        },
    )
    uit = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(_rijen(blad)), schema=schema), uit)
    return uit.getvalue()


def _rijen(blad: Uitvoerblad) -> Any:
    for rij in blad.rijen:
        velden = {
            kolom.sleutel: _waarde(waarde, kolom.soort)
            for kolom, waarde in zip(blad.kolommen, rij, strict=True)
        }
        yield velden | {VERBORGEN: blad.reden(rij) or None}


def _waarde(waarde: Any, soort: str) -> Any:
    if waarde is None or isinstance(waarde, Verborgen):
        return None
    return str(waarde) if soort == TEKST else waarde
