"""The directory as files: vCards and a sheet out, a sheet in with a preview; every file is traced."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken.blad import BladNotReadable
from paraplu.web.actions import write_spoor

from ..actions import contactblad as actions
from ..contactblad import KOLOMMEN, write_blad
from ..forms.contacten import ContactbladForm
from ..models import Contact, Contactblad
from ..vcard import make_vcards
from .contacten import list_contacten
from .plaats import gekozen_regio

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@transaction.atomic
def contact_vcard(request: HttpRequest, pk: int) -> HttpResponse:
    """One contact for a phone."""
    contact = get_object_or_404(Contact.objects.select_related("organisatie", "medewerker"), pk=pk)
    _write(request, "contact_vcard", f"contact {pk}")
    return _bestand(make_vcards([contact]), "text/vcard; charset=utf-8", f"contact-{pk}.vcf")


@require_GET
@transaction.atomic
def contacten_vcard(request: HttpRequest) -> HttpResponse:
    """The contacts of the list one is looking at, for a phone or a mail program."""
    regio, rijen = _gekozen(request)
    _write(request, "contacten_vcard", f"{regio}: {len(rijen)} contacten")
    return _bestand(make_vcards(rijen), "text/vcard; charset=utf-8", f"contacten-{regio}.vcf")


@require_GET
@transaction.atomic
def contacten_blad(request: HttpRequest) -> HttpResponse:
    """The contacts of the list one is looking at, as a sheet that can be read in again."""
    regio, rijen = _gekozen(request)
    _write(request, "contacten_blad", f"{regio}: {len(rijen)} contacten")
    return _bestand(write_blad(rijen), XLSX, f"contacten-{regio}.xlsx")


def _gekozen(request: HttpRequest) -> tuple[str, list[Contact]]:
    regio = gekozen_regio(request).code
    rijen = list_contacten(
        regio, gemeente=request.GET.get("gemeente", ""), soort=request.GET.get("soort", "")
    )
    return regio, rijen


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    return HttpResponse(
        inhoud,
        content_type=soort,
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def _write(request: HttpRequest, handeling: str, voorwerp: str) -> None:
    write_spoor(
        gebruiker=request.user, handeling=handeling, voorwerp=voorwerp, doel="contactgegevens"
    )


@require_http_methods(["GET", "POST"])
def contacten_inlezen(request: HttpRequest) -> HttpResponse:
    """Choose a sheet; all its faults are shown together, and nothing is written yet."""
    form = ContactbladForm(request.POST or None, request.FILES or None)
    fouten: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        bestand = form.cleaned_data["bestand"]
        try:
            blad = actions.keep_blad(
                inhoud=bestand.read(), bestand=bestand.name, by=request.user, on=localdate()
            )
        except BladNotReadable as fout:
            fouten = fout.fouten
        else:
            return redirect("contacten_voorbeeld", blad.pk)
    return render(
        request,
        "netwerk/inlezen.html",
        {"form": form, "fouten": fouten, "kolommen": KOLOMMEN},
        status=422 if form.errors or fouten else 200,
    )


@require_http_methods(["GET", "POST"])
def contacten_voorbeeld(request: HttpRequest, nummer: UUID) -> HttpResponse:
    """What the sheet would change; on yes all of it, or nothing with the reason."""
    op = localdate()
    blad = get_object_or_404(Contactblad, pk=nummer, gebruiker=request.user, verwerkt_op=None)
    try:
        if request.method == "POST":
            return _take(request, blad)
        voorstellen, fouten = actions.proposals(blad, by=request.user, on=op), ()
    except BladNotReadable as fout:
        voorstellen, fouten = [], fout.fouten
    return render(
        request,
        "netwerk/voorbeeld.html",
        {"blad": blad, "voorstellen": voorstellen, "fouten": fouten},
        status=422 if fouten else 200,
    )


def _take(request: HttpRequest, blad: Contactblad) -> HttpResponse:
    try:
        gedaan = actions.take_blad(blad=blad, by=request.user, on=localdate())
    except actions.AlreadyTaken:
        messages.warning(request, _("Dit blad is al ingelezen."))
    else:
        messages.success(
            request,
            _("Ingelezen: %(toe)s toegevoegd, %(wijzig)s gewijzigd, %(bevestig)s bevestigd.")
            % {
                "toe": gedaan.toegevoegd,
                "wijzig": gedaan.gewijzigd,
                "bevestig": gedaan.bevestigd,
            },
        )
    return redirect("contacten")
