"""The child of a case as a message wants it. Reads the BSN: only for the step that sends."""

from __future__ import annotations

import re
from typing import Final

from paraplu.casussen.actions.gezinnen import read_bsn
from paraplu.casussen.models import Persoon

from .persoon import Adres, Gezagsdrager, Jeugdige, Persoonsnaam
from .redenen import NietTeVersturen, Reden

#: A street, a number, what follows it, a postcode and a place: as people write an address.
_ADRES: Final = re.compile(
    r"(?P<straat>\D.*?)\s+(?P<nummer>\d{1,5})(?:\s*[-/]?\s*(?P<rest>[\w ]{1,5}?))?\s*,?\s+"
    r"(?P<postcode>[1-9]\d{3}\s?[A-Za-z]{2})\s*,?\s*(?P<plaats>[^\d,]*)"
)
#: COD046 knows three; "not specified" is unknown there.
_GESLACHT: Final = frozenset({"0", "1", "2"})


def jeugdige_van(kind: Persoon) -> Jeugdige:
    """The child with address and who has authority over it (OP002).

    Raises NietTeVersturen when BSN or date of birth are not known (OP079): then the help is arranged
    outside the messages.
    """
    bsn = read_bsn(kind)
    redenen = []
    if not bsn:
        redenen.append(_missing("Client/Bsn", "het BSN", "OP079"))
    if kind.geboortedatum is None:
        redenen.append(_missing("Client/Geboortedatum", "de geboortedatum", ""))
    if redenen or kind.geboortedatum is None:
        raise NietTeVersturen(redenen)
    ouders = Persoon.objects.filter(gezin=kind.gezin_id, gezag=True).exclude(pk=kind.pk)
    return Jeugdige(
        bsn=bsn,
        geboortedatum=kind.geboortedatum,
        geslacht=kind.geslacht if kind.geslacht in _GESLACHT else "0",
        naam=_naam(kind),
        adres=adres_uit_tekst(kind.adres),
        telefoon=kind.telefoon,
        gezagsdragers=tuple(_gezagsdrager(ouder) for ouder in ouders if _reachable(ouder)),
    )


def adres_uit_tekst(tekst: str) -> Adres | None:
    """An address from one line; None when it cannot be read as one.

    >>> adres = adres_uit_tekst("Lange Testweg 12 b, 6811 AB Arnhem")
    >>> adres.straat, adres.huisnummer, adres.huisletter, adres.postcode, adres.plaats
    ('Lange Testweg', 12, 'b', '6811 AB', 'Arnhem')
    """
    gevonden = _ADRES.fullmatch(" ".join(tekst.split()))
    if gevonden is None:
        return None
    rest = (gevonden["rest"] or "").strip()
    is_letter = len(rest) == 1 and rest.isalpha()
    return Adres(
        straat=gevonden["straat"].strip(" ,"),
        huisnummer=int(gevonden["nummer"]),
        huisletter=rest if is_letter else "",
        toevoeging="" if is_letter else rest,
        postcode=gevonden["postcode"],
        plaats=gevonden["plaats"].strip(),
    )


def _gezagsdrager(ouder: Persoon) -> Gezagsdrager:
    return Gezagsdrager(
        naam=_naam(ouder), adres=adres_uit_tekst(ouder.adres), telefoon=ouder.telefoon
    )


def _reachable(ouder: Persoon) -> bool:
    """A relation without address and telephone cannot stand in a message (TR006)."""
    return bool(ouder.telefoon.strip()) or adres_uit_tekst(ouder.adres) is not None


def _naam(persoon: Persoon) -> Persoonsnaam:
    return Persoonsnaam(
        achternaam=persoon.achternaam,
        voorvoegsel=persoon.voorvoegsel,
        voornamen=persoon.voornamen,
    )


def _missing(pad: str, wat: str, regel: str) -> Reden:
    return Reden(
        pad=pad,
        tekst=f"Van deze jeugdige is {wat} niet bekend.",
        remedie="Vul dit aan bij het gezin, of regel de hulp buiten het berichtenverkeer om.",
        regel=regel,
    )
