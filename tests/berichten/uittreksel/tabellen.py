"""Small sheets to try with; no child in them exists."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

from paraplu.berichten.uittreksel import Afbeelding, lees_blad, zoek_afbeelding
from paraplu.berichten.uittreksel.rijen import Lezing, lees_rijen

BSN, ANDER_BSN = "999900006", "999900018"
KOPPEN = {
    "toewijzingen": "Gemeentecode;AGB-code;BSN;Geboortedatum;Geslacht;Toewijzingnummer;"
    "Productcategorie;Productcode;Toewijzingsdatum;Ingangsdatum;Einddatum;Volume;Eenheid;Frequentie",
    "starts": "Gemeentecode;AGB-code;BSN;Geboortedatum;Geslacht;Toewijzingnummer;"
    "Productcategorie;Productcode;Begindatum",
    "stops": "Gemeentecode;AGB-code;BSN;Geboortedatum;Geslacht;Toewijzingnummer;"
    "Productcategorie;Productcode;Begindatum;Einddatum;Reden beëindiging",
    "declaraties": "Gemeentecode;AGB-code;BSN;Toewijzingnummer;Productcategorie;Productcode;"
    "Referentienummer;Begindatum;Einddatum;Volume;Eenheid;Tarief;Bedrag",
}
RIJEN = {
    "toewijzingen": f"221;12345678;{BSN};1-2-2012;V;1;48;48A03;1-5-2023;1-5-2023;;4;uren;week",
    "starts": f"0221;12345678;{BSN};01-02-2012;2;1;48;48A03;01-05-2023",
    "stops": f"0221;12345678;{BSN};01-02-2012;2;1;48;48A03;01-05-2023;31-05-2023;volgens plan",
    "declaraties": f"0221;12345678;{BSN};1;48;48A03;r1;01-05-2023;31-05-2023;31;etmalen;10,50;325,50",
}


def tabel(naam: str, *rijen: str) -> str:
    """A sheet with the headings of a shipped mapping; without rows one good row."""
    return "\n".join([KOPPEN[naam], *(rijen or [RIJEN[naam]])]) + "\n"


def met(naam: str, **cellen: str) -> str:
    """The good row with other values in some columns, named by their heading."""
    koppen, rij = KOPPEN[naam].split(";"), RIJEN[naam].split(";")
    for kop, waarde in cellen.items():
        rij[koppen.index(kop.replace("_", " "))] = waarde
    return ";".join(rij)


def lees(naam: str, *rijen: str, afbeelding: Afbeelding | None = None) -> Lezing:
    """Read a sheet through the shipped mapping of its name."""
    inhoud = tabel(naam, *rijen).encode()
    return lees_rijen(lees_blad(inhoud), afbeelding or zoek_afbeelding(naam), bestand="uit.csv")


def als_xlsx(rijen: Sequence[Sequence[Any]]) -> bytes:
    """The same cells as a workbook."""
    boek = Workbook()
    for rij in rijen:
        boek.active.append(list(rij))
    doel = io.BytesIO()
    boek.save(doel)
    return doel.getvalue()


def cellen(tekst: str) -> list[list[Any]]:
    """The cells of a sheet, with days and numbers as a spreadsheet has them."""
    return [[_cel(cel) for cel in rij] for rij in csv.reader(io.StringIO(tekst), delimiter=";")]


def _cel(cel: str) -> Any:
    if cel.isdigit():
        return int(cel)
    delen = cel.split("-")
    if len(delen) == 3:
        return date(int(delen[2]), int(delen[1]), int(delen[0]))
    return cel or None
