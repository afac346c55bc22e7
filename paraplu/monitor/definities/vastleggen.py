"""Write a line in the register of definitions, with its text; a developer does, the board signs."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from paraplu.monitor import waarden
from paraplu.monitor.definities import register
from paraplu.monitor.definities.register import KOLOMMEN, OnbekendeDefinitie, versies_van
from paraplu.monitor.definities.tekst import schrijf_tekst
from paraplu.monitor.definities.vingerafdruk import vingerafdruk

MAP = Path(__file__).parent


class NietsVeranderd(ValueError):
    """The register says already what the code does."""


def teksten_van_nu() -> dict[str, str]:
    """The text of every definition as the code is now, by code."""
    from paraplu.monitor.api import Monitor  # noqa: PLC0415 - api asks this room for versions
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as map_:
        Opslag(Path(map_)).maak()
        with Monitor(Path(map_)).geopend() as geopend:
            return {
                code: schrijf_tekst(indicator, geopend.trajecten)
                for code, indicator in waarden.alle().items()
            }


def vind_anders(teksten: Mapping[str, str]) -> dict[str, str]:
    """By code what differs from the register: the code, the text, or there is no version at all."""
    anders = {}
    for code, tekst in teksten.items():
        try:
            laatste = versies_van(code)[-1]
        except OnbekendeDefinitie:
            anders[code] = "staat niet in het register"
            continue
        if laatste.tekst != tekst:
            anders[code] = f"de tekst is niet meer die van versie {laatste.versie}"
        elif not laatste.is_van_nu:
            anders[code] = f"de berekening is niet meer die van versie {laatste.versie}"
    return anders


def leg_vast(code: str, *, reden: str, nieuw: bool, op: date, tekst: str, map_: Path = MAP) -> int:
    """Write the code and text of now in the register; gives the number of the version.

    `nieuw`: a version of its own, because the figure can be another or the text is. Otherwise the
    newest version keeps its text: the code was written anew and counts the same. Raises
    NietsVeranderd, and OnbekendeDefinitie where there is no version yet to keep.
    """
    afdruk = vingerafdruk(code)
    try:
        laatste = versies_van(code)[-1]
    except OnbekendeDefinitie:
        if not nieuw:
            raise
        laatste = None
    if laatste and laatste.vingerafdruk == afdruk and laatste.tekst == tekst:
        raise NietsVeranderd(f"{code} staat al zo in het register, als versie {laatste.versie}")
    if laatste and not nieuw and laatste.tekst != tekst:
        raise ValueError(
            f"de tekst van {code} is een andere: dat vraagt een nieuwe versie (--nieuw)"
        )
    versie = (laatste.versie if laatste else 0) + (1 if nieuw else 0)
    if nieuw:
        plek = map_ / "teksten" / f"{code}-{versie}.txt"
        plek.parent.mkdir(exist_ok=True)
        plek.write_text(tekst, encoding="utf-8")
    _voeg_toe(map_ / "register.csv", (code, str(versie), afdruk, op.isoformat(), reden))
    register.regels.cache_clear()
    return versie


def _voeg_toe(bestand: Path, regel: tuple[str, ...]) -> None:
    begin = not bestand.exists()
    with bestand.open("a", encoding="utf-8", newline="") as open_bestand:
        schrijver = csv.writer(open_bestand, lineterminator="\n")
        if begin:
            schrijver.writerow(KOLOMMEN)
        schrijver.writerow(regel)
