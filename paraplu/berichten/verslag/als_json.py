"""A report as one JSON document, written while the check goes on. `docs/controleren.md` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, TextIO

from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.verslag.gang import Begin, Gebeurtenis, Telling, is_afgebroken
from paraplu.berichten.verslag.uitleg import uitleg

#: Goes up when a field changes its meaning or goes away; a new field alone does not change it.
VERSIE = 1
WEIGERT: Final[tuple[Weigert, ...]] = ("bericht", "client", "regel")


def schrijf_json(gebeurtenissen: Iterable[Gebeurtenis], uit: TextIO) -> Telling:
    """Write files with their findings as they come, then the sums; one finding per line."""
    telling = Telling()
    uit.write(f'{{"versie": {VERSIE}, "bestanden": [')
    for gebeurtenis in gebeurtenissen:
        if isinstance(gebeurtenis, Begin):
            uit.write(",\n " if telling.bestanden else "\n ")
            uit.write(_tekst(_begin(gebeurtenis))[:-1] + ', "bevindingen": [')
            eerste = True
        elif isinstance(gebeurtenis, Bevinding):
            uit.write("\n  " if eerste else ",\n  ")
            uit.write(_tekst(toon_bevinding(gebeurtenis)))
            eerste = False
        else:
            slot = {
                "oordeel": gebeurtenis.oordeel,
                "aantal": gebeurtenis.aantal,
                "weigert": {wat: gebeurtenis.kosten.get(wat, 0) for wat in WEIGERT},
                "gelezen": gebeurtenis.gelezen,
            }
            uit.write("], " + _tekst(slot)[1:])
        telling.tel(gebeurtenis)
    uit.write(f'\n], "per_code": {_rij(toon_codes(telling))}')
    volledig = json.dumps(not is_afgebroken(gebeurtenissen))
    uit.write(f', "volledig": {volledig}, "totaal": {_tekst(toon_totaal(telling))}}}\n')
    return telling


def _begin(begin: Begin) -> dict[str, Any]:
    return {
        "bestand": begin.bestand,
        "soort": begin.soort or None,
        "release": begin.release or None,
    }


def toon_bevinding(bevinding: Bevinding) -> dict[str, Any]:
    """One finding; `regel` is null when the file as a whole is meant, `weigert` when it refuses nothing."""
    return {
        "regel": bevinding.regel or None,
        "pad": bevinding.pad,
        "code": bevinding.code,
        "tekst": bevinding.tekst,
        "remedie": bevinding.remedie,
        "weigert": bevinding.weigert or None,
    }


def toon_codes(telling: Telling) -> list[dict[str, Any]]:
    """The sums per code, with what the standard says of it."""
    return [
        {
            "code": code,
            "titel": uitleg(code).titel,
            "niveau": uitleg(code).niveau,
            "retourcode": uitleg(code).retourcode or None,
            "aantal": som.aantal,
            "bestanden": som.bestanden,
        }
        for code, som in telling.codes()
    ]


def toon_totaal(telling: Telling) -> dict[str, int]:
    """How many files got which verdict, and how many findings there are."""
    return {
        "bestanden": telling.bestanden,
        "goed": telling.oordelen["goed"],
        "met_opmerkingen": telling.oordelen["met opmerkingen"],
        "geweigerd": telling.oordelen["geweigerd"],
        "niet_gelezen": telling.niet_gelezen,
        "bevindingen": telling.bevindingen,
    }


def _rij(rijen: list[dict[str, Any]]) -> str:
    return "[" + ",".join("\n " + _tekst(rij) for rij in rijen) + "]"


def _tekst(waarde: Mapping[str, Any]) -> str:
    return json.dumps(waarde, ensure_ascii=False)
