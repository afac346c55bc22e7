"""A look back on the help at an agreed moment (R276)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import dagveld

from ..models import Evaluatiemoment
from .netwerk import rondjes
from .reactie import tekstveld


class EvaluatieForm(forms.Form):
    """What came out of the evaluation, and when the next one is."""

    uitkomst = rondjes(_("Hoe gaat het verder?"), Evaluatiemoment.Uitkomst.choices)
    verslag = tekstveld(_("Wat heeft u besproken?"))
    volgende = dagveld(
        _("Wanneer evalueert u weer?"),
        verplicht=False,
        help_text=_("Leeg als het moment al in de lijst staat of als de hulp stopt."),
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def clean(self) -> dict[str, Any]:
        """The next moment lies ahead, and help that stops has none."""
        velden = super().clean() or {}
        volgende = velden.get("volgende")
        if volgende and volgende <= self.op:
            self.add_error("volgende", _("Kies een dag na vandaag."))
        if volgende and velden.get("uitkomst") == Evaluatiemoment.Uitkomst.STOPPEN:
            self.add_error("volgende", _("De hulp stopt, dus er is geen volgend moment."))
        return velden
