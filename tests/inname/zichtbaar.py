"""What the tables say to who reads them by their rules, in plain loops: a second reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from paraplu.inname.ontvangst import receipt_of
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import REGELTABELLEN

Rij = dict[str, Any]


def zichtbaar(tabellen: Path) -> dict[str, list[str]]:
    """Every visible row of every table, without `batch`, as sorted texts.

    A line counts when its batch is that of its message; a message when it was delivered; a finding
    when its batch is that of a file.
    """
    opslag = Opslag(tabellen)
    rijen = {naam: opslag.arrow(naam).to_pylist() for naam in (*REGELTABELLEN, *ANDERE)}
    geleverd = {rij["bericht"] for rij in rijen["aanlevering"]}
    berichten = {(r["bericht"], r["batch"]) for r in rijen["bericht"] if r["bericht"] in geleverd}
    bestanden = {rij["batch"] for rij in rijen["bestand"]}
    for naam in (*REGELTABELLEN, "bericht"):
        rijen[naam] = [r for r in rijen[naam] if (r["bericht"], r["batch"]) in berichten]
    rijen["bevinding"] = [r for r in rijen["bevinding"] if r["batch"] in bestanden]
    return {naam: sorted(_tekst(rij) for rij in tabel) for naam, tabel in rijen.items()}


ANDERE = ("bericht", "bevinding", "aanlevering", "bestand", "levering")


def zonder_leveringen(alles: dict[str, list[str]]) -> dict[str, list[str]]:
    """Only what messages say, whoever brought them."""
    return {naam: alles[naam] for naam in (*REGELTABELLEN, "bericht")}


def ontvangsten(tabellen: Path) -> list[Any]:
    """The receipts of all deliveries, by number."""
    opslag = Opslag(tabellen)
    nummers = sorted(rij["levering"] for rij in opslag.arrow("levering").to_pylist())
    return [receipt_of(nummer, opslag=opslag) for nummer in nummers]


def _tekst(rij: Rij) -> str:
    return repr(sorted((naam, str(waarde)) for naam, waarde in rij.items() if naam != "batch"))
