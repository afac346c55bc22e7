"""What is delivered on an allocation in one month, in the unit of the product."""

from __future__ import annotations

from datetime import date

from paraplu.demo.wereld.begrippen import Product, Toewijzing, Versie
from paraplu.demo.wereld.dagen import eerste_dag, laatste_dag, maand_van
from paraplu.demo.wereld.toeval import Toeval

ETMAAL, OUTPUT = "14", "82"
PER_MAAND, TOTAAL = "4", "6"
#: More than any line has.
GENOEG = 10**9


def tarief_van(product: Product, agb: str, jaar: int) -> int:
    """The invented tariff in cents: a little different per provider, three per cent up a year.

    A tariff per minute stays a whole number of cents, so that volume times tariff is exact.
    """
    eigen = 0.94 + (int(agb) % 13) / 100
    return max(1, round(product.tarief * eigen * 1.03 ** (jaar - 2021)))


def lever(
    toeval: Toeval, toewijzing: Toewijzing, maand: int, tarief: int
) -> tuple[date, date, int] | None:
    """(first day, last day, volume) of the line over `maand`, or None when there is none.

    The period is the month cut by the allocation (IV089).
    """
    versie = toewijzing.laatste
    van = max(eerste_dag(maand), versie.ingang)
    tot = min(laatste_dag(maand), versie.einde or laatste_dag(maand))
    if tot < van:
        return None
    dagen = _geleverde_dagen(toewijzing, van, tot)
    if dagen <= 0:
        return None
    if toewijzing.traject.soort not in ("hulp", "eenmalig"):
        return _per_maand(toewijzing, maand, van, tot)
    volume = _volume(toeval, toewijzing, versie, dagen)
    volume = min(volume, _over(toewijzing, versie, tarief))
    return (van, tot, volume) if volume > 0 else None


def per_etmaal(product: Product) -> bool:
    """Whether every day and night counts; allocated per month, as never per day (CS338)."""
    return product.eenheid == ETMAAL and product.frequentie == PER_MAAND


def _over(toewijzing: Toewijzing, versie: Versie, tarief: int) -> int:
    """What is left of a budget (TR369) or of a total (TR322); without those the volume itself fits."""
    if versie.budget is not None:
        return max(0, versie.budget - toewijzing.geleverd_bedrag) // tarief
    if toewijzing.product.frequentie == TOTAAL and versie.volume is not None:
        return max(0, versie.volume - toewijzing.geleverd_volume)
    return GENOEG


def _geleverde_dagen(toewijzing: Toewijzing, van: date, tot: date) -> int:
    som = 0
    for levering in toewijzing.leveringen:
        begin, einde = max(levering.begin, van), min(levering.einde or tot, tot)
        som += max(0, (einde - begin).days + 1)
    return som


def _per_maand(
    toewijzing: Toewijzing, maand: int, van: date, tot: date
) -> tuple[date, date, int] | None:
    """A GI has a tariff per month: not for the first broken month, but for the last one."""
    begin = toewijzing.leveringen[0].begin
    if maand_van(begin) == maand and begin.day > 1:
        return None
    return van, tot, 1


def _volume(toeval: Toeval, toewijzing: Toewijzing, versie: Versie, dagen: int) -> int:
    product = toewijzing.product
    if toewijzing.traject.soort == "eenmalig":
        return 0 if toewijzing.regels else product.volume
    if per_etmaal(product):
        return dagen
    deel = toeval.uniform(0.55, 1.0)
    if toewijzing.aspecifiek:
        return round(dagen / 7 * 2 * deel)
    if product.frequentie == PER_MAAND:
        return 1 if product.eenheid == OUTPUT else round(product.volume * deel)
    if product.frequentie == "2":
        return round(product.volume * (dagen // 7) * deel)
    maanden = max(1, ((versie.einde or versie.ingang) - versie.ingang).days / 30.4)
    return round((versie.volume or product.volume) / maanden * deel)
