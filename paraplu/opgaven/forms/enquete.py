"""The survey itself, a new round, and to how many people a GI sends its link."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import dagveld

from ..enquete import VRAAG
from ..models import Functie

PROCENT = _("Vul een getal in van 0 tot 100, zoals 15 of 12,5.")
SCHAAL = (
    ("1", _("1: heel laag")),
    ("2", "2"),
    ("3", "3"),
    ("4", "4"),
    ("5", _("5: heel hoog")),
    ("", _("Dat zeg ik liever niet")),
)


class AntwoordVorm(forms.Form):
    """One fixed question, the function (P40), and two that may stay empty (R298)."""

    procent = forms.DecimalField(
        label=VRAAG,
        help_text=_("In procenten van een gewone werkweek. Een schatting is goed."),
        min_value=0,
        max_value=100,
        max_digits=4,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), PROCENT),
    )
    functie = forms.ChoiceField(
        label=_("Wat is uw functie?"),
        choices=Functie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies uw functie.")},
    )
    werkdruk = forms.TypedChoiceField(
        label=_("Hoe hoog is uw werkdruk?"),
        choices=SCHAAL,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    plezier = forms.TypedChoiceField(
        label=_("Hoeveel plezier heeft u in uw werk?"),
        choices=SCHAAL,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class RondeVorm(forms.Form):
    """A survey of one year, with its first and last day."""

    jaar = forms.IntegerField(label=_("Over welk jaar?"), min_value=2021, max_value=2100)
    vanaf = dagveld(_("Eerste dag"))
    tot = dagveld(_("Laatste dag"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"jaar": on.year, "vanaf": on}, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, and does not end in the past."""
        velden = super().clean() or {}
        vanaf, tot = velden.get("vanaf"), velden.get("tot")
        if vanaf and tot and tot < max(vanaf, self.on):
            raise ValidationError(_("De laatste dag is vandaag of later, en niet voor de eerste."))
        return velden


class GenodigdVorm(forms.Form):
    """To how many people the link goes."""

    genodigd = forms.IntegerField(
        label=_("Aan hoeveel mensen stuurt u de link?"), min_value=1, max_value=10_000
    )
