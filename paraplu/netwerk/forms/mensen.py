"""The forms about people: who works here, in which role, and who is away."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import queries
from ..models import Medewerker, Organisatie, Team
from ..rollen import rollen_van
from .velden import dagveld, keuzeveld

#: Why somebody is away. That somebody is ill is not written down here.
REDENEN = (
    ("verlof", gettext_lazy("Verlof")),
    ("niet_beschikbaar", gettext_lazy("Niet beschikbaar")),
    ("opleiding", gettext_lazy("Opleiding")),
)


class MedewerkerForm(forms.Form):
    """Somebody at work; work data only."""

    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    telefoon = forms.RegexField(
        r"^[0-9+() -]{6,30}$",
        label=gettext_lazy("Telefoon van het werk"),
        help_text=gettext_lazy("Geen privénummer."),
        required=False,
        error_messages={"invalid": gettext_lazy("Dit is geen telefoonnummer.")},
    )
    e_mail = forms.EmailField(
        label=gettext_lazy("E-mail van het werk"),
        required=False,
        error_messages={"invalid": gettext_lazy("Dit is geen mailadres.")},
    )


class NieuweMedewerkerForm(MedewerkerForm):
    """With the first day."""

    vanaf = dagveld(gettext_lazy("Eerste dag"))


class FunctieForm(forms.Form):
    """A role in a period, perhaps in a team."""

    rol = keuzeveld(gettext_lazy("Rol"), [])
    team = forms.ModelChoiceField(
        label=gettext_lazy("Team"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=gettext_lazy("Geen team"),
    )
    vanaf = dagveld(gettext_lazy("Eerste dag"))
    tot = dagveld(gettext_lazy("Laatste dag"), verplicht=False)

    def __init__(self, *args: Any, organisatie: Organisatie, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = [("", _("Kies")), *rollen_van(organisatie).items()]
        self.fields["team"].queryset = organisatie.teams.filter(queries.in_force(op))

    def clean(self) -> dict[str, Any]:
        return check_periode(self, super().clean() or {})


class TeamForm(forms.Form):
    """A new team."""

    naam = forms.CharField(
        label=gettext_lazy("Naam van het team"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )


class LaatsteDagForm(forms.Form):
    """The last day of somebody, a role, a team or an absence."""

    tot = dagveld(gettext_lazy("Laatste dag"))


class AfwezigheidForm(forms.Form):
    """Who is away, from when to when, and who stands in."""

    medewerker = forms.ModelChoiceField(
        label=gettext_lazy("Wie is er niet"),
        queryset=Medewerker.objects.none(),
        empty_label=None,
        error_messages={"required": gettext_lazy("Kies wie er niet is.")},
    )
    vanaf = dagveld(gettext_lazy("Eerste dag"))
    tot = dagveld(
        gettext_lazy("Laatste dag"),
        help_text=gettext_lazy("Laat leeg als u dat nog niet weet."),
        verplicht=False,
    )
    reden = keuzeveld(gettext_lazy("Waarom"), REDENEN)
    vervanger = forms.ModelChoiceField(
        label=gettext_lazy("Wie neemt het over"),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nog niemand"),
        help_text=gettext_lazy("Zonder vervanger blijft het werk liggen. Wij vragen er dan om."),
    )

    def __init__(
        self,
        *args: Any,
        mensen: QuerySet[Medewerker],
        vervangers: QuerySet[Medewerker],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = mensen
        self.fields["vervanger"].queryset = vervangers

    def clean(self) -> dict[str, Any]:
        velden = check_periode(self, super().clean() or {})
        if velden.get("vervanger") and velden.get("vervanger") == velden.get("medewerker"):
            self.add_error("vervanger", _("Iemand kan zichzelf niet vervangen. Kies een ander."))
        return velden


def check_periode(form: forms.Form, velden: dict[str, Any]) -> dict[str, Any]:
    """A last day may not come before the first."""
    vanaf, tot = velden.get("vanaf"), velden.get("tot")
    if vanaf and tot and tot < vanaf:
        form.add_error("tot", _("De laatste dag is vóór de eerste dag. Kies een latere dag."))
    return velden
