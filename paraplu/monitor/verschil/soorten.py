"""What the difference between then and now is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from paraplu.monitor.indicator import Indicator
from paraplu.monitor.periode import Periode
from paraplu.monitor.uitkomst import Waarde
from paraplu.monitor.verbergen import Verborgen


class Oorzaak(StrEnum):
    """Why a row came, went or changed; the value is what the reader sees."""

    LATE_TOEWIJZING = "toewijzing later gestuurd"
    NIEUWE_VERSIE = "nieuwe versie van de toewijzing"
    LATE_START = "start later gemeld"
    LATE_STOP = "stop later gemeld"
    INTREKKING = "ingetrokken of verwijderd (status 3 of reden 13)"
    WEIGERING = "geweigerd in een antwoord"
    VERVANGEN = "ander bericht met dezelfde identiteit geldt"
    LATE_DECLARATIE = "declaratie later ingediend"
    CREDIT = "gecrediteerd"
    ANTWOORD = "declaratie later beantwoord"
    VERZOEK = "verzoek om toewijzing later gestuurd"
    BLAD = "ander blad ingelezen"
    ANDERS = "anders"


GEKOMEN: Final = "gekomen"
WEG: Final = "weg"
ANDERS: Final = "veranderd"


@dataclass(frozen=True, kw_only=True)
class Aanleiding:
    """A message (or a sheet: without `bericht`) that moved a row.

    `dag`: when it became known; `levering`: the delivery that brought it first.
    """

    oorzaak: Oorzaak
    bericht: str = ""
    soort: str = ""
    dag: date | None = None
    levering: str = ""
    blad: str = ""


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One row that came, went or changed. `veranderd`: per column what it was and is.

    `afgevallen_toen`, `afgevallen_nu`: on what the row fell off at the moment that it did not count;
    None where it was no candidate at all.
    """

    soort: str
    sleutel: tuple[Any, ...]
    kind: str
    oorzaak: Oorzaak
    aanleidingen: tuple[Aanleiding, ...]
    veranderd: Mapping[str, tuple[Any, Any]]
    regel: Mapping[str, Any]
    afgevallen_toen: str | None = None
    afgevallen_nu: str | None = None
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Oorzaakdeel:
    """How many rows one cause brought, took away and changed."""

    oorzaak: Oorzaak
    gekomen: int
    weg: int
    veranderd: int


@dataclass(frozen=True, kw_only=True)
class Leveringdeel:
    """One delivery (or sheet) with the number of rows that it helped to move."""

    levering: str
    dag: date | None
    brenger: str
    berichten: int
    regels: int
    blad: str = ""


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """A figure then and now. The counts of the causes add up: toen + gekomen − weg = nu.

    For a reader who may not see the rows `wijzigingen` and `leveringen` are empty, and the counts
    are `verborgen` where one of them is small.
    """

    indicator: Indicator
    variant: str
    periode: Periode
    filters: Mapping[str, str]
    toen: str
    nu: str
    waarden_toen: Mapping[str, Waarde]
    waarden_nu: Mapping[str, Waarde]
    regels_toen: int | Verborgen
    regels_nu: int | Verborgen
    oorzaken: tuple[Oorzaakdeel, ...]
    wijzigingen: tuple[Wijziging, ...] = field(repr=False, default=())
    leveringen: tuple[Leveringdeel, ...] = ()
    verborgen: Verborgen | None = None

    def aantal(self, soort: str) -> int:
        """How many rows came (`gekomen`), went (`weg`) or changed (`veranderd`)."""
        return sum(getattr(deel, soort) for deel in self.oorzaken)
