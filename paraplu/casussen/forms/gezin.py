"""Forms of a family: the family itself, its people, and the measures of a child."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.berichten.bsn import elfproef
from paraplu.netwerk.models import Medewerker

from ..models import Maatregel, Persoon

GESLACHTEN = (("0", _("Onbekend")), ("1", _("Man")), ("2", _("Vrouw")), ("9", _("Niet gezegd")))
DAG = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class GezinForm(forms.Form):
    """Where the family lives decides its lokaal team and its route."""

    gemeente = forms.ChoiceField(
        label=_("Gemeente die verantwoordelijk is"),
        help_text=_("De gemeente volgens het woonplaatsbeginsel."),
        error_messages={"required": _("Kies een gemeente.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alle = sorted(gebieden.gemeenten(), key=lambda gemeente: gemeente.naam)
        self.fields["gemeente"].choices = [("", _("Kies een gemeente"))] + [
            (gemeente.code, gemeente.naam) for gemeente in alle
        ]


class PersoonForm(forms.ModelForm):
    """One child or adult. The BSN is only shown as known or not; filling it in replaces it."""

    bsn = forms.CharField(
        label=_("Burgerservicenummer"),
        required=False,
        max_length=9,
        help_text=_("Negen cijfers. Nodig voor het bericht aan de gemeente en de aanbieder."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Persoon
        fields = (
            "rol",
            "voornamen",
            "voorvoegsel",
            "achternaam",
            "geboortedatum",
            "geslacht",
            "gezag",
            "adres",
            "telefoon",
            "geschiedenis",
        )
        labels = {
            "rol": _("Wie is dit in het gezin?"),
            "voornamen": _("Voornamen"),
            "voorvoegsel": _("Voorvoegsel"),
            "achternaam": _("Achternaam"),
            "geboortedatum": _("Geboortedatum"),
            "geslacht": _("Geslacht"),
            "gezag": _("Heeft gezag"),
            "adres": _("Adres"),
            "telefoon": _("Telefoon"),
            "geschiedenis": _("Geschiedenis"),
        }
        help_texts = {"geschiedenis": _("Wat droeg deze persoon mee, ook van vroeger?")}
        widgets = {
            "geboortedatum": DAG,
            "geslacht": forms.Select(choices=GESLACHTEN),
            "geschiedenis": forms.Textarea(attrs={"rows": 3}),
        }

    def clean_bsn(self) -> str:
        """Nine digits that pass the elfproef; the error never repeats the number."""
        bsn = self.cleaned_data["bsn"].replace(" ", "").replace(".", "")
        if bsn and not elfproef(bsn):
            raise forms.ValidationError(
                _("Dit is geen geldig burgerservicenummer. Controleer de negen cijfers.")
            )
        return bsn

    def clean(self) -> dict[str, Any]:
        """A child has a date of birth: its age decides who may agree to what."""
        velden = super().clean() or {}
        if velden.get("rol") == Persoon.Rol.KIND and not velden.get("geboortedatum"):
            self.add_error("geboortedatum", _("Vul de geboortedatum van het kind in."))
        return velden


class MaatregelForm(forms.Form):
    """A measure of the judge for one child."""

    soort = forms.ChoiceField(label=_("Soort maatregel"), choices=Maatregel.Soort.choices)
    uitspraak_op = forms.DateField(label=_("Dag van de uitspraak"), widget=DAG)
    vanaf = forms.DateField(label=_("Begint op"), widget=DAG)
    jeugdbeschermer = forms.ModelChoiceField(
        label=_("Vaste jeugdbeschermer"),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=_("Nog niemand: het kind wacht op een vaste jeugdbeschermer"),
    )

    def __init__(self, *args: Any, collegas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jeugdbeschermer"].queryset = collegas

    def clean(self) -> dict[str, Any]:
        """A measure does not begin before the judge decided."""
        velden = super().clean() or {}
        uitspraak, vanaf = velden.get("uitspraak_op"), velden.get("vanaf")
        if uitspraak and vanaf and vanaf < uitspraak:
            self.add_error("vanaf", _("De maatregel kan niet beginnen voor de uitspraak."))
        return velden


class VasteMensenForm(forms.Form):
    """The fixed jeugdbeschermer of a child, and the fixed contact at the lokaal team (R23)."""

    jeugdbeschermer = forms.ModelChoiceField(
        label=_("Vaste jeugdbeschermer"),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=_("Nog niemand"),
    )
    contactpersoon = forms.ModelChoiceField(
        label=_("Vaste contactpersoon bij het lokale team"),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=_("Nog niemand"),
    )
    reden = forms.CharField(
        label=_("Waarom verandert de contactpersoon?"),
        required=False,
        max_length=200,
        help_text=_("Alleen nodig als er al iemand was."),
    )

    def __init__(self, *args: Any, collegas: Any, lokaal_team: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jeugdbeschermer"].queryset = collegas
        self.fields["contactpersoon"].queryset = lokaal_team
