"""The report and the answer of a participant."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.herkennen import WOORD

from ..models import Deelnemer
from .stappen import ZONDER_NAMEN, _Stapvorm

#: Shorter words of a name, such as "van", are no name.
KORTSTE_NAAM = 4


class VerslagForm(_Stapvorm):
    """What was discussed and agreed, and what others can learn from it (R139)."""

    teksten = ("besproken", "afspraken", "lessen")

    besproken = tekst(_("Wat is er besproken?"), hulp=ZONDER_NAMEN, rijen=5)
    afspraken = tekst(_("Wat is er afgesproken?"), hulp=ZONDER_NAMEN, rijen=4)
    lessen = tekst(
        _("Wat kunnen anderen hiervan leren? (mag leeg blijven)"),
        verplicht=False,
        hulp=_(
            "Dit komt in de leerlijst voor alle partijen. Noem geen namen en geen organisaties."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """The lessons name nobody who took part and no organisation."""
        velden = super().clean()
        if self.holds_deelnemer(velden.get("lessen", "")):
            self.add_error(
                "lessen", _("Hier staat een naam van iemand of van een organisatie. Haal die weg.")
            )
        return velden

    def holds_deelnemer(self, lessen: str) -> bool:
        """Whether somebody's name, or that of an organisation as a whole, is in the lessons."""
        woorden = {woord.casefold() for woord in WOORD.findall(lessen)}
        namen = {
            woord.casefold()
            for een in self.escalatie.deelnemers.all()
            for woord in WOORD.findall(een.naam)
            if len(woord) >= KORTSTE_NAAM
        }
        organisaties = (self.eigen.naam.casefold(), self.ander.naam.casefold())
        return bool(woorden & namen) or any(een in lessen.casefold() for een in organisaties)


class IngelichtForm(_Stapvorm):
    """The family was told afterwards (R138)."""

    dagen = ("ingelicht_op",)
    ingelicht_op = dag(_("Wanneer heeft u het gezin achteraf verteld over de escalatie?"))


class OordeelForm(forms.Form):
    """Whether the report is right, with a comment that stays beside it."""

    deelnemer = forms.ModelChoiceField(
        label=_("Voor wie antwoordt u?"), queryset=Deelnemer.objects.none(), empty_label=None
    )
    akkoord = keuze(
        _("Klopt het verslag?"), (("ja", _("Ja, akkoord")), ("nee", _("Nee"))), rondjes=True
    )
    opmerking = tekst(
        _("Opmerking (mag leeg blijven als u akkoord bent)"), verplicht=False, hulp=ZONDER_NAMEN
    )

    def __init__(self, *args: Any, deelnemers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deelnemer"].queryset = deelnemers
        self.fields["deelnemer"].label_from_instance = lambda een: een.naam
        if len(deelnemers) == 1:
            self.fields["deelnemer"].initial = deelnemers[0]

    def clean(self) -> dict[str, Any]:
        """Who does not agree says why."""
        velden = super().clean() or {}
        if velden.get("akkoord") == "nee" and not velden.get("opmerking"):
            self.add_error("opmerking", _("Schrijf op wat er volgens u niet klopt."))
        velden["akkoord"] = velden.get("akkoord") == "ja"
        return velden
