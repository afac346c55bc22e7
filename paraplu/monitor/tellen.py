"""From the rows of an indicator to its figures, its list and its receipt: the same rows each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table, Value

from paraplu.monitor.indicator import DIMENSIES, Maat
from paraplu.monitor.referentie import BUITEN, GELDERLAND

#: What a figure can be split by or kept to, and the column that says so.
PER = {
    "alles": "_alles",  # everything within the filters
    "gelderland": "_gelderland",
    "regio": "_regio",
    "gemeente": "_gemeente",
    **{naam: naam for naam in DIMENSIES if naam != "gemeente"},
}
ALLES = "alles"
ONBEKEND = "onbekend"


class OnbekendeDimensie(ValueError):
    """A word that is no dimension of the monitor."""


def dimensie(naam: str) -> str:
    """The column behind a dimension. Raises OnbekendeDimensie."""
    try:
        return PER[naam]
    except KeyError:
        raise OnbekendeDimensie(f"{naam!r} is geen dimensie; wel: {', '.join(PER)}") from None


def met_gebied(
    rijen: Table, gebieden: Table, *, gemeente: str = "gemeente", voor: str = ""
) -> Table:
    """Add _gelderland, _regio and _gemeente: outside the 51 all three say `buiten`.

    A row without gemeente (a budget cap) is about the whole province.
    """
    plaats = gebieden.view().select(gebied_gemeente=_.gemeente, gebied_regio=_.regio)
    samen = rijen.left_join(plaats, rijen[gemeente] == plaats.gebied_gemeente)
    binnen = samen.gebied_regio.notnull()
    geheel = samen[gemeente].isnull()
    return samen.select(
        *rijen.columns,
        **{
            f"{voor}_alles": ibis.literal(ALLES),
            f"{voor}_gelderland": ibis.ifelse(binnen | geheel, GELDERLAND, BUITEN),
            f"{voor}_regio": ibis.ifelse(binnen | geheel, samen.gebied_regio, BUITEN),
            f"{voor}_gemeente": ibis.ifelse(binnen | geheel, samen[gemeente], BUITEN),
        },
    )


def sleutel(rijen: Table, per: str, *, voor: str = "") -> Value:
    """The value of a dimension as text; what is not known is `onbekend`."""
    kolom = f"{voor}_{per}" if voor else dimensie(per)
    return rijen[kolom].cast("string").fill_null(ONBEKEND)


def binnen_filters(
    rijen: Table, filters: Mapping[str, str], *, voor: str = ""
) -> list[BooleanValue]:
    """One condition per filter, for `Table.filter`."""
    return [sleutel(rijen, naam, voor=voor) == str(waarde) for naam, waarde in filters.items()]


def gefilterd(rijen: Table, filters: Mapping[str, str]) -> Table:
    """Rows that every filter keeps."""
    voorwaarden = binnen_filters(rijen, filters)
    return rijen.filter(*voorwaarden) if voorwaarden else rijen


def geteld(rijen: Table) -> Table:
    """Rows that count: that met every condition."""
    return rijen.filter(_.afgevallen_op.isnull())


def tel(tellend: Table, per: str, maten: Sequence[Maat]) -> list[Table]:
    """Tables with `_per` and one or more measures; together all measures of `maten`.

    Distinct counts by grouping on the value first: the one way that every engine counts exactly.
    """
    met_sleutel = tellend.mutate(_per=sleutel(tellend, per))
    delen: dict[str, dict[str, str | None]] = {}
    gewoon: dict[str, Value] = {}
    for maat in maten:
        if maat.kolom and (maat.soort == "uniek" or (maat.soort == "aandeel" and not maat.noemer)):
            delen.setdefault(maat.kolom, {}).update(_unieke_delen(maat))
        else:
            gewoon |= _samenvatting(met_sleutel, maat)
    tabellen = [_uniek(met_sleutel, kolom, waar) for kolom, waar in delen.items()]
    if gewoon:
        tabellen.append(met_sleutel.group_by("_per").agg(**gewoon))
    return tabellen


def _unieke_delen(maat: Maat) -> dict[str, str | None]:
    """The distinct counts of a measure by name, with the column that says which rows count."""
    if maat.soort == "uniek":
        return {maat.sleutel: maat.waar}
    return {f"{maat.sleutel}__teller": maat.waar, f"{maat.sleutel}__noemer": None}


def _uniek(tabel: Table, kolom: str, delen: Mapping[str, str | None]) -> Table:
    """Distinct values of `kolom`: one row per value first, that says in which counts it is."""
    per_waarde = (
        tabel.filter(tabel[kolom].notnull())
        .group_by("_per", kolom)
        .agg(
            **{
                naam: ibis.ifelse(_[waar], 1, 0).max() if waar else _.count()
                for naam, waar in delen.items()
            }
        )
    )
    return per_waarde.group_by("_per").agg(
        **{naam: _[naam].sum() if waar else _.count() for naam, waar in delen.items()}
    )


def _samenvatting(tabel: Table, maat: Maat) -> dict[str, Value]:
    """Aggregates without distinct counts."""
    aantal = ibis.ifelse(tabel[maat.waar], 1, 0).sum() if maat.waar else tabel.count()
    if maat.soort == "aantal":
        return {maat.sleutel: aantal}
    if maat.soort == "aandeel" and not maat.kolom:
        return {f"{maat.sleutel}__teller": aantal, f"{maat.sleutel}__noemer": tabel.count()}
    if maat.soort == "stroom" or not maat.kolom:
        return {}
    kolom = tabel[maat.kolom]
    if maat.waar:
        kolom = ibis.ifelse(tabel[maat.waar], kolom, ibis.null(kolom.type()))
    if maat.soort == "aandeel" and maat.noemer:
        return {
            f"{maat.sleutel}__teller": kolom.sum(),
            f"{maat.sleutel}__noemer": tabel[maat.noemer].sum(),
        }
    aggregaten = {
        "som": kolom.sum,
        "gemiddelde": kolom.mean,
        "mediaan": kolom.median,
        "p90": lambda: kolom.quantile(0.9),
    }
    return {maat.sleutel: aggregaten[maat.soort]()}


def waarde_van(maat: Maat, rij: Mapping[str, object]) -> int | float | None:
    """One figure out of a row of aggregates; an empty area has 0 of what is counted or summed."""
    if maat.soort in {"aantal", "uniek", "som", "stroom"}:
        aantal = rij.get(maat.sleutel)
        return int(aantal) if aantal is not None else 0  # type: ignore[call-overload]
    if maat.soort == "aandeel":
        teller, noemer = rij.get(f"{maat.sleutel}__teller"), rij.get(f"{maat.sleutel}__noemer")
        return float(teller or 0) / float(noemer) if noemer else None  # type: ignore[arg-type]
    waarde = rij.get(maat.sleutel)
    return None if waarde is None else float(waarde)  # type: ignore[arg-type]


def stroom(overdrachten: Table, per: str, filters: Mapping[str, str], *, maat: Maat) -> Table:
    """Transfers into (a measure that ends on _in) or out of (_uit) each value of a dimension."""
    rijen = stroomrijen(overdrachten, per, filters, maat=maat)
    return rijen.group_by("_per").agg(**{maat.sleutel: _.count()})


def stroomrijen(overdrachten: Table, per: str, filters: Mapping[str, str], *, maat: Maat) -> Table:
    """The transfers that count, with the value of the dimension as `_per`.

    A transfer row has every dimension twice, with prefix van_ and naar_. It counts where the value,
    or being inside the filters, changes.
    """
    hier, daar = ("naar", "van") if maat.sleutel.endswith("_in") else ("van", "naar")
    eigen = sleutel(overdrachten, per, voor=hier)
    verschil = eigen != sleutel(overdrachten, per, voor=daar)
    for voorwaarde in binnen_filters(overdrachten, filters, voor=daar):
        verschil = verschil | ~voorwaarde
    return overdrachten.mutate(_per=eigen).filter(
        verschil, *binnen_filters(overdrachten, filters, voor=hier)
    )
