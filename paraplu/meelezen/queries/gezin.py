"""What the reader sees of others: who looked, what was written, when one was invited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q
from django.utils.timezone import localdate

from paraplu.web.models import Spoor
from paraplu.web.queries import spoor_of_gezin
from paraplu.web.wand.verzoek import beyond_wall

from ..models import Inbreng, Uitnodiging
from ..spoor import GEZINSLID
from .lezer import Leesstuk, Lezer

#: How many lines of the trace are read, and how many days are shown at most.
REGELS: Final = 2000
CASUS: Final = re.compile(r"\bC(\d+)\b")


@dataclass(frozen=True)
class Blik:
    """Who did something with the file on a day: by function and organisation, never by name."""

    dag: date
    functie: str
    organisatie: str
    keek: bool
    nood: bool
    ik: bool


def list_blikken(lezer: Lezer) -> list[Blik]:
    """Who looked at the file of this family for this case, per day, the last first (R4).

    What other members of the family do here is theirs: of the lines without an account only one's
    own are shown. Lines that name another case of the family are left out.
    """
    with beyond_wall():
        eigen = {
            f"{GEZINSLID}{rij.nummer}"
            for rij in Uitnodiging.objects.filter(persoon=lezer.persoon, casus=lezer.casus)
        }
        regels = list(
            spoor_of_gezin(lezer.casus.gezin.nummer).filter(
                Q(gebruiker__isnull=False) | Q(als__in=eigen), resultaat="gelukt"
            )[:REGELS]
        )
    gezien = (_as_blik(r, eigen) for r in regels if _is_about(r, lezer.casus.pk))
    return list(dict.fromkeys(gezien))


def _is_about(regel: Spoor, casus: int) -> bool:
    """Whether a line names this case, or no case at all; an invitation of somebody is theirs."""
    genoemd = {int(nummer) for nummer in CASUS.findall(regel.voorwerp)}
    if " U" in regel.voorwerp and regel.gebruiker_id:
        return False
    return not genoemd or casus in genoemd


def _as_blik(regel: Spoor, eigen: Iterable[str]) -> Blik:
    functie, _komma, organisatie = regel.als.partition(", ")
    ik = regel.als in eigen
    return Blik(
        dag=localdate(regel.wanneer),
        functie="" if ik else functie,
        organisatie="" if ik else organisatie,
        keek=ik or regel.handeling.endswith(("bekijken", "downloaden")),
        nood=regel.doel == "noodtoegang",
        ik=ik,
    )


def list_uitnodigingen(lezer: Lezer) -> list[Uitnodiging]:
    """When this person was invited, and until when."""
    with beyond_wall():
        return list(Uitnodiging.objects.filter(persoon=lezer.persoon, casus=lezer.casus))


def own_inbreng(lezer: Lezer, *, bij: Leesstuk | None = None) -> list[Inbreng]:
    """What this person wrote in this case, with who saw it; `bij` keeps those about one item."""
    with beyond_wall():
        rijen = Inbreng.objects.filter(persoon=lezer.persoon, casus=lezer.casus)
        return _read_all(_about(rijen, bij))


def shared_inbreng(lezer: Lezer, *, bij: Leesstuk) -> list[Inbreng]:
    """What others of the family wrote about this item and share now."""
    with beyond_wall():
        rijen = Inbreng.objects.filter(casus=lezer.casus).exclude(persoon=lezer.persoon)
        return [rij for rij in _read_all(_about(rijen, bij)) if is_shared(rij)]


def is_shared(inbreng: Inbreng) -> bool:
    """Whether the writer lets the others of the family read it: the last choice counts."""
    keuzes = list(inbreng.deelkeuzes.all())
    return bool(keuzes and keuzes[-1].deelt)


def _about(rijen: Any, bij: Leesstuk | None) -> Any:
    if bij is None:
        return rijen
    return rijen.filter(stuk_soort=bij.soort.sleutel, stuk_sleutel=bij.stuk.sleutel)


def _read_all(rijen: Any) -> list[Inbreng]:
    """Read with what the page shows of them, so that nothing is asked outside the wall."""
    gelezen = list(
        rijen.select_related("persoon").prefetch_related(
            "deelkeuzes", "gezien__medewerker__organisatie"
        )
    )
    for rij in gelezen:
        rij.gedeeld = is_shared(rij)
    return gelezen
