"""A paragraph of the joint analysis, with the version that its writer saw."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn

from ..models import Huisgenoot, Huishouden, Sectie
from .velden import refuse_namen


class AlineaVorm(forms.Form):
    """What the paragraph says; people are called by number, as on the page of the household."""

    tekst = forms.CharField(
        label=_("Tekst"),
        required=False,
        max_length=8000,
        help_text=_("Noem mensen bij hun nummer of rol, zoals 2 (ouder). Namen staan hier niet."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    basis = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self, *args: Any, huishouden: Huishouden, sectie: str, nieuw: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.huishouden = huishouden
        self.nieuw = nieuw
        if sectie == Sectie.PLAN:
            self.fields["deelnemers"] = forms.CharField(
                label=_("Wie deden mee, ook van het gezin zelf?"), required=False, max_length=300
            )
            self.fields["gezin_besloot"] = forms.CharField(
                label=_("Wat besloot het gezin zelf?"),
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean(self) -> dict[str, Any]:
        """No BSN and no name of the household; a new paragraph says something."""
        velden = super().clean() or {}
        teksten = [naam for naam in velden if naam != "basis"]
        for naam in teksten:
            try:
                check_geen_bsn(velden[naam])
            except forms.ValidationError as fout:
                self.add_error(naam, fout)
        namen = Huisgenoot.objects.filter(huishouden=self.huishouden)
        refuse_namen(self, teksten, namen.values_list("naam", flat=True))
        if self.nieuw and not velden.get("tekst", "").strip():
            self.add_error("tekst", _("Schrijf eerst iets op."))
        return velden

    @property
    def inhoud(self) -> dict[str, str]:
        """What is saved: the text, and of the plan who took part and what the family decided."""
        return {naam: w for naam, w in self.cleaned_data.items() if naam != "basis"}
