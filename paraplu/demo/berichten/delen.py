"""Parts that more than one kind of message has: header, child, period, amount."""

from __future__ import annotations

from datetime import date
from typing import Any

from paraplu.demo.wereld.begrippen import Kind, Product, Toewijzing, Versie

Inhoud = dict[str, Any]

CODES = {
    "301": "436",
    "302": "437",
    "303": "432",
    "304": "433",
    "305": "438",
    "306": "439",
    "307": "440",
    "308": "441",
    "315": "446",
    "316": "447",
    "319": "488",
    "320": "489",
    "323": "490",
    "325": "491",
}
#: The gemeente is the sender of the message itself, or of what it answers (IV028).
VAN_GEMEENTE = frozenset({"301", "302", "319", "320", "325"})
XSD = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}


def begin_kop(
    soort: str, release: str, gemeente: str, agb: str, *, identificatie: str, dagtekening: date
) -> Inhoud:
    """The header that all kinds but 303 and 304 have."""
    groot, klein = release.split(".")
    partijen = (gemeente, agb) if soort in VAN_GEMEENTE else (agb, gemeente)
    kop: Inhoud = {
        "BerichtCode": CODES[soort],
        "BerichtVersie": groot,
        "BerichtSubversie": klein,
        "Afzender": partijen[0],
        "Ontvanger": partijen[1],
        "BerichtIdentificatie": {
            "Identificatie": identificatie,
            "Dagtekening": dagtekening.isoformat(),
        },
    }
    if release != "2.3":
        kop["XsdVersie"] = XSD
    return kop


def client(kind: Kind, *, volledig: bool = False) -> Inhoud:
    """Who it is about; `volledig` as a 301 wants the name."""
    voornaam, voorvoegsel, achternaam = kind.naam
    geslachtsnaam = {"Achternaam": achternaam}
    if voorvoegsel:
        geslachtsnaam["Voorvoegsel"] = voorvoegsel
    naam: Inhoud = {
        "Geslachtsnaam": geslachtsnaam,
        "Voornamen": voornaam,
        "Voorletters": voornaam[0],
    }
    if volledig:
        naam["NaamGebruik"] = "1"
    return {
        "Bsn": kind.bsn,
        "Geboortedatum": {"Datum": kind.geboren.isoformat()},
        "Geslacht": kind.geslacht,
        "Naam": naam,
    }


def contact(kind: Kind, plaats: str) -> Inhoud:
    """Where the child lives (TR006, CD005, CD025)."""
    straat, huisnummer, postcode = kind.adres
    return {
        "Contact": [
            {
                "Soort": "01",
                "Adres": {
                    "Huis": {"Huisnummer": str(huisnummer)},
                    "Postcode": postcode,
                    "Straatnaam": straat,
                    "Plaatsnaam": plaats,
                    "LandCode": "NL",
                },
            }
        ]
    }


def product_van(toewijzing: Toewijzing) -> Inhoud:
    """Category and, unless only that was allocated, code (IV075)."""
    product: Inhoud = {"Categorie": toewijzing.product.categorie}
    if toewijzing.code:
        product["Code"] = toewijzing.code
    return product


def omvang(product: Product, versie: Versie) -> Inhoud:
    """Omvang or Budget, as the kind of allocation asks (§10 of the standard)."""
    if versie.budget is not None:
        return {"Budget": str(versie.budget)}
    return {
        "Omvang": {
            "Volume": str(versie.volume),
            "Eenheid": product.eenheid,
            "Frequentie": product.frequentie,
        }
    }


def periode(begin: date, einde: date) -> Inhoud:
    """A closed period."""
    return {"Begindatum": begin.isoformat(), "Einddatum": einde.isoformat()}


def bedrag(centen: int) -> Inhoud:
    """An amount with its side; nothing is debet (CS325)."""
    return {"Bedrag": str(abs(centen)), "DebetCredit": "C" if centen < 0 else "D"}


def totaal(centen: int) -> Inhoud:
    """The same for a total."""
    return {"TotaalBedrag": str(abs(centen)), "DebetCredit": "C" if centen < 0 else "D"}


def codes(*waarden: str) -> Inhoud:
    """Answer codes."""
    return {"RetourCode": list(waarden)}
