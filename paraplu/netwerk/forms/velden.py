"""Fields that several forms of this room share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken import gebieden
from paraplu.berichten.bsn import elfproef


def dagveld(label: object, *, help_text: object = "", verplicht: bool = True) -> forms.DateField:
    """A day, chosen from the browser's own calendar."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=verplicht,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Vul een dag in."),
            "invalid": gettext_lazy("Dit is geen dag."),
        },
    )


def keuzeveld(label: object, keuzes: Any, *, help_text: object = "") -> forms.ChoiceField:
    """One of a list; nothing is chosen beforehand."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[("", gettext_lazy("Kies")), *keuzes],
        error_messages={
            "required": gettext_lazy("Maak een keuze."),
            "invalid_choice": gettext_lazy("Deze keuze is er niet. Kies uit de lijst."),
        },
    )


def gemeente_keuzes() -> list[tuple[str, str]]:
    """All gemeenten of the regions by name."""
    alle = sorted(gebieden.gemeenten(), key=lambda gemeente: gemeente.naam)
    return [(gemeente.code, gemeente.naam) for gemeente in alle]


def regio_keuzes() -> list[tuple[str, str]]:
    """The seven regions by name."""
    return [(regio.code, regio.naam) for regio in gebieden.regios()]


def check_geen_bsn(tekst: str) -> str:
    """The text when no nine digits in it can be a BSN; raises ValidationError without repeating it."""
    cijfers = "".join(teken if teken.isdigit() else " " for teken in tekst.replace(".", ""))
    if any(len(deel) == 9 and elfproef(deel) for deel in cijfers.split()):
        raise forms.ValidationError(
            _("In deze tekst lijkt een BSN te staan. Haal het weg en schrijf geen namen op.")
        )
    return tekst
