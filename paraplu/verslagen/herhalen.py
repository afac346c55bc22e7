"""Makes a kept report again and lays it beside what was published, figure by figure, hash by hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from paraplu.monitor.stand import Stand, StandNietLeesbaar

from . import bewaren
from .boek import compare
from .herkomst import code_version, tool_versions
from .maken import FORMATEN, Gemaakt, make_cijfers, remake_rapport
from .models import Rapport

Verschil = tuple[str, Any, Any]


class KanNietHerhalen(Exception):
    """The report cannot be made again; `str()` says what is missing."""


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What came out: per part whether it is the same, the figures that differ, and likely causes."""

    gelijk: Mapping[str, bool]
    verschillen: tuple[Verschil, ...]
    oorzaken: tuple[str, ...]

    @property
    def is_gelijk(self) -> bool:
        """Whether all parts are the same."""
        return all(self.gelijk.values())


def repeat(rapport: Rapport) -> Uitkomst:
    """Make it again from what was kept. Raises KanNietHerhalen."""
    try:
        stand = Stand.van_dict(rapport.stand)
        opnieuw = remake_rapport(rapport.gevraagd, stand, rapport.herkomst, rapport.kijk)
    except StandNietLeesbaar as fout:
        raise KanNietHerhalen(str(fout)) from fout
    gelijk = {"cijfers": opnieuw.afdruk_cijfers == rapport.afdruk_cijfers}
    oorzaken = []
    for formaat in FORMATEN:
        gelijk[formaat] = opnieuw.afdruk(formaat) == rapport.afdruk(formaat)
        try:
            bewaren.read(rapport.afdruk(formaat), formaat)
        except bewaren.BestandWeg as fout:
            gelijk[formaat] = False
            oorzaken.append(str(fout))
    if not all(gelijk.values()):
        oorzaken.extend(_list_oorzaken(rapport, opnieuw))
    verschillen = tuple(compare(rapport.cijfers, opnieuw.cijfers))
    return Uitkomst(gelijk=gelijk, verschillen=verschillen, oorzaken=tuple(oorzaken))


def _list_oorzaken(rapport: Rapport, opnieuw: Gemaakt) -> list[str]:
    """What is not as it was when the report was made: one of these moved it."""
    oorzaken = []
    for code, versie in sorted(opnieuw.definities.items()):
        toen = rapport.definities.get(code)
        if toen != versie:
            oorzaken.append(f"De definitie van {code} was {toen or 'er niet'} en is nu {versie}.")
    if rapport.code != code_version():
        oorzaken.append(f"Het programma was {rapport.code} en is nu {code_version()}.")
    for naam, versie in sorted(tool_versions().items()):
        if rapport.gereedschap.get(naam) != versie:
            oorzaken.append(f"{naam} was {rapport.gereedschap.get(naam)} en is nu {versie}.")
    return oorzaken or ["Het programma is hetzelfde: de bewaarde gegevens zijn veranderd."]


def compare_with_now(rapport: Rapport, *, op: date) -> list[Verschil]:
    """Which figures of the report are others today: name, in the report, now. Raises OpzetKanNiet.

    With the thresholds of today: what is hidden now stays hidden.
    """
    nu = make_cijfers(replace(rapport.gevraagd, bekend_op=None), op=op)
    return compare(rapport.cijfers, nu)
