"""How long one really waits per provider, and how many wait at the organisations themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from paraplu.web.rechten import mag

from .. import actions, queries, wachten
from ..forms import ReactieForm, WachtlijstForm
from ..instellingen import KLEINSTE_GROEP

DRIE_MAANDEN = 91


@require_GET
def wachttijd(request: HttpRequest) -> HttpResponse:
    """The waiting time in the messages beside what providers say; one's own first."""
    return show_wachttijd(request)


def show_wachttijd(
    request: HttpRequest, *, fout: tuple[int, ReactieForm] | None = None
) -> HttpResponse:
    """The page; `fout` is a reaction that was not right, with the figure it is about."""
    on = localdate()
    alle = wachten.wachttijden_for(request.user, on=on)
    eigen = queries.organisatie_of(request.user, on=on)
    van_mij = [w for w in alle if eigen and w.nu.aanbieder_id == eigen.pk]
    andere = [w for w in alle if w not in van_mij and w.is_vrij]
    mag_reageren = mag(request.user, "wachttijd_reactie")
    context: dict[str, Any] = {
        "eigen": [
            (w, fout[1] if fout and fout[0] == w.nu.pk else make_form(w) if mag_reageren else None)
            for w in van_mij
        ],
        "andere": andere,
        "kleinste": KLEINSTE_GROEP,
        "zin": tell_wachttijd([*van_mij, *andere]),
        "opgaven": queries.told_of([w.nu for w in [*van_mij, *andere]], on=on),
    }
    status = 422 if fout else 200
    return render(request, "netwerk/aanbod_wachttijd.html", context, status=status)


def make_form(stuk: wachten.Wachttijd, data: Any = None) -> ReactieForm:
    """The form for a reaction, filled with what was said before."""
    begin = {"tekst": stuk.reactie.tekst} if stuk.reactie else {}
    return ReactieForm(data, prefix=f"w{stuk.nu.pk}", initial=begin)


def tell_wachttijd(alle: list[wachten.Wachttijd]) -> str:
    """The page in one sentence."""
    met = [w for w in alle if w.nu.mediaan is not None]
    if not met:
        return _("Er is nog geen gemeten wachttijd om te tonen")
    lang = sum((w.nu.mediaan or 0) > DRIE_MAANDEN for w in met)
    gemeten = ngettext("%(n)s wachttijd gemeten", "%(n)s wachttijden gemeten", len(met))
    woorden = {"gemeten": gemeten % {"n": len(met)}, "lang": lang}
    if not lang:
        return _("%(gemeten)s: nergens wacht de helft langer dan drie maanden") % woorden
    return _("%(gemeten)s: bij %(lang)s wacht de helft langer dan drie maanden") % woorden


@require_POST
def reactie(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one's own words beside one's own figure."""
    on = localdate()
    gemeten = get_object_or_404(wachten.eigen_wachttijden_for(request.user, on=on), pk=pk)
    form = ReactieForm(request.POST, prefix=f"w{pk}")
    if not form.is_valid():
        return show_wachttijd(request, fout=(pk, form))
    actions.react_wachttijd(
        gemeten=gemeten, tekst=form.cleaned_data["tekst"], by=request.user, on=on
    )
    messages.success(request, _("Uw reactie staat erbij."))
    return redirect("aanbod_wachttijd")


@require_GET
def wachtlijsten(request: HttpRequest) -> HttpResponse:
    """How many wait at each GI, Veilig Thuis, the Raad and each lokaal team (R240)."""
    return show_wachtlijsten(request)


def show_wachtlijsten(request: HttpRequest, *, form: WachtlijstForm | None = None) -> HttpResponse:
    """The page, with a form for who may tell."""
    on = localdate()
    rijen = wachten.wachtlijsten_for(request.user, on=on)
    eigen = wachten.eigen_wachtlijst_of(request.user, on=on)
    mag_opgeven = eigen is not None and mag(request.user, "wachtlijst_opgeven")
    wachtend = sum(rij.lijst.aantal > 0 for rij in rijen)
    context = {
        "rijen": rijen,
        "organisatie": eigen,
        "form": (form or WachtlijstForm(initial={"datum": on})) if mag_opgeven else None,
        "historie": wachten.history(eigen, on=on)[:24] if eigen else [],
        "kleinste": KLEINSTE_GROEP,
        "wachtend": wachtend,
    }
    status = 422 if form else 200
    return render(request, "netwerk/aanbod_wachtlijsten.html", context, status=status)


@require_POST
def opgeven(request: HttpRequest) -> HttpResponse:
    """Tell how many wait at one's own organisation."""
    organisatie = wachten.eigen_wachtlijst_of(request.user, on=localdate())
    if organisatie is None:
        raise Http404
    form = WachtlijstForm(request.POST)
    if not form.is_valid():
        return show_wachtlijsten(request, form=form)
    actions.tell_wachtlijst(organisatie=organisatie, by=request.user, **form.cleaned_data)
    messages.success(request, _("Uw opgave is bewaard."))
    return redirect("wachtlijsten")
