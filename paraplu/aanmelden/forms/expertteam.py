"""Step 5B: the day of the discussion, its report, what providers offer, and the BOEG (R113 to R115)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import dagveld, keuzeveld
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..models import Bespreking
from .netwerk import JA_NEE, rondjes
from .reactie import tekstveld


def aanbieders(*, op: date) -> Any:
    """The providers of today."""
    return Organisatie.objects.filter(in_force(op), soort=Soort.AANBIEDER)


class PlanForm(forms.Form):
    """When the expert team discusses the case, and whether it needs part 2 of the form."""

    soort = rondjes(_("Wat plant u?"), Bespreking.Soort.choices)
    gepland_op = dagveld(_("Op welke dag?"))
    grond = tekstveld(
        _("Waarom heeft het expertteam deel 2 met de persoonsgegevens nodig?"),
        verplicht=False,
        help_text=_("Leeg: het expertteam ziet alleen deel 1, zonder namen."),
        rijen=2,
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def clean_gepland_op(self) -> date:
        """A plan lies ahead."""
        dag: date = self.cleaned_data["gepland_op"]
        if dag < self.op:
            raise forms.ValidationError(_("Deze dag is al geweest. Kies vandaag of later."))
        return dag


class VerslagForm(forms.Form):
    """Who was there, what stood in the way, and what came out (R114, R146, R280)."""

    deelnemers = tekstveld(
        _("Wie zaten aan tafel?"),
        help_text=_("Noem functie en organisatie: jeugdbeschermer, aanbieders, gemeente."),
        rijen=2,
    )
    knelpunt = keuzeveld(_("Wat was het grootste knelpunt?"), Bespreking.Knelpunt.choices)
    verslag = tekstveld(_("Verslag"), help_text=_("Schrijf geen namen van het gezin op."), rijen=5)
    doorbraak_aanbieder = forms.ModelChoiceField(
        label=_("Welke aanbieder helpt de jeugdbeschermer bij een doorbraak?"),
        required=False,
        queryset=Organisatie.objects.none(),
        empty_label=_("Geen: een doorbraak is niet nodig"),
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["doorbraak_aanbieder"].queryset = aanbieders(op=op)


class TafelForm(forms.Form):
    """Whether one provider at the table can make an offer (R281)."""

    aanbieder = forms.ModelChoiceField(
        label=_("Aanbieder aan tafel"),
        queryset=Organisatie.objects.none(),
        error_messages={"required": _("Kies een aanbieder.")},
    )
    kan = rondjes(_("Kan deze aanbieder een aanbod doen?"), JA_NEE)
    reden = tekstveld(_("Waarom wel of niet, gezien vraag en perspectief?"), rijen=2)

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = aanbieders(op=op)


class LevererForm(forms.Form):
    """Who will give the help that was found."""

    aanbieder = forms.ModelChoiceField(
        label=_("Welke aanbieder gaat deze hulp geven?"),
        queryset=Organisatie.objects.none(),
        error_messages={"required": _("Kies een aanbieder.")},
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = aanbieders(op=op)


class BoegVraagForm(forms.Form):
    """What the expert team asks the BOEG (R115)."""

    vraag = tekstveld(
        _("Wat vraagt u het BOEG: kennis of procesregie?"), help_text=_("Schrijf geen namen op.")
    )


class BoegAntwoordForm(forms.Form):
    """What the BOEG answered."""

    antwoord = tekstveld(_("Wat antwoordde het BOEG?"))
