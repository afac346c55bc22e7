"""All derived lists of one world as known on one day, made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from tests.generated.naief.geld import declaratieregels
from tests.generated.naief.ketens import deelt_dag, maatregelen
from tests.generated.naief.toewijzingen import (
    is_jeugdhulp,
    is_maatregelcategorie,
    toewijzingen,
    verwijderde,
)
from tests.generated.naief.zicht import Tabellen, zichtbaar
from tests.generated.naief.zorg import starts, stops, zorgperioden

Rij = dict[str, Any]

#: Only what came in after this day counts (R193-R198, P6).
NA = date(2017, 1, 1)


@dataclass
class Beeld:
    """A world read by the second reading; sheets as they were imported."""

    tabellen: Tabellen
    bekend_op: date | None = None
    tarieven: list[Rij] = field(default_factory=list)
    plafonds: list[Rij] = field(default_factory=list)
    soorten_agb: dict[str, str] = field(default_factory=dict)

    @cached_property
    def zicht(self) -> Tabellen:
        """Tables as they count."""
        return zichtbaar(self.tabellen, self.bekend_op)

    @cached_property
    def toewijzingen(self) -> dict[str, Rij]:
        """Allocations that exist."""
        return toewijzingen(self.zicht["toewijzing"])

    @cached_property
    def zorgperioden(self) -> list[Rij]:
        """Periods of care."""
        return zorgperioden(
            self.toewijzingen,
            verwijderde(self.zicht["toewijzing"]),
            starts(self.zicht["start"]),
            stops(self.zicht["stop"]),
        )

    @cached_property
    def declaraties(self) -> list[Rij]:
        """Declared lines with their verdict."""
        return declaratieregels(self.zicht, self.toewijzingen)

    @cached_property
    def per_variant(self) -> dict[str, list[Rij]]:
        """Measures as each variant sees them."""
        return {
            variant: maatregelen(variant, self.toewijzingen, self.zorgperioden)
            for variant in ("letterlijk", "aaneengesloten", "toegewezen")
        }

    def maatregelen(self, variant: str) -> list[Rij]:
        """Measures as this variant sees them."""
        return self.per_variant[variant]

    @cached_property
    def gis(self) -> set[str]:
        """Who is a GI (P60): by the sheet, else who has an allocation in 47 or 48."""
        uit = {agb for agb, soort in self.soorten_agb.items() if soort == "GI"}
        for rij in self.toewijzingen.values():
            if rij["aanbieder"] not in self.soorten_agb and is_maatregelcategorie(
                rij["productcategorie"]
            ):
                uit.add(rij["aanbieder"])
        return uit

    @cached_property
    def kinderen_met_maatregelgeld(self) -> set[str]:
        """Children with at least one granted line in 47 or 48, whenever."""
        return {
            rij["kind"]
            for rij in self.declaraties
            if rij["toegekend"] and is_maatregelcategorie(rij["productcategorie"])
        }

    @cached_property
    def toewijzingen_met_geld(self) -> set[str]:
        """Allocations with at least one granted line."""
        return {rij["toewijzing"] for rij in self.declaraties if rij["toegekend"]}

    @cached_property
    def hulp(self) -> list[Rij]:
        """Allocations of jeugdhulp (and taakgericht starts without one) with their periods."""
        uit: dict[str, Rij] = {
            naam: {**rij, "perioden": []}
            for naam, rij in self.toewijzingen.items()
            if is_jeugdhulp(rij["productcategorie"])
        }
        for periode in self.zorgperioden:
            if not is_jeugdhulp(periode["productcategorie"]):
                continue
            eigen = uit.setdefault(periode["toewijzing"], {**periode, "perioden": []})
            eigen["perioden"].append(periode)
        for rij in uit.values():
            rij["perioden"].sort(key=lambda periode: periode["begin"])
            rij["start"] = rij["perioden"][0]["begin"] if rij["perioden"] else None
        return list(uit.values())

    def maatregel_bij(self, kind: str, van: date, tot: date) -> Rij | None:
        """The measure of a child that shares a day with a period: latest begun, lowest key (P60).

        It ends as P56 says: the definitive stop, else the Einddatum of the allocation, else open.
        """
        lopend = [
            rij
            for rij in self.maatregelen("letterlijk")
            if rij["kind"] == kind and deelt_dag(rij["begin"], rij["einde_of_toewijzing"], van, tot)
        ]
        lopend.sort(key=lambda rij: rij["toewijzing"], reverse=True)
        lopend.sort(key=lambda rij: rij["begin"])
        return lopend[-1] if lopend else None

    def gi_op(self, kind: str, dag: date) -> str | None:
        """The GI whose measure runs that day."""
        maatregel = self.maatregel_bij(kind, dag, dag)
        return maatregel["aanbieder"] if maatregel else None


def deelt(rij: Rij, dag: date) -> bool:
    """Begun and not ended before `dag`."""
    return rij["begin"] <= dag and (rij["einde"] is None or rij["einde"] >= dag)
