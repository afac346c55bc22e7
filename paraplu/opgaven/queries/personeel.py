"""RA4 and RA5: turnover, and where new jeugdbeschermers come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from paraplu.web.wand.verzoek import beyond_wall

from ..antwoorden import Herkomst, Personeelsverloop
from ..models import Personeelsopgave
from ..verloop import turnover
from .versies import make_gemeld, read_versies

HERKOMST: Final = ("lokaal", "veilig_thuis", "elders", "onbekend")
#: From where the agreement asks for more people (R181).
VAN_DAAR: Final = ("lokaal", "veilig_thuis")

Versies = dict[tuple[str, int], Personeelsopgave]


def verloop(gi: str, jaar: int, *, bekend_op: date) -> Personeelsverloop:
    """RA4 of a GI by AGB code; "" for all GI's that reported together (R178)."""
    versies = _read(jaar, bekend_op)
    rijen, vorige = _of(versies, gi, jaar), _of(versies, gi, jaar - 1)
    som: dict[str, Any] = {
        naam: sum(getattr(rij, naam) for rij in rijen) if rijen else None
        for naam in ("begin", "instroom", "uitstroom", "eind")
    }
    eind_toen = {rij.gi: rij.eind for rij in vorige}
    return Personeelsverloop(
        gi=gi,
        jaar=jaar,
        waarde=turnover(begin=som["begin"], uitstroom=som["uitstroom"], eind=som["eind"])
        if rijen
        else None,
        **som,
        sluit_niet_aan=any(eind_toen.get(rij.gi, rij.begin) != rij.begin for rij in rijen),
        gemeld=make_gemeld(versies, gi=gi, jaar=jaar, bekend_op=bekend_op),
    )


def instroom_herkomst(gi: str, jaar: int, *, bekend_op: date) -> Herkomst:
    """RA5 of a GI by AGB code; "" for all GI's that reported together (R181, P18).

    Growth is over the GI's that reported both years; None when there was nobody the year before.
    """
    versies = _read(jaar, bekend_op)
    rijen, vorige = _of(versies, gi, jaar), _of(versies, gi, jaar - 1)
    instroom = {van: sum(getattr(r, f"van_{van}") for r in rijen) for van in HERKOMST}
    weten = [rij for rij in rijen if rij.sollicitaties_lokaal is not None]
    sollicitaties = {
        van: sum(getattr(r, f"sollicitaties_{van}") for r in weten) for van in HERKOMST
    }
    beide = {rij.gi for rij in vorige}
    return Herkomst(
        gi=gi,
        jaar=jaar,
        waarde=_from_there(rijen) if rijen else None,
        instroom=instroom if rijen else {},
        sollicitaties=sollicitaties if weten else None,
        sollicitaties_van_daar=sum(sollicitaties[van] for van in VAN_DAAR) if weten else None,
        groei=_growth(_from_there(vorige), _from_there(r for r in rijen if r.gi in beide))
        if rijen and vorige
        else None,
        gemeld=make_gemeld(versies, gi=gi, jaar=jaar, bekend_op=bekend_op),
    )


def _read(jaar: int, bekend_op: date) -> Versies:
    with beyond_wall():
        return read_versies(Personeelsopgave, (jaar - 1, jaar), bekend_op=bekend_op)


def _of(versies: Versies, gi: str, jaar: int) -> list[Personeelsopgave]:
    return [rij for (code, van), rij in versies.items() if van == jaar and gi in {"", code}]


def _from_there(rijen: Iterable[Personeelsopgave]) -> int:
    return sum(rij.van_lokaal + rij.van_veilig_thuis for rij in rijen)


def _growth(toen: int, nu: int) -> Decimal | None:
    return round(Decimal(nu - toen) * 100 / toen, 1) if toen else None
