"""The registers: decisions, bodies, how far each region is, and agreements on three levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from .. import queries
from ..actions import registers as acts
from ..forms.registers import (
    BasisafspraakForm,
    BesluitForm,
    GegevenswensForm,
    LidVorm,
    OrgaanForm,
    RegiostandForm,
)
from ..lesstof import BASIS, BOUWSTENEN
from ..models import Basisafspraak, Besluit, Gegevenswens, Orgaan, Regiostand
from ..partijen import find_partij
from ..rechten import HOUDT
from .toegang import done, may, need, show_form, try_save

#: What can be added: its form, its act, where it is read, and its title.
SOORTEN: Final[dict[str, tuple[Any, Callable[..., Any], str, Any]]] = {
    "besluit": (BesluitForm, acts.add_besluit, "besluiten", gettext_lazy("Een besluit")),
    "orgaan": (OrgaanForm, acts.add_orgaan, "organen", gettext_lazy("Een orgaan")),
    "lid": (LidVorm, acts.add_lid, "organen", gettext_lazy("Een lid van een orgaan")),
    "stand": (
        RegiostandForm,
        acts.note_regiostand,
        "bouwsteenstanden",
        gettext_lazy("Hoe ver een regio is"),
    ),
    "afspraak": (
        BasisafspraakForm,
        acts.add_basisafspraak,
        "basisafspraken",
        gettext_lazy("Een basisafspraak"),
    ),
    "gegevens": (
        GegevenswensForm,
        acts.note_gegevenswens,
        "regiogegevens",
        gettext_lazy("Gegevens die een regio vraagt"),
    ),
}
#: Acts that keep the day on which it was written.
MET_DAG: Final = {"besluit", "stand", "afspraak", "gegevens"}


@require_GET
def besluiten(request: HttpRequest) -> HttpResponse:
    """Who decided what, and what is only announced (R161, R215, P42)."""
    alle = list(queries.besluiten_for(request.user).prefetch_related("besluiten"))
    gebied = request.GET.get("gebied", "")
    gebieden_ = sorted({besluit.gebied for besluit in alle if besluit.gebied})
    return render(
        request,
        "overleg/besluiten.html",
        {
            "besluiten": [
                (besluit, name_gebied(besluit.gebied))
                for besluit in alle
                if not gebied or besluit.gebied == gebied
            ],
            "gebied": gebied,
            "gebieden": [(sleutel, name_gebied(sleutel)) for sleutel in gebieden_],
            "mag_nieuw": may(request.user, "register_erbij"),
            "aangekondigd": Besluit.Stand.AANGEKONDIGD,
        },
    )


def name_gebied(sleutel: str) -> str:
    """The name of a region or gemeente; "" for all together."""
    partij = find_partij(sleutel) if sleutel else None
    return partij.naam if partij else ""


@require_GET
def organen(request: HttpRequest) -> HttpResponse:
    """The bodies with who sits in them (R216, R313, R314)."""
    return render(
        request,
        "overleg/organen.html",
        {
            "organen": Orgaan.objects.prefetch_related("leden"),
            "mag_nieuw": may(request.user, "register_erbij"),
        },
    )


@require_GET
def bouwsteenstanden(request: HttpRequest) -> HttpResponse:
    """How far each region is with the bouwstenen (R315) and with its strong basis (R229)."""
    regios = gebieden.regios()
    delen = [
        (Regiostand.Soort.BOUWSTEEN, BOUWSTENEN),
        (Regiostand.Soort.BASIS, BASIS),
    ]
    tabellen = []
    for soort, namen in delen:
        laatste = queries.last_standen(soort)
        rijen = [
            (naam, [(regio.naam, laatste.get((sleutel, regio.code))) for regio in regios])
            for sleutel, naam in namen.items()
        ]
        tabellen.append((soort.label, rijen))
    return render(
        request,
        "overleg/bouwsteenstanden.html",
        {
            "tabellen": tabellen,
            "regios": regios,
            "mag_nieuw": may(request.user, "register_erbij"),
        },
    )


@require_GET
def basisafspraken(request: HttpRequest) -> HttpResponse:
    """Agreements on three levels, with what deviates from what (R37, R230)."""
    rijen = Basisafspraak.objects.select_related("wijkt_af_van")
    return render(
        request,
        "overleg/basisafspraken.html",
        {
            "afspraken": [(rij, name_gebied(rij.gebied)) for rij in rijen],
            "mag_nieuw": may(request.user, "register_erbij"),
        },
    )


@require_GET
def regiogegevens(request: HttpRequest) -> HttpResponse:
    """What is asked for beside the common set, per region, and what was decided (R309)."""
    rijen = [(wens, name_gebied(f"regio-{wens.regio}")) for wens in queries.list_wensen()]
    return render(
        request,
        "overleg/regiogegevens.html",
        {"wensen": rijen, "mag_nieuw": may(request.user, "register_erbij")},
    )


@require_http_methods(["GET", "POST"])
def register_erbij(request: HttpRequest, soort: str) -> HttpResponse:
    """A row in one of the registers."""
    if soort not in SOORTEN:
        raise Http404
    vorm, doe, lijst, titel = SOORTEN[soort]
    vandaag = localdate()
    form = vorm(request.POST or None, on=vandaag, initial=_begin(request, soort))
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        need(_is_van(request.user, velden))
        if soort == "gegevens" and request.user.soort not in HOUDT:
            # What is meaningful is talked about bovenregionaal (R309).
            velden["stand"] = Gegevenswens.Stand.GEVRAAGD
        dag = {"on": vandaag} if soort in MET_DAG else {}
        if try_save(form, lambda: doe(by=request.user, **dag, **velden)):
            return done(request, reverse(lijst))
    return show_form(request, form, titel=titel, terug=(reverse(lijst), _("Terug naar de lijst")))


def _begin(request: HttpRequest, soort: str) -> dict[str, Any]:
    if soort != "besluit":
        return {}
    return {"taak": request.GET.get("taak", ""), "openbaar": "ja", "stand": Besluit.Stand.BESLOTEN}


def _is_van(gebruiker: Gebruiker, velden: dict[str, Any]) -> bool:
    """A region writes about itself and its gemeenten; the contract management about all."""
    if gebruiker.soort in HOUDT:
        return True
    gebied = velden.get("gebied") or (f"regio-{velden['regio']}" if velden.get("regio") else "")
    if not gebied and "orgaan" in velden:
        gebied = f"regio-{velden['orgaan'].regio}"
    soort, _streep, code = gebied.partition("-")
    if soort == "gemeente":
        return code in gebruiker.codes
    return bool(soort) and code == gebruiker.organisatie_code
