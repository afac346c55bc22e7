"""The forms of this room: the calculator, a sheet, and one line for each register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.netwerk.aanbod.blad import HOOGSTENS_BYTES
from paraplu.netwerk.forms.velden import check_geen_bsn, dagveld, keuzeveld, regio_keuzes

from . import queries
from .models import (
    Bijlage,
    Inkoopwijze,
    Overeenkomst,
    Punt,
    Puntstand,
    Werknorm,
    Werkzaamheid,
    Wie,
)
from .rekenen.invoer import InvoerOnbruikbaar, defaults, herkomst_of
from .rekenen.velden import JAREN, LIJSTEN, PADEN, UITLEG_PAD, VELDEN

JA_NEE: Final = (("ja", _("Ja")), ("nee", _("Nee")))


class Vorm(forms.Form):
    """Texts hold no BSN: agreements are about organisations."""

    def clean(self) -> dict[str, Any]:
        """Every text is looked at."""
        velden = super().clean() or {}
        for naam, waarde in list(velden.items()):
            if isinstance(waarde, str):
                try:
                    check_geen_bsn(waarde)
                except forms.ValidationError as fout:
                    self.add_error(naam, fout)
        return velden


def _tekst(label: Any, *, lengte: int = 300, verplicht: bool = True, hulp: Any = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=lengte,
        required=verplicht,
        help_text=hulp,
        error_messages={"required": _("Vul dit in."), "max_length": _("Maak deze tekst korter.")},
    )


def _getal(label: Any, *, verplicht: bool = True, cijfers: int = 10, hulp: Any = "") -> Any:
    return forms.DecimalField(
        label=label,
        max_digits=cijfers,
        decimal_places=2,
        required=verplicht,
        help_text=hulp,
        localize=True,
        error_messages={
            "required": _("Vul een getal in."),
            "invalid": _("Dit is geen getal. Schrijf een getal als 18,5."),
            "max_decimal_places": _("Gebruik hoogstens twee cijfers achter de komma."),
        },
    )


class VerlengVorm(Vorm):
    """A later last day (R154)."""

    tot = dagveld(_("Tot en met welke dag?"))
    besloten_op = dagveld(_("Op welke dag is dit besloten?"))
    toelichting = _tekst(_("Wie besloot dit, en waar staat het?"))


class GiVorm(Vorm):
    """A GI that wants to join (R156)."""

    gi = keuzeveld(_("Welke GI?"), ())
    vanaf = dagveld(
        _("Vanaf welke dag?"),
        help_text=_("Kies 1 januari, 1 april, 1 juli of 1 oktober."),
    )

    def __init__(self, *args: Any, on: date, overeenkomst: Overeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gis = {gi.sleutel: gi.naam for gi in queries.gis_on(on)}
        self.fields["gi"].choices = [("", _("Kies")), *self.gis.items()]


class BijlageVorm(Vorm):
    """A place in the register of annexes (R159)."""

    nummer = _tekst(_("Nummer (leeg: alleen een naam)"), lengte=6, verplicht=False)
    naam = _tekst(_("Naam van de bijlage"), lengte=120)


class VersieVorm(Vorm):
    """A newer version of an annex."""

    bijlage = forms.ModelChoiceField(
        label=_("Welke bijlage?"),
        queryset=Bijlage.objects.none(),
        empty_label=_("Kies"),
        error_messages={"required": _("Maak een keuze.")},
    )
    versie = _tekst(_("Versie"), lengte=20)
    vanaf = dagveld(_("Geldt vanaf welke dag?"))
    vindplaats = _tekst(_("Waar ligt dit stuk?"), hulp=_("Een zaaknummer, map of adres."))

    def __init__(self, *args: Any, on: date, overeenkomst: Overeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bijlage"].queryset = overeenkomst.bijlagen.all()


class IndexVorm(Vorm):
    """Indexation of a year (R158)."""

    jaar = forms.IntegerField(label=_("Welk jaar?"), min_value=2022, max_value=2100)
    procent = _getal(_("Hoeveel procent?"), cijfers=5)
    bron = _tekst(_("Waar staat dit?"), lengte=200)


class ClausuleVorm(Vorm):
    """What a region has otherwise (R157): one choice for the passage on penalties, one for joining."""

    boete = keuzeveld(_("Houdt de regio de passage over boetes?"), JA_NEE)
    toetreding = keuzeveld(_("Wie besluit over een nieuwe GI?"), Wie.choices)
    vanaf = dagveld(_("Vanaf welke dag?"))
    bron = _tekst(_("Waar staat dit?"), lengte=200)


class InkoopVorm(Vorm):
    """How a region bought before (R294)."""

    wijze = keuzeveld(_("Hoe kocht de regio in?"), Inkoopwijze.Wijze.choices)
    vanaf = dagveld(_("Vanaf welke dag? (leeg: niet bekend)"), verplicht=False)
    tot = dagveld(_("Tot en met welke dag?"))
    bron = _tekst(_("Waar staat dit?"), lengte=200)


class BesluitVorm(Vorm):
    """What a region decided about a GI (R156)."""

    akkoord = forms.TypedChoiceField(
        label=_("Mag deze GI in de regio werken?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        coerce=lambda waarde: waarde == "ja",
        error_messages={"required": _("Kies ja of nee.")},
    )
    besloten_op = dagveld(_("Op welke dag is dit besloten?"))
    toelichting = _tekst(_("Toelichting"), verplicht=False)


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
    toelichting = _tekst(_("Toelichting"), lengte=400, verplicht=False)


class NormVorm(Vorm):
    """A norm of the work (R292)."""

    soort = keuzeveld(_("Waarover?"), Werknorm.Soort.choices)
    naam = _tekst(_("Naam van de norm"), lengte=160)
    waarde = _getal(_("Norm (leeg: nog niet bekend)"), verplicht=False)
    eenheid = _tekst(_("Eenheid"), lengte=60, verplicht=False)
    vanaf = dagveld(_("Geldt vanaf welke dag?"))
    bron = _tekst(_("Waar staat dit?"), lengte=200)


class CaseloadVorm(Vorm):
    """The caseload of a GI or team on a day (R292)."""

    gi = keuzeveld(_("Welke GI?"), ())
    team = _tekst(_("Team (leeg: de hele GI)"), lengte=80, verplicht=False)
    op = dagveld(_("Op welke dag?"))
    fte = _getal(_("Jeugdbeschermers, in voltijdsbanen"), cijfers=7)
    maatregelen = forms.IntegerField(
        label=_("Maatregelen die zij uitvoeren"), min_value=0, max_value=100_000
    )
    bron = _tekst(_("Waar komt dit vandaan?"), lengte=200)

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


class DeelVorm(forms.Form):
    """An organisation to share a scenario with."""

    organisatie = keuzeveld(_("Met welke organisatie deelt u dit?"), ())

    def __init__(self, *args: Any, keuzes: list[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = {f"{soort}:{code}": (soort, code, naam) for soort, code, naam in keuzes}
        self.fields["organisatie"].choices = [
            ("", _("Kies")),
            *((sleutel, naam) for sleutel, (_soort, _code, naam) in self.keuzes.items()),
        ]


class NaamVorm(Vorm):
    """The name of a scenario, and why these numbers."""

    naam = _tekst(_("Naam van het scenario"), lengte=120, verplicht=False)
    toelichting = forms.CharField(
        label=_("Waarom deze getallen? (geen namen van mensen)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RekenVorm(forms.Form):
    """All numbers of the calculator, as text: `rekenen.invoer` reads them and names the faults."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sleutel, veld in VELDEN.items():
            pad = sleutel.rpartition("_")[0]
            self.fields[sleutel] = forms.CharField(
                label=sleutel[-4:] if pad in PADEN else _t(veld.naam),
                help_text="" if pad in PADEN else _t(veld.uitleg) if veld.uitleg else "",
                initial=veld.standaard,
                required=False,
                max_length=20,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )
        for sleutel, naam in LIJSTEN.items():
            self.fields[sleutel] = forms.CharField(
                label=_t(naam),
                required=False,
                max_length=6000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def invoer(self) -> dict[str, str]:
        """What was filled in; call it on a valid form."""
        return {sleutel: self.cleaned_data[sleutel] for sleutel in defaults()}

    def tell(self, fout: InvoerOnbruikbaar) -> None:
        """Put every fault at its field."""
        for een in fout.fouten:
            self.add_error(een.sleutel, str(een))

    def groepen(self) -> Iterator[tuple[str, str, bool, list[tuple[Any, str, str]]]]:
        """Per group: name, explanation, whether it is a path of years, and fields with unit and source."""
        waarden = self.data if self.is_bound else defaults() | (self.initial or {})
        groepen: dict[str, list[tuple[Any, str, str]]] = {}
        for sleutel, veld in VELDEN.items():
            herkomst = herkomst_of(sleutel, str(waarden.get(sleutel, "")).strip())
            groepen.setdefault(veld.groep, []).append((self[sleutel], veld.eenheid, herkomst))
        uitleg = {naam: UITLEG_PAD[pad] for pad, (naam, *_rest) in PADEN.items()}
        for naam, velden in groepen.items():
            yield _t(naam), _t(uitleg[naam]) if naam in uitleg else "", naam in uitleg, velden

    def lijsten(self) -> list[Any]:
        """The fields with a line per gemeente or GI."""
        return [self[sleutel] for sleutel in LIJSTEN]


class VergelijkVorm(forms.Form):
    """Two to four scenarios and a year."""

    scenario = forms.ModelMultipleChoiceField(
        label=_("Welke scenario's? Kies er 2 tot 4."),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies 2 tot 4 scenario's.")},
    )
    jaar = forms.TypedChoiceField(
        label=_("Voor welk jaar?"),
        choices=[(str(jaar), str(jaar)) for jaar in JAREN],
        coerce=int,
        required=False,
        empty_value=JAREN[3],
    )

    def __init__(self, *args: Any, scenarios: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scenario"].queryset = scenarios

    def clean_scenario(self) -> Any:
        """Two at least, four fit beside each other."""
        gekozen = list(self.cleaned_data["scenario"])
        if not 2 <= len(gekozen) <= 4:
            raise forms.ValidationError(_t("Kies 2 tot 4 scenario's."))
        return gekozen


def name_regio(code: str) -> str:
    """The name of a region."""
    regio = gebieden.regio(code)
    return regio.naam if regio else code
