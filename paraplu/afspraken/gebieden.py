"""The seven jeugdhulpregio's and their gemeenten, with a place on the tile map (R13, P38)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gegevens import rijen


@dataclass(frozen=True)
class Regio:
    """A jeugdhulpregio; `code` is ours, `veilig_thuis` the organisation that serves it."""

    code: str
    naam: str
    veilig_thuis: str


@dataclass(frozen=True)
class Gemeente:
    """A gemeente with its CBS code of four digits.

    `in_gvjb` is False for the four members of a jeugdhulpregio outside the province: they take
    part in regional work and are not counted among the 51. They have no tile.
    """

    code: str
    naam: str
    regio: str
    in_gvjb: bool
    tegel_kolom: int | None
    tegel_rij: int | None
    provincie: str
    veilig_thuis: str


@cache
def regios() -> tuple[Regio, ...]:
    """The seven regions, by code."""
    return tuple(Regio(**rij) for rij in rijen("regios"))


@cache
def gemeenten() -> tuple[Gemeente, ...]:
    """The 51 by name, then the four members outside the province."""
    return tuple(
        Gemeente(
            code=rij["code"],
            naam=rij["naam"],
            regio=rij["regio"],
            in_gvjb=rij["in_gvjb"] == "ja",
            tegel_kolom=int(rij["tegel_kolom"]) if rij["tegel_kolom"] else None,
            tegel_rij=int(rij["tegel_rij"]) if rij["tegel_rij"] else None,
            provincie=rij["provincie"],
            veilig_thuis=rij["veilig_thuis"],
        )
        for rij in rijen("gemeenten")
    )


@cache
def _op_code() -> dict[str, Gemeente]:
    return {gemeente.code: gemeente for gemeente in gemeenten()}


@cache
def _namen_cbs() -> dict[str, str]:
    return {rij["code"]: rij["naam"] for rij in rijen("gemeenten_cbs")}


def gemeente(code: str) -> Gemeente | None:
    """The gemeente with this CBS code, if it belongs to one of the seven regions."""
    return _op_code().get(code)


def regio(code: str) -> Regio | None:
    """The region with this code of ours."""
    return next((regio for regio in regios() if regio.code == code), None)


def gemeenten_van(regio: str, *, alleen_gvjb: bool = True) -> tuple[Gemeente, ...]:
    """The gemeenten of a region; those outside the 51 only on request."""
    return tuple(
        gemeente
        for gemeente in gemeenten()
        if gemeente.regio == regio and (gemeente.in_gvjb or not alleen_gvjb)
    )


def naam_cbs(code: str) -> str | None:
    """The name of any Dutch gemeente by its CBS code (division of 1-1-2026)."""
    return _namen_cbs().get(code)


#: Every CBS code of the division of 1-1-2026; what is not in it is a finding (TR378).
GEMEENTEN_CBS: frozenset[str] = frozenset(_namen_cbs())
