"""Step 6: what team leader and regional contact person found and decided (R116, R117)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import dagveld, keuzeveld

from ..models import Opschaling
from .reactie import tekstveld


class OpschalingForm(forms.Form):
    """The talk, the reason, and the next step that helps."""

    rcp_gebeld_op = dagveld(_("Wanneer belde u de regionale contactpersoon?"))
    gesproken_op = dagveld(_("Wanneer heeft u elkaar gesproken?"))
    reden = keuzeveld(_("Waardoor kwam er geen hulp?"), Opschaling.Reden.choices)
    toelichting = tekstveld(_("Toelichting"), verplicht=False)
    besluit = tekstveld(_("Wat heeft u besloten?"))

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def clean(self) -> dict[str, Any]:
        """Days of the past, in order; another reason is explained."""
        velden = super().clean() or {}
        gebeld, gesproken = velden.get("rcp_gebeld_op"), velden.get("gesproken_op")
        for naam, dag in (("rcp_gebeld_op", gebeld), ("gesproken_op", gesproken)):
            if dag and dag > self.op:
                self.add_error(naam, _("Deze dag moet nog komen."))
        if gebeld and gesproken and gesproken < gebeld:
            self.add_error("gesproken_op", _("Dit is voor de dag waarop u belde."))
        if velden.get("reden") == Opschaling.Reden.ANDERS and not velden.get("toelichting"):
            self.add_error("toelichting", _("Schrijf op wat er aan de hand was."))
        return velden


class BestuurlijkForm(forms.Form):
    """The highly exceptional way out: why, and that it is meant."""

    waarom = tekstveld(_("Waarom helpt geen enkele andere stap meer?"))
    zeker = forms.BooleanField(
        label=_("Ik besluit om deze zaak bestuurlijk te escaleren"),
        error_messages={"required": _("Bevestig dat u dit besluit neemt.")},
    )
