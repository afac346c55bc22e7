"""The list of insufficiently protected children: report, discuss, close (R141)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, refuse_persoonsgegevens, tekst
from paraplu.casussen.models import Persoon

from ..models import BesprekingOnbeschermd
from .stappen import ZONDER_NAMEN


class _Vorm(forms.Form):
    teksten: tuple[str, ...] = ()
    dagen: tuple[str, ...] = ()

    def __init__(self, *args: Any, personen: list[Persoon], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.personen, self.on = personen, on

    def clean(self) -> dict[str, Any]:
        """Days of the past; no names on the list."""
        velden = super().clean() or {}
        for veld in self.dagen:
            if velden.get(veld) and velden[veld] > self.on:
                self.add_error(veld, _("Deze dag moet nog komen."))
        refuse_persoonsgegevens(self, self.teksten, self.personen)
        return velden


class MeldForm(_Vorm):
    """A family comes on the list."""

    teksten = ("onveiligheid", "vast_bij")
    dagen = ("vastgesteld_op",)

    vastgesteld_op = dag(_("Wanneer is de onveiligheid vastgesteld?"))
    onveiligheid = tekst(_("Wat is er onveilig?"), hulp=ZONDER_NAMEN)
    vast_bij = tekst(_("Bij welke partners loopt het vast, en waarop?"), hulp=ZONDER_NAMEN, rijen=2)


class BesprekingForm(_Vorm):
    """It was discussed."""

    teksten = ("resultaat", "bovenregionaal")
    dagen = ("op",)

    waar = keuze(_("Waar is het besproken?"), BesprekingOnbeschermd.Waar.choices)
    op = dag(_("Wanneer?"))
    resultaat = tekst(_("Wat leverde het op?"), hulp=ZONDER_NAMEN, rijen=2)
    bovenregionaal = tekst(
        _("Welke afspraak is er bovenregionaal gemaakt?"),
        verplicht=False,
        hulp=_("Alleen als de onveiligheid in de regio niet weg te nemen is."),
        rijen=2,
    )


class SluitForm(_Vorm):
    """The family leaves the list."""

    teksten = ("resultaat",)
    resultaat = tekst(
        _("Waardoor hoort het kind niet meer op de lijst?"), hulp=ZONDER_NAMEN, rijen=2
    )
