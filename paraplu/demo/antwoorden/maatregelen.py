"""V1, V1a, V2 and V3 of the known answers (R193–R195)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.antwoorden.kennis import JUSTITIEEL, NA, TOEGEKEND, Kennis
from paraplu.demo.antwoorden.keten import Deel, Maatregel, maatregelen
from paraplu.demo.antwoorden.tellen import (
    Maat,
    Rij,
    aantal,
    euro,
    gemiddelde,
    kinderen,
    percentiel,
    plaats_van,
)

V1_MATEN: dict[str, Maat] = {
    "toewijzingen": aantal("maatregel"),
    "kinderen": kinderen("maatregel"),
    "toewijzingen_met_49": aantal(),
    "kinderen_met_49": kinderen(),
}
V1A_MATEN: dict[str, Maat] = {"bedrag": euro("centen"), "bedrag_zonder_49": euro("centen", "z49")}


def v1(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Allocations with money granted on balance over the period."""
    uit = []
    for bekend in kennis.toewijzingen:
        if bekend.categorie not in JUSTITIEEL or bekend.ingang <= NA:
            continue
        saldo = sum(r.toegekend for r in bekend.regels if van <= r.begin <= tot)
        if saldo > 0 and (bekend.groep or bekend.categorie == "49"):
            waarden = {"maatregel": bool(bekend.groep)}
            uit.append(Rij(bekend, bekend.aanbieder, bekend.kind, waarden))
    return uit


def v1a(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """What was granted for 47, 48 and 49 over the period."""
    return [
        Rij(b, b.aanbieder, b.kind, {"centen": regel.toegekend, "z49": b.categorie != "49"})
        for b in kennis.toewijzingen
        if b.categorie in JUSTITIEEL and b.ingang > NA
        for regel in b.regels
        if van <= regel.begin <= tot and regel.oordeel == TOEGEKEND
    ]


V2A_MATEN: dict[str, Maat] = {"instroom": aantal(), "kinderen": kinderen()}
V2B_MATEN: dict[str, Maat] = {"uitstroom": aantal(), "kinderen": kinderen()}
V2C_MATEN: dict[str, Maat] = {"stand": aantal(), "kinderen": kinderen()}
V3_MATEN: dict[str, Maat] = {
    f"{naam}{achter}": maak(waar)
    for achter, waar in (("", None), ("_lopend", "lopend"), ("_beeindigd", "beeindigd"))
    for naam, maak in (
        ("gemiddelde", lambda waar: gemiddelde("dagen", waar)),
        ("mediaan", lambda waar: percentiel("dagen", 0.5, waar)),
        ("aantal", aantal),
    )
}


def tellende(kennis: Kennis, variant: str) -> list[Maatregel]:
    """Measures that began after 1-1-2017 (P6)."""
    return [m for m in maatregelen(kennis, variant) if m.ingang > NA]


def _rij(deel: Deel, waarden: dict[str, object] | None = None) -> Rij:
    return Rij(deel.van, deel.van.aanbieder, deel.van.kind, waarden or {})


def v2a(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Measures that begin, at who began them."""
    return [_rij(m.houder(m.begin)) if _echt(m) else _rij(m.delen[0])
            for m in tellende(kennis, variant) if van <= m.begin <= tot]  # fmt: skip


def _echt(maatregel: Maatregel) -> bool:
    """Whether it lasts longer than the day on which it begins."""
    return any(deel.loopt_op(maatregel.begin) for deel in maatregel.delen)


def v2b(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Measures that end for good, at who held them last."""
    return [
        _rij(m.laatste)
        for m in tellende(kennis, variant)
        if m.einde is not None and van <= m.einde <= tot
    ]


def v2c(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Measures that run on the last day, at who holds them then."""
    return [_rij(m.houder(tot)) for m in tellende(kennis, variant) if m.loopt_op(tot)]


def v3(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Days from begin to the last day of the period, or to the end that lies in it."""
    uit = []
    for maatregel in tellende(kennis, variant):
        einde = maatregel.einde
        if maatregel.loopt_op(tot):
            dagen = (tot - maatregel.begin).days
            waarden = {"dagen": dagen, "lopend": True, "beeindigd": False}
            uit.append(_rij(maatregel.houder(tot), waarden))
        if einde is not None and van <= einde <= tot:
            dagen = (einde - maatregel.begin).days
            waarden = {"dagen": dagen, "lopend": False, "beeindigd": True}
            uit.append(_rij(maatregel.laatste, waarden))
    return uit


def overdrachten(
    kennis: Kennis, van: date, tot: date, variant: str, *, per: str
) -> dict[str, tuple[int, int]]:
    """Per value of a dimension how many measures came (in) from and went (out) to another."""
    telling: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for maatregel in tellende(kennis, variant):
        for dag, vorige, volgende in maatregel.overdrachten():
            daar = plaats_van(vorige.van, vorige.van.aanbieder, per)
            hier = plaats_van(volgende.van, volgende.van.aanbieder, per)
            if van <= dag <= tot and daar != hier:
                telling[hier][0] += 1
                telling[daar][1] += 1
    return {sleutel: (paar[0], paar[1]) for sleutel, paar in telling.items()}
