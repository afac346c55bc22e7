"""Which figures a check bends, and how much, in words and amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from paraplu.inzage.cijfers import Cijfers
from paraplu.monitor.kwaliteit import Controle, Raakvlak
from paraplu.monitor.periode import Periode
from paraplu.web.getallen import Getal, cel

from .kwaliteit import Blik


@dataclass(frozen=True)
class Buiging:
    """One figure that a check bends: how in words, and the way to how much."""

    code: str
    naam: str
    zin: str
    adres: str
    gekozen: bool


@dataclass(frozen=True)
class Schuifregel:
    """One measure of a figure: what it is without the touched rows, and with what is missing."""

    naam: str
    nu: Getal
    omlaag: Getal
    omhoog: Getal


def list_buigingen(
    controle: Controle, indicatoren: Mapping[str, Any], blik: Blik, gekozen: str
) -> list[Buiging]:
    """The figures that this check bends, in the order of the values."""
    return [
        Buiging(
            code,
            indicatoren[code].naam,
            controle.buigt[code],
            blik.vraag(cijfer=code) + "#cijfers",
            code == gekozen,
        )
        for code in indicatoren
        if code in controle.buigt
    ]


def choose_cijfer(controle: Controle, indicatoren: Mapping[str, Any], gevraagd: str) -> str:
    """The figure asked for, or the first that the check bends; empty when it bends none."""
    mogelijk = [code for code in indicatoren if code in controle.buigt]
    return gevraagd if gevraagd in mogelijk else next(iter(mogelijk), "")


def read_raakvlak(
    cijfers: Cijfers, controle: Controle, code: str, blik: Blik
) -> tuple[Periode, Raakvlak | None, list[Schuifregel]]:
    """How far this check moves a figure over the year of the view; None where it touches nothing."""
    periode = Periode.jaar(int(blik.maand[:4]))
    filters = blik.partij.gebied
    alle = cijfers.monitor.raakt(code, periode=periode, filters=filters)
    raakvlak = next((een for een in alle if een.sleutel == controle.code), None)
    if raakvlak is None:
        return periode, None, []
    [(_periode, waarden)] = cijfers.monitor.reeks(
        code, perioden=[periode], filters=filters, kijk=cijfers.kijk
    )
    maten = {maat.sleutel: maat for maat in cijfers.indicatoren[code].maten}
    regels = [
        Schuifregel(
            maat.naam,
            cel(waarden[sleutel], maat.eenheid),
            cel(raakvlak.omlaag[sleutel], maat.eenheid),
            cel(raakvlak.omhoog[sleutel], maat.eenheid),
        )
        for sleutel, maat in maten.items()
        if raakvlak.omlaag[sleutel] or raakvlak.omhoog[sleutel]
    ]
    return periode, raakvlak, regels
