"""Ask a colleague to hold a case, and answer such a question."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force, medewerker_of
from paraplu.web.actions import write_spoor

from .. import actions, queries
from ..fouten import CasusFout
from ..models import Casus, Overdracht

DOEL = "overdragen van een casus"


class OverdrachtForm(forms.Form):
    """To whom, and what that one has to know."""

    naar = forms.ModelChoiceField(
        label=gettext_lazy("Aan wie draagt u over?"),
        queryset=Medewerker.objects.none(),
        error_messages={"required": gettext_lazy("Kies een collega.")},
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom, en wat moet uw collega weten?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf op waarom u overdraagt.")},
    )


class AntwoordForm(forms.Form):
    """Yes or no; a no asks for its reason."""

    aanvaard = forms.ChoiceField(
        label=gettext_lazy("Neemt u deze casus over?"),
        choices=(("ja", gettext_lazy("Ja, ik houd haar vanaf nu")), ("nee", gettext_lazy("Nee"))),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )
    antwoord = forms.CharField(
        label=gettext_lazy("Toelichting"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        """Who says no tells why, so that the holder can look further."""
        velden = super().clean() or {}
        if velden.get("aanvaard") == "nee" and not velden.get("antwoord", "").strip():
            self.add_error("antwoord", _("Schrijf op waarom u deze casus niet overneemt."))
        return velden


def collegas_of(casus: Casus):
    """Who could hold the case: colleagues at work with the same role, without the holder."""
    vandaag = localdate()
    eigen = casus.houder.functies.filter(in_force(vandaag)).values_list("rol", flat=True)
    rollen = {casus.route.houder} & set(eigen) or set(eigen)
    functies = casus.houder.organisatie.functies.filter(in_force(vandaag), rol__in=rollen)
    return (
        Medewerker.objects.filter(in_force(vandaag), functies__in=functies)
        .exclude(pk=casus.houder_id)
        .distinct()
    )


def _may_propose(request: HttpRequest, casus: Casus) -> bool:
    rollen = queries.rollen_in(request.user, casus, op=localdate())
    houders = queries.people_of(request.user, op=localdate())
    return casus.is_open and (casus.houder_id in houders or "teamleider" in rollen)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overdragen(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose another holder; the holder, a deputy and the team leader may."""
    casus = get_object_or_404(queries.casussen_for(request.user), pk=pk)
    if not _may_propose(request, casus):
        messages.warning(request, _("Alleen de houder of de teamleider draagt een casus over."))
        return redirect(casus)
    form = OverdrachtForm(request.POST or None)
    form.fields["naar"].queryset = collegas_of(casus)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                actions.propose_overdracht(
                    casus=casus,
                    by=medewerker_of(request.user, op=localdate()),
                    on=localdate(),
                    **form.cleaned_data,
                )
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            _trace(request, casus, "overdracht vragen")
            messages.success(
                request, _("Uw collega krijgt de vraag. Tot het antwoord blijft u houder.")
            )
            return redirect(casus)
    return render(
        request,
        "casussen/overdragen.html",
        {"casus": casus, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overdracht(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the question to hold a case; only by who was asked, or a deputy."""
    vandaag = localdate()
    rij = get_object_or_404(
        Overdracht.objects.select_related("casus", "van", "naar"),
        pk=pk,
        beslist_op=None,
        naar__in=queries.people_of(request.user, op=vandaag),
    )
    form = AntwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ik = medewerker_of(request.user, op=vandaag)
        ja = form.cleaned_data["aanvaard"] == "ja"
        doe = actions.accept_overdracht if ja else actions.refuse_overdracht
        casus = doe(overdracht=rij, by=ik, on=vandaag, antwoord=form.cleaned_data["antwoord"])
        _trace(request, casus, "overdracht aanvaarden" if ja else "overdracht weigeren")
        messages.success(
            request, _("U houdt deze casus nu.") if ja else _("De houder blijft wie zij was.")
        )
        return redirect(casus) if ja else redirect("mijn_werk")
    return render(
        request,
        "casussen/overdracht.html",
        {"rij": rij, "casus": rij.casus, "form": form},
        status=422 if form.errors else 200,
    )


def _trace(request: HttpRequest, casus: Casus, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.spoor_gezin,
    )
