"""The quality of the data: what is wrong, who mends it, and which figures it bends."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.klaar import NogNietKlaar
from paraplu.inzage.lijst import make_lijst
from paraplu.inzage.uitvoer import give_regels
from paraplu.monitor.kwaliteit import controles
from paraplu.web import gegevens
from paraplu.web.actions import write_spoor
from paraplu.web.papier import maak_pdf
from paraplu.web.rechten import mag

from .. import queries
from ..bevindingen import name_maand
from ..kwaliteit import (
    PARTIJEN,
    Beeld,
    Blik,
    draw_verloop,
    join_wie,
    list_controles,
    list_keuzemaanden,
    list_partijen,
    make_beeld,
    make_zin,
    read_blik,
    trim_dag,
)
from ..kwaliteit_figuren import choose_cijfer, list_buigingen, read_raakvlak
from ..kwaliteit_mail import mail_one
from ..kwaliteit_rapport import Rapport, make_stuk
from .leveringen import DOEL

#: Rows on the page; all of them are in the CSV.
RIJEN = 200
#: Columns of a finding that a reader needs.
KOLOMMEN = ("kind", "gemeente", "aanbieder", "productcategorie", "productcode", "dag", "wat")


@require_GET
@transaction.atomic
def kwaliteit(request: HttpRequest) -> HttpResponse:
    """Per check how many findings, the trend over a year, and who can mend what."""
    op = gegevens.open_monitor().laatst_bijgewerkt()
    if op is None:
        return render(request, "dashboard/kwaliteit.html", {"leeg": True})
    blik, beeld, context = read_beeld(request, op)
    _trace(request, "kwaliteit bekijken", blik)
    return render(
        request,
        "dashboard/kwaliteit.html",
        {
            **context,
            "zin": make_zin(beeld, blik),
            "grafiek": draw_verloop(beeld),
            "per_maand": [(name_maand(maand), aantal) for maand, aantal in beeld.per_maand],
            "partijregels": beeld.partijen[:PARTIJEN],
            "pdf_adres": reverse("kwaliteit_pdf") + blik.vraag(),
            "mag_mail": bool(request.user.e_mail),
            "mag_volledigheid": mag(request.user, "volledigheid"),
            "mag_bevindingen": mag(request.user, "bevindingen"),
        },
    )


def read_beeld(request: HttpRequest, op: date) -> tuple[Blik, Beeld, dict[str, Any]]:
    """The view in the address with its counts, and what the form of the choices needs.

    Raises NogNietKlaar while the checks still run over the data of now.
    """
    if not gegevens.open_monitor().is_klaar(bevindingen=True):
        raise NogNietKlaar
    namen = queries.name_afzenders()
    partijen = list_partijen(request.user, gegevens.open_monitor().organisaties())
    laatste = trim_dag(op, gegevens.open_monitor().bereik())
    blik = read_blik(request.GET, request.user, partijen, op=laatste)
    beeld = make_beeld(queries.tel_kwaliteit, blik, namen)
    return (
        blik,
        beeld,
        {
            "blik": blik,
            "beeld": beeld,
            "partijen": partijen if len(partijen) > 1 else [],
            "maanden": [(maand, name_maand(maand)) for maand in list_keuzemaanden(laatste)],
            "maandnaam": name_maand(blik.maand),
        },
    )


@require_GET
@transaction.atomic
def kwaliteit_controle(request: HttpRequest, code: str) -> HttpResponse:
    """One check: what it means, which figures it bends and how far, and the rows of the own area."""
    op = gegevens.open_monitor().laatst_bijgewerkt()
    if op is None or code not in controles():
        raise Http404
    blik, beeld, context = read_beeld(request, op)
    controle = controles()[code]
    if controle not in list_controles(blik):
        raise Http404
    rijen = read_rijen(request, blik, code)
    if request.GET.get("als") == "csv" and rijen is not None:
        kop = list(rijen[0]) if rijen else [_("geen regels")]
        return give_regels(
            request.user,
            naam=f"paraplu-kwaliteit-{code}",
            kop=kop,
            rijen=[tuple(rij.values()) for rij in rijen],
            doel=DOEL,
        )
    cijfers = Cijfers(kijk=kijk_van(request.user, op=localdate()))
    rij = next((rij for rij in beeld.rijen if rij.controle.code == code), None)
    return render(
        request,
        "dashboard/kwaliteit_controle.html",
        {
            **context,
            **show_cijfers(request, blik, cijfers, code),
            "controle": controle,
            "herstelt": join_wie(controle.herstelt),
            "rij": rij,
            "per_maand": [(name_maand(m), n) for m, n in zip(blik.maanden, rij.per_maand, strict=True)] if rij else [],
            "mag_rijen": rijen is not None,
            "lijst": show_rijen(rijen or [], cijfers),
            "leveringen": list_leveringen(request, rijen or []),
            "is_afgekapt": rijen is not None and len(rijen) > RIJEN,
            "csv_adres": blik.vraag(als="csv"),
            "terug": reverse("kwaliteit") + blik.vraag(),
        },
    )  # fmt: skip


def show_cijfers(request: HttpRequest, blik: Blik, cijfers: Cijfers, code: str) -> dict[str, Any]:
    """The figures that the check bends; how far, of the one that was chosen and only of one's own."""
    controle = controles()[code]
    gekozen = choose_cijfer(controle, cijfers.indicatoren, request.GET.get("cijfer", ""))
    uit: dict[str, Any] = {
        "buigingen": list_buigingen(controle, cijfers.indicatoren, blik, gekozen),
        "gekozen": cijfers.indicatoren.get(gekozen),
    }
    if blik.eigen and gekozen:
        periode, raakvlak, regels = read_raakvlak(cijfers, controle, gekozen, blik)
        uit |= {"jaar": periode.naam, "raakvlak": raakvlak, "regels": regels}
    return uit


