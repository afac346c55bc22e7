"""For professionals: invite, take back, give anew, and read what the family wrote."""

from __future__ import annotations

import hmac
import smtplib
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.casussen import queries as casussen
from paraplu.casussen.models import Casus
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import actions, brieven, geheim, mail, queries
from ..actions.uitnodigen import DOEL, Codes
from ..forms.uitnodigen import UitnodigForm
from ..fouten import MagNietMeelezen
from ..mensen import own_nummer, reason_not_to_invite
from ..models import Uitnodiging
from ..queries.gezin import is_shared
from ..queries.werk import as_panel, leesmomenten_of, may_invite
from .lezen import with_woord


def _read_casus(request: HttpRequest, pk: int) -> Casus:
    """The case, when this user has a role in it that sees the whole family; else 404."""
    rijen = casussen.casussen_for(request.user).select_related("gezin")
    casus = get_object_or_404(rijen, pk=pk)
    if not may_invite(request.user, casus, op=localdate()):
        raise Http404
    return casus


@require_http_methods(["GET", "POST"])
@transaction.atomic
def uitnodigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Who reads along in this case, and a form to invite somebody."""
    casus, vandaag = _read_casus(request, pk), localdate()
    personen = list(casus.gezin.personen.all())
    mogelijk = [p for p in personen if not reason_not_to_invite(p, casus, on=vandaag)]
    form = UitnodigForm(request.POST or None, personen=mogelijk, on=vandaag)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        e_mail = velden.pop("e_mail")
        try:
            with transaction.atomic():
                uitnodiging, codes = actions.nodig_uit(
                    casus=casus, by=medewerker_of(request.user, op=vandaag), on=vandaag, **velden
                )
        except MagNietMeelezen as fout:
            form.add_error(None, str(fout))
        else:
            return _show_codes(request, uitnodiging, codes, e_mail)
    _trace(request, casus, "meelezers bekijken")
    return render(
        request,
        "meelezen/uitnodigen.html",
        {
            "casus": casus,
            "form": form,
            "rijen": [(rij, rij.stand(on=vandaag)) for rij in queries.uitnodigingen_of(casus)],
            "niet": [
                (p, reden)
                for p in personen
                if (reden := reason_not_to_invite(p, casus, on=vandaag))
            ],
            "zonder_nummer": [p for p in mogelijk if not own_nummer(p)],
        },
        status=422 if form.errors else 200,
    )


@require_POST
@transaction.atomic
def opnieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link for the same person with the same choices; the old one ends."""
    oud, vandaag = _read_uitnodiging(request, pk), localdate()
    try:
        with transaction.atomic():
            nieuw, codes = actions.resend(
                uitnodiging=oud, by=medewerker_of(request.user, op=vandaag), on=vandaag
            )
    except MagNietMeelezen as fout:
        messages.error(request, str(fout))
        return redirect("meelezen_uitnodigen", oud.casus_id)
    return _show_codes(request, nieuw, codes, "")


@require_POST
@transaction.atomic
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back: whoever reads now is out at once."""
    rij, vandaag = _read_uitnodiging(request, pk), localdate()
    actions.revoke(uitnodiging=rij, by=medewerker_of(request.user, op=vandaag), on=vandaag)
    messages.success(request, _("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return redirect("meelezen_uitnodigen", rij.casus_id)


@require_POST
@transaction.atomic
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter with the link, or the one with the code. Only while the codes are on the screen."""
    rij = _read_uitnodiging(request, pk)
    codes = Codes(request.POST.get("link", ""), request.POST.get("papier", ""))
    hoort = hmac.compare_digest(rij.link_hash, geheim.hash_lang(codes.link))
    if not hoort or (codes.papier and not _is_papier(rij, codes)):
        raise Http404
    soort = "code" if request.POST.get("deel") == "code" and codes.papier else "link"
    _trace(request, rij.casus, "brief voor gezinslid maken")
    with translation.override(rij.taal):
        pdf = maak_pdf(brieven.make_brief(rij, codes, soort=soort))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    naam = f"meelezen-{rij.nummer}-{soort}.pdf"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_GET
@transaction.atomic
def inbreng(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the family wrote, word for word, and what they read."""
    casus = _read_casus(request, pk)
    rijen = list(queries.inbreng_of(casus))
    nieuw = {rij.pk for rij in rijen if not rij.gezien.all()}
    actions.see_inbreng(inbreng=rijen, by=medewerker_of(request.user, op=localdate()), op=now())
    _trace(request, casus, "berichten van het gezin bekijken")
    return render(
        request,
        "meelezen/inbreng.html",
        {
            "casus": casus,
            "rijen": [(with_woord(rij), is_shared(rij)) for rij in reversed(rijen)],
            "nieuw": nieuw,
            "leesmomenten": leesmomenten_of(casus)[:100],
        },
    )


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """On the page of a case: who reads along, and whether words of the family wait."""
    vandaag = localdate()
    if not may_invite(request.user, casus, op=vandaag):
        return None
    paneel = as_panel(casus)
    rijen = [(rij, rij.stand(on=vandaag)) for rij in paneel["uitnodigingen"]]
    return {"casus": casus, "rijen": rijen, "ongezien": paneel["ongezien"]}


def _show_codes(
    request: HttpRequest, uitnodiging: Uitnodiging, codes: Codes, e_mail: str
) -> HttpResponse:
    """This once: the link, its QR and the code on paper. Nothing of it can be shown again."""
    gemaild = False
    if e_mail:
        try:
            mail.send_link(e_mail=e_mail, uitnodiging=uitnodiging, codes=codes)
            gemaild = True
        except (OSError, smtplib.SMTPException):
            messages.warning(
                request, _("De mail ging niet weg. Geef de brief, of nodig opnieuw uit.")
            )
    antwoord = render(
        request,
        "meelezen/uitgenodigd.html",
        {
            "casus": uitnodiging.casus,
            "uitnodiging": uitnodiging,
            "codes": codes,
            "qr": brieven.qr_for_page(codes.adres),
            "gemaild": gemaild,
        },
    )
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


def _read_uitnodiging(request: HttpRequest, pk: int) -> Uitnodiging:
    return get_object_or_404(queries.uitnodigingen_for(request.user, op=localdate()), pk=pk)


def _is_papier(rij: Uitnodiging, codes: Codes) -> bool:
    gegeven = geheim.hash_kort(codes.papier, van=rij.link_hash)
    return geheim.is_gelijk(rij.papier_hash, gegeven)


def _trace(request: HttpRequest, casus: Casus, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.spoor_gezin,
    )
