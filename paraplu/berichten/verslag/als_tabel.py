"""A report as text that reads well at 80 columns, on a screen and in a file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TextIO

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.verslag.gang import OORDELEN, Begin, Einde, Gebeurtenis, Telling
from paraplu.berichten.verslag.uitleg import GEVOLGEN, uitleg

SMALST, BREEDST = 60, 110
#: Files in the summary: all when there are few, else the first in which something is wrong.
BESTANDEN = 25


def schrijf_tabel(
    gebeurtenissen: Iterable[Gebeurtenis], uit: TextIO, *, breedte: int = 80
) -> Telling:
    """Write findings as they come, and at the end the sums per file and per code."""
    breedte = min(max(breedte, SMALST), BREEDST)
    telling = Telling()
    foute: list[Einde] = []
    goede: list[Einde] = []
    begin = Begin(bestand="")
    kop_staat_er = False
    for gebeurtenis in gebeurtenissen:
        telling.tel(gebeurtenis)
        if isinstance(gebeurtenis, Begin):
            begin, kop_staat_er = gebeurtenis, False
        elif isinstance(gebeurtenis, Bevinding):
            if not kop_staat_er:
                print(_kop(begin), file=uit)
                kop_staat_er = True
            print(_bevinding(gebeurtenis, breedte), file=uit)
        else:
            if kop_staat_er:
                print(f"  Oordeel: {_oordeel(gebeurtenis)}.\n", file=uit)
            lijst = goede if gebeurtenis.oordeel == "goed" else foute
            if len(lijst) < BESTANDEN:
                lijst.append(gebeurtenis)
    print(_samenvatting(telling, foute, goede, breedte), file=uit)
    return telling


def _kop(begin: Begin) -> str:
    return f"{begin.bestand}{f' ({_bericht(begin)})' if begin.soort else ''}"


def _bericht(begin: Begin) -> str:
    return f"{begin.soort} iJW {begin.release}" if begin.soort else "geen bericht"


def _bevinding(bevinding: Bevinding, breedte: int) -> str:
    plek = f"regel {bevinding.regel}" if bevinding.regel else "hele bestand"
    regels = [f"  {plek}  {bevinding.code}  {GEVOLGEN[bevinding.weigert]}"]
    if bevinding.pad:
        regels.append(_vouw_pad(bevinding.pad, breedte))
    regels.append(_vouw(bevinding.tekst, "    ", breedte))
    if bevinding.remedie:
        regels.append(_vouw(bevinding.remedie, "    → ", breedte, vervolg="      "))
    return "\n".join(regels)


def _vouw_pad(pad: str, breedte: int) -> str:
    """A long path goes on after a slash."""
    breekbaar = _vouw(pad.replace("/", "/ "), "    ", breedte, vervolg="      ")
    return breekbaar.replace("/ ", "/")


def _oordeel(einde: Einde) -> str:
    anders = einde.aantal - einde.getoond
    rest = f", waarvan {einde.getoond} met een gevraagde code" if anders else ""
    return f"{einde.oordeel}, {_aantal(einde.aantal, 'bevinding', 'bevindingen')}{rest}"


def _samenvatting(telling: Telling, foute: list[Einde], goede: list[Einde], breedte: int) -> str:
    delen = []
    if telling.bestanden:
        delen.append(_per_bestand(telling, [*foute, *goede][:BESTANDEN], breedte))
    if telling.per_code:
        delen.append(_per_code(telling, breedte))
    oordelen = ", ".join(f"{telling.oordelen[oordeel]} {oordeel}" for oordeel in OORDELEN)
    samen = (
        f"{_aantal(telling.bestanden, 'bestand', 'bestanden')}: {oordelen}. "
        f"{_aantal(telling.bevindingen, 'bevinding', 'bevindingen')}."
    )
    return "\n\n".join([*delen, _vouw(samen, "", breedte)])


def _per_bestand(telling: Telling, einden: list[Einde], breedte: int) -> str:
    regels = ["Per bestand", "oordeel          bevindingen  bericht        bestand"]
    for einde in einden:
        bericht = _bericht(einde.begin) if einde.begin.soort else "–"
        naam = _kort(einde.begin.bestand, breedte - 45)
        regels.append(f"{einde.oordeel:<15}  {einde.aantal:>11}  {bericht:<13}  {naam}")
    if rest := telling.bestanden - len(einden):
        regels.append(f"… en nog {_aantal(rest, 'bestand', 'bestanden')}")
    return "\n".join(regels)


def _per_code(telling: Telling, breedte: int) -> str:
    regels = ["Per code", "aantal  bestanden  code    wat is er"]
    for code, som in telling.codes():
        kop = f"{som.aantal:>6}  {som.bestanden:>9}  {code:<6}  "
        regels.append(_vouw(uitleg(code).titel, kop, breedte, vervolg=" " * len(kop)))
    return "\n".join(regels)


def _vouw(tekst: str, voor: str, breedte: int, *, vervolg: str | None = None) -> str:
    return textwrap.fill(
        tekst,
        breedte,
        initial_indent=voor,
        subsequent_indent=voor if vervolg is None else vervolg,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _kort(naam: str, breedte: int) -> str:
    """A long name loses its beginning: its end says which file it is."""
    return naam if len(naam) <= breedte else "…" + naam[1 - breedte :]


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
