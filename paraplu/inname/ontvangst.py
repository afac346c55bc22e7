"""The receipt of a delivery, as values: what was taken, refused and already known, and why."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from paraplu.afspraken.gebieden import gemeenten
from paraplu.monitor import ontvangst as tabellen
from paraplu.monitor.opslag import Opslag


@dataclass(frozen=True, kw_only=True)
class BestandOntvangst:
    """What one file of a delivery brought.

    `berichten` = `nieuw` + `al_bekend` + `geweigerd`. `regels` and `regels_geweigerd` are lines of
    new messages: taken, and refused inside a message that was taken.
    """

    bestand: str
    naam: str
    bytes: int
    berichten: int
    nieuw: int
    al_bekend: int
    geweigerd: int
    regels: int
    regels_geweigerd: int


@dataclass(frozen=True, kw_only=True)
class SoortBevinding:
    """How often one kind of finding occurs, and how often it refused something."""

    code: str
    tekst: str
    remedie: str
    aantal: int
    geweigerd: int


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """One finding as it is shown; `geweigerd`: it cost a line, a client or the message its place."""

    naam: str
    regel: int
    pad: str
    code: str
    tekst: str
    remedie: str
    geweigerd: bool
    afzender: str | None
    soort: str | None

    @classmethod
    def kolommen(cls) -> list[str]:
        """The names of the columns, in the order in which they are written."""
        return [veld.name for veld in fields(cls)]


@dataclass(frozen=True, kw_only=True)
class Ontvangst:
    """The receipt. `al_genomen`: this very delivery had been taken before; nothing was added."""

    levering: str
    dag: date
    brenger: str
    bestanden: tuple[BestandOntvangst, ...]
    soorten: tuple[SoortBevinding, ...]
    per_afzender: tuple[tuple[str, int], ...]
    per_gemeente: tuple[tuple[str, int], ...]
    al_genomen: bool = False

    @property
    def aantal_bevindingen(self) -> int:
        """All findings of this delivery."""
        return sum(soort.aantal for soort in self.soorten)

    @property
    def buiten_gelderland(self) -> int:
        """Messages of gemeenten other than the 51: kept, and counted apart in every figure."""
        binnen = {gemeente.code for gemeente in gemeenten() if gemeente.in_gvjb}
        return sum(aantal for code, aantal in self.per_gemeente if code not in binnen)

    def total(self, naam: str) -> int:
        """The sum over all files of one count, for example `total("regels")`."""
        return sum(getattr(bestand, naam) for bestand in self.bestanden)


def receipt_of(levering: str, *, opslag: Opslag, al_genomen: bool = False) -> Ontvangst | None:
    """The receipt of a finished delivery, read from the tables; None when there is none."""
    gelezen = tabellen.ontvangst(opslag, levering)
    if gelezen is None:
        return None
    return Ontvangst(
        levering=gelezen["levering"],
        dag=gelezen["dag"],
        brenger=gelezen["brenger"],
        bestanden=tuple(_only_fields(BestandOntvangst, rij) for rij in gelezen["bestanden"]),
        soorten=tuple(_only_fields(SoortBevinding, rij) for rij in gelezen["soorten"]),
        per_afzender=tuple((rij["afzender"] or "", rij["aantal"]) for rij in gelezen["afzenders"]),
        per_gemeente=tuple((rij["gemeente"], rij["berichten"]) for rij in gelezen["gemeenten"]),
        al_genomen=al_genomen,
    )


def findings_of(levering: str, *, opslag: Opslag, hoogstens: int | None) -> list[Gevonden]:
    """The findings of a delivery by file and line; at most `hoogstens`, None for all."""
    rijen = tabellen.bevindingen(opslag, levering, hoogstens=hoogstens)
    return [_only_fields(Gevonden, rij) for rij in rijen]


def _only_fields(soort: type, rij: dict[str, Any]) -> Any:
    return soort(**{veld.name: rij[veld.name] for veld in fields(soort)})
