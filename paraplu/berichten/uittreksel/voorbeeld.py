"""See before you read: how the first rows would be understood, what is left out, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.uittreksel.afbeelding import Afbeelding
from paraplu.berichten.uittreksel.blad import Blad, Cel
from paraplu.berichten.uittreksel.cellen import lees_cel
from paraplu.berichten.uittreksel.koppen import Koprij, letter, toonbaar
from paraplu.berichten.uittreksel.maken import tel_berichten
from paraplu.berichten.uittreksel.rijen import lees_rijen, vertaald
from paraplu.berichten.uittreksel.velden import Veld

RIJEN: Final = 20
INGEVULD: Final = "(ingevuld)"


@dataclass(frozen=True)
class Kolom:
    """A column of the sheet: its letter, its heading, and the field it is read as ("" for none)."""

    letter: str
    kop: str
    veld: str


@dataclass(frozen=True)
class Celbeeld:
    """A cell as it would be read; of private fields only whether it is filled. `fout` is a sentence."""

    tekst: str
    fout: str = ""


@dataclass(frozen=True)
class Rijbeeld:
    """A row as it would be read: its number and its cells, in the order of the fields."""

    nummer: int
    cellen: tuple[Celbeeld, ...]


@dataclass(frozen=True)
class Voorbeeld:
    """The preview of an extract.

    `velden` are the fields that are read, `ontbrekend` the fields it does not have. `goed` and
    `geweigerd` count all rows, `berichten` what the good ones would become.
    """

    afbeelding: Afbeelding
    kolommen: tuple[Kolom, ...]
    velden: tuple[str, ...]
    rijen: tuple[Rijbeeld, ...]
    ontbrekend: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...]
    goed: int
    geweigerd: int
    berichten: int

    @property
    def niet_gebruikt(self) -> tuple[Kolom, ...]:
        """The columns that no field uses."""
        return tuple(kolom for kolom in self.kolommen if not kolom.veld)


def maak_voorbeeld(blad: Blad, afbeelding: Afbeelding, *, bestand: str) -> Voorbeeld:
    """How this sheet would be read with this mapping; nothing is kept."""
    lezing = lees_rijen(blad, afbeelding, bestand=bestand)
    velden = afbeelding.van.velden
    gelezen = [veld for naam, veld in velden.items() if naam in afbeelding.kolommen]
    return Voorbeeld(
        afbeelding=afbeelding,
        kolommen=tuple(_kolommen(lezing.koprij, afbeelding)),
        velden=tuple(veld.titel for veld in gelezen),
        rijen=tuple(_rijen(blad, afbeelding, lezing.koprij, gelezen)),
        ontbrekend=tuple(
            veld.titel
            for naam, veld in velden.items()
            if naam not in afbeelding.kolommen and naam not in afbeelding.vast
        ),
        bevindingen=lezing.bevindingen,
        goed=len(lezing.rijen),
        geweigerd=lezing.geweigerd,
        berichten=tel_berichten(afbeelding.van, lezing.rijen),
    )


def _kolommen(koprij: Koprij | None, afbeelding: Afbeelding) -> Iterator[Kolom]:
    if koprij is None:
        return
    veld_van = {koprij.plek(kop): naam for naam, kop in afbeelding.kolommen.items()}
    for plek, kop in enumerate(koprij.koppen):
        naam = veld_van.get(plek)
        titel = afbeelding.van.velden[naam].titel if naam else ""
        yield Kolom(letter(plek), toonbaar(kop), titel)


def _rijen(
    blad: Blad, afbeelding: Afbeelding, koprij: Koprij | None, velden: list[Veld]
) -> Iterator[Rijbeeld]:
    if koprij is None:
        return
    plekken = [(veld, koprij.plek(afbeelding.kolommen[veld.naam])) for veld in velden]
    onder = [rij for rij in blad.rijen[: RIJEN + 20] if rij[0] > koprij.nummer]
    for nummer, cellen in onder[:RIJEN]:
        yield Rijbeeld(
            nummer,
            tuple(_beeld(_haal(cellen, plek), veld, afbeelding) for veld, plek in plekken),
        )


def _haal(cellen: tuple[Cel, ...], plek: int | None) -> Cel:
    return cellen[plek] if plek is not None and plek < len(cellen) else ""


def _beeld(cel: Cel, veld: Veld, afbeelding: Afbeelding) -> Celbeeld:
    gelezen = lees_cel(vertaald(cel, veld, afbeelding), veld, afbeelding.wijze)
    if gelezen.fout is not None:
        return Celbeeld("", gelezen.fout.gezegde.split("; de cel lijkt op")[0])
    if not gelezen.tekst:
        return Celbeeld("", "is leeg" if veld.verplicht else "")
    if veld.prive:
        return Celbeeld(INGEVULD)
    return Celbeeld(f"-{gelezen.tekst}" if gelezen.min_ else gelezen.tekst)
