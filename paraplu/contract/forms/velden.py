"""What the forms of this room share: texts without a BSN, numbers with a comma."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.netwerk.forms.velden import check_geen_bsn


class Vorm(forms.Form):
    """Texts hold no BSN: agreements are about organisations. The days in `geweest` have been."""

    geweest: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        """No future in what has happened, and every text is looked at."""
        velden = super().clean() or {}
        for naam in self.geweest:
            if self.on and velden.get(naam) and velden[naam] > self.on:
                self.add_error(naam, _("Deze dag is nog niet geweest."))
        for naam, waarde in list(velden.items()):
            if isinstance(waarde, str):
                try:
                    check_geen_bsn(waarde)
                except forms.ValidationError as fout:
                    self.add_error(naam, fout)
        return velden


def tekstveld(label: Any, *, lengte: int = 300, verplicht: bool = True, hulp: Any = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=lengte,
        required=verplicht,
        help_text=hulp,
        error_messages={"required": _("Vul dit in."), "max_length": _("Maak deze tekst korter.")},
    )


def getalveld(label: Any, *, verplicht: bool = True, cijfers: int = 10, hulp: Any = "") -> Any:
    return forms.DecimalField(
        label=label,
        max_digits=cijfers,
        decimal_places=2,
        required=verplicht,
        help_text=hulp,
        localize=True,
        error_messages={
            "required": _("Vul een getal in."),
            "invalid": _("Dit is geen getal. Schrijf een getal als 18,5."),
            "max_decimal_places": _("Gebruik hoogstens twee cijfers achter de komma."),
        },
    )


def name_regio(code: str) -> str:
    """The name of a region."""
    regio = gebieden.regio(code)
    return regio.naam if regio else code
