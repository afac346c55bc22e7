"""Forms with which a measure ends: per measure after the hand-over, or by an exception."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.einde import OVERDRACHT, UITZONDERING, VOOGDEN, redenen_voor
from paraplu.casussen.actions.einde import Reden
from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.models import Einde, Maatregel
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..actions.beeindigen import Besluit

#: How far ahead the judge may have set the last day.
VOORUIT: Final = timedelta(days=366)


def list_redenen(soort: str, *, op: date, grond: str) -> list[tuple[str, str]]:
    """The reasons as choices; of a guardian one per kind."""
    return [
        (
            f"{r.sleutel}:{r.voogd}",
            f"{_t(r.naam)}: {VOOGDEN[r.voogd].lower()}" if r.voogd else _t(r.naam),
        )
        for r in redenen_voor(soort, op=op, grond=grond)
    ]


def _check_dag(op: date, maatregel: Maatregel, on: date) -> date:
    if op < maatregel.vanaf:
        raise forms.ValidationError(_("De maatregel kan niet eindigen voor hij begon."))
    if op > on + VOORUIT:
        raise forms.ValidationError(_("Deze dag is meer dan een jaar vooruit."))
    return op


class EindeForm(forms.Form):
    """When and why one measure ends, with a prefix of its own."""

    op = dag(_("Wat is de laatste dag van de maatregel?"))
    reden = keuze(_("Waarom eindigt de maatregel?"), (), rondjes=True)
    toelichting = tekst(_("Toelichting (mag leeg blijven)"), verplicht=False, rijen=2)

    def __init__(self, *args: Any, einde: Einde, on: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"m{einde.maatregel_id}", **kwargs)
        self.einde, self.on = einde, on
        soort = einde.maatregel.soort
        self.fields["reden"].choices = list_redenen(soort, op=on, grond=OVERDRACHT)
        self.fields["op"].initial = einde.verwacht_op

    def clean_op(self) -> date:
        """Within the measure, and not years ahead."""
        return _check_dag(self.cleaned_data["op"], self.einde.maatregel, self.on)

    def besluit(self, *, ondanks: str) -> Besluit:
        """What was filled in, as the action takes it."""
        sleutel, _teken, voogd = self.cleaned_data["reden"].partition(":")
        return Besluit(
            einde=self.einde,
            op=self.cleaned_data["op"],
            reden=Reden(
                sleutel=sleutel,
                voogd=voogd,
                toelichting=self.cleaned_data["toelichting"],
                ondanks=ondanks,
            ),
        )


class OndanksForm(forms.Form):
    """Why the measure ends although something that is looked at first is not in order (R81)."""

    ondanks = tekst(_("Waarom eindigt de maatregel toch?"), verplicht=False, rijen=2)


def make_einde_forms(eindes: Iterable[Einde], *, on: date, data: Any = None) -> list[EindeForm]:
    """A form per measure that has not ended yet."""
    return [EindeForm(data, einde=einde, on=on) for einde in eindes if not einde.is_beeindigd]


class UitzonderingForm(forms.Form):
    """A measure that ends and that no lokaal team takes over."""

    op = dag(_("Wat is de laatste dag van de maatregel?"))
    reden = keuze(_("Waarom is er geen overdracht?"), (), rondjes=True)
    naar = forms.ModelChoiceField(
        label=_("Welke GI gaat verder? (alleen bij een andere GI)"),
        queryset=Organisatie.objects.none(),
        required=False,
        empty_label=_("Geen andere GI"),
    )
    opvolger = forms.ModelChoiceField(
        label=_("Welke maatregel volgt? (alleen bij een andere maatregel)"),
        queryset=Maatregel.objects.none(),
        required=False,
        empty_label=_("Geen andere maatregel"),
    )
    toelichting = tekst(_("Toelichting"), rijen=3)

    def __init__(self, *args: Any, maatregel: Maatregel, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.maatregel, self.on = maatregel, on
        self.fields["reden"].choices = list_redenen(maatregel.soort, op=on, grond=UITZONDERING)
        self.fields["naar"].queryset = Organisatie.objects.filter(
            in_force(on), soort=Soort.GI
        ).exclude(pk=maatregel.gi_id)
        volgt = self.fields["opvolger"]
        volgt.queryset = maatregel.persoon.maatregelen.filter(tot=None).exclude(pk=maatregel.pk)
        volgt.label_from_instance = lambda rij: rij.get_soort_display()

    def clean_op(self) -> date:
        """Within the measure, and not years ahead."""
        return _check_dag(self.cleaned_data["op"], self.maatregel, self.on)

    def make_reden(self) -> Reden:
        """What was filled in, as the action takes it."""
        velden = self.cleaned_data
        sleutel = velden["reden"].partition(":")[0]
        return Reden(
            sleutel=sleutel,
            toelichting=velden["toelichting"],
            naar=velden["naar"] if sleutel == "andere_gi" else None,
            opvolger=velden["opvolger"] if sleutel == "andere_maatregel" else None,
        )
