"""The messages in a file, each checked: one as a rule, more where an envelope holds more."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bestanden import Bestand
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.lezer import keur, lees_bytes, maak_bericht
from paraplu.berichten.omslag import open_omslag

#: What a file or a zip makes of reading when it is damaged or closed.
_LEESFOUTEN: Final = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)


class NietTeOpenen(Exception):
    """A file that is there and cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One message with what the check found; `bericht` is None when the content cannot be had."""

    naam: str
    soort: str
    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...]


def lees_stukken(bestand: Bestand, *, vandaag: date | None) -> Iterator[Stuk]:
    """The messages in a file, at least one; raises NietTeOpenen.

    A file is read whole: what `lees` refuses for its size is refused here too.
    """
    inhoud = _lees(bestand)
    stuk = _keur(bestand.naam, inhoud, vandaag)
    # Only what is no message by itself can be an envelope with more of them.
    omslag = open_omslag(inhoud, bestand=bestand.naam) if not stuk.soort else None
    if omslag is None or len(omslag.berichten) < 2:
        yield stuk
        return
    for een in omslag.berichten:
        yield _keur(een.naam, een.inhoud, vandaag, omslag.bevindingen)


def _keur(
    naam: str, inhoud: bytes, vandaag: date | None, vooraf: tuple[Bevinding, ...] = ()
) -> Stuk:
    boom, gevonden = keur(inhoud, bestand=naam, vandaag=vandaag)
    bevindingen = vooraf + gevonden
    geweigerd = boom is None or any(een.weigert == "bericht" for een in bevindingen)
    return Stuk(
        naam=naam,
        soort=boom.soort.naam if boom else "",
        bericht=None if geweigerd or boom is None else maak_bericht(boom),
        bevindingen=bevindingen,
    )


def _lees(bestand: Bestand) -> bytes:
    try:
        with bestand.open() as stroom:
            return lees_bytes(stroom)
    except _LEESFOUTEN:
        raise NietTeOpenen from None
