"""Forms of the registers, letters, public papers and meetings to learn."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.inzage.cijfers import Cijfers
from paraplu.netwerk.forms.velden import check_geen_bsn, dagveld, keuzeveld, regio_keuzes
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force
from paraplu.toekomsttuin.forms.velden import PersoonField, make_vorm
from paraplu.web.stukbestand import check_bestand

from ..lesstof import BASIS, BOUWSTENEN, ELEMENTEN, KERNWAARDEN, LEERELEMENT, THEMAS
from ..models import (
    Basisafspraak,
    Besluit,
    Bijeenkomst,
    Document,
    Gegevenswens,
    Orgaan,
    Orgaanlid,
    Raadsbrief,
    Reflectie,
    Regiostand,
)
from ..taken import list_taken
from ..waarden import list_keuzes

OrgaanVorm = make_vorm(Orgaan, "naam", "soort", "niveau", "regio", "opdracht")
LidVorm = make_vorm(Orgaanlid, "orgaan", "organisatie", "rol", "vanaf", "tot")
AfspraakVorm = make_vorm(
    Basisafspraak, "niveau", "gebied", "onderwerp", "tekst", "vanaf", "wijkt_af_van", "waarom"
)
Wensvorm = make_vorm(Gegevenswens, "regio", "wat", "cijfer", "waarom", "stand", "datum")
BriefVorm = make_vorm(Raadsbrief, "onderwerp", "tekst", "ondertekenaar", "datum")
Besluitvorm = make_vorm(
    Besluit, "orgaan", "gebied", "onderwerp", "tekst", "stand", "datum", "bron", "afspraak", "taak",
    "aankondiging", "openbaar",
)  # fmt: skip
Standvorm = make_vorm(
    Regiostand, "soort", "sleutel", "regio", "stand", "datum", "orgaan", "eigenaar", "bewijs"
)
Bijeenkomstvorm = make_vorm(
    Bijeenkomst, "soort", "titel", "datum", "regio", "subregio", "initiatief", "werkwijze",
    "uren_voorbereiding", "uren_deelname", "uren_reis", "uren_organisatie", "online", "skj",
)  # fmt: skip


def gebied_keuzes() -> list[tuple[str, str]]:
    """Regions and gemeenten; "" where it is of all."""
    regios = [(f"regio-{r.code}", r.naam) for r in gebieden.regios()]
    gemeenten = [(f"gemeente-{g.code}", g.naam) for g in gebieden.gemeenten() if g.in_gvjb]
    return [("", _("Van allen samen")), *regios, *gemeenten]


def _vrij(veld: forms.ChoiceField) -> forms.ChoiceField:
    veld.required = False
    return veld


class BesluitForm(Besluitvorm):  # type: ignore[misc, valid-type]
    """A decision or an announcement (P42); a decision can close a dated task."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebied"] = forms.ChoiceField(
            label=_("Van welke gemeente of regio?"), choices=gebied_keuzes, required=False
        )
        taken = [(taak.sleutel, taak.naam) for taak in list_taken()]
        self.fields["taak"] = _vrij(keuzeveld(_("Sluit dit een vaste taak af?"), taken))
        self.fields["aankondiging"].queryset = Besluit.objects.filter(
            stand=Besluit.Stand.AANGEKONDIGD
        )

    def clean(self) -> dict[str, Any]:
        """Only a decision carries out an announcement, or closes a task."""
        velden = super().clean()
        if velden.get("stand") == Besluit.Stand.AANGEKONDIGD:
            for naam in ("aankondiging", "taak"):
                if velden.get(naam):
                    self.add_error(naam, _t("Dit kan alleen bij een besluit."))
        elif velden.get("datum") and velden["datum"] > self.on:
            self.add_error("datum", _t("Een besluit van later is nog een aankondiging."))
        return velden


