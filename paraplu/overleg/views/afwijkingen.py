"""Deviations: the list, recording one beside its figure, and the step to the G7."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken.resultaatafspraken import find_afspraak
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.kijker import make_kijk
from paraplu.inzage.models import Kring
from paraplu.resultaten.stand import Stand

from .. import agenda, queries
from ..actions import afwijkingen as acts
from ..actions import overleggen as overlegacts
from ..forms.afwijkingen import (
    AfwijkingForm,
    AfwijkingStapForm,
    G7BesluitForm,
    VoorstelForm,
    VraagForm,
)
from ..models import Afwijking, Afwijkingstap, Escalatie, Overleg
from ..models.afwijkingen import split_bewijs
from ..rechten import HOUDT, mag_reageren
from ..standen import Vraag, is_afwijking, read_stand, write_bewijs, write_cijfer, write_norm
from ..stukken import dossier
from .toegang import done, hand_out, may, need, show_form, try_save


@require_GET
def afwijkingen(request: HttpRequest) -> HttpResponse:
    """All deviations, and the second ones that wait for somebody to decide (R211)."""
    alle = list(queries.afwijkingen_for(request.user))
    escalaties = list(queries.escalaties_for(request.user))
    return render(
        request,
        "overleg/afwijkingen.html",
        {
            "afwijkingen": [(a, _status(a), queries.has_reactie(a)) for a in alle],
            "voorstellen": queries.list_voorstellen(alle, escalaties),
            "escalaties": escalaties,
            "mag_nieuw": may(request.user, "afwijking_nieuw"),
            "mag_g7": may(request.user, "g7_voorstel"),
        },
    )


def _status(afwijking: Afwijking) -> str:
    stap = queries.status_of(afwijking)
    return str(Afwijkingstap.Soort(stap).label) if stap else _("vastgelegd")


def find(request: HttpRequest, pk: int) -> Afwijking:
    """A deviation that this user may see, else 404."""
    return get_object_or_404(queries.afwijkingen_for(request.user), pk=pk)


@require_GET
def afwijking(request: HttpRequest, pk: int) -> HttpResponse:
    """One deviation: the figure as it was known then, its receipt, and what was said."""
    gevonden = find(request, pk)
    return render(
        request,
        "overleg/afwijking.html",
        {
            "afwijking": gevonden,
            "status": _status(gevonden),
            "mag_stap": bool(_soorten(request, gevonden)),
            "voorstel": queries.find_voorstel(gevonden.partij, gevonden.afspraak),
            "mag_g7": may(request.user, "g7_voorstel"),
        },
    )


def _vraag(overleg: Overleg | None, jaar: int) -> Vraag:
    """As all parties see it: the deviation is read by all of them."""
    bekend_op = overleg.bekend_op if overleg else localdate()
    return Vraag(jaar, bekend_op, make_kijk(Kring.PARTIJEN.value, op=bekend_op))


def _stand_of(form: Any, overleg: Overleg | None) -> Stand | None:
    velden = form.cleaned_data
    soort, _streep, code = velden["partij"].partition("-")
    naam = dict(form.fields["partij"].choices).get(velden["partij"], code)
    afspraak = find_afspraak(velden["afspraak"])
    return read_stand(afspraak, Gebied(soort, code, str(naam)), _vraag(overleg, velden["jaar"]))


@require_http_methods(["GET", "POST"])
def afwijking_nieuw(request: HttpRequest) -> HttpResponse:
    """Choose party, agreement and year, see the figure, and record that it deviates."""
    zichtbaar = queries.overleggen_for(request.user)
    if request.method == "GET" and "partij" not in request.GET:
        begin = {"jaar": localdate().year - 1, "afspraak": request.GET.get("afspraak", "")}
        return show_form(
            request, VraagForm(initial=begin), titel=_("Een afwijking vastleggen"),
            terug=_lijst(), methode="get", knop=_("Zoek het cijfer op"),
        )  # fmt: skip
    if request.method == "GET":
        vraag = VraagForm(request.GET)
        if not vraag.is_valid():
            return show_form(
                request, vraag, titel=_("Een afwijking vastleggen"), terug=_lijst(), methode="get",
                knop=_("Zoek het cijfer op"),
            )  # fmt: skip
        form = AfwijkingForm(
            initial=vraag.cleaned_data, gebruiker=request.user, overleggen=zichtbaar
        )
        return _show_afwijking(request, form, _stand_of(vraag, None))
    form = AfwijkingForm(request.POST, gebruiker=request.user, overleggen=zichtbaar)
    if not form.is_valid():
        return _show_afwijking(request, form, None)
    return _record(request, form)


def _record(request: HttpRequest, form: AfwijkingForm) -> HttpResponse:
    velden = form.cleaned_data
    overleg = velden["overleg"]
    stand = _stand_of(form, overleg)
    if stand is None or not is_afwijking(stand):
        form.add_error(None, _("Volgens de cijfers wijkt deze partij dit jaar niet af."))
        return _show_afwijking(request, form, stand)
    partij, getroffen = form.parties()
    gemaakt = try_save(
        form,
        lambda: acts.record_afwijking(
            stand=stand, partij=partij, getroffen=getroffen, overleg=overleg,
            bekend_op=overleg.bekend_op if overleg else localdate(),
            toelichting=velden["toelichting"], by=request.user, on=localdate(),
        ),
    )  # fmt: skip
    if gemaakt:
        return done(request, gemaakt, bericht=_("De afwijking is vastgelegd."))
    return _show_afwijking(request, form, stand)


def _lijst() -> tuple[str, Any]:
    return reverse("afwijkingen"), _("Afwijkingen")


def _show_afwijking(request: HttpRequest, form: Any, stand: Stand | None) -> HttpResponse:
    cijfer = None
    if stand is not None:
        cijfer = {
            "cijfer": write_cijfer(stand, stand.cijfer),
            "norm": write_norm(stand),
            "status": str(stand.status),
            "regels": split_bewijs(write_bewijs(stand)),
            "wijkt_af": is_afwijking(stand),
        }
    return show_form(
        request, form, titel=_("Een afwijking vastleggen"), terug=_lijst(), stand=cijfer,
        zonder_cijfer=stand is None and not form.is_bound,
    )  # fmt: skip


def _soorten(request: HttpRequest, afwijking: Afwijking) -> list[str]:
    """What this user may write at a deviation: the party answers, who keeps the meetings the rest."""
    soort = Afwijkingstap.Soort
    eigen = mag_reageren(request.user, afwijking)
    mogelijk = [soort.REACTIE, soort.NEEMT_OP_ZICH] if eigen else []
    if request.user.soort in HOUDT:
        mogelijk += [soort.IN_GEBREKE, soort.HERSTELD, soort.INGETROKKEN]
    return mogelijk


@require_http_methods(["GET", "POST"])
def afwijking_stap(request: HttpRequest, pk: int) -> HttpResponse:
    """The reaction of the party, default, mended or withdrawn (R191, R212, R214)."""
    gevonden = find(request, pk)
    soorten = _soorten(request, gevonden)
    need(bool(soorten))
    form = AfwijkingStapForm(request.POST or None, soorten=soorten, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form,
            lambda: acts.add_stap(afwijking=gevonden, by=request.user, on=localdate(), **velden),
        ):
            return done(request, gevonden)
    terug = (gevonden.get_absolute_url(), str(gevonden))
    return show_form(
        request, form, titel=_("Wat is er gebeurd?"), terug=terug,
        inleiding=_("Paraplu legt geen bedragen vast: over boetes zijn de afspraken niet duidelijk."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def g7_voorstel(request: HttpRequest, partij: str, afspraak: str) -> HttpResponse:
    """A second deviation: a person decides whether it goes to the G7 (R211)."""
    voorstel = queries.find_voorstel(partij, afspraak)
    if voorstel is None:
        # Who sends it twice, or after another, comes to what was decided.
        eerder = queries.escalaties_for(request.user).filter(partij=partij, afspraak=afspraak)
        return redirect(get_object_or_404(eerder[:1]))
    form = VoorstelForm(request.POST or None, overleggen=queries.g7_overleggen(op=localdate()))
    if request.method == "POST" and form.is_valid():
        gemaakt = try_save(form, lambda: _decide(request, partij, afspraak, form.cleaned_data))
        if gemaakt:
            return done(request, gemaakt)
    return render(
        request,
        "overleg/voorstel.html",
        {"voorstel": voorstel, "form": form, "g7": queries.g7_overleggen(op=localdate())},
        status=422 if form.errors else 200,
    )


def _decide(request: HttpRequest, partij: str, afspraak: str, velden: dict[str, Any]) -> Escalatie:
    """The decision; what is sent stands on the agenda of the G7 at once."""
    escalatie = acts.decide_voorstel(
        partij=partij, afspraak=afspraak, by=request.user, on=localdate(), **velden
    )
    if escalatie.overleg is not None:
        overlegacts.put_punt(
            overleg=escalatie.overleg, punt=agenda.make_escalatiepunt(escalatie), by=request.user
        )
    return escalatie


def find_dossier(request: HttpRequest, pk: int) -> Escalatie:
    """A step to the G7 that this user may see, else 404."""
    return get_object_or_404(queries.escalaties_for(request.user), pk=pk)


@require_GET
def g7_dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The dossier: all figures, notes and reactions, and what was decided."""
    escalatie = find_dossier(request, pk)
    zichtbaar = queries.overleggen_for(request.user)
    return render(
        request,
        "overleg/dossier.html",
        {
            "escalatie": escalatie,
            "afwijkingen": dossier.read_afwijkingen(escalatie),
            "notities": dossier.read_notities(escalatie, zichtbaar),
            "besluiten": escalatie.besluiten.all(),
            "mag_besluit": escalatie.overleg_id is not None and may(request.user, "g7_besluit"),
        },
    )


@require_GET
@transaction.atomic
def g7_dossier_bestand(request: HttpRequest, pk: int, formaat: str) -> HttpResponse:
    """The dossier to take along, as PDF/UA or HTML."""
    escalatie = find_dossier(request, pk)
    zichtbaar = queries.overleggen_for(request.user)
    inhoud = dossier.make_dossier(escalatie, zichtbaar=zichtbaar, op=localdate())
    return hand_out(
        request, inhoud, formaat=formaat, naam="dossier", nummer=escalatie.nummer,
        nu=timezone.now(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def g7_besluit(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the G7 decided."""
    escalatie = find_dossier(request, pk)
    need(escalatie.overleg_id is not None)
    begin = {"datum": escalatie.overleg.datum}
    form = G7BesluitForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form,
            lambda: acts.record_besluit(
                escalatie=escalatie, by=request.user, on=localdate(), **velden
            ),
        ):
            return done(request, escalatie, bericht=_("Het besluit is vastgelegd."))
    terug = (escalatie.get_absolute_url(), str(escalatie))
    return show_form(request, form, titel=_("Besluit van de G7"), terug=terug)
