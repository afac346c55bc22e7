"""The course of one household, and what happened in the gemeenten of the gardens, to count over.

Figures are decided once for everybody, over all gardens, so these are read beyond the wall; what a
page shows of them is held to what its reader may see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from paraplu.casussen.models import Casus, CasusStap, Maatregel
from paraplu.web.wand.verzoek import beyond_wall

from ..lezen.organisaties import Drukte, measure_drukte
from ..models import Huisgenoot, Huishouden, Screening, Tuin, Tuingemeente

#: The route of the Jeugdbeschermingstafel, and its step in which the Raad is asked to investigate.
TAFEL = "beschermingstafel"
VTO = "vto"
_KINDEREN = {Huisgenoot.Rol.KIND, Huisgenoot.Rol.VOLWASSEN_KIND}


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """What of one household counts in a figure; no name and no words of anybody."""

    huishouden: int
    tuin: str
    regio: str
    soort: str
    instroom_op: date
    via: str
    uitstroom_op: date | None
    reden: str
    wisselingen: int
    drukte: Drukte
    gesprekken: int
    #: Per child whether it has or had help of its own.
    kinderen: tuple[bool, ...]
    #: Whether an adult has a problem of its own; None when none was screened.
    volwassen_probleem: bool | None
    #: Day, kind, and whether help had begun, of each look afterwards that took place.
    volgmomenten: tuple[tuple[date, str, bool], ...]

    def until(self, op: date) -> date:
        """The day up to which it is counted: when it left, or today."""
        return min(self.uitstroom_op or op, op)


@dataclass(frozen=True, kw_only=True)
class Gebeurd:
    """Something of the other work in a gemeente of a garden: a measure, or a request to a table."""

    soort: str
    nummer: int
    tuin: str
    regio: str
    dag: date
    naar_raad: bool | None = None


def read_verlopen(*, op: date) -> list[Verloop]:
    """The course of every household of every garden, as known on a day."""
    with beyond_wall():
        alle = Huishouden.objects.filter(instroom_op__lte=op).select_related("tuin")
        rijen = alle.prefetch_related(
            "aanspreekpunten",
            "betrokkenheden",
            "gesprekken",
            "volgmomenten",
            "hulp",
            "mensen__screeningen",
        ).order_by("pk")
        return [_read(huishouden, op) for huishouden in rijen]


def _read(huishouden: Huishouden, op: date) -> Verloop:
    mensen = list(huishouden.mensen.all())
    geholpen = {hulp.huisgenoot_id for hulp in huishouden.hulp.all() if hulp.begonnen_op <= op}
    weg = huishouden.uitstroom_op if (huishouden.uitstroom_op or date.max) <= op else None
    return Verloop(
        huishouden=huishouden.pk,
        tuin=huishouden.tuin.nummer,
        regio=huishouden.tuin.regio,
        soort=huishouden.soort,
        instroom_op=huishouden.instroom_op,
        via=huishouden.instroom_via,
        uitstroom_op=weg,
        reden=huishouden.uitstroom_reden if weg else "",
        wisselingen=sum(p.vanaf <= op for p in huishouden.aanspreekpunten.all()) - 1,
        drukte=measure_drukte(huishouden, huishouden.betrokkenheden.all(), op=op),
        gesprekken=sum(gesprek.op <= op for gesprek in huishouden.gesprekken.all()),
        kinderen=tuple(mens.pk in geholpen for mens in mensen if mens.rol in _KINDEREN),
        volwassen_probleem=_has_problem(mensen, op),
        volgmomenten=tuple(
            (moment.gehouden_op, moment.na, moment.hulp_begonnen)
            for moment in huishouden.volgmomenten.all()
            if moment.gehouden_op and moment.gehouden_op <= op
        ),
    )


def _has_problem(mensen: list[Huisgenoot], op: date) -> bool | None:
    """Of each adult and domain the last screening counts."""
    laatste = {
        (mens.pk, rij.domein): rij.uitkomst
        for mens in mensen
        if mens.rol not in _KINDEREN
        for rij in mens.screeningen.all()
        if rij.op <= op
    }
    return Screening.Uitkomst.SPEELT in laatste.values() if laatste else None


def read_gebeurd(*, op: date) -> list[Gebeurd]:
    """New measures and requests to a table in the gemeenten of a garden, two calendar years back."""
    with beyond_wall():
        tuinen: dict[str, Tuin] = {
            rij.gemeente: rij.tuin
            for rij in Tuingemeente.objects.select_related("tuin").order_by("-vanaf")
            if rij.holds(op)
        }
        return [*_read_maatregelen(tuinen, op), *_read_verzoeken(tuinen, op)]


def _read_maatregelen(tuinen: dict[str, Tuin], op: date) -> Iterator[Gebeurd]:
    rijen = Maatregel.objects.filter(
        persoon__gezin__gemeente__in=tuinen, uitspraak_op__lte=op
    ).values_list("persoon_id", "persoon__gezin__gemeente", "uitspraak_op")
    for persoon, gemeente, dag in rijen.order_by("pk"):
        tuin = tuinen[gemeente]
        yield Gebeurd(
            soort="maatregel", nummer=persoon, tuin=tuin.nummer, regio=tuin.regio, dag=dag
        )


def _read_verzoeken(tuinen: dict[str, Tuin], op: date) -> Iterator[Gebeurd]:
    casussen = Casus.objects.filter(
        route_sleutel=TAFEL, gezin__gemeente__in=tuinen, geopend_op__lte=op
    )
    met_vto = set(
        CasusStap.objects.filter(casus__in=casussen, sleutel=VTO)
        .exclude(uitkomst="vervallen")
        .values_list("casus_id", flat=True)
    )
    for pk, gemeente, dag in casussen.order_by("pk").values_list(
        "pk", "gezin__gemeente", "geopend_op"
    ):
        tuin = tuinen[gemeente]
        yield Gebeurd(
            soort="tafel",
            nummer=pk,
            tuin=tuin.nummer,
            regio=tuin.regio,
            dag=dag,
            naar_raad=pk in met_vto,
        )
