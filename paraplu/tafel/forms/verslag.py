"""Sending the report, and reacting to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import keuze, tekst
from paraplu.casussen.models import Casus, Persoon

from ..actions.verslagen import AFSPRAKEN, list_ontvangers
from ..models import Besluit, Genodigde, Verzending

NAMEN = dict(Verzending.Weg.choices)


class VerslagForm(forms.Form):
    """How the report goes to each of them, and what a child reads."""

    def __init__(self, *args: Any, besluit: Besluit, **kw: Any) -> None:
        super().__init__(*args, prefix="verslag", **kw)
        self.ontvangers = list_ontvangers(besluit)
        for een in self.ontvangers:
            hulp = _("Alleen de afspraken.") if een.wat == AFSPRAKEN else ""
            if een.genodigde.rol == Genodigde.Rol.KIND:
                hulp = _("De bladzijde voor het kind.")
            self.fields[f"weg_{een.sleutel}"] = keuze(
                f"{een.genodigde.wie} ({een.genodigde.get_rol_display()})",
                [(weg, NAMEN[weg]) for weg in een.wegen],
                rondjes=True,
                help_text=hulp,
                initial=een.wegen[0],
            )
        kinderen = any(een.genodigde.rol == Genodigde.Rol.KIND for een in self.ontvangers)
        if kinderen:
            self.fields["voor_kind"] = tekst(
                _("Wat leest het kind?"),
                hulp=_(
                    "In woorden die een kind begrijpt: wat is er besloten en wat gebeurt er nu?"
                ),
            )

    @property
    def wegen(self) -> dict[str, str]:
        """How it goes, per receiver."""
        return {een.sleutel: self.cleaned_data[f"weg_{een.sleutel}"] for een in self.ontvangers}


class ReactieForm(forms.Form):
    """Somebody says that the report is not right (R76); the chair may type over what came on paper."""

    van = keuze(_("Van wie is deze reactie?"), (), help_text=_("Neem de woorden precies over."))
    woorden = tekst(_("Uw reactie op het verslag"), hulp=_("Het verslag zelf verandert niet."))

    def __init__(self, *args: Any, casus: Casus, voor_gezin: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.personen: dict[str, Persoon] = {}
        if not voor_gezin:
            del self.fields["van"]
            return
        self.personen = {str(p.pk): p for p in casus.gezin.personen.exclude(rol="netwerk")}
        self.fields["van"].choices = [
            ("ik", _("Van mijzelf")),
            *((sleutel, persoon.naam) for sleutel, persoon in self.personen.items()),
        ]

    @property
    def persoon(self) -> Persoon | None:
        """Of whom it is; None for who is logged in."""
        return self.personen.get(self.cleaned_data.get("van", ""))
