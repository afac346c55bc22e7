"""The forms of the second step, of choosing a password, and of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from ..models import Gebruiker, Soort
from .soorten import OrganisatieOnbekend, organisatie_of


class CodeForm(forms.Form):
    """A number of the app, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Vul de code in.")},
    )


#: What Django finds of a password, in our words.
ZINNEN = {
    "password_too_short": _("Dit wachtwoord is te kort. Neem minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord gebruiken te veel mensen. Kies een ander."),
}


class WachtwoordForm(forms.Form):
    """A new password, twice."""

    wachtwoord = forms.CharField(
        label=_("Nieuw wachtwoord"),
        strip=False,
        max_length=200,
        help_text=_("Minstens 12 tekens. Een zin van een paar woorden is goed te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Kies een wachtwoord.")},
    )
    nogmaals = forms.CharField(
        label=_("Nog een keer"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul het wachtwoord nog een keer in.")},
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gebruiker = gebruiker

    def clean(self) -> dict[str, Any]:
        """The two are the same, and it is not one that everybody guesses."""
        velden = super().clean() or {}
        if wachtwoord := velden.get("wachtwoord"):
            if velden.get("nogmaals") not in {None, wachtwoord}:
                self.add_error("nogmaals", _("De twee wachtwoorden zijn niet hetzelfde."))
            try:
                validate_password(wachtwoord, self.gebruiker)
            except forms.ValidationError as fout:
                for deel in fout.error_list:
                    self.add_error("wachtwoord", ZINNEN.get(deel.code or "", deel))
        return velden


def _dag(label: Any, **meer: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Vul een datum in, zoals 31-12-2026.")},
        **meer,
    )


class EinddatumForm(forms.Form):
    """The last day of an account; empty takes it away."""

    einddatum = _dag(_("Laatste dag"), help_text=_("Leeg laten: het account loopt door."))


class DienstForm(forms.Form):
    """At which provider somebody logs in, and how that provider calls them."""

    dienst = forms.ChoiceField(label=_("Inlogdienst"), required=False)
    kenmerk = forms.CharField(
        label=_("E-mailadres bij de inlogdienst"),
        max_length=254,
        required=False,
        help_text=_(
            "Zoals de inlogdienst het doorgeeft. Alleen nodig voor de eerste keer inloggen."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, verplicht: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verplicht = verplicht
        leeg = [] if verplicht else [("", _("geen: naam en wachtwoord"))]
        self.fields["dienst"].choices = [
            *leeg,
            *((dienst.sleutel, dienst.naam) for dienst in settings.INLOGDIENSTEN.values()),
        ]

    def clean(self) -> dict[str, Any]:
        """One without the other opens nothing."""
        velden = super().clean() or {}
        if velden.get("dienst") and not velden.get("kenmerk"):
            self.add_error("kenmerk", _("Vul het e-mailadres bij de inlogdienst in."))
        if self.verplicht and not velden.get("dienst"):
            self.add_error("dienst", _("Kies een inlogdienst."))
        return velden


class AccountForm(DienstForm):
    """A new account: who, what for, where, and from when to when."""

    gebruikersnaam = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{2,79}$",
        label=_("Gebruikersnaam"),
        help_text=_("Kleine letters, cijfers, punt of streepje; bijvoorbeeld k.jansen."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={
            "required": _("Vul een gebruikersnaam in."),
            "invalid": _("Gebruik minstens drie kleine letters, cijfers, punten of streepjes."),
        },
    )
    naam = forms.CharField(
        label=_("Naam"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul de naam in.")},
    )
    soort = forms.ChoiceField(label=_("Soort gebruiker"), choices=Soort.choices)
    organisatie_code = forms.CharField(
        label=_("Code van de organisatie"),
        max_length=12,
        required=False,
        help_text=_("Gemeentecode (0228), code van de regio (FV) of AGB-code (acht cijfers)."),
    )
    organisatie_naam = forms.CharField(
        label=_("Naam van de organisatie"),
        max_length=120,
        required=False,
        help_text=_("Bij een gemeente of regio niet nodig."),
    )
    begindatum = _dag(_("Eerste dag"), help_text=_("Leeg laten: vandaag."))
    einddatum = _dag(_("Laatste dag"), help_text=_("Weet u die al? Dan stopt het account vanzelf."))

    field_order = (
        "gebruikersnaam", "naam", "soort", "organisatie_code", "organisatie_naam",
        "begindatum", "einddatum", "dienst", "kenmerk",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The organisation exists and the provider may speak for it; the days are in order."""
        velden = super().clean()
        if "soort" in velden:
            try:
                velden["organisatie"] = organisatie_of(
                    velden["soort"],
                    code=velden.get("organisatie_code", ""),
                    naam=velden.get("organisatie_naam", ""),
                )
            except OrganisatieOnbekend as fout:
                self.add_error("organisatie_code", str(fout))
        begin, einde = velden.get("begindatum"), velden.get("einddatum")
        if begin and einde and einde < begin:
            self.add_error("einddatum", _("De laatste dag ligt vóór de eerste."))
        dienst = settings.INLOGDIENSTEN.get(velden.get("dienst", ""))
        if dienst and "organisatie" in velden and not dienst.bedient(*velden["organisatie"][:2]):
            self.add_error("dienst", _("Deze inlogdienst is niet voor deze organisatie."))
        return velden
