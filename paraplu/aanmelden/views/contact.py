"""Step 1 on the page: whom to call, what was tried, what was discussed; and connecting both (R92)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import show_stap, who
from paraplu.netwerk import bellen
from paraplu.netwerk.models import Organisatie

from ..actions import contact
from ..forms.contact import BemiddelingForm, PogingForm, VerslagForm
from ..models import Contactpoging, Contactverslag
from ..stukken.voorzet import last_verslag

Handel = Callable[[HttpRequest, CasusStap], HttpResponse]


def _vraag(sleutel: str) -> bellen.Vraag:
    return next(vraag for vraag in bellen.VASTE_VRAGEN if vraag.sleutel == sleutel)


def show_contact(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What the page of a step of contact shows."""
    vandaag = localdate()
    bij_aanbieder = stap.sleutel == "contact_aanbieder"
    wie = {"stap": stap, "gebruiker": request.user, "on": vandaag}
    return {
        "bij_aanbieder": bij_aanbieder,
        "bellen": None
        if bij_aanbieder
        else bellen.wie_nu(_vraag("lokaal_team"), gemeente=stap.casus.gezin.gemeente, op=vandaag),
        "pogingen": stap.contactpogingen.select_related("organisatie", "door"),
        "verslagen": stap.contactverslagen.select_related("organisatie", "aanbieder"),
        "bemiddelingsvragen": stap.casus.bemiddelingsvragen.select_related("aanbieder"),
        "poging_form": PogingForm(**wie),
        "verslag_form": VerslagForm(**wie),
        "bemiddeling_form": BemiddelingForm(stap=stap, initial={"spoed": stap.casus.spoed}),
    }


def handle_contact(request: HttpRequest, stap: CasusStap, handeling: str) -> HttpResponse:
    """One of the buttons of a step of contact."""
    handelingen: dict[str, Handel] = {
        "poging": _add_poging,
        "verslag": _add_verslag,
        "verslag_klaar": _add_verslag,
        "bemiddeling": _ask_bemiddeling,
    }
    doe = handelingen.get(handeling)
    return doe(request, stap) if doe else show_stap(request, stap, status=422)


def _add_poging(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    vandaag = localdate()
    form = PogingForm(request.POST, stap=stap, gebruiker=request.user, on=vandaag)
    if not form.is_valid():
        return show_stap(request, stap, status=422, poging_form=form)
    velden = form.cleaned_data
    aanbieder: Organisatie | None = velden.get("aanbieder")
    contact.register_poging(
        stap=stap,
        met=velden.get("met") or Contactpoging.Met.AANBIEDER,
        organisatie=aanbieder or stap.casus.lokaal_team,
        wijze=velden["wijze"],
        bereikt=velden["bereikt"] == "ja",
        toelichting=velden["toelichting"],
        by=who(request),
        on=velden["op"],
    )
    messages.success(request, _("De poging is vastgelegd."))
    return redirect(stap)


def _add_verslag(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Write the report; with the other button the step closes as well, as that is all it asks."""
    vandaag = localdate()
    form = VerslagForm(request.POST, stap=stap, gebruiker=request.user, on=vandaag)
    if not form.is_valid():
        return show_stap(request, stap, status=422, verslag_form=form)
    velden = dict(form.cleaned_data)
    bij_aanbieder = stap.sleutel == "contact_aanbieder"
    contact.write_contactverslag(
        stap=stap,
        met=Contactverslag.Met.AANBIEDER if bij_aanbieder else Contactverslag.Met.LOKAAL_TEAM,
        organisatie=velden.pop("organisatie", None) or stap.casus.lokaal_team,
        on=velden.pop("op"),
        by=who(request),
        **velden,
    )
    if request.POST.get("handeling") == "verslag":
        messages.success(request, _("Het gesprek is vastgelegd."))
        return redirect(stap)
    close_stap(stap=stap, uitkomst="gesproken", by=who(request), on=vandaag)
    messages.success(request, _("Het gesprek is vastgelegd en de stap is afgerond."))
    return redirect(stap.casus)


def _ask_bemiddeling(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = BemiddelingForm(request.POST, stap=stap)
    if not form.is_valid():
        return show_stap(request, stap, status=422, bemiddeling_form=form)
    contact.ask_zorgbemiddelaar(
        casus=stap.casus, by=who(request), on=localdate(), **form.cleaned_data
    )
    messages.success(request, _("De vraag staat bij de zorgbemiddelaar."))
    return redirect(stap)


def show_verbinden(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What the regional contact person needs to connect both: who, and what was tried. No family."""
    casus = stap.casus
    verslag = last_verslag(casus)
    return {
        "pogingen": casus.contactpogingen.select_related("organisatie", "door"),
        "jeugdbeschermer": casus.houder,
        "gi": casus.gi,
        "verslag_op": verslag.op if verslag else None,
        "bellen": bellen.wie_nu(
            _vraag("lokaal_team"), gemeente=casus.gezin.gemeente, op=localdate()
        ),
    }


def handle_verbinden(request: HttpRequest, stap: CasusStap, _handeling: str) -> HttpResponse:
    """There is nothing to fill in but the outcome."""
    return show_stap(request, stap, status=422)


CONTACT = StapVorm(template="aanmelden/contact.html", context=show_contact, handle=handle_contact)
VERBINDEN = StapVorm(
    template="aanmelden/verbinden.html", context=show_verbinden, handle=handle_verbinden
)
