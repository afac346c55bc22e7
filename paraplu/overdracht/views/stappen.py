"""The steps of the hand-over on their pages: what is asked, and what closes them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import drop_concept
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.concept import keep, read_concept
from paraplu.casussen.views.stap import show_stap, who
from paraplu.casussen.views.uitvoeren import carry_out, choose
from paraplu.veiligheid.queries import plan_of, versie_of

from .. import queries
from ..actions import beginnen, opvolgen, overdragen
from ..actions.overdragen import VERSLAG
from ..forms.beginnen import AanvaardForm, OvernemerForm, VraagForm
from ..forms.gesprek import GesprekForm
from ..forms.opvolgen import OpvolgForm
from ..models import Opvolging


def show_vragen(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """Whom to ask: the fixed contact that the family has already."""
    return {
        "vraag_form": VraagForm(stap=stap, on=localdate()),
        "eindes": queries.eindes_of(stap.casus),
        "voornemen": getattr(stap.casus, "voornemen", None),
    }


def _ask(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    vandaag = localdate()
    form = VraagForm(request.POST, stap=stap, on=vandaag)
    return carry_out(
        request,
        stap,
        naam="vraag_form",
        form=form,
        doe=lambda velden: beginnen.ask_lokaal_team(
            stap=stap, by=who(request), on=vandaag, **velden
        ),
        gelukt=_("De vraag ligt bij het lokale team. Het heeft drie werkdagen."),
    )


def show_overnemer(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The question, and everybody of the lokaal team who could take over."""
    vandaag = localdate()
    ik = who(request)
    collegas = queries.lokaal_team_of(stap.casus, op=vandaag)
    return {
        "overnemer_form": OvernemerForm(
            collegas=collegas,
            on=vandaag,
            initial={"medewerker": ik if collegas.filter(pk=ik.pk).exists() else None},
        ),
        "vraag": stap.casus.overdrachtsvragen.select_related("door").last(),
        "eindes": queries.eindes_of(stap.casus),
        "voornemen": getattr(stap.casus, "voornemen", None),
    }


