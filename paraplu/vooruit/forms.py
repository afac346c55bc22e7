"""What somebody fills in to propose another rule, and what the meeting decided about it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.normen import normen
from paraplu.termijnen import GeenDuur, lees_termijn

from .lezen.termijn import list_termijnen
from .lezen.voorstel import DAGEN, INGANGSDATUM, LEZING
from .models import Besluit, Soort

HOOGSTENS: Final = 10 * 1024 * 1024
LANGSTE: Final = 365
_TITEL: Final = {"required": _("Geef het voorstel een naam.")}
_REDEN: Final = {"required": _("Schrijf waarom u dit voorstelt.")}


class VoorstelForm(forms.Form):
    """What every proposal has: a name and the reason."""

    titel = forms.CharField(label=_("Naam van het voorstel"), max_length=120, error_messages=_TITEL)
    reden = forms.CharField(
        label=_("Waarom"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Waarom zou de regel anders moeten? Schrijf geen namen van mensen."),
        error_messages=_REDEN,
    )


class DefinitieForm(VoorstelForm):
    """Another parameter, or another reading that is shown first (P6, P21, P50)."""

    wat = forms.ChoiceField(label=_("Wat verandert er"))
    waarde = forms.CharField(
        label=_("Wat het wordt"),
        max_length=20,
        required=False,
        help_text=_("Een aantal dagen, of een dag zoals 1-1-2018. Bij een lezing laat u dit leeg."),
    )
    field_order = ("wat", "waarde", "titel", "reden")

    def __init__(self, *args: Any, lezingen: list[tuple[str, str]], **kwargs: Any) -> None:
        """`lezingen`: of each value the readings that are not shown first, as CODE:naam and text."""
        super().__init__(*args, **kwargs)
        self.fields["wat"].choices = [
            (DAGEN, _("Dagen tussen twee delen van één maatregel (nu 31, P50)")),
            (INGANGSDATUM, _("Zorg telt als zij inging na een dag (nu 1 januari 2017, P6)")),
            *((f"{LEZING}{sleutel}", tekst) for sleutel, tekst in lezingen),
        ]

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        wat, waarde = velden.get("wat", ""), velden.get("waarde", "").strip()
        if wat == DAGEN:
            if not (waarde.isdecimal() and int(waarde) <= LANGSTE):
                self.add_error("waarde", _("Vul een aantal dagen in van 0 tot en met 365."))
            else:
                waarde = str(int(waarde))
        elif wat == INGANGSDATUM:
            try:
                waarde = f"{forms.DateField().clean(waarde):%Y-%m-%d}"
            except forms.ValidationError:
                self.add_error("waarde", _("Vul een dag in, zoals 1-1-2018."))
        elif wat.startswith(LEZING):
            wat, _punt, waarde = wat.partition(":")
        return {**velden, "onderwerp": wat, "waarde": waarde}


class TussentaalForm(VoorstelForm):
    """A sheet with the proposed mapping (R206-R209)."""

    bestand = forms.FileField(
        label=_("Blad met de voorgestelde tussentaal"),
        help_text=_("CSV of XLSX, met dezelfde kolommen als het blad dat nu geldt."),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander."),
        },
    )
    field_order = ("bestand", "titel", "reden")

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > HOOGSTENS:
            raise forms.ValidationError(
                _("Dit bestand is te groot voor een blad (meer dan 10 MB).")
            )
        return bestand

    def clean(self) -> dict[str, Any]:
        return {**(super().clean() or {}), "onderwerp": "", "waarde": ""}


class NormForm(VoorstelForm):
    """Another change per year (R205, R218)."""

    onderwerp = forms.ChoiceField(label=_("Norm"))
    waarde = forms.DecimalField(
        label=_("Verandering per jaar"),
        min_value=Decimal(-100),
        max_value=Decimal(100),
        decimal_places=2,
        localize=True,
        help_text=_("In procenten, of in punten als de norm in punten is. Minder is negatief: -3."),
        error_messages={
            "required": _("Vul een getal in."),
            "invalid": _("Dit is geen getal."),
            "min_value": _("Minder dan -100 kan niet."),
            "max_value": _("Meer dan 100 kan niet."),
        },
    )
    field_order = ("onderwerp", "waarde", "titel", "reden")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["onderwerp"].choices = [(norm.sleutel, norm.naam) for norm in normen()]

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        return {**velden, "waarde": f"{velden.get('waarde', 0)}"}


class TermijnForm(VoorstelForm):
    """Another length in the place of one that steps of routes have."""

    onderwerp = forms.ChoiceField(label=_("Termijn van nu"))
    waarde = forms.CharField(
        label=_("Termijn die ervoor in de plaats komt"),
        max_length=30,
        help_text=_("Bijvoorbeeld: 5 werkdagen, 2 weken, 1 maand."),
        error_messages={"required": _("Vul een termijn in.")},
    )
    field_order = ("onderwerp", "waarde", "titel", "reden")

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["onderwerp"].choices = [(t, t) for t in list_termijnen(op=op)]

    def clean_waarde(self) -> str:
        try:
            return str(lees_termijn(self.cleaned_data["waarde"]))
        except GeenDuur:
            raise forms.ValidationError(
                _("Dit is geen termijn. Schrijf bijvoorbeeld: 5 werkdagen.")
            ) from None


FORMULIEREN: Final[dict[str, type[VoorstelForm]]] = {
    Soort.DEFINITIE: DefinitieForm,
    Soort.TUSSENTAAL: TussentaalForm,
    Soort.NORM: NormForm,
    Soort.TERMIJN: TermijnForm,
}


class BesluitForm(forms.Form):
    """What the meeting decided, when and which meeting it was."""

    besluit = forms.ChoiceField(label=_("Besluit"), choices=Besluit.choices)
    besloten_op = forms.DateField(
        label=_("Besloten op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )
    overleg = forms.CharField(
        label=_("Overleg"),
        max_length=120,
        help_text=_(
            "Bijvoorbeeld: bovenregionaal contractmanagementoverleg. Geen namen van mensen."
        ),
        error_messages={"required": _("Schrijf welk overleg dit besloot.")},
    )
