"""Step 5 and 5A: choose who searches on, ask networks, and each member answers (R111, R112, R279)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose, run
from paraplu.netwerk.models import Functie, Organisatie, Soort
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker

from ..actions import vervolg
from ..actions.versturen import FORMULIER
from ..forms.netwerk import (
    KiesForm,
    LidAntwoordForm,
    LidForm,
    NetwerkvraagForm,
    NiemandForm,
    VervolgForm,
)
from ..models import Netwerklid, Netwerkvraag
from ..stukken.tonen import list_secties
from .reactie import trace


def show_keuze(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """Why the first provider could not, and the choice."""
    return {
        "afwijzingen": stap.casus.afwijzingen.select_related("aanbieder"),
        "vervolg_form": VervolgForm(prefix="vervolg"),
    }


def choose_vervolg(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Go to a network or the expert team, and tell the lokaal team."""

    def doe(velden: dict[str, Any]) -> None:
        vervolg.choose_vervolg(
            stap=stap,
            uitkomst=velden["vervolg"],
            toelichting=velden["toelichting"],
            mede_eigenaar=stap.casus.aanbieder,
            by=who(request),
            on=localdate(),
        )

    return carry_out(
        request,
        stap,
        naam="vervolg_form",
        form=VervolgForm(request.POST, prefix="vervolg"),
        doe=doe,
        gelukt=_("Vastgelegd. Het lokale team ziet wat er nu gebeurt."),
    )


