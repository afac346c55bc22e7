"""A signal, and what a group does with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn

from ..models import Huisgenoot, Laag, Signaal, Tuin
from ..onderwerpen import PARTNERS
from .velden import JA_NEE, Regelvorm, make_veld, refuse_namen


class SignaalVorm(Regelvorm):
    """Something that the garden sees. It leaves the garden, so it names nobody of a household."""

    class Meta:
        model = Signaal
        fields = ("soort", "tekst")
        formfield_callback = make_veld

    def __init__(self, *args: Any, tuin: Tuin, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.tuin = tuin

    def clean(self) -> dict[str, Any]:
        """No names of the garden's households."""
        velden = super().clean()
        namen = Huisgenoot.objects.filter(huishouden__tuin=self.tuin)
        refuse_namen(self, ("tekst",), namen.values_list("naam", flat=True))
        return velden


class StapVorm(forms.Form):
    """What the group where it lies does: bring it up, answer, or bring the answer on."""

    tekst = forms.CharField(
        label=_("Wat zegt uw groep?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat uw groep zegt.")},
    )

    def __init__(self, *args: Any, signaal: Signaal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signaal = signaal
        if signaal.beantwoord:
            return
        if signaal.laag == Laag.PROJECTGROEP:
            self.fields["herkend"] = _vraag(_("Herkennen wij dit in de regio?"))
            self.fields["breder"] = _vraag(_("Heeft de hele regio er nu al iets aan?"))
        if signaal.laag == Laag.STUURGROEP:
            self.fields["partners"] = forms.MultipleChoiceField(
                label=_("Met wie neemt u dit op? (mag leeg blijven)"),
                choices=list(PARTNERS.items()),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean_tekst(self) -> str:
        """Nobody of a household, by name or number of the state, and not on the way back either."""
        tekst = check_geen_bsn(self.cleaned_data["tekst"])
        namen = Huisgenoot.objects.filter(huishouden__tuin=self.signaal.tuin_id)
        refuse_namen(self, ("tekst",), namen.values_list("naam", flat=True))
        return tekst


def _vraag(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=JA_NEE,
        widget=forms.RadioSelect,
        coerce=lambda waarde: waarde == "ja",
        error_messages={"required": _("Kies ja of nee.")},
    )
