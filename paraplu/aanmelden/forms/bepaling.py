"""The bepaling as a form: every field of R97, R120, R122, checked against what the region bought."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus
from paraplu.web.models import Gebruiker

from ..aanbieders import aanbieders, is_ingekocht, list_keuzes
from ..stukken import keuzes
from ..stukken.bepaling import Bepaling
from ..stukken.voorzet import list_overleg, list_processtappen
from .velden import dag, keuze, refuse_persoonsgegevens, tekst

MOMENTEN = ("evaluatie_1", "evaluatie_2", "evaluatie_3", "evaluatie_4")
TEKSTEN = ("zorgvorm", "onderbouwing", "steun_voor_gezin", "reden_zonder_contract")


class BepalingForm(forms.Form):
    """Which help, how much, how long, from whom, and why."""

    tussentaal = keuze(_("Welke zorgvorm past?"), [])
    zorgvorm = tekst(
        _("Omschrijf de hulp"), hulp=_("In gewone woorden. Schrijf ‘het kind’, geen naam.")
    )
    begin = dag(_("De hulp begint op"))
    einde = dag(
        _("De hulp duurt tot en met"),
        hulp=_("Dit staat los van de duur van de maatregel."),
    )
    volume = forms.IntegerField(
        label=_("Hoeveel?"),
        min_value=1,
        max_value=99_999_999,
        error_messages={"required": _("Vul een getal in."), "invalid": _("Vul een getal in.")},
    )
    eenheid = keuze(_("Van wat?"), [])
    frequentie = keuze(_("Per welke periode?"), [])
    evaluatie_1 = dag(_("Eerste evaluatie"))
    evaluatie_2 = dag(_("Tweede evaluatie (mag leeg blijven)"), verplicht=False)
    evaluatie_3 = dag(_("Derde evaluatie (mag leeg blijven)"), verplicht=False)
    evaluatie_4 = dag(_("Vierde evaluatie (mag leeg blijven)"), verplicht=False)
    steun_voor_gezin = tekst(
        _("Welke steun heeft het gezin nodig? (mag leeg blijven)"), verplicht=False
    )
    onderbouwing = tekst(
        _("Waarom is deze hulp nodig?"),
        hulp=_("Noem wat kind en gezin zeggen en wat in het casusoverleg is besproken."),
        rijen=5,
    )
    gezin_gesproken_op = dag(_("Wanneer sprak u kind en gezin hierover?"))
    gw_geraadpleegd_op = dag(_("Wanneer besprak u dit met een gedragswetenschapper?"))
    aanbieder = forms.ModelChoiceField(
        label=_("Bij welke aanbieder?"),
        queryset=None,
        error_messages={
            "required": _("Kies een aanbieder."),
            "invalid_choice": _("Kies een aanbieder uit de lijst."),
        },
    )
    reden_zonder_contract = tekst(
        _("Waarom deze aanbieder, als er geen contract is? (anders leeg)"), verplicht=False
    )
    aanbod_bekeken = forms.BooleanField(
        label=_("Ik heb bekeken welke hulp de regio heeft ingekocht en wat vrij is"),
        error_messages={"required": _("Bekijk eerst het aanbod van de regio.")},
    )
    volgens_inkoop = forms.BooleanField(
        label=_("Deze hulp past bij de inkoopafspraken van de regio"),
        required=False,
        help_text=_("Is er geen contract? Laat dit dan leeg."),
    )

    def __init__(
        self, *args: Any, casus: Casus, gebruiker: Gebruiker, on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, prefix="bepaling", **kwargs)
        self.casus, self.on = casus, on
        leeg = [("", _("Maak een keuze"))]
        self.fields["tussentaal"].choices = leeg + list(keuzes.zorgvormen().items())
        self.fields["eenheid"].choices = leeg + list(keuzes.eenheden().items())
        self.fields["frequentie"].choices = leeg + list(keuzes.frequenties().items())
        self.fields["aanbieder"].queryset = aanbieders(on=on)
        self.fields["aanbieder"].choices = list_keuzes(gebruiker, casus, on=on)

    def clean(self) -> dict[str, Any]:
        """Days in their order, no names, and a provider that may be chosen."""
        velden = super().clean() or {}
        self._check_dagen(velden)
        refuse_persoonsgegevens(self, TEKSTEN, self.casus.gezin.personen.all())
        if velden.get("aanbieder") and velden.get("tussentaal"):
            self._check_contract(velden)
        return velden

    def _check_dagen(self, velden: dict[str, Any]) -> None:
        begin, einde = velden.get("begin"), velden.get("einde")
        if begin and einde and einde < begin:
            self.add_error("einde", _("De hulp kan niet ophouden voordat zij begint."))
        for naam in MOMENTEN:
            moment = velden.get(naam)
            if moment and begin and einde and not begin <= moment <= einde:
                self.add_error(naam, _("Evalueer tussen het begin en het einde van de hulp."))
        for naam in ("gezin_gesproken_op", "gw_geraadpleegd_op"):
            if velden.get(naam) and velden[naam] > self.on:
                self.add_error(naam, _("Deze dag is nog niet geweest."))

    def _check_contract(self, velden: dict[str, Any]) -> None:
        """Help that was bought is the rule; without a contract the functionaris agreed first (R93)."""
        aanbieder = velden["aanbieder"]
        self.ingekocht = is_ingekocht(self.casus, aanbieder, int(velden["tussentaal"]), on=self.on)
        if self.ingekocht:
            if not velden.get("volgens_inkoop"):
                self.add_error(
                    "volgens_inkoop", _("Past dit bij de inkoopafspraken? Kruis het aan.")
                )
            return
        gevraagd = self.casus.zonder_contract.filter(aanbieder=aanbieder).last()
        if gevraagd is None or gevraagd.akkoord is None:
            self.add_error(
                "aanbieder",
                _(
                    "Deze aanbieder heeft hier geen contract voor deze zorgvorm. Kies een andere, "
                    "of vraag de functionaris om akkoord."
                ),
            )
        elif not gevraagd.akkoord:
            self.add_error(
                "aanbieder",
                _("De functionaris ging niet akkoord met deze aanbieder. Kies een andere."),
            )

    def make(self) -> Bepaling:
        """The bepaling that these answers make, with talks and steps as they were."""
        velden = self.cleaned_data
        aanbieder = velden["aanbieder"]
        akkoord = self.casus.zonder_contract.filter(aanbieder=aanbieder, akkoord=True).last()
        momenten = sorted({velden[naam] for naam in MOMENTEN if velden.get(naam)})
        eigen = {naam: velden[naam] for naam in Bepaling.__dataclass_fields__ if naam in velden}
        return Bepaling(
            **{
                **eigen,
                "tussentaal": int(velden["tussentaal"]),
                "maatregel": self.casus.maatregel.soort if self.casus.maatregel else "",
                "evaluatiemomenten": tuple(momenten),
                "aanbieder": aanbieder.sleutel,
                "aanbieder_naam": aanbieder.naam,
                "gecontracteerd": self.ingekocht,
                "toestemming_op": None if self.ingekocht or not akkoord else akkoord.beslist_op,
                "overleg": list_overleg(self.casus),
                "processtappen": list_processtappen(self.casus, velden, on=self.on),
            }
        )


class ZonderContractForm(forms.Form):
    """The answer of the functionaris (R93)."""

    akkoord = keuze(
        _("Gaat u akkoord met hulp van deze aanbieder?"),
        (("ja", _("Ja, akkoord")), ("nee", _("Nee, hulp met contract"))),
        rondjes=True,
    )
    antwoord = tekst(_("Waarom?"), hulp=_("Schrijf geen namen van het gezin."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="goedkeuring", **kwargs)
