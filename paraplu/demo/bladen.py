"""The sheets beside the messages: AGB codes, tariffs, budget caps and youth; all invented."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from paraplu.demo.gegevens import lees_tabel
from paraplu.demo.wereld.land import organisaties, producten
from paraplu.demo.wereld.prestatie import tarief_van
from paraplu.demo.wereld.wereld import Wereld

#: Products without a tariff in the sheet: the monitor must fall back on what was declared (P58).
ZONDER_TARIEF = frozenset({"amb_dag", "logeren", "lta"})
#: Invented: youth in the province, and the part of the cap that the declarations of a year take.
JEUGDIGEN = 415_000
BENUT = Decimal("0.93")


def schrijf_bladen(wereld: Wereld, map_: Path) -> None:
    """One CSV per kind of sheet, as the monitor imports them."""
    map_.mkdir(parents=True, exist_ok=True)
    jaren = range(wereld.instelling.eerste_jaar, wereld.instelling.laatste_jaar + 1)
    _schrijf(
        map_ / "organisaties.csv",
        ("agb", "naam", "soort"),
        ((o.agb, o.naam, o.soort.lower()) for o in organisaties()),
    )
    _schrijf(
        map_ / "tarieven.csv",
        ("aanbieder", "productcategorie", "productcode", "eenheid", "tarief", "vanaf", "tot"),
        _tarieven(wereld, jaren),
    )
    _schrijf(
        map_ / "budgetplafonds.csv",
        ("aanbieder", "jaar", "bedrag"),
        ((agb, jaar, _euro(centen)) for (agb, jaar), centen in sorted(plafonds(wereld).items())),
    )
    gewichten = {rij["gemeente"]: float(rij["gewicht"]) for rij in lees_tabel("gewichten")}
    som = sum(gewichten.values())
    _schrijf(
        map_ / "inwoners.csv",
        ("gemeente", "jaar", "jeugdigen"),
        (
            (gemeente, jaar, int(round(JEUGDIGEN * gewicht / som, -1)))
            for gemeente, gewicht in gewichten.items()
            for jaar in jaren
        ),
    )


def plafonds(wereld: Wereld) -> dict[tuple[str, int], int]:
    """The budget cap of each provider of youth help per year, in cents, rounded to € 1,000."""
    gedeclareerd: dict[tuple[str, int], int] = defaultdict(int)
    for toewijzing in wereld.toewijzingen:
        if toewijzing.traject.soort == "hulp":
            for regel in toewijzing.regels:
                gedeclareerd[toewijzing.aanbieder.agb, regel.begin.year] += regel.bedrag
    return {
        sleutel: int((Decimal(centen) / BENUT / 100_000).to_integral_value()) * 100_000
        for sleutel, centen in gedeclareerd.items()
        if centen > 0
    }


def heeft_tarief(sleutel: str) -> bool:
    """Whether the sheet of tariffs has this product of ours."""
    return sleutel not in ZONDER_TARIEF


def _tarieven(wereld: Wereld, jaren: Iterable[int]) -> Iterable[Sequence[object]]:
    """Per provider, product and year, for what that provider was allocated."""
    gebruikt = sorted(
        {(t.aanbieder.agb, t.product.sleutel) for t in wereld.toewijzingen},
    )
    jaren = list(jaren)
    for agb, sleutel in gebruikt:
        product = producten()[sleutel]
        if not heeft_tarief(sleutel):
            continue
        for jaar in jaren:
            vanaf = f"{jaar}-01-01"
            tot = f"{jaar + 1}-01-01" if jaar != jaren[-1] else ""
            tarief = _euro(tarief_van(product, agb, jaar))
            yield agb, product.categorie, product.code, product.eenheid, tarief, vanaf, tot


def _euro(centen: int) -> str:
    return str(Decimal(centen) / 100)


def _schrijf(pad: Path, koppen: Sequence[str], rijen: Iterable[Sequence[object]]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand)
        schrijver.writerow(koppen)
        schrijver.writerows(rijen)
