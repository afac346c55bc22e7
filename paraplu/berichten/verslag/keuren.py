"""Check files one after another and tell what happens; no more than one message in memory."""

from __future__ import annotations

import logging
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from paraplu.berichten.bestanden import (
    GEEN_ZIP,
    GRENZEN,
    NIET_GEVONDEN,
    Bestand,
    Grenzen,
    open_bestanden,
    open_stroom,
)
from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.controle import controleer
from paraplu.berichten.lezer import HOOGSTENS
from paraplu.berichten.verslag.gang import Begin, Einde, Gebeurtenis
from paraplu.berichten.verslag.herkennen import BEGIN, herken_begin

#: Findings with this code mean that a file or folder could not be opened.
BRON_ONLEESBAAR: Final = NIET_GEVONDEN
#: Our own fault: the check itself failed on a message.
NIET_TE_LEZEN: Final = "PAR091"
#: What a damaged zip makes of reading.
_ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)

log = logging.getLogger(__name__)

Stuk = Bestand | Bevinding


@dataclass(frozen=True)
class Bronbestand:
    """A file that is not on disk: a seekable stream with the name that it came with."""

    naam: str
    bron: BinaryIO


def keur_paden(
    paden: Iterable[Path],
    *,
    codes: Set[str] = frozenset(),
    vandaag: date | None = None,
    grenzen: Grenzen = GRENZEN,
) -> Iterator[Gebeurtenis]:
    """Check files, zips and folders. With `codes` only those findings are told; verdicts stay.

    `vandaag`: the day that no date in a message may come after; None leaves that open.
    """
    for pad in paden:
        leeg = True
        for naam, stuk in _open_pad(pad, grenzen):
            leeg = False
            yield from _keur(stuk, naam, codes, vandaag)
        if leeg:
            yield from _keur(_meld_leeg(str(pad)), str(pad), codes, vandaag)


def keur_bestanden(
    bestanden: Iterable[Bronbestand],
    *,
    codes: Set[str] = frozenset(),
    vandaag: date | None = None,
    grenzen: Grenzen = GRENZEN,
) -> Iterator[Gebeurtenis]:
    """The same for files that are not on disk; a stream is closed when it has been read."""
    for bestand in bestanden:
        leeg = True
        for stuk in open_stroom(bestand.bron, naam=bestand.naam, grenzen=grenzen):
            leeg = False
            naam = stuk.naam if isinstance(stuk, Bestand) else stuk.bestand
            yield from _keur(stuk, naam, codes, vandaag)
        if leeg:
            yield from _keur(_meld_leeg(bestand.naam), bestand.naam, codes, vandaag)


def _open_pad(pad: Path, grenzen: Grenzen) -> Iterator[tuple[str, Stuk]]:
    """What is in `pad`, each with a name that says where it is from here."""
    map_ = pad if pad.is_dir() else pad.parent
    try:
        for stuk in open_bestanden(pad, grenzen=grenzen):
            naam = stuk.naam if isinstance(stuk, Bestand) else stuk.bestand
            yield (map_ / naam).as_posix(), stuk
    except OSError:
        yield str(pad), _meld_dicht(str(pad))


def _keur(stuk: Stuk, naam: str, codes: Set[str], vandaag: date | None) -> Iterator[Gebeurtenis]:
    """One file: its beginning, the findings that were asked for, and its verdict."""
    begin, bevindingen = _lees(stuk, naam, vandaag)
    yield begin
    kosten: Counter[Weigert] = Counter()
    getoond = 0
    gelezen = True
    for bevinding in _vang(bevindingen, naam):
        kosten[bevinding.weigert] += 1
        gelezen = gelezen and bevinding.code != BRON_ONLEESBAAR
        if not codes or bevinding.code in codes or bevinding.code == BRON_ONLEESBAAR:
            getoond += 1
            yield bevinding
    aantal = kosten.total()
    yield Einde(
        begin=begin,
        oordeel="geweigerd" if kosten["bericht"] else "met opmerkingen" if aantal else "goed",
        aantal=aantal,
        getoond=getoond,
        kosten=dict(kosten),
        gelezen=gelezen,
    )


def _lees(stuk: Stuk, naam: str, vandaag: date | None) -> tuple[Begin, Iterable[Bevinding]]:
    if isinstance(stuk, Bevinding):
        return Begin(bestand=naam), (stuk,)
    try:
        bron = stuk.open()
        inhoud = bron.read(min(stuk.bytes, HOOGSTENS) + 1)
    except _ZIPFOUTEN:
        return Begin(bestand=naam), (_meld_beschadigd(naam),)
    except OSError:
        return Begin(bestand=naam), (_meld_dicht(naam),)
    soort = herken_begin(inhoud[:BEGIN])
    begin = Begin(
        bestand=naam, soort=soort.naam if soort else "", release=soort.release if soort else ""
    )
    if len(inhoud) > HOOGSTENS:
        return begin, _stroom(bron, naam, vandaag)
    bron.close()
    return begin, _geheel(inhoud, naam, vandaag)


def _geheel(inhoud: bytes, naam: str, vandaag: date | None) -> Iterator[Bevinding]:
    """The findings in a message of the size of iJW; nothing is checked before the first is asked."""
    yield from controleer(inhoud, bestand=naam, vandaag=vandaag)


def _vang(bevindingen: Iterable[Bevinding], naam: str) -> Iterator[Bevinding]:
    """The same findings; a message that the check stumbles over does not end the whole check.

    Only the kind of error is told: its text may hold what the sender wrote.
    """
    try:
        yield from bevindingen
    except MemoryError:
        raise
    except Exception as fout:
        soort = type(fout).__name__
        log.error("Een bericht is niet te controleren: %s", soort)
        tekst = f"Paraplu kan dit bericht niet controleren ({soort})."
        yield _meld(naam, NIET_TE_LEZEN, tekst, "Meld dit aan wie Paraplu beheert.")


def _stroom(bron: BinaryIO, naam: str, vandaag: date | None) -> Iterator[Bevinding]:
    """The findings in a file of any size, as they are found."""
    from paraplu.berichten.stroom import lees_stroom  # noqa: PLC0415 - Arrow is slow to import

    with bron:
        bron.seek(0)
        for deel in lees_stroom(bron, bestand=naam, vandaag=vandaag):
            if isinstance(deel, Bevinding):
                yield deel


def _meld(naam: str, code: str, tekst: str, remedie: str) -> Bevinding:
    return Bevinding(
        bestand=naam, regel=0, pad="", code=code, tekst=tekst, remedie=remedie, weigert="bericht"
    )


def _meld_beschadigd(naam: str) -> Bevinding:
    tekst = "Dit bestand zit in een beschadigde zip en is niet te lezen."
    return _meld(naam, GEEN_ZIP, tekst, "Maak de zip opnieuw.")


def _meld_dicht(naam: str) -> Bevinding:
    tekst = "Paraplu kan dit bestand of deze map niet openen."
    return _meld(naam, BRON_ONLEESBAAR, tekst, "Controleer of u het mag lezen.")


def _meld_leeg(naam: str) -> Bevinding:
    tekst = "Hier staat geen bestand om te controleren."
    return _meld(naam, BRON_ONLEESBAAR, tekst, "Geef een map of zip met berichten (.xml).")
