"""The forms of care on offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.afspraken.tussentaal import categorieen

from ..models import Aard, Organisatie, Schaal, Sector, Tijdseenheid, VoorWie, Voorziening, Vrij
from .blad import HOOGSTENS_BYTES
from .kolommen import OUDSTE, lees_code, lees_meer, lees_plaats
from .oordeel import Vraag

VERPLICHT = {"required": _("Vul dit in.")}
GEEN_GETAL = {"invalid": _("Vul een heel getal in."), "required": _("Vul een getal in.")}
MAAKT_NIET_UIT = ("", _("Maakt niet uit"))


def make_dagveld(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A field for a day."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Dit is geen dag.")},
    )


def make_getalveld(
    label: Any, *, hoogstens: int, required: bool = False, help_text: Any = ""
) -> forms.IntegerField:
    """A field for a whole number from 0."""
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        min_value=0,
        max_value=hoogstens,
        error_messages=GEEN_GETAL
        | {
            "min_value": _("Vul een getal van 0 of hoger in."),
            "max_value": _("Dit getal is hoger dan kan."),
        },
    )


def list_gemeenten() -> list[tuple[Any, Any]]:
    """The gemeenten, per region, for a list to choose from."""
    return [
        (
            regio.naam,
            [(g.code, g.naam) for g in gebieden.gemeenten_van(regio.code, alleen_gvjb=False)],
        )
        for regio in gebieden.regios()
    ]


def list_zorgvormen() -> list[tuple[str, str]]:
    """The groups of the tussentaal, for a list to choose from."""
    return [(str(nummer), naam) for nummer, naam in categorieen().items()]


class ZoekForm(forms.Form):
    """What a child needs. Sent in the body of the request: nothing of it stands in an address."""

    gemeente = forms.ChoiceField(
        label=_("Gemeente van het kind"),
        error_messages={"required": _("Kies een gemeente.")},
    )
    leeftijd = make_getalveld(_("Leeftijd in jaren"), hoogstens=OUDSTE)
    tussentaal = forms.ChoiceField(label=_("Zorgvorm"), required=False)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[MAAKT_NIET_UIT, *Sector.choices]
    )
    aard = forms.ChoiceField(
        label=_("Met of zonder beschikking"),
        required=False,
        choices=[MAAKT_NIET_UIT, *Aard.choices],
    )
    voor_wie = forms.ChoiceField(
        label=_("Voor wie"), required=False, choices=[MAAKT_NIET_UIT, *VoorWie.choices]
    )
    nodig_op = make_dagveld(_("Uiterlijk nodig op"), required=False)
    woorden = forms.CharField(
        label=_("Woorden"),
        required=False,
        max_length=80,
        help_text=_("Bijvoorbeeld: trauma, thuis, paarden. Schrijf hier geen namen."),
    )
    spoed = forms.BooleanField(label=_("Er is spoed: de hulp is vandaag nodig"), required=False)
    steun = forms.BooleanField(
        label=_("Zoek ook steun voor de opvoeders of het gezin"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].choices = [("", _("Kies een gemeente")), *list_gemeenten()]
        self.fields["tussentaal"].choices = [MAAKT_NIET_UIT, *list_zorgvormen()]

    @property
    def vraag(self) -> Vraag:
        """The need as the search takes it."""
        velden = dict(self.cleaned_data)
        tussentaal = velden.pop("tussentaal")
        return Vraag(**velden, tussentaal=int(tussentaal) if tussentaal else None)


def _clean_lijst(tekst: str, lees: Callable[[str], str]) -> list[str]:
    try:
        return lees_meer(lees)(tekst)
    except ValueError as fout:
        raise forms.ValidationError(str(fout)) from None


class VoorzieningForm(forms.Form):
    """One provision of one's own organisation."""

    naam = forms.CharField(label=_("Naam"), max_length=120, error_messages=VERPLICHT)
    kenmerk = forms.CharField(
        label=_("Kenmerk"),
        max_length=40,
        help_text=_("Uw eigen, vaste naam voor deze regel. Zo vinden wij haar terug in een blad."),
        error_messages=VERPLICHT,
    )
    omschrijving = forms.CharField(
        label=_("Omschrijving"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In gewone woorden: wat gebeurt er, voor wie is het, en voor wie niet?"),
        error_messages=VERPLICHT,
    )
    aard = forms.ChoiceField(label=_("Met of zonder beschikking"), choices=Aard.choices)
    tussentaal = forms.ChoiceField(
        label=_("Zorgvorm"),
        required=False,
        help_text=_("Alleen bij hulp zonder beschikking mag u dit openlaten."),
    )
    sectoren = forms.MultipleChoiceField(
        label=_("Sectoren"),
        choices=Sector.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één sector.")},
    )
    schaal = forms.ChoiceField(label=_("Schaal"), choices=Schaal.choices)
    voor_wie = forms.ChoiceField(label=_("Voor wie"), choices=VoorWie.choices)
    leeftijd_vanaf = make_getalveld(_("Vanaf welke leeftijd"), hoogstens=OUDSTE, required=True)
    leeftijd_tot = make_getalveld(_("Tot en met welke leeftijd"), hoogstens=OUDSTE, required=True)
    werkgebied = forms.CharField(
        label=_("Waar"),
        required=False,
        help_text=_(
            "Namen van regio's of gemeenten, met een komma ertussen. Leeg: in heel Gelderland."
        ),
    )
    productcodes = forms.CharField(
        label=_("Productcodes"),
        required=False,
        help_text=_("Bijvoorbeeld 45A04, 45A05. Mag leeg."),
    )
    vanaf = make_dagveld(_("Te gebruiken vanaf"))
    tot = make_dagveld(_("Tot en met"), required=False, help_text=_("Leeg: nog geen einde."))

    def __init__(
        self,
        *args: Any,
        aanbieder: Organisatie,
        bestaand: Voorziening | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.aanbieder, self.bestaand = aanbieder, bestaand
        self.fields["tussentaal"].choices = [("", _("Geen groep")), *list_zorgvormen()]

    def clean_kenmerk(self) -> str:
        kenmerk: str = self.cleaned_data["kenmerk"]
        anderen = Voorziening.objects.filter(aanbieder=self.aanbieder, kenmerk=kenmerk)
        if self.bestaand:
            anderen = anderen.exclude(pk=self.bestaand.pk)
        if anderen.exists():
            raise forms.ValidationError(_("U heeft al een voorziening met dit kenmerk."))
        return kenmerk

    def clean_tussentaal(self) -> int | None:
        gekozen = self.cleaned_data["tussentaal"]
        return int(gekozen) if gekozen else None

    def clean_werkgebied(self) -> list[str]:
        return _clean_lijst(self.cleaned_data["werkgebied"], lees_plaats)

    def clean_productcodes(self) -> list[str]:
        return _clean_lijst(self.cleaned_data["productcodes"], lees_code)

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("tussentaal") is None and velden.get("aard") == Aard.INDIVIDUEEL:
            self.add_error("tussentaal", _t("Kies een zorgvorm: dit is hulp met een beschikking."))
        vanaf, tot = velden.get("leeftijd_vanaf"), velden.get("leeftijd_tot")
        if vanaf is not None and tot is not None and tot < vanaf:
            self.add_error("leeftijd_tot", _t("Vul een leeftijd in die niet lager is."))
        if velden.get("tot") and velden.get("vanaf") and velden["tot"] < velden["vanaf"]:
            self.add_error("tot", _t("Kies een dag na de eerste dag."))
        return velden

    @staticmethod
    def initial_of(voorziening: Voorziening) -> dict[str, Any]:
        """What the form shows of a provision that is there."""
        velden = ("naam", "kenmerk", "omschrijving", "aard", "tussentaal", "sectoren", "schaal")
        meer = ("voor_wie", "leeftijd_vanaf", "leeftijd_tot", "vanaf", "tot")
        namen = [
            plaats.naam
            for code in voorziening.werkgebied
            if (plaats := gebieden.regio(code) or gebieden.gemeente(code))
        ]
        return {naam: getattr(voorziening, naam) for naam in velden + meer} | {
            "werkgebied": ", ".join(namen),
            "productcodes": ", ".join(voorziening.productcodes),
        }


class StandForm(forms.Form):
    """Is there room, and how long does one wait? Short, for it comes back every two weeks."""

    vrij = forms.ChoiceField(
        label=_("Is er plek?"),
        choices=Vrij.choices,
        error_messages={"required": _("Kies een antwoord.")},
    )
    plekken = make_getalveld(
        _("Hoeveel plekken"), hoogstens=999, help_text=_("Alleen als er plek is. Mag leeg.")
    )
    wachttijd = make_getalveld(
        _("Wachttijd"), hoogstens=999, help_text=_("Alleen als er een wachttijd is.")
    )
    wachttijd_eenheid = forms.ChoiceField(
        label=_("De wachttijd is in"), choices=Tijdseenheid.choices, initial=Tijdseenheid.WEKEN
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        max_length=300,
        help_text=_("Schrijf niets over kinderen."),
    )

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        zonder_tijd = not velden.get("wachttijd") and "wachttijd" not in self.errors
        if velden.get("vrij") == Vrij.NEE and zonder_tijd:
            self.add_error("wachttijd", _t("Vul in hoe lang de wachttijd is."))
        return velden


class InkoopForm(forms.Form):
    """That one's own region or gemeente did or did not buy a provision."""

    gecontracteerd = forms.TypedChoiceField(
        label=_("Ingekocht"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
    )
    vanaf = make_dagveld(_("Vanaf"))
    tot = make_dagveld(_("Tot en met"), required=False, help_text=_("Leeg: nog geen einde."))
    bron = forms.CharField(
        label=_("Waar staat dat?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: raamovereenkomst 2026."),
        error_messages=VERPLICHT,
    )

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("tot") and velden.get("vanaf") and velden["tot"] < velden["vanaf"]:
            self.add_error("tot", _t("Kies een dag na de eerste dag."))
        return velden


class KwaliteitForm(forms.Form):
    """What is known of the quality, with its source and day (R242)."""

    tekst = forms.CharField(
        label=_("Wat is er bekend over de kwaliteit?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Schrijf niets over kinderen of gezinnen."),
        error_messages=VERPLICHT,
    )
    bron = forms.CharField(
        label=_("Bron"),
        max_length=200,
        help_text=_("Bijvoorbeeld: inspectierapport, keurmerk, cliëntenraad."),
        error_messages=VERPLICHT,
    )
    datum = make_dagveld(_("Dag van de bron"))

    def clean_datum(self) -> Any:
        return check_dag(self.cleaned_data["datum"])


class ReactieForm(forms.Form):
    """The provider's own words beside a measured waiting time."""

    tekst = forms.CharField(
        label=_("Uw reactie"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alle partijen lezen dit. Schrijf niets over kinderen."),
        error_messages=VERPLICHT,
    )


class WachtlijstForm(forms.Form):
    """How many wait at one's own organisation, and how long (R240)."""

    datum = make_dagveld(_("Stand op"))
    aantal = make_getalveld(_("Hoeveel gezinnen wachten er?"), hoogstens=100_000, required=True)
    langste = make_getalveld(_("Langste wachttijd in dagen"), hoogstens=5000)
    mediaan = make_getalveld(
        _("Middelste wachttijd in dagen"),
        hoogstens=5000,
        help_text=_("De helft wacht korter, de helft wacht langer (de mediaan)."),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        max_length=300,
        help_text=_("Bijvoorbeeld de oorzaak. Schrijf niets over kinderen."),
    )

    def clean_datum(self) -> Any:
        return check_dag(self.cleaned_data["datum"])

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        langste, mediaan = velden.get("langste"), velden.get("mediaan")
        if velden.get("aantal"):
            for naam in ("langste", "mediaan"):
                if velden.get(naam) is None and naam not in self.errors:
                    self.add_error(naam, _t("Vul dit in als er gezinnen wachten."))
        if langste is not None and mediaan is not None and mediaan > langste:
            self.add_error("mediaan", _t("De middelste wachttijd is nooit langer dan de langste."))
        return velden


class AanbodbladForm(forms.Form):
    """A sheet with provisions."""

    bestand = forms.FileField(
        label=_("Blad met voorzieningen"),
        help_text=_("CSV of XLSX. U ziet eerst wat er zou veranderen."),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander."),
        },
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > HOOGSTENS_BYTES:
            raise forms.ValidationError(_("Dit bestand is groter dan 5 MB. Verdeel het."))
        return bestand


def check_dag(dag: Any) -> Any:
    """A day that has not come yet is refused."""
    if dag > localdate():
        raise forms.ValidationError(_t("Kies vandaag of een eerdere dag."))
    return dag
