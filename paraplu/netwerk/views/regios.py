"""What a region chose, with its history; the owner of the region makes new choices (R26, R94, R285)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .. import beheer, queries
from ..actions import instellingen as actions
from ..forms.overleg import InstellingForm, SubregioForm
from ..instellingen import VAN_REGIO, Instelling, WaardeBestaatNiet
from ..models import Organisatie, RegioInstelling, Subregio
from .plaats import eigen_regio, find_regio


@require_GET
def regio_instellingen(request: HttpRequest, code: str) -> HttpResponse:
    """Each setting: what holds today, what will, what was, and where it comes from."""
    op, regio = localdate(), find_regio(code)
    rijen = list(RegioInstelling.objects.filter(regio=code).order_by("-vanaf"))
    return render(
        request,
        "netwerk/regio.html",
        {
            "regio": regio,
            "regios": gebieden.regios(),
            "instellingen": [_stand(i, rijen, op) for i in VAN_REGIO.values()],
            "eigenaar": beheer.eigenaar_van(code, op=op),
            "mag_kiezen": _mag_kiezen(request.user, code, op),
            "subregios": _subregios(code, op),
        },
    )


def _stand(instelling: Instelling, rijen: list[RegioInstelling], op: date) -> dict[str, Any]:
    eigen = [
        (rij, _toon(instelling, rij.waarde)) for rij in rijen if rij.sleutel == instelling.sleutel
    ]
    geldend = [paar for paar in eigen if paar[0].vanaf <= op]
    return {
        "instelling": instelling,
        "nu": geldend[0] if geldend else None,
        "straks": [paar for paar in eigen if paar[0].vanaf > op],
        "eerder": geldend[1:],
    }


def _toon(instelling: Instelling, waarde: str) -> str:
    if instelling.vorm == "organisatie":
        organisatie = Organisatie.objects.filter(sleutel=waarde).first()
        return organisatie.naam if organisatie else waarde
    return instelling.toon(waarde)


def _subregios(regio: str, op: date) -> list[tuple[Subregio, str]]:
    rijen = Subregio.objects.filter(queries.in_force(op), regio=regio)
    return [(rij, ", ".join(_namen(rij.gemeenten))) for rij in rijen]


def _namen(codes: list[str]) -> list[str]:
    gevonden = [gebieden.gemeente(code) for code in codes]
    return [gemeente.naam for gemeente in gevonden if gemeente]


def _mag_kiezen(gebruiker: Gebruiker, regio: str, op: date) -> bool:
    """The owner of the contacts, and the region itself."""
    if not mag(gebruiker, "regio_kiezen"):
        return False
    zelf = beheer.organisaties_of(gebruiker, op=op).filter(sleutel=f"REG-{regio}").exists()
    return zelf or regio in beheer.regios_of(gebruiker, op=op)


def _check(request: HttpRequest, code: str) -> gebieden.Regio:
    regio = find_regio(code)
    if not _mag_kiezen(request.user, code, localdate()):
        raise Http404
    return regio


@require_http_methods(["GET", "POST"])
def regio_kiezen(request: HttpRequest, code: str, sleutel: str) -> HttpResponse:
    """A new choice from a day; what was chosen before stays to be seen."""
    regio = _check(request, code)
    instelling = VAN_REGIO.get(sleutel)
    if instelling is None:
        raise Http404
    form = InstellingForm(
        request.POST or None,
        instelling=instelling,
        keuzes=_keuzes(instelling, code),
        initial={"vanaf": localdate()},
    )
    if request.method == "POST" and form.is_valid() and _choose(request, code, sleutel, form):
        messages.success(request, _("De keuze is opgeslagen."))
        return redirect("regio_instellingen", code)
    return render(
        request,
        "netwerk/regio_kiezen.html",
        {"regio": regio, "instelling": instelling, "form": form},
        status=422 if form.errors else 200,
    )


def _keuzes(instelling: Instelling, regio: str) -> list[tuple[str, object]]:
    if instelling.vorm == "organisatie":
        codes = beheer.gemeenten_van([regio])
        in_regio = Organisatie.objects.filter(soort="gemeente", gemeente__in=codes)
        return [
            (o.sleutel, o.naam) for o in in_regio | Organisatie.objects.filter(soort="veilig_thuis")
        ]
    return list(instelling.waarden.items())


def _choose(request: HttpRequest, regio: str, sleutel: str, form: InstellingForm) -> bool:
    try:
        actions.choose_for_regio(regio=regio, sleutel=sleutel, by=request.user, **form.cleaned_data)
    except WaardeBestaatNiet as fout:
        form.add_error("waarde", _("Dit kan niet. Kies: %(wat)s.") % {"wat": fout})
    except actions.AlreadyChosen:
        form.add_error("vanaf", _("Vanaf deze dag is al iets gekozen. Kies een andere dag."))
    return not form.errors


@require_http_methods(["GET", "POST"])
def subregio_nieuw(request: HttpRequest, code: str) -> HttpResponse:
    """A few gemeenten that meet together (R30)."""
    regio = _check(request, code)
    form = SubregioForm(request.POST or None, regio=code, initial={"vanaf": localdate()})
    if request.method == "POST" and form.is_valid():
        actions.add_subregio(regio=code, by=request.user, **form.cleaned_data)
        messages.success(request, _("De subregio is toegevoegd."))
        return redirect("regio_instellingen", code)
    return render(
        request,
        "netwerk/formulier.html",
        {"form": form, "titel": _("Nieuwe subregio"), "terug": regio},
        status=422 if form.errors else 200,
    )


@require_POST
def subregio_beeindigen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A subregio ends yesterday, so that another can begin today."""
    _check(request, code)
    subregio = get_object_or_404(Subregio, pk=pk, regio=code)
    actions.end_subregio(subregio=subregio, tot=localdate() - timedelta(days=1), by=request.user)
    messages.success(request, _("De subregio is beëindigd."))
    return redirect("regio_instellingen", code)


@require_GET
def regio_eigen(request: HttpRequest) -> HttpResponse:
    """The page of one's own region."""
    return redirect("regio_instellingen", eigen_regio(request.user))
