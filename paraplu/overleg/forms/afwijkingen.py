"""Forms of deviations: which party and agreement, what happened, and the step to the G7."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.forms.velden import check_geen_bsn, dagveld, keuzeveld
from paraplu.toekomsttuin.forms.velden import make_vorm
from paraplu.web.models import Gebruiker

from ..models import Afwijkingstap, Overleg
from ..partijen import Partij, find_partij, own_partij
from ..rechten import HOUDT
from .overleggen import afspraak_keuzes, partij_keuzes

StapVorm = make_vorm(Afwijkingstap, "soort", "tekst")


class OverlegField(forms.ModelChoiceField):
    """A meeting by its kind and day."""

    empty_label: Any = _("Nog niet naar een overleg")


class VraagForm(forms.Form):
    """Of whom, on which agreement and over which year: the figure is looked up with it."""

    partij = forms.ChoiceField()
    afspraak = forms.ChoiceField()
    jaar = forms.IntegerField(label=_("Over welk jaar?"), min_value=2020)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partij"] = keuzeveld(_("Welke partij wijkt af?"), partij_keuzes())
        self.fields["afspraak"] = keuzeveld(_("Resultaatafspraak"), afspraak_keuzes())
        self.order_fields(["partij", "afspraak", "jaar"])

    def clean_jaar(self) -> int:
        """A year of four digits that a page can show."""
        jaar = int(self.cleaned_data["jaar"])
        if jaar > date.max.year // 3:
            raise forms.ValidationError(_t("Dit jaar is er nog niet."))
        return jaar


class AfwijkingForm(VraagForm):
    """The same with the affected party (R212) and what is the matter."""

    getroffen = forms.ChoiceField()
    overleg = OverlegField(
        queryset=Overleg.objects.none(),
        required=False,
        label=_("In welk overleg? (mag leeg blijven)"),
    )
    toelichting = forms.CharField(
        label=_("Wat is er aan de hand?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Noem geen kind en geen gezin."),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, overleggen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = partij_keuzes()
        if gebruiker.soort not in HOUDT:
            keuzes = [rij for rij in keuzes if rij[0] == own_partij(gebruiker)]
        self.fields["getroffen"] = keuzeveld(_("Welke partij heeft er last van?"), keuzes)
        self.fields["overleg"].queryset = overleggen  # type: ignore[attr-defined]
        self.order_fields(["partij", "afspraak", "jaar", "getroffen", "overleg", "toelichting"])

    def clean_toelichting(self) -> str:
        """No number of a person in it."""
        return check_geen_bsn(self.cleaned_data["toelichting"])

    def clean(self) -> dict[str, Any]:
        """A deviation hurts another party than the one that deviates."""
        velden = super().clean() or {}
        if velden.get("partij") and velden.get("partij") == velden.get("getroffen"):
            self.add_error("getroffen", _t("Kies een andere partij dan die afwijkt."))
        return velden

    def parties(self) -> tuple[Partij, Partij]:
        """Who deviates and who is affected, after a form that is right."""
        wie = find_partij(self.cleaned_data["partij"])
        getroffen = find_partij(self.cleaned_data["getroffen"])
        if wie is None or getroffen is None:
            raise LookupError
        return wie, getroffen


class AfwijkingStapForm(StapVorm):  # type: ignore[misc, valid-type]
    """What happened with a deviation; `soorten` are the kinds that this user may write."""

    def __init__(self, *args: Any, soorten: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mag = set(soorten)
        keuzes = [rij for rij in Afwijkingstap.Soort.choices if rij[0] in mag]
        self.fields["soort"] = keuzeveld(_("Wat leggen we vast?"), keuzes)
        self.order_fields(["soort", "tekst"])


class VoorstelForm(forms.Form):
    """A person decides: on to a meeting of the G7, or not now, with why (R211)."""

    overleg = OverlegField(
        queryset=Overleg.objects.none(),
        required=False,
        label=_("Naar welk Bestuurlijk Overleg G7?"),
        help_text=_("Kies niets als het nu niet naar de G7 gaat."),
        empty_label=_("Nu niet naar de G7"),
    )
    waarom = forms.CharField(
        label=_("Waarom?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    def __init__(self, *args: Any, overleggen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["overleg"].queryset = overleggen  # type: ignore[attr-defined]

    def clean_waarom(self) -> str:
        """No number of a person in it."""
        return check_geen_bsn(self.cleaned_data["waarom"])


class G7BesluitForm(forms.Form):
    """What the G7 decided."""

    onderwerp = forms.CharField(label=_("Besluit in één zin"), max_length=200)
    tekst = forms.CharField(
        label=_("Toelichting"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    datum = dagveld(_("Datum van het besluit"))

    def clean_tekst(self) -> str:
        """No number of a person in it."""
        return check_geen_bsn(self.cleaned_data["tekst"])
