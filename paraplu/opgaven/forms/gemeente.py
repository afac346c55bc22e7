"""A gemeente of the whole country by name: typed, with the names as suggestions of the browser.

A list of three hundred and forty choices, four times on a page, is slow to make and to walk through.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden

from ..woonplaats import GEEN


@cache
def list_namen() -> dict[str, str]:
    """Name → CBS code, by name."""
    paren = ((gebieden.naam_cbs(code) or code, code) for code in gebieden.GEMEENTEN_CBS)
    return dict(sorted(paren))


@cache
def _codes() -> dict[str, str]:
    return {naam.casefold(): code for naam, code in list_namen().items()}


class Gemeenteveld(forms.CharField):
    """Gives the code of a gemeente, or "" for nothing; with `mag_geen` also that there is none."""

    def __init__(self, *, mag_geen: bool = False, **kwargs: Any) -> None:
        self.mag_geen = mag_geen
        widget = forms.TextInput(attrs={"list": "gemeenten", "autocomplete": "off"})
        super().__init__(required=False, widget=widget, max_length=60, **kwargs)

    def to_python(self, value: Any) -> str:
        """The code of this name or code."""
        tekst = str(super().to_python(value)).strip()
        if not tekst or tekst in gebieden.GEMEENTEN_CBS:
            return tekst
        if self.mag_geen and tekst.casefold() == GEEN:
            return GEEN
        code = _codes().get(tekst.casefold())
        if code is None:
            raise ValidationError(_("Deze gemeente kennen wij niet. Kies een naam uit de lijst."))
        return code
