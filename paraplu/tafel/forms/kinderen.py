"""How each child is heard: from twelve years that is agreed beforehand (R57, R267, P27)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.models import Persoon

from ..models import Genodigde
from ..regels import is_heard
from .verzoek import Deel


class Kinderen(Deel):
    """Per child what it wants to say; from twelve years also how, with whom, and how it is prepared."""

    sleutel = "kinderen"
    naam = _("De kinderen zelf")
    uitleg = _(
        "Met een kind vanaf twaalf jaar spreekt u af hoe het wordt gehoord. De voorzitter bespreekt dat met u."
    )
    ruim = False

    def set_up(self) -> None:
        """The questions of each child, with its number in the key."""
        self.kinderen = list(self.casus.gezin.personen.filter(rol=Persoon.Rol.KIND))
        for kind in self.kinderen:
            naam, gehoord = {"naam": kind.voornamen}, is_heard(kind, op=self.on)
            self.fields[f"visie_{kind.pk}"] = tekst(
                _("Wat vindt of wil %(naam)s?") % naam,
                verplicht=gehoord,
                hulp="" if gehoord else _("Mag leeg blijven bij een kind onder de twaalf."),
            )
            if gehoord:
                self._add_heard(kind, naam)

    def _add_heard(self, kind: Persoon, naam: dict[str, str]) -> None:
        self.fields[f"wijze_{kind.pk}"] = keuze(
            _("Hoe wordt %(naam)s gehoord?") % naam, Genodigde.Wijze.choices, rondjes=True
        )
        self.fields[f"steun_{kind.pk}"] = forms.CharField(
            label=_("Wie neemt %(naam)s mee? (mag leeg blijven)") % naam,
            max_length=120,
            required=False,
        )
        self.fields[f"voorbereid_door_{kind.pk}"] = forms.CharField(
            label=_("Wie bereidt %(naam)s voor?") % naam, max_length=120, required=False
        )
        self.fields[f"voorbereid_op_{kind.pk}"] = dag(_("Op welke dag?"), verplicht=False)
        self.fields[f"contact_op_{kind.pk}"] = dag(
            _("Wanneer sprak de professional %(naam)s?") % naam, verplicht=False
        )

    def clean(self) -> dict[str, Any]:
        """A child that comes is prepared; what a professional tells rests on a contact (R267)."""
        velden = super().clean() or {}
        for kind in self.kinderen:
            wijze = velden.get(f"wijze_{kind.pk}")
            if wijze in (Genodigde.Wijze.AAN_TAFEL, Genodigde.Wijze.VOORAF):
                self.need(
                    velden, f"voorbereid_door_{kind.pk}", _("Schrijf op wie het kind voorbereidt.")
                )
            if wijze == Genodigde.Wijze.VIA_PROFESSIONAL:
                self.need(
                    velden,
                    f"contact_op_{kind.pk}",
                    _("Vul in wanneer de professional het kind sprak."),
                )
            self.refuse_future(velden, f"contact_op_{kind.pk}")
        return velden
