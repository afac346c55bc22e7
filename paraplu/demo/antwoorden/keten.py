"""What belongs together as one measure: three readings (P50, P51)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from paraplu.demo.antwoorden.kennis import Bekend, Kennis

AANEENGESLOTEN, LETTERLIJK, TOEGEWEZEN = "aaneengesloten", "letterlijk", "toegewezen"
VARIANTEN = (AANEENGESLOTEN, LETTERLIJK, TOEGEWEZEN)
TUSSEN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a measure with who holds it."""

    van: Bekend
    begin: date
    einde: date | None

    def loopt_op(self, dag: date) -> bool:
        """What ends on a day is out on that day."""
        return self.begin <= dag and (self.einde is None or self.einde > dag)


@dataclass(slots=True, eq=False)
class Maatregel:
    """One measure in one reading."""

    delen: list[Deel] = field(default_factory=list)

    @property
    def kind(self) -> int:
        """Whose it is."""
        return self.delen[0].van.kind

    @property
    def begin(self) -> date:
        """The first day."""
        return self.delen[0].begin

    @property
    def ingang(self) -> date:
        """The Ingangsdatum of its first allocation (P54)."""
        return self.delen[0].van.ingang

    @property
    def einde(self) -> date | None:
        """The last day, None while it goes on."""
        einden = [deel.einde for deel in self.delen if deel.einde]
        return max(einden) if len(einden) == len(self.delen) else None

    @property
    def laatste(self) -> Deel:
        """The part that ends it."""
        return max(self.delen, key=lambda d: (d.einde or date.max, d.begin))

    def loopt_op(self, dag: date) -> bool:
        """As CBS counts."""
        return self.begin <= dag and (self.einde is None or self.einde > dag)

    def houder(self, dag: date) -> Deel:
        """The part running that day; between two parts the one that ended last."""
        lopend = [deel for deel in self.delen if deel.loopt_op(dag)]
        if lopend:
            return max(lopend, key=lambda deel: deel.begin)
        geweest = [d for d in self.delen if d.begin <= dag and d.einde and d.einde <= dag]
        return max(geweest, key=lambda d: (d.einde or date.max, d.begin))

    def overdrachten(self) -> list[tuple[date, Deel, Deel]]:
        """(day, from, to) of every change of part."""
        dagen = sorted({d.begin for d in self.delen} | {d.einde for d in self.delen if d.einde})
        binnen = [d for d in dagen if d >= self.begin and (not self.einde or d < self.einde)]
        uit = []
        vorige = None
        for dag in binnen:
            houder = self.houder(dag)
            if vorige and houder is not vorige:
                uit.append((dag, vorige, houder))
            vorige = houder
        return uit


def maatregelen(kennis: Kennis, variant: str) -> list[Maatregel]:
    """Every measure of every child in this reading."""
    per: dict[tuple[int, str], list[Deel]] = defaultdict(list)
    for bekend in kennis.toewijzingen:
        if bekend.groep:
            per[bekend.kind, bekend.groep] += _delen(bekend, variant)
    uit = []
    for delen in per.values():
        delen.sort(key=lambda deel: (deel.begin, deel.van.sleutel))
        uit += [Maatregel([deel]) for deel in delen] if variant == LETTERLIJK else _samen(delen)
    return uit


def _delen(bekend: Bekend, variant: str) -> list[Deel]:
    if variant == TOEGEWEZEN:
        return [Deel(bekend, bekend.ingang, bekend.einde)]
    return [Deel(bekend, p.begin, p.definitief) for p in bekend.perioden]


def _samen(delen: list[Deel]) -> list[Maatregel]:
    """What follows within 31 days is the same measure; an open end takes the rest in."""
    uit: list[Maatregel] = []
    for deel in delen:
        vorige = uit[-1] if uit else None
        if vorige and (vorige.einde is None or deel.begin <= vorige.einde + TUSSEN):
            vorige.delen.append(deel)
        else:
            uit.append(Maatregel([deel]))
    return uit
