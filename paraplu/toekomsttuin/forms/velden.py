"""What the forms of a garden share: days, yes and no, and texts without a BSN or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn
from paraplu.netwerk.models import Medewerker

KIES = _("Kies")
JA_NEE = (("ja", _("Ja")), ("nee", _("Nee")))
#: Shorter parts of a name are words of the language too often.
NAAMDEEL = 3
TUSSENVOEGSELS = frozenset(
    {"aan", "bij", "den", "der", "het", "ten", "ter", "uit", "van", "von", "voor"}
)


def make_veld(veld: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field of a column: a day with a calendar, yes or no as a choice, text in lines, an address
    without a scheme as a safe one.
    """
    if isinstance(veld, models.DateField):
        kwargs["widget"] = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    elif isinstance(veld, models.BooleanField):
        return _ja_nee(veld)
    elif isinstance(veld, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    elif isinstance(veld, models.URLField):
        kwargs["assume_scheme"] = "https"
    gemaakt = veld.formfield(**kwargs)
    if gemaakt is not None:
        name_nothing(gemaakt)
        gemaakt.error_messages["required"] = _("Vul in: %(wat)s") % {"wat": gemaakt.label}
    return gemaakt


def name_nothing(veld: forms.Field) -> None:
    """Where nothing is chosen yet it says so in a word, not in dashes."""
    if isinstance(veld, forms.ModelChoiceField):
        veld.empty_label = veld.empty_label and KIES
    elif isinstance(veld, forms.ChoiceField):
        keuzes = list(veld.choices)
        if keuzes and keuzes[0][0] == "" and str(keuzes[0][1]).startswith("-"):
            veld.choices = [("", KIES), *keuzes[1:]]


def _ja_nee(veld: models.BooleanField) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=veld.verbose_name,
        choices=JA_NEE,
        widget=forms.RadioSelect,
        required=not veld.null,
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        error_messages={"required": _("Kies ja of nee.")},
    )


class Regelvorm(forms.ModelForm):
    """A line to be added; the days in `geweest` have been, and no text holds a BSN."""

    geweest: tuple[str, ...] = ()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        for veld in self.fields.values():
            name_nothing(veld)
        for naam in ("op", "vanaf"):
            if naam in self.fields and not self.is_bound:
                self.initial.setdefault(naam, on)

    def clean(self) -> dict[str, Any]:
        """No future in what has happened, and no BSN anywhere: a garden does not need it."""
        velden = super().clean() or {}
        for naam in self.geweest:
            if velden.get(naam) and velden[naam] > self.on:
                self.add_error(naam, _t("Deze dag is nog niet geweest."))
        for naam, waarde in list(velden.items()):
            if isinstance(waarde, str):
                try:
                    check_geen_bsn(waarde)
                except forms.ValidationError as fout:
                    self.add_error(naam, fout)
        return velden


def make_vorm(
    model: type[models.Model], *velden: str, geweest: tuple[str, ...] = ()
) -> type[Regelvorm]:
    """The form for some columns of a table, in this order."""
    return forms.modelform_factory(
        model, form=_named(geweest), fields=list(velden), formfield_callback=make_veld
    )


def _named(geweest: tuple[str, ...]) -> type[Regelvorm]:
    return type("Vorm", (Regelvorm,), {"geweest": geweest})


class PersoonField(forms.ModelChoiceField):
    """Somebody at work, with the own organisation beside the name."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and employer."""
        wie = obj if isinstance(obj, Medewerker) else obj.medewerker
        return f"{wie.naam}, {wie.organisatie.naam}"


class LedenField(forms.ModelMultipleChoiceField):
    """Some members, with their own organisation beside the name."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and employer."""
        return f"{obj.medewerker.naam}, {obj.werkgever.naam}"


def refuse_namen(form: forms.Form, velden: Iterable[str], namen: Iterable[str]) -> None:
    """Point at every text that holds a part of one of these names; the error does not repeat it."""
    woorddelen = {deel for naam in namen for deel in re.findall(r"\w+", naam.lower())}
    delen = {deel for deel in woorddelen - TUSSENVOEGSELS if len(deel) >= NAAMDEEL}
    for veld in velden:
        woorden = set(re.findall(r"\w+", str(form.cleaned_data.get(veld, "")).lower()))
        if delen & woorden:
            form.add_error(
                veld,
                _t("In deze tekst staat een naam uit een huishouden. Haal de naam weg."),
            )
