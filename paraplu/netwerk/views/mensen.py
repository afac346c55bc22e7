"""Who works at an organisation, in which teams and roles; its own leaders change that (R19)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.web.rechten import mag

from .. import beheer, queries
from ..actions import instellingen as instelling_actions
from ..actions import mensen as actions
from ..betrokken import betrokken_bij
from ..forms.mensen import (
    FunctieForm,
    LaatsteDagForm,
    MedewerkerForm,
    NieuweMedewerkerForm,
    TeamForm,
)
from ..forms.overleg import InstellingForm
from ..instellingen import VAN_ORGANISATIE, WaardeBestaatNiet
from ..models import (
    Afwezigheid,
    Functie,
    Medewerker,
    Organisatie,
    OrganisatieInstelling,
    Team,
)
from ..rollen import NAMEN

EIGEN_ROL = gettext_lazy(
    "Uw eigen rol geeft of beëindigt een ander. Vraag het aan uw leidinggevende."
)


@require_GET
def mensen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The people of an organisation today, with their roles, teams and absence."""
    op = localdate()
    organisatie = get_object_or_404(beheer.zichtbaar(request.user, op=op), sleutel=sleutel)
    return render(
        request,
        "netwerk/mensen.html",
        {
            "organisatie": organisatie,
            "mensen": _mensen(organisatie, op),
            "teams": organisatie.teams.filter(queries.in_force(op)),
            "instellingen": _instellingen(organisatie, op),
            "mag_beheren": _mag_beheren(request, organisatie, op),
            "namen": NAMEN,
            "team_form": TeamForm(),
            "mag_beeindigen": mag(request.user, "organisatie_beeindigen"),
            "dag_form": LaatsteDagForm(initial={"tot": op}),
        },
    )


def _mensen(organisatie: Organisatie, op: date) -> list[Medewerker]:
    """Who works here, and who works elsewhere and has a role here."""
    functies = Functie.objects.filter(queries.in_force(op)).select_related("organisatie", "team")
    weg = queries.in_force(op)
    alle = Medewerker.objects.filter(queries.in_force(op)).prefetch_related(
        Prefetch("functies", queryset=functies, to_attr="rollen_nu"),
        Prefetch(
            "afwezigheden",
            queryset=Afwezigheid.objects.filter(weg).select_related("vervanger"),
            to_attr="weg_nu",
        ),
    )
    hier = functies.filter(organisatie=organisatie).values("medewerker")
    return list((alle.filter(organisatie=organisatie) | alle.filter(pk__in=hier)).distinct())


def _instellingen(organisatie: Organisatie, op: date) -> list[dict[str, Any]]:
    sleutels = [s for s, i in VAN_ORGANISATIE.items() if i.voor in {"", organisatie.soort}]
    rijen = list(organisatie.instellingen.filter(vanaf__lte=op).order_by("-vanaf"))
    return [
        {
            "instelling": VAN_ORGANISATIE[s],
            "nu": next(
                ((r, VAN_ORGANISATIE[s].toon(r.waarde)) for r in rijen if r.sleutel == s), None
            ),
        }
        for s in sleutels
    ]


def _mag_beheren(request: HttpRequest, organisatie: Organisatie, op: date) -> bool:
    if not mag(request.user, "medewerker_nieuw"):
        return False
    return beheer.te_beheren(request.user, op=op).filter(pk=organisatie.pk).exists()


def _organisatie(request: HttpRequest, sleutel: str) -> Organisatie:
    return get_object_or_404(beheer.te_beheren(request.user, op=localdate()), sleutel=sleutel)


