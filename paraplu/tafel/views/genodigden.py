"""Who comes to a talk: the list, one more, where the mail goes, another moment, off, the letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.views.stap import DOEL, who
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import queries
from ..actions import genodigden as acties
from ..actions import plannen, uitnodigen
from ..deelnemers import VOORZITTER
from ..forms.plannen import AfzegForm, GastForm, GenodigdeForm, VerzetForm, read_moment
from ..models import Genodigde, Zitting
from ..stukken.brief import make_brief
from .plannen import list_keuze

Daad = Callable[[dict[str, Any]], object]


def _read(request: HttpRequest, pk: int) -> Zitting:
    """The session, for who sees the family as a whole; else 404: the list holds names."""
    zitting = get_object_or_404(queries.zittingen_for(request.user, op=localdate()), pk=pk)
    if not werk.sees_gezin(request.user, zitting.casus, op=localdate()):
        raise Http404
    return zitting


def _is_chair(request: HttpRequest, zitting: Zitting) -> bool:
    rollen = werk.rollen_in(request.user, zitting.casus, op=localdate())
    return VOORZITTER in rollen and zitting.status == Zitting.Status.GEPLAND


def _trace(request: HttpRequest, zitting: Zitting, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{zitting.casus.nummer} {zitting}",
        doel=DOEL,
        gezin=zitting.casus.gezin.nummer,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_genodigden(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who is asked to one talk; the chair changes the list."""
    zitting = _read(request, pk)
    if request.method == "GET":
        _trace(request, zitting, "genodigden bekijken")
        return _show(request, zitting)
    if not _is_chair(request, zitting):
        messages.warning(request, _("Alleen de voorzitter wijzigt dit. Er is niets gewijzigd."))
        return redirect("tafel_genodigden", pk)
    _trace(request, zitting, "genodigden wijzigen")
    handelingen = {
        "voeg_toe": _add,
        "wijzig": _change,
        "weg": _remove,
        "verzet": _move,
        "zeg_af": _call_off,
        "nodig_uit": _invite,
    }
    doe = handelingen.get(request.POST.get("handeling", ""))
    return doe(request, zitting) if doe else _show(request, zitting, status=422)


def _show(
    request: HttpRequest, zitting: Zitting, *, status: int = 200, **extra: Any
) -> HttpResponse:
    gasten = list(zitting.genodigden.select_related("medewerker__gebruiker", "persoon"))
    leidt = _is_chair(request, zitting)
    fout = extra.get("gast_form")
    context = {
        "zitting": zitting,
        "casus": zitting.casus,
        "leidt": leidt,
        "gasten": [
            {
                "gast": gast,
                "form": fout
                if fout and fout.prefix == f"g{gast.pk}"
                else GastForm(genodigde=gast)
                if leidt and gast.medewerker is None
                else None,
            }
            for gast in gasten
        ],
        "nog_te_vertellen": any(gast.verteld != zitting.reeks for gast in gasten),
        "nieuw_form": GenodigdeForm(),
        "verzet_form": VerzetForm(momenten=list_keuze(zitting.casus)) if leidt else None,
        "afzeg_form": AfzegForm(),
        **extra,
    }
    return render(request, "tafel/genodigden.html", context, status=status)


def _carry_out(
    request: HttpRequest,
    zitting: Zitting,
    *,
    naam: str,
    form: forms.Form,
    doe: Daad,
    gelukt: str,
) -> HttpResponse:
    """Do it whole or not at all; what went wrong stands with the form."""
    if form.is_valid():
        try:
            with transaction.atomic():
                doe(form.cleaned_data)
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, gelukt)
            return redirect("tafel_genodigden", zitting.pk)
    return _show(request, zitting, status=422, **{naam: form})


def _add(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    return _carry_out(
        request,
        zitting,
        naam="nieuw_form",
        form=GenodigdeForm(request.POST),
        doe=lambda velden: acties.add_genodigde(zitting=zitting, **velden),
        gelukt=_("Toegevoegd. Nodig deze persoon nog uit."),
    )


def _guest(request: HttpRequest, zitting: Zitting) -> Genodigde:
    nummer = request.POST.get("genodigde", "")
    geldig = nummer.isascii() and nummer.isdigit() and len(nummer) < 12
    return get_object_or_404(zitting.genodigden, pk=int(nummer) if geldig else 0)


def _change(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    gast = _guest(request, zitting)
    return _carry_out(
        request,
        zitting,
        naam="gast_form",
        form=GastForm(request.POST, genodigde=gast),
        doe=lambda velden: acties.change_genodigde(genodigde=gast, velden=velden),
        gelukt=_("Bewaard."),
    )


def _remove(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    try:
        with transaction.atomic():
            acties.remove_genodigde(genodigde=_guest(request, zitting))
    except CasusFout as fout:
        messages.warning(request, str(fout))
    else:
        messages.success(request, _("Deze persoon staat niet meer op de lijst."))
    return redirect("tafel_genodigden", zitting.pk)


def _move(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    def doe(velden: dict[str, Any]) -> None:
        slot, dag = read_moment(velden["moment"])
        plannen.move_zitting(
            zitting=zitting,
            slot=slot,
            dag=dag,
            reden=velden["reden"],
            by=who(request),
            on=localdate(),
        )

    form = VerzetForm(request.POST, momenten=list_keuze(zitting.casus))
    gelukt = _("Het gesprek is verzet. Wie was uitgenodigd, krijgt het nieuwe moment.")
    return _carry_out(request, zitting, naam="verzet_form", form=form, doe=doe, gelukt=gelukt)


def _call_off(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    def doe(velden: dict[str, Any]) -> None:
        plannen.call_off(zitting=zitting, by=who(request), on=localdate(), **velden)

    gelukt = _("Het gesprek gaat niet door. Plan meteen een nieuw moment.")
    form = AfzegForm(request.POST)
    return _carry_out(request, zitting, naam="afzeg_form", form=form, doe=doe, gelukt=gelukt)


def _invite(request: HttpRequest, zitting: Zitting) -> HttpResponse:
    """Invite who was added since the others were."""
    for gast in zitting.genodigden.exclude(verteld=zitting.reeks):
        uitnodigen.invite_one(genodigde=gast, on=localdate())
    messages.success(request, _("De uitnodigingen zijn verstuurd."))
    return redirect("tafel_genodigden", zitting.pk)


@require_GET
@transaction.atomic
def tafel_brief(request: HttpRequest, pk: int) -> HttpResponse:
    """The invitation of one guest as a letter; the name of the file says nothing of whom."""
    gast = get_object_or_404(
        Genodigde.objects.select_related(
            "zitting__casus__gezin", "zitting__tafel__organisatie", "zitting__voorzitter"
        ),
        pk=pk,
        zitting__in=queries.zittingen_for(request.user, op=localdate()),
    )
    zitting = gast.zitting
    if not werk.sees_gezin(request.user, zitting.casus, op=localdate()):
        raise Http404
    _trace(request, zitting, "uitnodiging downloaden")
    folder = zitting.casus.tafelverzoek.tafel.folders.get(zitting.casus.gezin.gemeente, "")
    antwoord = HttpResponse(
        maak_pdf(make_brief(gast, folder=folder, op=localdate())), content_type="application/pdf"
    )
    antwoord["Content-Disposition"] = (
        f'attachment; filename="uitnodiging-{zitting.casus.nummer}-{gast.pk}.pdf"'
    )
    antwoord["Cache-Control"] = "no-store"
    return antwoord