def _name_overnemer(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    vandaag = localdate()
    form = OvernemerForm(
        request.POST, collegas=queries.lokaal_team_of(stap.casus, op=vandaag), on=vandaag
    )
    return carry_out(
        request,
        stap,
        naam="overnemer_form",
        form=form,
        doe=lambda velden: overdragen.name_overnemer(
            stap=stap, by=who(request), on=vandaag, **velden
        ),
        gelukt=_("Vastgelegd. De jeugdbeschermer plant nu het overdrachtsgesprek."),
    )


def _make_gesprek_form(request: HttpRequest, stap: CasusStap, data: Any = None) -> GesprekForm:
    """The form of the talk: what was typed, else the draft, else what was agreed before."""
    vandaag = localdate()
    plan = plan_of(stap.casus.gezin, vandaag)
    eerder = read_concept(request, stap.casus, VERSLAG).inhoud if data is None else {}
    return GesprekForm(
        data,
        stap=stap,
        on=vandaag,
        heeft_plan=bool(plan and versie_of(plan, vandaag)),
        initial=eerder or _from_vorig(stap),
    )


def _from_vorig(stap: CasusStap) -> dict[str, Any]:
    """What the last report said, when the lokaal team gave the hand-over back."""
    vorig = queries.gesprekken_of(stap.casus).first()
    if vorig is None:
        return {}
    inhoud = dict(vorig.document.inhoud)
    for nummer, afspraak in enumerate(inhoud.pop("afspraken", ()), start=1):
        inhoud.update({f"{deel}_{nummer}": waarde for deel, waarde in afspraak.items()})
    return {**inhoud, "aanwezigen": queries.read_aanwezigen(vorig.document)}


def show_gesprek(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The form of the talk, with the safety plan that goes along."""
    vandaag = localdate()
    plan = plan_of(stap.casus.gezin, vandaag)
    concept = read_concept(request, stap.casus, VERSLAG)
    geweigerd = stap.casus.stappen.filter(sleutel="aanvaarden", uitkomst="geweigerd").last()
    return {
        "gesprek_form": _make_gesprek_form(request, stap),
        "plan": plan,
        "planversie": versie_of(plan, vandaag) if plan else None,
        "overnemer": queries.overnemer_of(stap.casus),
        "geweigerd": geweigerd,
        "concept_versie": concept.versie,
        "uit_concept": concept.versie > 0,
    }


def _keep_gesprek(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = _make_gesprek_form(request, stap, request.POST)
    botsing = keep(request, stap.casus, VERSLAG, form)
    if botsing:
        form.errors.clear()
        return show_stap(
            request,
            stap,
            status=409,
            gesprek_form=form,
            botsing=botsing,
            concept_versie=botsing.versie,
        )
    messages.success(request, _("Het concept is bewaard. Alleen u ziet het."))
    return redirect(stap)


def _write_gesprek(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = _make_gesprek_form(request, stap, request.POST)
    # Whatever is wrong in it, what was typed is kept.
    botsing = keep(request, stap.casus, VERSLAG, form)
    if botsing:
        return show_stap(
            request,
            stap,
            status=409,
            gesprek_form=form,
            botsing=botsing,
            concept_versie=botsing.versie,
        )
    return carry_out(
        request,
        stap,
        naam="gesprek_form",
        form=form,
        doe=lambda _velden: _fix_gesprek(request, stap, form),
        gelukt=_("Het verslag is vastgesteld en ligt bij het lokale team."),
    )


def _fix_gesprek(request: HttpRequest, stap: CasusStap, form: GesprekForm) -> None:
    velden = form.cleaned_data
    overdragen.write_gesprek(
        stap=stap,
        gehouden_op=velden["gehouden_op"],
        opvolgen_op=velden["opvolgen_op"],
        ouders=velden["ouders"],
        kind=velden["kind"],
        aanwezigen=velden["aanwezigen"],
        inhoud=form.inhoud(),
        by=who(request),
        on=localdate(),
    )
    drop_concept(gebruiker=request.user, casus=stap.casus, formulier=VERSLAG)


def _collegas_form(request: HttpRequest, stap: CasusStap, data: Any = None) -> AanvaardForm:
    overnemer = queries.overnemer_of(stap.casus)
    return AanvaardForm(
        data,
        collegas=queries.lokaal_team_of(stap.casus, op=localdate()),
        initial={"contactpersoon": overnemer.medewerker if overnemer else who(request)},
    )


def show_aanvaarden(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The report of the talk, and the form to take the family over."""
    return {
        "aanvaard_form": _collegas_form(request, stap),
        "gesprek": queries.gesprekken_of(stap.casus).first(),
    }


def _accept(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    vandaag = localdate()
    return carry_out(
        request,
        stap,
        naam="aanvaard_form",
        form=_collegas_form(request, stap, request.POST),
        doe=lambda velden: overdragen.accept_gezin(
            stap=stap, contactpersoon=velden["contactpersoon"], by=who(request), on=vandaag
        ),
        gelukt=_("Het lokale team heeft het gezin overgenomen. De maatregel kan nu eindigen."),
    )


def show_opvolgen(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The moments before this one, and the form."""
    return {
        "opvolg_form": OpvolgForm(on=localdate()),
        "eerder": Opvolging.objects.filter(casus=stap.casus).select_related("door"),
        "gesprek": queries.gesprekken_of(stap.casus).first(),
    }


def _write_opvolging(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    def doe(velden: dict[str, Any]) -> None:
        opvolgen.write_opvolging(
            stap=stap,
            by=who(request),
            on=localdate(),
            **{**velden, "in_beeld": velden["in_beeld"] == "ja"},
        )

    form: forms.Form = OpvolgForm(request.POST, on=localdate())
    return carry_out(
        request,
        stap,
        naam="opvolg_form",
        form=form,
        doe=doe,
        gelukt=_("Vastgelegd hoe het met het gezin gaat."),
    )


VRAGEN = StapVorm(
    template="overdracht/vragen.html",
    context=show_vragen,
    handle=choose({"vraag": _ask}),
    sluit=frozenset({"gevraagd"}),
)
OVERNEMER = StapVorm(
    template="overdracht/overnemer.html",
    context=show_overnemer,
    handle=choose({"overnemer": _name_overnemer}),
    sluit=frozenset({"beschikbaar", "geregeld"}),
)
GESPREK = StapVorm(
    template="overdracht/gesprek.html",
    context=show_gesprek,
    handle=choose({"gesprek": _write_gesprek, "concept": _keep_gesprek}),
    sluit=frozenset({"besproken"}),
)
AANVAARDEN = StapVorm(
    template="overdracht/aanvaarden.html",
    context=show_aanvaarden,
    handle=choose({"aanvaard": _accept}),
    sluit=frozenset({"aanvaard"}),
)
OPVOLGEN = StapVorm(
    template="overdracht/opvolgen.html",
    context=show_opvolgen,
    handle=choose({"opvolging": _write_opvolging}),
    sluit=frozenset({"volgend_moment", "gevolgd", "opnieuw_zorgen"}),
)
