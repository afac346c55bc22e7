"""An imported sheet: CSV as a spreadsheet program saves it, read row by row with its faults.

A fault names file, line, column and remedy, so that who made the sheet can mend it. All faults of a
sheet are reported together. Used for every reference table that a region may bring itself.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class _Lezer(Protocol):
    """What `csv.reader` gives: cells, and the line it has come to."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


@dataclass(frozen=True)
class Bladfout:
    """What is wrong in one cell (or, with an empty `kolom`, one line) and what to do about it."""

    bestand: str
    regel: int
    kolom: str
    tekst: str
    remedie: str

    def __str__(self) -> str:
        plaats = f"{self.bestand}, regel {self.regel}"
        if self.kolom:
            plaats += f", kolom {self.kolom}"
        return f"{plaats}: {self.tekst} {self.remedie}"


class BladNotReadable(ValueError):
    """The sheet has faults; nothing of it is taken."""

    def __init__(self, fouten: Sequence[Bladfout]) -> None:
        super().__init__("\n".join(str(fout) for fout in fouten))
        self.fouten = tuple(fouten)


@dataclass(frozen=True)
class Kolom:
    """A column: `lees` turns a filled cell into a value and raises ValueError with the reason.

    `verplicht`: no cell may be empty. `mag_ontbreken`: the sheet may lack the column altogether.
    """

    naam: str
    lees: Callable[[str], object]
    remedie: str
    verplicht: bool = True
    mag_ontbreken: bool = False


@dataclass(frozen=True)
class Bladrij:
    """One row with its line in the file; an empty cell that may be empty is None."""

    regel: int
    waarden: Mapping[str, object]


def lees_blad(
    inhoud: bytes | str, kolommen: Sequence[Kolom], *, bestand: str
) -> tuple[Bladrij, ...]:
    """The rows of a sheet; raises BladNotReadable with all faults.

    Comma or semicolon, with or without BOM, in any order of columns; further columns are left be.
    """
    lezer = _open(inhoud, bestand)
    koppen = [kop.strip().lower() for kop in next(_regels(lezer, bestand), [])]
    _check_koppen(koppen, kolommen, bestand)

    rijen: list[Bladrij] = []
    fouten: list[Bladfout] = []
    for cellen in _regels(lezer, bestand):
        if not any(cel.strip() for cel in cellen):
            continue
        plaats = (bestand, lezer.line_num)
        if len(cellen) > len(koppen):
            tekst = "Deze regel heeft meer cellen dan er kolommen zijn."
            fouten.append(
                Bladfout(*plaats, "", tekst, "Zet tekst met een komma tussen aanhalingstekens.")
            )
            continue
        cel_van = dict(zip(koppen, cellen, strict=False))
        rijen.append(Bladrij(lezer.line_num, _lees_rij(cel_van, kolommen, plaats, fouten)))
    if fouten:
        raise BladNotReadable(fouten)
    return tuple(rijen)


def _check_koppen(koppen: Sequence[str], kolommen: Sequence[Kolom], bestand: str) -> None:
    """Raises BladNotReadable when a column is missing or there twice."""
    fouten = []
    if weg := [k.naam for k in kolommen if k.naam not in koppen and not k.mag_ontbreken]:
        tekst = f"Deze kolommen ontbreken: {', '.join(weg)}."
        remedie = "Zet de namen van de kolommen op de eerste regel."
        fouten.append(Bladfout(bestand, 1, "", tekst, remedie))
    if dubbel := sorted({kop for kop in koppen if kop and koppen.count(kop) > 1}):
        tekst = f"Deze kolommen staan er meer dan één keer: {', '.join(dubbel)}."
        fouten.append(Bladfout(bestand, 1, "", tekst, "Haal weg wat dubbel is."))
    if fouten:
        raise BladNotReadable(fouten)


def _open(inhoud: bytes | str, bestand: str) -> _Lezer:
    """A CSV reader that has found the separator in the first line."""
    if isinstance(inhoud, bytes):
        try:
            inhoud = inhoud.decode("utf-8-sig")
        except UnicodeDecodeError:
            tekst, remedie = "Dit bestand is geen UTF-8.", "Kies bij opslaan: CSV UTF-8."
            raise BladNotReadable([Bladfout(bestand, 1, "", tekst, remedie)]) from None
    eerste = inhoud.split("\n", 1)[0]
    scheiding = ";" if eerste.count(";") > eerste.count(",") else ","
    return csv.reader(io.StringIO(inhoud, newline=""), delimiter=scheiding)


def _regels(lezer: _Lezer, bestand: str) -> Iterator[list[str]]:
    """The lines of the reader; what it cannot make cells of is a fault."""
    try:
        yield from lezer
    except csv.Error:
        tekst, remedie = "Deze regel is niet te lezen als CSV.", "Bewaar het blad opnieuw als CSV."
        raise BladNotReadable([Bladfout(bestand, lezer.line_num, "", tekst, remedie)]) from None


def _lees_rij(
    cel_van: Mapping[str, str],
    kolommen: Sequence[Kolom],
    plaats: tuple[str, int],
    fouten: list[Bladfout],
) -> dict[str, object]:
    waarden: dict[str, object] = {}
    for kolom in kolommen:
        cel = cel_van.get(kolom.naam, "").strip()
        waarden[kolom.naam] = None
        if not cel:
            if kolom.verplicht:
                fouten.append(Bladfout(*plaats, kolom.naam, "Deze cel is leeg.", kolom.remedie))
            continue
        try:
            waarden[kolom.naam] = kolom.lees(cel)
        except ValueError as fout:
            fouten.append(Bladfout(*plaats, kolom.naam, str(fout), kolom.remedie))
    return waarden


def lees_dag(cel: str) -> date:
    """A day as 2022-01-31 or as a Dutch spreadsheet writes it, 31-1-2022."""
    delen = cel.split("-")
    try:
        if len(delen) == 3 and len(delen[2]) == 4:
            return date(int(delen[2]), int(delen[1]), int(delen[0]))
        return date.fromisoformat(cel)
    except ValueError:
        raise ValueError("Dit is geen dag.") from None


def lees_geheel(cel: str) -> int:
    """A whole number."""
    if not cel.isascii() or not cel.removeprefix("-").isdigit():
        raise ValueError("Dit is geen heel getal.")
    return int(cel)


def lees_tekst(cel: str) -> str:
    """Text as it stands."""
    return cel
