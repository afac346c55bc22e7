"""The form of the login page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import actions
from .models import Gebruiker


class InlogForm(forms.Form):
    """Name and password; says nothing about which of the two was wrong."""

    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": _("Vul uw gebruikersnaam in.")},
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )

    def __init__(self, *args: Any, adres: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adres = adres
        self.gebruiker: Gebruiker | None = None

    def clean(self) -> dict[str, Any]:
        """Find the user, unless too many attempts failed lately."""
        velden = super().clean() or {}
        naam, wachtwoord = velden.get("gebruikersnaam"), velden.get("wachtwoord")
        if not naam or not wachtwoord:
            return velden
        nu = timezone.now()
        if actions.is_geremd(gebruikersnaam=naam, adres=self.adres, on=nu):
            raise forms.ValidationError(
                _("Er is te vaak een verkeerd wachtwoord gebruikt. Probeer het over een kwartier."),
                code="geremd",
            )
        self.gebruiker = authenticate(username=naam, password=wachtwoord)
        if self.gebruiker is None:
            actions.write_mislukte_aanmelding(gebruikersnaam=naam, adres=self.adres, on=nu)
            raise forms.ValidationError(
                _("De gebruikersnaam of het wachtwoord klopt niet. Controleer beide."),
                code="onjuist",
            )
        if not self.gebruiker.is_geldig(on=timezone.localdate(nu)):
            raise forms.ValidationError(
                _("Uw account is niet geldig op deze dag. Vraag de beheerder van uw organisatie."),
                code="niet_geldig",
            )
        return velden
