"""V1b, V4, V5 and V6 of the known answers: help beside a measure (R193, R196–R199)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.antwoorden.kennis import NA, TOEGEKEND, Bekend, Kennis, Periode
from paraplu.demo.antwoorden.keten import Maatregel, maatregelen
from paraplu.demo.antwoorden.tellen import (
    Maat,
    Rij,
    aandeel,
    aantal,
    euro,
    kinderen,
    overlapt,
    percentiel,
)

CRISIS = 4
V1B_MATEN: dict[str, Maat] = {"bedrag": euro("centen"), "kinderen": kinderen()}
V4_MATEN: dict[str, Maat] = {
    "aandeel": aandeel(kinderen("samenloop"), kinderen()),
    "samenloop": kinderen("samenloop"),
    "kinderen": kinderen(),
}
STUKKEN = ("bc", "ab", "ac")


def _v6_maten() -> dict[str, Maat]:
    maten: dict[str, Maat] = {}
    for voor in ("", "eerste_"):
        for stuk in STUKKEN:
            waar = f"{voor}{stuk}" if voor else f"{stuk}_telt"
            maten[f"{voor}{stuk}_mediaan"] = percentiel(stuk, 0.5, waar)
            maten[f"{voor}{stuk}_p90"] = percentiel(stuk, 0.9, waar)
            maten[f"{voor}{stuk}_aantal"] = aantal(waar)
        for klasse in ("niet_gestart", "ervoor"):
            maten[f"{voor}{klasse}"] = aantal(f"{voor}{klasse}")
    return maten


V6_MATEN = _v6_maten()


def maatregel_tijdens(kennis: Kennis, kind: int, van: date, tot: date) -> Periode | None:
    """The measure that shares a day with these days, the latest begun (P53, P60)."""
    lopend = [p for p in kennis.maatregelperioden(kind) if overlapt(p.begin, p.tot, van, tot)]
    if not lopend:
        return None
    laatste = max(p.begin for p in lopend)
    return min((p for p in lopend if p.begin == laatste), key=lambda p: p.van.sleutel)


def v1b(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """What was granted for help: beside a running measure, or referred by the GI."""
    uit = []
    for bekend in kennis.toewijzingen:
        if not bekend.is_hulp or bekend.ingang <= NA:
            continue
        for regel in bekend.regels:
            if not van <= regel.begin <= tot or regel.oordeel != TOEGEKEND:
                continue
            maatregel = maatregel_tijdens(kennis, bekend.kind, regel.begin, regel.einde)
            gi = maatregel.van.aanbieder if maatregel else None
            telt = bekend.verwijzer == "04" if variant == "verwijzer_gi" else gi is not None
            if telt:
                uit.append(Rij(bekend, gi, bekend.kind, {"centen": regel.toegekend}))
    return uit


def v4(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Measures in the period, with whether help ran beside them in it."""
    return _samenloop(kennis, van, tot, variant, alleen=None)


def v5(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """The same for crisis help."""
    return _samenloop(kennis, van, tot, variant, alleen=CRISIS)


def _samenloop(
    kennis: Kennis, van: date, tot: date, variant: str, *, alleen: int | None
) -> list[Rij]:
    uit = []
    for kind in sorted(kennis.met_maatregelgeld):
        hulp = [
            (p.begin, p.einde or b.einde)
            for b in kennis.per_kind[kind]
            if b.is_hulp and (alleen is None or b.tussentaal == alleen)
            if any(regel.oordeel == TOEGEKEND for regel in b.regels)
            for p in b.perioden
        ]
        for periode in kennis.maatregelperioden(kind):
            begin, einde = max(periode.begin, van), min(periode.tot or tot, tot)
            leeg = periode.tot is not None and periode.tot < periode.begin
            if begin > einde or leeg:
                continue
            samen = any(
                overlapt(start, stop, begin, einde)
                and (variant == "volledig" or start > periode.begin)
                for start, stop in hulp
            )
            rij = Rij(periode.van, periode.van.aanbieder, kind, {"samenloop": samen})
            uit.append(rij)
    return uit


def v6(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Days from measure (a) to allocation (b) and start (c) of help allocated in the period."""
    per_kind: dict[int, list[Maatregel]] = defaultdict(list)
    for maatregel in maatregelen(kennis, variant):
        per_kind[maatregel.kind].append(maatregel)
    hulp = [b for b in kennis.toewijzingen if b.is_hulp and b.eerste is not None]
    bij = {id(b): _lopend(per_kind[b.kind], b.eerste) for b in hulp if b.eerste}
    eerste = _eerste_hulp(hulp, bij)
    uit = []
    for bekend in hulp:
        maatregel = bij[id(bekend)]
        b = bekend.eerste
        if maatregel is None or b is None or not van <= b <= tot or bekend.ingang <= NA:
            continue
        gi = _houder(maatregel, b)
        waarden = _dagen(bekend, maatregel.begin, b, is_eerste=id(bekend) in eerste)
        uit.append(Rij(bekend, gi, bekend.kind, waarden))
    return uit


def _lopend(kandidaten: list[Maatregel], dag: date) -> Maatregel | None:
    """The measure running on the day, its last day included; of several the latest begun."""
    lopend = [m for m in kandidaten if m.begin <= dag and (m.einde is None or m.einde >= dag)]
    return max(lopend, key=lambda m: (m.begin, m.delen[0].van.sleutel), default=None)


def _houder(maatregel: Maatregel, dag: date) -> str:
    deel = maatregel.laatste if maatregel.einde == dag else maatregel.houder(dag)
    return deel.van.aanbieder


def _eerste_hulp(hulp: list[Bekend], bij: dict[int, Maatregel | None]) -> set[int]:
    """The help that was allocated first beside each measure."""
    eerste: dict[int, Bekend] = {}
    for bekend in hulp:
        maatregel = bij[id(bekend)]
        if maatregel is None:
            continue
        beste = eerste.get(id(maatregel))
        if beste is None or (bekend.eerste, bekend.sleutel) < (beste.eerste, beste.sleutel):  # type: ignore[operator]
            eerste[id(maatregel)] = bekend
    return {id(bekend) for bekend in eerste.values()}


def _dagen(bekend: Bekend, a: date, b: date, *, is_eerste: bool) -> dict[str, object]:
    c = min((p.begin for p in bekend.perioden), default=None)
    gestart = c is not None and c >= b
    waarden: dict[str, object] = {
        "ab": (b - a).days,
        "bc": (c - b).days if c and gestart else None,
        "ac": (c - a).days if c and gestart else None,
        "niet_gestart": c is None,
        "ervoor": c is not None and c < b,
    }
    for stuk in STUKKEN:
        waarden[f"{stuk}_telt"] = waarden[stuk] is not None
        waarden[f"eerste_{stuk}"] = is_eerste and waarden[stuk] is not None
    for klasse in ("niet_gestart", "ervoor"):
        waarden[f"eerste_{klasse}"] = is_eerste and bool(waarden[klasse])
    return waarden
