"""The forms of this room."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from .models import Nakoming, Uitzondering


class NakomingForm(forms.ModelForm):
    """How it stands with one duty of the own organisation."""

    class Meta:
        model = Nakoming
        fields = ("stand", "eigenaar", "toelichting")


class UitzonderingForm(forms.ModelForm):
    """One exceptional case, by the pseudonym of the monitor."""

    class Meta:
        model = Uitzondering
        fields = ("kind", "begindatum", "reden")
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "begindatum": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }
