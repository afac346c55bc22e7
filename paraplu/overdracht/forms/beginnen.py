"""Forms with which the end of a measure begins: the intention, and the question to the lokaal team."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.models import CasusStap, Maatregel
from paraplu.netwerk.models import Medewerker

from ..models import Overdrachtsvraag

JA_NEE: Final = (("ja", _("Ja")), ("nee", _("Nee")))
#: How far ahead an end is prepared at most, and how long after it was put a question is written down.
VOORUIT: Final = timedelta(days=366)
TERUG: Final = timedelta(days=31)


class VoornemenForm(forms.Form):
    """Which measures are to end, when and why, and whether the family knows (R274)."""

    maatregelen = forms.ModelMultipleChoiceField(
        label=_("Welke maatregelen gaan eindigen?"),
        queryset=Maatregel.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies ook die van broers en zussen, als u hen samen overdraagt."),
        error_messages={"required": _("Kies minstens één maatregel.")},
    )
    verwacht_op = dag(_("Wat wordt de laatste dag?"), hulp=_("De dag waarop u het einde verwacht."))
    waarom = tekst(_("Waarom kan de maatregel eindigen?"))
    gezin_weet = keuze(_("Weten ouders en kind van dit voornemen?"), JA_NEE, rondjes=True)
    gezin_weet_niet = tekst(_("Zo nee: waarom nog niet?"), verplicht=False, rijen=2)

    def __init__(self, *args: Any, maatregelen: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        veld = self.fields["maatregelen"]
        veld.queryset = maatregelen
        veld.label_from_instance = lambda rij: f"{rij.get_soort_display()}: {rij.persoon.naam}"

    def clean_verwacht_op(self) -> date:
        """Not in the past, and at most a year ahead: so long a measure lasts."""
        op: date = self.cleaned_data["verwacht_op"]
        if op < self.on:
            raise forms.ValidationError(_("Deze dag is al geweest."))
        if op > self.on + VOORUIT:
            raise forms.ValidationError(_("Deze dag is meer dan een jaar vooruit."))
        return op

    def clean(self) -> dict[str, Any]:
        """Who does not tell the family says why."""
        velden = super().clean() or {}
        if velden.get("gezin_weet") == "nee" and not velden.get("gezin_weet_niet"):
            self.add_error("gezin_weet_niet", _("Schrijf op waarom zij het nog niet weten."))
        return velden


class VraagForm(forms.Form):
    """When and how the lokaal team was asked; the three days run from that day (R186)."""

    gevraagd_op = dag(_("Wanneer vroeg u het lokale team?"))
    wijze = keuze(_("Hoe?"), Overdrachtsvraag.Wijze.choices, rondjes=True)
    vraag = tekst(
        _("Wat moet het lokale team weten? (mag leeg blijven)"),
        verplicht=False,
        hulp=_("Het lokale team ziet deze casus en het gezin al."),
    )

    def __init__(self, *args: Any, stap: CasusStap, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stap, self.on = stap, on
        self.fields["gevraagd_op"].initial = on

    def clean_gevraagd_op(self) -> date:
        """Not in the future, and not long before the case began."""
        op: date = self.cleaned_data["gevraagd_op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        if op < self.stap.casus.geopend_op - TERUG:
            raise forms.ValidationError(_("Deze dag is te lang voor het begin van de casus."))
        return op


class OvernemerForm(forms.Form):
    """Who of the lokaal team takes the family over, and when that one can talk."""

    medewerker = forms.ModelChoiceField(
        label=_("Wie neemt het gezin over?"),
        queryset=Medewerker.objects.none(),
        empty_label=_("Kies iemand"),
        error_messages={"required": _("Kies wie het gezin overneemt.")},
    )
    gesprek_op = dag(_("Wanneer kan het overdrachtsgesprek? (mag leeg blijven)"), verplicht=False)

    def __init__(self, *args: Any, collegas: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["medewerker"].queryset = collegas

    def clean_gesprek_op(self) -> date | None:
        """A talk is still to come."""
        op: date | None = self.cleaned_data["gesprek_op"]
        if op and op < self.on:
            raise forms.ValidationError(_("Deze dag is al geweest."))
        return op


class AanvaardForm(forms.Form):
    """Who becomes the fixed contact of the family (R232)."""

    contactpersoon = forms.ModelChoiceField(
        label=_("Wie wordt de vaste contactpersoon van het gezin?"),
        queryset=Medewerker.objects.none(),
        empty_label=_("Kies iemand"),
        error_messages={"required": _("Kies wie de vaste contactpersoon wordt.")},
    )
    gelezen = forms.BooleanField(
        label=_("Ik heb gelezen wat is afgesproken, en het lokale team neemt het gezin over"),
        error_messages={"required": _("Zet hier een vinkje als het lokale team overneemt.")},
    )

    def __init__(self, *args: Any, collegas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contactpersoon"].queryset = collegas
