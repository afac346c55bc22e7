"""Keeps every figure that a report asked for, in a form that is the same whenever it is made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Verborgen

#: Digits of a mean or share that count: what comes after depends on the order of adding.
DUIDELIJK = 9


class Boek:
    """Asks `cijfers` and remembers each answer under a name that a reader understands."""

    def __init__(self, cijfers: Cijfers) -> None:
        self.cijfers = cijfers
        self._cijfers: dict[str, Any] = {}
        #: How often which reason was given for a hidden figure.
        self._verborgen: dict[str, str] = {}

    def waarde(
        self,
        code: str,
        maat: str,
        periode: Periode,
        gebied: Gebied,
        variant: str | None = None,
    ) -> Any:
        """One measure of a value for an area and period; Verborgen where it is not shown."""
        indicator = self.cijfers.indicatoren[code]
        lezing = indicator.kies_variant(variant)
        waarde = self.cijfers.waarden(code, periode, gebied, lezing).get(maat)
        self.write(
            f"{code} {lezing} {maat} {gebied.sleutel or 'gelderland'} {periode.naam}", waarde
        )
        return waarde

    def write(self, naam: str, waarde: Any) -> None:
        """Keep a figure that was asked in another way, under `naam`."""
        if isinstance(waarde, Verborgen):
            self._verborgen[naam] = waarde.reden
        self._cijfers[naam] = freeze(waarde)

    def als_dict(self) -> dict[str, Any]:
        """All figures by name, in the order of their names."""
        return dict(sorted(self._cijfers.items()))

    def redenen(self) -> list[tuple[str, int]]:
        """Why figures are hidden, with how many, the most frequent first."""
        per: dict[str, int] = {}
        for reden in self._verborgen.values():
            per[reden] = per.get(reden, 0) + 1
        return sorted(per.items(), key=lambda paar: (-paar[1], paar[0]))


def freeze(waarde: Any) -> Any:
    """A figure as JSON: the same figure is the same text, on every engine.

    >>> freeze(1 / 3), freeze(Decimal("10.50")), freeze(None)
    ('0.333333333', '10.50', None)
    """
    if isinstance(waarde, Verborgen):
        return {"verborgen": waarde.reden}
    if isinstance(waarde, float):
        return f"{waarde:.{DUIDELIJK}g}"
    if isinstance(waarde, Decimal):
        return str(waarde)
    return waarde


def fingerprint(gegevens: Mapping[str, Any]) -> str:
    """The sha256 of figures or content, over JSON with its keys in order and no spaces."""
    tekst = json.dumps(gegevens, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()


def compare(toen: Mapping[str, Any], nu: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    """The figures that differ: name, then, now; what is missing on one side counts as well."""
    return [
        (naam, toen.get(naam), nu.get(naam))
        for naam in sorted(toen.keys() | nu.keys())
        if naam not in toen or naam not in nu or toen[naam] != nu[naam]
    ]
