"""Tables as XLSX: a sheet per table, one with definition and receipt, and the mark at each foot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from paraplu.monitor.verbergen import Verborgen

from .bewijsregels import make_bewijsregels
from .blad import AANDEEL, BEDRAG, DAG, GEHEEL, GETAL, VERBORGEN, Uitvoerblad
from .csvs import cel, zonder_formule
from .waarmerk import Waarmerk

#: How a value is written, per kind of column.
OPMAAK: Final = {
    GEHEEL: "#,##0",
    GETAL: "#,##0.0",
    BEDRAG: "€ #,##0.00",
    AANDEEL: "0.0%",
    DAG: "dd-mm-yyyy",
}
BREEDST: Final = 60
BLADNAAM_HOOGSTENS: Final = 31


def schrijf_xlsx(
    bladen: Sequence[Uitvoerblad],
    *,
    waarmerk: Waarmerk,
    bewijs: Any = None,
    bewijsregels: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A workbook in Dutch; row for row, so that a long list fits in memory.

    `bewijsregels` instead of `bewijs` where the tables hold figures of more than one receipt.
    """
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(uit, opties) as werkmap:
        werkmap.set_properties(
            {
                "title": bladen[0].naam,
                "author": waarmerk.organisatie,
                "comments": waarmerk.zin,
                "created": waarmerk.wanneer.astimezone(UTC).replace(tzinfo=None),
            }
        )
        opmaak = _maak_opmaak(werkmap)
        for blad in bladen:
            vel = werkmap.add_worksheet(_bladnaam(blad.naam))
            _schrijf_blad(vel, blad, opmaak, waarmerk)
        bewijs_van = make_bewijsregels(bewijs) if bewijs else bewijsregels
        regels = [*bewijs_van, *waarmerk.regels()]
        _schrijf_bewijs(werkmap.add_worksheet(_("Definitie en bewijs")), regels, opmaak, waarmerk)
    return uit.getvalue()


def _maak_opmaak(werkmap: Workbook) -> dict[str, Format]:
    soorten = {soort: werkmap.add_format({"num_format": vorm}) for soort, vorm in OPMAAK.items()}
    return soorten | {
        "kop": werkmap.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "verborgen": werkmap.add_format({"italic": True, "font_color": "#595959"}),
        "loop": werkmap.add_format({"text_wrap": True, "valign": "top"}),
        "vet": werkmap.add_format({"bold": True, "valign": "top"}),
    }


def _schrijf_blad(
    vel: Worksheet, blad: Uitvoerblad, opmaak: dict[str, Format], waarmerk: Waarmerk
) -> None:
    koppen = [kolom.naam for kolom in blad.kolommen]
    if blad.verborgen:
        koppen.append(VERBORGEN)
    _zet_voet(vel, waarmerk)
    vel.freeze_panes(1, 1)
    breed = [max(10, min(BREEDST, len(kop) // 2 + 4)) for kop in koppen]
    for plek, kop in enumerate(koppen):
        vel.write_string(0, plek, zonder_formule(kop), opmaak["kop"])
    for nummer, rij in enumerate(blad.rijen, start=1):
        for plek, (kolom, waarde) in enumerate(zip(blad.kolommen, rij, strict=True)):
            _zet(vel, (nummer, plek), waarde, opmaak, kolom.soort)
            breed[plek] = max(breed[plek], min(BREEDST, len(cel(waarde)) + 2))
        if blad.verborgen:
            vel.write_string(nummer, len(blad.kolommen), blad.reden(rij))
    for plek, breedte in enumerate(breed):
        vel.set_column(plek, plek, breedte)
    if blad.rijen:
        vel.autofilter(0, 0, len(blad.rijen), len(koppen) - 1)
    vel.write_string(len(blad.rijen) + 2, 0, waarmerk.zin)


def _zet(
    vel: Worksheet, plek: tuple[int, int], waarde: Any, opmaak: dict[str, Format], soort: str
) -> None:
    """One value in its type; what is hidden is the word, in a hand of its own."""
    if waarde is None:
        vel.write_blank(*plek, None)
    elif isinstance(waarde, Verborgen):
        vel.write_string(*plek, cel(waarde), opmaak["verborgen"])
    elif isinstance(waarde, bool | str):
        vel.write_string(*plek, cel(waarde))
    elif isinstance(waarde, date):
        vel.write_datetime(*plek, waarde, opmaak[DAG])
    else:
        vel.write_number(*plek, float(waarde), opmaak.get(soort))


def _schrijf_bewijs(
    vel: Worksheet, regels: Sequence[tuple[str, str]], opmaak: dict[str, Format], waarmerk: Waarmerk
) -> None:
    vel.set_column(0, 0, 34)
    vel.set_column(1, 1, 100)
    _zet_voet(vel, waarmerk)
    for nummer, (wat, inhoud) in enumerate(regels):
        vel.write_string(nummer, 0, zonder_formule(wat), opmaak["vet"])
        vel.write_string(nummer, 1, zonder_formule(inhoud), opmaak["loop"])


def _zet_voet(vel: Worksheet, waarmerk: Waarmerk) -> None:
    """The mark at the foot of every page that is printed."""
    vel.set_landscape()
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    vel.set_footer("&L&8" + waarmerk.zin.replace("&", "&&")[:220])


def _bladnaam(naam: str) -> str:
    return "".join("-" if teken in "[]:*?/\\'" else teken for teken in naam)[:BLADNAAM_HOOGSTENS]
