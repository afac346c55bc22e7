"""The agreement: its term, parties, annexes and regions; and what is added to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.web.rechten import mag
from paraplu.web.stukbestand import give_bestand, read_bestand

from .. import queries
from ..actions import overeenkomsten as acts
from ..actions import productboek as boek
from ..forms.afspraken import (
    BesluitVorm,
    BijlageVorm,
    ClausuleVorm,
    GiVorm,
    IndexVorm,
    InkoopVorm,
    VerlengVorm,
    VersieVorm,
)
from ..forms.velden import Vorm, name_regio
from ..looptijd import next_toetreeddagen
from ..models import Inkoopwijze, Overeenkomst, Partij, Wie
from ..rechten import BEHEERDERS, may_change_regio
from .tonen import done, need, show_form, trace, try_save

#: What can be added to an agreement: title of the form, and the form.
SOORTEN: dict[str, tuple[Any, type[Vorm]]] = {
    "verlenging": (gettext_lazy("De overeenkomst verlengen"), VerlengVorm),
    "gi": (gettext_lazy("Een GI wil meedoen"), GiVorm),
    "bijlage": (gettext_lazy("Een bijlage toevoegen"), BijlageVorm),
    "versie": (gettext_lazy("Een nieuwe versie van een bijlage"), VersieVorm),
    "indexatie": (gettext_lazy("De indexatie van een jaar"), IndexVorm),
}


@require_GET
def overeenkomsten(request: HttpRequest) -> HttpResponse:
    """The agreements; where there is one, that one."""
    alle = list(queries.overeenkomsten_for(request.user))
    if len(alle) == 1:
        return redirect(alle[0])
    return render(request, "contract/overeenkomsten.html", {"alle": alle})


@require_GET
def overeenkomst(request: HttpRequest, pk: int) -> HttpResponse:
    """One agreement as it stands today."""
    gevonden = _read(request, pk)
    vandaag = localdate()
    return render(
        request, "contract/overeenkomst.html", show_overeenkomst(request, gevonden, vandaag)
    )


def _read(request: HttpRequest, pk: int) -> Overeenkomst:
    return get_object_or_404(queries.overeenkomsten_for(request.user), pk=pk)


def show_overeenkomst(request: HttpRequest, o: Overeenkomst, op: date) -> dict[str, Any]:
    """What the page of an agreement needs."""
    partijen = list(o.partijen.prefetch_related("besluiten"))
    later = [p for p in partijen if p.soort == Partij.Soort.GI and p.vanaf > o.begin]
    inkoop: dict[str, list[Inkoopwijze]] = {}
    for rij in Inkoopwijze.objects.all():
        inkoop.setdefault(rij.regio, []).append(rij)
    return {
        "overeenkomst": o,
        "einde": queries.einde_of(o),
        "verlengingen": o.verlengingen.all(),
        "regios": [p for p in partijen if p.soort == Partij.Soort.REGIO],
        "gis": [p for p in partijen if p.soort == Partij.Soort.GI and p not in later],
        "toetreders": [(p, _list_besluiten(request, p)) for p in later],
        "toetreeddagen": [d for d in next_toetreeddagen(op) if d <= queries.einde_of(o)],
        "bijlagen": queries.list_bijlagen(o),
        "per_regio": [
            {
                "stand": stand,
                "wie": Wie(stand.toetreding).label,
                "inkoop": inkoop.get(stand.code, []),
                "mag": may_change_regio(request.user, stand.code),
            }
            for stand in queries.list_regios(o, op=op)
        ],
        "momenten": [(m, m.is_past(op=op)) for m in o.momenten.all()],
        "mag_beheren": request.user.soort in BEHEERDERS,
        "vandaag": op,
    }


def _list_besluiten(request: HttpRequest, partij: Partij) -> list[dict[str, Any]]:
    gevallen = queries.decisions_about(partij)
    return [
        {
            "regio": regio,
            "besluit": gevallen.get(regio.code),
            "wie": Wie(gevallen[regio.code].wie).label if regio.code in gevallen else "",
            "mag": may_change_regio(request.user, regio.code),
        }
        for regio in gebieden.regios()
    ]


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overeenkomst_erbij(request: HttpRequest, pk: int, soort: str) -> HttpResponse:
    """One thing added: an extension, a GI, an annex or a version of it, the indexation of a year."""
    o = _read(request, pk)
    if soort not in SOORTEN:
        raise Http404
    titel, vorm = SOORTEN[soort]
    extra = {"overeenkomst": o} if vorm in {GiVorm, VersieVorm} else {}
    form = vorm(request.POST or None, request.FILES or None, on=localdate(), **extra)
    terug = reverse("productboek") if soort == "indexatie" else o.get_absolute_url()
    if (
        request.method == "POST"
        and form.is_valid()
        and try_save(form, lambda: _add(request, o, soort, form))
    ):
        trace(request, f"overeenkomst: {soort} erbij", str(o.pk))
        return done(request, terug)
    return show_form(request, form, titel=titel, terug=(terug, o.naam))


def _add(request: HttpRequest, o: Overeenkomst, soort: str, form: forms.Form) -> None:
    velden = dict(form.cleaned_data)
    if soort == "verlenging":
        acts.extend(overeenkomst=o, by=request.user, **velden)
    elif soort == "gi":
        code = velden["gi"]
        acts.ask_toetreding(overeenkomst=o, code=code, naam=form.gis[code], vanaf=velden["vanaf"])
    elif soort == "bijlage":
        acts.add_bijlage(overeenkomst=o, **velden)
    elif soort == "versie":
        bestand = velden.pop("bestand")
        acts.add_versie(
            by=request.user,
            on=localdate(),
            bestand=read_bestand(bestand) if bestand else None,
            **velden,
        )
    else:
        boek.set_indexatie(by=request.user, **velden)


@require_GET
@transaction.atomic
def bijlage_bestand(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of one version of an annex (R159); always saved, never opened as a page of ours."""
    bestand = get_object_or_404(queries.bestanden_for(request.user), versie_id=pk)
    trace(request, "bijlage ophalen", f"bijlage {bestand.versie.bijlage_id} versie {pk}")
    naam = f"paraplu-bijlage-{bestand.versie.bijlage_id}-{pk}.{bestand.uitgang}"
    return give_bestand(inhoud=bestand.inhoud, soort=bestand.soort, naam=naam)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overeenkomst_regio(request: HttpRequest, pk: int, regio: str, soort: str) -> HttpResponse:
    """What one region has otherwise: its clauses, or how it bought before (R157, R294)."""
    o = _read(request, pk)
    need(gebieden.regio(regio) is not None and soort in {"clausules", "inkoop"})
    need(mag(request.user, "overeenkomst_regio", regio))
    vandaag = localdate()
    if soort == "inkoop":
        form: forms.Form = InkoopVorm(request.POST or None)
    else:
        nu = {
            sleutel.value: queries.clausule_on(o, regio, sleutel, op=vandaag)
            for sleutel in queries.ANDERS
        }
        form = ClausuleVorm(request.POST or None, initial=nu | {"vanaf": vandaag})
    if (
        request.method == "POST"
        and form.is_valid()
        and try_save(form, lambda: _set_regio(request, o, regio, form))
    ):
        trace(request, f"regio: {soort} vastleggen", regio)
        return done(request, o.get_absolute_url())
    titel = (
        _("Inkoop vóór deze overeenkomst")
        if soort == "inkoop"
        else _("Wat in deze regio anders is")
    )
    return show_form(
        request, form, titel=f"{titel}: {name_regio(regio)}", terug=(o.get_absolute_url(), o.naam)
    )


