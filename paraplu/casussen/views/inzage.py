"""Break-glass and its review, and who looked at a family."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor
from paraplu.web.wand.verzoek import beyond_wall

from .. import actions, queries
from ..fouten import CasusFout
from ..models import Casus

NOOD = "noodtoegang"
PER_BLADZIJDE = 100


class NoodForm(forms.Form):
    """Which case, and why now."""

    nummer = forms.RegexField(
        label=gettext_lazy("Nummer van de casus"),
        regex=r"^[Cc]?[0-9]{1,9}$",
        help_text=gettext_lazy("Zoals C123."),
        error_messages={
            "required": gettext_lazy("Vul het nummer van de casus in."),
            "invalid": gettext_lazy("Een nummer ziet eruit als C123."),
        },
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom moet u nu kijken?"),
        help_text=gettext_lazy("De houder leest dit, en een ander beoordeelt het."),
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": gettext_lazy("Schrijf op waarom."),
            "min_length": gettext_lazy("Schrijf in een hele zin op waarom."),
        },
    )


class OordeelForm(forms.Form):
    """Whether it was right to look."""

    terecht = forms.ChoiceField(
        label=gettext_lazy("Was deze noodtoegang terecht?"),
        choices=(("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee"))),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )
    oordeel = forms.CharField(
        label=gettext_lazy("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf op waarom u dit vindt.")},
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def noodtoegang(request: HttpRequest) -> HttpResponse:
    """Open a case that is not one's own, for three hours, with a reason."""
    form = NoodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pk = int(form.cleaned_data["nummer"].upper().lstrip("C"))
        # Finding a case that is not one's own is the point of this page.
        with beyond_wall():
            # A closed case is answered like one that does not exist (R132).
            casus = Casus.objects.select_related("gezin").filter(pk=pk, besloten=False).first()
            if casus:
                ik = medewerker_of(request.user, op=localdate())
                reden = form.cleaned_data["reden"]
                actions.break_glass(casus=casus, by=ik, now=now(), reden=reden)
                _trace(request, casus, "noodtoegang openen")
        if casus:
            return redirect(casus)
        form.add_error("nummer", _("Deze casus bestaat niet."))
    return render(
        request, "casussen/noodtoegang.html", {"form": form}, status=422 if form.errors else 200
    )


@require_GET
@transaction.atomic
def noodtoegangen(request: HttpRequest) -> HttpResponse:
    """What waits for a review, and what was reviewed, of cases of the own organisation."""
    rijen = queries.noodtoegangen_to_review(request.user, op=localdate())
    write_spoor(
        gebruiker=request.user, handeling="noodtoegangen bekijken", doel="nazien van inzage"
    )
    return render(request, "casussen/noodtoegangen.html", {"rijen": rijen[:PER_BLADZIJDE]})


@require_http_methods(["GET", "POST"])
@transaction.atomic
def noodtoegang_beoordelen(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of one whether it was right; never by who looked."""
    rij = get_object_or_404(queries.noodtoegangen_to_review(request.user, op=localdate()), pk=pk)
    form = OordeelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                actions.review_noodtoegang(
                    toegang=rij,
                    by=medewerker_of(request.user, op=localdate()),
                    now=now(),
                    terecht=form.cleaned_data["terecht"] == "ja",
                    oordeel=form.cleaned_data["oordeel"],
                )
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            _trace(request, rij.casus, "noodtoegang beoordelen")
            messages.success(request, _("Uw oordeel is bewaard."))
            return redirect("noodtoegangen")
    return render(
        request,
        "casussen/noodtoegang_beoordelen.html",
        {"rij": rij, "form": form},
        status=422 if form.errors else 200,
    )


@require_GET
@transaction.atomic
def wie_keek(request: HttpRequest, pk: int) -> HttpResponse:
    """Who looked at this family, when, as whom and what for."""
    gezin = get_object_or_404(queries.gezinnen_for(request.user), pk=pk)
    regels = Spoor.objects.filter(gezin=gezin.nummer).select_related("gebruiker")
    bladzijden = Paginator(regels, PER_BLADZIJDE)
    write_spoor(
        gebruiker=request.user,
        handeling="wie keek er bekijken",
        voorwerp=gezin.nummer,
        doel="nazien van inzage",
        gezin=gezin.nummer,
    )
    return render(
        request,
        "casussen/wie_keek.html",
        {"gezin": gezin, "bladzijde": bladzijden.get_page(request.GET.get("bladzijde"))},
    )


def _trace(request: HttpRequest, casus: Casus, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=casus.nummer,
        doel=NOOD,
        gezin=casus.spoor_gezin,
    )
