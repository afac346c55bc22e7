"""The form in which someone chooses what to be mailed about."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Gebruiker, Postkeuze
from .models import Ritme


class PostkeuzeForm(forms.Form):
    """Address, digest and instant mail. An account of the demo keeps its own, invented address."""

    e_mail = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Hier gaat uw mail naartoe. Laat het leeg als u geen mail wilt."),
        widget=forms.EmailInput(
            attrs={
                "autocomplete": "email",
                "class": "utrecht-textbox utrecht-textbox--html-input",
                "aria-describedby": "id_e_mail_helptext",
            }
        ),
        error_messages={"invalid": _("Schrijf het e-mailadres als naam@organisatie.nl.")},
    )
    overzicht = forms.ChoiceField(
        label=_("Overzicht van wat er op u wacht"),
        choices=Ritme.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe vaak u het overzicht wilt."),
            "invalid_choice": _("Kies een van de mogelijkheden."),
        },
    )
    direct = forms.BooleanField(
        label=_("Mail mij meteen als een termijn morgen afloopt of als iemand op mij wacht"),
        required=False,
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, keuze: Postkeuze, **kwargs: Any) -> None:
        begin = {
            "e_mail": gebruiker.e_mail,
            "overzicht": keuze.overzicht,
            "direct": keuze.direct,
        }
        super().__init__(*args, initial=begin, **kwargs)
        self.gebruiker = gebruiker
        if gebruiker.is_demo:
            del self.fields["e_mail"]

    def clean(self) -> dict[str, Any]:
        """Who wants a digest says where it goes."""
        velden = super().clean() or {}
        velden.setdefault("e_mail", self.gebruiker.e_mail)
        wil = velden.get("overzicht") in {Ritme.DAG, Ritme.WEEK}
        if wil and not velden["e_mail"] and "e_mail" in self.fields and not self.errors:
            self.add_error("e_mail", _("Vul een e-mailadres in, of kies bij het overzicht: nooit."))
        return velden
