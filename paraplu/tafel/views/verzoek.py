"""The step of the request, and the one in which questions of the chair are answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import drop_concept
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.concept import keep, read_concept
from paraplu.casussen.views.stap import show_stap, who
from paraplu.casussen.views.uitvoeren import choose

from .. import queries
from ..actions import verzoek as acties
from ..forms.delen import Ingevuld, bind_delen, has_ander_formulier, list_delen, to_inhoud
from ..forms.verzoek import Deel, find_plan
from ..models import Bijlage, Gesprek
from ..regels import papers_of_toetsing
from ..stukken.verzoek import list_personen


@dataclass(frozen=True)
class Tab:
    """One part in the row above the form: `stand` is leeg, bezig or klaar."""

    sleutel: str
    naam: Any
    stand: str


def _formulier(deel: str) -> str:
    return f"verzoek_{deel}"


def read_ingevuld(request: HttpRequest, casus: Casus) -> dict[str, dict[str, Any]]:
    """Per part the draft of this user, else what the last version holds."""
    vast = queries.read_delen(queries.document_of(casus))
    ingevuld = {}
    for deel in list_delen(casus.tafelverzoek.soort):
        concept = read_concept(request, casus, _formulier(deel.sleutel))
        ingevuld[deel.sleutel] = concept.inhoud or vast.get(deel.sleutel, {})
    return ingevuld


def show_verzoek(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """One part of the form at a time, with how far the others are."""
    casus = stap.casus
    delen = list_delen(casus.tafelverzoek.soort)
    gekozen = request.POST.get("deel") or request.GET.get("deel")
    deel = next((d for d in delen if d.sleutel == gekozen), delen[0])
    ingevuld = read_ingevuld(request, casus)
    concept = read_concept(request, casus, _formulier(deel.sleutel))
    gebonden = {
        d.sleutel: d
        for d in bind_delen(casus.tafelverzoek.soort, ingevuld, casus=casus, on=localdate())
    }
    return {
        "verzoek": casus.tafelverzoek,
        "tabs": [_tab(d, gebonden[d.sleutel], ingevuld) for d in delen],
        "deel": deel.sleutel,
        "deel_naam": deel.naam,
        "deel_uitleg": deel.uitleg,
        "deel_form": deel(
            casus=casus,
            on=localdate(),
            initial=ingevuld[deel.sleutel],
            ander_formulier=has_ander_formulier(ingevuld),
        ),
        "laatste": deel is delen[-1],
        "concept_versie": concept.versie,
        "plan": find_plan(casus, on=localdate()) if deel.sleutel == "veiligheid" else None,
        "bijlagen": queries.bijlagen_of(casus.tafelverzoek),
        "bijlage_form": BijlageForm(soorten=papers_for(casus, ingevuld)),
        "personen": casus.gezin.personen.all() if deel.sleutel == "gezin" else (),
        "vragen": list(casus.aanvulvragen.filter(beantwoord_op=None)),
        "vraag_labels": (),
    }


def _tab(deel: type[Deel], form: Deel, ingevuld: Ingevuld) -> Tab:
    if not ingevuld[deel.sleutel]:
        return Tab(deel.sleutel, deel.naam, "leeg")
    return Tab(deel.sleutel, deel.naam, "klaar" if form.is_valid() else "bezig")


class BijlageForm(forms.Form):
    """A paper that goes with the request."""

    soort = forms.ChoiceField()
    bestand = forms.FileField(error_messages={"required": _("Kies een bestand (PDF).")})

    def __init__(self, *args: Any, soorten: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, prefix="bijlage", **kwargs)
        self.fields["soort"].label = _("Welk stuk?")
        self.fields["soort"].choices = [(s, Bijlage.Soort(s).label) for s in soorten]
        self.fields["bestand"].label = _("Bestand (PDF)")


def papers_for(casus: Casus, ingevuld: Ingevuld) -> tuple[str, ...]:
    """Which papers this request asks for: the own form (R63), and three when an OTS ends (R81)."""
    nodig: tuple[str, ...] = ()
    if casus.tafelverzoek.soort == Gesprek.EINDE_OTS:
        nodig = papers_of_toetsing()
    if has_ander_formulier(ingevuld):
        nodig = (*nodig, Bijlage.Soort.ANDER_FORMULIER)
    return nodig


def _shown(request: HttpRequest, stap: CasusStap) -> tuple[int, list[type[Deel]]]:
    """The place of the part that was on the screen among all parts."""
    delen = list(list_delen(stap.casus.tafelverzoek.soort))
    sleutels = [deel.sleutel for deel in delen]
    gevraagd = request.POST.get("deel", "")
    return (sleutels.index(gevraagd) if gevraagd in sleutels else 0), delen


def _keep_shown(request: HttpRequest, stap: CasusStap) -> HttpResponse | None:
    """Keep the part that was on the screen; the page with both versions when another was first."""
    plaats, delen = _shown(request, stap)
    form = delen[plaats](request.POST, casus=stap.casus, on=localdate())
    if botsing := keep(request, stap.casus, _formulier(form.sleutel), form):
        return show_stap(
            request,
            stap,
            status=409,
            deel_form=form,
            botsing=botsing,
            concept_versie=botsing.versie,
        )
    return None


def _keep_deel(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Keep one part as a draft and go on to the next; what is not right yet is kept too."""
    if botst := _keep_shown(request, stap):
        return botst
    messages.success(request, _("Bewaard. Alleen u ziet dit concept."))
    plaats, delen = _shown(request, stap)
    if request.POST.get("handeling") == "verder":
        plaats = min(plaats + 1, len(delen) - 1)
    return redirect(f"{reverse('stap', args=[stap.pk])}?deel={delen[plaats].sleutel}")


