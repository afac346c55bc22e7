"""Logging in at one's own organisation, and coming back from there."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ...actions import write_spoor
from .. import oidc
from ..actions.koppelen import NietKlaargezet, find_gebruiker
from ..actions.sessies import DIENST as MET_DIENST
from ..actions.sessies import AccountNietGeldig, begin_sessie
from ..adres import veilig_adres
from ..diensten import Inlogdienst

VERDER = "inloggen_verder"


@require_GET
@never_cache
def oidc_heen(request: HttpRequest, dienst: str) -> HttpResponse:
    """To the provider. A link, not a form: a form may lead nowhere but to ourselves (CSP)."""
    gekozen = _dienst_or_404(dienst)
    request.session[VERDER] = request.GET.get("next", "")[:2000]
    try:
        return oidc.begin(request, dienst=gekozen, on=timezone.localdate())
    except oidc.OidcFout as fout:
        return _refused(request, gekozen, fout)


@require_GET
@never_cache
def oidc_terug(request: HttpRequest, dienst: str) -> HttpResponse:
    """From the provider: find the account and begin the session."""
    gekozen = _dienst_or_404(dienst)
    nu = timezone.now()
    verder = request.session.pop(VERDER, "")
    try:
        claims = oidc.finish(request, dienst=gekozen, on=timezone.localdate(nu))
        gebruiker = find_gebruiker(dienst=gekozen, claims=claims, op=nu)
        begin_sessie(request, gebruiker=gebruiker, wijze=MET_DIENST, dienst=gekozen.sleutel, op=nu)
    except (oidc.OidcFout, NietKlaargezet, AccountNietGeldig) as fout:
        return _refused(request, gekozen, fout)
    return redirect(veilig_adres(request, verder))


@require_GET
def oidc_uit(request: HttpRequest, dienst: str) -> HttpResponse:
    """Log out at the provider too, where it can be asked to."""
    gekozen = _dienst_or_404(dienst)
    adres = oidc.logout_address(request, dienst=gekozen, on=timezone.localdate())
    return redirect(adres or "inloggen")


def _dienst_or_404(sleutel: str) -> Inlogdienst:
    try:
        return settings.INLOGDIENSTEN[sleutel]
    except KeyError as fout:
        raise Http404 from fout


def _refused(request: HttpRequest, dienst: Inlogdienst, fout: Exception) -> HttpResponse:
    """A page that says what to do now; what exactly was wrong, only the log knows."""
    redenen = {
        NietKlaargezet: ("niet klaargezet", 403),
        AccountNietGeldig: ("niet geldig", 403),
        oidc.DienstZwijgt: ("dienst antwoordt niet", 502),
    }
    reden, status = redenen.get(type(fout), ("geweigerd", 400))
    write_spoor(
        gebruiker=None,
        handeling="inloggen",
        voorwerp=f"met dienst {dienst.sleutel}",
        doel="toegang",
        resultaat=reden,
    )
    inhoud = {"dienst": dienst, "reden": reden}
    return render(request, "web/inloggen/niet_gelukt.html", inhoud, status=status)
