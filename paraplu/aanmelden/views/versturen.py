"""Step 3 on the page: who gets what is shown before it goes, and stays readable after (R98, R99, R106)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen import queries
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import show_stap, who

from ..actions import versturen
from ..actions.versturen import GROND, ROL, STUKKEN, latest
from ..forms.versturen import VersturenForm
from ..stukken.tonen import name_document


def show_versturen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """Per receiver the documents, and on what ground part 2 goes along."""
    casus = stap.casus
    return {
        "zendingen": [_zending(ander) for ander in versturen.list_ontvangers(stap)],
        "alleen_formulier": STUKKEN[casus.route_sleutel, ROL[stap.sleutel]]
        == ("aanmeldformulier",),
        "afschriften": queries.afschriften_for(request.user, casus, op=localdate()).select_related(
            "document", "organisatie"
        ),
        "versturen_form": VersturenForm(),
    }


def _zending(stap: CasusStap) -> dict[str, Any]:
    rol = ROL[stap.sleutel]
    stukken = [latest(stap.casus, soort) for soort in STUKKEN[stap.casus.route_sleutel, rol]]
    return {
        "naar": versturen.receiver(stap),
        "rol": rol,
        "grond": GROND[rol],
        "stukken": [
            {"stuk": stuk, "naam": name_document(stuk.soort), "met": bool(stuk.persoonsgegevens)}
            for stuk in stukken
            if stuk
        ],
    }


def handle_versturen(request: HttpRequest, stap: CasusStap, _handeling: str) -> HttpResponse:
    """Send, and close what was sent."""
    form = VersturenForm(request.POST)
    if not form.is_valid():
        return show_stap(request, stap, status=422, versturen_form=form)
    try:
        with transaction.atomic():
            versturen.send_and_close(stap=stap, by=who(request), on=localdate())
    except CasusFout as fout:
        form.add_error(None, str(fout))
        return show_stap(request, stap, status=422, versturen_form=form)
    messages.success(request, _("Verstuurd. Op de casus ziet u wie wat kreeg."))
    return redirect(stap.casus)


VERSTUREN = StapVorm(
    template="aanmelden/versturen.html", context=show_versturen, handle=handle_versturen
)