def show_netwerk(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The questions with who answered what, and the three acts."""
    vragen = list(stap.netwerkvragen.select_related("netwerk").prefetch_related("antwoorden"))
    return {
        "vragen": [
            {
                "vraag": vraag,
                "antwoorden": list(vraag.antwoorden.select_related("aanbieder")),
                "stil": vervolg.leden_of(vraag.netwerk, on=localdate()).exclude(
                    pk__in=vraag.antwoorden.values("aanbieder")
                ),
            }
            for vraag in vragen
        ],
        "vraag_form": NetwerkvraagForm(prefix="vraag", stap=stap, op=localdate()),
        "kies_form": KiesForm(prefix="kies", stap=stap),
        "niemand_form": NiemandForm(prefix="niemand", stap=stap),
    }


def ask(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Put the question to one or more networks."""

    def doe(velden: dict[str, Any]) -> None:
        for netwerk in velden["netwerken"]:
            vervolg.ask_netwerk(
                stap=stap, netwerk=netwerk, grond=velden["grond"], by=who(request), on=localdate()
            )

    return carry_out(
        request,
        stap,
        naam="vraag_form",
        form=NetwerkvraagForm(request.POST, prefix="vraag", stap=stap, op=localdate()),
        doe=doe,
        gelukt=_("De vraag ligt bij het netwerk. Elke aanbieder daarin kan nu antwoorden."),
    )


def pick(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Choose the member that gives the help; the papers go there."""
    return carry_out(
        request,
        stap,
        naam="kies_form",
        form=KiesForm(request.POST, prefix="kies", stap=stap),
        doe=lambda velden: vervolg.choose_from_netwerk(
            stap=stap, by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Gekozen. De stukken zijn doorgestuurd."),
    )


def give_up(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """The network says that nobody can."""
    return carry_out(
        request,
        stap,
        naam="niemand_form",
        form=NiemandForm(request.POST, prefix="niemand", stap=stap),
        doe=lambda velden: vervolg.refuse_by_netwerk(by=who(request), on=localdate(), **velden),
        gelukt=_("Vastgelegd dat dit netwerk niemand vindt. Kies hieronder hoe het verder gaat."),
    )


KEUZE = StapVorm(
    template="aanmelden/keuze_vervolg.html",
    context=show_keuze,
    handle=choose({"kies": choose_vervolg}),
    sluit=frozenset({"netwerk", "expertteam"}),
)
NETWERK = StapVorm(
    template="aanmelden/netwerk.html",
    context=show_netwerk,
    handle=choose({"vraag": ask, "kies": pick, "niemand": give_up}),
)


def organisaties_of(gebruiker: Gebruiker, rol: str) -> QuerySet[Organisatie]:
    """For which organisations this user works in a role today, also in somebody's place."""
    op = localdate()
    functies = Functie.objects.filter(
        in_force(op), medewerker__in=werk.people_of(gebruiker, op=op), rol=rol
    )
    return Organisatie.objects.filter(functies__in=functies).distinct()


def netwerkvragen_for(gebruiker: Gebruiker) -> QuerySet[Netwerkvraag]:
    """Questions to a network of which this user's provider is a member, in cases open to the user."""
    lid = Netwerklid.objects.filter(
        in_force(localdate()), aanbieder__in=organisaties_of(gebruiker, "zorgaanbieder")
    )
    return Netwerkvraag.objects.filter(
        casus__in=werk.casussen_for(gebruiker), netwerk__in=lid.values("netwerk")
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def netwerkvraag(request: HttpRequest, pk: int) -> HttpResponse:
    """A member reads part 1 and answers; it never sees what the others said (R112)."""
    vraag = get_object_or_404(
        netwerkvragen_for(request.user).select_related("casus__gezin", "stap", "netwerk"), pk=pk
    )
    mijn = organisaties_of(request.user, "zorgaanbieder").filter(
        netwerken__netwerk=vraag.netwerk, netwerken__tot=None
    )
    aanbieder = get_object_or_404(mijn.order_by("pk")[:1])
    antwoord = vraag.antwoorden.filter(aanbieder=aanbieder).first()
    open_ = vraag.afgesloten_op is None and vraag.stap.is_open
    form = LidAntwoordForm(request.POST or None, initial=_initial(antwoord))
    trace(
        request,
        vraag.casus,
        "netwerkvraag beantwoorden" if request.POST else "netwerkvraag bekijken",
    )
    if request.method == "POST" and form.is_valid():
        fout = run(
            form,
            lambda velden: vervolg.answer_netwerkvraag(
                vraag=vraag,
                aanbieder=aanbieder,
                by=who(request),
                on=localdate(),
                **{**velden, "kan": velden["kan"] == "ja"},
            ),
        )
        if fout is None:
            messages.success(request, _("Uw antwoord is vastgelegd. U kunt het nog wijzigen."))
            return redirect("netwerkvraag", pk=pk)
    stuk = (
        werk.documenten_for(request.user, vraag.casus, op=localdate())
        .filter(soort=FORMULIER, ingetrokken_op=None)
        .last()
    )
    return render(
        request,
        "aanmelden/netwerkvraag.html",
        {
            "vraag": vraag,
            "casus": vraag.casus,
            "aanbieder": aanbieder,
            "antwoord": antwoord,
            "open": open_,
            "form": form,
            "secties": list_secties(stuk, met_deel_2=False) if stuk else [],
        },
        status=422 if form.errors else 200,
    )


def _initial(antwoord: Any) -> dict[str, Any]:
    if antwoord is None:
        return {}
    return {
        "kan": "ja" if antwoord.kan else "nee",
        "toelichting": antwoord.toelichting,
        "beschikbaar_vanaf": antwoord.beschikbaar_vanaf,
    }


@require_http_methods(["GET", "POST"])
@transaction.atomic
def netwerkleden(request: HttpRequest) -> HttpResponse:
    """The region says which providers are part of which network."""
    op = localdate()
    regios = organisaties_of(request.user, "regionaal_contactpersoon").values("regio")
    netwerken = Organisatie.objects.filter(in_force(op), soort=Soort.NETWERK).filter(
        regio__in=regios
    )
    form = LidForm(request.POST or None, op=op)
    if request.method == "POST":
        netwerk = get_object_or_404(netwerken, pk=_number(request.POST.get("netwerk")))
        if form.is_valid():
            vervolg.set_lid(
                netwerk=netwerk,
                aanbieder=form.cleaned_data["aanbieder"],
                lid=request.POST.get("handeling") != "weg",
                on=op,
            )
            messages.success(request, _("Bewaard."))
            return redirect("netwerkleden")
    rijen = [
        {"netwerk": netwerk, "leden": vervolg.leden_of(netwerk, on=op)} for netwerk in netwerken
    ]
    return render(
        request,
        "aanmelden/netwerkleden.html",
        {"rijen": rijen, "form": form},
        status=422 if form.errors else 200,
    )


def _number(waarde: str | None) -> int:
    """A key from a form; 0, which is no key, for anything else."""
    return (
        int(waarde) if waarde and waarde.isascii() and waarde.isdigit() and len(waarde) < 12 else 0
    )
