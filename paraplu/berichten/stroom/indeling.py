"""Which path of a message gives which column of which table: the TOML files as values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

MAP = Path(__file__).parent
TYPEN: dict[str, pa.DataType] = {
    "tekst": pa.string(),
    "codes": pa.string(),
    "getal": pa.int64(),
    "bedrag": pa.int64(),
    "klein": pa.int32(),
    "jaar": pa.int32(),
    "dag": pa.date32(),
    "credit": pa.bool_(),
}
#: The children of an amount with its sign: one of the two names, and D (debet) or C (credit).
BEDRAG = ("Bedrag", "TotaalBedrag")
DEBET_CREDIT = "DebetCredit"

#: The texts below one element by path, in the order of the file.
Bladeren = Mapping[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """One column of a table and where it comes from.

    `niveau` is the element that `pad` starts at: "regel", "client" or "bericht"; a column that this
    kind of message does not have is "leeg", a fixed value "vast".
    """

    naam: str
    vorm: str
    niveau: str = "leeg"
    pad: str = ""
    waarde: str | None = None

    def lees(self, bladeren: Bladeren) -> Any:
        """The value in these leaves, or None; ValueError or OverflowError when it has no place here."""
        if self.vorm in ("bedrag", "credit"):
            return _lees_bedrag(self.vorm, self.pad, bladeren)
        teksten = bladeren.get(self.pad)
        return LEZERS[self.vorm](teksten) if teksten else None


@dataclass(frozen=True, kw_only=True)
class Regelsoort:
    """One kind of line in a message: its path from the client (or the root) and its columns."""

    stappen: tuple[str, ...]
    tabel: str
    kolommen: tuple[Kolom, ...]


@dataclass(frozen=True, kw_only=True)
class Indeling:
    """How one kind of message becomes rows.

    `client` is the path to the clients, () where lines hang in the root (319, 320). `stroom` is the
    path to the element with many clients in a declaration, else ().
    """

    client: tuple[str, ...]
    stroom: tuple[str, ...]
    kop: tuple[Kolom, ...]
    slot: tuple[tuple[Kolom, ...], ...]
    regels: tuple[Regelsoort, ...]


@cache
def tabelschema(tabel: str) -> pa.Schema:
    """The columns and types in which the lines of this table are given."""
    return pa.schema([(naam, TYPEN[vorm]) for naam, vorm in _tabellen()[tabel].items()])


@cache
def indeling(soort: str, release: str) -> Indeling:
    """The layout of this kind of message; a release without its own is read as the last of its number."""
    blad = _blad("2.3" if release.startswith("2") else "3.2")
    bericht = blad[soort]
    client = _stappen(bericht.get("client", ""))
    kop = blad["kop"][bericht["kop"]] | bericht.get("kop_erbij", {})
    return Indeling(
        client=client,
        stroom=_stappen(bericht.get("stroom", "")),
        kop=tuple(
            _kolom(naam, vorm, kop.get(naam), client)
            for naam, vorm in _tabellen()["bericht"].items()
        ),
        slot=tuple(
            tuple(_kolom(naam, "codes", pad, ()) for pad in paden)
            for naam, paden in bericht.get("slot", {}).items()
        ),
        regels=tuple(_regelsoort(regel, client) for regel in bericht["regel"]),
    )


def _regelsoort(regel: dict[str, Any], client: tuple[str, ...]) -> Regelsoort:
    tabel = regel["tabel"]
    return Regelsoort(
        stappen=_stappen(regel["element"])[len(client) :],
        tabel=tabel,
        kolommen=tuple(
            _kolom(naam, vorm, regel.get(naam), client) for naam, vorm in _tabellen()[tabel].items()
        ),
    )


def _kolom(naam: str, vorm: str, bron: Any, client: tuple[str, ...]) -> Kolom:
    if bron is None:
        return Kolom(naam=naam, vorm=vorm)
    if isinstance(bron, dict):
        return Kolom(naam=naam, vorm=vorm, niveau="vast", waarde=bron["waarde"])
    if not bron.startswith("/"):
        return Kolom(naam=naam, vorm=vorm, niveau="regel", pad=bron)
    stappen = _stappen(bron[1:])
    if client and stappen[: len(client)] == client:
        return Kolom(naam=naam, vorm=vorm, niveau="client", pad="/".join(stappen[len(client) :]))
    return Kolom(naam=naam, vorm=vorm, niveau="bericht", pad="/".join(stappen))


def _stappen(pad: str) -> tuple[str, ...]:
    return tuple(pad.split("/")) if pad else ()


@cache
def _tabellen() -> dict[str, dict[str, str]]:
    return tomllib.loads((MAP / "tabellen.toml").read_text(encoding="utf-8"))


@cache
def _blad(release: str) -> dict[str, Any]:
    return tomllib.loads((MAP / f"{release}.toml").read_text(encoding="utf-8"))


def _lees_bedrag(vorm: str, pad: str, bladeren: Bladeren) -> int | bool | None:
    """An amount in cents, negative for credit; or whether it is credit."""
    teken = bladeren.get(f"{pad}/{DEBET_CREDIT}")
    bedrag = next(
        (bladeren[f"{pad}/{naam}"] for naam in BEDRAG if f"{pad}/{naam}" in bladeren), None
    )
    if not teken or not bedrag:
        return None
    credit = teken[0] == "C"
    if vorm == "credit":
        return credit
    return -int(bedrag[0]) if credit else int(bedrag[0])


def _lees_dag(teksten: list[str]) -> date:
    return date.fromisoformat(teksten[0].strip())


LEZERS: dict[str, Any] = {
    "tekst": lambda teksten: teksten[0],
    "codes": " ".join,
    "getal": lambda teksten: int(teksten[0]),
    "klein": lambda teksten: int(teksten[0]),
    "jaar": lambda teksten: _lees_dag(teksten).year,
    "dag": _lees_dag,
}
