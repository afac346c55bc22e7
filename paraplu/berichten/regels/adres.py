"""Rules on addresses: the postcode, the house number, the country, and how to reach someone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: COD757: an address of the BRP (01), correspondence (02), where one stays (03), temporary (04).
BRP: Final = "01"
VERBLIJF: Final = "03"
TIJDELIJK: Final = "04"
VASTE_ADRESSEN: Final = frozenset({BRP, "02", VERBLIJF})
NEDERLAND: Final = "NL"

_NEDERLANDSE_POSTCODE: Final = re.compile(r"[1-9][0-9]{3}[a-zA-Z]{2}")


@toets(
    "CD005",
    klasse="Contact",
    in_=("JW301",),
    tekst="Bij een postcode hoort een landcode, en zonder postcode is er geen landcode.",
    remedie="Vul LandCode als er een postcode is (NL voor Nederland), en laat LandCode anders weg.",
)
def landcode_bij_postcode(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """LandCode stands where Postcode stands, and only there."""
    adres = contact.get("Adres", {})
    if ("Postcode" in adres) != ("LandCode" in adres):
        yield "Adres/LandCode"


@toets(
    "CD009",
    klasse="Contact",
    in_=("JW301",),
    tekst="Een periode mag alleen staan bij een tijdelijk verblijfadres.",
    remedie="Laat Periode weg, of kies Soort 04 als dit een tijdelijk verblijfadres is.",
)
def periode_bij_tijdelijk_adres(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Periode stands only with an address for a time."""
    if "Periode" in contact and contact.get("Soort") != TIJDELIJK:
        yield "Periode"


@toets(
    "CD025",
    klasse="Contact",
    in_=("JW301",),
    tekst="Bij een adres in Nederland hoort een huisnummer, en dat ontbreekt.",
    remedie="Vul Huis met het huisnummer.",
)
def huis_in_nederland(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """An address in the Netherlands has a house number."""
    adres = contact.get("Adres", {})
    if adres.get("LandCode") == NEDERLAND and "Huis" not in adres:
        yield "Adres/Huis"


@toets(
    "CD034",
    klasse="Contact",
    in_=("JW301",),
    tekst="Bij een woonadres of verblijfadres hoort een postcode, en die ontbreekt.",
    remedie="Vul Postcode en LandCode.",
)
def postcode_van_woonadres(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Where someone is registered, or stays, there is a postcode."""
    if contact.get("Soort") in (BRP, VERBLIJF) and "Postcode" not in contact.get("Adres", {}):
        yield "Adres/Postcode"


@toets(
    "CS089",
    klasse="Contact",
    in_=("JW301",),
    tekst="De postcode is geen Nederlandse postcode, en het adres is wel in Nederland.",
    remedie="Schrijf de postcode als vier cijfers en twee letters, zonder spatie. "
    "Is het adres niet in Nederland, verander dan LandCode.",
)
def vorm_van_nederlandse_postcode(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A postcode in the Netherlands has four digits and two letters; abroad it is free."""
    adres = contact.get("Adres", {})
    if adres.get("LandCode") != NEDERLAND or "Postcode" not in adres:
        return
    if not _NEDERLANDSE_POSTCODE.fullmatch(adres["Postcode"]):
        yield "Adres/Postcode"


@toets(
    "TR006",
    klasse="Contact",
    in_=("JW301",),
    tekst="Dit contact heeft geen telefoonnummer en ook geen huisnummer met postcode.",
    remedie="Vul Telefoon, of vul in het adres Huis en Postcode.",
)
def bereikbaar(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A contact has a telephone number, or a house number with a postcode."""
    adres = contact.get("Adres", {})
    if "Telefoon" not in contact and not ("Huis" in adres and "Postcode" in adres):
        yield ""


@toets(
    "TR061",
    klasse="Contactgegevens",
    in_=("JW301",),
    tekst="De jeugdige heeft geen vast adres: alleen een tijdelijk verblijfadres is niet genoeg.",
    remedie="Voeg een contact toe met Soort 01 (BRP), 02 (correspondentie) of 03 (verblijf).",
)
def vast_adres(contactgegevens: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A child has at least one address that is not for a time."""
    soorten = {contact.get("Soort") for contact in contactgegevens.get("Contact", ())}
    if not soorten & VASTE_ADRESSEN:
        yield ""
