"""Each step of a year in words and numbers, so that a reader can do the sum again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .afronden import round_caseload, round_euro, round_uren
from .jaren import Jaaruitkomst, Plan
from .uren import UREN_PER_STAP
from .velden import SOORTEN


@dataclass(frozen=True)
class Stap:
    """One step: what is reckoned, the sum with its numbers, the outcome and why it is done so."""

    naam: str
    som: str
    waarde: Decimal
    eenheid: str
    herkomst: str


def explain(plan: Plan, uitkomst: Jaaruitkomst, *, vorig: Jaaruitkomst | None = None) -> list[Stap]:
    """The steps of one year in the order in which they are done; `vorig` is the year before it."""
    return [
        *_uren(plan, uitkomst),
        *_tarief(plan, uitkomst, vorig),
        *_caseload(plan, uitkomst),
        *_kosten(uitkomst),
    ]


def _uren(plan: Plan, u: Jaaruitkomst) -> Iterator[Stap]:
    begin = plan.jaren[0].verloop
    yield Stap(
        "Productieve uren",
        f"{nl(plan.productieve_uren)} + {nl(UREN_PER_STAP)} × ({nl(begin)} − {nl(u.invoer.verloop)}) / 2,5",
        round_uren(u.uren.productief), "uur", "R166, R179",
    )  # fmt: skip
    yield Stap(
        "Uren zoeken naar hulp", f"{nl(u.uren.productief)} × {nl(u.uren.zoektijd)}%",
        round_uren(u.uren.zoeken), "uur", "R173",
    )  # fmt: skip
    yield Stap(
        "Uren voor gezinnen",
        f"{nl(u.uren.productief)} × (100% − {nl(u.uren.zoektijd)}% − {nl(u.uren.overig)}%)",
        round_uren(u.uren.gezinnen), "uur", "R164, R172",
    )  # fmt: skip


def _tarief(plan: Plan, u: Jaaruitkomst, vorig: Jaaruitkomst | None) -> Iterator[Stap]:
    k = u.kosten
    yield Stap(
        "Alle kosten van één jeugdbeschermer",
        f"({nl(round_euro(k.personeel))} + {nl(round_euro(k.indirect_personeel))} + "
        f"{nl(round_euro(k.bbk))}) / (100% − {nl(k.overhead)}%)",
        round_euro(k.totaal), "euro", "R163, R164, R176",
    )  # fmt: skip
    yield Stap(
        "Kostprijs per uur", f"{nl(round_euro(k.totaal))} / {nl(u.uren.productief)}",
        u.kostprijs.bedrag, "euro", "R164",
    )  # fmt: skip
    yield Stap(
        "Tarief dat wordt betaald", _tell_tarief(plan, u, vorig), u.tarief, "euro", "R158, P33"
    )


def _tell_tarief(plan: Plan, u: Jaaruitkomst, vorig: Jaaruitkomst | None) -> str:
    """Why this is paid: the cost price, what was paid in the base year, or the year before it raised."""
    if vorig is None:
        return "de kostprijs" if plan.tarief_basis is None else "wat toen is betaald"
    if plan.nieuw_tarief_vanaf is not None and u.jaar >= plan.nieuw_tarief_vanaf:
        return f"de kostprijs, vanaf {plan.nieuw_tarief_vanaf}"
    stijging = f" × (1 + {nl(plan.tariefstijging)}%)" if vorig.jaar == plan.jaren[0].jaar else ""
    return f"{nl(vorig.tarief)}{stijging} × (1 + {nl(u.invoer.indexatie)}%)"


def _caseload(plan: Plan, u: Jaaruitkomst) -> Iterator[Stap]:
    for soort, uren in u.normuren.items():
        naam = SOORTEN.get(soort, soort)
        if uren != plan.normuren[soort]:
            yield Stap(
                f"Normuren na de vrije zoektijd, {naam}",
                f"van {nl(plan.normuren[soort])}, met {nl(plan.deel_naar_caseload)}% voor meer gezinnen",
                round_uren(uren), "uur", "R306",
            )  # fmt: skip
        yield Stap(
            f"Caseload, {naam}", f"{nl(u.uren.productief)} / {nl(round_uren(uren))}",
            round_caseload(u.caseload[soort]), "maatregelen", "R166",
        )  # fmt: skip


def _kosten(u: Jaaruitkomst) -> Iterator[Stap]:
    delen = " + ".join(
        f"{nl(round_uren(aantal))} × {nl(round_uren(u.normuren[soort]))}"
        for soort, aantal in u.aantallen.items()
    )
    yield Stap("Uren van alle maatregelen", delen, round_uren(u.uren_totaal), "uur", "R165")
    yield Stap(
        "Jeugdbeschermers (voltijds)",
        f"{nl(round_uren(u.uren_totaal))} / {nl(u.uren.productief)}",
        round_uren(u.fte), "fte", "R166",
    )  # fmt: skip
    yield Stap(
        "Kosten van de maatregelen", f"{nl(round_uren(u.uren_totaal))} × {nl(u.tarief)}",
        round_euro(u.bedrag), "euro", "R7",
    )  # fmt: skip
    yield Stap(
        "Dezelfde kosten in prijzen van het begin",
        f"{nl(round_euro(u.bedrag))} / {nl(u.index, decimalen=4)}",
        round_euro(u.bedrag_vast), "euro", "R7, R171",
    )  # fmt: skip


def nl(waarde: Decimal, *, decimalen: int = 2) -> str:
    """A number in a sum: whole when it is, else with so many decimals.

    >>> nl(Decimal("1234.50")), nl(Decimal("1200"))
    ('1.234,50', '1.200')
    """
    heel = waarde == waarde.to_integral_value()
    cent = waarde.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    tekst = f"{waarde:,.0f}" if heel else f"{cent:,}"
    return tekst.translate(str.maketrans(",.", ".,"))
