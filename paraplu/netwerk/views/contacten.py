"""The contact directory: the list, one line with its history, and what its keepers may change."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.web.rechten import mag

from .. import beheer, bevestigen, queries, volledigheid
from ..actions import contacten as actions
from ..forms.contacten import ContactForm, EindForm, WijzigForm
from ..models import Contact, ContactSoort, Organisatie
from ..vcard import plaats_van
from .plaats import gekozen_regio

GEWIJZIGD = gettext_lazy(
    "Een ander wijzigde dit contact intussen. Uw wijziging is niet opgeslagen. Dit staat er nu:"
)


@require_GET
def contacten(request: HttpRequest) -> HttpResponse:
    """The lines of a region, with what is missing there first."""
    op, regio = localdate(), gekozen_regio(request)
    gemeenten = gebieden.gemeenten_van(regio.code, alleen_gvjb=False)
    gemeente = request.GET.get("gemeente", "")
    soort = request.GET.get("soort", "")
    rijen = list_contacten(regio.code, gemeente=gemeente, soort=soort)
    standen = volledigheid.standen([g for g in gemeenten if g.in_gvjb], op=op)
    return render(
        request,
        "netwerk/contacten.html",
        {
            "regio": regio,
            "regios": gebieden.regios(),
            "gemeenten": gemeenten,
            "gemeente": gemeente,
            "soort": soort,
            "soorten": ContactSoort.choices,
            "rijen": bevestigen.oordelen(rijen, op=op),
            "onvolledig": [stand for stand in standen if stand.ontbreekt],
            "standen": standen,
            "eigenaar": beheer.eigenaar_van(regio.code, op=op),
            "te_bevestigen": len(bevestigen.te_bevestigen_for(request.user, op=op)),
            "mag_nieuw": mag(request.user, "contact_nieuw"),
            "zoekvraag": request.GET.urlencode(),
        },
    )


def list_contacten(regio: str, *, gemeente: str, soort: str) -> list[Contact]:
    """The lines that hold today in a region, or of one gemeente in it with those of the region."""
    codes = beheer.gemeenten_van([regio])
    rijen = queries.contacten_op(localdate())
    if gemeente in codes:
        rijen = rijen.filter(Q(gemeente=gemeente) | Q(regio=regio))
    else:
        rijen = rijen.filter(Q(gemeente__in=codes) | Q(regio=regio))
    rijen = rijen.filter(soort=soort) if soort in ContactSoort.values else rijen
    return sorted(rijen, key=_volgorde)


def _volgorde(regel: Contact) -> tuple[str, int, str]:
    """By place, those of the whole region first, and in the order in which one calls."""
    plaats = plaats_van(regel) if regel.gemeente else ""
    return plaats, ContactSoort.values.index(regel.soort), regel.wie


@require_GET
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: who, how, since when, and who it was before."""
    op = localdate()
    regel = get_object_or_404(
        Contact.objects.select_related("organisatie", "medewerker", "bevestigd_door", "vorige"),
        pk=pk,
    )
    return render(
        request,
        "netwerk/contact.html",
        {
            "contact": regel,
            "oordeel": bevestigen.oordelen([regel], op=op)[0],
            "geldt": queries.contacten_op(op).filter(pk=pk).exists(),
            "mag_wijzigen": _mag_wijzigen(request, regel),
            "eerder": list(_eerder(regel)),
            "volgende": Contact.objects.filter(vorige=regel).first(),
        },
    )


def _eerder(regel: Contact) -> Any:
    while regel.vorige:
        regel = regel.vorige
        yield regel


def _mag_wijzigen(request: HttpRequest, regel: Contact) -> bool:
    if not mag(request.user, "contact_wijzigen"):
        return False
    regio = bevestigen.regio_van(regel)
    return beheer.mag_organisatie(request.user, regel.organisatie, regio, op=localdate())


