"""The derived tables on disk: made once per data version and day, shared by all processes."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis import _
from ibis.expr.types import Table

import paraplu.afspraken
import paraplu.monitor
from paraplu.monitor import referentie
from paraplu.monitor.bladen import Bladen, bladsoort
from paraplu.monitor.geduld import NogNietBerekend, mag_duren
from paraplu.monitor.motor import Motor, Verbinding, find_motor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.trajecten import Trajecten, afleiden

#: As known "now": later than any delivery.
ALTIJD = date(9999, 12, 31)
#: Derived tables of older versions are kept this long for a process that still reads them.
BEWAARD_SECONDEN = 3600


@dataclass(frozen=True)
class Versie:
    """One set of derived tables: its name, where it lies and the versions that it was made of."""

    naam: str
    map: Path
    versies: Mapping[str, int] = field(compare=False)


class Afgeleid:
    """Gives the folder with the derived tables of the data as it is now, made when missing."""

    def __init__(
        self, opslag: Opslag, bladen: Bladen, *, bekend_op: date | None, motor: Motor | None = None
    ) -> None:
        self.opslag = opslag
        self.motor = motor or find_motor()
        self.bladen = bladen
        self.op = bekend_op or ALTIJD
        self.map = opslag.map / "_afgeleid"

    def versie(self) -> Versie:
        """The name of the present data version: tables, sheets, day and our own code."""
        versies = self.opslag.versies()
        stand = (
            versies,
            find_plek(self.opslag.map),
            self.bladen.stand(),
            self.op,
            stempel_van_de_code(),
        )
        naam = hashlib.sha256(repr(stand).encode()).hexdigest()[:16]
        return Versie(naam, self.map / f"{naam}{self.motor.achtervoegsel}", versies)

    def zorg_voor(self) -> Versie:
        """The present version with its tables on disk; one process makes them, others wait.

        Raises NogNietBerekend for who has no patience, see `geduld`.
        """
        versie = self.versie()
        if versie.map.is_dir():
            _keep(versie.map)
            return versie
        if not mag_duren(self.opslag.aantal_regels()):
            raise NogNietBerekend
        self.map.mkdir(parents=True, exist_ok=True)
        with _slot(self.map / "slot"):
            if not versie.map.is_dir():
                self._maak(versie)
                self._ruim_op(versie)
        return versie

    def _maak(self, versie: Versie) -> None:
        with tempfile.TemporaryDirectory(dir=self.map, prefix="bezig-") as werkmap:
            doel = Path(werkmap) / "tabellen"
            doel.mkdir()
            opslag = Opslag(self.opslag.map, versies=versie.versies)
            schrijf_afgeleid(opslag, self.bladen, op=self.op, doel=doel, motor=self.motor)
            doel.replace(versie.map)

    def _ruim_op(self, versie: Versie) -> None:
        grens = time.time() - BEWAARD_SECONDEN
        nog_goed = f"query-{stempel_van_de_code()[:16]}"
        for oud in self.map.iterdir():
            if oud == versie.map or oud.name.startswith(nog_goed):
                continue
            if oud.is_dir() and oud.stat().st_mtime < grens:
                shutil.rmtree(oud, ignore_errors=True)


def _keep(plaats: Path) -> None:
    """Say that these tables are in use, so that no other process removes them as old."""
    if plaats.stat().st_mtime < time.time() - BEWAARD_SECONDEN / 2:
        os.utime(plaats)


def find_plek(plaats: Path) -> int:
    """Tables that were built anew lie in another folder, though their versions may be the same."""
    return plaats.stat().st_ino if plaats.exists() else 0


def schrijf_afgeleid(
    opslag: Opslag, bladen: Bladen, *, op: date, doel: Path, motor: Motor | None = None
) -> None:
    """Derive everything as known on `op` and write each table as Parquet in `doel`."""
    gekozen = motor or find_motor()
    verbinding = gekozen.connect(werkmap=doel.parent)
    bron = {naam: open_bron(verbinding, opslag, naam) for naam in SCHEMAS}
    schrijver = _Schrijver(verbinding, bladen, op=op, doel=doel)
    schemas = tuple((naam, repr(tabel.schema())) for naam, tabel in bron.items())
    sleutel = (gekozen.naam, op, schemas)
    if stappen := _VERTAALD.get(sleutel):
        schrijver.herhaal(stappen)
    else:
        schrijver.leid_af(bron)
        if gekozen.bewaart_vragen:
            _VERTAALD[sleutel] = tuple(schrijver.stappen)
        while len(_VERTAALD) > HOOGSTENS_VERTAALD:
            _VERTAALD.pop(next(iter(_VERTAALD)), None)
    verbinding.close()


@dataclass(frozen=True)
class _Stap:
    """One query: of a derived table, or without a name that of the products that occur."""

    naam: str | None
    query: str


#: Ibis takes ten times as long to write these queries as DuckDB to run them, and they are the same
#: for every version: engine, day and columns decide. One process keeps those of the last days asked.
_VERTAALD: dict[tuple[str, date, tuple[tuple[str, str], ...]], tuple[_Stap, ...]] = {}
HOOGSTENS_VERTAALD = 16


class _Schrijver:
    """Writes the derived tables of one version, and keeps the queries that it did so with."""

    def __init__(self, verbinding: Verbinding, bladen: Bladen, *, op: date, doel: Path) -> None:
        self.verbinding = verbinding
        self.bladen = bladen
        self.op = op
        self.doel = doel
        self.stappen: list[_Stap] = []

    def leid_af(self, bron: Mapping[str, Table]) -> None:
        """Everything, from expressions."""
        sheet = self._blad(
            "organisatieblad", _blad_of_leeg(self.bladen, "organisaties", op=self.op)
        )
        klaar = afleiden(bron, self._bladen_van, op=self.op, bewaar=self._bewaar)
        alle = organisaties(klaar["toewijzingen"], klaar["declaratieregels"], sheet)
        self._bewaar("organisaties", alle)

    def herhaal(self, stappen: Sequence[_Stap]) -> None:
        """Everything, by queries that `leid_af` made of another version."""
        self._blad("organisatieblad", _blad_of_leeg(self.bladen, "organisaties", op=self.op))
        for stap in stappen:
            if stap.naam is None:
                self._schrijf_bladen(stap.query)
            else:
                self._schrijf(stap.naam, stap.query)

    def _bewaar(self, naam: str, tabel: Table) -> Table:
        query = self.verbinding.compile(tabel)
        self.stappen.append(_Stap(naam, query))
        return self._schrijf(naam, query)

    def _bladen_van(self, producten: Table) -> Mapping[str, Table]:
        query = self.verbinding.compile(producten)
        self.stappen.append(_Stap(None, query))
        return self._schrijf_bladen(query)

    def _schrijf(self, naam: str, query: str) -> Table:
        self.verbinding.write(query, self.doel / f"{naam}.parquet")
        return self._open(naam)

    def _schrijf_bladen(self, producten: str) -> Mapping[str, Table]:
        voorkomend = [
            (rij["productcategorie"], rij["productcode"])
            for rij in self.verbinding.read(producten).to_pylist()
        ]
        regels = self.bladen.tussentaalregels(op=self.op)
        self._blad("gebieden", referentie.gebieden_tabel())
        self._blad("rangen", referentie.rangen_tabel())
        for soort in ("tarieven", "budgetplafonds", "inwoners"):
            self._blad(soort, _blad_of_leeg(self.bladen, soort, op=self.op))
        return {
            "producten": self._blad("producten", referentie.producten_tabel(voorkomend)),
            "tussentaal": self._blad("tussentaal", referentie.tussentaal_tabel(voorkomend, regels)),
        }

    def _blad(self, naam: str, inhoud: pa.Table) -> Table:
        pq.write_table(inhoud, self.doel / f"{naam}.parquet")
        return self._open(naam)

    def _open(self, naam: str) -> Table:
        return self.verbinding.open_parquet(self.doel / f"{naam}.parquet", naam=f"bewaard_{naam}")


def organisaties(toewijzingen: Table, declaratieregels: Table, sheet: Table) -> Table:
    """Every AGB code with name and soort: of the sheet, else gi for whoever has 47 or 48 (P60)."""
    gi = ibis.ifelse(_.productcategorie.isin(["47", "48"]), 1, 0)
    gezien = (
        toewijzingen.select("aanbieder", gi=gi)
        .union(declaratieregels.select("aanbieder", gi=ibis.literal(0, type="int8")))
        .union(sheet.select(aanbieder=_.agb, gi=ibis.literal(0, type="int8")))
        .group_by(agb=_.aanbieder)
        .agg(gi=_.gi.max())
    )
    bekend = sheet.select("agb", "naam", blad_soort=_.soort)
    samen = gezien.left_join(bekend, "agb")
    soort = samen.blad_soort.coalesce(ibis.ifelse(samen.gi == 1, "gi", "aanbieder"))
    return samen.select("agb", naam=samen.naam.coalesce(samen.agb), soort=soort)


def open_trajecten(verbinding: Verbinding, versie: Versie) -> Trajecten:
    """The derived tables of a version as Ibis tables on a connection."""
    return Trajecten(
        **{
            veld.name: verbinding.open_parquet(versie.map / f"{veld.name}.parquet", naam=veld.name)
            for veld in fields(Trajecten)
            if veld.name != "ingegaan_na"
        }
    )


def open_bron(verbinding: Verbinding, opslag: Opslag, naam: str) -> Table:
    """One of the monitor's own tables, in the version that `opslag` reads."""
    return verbinding.open_delta(opslag.bestanden(naam), SCHEMAS[naam], naam=f"bron_{naam}")


def _blad_of_leeg(bladen: Bladen, soort: str, *, op: date) -> pa.Table:
    tabel = bladen.lees(soort, op=op)
    return bladsoort(soort).schema.empty_table() if tabel is None else tabel


@cache
def stempel_van_de_code() -> str:
    """A change of our definitions is a new version too."""
    hasj = hashlib.sha256()
    for kamer in (paraplu.monitor, paraplu.afspraken):
        wortel = Path(kamer.__path__[0])
        for pad in sorted(p for p in wortel.rglob("*") if p.suffix in {".py", ".csv", ".toml"}):
            hasj.update(pad.read_bytes())
    return hasj.hexdigest()


@contextmanager
def _slot(pad: Path) -> Iterator[None]:
    with pad.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield
