"""Contacts as vCards that a phone or a mail program takes in (RFC 2426, version 3.0).

A card names the work, its days and where it serves; it has no note of anybody's absence.
"""

from __future__ import annotations

from collections.abc import Iterable

from paraplu.afspraken import gebieden

from .dagen import toon_dagen
from .models import Contact

#: A line of a card is at most this many bytes; the rest goes on after a space (RFC 2425, 5.8.1).
HOOGSTENS = 75


def make_vcards(contacten: Iterable[Contact]) -> bytes:
    """One card per contact, in one file."""
    regels = [regel for contact in contacten for regel in _kaart(contact)]
    return "".join(f"{_vouw(regel)}\r\n" for regel in regels).encode()


def _kaart(contact: Contact) -> list[str]:
    waar = plaats_van(contact)
    regels = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:paraplu-contact-{contact.pk}",
        f"FN:{_tekst(contact.wie)}",
        f"N:{_tekst(contact.wie)};;;;",
        f"ORG:{_tekst(contact.organisatie.naam)}",
        f"TITLE:{_tekst(contact.functie or str(contact.get_soort_display()))}",
    ]
    if contact.nummer:
        regels.append(f"TEL;TYPE=WORK,VOICE:{_tekst(contact.nummer)}")
    if contact.mail:
        regels.append(f"EMAIL;TYPE=INTERNET,WORK:{_tekst(contact.mail)}")
    notitie = f"{contact.get_soort_display()} – {waar} – {toon_dagen(contact.dagen)} {contact.uren}"
    return [
        *regels,
        f"NOTE:{_tekst(notitie.strip())}",
        f"REV:{contact.bevestigd_op:%Y-%m-%d}",
        "END:VCARD",
    ]


def plaats_van(contact: Contact) -> str:
    """The name of the gemeente or region that a contact serves."""
    if contact.gemeente:
        gemeente = gebieden.gemeente(contact.gemeente)
        return gemeente.naam if gemeente else contact.gemeente
    regio = gebieden.regio(contact.regio)
    return regio.naam if regio else contact.regio


def _tekst(waarde: str) -> str:
    """Text in which the signs of the format stand as themselves."""
    schoon = waarde.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return schoon.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _vouw(regel: str) -> str:
    """Fold a line by bytes, never inside a letter."""
    stukken, stuk = [], ""
    for teken in regel:
        if len((stuk + teken).encode()) > HOOGSTENS - bool(stukken):
            stukken.append(stuk)
            stuk = ""
        stuk += teken
    return "\r\n ".join([*stukken, stuk])