def read_rijen(request: HttpRequest, blik: Blik, code: str) -> list[dict[str, Any]] | None:
    """The findings with pseudonyms, of one's own area only; None for who may not see rows."""
    eigen = mag(request.user, "lijst", blik.partij.gebied)
    _trace(request, "kwaliteit: regels" if eigen else "kwaliteit bekijken", blik, code)
    if not eigen:
        return None
    hoogstens = None if request.GET.get("als") == "csv" else RIJEN + 1
    return queries.lijst_kwaliteit(blik.keuze(code=code), hoogstens=hoogstens)


def show_rijen(rijen: list[dict[str, Any]], cijfers: Cijfers) -> Any:
    """The rows as a person reads them."""
    getoond = [{naam: rij[naam] for naam in KOLOMMEN} for rij in rijen[:RIJEN]]
    return make_lijst(getoond, cijfers.namen())


def list_leveringen(request: HttpRequest, rijen: list[dict[str, Any]]) -> list[str]:
    """The deliveries that brought the messages of these rows, as far as this user may see them."""
    genoemd = {rij["levering"] for rij in rijen[:RIJEN] if rij.get("levering")}
    if not genoemd or not mag(request.user, "levering"):
        return []
    eigen = {rij["levering"] for rij in queries.leveringen_for(request.user)}
    return sorted(genoemd & eigen)[:10]


@require_GET
@transaction.atomic
def kwaliteit_pdf(request: HttpRequest) -> HttpResponse:
    """The report as PDF/UA: numbers only."""
    op = gegevens.open_monitor().laatst_bijgewerkt()
    if op is None:
        raise Http404
    blik, beeld, _context = read_beeld(request, op)
    _trace(request, "kwaliteitsrapport downloaden", blik)
    pdf = maak_pdf(make_stuk(Rapport(blik, beeld, op)))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    naam = f"paraplu-kwaliteit-{blik.partij.sleutel or 'gelderland'}-{blik.maand}.pdf"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_POST
@transaction.atomic
def kwaliteit_mail(request: HttpRequest) -> HttpResponse:
    """Mail the asker a link to this page, and nothing else."""
    op = gegevens.open_monitor().laatst_bijgewerkt()
    if op is None:
        raise Http404
    partijen = list_partijen(request.user, gegevens.open_monitor().organisaties())
    blik = read_blik(
        request.POST, request.user, partijen, op=trim_dag(op, gegevens.open_monitor().bereik())
    )
    bericht = mail_one(request.user, blik)
    if bericht is None:
        messages.warning(
            request, _("U krijgt geen mail: zet bij Meldingen uw adres en keuze goed.")
        )
    else:
        messages.success(request, _("De mail met de link is onderweg."))
    return redirect(reverse("kwaliteit") + blik.vraag())


def _trace(request: HttpRequest, handeling: str, blik: Blik, code: str = "") -> None:
    voorwerp = " ".join(deel for deel in (code, blik.partij.sleutel, blik.maand) if deel)
    write_spoor(gebruiker=request.user, handeling=handeling, voorwerp=voorwerp, doel=DOEL)
