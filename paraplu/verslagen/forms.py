"""What one chooses to make a report, and to filter the list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.inzage.gebied import GELDERLAND, Gebied, find_gebied, list_groepen
from paraplu.monitor.periode import Periode
from paraplu.web.models import Gebruiker

from .opzet import Kring, Opzet, OpzetKanNiet, Soort, find_overlegkwartaal
from .rechten import own_gebied


class MaakForm(forms.Form):
    """Kind, area, period and circle; what cannot be together is said in words."""

    soort = forms.ChoiceField(label=_("Soort verslag"), choices=Soort.choices)
    gebied = forms.ChoiceField(label=_("Gebied"), required=False)
    jaar = forms.TypedChoiceField(label=_("Jaar"), coerce=int)
    kwartaal = forms.TypedChoiceField(
        label=_("Kwartaal"),
        coerce=int,
        empty_value=0,
        required=False,
        choices=[("", _("het hele jaar")), *((str(n), _("kwartaal %d") % n) for n in range(1, 5))],
        help_text=_("Alleen voor een verslag voor het overleg."),
    )
    kring = forms.ChoiceField(
        label=_("Voor wie"),
        choices=Kring.choices,
        help_text=_(
            "In een verslag voor alle partijen en in een openbaar verslag zijn kleine aantallen "
            "verborgen. Een verslag voor de eigen organisatie kan alleen over uw eigen gebied gaan."
        ),
    )
    bekend_op = forms.DateField(
        label=_("Zoals bekend op"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Laat leeg voor alles wat nu bekend is."),
    )

    def __init__(
        self, *args: Any, gebruiker: Gebruiker, namen: Any, bereik: Any, op: date, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.namen, self.op = namen, op
        self.eigen = own_gebied(gebruiker)
        self.fields["gebied"].choices = list_keuzes(namen)  # type: ignore[attr-defined]
        jaren = range(bereik[1], bereik[0] - 1, -1)
        self.fields["jaar"].choices = [(jaar, str(jaar)) for jaar in jaren]  # type: ignore[attr-defined]
        overleg = find_overlegkwartaal(op)
        self.initial.setdefault("gebied", self.eigen.sleutel if self.eigen else "")
        if overleg.begin.year in jaren:
            self.initial.setdefault("kwartaal", "")

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if self.errors:
            return velden
        try:
            velden["opzet"] = self._make_opzet(velden)
        except OpzetKanNiet as fout:
            raise forms.ValidationError(str(fout)) from fout
        return velden

    def _make_opzet(self, velden: dict[str, Any]) -> Opzet:
        soort, jaar, kwartaal = velden["soort"], velden["jaar"], velden["kwartaal"]
        if soort == Soort.OVERLEG and not kwartaal:
            raise OpzetKanNiet("Kies het kwartaal waar het overleg over gaat.")
        gebied = find_gebied(velden["gebied"], self.namen)
        return Opzet(
            soort=soort,
            gebied=gebied or GELDERLAND,
            periode=Periode.jaar(jaar) if soort == Soort.JAAR else Periode.kwartaal(jaar, kwartaal),
            kring=velden["kring"],
            datum=self.op,
            bekend_op=velden["bekend_op"],
        )


def list_keuzes(namen: Any) -> list[tuple[Any, Any]]:
    """All areas of a report, by group."""
    keuzes: list[tuple[Any, Any]] = [("", _("Heel Gelderland"))]
    for groep in list_groepen(namen):
        keuzes.append((groep.naam, [_keuze(gebied) for gebied in groep.gebieden]))
    return keuzes


def _keuze(gebied: Gebied) -> tuple[str, str]:
    return gebied.sleutel, gebied.naam
