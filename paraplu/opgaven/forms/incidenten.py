"""Incidents, their steps, search actions, vacancies, and the questions of the woonplaats helper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import dagveld, gemeente_keuzes, keuzeveld
from paraplu.toekomsttuin.forms.velden import JA_NEE, Regelvorm, make_veld, make_vorm

from ..models import Incident, Incidentstap, Vacature, Zoekactie
from ..woonplaats import SINDS
from .gemeente import Gemeenteveld, list_namen

UREN = _("Vul een aantal uren in, zoals 2 of 2,5.")


class IncidentVorm(Regelvorm):
    """A problem with one gemeente, and the move where there was one."""

    geweest = ("gemeld_op", "verhuisd_op")
    gemeenten = list_namen()

    class Meta:
        model = Incident
        fields = (
            "gemeente", "kenmerk", "soort", "gemeld_op", "andere_gemeente", "verhuisd_op",
            "oude_gemeente", "nieuwe_gemeente",
        )  # fmt: skip
        formfield_callback = make_veld

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = keuzeveld(self.fields["gemeente"].label, gemeente_keuzes())
        for naam in ("andere_gemeente", "oude_gemeente", "nieuwe_gemeente"):
            self.fields[naam] = Gemeenteveld(label=self.fields[naam].label)

    def clean(self) -> dict[str, Any]:
        """A move has a day and two gemeenten, or nothing of it is filled in."""
        velden = super().clean()
        verhuizing = [
            bool(velden.get(n)) for n in ("verhuisd_op", "oude_gemeente", "nieuwe_gemeente")
        ]
        if any(verhuizing) and not all(verhuizing):
            self.add_error(
                "verhuisd_op",
                _t("Vul van een verhuizing de dag, de oude en de nieuwe gemeente in, of niets."),
            )
        return velden


class StapVorm(Regelvorm):
    """What was done since; solved on a day after it was reported."""

    geweest = ("opgelost_op",)

    class Meta:
        model = Incidentstap
        fields = ("opgelost_op", "uren", "afspraak_nageleefd", "tekst")
        formfield_callback = make_veld

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.incident = incident
        # With a comma or a point, as people write it here.
        self.fields["uren"] = forms.DecimalField(
            label=self.fields["uren"].label,
            min_value=0,
            max_digits=5,
            decimal_places=1,
            localize=True,
            initial=0,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={"required": UREN, "invalid": UREN, "min_value": UREN},
        )

    def clean_opgelost_op(self) -> date | None:
        """Not before the problem was reported."""
        dag = self.cleaned_data["opgelost_op"]
        if dag and dag < self.incident.gemeld_op:
            raise ValidationError(_t("Deze dag ligt voor de dag van de melding."))
        return dag


ZoekactieVorm = make_vorm(Zoekactie, "kenmerk", "wie", "gevraagd_op", geweest=("gevraagd_op",))


class VacatureVorm(Regelvorm):
    """Something to work at or look into; the address of a page is not a column's own field here."""

    vindplaats = forms.URLField(
        label=_("Waar staat meer? (mag leeg blijven)"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Schrijf een adres als https://voorbeeld.nl/vacature.")},
    )

    class Meta:
        model = Vacature
        fields = ("soort", "titel", "tekst", "vanaf", "tot")
        formfield_callback = make_veld


class UitkomstVorm(forms.Form):
    """What somebody answered."""

    uitkomst = forms.ChoiceField(
        label=_("Wat is het antwoord?"),
        choices=Zoekactie.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Maak een keuze.")},
    )


class WoonplaatsVorm(forms.Form):
    """What is known of a child; no name, no number, and nothing of it is kept."""

    op = dagveld(_("Op welke dag is om hulp gevraagd?"))
    verblijf = forms.TypedChoiceField(
        label=_("Woont het kind voor de hulp ergens anders, dag en nacht?"),
        choices=JA_NEE,
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    in_buitenland = forms.TypedChoiceField(
        label=_("Woont het kind in het buitenland?"),
        choices=JA_NEE,
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    adres_nu = Gemeenteveld(label=_("Gemeente van het kind in de BRP"), mag_geen=True)
    adres_voor_verblijf = Gemeenteveld(
        label=_("Gemeente in de BRP direct voor het verblijf"),
        help_text=_("Volgden verblijven elkaar op? Neem de gemeente voor het eerste."),
        mag_geen=True,
    )
    adres_moeder = Gemeenteveld(label=_("Waar woonde de moeder bij de geboorte?"), mag_geen=True)
    verblijft_nu = Gemeenteveld(label=_("Waar is het kind nu echt?"), mag_geen=True)
    gemeenten = list_namen()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        begin = {"op": on, "in_buitenland": "nee"}
        super().__init__(*args, initial=begin, **kwargs)

    def clean_op(self) -> date:
        """The rule of now is of 2022."""
        dag = self.cleaned_data["op"]
        if dag < SINDS:
            raise ValidationError(
                _t("Voor 1 januari 2022 gold een andere regel. Kies een latere dag.")
            )
        return dag
