"""The forms about regions and consultations."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken import gebieden

from .. import queries
from ..models import Onderwerp, Organisatie, Soort
from .velden import check_geen_bsn, dagveld, gemeente_keuzes, keuzeveld

PARTNERS = (Soort.LOKAAL_TEAM, Soort.VEILIG_THUIS, Soort.GI, Soort.RVDK)


class InstellingForm(forms.Form):
    """A choice from a day, with who said so; the allowed values stand with the setting."""

    waarde = forms.CharField(
        label=gettext_lazy("Keuze"),
        error_messages={"required": gettext_lazy("Maak een keuze.")},
    )
    vanaf = dagveld(gettext_lazy("Geldt vanaf"))
    bron = forms.CharField(
        label=gettext_lazy("Wie besloot dit, of waar staat het"),
        max_length=300,
        error_messages={"required": gettext_lazy("Vul in waar deze keuze vandaan komt.")},
    )

    def __init__(self, *args: Any, instelling: Any, keuzes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = self.fields["waarde"].label
        if keuzes:
            self.fields["waarde"] = keuzeveld(label, keuzes)
        elif instelling.vorm == "tekst":
            self.fields["waarde"].widget = forms.Textarea(attrs={"rows": 4, "maxlength": 2000})
        elif instelling.vorm == "dag":
            self.fields["waarde"].widget = forms.DateInput(attrs={"type": "date"})
        elif instelling.vorm == "getal":
            self.fields["waarde"].widget = forms.TextInput(attrs={"inputmode": "numeric"})


class SubregioForm(forms.Form):
    """A few gemeenten of one region that meet together."""

    naam = forms.CharField(
        label=gettext_lazy("Naam van de subregio"),
        max_length=80,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    gemeenten = forms.MultipleChoiceField(
        label=gettext_lazy("Gemeenten"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één gemeente.")},
    )
    vanaf = dagveld(gettext_lazy("Geldt vanaf"))

    def __init__(self, *args: Any, regio: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].choices = [
            (g.code, g.naam) for g in gebieden.gemeenten_van(regio, alleen_gvjb=False)
        ]


class ConsultatieForm(forms.Form):
    """Who asked whom for advice, about what, and what the advice was."""

    vrager = forms.ModelChoiceField(
        label=gettext_lazy("Wie vroeg"),
        queryset=Organisatie.objects.none(),
        empty_label=gettext_lazy("Kies"),
        error_messages={"required": gettext_lazy("Kies wie vroeg.")},
    )
    gevraagde = forms.ModelChoiceField(
        label=gettext_lazy("Aan wie"),
        queryset=Organisatie.objects.none(),
        empty_label=gettext_lazy("Kies"),
        error_messages={"required": gettext_lazy("Kies aan wie.")},
    )
    gemeente = keuzeveld(gettext_lazy("Gemeente"), gemeente_keuzes())
    dag = dagveld(gettext_lazy("Op welke dag"))
    onderwerp = keuzeveld(gettext_lazy("Waarover"), Onderwerp.choices)
    gezin = forms.RegexField(
        r"^G\d{1,12}$",
        label=gettext_lazy("Nummer van het gezin"),
        help_text=gettext_lazy("Zoals G123. Laat leeg als het advies algemeen was."),
        required=False,
        error_messages={"invalid": gettext_lazy("Een nummer begint met G, zoals G123.")},
    )
    advies = forms.CharField(
        label=gettext_lazy("Het advies"),
        help_text=gettext_lazy("Kort, en zonder namen van ouders of kinderen."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Schrijf op wat het advies was.")},
    )

    def __init__(self, *args: Any, eigen: QuerySet[Organisatie], op: date, **kwargs: Any) -> None:
        """`eigen` are the organisations of the user: one of the two must be among them."""
        super().__init__(*args, **kwargs)
        self.eigen, self.op = eigen, op
        partners = Organisatie.objects.filter(queries.in_force(op), soort__in=PARTNERS)
        for naam in ("vrager", "gevraagde"):
            self.fields[naam].queryset = (partners | eigen).distinct()

    def clean_dag(self) -> date:
        if self.cleaned_data["dag"] > self.op:
            raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
        return self.cleaned_data["dag"]

    def clean_advies(self) -> str:
        return check_geen_bsn(self.cleaned_data["advies"])

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        vrager, gevraagde = velden.get("vrager"), velden.get("gevraagde")
        if not vrager or not gevraagde:
            return velden
        if vrager == gevraagde:
            self.add_error("gevraagde", _("Kies een andere organisatie dan die vroeg."))
        elif not {vrager.pk, gevraagde.pk} & {o.pk for o in self.eigen}:
            self.add_error("vrager", _("Eén van de twee moet uw eigen organisatie zijn."))
        return velden


class GroepForm(forms.Form):
    """A fixed group around a gemeente or a part of it."""

    deel = forms.CharField(
        label=gettext_lazy("Deel van de gemeente"),
        help_text=gettext_lazy("Laat leeg voor de hele gemeente."),
        max_length=80,
        required=False,
    )


class LidForm(forms.Form):
    """Somebody who joins the fixed group."""

    organisatie = forms.ModelChoiceField(
        label=gettext_lazy("Organisatie"),
        queryset=Organisatie.objects.none(),
        empty_label=gettext_lazy("Kies"),
        error_messages={"required": gettext_lazy("Kies een organisatie.")},
    )
    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    vanaf = dagveld(gettext_lazy("Eerste dag"))

    def __init__(self, *args: Any, gemeente: str, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        geldig = Organisatie.objects.filter(queries.in_force(op), soort__in=PARTNERS)
        elders = geldig.filter(soort=Soort.LOKAAL_TEAM).exclude(gemeente=gemeente)
        self.fields["organisatie"].queryset = geldig.exclude(pk__in=elders)


class BijeenkomstForm(forms.Form):
    """The day on which the group met."""

    dag = dagveld(gettext_lazy("De groep kwam bijeen op"))
