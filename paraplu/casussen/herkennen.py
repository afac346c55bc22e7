"""Does a text without personal data hold some after all? It says which kind, never what was found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from .models import Persoon

_WOORDEN: Final = """
bakker berg bloem boer bos bruin dekker dijk groot hart heer hof huis jong kind klein kok koning
kramer kuiper lang licht maas mei meester mol nacht oud post prins roos schipper ster sterk storm
moeder oma opa ouder ouders van vader visser vos wit winter zomer zwart april juni augustus hoop vrede
"""
#: Names that are ordinary words as well: these count only with a capital.
OOK_GEWONE_WOORDEN: Final = frozenset(_WOORDEN.split())
MAANDEN: Final = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
WOORD: Final = re.compile(r"[^\W\d_]+")
NEGEN_CIJFERS: Final = re.compile(r"(?<![\d.,])\d(?:[ .\-]?\d){8}(?![\d])")
POSTCODE: Final = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
E_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
CIJFERDATUM: Final = re.compile(r"(?<!\d)(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?!\d)")
WOORDDATUM: Final = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{2,4}})")

NAAM: Final = "een naam uit het gezin"
BSN: Final = "een nummer van negen cijfers, zoals een burgerservicenummer"
GEBOORTEDATUM: Final = "een geboortedatum uit het gezin"
ADRES: Final = "een adres of postcode"
BEREIK: Final = "een telefoonnummer of e-mailadres"


def find_persoonsgegevens(tekst: str, personen: Iterable[Persoon]) -> list[str]:
    """The kinds of personal data in `tekst`; empty when there is none (R123)."""
    personen = list(personen)
    gevonden = {
        NAAM: _holds_naam(tekst, personen),
        BSN: NEGEN_CIJFERS.search(tekst),
        GEBOORTEDATUM: _holds_geboortedatum(tekst, personen),
        ADRES: POSTCODE.search(tekst) or _holds_adres(tekst, personen),
        BEREIK: E_MAIL.search(tekst) or _holds_telefoon(tekst, personen),
    }
    return [soort for soort, raak in gevonden.items() if raak]


def _plain(tekst: str) -> str:
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in los if not unicodedata.combining(teken)).casefold()


def _holds_naam(tekst: str, personen: list[Persoon]) -> bool:
    namen = {
        _plain(woord)
        for persoon in personen
        for woord in WOORD.findall(f"{persoon.voornamen} {persoon.achternaam}")
        if len(woord) > 1
    }
    heel = unicodedata.normalize("NFC", tekst)
    return any(
        _plain(woord) in namen and (woord[0].isupper() or _plain(woord) not in OOK_GEWONE_WOORDEN)
        for woord in WOORD.findall(heel)
    )


def _holds_geboortedatum(tekst: str, personen: list[Persoon]) -> bool:
    dagen = {persoon.geboortedatum for persoon in personen if persoon.geboortedatum}
    return any(dag in dagen for dag in _list_dagen(tekst))


def _list_dagen(tekst: str) -> Iterator[date]:
    """Every day that could be meant, day first or year first, with two or four digits of a year."""
    for een, twee, drie in CIJFERDATUM.findall(tekst):
        jaar_eerst = len(een) == 4
        yield from _days(
            int(een if jaar_eerst else drie), int(twee), int(drie if jaar_eerst else een)
        )
    for dag, maand, jaar in WOORDDATUM.findall(_plain(tekst)):
        yield from _days(int(jaar), MAANDEN.index(maand) + 1, int(dag))


def _days(jaar: int, maand: int, dag: int) -> Iterator[date]:
    for heel_jaar in (jaar,) if jaar > 99 else (1900 + jaar, 2000 + jaar):
        try:
            yield date(heel_jaar, maand, dag)
        except ValueError:
            continue


def _holds_adres(tekst: str, personen: list[Persoon]) -> bool:
    gezocht = _plain(" ".join(tekst.split()))
    adressen = {_plain(" ".join(p.adres.split(",")[0].split())) for p in personen if p.adres}
    return any(len(adres) > 4 and adres in gezocht for adres in adressen)


def _holds_telefoon(tekst: str, personen: list[Persoon]) -> bool:
    cijfers = re.sub(r"[ ()\-]", "", tekst)
    nummers = {re.sub(r"\D", "", persoon.telefoon) for persoon in personen if persoon.telefoon}
    return any(len(nummer) > 7 and nummer in cijfers for nummer in nummers)
