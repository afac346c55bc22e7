"""RA3: overhead of a GI, or of all that reported, in a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from paraplu.web.wand.verzoek import beyond_wall

from ..antwoorden import Overhead
from ..kosten import share_of_overhead, sum_groep
from ..models import Kostenopgave
from .versies import make_gemeld, read_versies

Bedragen = dict[str, Decimal]


def overhead(gi: str, jaar: int, *, bekend_op: date) -> Overhead:
    """RA3 of a GI by AGB code; "" for all GI's that reported together (R176, R296, R300).

    Of all together the difference with the year before is over the GI's that reported both years.
    """
    with beyond_wall():
        versies = read_versies(Kostenopgave, (jaar - 1, jaar), bekend_op=bekend_op)
        bedragen = {sleutel: opgave.bedragen for sleutel, opgave in versies.items()}
    nu = {code: b for (code, van), b in bedragen.items() if van == jaar and gi in {"", code}}
    toen = {code: b for (code, van), b in bedragen.items() if van == jaar - 1 and code in nu}
    som, gelijk = _sum(nu.values()), _sum(b for code, b in nu.items() if code in toen)
    euro, punten = _difference(_sum(toen.values()), gelijk) if toen else (None, None)
    return Overhead(
        gi=gi,
        jaar=jaar,
        waarde=share_of_overhead(som),
        overhead=sum_groep(som, "overhead") if nu else None,
        indirect=sum_groep(som, "indirect") if nu else None,
        direct=sum_groep(som, "direct") if nu else None,
        totaal=sum(som.values(), Decimal(0)) if nu else None,
        per_soort=som,
        verschil_euro=euro,
        verschil_punten=punten,
        gemeld=make_gemeld(versies, gi=gi, jaar=jaar, bekend_op=bekend_op),
    )


def _sum(bedragen) -> Bedragen:
    som: Bedragen = {}
    for van_een in bedragen:
        for soort, bedrag in van_een.items():
            som[soort] = som.get(soort, Decimal(0)) + bedrag
    return som


def _difference(toen: Bedragen, nu: Bedragen) -> tuple[Decimal, Decimal | None]:
    """What changed since the year before, in euro and in points (R300)."""
    voor, na = share_of_overhead(toen), share_of_overhead(nu)
    punten = na - voor if voor is not None and na is not None else None
    return sum_groep(nu, "overhead") - sum_groep(toen, "overhead"), punten
