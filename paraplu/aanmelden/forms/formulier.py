"""The Gelders aanmeldformulier as a form: only what nobody knows yet is asked (R123, R275, R281)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Sector

from ..stukken import keuzes
from .velden import dag, keuze, meer, refuse_persoonsgegevens, tekst

ZONDER_NAMEN = _("Schrijf ‘het kind’, ‘een ouder’: geen namen.")
#: The texts of part 1.
TEKSTEN = (
    "vraag",
    "perspectief",
    "woonsituatie_uitleg",
    "gezinsbeeld",
    "gaat_goed",
    "stagneert",
    "veiligheid",
    "eerdere_hulp",
    "beperkingen",
    "visie_kind",
    "visie_ouders",
    "visie_netwerk",
    "overleg_aanbod",
)
#: What is asked for part 2; the rest of it comes from the family.
DEEL_2 = ("woonplaats", "gezondheid", "toestemming")


class FormulierForm(forms.Form):
    """Part 1 without personal data, and three questions of part 2."""

    doel = keuze(_("Voor wie is dit formulier?"), keuzes.Doel.choices, rondjes=True)
    verwijzer = keuze(_("Wie verwijst?"), keuzes.Verwijzer.choices, rondjes=True)
    sectoren = meer(_("Welke soort hulp?"), Sector.choices)
    vraag = tekst(_("Wat is de vraag?"), hulp=ZONDER_NAMEN)
    perspectief = tekst(_("Waar werken we naartoe?"), hulp=_("Hoe ziet het leven er dan uit?"))
    spoed = forms.BooleanField(label=_("Dit is spoed"), required=False)
    gewenste_start = dag(_("Wanneer moet de hulp beginnen?"))
    kader = meer(_("In welk kader?"), keuzes.Kader.choices)
    geslacht = keuze(
        _("Geslacht (mag leeg blijven)"),
        (("", _("Niet noemen")), ("1", _("Man")), ("2", _("Vrouw"))),
        required=False,
    )
    woonsituatie = keuze(_("Waar woont het kind nu?"), keuzes.Woonsituatie.choices)
    woonsituatie_uitleg = tekst(_("Uitleg bij de woonsituatie (mag leeg blijven)"), verplicht=False)
    gezinsbeeld = tekst(
        _("Hoe ziet het gezin eruit?"),
        hulp=_("Alle kinderen en opvoeders, en wat er eerder was. Geen namen."),
        rijen=5,
    )
    gaat_goed = tekst(_("Wat gaat goed?"))
    stagneert = tekst(_("Wat stagneert, en waarom?"))
    veiligheid = tekst(_("Hoe veilig is het?"), hulp=_("Welke risico’s zijn er nu?"))
    veiligheidsplan = forms.BooleanField(label=_("Er is een veiligheidsplan"), required=False)
    eerdere_hulp = tekst(_("Welke hulp was er al?"), hulp=_("Wat werkte wel en wat niet?"), rijen=4)
    visie_kind = tekst(_("Wat vindt het kind zelf?"))
    visie_ouders = tekst(_("Wat vinden de ouders?"))
    visie_netwerk = tekst(_("Wat vinden mensen om het gezin heen?"))
    overleg_aanbod = tekst(
        _("Welk aanbod bekeek u met het lokale team, en wat was vrij?"),
    )
    beperkingen = tekst(
        _("Waar moet de aanbieder rekening mee houden? (mag leeg blijven)"),
        verplicht=False,
        hulp=_("Bijvoorbeeld afstand, school, of wat niet past."),
    )
    woonplaats = keuze(
        _("Hoe is bepaald welke gemeente verantwoordelijk is?"), keuzes.Woonplaats.choices
    )
    gezondheid = tekst(
        _("Wat moet de aanbieder weten over gezondheid? (mag leeg blijven)"),
        verplicht=False,
        hulp=_("Alleen wat nodig is. Dit komt in deel 2."),
    )
    toestemming = tekst(
        _("Wie gaf toestemming, en wanneer?"),
        verplicht=False,
        hulp=_(
            "Nodig bij vrijwillige hulp. Onder de 12 beslissen ouders met gezag, van 12 tot 16 ook "
            "het kind, vanaf 16 het kind zelf."
        ),
    )

    def __init__(self, *args: Any, casus: Casus, on: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix="formulier", **kwargs)
        self.casus, self.on = casus, on

    def clean(self) -> dict[str, Any]:
        """Part 1 says nothing of who it is; voluntary help has consent."""
        velden = super().clean() or {}
        refuse_persoonsgegevens(self, TEKSTEN, self.casus.gezin.personen.all())
        kader = velden.get("kader") or []
        if keuzes.Kader.VRIJWILLIG in kader and len(kader) > 1:
            self.add_error("kader", _("Kies vrijwillig, of een maatregel, niet allebei."))
        if kader == [keuzes.Kader.VRIJWILLIG.value] and not velden.get("toestemming"):
            self.add_error("toestemming", _("Schrijf op wie toestemming gaf, en wanneer."))
        anders = velden.get("woonsituatie") == keuzes.Woonsituatie.ANDERS
        if anders and not velden.get("woonsituatie_uitleg"):
            self.add_error("woonsituatie_uitleg", _("Schrijf op waar het kind nu woont."))
        return velden

    @property
    def deel_1(self) -> list[forms.BoundField]:
        """The questions of part 1, for the page."""
        return [veld for veld in self if veld.name not in DEEL_2]

    @property
    def deel_2(self) -> list[forms.BoundField]:
        """The questions of part 2, for the page."""
        return [self[naam] for naam in DEEL_2]
