"""The request as one form in parts, for all children of the family (forms.md 3; R64 to R67, R272)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, meer, tekst
from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force
from paraplu.veiligheid.queries import plan_of

JA_NEE = (("ja", _("Ja")), ("nee", _("Nee")))
#: How many earlier forms of help, and people whom parents bring along, have a place on the form.
HULP, STEUN = 4, 3


class Deel(forms.Form):
    """One part; each is kept as a draft of its own and may be filled in in any order.

    `ruim`: on the form of another region this part stands in the added paper, so nothing in it is
    mandatory here (R63).
    """

    sleutel: ClassVar[str]
    naam: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    ruim: ClassVar[bool] = True

    def __init__(
        self, *args: Any, casus: Casus, on: date, ander_formulier: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, prefix=self.sleutel, **kwargs)
        self.casus, self.on = casus, on
        self.set_up()
        if ander_formulier and self.ruim:
            for veld in self.fields.values():
                veld.required = False

    def set_up(self) -> None:
        """Fields that depend on the family."""

    def need(self, velden: Mapping[str, Any], naam: str, fout: Any) -> None:
        """Point at a field that is needed after all."""
        if not velden.get(naam) and naam not in self.errors:
            self.add_error(naam, fout)

    def refuse_future(self, velden: Mapping[str, Any], *namen: str) -> None:
        """A day on which something was done is not still to come."""
        for naam in namen:
            if velden.get(naam) and velden[naam] > self.on:
                self.add_error(naam, _("Deze dag is nog niet geweest."))


class Aanleiding(Deel):
    """Why, why now, and what the table is asked (R58, R80)."""

    sleutel = "aanleiding"
    naam = _("Aanleiding en vraag")

    reden = tekst(_("Waarom vraagt u dit gesprek?"))
    waarom_nu = tekst(_("Waarom nu?"), rijen=2)
    vraag = tekst(_("Wat vraagt u aan de tafel?"))
    verwachting = tekst(_("Wat verwacht u van het gesprek?"), rijen=2)
    ander_formulier = forms.BooleanField(
        label=_("Ik voeg het formulier van mijn eigen regio toe"),
        required=False,
        help_text=_("Dan vult u hier alleen veiligheid, ouders en kinderen in."),
    )


class Gezinsbeeld(Deel):
    """The family and who stands around it; who they are is known already."""

    sleutel = "gezin"
    naam = _("Het gezin")
    uitleg = _(
        "Namen, geboortedata en adressen komen uit de gegevens van het gezin. Klopt daar iets niet, wijzig het daar."
    )

    situatie = tekst(
        _("Hoe leeft het gezin?"), hulp=_("Wie wonen er, hoe gaat het met werk, geld en wonen?")
    )
    netwerk = tekst(_("Wie staan er om het gezin heen?"))
    geschiedenis = tekst(
        _("Wat heeft dit gezin meegemaakt?"),
        hulp=_("Ook beperkingen, en hoe de ouders zelf zijn opgegroeid."),
    )

    def set_up(self) -> None:
        """A school per child."""
        for kind in _children(self.casus):
            self.fields[f"school_{kind.pk}"] = forms.CharField(
                label=_("School of opvang van %(naam)s") % {"naam": kind.voornamen},
                max_length=120,
                required=False,
            )


class Zorgen(Deel):
    """What was seen, apart from what the writer makes of it; both grounds of R80."""

    sleutel = "zorgen"
    naam = _("Zorgen en feiten")
    uitleg = _("Houd uit elkaar wat is gezien of gehoord, en wat u ervan vindt.")

    feiten_kinderen = tekst(
        _("Feiten over de kinderen"),
        hulp=_("Eén feit per regel: wie zag wat, en wanneer?"),
        rijen=5,
    )
    feiten_ouders = tekst(
        _("Feiten over de ouders"), hulp=_("Eén feit per regel: wie zag wat, en wanneer?"), rijen=5
    )
    mening = tekst(_("Wat vindt u ervan?"), hulp=_("Uw oordeel als professional."))
    bedreiging = tekst(_("Waardoor loopt de ontwikkeling van de kinderen gevaar?"))
    grootste_zorg = tekst(_("Wat is uw grootste zorg als er niets verandert?"))
    gedeeld = tekst(_("Delen het gezin en anderen deze zorgen?"), rijen=2)


class Hulp(Deel):
    """What was tried, where it stagnates, and whether voluntary help is used up (R80, R272)."""

    sleutel = "hulp"
    naam = _("Hulp tot nu toe")

    stagnatie = tekst(
        _("Waar loopt het vast?"),
        hulp=_("De samenwerking met het gezin, of hulp die niets verandert."),
    )
    benut = keuze(_("Zijn alle mogelijkheden van vrijwillige hulp gebruikt?"), JA_NEE, rondjes=True)
    benut_uitleg = tekst(_("Waarom vindt u dat?"))
    nodig = tekst(_("Wat moet er nu gebeuren, en waarom?"))
    geen_hulp = tekst(_("Was er nog geen hulp? Schrijf dan waarom"), verplicht=False, rijen=2)

    def set_up(self) -> None:
        """A few rows for earlier help: what, when, what came of it."""
        for nummer in range(1, HULP + 1):
            self.fields[f"hulp_{nummer}"] = _line(_("Hulp %(nummer)s: welke?") % {"nummer": nummer})
            self.fields[f"periode_{nummer}"] = _line(_("Van wanneer tot wanneer?"), 60)
            self.fields[f"resultaat_{nummer}"] = _line(_("Wat leverde het op?"), 400)

    def clean(self) -> dict[str, Any]:
        """Each help with its period and result; none at all with a reason."""
        velden = super().clean() or {}
        for nummer in range(1, HULP + 1):
            if velden.get(f"hulp_{nummer}"):
                self.need(velden, f"periode_{nummer}", _("Vul in wanneer deze hulp was."))
                self.need(velden, f"resultaat_{nummer}", _("Vul in wat deze hulp opleverde."))
        gevuld = any(velden.get(f"hulp_{nummer}") for nummer in range(1, HULP + 1))
        if not gevuld and self.fields["stagnatie"].required:
            self.need(
                velden,
                "geen_hulp",
                _("Noem de hulp tot nu toe, of schrijf waarom die er niet was."),
            )
        return velden


class Veiligheid(Deel):
    """The safety plan, or why there is none: exactly one of both (R65)."""

    sleutel = "veiligheid"
    naam = _("Veiligheid")
    ruim = False

    plan = keuze(
        _("Is er een veiligheidsplan?"),
        (("ja", _("Ja, het plan van dit gezin hoort bij dit verzoek")), ("nee", _("Nee"))),
        rondjes=True,
    )
    geen_plan = tekst(_("Waarom is er geen veiligheidsplan?"), verplicht=False)
    stappen = tekst(
        _("Wat gebeurt er als de ouders niet voor veiligheid kunnen zorgen?"),
        hulp=_("Welke stappen, en wie zet ze?"),
    )

    def clean(self) -> dict[str, Any]:
        """A plan that is there, or a reason: not both, not neither."""
        velden = super().clean() or {}
        if velden.get("plan") == "ja":
            if velden.get("geen_plan"):
                self.add_error("geen_plan", _("Er is een plan. Haal deze reden dan weg."))
            if not has_plan(self.casus, on=self.on):
                self.add_error(
                    "plan",
                    _("Dit gezin heeft nog geen veiligheidsplan. Maak dat eerst, of kies nee."),
                )
        elif velden.get("plan") == "nee":
            self.need(velden, "geen_plan", _("Schrijf op waarom er geen veiligheidsplan is."))
        return velden


class Ouders(Deel):
    """The parents know it, got it, and say how they see it (R64, R67, R266)."""

    sleutel = "ouders"
    naam = _("Ouders")
    ruim = False

    besproken_op = dag(_("Wanneer besprak u dit verzoek met de ouders?"))
    verstuurd_op = dag(_("Wanneer kregen zij het verzoek?"))
    gevraagd_op = dag(
        _("Wanneer nodigde u hen uit om hun kant te vertellen?"),
    )
    beeld_hulp = tekst(_("Hoe vinden de ouders dat de hulp gaat?"), verplicht=False)
    beeld_thuis = tekst(_("Hoe vinden zij dat het thuis en met de kinderen gaat?"), verplicht=False)
    reactie = tekst(
        _("Wat vinden de ouders van dit verzoek?"), verplicht=False, hulp=_("In hun eigen woorden.")
    )
    geen_reactie = tekst(_("Gaven zij geen reactie? Schrijf dan waarom"), verplicht=False, rijen=2)
    zelf_geschreven = meer(
        _("Welke delen schreven de ouders zelf mee?"),
        (
            ("gezin", _("Het gezin")),
            ("zorgen", _("Zorgen en feiten")),
            ("hulp", _("Hulp tot nu toe")),
            ("reactie", _("Hun reactie")),
        ),
        required=False,
    )

    def set_up(self) -> None:
        """Whom they bring along."""
        for nummer in range(1, STEUN + 1):
            self.fields[f"steun_{nummer}"] = _line(
                _("Wie nemen zij mee? (%(nummer)s)") % {"nummer": nummer}
            )
            self.fields[f"steun_mail_{nummer}"] = forms.EmailField(
                label=_("E-mailadres van die persoon"),
                required=False,
                error_messages={"invalid": _("Dit is geen e-mailadres.")},
            )

    def clean(self) -> dict[str, Any]:
        """A reaction, or the reason why there is none; the days were."""
        velden = super().clean() or {}
        self.refuse_future(velden, "besproken_op", "verstuurd_op", "gevraagd_op")
        if velden.get("reactie") and velden.get("geen_reactie"):
            self.add_error("geen_reactie", _("Er is een reactie. Haal deze reden dan weg."))
        if not velden.get("reactie"):
            self.need(
                velden, "geen_reactie", _("Vul de reactie in, of schrijf waarom die er niet is.")
            )
        return velden


class Versturen(Deel):
    """On what ground the Raad gets it, and which GI fits when it comes to a measure (forms.md 3)."""

    sleutel = "versturen"
    naam = _("Versturen")
    ruim = False

    grond_raad = keuze(
        _("De Raad zit aan tafel en krijgt dit verzoek. Waarom mag dat?"),
        (
            ("toestemming", _("De ouders vinden het goed")),
            (
                "bescherming",
                _("Het is nodig voor de veiligheid van de kinderen; de ouders weten het"),
            ),
        ),
        rondjes=True,
    )
    gi_voorgesteld = forms.ModelChoiceField(
        label=_("Welke instelling past als er een maatregel komt? (mag leeg blijven)"),
        queryset=Organisatie.objects.none(),
        required=False,
        empty_label=_("Nog niet te zeggen"),
    )

    def set_up(self) -> None:
        """The certified institutions of this day."""
        alle = Organisatie.objects.filter(in_force(self.on), soort=Soort.GI)
        self.fields["gi_voorgesteld"].queryset = alle


class EindeOts(Deel):
    """What comes with the ending of an OTS: parents direct what follows (R81, R274)."""

    sleutel = "einde_ots"
    naam = _("Einde ondertoezichtstelling")
    ruim = False

    rol_ouders = tekst(_("Wat doen de ouders zelf als de maatregel stopt?"))
    wie_doet_wat = tekst(
        _("Wie draagt wat bij aan de veiligheid?"), hulp=_("Eén persoon per regel.")
    )
    vervolghulp = tekst(_("Welke hulp gaat door?"))


def has_plan(casus: Casus, *, on: date) -> bool:
    """Whether the family has a safety plan on this day (R10, R65)."""
    return find_plan(casus, on=on) is not None


def find_plan(casus: Casus, *, on: date) -> Any:
    """The safety plan of the family."""
    return plan_of(casus.gezin, op=on)


def _line(label: Any, langste: int = 120) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=langste)


def _children(casus: Casus) -> Any:
    return casus.gezin.personen.filter(rol="kind")
