"""A value of one area beside others: a gemeente beside region and province, a GI beside the others.

Numbers of cases stand beside shares and durations always, and numbers of an area beside how many
children live there. What is computed with a hidden figure is hidden too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paraplu.afspraken import gebieden
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.inzage.grafiek import Grafiek, Reeks, list_getoond, make_grafiek
from paraplu.inzage.keuze import Keuze, jaar_eerder, name_periode, zelfde_deel
from paraplu.inzage.woorden import Verschil, vergelijk
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from .overzicht import read_eerste_jaar
from .waarde import measure_balk

#: Units of measures that count cases.
TELT = frozenset({"aantal", "kinderen", "maatregelen", "toewijzingen", "hulp"})
#: A value in money has its cases with another value: which one, and which measure of it.
GEVALLEN_BIJ = {"V1a": ("V1", "kinderen")}
#: Lines a reader can tell apart; with more areas there are bars only.
LIJNEN_HOOGSTENS = 3


@dataclass(frozen=True)
class Gevallen:
    """Which measures say how many cases are behind the headline figure."""

    code: str
    maten: tuple[Any, ...]


def find_gevallen(cijfers: Cijfers, indicator: Any) -> Gevallen:
    """The numbers beside the headline figure: of a share both, else the first count that there is."""
    hoofd, *rest = indicator.maten
    if indicator.code in GEVALLEN_BIJ:
        code, sleutel = GEVALLEN_BIJ[indicator.code]
        ander = cijfers.indicatoren[code]
        return Gevallen(code, tuple(m for m in ander.maten if m.sleutel == sleutel))
    tellers = [maat for maat in rest if maat.eenheid in TELT]
    if hoofd.eenheid == "aandeel":
        return Gevallen(indicator.code, tuple((tellers or rest)[:2]))
    return Gevallen(indicator.code, tuple(tellers[:1]))


def list_naast(cijfers: Cijfers, gebied: Gebied) -> list[Gebied]:
    """The areas beside the chosen one; it comes first itself, and Gelderland last."""
    if gebied.soort == "gemeente":
        gemeente = gebieden.gemeente(gebied.code)
        regio = gebieden.regio(gemeente.regio) if gemeente else None
        rond = [Gebied("regio", regio.code, regio.naam)] if regio else []
        return [gebied, *rond, GELDERLAND]
    if gebied.soort == "gi":
        anderen = [Gebied("gi", code, naam) for code, naam in cijfers.namen()["gi"].items()]
        return [gebied, *(ander for ander in anderen if ander != gebied), GELDERLAND]
    regios = [Gebied("regio", r.code, r.naam) for r in gebieden.regios()]
    if gebied.soort == "regio":
        return [gebied, *(regio for regio in regios if regio.code != gebied.code), GELDERLAND]
    return [gebied, GELDERLAND] if gebied.soort else [GELDERLAND, *regios]


@dataclass(frozen=True)
class Rij:
    """One area: its figure, the cases behind it, per 1,000 children, and against a year earlier."""

    gebied: Gebied
    waarde: Waarde
    gevallen: tuple[Waarde, ...]
    per_duizend: Waarde
    verschil: Verschil | None
    balk: float
    is_gekozen: bool
    adres: str

    @property
    def is_verborgen(self) -> bool:
        """Whether there is no bar because the figure is not shown."""
        return isinstance(self.waarde, Verborgen)


@dataclass(frozen=True)
class Naast:
    """The areas beside each other, with a chart over the years where few enough."""

    rijen: tuple[Rij, ...]
    gevallen: tuple[Any, ...]
    heeft_per_duizend: bool
    telt: bool
    grafiek: Grafiek | None
    namen: tuple[str, ...]
    regels: tuple[tuple[str, tuple[Waarde, ...]], ...]
    eenheid: str


def make_naast(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Naast:
    """The chosen area beside those that belong with it; the bars compare what can be compared."""
    maat, gevallen = indicator.maten[0], find_gevallen(cijfers, indicator)
    variant = keuze.variant_voor(indicator)
    eerder = jaar_eerder(keuze.periode)
    telt = maat.eenheid in TELT
    kaal = []
    for gebied in list_naast(cijfers, keuze.gebied):
        waarden = cijfers.waarden(indicator.code, keuze.periode, gebied, variant)
        toen = cijfers.waarden(indicator.code, eerder, gebied, variant).get(maat.sleutel)
        nu = waarden.get(maat.sleutel)
        bij = waarden
        if gevallen.code != indicator.code:
            bij = cijfers.waarden(gevallen.code, keuze.periode, gebied)
        kaal.append(
            Rij(
                gebied=gebied,
                waarde=nu,
                gevallen=tuple(bij.get(m.sleutel) for m in gevallen.maten),
                per_duizend=_per_duizend(cijfers, nu, gebied, keuze) if telt else None,
                verschil=vergelijk(nu, toen, maat.eenheid, code=indicator.code),
                balk=0.0,
                is_gekozen=gebied == keuze.gebied,
                adres=keuze.adres("vergelijken", indicator.code, gebied=gebied.sleutel or None),
            )
        )
    heeft = any(rij.per_duizend is not None for rij in kaal)
    verloop = _make_verloop(cijfers, keuze, indicator, [rij.gebied for rij in kaal], heeft=heeft)
    return Naast(
        rijen=_add_balken(kaal, per_duizend=heeft, telt=telt),
        gevallen=gevallen.maten,
        heeft_per_duizend=heeft,
        telt=telt,
        eenheid="per_duizend" if heeft else maat.eenheid,
        **verloop,
    )


def _per_duizend(cijfers: Cijfers, waarde: Waarde, gebied: Gebied, keuze: Keuze) -> Waarde:
    """Cases per 1,000 children who live there; hidden where the number is."""
    jeugdigen = cijfers.jeugdigen(gebied, keuze.periode.begin.year)
    if waarde is None or isinstance(waarde, Verborgen) or not jeugdigen:
        return waarde if jeugdigen else None
    return round(1000 * float(waarde) / jeugdigen, 3)


def _add_balken(rijen: Sequence[Rij], *, per_duizend: bool, telt: bool) -> tuple[Rij, ...]:
    """Bars of what can be compared: per 1,000 children, a share or a duration; else of like areas."""

    def meet(rij: Rij) -> Waarde:
        if per_duizend:
            return rij.per_duizend
        # A whole beside its parts says nothing about the parts.
        return None if telt and not rij.gebied.soort else rij.waarde

    hoogste = max(list_getoond(meet(rij) for rij in rijen), default=0.0)
    return tuple(Rij(**{**vars(rij), "balk": measure_balk(meet(rij), hoogste)}) for rij in rijen)


def _make_verloop(
    cijfers: Cijfers, keuze: Keuze, indicator: Any, naast: Sequence[Gebied], *, heeft: bool
) -> dict[str, Any]:
    """A line per area over the years; counts only per 1,000 children."""
    maat, variant = indicator.maten[0], keuze.variant_voor(indicator)
    leeg = {"grafiek": None, "namen": (), "regels": ()}
    if len(naast) > LIJNEN_HOOGSTENS or (maat.eenheid in TELT | {"euro"} and not heeft):
        return leeg
    perioden = zelfde_deel(keuze.periode, read_eerste_jaar(cijfers, keuze))
    labels = [name_periode(periode) for periode in perioden]

    def reken(gebied: Gebied) -> tuple[Waarde, ...]:
        reeks = cijfers.reeks(indicator.code, perioden, gebied, variant)
        kaal = [(periode, waarden.get(maat.sleutel)) for periode, waarden in reeks]
        if not heeft:
            return tuple(waarde for _periode, waarde in kaal)
        return tuple(_per_duizend(cijfers, w, gebied, keuze.met_periode(p)) for p, w in kaal)

    lijnen = [Reeks(gebied.naam, reken(gebied)) for gebied in naast]
    return {
        "grafiek": make_grafiek(lijnen, labels, "per_duizend" if heeft else maat.eenheid),
        "namen": tuple(lijn.naam for lijn in lijnen),
        "regels": make_regels(labels, lijnen),
    }


def make_regels(
    labels: Sequence[str], lijnen: Sequence[Reeks]
) -> tuple[tuple[str, tuple[Waarde, ...]], ...]:
    """The table under a chart: a row per period, a column per line."""
    return tuple(
        (label, tuple(lijn.waarden[plaats] for lijn in lijnen))
        for plaats, label in enumerate(labels)
    )
