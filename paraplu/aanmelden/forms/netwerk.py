"""Step 5 and 5A: where the question goes, the question itself, and what a member answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import CasusStap
from paraplu.netwerk.forms.velden import dagveld
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..models import Netwerkantwoord, Netwerkvraag
from .reactie import tekstveld

JA_NEE = (("ja", _("Ja")), ("nee", _("Nee")))


def rondjes(label: object, keuzes: Any, *, help_text: object = "") -> forms.ChoiceField:
    """One of a few, all in sight; nothing is chosen beforehand."""
    return forms.ChoiceField(
        label=label,
        choices=keuzes,
        widget=forms.RadioSelect,
        help_text=help_text,
        error_messages={"required": _("Maak een keuze.")},
    )


class VervolgForm(forms.Form):
    """Network or expert team (R111)."""

    vervolg = rondjes(
        _("Wie gaat verder zoeken?"),
        (
            ("netwerk", _("Een netwerk van aanbieders (5A)")),
            ("expertteam", _("Het regionale expertteam (5B)")),
        ),
    )
    toelichting = tekstveld(_("Wat vertelt u het lokale team hierover?"))


class NetwerkvraagForm(forms.Form):
    """To which networks, and whether part 2 of the form may go along."""

    netwerken = forms.ModelMultipleChoiceField(
        label=_("Aan welk netwerk stelt u de vraag?"),
        queryset=Organisatie.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een netwerk.")},
    )
    grond = tekstveld(
        _("Waarom moet deel 2 met de persoonsgegevens mee?"),
        verplicht=False,
        help_text=_("Leeg: het netwerk ziet alleen deel 1, zonder namen."),
        rijen=2,
    )

    def __init__(self, *args: Any, stap: CasusStap, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["netwerken"].queryset = (
            Organisatie.objects.filter(in_force(op), soort=Soort.NETWERK)
            .filter(regio__in=("", stap.casus.regio))
            .exclude(pk__in=open_vragen(stap).values("netwerk"))
        )


def open_vragen(stap: CasusStap) -> Any:
    """The questions of this step that have not ended."""
    return Netwerkvraag.objects.filter(stap=stap, afgesloten_op=None)


class NiemandForm(forms.Form):
    """A network says that nobody can."""

    vraag = forms.ModelChoiceField(
        label=_("Welk netwerk kan niemand vinden?"),
        queryset=Netwerkvraag.objects.none(),
        empty_label=None,
        error_messages={"required": _("Kies een netwerk.")},
    )
    reden = tekstveld(_("Waarom lukt het niet?"), rijen=2)

    def __init__(self, *args: Any, stap: CasusStap, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vraag"].queryset = open_vragen(stap).select_related("netwerk")
        self.fields["vraag"].label_from_instance = lambda rij: rij.netwerk.naam


class KiesForm(forms.Form):
    """Which member gives the help, and who forwards the papers (R112, P35)."""

    antwoord = forms.ModelChoiceField(
        label=_("Welke aanbieder gaat deze hulp geven?"),
        queryset=Netwerkantwoord.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Kies een aanbieder die ja heeft gezegd."),
            "invalid_choice": _("Deze aanbieder heeft geen ja gezegd. Kies een andere."),
        },
    )
    rol = forms.ChoiceField(
        label=_("Wie stuurt de stukken door?"),
        choices=(
            ("jeugdbeschermer", _("De jeugdbeschermer")),
            ("zorgaanbieder", _("De eerste aanbieder, dat is zo afgesproken")),
        ),
    )
    afspraak = tekstveld(_("Met wie is dat afgesproken?"), verplicht=False, rijen=2)

    def __init__(self, *args: Any, stap: CasusStap, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["antwoord"]
        veld.queryset = Netwerkantwoord.objects.filter(
            vraag__in=open_vragen(stap), kan=True
        ).select_related("aanbieder")
        veld.label_from_instance = lambda rij: rij.aanbieder.naam
        self.fields["rol"].initial = (
            "zorgaanbieder" if stap.casus.route_sleutel == "aanmeldroute-315" else "jeugdbeschermer"
        )


class LidAntwoordForm(forms.Form):
    """What one member of a network answers."""

    kan = rondjes(_("Kunt u deze hulp geven?"), JA_NEE)
    toelichting = tekstveld(
        _("Waarom wel of niet?"), help_text=_("Schrijf geen namen op."), rijen=3
    )
    beschikbaar_vanaf = dagveld(_("Vanaf welke dag kan het?"), verplicht=False)

    def clean(self) -> dict[str, Any]:
        """A yes says from when."""
        velden = super().clean() or {}
        if velden.get("kan") == "ja" and not velden.get("beschikbaar_vanaf"):
            self.add_error("beschikbaar_vanaf", _("Vul in vanaf welke dag het kan."))
        return velden


class LidForm(forms.Form):
    """A provider becomes part of a network, or leaves it."""

    aanbieder = forms.ModelChoiceField(
        label=_("Aanbieder"),
        queryset=Organisatie.objects.none(),
        error_messages={"required": _("Kies een aanbieder.")},
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = Organisatie.objects.filter(
            in_force(op), soort=Soort.AANBIEDER
        )
