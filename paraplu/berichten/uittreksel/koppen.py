"""The row with headings of a sheet, and which column a heading is; a proposal from headings alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from paraplu.berichten.uittreksel.afbeelding import Afbeelding
from paraplu.berichten.uittreksel.blad import Blad, Cel
from paraplu.berichten.uittreksel.cellen import DATUMVORMEN, Schrijfwijze, als_tekst
from paraplu.berichten.uittreksel.velden import Tabel, tabellen

#: A report may have a title and a date above its headings.
_HOOGSTENS_BOVEN: Final = 20
_PROEF: Final = 200
_TEKEN = re.compile(r"[^a-z0-9]+")
_PERSOONLIJK = re.compile(r"\d.*\d.*\d.*\d")


@dataclass(frozen=True)
class Koprij:
    """The row with headings: its number in the file, and the headings in order."""

    nummer: int
    koppen: tuple[str, ...]

    def plek(self, kop: str) -> int | None:
        """The column under this heading, from 0; None when there is none."""
        gezocht = gelijk(kop)
        return next((n for n, eigen in enumerate(self.koppen) if gelijk(eigen) == gezocht), None)


def gelijk(kop: str) -> str:
    """A heading without capitals, accents, spaces and signs: what people write in different ways.

    >>> gelijk("Reden beëindiging (code)")
    'redenbeeindigingcode'
    """
    ontleed = unicodedata.normalize("NFKD", kop)
    kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken)).lower()
    return _TEKEN.sub("", kaal)


def letter(plek: int) -> str:
    """A column as a spreadsheet calls it.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    uit = ""
    plek += 1
    while plek:
        plek, rest = divmod(plek - 1, 26)
        uit = chr(65 + rest) + uit
    return uit


def toonbaar(kop: str) -> str:
    """A heading that may be shown: where a sheet lacks headings, the first row may be a child."""
    return "(geen kop)" if not kop or _PERSOONLIJK.search(kop) else kop[:60]


def zoek_koprij(blad: Blad, gezocht: Iterable[str]) -> Koprij | None:
    """The row that has most of the headings that are looked for; None when none has any."""
    namen = {gelijk(kop) for kop in gezocht}
    beste, meeste = None, 0
    for nummer, cellen in blad.rijen[:_HOOGSTENS_BOVEN]:
        koppen = tuple(cel if isinstance(cel, str) else "" for cel in cellen)
        raak = len(namen & {gelijk(kop) for kop in koppen if kop})
        if raak > meeste:
            beste, meeste = Koprij(nummer, koppen), raak
    return beste


def stel_voor(blad: Blad, *, tabel: str = "", naam_van_blad: str = "") -> Afbeelding | None:
    """A guess at the mapping from the headings, and from how dates and numbers are written.

    None when no heading says anything. What it could not place is left for a person.
    """
    beste: tuple[int, Afbeelding, Koprij] | None = None
    for soort in [tabellen()[tabel]] if tabel else tabellen().values():
        koprij = zoek_koprij(blad, [kop for veld in soort.velden.values() for kop in veld.koppen])
        if koprij is None:
            continue
        kolommen = _raad_kolommen(soort, koprij)
        score = sum(3 if soort.velden[naam].verplicht else 1 for naam in kolommen) - sum(
            4 for veld in soort.verplicht if veld.naam not in kolommen
        )
        if beste is None or score > beste[0]:
            gevonden = Afbeelding(tabel=soort.naam, kolommen=kolommen, blad=naam_van_blad)
            beste = (score, gevonden, koprij)
    if beste is None or not beste[1].kolommen:
        return None
    _, afbeelding, koprij = beste
    return Afbeelding(
        tabel=afbeelding.tabel,
        kolommen=afbeelding.kolommen,
        blad=afbeelding.blad,
        vertaal=_raad_woorden(afbeelding, koprij, blad),
        wijze=_raad_wijze(afbeelding, koprij, blad),
    )


def _raad_kolommen(soort: Tabel, koprij: Koprij) -> dict[str, str]:
    """Per field the heading that fits best: a field's first names go before its later ones."""
    gevonden: dict[str, str] = {}
    vergeven: set[int] = set()
    kandidaten = [
        (rang, naam, kop)
        for naam, veld in soort.velden.items()
        for rang, kop in enumerate((veld.naam, *veld.koppen))
    ]
    for _, naam, kop in sorted(kandidaten, key=lambda kandidaat: kandidaat[0]):
        plek = koprij.plek(kop)
        if naam not in gevonden and plek is not None and plek not in vergeven:
            gevonden[naam] = koprij.koppen[plek]
            vergeven.add(plek)
    return {naam: gevonden[naam] for naam in soort.velden if naam in gevonden}


def _raad_wijze(afbeelding: Afbeelding, koprij: Koprij, blad: Blad) -> Schrijfwijze:
    velden = afbeelding.van.velden
    cellen: dict[str, list[Cel]] = {"dag": [], "bedrag": [], "getal": []}
    for naam, kop in afbeelding.kolommen.items():
        plek = koprij.plek(kop)
        soort = velden[naam].soort
        if plek is None or soort not in cellen:
            continue
        for nummer, rij in blad.rijen[:_PROEF]:
            if nummer > koprij.nummer and plek < len(rij):
                cellen[soort].append(rij[plek])
    return Schrijfwijze(
        datum=_raad_datum(cellen["dag"]), getal=_raad_getal(cellen["bedrag"] + cellen["getal"])
    )


def _raad_woorden(afbeelding: Afbeelding, koprij: Koprij, blad: Blad) -> dict[str, dict[str, str]]:
    """The words in the sheet that often stand for a code."""
    gevonden: dict[str, dict[str, str]] = {}
    for naam, kop in afbeelding.kolommen.items():
        woorden, plek = afbeelding.van.velden[naam].woorden, koprij.plek(kop)
        if not woorden or plek is None:
            continue
        gezien = {
            als_tekst(rij[plek]).lower()
            for nummer, rij in blad.rijen
            if nummer > koprij.nummer and plek < len(rij)
        }
        if bekend := {woord: code for woord, code in woorden.items() if woord in gezien}:
            gevonden[naam] = bekend
    return gevonden


def _raad_datum(cellen: list[Cel]) -> str:
    """How most dates are written; where day and month could be either, as Dutch people do."""
    teksten = [cel.split()[0].split("T")[0] for cel in cellen if isinstance(cel, str) and cel]

    def raak(vorm: str) -> int:
        passend = [DATUMVORMEN[vorm].fullmatch(tekst) for tekst in teksten]
        return sum(1 for p in passend if p and 1 <= int(p["m"]) <= 12 and 1 <= int(p["d"]) <= 31)

    return max(DATUMVORMEN, key=raak)


def _raad_getal(cellen: list[Cel]) -> str:
    teksten = [cel for cel in cellen if isinstance(cel, str)]
    punt = sum(1 for tekst in teksten if re.search(r"\.\d{1,2}$", tekst))
    komma = sum(1 for tekst in teksten if re.search(r",\d{1,2}-?$", tekst))
    return "punt" if punt > komma else "komma"
