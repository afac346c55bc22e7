"""What a provider says of the help that is asked: a refusal with its reason (R102, P25)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn, keuzeveld

from ..models import Afwijzing


def tekstveld(
    label: object, *, verplicht: bool = True, help_text: object = "", rijen: int = 3
) -> forms.CharField:
    """Free text about the work; never a BSN in it."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=help_text,
        max_length=4000,
        strip=True,
        validators=[check_geen_bsn],
        widget=forms.Textarea(attrs={"rows": rijen}),
        error_messages={"required": _("Vul dit in.")},
    )


class AfwijzingForm(forms.Form):
    """Why this provider does not give this help."""

    reden = keuzeveld(_("Waarom kan het niet?"), Afwijzing.Reden.choices)
    toelichting = tekstveld(
        _("Leg uit"),
        help_text=_("Wat is er nodig om het wel te laten lukken? Schrijf geen namen op."),
    )
    wachttijd_weken = forms.IntegerField(
        label=_("Wachttijd in weken, als u die weet"),
        required=False,
        min_value=0,
        max_value=520,
        error_messages={"invalid": _("Vul een heel getal in.")},
    )


class BesprokenForm(forms.Form):
    """What was agreed for after the help (R278)."""

    tekst = tekstveld(_("Wat heeft u afgesproken voor na deze hulp?"))
