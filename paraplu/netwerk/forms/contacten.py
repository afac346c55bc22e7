"""The forms of the contact directory."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from .. import beheer, dagen, queries
from ..contactblad import check_plaats
from ..models import Contact, ContactSoort, Medewerker, Organisatie, Reden
from .velden import dagveld, gemeente_keuzes, keuzeveld, regio_keuzes

BLAD_HOOGSTENS = 2 * 1024 * 1024


class GegevensForm(forms.Form):
    """Who somebody is and how to reach them at work; a colleague from the list, or a name."""

    medewerker = forms.ModelChoiceField(
        label=gettext_lazy("Collega in Paraplu"),
        help_text=gettext_lazy("Kiest u iemand, dan volgen afwezigheid en vervanging vanzelf."),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=gettext_lazy("Niemand uit de lijst"),
    )
    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        help_text=gettext_lazy("Alleen als u hierboven niemand kiest. Een afdeling mag ook."),
        max_length=120,
        required=False,
    )
    functie = forms.CharField(label=gettext_lazy("Functie"), max_length=120, required=False)
    telefoon = forms.RegexField(
        r"^[0-9+() -]{6,30}$",
        label=gettext_lazy("Telefoon van het werk"),
        help_text=gettext_lazy("Geen privénummer."),
        required=False,
        error_messages={"invalid": gettext_lazy("Dit is geen telefoonnummer.")},
    )
    e_mail = forms.EmailField(
        label=gettext_lazy("E-mail van het werk"),
        required=False,
        error_messages={"invalid": gettext_lazy("Dit is geen mailadres.")},
    )
    dagen = forms.MultipleChoiceField(
        label=gettext_lazy("Werkt op"),
        choices=dagen.KEUZES,
        widget=forms.CheckboxSelectMultiple,
        initial=list("12345"),
        error_messages={"required": gettext_lazy("Kies ten minste één dag.")},
    )
    uren = forms.CharField(
        label=gettext_lazy("Uren"),
        help_text=gettext_lazy("Bijvoorbeeld: 9.00–12.30 uur."),
        max_length=60,
        required=False,
    )

    def __init__(
        self, *args: Any, gebruiker: Gebruiker, op: date, ook: int | None = None, **kwargs: Any
    ) -> None:
        """`ook` is an organisation whose people can be chosen beside those of the user's own."""
        super().__init__(*args, **kwargs)
        self.gebruiker, self.op = gebruiker, op
        eigen = [o.pk for o in beheer.organisaties_of(gebruiker, op=op)]
        self.fields["medewerker"].queryset = Medewerker.objects.filter(
            queries.in_force(op), organisatie__in=[*eigen, *([ook] if ook else [])]
        )

    def clean_dagen(self) -> str:
        return "".join(sorted(self.cleaned_data["dagen"]))

    def clean(self) -> dict[str, Any]:
        """Somebody must be named, and be within reach."""
        velden = super().clean() or {}
        if not velden.get("medewerker") and not velden.get("naam"):
            self.add_error("naam", _("Kies een collega of vul een naam in."))
        bereikbaar = velden.get("medewerker") or velden.get("telefoon") or velden.get("e_mail")
        if not bereikbaar and not self.errors:
            self.add_error("telefoon", _("Vul een telefoonnummer of een mailadres in."))
        return velden


class ContactForm(GegevensForm):
    """A new line of the directory: for what and where first, then who."""

    soort = keuzeveld(gettext_lazy("Waarvoor"), ContactSoort.choices)
    organisatie = forms.ModelChoiceField(
        label=gettext_lazy("Organisatie"),
        queryset=Organisatie.objects.none(),
        empty_label=gettext_lazy("Kies"),
        error_messages={"required": gettext_lazy("Kies een organisatie.")},
    )
    gemeente = forms.ChoiceField(label=gettext_lazy("Voor de gemeente"), required=False)
    regio = forms.ChoiceField(
        label=gettext_lazy("Of voor de hele regio"),
        required=False,
        help_text=gettext_lazy("Kies een gemeente of een regio, niet allebei."),
    )
    field_order = ("soort", "organisatie", "gemeente", "regio")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = self._organisaties()
        self.fields["gemeente"].choices = [("", _("Geen")), *gemeente_keuzes()]
        self.fields["regio"].choices = [("", _("Geen")), *regio_keuzes()]

    def _organisaties(self) -> Any:
        geldig = Organisatie.objects.filter(queries.in_force(self.op))
        if beheer.regios_of(self.gebruiker, op=self.op):
            return geldig
        return geldig.filter(pk__in=beheer.organisaties_of(self.gebruiker, op=self.op))

    def clean(self) -> dict[str, Any]:
        """The place must fit the kind, and be one that this user keeps."""
        velden = super().clean()
        if not velden.get("soort") or not velden.get("organisatie"):
            return velden
        kolom, tekst, remedie = check_plaats(
            velden["soort"], velden.get("gemeente"), velden.get("regio")
        )
        if tekst:
            self.add_error(kolom, f"{tekst} {remedie}")
        elif not beheer.mag_organisatie(
            self.gebruiker, velden["organisatie"], _regio(velden), op=self.op
        ):
            self.add_error("organisatie", _("Contacten van deze organisatie beheert u hier niet."))
        return velden


def _regio(velden: dict[str, Any]) -> str:
    gemeente = gebieden.gemeente(velden["gemeente"]) if velden["gemeente"] else None
    return gemeente.regio if gemeente else velden["regio"]


class WijzigForm(GegevensForm):
    """Other data or somebody else on the same line, with the reason."""

    reden = keuzeveld(
        gettext_lazy("Waarom"), [keuze for keuze in Reden.choices if keuze[0] != Reden.NIEUW]
    )

    @staticmethod
    def begin(contact: Contact) -> dict[str, Any]:
        """What the form shows at first: the line as it is."""
        velden = ("medewerker", "naam", "functie", "telefoon", "e_mail", "uren")
        return {**{naam: getattr(contact, naam) for naam in velden}, "dagen": list(contact.dagen)}


class EindForm(forms.Form):
    """The last day of a line, and why."""

    tot = dagveld(gettext_lazy("Laatste dag"))
    reden = keuzeveld(
        gettext_lazy("Waarom"), [keuze for keuze in Reden.choices if keuze[0] != Reden.NIEUW]
    )

    def __init__(self, *args: Any, vanaf: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vanaf = vanaf

    def clean_tot(self) -> date:
        if self.cleaned_data["tot"] < self.vanaf:
            raise forms.ValidationError(
                _("Toen stond dit contact nog niet in de lijst. Kies een latere dag.")
            )
        return self.cleaned_data["tot"]


class ContactbladForm(forms.Form):
    """A sheet of contacts to read in."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("XLSX of CSV, ten hoogste 2 MB. U ziet eerst wat er verandert."),
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander."),
        },
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > BLAD_HOOGSTENS:
            raise forms.ValidationError(_("Dit bestand is groter dan 2 MB. Verdeel het blad."))
        return bestand
