"""One data version opened on a connection: it answers questions and remembers the answers on disk."""

from __future__ import annotations

import json
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor import bevindingen, leveringen, tellen
from paraplu.monitor.afgeleid import Versie, open_trajecten, stempel_van_de_code
from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.motor import DUCKDB, Motor, Verbinding, find_motor
from paraplu.monitor.namen import Namen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.periode import Periode
from paraplu.monitor.sjabloon import Sjablonen
from paraplu.monitor.trajecten import Trajecten

#: So many answers are held in memory.
EVEN_HOOGSTENS = 8


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What is asked: an indicator in one reading and period, split by `per`, within `filters`."""

    indicator: Indicator
    variant: str
    periode: Periode
    per: str
    filters: Mapping[str, str]

    @property
    def tabel(self) -> str:
        """The name of the rows behind this question, whatever they are split or filtered by."""
        delen = (self.indicator.code, self.variant, self.periode.naam.replace("-", "_"))
        return "_".join(delen)

    def naam(self, soort: str) -> str:
        """A name for the answer to this question."""
        delen = [soort, self.indicator.code, self.variant, self.periode.naam, self.per]
        return sha256(json.dumps([delen, sorted(self.filters.items())]).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Rekentabellen:
    """What an indicator's query is made of, on one connection."""

    trajecten: Trajecten
    gebieden: Table

    @classmethod
    def open(cls, verbinding: Verbinding, versie: Versie, *, ingegaan_na: date) -> Rekentabellen:
        """The derived tables of `versie`."""
        return cls(
            replace(open_trajecten(verbinding, versie), ingegaan_na=ingegaan_na),
            verbinding.open_parquet(versie.map / "gebieden.parquet", naam="gebieden"),
        )


#: Counting queries that this process made, by engine and question: no version of the data changes
#: them, only their table and the values of the filters, which are filled in.
_TELVRAGEN: dict[tuple[str, tuple[str, ...]], list[str]] = {}


