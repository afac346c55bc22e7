"""The forms of the administrator."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from .bewaren.regels import last_day


class MaandForm(forms.Form):
    """Which month to look at; its value is the last day of that month."""

    maand = forms.RegexField(
        label=_("Maand"),
        regex=r"^(20|21)\d\d-(0[1-9]|1[0-2])$",
        help_text=_("Bijvoorbeeld 2046-12"),
        error_messages={"invalid": _("Schrijf de maand als jaar-maand, bijvoorbeeld 2046-12.")},
    )

    def clean_maand(self) -> date:
        return last_day(date.fromisoformat(f"{self.cleaned_data['maand']}-01"))


class AanhoudForm(forms.Form):
    """A dossier to keep, and why; the ground names no person."""

    gezin = forms.RegexField(
        label=_("Nummer van het gezin"),
        regex=r"^G\d{1,9}$",
        help_text=_("Bijvoorbeeld G12"),
        error_messages={"invalid": _("Een nummer begint met G, bijvoorbeeld G12.")},
    )
    grond = forms.ChoiceField(
        label=_("Grond"),
        choices=[
            ("klacht of bezwaar loopt", _("Er loopt een klacht of bezwaar")),
            ("rechtszaak loopt", _("Er loopt een rechtszaak")),
            ("op verzoek van de jeugdige", _("De jeugdige vraagt het dossier te bewaren")),
            ("belang van een ander", _("Een ander heeft er belang bij")),
            ("inzage loopt", _("Er loopt een verzoek om inzage")),
        ],
    )
