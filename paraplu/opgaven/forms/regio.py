"""How an item of a checklist stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t

from paraplu.toekomsttuin.forms.velden import Regelvorm, make_veld

from ..models import Lijstantwoord


class PuntVorm(Regelvorm):
    """Yes with the day since when, or not yet; always with evidence."""

    geweest = ("sinds",)

    class Meta:
        model = Lijstantwoord
        fields = ("stand", "sinds", "bewijs")
        formfield_callback = make_veld
        widgets = {"stand": forms.RadioSelect}

    def clean(self) -> dict[str, Any]:
        """A yes has a day, another answer has none."""
        velden = super().clean()
        if velden.get("stand") != Lijstantwoord.Stand.JA:
            velden["sinds"] = None
        elif not velden.get("sinds") and "sinds" not in self.errors:
            self.add_error("sinds", _t("Vul in sinds welke dag het is geregeld."))
        return velden
