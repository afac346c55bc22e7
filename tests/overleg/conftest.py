"""What the tests of the meetings share: parties with accounts, and figures that one can set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from paraplu.afspraken.resultaatafspraken import find_afspraak
from paraplu.inzage.cijfers import Cijfers
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.overleg import standen
from paraplu.overleg.actions.overleggen import plan_overleg
from paraplu.overleg.models import Overleg
from paraplu.resultaten.stand import Gemis, Jaarpunt, Onderdeel, Stand, Status
from tests.web.inrichting import accounts, als, nep, statisch, statische_map, voet_zonder_monitor
from tests.web.nep_monitor import GIS, NepMonitor

__all__ = ["accounts", "als", "nep", "statisch", "statische_map", "voet_zonder_monitor"]

DAG = date(2023, 5, 11)
DE_GI = "gi-90000001"


def make_stand(
    code: str = "RA3",
    *,
    partij: Any,
    jaar: int = 2022,
    status: Status = Status.NIET_GEHAALD,
    cijfer: Any = 0.294,
) -> Stand:
    """Where an agreement stands: overhead 29,4% against 28,1%, unless told otherwise."""
    return Stand(
        afspraak=find_afspraak(code),
        partij=partij,
        jaar=jaar,
        bekend_op=DAG,
        status=status,
        cijfer=cijfer,
        grens=0.281,
        verandering=None,
        pad=(Jaarpunt(jaar=jaar, gemeten=cijfer, grens=0.281, pad=0.281, in_punten=None, in_procent=None),),
        onderdelen=(Onderdeel(naam="Kosten van overhead", waarde=2_940_000, eenheid="euro"),),
        ontbreekt=(Gemis(wat="de opgave van 2023", van="Jeugdbescherming Gelderland"),),
        uitleg="De overhead is hoger dan 28,1%.",
        bewijs="/resultaten/RA3/",
    )  # fmt: skip


@pytest.fixture
def cijfers(monkeypatch: pytest.MonkeyPatch, nep: NepMonitor) -> dict[tuple[str, str, int], Status]:
    """The status per agreement, party and year; what is not named is met."""
    gezet: dict[tuple[str, str, int], Status] = {}

    def lees(afspraken: Any, partijen: Any, *, jaar: int, **_rest: Any) -> list[Stand]:
        [afspraak], [partij] = afspraken, partijen
        status = gezet.get((afspraak.code, partij.sleutel, jaar), Status.GEHAALD)
        cijfer = {Status.NIET_GEHAALD: 0.294, Status.GEHAALD: 0.27}.get(status)
        return [make_stand(afspraak.code, partij=partij, jaar=jaar, status=status, cijfer=cijfer)]

    monkeypatch.setattr(standen.resultaten, "read_standen", lees)
    monkeypatch.setattr(standen.resultaten, "open_cijfers", lambda *_args: Cijfers(kijk=None))
    return gezet


@pytest.fixture
def gis(db: None) -> list[Organisatie]:
    """The two GI's of the tests, as organisations."""
    return [
        Organisatie.objects.create(
            sleutel=f"GI-{code}", soort=Soort.GI, naam=naam, code=code, vanaf=date(2020, 1, 1)
        )
        for code, naam in GIS.items()
    ]


@pytest.fixture
def plan(accounts, gis: list[Organisatie]) -> Callable[..., Overleg]:
    """Plans a meeting on Gelders level, unless told otherwise."""

    def plan(**velden: Any) -> Overleg:
        return plan_overleg(
            **{
                "soort": "gelders",
                "datum": DAG,
                "jaar": 2022,
                "bekend_op": DAG,
                "by": accounts["contractmanager"],
                **velden,
            }
        )

    return plan
