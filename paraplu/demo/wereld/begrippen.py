"""What there is in the demo's world: children, allocations, deliveries and money.

Everything that was told in a message has the day of that message, so that the world can be asked
what could be known on a day. The truth stands beside what was told wrongly first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Instelling:
    """What decides a world: the same settings give the same bytes."""

    schaal: float = 0.05
    eerste_jaar: int = 2019
    laatste_jaar: int = 2023
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Product:
    """A product that the demo uses; `tussentaal` None: no place (or a measure). Tariff in cents."""

    sleutel: str
    tussentaal: int | None
    soort_maatregel: str
    groep: str
    categorie: str
    code: str
    eenheid: str
    frequentie: str
    volume: int
    tarief: int
    gewicht: float


@dataclass(frozen=True, slots=True)
class Organisatie:
    """A GI or a provider; every AGB code of the demo is invented."""

    agb: str
    naam: str
    soort: str
    regios: tuple[str, ...]
    tussentalen: tuple[int, ...]
    gewicht: float
    zonder_start: float


@dataclass(slots=True, eq=False)
class Kind:
    """A child; `gemeente` is where it belongs now."""

    nummer: int
    bsn: str
    geslacht: str
    geboren: date
    gemeente: str
    gi: Organisatie
    naam: tuple[str, str, str]
    adres: tuple[str, int, str]
    trajecten: list[Traject] = field(default_factory=list)
    hulp_nodig: bool = False


@dataclass(slots=True, eq=False)
class Zending:
    """One time that something was sent; `geweigerd_op` is the day of the answer that refuses it."""

    dag: date
    geweigerd_op: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Whether on `dag` it had been sent and not been refused."""
        return self.dag <= dag and (self.geweigerd_op is None or self.geweigerd_op > dag)


@dataclass(slots=True, eq=False)
class Versie:
    """An allocation as decided at one moment (P49)."""

    datum: date
    tijd: str
    ingang: date
    einde: date | None
    volume: int | None
    budget: int | None
    reden: str | None
    zendingen: list[Zending] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Start:
    """A reported start; `weg_op` is the day on which it was taken back."""

    begin: date
    zending: Zending
    weg_op: date | None = None


@dataclass(slots=True, eq=False)
class Stop:
    """A reported end; `tijdelijk` is reason 20."""

    einde: date
    tijdelijk: bool
    reden: str
    zending: Zending
    weg_op: date | None = None


@dataclass(slots=True, eq=False)
class Levering:
    """One uninterrupted time of delivery: what truly happened, and what was reported of it."""

    begin: date
    einde: date | None = None
    starts: list[Start] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Verzoek:
    """A request for an allocation (315), and its rejection (319) if it came to that."""

    dag: date
    referentie: str
    verwijzer: str
    afgewezen_op: date | None = None


@dataclass(slots=True, eq=False)
class Toewijzing:
    """An allocation: one number of one gemeente (P47).

    `meldt`: whether starts and stops are reported. `taakgericht`: help that needs no allocation, so
    it has no versions and no number in the messages. `zonder_nummer`: a gemeente that works with the
    number of its decision only, as 2.3 allows (P47). `geleverd_volume` and `geleverd_bedrag`: all
    that was delivered, each once however often it was declared.
    """

    nummer: int
    beschikking: int
    traject: Traject
    gemeente: str
    aanbieder: Organisatie
    product: Product
    aspecifiek: bool
    verzoek: Verzoek | None
    meldt: bool
    taakgericht: bool = False
    zonder_nummer: bool = False
    versies: list[Versie] = field(default_factory=list)
    leveringen: list[Levering] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)
    gedeclareerd_tot: int = 0
    geleverd_volume: int = 0
    geleverd_bedrag: int = 0

    @property
    def kind(self) -> Kind:
        """Whose allocation it is."""
        return self.traject.kind

    @property
    def code(self) -> str | None:
        """The product code in the allocation; None when only the category is allocated."""
        return None if self.aspecifiek else self.product.code

    @property
    def laatste(self) -> Versie:
        """The version that holds now, in truth."""
        return self.versies[-1]


@dataclass(slots=True, eq=False)
class Traject:
    """A measure, or help of one provider, as the child lives it: often several allocations.

    `soort` is OTS, voogdij, JR, hulp, preventief or eenmalig. `einde` is the true end, or the
    planned one of help (known only to us).
    """

    kind: Kind
    soort: str
    product: Product
    aanbieder: Organisatie
    begin: date
    einde: date | None = None
    delen: list[Toewijzing] = field(default_factory=list)
    geraakt: int = 0

    @property
    def deel(self) -> Toewijzing:
        """The allocation that is the last one."""
        return self.delen[-1]

    def loopt_op(self, dag: date) -> bool:
        """As CBS counts: what ends on a day is out on that day."""
        return self.begin <= dag and (self.einde is None or self.einde > dag)


@dataclass(slots=True, eq=False)
class Regel:
    """A declaration line; `bedrag` in cents with sign, `toegekend` only where a 304 gave another."""

    toewijzing: Toewijzing
    begin: date
    einde: date
    volume: int
    tarief: int
    bedrag: int
    referentie: str
    declaratie: Declaratie
    vorige: str | None = None
    afgewezen: str | None = None
    toegekend: int | None = None


@dataclass(slots=True, eq=False)
class Declaratie:
    """A 323 or 303; `afgekeurd` is the code that refused all of it, `antwoord_op` None: no answer.

    `gebracht` False: it was sent, but never brought to the monitor.
    """

    nummer: str
    soort: str
    maand: int
    dag: date
    gemeente: str
    aanbieder: Organisatie
    regels: list[Regel] = field(default_factory=list)
    afgekeurd: str | None = None
    antwoord_op: date | None = None
    gebracht: bool = True
