"""The forms of the pages: a delivery, a check and a sheet."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from . import uittreksels

BLAD_HOOGSTENS = 10 * 1024 * 1024


class MeerBestanden(forms.ClearableFileInput):
    """A field in which several files can be chosen."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Bestandenveld(forms.FileField):
    """Several files; each is checked as one."""

    widget = MeerBestanden
    default_error_messages: ClassVar = {
        "required": _("Kies ten minste één bestand."),
        "empty": _("Dit bestand is leeg. Kies een ander."),
    }

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        bestanden = data if isinstance(data, list | tuple) else [data]
        leeg = [bestand.name for bestand in bestanden if bestand and not bestand.size]
        if leeg and len(bestanden) > 1:
            raise forms.ValidationError(
                ngettext("Dit bestand is leeg: %s.", "Deze bestanden zijn leeg: %s.", len(leeg))
                % ", ".join(leeg)
                + " "
                + gettext("Kies opnieuw, zonder wat leeg is.")
            )
        return [
            super(Bestandenveld, self).clean(bestand, initial) for bestand in bestanden or [None]
        ]


def check_dag(dag: date) -> date:
    """A day that has not come yet is refused."""
    if dag > localdate():
        raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
    return dag


class LeveringForm(forms.Form):
    """Files with messages, and the day they are of."""

    bestanden = Bestandenveld(
        label=_("Bestanden"),
        help_text=_(
            "XML-berichten, of een zip ermee. U kunt er meer tegelijk kiezen. Of één tabel uit uw "
            "administratie (CSV of XLSX)."
        ),
    )
    dag = forms.DateField(
        label=_("Dag van de levering"),
        help_text=_("Meestal vandaag. De monitor onthoudt wat op welke dag bekend was."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )

    def clean_bestanden(self) -> list[Any]:
        bestanden: list[Any] = self.cleaned_data["bestanden"]
        if uittreksels.is_uittreksel(bestanden):
            if len(bestanden) > 1:
                raise forms.ValidationError(
                    _("Lever een tabel (CSV of XLSX) alleen aan, zonder andere bestanden.")
                )
            if bestanden[0].size > uittreksels.HOOGSTENS:
                raise forms.ValidationError(
                    _("Deze tabel is groter dan 5 MB. Verdeel haar, of gebruik de opdrachtregel.")
                )
        return bestanden

    def clean_dag(self) -> date:
        return check_dag(self.cleaned_data["dag"])


class ControleForm(forms.Form):
    """Files to check, and in which form the report comes."""

    bestanden = Bestandenveld(
        label=_("Bestanden"),
        help_text=_(
            "XML-berichten, of een zip ermee. U kunt er meer tegelijk kiezen. Een tabel (CSV of XLSX) "
            "ziet u eerst als voorbeeld als u haar aanlevert."
        ),
    )
    als = forms.ChoiceField(
        choices=[("", ""), ("html", ""), ("json", "")], required=False, widget=forms.HiddenInput
    )


class BladForm(forms.Form):
    """A sheet of one kind, and the day from which it is known."""

    soort = forms.ChoiceField(label=_("Soort blad"))
    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("CSV of XLSX, met de kolommen die hieronder staan."),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander."),
        },
    )
    dag = forms.DateField(
        label=_("Bekend vanaf"),
        help_text=_("Cijfers zoals bekend op een eerdere dag blijven zoals zij waren."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )

    def __init__(self, *args: Any, soorten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = soorten

    def clean_dag(self) -> date:
        return check_dag(self.cleaned_data["dag"])

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > BLAD_HOOGSTENS:
            raise forms.ValidationError(
                _("Dit bestand is te groot voor een blad (meer dan 10 MB).")
            )
        return bestand
