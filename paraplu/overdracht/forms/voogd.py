"""Looking for a guardian in the network: who was asked, and what came of it (R304)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.einde import VOOGDEN
from paraplu.casussen.forms.velden import dag, keuze, tekst

from ..models import Voogdvraag

ANTWOORDEN = [paar for paar in Voogdvraag.Resultaat.choices if paar[0] != "open"]


class _MetDag(forms.Form):
    """A form about a day that has been."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        for naam in ("gevraagd_op", "op"):
            if naam in self.fields:
                self.fields[naam].initial = on

    def _geweest(self, naam: str) -> date:
        op: date = self.cleaned_data[naam]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return op


class VoogdvraagForm(_MetDag):
    """Somebody in the network was asked."""

    wie = forms.CharField(
        label=_("Wie vroeg u?"),
        max_length=120,
        help_text=_("Zoals het kind deze persoon kent, bijvoorbeeld oma of pleegmoeder."),
        error_messages={"required": _("Schrijf op wie u vroeg.")},
    )
    soort = keuze(_("Wie is dat voor het kind?"), tuple(VOOGDEN.items()), rondjes=True)
    gevraagd_op = dag(_("Wanneer?"))

    def clean_gevraagd_op(self) -> date:
        """Not in the future."""
        return self._geweest("gevraagd_op")


class ResultaatForm(_MetDag):
    """What the person who was asked answered."""

    resultaat = keuze(_("Wat was het antwoord?"), ANTWOORDEN, rondjes=True)
    op = dag(_("Wanneer?"))
    toelichting = tekst(_("Toelichting (mag leeg blijven)"), verplicht=False, rijen=2)

    def clean_op(self) -> date:
        """Not in the future."""
        return self._geweest("op")
