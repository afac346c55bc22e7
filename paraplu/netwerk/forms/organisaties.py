"""The form for a partner that joins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Soort
from .velden import dagveld, gemeente_keuzes, keuzeveld, regio_keuzes


class OrganisatieForm(forms.Form):
    """A new organisation with its key of ours."""

    soort = keuzeveld(gettext_lazy("Soort organisatie"), Soort.choices)
    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    sleutel = forms.RegexField(
        r"^[A-Z]{2,4}-[A-Z0-9]{2,20}$",
        label=gettext_lazy("Sleutel in Paraplu"),
        help_text=gettext_lazy("Hoofdletters met een streepje, zoals GI-NIEUW. Blijft altijd zo."),
        error_messages={
            "required": gettext_lazy("Vul een sleutel in."),
            "invalid": gettext_lazy("Schrijf de sleutel zoals GI-NIEUW."),
        },
    )
    code = forms.RegexField(
        r"^\d{8}$",
        label=gettext_lazy("AGB-code"),
        help_text=gettext_lazy("Acht cijfers. Alleen voor een GI of een aanbieder."),
        required=False,
        error_messages={"invalid": gettext_lazy("Een AGB-code heeft acht cijfers.")},
    )
    regio = forms.ChoiceField(label=gettext_lazy("Regio"), required=False)
    gemeente = forms.ChoiceField(label=gettext_lazy("Gemeente"), required=False)
    vanaf = dagveld(
        gettext_lazy("Eerste dag"),
        help_text=gettext_lazy("Een GI begint op 1 januari, 1 april, 1 juli of 1 oktober."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regio"].choices = [("", _("Meer dan één, of geen")), *regio_keuzes()]
        self.fields["gemeente"].choices = [("", _("Geen")), *gemeente_keuzes()]
