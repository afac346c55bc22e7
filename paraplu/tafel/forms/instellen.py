"""What a table chooses: settings and weekly moments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.casussen.forms.velden import dag, keuze
from paraplu.netwerk.models import Medewerker, Organisatie, Soort

from ..models import Slot, Tafel


class TafelForm(forms.ModelForm):
    """The settings; one folder per gemeente (R68)."""

    class Meta:
        model = Tafel
        fields = (
            "gi_deelname",
            "gi",
            "aanspreekpunt",
            "toetst_einde_ots",
            "toetst_vanaf",
            "werkwijze",
            "afwijking",
        )
        labels = {
            "gi_deelname": _("Hoe is de kennis van de GI aan tafel?"),
            "gi": _("Welke instelling zit aan tafel of is op afroep?"),
            "aanspreekpunt": _("Wie hoort het als er geen plek is binnen twee weken?"),
            "toetst_einde_ots": _("Deze tafel bespreekt het einde van een ondertoezichtstelling"),
            "toetst_vanaf": _("Vanaf welke dag? (mag leeg blijven)"),
            "werkwijze": _("Welke beschreven werkwijze volgt de tafel?"),
            "afwijking": _("Waarin wijkt de tafel daarvan af? (mag leeg blijven)"),
        }
        widgets = {
            "gi_deelname": forms.RadioSelect,
            "toetst_vanaf": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "afwijking": forms.Textarea(attrs={"rows": 3}),
        }

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tafel = self.instance
        self.fields["versie"].initial = tafel.versie
        self.fields["gi"].queryset = Organisatie.objects.filter(soort=Soort.GI, tot=None)
        self.fields["gi"].empty_label = _("De instelling uit het verzoek")
        self.fields["aanspreekpunt"].queryset = Medewerker.objects.filter(
            tot=None,
            organisatie__soort__in=(Soort.GEMEENTE, Soort.REGIO),
            organisatie__regio=tafel.regio,
        )
        for gemeente in self._gemeenten():
            self.fields[f"folder_{gemeente.code}"] = forms.URLField(
                label=_("Folder op de website van %(naam)s") % {"naam": gemeente.naam},
                required=False,
                initial=tafel.folders.get(gemeente.code, ""),
                assume_scheme="https",
                error_messages={"invalid": _("Dit is geen adres van een pagina.")},
            )

    def _gemeenten(self) -> list[gebieden.Gemeente]:
        alle = gebieden.gemeenten_van(self.instance.regio, alleen_gvjb=False)
        eigen = self.instance.gemeenten
        return [gemeente for gemeente in alle if not eigen or gemeente.code in eigen]

    def read(self) -> dict[str, Any]:
        """The fields as `change_tafel` takes them."""
        velden = {naam: self.cleaned_data[naam] for naam in self.Meta.fields}
        folders = {
            naam.removeprefix("folder_"): waarde
            for naam, waarde in self.cleaned_data.items()
            if naam.startswith("folder_") and waarde
        }
        return {**velden, "folders": folders}


class SlotForm(forms.Form):
    """A moment that comes back every week."""

    weekdag = keuze(_("Welke dag?"), Slot.Weekdag.choices)
    begin = forms.TimeField(
        label=_("Van"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": _("Vul een tijd in."), "invalid": _("Dit is geen tijd.")},
    )
    einde = forms.TimeField(
        label=_("Tot"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": _("Vul een tijd in."), "invalid": _("Dit is geen tijd.")},
    )
    plaats = forms.CharField(
        label=_("Waar?"), max_length=200, error_messages={"required": _("Vul de plaats in.")}
    )
    vanaf = dag(_("Vanaf welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="slot", **kwargs)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        velden = super().clean() or {}
        begin, einde = velden.get("begin"), velden.get("einde")
        if begin and einde and einde <= begin:
            self.add_error("einde", _("Het eind is na het begin."))
        return velden
