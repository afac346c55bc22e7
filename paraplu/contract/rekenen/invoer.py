"""From what somebody filled in to a plan, with every fault named; and where each number comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from .afronden import NUL
from .begroting import Begrotingsjaar, Jaarmutatie, compute_begroting
from .herkomst import SLEUTEL as BRONNEN
from .herkomst import Bronnen, covers_lijst
from .jaren import Deelnemer, Jaar, Jaaruitkomst, Plan, compute_jaren
from .velden import AANNAME, BEKEND, JAREN, LIJSTEN, SOORTEN, VELDEN

_GETAL: Final = re.compile(r"-?\d{1,12}([.,]\d{1,6})?")
_DUIZENDEN: Final = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d{1,6})?")
HOOGSTENS_REGELS: Final = 60
HOOGSTENS_TEKENS: Final = 60


@dataclass(frozen=True)
class Invoerfout:
    """One field that cannot be reckoned with, and what to do about it."""

    sleutel: str
    tekst: str

    def __str__(self) -> str:
        veld = VELDEN.get(self.sleutel)
        return f"{veld.naam if veld else LIJSTEN.get(self.sleutel, self.sleutel)}: {self.tekst}"


class InvoerOnbruikbaar(ValueError):
    """What was filled in has faults; nothing is reckoned."""

    def __init__(self, fouten: list[Invoerfout]) -> None:
        super().__init__("\n".join(str(fout) for fout in fouten))
        self.fouten = tuple(fouten)


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """A reckoning: the years and the budget, of one plan."""

    plan: Plan
    jaren: tuple[Jaaruitkomst, ...]
    begroting: tuple[Begrotingsjaar, ...]


def defaults() -> dict[str, str]:
    """What the sources give, and "" where they give nothing."""
    return {sleutel: veld.standaard for sleutel, veld in VELDEN.items()} | dict.fromkeys(
        LIJSTEN, ""
    )


def herkomst_of(sleutel: str, waarde: str, bronnen: Bronnen | None = None) -> str:
    """Where a number comes from: what it was taken over from, the source of the default, or an
    assumption when it was changed.
    """
    if not waarde:
        return ""
    was, overgenomen = (bronnen or {}).get(sleutel, ("", ""))
    if sleutel in LIJSTEN and overgenomen and covers_lijst(was, waarde):
        return overgenomen if was == waarde else f"{overgenomen}; aangevuld met {AANNAME}"
    if overgenomen and _is_same(waarde, was):
        return overgenomen
    veld = VELDEN.get(sleutel)
    if veld and veld.standaard and _is_same(waarde, veld.standaard):
        return veld.herkomst
    bekend, bron = BEKEND.get(sleutel, ("", ""))
    return bron if bekend and _is_same(waarde, bekend) else AANNAME


def _is_same(een: str, ander: str) -> bool:
    try:
        return read_getal(een) == read_getal(ander)
    except ValueError:
        return False


def read_getal(tekst: str) -> Decimal:
    """A number as a Dutch reader writes it; ValueError with a sentence.

    >>> read_getal("1.250,50"), read_getal("18,5")
    (Decimal('1250.50'), Decimal('18.5'))
    """
    kaal = tekst.strip().replace("€", "").replace("\u00a0", "").replace(" ", "")
    if _DUIZENDEN.fullmatch(kaal):
        kaal = kaal.replace(".", "")
    if not kaal.isascii() or not _GETAL.fullmatch(kaal):
        raise ValueError("dit is geen getal. Schrijf een getal als 1250 of 18,5.")
    return Decimal(kaal.replace(",", "."))


def clean_invoer(ruw: Mapping[str, str]) -> dict[str, str]:
    """Only the keys we know and their sources, without space around; a key that is not there has its default."""
    anders = defaults()
    schoon = {sleutel: str(ruw.get(sleutel, waarde)).strip() for sleutel, waarde in anders.items()}
    schoon |= {sleutel: "\n".join(schoon[sleutel].splitlines()) for sleutel in LIJSTEN}
    return schoon | ({BRONNEN: ruw[BRONNEN]} if ruw.get(BRONNEN) else {})


def read_plan(ruw: Mapping[str, str]) -> Plan:
    """The plan; raises InvoerOnbruikbaar with every fault."""
    return _Lezer(ruw).read()


def compute_uitkomst(ruw: Mapping[str, str]) -> Uitkomst:
    """Reckon with what was filled in; raises InvoerOnbruikbaar."""
    lezer = _Lezer(ruw)
    plan = lezer.read()
    jaren = compute_jaren(plan)
    basis = lezer.getal("basis")
    eenmalig = {jaar: lezer.getal(f"eenmalig_{jaar}") or NUL for jaar in (2021, 2022)}
    begroting = compute_begroting(
        basis=jaren[0].bedrag if basis is None else basis,
        preventief=lezer.getal("preventief") or NUL,
        eenmalig=eenmalig,
        drempel=lezer.getal("drempel") or NUL,
        jaren=[
            Jaarmutatie(jaar=j.jaar, indexatie=j.indexatie, maatregelen=j.maatregelen)
            for j in plan.jaren
        ],
    )
    return Uitkomst(plan=plan, jaren=jaren, begroting=begroting)


class _Lezer:
    """Reads field by field and keeps the faults."""

    def __init__(self, ruw: Mapping[str, str]) -> None:
        self.ruw = clean_invoer(ruw)
        self.fouten: list[Invoerfout] = []

    def read(self) -> Plan:
        getallen = {sleutel: self.getal(sleutel) for sleutel in VELDEN}
        normuren, aantallen = self._soorten(getallen)
        gemeenten, gis = self._lijst("gemeenten"), self._lijst("gis")
        if not self.fouten:
            self._check_samen(getallen)
        if self.fouten:
            raise InvoerOnbruikbaar(self.fouten)
        vanaf = getallen["nieuw_tarief_vanaf"]
        return Plan(
            personeel=getallen["personeel"],
            indirect_personeel=getallen["indirect_personeel"],
            bbk=getallen["bbk"],
            productieve_uren=getallen["productieve_uren"],
            overige_indirecte_tijd=getallen["overige_indirecte_tijd"] or NUL,
            normuren=normuren,
            aantallen=aantallen,
            jaren=tuple(_make_jaar(jaar, getallen) for jaar in JAREN),
            tariefstijging=getallen["tariefstijging"] or NUL,
            tarief_basis=getallen["tarief_basis"],
            nieuw_tarief_vanaf=None if vanaf is None else int(vanaf),
            deel_naar_caseload=getallen["deel_naar_caseload"] or NUL,
            jeugdhulp=getallen["jeugdhulp"] or NUL,
            gemeenten=gemeenten,
            gis=gis,
        )

    def getal(self, sleutel: str) -> Decimal | None:
        """The number of a field, None where it is empty; a fault is kept."""
        veld, tekst = VELDEN[sleutel], self.ruw[sleutel]
        if not tekst:
            if veld.verplicht:
                self._fout(sleutel, "vul een getal in. De bronnen geven het niet.")
            return None
        try:
            waarde = read_getal(tekst)
        except ValueError as fout:
            self._fout(sleutel, str(fout))
            return None
        if not veld.laagst <= waarde <= veld.hoogst:
            self._fout(sleutel, f"kies een getal van {veld.laagst} tot en met {veld.hoogst}.")
            return None
        if veld.eenheid == "jaar" and waarde != int(waarde):
            self._fout(sleutel, "vul een heel jaar in, zoals 2024.")
            return None
        return waarde

    def _soorten(
        self, getallen: Mapping[str, Decimal | None]
    ) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        """The kinds of measure of which both hours and number are known; one without the other is a fault."""
        normuren: dict[str, Decimal] = {}
        aantallen: dict[str, Decimal] = {}
        for soort in SOORTEN:
            norm, aantal = getallen[f"normuren_{soort}"], getallen[f"aantal_{soort}"]
            if norm is not None and aantal is not None:
                normuren[soort], aantallen[soort] = norm, aantal
            elif aantal:
                self._fout(f"normuren_{soort}", "vul de uren in, of laat ook het aantal leeg.")
            elif norm is not None:
                self._fout(f"aantal_{soort}", "vul het aantal in, of laat ook de uren leeg.")
        if not sum(aantallen.values()) and not self.fouten:
            self._fout("aantal_ots", "vul van ten minste één soort maatregel uren en aantal in.")
        return normuren, aantallen

    def _lijst(self, sleutel: str) -> tuple[Deelnemer, ...]:
        """The lines of a list; a fault names its line."""
        regels = [regel.strip() for regel in self.ruw[sleutel].splitlines()]
        uit: list[Deelnemer] = []
        for nummer, regel in enumerate(regels, 1):
            if not regel:
                continue
            naam, *rest = [deel.strip() for deel in regel.split(";")]
            try:
                getallen = [read_getal(deel) for deel in rest if deel]
            except ValueError as fout:
                self._fout(sleutel, f"regel {nummer}: {fout}")
                continue
            if not naam or len(naam) > HOOGSTENS_TEKENS or not 1 <= len(getallen) <= 2:
                self._fout(sleutel, f"regel {nummer}: schrijf een naam, een ; en een aantal.")
            elif min(getallen) < 0:
                self._fout(sleutel, f"regel {nummer}: een getal is lager dan 0.")
            else:
                uit.append(Deelnemer(naam, *getallen))
        if len(uit) > HOOGSTENS_REGELS:
            self._fout(sleutel, f"er zijn hoogstens {HOOGSTENS_REGELS} regels mogelijk.")
        if uit and not sum(deel.aantal for deel in uit):
            self._fout(sleutel, "vul bij ten minste één regel een aantal in dat hoger is dan 0.")
        return tuple(uit)

    def _check_samen(self, getallen: Mapping[str, Decimal | None]) -> None:
        """What fields say together: there must be time left for families, and hours to pay from."""
        overig = getallen["overige_indirecte_tijd"] or NUL
        for jaar in JAREN:
            if (getallen[f"zoektijd_{jaar}"] or NUL) + overig >= 100:
                self._fout(f"zoektijd_{jaar}", "er blijft geen tijd over voor gezinnen.")
        laatste = max(getallen[f"verloop_{jaar}"] or NUL for jaar in JAREN)
        meer = (laatste - (getallen[f"verloop_{JAREN[0]}"] or NUL)) * Decimal("3.2")
        if (getallen["productieve_uren"] or NUL) <= meer:
            self._fout("productieve_uren", "bij dit verloop blijven er geen uren over.")

    def _fout(self, sleutel: str, tekst: str) -> None:
        if all(fout.sleutel != sleutel for fout in self.fouten):
            self.fouten.append(Invoerfout(sleutel, tekst))


def _make_jaar(jaar: int, getallen: Mapping[str, Decimal | None]) -> Jaar:
    def of(pad: str) -> Decimal:
        return getallen.get(f"{pad}_{jaar}") or NUL

    return Jaar(
        jaar=jaar,
        zoektijd=of("zoektijd"),
        overhead=of("overhead"),
        verloop=of("verloop"),
        maatregelen=of("maatregelen"),
        jeugdhulp=of("jeugdhulp"),
        indexatie=of("indexatie"),
    )
