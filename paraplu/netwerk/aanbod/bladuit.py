"""The catalogue as a sheet to take along, with the columns that can be brought in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from ..models import Voorziening
from .kolommen import FORMULE, KOLOMMEN, VEILIG


def list_rijen(alle: Iterable[Voorziening], ingekocht: dict[int, bool]) -> list[list[str]]:
    """Provisions as rows that this module reads back the same; `ingekocht` per provision (its id)."""
    rijen = []
    for voorziening in alle:
        waarden = {
            "aanbieder": voorziening.aanbieder.code or voorziening.aanbieder.sleutel,
            "ingekocht": ingekocht.get(voorziening.pk),
        }
        rijen.append(
            [
                _write(
                    waarden[kolom.naam]
                    if kolom.naam in waarden
                    else getattr(voorziening, kolom.naam)
                )
                for kolom in KOLOMMEN
            ]
        )
    return rijen


def write_xlsx(rijen: Iterable[list[str]]) -> bytes:
    """The rows below the names of the columns, as a workbook; every cell is text."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import

    boek = Workbook(write_only=True)
    blad = boek.create_sheet("hulpaanbod")
    blad.append([kolom.naam for kolom in KOLOMMEN])
    for rij in rijen:
        blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def write_csv(rijen: Iterable[list[str]]) -> str:
    """The same as CSV that a Dutch spreadsheet opens as it is."""
    uit = io.StringIO(newline="")
    uit.write("\ufeff")
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow([kolom.naam for kolom in KOLOMMEN])
    schrijver.writerows(rijen)
    return uit.getvalue()


def _write(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    tekst = str(waarde)
    return VEILIG + tekst if tekst.startswith(FORMULE) else tekst