def _show(request: HttpRequest, form: Any, titel: str, terug: Organisatie) -> HttpResponse:
    return render(
        request,
        "netwerk/formulier.html",
        {"form": form, "titel": titel, "organisatie": terug},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def medewerker_nieuw(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Somebody new at the organisation."""
    organisatie = _organisatie(request, sleutel)
    form = NieuweMedewerkerForm(request.POST or None, initial={"vanaf": localdate()})
    if request.method == "POST" and form.is_valid():
        nieuw = actions.add_medewerker(
            organisatie=organisatie, velden=form.cleaned_data, by=request.user
        )
        messages.success(request, _("De medewerker is toegevoegd. Geef nu een rol."))
        return redirect("medewerker", nieuw.pk)
    return _show(request, form, _("Nieuwe medewerker"), organisatie)


@require_http_methods(["GET", "POST"])
def medewerker(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: data, roles with their period, absence, and what leans on them (R235)."""
    op = localdate()
    mens = get_object_or_404(beheer.medewerkers_for(request.user, op=op), pk=pk)
    begin = {naam: getattr(mens, naam) for naam in ("naam", "telefoon", "e_mail")}
    form = MedewerkerForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.change_medewerker(medewerker=mens, velden=form.cleaned_data, by=request.user)
        messages.success(request, _("De gegevens zijn opgeslagen."))
        return redirect("medewerker", pk)
    return render(
        request,
        "netwerk/medewerker.html",
        {
            "mens": mens,
            "form": form,
            "functies": mens.functies.select_related("organisatie", "team").order_by("-vanaf"),
            "afwezigheden": mens.afwezigheden.select_related("vervanger"),
            "betrokken": betrokken_bij(mens, op=op),
            "namen": NAMEN,
            "op": op,
            "dag_form": LaatsteDagForm(initial={"tot": op}),
        },
        status=422 if form.errors else 200,
    )


@require_POST
def medewerker_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of somebody, and of all roles; then the page says what needs somebody else."""
    op = localdate()
    mens = get_object_or_404(beheer.medewerkers_for(request.user, op=op), pk=pk)
    form = LaatsteDagForm(request.POST)
    if mens.gebruiker_id == request.user.pk:
        messages.warning(request, EIGEN_ROL)
    elif not form.is_valid() or form.cleaned_data["tot"] < mens.vanaf:
        messages.warning(request, _("Vul een laatste dag in die niet vóór de eerste dag ligt."))
    else:
        actions.end_medewerker(medewerker=mens, tot=form.cleaned_data["tot"], by=request.user)
        messages.success(
            request, _("De laatste dag is opgeslagen. Hieronder staat wat een ander moet krijgen.")
        )
    return redirect("medewerker", pk)


@require_http_methods(["GET", "POST"])
def functie_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """A role for the person's organisation in a period."""
    op = localdate()
    mens = get_object_or_404(beheer.medewerkers_for(request.user, op=op), pk=pk)
    form = FunctieForm(
        request.POST or None, organisatie=mens.organisatie, op=op, initial={"vanaf": op}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_functie(
                medewerker=mens, organisatie=mens.organisatie, by=request.user, **form.cleaned_data
            )
        except actions.OwnRol:
            form.add_error(None, EIGEN_ROL)
        else:
            messages.success(request, _("De rol is toegevoegd."))
            return redirect("medewerker", pk)
    return _show(request, form, _("Nieuwe rol voor %(wie)s") % {"wie": mens}, mens.organisatie)


@require_POST
def functie_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a role."""
    op = localdate()
    mijn = beheer.medewerkers_for(request.user, op=op)
    functie = get_object_or_404(Functie.objects.filter(medewerker__in=mijn), pk=pk)
    form = LaatsteDagForm(request.POST)
    try:
        if form.is_valid():
            actions.end_functie(functie=functie, tot=form.cleaned_data["tot"], by=request.user)
            messages.success(request, _("De laatste dag van de rol is opgeslagen."))
        else:
            messages.warning(request, _("Vul een laatste dag in."))
    except actions.OwnRol:
        messages.warning(request, EIGEN_ROL)
    return redirect("medewerker", functie.medewerker_id)


@require_POST
def team_nieuw(request: HttpRequest, sleutel: str) -> HttpResponse:
    """A new team of the organisation."""
    organisatie = _organisatie(request, sleutel)
    form = TeamForm(request.POST)
    if form.is_valid():
        naam = form.cleaned_data["naam"]
        actions.add_team(organisatie=organisatie, naam=naam, vanaf=localdate(), by=request.user)
        messages.success(request, _("Het team is toegevoegd."))
    else:
        messages.warning(request, _("Vul de naam van het team in."))
    return redirect("mensen", sleutel)


@require_POST
def team_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Today is the last day of a team."""
    op = localdate()
    mijn = beheer.te_beheren(request.user, op=op)
    team = get_object_or_404(Team.objects.filter(organisatie__in=mijn), pk=pk)
    actions.end_team(team=team, tot=op, by=request.user)
    messages.success(request, _("Vandaag is de laatste dag van dit team."))
    return redirect("mensen", team.organisatie.sleutel)


@require_http_methods(["GET", "POST"])
def organisatie_kiezen(request: HttpRequest, sleutel: str, keuze: str) -> HttpResponse:
    """How often an organisation confirms (R27); what a lokaal team does and knows (R243)."""
    organisatie = _organisatie(request, sleutel)
    instelling = VAN_ORGANISATIE.get(keuze)
    if instelling is None or instelling.voor not in {"", organisatie.soort}:
        raise Http404
    form = InstellingForm(
        request.POST or None,
        instelling=instelling,
        keuzes=list(instelling.waarden.items()),
        initial={"vanaf": localdate()},
    )
    if request.method == "POST" and form.is_valid() and _choose(request, organisatie, keuze, form):
        messages.success(request, _("De keuze is opgeslagen."))
        return redirect("mensen", sleutel)
    return _show(request, form, str(instelling.naam), organisatie)


def _choose(
    request: HttpRequest, organisatie: Organisatie, sleutel: str, form: InstellingForm
) -> OrganisatieInstelling | None:
    try:
        return instelling_actions.choose_for_organisatie(
            organisatie=organisatie, sleutel=sleutel, by=request.user, **form.cleaned_data
        )
    except WaardeBestaatNiet as fout:
        form.add_error("waarde", _("Dit kan niet. Kies: %(wat)s.") % {"wat": fout})
    except instelling_actions.AlreadyChosen:
        form.add_error("vanaf", _("Vanaf deze dag is al iets gekozen. Kies een andere dag."))
    return None
