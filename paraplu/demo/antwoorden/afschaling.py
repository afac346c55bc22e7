"""V7 of the known answers: whether what follows is lighter (R202, R311, P22, P23, P59)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from paraplu.demo.antwoorden.kennis import TOEGEKEND, Bekend, Kennis
from paraplu.demo.antwoorden.tellen import (
    Maat,
    Rij,
    aandeel,
    gemiddelde,
    overlapt,
    percentiel,
    som,
)

#: From light to heavy; crisis, LTA, other products and what has no place are not compared (P22).
RANG = {1: 1, 6: 2, 2: 3, 3: 4, 7: 5, 8: 6, 5: 7}
EERDER, LATER = 31, 92
CRITERIA = ("categorie", "duur", "kosten")
V7_MATEN: dict[str, Maat] = {
    "aandeel": aandeel(som("afgeschaald"), som("opgevolgd")),
    **{naam: som(naam) for naam in ("afgeschaald", "opgevolgd", *CRITERIA)},
    "rang": gemiddelde("rang"),
    "duur_mediaan": percentiel("dagen", 0.5),
    "kosten_per_dag": gemiddelde("per_dag"),
}


@dataclass(slots=True, eq=False)
class Zorg:
    """Help on one allocation as a whole."""

    van: Bekend
    start: date
    eind: date | None
    rang: int | None
    per_dag: Fraction | None

    @property
    def duur(self) -> int | None:
        """Days, None while it lasts."""
        return (self.eind - self.start).days if self.eind else None

    @property
    def soort(self) -> tuple[str, str, str | None]:
        """Provider and product: the same is no following help."""
        return self.van.aanbieder, self.van.categorie, self.van.toewijzing.code


def alle_zorg(kennis: Kennis) -> list[Zorg]:
    """Every allocation of help that started."""
    return [_zorg(b) for b in kennis.toewijzingen if b.is_hulp and b.perioden]


def _zorg(bekend: Bekend) -> Zorg:
    perioden = sorted(bekend.perioden, key=lambda p: p.begin)
    start, eind = perioden[0].begin, perioden[-1].definitief
    regels = [regel for regel in bekend.regels if regel.oordeel == TOEGEKEND]
    per_dag = None
    if regels:
        # Help that still lasts is costed up to the last day that was paid for.
        dagen = ((eind or max(regel.einde for regel in regels)) - start).days + 1
        per_dag = Fraction(sum(r.toegekend for r in regels), dagen) if dagen > 0 else None
    return Zorg(bekend, start, eind, RANG.get(bekend.tussentaal or 0), per_dag)


def v7(kennis: Kennis, van: date, tot: date, variant: str) -> list[Rij]:
    """Help that ended in the period and what followed; or all that started (algemeen)."""
    zorg = alle_zorg(kennis)
    if variant == "algemeen":
        return [_rij(kennis, z, z.start, None) for z in zorg if van <= z.start <= tot]
    per_kind: dict[int, list[Zorg]] = defaultdict(list)
    for een in zorg:
        if een.rang:
            per_kind[een.van.kind].append(een)
    uit = []
    for een in zorg:
        if een.eind is None or not van <= een.eind <= tot or een.rang is None:
            continue
        volgende = _opvolger(een, per_kind[een.van.kind])
        if een.van.kind in kennis.met_maatregelgeld and volgende:
            uit.append(_rij(kennis, een, een.eind, _criterium(een, volgende, variant)))
    return uit


def _opvolger(een: Zorg, kandidaten: list[Zorg]) -> Zorg | None:
    assert een.eind is not None
    passend = [
        ander
        for ander in kandidaten
        if ander is not een
        and ander.soort != een.soort
        and -EERDER <= (ander.start - een.eind).days <= LATER
    ]
    return min(passend, key=lambda ander: (ander.start, ander.van.sleutel), default=None)


def _criterium(een: Zorg, ander: Zorg, variant: str) -> str:
    """On which ground the following help is lighter; empty when it is not."""
    assert een.rang is not None and ander.rang is not None
    gelijk_duur = een.duur is not None and een.duur == ander.duur
    korter = een.duur is not None and ander.duur is not None and ander.duur < een.duur
    goedkoper = (
        een.per_dag is not None and ander.per_dag is not None and ander.per_dag < een.per_dag
    )
    if ander.rang < een.rang:
        return "categorie"
    if variant == "letterlijk":
        if korter:
            return "duur"
        return "kosten" if goedkoper and (ander.rang == een.rang or gelijk_duur) else ""
    if ander.rang > een.rang:
        return ""
    if een.duur is not None and ander.duur is not None and not gelijk_duur:
        return "duur" if korter else ""
    return "kosten" if goedkoper else ""


def _rij(kennis: Kennis, zorg: Zorg, dag: date, criterium: str | None) -> Rij:
    """A row with the GI whose measure runs on the day (P60)."""
    waarden: dict[str, object] = {
        "afgeschaald": int(bool(criterium)),
        "opgevolgd": int(criterium is not None),
        "rang": zorg.rang,
        "dagen": zorg.duur,
        "per_dag": zorg.per_dag / 100 if zorg.per_dag is not None else None,
    }
    waarden |= {naam: int(criterium == naam) for naam in CRITERIA}
    lopend = [
        p
        for p in kennis.maatregelperioden(zorg.van.kind)
        if overlapt(p.begin, p.definitief, dag, dag)
    ]
    laatste = max(lopend, key=lambda p: (p.begin, p.van.sleutel), default=None)
    return Rij(zorg.van, laatste.van.aanbieder if laatste else None, zorg.van.kind, waarden)