class RegiostandForm(Standvorm):  # type: ignore[misc, valid-type]
    """How far a region is with a bouwsteen or an element of its basis."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [
            (_("Bouwstenen"), list(BOUWSTENEN.items())),
            (_("Sterke basis"), list(BASIS.items())),
        ]
        del self.fields["soort"]
        self.fields["sleutel"] = keuzeveld(_("Waarover?"), keuzes)
        self.fields["regio"] = keuzeveld(_("Jeugdhulpregio"), regio_keuzes())
        self.order_fields(["sleutel", "regio"])

    def clean(self) -> dict[str, Any]:
        """The key says of which of the two lists it is."""
        velden = super().clean()
        bouwsteen = velden.get("sleutel") in BOUWSTENEN
        velden["soort"] = Regiostand.Soort.BOUWSTEEN if bouwsteen else Regiostand.Soort.BASIS
        return velden

    def _post_clean(self) -> None:
        """The row is made by the action."""


class BasisafspraakForm(AfspraakVorm):  # type: ignore[misc, valid-type]
    """An agreement on a level; who deviates says from what and why (R230)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebied"] = forms.ChoiceField(
            label=_("Welke regio of gemeente?"), choices=gebied_keuzes, required=False
        )

    def clean(self) -> dict[str, Any]:
        """Different from another agreement: say why."""
        velden = super().clean()
        if velden.get("wijkt_af_van") and not velden.get("waarom"):
            self.add_error("waarom", _t("Schrijf op waarom het hier anders is."))
        return velden


class GegevenswensForm(Wensvorm):  # type: ignore[misc, valid-type]
    """Data beside the common set; only the contract management says what was found meaningful."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regio"] = forms.ChoiceField(
            label=_("Jeugdhulpregio"),
            choices=[("", _("Van allen samen")), *regio_keuzes()],
            required=False,
        )
        self.fields["stand"].help_text = _(
            "Alleen het contractmanagement legt vast wat zinvol is. Vraagt een regio iets, dan staat "
            "er: gevraagd."
        )
        keuzes = [("", _("De monitor telt dit niet")), *list_keuzes(Cijfers(kijk=None))]
        self.fields["cijfer"] = forms.ChoiceField(
            label=_("Welk cijfer van de monitor is dit?"), choices=keuzes, required=False
        )

    def clean(self) -> dict[str, Any]:
        """What was decided was decided today at the latest."""
        velden = super().clean()
        if velden.get("datum") and velden["datum"] > self.on:
            self.add_error("datum", _t("Deze dag moet nog komen."))
        return velden


class OrgaanForm(OrgaanVorm):  # type: ignore[misc, valid-type]
    """A new body."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regios = [("", _("Geen: bovenregionaal of lokaal")), *regio_keuzes()]
        self.fields["regio"] = forms.ChoiceField(
            label=_("Jeugdhulpregio"), choices=regios, required=False
        )


