"""Receipts and lists as text: a table to read, JSON, or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from paraplu.inname.ontvangst import Gevonden, Ontvangst

PER_BESTAND = {
    "naam": "bestand",
    "berichten": "berichten",
    "nieuw": "nieuw",
    "al_bekend": "al bekend",
    "geweigerd": "geweigerd",
    "regels": "regels",
    "regels_geweigerd": "regels geweigerd",
}
#: Files of a delivery that a table shows; JSON has all.
BESTANDEN_GETOOND = 25
LANGSTE_NAAM = 48


def show_receipt(ontvangst: Ontvangst, bevindingen: Sequence[Gevonden], *, formaat: str) -> str:
    """The receipt with the findings that are shown; CSV has the findings only."""
    if formaat == "json":
        inhoud = asdict(ontvangst) | {
            "buiten_gelderland": ontvangst.buiten_gelderland,
            "aantal_bevindingen": ontvangst.aantal_bevindingen,
            "bevindingen": [asdict(bevinding) for bevinding in bevindingen],
        }
        return json.dumps(inhoud, indent=2, ensure_ascii=False, default=str)
    if formaat == "csv":
        return _csv([asdict(bevinding) for bevinding in bevindingen], Gevonden.kolommen())
    delen = [_heading(ontvangst), _files(ontvangst)]
    if ontvangst.soorten:
        delen += [_kinds(ontvangst), _findings(ontvangst, bevindingen)]
    else:
        delen.append("Geen bevindingen.")
    return "\n\n".join(delen)


def show_rows(rijen: Sequence[Mapping[str, Any]], *, formaat: str) -> str:
    """A list of rows with the same keys."""
    kolommen = list(rijen[0]) if rijen else []
    if formaat == "json":
        return json.dumps(list(rijen), indent=2, ensure_ascii=False, default=str)
    if formaat == "csv":
        return _csv(rijen, kolommen)
    return _table([kolommen, *([rij[naam] for naam in kolommen] for rij in rijen)])


def _heading(ontvangst: Ontvangst) -> str:
    regels = [
        f"Levering {ontvangst.levering} van {ontvangst.dag:%d-%m-%Y}, "
        f"gebracht door {ontvangst.brenger}"
    ]
    if ontvangst.al_genomen:
        regels.append("Deze levering was al binnen. Er is niets veranderd.")
    geteld = {naam: ontvangst.total(naam) for naam in PER_BESTAND if naam != "naam"}
    regels += [
        f"{_count(len(ontvangst.bestanden), 'bestand', 'bestanden')} bewaard",
        f"{_count(geteld['berichten'], 'bericht', 'berichten')}: {geteld['nieuw']} nieuw, "
        f"{geteld['al_bekend']} al bekend, {geteld['geweigerd']} geweigerd",
        f"{_count(geteld['regels'], 'regel', 'regels')} overgenomen, "
        f"{geteld['regels_geweigerd']} geweigerd",
    ]
    if ontvangst.buiten_gelderland:
        wat = _count(ontvangst.buiten_gelderland, "bericht", "berichten")
        regels.append(f"{wat} van gemeenten buiten Gelderland: bewaard, en apart geteld")
    return "\n".join(regels)


def _files(ontvangst: Ontvangst) -> str:
    getoond = ontvangst.bestanden[:BESTANDEN_GETOOND]
    rijen = [[getattr(bestand, naam) for naam in PER_BESTAND] for bestand in getoond]
    tekst = _table([list(PER_BESTAND.values()), *rijen])
    rest = len(ontvangst.bestanden) - len(getoond)
    return tekst + (f"\n… en nog {_count(rest, 'bestand', 'bestanden')}" if rest else "")


def _kinds(ontvangst: Ontvangst) -> str:
    soorten = [[f"{s.aantal}×", s.code, s.tekst] for s in ontvangst.soorten]
    afzenders = [[f"{aantal}×", naam or "onbekend"] for naam, aantal in ontvangst.per_afzender]
    return (
        f"Bevindingen per soort\n{_table(soorten)}\n\nBevindingen per afzender\n{_table(afzenders)}"
    )


def _findings(ontvangst: Ontvangst, bevindingen: Sequence[Gevonden]) -> str:
    regels = [f"Bevindingen: {len(bevindingen)} van {ontvangst.aantal_bevindingen}"]
    for bevinding in bevindingen:
        plek = f", regel {bevinding.regel}" if bevinding.regel else ""
        kost = " (geweigerd)" if bevinding.geweigerd else ""
        regels.append(f"\n{bevinding.naam}{plek}{kost}")
        regels.append(f"  {bevinding.code}  {bevinding.pad}".rstrip())
        regels.append(f"  {bevinding.tekst}")
        if bevinding.remedie:
            regels.append(f"  → {bevinding.remedie}")
    if len(bevindingen) < ontvangst.aantal_bevindingen:
        regels.append(f"\nAlle bevindingen: paraplu levering {ontvangst.levering} --hoogstens 0")
    return "\n".join(regels)


def _count(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def _table(rijen: Sequence[Sequence[Any]]) -> str:
    """Columns under each other; numbers to the right. Long names lose their beginning."""
    teksten = [[_short(str(waarde)) for waarde in rij] for rij in rijen]
    if not teksten or not teksten[0]:
        return ""
    breedtes = [max(len(rij[plek]) for rij in teksten) for plek in range(len(teksten[0]))]
    rechts = [all(isinstance(rij[plek], int) for rij in rijen[1:]) for plek in range(len(breedtes))]
    return "\n".join(
        "  ".join(
            tekst.rjust(breedte) if rechts[plek] and len(rijen) > 1 else tekst.ljust(breedte)
            for plek, (tekst, breedte) in enumerate(zip(rij, breedtes, strict=True))
        ).rstrip()
        for rij in teksten
    )


def _short(tekst: str) -> str:
    """Only names of files are cut: a sentence with spaces is shown whole."""
    te_lang = len(tekst) > LANGSTE_NAAM and " " not in tekst
    return "…" + tekst[1 - LANGSTE_NAAM :] if te_lang else tekst


def _csv(rijen: Sequence[Mapping[str, Any]], kolommen: Sequence[str]) -> str:
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, kolommen, extrasaction="ignore", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().rstrip("\n")
