"""Step 1 as forms: an attempt, the talk itself, a question to the zorgbemiddelaar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import CasusStap
from paraplu.web.models import Gebruiker

from ..aanbieders import aanbieders, list_keuzes
from ..models import Contactpoging, Contactverslag
from .velden import LANGSTE, dag, keuze, refuse_persoonsgegevens, tekst

#: How long before the case began an attempt or talk may be.
EERDER = timedelta(days=31)


class _Stapvorm(forms.Form):
    """A form that belongs to a step of contact, with a day that has been."""

    def __init__(
        self, *args: Any, stap: CasusStap, gebruiker: Gebruiker, on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.stap, self.on = stap, on
        self.bij_aanbieder = stap.sleutel == "contact_aanbieder"
        if "op" in self.fields:
            self.fields["op"].initial = on
        if "aanbieder" in self.fields:
            self.fields["aanbieder"].queryset = aanbieders(on=on)
            self.fields["aanbieder"].choices = list_keuzes(gebruiker, stap.casus, on=on)

    def clean_op(self) -> date:
        """Not in the future, and not long before the case began."""
        op: date = self.cleaned_data["op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        if op < self.stap.casus.geopend_op - EERDER:
            raise forms.ValidationError(_("Deze dag is te lang voor het begin van de casus."))
        return op


class PogingForm(_Stapvorm):
    """Somebody was called, with or without result (R92)."""

    met = keuze(_("Met wie zocht u contact?"), Contactpoging.Met.choices, rondjes=True)
    aanbieder = forms.ModelChoiceField(label=_("Welke aanbieder?"), queryset=None)
    wijze = keuze(_("Hoe?"), Contactpoging.Wijze.choices, rondjes=True)
    op = dag(_("Wanneer?"))
    bereikt = keuze(
        _("Kreeg u iemand te spreken?"), (("ja", _("Ja")), ("nee", _("Nee"))), rondjes=True
    )
    toelichting = tekst(
        _("Toelichting (mag leeg blijven)"),
        verplicht=False,
        hulp=_("Schrijf geen naam van het gezin."),
        rijen=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="poging", **kwargs)
        if self.bij_aanbieder:
            del self.fields["met"]
        else:
            del self.fields["aanbieder"]
            self.fields["met"].choices = [
                (waarde, naam)
                for waarde, naam in Contactpoging.Met.choices
                if waarde != Contactpoging.Met.AANBIEDER
            ]

    def clean(self) -> dict[str, Any]:
        """The regional contact person reads this: no personal data."""
        velden = super().clean() or {}
        refuse_persoonsgegevens(self, ("toelichting",), self.stap.casus.gezin.personen.all())
        return velden


class VerslagForm(_Stapvorm):
    """What was discussed: the help, the three conditions of knowledge, the advice (R88, R89, R277)."""

    organisatie = forms.ModelChoiceField(label=_("Welke aanbieder sprak u?"), queryset=None)
    gesproken_met = forms.CharField(
        label=_("Wie sprak u?"),
        max_length=120,
        help_text=_("Naam en functie van de medewerker."),
        error_messages={"required": _("Schrijf op wie u sprak.")},
    )
    op = dag(_("Wanneer?"))
    wenselijke_hulp = tekst(_("Welke hulp is het meest gewenst?"))
    duur_en_omvang = tekst(_("Hoe lang en hoeveel?"), rijen=2)
    steun_voor_gezin = tekst(
        _("Welke steun kan het gezin gebruiken? (mag leeg blijven)"), verplicht=False, rijen=2
    )
    sociale_kaart = tekst(
        _("Welk aanbod kwam langs, en wat is vrij? (mag leeg blijven)"), verplicht=False
    )
    evaluatie = tekst(_("Wanneer evalueren jullie? (mag leeg blijven)"), verplicht=False, rijen=2)
    gezin_bekend = forms.BooleanField(
        label=_("Zij kennen de laatste ontwikkelingen in het gezin, of zijn bijgepraat"),
        required=False,
    )
    aanbod_bekend = forms.BooleanField(
        label=_("Zij kennen het ingekochte aanbod en de wegen in de regio"), required=False
    )
    beschikbaarheid_bekend = forms.BooleanField(
        label=_("Zij weten wat er nu vrij is"), required=False
    )
    advies_soort = keuze(_("Wat adviseren zij?"), Contactverslag.Advies.choices, rondjes=True)
    aanbieder = forms.ModelChoiceField(
        label=_("Welke aanbieder adviseren zij? (mag leeg blijven)"), queryset=None, required=False
    )
    advies = tekst(_("Het advies in hun woorden (mag leeg blijven)"), verplicht=False)
    verschil = tekst(
        _("Zijn jullie het ergens niet over eens? (mag leeg blijven)"),
        verplicht=False,
        hulp=_("Schrijf op hoe ieder het ziet. De jeugdbeschermer beslist."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="verslag", **kwargs)
        self.fields["advies_soort"].initial = Contactverslag.Advies.GEEN
        if self.bij_aanbieder:
            self.fields["organisatie"].queryset = self.fields["aanbieder"].queryset
            self.fields["organisatie"].choices = self.fields["aanbieder"].choices
            self.fields["organisatie"].initial = self.stap.casus.aanbieder_id
            del self.fields["aanbieder"]
        else:
            del self.fields["organisatie"]

    def clean(self) -> dict[str, Any]:
        """An advice is told, and the bepaling may take over every text: so no names (R275)."""
        velden = super().clean() or {}
        namen = [naam for naam, veld in self.fields.items() if _is_tekst(veld)]
        refuse_persoonsgegevens(self, namen, self.stap.casus.gezin.personen.all())
        soort = velden.get("advies_soort")
        if soort == Contactverslag.Advies.AANBIEDER and not self.bij_aanbieder:
            if not velden.get("aanbieder"):
                self.add_error("aanbieder", _("Kies welke aanbieder zij adviseren."))
        elif soort not in (None, Contactverslag.Advies.GEEN) and not velden.get("advies"):
            self.add_error("advies", _("Schrijf op wat zij adviseren."))
        return velden


def _is_tekst(veld: forms.Field) -> bool:
    return isinstance(veld, forms.CharField) and veld.max_length == LANGSTE


class BemiddelingForm(forms.Form):
    """A question to the zorgbemiddelaar, without names (R119)."""

    vraag = tekst(_("Wat zoekt u?"), hulp=_("Leeftijd, soort hulp en plaats. Geen namen."), rijen=3)
    spoed = forms.BooleanField(label=_("Dit is spoed: graag vandaag antwoord"), required=False)

    def __init__(self, *args: Any, stap: CasusStap, **kwargs: Any) -> None:
        super().__init__(*args, prefix="bemiddeling", **kwargs)
        self.stap = stap

    def clean(self) -> dict[str, Any]:
        """The zorgbemiddelaar does not need to know who it is."""
        velden = super().clean() or {}
        refuse_persoonsgegevens(self, ("vraag",), self.stap.casus.gezin.personen.all())
        return velden


class AntwoordForm(forms.Form):
    """What the zorgbemiddelaar found."""

    antwoord = tekst(_("Wat is uw antwoord?"), hulp=_("Schrijf geen namen van het gezin."))
    aanbieder = forms.ModelChoiceField(
        label=_("Welke aanbieder? (mag leeg blijven)"), queryset=None, required=False
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = aanbieders(on=on)
