"""Which organisations there are: the list, one that joins, one that leaves (R14, R17, R156)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.web.rechten import mag

from .. import beheer
from ..actions import organisaties as actions
from ..forms.mensen import LaatsteDagForm
from ..forms.organisaties import OrganisatieForm
from ..models import Soort


@require_GET
def organisaties(request: HttpRequest) -> HttpResponse:
    """The organisations whose people this user may see."""
    rijen = beheer.zichtbaar(request.user, op=localdate())
    if len(rijen) == 1:
        return redirect("mensen", rijen[0].sleutel)
    return render(
        request,
        "netwerk/organisaties.html",
        {
            "groepen": [(s, [o for o in rijen if o.soort == s]) for s in Soort],
            "mag_nieuw": mag(request.user, "organisatie_nieuw"),
        },
    )


@require_http_methods(["GET", "POST"])
def organisatie_nieuw(request: HttpRequest) -> HttpResponse:
    """A partner that joins; a GI only at the beginning of a quarter."""
    form = OrganisatieForm(request.POST or None, initial={"vanaf": localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            nieuw = actions.add_organisatie(by=request.user, **form.cleaned_data)
        except actions.NoDayToJoin:
            form.add_error(
                "vanaf", _("Een GI begint op de eerste dag van een kwartaal. Kies zo'n dag.")
            )
        except actions.KeyTaken:
            form.add_error("sleutel", _("Deze sleutel is al gebruikt. Kies een andere."))
        else:
            messages.success(request, _("%(naam)s is toegevoegd.") % {"naam": nieuw.naam})
            return redirect("organisaties")
    return render(
        request,
        "netwerk/formulier.html",
        {"form": form, "titel": _("Nieuwe organisatie")},
        status=422 if form.errors else 200,
    )


@require_POST
def organisatie_beeindigen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The last day of a partner."""
    organisatie = get_object_or_404(
        beheer.te_beheren(request.user, op=localdate()), sleutel=sleutel
    )
    form = LaatsteDagForm(request.POST)
    if form.is_valid() and form.cleaned_data["tot"] >= organisatie.vanaf:
        actions.end_organisatie(
            organisatie=organisatie, tot=form.cleaned_data["tot"], by=request.user
        )
        messages.success(request, _("De laatste dag van de organisatie is opgeslagen."))
    else:
        messages.warning(request, _("Vul een laatste dag in die niet vóór de eerste dag ligt."))
    return redirect("organisaties")
