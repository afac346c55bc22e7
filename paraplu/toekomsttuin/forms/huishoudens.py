"""Forms of a household: in, its contact, the first decision, and out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.casussen.models import Gezin
from paraplu.netwerk.queries import in_force

from ..models import Aanspreekpunt, EersteBesluit, Huishouden, Lid, Tuin
from .velden import LedenField, PersoonField, Regelvorm, make_veld


class GezinField(forms.ModelChoiceField):
    """A family of the other work that this user may see, by number."""

    def label_from_instance(self, obj: Gezin) -> str:
        """Never a name."""
        return obj.nummer


class HuishoudenVorm(Regelvorm):
    """A household comes in."""

    geweest = ("instroom_op",)
    gemeente = forms.ChoiceField(label=_("In welke gemeente wonen zij?"))
    aanspreekpunt = PersoonField(label=_("Wie wordt het vaste aanspreekpunt?"), queryset=None)
    gezin = GezinField(
        label=_("Is dit gezin al bekend in Paraplu? (mag leeg blijven)"),
        queryset=None,
        required=False,
    )

    class Meta:
        model = Huishouden
        fields = ("soort", "instroom_via", "instroom_op", "gezin")
        formfield_callback = make_veld

    def __init__(
        self, *args: Any, tuin: Tuin, gezinnen: QuerySet[Gezin], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.initial.setdefault("instroom_op", on)
        self.fields["aanspreekpunt"].queryset = leden_of(tuin, on=on)
        self.fields["gezin"].queryset = gezinnen
        codes = set(tuin.gemeenten.filter(in_force(on)).values_list("gemeente", flat=True))
        self.fields["gemeente"].choices = [
            (gemeente.code, gemeente.naam)
            for gemeente in gebieden.gemeenten()
            if gemeente.code in codes
        ]
        self.order_fields(
            ["soort", "gemeente", "instroom_via", "instroom_op", "aanspreekpunt", "gezin"]
        )


class AanspreekpuntVorm(Regelvorm):
    """Another fixed contact, with why."""

    lid = PersoonField(label=_("Wie wordt het nieuwe aanspreekpunt?"), queryset=None)
    reden = forms.CharField(
        label=_("Waarom verandert het?"),
        max_length=300,
        error_messages={"required": _("Schrijf op waarom het aanspreekpunt verandert.")},
    )

    class Meta:
        model = Aanspreekpunt
        fields = ("lid", "vanaf", "reden")
        formfield_callback = make_veld

    def __init__(self, *args: Any, tuin: Tuin, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.fields["lid"].queryset = leden_of(tuin, on=on)


class BesluitVorm(Regelvorm):
    """The first decision, with who took part."""

    geweest = ("op",)
    wie = PersoonField(label=_("Wie maakt contact?"), queryset=None)
    nemers = LedenField(
        label=_("Wie besloten samen?"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wie samen besloten.")},
    )

    class Meta:
        model = EersteBesluit
        fields = ("wie", "hoe", "waarom", "op")
        formfield_callback = make_veld

    def __init__(self, *args: Any, tuin: Tuin, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        for naam in ("wie", "nemers"):
            self.fields[naam].queryset = leden_of(tuin, on=on)
        self.order_fields(["nemers", "wie", "hoe", "waarom", "op"])


class UitstroomVorm(forms.Form):
    """Out, with a reason."""

    reden = forms.ChoiceField(
        label=_("Waarom gaat het huishouden uit de tuin?"),
        choices=Huishouden.Uitstroom.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    tekst = forms.CharField(
        label=_("Hoe gaat het verder, en wie blijft het gezin zien?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op hoe het verder gaat.")},
    )
    op = forms.DateField(
        label=_("Vanaf welke dag?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Vul een dag in.")},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.initial.setdefault("op", on)

    def clean_op(self) -> date:
        """A day that has been."""
        op: date = self.cleaned_data["op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return op


def leden_of(tuin: Tuin, *, on: date) -> QuerySet[Lid]:
    """Who works in the garden, with their own organisation."""
    return tuin.leden.filter(in_force(on)).select_related("medewerker__organisatie")
