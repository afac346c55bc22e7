"""Whom do I call now; what the directory lacks per gemeente; and all about one gemeente."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden
from paraplu.web.rechten import mag

from .. import beheer, bellen, bevestigen, groepen, queries, volledigheid
from ..forms.velden import gemeente_keuzes
from ..instellingen import LOKAAL_TEAM, VAN_ORGANISATIE, VAN_REGIO
from ..models import Organisatie, OrganisatieInstelling
from ..rollen import NAMEN
from .contacten import list_contacten
from .plaats import eigen_gemeente, find_gemeente, gekozen_regio

#: What a page about a gemeente tells of its region, in this order (R282, R288).
UIT_DE_REGIO = (
    "route", "lt_eerst", "beschikbaarheid_optie", "ret_naam", "ret_toegang", "ret_weging",
    "ret_en_tafel", "ret_en_vhh", "ret_en_mda", "tafel_naam",
)  # fmt: skip


@require_GET
def contact_zoeken(request: HttpRequest) -> HttpResponse:
    """Whom to call now for what in which gemeente, and why that one."""
    op = localdate()
    vragen = bellen.vragen(op=op)
    gemeente = request.GET.get("gemeente") or eigen_gemeente(request.user)
    vraag = next((v for v in vragen if v.sleutel == request.GET.get("vraag")), None)
    gebied = gebieden.gemeente(gemeente)
    antwoord = bellen.wie_nu(vraag, gemeente=gemeente, op=op) if vraag and gebied else None
    return render(
        request,
        "netwerk/bellen.html",
        {
            "vragen": vragen,
            "vraag": vraag,
            "gemeenten": gemeente_keuzes(),
            "gemeente": gebied,
            "antwoord": antwoord,
            "op": op,
        },
    )


@require_GET
def contact_volledigheid(request: HttpRequest) -> HttpResponse:
    """Per gemeente of a region what is missing and what is old (R24, R28)."""
    op, regio = localdate(), gekozen_regio(request)
    standen = volledigheid.standen(gebieden.gemeenten_van(regio.code), op=op)
    overal = volledigheid.overal_weg(standen)
    rijen = list_contacten(regio.code, gemeente="", soort="")
    return render(
        request,
        "netwerk/volledigheid.html",
        {
            "regio": regio,
            "regios": gebieden.regios(),
            "overal": overal,
            "standen": [(s, [o for o in s.ontbreekt if o not in overal]) for s in standen],
            "onvolledig": [stand for stand in standen if stand.ontbreekt],
            "oud": sum(o.is_verouderd for o in bevestigen.oordelen(rijen, op=op)),
            "eigenaar": beheer.eigenaar_van(regio.code, op=op),
            "mag_nieuw": mag(request.user, "contact_nieuw")
            and regio.code in beheer.regios_of(request.user, op=op),
        },
    )


@require_GET
def gemeente_netwerk(request: HttpRequest, code: str) -> HttpResponse:
    """All that somebody who works for a family in this gemeente must know (R282)."""
    op, gemeente = localdate(), find_gemeente(code)
    regio = gebieden.regio(gemeente.regio)
    rijen = list_contacten(gemeente.regio, gemeente=code, soort="")
    return render(
        request,
        "netwerk/gemeente.html",
        {
            "gemeente": gemeente,
            "regio": regio,
            "route": queries.instelling(gemeente.regio, "route", op=op),
            "lt_eerst": queries.instelling(gemeente.regio, "lt_eerst", op=op) == "ja",
            "keuzes": _keuzes(gemeente.regio, op),
            "lokaal_team": _lokaal_team(code, op),
            "rijen": bevestigen.oordelen(rijen, op=op),
            "stand": volledigheid.standen([gemeente], op=op)[0],
            "groepen": groepen.groepen_van(code, op=op),
            "vragen": bellen.VASTE_VRAGEN,
            "rollen": _rollen(code, op),
        },
    )


def _keuzes(regio: str, op: Any) -> list[tuple[object, str]]:
    gekozen = [(VAN_REGIO[s], queries.instelling(regio, s, op=op)) for s in UIT_DE_REGIO]
    return [(instelling.naam, instelling.toon(waarde)) for instelling, waarde in gekozen if waarde]


def _lokaal_team(gemeente: str, op: Any) -> dict[str, Any]:
    """The task of the lokaal team in searching, and the three knowledge conditions (R89, R243)."""
    team = Organisatie.objects.filter(sleutel=f"LT-{gemeente}").first()
    rijen = OrganisatieInstelling.objects.filter(organisatie=team, vanaf__lte=op)
    waarden = {rij.sleutel: rij.waarde for rij in rijen.order_by("vanaf")}
    return {
        "team": team,
        "feiten": [
            (instelling.naam, instelling.toon(waarden[sleutel]) if sleutel in waarden else "")
            for sleutel, instelling in VAN_ORGANISATIE.items()
            if instelling.voor == LOKAAL_TEAM
        ],
    }


def _rollen(gemeente: str, op: Any) -> list[tuple[object, Organisatie]]:
    gevonden = [
        (NAMEN[r], queries.organisatie_met_rol(r, gemeente=gemeente, op=op))
        for r in queries.DRAGERS
    ]
    return [(naam, organisatie) for naam, organisatie in gevonden if organisatie]
