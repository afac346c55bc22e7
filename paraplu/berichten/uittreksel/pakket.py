"""An extract with its mapping in one file, so that it can be kept and read again as it was.

A zip with the sheet, the mapping, and the day and the secret with which its messages are made. A
reader of files opens it as it opens any zip: the messages are in it, and what is wrong with rows.
"""

from __future__ import annotations

import io
import re
import secrets
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from paraplu.berichten.bestanden import Bestand
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.schrijver import schrijf
from paraplu.berichten.uittreksel.afbeelding import (
    Afbeelding,
    AfbeeldingOngeldig,
    afbeeldingen_map,
    lees_afbeelding,
    schrijf_afbeelding,
)
from paraplu.berichten.uittreksel.blad import HOOGSTENS_BYTES, BladOnleesbaar, lees_blad
from paraplu.berichten.uittreksel.maken import aangevuld, maak_berichten
from paraplu.berichten.uittreksel.rijen import GELEZEN, ONLEESBAAR, Lezing, lees_rijen, meld
from paraplu.berichten.uittreksel.velden import Tabel

AFBEELDING: Final = "afbeelding.toml"
LEVERING: Final = "levering.toml"
UITTREKSEL: Final = "uittreksel"
_ZOUT = 32


@dataclass(frozen=True, kw_only=True)
class Pakket:
    """An extract, how to read it, and of which day its messages are."""

    inhoud: bytes
    afbeelding: Afbeelding
    dagtekening: date
    zout: bytes


def maak_pakket(inhoud: bytes, afbeelding: Afbeelding, *, dagtekening: date) -> bytes:
    """One file with the extract and its mapping; the same input gives the same bytes."""
    levering = f'dagtekening = {dagtekening.isoformat()}\nzout = "{lees_zout().hex()}"\n'
    leden = {
        LEVERING: levering.encode(),
        AFBEELDING: schrijf_afbeelding(afbeelding).encode(),
        UITTREKSEL: inhoud,
    }
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, bytes_ in leden.items():
            lid = zipfile.ZipInfo(naam)
            lid.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(lid, bytes_)
    return doel.getvalue()


def is_pakket(archief: zipfile.ZipFile) -> bool:
    """Whether this zip is an extract with its mapping."""
    return set(archief.namelist()) == {AFBEELDING, LEVERING, UITTREKSEL}


def open_pakket(archief: zipfile.ZipFile, *, naam: str) -> Iterator[Bestand | Bevinding]:
    """The messages that the rows of an extract become, and the findings on it."""
    try:
        pakket = _lees_pakket(archief)
        stukken = lees_uittreksel(pakket, bestand=naam)
    except (BladOnleesbaar, AfbeeldingOngeldig) as fout:
        remedie = getattr(fout, "remedie", "Kies een andere afbeelding.")
        yield meld(naam, ONLEESBAAR, str(fout), remedie, weigert="bericht")
        return
    yield from stukken


def lees_uittreksel(pakket: Pakket, *, bestand: str) -> list[Bestand | Bevinding]:
    """The same of an extract at hand. Raises BladOnleesbaar."""
    lezing = lees_rijen(
        lees_blad(pakket.inhoud, blad=pakket.afbeelding.blad), pakket.afbeelding, bestand=bestand
    )
    berichten = list(_berichten(pakket, lezing, bestand))
    gelezen = [_gelezen(pakket, lezing, len(berichten), bestand)]
    if not lezing.rijen and not lezing.geweigerd:
        gelezen = []
    return [*gelezen, *lezing.bevindingen, *berichten]


def _berichten(pakket: Pakket, lezing: Lezing, bestand: str) -> Iterator[Bestand]:
    gemaakt = maak_berichten(
        pakket.afbeelding.van, lezing.rijen, dagtekening=pakket.dagtekening, zout=pakket.zout
    )
    for bericht, rijen in gemaakt:
        yield _bestand(schrijf(bericht), pakket.afbeelding, rijen, bestand)


def _bestand(
    inhoud: bytes, afbeelding: Afbeelding, rijen: tuple[int, ...], bestand: str
) -> Bestand:
    """A message as a file, named after its rows; findings on it are told in terms of the sheet."""
    ingevuld = aangevuld(afbeelding.van, {*afbeelding.kolommen, *afbeelding.vast})

    def duid(bevinding: Bevinding) -> Bevinding | None:
        if not bevinding.weigert and bevinding.pad.startswith(ingevuld):
            return None
        return replace(bevinding, regel=_rij_van(bevinding.pad, afbeelding.van, rijen))

    meer = f" en {len(rijen) - 1} andere" if len(rijen) > 1 else ""
    return Bestand(
        naam=f"{bestand}/rij {rijen[0]}{meer}",
        open=lambda: io.BytesIO(inhoud),
        bytes=len(inhoud),
        duid=duid,
    )


def _rij_van(pad: str, tabel: Tabel, rijen: tuple[int, ...]) -> int:
    """The row in the sheet of what stands at this path; of the message as a whole the first."""
    gevonden = re.match(rf"{re.escape(tabel.regel)}\[(\d+)\]", pad)
    nummer = int(gevonden[1]) if gevonden else 1
    return rijen[min(nummer, len(rijen)) - 1]


def _gelezen(pakket: Pakket, lezing: Lezing, berichten: int, bestand: str) -> Bevinding:
    tabel = pakket.afbeelding.van
    return meld(
        bestand,
        GELEZEN,
        f"Uittreksel van {tabel.titel} gelezen: {len(lezing.rijen)} rijen goed, "
        f"{lezing.geweigerd} geweigerd; {berichten} berichten {tabel.bericht} van gemaakt.",
        "U hoeft niets te doen. Het getal bij een bevinding is de rij in het blad.",
    )


def _lees_pakket(archief: zipfile.ZipFile) -> Pakket:
    try:
        levering = tomllib.loads(_lees_lid(archief, LEVERING, 10_000).decode("utf-8"))
        dagtekening, zout = levering["dagtekening"], bytes.fromhex(levering["zout"])
        if type(dagtekening) is not date or not 1 <= len(zout) <= 2 * _ZOUT:
            raise ValueError
        return Pakket(
            inhoud=_lees_lid(archief, UITTREKSEL, HOOGSTENS_BYTES),
            afbeelding=lees_afbeelding(_lees_lid(archief, AFBEELDING, 200_000).decode("utf-8")),
            dagtekening=dagtekening,
            zout=zout,
        )
    except (BladOnleesbaar, AfbeeldingOngeldig):
        raise
    except Exception:
        # Not made by us, or broken: zipfile stumbles in many ways.
        raise BladOnleesbaar(
            "Dit uittreksel met zijn afbeelding is beschadigd.", "Maak het opnieuw."
        ) from None


def _lees_lid(archief: zipfile.ZipFile, naam: str, hoogstens: int) -> bytes:
    with archief.open(naam) as lid:
        gelezen = lid.read(hoogstens + 1)
    if len(gelezen) > hoogstens:
        raise BladOnleesbaar("Het uittreksel is te groot.", "Verdeel het over meer bestanden.")
    return gelezen


def lees_zout() -> bytes:
    """The secret of this installation with which identifications are made; made when it is not there.

    Whoever has it and a message from an extract could find the BSN in it by trying.
    """
    plaats = afbeeldingen_map()
    plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
    pad = plaats / "zout"
    try:
        with pad.open("xb") as doel:
            pad.chmod(0o600)
            doel.write(secrets.token_bytes(_ZOUT))
    except FileExistsError:
        pass
    return pad.read_bytes()
