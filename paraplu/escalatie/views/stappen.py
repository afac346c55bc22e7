"""The steps on their pages: each form writes down what was said and closes the step with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose

from .. import actions, queries
from ..forms import stappen as vormen
from ..models import Escalatie


def _form(
    soort: type[forms.Form], request: HttpRequest, stap: CasusStap, prefix: str, **kw: Any
) -> forms.Form:
    gegevens = request.POST if request.method == "POST" else None
    return soort(gegevens, escalatie=stap.casus.escalatie, on=localdate(), prefix=prefix, **kw)


def _empty(soort: type[forms.Form], stap: CasusStap, prefix: str, **kw: Any) -> forms.Form:
    return soort(escalatie=stap.casus.escalatie, on=localdate(), prefix=prefix, **kw)


def _common(stap: CasusStap) -> dict[str, Any]:
    escalatie = stap.casus.escalatie
    return {
        "escalatie": escalatie,
        "deelnemers": queries.list_deelnemers(escalatie),
        "overleggen": escalatie.overleggen.all(),
    }


def show_eigen(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The own consultation, and after it the form of the step that this situation comes to."""
    escalatie = stap.casus.escalatie
    velden = vormen.EigenOverlegForm.base_fields
    soort, prefix = _next_form(escalatie)
    return {
        **_common(stap),
        "overleg_form": _empty(
            vormen.EigenOverlegForm,
            stap,
            "overleg",
            initial={naam: getattr(escalatie, naam) for naam in velden},
        ),
        "verder_form": _empty(soort, stap, prefix),
        "verder": prefix,
        "klaar": bool(escalatie.overleg_op and escalatie.ingelicht),
    }


def _next_form(escalatie: Escalatie) -> tuple[type[forms.Form], str]:
    if escalatie.begint_bestuurlijk:
        return vormen.Stap3Form, "stap_3"
    if escalatie.situatie == Escalatie.Situatie.VISIE:
        return vormen.Stap1Form, "stap_1"
    return vormen.Stap2Form, "stap_2"


def write_eigen(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """What the professionals said to each other, and what the family knows."""
    return carry_out(
        request,
        stap,
        naam="overleg_form",
        form=_form(vormen.EigenOverlegForm, request, stap, "overleg"),
        doe=lambda velden: actions.write_eigen_overleg(escalatie=stap.casus.escalatie, **velden),
        gelukt=_("Vastgelegd. Kwam u er samen niet uit? Kies dan hieronder wie erbij komt."),
    )


def _go(act: Any, soort: type[forms.Form], prefix: str, gelukt: str) -> Any:
    """The button that lets others in and closes the own consultation."""

    def doe(request: HttpRequest, stap: CasusStap) -> HttpResponse:
        return carry_out(
            request,
            stap,
            naam="verder_form",
            form=_form(soort, request, stap, prefix),
            doe=lambda velden: act(stap=stap, by=who(request), on=localdate(), **velden),
            gelukt=gelukt,
        )

    return doe


def _hold(act: Any, soort: type[forms.Form], gelukt: str) -> Any:
    """The button that writes down a talk and closes its step with what it gave."""

    def doe(request: HttpRequest, stap: CasusStap) -> HttpResponse:
        return carry_out(
            request,
            stap,
            naam="gesprek_form",
            form=_form(soort, request, stap, "gesprek"),
            doe=lambda velden: act(stap=stap, by=who(request), on=localdate(), **_used(velden)),
            gelukt=gelukt,
        )

    return doe


def _used(velden: dict[str, Any]) -> dict[str, Any]:
    """What the action takes: bridged needs no names of who would come next."""
    if velden.get("gelukt") and "eigen" in velden:
        return {naam: w for naam, w in velden.items() if naam not in {"eigen", "ander"}}
    return velden


def _show_gesprek(soort: type[forms.Form]) -> Any:
    def show(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
        return {**_common(stap), "gesprek_form": _empty(soort, stap, "gesprek")}

    return show


VASTGELEGD = _("Het overleg is vastgelegd en de stap is afgerond.")
EIGEN_OVERLEG = StapVorm(
    template="escalatie/eigen_overleg.html",
    context=show_eigen,
    handle=choose(
        {
            "overleg": write_eigen,
            "stap_1": _go(
                actions.go_to_gedragswetenschappers,
                vormen.Stap1Form,
                "stap_1",
                _("De gedragswetenschappers doen nu mee."),
            ),
            "stap_2": _go(
                actions.go_to_leidinggevenden,
                vormen.Stap2Form,
                "stap_2",
                _("De leidinggevenden zijn nu aan zet."),
            ),
            "stap_3": _go(
                actions.go_to_bestuurders,
                vormen.Stap3Form,
                "stap_3",
                _("De bestuurders zijn nu aan zet."),
            ),
        }
    ),
    sluit=frozenset({"verschil_van_visie", "naar_leidinggevenden", "naar_bestuurders"}),
)
GEDRAGSWETENSCHAPPERS = StapVorm(
    template="escalatie/gesprek.html",
    context=_show_gesprek(vormen.GedragswetenschappersForm),
    handle=choose(
        {
            "gesprek": _hold(
                actions.hold_gedragswetenschappers, vormen.GedragswetenschappersForm, VASTGELEGD
            )
        }
    ),
    sluit=frozenset({"overbrugd", "niet_overbrugd"}),
)
LEIDINGGEVENDEN = StapVorm(
    template="escalatie/gesprek.html",
    context=_show_gesprek(vormen.LeidinggevendenForm),
    handle=choose(
        {"gesprek": _hold(actions.hold_leidinggevenden, vormen.LeidinggevendenForm, VASTGELEGD)}
    ),
    sluit=frozenset({"opgeheven", "niet_opgeheven", "beleid_schiet_tekort"}),
)
BESTUURDERS = StapVorm(
    template="escalatie/gesprek.html",
    context=_show_gesprek(vormen.BestuurdersForm),
    handle=choose({"gesprek": _hold(actions.hold_bestuurders, vormen.BestuurdersForm, VASTGELEGD)}),
    sluit=frozenset({"oplossing", "geen_oplossing"}),
)
