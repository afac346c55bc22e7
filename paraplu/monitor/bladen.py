"""Sheets that regions bring themselves, kept as dated reference tables beside the monitor's.

Tussentaal, AGB codes with the type of organisation, tariffs, budget caps and population. A sheet
replaces the one before it from its day on; as known on a day, the newest of then holds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from openpyxl import load_workbook

from paraplu.afspraken import tussentaal
from paraplu.afspraken.blad import (
    Bladfout,
    BladNotReadable,
    Bladrij,
    Kolom,
    lees_blad,
    lees_dag,
    lees_geheel,
    lees_tekst,
)
from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.afspraken.tussentaal import Tussentaalregel
from paraplu.monitor.stand import LOG_BLIJFT


class OnbekendBlad(ValueError):
    """A kind of sheet that the monitor does not have."""


@dataclass(frozen=True, kw_only=True)
class Bladsoort:
    """A kind of sheet: its columns in the file, how it is stored, and what no two rows share."""

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    schema: pa.Schema
    sleutel: tuple[str, ...]


@dataclass(frozen=True)
class Bladversie:
    """One import of a sheet."""

    soort: str
    op: date
    volgnummer: int
    bestand: str
    rijen: int


def _agb(cel: str) -> str:
    if len(cel) != 8 or not (cel.isascii() and cel.isdigit()):
        raise ValueError("Dit is geen AGB-code.")
    return cel


def _soort_organisatie(cel: str) -> str:
    if cel.lower() not in {"gi", "aanbieder"}:
        raise ValueError("Dit is geen soort organisatie.")
    return cel.lower()


def _centen(cel: str) -> int:
    """Euros as 1234.50 or 1.234,50, in cents."""
    schoon = cel.replace("€", "").replace(" ", "")
    if "," in schoon:
        schoon = schoon.replace(".", "").replace(",", ".")
    try:
        centen = Decimal(schoon) * 100
    except InvalidOperation:
        raise ValueError("Dit is geen bedrag.") from None
    if centen != centen.to_integral_value() or centen < 0:
        raise ValueError("Dit is geen bedrag in hele centen.")
    return int(centen)


def _jaar(cel: str) -> int:
    jaar = lees_geheel(cel)
    if not 2015 <= jaar <= 2100:
        raise ValueError("Dit is geen jaar van de jeugdhulp.")
    return jaar


def _gemeente(cel: str) -> str:
    code = cel.zfill(4)
    if code not in GEMEENTEN_CBS:
        raise ValueError("Dit is geen gemeentecode van het CBS.")
    return code


def _aantal(cel: str) -> int:
    aantal = lees_geheel(cel.replace(".", ""))
    if aantal < 0:
        raise ValueError("Een aantal is niet negatief.")
    return aantal


AGB = Kolom("agb", _agb, "Vul acht cijfers in, met de nullen vooraan.")
AANBIEDER = Kolom("aanbieder", _agb, "Vul de AGB-code in: acht cijfers.")
CATEGORIE, CODE = tussentaal.KOLOMMEN[:2]
VANAF = Kolom("vanaf", lees_dag, "Vul een dag in, zoals 2022-01-01.")
TOT = Kolom(
    "tot", lees_dag, "Vul de eerste dag in dat het niet meer geldt, of laat leeg.", verplicht=False
)
JAAR = Kolom("jaar", _jaar, "Vul een jaar in, zoals 2023.")

SOORTEN: dict[str, Bladsoort] = {
    soort.naam: soort
    for soort in (
        Bladsoort(
            naam="tussentaal",
            titel="Tussentaal: welk product in welke groep hoort (R206–R209)",
            kolommen=tussentaal.KOLOMMEN,
            schema=pa.schema(
                [
                    ("productcategorie", pa.string()),
                    ("productcode", pa.string()),
                    ("tussentaal", pa.int64()),
                    ("vanaf", pa.date32()),
                    ("tot", pa.date32()),
                    ("versie", pa.string()),
                    ("toelichting", pa.string()),
                ]
            ),
            sleutel=("productcategorie", "productcode", "vanaf"),
        ),
        Bladsoort(
            naam="organisaties",
            titel="AGB-codes met naam en soort: gi of aanbieder (P60)",
            kolommen=(
                AGB,
                Kolom("naam", lees_tekst, "Vul de naam van de organisatie in."),
                Kolom("soort", _soort_organisatie, "Vul gi of aanbieder in."),
            ),
            schema=pa.schema([("agb", pa.string()), ("naam", pa.string()), ("soort", pa.string())]),
            sleutel=("agb",),
        ),
        Bladsoort(
            naam="tarieven",
            titel="Tarieven per product in euro, van een aanbieder of van allen (P58)",
            kolommen=(
                Kolom(
                    "aanbieder",
                    _agb,
                    "Vul de AGB-code in, of laat leeg voor alle aanbieders.",
                    verplicht=False,
                ),
                CATEGORIE,
                CODE,
                Kolom("eenheid", lees_tekst, "Vul de code van de eenheid in, zoals 46."),
                Kolom("tarief", _centen, "Vul een bedrag in euro in, zoals 95,40."),
                VANAF,
                TOT,
            ),
            schema=pa.schema(
                [
                    ("aanbieder", pa.string()),
                    ("productcategorie", pa.string()),
                    ("productcode", pa.string()),
                    ("eenheid", pa.string()),
                    ("tarief", pa.int64()),
                    ("vanaf", pa.date32()),
                    ("tot", pa.date32()),
                ]
            ),
            sleutel=("aanbieder", "productcategorie", "productcode", "eenheid", "vanaf"),
        ),
        Bladsoort(
            naam="budgetplafonds",
            titel="Budgetplafond per aanbieder en jaar in euro (R201)",
            kolommen=(
                AANBIEDER,
                JAAR,
                Kolom("bedrag", _centen, "Vul een bedrag in euro in, zoals 1250000."),
            ),
            schema=pa.schema(
                [("aanbieder", pa.string()), ("jaar", pa.int64()), ("bedrag", pa.int64())]
            ),
            sleutel=("aanbieder", "jaar"),
        ),
        Bladsoort(
            naam="inwoners",
            titel="Jeugdigen van 0 tot 18 jaar per gemeente en jaar",
            kolommen=(
                Kolom("gemeente", _gemeente, "Vul de gemeentecode in: vier cijfers."),
                JAAR,
                Kolom("jeugdigen", _aantal, "Vul een geheel getal in."),
            ),
            schema=pa.schema(
                [("gemeente", pa.string()), ("jaar", pa.int64()), ("jeugdigen", pa.int64())]
            ),
            sleutel=("gemeente", "jaar"),
        ),
    )
}
_VERSIEKOLOMMEN = [
    ("op", pa.date32()),
    ("volgnummer", pa.int64()),
    ("bestand", pa.string()),
]


def bladsoort(naam: str) -> Bladsoort:
    """The kind of sheet. Raises OnbekendBlad."""
    try:
        return SOORTEN[naam]
    except KeyError:
        raise OnbekendBlad(f"{naam!r} is geen blad; wel: {', '.join(SOORTEN)}") from None


class Bladen:
    """The imported sheets under the monitor's tables: one Delta table per kind, a commit each.

    `eerste`: per kind how many of its imports are seen, the first ones; None: all of them.
    """

    def __init__(self, map: Path, *, eerste: Mapping[str, int] | None = None) -> None:  # noqa: A002
        self.map = Path(map) / "bladen"
        self._eerste = eerste

    def importeer(self, soort: str, inhoud: bytes, *, bestand: str, op: date) -> Bladversie:
        """Check a sheet and keep it. Raises BladNotReadable with every fault in it."""
        blad = bladsoort(soort)
        rijen = lees_rijen(blad, inhoud, bestand=bestand)
        volgnummer = 1 + max((versie.volgnummer for versie in self.versies(soort)), default=0)
        versie = Bladversie(soort, op, volgnummer, Path(bestand).name, len(rijen))
        kop = {"op": op, "volgnummer": volgnummer, "bestand": versie.bestand}
        schema = pa.schema([*_VERSIEKOLOMMEN, *blad.schema])
        tabel = pa.Table.from_pylist([{**kop, **rij} for rij in rijen], schema=schema)
        (self.map / soort).mkdir(parents=True, exist_ok=True)
        write_deltalake(str(self.map / soort), tabel, mode="append", configuration=LOG_BLIJFT)
        return versie

    def lees(self, soort: str, *, op: date) -> pa.Table | None:
        """The newest sheet of `op`, None where none was imported before."""
        laatste = self.geldend(soort, op=op)
        if laatste is None:
            return None
        tabel = self._arrow(soort)
        rij_van = tabel.column("volgnummer").to_pylist()
        gekozen = [i for i, nummer in enumerate(rij_van) if nummer == laatste.volgnummer]
        return tabel.take(pa.array(gekozen, pa.int64())).select(bladsoort(soort).schema.names)

    def geldend(self, soort: str, *, op: date) -> Bladversie | None:
        """The import that holds on `op`: the one with the latest day, of those the last."""
        versies = [versie for versie in self.versies(soort) if versie.op <= op]
        return max(versies, key=lambda versie: (versie.op, versie.volgnummer), default=None)

    def versies(self, soort: str) -> list[Bladversie]:
        """Every import of this kind, the oldest first."""
        if not (self.map / soort / "_delta_log").is_dir():
            return []
        telling: dict[tuple[int, date, str], int] = {}
        kop = self._arrow(soort).select(["volgnummer", "op", "bestand"])
        for rij in kop.to_pylist():
            sleutel = (rij["volgnummer"], rij["op"], rij["bestand"])
            telling[sleutel] = telling.get(sleutel, 0) + 1
        return [
            Bladversie(soort, op, nummer, bestand, aantal)
            for (nummer, op, bestand), aantal in sorted(telling.items())
            if self._eerste is None or nummer <= self._eerste.get(soort, 0)
        ]

    def lijst(self) -> list[Bladversie]:
        """Every import of every kind."""
        return [versie for soort in SOORTEN for versie in self.versies(soort)]

    def tussentaalregels(self, *, op: date) -> tuple[Tussentaalregel, ...]:
        """The mapping that holds: the imported one of then, else the one of `afspraken`."""
        tabel = self.lees("tussentaal", op=op)
        if tabel is None:
            return tussentaal.regels()
        return tuple(Tussentaalregel(**rij) for rij in tabel.to_pylist())

    def stand(self) -> dict[str, int]:
        """How often each kind was imported: every import is one commit (cheap enough per page)."""
        if self._eerste is not None:
            return {soort: self._eerste.get(soort, 0) for soort in SOORTEN}
        return {soort: self._aantal(soort) for soort in SOORTEN}

    def _aantal(self, soort: str) -> int:
        log = (self.map / soort / "_delta_log").glob("*.json")
        return 1 + max((int(pad.stem) for pad in log if pad.stem.isdigit()), default=-1)

    def _arrow(self, soort: str) -> pa.Table:
        return DeltaTable(str(self.map / soort)).to_pyarrow_table()


def lees_rijen(blad: Bladsoort, inhoud: bytes, *, bestand: str) -> list[Mapping[str, object]]:
    """The rows of a sheet (CSV or XLSX) as they are stored. Raises BladNotReadable."""
    if bestand.lower().endswith(".xlsx"):
        inhoud = _csv_van_xlsx(inhoud, bestand)
    if blad.naam == "tussentaal":
        return [vars(regel) for regel in tussentaal.lees_tussentaal(inhoud, bestand=bestand)]
    gelezen = lees_blad(inhoud, blad.kolommen, bestand=bestand)
    fouten = _find_dubbel(gelezen, blad, bestand)
    if not gelezen:
        fouten.append(
            Bladfout(bestand, 1, "", "Dit blad heeft geen rijen.", "Vul ten minste één rij in.")
        )
    if fouten:
        raise BladNotReadable(fouten)
    return [rij.waarden for rij in gelezen]


def _find_dubbel(rijen: tuple[Bladrij, ...], blad: Bladsoort, bestand: str) -> list[Bladfout]:
    eerder: dict[tuple[object, ...], int] = {}
    fouten = []
    for rij in rijen:
        sleutel = tuple(rij.waarden[kolom] for kolom in blad.sleutel)
        if sleutel in eerder:
            tekst = f"Deze rij zegt iets over hetzelfde als regel {eerder[sleutel]}."
            fouten.append(
                Bladfout(bestand, rij.regel, blad.sleutel[0], tekst, "Laat één van de twee staan.")
            )
        eerder.setdefault(sleutel, rij.regel)
    return fouten


def _csv_van_xlsx(inhoud: bytes, bestand: str) -> bytes:
    """The first worksheet as CSV, row for row, so that a finding names the right line."""
    try:
        werkmap = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        rijen = list(werkmap.worksheets[0].iter_rows(values_only=True))
    except Exception as fout:  # openpyxl raises whatever its zip and XML readers raise
        tekst, remedie = "Dit is geen leesbaar XLSX-bestand.", "Sla het opnieuw op, of kies CSV."
        raise BladNotReadable([Bladfout(bestand, 1, "", tekst, remedie)]) from fout
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit)
    for rij in rijen:
        schrijver.writerow([_cel(waarde) for waarde in rij])
    return uit.getvalue().encode()


_CEL: dict[type, Callable[[object], str]] = {
    datetime: lambda waarde: str(waarde)[:10],
    float: lambda waarde: str(waarde).removesuffix(".0"),
    type(None): lambda waarde: "",
}


def _cel(waarde: object) -> str:
    return _CEL.get(type(waarde), str)(waarde)
