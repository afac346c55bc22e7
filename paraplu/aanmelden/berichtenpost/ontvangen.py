"""From the inbox to the cases: check, keep, answer, tell who wants to know, and put the file away.

All of one message is one transaction; the file moves after it. Stopped in between, the next run finds
the same content already kept and only moves the file.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.systeem import reason
from paraplu.berichten import Bericht, Bevinding, lees
from paraplu.netwerk.models import Organisatie

from .beantwoorden import beantwoord
from .bewaren import kenmerk_van_bericht
from .inschrijven import schrijf_antwoord_in, schrijf_heenbericht_in
from .mappen import fout_map, gelezen_map, in_map, move_durably
from .toelichting import explain
from .uitgaand import RELEASE

LOG = logging.getLogger(__name__)
#: Larger is no message about one child.
HOOGSTENS_BYTES: Final = 25 * 1024 * 1024
TE_GROOT: Final = "Dit bestand is groter dan 25 MB. Verdeel de gegevens over meer berichten."
NIET_TE_LEZEN: Final = "Dit bestand is geen bericht dat Paraplu kan lezen. Er is niets mee gedaan."
ANDERE_RELEASE: Final = f"Dit bericht is niet van release {RELEASE}. Er is niets mee gedaan."
ANDERE_SOORT: Final = "Op dit soort bericht wacht geen stap van het werk. Lees het in de monitor."
NIET_VOOR_ONS: Final = "De ontvanger van dit bericht werkt hier niet met Paraplu."
NIET_VAN_ONS: Final = "Dit antwoord hoort bij een bericht dat hier niet is verzonden."
#: How long a file that was read stays where who put it there can find it.
BEWAREN: Final = timedelta(days=30)
#: What the work takes in.
HEEN: Final = frozenset({"JW301", "JW305", "JW307", "JW315", "JW319"})
TERUG: Final = frozenset({"JW302", "JW306", "JW308", "JW316", "JW320"})


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """What became of one file. `fout` is why it was refused; "" when it was taken in."""

    naam: str
    bericht: Werkbericht | None = None
    fout: str = ""
    bekend: bool = False
    mislukt: bool = False


class Geweigerd(Exception):
    """A file is no message for us; `bevindingen` are what is wrong with it."""

    def __init__(self, reden: str, bevindingen: tuple[Bevinding, ...] = ()) -> None:
        super().__init__(reden)
        self.bevindingen = bevindingen


def ontvang(*, nu: datetime) -> list[Gelezen]:
    """Take in every file in `var/postvak/in`, in the order of their names.

    A file that another one is still writing begins with a dot or does not end in `.xml`; it waits.
    Only for who holds the lock (`mappen.one_at_a_time`).
    """
    remove_old(nu)
    return [_take(pad, nu) for pad in _files()]


def remove_old(nu: datetime) -> None:
    """Remove what was read longer ago: those files hold personal data, and the case has them."""
    grens = (nu - BEWAREN).timestamp()
    for pad in gelezen_map().iterdir():
        if pad.is_file() and pad.stat().st_mtime < grens:
            pad.unlink()


def _files() -> Iterator[Path]:
    for pad in sorted(in_map().iterdir()):
        if pad.suffix.lower() == ".xml" and not pad.name.startswith(".") and not pad.is_symlink():
            yield pad


def _take(pad: Path, nu: datetime) -> Gelezen:
    try:
        return _read(pad, nu)
    except Geweigerd as fout:
        nieuw = _place(pad, fout_map())
        explain(nieuw, reden=str(fout), bevindingen=fout.bevindingen)
        move_durably(pad, nieuw)
        return Gelezen(naam=pad.name, fout=str(fout))
    except OSError as fout:
        return Gelezen(naam=pad.name, fout=f"Dat kan niet: {reason(fout)}.", mislukt=True)
    except Exception as fout:  # one faulty step must not keep all other post from coming in
        LOG.error("Een bericht kon niet worden verwerkt: %s.", type(fout).__name__)
        return Gelezen(naam=pad.name, fout=f"Niet verwerkt: {type(fout).__name__}.", mislukt=True)


def _read(pad: Path, nu: datetime) -> Gelezen:
    if pad.stat().st_size > HOOGSTENS_BYTES:
        raise Geweigerd(TE_GROOT)
    inhoud = pad.read_bytes()
    gelezen = lees(inhoud, bestand=pad.name, vandaag=localdate(nu))
    bericht = _for_us(gelezen.bericht, gelezen.bevindingen)
    bekend = Werkbericht.objects.filter(
        richting=Werkbericht.Richting.IN, kenmerk=kenmerk_van_bericht(bericht)
    ).first()
    if bekend is None:
        with transaction.atomic():
            rij = _enter(bericht, gelezen.bevindingen, inhoud, nu)
    else:
        rij = bekend
    _put_away(pad, rij, gelezen.bevindingen)
    return Gelezen(naam=pad.name, bericht=rij, bekend=bekend is not None)


def _for_us(bericht: Bericht | None, bevindingen: tuple[Bevinding, ...]) -> Bericht:
    """The message, when the work waits for it. Raises Geweigerd."""
    if bericht is None:
        raise Geweigerd(NIET_TE_LEZEN, bevindingen)
    if bericht.release != RELEASE:
        raise Geweigerd(ANDERE_RELEASE, bevindingen)
    if bericht.soort not in HEEN | TERUG:
        raise Geweigerd(ANDERE_SOORT)
    if bericht.soort in HEEN:
        ontvanger = bericht.inhoud["Header"]["Ontvanger"]
        if not Organisatie.objects.filter(code=ontvanger).exists():
            raise Geweigerd(NIET_VOOR_ONS)
    return bericht


def _enter(
    bericht: Bericht, bevindingen: tuple[Bevinding, ...], inhoud: bytes, nu: datetime
) -> Werkbericht:
    if bericht.soort in TERUG:
        if bevindingen:
            raise Geweigerd(NIET_TE_LEZEN, bevindingen)
        rij = schrijf_antwoord_in(bericht, inhoud, nu=nu)
        if rij is None:
            raise Geweigerd(NIET_VAN_ONS)
        return rij
    uitslag = beantwoord(bericht, bevindingen, on=localdate(nu))
    if uitslag.zonder_antwoord:
        raise Geweigerd(uitslag.zonder_antwoord, bevindingen)
    return schrijf_heenbericht_in(bericht, uitslag, inhoud, nu=nu)


def _put_away(pad: Path, rij: Werkbericht, bevindingen: tuple[Bevinding, ...]) -> None:
    """Move the file; a refused message gets an explanation and the name of its answer."""
    geweigerd = rij.soort in HEEN and rij.status == Werkbericht.Status.AFGEKEURD
    nieuw = _place(pad, fout_map() if geweigerd else gelezen_map())
    if geweigerd:
        antwoord = rij.antwoorden.first()
        explain(
            nieuw,
            reden="Dit bericht is afgekeurd: het telt als niet verzonden.",
            bevindingen=bevindingen,
            antwoord=antwoord.bestandsnaam if antwoord else "",
        )
    move_durably(pad, nieuw)


def _place(pad: Path, map_: Path) -> Path:
    """A name in this folder that no other file has."""
    nieuw, nummer = map_ / pad.name, 2
    while nieuw.exists():
        nieuw = map_ / f"{pad.stem}-{nummer}{pad.suffix}"
        nummer += 1
    return nieuw
