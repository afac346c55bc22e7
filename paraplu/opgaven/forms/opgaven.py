"""The forms of the yearly returns; the sums are checked here in words, and again by the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn

from ..actions.opgaven import HERKOMST, check_aantallen
from ..fouten import SluitNiet
from ..kosten import INDELING
from ..models import Personeelsopgave

STAND = ("begin", "instroom", "uitstroom", "eind")
SOLLICITATIES = (
    "sollicitaties_lokaal",
    "sollicitaties_veilig_thuis",
    "sollicitaties_elders",
    "sollicitaties_onbekend",
)
HEEL_GETAL = _("vul een heel getal in, 0 of meer.")
BEDRAG = _("vul een bedrag in, zoals 12000 of 12000,50.")


class Opgavevorm(forms.Form):
    """A return; a second one about the same year says what is different."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, gezien: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"gezien": gezien, **kwargs.pop("initial", {})}, **kwargs)
        if gezien:
            self.fields["reden"] = forms.CharField(
                label=_("Wat is anders, en waarom?"),
                max_length=300,
                validators=[check_geen_bsn],
                error_messages={"required": _("Schrijf op wat er anders is, en waarom.")},
            )


class KostenVorm(Opgavevorm):
    """Euros by type, in three groups (R176, R296)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for groep in INDELING:
            for soort, naam in groep.soorten:
                self.fields[soort] = _bedrag(naam)

    def groepen(self) -> Iterator[tuple[str, str, list[forms.BoundField]]]:
        """Name, explanation and fields of each group."""
        for groep in INDELING:
            yield groep.naam, groep.uitleg, [self[soort] for soort, _naam in groep.soorten]

    @property
    def bedragen(self) -> dict[str, Decimal]:
        """Euro by type."""
        soorten = [soort for groep in INDELING for soort, _naam in groep.soorten]
        return {soort: self.cleaned_data[soort] for soort in soorten}

    def clean(self) -> dict[str, Any]:
        """A year in which nothing was spent is a mistake."""
        velden = super().clean() or {}
        if not self.errors and not any(self.bedragen.values()):
            raise ValidationError(_("U vult overal 0 in. Vul minstens één bedrag in."))
        return velden


class PersoneelVorm(Opgavevorm):
    """Jeugdbeschermers in persons, and where the new ones came from (R178, R181)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in (*STAND, *HERKOMST):
            self.fields[naam] = _aantal(naam)
        for naam in SOLLICITATIES:
            self.fields[naam] = _aantal(naam, verplicht=False)

    def groepen(self) -> Iterator[tuple[Any, Any, list[forms.BoundField]]]:
        """Name, explanation and fields of each part."""
        yield (
            _("Mensen"),
            _("Tel personen, geen voltijdbanen. Begin plus erbij min weg is eind."),
            [self[naam] for naam in STAND],
        )
        yield (
            _("Waar kwamen de nieuwe mensen vandaan?"),
            _("Samen zijn dit alle mensen die dit jaar begonnen. Wie u niet weet, is onbekend."),
            [self[naam] for naam in HERKOMST],
        )
        yield (
            _("Sollicitaties"),
            _("Houdt u dit niet bij? Laat dan alle vier leeg."),
            [self[naam] for naam in SOLLICITATIES],
        )

    @staticmethod
    def namen() -> tuple[str, ...]:
        """The columns of the table that it fills."""
        return (*STAND, *HERKOMST, *SOLLICITATIES)

    @property
    def aantallen(self) -> Mapping[str, int | None]:
        """What was filled in, by column."""
        return {naam: self.cleaned_data[naam] for naam in self.namen()}

    def clean(self) -> dict[str, Any]:
        """The numbers close, and of the applications all four are known or none."""
        velden = super().clean() or {}
        if self.errors:
            return velden
        try:
            check_aantallen(velden)
        except SluitNiet as fout:
            raise ValidationError(str(fout)) from fout
        gegeven = [velden[naam] is not None for naam in SOLLICITATIES]
        if any(gegeven) and not all(gegeven):
            raise ValidationError(_("Vul bij sollicitaties alle vier de vakken in, of geen."))
        return velden


def _bedrag(naam: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=naam,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages=_name(naam, BEDRAG),
    )


def _name(veld: object, zin: object) -> dict[str, Any]:
    """The same sentence for every fault, with the field: above the form they stand in one list."""
    return dict.fromkeys(("required", "invalid", "min_value"), format_lazy("{}: {}", veld, zin))


def _aantal(naam: str, *, verplicht: bool = True) -> forms.IntegerField:
    label = Personeelsopgave._meta.get_field(naam).verbose_name
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=100_000,
        required=verplicht,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=_name(label, HEEL_GETAL),
    )
