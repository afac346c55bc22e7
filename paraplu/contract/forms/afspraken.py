"""One line for the agreement, a region or a register; and a sheet of tariffs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.aanbod.blad import HOOGSTENS_BYTES
from paraplu.netwerk.forms.velden import dagveld, keuzeveld, regio_keuzes
from paraplu.web.stukbestand import check_bestand

from .. import queries
from ..models import (
    Bijlage,
    Inkoopwijze,
    Overeenkomst,
    Punt,
    Puntstand,
    Werknorm,
    Werkzaamheid,
    Wie,
)
from .velden import Vorm, getalveld, tekstveld

JA_NEE: Final = (("ja", _("Ja")), ("nee", _("Nee")))


class VerlengVorm(Vorm):
    """A later last day (R154)."""

    geweest = ("besloten_op",)

    tot = dagveld(_("Tot en met welke dag?"))
    besloten_op = dagveld(_("Op welke dag is dit besloten?"))
    toelichting = tekstveld(_("Wie besloot dit, en waar staat het?"))


class GiVorm(Vorm):
    """A GI that wants to join (R156)."""

    gi = keuzeveld(_("Welke GI?"), ())
    vanaf = dagveld(
        _("Vanaf welke dag?"),
        help_text=_("Kies 1 januari, 1 april, 1 juli of 1 oktober."),
    )

    def __init__(self, *args: Any, on: date, overeenkomst: Overeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.gis = {gi.sleutel: gi.naam for gi in queries.gis_on(on)}
        self.fields["gi"].choices = [("", _("Kies")), *self.gis.items()]


class BijlageVorm(Vorm):
    """A place in the register of annexes (R159)."""

    nummer = tekstveld(_("Nummer (leeg: alleen een naam)"), lengte=6, verplicht=False)
    naam = tekstveld(_("Naam van de bijlage"), lengte=120)


class VersieVorm(Vorm):
    """A newer version of an annex."""

    bijlage = forms.ModelChoiceField(
        label=_("Welke bijlage?"),
        queryset=Bijlage.objects.none(),
        empty_label=_("Kies"),
        error_messages={"required": _("Maak een keuze.")},
    )
    versie = tekstveld(_("Versie"), lengte=20)
    vanaf = dagveld(_("Geldt vanaf welke dag?"))
    bestand = forms.FileField(
        label=_("Bestand (mag leeg blijven)"),
        required=False,
        help_text=_("PDF, Word of Excel, hoogstens 20 MB. Wie contracten leest, kan het ophalen."),
    )
    vindplaats = tekstveld(
        _("Waar ligt dit stuk?"),
        verplicht=False,
        hulp=_("Een zaaknummer, map of adres. Mag leeg blijven als u een bestand kiest."),
    )

    def __init__(self, *args: Any, on: date, overeenkomst: Overeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.fields["bijlage"].queryset = overeenkomst.bijlagen.all()

    def clean_bestand(self) -> Any:
        """The kind by its name and by what it holds."""
        bestand = self.cleaned_data["bestand"]
        return check_bestand(bestand, uitgangen=("pdf", "docx", "xlsx")) if bestand else None

    def clean(self) -> dict[str, Any]:
        """A version is a file here, or lies somewhere else."""
        velden = super().clean()
        if not velden.get("bestand") and not velden.get("vindplaats") and not self.errors:
            self.add_error("vindplaats", _t("Kies een bestand, of vul in waar het stuk ligt."))
        elif velden.get("bestand") and not velden.get("vindplaats"):
            velden["vindplaats"] = _t("In Paraplu")
        return velden


class IndexVorm(Vorm):
    """Indexation of a year (R158)."""

    jaar = forms.IntegerField(label=_("Welk jaar?"), min_value=2022, max_value=2100)
    procent = getalveld(_("Hoeveel procent?"), cijfers=5)
    bron = tekstveld(_("Waar staat dit?"), lengte=200)


class ClausuleVorm(Vorm):
    """What a region has otherwise (R157): one choice for the passage on penalties, one for joining."""

    boete = keuzeveld(_("Houdt de regio de passage over boetes?"), JA_NEE)
    toetreding = keuzeveld(_("Wie besluit over een nieuwe GI?"), Wie.choices)
    vanaf = dagveld(_("Vanaf welke dag?"))
    bron = tekstveld(_("Waar staat dit?"), lengte=200)


class InkoopVorm(Vorm):
    """How a region bought before (R294)."""

    wijze = keuzeveld(_("Hoe kocht de regio in?"), Inkoopwijze.Wijze.choices)
    vanaf = dagveld(_("Vanaf welke dag? (leeg: niet bekend)"), verplicht=False)
    tot = dagveld(_("Tot en met welke dag?"))
    bron = tekstveld(_("Waar staat dit?"), lengte=200)


class BesluitVorm(Vorm):
    """What a region decided about a GI (R156)."""

    geweest = ("besloten_op",)

    akkoord = forms.TypedChoiceField(
        label=_("Mag deze GI in de regio werken?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        coerce=lambda waarde: waarde == "ja",
        error_messages={"required": _("Kies ja of nee.")},
    )
    besloten_op = dagveld(_("Op welke dag is dit besloten?"))
    toelichting = tekstveld(_("Toelichting"), verplicht=False)


class StandVorm(Vorm):
    """How a condition or joint purchase stands."""

    punt = forms.ModelChoiceField(
        label=_("Waarover?"),
        queryset=Punt.objects.all(),
        empty_label=_("Kies"),
        error_messages={"required": _("Maak een keuze.")},
    )
    stand = keuzeveld(_("Hoe staat het?"), Puntstand.Stand.choices)
    vanaf = dagveld(_("Vanaf welke dag?"))
    toelichting = tekstveld(_("Toelichting"), lengte=400, verplicht=False)


class NormVorm(Vorm):
    """A norm of the work (R292)."""

    soort = keuzeveld(_("Waarover?"), Werknorm.Soort.choices)
    naam = tekstveld(_("Naam van de norm"), lengte=160)
    waarde = getalveld(_("Norm (leeg: nog niet bekend)"), verplicht=False)
    eenheid = tekstveld(_("Eenheid"), lengte=60, verplicht=False)
    vanaf = dagveld(_("Geldt vanaf welke dag?"))
    bron = tekstveld(_("Waar staat dit?"), lengte=200)


class CaseloadVorm(Vorm):
    """The caseload of a GI or team on a day (R292)."""

    geweest = ("op",)

    gi = keuzeveld(_("Welke GI?"), ())
    team = tekstveld(_("Team (leeg: de hele GI)"), lengte=80, verplicht=False)
    op = dagveld(_("Op welke dag?"))
    fte = getalveld(_("Jeugdbeschermers, in voltijdsbanen"), cijfers=7)
    maatregelen = forms.IntegerField(
        label=_("Maatregelen die zij uitvoeren"), min_value=0, max_value=100_000
    )
    bron = tekstveld(_("Waar komt dit vandaan?"), lengte=200)

    def __init__(self, *args: Any, gis: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gi"].choices = [("", _("Kies")), *gis.items()]
        self.fields["fte"].min_value = 0

    def clean_fte(self) -> Any:
        """Somebody must do the work."""
        fte = self.cleaned_data["fte"]
        if fte <= 0:
            raise forms.ValidationError(_t("Vul een getal boven 0 in."))
        return fte


def _make_veld(veld: models.Field, **kwargs: Any) -> forms.Field | None:
    if veld.name == "regio":
        return forms.ChoiceField(
            label=_("Van welke regio?"),
            required=False,
            choices=[("", _("Alle samen")), *regio_keuzes()],
        )
    return veld.formfield(**kwargs)


class WerkVorm(forms.ModelForm):
    """Work of the implementation (R162, R319)."""

    class Meta:
        model = Werkzaamheid
        fields = ("werk", "regio", "jaar", "bedrag", "dekking", "bron")
        formfield_callback = _make_veld


class BladVorm(forms.Form):
    """A sheet with tariffs."""

    bestand = forms.FileField(
        label=_("Blad met tarieven"),
        help_text=_("CSV of XLSX, hoogstens 5 MB."),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander."),
        },
    )

    def clean_bestand(self) -> Any:
        """Not larger than we read."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > HOOGSTENS_BYTES:
            raise forms.ValidationError(_t("Dit bestand is groter dan 5 MB. Verdeel het."))
        return bestand
