"""Tables as CSV in a zip: each table plain, as a Dutch spreadsheet reads it, and the receipt beside it.

Semicolons, decimal commas, UTF-8 with the mark at its beginning that Excel asks for. Receipt and
watermark are a file of their own, so that the table has no lines that are no rows.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.text import slugify
from django.utils.translation import gettext as _

from paraplu.monitor.verbergen import Verborgen

from .bewijsregels import make_bewijsregels
from .blad import VERBORGEN, Uitvoerblad
from .waarmerk import Waarmerk

#: What a spreadsheet could take for the beginning of a formula.
FORMULETEKENS: Final = ("=", "+", "-", "@", "\t", "\r")
BEWIJS: Final = "definitie-en-bewijs.csv"
WAARMERK: Final = "waarmerk.csv"
#: The day inside the zip: the same figures give the same bytes.
VASTE_DAG: Final = (1980, 1, 1, 0, 0, 0)


def schrijf_csv(bladen: Sequence[Uitvoerblad], *, bewijs: Any, waarmerk: Waarmerk) -> bytes:
    """A zip with a CSV per table and one with definition, receipt and watermark."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for blad in bladen:
            _schrijf(zip_, f"{slugify(blad.naam)}.csv", _tabel(blad))
        regels = [*make_bewijsregels(bewijs), *waarmerk.regels()]
        _schrijf(zip_, BEWIJS, [(_("wat"), _("inhoud")), *regels])
    return uit.getvalue()


def schrijf_regels(
    naam: str, kop: Sequence[str], rijen: Iterable[Sequence[Any]], *, waarmerk: Waarmerk
) -> bytes:
    """A zip with one CSV of rows that belong to no figure, and one with the watermark."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        _schrijf(zip_, f"{naam}.csv", [kop, *rijen])
        _schrijf(zip_, WAARMERK, [(_("wat"), _("inhoud")), *waarmerk.regels()])
    return uit.getvalue()


def make_tabel(rijen: Iterable[Iterable[Any]]) -> str:
    """Rows as a Dutch spreadsheet reads them; text never begins as a formula."""
    tekst = io.StringIO(newline="")
    csv.writer(tekst, delimiter=";").writerows([cel(waarde) for waarde in rij] for rij in rijen)
    return "\ufeff" + tekst.getvalue()


def _tabel(blad: Uitvoerblad) -> Iterable[Sequence[Any]]:
    extra = [VERBORGEN] if blad.verborgen else []
    yield [*(kolom.naam for kolom in blad.kolommen), *extra]
    for rij in blad.rijen:
        yield [*rij, blad.reden(rij)] if extra else rij


def _schrijf(zip_: zipfile.ZipFile, naam: str, rijen: Iterable[Sequence[Any]]) -> None:
    zip_.writestr(
        zipfile.ZipInfo(naam, VASTE_DAG), make_tabel(rijen).encode(), zipfile.ZIP_DEFLATED
    )


def cel(waarde: Any) -> str:
    """A value as text; text never begins as a formula.

    >>> cel(Decimal("1234.50")), cel("=1+1"), cel(None)
    ('1234,50', "'=1+1", '')
    """
    if waarde is None:
        return ""
    if isinstance(waarde, Verborgen):
        return str(_("verborgen"))
    if isinstance(waarde, bool):
        return str(_("ja") if waarde else _("nee"))
    if isinstance(waarde, float | Decimal):
        return str(waarde).replace(".", ",")
    if isinstance(waarde, int | date):
        return str(waarde)
    return zonder_formule(str(waarde))


def zonder_formule(tekst: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return "'" + tekst if tekst.startswith(FORMULETEKENS) else tekst
