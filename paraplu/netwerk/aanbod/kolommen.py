"""The columns of a sheet of care on offer, and how a cell of each is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from paraplu.afspraken import gebieden
from paraplu.afspraken.blad import Kolom, lees_dag, lees_geheel, lees_tekst
from paraplu.afspraken.tussentaal import categorieen

from ..models import Aard, Schaal, Sector, VoorWie

OUDSTE = 23
#: A text that a spreadsheet would take for a formula gets this before it; reading takes it off.
VEILIG = "'"
FORMULE = ("=", "+", "-", "@", "\t")


def _keuze(soort: Any, tekst: str) -> Callable[[str], str]:
    """A reader for one of the values, or its full name, of a list of choices."""

    def lees(cel: str) -> str:
        for waarde, naam in soort.choices:
            if cel.strip().casefold() in {waarde.casefold(), str(naam).casefold()}:
                return str(waarde)
        raise ValueError(tekst)

    return lees


def lees_meer(lees: Callable[[str], str]) -> Callable[[str], list[str]]:
    """A reader for several values in one cell, with commas between them."""

    def lees_alle(cel: str) -> list[str]:
        delen = [deel.strip() for deel in re.split(r"[,;|]", cel) if deel.strip()]
        return list(dict.fromkeys(lees(deel) for deel in delen))

    return lees_alle


def lees_plaats(cel: str) -> str:
    for plaats in (*gebieden.regios(), *gebieden.gemeenten()):
        code = cel.zfill(4) if cel.isdigit() else cel
        if code.casefold() in {plaats.code.casefold(), plaats.naam.casefold()}:
            return plaats.code
    raise ValueError(f"{cel} is geen regio of gemeente die wij kennen.")


def _lees_leeftijd(cel: str) -> int:
    leeftijd = lees_geheel(cel)
    if not 0 <= leeftijd <= OUDSTE:
        raise ValueError("Dit is geen leeftijd voor jeugdhulp.")
    return leeftijd


def _lees_groep(cel: str) -> int:
    for nummer, naam in categorieen().items():
        if cel.casefold() in {str(nummer), naam.casefold()}:
            return nummer
    raise ValueError("Dit is geen groep van de tussentaal.")


def lees_code(cel: str) -> str:
    if not re.fullmatch(r"[0-9]{2}[A-Za-z0-9]{0,3}", cel):
        raise ValueError(f"{cel} is geen productcode.")
    return cel.upper()


def _lees_ja_nee(cel: str) -> bool:
    if cel.casefold() not in {"ja", "nee"}:
        raise ValueError("Dit is geen ja of nee.")
    return cel.casefold() == "ja"


def _lees_kort(lengte: int) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if len(cel) > lengte:
            raise ValueError(f"Deze tekst is langer dan {lengte} tekens.")
        return cel

    return lees


SECTOREN = ", ".join(Sector.values)
KOLOMMEN = (
    Kolom(
        "aanbieder",
        lees_tekst,
        "Vul de AGB-code of onze sleutel in, of laat weg bij eigen aanbod.",
        verplicht=False,
        mag_ontbreken=True,
    ),
    Kolom("kenmerk", _lees_kort(40), "Geef elke voorziening een eigen, vast kenmerk."),
    Kolom("naam", _lees_kort(120), "Vul in hoe de voorziening heet."),
    Kolom("omschrijving", _lees_kort(2000), "Schrijf in gewone woorden wat er gebeurt."),
    Kolom(
        "tussentaal",
        _lees_groep,
        "Vul een getal van 1 tot en met 10 in. Alleen zonder beschikking mag het leeg zijn.",
        verplicht=False,
    ),
    Kolom("sectoren", lees_meer(_keuze(Sector, "Dit is geen sector.")), f"Kies uit: {SECTOREN}."),
    Kolom(
        "schaal",
        _keuze(Schaal, "Dit is geen schaal."),
        f"Kies uit: {', '.join(Schaal.values)}.",
    ),
    Kolom("aard", _keuze(Aard, "Dit is geen aard."), f"Kies uit: {', '.join(Aard.values)}."),
    Kolom(
        "voor_wie",
        _keuze(VoorWie, "Dit is geen doelgroep."),
        f"Kies uit: {', '.join(VoorWie.values)}.",
    ),
    Kolom("leeftijd_vanaf", _lees_leeftijd, f"Vul een getal van 0 tot en met {OUDSTE} in."),
    Kolom("leeftijd_tot", _lees_leeftijd, f"Vul een getal van 0 tot en met {OUDSTE} in."),
    Kolom(
        "productcodes",
        lees_meer(lees_code),
        "Vul codes in zoals 45A04, met een komma ertussen, of laat leeg.",
        verplicht=False,
        mag_ontbreken=True,
    ),
    Kolom(
        "werkgebied",
        lees_meer(lees_plaats),
        "Vul namen of codes van regio's en gemeenten in, of laat leeg voor heel Gelderland.",
        verplicht=False,
    ),
    Kolom("vanaf", lees_dag, "Vul een dag in, zoals 2022-01-01."),
    Kolom("tot", lees_dag, "Vul een dag in, zoals 2023-12-31, of laat leeg.", verplicht=False),
    Kolom(
        "ingekocht",
        _lees_ja_nee,
        "Vul ja of nee in, of laat leeg. Alleen een regio of gemeente vult dit in.",
        verplicht=False,
        mag_ontbreken=True,
    ),
)
LEEG_IS_LIJST = ("productcodes", "werkgebied")
