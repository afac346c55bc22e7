"""Tables drawn with | between the cells, and the terms that their rows describe."""

from __future__ import annotations

from datetime import date

from paraplu.termijnen import Opschorting, Termijn, bereken, kalender, lees_termijn

STIL = "staat stil"


def lees_tabel(tekst: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    kop, *rijen = (
        [cel.strip() for cel in regel.split("|")] for regel in tekst.strip().splitlines()
    )
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def lees_opgeschort(cel: str) -> tuple[Opschorting, ...]:
    """What a cell such as "2026-04-03..2026-04-10, 2026-05-01.." says, without reasons."""
    stukken = (stuk.strip().partition("..") for stuk in cel.split(",") if stuk.strip())
    return tuple(
        Opschorting(dag(van), dag(tot) if tot else None, "wacht op stukken")
        for van, _, tot in stukken
    )


def reken(rij: dict[str, str]) -> Termijn:
    """The term of a row; a column that is not there has the usual value."""
    return bereken(
        lees_termijn(rij["duur"]),
        dag(rij["vanaf"]),
        kalender(rij.get("kalender", "atw")),
        verlengt=rij.get("wettelijk") == "ja",
        opschortingen=lees_opgeschort(rij.get("opgeschort", "")),
    )


def toon_einde(termijn: Termijn) -> str:
    return termijn.loopt_af_op.isoformat() if termijn.loopt_af_op else STIL
