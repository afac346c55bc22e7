"""What every page here begins with: the year, the day of knowledge, the party and the reader's eyes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.afspraken.resultaatafspraken import (
    OnbekendeAfspraak,
    Resultaatafspraak,
    find_afspraak,
    resultaatafspraken,
)
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied, find_gebied
from paraplu.inzage.gezicht import find_eigen_gebied
from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.klaar import NogNietKlaar
from paraplu.inzage.regel import make_uitleg

from .. import queries
from ..stand import Stand

EERSTE_JAAR = 2021
DOEL = "resultaatafspraken en contractgesprek"


@dataclass(frozen=True)
class Blik:
    """The chosen view. `op` is the day of knowledge, None: now."""

    cijfers: Cijfers
    jaar: int
    op: date | None
    partij: Gebied
    jaren: tuple[str, ...]
    eigen: Gebied | None

    @property
    def vragen(self) -> dict[str, str]:
        """The query of the address, without what is at its default."""
        alles = {"jaar": str(self.jaar), "bekend": self.op.isoformat() if self.op else ""}
        return {naam: waarde for naam, waarde in alles.items() if waarde}

    def adres(self, route: str, *args: Any, **meer: str) -> str:
        """The address of a page here in this view."""
        vragen = {**self.vragen, **{naam: waarde for naam, waarde in meer.items() if waarde}}
        return f"{reverse(route, args=args)}?{urlencode(vragen)}"

    def adres_partij(self, partij: Gebied) -> str:
        """The page of one party; of all together the page of all eleven."""
        return (
            self.adres("resultaat_partij", partij.sleutel)
            if partij.soort
            else self.adres("resultaten")
        )

    def read(
        self,
        afspraken: Sequence[Resultaatafspraak],
        partijen: Sequence[Gebied],
        *,
        breed: bool = False,
        kort: bool = False,
    ) -> list[Stand]:
        """Where these agreements stand for these parties."""
        return queries.read_standen(
            afspraken,
            partijen,
            jaar=self.jaar,
            cijfers=self.cijfers,
            op=self.op,
            breed=breed,
            kort=kort,
        )

    def context(self, route: str, *args: Any, **meer: Any) -> dict[str, Any]:
        """What the templates need, and `meer`."""
        return {
            "blik": self,
            "jaar": str(self.jaar),
            "afspraken": resultaatafspraken(),
            "inzage": make_uitleg(self.cijfers, self.partij, self.eigen),
            "actie": reverse(route, args=args),
            "terug": self.adres("resultaten"),
            **meer,
        }


def read_blik(request: HttpRequest, sleutel: str = "") -> Blik:
    """The view in the address; 404 for a party that we do not know. Raises NogNietKlaar."""
    vandaag = localdate()
    nu = Cijfers(kijk=kijk_van(request.user, op=vandaag))
    op = _read_dag(request.GET.get("bekend", ""), vandaag)
    cijfers = nu
    if op is not None:
        cijfers = queries.open_cijfers(op, kijk_van(request.user, op=op))
        if not cijfers.monitor.is_klaar():
            raise NogNietKlaar(op)
    bereik = nu.bereik() or (EERSTE_JAAR, EERSTE_JAAR + 2)
    jaren = tuple(str(jaar) for jaar in range(max(bereik[1], vandaag.year), EERSTE_JAAR - 1, -1))
    jaar = request.GET.get("jaar", "")
    partij = find_gebied(sleutel or request.GET.get("partij", ""), nu.namen())
    if partij is None or partij.soort == "aanbieder":
        raise Http404
    return Blik(
        cijfers=cijfers,
        jaar=int(jaar) if jaar in jaren else bereik[1],
        op=op,
        partij=partij,
        jaren=jaren,
        eigen=find_eigen_gebied(request.user, nu.namen()),
    )


def read_afspraak(code: str) -> Resultaatafspraak:
    """The agreement in the address, else 404."""
    try:
        return find_afspraak(code)
    except OnbekendeAfspraak:
        raise Http404 from None


def choose_partij(blik: Blik, afspraak: Resultaatafspraak) -> Gebied:
    """The chosen party where the agreement has a figure for it; else all of Gelderland."""
    return blik.partij if blik.partij.soort in afspraak.partijen else GELDERLAND


def _read_dag(tekst: str, vandaag: date) -> date | None:
    """The day of knowledge; a day to come or no day at all is now."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if dag < vandaag else None
