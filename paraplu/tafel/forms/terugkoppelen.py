"""Feedback and meetings as forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, meer, tekst
from paraplu.netwerk.forms.velden import check_geen_bsn
from paraplu.netwerk.models import Soort as Organisatiesoort

from ..models import ONDERDELEN, Bijeenkomst, Terugkoppeling

VRAGEN = {
    "voorbereid": _("Wist u vooraf waar het gesprek over ging?"),
    "gehoord": _("Kon u zeggen wat u wilde zeggen?"),
    "duidelijk": _("Was na het gesprek duidelijk wat er is besloten?"),
}
HULP_NAMEN = _("Schrijf geen namen.")
AANWEZIG = (
    Organisatiesoort.LOKAAL_TEAM,
    Organisatiesoort.GI,
    Organisatiesoort.VEILIG_THUIS,
    Organisatiesoort.RVDK,
    Organisatiesoort.GEMEENTE,
    Organisatiesoort.AANBIEDER,
    Organisatiesoort.TAFEL,
)


def _naamloos(label: Any, *, verplicht: bool = True) -> forms.CharField:
    veld = tekst(label, verplicht=verplicht, hulp=HULP_NAMEN)
    veld.validators.append(check_geen_bsn)
    return veld


class TerugkoppelForm(forms.Form):
    """Three questions and two open ones; something is filled in."""

    goed = _naamloos(_("Wat ging goed?"), verplicht=False)
    beter = _naamloos(_("Wat kan beter?"), verplicht=False)
    wil_terugkijken = forms.BooleanField(
        label=_("Ik ben niet tevreden en wil samen terugkijken"), required=False
    )
    field_order = (*VRAGEN, "goed", "beter", "wil_terugkijken")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for naam, vraag in VRAGEN.items():
            self.fields[naam] = forms.TypedChoiceField(
                label=vraag,
                choices=Terugkoppeling.Oordeel.choices,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """An empty form says nothing."""
        velden = super().clean() or {}
        if not any(velden.get(naam) for naam in self.fields):
            raise forms.ValidationError(_("Vul ten minste één vraag in."))
        return velden


class PapierForm(TerugkoppelForm):
    """The chair types over a paper form; its code makes it count once."""

    code = forms.RegexField(
        r"^[Zz]\d{1,9}-\d{1,3}$",
        label=_("Code op het formulier"),
        help_text=_("Zoals Z12-1."),
        error_messages={
            "required": _("Vul de code in."),
            "invalid": _("Dit is geen code. Schrijf hem als Z12-1."),
        },
    )
    van = keuze(
        _("Wie vulde het in?"),
        [
            (Terugkoppeling.Van.OUDER, Terugkoppeling.Van.OUDER.label),
            (Terugkoppeling.Van.KIND, Terugkoppeling.Van.KIND.label),
            (Terugkoppeling.Van.PROFESSIONAL, Terugkoppeling.Van.PROFESSIONAL.label),
        ],
        rondjes=True,
    )
    field_order = ("code", "van", *VRAGEN, "goed", "beter", "wil_terugkijken")

    def clean_code(self) -> str:
        """As it is kept."""
        return str(self.cleaned_data["code"]).upper()


class BijeenkomstForm(forms.Form):
    """A meeting that was held (R83, R84)."""

    soort = keuze(_("Wat voor bijeenkomst?"), Bijeenkomst.Soort.choices, rondjes=True)
    op = dag(_("Wanneer?"))
    aanwezig = meer(_("Wie waren er?"), [(soort, soort.label) for soort in AANWEZIG])
    besproken = _naamloos(_("Wat is besproken?"))

    def __init__(self, *args: Any, on: date, **kw: Any) -> None:
        super().__init__(*args, prefix="bijeenkomst", **kw)
        self.fields["op"].initial = on


class VerbeterpuntForm(forms.Form):
    """Something to do better, along the sections of the way of working (R261)."""

    onderdeel = keuze(_("Over welk onderdeel?"), ONDERDELEN)
    punt = _naamloos(_("Wat gaat u beter doen?"))
    wie = forms.CharField(label=_("Wie doet dit?"), max_length=120)
    uiterlijk = dag(_("Uiterlijk wanneer?"))

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, prefix="punt", **kw)


class AfwijkingForm(forms.Form):
    """Where this table works otherwise than described (R261)."""

    onderdeel = keuze(_("Over welk onderdeel?"), ONDERDELEN)
    wat = _naamloos(_("Hoe doet deze tafel het?"), verplicht=False)
    waarom = _naamloos(_("Waarom?"), verplicht=False)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, prefix="afwijking", **kw)
        self.fields["wat"].help_text = _("Leeg: weer zoals beschreven.")
