"""Findings over time: whose messages had what wrong, per month, sender, kind of message and rule.

A message counts once, in the month of the first delivery that brought it, and so do its findings. A
message that was refused as a whole has no row in `bericht`; it counts by the findings that say so.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import ibis
import pyarrow.parquet as pq
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.leveringen import Organisatie
from paraplu.monitor.opslag import Opslag

Rij = dict[str, Any]

#: What can be counted by: of messages, and of findings only.
VAN_BERICHT = ("maand", "afzender", "soort")
VAN_BEVINDING = ("code", "herkomst")
#: Where a finding comes from: seen in the message itself, or beside other messages.
IN_BERICHT, OVER_BERICHTEN = "bericht", "keten"
CIJFERS = ("met_bevinding", "bevindingen", "geweigerd")
#: The file with the findings across messages.
KETEN = "bevindingen_keten.parquet"
KOLOMMEN = ("bericht", "dag", "afzender", "soort", "gemeente", "aanbieder")


class OnbekendeSplitsing(ValueError):
    """A word by which findings cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """Which findings; empty keeps all. `organisatie`: of messages that these codes sent or got.

    `van` and `tot` are days of delivery, both included.
    """

    organisatie: Organisatie | None = None
    afzender: str = ""
    soort: str = ""
    code: str = ""
    herkomst: str = ""
    van: date | None = None
    tot: date | None = None

    def known_on(self, dag: date | None) -> Keuze:
        """The same, without what was delivered after `dag`."""
        if dag is None or (self.tot is not None and self.tot <= dag):
            return self
        return replace(self, tot=dag)

    def name(self, per: Sequence[str]) -> str:
        """A name for the answer to this question."""
        vraag = json.dumps([asdict(self), list(per)], default=str, sort_keys=True)
        return "bevindingen-" + sha256(vraag.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Basis:
    """What is counted: every message once, and every finding once with its message."""

    con: ibis.BaseBackend
    berichten: Table
    meldingen: Table


def make_basis(opslag: Opslag) -> Basis:
    """The basis as queries over the tables as they are, with findings inside messages only."""
    return Basis(opslag.con, _berichten(opslag), _meldingen(opslag))


def open_basis(opslag: Opslag, plek: Path) -> Basis:
    """The basis from files in `plek`, made at the first use and shared by all processes.

    Findings across messages are in it from the moment that `write_keten` has made them.
    """
    con = opslag.con
    tabellen = {}
    for naam, maak in (("berichten", _berichten), ("meldingen", _meldingen)):
        bestand = plek / f"bevindingen_{naam}.parquet"
        if not bestand.exists():
            _write(bestand, partial(con.to_parquet, maak(opslag)))
        tabellen[naam] = con.read_parquet(bestand, table_name=f"bevindingen_{naam}")
    if has_keten(plek):
        van_keten = _met_bericht(read_keten(con, plek), tabellen["berichten"])
        tabellen["meldingen"] = tabellen["meldingen"].union(van_keten)
    return Basis(con, **tabellen)


def has_keten(plek: Path) -> bool:
    """Whether the findings across messages have been made for the data in `plek`."""
    return (plek / KETEN).exists()


def write_keten(opslag: Opslag, plek: Path, *, bekend_op: date | None) -> None:
    """Hold every message to the rules across messages, as known on a day; takes seconds or more."""
    if has_keten(plek):
        return
    from paraplu.monitor.keten import keten_bevindingen  # noqa: PLC0415 - it imports all rules

    gevonden = keten_bevindingen(opslag, bekend_op=bekend_op)
    _write(plek / KETEN, partial(pq.write_table, gevonden))


def read_keten(con: ibis.BaseBackend, plek: Path) -> Table:
    """The findings across messages that `write_keten` made."""
    return con.read_parquet(plek / KETEN, table_name="bevindingen_keten")


def _met_bericht(keten: Table, berichten: Table) -> Table:
    """Findings across messages in the form of `_meldingen`; they refuse nothing."""
    gevonden = keten.select("bericht", "code")
    return gevonden.inner_join(berichten, "bericht").select(
        *KOLOMMEN,
        "code",
        geweigerd=ibis.literal(value=False),
        herkomst=ibis.literal(OVER_BERICHTEN),
    )


def _write(bestand: Path, schrijf: Callable[[Path], object]) -> None:
    """Write beside it and rename: another process finds a whole file or none."""
    tijdelijk = bestand.with_suffix(f".{os.getpid()}-{threading.get_native_id()}")
    schrijf(tijdelijk)
    tijdelijk.replace(bestand)


def tel(basis: Basis, keuze: Keuze, *, per: Sequence[str]) -> list[Rij]:
    """Rows with the keys of `per` and: berichten, met_bevinding, bevindingen, geweigerd.

    `maand` is text (2023-05), an unknown sender or kind is "". `met_bevinding` are messages with
    one or more of these findings, `geweigerd` findings that refused something. When `per` has a
    rule in it, `berichten` is None: a message does not belong to one rule. Raises
    OnbekendeSplitsing.
    """
    check_per(per)
    rijen = _tel_bevindingen(basis.meldingen, keuze, per)
    if set(per) & set(VAN_BEVINDING):
        rijen = rijen.mutate(berichten=ibis.null("int64"))
    else:
        rijen = _naast(_tel_berichten(basis.berichten, keuze, per), rijen, per)
    rijen = rijen.select(*per, "berichten", *CIJFERS)
    return basis.con.to_pyarrow(rijen.order_by(list(per)) if per else rijen).to_pylist()


def check_per(per: Sequence[str]) -> None:
    """Raise OnbekendeSplitsing for a word that findings cannot be counted by."""
    kan = (*VAN_BERICHT, *VAN_BEVINDING)
    if fout := [naam for naam in per if naam not in kan]:
        raise OnbekendeSplitsing(f"per {fout[0]!r} kan niet; wel: {', '.join(kan)}")


def _tel_berichten(berichten: Table, keuze: Keuze, per: Sequence[str]) -> Table:
    return _in_keuze(berichten, keuze).aggregate(berichten=_.count(), by=list(per))


def _tel_bevindingen(meldingen: Table, keuze: Keuze, per: Sequence[str]) -> Table:
    gekozen = _in_keuze(meldingen, keuze)
    for naam in VAN_BEVINDING:
        if waarde := getattr(keuze, naam):
            gekozen = gekozen.filter(gekozen[naam] == waarde)
    return gekozen.aggregate(
        by=list(per),
        met_bevinding=_.bericht.nunique(),
        bevindingen=_.count(),
        geweigerd=ibis.ifelse(_.geweigerd, 1, 0).sum().fill_null(0).cast("int64"),
    )


def _naast(geteld: Table, gevonden: Table, per: Sequence[str]) -> Table:
    """Messages and findings side by side: either may be absent."""
    if not per:
        return geteld.cross_join(gevonden)
    ander = gevonden.rename({f"{naam}_gevonden": naam for naam in per})
    samen = geteld.outer_join(ander, [geteld[naam] == ander[f"{naam}_gevonden"] for naam in per])
    return samen.select(
        **{naam: samen[naam].coalesce(samen[f"{naam}_gevonden"]) for naam in per},
        **{naam: samen[naam].fill_null(0) for naam in ("berichten", *CIJFERS)},
    )


def _in_keuze(tabel: Table, keuze: Keuze) -> Table:
    """Kept to sender, kind, days and whose messages; adds `maand`."""
    voorwaarden: list[BooleanValue] = []
    if keuze.afzender:
        voorwaarden.append(tabel.afzender == keuze.afzender)
    if keuze.soort:
        voorwaarden.append(tabel.soort == keuze.soort)
    if keuze.van is not None:
        voorwaarden.append(tabel.dag >= keuze.van)
    if keuze.tot is not None:
        voorwaarden.append(tabel.dag <= keuze.tot)
    if keuze.organisatie is not None:
        codes = (keuze.organisatie,) if isinstance(keuze.organisatie, str) else keuze.organisatie
        # An organisation without a code of its own sent and received nothing.
        partij = [tabel[naam].isin(codes) for naam in ("afzender", "gemeente", "aanbieder")]
        voorwaarden.append(partij[0] | partij[1] | partij[2])
    gekozen = tabel.filter(*voorwaarden) if voorwaarden else tabel
    return gekozen.mutate(maand=_.dag.strftime("%Y-%m"))


def _berichten(opslag: Opslag) -> Table:
    """Every message once, taken or refused: KOLOMMEN, with the first day it was delivered."""
    return _opgenomen(opslag).select(*KOLOMMEN).union(_geweigerd(opslag).select(*KOLOMMEN))


def _opgenomen(opslag: Opslag) -> Table:
    """Messages in `bericht`, with the delivery and the kept file that brought them first."""
    bericht = opslag.lees("bericht").distinct(on="bericht")
    eerste = ibis.row_number().over(group_by="bericht", order_by=[_.dag, _.levering, _.bestand])
    aanlevering = opslag.lees("aanlevering").select("bericht", "dag", "levering", "bestand")
    return (
        aanlevering.mutate(eerste=eerste)
        .filter(_.eerste == 0)
        .inner_join(
            bericht.select("bericht", "afzender", "soort", "gemeente", "aanbieder"), "bericht"
        )
        .select(*KOLOMMEN, "levering", "bestand")
        .mutate(afzender=_.afzender.fill_null(""), soort=_.soort.fill_null(""))
    )


def _geweigerd(opslag: Opslag) -> Table:
    """Files (also inside a zip) that were refused as a whole, with their first delivery."""
    eerste = ibis.row_number().over(group_by="bestand", order_by=[_.dag, _.levering])
    return (
        _gemeld(opslag)
        .filter(_.bericht.isnull() & _.geweigerd)
        .group_by("bestand", "levering")
        .agg(dag=_.dag.min(), afzender=_.afzender.max(), soort=_.soort.max())
        .mutate(eerste=eerste)
        .filter(_.eerste == 0)
        .mutate(bericht="geweigerd " + _.bestand, **_ONBEKEND)
    )


#: Whose message it was, where nobody could tell.
_ONBEKEND = {"gemeente": ibis.null("string"), "aanbieder": ibis.null("string")}


def _gemeld(opslag: Opslag) -> Table:
    """Findings of files that were taken completely, with the day of their delivery."""
    genomen = opslag.lees("bestand").select("levering", "batch").distinct()
    dagen = opslag.lees("levering").select("levering", "dag").distinct(on="levering")
    return (
        opslag.lees("bevinding")
        .semi_join(genomen, ["levering", "batch"])
        .inner_join(dagen, "levering")
        .select("levering", "dag", "bestand", "bericht", "afzender", "soort", "code", "geweigerd")
        .mutate(afzender=_.afzender.fill_null(""), soort=_.soort.fill_null(""))
    )


def _meldingen(opslag: Opslag) -> Table:
    """Every finding once: KOLOMMEN of its message, and code, geweigerd, herkomst.

    `bericht` is null for a finding on a file that is no message.
    """
    gemeld = _gemeld(opslag)
    geweigerd = _geweigerd(opslag)
    zonder = gemeld.filter(_.bericht.isnull())
    in_bericht = (
        gemeld.select("bericht", "levering", "code", "geweigerd", bestand=_.bestand.split("/")[0])
        .inner_join(_opgenomen(opslag), ["bericht", "levering", "bestand"])
    )  # fmt: skip
    in_geweigerd = zonder.select("bestand", "levering", "code", "geweigerd").inner_join(
        geweigerd, ["bestand", "levering"]
    )
    los = zonder.anti_join(geweigerd, "bestand").mutate(**_ONBEKEND)
    delen = [
        deel.select(*KOLOMMEN, "code", "geweigerd") for deel in (in_bericht, in_geweigerd, los)
    ]
    return ibis.union(*delen).mutate(herkomst=ibis.literal(IN_BERICHT))
