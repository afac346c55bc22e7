"""Read a CSV or XLSX file as a sheet of cells, safely; which columns mean what comes later."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from paraplu.berichten.bestanden import MB, ZIP_BEGIN

Cel = str | date | Decimal

#: Limits: a larger extract is cut up by who makes it.
HOOGSTENS_BYTES: Final = 200 * MB
HOOGSTENS_XLSX: Final = 50 * MB
UITGEPAKT: Final = 1024 * MB
VERHOUDING: Final = 250
HOOGSTENS_RIJEN: Final = 1_000_000
HOOGSTENS_KOLOMMEN: Final = 300
HOOGSTENS_CEL: Final = 10_000
_KLEIN = 16 * MB
_PROEF = 50


class BladOnleesbaar(ValueError):
    """The file is no sheet that we read; `remedie` says what to do. Holds no value from the file."""

    def __init__(self, tekst: str, remedie: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst
        self.remedie = remedie


@dataclass(frozen=True)
class Blad:
    """The rows of a sheet with their numbers in the file, from 1; empty rows are left out.

    `codering` is the encoding of a CSV when that is not UTF-8, else "".
    """

    rijen: tuple[tuple[int, tuple[Cel, ...]], ...]
    codering: str = ""
    bladen: tuple[str, ...] = ()


def lees_blad(inhoud: bytes, *, blad: str = "") -> Blad:
    """The cells of a CSV or XLSX; of a workbook the sheet `blad`, or the first.

    Raises BladOnleesbaar. A formula gives the value that was saved with it; it is never computed.
    """
    if len(inhoud) > HOOGSTENS_BYTES:
        raise BladOnleesbaar(
            f"Het uittreksel is groter dan {HOOGSTENS_BYTES // MB} MB.",
            "Verdeel het over meer bestanden, bijvoorbeeld per maand.",
        )
    if inhoud.startswith(ZIP_BEGIN):
        return _lees_xlsx(inhoud, blad)
    return _lees_csv(inhoud)


def _lees_csv(inhoud: bytes) -> Blad:
    tekst, codering = _decodeer(inhoud)
    if "\x00" in tekst[:1000]:
        raise BladOnleesbaar("Dit bestand is geen CSV of XLSX.", "Bewaar het blad als CSV of XLSX.")
    teken, tekst = _scheiding(tekst)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
    return Blad(tuple(_rijen(_genummerd(lezer))), codering)


def _genummerd(lezer: Any) -> Iterator[tuple[int, Iterable[Any]]]:
    vorige = 0
    try:
        for cellen in lezer:
            yield vorige + 1, cellen
            vorige = lezer.line_num
    except csv.Error:
        raise BladOnleesbaar(
            f"Rond regel {lezer.line_num} is het bestand niet te lezen als CSV.",
            "Bewaar het blad opnieuw als CSV.",
        ) from None


def _decodeer(inhoud: bytes) -> tuple[str, str]:
    for bom, naam, getoond in (
        (b"\xef\xbb\xbf", "utf-8-sig", ""),
        (b"\xff\xfe", "utf-16", "UTF-16"),
        (b"\xfe\xff", "utf-16", "UTF-16"),
    ):
        if inhoud.startswith(bom):
            try:
                return inhoud.decode(naam), getoond
            except UnicodeDecodeError:
                break
    try:
        return inhoud.decode("utf-8"), ""
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace"), "Windows-1252"


def _scheiding(tekst: str) -> tuple[str, str]:
    """The separator, and the text without the line in which Excel may name it."""
    eerste, _, rest = tekst.partition("\n")
    if eerste.strip().lower().startswith("sep=") and len(eerste.strip()) == 5:
        return eerste.strip()[4], "\n" + rest
    proef = "\n".join(tekst.split("\n", _PROEF)[:_PROEF])
    return max(";,\t|", key=lambda teken: _gelijkmatig(proef, teken)), tekst


def _gelijkmatig(proef: str, teken: str) -> tuple[int, int]:
    """How many lines have the most usual number of cells, and how many cells that is."""
    try:
        breedtes = [
            len(rij) for rij in csv.reader(io.StringIO(proef, newline=""), delimiter=teken) if rij
        ]
    except csv.Error:
        return (0, 0)
    meer = [breedte for breedte in breedtes if breedte > 1]
    if not meer:
        return (0, 0)
    vaakst = max(set(meer), key=lambda breedte: (meer.count(breedte), breedte))
    return (meer.count(vaakst), vaakst)


def _lees_xlsx(inhoud: bytes, naam: str) -> Blad:
    # Only a workbook needs it, and it is slow to import.
    from openpyxl import load_workbook  # noqa: PLC0415

    _keur_xlsx(inhoud)
    with warnings.catch_warnings():
        # openpyxl warns of styles and extensions that it leaves out; a reader has no need of them.
        warnings.simplefilter("ignore")
        try:
            boek = load_workbook(
                io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False
            )
            bladen = tuple(werkblad.title for werkblad in boek.worksheets)
            if not bladen or (naam and naam not in bladen):
                raise BladOnleesbaar(
                    "Dit werkblad staat niet in het Excel-bestand.",
                    "Kijk hoe de bladen heten en zet de goede naam bij `blad` in de afbeelding.",
                )
            werkblad = boek[naam] if naam else boek.worksheets[0]
            rijen = enumerate(werkblad.iter_rows(values_only=True), 1)
            return Blad(tuple(_rijen(rijen)), bladen=bladen)
        except BladOnleesbaar:
            raise
        except Exception:
            # A broken workbook makes openpyxl stumble in many ways; its words may hold values.
            raise BladOnleesbaar(
                "Dit Excel-bestand is beschadigd of beveiligd.",
                "Open het in Excel, bewaar het opnieuw zonder wachtwoord, of bewaar het als CSV.",
            ) from None


def _keur_xlsx(inhoud: bytes) -> None:
    """Refuse what swells too much or has a DOCTYPE, before anything of it is read."""
    te_groot = len(inhoud) > HOOGSTENS_XLSX
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            leden = archief.infolist()
            samen = sum(lid.file_size for lid in leden)
            te_groot |= samen > min(UITGEPAKT, max(_KLEIN, VERHOUDING * len(inhoud)))
            if "xl/workbook.xml" not in archief.namelist():
                raise BladOnleesbaar(
                    "Dit is een zip, geen Excel-bestand.", "Haal het blad uit de zip."
                )
            if te_groot:
                raise BladOnleesbaar(
                    "Dit Excel-bestand is te groot om veilig te lezen.",
                    "Bewaar alleen het blad met de gegevens, of bewaar het als CSV.",
                )
            for lid in leden:
                with archief.open(lid) as stroom:
                    if b"<!DOCTYPE" in stroom.read(4096).upper():
                        raise BladOnleesbaar(
                            "In dit Excel-bestand staat een DOCTYPE. Dat is niet veilig.",
                            "Open het in Excel en bewaar het opnieuw.",
                        )
    except BladOnleesbaar:
        raise
    except Exception:
        # A broken zip makes zipfile stumble in many ways.
        raise BladOnleesbaar(
            "Dit Excel-bestand is beschadigd of beveiligd.", "Bewaar het opnieuw."
        ) from None


def _rijen(gelezen: Iterable[tuple[int, Iterable[Any]]]) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    leeg = 0
    for nummer, ruw in gelezen:
        cellen = tuple(_cel(waarde) for waarde in ruw)
        while cellen and cellen[-1] == "":
            cellen = cellen[:-1]
        if not cellen:
            leeg += 1
        if len(cellen) > HOOGSTENS_KOLOMMEN:
            raise BladOnleesbaar(
                f"Rij {nummer} heeft meer dan {HOOGSTENS_KOLOMMEN} kolommen.",
                "Bewaar alleen de kolommen die nodig zijn.",
            )
        if nummer > HOOGSTENS_RIJEN + leeg or leeg > HOOGSTENS_RIJEN:
            raise BladOnleesbaar(
                f"Het uittreksel heeft meer dan {HOOGSTENS_RIJEN} rijen.",
                "Verdeel het over meer bestanden, bijvoorbeeld per maand.",
            )
        if cellen:
            yield nummer, cellen


def _cel(waarde: Any) -> Cel:
    """A value of a cell as text, day or number."""
    if isinstance(waarde, str):
        return waarde.strip()[:HOOGSTENS_CEL]
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.date() if isinstance(waarde, datetime) else waarde
    if isinstance(waarde, int | float):
        return Decimal(repr(waarde))
    if isinstance(waarde, time):
        return waarde.isoformat("seconds")
    return "" if waarde is None else str(waarde)[:HOOGSTENS_CEL]
