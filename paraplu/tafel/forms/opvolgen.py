"""What follows on a talk as forms: agreements, evaluations, the request to the RvdK and its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..models import Afspraak, Evaluatie, Wijze

JA_NEE = (("ja", _("Ja")), ("nee", _("Nee")))


class AfspraakForm(forms.Form):
    """Done, or not and why."""

    stand = keuze(
        _("Is dit gedaan?"),
        [
            (Afspraak.Stand.GEDAAN, _("Ja, dit is gedaan")),
            (Afspraak.Stand.NIET_GEDAAN, _("Nee, dit is niet gedaan")),
        ],
        rondjes=True,
    )
    reden = tekst(_("Toelichting"), verplicht=False, hulp=_("Bij nee: waarom niet?"), rijen=2)

    def clean(self) -> dict[str, Any]:
        """What was not done has a reason."""
        velden = super().clean() or {}
        if velden.get("stand") == Afspraak.Stand.NIET_GEDAAN and not velden.get("reden"):
            self.add_error("reden", _("Schrijf op waarom het niet is gedaan."))
        return velden


class EvaluatieForm(forms.Form):
    """Progress, breakthrough, and how it goes on (R60, R265)."""

    op = dag(_("Op welke dag keek u terug?"))
    voortgang = tekst(_("Wat is er veranderd sinds het gesprek?"))
    doorbraak = keuze(
        _("Kwam de samenwerking met de ouders los?"),
        JA_NEE,
        rondjes=True,
    )
    vervolg = keuze(_("Hoe gaat het verder?"), Evaluatie.Vervolg.choices, rondjes=True)
    toelichting = tekst(_("Waarom gaat het zo verder?"), rijen=2)
    volgende_wijze = keuze(
        _("Hoe kijkt u de volgende keer terug?"), Wijze.choices, rondjes=True, required=False
    )
    volgende_op = dag(_("Op welke dag?"), verplicht=False)

    def __init__(self, *args: Any, on: date, **kw: Any) -> None:
        super().__init__(*args, prefix="evaluatie", **kw)
        self.on = on
        self.fields["op"].initial = on

    def clean(self) -> dict[str, Any]:
        """The day was; another moment has a day that is to come and a way."""
        velden = super().clean() or {}
        if velden.get("op") and velden["op"] > self.on:
            self.add_error("op", _("Deze dag is nog niet geweest."))
        nog_een = velden.get("vervolg") == Evaluatie.Vervolg.NIEUW_MOMENT
        if nog_een and not velden.get("volgende_wijze"):
            self.add_error("volgende_wijze", _("Kies hoe u terugkijkt."))
        if nog_een and not velden.get("volgende_op"):
            self.add_error("volgende_op", _("Vul in wanneer u terugkijkt."))
        elif nog_een and velden["volgende_op"] <= self.on:
            self.add_error("volgende_op", _("Kies een dag die nog komt."))
        return velden


class VtoForm(forms.Form):
    """The request to the RvdK: grounds and the proposed GI; the rest comes from what is fixed (R263)."""

    gronden = tekst(
        _("Waarom is een onderzoek nodig?"),
        hulp=_("Waardoor loopt de ontwikkeling van de kinderen gevaar, en waarom helpt het niet?"),
    )
    acuut = keuze(_("Is er op dit moment acuut gevaar voor de kinderen?"), JA_NEE, rondjes=True)
    besproken_op = dag(_("Wanneer is dit met de ouders besproken?"))
    gi = forms.ModelChoiceField(
        label=_("Welke GI past als er een maatregel komt? (mag leeg blijven)"),
        queryset=Organisatie.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, on: date, **kw: Any) -> None:
        super().__init__(*args, prefix="vto", **kw)
        self.on = on
        self.fields["gi"].queryset = Organisatie.objects.filter(in_force(on), soort=Soort.GI)

    def clean_besproken_op(self) -> date:
        """Not in the future."""
        op: date = self.cleaned_data["besproken_op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return op


class RaadForm(forms.Form):
    """The answer of the RvdK, and when the court was informed (P28, R263)."""

    onderzoek = keuze(_("Begint de Raad een onderzoek?"), JA_NEE, rondjes=True)
    besloten_op = dag(_("Wanneer besloot de Raad dit?"))
    rechtbank_op = dag(
        _("Wanneer is de rechtbank ingelicht?"),
        verplicht=False,
        hulp=_("Leeg als dat nog niet is."),
    )
    toelichting = tekst(
        _("Toelichting"), verplicht=False, hulp=_("Zonder onderzoek: waarom niet?"), rijen=2
    )

    def __init__(self, *args: Any, on: date, **kw: Any) -> None:
        super().__init__(*args, prefix="raad", **kw)
        self.on = on

    def clean(self) -> dict[str, Any]:
        """Days that were; no investigation has a reason."""
        velden = super().clean() or {}
        for naam in ("besloten_op", "rechtbank_op"):
            if velden.get(naam) and velden[naam] > self.on:
                self.add_error(naam, _("Deze dag is nog niet geweest."))
        if velden.get("onderzoek") == "nee" and not velden.get("toelichting"):
            self.add_error("toelichting", _("Schrijf op waarom er geen onderzoek komt."))
        return velden


class RechtbankForm(forms.Form):
    """When the court was informed, when that came later."""

    rechtbank_op = dag(_("Wanneer is de rechtbank ingelicht?"))

    def __init__(self, *args: Any, on: date, **kw: Any) -> None:
        super().__init__(*args, prefix="rechtbank", **kw)
        self.on = on

    def clean_rechtbank_op(self) -> date:
        """Not in the future."""
        op: date = self.cleaned_data["rechtbank_op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return op
