"""What is the same at every table (R86), read from `gegevens/regels.toml`: each rule with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Persoon

BESTAND = Path(__file__).parent / "gegevens" / "regels.toml"

#: Where a question belongs that is not for this table, as people read it (R79).
ANDERE_TAFELS: Mapping[str, Any] = MappingProxyType(
    {
        "ret": _("Het Regionaal Expertteam"),
        "mda": _("De tafel voor huiselijk geweld (MDA++)"),
        "mdo": _("Het overleg in het eigen team (MDO)"),
    }
)


@dataclass(frozen=True, kw_only=True)
class AanmelderRegel:
    """Who of which kind of organisation writes a request; `samen`: for and with somebody else."""

    sleutel: str
    soort: str
    rol: str
    samen: bool
    vereiste: str


@cache
def _gegevens() -> dict[str, Any]:
    return tomllib.loads(BESTAND.read_text(encoding="utf-8"))


@cache
def aanmelders() -> Mapping[str, AanmelderRegel]:
    """Who may bring a family to the table, by key of `models.Aanmelder` (R18)."""
    return MappingProxyType(
        {
            sleutel: AanmelderRegel(
                sleutel=sleutel,
                soort=regel["soort"],
                rol=regel["rol"],
                samen=regel.get("samen", False),
                vereiste=regel["vereiste"],
            )
            for sleutel, regel in _gegevens()["aanmelder"].items()
        }
    )


def aanmelders_of(rollen: set[tuple[str, str]]) -> list[str]:
    """Which of them somebody with these roles, as (kind of organisation, role), may be."""
    return [regel.sleutel for regel in aanmelders().values() if (regel.soort, regel.rol) in rollen]


def invited_always() -> frozenset[str]:
    """Roles without which no session is complete (R18)."""
    alle = _gegevens()["genodigde"].items()
    return frozenset(rol for rol, regel in alle if regel["bij"] == "altijd")


def contact_for(andere_tafel: str) -> str:
    """For what one calls when a question belongs elsewhere: a key of `netwerk.bellen`."""
    return str(_gegevens()["andere_tafel"][andere_tafel]["contact"])


def papers_of_toetsing() -> tuple[str, ...]:
    """The papers that go with the ending of an OTS, as kinds of `models.Bijlage` (R81)."""
    return tuple(_gegevens()["toetsing"]["bijlagen"])


def begins_with(regio: str) -> dict[str, Any]:
    """Settings with which the table of this region begins, where they differ from the others (R274)."""
    regel = _gegevens()["regio"].get(regio, {})
    return {naam: waarde for naam, waarde in regel.items() if naam != "vereiste"}


def list_vereisten() -> dict[str, str]:
    """Every rule with the requirement it names, for the test that holds them against the ledger."""
    gevonden: dict[str, str] = {}
    for groep, inhoud in _gegevens().items():
        regels = {groep: inhoud} if "vereiste" in inhoud else inhoud
        gevonden |= {
            naam if naam == groep else f"{groep}.{naam}": regel["vereiste"]
            for naam, regel in regels.items()
        }
    return gevonden


def is_heard(persoon: Persoon, *, op: date) -> bool:
    """Whether it is agreed beforehand how this child is heard: from twelve years (R57, P27)."""
    if persoon.rol != Persoon.Rol.KIND or persoon.geboortedatum is None:
        return False
    return age_on(persoon.geboortedatum, op) >= _gegevens()["kind"]["vanaf"]


def age_on(geboren: date, op: date) -> int:
    """Whole years on a day.

    >>> age_on(date(2014, 3, 2), date(2026, 3, 1)), age_on(date(2014, 3, 2), date(2026, 3, 2))
    (11, 12)
    """
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))
