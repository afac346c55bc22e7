"""What each step asks: the own consultation, who comes in, and what the talk gave."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, refuse_persoonsgegevens, tekst
from paraplu.netwerk.models import Medewerker

from .. import queries
from ..models import Escalatie

GELUKT = (("ja", _("Ja")), ("nee", _("Nee")))
ZONDER_NAMEN = _("Schrijf geen namen van het gezin.")
NIEMAND = _("Niemand uit deze lijst")


def iemand(label: Any, *, verplicht: bool = False, hulp: Any = "") -> forms.ModelChoiceField:
    """Somebody who works with Paraplu; the form fills in who can be chosen."""
    return forms.ModelChoiceField(
        label=label,
        queryset=Medewerker.objects.none(),
        required=verplicht,
        help_text=hulp,
        empty_label=_("Kies") if verplicht else NIEMAND,
        error_messages={"required": _("Kies iemand.")},
    )


def naam(label: Any) -> forms.CharField:
    """Somebody without an account."""
    return forms.CharField(label=label, required=False, max_length=120)


class _Stapvorm(forms.Form):
    """A form about an escalation, whose texts and days are checked."""

    teksten: tuple[str, ...] = ()
    dagen: tuple[str, ...] = ()

    def __init__(self, *args: Any, escalatie: Escalatie, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.escalatie, self.on = escalatie, on
        self.eigen = escalatie.casus.houder.organisatie
        self.ander = escalatie.wederpartij

    def choose_from(self, veld: str, mensen: Any) -> None:
        """Who can be chosen in a field."""
        self.fields[veld].queryset = mensen

    def clean(self) -> dict[str, Any]:
        """Days of the past; texts without names of the family."""
        velden = super().clean() or {}
        for veld in self.dagen:
            if velden.get(veld) and velden[veld] > self.on:
                self.add_error(veld, _("Deze dag moet nog komen."))
        refuse_persoonsgegevens(self, self.teksten, queries.family_of(self.escalatie.casus))
        return velden


class EigenOverlegForm(_Stapvorm):
    """The professionals spoke each other first (R129); the family knows (R138)."""

    teksten = ("overleg_uitkomst", "ingelicht_uitleg")
    dagen = ("overleg_op", "ingelicht_op")

    overleg_op = dag(_("Wanneer sprak u elkaar?"))
    overleg_uitkomst = tekst(_("Wat kwam eruit?"), hulp=ZONDER_NAMEN)
    ingelicht = keuze(
        _("Weet het gezin dat er anderen bij komen?"), Escalatie.Ingelicht.choices, rondjes=True
    )
    ingelicht_op = dag(
        _("Wanneer heeft u het verteld?"),
        verplicht=False,
        hulp=_("Vertelt u het achteraf? Vul deze dag dan later in."),
    )
    ingelicht_uitleg = tekst(
        _("Uitleg"),
        verplicht=False,
        hulp=_("Nodig als u het gezin niet vooraf vertelt: wat legt u het gezin straks uit?"),
    )

    def clean(self) -> dict[str, Any]:
        """Beforehand has a day; otherwise there is an explanation."""
        velden = super().clean()
        hoe = velden.get("ingelicht")
        if hoe == Escalatie.Ingelicht.VOORAF and not velden.get("ingelicht_op"):
            self.add_error("ingelicht_op", _("Vul in wanneer u het gezin heeft verteld."))
        if hoe and hoe != Escalatie.Ingelicht.VOORAF and not velden.get("ingelicht_uitleg"):
            self.add_error("ingelicht_uitleg", _("Leg uit waarom u het niet vooraf vertelt."))
        return velden


class Stap1Form(_Stapvorm):
    """The colleague, and the behavioural scientist of each side (R133)."""

    collega = iemand(_("Met welke collega-professional verschilt u van inzicht?"))
    collega_naam = naam(_("Of: naam van de collega, als die niet in de lijst staat"))
    eigen = iemand(_("Gedragswetenschapper van uw organisatie"))
    eigen_naam = naam(_("Of: naam, als die niet in de lijst staat"))
    ander = iemand(_("Gedragswetenschapper van de andere organisatie"))
    ander_naam = naam(_("Of: naam van die gedragswetenschapper"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        op, gw = self.on, "gedragswetenschapper"
        self.choose_from("collega", queries.medewerkers_at(self.ander, op=op))
        self.choose_from("eigen", queries.medewerkers_at(self.eigen, gw, op=op))
        self.choose_from("ander", queries.medewerkers_at(self.ander, gw, op=op))

    def clean(self) -> dict[str, Any]:
        """Each of the three is chosen or written down."""
        velden = super().clean()
        for veld in ("collega", "eigen", "ander"):
            if not velden.get(veld) and not velden.get(f"{veld}_naam", "").strip():
                self.add_error(veld, _("Kies iemand, of schrijf de naam op."))
        return velden


class Stap2Form(_Stapvorm):
    """The leidinggevende of each side (R134, R290)."""

    eigen = iemand(_("Leidinggevende van uw organisatie"), verplicht=True)
    ander = iemand(_("Leidinggevende van de andere organisatie"), verplicht=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from("eigen", queries.medewerkers_at(self.eigen, "leidinggevende", op=self.on))
        self.choose_from("ander", queries.medewerkers_at(self.ander, "leidinggevende", op=self.on))


class Stap3Form(_Stapvorm):
    """Who decides, and the official who is involved (R135)."""

    bestuurders = forms.ModelMultipleChoiceField(
        label=_("Welke bestuurders en wethouders beslissen?"),
        queryset=Medewerker.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één bestuurder of wethouder.")},
    )
    ambtenaar = forms.CharField(
        label=_("Met welke ambtenaar had u contact?"),
        max_length=120,
        help_text=_("De ambtenaren van de gemeente of de regio horen erbij betrokken te zijn."),
        error_messages={"required": _("Schrijf op met welke ambtenaar u contact had.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_bestuurders(self)


def _offer_bestuurders(form: _Stapvorm) -> None:
    veld = form.fields["bestuurders"]
    veld.queryset = queries.bestuurders_for(form.escalatie, op=form.on)
    veld.label_from_instance = lambda een: f"{een.naam}, {een.organisatie}"


class GedragswetenschappersForm(_Stapvorm):
    """The talk of step 1: the dilemma, and whether it was bridged (R133)."""

    teksten = ("kern", "oplossing")
    dagen = ("gehouden_op",)

    gehouden_op = dag(_("Wanneer was het overleg?"))
    kern = tekst(_("Wat is het dilemma, scherp gesteld?"), hulp=ZONDER_NAMEN)
    erkend = forms.BooleanField(
        label=_("Beide professionals zien dat zij verschillen en dat het overbrugd moet worden"),
        required=False,
    )
    gelukt = keuze(_("Is het verschil overbrugd?"), GELUKT, rondjes=True)
    oplossing = tekst(_("Zo ja: hoe gaat u verder?"), verplicht=False, hulp=ZONDER_NAMEN)
    eigen = iemand(_("Zo nee: leidinggevende van de kant van de inbrenger"))
    ander = iemand(_("Zo nee: leidinggevende van de andere kant"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from("eigen", queries.medewerkers_at(self.eigen, "leidinggevende", op=self.on))
        self.choose_from("ander", queries.medewerkers_at(self.ander, "leidinggevende", op=self.on))

    def clean(self) -> dict[str, Any]:
        """Bridged has a way on; not bridged names who comes next."""
        velden = super().clean()
        gelukt = velden.get("gelukt") == "ja"
        if gelukt and not velden.get("oplossing"):
            self.add_error("oplossing", _("Schrijf op hoe u verdergaat."))
        if velden.get("gelukt") == "nee":
            for veld in ("eigen", "ander"):
                if not velden.get(veld):
                    self.add_error(veld, _("Kies de leidinggevende."))
            if not velden.get("erkend"):
                self.add_error("erkend", _("Dit is nodig voor de volgende stap."))
        velden["gelukt"] = gelukt
        return velden


class LeidinggevendenForm(_Stapvorm):
    """The talk of step 2: cause, joint solution, and whether the stagnation is lifted (R134, R290)."""

    teksten = ("kern", "oplossing")
    dagen = ("gehouden_op",)

    gehouden_op = dag(_("Wanneer spraken beide leidinggevenden elkaar?"))
    kern = tekst(_("Wat is de oorzaak van het probleem in de samenwerking?"), hulp=ZONDER_NAMEN)
    uitkomst = keuze(
        _("Is de stagnatie opgeheven?"),
        (
            ("opgeheven", _("Ja")),
            ("niet_opgeheven", _("Nee: de bestuurders moeten beslissen")),
            ("beleid_schiet_tekort", _("Nee: staand beleid schiet tekort")),
        ),
        rondjes=True,
    )
    oplossing = tekst(_("Zo ja: welke oplossing koos u samen?"), verplicht=False, hulp=ZONDER_NAMEN)
    bestuurders = forms.ModelMultipleChoiceField(
        label=_("Zo nee: welke bestuurders en wethouders beslissen?"),
        queryset=Medewerker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ambtenaar = naam(_("Zo nee: met welke ambtenaar had u contact?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_bestuurders(self)

    def clean(self) -> dict[str, Any]:
        """Lifted has a joint solution; otherwise board and officials are named."""
        velden = super().clean()
        if velden.get("uitkomst") == "opgeheven":
            if not velden.get("oplossing"):
                self.add_error("oplossing", _("Schrijf op welke oplossing u samen koos."))
        elif velden.get("uitkomst"):
            if not velden.get("bestuurders"):
                self.add_error("bestuurders", _("Kies minstens één bestuurder of wethouder."))
            if not velden.get("ambtenaar"):
                self.add_error("ambtenaar", _("Schrijf op met welke ambtenaar u contact had."))
        return velden


class BestuurdersForm(_Stapvorm):
    """The talk of step 3 (R135)."""

    teksten = ("kern", "oplossing")
    dagen = ("gehouden_op",)

    gehouden_op = dag(_("Wanneer was het overleg?"))
    kern = tekst(_("Wat schiet er tekort?"), hulp=ZONDER_NAMEN)
    gelukt = keuze(_("Is er een oplossing?"), GELUKT, rondjes=True)
    oplossing = tekst(_("Zo ja: welke oplossing?"), verplicht=False, hulp=ZONDER_NAMEN)
    bemiddelaar = naam(_("Wie bemiddelde? (adviseur of voorzitter uit de regio, mag leeg blijven)"))

    def clean(self) -> dict[str, Any]:
        """A solution is written down."""
        velden = super().clean()
        velden["gelukt"] = velden.get("gelukt") == "ja"
        if velden["gelukt"] and not velden.get("oplossing"):
            self.add_error("oplossing", _("Schrijf op welke oplossing er is."))
        return velden