def _add_bijlage(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    verzoek = stap.casus.tafelverzoek
    soorten = papers_for(stap.casus, read_ingevuld(request, stap.casus))
    form = BijlageForm(request.POST, request.FILES, soorten=soorten)
    if form.is_valid():
        try:
            with transaction.atomic():
                acties.add_bijlage(
                    verzoek=verzoek,
                    soort=form.cleaned_data["soort"],
                    inhoud=form.cleaned_data["bestand"].read(acties.GROOTST + 1),
                    by=who(request),
                    on=localdate(),
                )
        except CasusFout as fout:
            form.add_error("bestand", str(fout))
        else:
            messages.success(request, _("Het stuk is toegevoegd. Het is versleuteld bewaard."))
            return redirect(
                f"{reverse('stap', args=[stap.pk])}?deel={request.POST.get('deel', '')}"
            )
    return show_stap(request, stap, status=422, bijlage_form=form)


def _checked(request: HttpRequest, stap: CasusStap) -> tuple[list[Deel], list[dict[str, Any]]]:
    """Every part, and of each that is not right what is missing and where."""
    casus = stap.casus
    ingevuld = read_ingevuld(request, casus)
    delen = bind_delen(casus.tafelverzoek.soort, ingevuld, casus=casus, on=localdate())
    fouten = [
        {"deel": deel.sleutel, "naam": deel.naam, "fouten": _sentences(deel)}
        for deel in delen
        if not deel.is_valid()
    ]
    bijlagen = queries.bijlagen_of(casus.tafelverzoek)
    ontbreekt = [soort for soort in papers_for(casus, ingevuld) if soort not in bijlagen]
    if ontbreekt:
        namen = [str(Bijlage.Soort(soort).label) for soort in ontbreekt]
        fouten.append(
            {"deel": "versturen", "naam": _("Stukken die nog ontbreken"), "fouten": namen}
        )
    return delen, fouten


def _sentences(deel: Deel) -> list[str]:
    return [str(fout) for lijst in deel.errors.values() for fout in lijst]


def _send(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Fix and send, when every part is right; what is missing is said per part.

    The part that was on the screen is kept first, so that nothing typed is lost.
    """
    if "concept_versie" in request.POST and (botst := _keep_shown(request, stap)):
        return botst
    delen, fouten = _checked(request, stap)
    if fouten:
        return show_stap(request, stap, status=422, ontbreekt=fouten)
    velden = {deel.sleutel: deel.cleaned_data for deel in delen}
    gegevens = _gegevens(stap.casus, delen)
    try:
        with transaction.atomic():
            acties.submit_verzoek(
                stap=stap,
                besproken_op=velden["ouders"]["besproken_op"],
                gi_voorgesteld=velden["versturen"]["gi_voorgesteld"],
                ander_formulier=bool(velden["aanleiding"]["ander_formulier"]),
                by=who(request),
                on=localdate(),
                **gegevens,
            )
    except CasusFout as fout:
        return show_stap(
            request, stap, status=422, ontbreekt=[{"deel": "", "naam": "", "fouten": [str(fout)]}]
        )
    _drop_concepten(request, stap.casus)
    messages.success(request, _("Het verzoek is vastgesteld en staat bij de voorzitter."))
    return redirect(stap.casus)


def _gegevens(casus: Casus, delen: list[Deel]) -> dict[str, Any]:
    """What the document holds: the parts as filled in, and who the family is."""
    gronden = dict(next(d for d in delen if d.sleutel == "versturen").fields["grond_raad"].choices)
    versturen = next(d for d in delen if d.sleutel == "versturen").cleaned_data
    return {
        "delen": {deel.sleutel: to_inhoud(deel) for deel in delen},
        "personen": list_personen(casus, op=localdate()),
        "grond_raad": str(gronden[versturen["grond_raad"]]),
    }


def _drop_concepten(request: HttpRequest, casus: Casus) -> None:
    for deel in list_delen(casus.tafelverzoek.soort):
        drop_concept(gebruiker=request.user, casus=casus, formulier=_formulier(deel.sleutel))


def show_aanvullen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The questions of the chair, and the request itself to change where that is better."""
    return {
        **show_verzoek(request, stap),
        "gewijzigd": _is_changed(request, stap.casus),
    }


def _is_changed(request: HttpRequest, casus: Casus) -> bool:
    return any(
        read_concept(request, casus, _formulier(deel.sleutel)).versie
        for deel in list_delen(casus.tafelverzoek.soort)
    )


def _answer(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Answer the questions; a changed request goes along as its next version."""
    vragen = list(stap.casus.aanvulvragen.filter(beantwoord_op=None))
    antwoorden = {vraag.pk: request.POST.get(f"antwoord_{vraag.pk}", "") for vraag in vragen}
    gewijzigd = _is_changed(request, stap.casus)
    delen, fouten = _checked(request, stap) if gewijzigd else ([], [])
    if fouten:
        return show_stap(request, stap, status=422, ontbreekt=fouten, antwoorden=antwoorden)
    try:
        with transaction.atomic():
            if gewijzigd:
                acties.send_version(
                    casus=stap.casus,
                    by=who(request),
                    on=localdate(),
                    **_gegevens(stap.casus, delen),
                )
            acties.answer_aanvulling(
                stap=stap, antwoorden=antwoorden, by=who(request), on=localdate()
            )
    except CasusFout as fout:
        return show_stap(
            request,
            stap,
            status=422,
            ontbreekt=[{"deel": "", "naam": "", "fouten": [str(fout)]}],
            antwoorden=antwoorden,
        )
    _drop_concepten(request, stap.casus)
    messages.success(request, _("Uw antwoord staat bij de voorzitter."))
    return redirect(stap.casus)


BEWAREN = {"bewaar": _keep_deel, "verder": _keep_deel, "bijlage": _add_bijlage}
VERZOEK = StapVorm(
    template="tafel/verzoek.html",
    context=show_verzoek,
    handle=choose({**BEWAREN, "verstuur": _send}),
    sluit=frozenset({"ingediend"}),
)
AANVULLEN = StapVorm(
    template="tafel/aanvullen.html",
    context=show_aanvullen,
    handle=choose({**BEWAREN, "beantwoord": _answer}),
    sluit=frozenset({"aangevuld"}),
)
