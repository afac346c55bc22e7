"""What could be known of the world on a day: allocations, periods and money, from its own events.

No message is read here. The world remembers what it sent and when; what it sent wrongly and took
back, or what was refused, it knows itself. Shared definitions: P47 to P62.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from paraplu.demo.wereld.begrippen import Levering, Regel, Toewijzing
from paraplu.demo.wereld.wereld import Wereld

JUSTITIEEL = frozenset({"47", "48", "49"})
MAATREGELEN = frozenset({"47", "48"})
TOEGEKEND, AFGEWEZEN, WACHT = "toegekend", "afgewezen", "nog niet beantwoord"
#: Only what began after this day counts (P6).
NA = date(2017, 1, 1)


@dataclass(slots=True, eq=False)
class Periode:
    """A reported time of delivery; `tijdelijk`: the stop is one of reason 20."""

    van: Bekend
    begin: date
    einde: date | None
    tijdelijk: bool

    @property
    def definitief(self) -> date | None:
        """The end, unless it is a temporary one."""
        return None if self.tijdelijk else self.einde

    @property
    def tot(self) -> date | None:
        """For a measure without stop the end of its allocation (P56)."""
        return self.definitief or self.van.einde


@dataclass(slots=True, eq=False)
class Geldregel:
    """A declared line and what became of it; amounts in cents."""

    van: Bekend
    begin: date
    einde: date
    tarief: int
    oordeel: str
    toegekend: int


@dataclass(slots=True, eq=False)
class Bekend:
    """An allocation as it was known; `eerste` is the day of its first version."""

    sleutel: str
    toewijzing: Toewijzing
    ingang: date
    einde: date | None
    eerste: date | None
    volume: int | None
    budget: int | None
    perioden: list[Periode] = field(default_factory=list)
    regels: list[Geldregel] = field(default_factory=list)

    @property
    def kind(self) -> int:
        """The number of the child."""
        return self.toewijzing.kind.nummer

    @property
    def gemeente(self) -> str:
        """The gemeente that allocated."""
        return self.toewijzing.gemeente

    @property
    def aanbieder(self) -> str:
        """The AGB code of the provider."""
        return self.toewijzing.aanbieder.agb

    @property
    def categorie(self) -> str:
        """The iJW category of the product."""
        return self.toewijzing.product.categorie

    @property
    def groep(self) -> str:
        """OTS, voogdij, JR, onbekend, or nothing when it is no measure (P61)."""
        return self.toewijzing.product.groep

    @property
    def soort_maatregel(self) -> str:
        """The kind of measure."""
        return self.toewijzing.product.soort_maatregel or "geen maatregel"

    @property
    def tussentaal(self) -> int | None:
        """The group of the help."""
        return self.toewijzing.product.tussentaal

    @property
    def is_hulp(self) -> bool:
        """Jeugdhulp is every category but those of a GI."""
        return self.categorie not in JUSTITIEEL

    @property
    def verwijzer(self) -> str | None:
        """Who referred, when there was a request."""
        return self.toewijzing.verzoek.verwijzer if self.toewijzing.verzoek else None


class Kennis:
    """All that was known on `dag`, the last day that the deliveries are about."""

    def __init__(self, wereld: Wereld, dag: date) -> None:
        self.dag = dag
        alle = [_bekend(toewijzing, dag) for toewijzing in wereld.toewijzingen]
        self.toewijzingen = [bekend for bekend in alle if bekend]
        self.per_kind: dict[int, list[Bekend]] = defaultdict(list)
        for bekend in self.toewijzingen:
            self.per_kind[bekend.kind].append(bekend)
        self.met_maatregelgeld = {
            bekend.kind
            for bekend in self.toewijzingen
            if bekend.categorie in MAATREGELEN
            and any(regel.oordeel == TOEGEKEND for regel in bekend.regels)
        }

    def maatregelperioden(self, kind: int) -> list[Periode]:
        """The reported periods of measures of a child."""
        return [p for b in self.per_kind[kind] if b.groep for p in b.perioden]


def _bekend(toewijzing: Toewijzing, dag: date) -> Bekend | None:
    if toewijzing.taakgericht:
        return _taakgericht(toewijzing, dag)
    versies = [v for v in toewijzing.versies if any(z.geldt_op(dag) for z in v.zendingen)]
    if not versies or versies[-1].reden == "13":
        return None
    laatste = versies[-1]
    bekend = Bekend(
        sleutel=_sleutel(toewijzing),
        toewijzing=toewijzing,
        ingang=laatste.ingang,
        einde=laatste.einde,
        eerste=min(versie.datum for versie in versies),
        volume=laatste.volume,
        budget=laatste.budget,
    )
    bekend.perioden = [
        periode for lev in toewijzing.leveringen for periode in _perioden(bekend, lev, dag)
    ]
    bekend.regels = [
        _geldregel(bekend, regel, dag)
        for regel in toewijzing.regels
        if regel.declaratie.dag <= dag and regel.declaratie.gebracht
    ]
    return bekend


def _sleutel(toewijzing: Toewijzing) -> str:
    """The identity of P47; only its order matters here, where two things begin on one day."""
    if not toewijzing.zonder_nummer:
        return f"T|{toewijzing.gemeente}|{toewijzing.nummer}"
    product, ingang = toewijzing.product, toewijzing.versies[0].ingang
    nummer = f"B|{toewijzing.gemeente}|{toewijzing.beschikking}"
    return f"{nummer}|{product.categorie}|{product.code}|{ingang.isoformat()}"


def _taakgericht(toewijzing: Toewijzing, dag: date) -> Bekend | None:
    levering = toewijzing.leveringen[0]
    agb, kind = toewijzing.aanbieder.agb, toewijzing.kind.nummer
    product = toewijzing.product
    bekend = Bekend(
        sleutel=f"K|{toewijzing.gemeente}|{agb}|{kind}|{product.categorie}|{product.code}",
        toewijzing=toewijzing,
        ingang=levering.begin,
        einde=None,
        eerste=None,
        volume=None,
        budget=None,
    )
    bekend.perioden = _perioden(bekend, levering, dag)
    return bekend if bekend.perioden else None


def _perioden(van: Bekend, levering: Levering, dag: date) -> list[Periode]:
    """One for each start that was told and stands (P49); mostly one."""
    stops = [
        stop
        for stop in levering.stops
        if stop.zending.geldt_op(dag) and (stop.weg_op is None or stop.weg_op > dag)
    ]
    laatste = max(stops, key=lambda stop: (stop.einde, not stop.tijdelijk), default=None)
    begonnen = {
        start.begin
        for start in levering.starts
        if start.zending.geldt_op(dag) and (start.weg_op is None or start.weg_op > dag)
    }
    return [
        Periode(
            van,
            begin,
            laatste.einde if laatste and begin == levering.begin else None,
            bool(laatste and laatste.tijdelijk and begin == levering.begin),
        )
        for begin in sorted(begonnen)
    ]


def _geldregel(van: Bekend, regel: Regel, dag: date) -> Geldregel:
    """Whether the line is granted, by what the gemeente had answered (P52)."""
    declaratie = regel.declaratie
    if declaratie.antwoord_op is None or declaratie.antwoord_op > dag:
        oordeel = WACHT
    elif declaratie.afgekeurd or regel.afgewezen:
        oordeel = AFGEWEZEN
    else:
        oordeel = TOEGEKEND
    bedrag = regel.bedrag if regel.toegekend is None else regel.toegekend
    return Geldregel(
        van=van,
        begin=regel.begin,
        einde=regel.einde,
        tarief=regel.tarief,
        oordeel=oordeel,
        toegekend=bedrag if oordeel == TOEGEKEND else 0,
    )
