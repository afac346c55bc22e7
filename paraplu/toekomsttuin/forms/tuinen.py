"""Forms of the garden itself: its beginning, its people and its groups."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..models import Bestuurslid, Lid, Lidkennis, Tuin
from ..onderwerpen import KENNIS
from .velden import PersoonField, Regelvorm, make_veld

#: Kinds of organisation whose people can work in a garden: the four, and others beside them.
VAN_TUIN = (
    Soort.LOKAAL_TEAM,
    Soort.GI,
    Soort.RVDK,
    Soort.VEILIG_THUIS,
    Soort.GEMEENTE,
    Soort.REGIO,
)


class TuinVorm(Regelvorm):
    """A new garden, in a region of one's own."""

    gemeente = forms.ChoiceField(label=_("In welke gemeente begint de tuin?"))

    class Meta:
        model = Tuin
        fields = ("naam", "initiatiefnemer", "omgeving")
        formfield_callback = make_veld

    def __init__(self, *args: Any, regios: list[str], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.fields["initiatiefnemer"].queryset = Organisatie.objects.filter(
            in_force(on), regio__in=regios, soort__in=(Soort.GEMEENTE, Soort.REGIO)
        )
        self.fields["gemeente"].choices = [
            (gemeente.code, gemeente.naam)
            for gemeente in sorted(gebieden.gemeenten(), key=lambda g: g.naam)
            if gemeente.regio in regios
        ]
        self.order_fields(["naam", "gemeente", "initiatiefnemer", "omgeving"])


class _MensVorm(Regelvorm):
    """Somebody at work to choose."""

    medewerker = PersoonField(label=_("Wie?"), queryset=Medewerker.objects.none())

    def __init__(self, *args: Any, tuin: Tuin, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        alle = Medewerker.objects.filter(in_force(on), organisatie__soort__in=self.soorten())
        self.fields["medewerker"].queryset = alle.select_related("organisatie").order_by(
            "organisatie__naam", "naam"
        )

    def soorten(self) -> tuple[str, ...]:
        """Whose people can be chosen."""
        return VAN_TUIN


class LidVorm(_MensVorm):
    """A new member of the garden."""

    class Meta:
        model = Lid
        fields = ("medewerker", "post", "uren", "bereikbaar", "vanaf")
        formfield_callback = make_veld


class GroeplidVorm(_MensVorm):
    """Somebody for a group of the governance."""

    class Meta:
        model = Bestuurslid
        fields = ("medewerker", "vanaf")
        formfield_callback = make_veld

    def soorten(self) -> tuple[str, ...]:
        """Providers can sit in a group too."""
        return (*VAN_TUIN, Soort.AANBIEDER)


class GemeenteVorm(forms.Form):
    """One more gemeente of the region."""

    gemeente = forms.ChoiceField(label=_("Welke gemeente?"))
    vanaf = forms.DateField(
        label=_("Vanaf welke dag?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, tuin: Tuin, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("vanaf", on)
        self.fields["gemeente"].choices = [
            (gemeente.code, gemeente.naam)
            for gemeente in sorted(gebieden.gemeenten(), key=lambda g: g.naam)
            if gemeente.regio == tuin.regio
        ]


class KennisVorm(forms.Form):
    """How much a member knows of each of the seven subjects."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:

        super().__init__(*args, **kwargs)
        for sleutel, naam in KENNIS.items():
            self.fields[sleutel] = forms.ChoiceField(
                label=naam,
                choices=Lidkennis.Niveau.choices,
                widget=forms.RadioSelect,
                required=False,
            )
