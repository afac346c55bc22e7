"""Small messages to answer, and what an answer says per class as a table that one can read."""

from __future__ import annotations

from datetime import date
from typing import Any

from paraplu.berichten import Bericht, Bevinding, lees, schrijf
from paraplu.berichten.antwoord import GeenAntwoord, Oordeel, antwoord, lees_antwoord
from paraplu.berichten.standaard import release
from tests.berichten.maak import BSNS

OP = date(2024, 3, 6)
CODES = {"JW301": "436", "JW305": "438", "JW315": "446", "JW317": "486", "JW319": "488"}
VAN_GEMEENTE = {"JW301", "JW319"}


def header(soort: str, naam: str = "3.2") -> dict[str, Any]:
    """The header of a message that was sent yesterday."""
    gemeente, aanbieder = "0202", "65656055"
    van, naar = (gemeente, aanbieder) if soort in VAN_GEMEENTE else (aanbieder, gemeente)
    eigen = release(naam)
    return {
        "BerichtCode": CODES[soort],
        "BerichtVersie": eigen.versie,
        "BerichtSubversie": eigen.subversie,
        "Afzender": van,
        "Ontvanger": naar,
        "BerichtIdentificatie": {"Identificatie": "B1", "Dagtekening": "2024-03-05"},
        "XsdVersie": {"BasisschemaXsdVersie": "1.0.2", "BerichtXsdVersie": "1.0.3"},
    }


def client() -> dict[str, Any]:
    """A child that does not exist."""
    return {
        "Bsn": BSNS[0],
        "Geboortedatum": {"Datum": "2012-01-01"},
        "Geslacht": "2",
        "Naam": {"Geslachtsnaam": {"Achternaam": "Verzonnen"}},
    }


def maak_305(starts: int = 1, status: str = "3") -> Bericht:
    """A start of so many products."""
    producten = [
        {
            "ToewijzingNummer": str(100 + nummer),
            "Product": {"Categorie": "45", "Code": "45A04"},
            "ToewijzingIngangsdatum": "2024-01-01",
            "Begindatum": "2024-02-01",
            "StatusAanlevering": status,
        }
        for nummer in range(starts)
    ]
    inhoud = client() | {"StartProducten": {"StartProduct": producten}}
    return Bericht("JW305", "3.2", {"Header": header("JW305"), "Client": inhoud})


def maak_317() -> Bericht:
    """A request to leave one product as it is and to add two."""
    nieuw = {
        "Product": {"Categorie": "45", "Code": "45A04"},
        "GewensteIngangsdatum": "2024-05-01",
        "Omvang": {"Volume": "4", "Eenheid": "16", "Frequentie": "2"},
        "Einddatum": "2024-12-31",
    }
    anders = nieuw | {"Product": {"Categorie": "45", "Code": "45A05"}}
    verzoek = {
        "ReferentieAanbieder": "R-1",
        "RedenVerzoek": "1",
        "OngewijzigdeProducten": {"OngewijzigdProduct": [{"ToewijzingNummer": "100"}]},
        "NieuweProducten": {"NieuwProduct": [nieuw, anders]},
    }
    inhoud = {"Bsn": BSNS[0], "Verzoek": verzoek}
    return Bericht("JW317", "3.2", {"Header": header("JW317"), "Client": inhoud})


def maak_319() -> Bericht:
    """A request refused because another gemeente has to pay."""
    inhoud = {
        "ReferentieAanbieder": "R-1",
        "VerzoekAntwoord": "1",
        "RedenAfwijzingVerzoek": "8",
        "Woonplaatsbeginsel": {"Gemeente": "0202"},
    }
    return Bericht("JW319", "3.2", {"Header": header("JW319"), "Antwoord": inhoud})


def bevinding(code: str, pad: str = "", weigert: str = "") -> Bevinding:
    """A finding as the check gives it."""
    return Bevinding(
        bestand="a.xml", regel=1, pad=pad, code=code, tekst="t", remedie="r", weigert=weigert
    )


def antwoord_op(bericht: Bericht, *oordelen: Oordeel | Bevinding, **rest: Any) -> Any:
    """The answer with a fixed identification and date; checked, and read back from its bytes."""
    gemaakt = antwoord(bericht, oordelen, identificatie="A1", dagtekening=OP, **rest)
    if isinstance(gemaakt, GeenAntwoord):
        return gemaakt
    gelezen = lees(schrijf(gemaakt), vandaag=OP)
    assert gelezen.bevindingen == ()
    assert gelezen.bericht == gemaakt
    return gemaakt


def codes(antwoord_: Bericht) -> str:
    """Every class with its codes, a line each; between brackets the line that a 325 names."""
    regels: dict[str, list[str]] = {}
    for een in lees_antwoord(antwoord_).oordelen:
        naam = f"{een.pad} ({een.referentie})" if een.referentie else een.pad
        regels.setdefault(naam, []).append(een.code)
    return "\n".join(f"{naam} | {' '.join(eigen)}" for naam, eigen in regels.items())


def tabel(tekst: str) -> str:
    """A table as it stands in a test: without the white space around its lines and cells."""
    rijen = [regel.split("|") for regel in tekst.strip().splitlines()]
    return "\n".join(" | ".join(cel.strip() for cel in rij) for rij in rijen)
