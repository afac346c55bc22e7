"""A plan over years: what search time, overhead, turnover and inflow do, year by year (R192, R306)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from .afronden import EEN, HONDERD, NUL, round_centen, round_euro, share_out
from .tarief import Kosten, Kostprijs, compute_kostprijs
from .uren import Uren, add_productiviteit, add_uren, divide_caseload, shrink_normuren


@dataclass(frozen=True, kw_only=True)
class Jaar:
    """What is expected of one year. Levels in percent; changes against the year before in percent."""

    jaar: int
    zoektijd: Decimal
    overhead: Decimal
    verloop: Decimal
    maatregelen: Decimal = NUL
    jeugdhulp: Decimal = NUL
    indexatie: Decimal = NUL


@dataclass(frozen=True)
class Deelnemer:
    """A gemeente or GI with its measures in the base year; `jeugdhulp` in euro on a GI's bepaling."""

    naam: str
    aantal: Decimal
    jeugdhulp: Decimal = NUL


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything that is reckoned with. The first of `jaren` is the base year; its changes are not read."""

    personeel: Decimal
    indirect_personeel: Decimal
    bbk: Decimal
    productieve_uren: Decimal
    overige_indirecte_tijd: Decimal
    normuren: Mapping[str, Decimal]
    aantallen: Mapping[str, Decimal]
    jaren: tuple[Jaar, ...]
    #: Rise of the tariff in the first year after the base year, on top of indexation (R158).
    tariefstijging: Decimal = NUL
    #: What was paid per hour in the base year; None: the cost price of that year.
    tarief_basis: Decimal | None = None
    #: From this year the tariff is the cost price of the year itself (R155, P33); None: never.
    nieuw_tarief_vanaf: int | None = None
    #: Percent of freed search time that makes room in the caseload (R7: 0).
    deel_naar_caseload: Decimal = NUL
    jeugdhulp: Decimal = NUL
    gemeenten: tuple[Deelnemer, ...] = ()
    gis: tuple[Deelnemer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deelkosten:
    """What one gemeente pays in a year in prices of the base year, in whole euro's (R171)."""

    naam: str
    maatregelen: Decimal
    jeugdhulp: Decimal
    #: The same two together in the base year.
    was: Decimal

    @property
    def som(self) -> Decimal:
        """Measures and the jeugdhulp on a GI's bepaling together."""
        return self.maatregelen + self.jeugdhulp

    @property
    def verschil(self) -> Decimal:
        """Against the base year; negative is less."""
        return self.som - self.was


@dataclass(frozen=True, kw_only=True)
class Gevolg:
    """What one year means for the organisation of a GI: people and turnover (R306)."""

    naam: str
    fte: Decimal
    omzet: Decimal


@dataclass(frozen=True, kw_only=True)
class Jaaruitkomst:
    """One year worked out; hours per full-time jeugdbeschermer, amounts in euro of the year."""

    jaar: int
    invoer: Jaar
    uren: Uren
    #: Since the base year: 1.05 is five percent dearer, 0.95 five percent fewer measures.
    index: Decimal
    volume: Decimal
    kosten: Kosten
    kostprijs: Kostprijs
    #: What is paid per hour.
    tarief: Decimal
    normuren: dict[str, Decimal]
    aantallen: dict[str, Decimal]
    uren_totaal: Decimal
    fte: Decimal
    bedrag: Decimal
    jeugdhulp: Decimal
    gemeenten: tuple[Deelkosten, ...]
    gis: tuple[Gevolg, ...]

    @property
    def caseload(self) -> dict[str, Decimal]:
        """Per kind of measure (R166)."""
        return {s: divide_caseload(self.uren.productief, n) for s, n in self.normuren.items()}

    @property
    def gezinsuren_per_maatregel(self) -> dict[str, Decimal]:
        """Direct hours that a family of each kind gets in a year."""
        return {s: n * self.uren.deel_direct for s, n in self.normuren.items()}

    @property
    def gezinsuren(self) -> Decimal:
        """Direct hours of all measures together."""
        return self.uren_totaal * self.uren.deel_direct

    @property
    def bedrag_vast(self) -> Decimal:
        """The cost of measures in prices of the base year: without indexation (R7)."""
        return self.bedrag / self.index


