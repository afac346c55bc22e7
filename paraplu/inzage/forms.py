"""What a contract manager fills in about a threshold or a definition."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Kring
from .models.drempel import HOOGSTENS, MINSTENS


class DrempelForm(forms.Form):
    """For whom, how many, from which day, and where it was decided."""

    kring = forms.ChoiceField(label=_("Voor wie"), choices=Kring.choices)
    aantal = forms.IntegerField(
        label=_("Kleinste aantal dat te zien is"),
        min_value=MINSTENS,
        max_value=HOOGSTENS,
        help_text=_("Aantallen kinderen daaronder zijn verborgen."),
        error_messages={
            "required": _("Vul een aantal in."),
            "invalid": _("Dit is geen heel getal."),
            "min_value": _("Minder dan %(limit_value)s kan niet."),
            "max_value": _("Meer dan %(limit_value)s kan niet."),
        },
    )
    vanaf = forms.DateField(
        label=_("Vanaf"),
        help_text=_("Vandaag of later. Cijfers zoals bekend op een eerdere dag veranderen niet."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )
    besluit = forms.CharField(
        label=_("Waar is dit besloten"),
        max_length=300,
        help_text=_("Bijvoorbeeld: regionaal contractoverleg van 12 mei."),
        error_messages={"required": _("Schrijf waar dit is besloten.")},
    )


class VaststellingForm(forms.Form):
    """When and where a version of a definition was adopted, from when it holds, and what was said."""

    vastgesteld_op = forms.DateField(
        label=_("Vastgesteld op"),
        help_text=_("De dag van het overleg: vandaag of eerder."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )
    overleg = forms.CharField(
        label=_("Overleg"),
        max_length=120,
        help_text=_("Bijvoorbeeld: bovenregionaal contractmanagementoverleg."),
        error_messages={"required": _("Schrijf welk overleg dit vaststelde.")},
    )
    functie = forms.CharField(
        label=_("Uw functie in dit overleg"),
        max_length=120,
        help_text=_("Bijvoorbeeld: voorzitter. Schrijf geen namen."),
        error_messages={"required": _("Schrijf in welke functie u dit vastlegt.")},
    )
    vanaf = forms.DateField(
        label=_("Geldt vanaf"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )
    besluit = forms.CharField(
        label=_("Besluit"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat is besloten, en met welke kanttekeningen. Schrijf geen namen."),
        error_messages={"required": _("Schrijf wat is besloten.")},
    )
    #: The text that was on the screen: what was adopted is what was read.
    tekstafdruk = forms.CharField(widget=forms.HiddenInput, max_length=64)
