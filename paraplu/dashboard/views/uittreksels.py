"""An extract of a back office: how it would be read, and then taking it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from paraplu.berichten.uittreksel import (
    Afbeelding,
    AfbeeldingOngeldig,
    Blad,
    BladOnleesbaar,
    Voorbeeld,
    afbeeldingen,
    lees_afbeelding,
    lees_blad,
    maak_pakket,
    maak_voorbeeld,
    schrijf_afbeelding,
    stel_voor,
    zoek_afbeelding,
)
from paraplu.web.rechten import mag

from .. import actions, uittreksels

#: Findings that the page shows; the receipt has all.
GETOOND = 50


class AfbeeldingForm(forms.Form):
    """The mapping as text, to be changed by hand."""

    afbeelding = forms.CharField(
        label=_("Afbeelding"),
        help_text=_(
            "Een afbeelding zegt welke kolom van uw tabel welk veld is. Links staat het veld, rechts "
            "de kop in uw tabel. Een regel met # ervoor telt niet mee."
        ),
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "autocomplete": "off"}),
        max_length=50_000,
        error_messages={"required": _("Vul een afbeelding in, of kies er hierboven een.")},
    )

    def clean_afbeelding(self) -> str:
        tekst = self.cleaned_data["afbeelding"].replace("\r\n", "\n")
        try:
            self.gelezen = lees_afbeelding(tekst)
        except AfbeeldingOngeldig as fout:
            raise forms.ValidationError(str(fout)) from fout
        return tekst


@require_http_methods(["GET", "POST"])
def uittreksel(request: HttpRequest, nummer: UUID) -> HttpResponse:
    """The preview of an extract with its mapping; with `doe=neem_in` it is taken in as shown."""
    klaargezet = uittreksels.find(nummer)
    if klaargezet is None or not mag(request.user, "uittreksel", klaargezet):
        raise Http404
    form, voorbeeld, fout = AfbeeldingForm(request.POST or None), None, ""
    try:
        if request.method == "GET":
            gekozen = _choose(lees_blad(klaargezet.inhoud), request.GET.get("afbeelding", ""))
            if gekozen is not None:
                form = AfbeeldingForm(initial={"afbeelding": schrijf_afbeelding(gekozen)})
                voorbeeld = _preview(klaargezet, gekozen)
        elif form.is_valid():
            voorbeeld = _preview(klaargezet, form.gelezen)
            if request.POST.get("doe") == "neem_in" and voorbeeld.goed:
                return _take(request, klaargezet, form.gelezen)
    except BladOnleesbaar as onleesbaar:
        fout = f"{onleesbaar.tekst} {onleesbaar.remedie}"
    inhoud = _context(klaargezet, form, voorbeeld) | {"fout": fout}
    return render(
        request, "dashboard/uittreksel.html", inhoud, status=422 if form.errors or fout else 200
    )


def _choose(blad: Blad, naam: str) -> Afbeelding | None:
    """The mapping with this name, or the one that Paraplu proposes."""
    if naam in afbeeldingen():
        return zoek_afbeelding(naam)
    return stel_voor(blad)


def _preview(klaargezet: uittreksels.Klaargezet, afbeelding: Afbeelding) -> Voorbeeld:
    blad = lees_blad(klaargezet.inhoud, blad=afbeelding.blad)
    return maak_voorbeeld(blad, afbeelding, bestand=klaargezet.naam)


def _take(
    request: HttpRequest, klaargezet: uittreksels.Klaargezet, afbeelding: Afbeelding
) -> HttpResponse:
    pakket = maak_pakket(klaargezet.inhoud, afbeelding, dagtekening=klaargezet.dag)
    inzending = actions.start_inzending(
        bestanden=[SimpleUploadedFile(klaargezet.naam, pakket)],
        by=request.user,
        op=klaargezet.dag,
    )
    uittreksels.remove(klaargezet.nummer)
    return redirect("inzending", nummer=inzending.pk)


def _context(
    klaargezet: uittreksels.Klaargezet, form: AfbeeldingForm, voorbeeld: Voorbeeld | None
) -> dict[str, Any]:
    return {
        "uittreksel": klaargezet,
        "form": form,
        "voorbeeld": voorbeeld,
        "bevindingen": voorbeeld.bevindingen[:GETOOND] if voorbeeld else (),
        "afbeeldingen": afbeeldingen(),
    }