class BijeenkomstForm(Bijeenkomstvorm):  # type: ignore[misc, valid-type]
    """A meeting to learn, with the elements of its programme (R31) and its themes (R34)."""

    elementen = forms.MultipleChoiceField(
        label=_("Wat zit er in het programma?"),
        choices=list((ELEMENTEN | LEERELEMENT).items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    themas = forms.MultipleChoiceField(
        label=_("Thema’s"),
        choices=list(THEMAS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kernwaarden = forms.MultipleChoiceField(
        label=_("Welke kernwaarden?"),
        choices=list(KERNWAARDEN.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regio"] = keuzeveld(_("Jeugdhulpregio"), regio_keuzes())
        for naam in ("uren_voorbereiding", "uren_deelname", "uren_reis", "uren_organisatie"):
            self.fields[naam].min_value = 0

    def clean(self) -> dict[str, Any]:
        """A part of the region that was chosen; a leergroep says how it works."""
        velden = super().clean()
        deel = velden.get("subregio")
        if deel and deel.regio != velden.get("regio"):
            self.add_error("subregio", _t("Deze subregio hoort bij een andere regio."))
        for naam in ("uren_voorbereiding", "uren_deelname", "uren_reis", "uren_organisatie"):
            if velden.get(naam) is not None and velden[naam] < 0:
                self.add_error(naam, _t("Uren zijn niet minder dan 0."))
        return velden


class DeelnameForm(forms.Form):
    """Who took part; only people who work in the region or everywhere."""

    medewerker = PersoonField(queryset=Medewerker.objects.none(), label=_("Wie was erbij?"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = Medewerker.objects.filter(in_force(on)).select_related("organisatie")
        self.fields["medewerker"].queryset = mensen  # type: ignore[attr-defined]


def _mag_leeg(keuzes: Any, naam: Any) -> forms.ChoiceField:
    """A choice that may stay empty."""
    return forms.ChoiceField(
        label=naam, choices=[("", _("Niet ingevuld")), *keuzes], required=False
    )


def _lang(naam: Any) -> forms.CharField:
    """A text that may stay empty."""
    return forms.CharField(
        label=naam,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mag leeg blijven."),
    )


class ReflectieForm(forms.Form):
    """What was learnt, by core value, with the two standing questions about a value (R220)."""

    kernwaarden = forms.MultipleChoiceField(
        label=_("Bij welke kernwaarden hoort dit?"),
        choices=list(KERNWAARDEN.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één kernwaarde.")},
    )
    tekst = forms.CharField(
        label=_("Wat hebben we geleerd?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Noem geen kind en geen gezin."),
    )
    niveau = _mag_leeg(Reflectie.Niveau.choices, _("Waar is dit te merken?"))
    betekenis = _lang(_("Wat betekent deze waarde in uw dagelijkse werk?"))
    moeilijk = _lang(_("Waar is het moeilijk om u eraan te houden?"))
    past = _mag_leeg(Reflectie.Past.choices, _("Past deze waarde?"))
    voorstel = forms.CharField(
        label=_("Wat moet er anders? (mag leeg blijven)"), max_length=400, required=False
    )
    voorbeeld = forms.BooleanField(
        label=_("Een goed voorbeeld voor andere regio’s"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """No number of a person in any text."""
        velden = super().clean() or {}
        for naam in ("tekst", "betekenis", "moeilijk", "voorstel"):
            try:
                check_geen_bsn(velden.get(naam, ""))
            except forms.ValidationError as fout:
                self.add_error(naam, fout)
        return velden


class DocumentForm(forms.Form):
    """A public paper: a new one, or a new version of one that is there (R320)."""

    document = forms.ModelChoiceField(
        queryset=Document.objects.all(),
        required=False,
        label=_("Nieuwe versie van"),
        empty_label=_("Een nieuw stuk"),
    )
    titel = forms.CharField(label=_("Titel van een nieuw stuk"), max_length=160, required=False)
    soort = forms.ChoiceField(
        label=_("Soort"), choices=Document.Soort.choices, initial=Document.Soort.STUK
    )
    versie = forms.CharField(label=_("Versie"), max_length=20)
    vastgesteld_op = dagveld(_("Vastgesteld op"))
    vastgesteld_door = forms.CharField(label=_("Vastgesteld door"), max_length=120)
    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("PDF, Word, Excel of ODT, hoogstens 20 MB. Iedereen kan het daarna lezen."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_bestand(self) -> Any:
        """The kind by its name and by what it holds; a page for a browser is refused."""
        return check_bestand(self.cleaned_data["bestand"])

    def clean(self) -> dict[str, Any]:
        """An existing paper or a title that is not used yet; adopted papers only."""
        velden = super().clean() or {}
        if not velden.get("document"):
            titel = (velden.get("titel") or "").strip()
            if not titel:
                self.add_error("titel", _t("Geef het nieuwe stuk een titel."))
            elif Document.objects.filter(titel=titel).exists():
                self.add_error("titel", _t("Dit stuk is er al. Kies het in de lijst."))
        elif velden["document"].versies.filter(versie=velden.get("versie")).exists():
            self.add_error("versie", _t("Deze versie is er al."))
        if velden.get("vastgesteld_op") and velden["vastgesteld_op"] > self.on:
            self.add_error("vastgesteld_op", _t("Alleen vastgestelde stukken komen hier."))
        return velden