@dataclass
class Geopend:
    """The derived tables of one version; not for two threads at once.

    Two connections, the same one with DuckDB: `verbinding` is that of the engine of the setting and
    makes rows and figures; `lezer` is inside the program and reads what is there, so lists,
    deliveries and findings are `trajecten`, `gebieden`, `opslag` and `rijen` on `con`.
    """

    versie: Versie
    motor: Motor
    verbinding: Verbinding
    lezer: Verbinding
    trajecten: Trajecten
    gebieden: Table
    opslag: Opslag
    _rekent: Rekentabellen
    _tabellen: dict[str, Table] = field(default_factory=dict)
    _basis: dict[bool, bevindingen.Basis] = field(default_factory=dict)
    _leveringen: dict[leveringen.Organisatie | None, list[dict[str, Any]]] = field(
        default_factory=dict
    )
    _in_geheugen: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)

    @classmethod
    def open(
        cls, versie: Versie, opslag: Opslag, *, ingegaan_na: date, motor: Motor | None = None
    ) -> Geopend:
        """Open the tables of `versie`, made by `motor` (None: that of the setting)."""
        gekozen = motor or find_motor()
        verbinding = gekozen.connect()
        rekent = Rekentabellen.open(verbinding, versie, ingegaan_na=ingegaan_na)
        if gekozen.naam == DUCKDB:
            lezer, leest = verbinding, rekent
        else:
            lezer = find_motor(DUCKDB).connect()
            leest = Rekentabellen.open(lezer, versie, ingegaan_na=ingegaan_na)
        return cls(
            versie=versie,
            motor=gekozen,
            verbinding=verbinding,
            lezer=lezer,
            trajecten=leest.trajecten,
            gebieden=leest.gebieden,
            opslag=Opslag(opslag.map, con=lezer.con, versies=versie.versies),
            _rekent=rekent,
        )

    @property
    def con(self) -> ibis.BaseBackend:
        """The connection inside the program, on which all that is shown is open."""
        return self.lezer.con

    def close(self) -> None:
        """Forget all that was opened."""
        self.verbinding.close()
        if self.lezer is not self.verbinding:
            self.lezer.close()

    @cached_property
    def namen(self) -> Namen:
        """Names of the organisations in this version."""
        rijen = self.lees(self.trajecten.organisaties.order_by("naam", "agb"))
        return Namen({rij["agb"]: (rij["naam"], rij["soort"]) for rij in rijen})

    def jeugdigen(self, jaar: int) -> dict[str, int]:
        """Children under 18 per gemeente in a year, as the sheet in force says; empty without."""
        blad = self.lezer.open_parquet(self.versie.map / "inwoners.parquet", naam="inwoners")
        rijen = self.lees(blad.filter(_.jaar == jaar).select("gemeente", "jeugdigen"))
        return {rij["gemeente"]: rij["jeugdigen"] for rij in rijen}

    def leveringen(self, organisatie: leveringen.Organisatie | None) -> list[dict[str, Any]]:
        """Deliveries with their numbers, see `leveringen.leveringen`."""
        if organisatie not in self._leveringen:
            self._leveringen[organisatie] = leveringen.leveringen(
                self.con, self.opslag, organisatie=organisatie
            )
        return self._leveringen[organisatie]

    def tel_bevindingen(self, keuze: bevindingen.Keuze, per: Sequence[str]) -> list[dict[str, Any]]:
        """Messages and findings counted, see `bevindingen.tel`."""
        bevindingen.check_per(per)
        keten = bevindingen.has_keten(self.versie.map)
        if keten not in self._basis:
            self._basis[keten] = bevindingen.open_basis(self.opslag, self.versie.map)
        naam = keuze.name(per) + ("-keten" if keten else "")
        return self.onthoud(naam, lambda: bevindingen.tel(self._basis[keten], keuze, per=per))

    def lees(self, tabel: Table) -> list[dict[str, Any]]:
        """The rows of a query."""
        return self.con.to_pyarrow(tabel).to_pylist()

    def rijen(self, vraag: Vraag) -> Table:
        """Every candidate of an indicator within the filters, with what it fell on."""
        self._kandidaten(vraag)
        return tellen.gefilterd(self._gelezen(f"rijen_{vraag.tabel}"), vraag.filters)

    def kolommen(self, vraag: Vraag, namen: Sequence[str]) -> pa.Table:
        """Columns of every candidate, whatever the filters, as they are kept: for counting by hand."""
        self._kandidaten(vraag)
        return pq.read_table(self._plek(f"rijen_{vraag.tabel}"), columns=list(namen))

    def heeft(self, vraag: Vraag) -> frozenset[str]:
        """The names of the columns of the candidates."""
        return frozenset(self._kandidaten(vraag).columns)

    def lijst(self, vraag: Vraag, *, reden: str | None, maat: Maat | None) -> Table:
        """The rows behind a figure; or with `reden` those that fell off on it."""
        if maat is not None and maat.soort == "stroom":
            overdrachten = self._overdrachten(vraag)
            if overdrachten is None:
                raise TypeError(f"{vraag.indicator.code} heeft overdrachten zonder query")
            return tellen.stroomrijen(overdrachten, tellen.ALLES, vraag.filters, maat=maat)
        rijen = self.rijen(vraag)
        if reden is not None:
            return rijen.filter(_.afgevallen_op == reden)
        geteld = tellen.geteld(rijen)
        alleen = maat.waar if maat is not None and maat.soort != "aandeel" else None
        return geteld.filter(geteld[alleen]) if alleen else geteld

    def rijen_op_schijf(self, vraag: Vraag) -> Path:
        """Where the engine wrote every candidate, without filters: a file or a folder of Parquet."""
        self._kandidaten(vraag)
        return self._plek(f"rijen_{vraag.tabel}")

    def cijfers(self, vraag: Vraag) -> dict[str, dict[str, Any]]:
        """Per value of the dimension, in the order to show, the measures (amounts in cents).

        The figure of one gemeente is its row in the split per gemeente, and so on: what can be read
        from a split is not computed again.
        """
        if vraag.per == tellen.ALLES and len(vraag.filters) == 1:
            ((per, waarde),) = vraag.filters.items()
            geheel = self.cijfers(replace(vraag, per=per, filters={}))
            leeg = {m.sleutel: tellen.waarde_van(m, {}) for m in vraag.indicator.maten}
            return {tellen.ALLES: geheel.get(waarde, leeg)}
        if vraag.per == "gemeente" and set(vraag.filters) in ({"regio"}, {"gelderland"}):
            geheel = self.cijfers(replace(vraag, filters={}))
            return {
                sleutel: geheel[sleutel] for sleutel in self.namen.vast("gemeente", vraag.filters)
            }
        return self.onthoud(vraag.naam("cijfers"), lambda: self._reken(vraag))

    def redenen(self, vraag: Vraag) -> list[tuple[str | None, int]]:
        """How many candidates fell off on each reason; None: counted."""

        def reken() -> list[tuple[str | None, int]]:
            rijen = tellen.gefilterd(self._kandidaten(vraag), vraag.filters)
            telling = rijen.group_by("afgevallen_op").agg(aantal=_.count())
            geteld = self.verbinding.read(self.verbinding.compile(telling)).to_pylist()
            return [(rij["afgevallen_op"], rij["aantal"]) for rij in geteld]

        return self.onthoud(vraag.naam("redenen"), reken)

    def _reken(self, vraag: Vraag) -> dict[str, dict[str, Any]]:
        maten = vraag.indicator.maten
        vast = self.namen.vast(vraag.per, vraag.filters)
        gevonden: dict[str, dict[str, Any]] = {sleutel: {} for sleutel in vast}
        for query in self._telvragen(vraag):
            for rij in self.verbinding.read(query).to_pylist():
                gevonden.setdefault(rij.pop("_per"), {}).update(rij)
        volgorde = [*vast, *sorted(set(gevonden) - set(vast))]
        return {
            sleutel: {m.sleutel: tellen.waarde_van(m, gevonden[sleutel]) for m in maten}
            for sleutel in volgorde
        }

    def _telvragen(self, vraag: Vraag) -> list[str]:
        """The queries that count; compiled once per indicator, dimension and kind of filter."""
        naam = (vraag.indicator.code, vraag.variant, vraag.per, *sorted(vraag.filters))
        self._kandidaten(vraag)
        self._overdrachten(vraag)
        plek = (self.motor.naam, naam)
        if plek not in _TELVRAGEN:
            proef = replace(vraag, filters={naam: f"@{naam}@" for naam in vraag.filters})
            tellend = tellen.geteld(tellen.gefilterd(self._kandidaten(proef), proef.filters))
            tabellen = tellen.tel(tellend, vraag.per, vraag.indicator.maten) + self._stromen(proef)
            _TELVRAGEN[plek] = [
                self.verbinding.compile(tabel).replace(vraag.tabel, "@tabel@") for tabel in tabellen
            ]
        return [self._ingevuld(query, vraag) for query in _TELVRAGEN[plek]]

    def _ingevuld(self, query: str, vraag: Vraag) -> str:
        """A counting query with the table and the values of the filters in it."""
        for naam, waarde in vraag.filters.items():
            query = query.replace(f"'@{naam}@'", self.verbinding.quote(waarde))
        return query.replace("@tabel@", vraag.tabel)

    def _kandidaten(self, vraag: Vraag) -> Table:
        """The one query behind figure, list and receipt, run once and kept."""

        def maak(periode: Periode) -> Table:
            trajecten, gebieden = self._rekent.trajecten, self._rekent.gebieden
            rijen = vraag.indicator.rijen(trajecten, periode=periode, variant=vraag.variant)
            return tellen.met_gebied(rijen, gebieden)

        return self._bewaard(vraag, "rijen", maak)

    def _overdrachten(self, vraag: Vraag) -> Table | None:
        """Transfers in the period, for an indicator that has measures of soort stroom."""
        bron = vraag.indicator.overdrachten
        if bron is None:
            return None

        def maak(periode: Periode) -> Table:
            rijen = bron(self._rekent.trajecten, periode=periode, variant=vraag.variant)
            for kant in ("van", "naar"):
                rijen = tellen.met_gebied(
                    rijen, self._rekent.gebieden, gemeente=f"{kant}_code", voor=kant
                )
            return rijen

        return self._bewaard(vraag, "overdrachten", maak)

    def _stromen(self, vraag: Vraag) -> list[Table]:
        rijen = self._overdrachten(vraag)
        maten: list[Maat] = [maat for maat in vraag.indicator.maten if maat.soort == "stroom"]
        if rijen is None:
            return []
        return [tellen.stroom(rijen, vraag.per, vraag.filters, maat=maat) for maat in maten]

    def _bewaard(self, vraag: Vraag, soort: str, maak: Callable[[Periode], Table]) -> Table:
        """A table of rows, computed before by this or another process, else computed now."""
        tabel = f"{soort}_{vraag.tabel}"
        if tabel not in self._tabellen:
            plek = self._plek(tabel)
            if not plek.exists():
                plek.parent.mkdir(parents=True, exist_ok=True)
                tijdelijk = plek.with_suffix(f".{threading.get_native_id()}")
                naam = f"{soort}_{vraag.indicator.code}_{vraag.variant}"
                self.verbinding.write(self._vraag_van(naam, vraag.periode, maak), tijdelijk)
                _zet_neer(tijdelijk, plek)
            self._tabellen[tabel] = self.verbinding.open_parquet(plek, naam=tabel)
        return self._tabellen[tabel]

    def _vraag_van(self, naam: str, periode: Periode, maak: Callable[[Periode], Table]) -> str:
        """The query of `maak`, from a template where the engine gains by it."""
        compile_ = self.verbinding.compile
        if not self.motor.bewaart_vragen:
            return compile_(maak(periode))
        return self._sjablonen.query(naam, compile_, periode, maak)

    def _gelezen(self, tabel: str) -> Table:
        """A table of rows that is there, for whoever shows it."""
        if self.lezer is self.verbinding:
            return self._tabellen[tabel]
        return self.lezer.open_parquet(self._plek(tabel), naam=tabel)

    def _plek(self, tabel: str) -> Path:
        return self._map / "rijen" / f"{tabel}.parquet"

    @cached_property
    def _sjablonen(self) -> Sjablonen:
        """Compiled queries: they hold for every data version, until our own code changes."""
        dag = self.trajecten.ingegaan_na
        return Sjablonen(self.versie.map.parent / f"query-{stempel_van_de_code()[:16]}-{dag}")

    @property
    def _map(self) -> Path:
        """Where answers are kept: beside the tables, per day after which care must have begun."""
        return self.versie.map / f"na-{self.trajecten.ingegaan_na}"

    def houd_even(self, sleutel: Hashable, reken: Callable[[], Any]) -> Any:
        """An answer that was asked a moment ago, still in memory; else computed now. Not to be changed."""
        if sleutel not in self._in_geheugen:
            self._in_geheugen[sleutel] = reken()
            while len(self._in_geheugen) > EVEN_HOOGSTENS:
                self._in_geheugen.popitem(last=False)
        return self._in_geheugen[sleutel]

    def onthoud(self, naam: str, reken: Callable[[], Any]) -> Any:
        """An answer computed before, by this or another process, else computed now and kept."""
        plek = self._map / "uitkomsten" / f"{naam}.json"
        with suppress(FileNotFoundError, json.JSONDecodeError):
            return json.loads(plek.read_text())
        antwoord = reken()
        plek.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = plek.with_suffix(f".{threading.get_native_id()}")
        tijdelijk.write_text(json.dumps(antwoord))
        tijdelijk.replace(plek)
        return antwoord


def _zet_neer(tijdelijk: Path, plek: Path) -> None:
    """Put a table in its place at once; when another process was first, its rows are the same."""
    try:
        tijdelijk.replace(plek)
    except OSError:
        if not plek.is_dir():
            raise
        shutil.rmtree(tijdelijk, ignore_errors=True)