def _set_regio(request: HttpRequest, o: Overeenkomst, regio: str, form: forms.Form) -> None:
    velden = dict(form.cleaned_data)
    if isinstance(form, InkoopVorm):
        acts.add_inkoopwijze(regio=regio, by=request.user, **velden)
        return
    for sleutel in queries.ANDERS:
        if queries.clausule_on(o, regio, sleutel, op=velden["vanaf"]) != velden[sleutel.value]:
            acts.set_clausule(
                overeenkomst=o,
                regio=regio,
                sleutel=sleutel,
                waarde=velden[sleutel.value],
                vanaf=velden["vanaf"],
                bron=velden["bron"],
                by=request.user,
            )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overeenkomst_besluit(request: HttpRequest, pk: int, regio: str) -> HttpResponse:
    """What a region decides about a GI that wants to join (R156)."""
    alle = Partij.objects.filter(overeenkomst__in=queries.overeenkomsten_for(request.user))
    partij = get_object_or_404(alle.select_related("overeenkomst"), pk=pk)
    need(gebieden.regio(regio) is not None and mag(request.user, "overeenkomst_besluit", regio))
    o = partij.overeenkomst
    vandaag = localdate()
    form = BesluitVorm(request.POST or None, on=vandaag, initial={"besloten_op": vandaag})
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(
            form,
            lambda: acts.decide_toetreding(partij=partij, regio=regio, by=request.user, **velden),
        ):
            trace(request, "besluit over een GI", f"{partij.code} {regio}")
            return done(request, o.get_absolute_url())
    wie = Wie(queries.clausule_on(o, regio, "toetreding", op=localdate())).label
    return show_form(
        request,
        form,
        titel=_("%(gi)s in %(regio)s") % {"gi": partij.naam, "regio": name_regio(regio)},
        inleiding=_("Wie hier besluit: %(wie)s.") % {"wie": str(wie).lower()},
        terug=(o.get_absolute_url(), o.naam),
    )
