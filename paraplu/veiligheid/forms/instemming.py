"""Who agrees with a version, and why a plan ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import tekst
from paraplu.casussen.models import Persoon
from paraplu.netwerk.models import Medewerker

ANDER, IK = "ander", "ik"


class InstemmingForm(forms.Form):
    """Somebody of the family, the user, or another one by name; they agree or they do not."""

    wie = forms.ChoiceField(
        label=_("Wie?"), error_messages={"required": _("Kies wie dit heeft gezegd.")}
    )
    naam = forms.CharField(
        label=_("Naam, als het iemand anders is"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    akkoord = forms.TypedChoiceField(
        label=_("Eens met het plan?"),
        choices=(("ja", _("Ja")), ("nee", _("Nee"))),
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    toelichting = tekst(_("Wat wil deze persoon erbij zeggen?"), verplicht=False, rijen=2)

    def __init__(self, *args: Any, personen: list[Persoon], ik: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.personen = {f"p{persoon.pk}": persoon for persoon in personen}
        self.ik = ik
        self.fields["wie"].choices = [
            ("", _("Kies iemand")),
            *((sleutel, persoon.naam) for sleutel, persoon in self.personen.items()),
            (IK, _("Ikzelf")),
            (ANDER, _("Iemand anders")),
        ]

    def clean(self) -> dict[str, Any]:
        """Another one has a name."""
        velden = super().clean() or {}
        if velden.get("wie") == ANDER and not velden.get("naam", "").strip():
            self.add_error("naam", _("Vul de naam in."))
        return velden

    def who(self) -> dict[str, Any]:
        """The argument of `actions.agree` that says who it is."""
        gekozen = self.cleaned_data["wie"]
        if gekozen == IK:
            return {"medewerker": self.ik}
        if gekozen == ANDER:
            return {"naam": self.cleaned_data["naam"]}
        return {"persoon": self.personen[gekozen]}


class EindeForm(forms.Form):
    """Why the family needs the plan no longer."""

    reden = tekst(_("Waarom is het plan niet meer nodig?"), rijen=2)