def compute_jaren(plan: Plan) -> tuple[Jaaruitkomst, ...]:
    """Every year worked out, the base year first; the order of steps is that of `stappen.explain`."""
    begin = plan.jaren[0]
    indexen = _chain(plan, "indexatie")
    volumes, jeugdhulpen = _chain(plan, "maatregelen"), _chain(plan, "jeugdhulp")
    uit: list[Jaaruitkomst] = []
    tarief = NUL
    for plek, jaar in enumerate(plan.jaren):
        uren = Uren(
            add_productiviteit(plan.productieve_uren, van=begin.verloop, naar=jaar.verloop),
            jaar.zoektijd,
            plan.overige_indirecte_tijd,
        )
        kosten = Kosten(
            personeel=plan.personeel * indexen[plek],
            indirect_personeel=plan.indirect_personeel * indexen[plek],
            bbk=plan.bbk * indexen[plek],
            overhead=jaar.overhead,
        )
        kostprijs = compute_kostprijs(kosten, uren)
        tarief = _next_tarief(plan, plek, tarief, kostprijs)
        uit.append(
            _work_out(
                plan, jaar, uren=uren, kosten=kosten, kostprijs=kostprijs, tarief=tarief,
                index=indexen[plek], volume=volumes[plek], jeugdhulp=jeugdhulpen[plek],
                eerste=uit[0] if uit else None,
            )
        )  # fmt: skip
    return tuple(uit)


def _chain(plan: Plan, naam: str) -> list[Decimal]:
    """Changes of each year after the first as one factor since the base year."""
    stappen = [EEN + getattr(jaar, naam) / HONDERD for jaar in plan.jaren[1:]]
    return list(accumulate([EEN, *stappen], lambda een, ander: een * ander))


def _next_tarief(plan: Plan, plek: int, vorig: Decimal, kostprijs: Kostprijs) -> Decimal:
    """What is paid: as agreed and indexed, and the cost price from the year of a new tariff."""
    jaar = plan.jaren[plek]
    if not plek:
        return kostprijs.bedrag if plan.tarief_basis is None else plan.tarief_basis
    if plan.nieuw_tarief_vanaf is not None and jaar.jaar >= plan.nieuw_tarief_vanaf:
        return kostprijs.bedrag
    factor = EEN + jaar.indexatie / HONDERD
    if plek == 1:
        factor *= EEN + plan.tariefstijging / HONDERD
    return round_centen(vorig * factor)


def _work_out(
    plan: Plan,
    jaar: Jaar,
    *,
    uren: Uren,
    kosten: Kosten,
    kostprijs: Kostprijs,
    tarief: Decimal,
    index: Decimal,
    volume: Decimal,
    jeugdhulp: Decimal,
    eerste: Jaaruitkomst | None,
) -> Jaaruitkomst:
    normuren = {
        soort: shrink_normuren(
            norm, van=plan.jaren[0].zoektijd, naar=jaar.zoektijd, deel=plan.deel_naar_caseload
        )
        for soort, norm in plan.normuren.items()
    }
    aantallen = {soort: aantal * volume for soort, aantal in plan.aantallen.items()}
    uren_totaal = add_uren(aantallen, normuren)
    fte, bedrag = uren_totaal / uren.productief, uren_totaal * tarief
    return Jaaruitkomst(
        jaar=jaar.jaar, invoer=jaar, uren=uren, index=index, volume=volume, kosten=kosten,
        kostprijs=kostprijs, tarief=tarief, normuren=normuren, aantallen=aantallen,
        uren_totaal=uren_totaal, fte=fte, bedrag=bedrag, jeugdhulp=plan.jeugdhulp * jeugdhulp,
        gemeenten=_share_kosten(plan, bedrag / index, jeugdhulp, eerste),
        gis=_share_gis(plan, fte, bedrag),
    )  # fmt: skip


def _share_kosten(
    plan: Plan, bedrag: Decimal, jeugdhulp: Decimal, eerste: Jaaruitkomst | None
) -> tuple[Deelkosten, ...]:
    """Each gemeente pays by its share of the measures; its own jeugdhulp beside it."""
    delen = share_out(bedrag, [g.aantal for g in plan.gemeenten])
    uit = []
    for plek, (gemeente, deel) in enumerate(zip(plan.gemeenten, delen, strict=True)):
        hulp = round_euro(gemeente.jeugdhulp * jeugdhulp)
        was = eerste.gemeenten[plek].som if eerste else deel + hulp
        uit.append(Deelkosten(naam=gemeente.naam, maatregelen=deel, jeugdhulp=hulp, was=was))
    return tuple(uit)


def _share_gis(plan: Plan, fte: Decimal, bedrag: Decimal) -> tuple[Gevolg, ...]:
    som = sum((gi.aantal for gi in plan.gis), NUL)
    delen = share_out(bedrag, [gi.aantal for gi in plan.gis])
    return tuple(
        Gevolg(naam=gi.naam, fte=fte * gi.aantal / som if som else NUL, omzet=deel)
        for gi, deel in zip(plan.gis, delen, strict=True)
    )


def needs_no_rise(uitkomst: Jaaruitkomst) -> bool:
    """Whether no gemeente pays more than in the base year, indexation apart (R171)."""
    return all(gemeente.verschil <= 0 for gemeente in uitkomst.gemeenten)
