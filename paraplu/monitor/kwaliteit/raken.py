"""Which figures the findings touch, and how much each figure could move by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor import tellen, waarden
from paraplu.monitor.geopend import Vraag
from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.kwaliteit.bewaard import open_bevindingen, open_verwacht
from paraplu.monitor.kwaliteit.controle import Controle, controles
from paraplu.monitor.kwaliteit.koppelen import (
    Doos,
    binnen_filters,
    maak_koppelingen,
    merk,
    met_maatregel,
    regelsleutel,
    tel_vondsten,
    vlaggen,
)
from paraplu.monitor.kwaliteit.raakvlak import Raakvlak, Verschuiving
from paraplu.monitor.periode import Periode

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor
    from paraplu.monitor.geopend import Geopend

#: Figures that are computed from others: the findings are known, how far they move is not.
AFGELEID: Final = {"V6c": "V6b"}
#: Checks whose findings carry an allocation, a month and an estimate.
GESCHAT: Final = ("K10", "K11")
NU: Final = "nu"

UIT = "Omlaag: het cijfer min het cijfer zonder de geraakte rijen. "
GEEN_MIST = "Omhoog: van wat is gevonden ontbreekt niets in dit cijfer."
TELT_NIET = "Omhoog: rijen die nu afvallen omdat iets ontbreekt ({mist}), geteld alsof het er is; hoogstens, want zij kunnen nog op iets anders afvallen."
TELT_BEDRAG = " Het bedrag is wat is gedeclareerd."
SCHATTING = "Omhoog: een schatting. Elke ontbrekende maand telt als een rij van dezelfde toewijzing in dit jaar, met het gemiddelde bedrag van de maanden ernaast."
GEEN_SCHATTING = "Omhoog: uit de rijen van dit cijfer niet te schatten."
NIET_APART = "Dit cijfer wordt gerekend uit {ander}; hoeveel het schuift is daar te zien."


def raakt(
    monitor: Monitor,
    code: str,
    *,
    variant: str | None = None,
    periode: Periode,
    filters: Mapping[str, str] | None = None,
) -> list[Raakvlak]:
    """The checks with findings that touch this figure, in the order of their codes.

    Kept per data version, like figures. Raises OnbekendeIndicator, OnbekendeVariant and
    OnbekendeDimensie.
    """
    indicator = waarden.indicator(code)
    schoon = {naam: str(w) for naam, w in (filters or {}).items() if w}
    for naam in schoon:
        tellen.dimensie(naam)
    vraag = Vraag(
        indicator=indicator,
        variant=indicator.kies_variant(variant),
        periode=periode,
        per=tellen.ALLES,
        filters=schoon,
    )
    with monitor.geopend() as geopend:
        ruw = geopend.onthoud(vraag.naam("raakt"), lambda: _reken(geopend, vraag))
    return [_als_raakvlak(indicator, rij) for rij in ruw]


def _reken(geopend: Geopend, vraag: Vraag) -> list[dict[str, Any]]:
    alle = open_bevindingen(geopend)
    code = vraag.indicator.code
    buigend = {s: c for s, c in controles().items() if AFGELEID.get(code, code) in c.buigt}
    if alle is None or not buigend:
        return []
    doos = Doos(geopend, vraag, geopend.rijen(vraag), alle.filter(_.schuift), buigend)
    if code in AFGELEID:
        leeg = dict.fromkeys((maat.sleutel for maat in vraag.indicator.maten), None)
        return [
            {"sleutel": s, "aantal": n, "geraakte_rijen": 0, "omlaag": leeg, "omhoog": leeg}
            for s, n in sorted(_tel_zonder_rijen(doos).items())
        ]
    return _met_rijen(doos)


def _met_rijen(doos: Doos) -> list[dict[str, Any]]:
    koppelingen = met_maatregel(doos, maak_koppelingen(doos))
    koppelingen = _bewaar(doos, "kwaliteit_koppelingen", koppelingen)
    gemerkt = _bewaar(doos, "kwaliteit_gemerkt", merk(doos, koppelingen))
    aantallen = tel_vondsten(doos, koppelingen) | _tel_maanden(doos)
    rijen = _tel_rijen(doos, gemerkt)
    geraakt = sorted(code for code, aantal in aantallen.items() if aantal)
    cijfers = _scenarios(doos, gemerkt, koppelingen, {c: rijen.get(c, (0, 0)) for c in geraakt})
    maten = doos.vraag.indicator.maten
    return [
        {
            "sleutel": code,
            "aantal": aantallen[code],
            "geraakte_rijen": rijen.get(code, (0, 0))[0],
            "omlaag": _verschil(maten, cijfers[NU], cijfers.get(f"{code}-", cijfers[NU])),
            "omhoog": _omhoog(doos, code, maten, cijfers),
        }
        for code in geraakt
    ]


def _bewaar(doos: Doos, naam: str, tabel: Table) -> Table:
    """A step of which more than one query makes use, for the length of this question."""
    return doos.geopend.con.create_table(naam, tabel, temp=True, overwrite=True)


def _tel_rijen(doos: Doos, gemerkt: Table) -> dict[str, tuple[int, int]]:
    """Per check the touched rows that count, and those that fall off on what it finds missing."""
    if not doos.raakbaar:
        return {}
    sommen = {}
    for code in doos.raakbaar:
        raak = gemerkt[code] == 1
        mist = gemerkt.afgevallen_op.fill_null(NU) == (doos.buigend[code].mist or "")
        sommen[f"{code}-"] = ibis.ifelse(raak & gemerkt.afgevallen_op.isnull(), 1, 0).sum()
        sommen[f"{code}+"] = ibis.ifelse(raak & mist, 1, 0).sum()
    [som] = doos.geopend.lees(gemerkt.agg(**sommen))
    return {code: (som[f"{code}-"] or 0, som[f"{code}+"] or 0) for code in doos.raakbaar}


def _tel_maanden(doos: Doos, *, codes: Sequence[str] | None = None) -> dict[str, int]:
    """Findings on months: those in the period of the question (V6b: the year before)."""
    gevraagd = doos.codes("maand") if codes is None else list(codes)
    periode = doos.vraag.periode
    if AFGELEID.get(doos.vraag.indicator.code, doos.vraag.indicator.code) == "V6b":
        periode = Periode.jaar(periode.begin.year - 1)
    binnen = doos.bevindingen.filter(
        _.code.isin(gevraagd), _.dag.between(ibis.date(periode.begin), ibis.date(periode.einde))
    )
    telling = binnen_filters(doos, binnen).group_by("code").agg(aantal=_.count())
    return {rij["code"]: rij["aantal"] for rij in doos.geopend.lees(telling)}


def _tel_zonder_rijen(doos: Doos) -> dict[str, int]:
    return _tel_maanden(doos, codes=list(doos.buigend))


def _scenarios(
    doos: Doos, gemerkt: Table, koppelingen: Table, rijen: Mapping[str, tuple[int, int]]
) -> dict[str, dict[str, Any]]:
    """The figures as they are (`nu`), and per check without (-) and with (+) what it touches."""
    telt = tellen.geteld(gemerkt).select(*doos.rijen.columns)
    delen = {NU: telt}
    for code, (geteld, mist) in rijen.items():
        if geteld:
            zonder = tellen.geteld(gemerkt).filter(gemerkt[code] == 0)
            delen[f"{code}-"] = zonder.select(*telt.columns)
        if mist:
            delen[f"{code}+"] = telt.union(_gemist(doos, gemerkt, doos.buigend[code]))
        elif code in GESCHAT and _is_te_schatten(doos.rijen):
            delen[f"{code}+"] = telt.union(_geschat(doos, code))
    gelabeld = [tabel.mutate(_alles=ibis.literal(naam)) for naam, tabel in delen.items()]
    alle = ibis.union(*gelabeld) if len(gelabeld) > 1 else gelabeld[0]
    maten = doos.vraag.indicator.maten
    gevonden: dict[str, dict[str, Any]] = {naam: {} for naam in delen}
    for tabel in [*tellen.tel(alle, tellen.ALLES, maten), *_stromen(doos, koppelingen, delen)]:
        for rij in doos.geopend.lees(tabel):
            gevonden[rij.pop("_per")].update(rij)
    return {
        naam: {m.sleutel: tellen.waarde_van(m, rij) for m in maten}
        for naam, rij in gevonden.items()
    }


def _gemist(doos: Doos, gemerkt: Table, controle: Controle) -> Table:
    """Rows that fall off on what this check finds missing, as if it had come."""
    weg = gemerkt.filter(gemerkt[controle.code] == 1, gemerkt.afgevallen_op == controle.mist)
    weg = weg.select(*doos.rijen.columns)
    if "toegekend" in weg.columns:
        weg = weg.mutate(toegekend=weg.bedrag.cast(weg.toegekend.type()))
    elif "rij" in weg.columns:
        regels = doos.geopend.trajecten.declaratieregels
        bedragen = regels.select(rij=regelsleutel(regels), open_bedrag=regels.bedrag)
        samen = weg.left_join(bedragen, "rij").select(*weg.columns, "open_bedrag")
        geld = samen.open_bedrag.cast(weg.gedeclareerd.type())
        weg = samen.mutate(gedeclareerd=geld.coalesce(samen.gedeclareerd))
    return weg.mutate(afgevallen_op=ibis.null("string")).select(*doos.rijen.columns)


def _is_te_schatten(rijen: Table) -> bool:
    return {"sleutel", "toegekend", "bedrag"} <= set(rijen.columns)


def _geschat(doos: Doos, code: str) -> Table:
    """Per missing month a row of the same allocation, with the amount of the months beside it."""
    periode = doos.vraag.periode
    jaar = replace(doos.vraag, periode=Periode.jaar(periode.begin.year))
    volgorde = ibis.row_number().over(
        group_by="sleutel", order_by=[ibis.desc(_.toegekend), _.bericht, _.volgnummer]
    )
    heel = tellen.geteld(doos.geopend.rijen(jaar)).mutate(volgorde=volgorde)
    voorbeeld = heel.filter(_.volgorde == 0).drop("volgorde")
    if code == "K10":
        missend = doos.bevindingen.filter(_.code == code)
    else:
        missend = open_verwacht(doos.geopend)
    missend = missend.filter(_.dag.between(ibis.date(periode.begin), ibis.date(periode.einde)))
    samen = voorbeeld.inner_join(missend.select("sleutel", geschat=_.centen), "sleutel")
    soorten = doos.rijen.schema()
    return samen.mutate(
        toegekend=_.geschat.cast(soorten["toegekend"]), bedrag=_.geschat.cast(soorten["bedrag"])
    ).select(*doos.rijen.columns)


def _stromen(doos: Doos, koppelingen: Table, namen: Mapping[str, Table]) -> list[Table]:
    """Transfers, in each scenario, without those of touched measures."""
    indicator, vraag = doos.vraag.indicator, doos.vraag
    maten = [maat for maat in indicator.maten if maat.soort == "stroom"]
    if indicator.overdrachten is None or not maten:
        return []
    trajecten = doos.geopend.trajecten
    rijen = indicator.overdrachten(trajecten, periode=vraag.periode, variant=vraag.variant)
    for kant in ("van", "naar"):
        rijen = tellen.met_gebied(rijen, doos.geopend.gebieden, gemeente=f"{kant}_code", voor=kant)
    vlag = vlaggen(koppelingen, "maatregel", doos.raakbaar)
    met = rijen.left_join(vlag, rijen.maatregel == vlag.bij).select(*rijen.columns, *doos.raakbaar)
    met = _bewaar(doos, "kwaliteit_stromen", met)
    delen = []
    for naam in namen:
        eigen = met.filter(met[naam[:-1]].fill_null(0) == 0) if naam.endswith("-") else met
        label = ibis.literal(naam)
        delen.append(eigen.mutate(van_alles=label, naar_alles=label).select(*rijen.columns))
    alle = ibis.union(*delen) if len(delen) > 1 else delen[0]
    return [tellen.stroom(alle, tellen.ALLES, vraag.filters, maat=maat) for maat in maten]


def _verschil(
    maten: Sequence[Maat], een: Mapping[str, Any], ander: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        m.sleutel: None
        if een[m.sleutel] is None or ander[m.sleutel] is None
        else een[m.sleutel] - ander[m.sleutel]
        for m in maten
    }


def _omhoog(
    doos: Doos, code: str, maten: Sequence[Maat], cijfers: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    if doos.buigend[code].haak == "maand" and f"{code}+" not in cijfers:
        return {maat.sleutel: None for maat in maten}
    return _verschil(maten, cijfers.get(f"{code}+", cijfers[NU]), cijfers[NU])


def _als_raakvlak(indicator: Indicator, rij: Mapping[str, Any]) -> Raakvlak:
    controle = controles()[rij["sleutel"]]
    return Raakvlak(
        sleutel=rij["sleutel"],
        titel=controle.titel,
        aantal=rij["aantal"],
        geraakte_rijen=rij["geraakte_rijen"],
        omlaag=_in_euro(indicator.maten, rij["omlaag"]),
        omhoog=_in_euro(indicator.maten, rij["omhoog"]),
        herstelt=controle.herstelt,
        methode=_methode(indicator.code, controle),
    )


def _in_euro(maten: Sequence[Maat], waarden_: Mapping[str, Any]) -> dict[str, Verschuiving]:
    euro = {maat.sleutel for maat in maten if maat.eenheid == "euro"}
    return {
        naam: Decimal(round(waarde)) / 100 if naam in euro and waarde is not None else waarde
        for naam, waarde in waarden_.items()
    }


def _methode(code: str, controle: Controle) -> str:
    if code in AFGELEID:
        return NIET_APART.format(ander=AFGELEID[code])
    if controle.haak == "maand":
        return SCHATTING if controle.code in GESCHAT and code.startswith("V1") else GEEN_SCHATTING
    if not controle.mist:
        return UIT + GEEN_MIST
    bedrag = TELT_BEDRAG if controle.mist == "nog niet beantwoord" else ""
    return UIT + TELT_NIET.format(mist=controle.mist) + bedrag
