"""The form of the talk in which a family is handed over (forms §8; R12, R48, R81, R274)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.models import CasusStap

from ..models import Aanwezig

#: How many agreements the form has room for.
AFSPRAKEN: Final = 8
TERUG: Final = timedelta(days=92)
VOORUIT: Final = timedelta(days=366)
#: The texts of the report, in its order: key and question.
TEKSTEN: Final = (
    ("veiligheid", _("Is het veilig voor het kind, en hoe weten jullie dat?")),
    ("zonder_plan", _("Waarom is er geen veiligheidsplan?")),
    ("open_afspraken", _("Welke afspraken lopen nog?")),
    ("hulp", _("Welke hulp gaat door, en wie geeft die?")),
    ("rol_ouders", _("Wat doen de ouders zelf, en wat willen zij?")),
    ("bijdragen", _("Wie helpt verder mee, en waarmee?")),
    ("kind_wil", _("Wat vindt het kind ervan?")),
    ("als_het_niet_gaat", _("Wat doen jullie als het toch niet veilig is?")),
)
VRIJ: Final = frozenset({"zonder_plan", "open_afspraken", "kind_wil"})


class GesprekForm(forms.Form):
    """What was agreed, who was there, who does what, and when the lokaal team asks how it goes."""

    gehouden_op = dag(_("Wanneer was het gesprek?"))
    aanwezigen = tekst(_("Wie waren erbij?"), hulp=_("Naam en rol, ook van het netwerk."), rijen=3)
    ouders = keuze(_("Waren de ouders erbij?"), Aanwezig.choices, rondjes=True)
    kind = keuze(_("Was het kind erbij?"), Aanwezig.choices, rondjes=True)
    waarom_niet = tekst(_("Als iemand van hen er niet bij was: waarom?"), verplicht=False, rijen=2)
    opvolgen_op = dag(
        _("Wanneer vraagt het lokale team hoe het gaat?"),
        hulp=_("Een dag na het einde van de maatregel. Spreek die samen af."),
    )

    def __init__(
        self, *args: Any, stap: CasusStap, on: date, heeft_plan: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.stap, self.on, self.heeft_plan = stap, on, heeft_plan
        for sleutel, vraag in TEKSTEN:
            if sleutel == "zonder_plan" and heeft_plan:
                continue
            vrij = sleutel in VRIJ - ({"zonder_plan"} if not heeft_plan else set())
            label = _("%(vraag)s (mag leeg blijven)") % {"vraag": vraag} if vrij else vraag
            self.fields[sleutel] = tekst(label, verplicht=not vrij)
        for nummer in range(1, AFSPRAKEN + 1):
            self.fields[f"wat_{nummer}"] = forms.CharField(
                label=_("Wat"), max_length=300, required=False
            )
            self.fields[f"wie_{nummer}"] = forms.CharField(
                label=_("Wie"), max_length=120, required=False
            )
            self.fields[f"vanaf_{nummer}"] = dag(_("Vanaf"), verplicht=False)
        self.order_fields(self._volgorde())

    @staticmethod
    def _volgorde() -> list[str]:
        return [
            "gehouden_op", "aanwezigen", "ouders", "kind", "waarom_niet",
            *(sleutel for sleutel, _vraag in TEKSTEN),
        ]  # fmt: skip

    @property
    def vragen(self) -> Iterator[forms.BoundField]:
        """The fields above the agreements."""
        return (self[naam] for naam in self._volgorde() if naam in self.fields)

    @property
    def afspraken(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """Number and fields of every line of agreements."""
        for nummer in range(1, AFSPRAKEN + 1):
            yield nummer, [self[f"{deel}_{nummer}"] for deel in ("wat", "wie", "vanaf")]

    @property
    def slot(self) -> forms.BoundField:
        """The last question."""
        return self["opvolgen_op"]

    def clean_gehouden_op(self) -> date:
        """A talk that has been, not long ago."""
        op: date = self.cleaned_data["gehouden_op"]
        if op > self.on:
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        if op < self.on - TERUG:
            raise forms.ValidationError(_("Dit gesprek is te lang geleden. Spreek elkaar opnieuw."))
        return op

    def clean_opvolgen_op(self) -> date:
        """A day to come, not so far that the family is out of sight."""
        op: date = self.cleaned_data["opvolgen_op"]
        if op <= self.on:
            raise forms.ValidationError(_("Kies een dag na vandaag."))
        if op > self.on + VOORUIT:
            raise forms.ValidationError(_("Kies een dag binnen een jaar."))
        return op

    def clean(self) -> dict[str, Any]:
        """Each agreement has somebody who does it; who was absent, has a reason."""
        velden = super().clean() or {}
        afwezig = Aanwezig.NIET in {velden.get("ouders"), velden.get("kind")}
        if afwezig and not velden.get("waarom_niet"):
            self.add_error("waarom_niet", _("Schrijf op waarom iemand er niet bij was."))
        for nummer in range(1, AFSPRAKEN + 1):
            wat, wie = velden.get(f"wat_{nummer}"), velden.get(f"wie_{nummer}")
            if wat and not wie:
                self.add_error(f"wie_{nummer}", _("Schrijf op wie dit doet."))
            elif wie and not wat:
                self.add_error(f"wat_{nummer}", _("Schrijf op wat deze persoon doet."))
        if not any(velden.get(f"wat_{nummer}") for nummer in range(1, AFSPRAKEN + 1)):
            self.add_error("wat_1", _("Schrijf minstens één afspraak op: wie doet wat?"))
        return velden

    def inhoud(self) -> dict[str, Any]:
        """What goes into the report, besides the days and who was there."""
        velden = self.cleaned_data
        return {
            **{sleutel: velden.get(sleutel, "") for sleutel, _vraag in TEKSTEN},
            "waarom_niet": velden["waarom_niet"],
            "afspraken": [
                {
                    "wat": velden[f"wat_{nummer}"],
                    "wie": velden[f"wie_{nummer}"],
                    "vanaf": velden[f"vanaf_{nummer}"].isoformat()
                    if velden[f"vanaf_{nummer}"]
                    else "",
                }
                for nummer in range(1, AFSPRAKEN + 1)
                if velden[f"wat_{nummer}"]
            ],
        }
