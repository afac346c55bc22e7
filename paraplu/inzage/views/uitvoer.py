"""Take figures or the rows behind one along as XLSX, CSV or Parquet: within rights, traced, marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from ..blik import Blik, read_blik
from ..gebied import ligt_in
from ..uitvoer import (
    Uitvoerblad,
    Waarmerk,
    blad_van_cijfers,
    blad_van_regels,
    schrijf_csv,
    schrijf_parquet,
    schrijf_xlsx,
)
from ..woorden import PER

DOEL: Final = "monitoring en contractgesprek"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Per format who writes it, what it is called on the way, and how its name ends.
FORMATEN: Final[dict[str, tuple[Callable[..., bytes], str, str]]] = {
    "xlsx": (schrijf_xlsx, XLSX, ".xlsx"),
    "csv": (schrijf_csv, "application/zip", "-csv.zip"),
    "parquet": (schrijf_parquet, "application/vnd.apache.parquet", ".parquet"),
}


@require_GET
@transaction.atomic
def waarde_uitvoer(request: HttpRequest, code: str, formaat: str) -> HttpResponse:
    """The breakdown of a value, all measures; hidden figures stay hidden."""
    blik = read_vraag(request, code, formaat)
    keuze, per = blik.keuze, read_per(request, blik.indicator)
    rijen = [
        rij
        for rij in blik.cijfers.rijen(
            code, keuze.periode, per=per, gebied=keuze.gebied, variant=blik.variant
        )
        if _hoort_erbij(rij.sleutel, per, keuze.gebied)
    ]
    blad = blad_van_cijfers(
        f"{code} {keuze.periode.naam}", blik.indicator.maten, rijen, per_naam=str(PER[per])
    )
    naam = f"paraplu-{code}-{keuze.periode.naam}-per-{per}"
    return give_bestand(request, blik, blad, formaat=formaat, naam=naam)


@require_GET
@transaction.atomic
def lijst_uitvoer(request: HttpRequest, code: str, formaat: str) -> HttpResponse:
    """Every row behind a figure, with pseudonyms; own area only."""
    blik = read_vraag(request, code, formaat)
    if not mag(request.user, "lijst", blik.filters):
        raise Http404
    maat = request.GET.get("maat")
    regels = blik.cijfers.monitor.lijst(
        code,
        **blik.vraag,
        hoogstens=None,
        reden=request.GET.get("reden") or None,
        maat=maat if maat in {m.sleutel for m in blik.indicator.maten} else None,
    )
    blad = blad_van_regels(_("Regels %(code)s") % {"code": code}, regels)
    naam = f"paraplu-{code}-{blik.keuze.periode.naam}-regels"
    return give_bestand(request, blik, blad, formaat=formaat, naam=naam)


def read_vraag(request: HttpRequest, code: str, formaat: str) -> Blik:
    """The figure that is asked for; 404 for a value or format that is not there, or without data."""
    if formaat not in FORMATEN:
        raise Http404
    return read_blik(request, code)


def read_per(request: HttpRequest, indicator: Any) -> str:
    """The dimension that was asked for, when this value has it; else regions or its first."""
    eigen = getattr(indicator, "dimensies", None) or tuple(PER)
    kan = [per for per in PER if per in eigen or (per == "regio" and "gemeente" in eigen)]
    per = request.GET.get("per", "")
    return per if per in kan else kan[0]


def give_bestand(
    request: HttpRequest, blik: Blik, blad: Uitvoerblad, *, formaat: str, naam: str
) -> HttpResponse:
    """The file, after its line in the trace."""
    schrijf, soort, einde = FORMATEN[formaat]
    waar = blik.keuze.gebied.sleutel or "gelderland"
    bekend = f" zoals bekend op {blik.keuze.bekend_op}" if blik.keuze.bekend_op else ""
    write_spoor(
        gebruiker=request.user,
        handeling="uitvoer",
        voorwerp=f"{naam}{einde} {waar}{bekend}: {len(blad.rijen)} regels",
        doel=DOEL,
    )
    waarmerk = Waarmerk.van(request.user, wanneer=now(), doel=DOEL)
    inhoud = schrijf([blad], bewijs=read_bewijs(blik), waarmerk=waarmerk)
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}{einde}"'
    return antwoord


def read_bewijs(blik: Blik) -> Any:
    """The receipt that goes along, as far as this reader gets it."""
    cijfers = blik.cijfers
    return cijfers.monitor.bewijs(blik.indicator.code, **blik.vraag, kijk=cijfers.kijk)


def list_formaten(blik: Any, route: str, *args: Any, **keuze: str | None) -> list[tuple[str, str]]:
    """The ways to take something along: what the link says, and its address."""
    return [
        (naam, blik.adres(route, *args, formaat, **keuze))
        for formaat, naam in (("xlsx", "Excel"), ("csv", "CSV"), ("parquet", "Parquet"))
    ]


def _hoort_erbij(sleutel: str, per: str, gebied: Any) -> bool:
    """The rows that the page shows: of areas only those inside the chosen one."""
    if per not in {"regio", "gemeente"} or gebied.soort in {"gi", "aanbieder"}:
        return True
    return ligt_in(sleutel, per, gebied)
