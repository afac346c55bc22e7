"""How the family is doing on the agreed moment (R48, R252, R276)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst

from ..models import Opvolging
from .beginnen import JA_NEE, VOORUIT


class OpvolgForm(forms.Form):
    """One moment, and what follows on it."""

    op = dag(_("Wanneer sprak of zag u het gezin?"), hulp=_("Of: wanneer probeerde u dat?"))
    in_beeld = keuze(_("Is het gezin nog in beeld?"), JA_NEE, rondjes=True)
    hulp = keuze(
        _("Is de hulp begonnen die was afgesproken?"), Opvolging.Hulp.choices, rondjes=True
    )
    veilig = keuze(_("Is het veilig voor het kind?"), Opvolging.Veilig.choices, rondjes=True)
    verslag = tekst(
        _("Hoe gaat het, en wat doen jullie nu?"), hulp=_("Alleen het lokale team leest dit.")
    )
    volgend_op = dag(
        _("Wanneer kijkt u opnieuw? (leeg: het volgen stopt)"),
        verplicht=False,
        hulp=_("Is het gezin niet in beeld, kies dan altijd een dag."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["op"].initial = on

    def clean_op(self) -> date:
        """A moment that has been."""
        op: date = self.cleaned_data["op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return op

    def clean_volgend_op(self) -> date | None:
        """A day to come, within a year."""
        op: date | None = self.cleaned_data["volgend_op"]
        if op and op <= self.on:
            raise forms.ValidationError(_("Kies een dag na vandaag."))
        if op and op > self.on + VOORUIT:
            raise forms.ValidationError(_("Kies een dag binnen een jaar."))
        return op

    def clean(self) -> dict[str, Any]:
        """Who is out of sight is looked for again, unless there are new worries."""
        velden = super().clean() or {}
        uit_beeld = velden.get("in_beeld") == "nee" and velden.get("veilig") != "nee"
        if uit_beeld and "volgend_op" in velden and not velden["volgend_op"]:
            self.add_error(
                "volgend_op", _("Het gezin is niet in beeld. Kies de dag waarop u opnieuw kijkt.")
            )
        return velden
