"""Rules on addresses."""

from __future__ import annotations

from collections.abc import Iterator

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets


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
