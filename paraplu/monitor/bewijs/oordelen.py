"""Why a message line counts, or does not: the rules of P47, P49 and P52, told of single lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from paraplu.monitor.trajecten.declaratieregels import TOEGEKEND
from paraplu.monitor.trajecten.toewijzingen import VERWIJDERD
from paraplu.monitor.trajecten.zorgperioden import (
    STARTSLEUTEL,
    STOPSLEUTEL,
    TIJDELIJK,
    VERVANGT,
)

TELT, VERVANGEN, INGETROKKEN = "telt", "vervangen", "ingetrokken"
AFGEKEURD, BESLIST = "afgekeurd", "beslist"
Plek = tuple[str, int]
Rij = Mapping[str, Any]

_WAT: Final = {
    "toewijzing": "toewijzing",
    "start": "start van de hulp",
    "stop": "einde van de hulp",
}
_ANTWOORD: Final = {"toewijzing": "302", "start": "306", "stop": "308"}


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A line with its verdict."""

    bericht: str
    regel: int | None
    wat: str
    status: str
    reden: str


def beoordeel(naam: str, regels: Sequence[Rij], geldig: set[Plek]) -> list[Regel]:
    """Lines of one table (toewijzing, start, stop) with what became of each."""
    goed = [regel for regel in regels if _plek(regel) in geldig]
    oordeel = _toewijzingen(goed) if naam == "toewijzing" else _zorg(naam, goed)
    fout = f"het antwoord ({_ANTWOORD[naam]}) keurde deze regel af"
    return [
        _maak(_WAT[naam], regel, *oordeel.get(_plek(regel), (AFGEKEURD, fout))) for regel in regels
    ]


def van_declaratie(regel: Rij) -> Regel:
    """A declared line with the verdict of its answer."""
    bedrag = f"{regel['toegekend'] / 100:.2f}".replace(".", ",")
    if regel["oordeel"] == TOEGEKEND:
        return _maak("declaratie", regel, TELT, f"toegekend: {bedrag} euro")
    return _maak("declaratie", regel, AFGEKEURD, regel["oordeel"])


def van_antwoord(kop: Rij) -> Regel:
    """An answer: it decides about what it answers."""
    codes = " ".join(filter(None, (kop["retourcodes"], kop["retourcodes_klasse"])))
    reden = f"antwoord met retourcode {', '.join(sorted(set(codes.split())))}" if codes else (
        "antwoord; per regel staat er wat is aangenomen"
    )  # fmt: skip
    return Regel(bericht=kop["bericht"], regel=None, wat="antwoord", status=BESLIST, reden=reden)


def _toewijzingen(goed: Sequence[Rij]) -> dict[Plek, tuple[str, str]]:
    """Of each allocation the highest version holds (P49)."""
    oordeel: dict[Plek, tuple[str, str]] = {}
    for regel in goed:
        versies = [ander for ander in goed if ander["sleutel"] == regel["sleutel"]]
        if _plek(regel) != _plek(max(versies, key=_versie)):
            oordeel[_plek(regel)] = (VERVANGEN, "een latere versie van deze toewijzing geldt")
        elif regel["reden_wijziging"] == VERWIJDERD:
            oordeel[_plek(regel)] = (
                INGETROKKEN,
                "de gemeente verwijderde de toewijzing (reden 13)",
            )
        else:
            oordeel[_plek(regel)] = (TELT, "de versie die geldt")
    return oordeel


def _versie(regel: Rij) -> tuple[Any, ...]:
    return (
        regel["toewijzingsdatum"] or date.min,
        regel["toewijzingstijd"] or "",
        regel["dagtekening"] or date.min,
        regel["bericht"],
        regel["volgnummer"],
    )


def _zorg(naam: str, goed: Sequence[Rij]) -> dict[Plek, tuple[str, str]]:
    """Starts and stops live when they came more often with status 1 (or 2) than with 3 (P49)."""
    kolommen = STARTSLEUTEL if naam == "start" else STOPSLEUTEL
    vervangen = {
        regel["sleutel"]: max(
            (r["dagtekening"] for r in goed if r["sleutel"] == regel["sleutel"]
             and r["status_aanlevering"] == VERVANGT),
            default=date.min,
        )
        for regel in goed
    }  # fmt: skip
    over = [regel for regel in goed if regel["dagtekening"] >= vervangen[regel["sleutel"]]]
    saldo: Counter[tuple[Any, ...]] = Counter()
    for regel in over:
        saldo[_sleutel(regel, kolommen)] += {"1": 1, VERVANGT: 1, "3": -1}.get(
            regel["status_aanlevering"], 0
        )
    levend = [regel for regel in over if saldo[_sleutel(regel, kolommen)] > 0]
    houdt = {_plek(regel) for regel in levend} if naam == "start" else _laatste_stops(levend)
    return {_plek(regel): _van_zorg(regel, over=over, levend=levend, houdt=houdt) for regel in goed}


def _van_zorg(
    regel: Rij, *, over: Sequence[Rij], levend: Sequence[Rij], houdt: set[Plek]
) -> tuple[str, str]:
    if regel not in over:
        return VERVANGEN, "een later bericht verving dit bericht (status 2)"
    if regel["status_aanlevering"] == "3":
        return INGETROKKEN, "trekt een eerdere melding in (status 3)"
    if regel not in levend:
        return INGETROKKEN, "een later bericht trok deze melding in (status 3)"
    if regel["status_aanlevering"] not in {"1", VERVANGT}:
        return VERVANGEN, "herhaalt een eerdere melding zonder wijziging"
    if _plek(regel) not in houdt:
        return VERVANGEN, "een ander einde van dezelfde hulp geldt"
    return TELT, "de melding die geldt"


def _laatste_stops(levend: Sequence[Rij]) -> set[Plek]:
    """Of each period the stop with the latest day, a definitive one before a temporary one."""
    beste: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for regel in levend:
        plek = (regel["sleutel"], regel["begindatum"])
        beste[plek] = max(beste.get(plek, _einde(regel)), _einde(regel))
    return {
        _plek(regel)
        for regel in levend
        if _einde(regel) == beste[regel["sleutel"], regel["begindatum"]]
    }


def _einde(regel: Rij) -> tuple[Any, ...]:
    reden = regel["reden_beeindiging"] or ""
    # Of two reasons the lowest holds: the complement turns that into the highest.
    return regel["einddatum"] or date.min, reden != TIJDELIJK, tuple(-ord(teken) for teken in reden)


def _sleutel(regel: Rij, kolommen: Sequence[str]) -> tuple[Any, ...]:
    return tuple(regel[kolom] for kolom in kolommen)


def _plek(regel: Rij) -> Plek:
    return regel["bericht"], regel["volgnummer"]


def _maak(wat: str, regel: Rij, status: str, reden: str) -> Regel:
    return Regel(
        bericht=regel["bericht"], regel=regel.get("regel"), wat=wat, status=status, reden=reden
    )