@require_http_methods(["GET", "POST"])
def contact_nieuw(request: HttpRequest) -> HttpResponse:
    """A new line, within what this user keeps."""
    op = localdate()
    begin: dict[str, Any] = {
        naam: request.GET.get(naam, "") for naam in ("soort", "gemeente", "regio")
    }
    begin["organisatie"] = Organisatie.objects.filter(
        sleutel=request.GET.get("organisatie", "")
    ).first()
    form = ContactForm(request.POST or None, gebruiker=request.user, op=op, initial=begin)
    if request.method == "POST" and form.is_valid():
        nieuw = actions.add_contact(velden=form.cleaned_data, by=request.user, on=op)
        messages.success(request, _("Het contact staat in de lijst."))
        return redirect("contact", nieuw.pk)
    return render(
        request,
        "netwerk/contact_nieuw.html",
        {"form": form, "titel": _("Nieuw contact")},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def contact_wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Other data or somebody else; the old line stays with its last day."""
    op = localdate()
    regel = get_object_or_404(beheer.contacten_for(request.user, op=op), pk=pk)
    form = WijzigForm(
        request.POST or None,
        gebruiker=request.user,
        op=op,
        ook=regel.organisatie_id,
        initial=WijzigForm.begin(regel),
    )
    if request.method == "POST" and form.is_valid():
        return _change(request, regel, dict(form.cleaned_data))
    return render(
        request,
        "netwerk/contact_nieuw.html",
        {"form": form, "contact": regel, "titel": _("Wijzig dit contact")},
        status=422 if form.errors else 200,
    )


def _change(request: HttpRequest, regel: Contact, velden: dict[str, Any]) -> HttpResponse:
    vast = ("soort", "organisatie", "gemeente", "regio")
    reden = velden.pop("reden")
    velden.update({naam: getattr(regel, naam) for naam in vast})
    try:
        nieuw = actions.change_contact(
            contact=regel, velden=velden, reden=reden, by=request.user, on=localdate()
        )
    except actions.ContactChangedMeanwhile:
        messages.warning(request, GEWIJZIGD)
        return redirect("contact", regel.pk)
    messages.success(request, _("Het contact is gewijzigd. De vorige regel blijft te zien."))
    return redirect("contact", nieuw.pk)


@require_http_methods(["GET", "POST"])
def contact_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a line; the page asks for somebody else."""
    op = localdate()
    regel = get_object_or_404(beheer.contacten_for(request.user, op=op), pk=pk)
    form = EindForm(request.POST or None, vanaf=regel.vanaf, initial={"tot": op})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_contact(contact=regel, by=request.user, **form.cleaned_data)
        except actions.ContactChangedMeanwhile:
            messages.warning(request, GEWIJZIGD)
        else:
            messages.success(
                request, _("Dit contact houdt op. Voeg een ander toe als er een opvolger is.")
            )
        return redirect("contact", regel.pk)
    return render(
        request,
        "netwerk/contact_beeindigen.html",
        {"form": form, "contact": regel},
        status=422 if form.errors else 200,
    )


@require_GET
def contacten_bevestigen(request: HttpRequest) -> HttpResponse:
    """What this user is asked to confirm, the longest overdue first (R27)."""
    rijen = bevestigen.te_bevestigen_for(request.user, op=localdate())
    return render(request, "netwerk/bevestigen.html", {"rijen": rijen})


@require_POST
@transaction.atomic
def contact_bevestigen(request: HttpRequest) -> HttpResponse:
    """One button: the chosen lines still hold. Only what this user keeps is confirmed."""
    op = localdate()
    gekozen = [pk for pk in request.POST.getlist("contact") if pk.isdecimal()]
    eigen = beheer.contacten_for(request.user, op=op).filter(pk__in=gekozen)
    aantal = actions.confirm_contacten(contacten=eigen, by=request.user, on=op)
    if aantal:
        zin = ngettext(
            "%(aantal)s contact is bevestigd.", "%(aantal)s contacten zijn bevestigd.", aantal
        )
        messages.success(request, zin % {"aantal": aantal})
    else:
        messages.warning(request, _("Er is niets bevestigd: kies eerst een contact."))
    return redirect("contacten_bevestigen")
