"""What somebody fills in for a new key."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

INVOER = "utrecht-textbox utrecht-textbox--html-input"


class SleutelForm(forms.Form):
    """What the key is for, and until when."""

    naam = forms.CharField(
        label=_("Waarvoor is de sleutel"),
        max_length=80,
        help_text=_("Bijvoorbeeld: dashboard van de regio. Schrijf geen namen van mensen."),
        widget=forms.TextInput(attrs={"class": INVOER, "autocomplete": "off"}),
        error_messages={"required": _("Schrijf waarvoor u de sleutel gebruikt.")},
    )
    einddatum = forms.DateField(
        label=_("Laatste dag"),
        help_text=_("Hoogstens een jaar. Daarna werkt de sleutel niet meer."),
        widget=forms.DateInput(attrs={"type": "date", "class": INVOER}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )
