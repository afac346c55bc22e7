"""The form in which iJW wants a value that people write in more ways than one."""

from __future__ import annotations

import re
from typing import Any, Final

from .redenen import NietTeVersturen, Reden

Klasse = dict[str, Any]

#: LDT_Straatnaam and LDT_Voorletters.
LANGSTE_STRAAT: Final = 24
MEESTE_VOORLETTERS: Final = 6
NEDERLAND: Final = "0031"
_GEEN_VOORLETTER = re.compile(r"[^a-zA-ZÀ-ỳ]")
_SCHEIDING = re.compile(r"[\s().\-/]")
_NEDERLANDS = re.compile(r"^(?:\+|00)31(?:0)?")
_BUITENLANDS = re.compile(r"^(?:\+|00)")


def filled(**elementen: Any) -> Klasse:
    """The elements that hold something: an empty element is not allowed (RS033)."""
    return {naam: een for naam, een in elementen.items() if een not in (None, "", {}, [])}


def trim_tekst(tekst: str) -> str:
    """One line without white space around it.

    >>> trim_tekst("  De\\n Vries ")
    'De Vries'
    """
    return " ".join(tekst.split())


def trim_postcode(postcode: str, land: str) -> str:
    """A Dutch postcode without its space and in capitals (CS089); another as it is.

    >>> trim_postcode("6811 ab", "NL"), trim_postcode("SW1A 1AA", "GB")
    ('6811AB', 'SW1A 1AA')
    """
    return "".join(postcode.split()).upper() if land == "NL" else trim_tekst(postcode)


def trim_straat(straat: str) -> str:
    """A street in at most 24 characters; postcode and number keep the address whole.

    >>> trim_straat("Burgemeester van Nispen van Sevenaerstraat")
    'Burgemeester van Nispen'
    """
    return trim_tekst(straat)[:LANGSTE_STRAAT].rstrip()


def voorletters(tekst: str) -> str:
    """Initials without dots or spaces (IV007), six at most.

    >>> voorletters("J. P. É.")
    'JPÉ'
    """
    return _GEEN_VOORLETTER.sub("", tekst)[:MEESTE_VOORLETTERS]


def telefoonnummer(tekst: str) -> Klasse | None:
    """A telephone number as iJW wants it; None for none.

    >>> telefoonnummer("+31 (0)26-123 45 67")
    {'Telefoon01': {'Telefoonnummer': '0261234567', 'Landnummer': '0031'}}
    """
    kaal = _SCHEIDING.sub("", tekst)
    if not kaal:
        return None
    kaal = _NEDERLANDS.sub("0", kaal)
    if _BUITENLANDS.match(kaal) or not (kaal.isascii() and kaal.isdigit()):
        raise NietTeVersturen(
            [
                Reden(
                    pad="Telefoon01/Telefoonnummer",
                    tekst="Een telefoonnummer heeft niet de vorm die in een bericht past.",
                    remedie="Schrijf het als Nederlands nummer met tien cijfers.",
                    regel="RS046",
                )
            ]
        )
    return {"Telefoon01": {"Telefoonnummer": kaal, "Landnummer": NEDERLAND}}
