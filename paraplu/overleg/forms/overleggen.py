"""Forms of meetings and actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.resultaatafspraken import resultaatafspraken
from paraplu.netwerk.forms.velden import check_geen_bsn, dagveld, keuzeveld, regio_keuzes
from paraplu.toekomsttuin.forms.velden import make_vorm
from paraplu.web.models import Gebruiker, Soort

from ..models import Actie, Actiestap, Agendapunt, Overleg, Overlegsoort
from ..partijen import list_partijen

#: The agenda is of 2020; before that there were no meetings about it.
EERSTE_JAAR = 2020

StapVorm = make_vorm(Actiestap, "stand", "tekst")
PuntVorm = make_vorm(Agendapunt, "titel", "tekst", "volgorde", "vervallen")
NieuwPuntVorm = make_vorm(Agendapunt, "titel", "tekst", "volgorde")
Actievorm = make_vorm(
    Actie, "onderwerp", "resultaat", "toelichting", "eigenaar", "partij", "geld", "afspraak"
)


def partij_keuzes() -> list[tuple[str, str]]:
    """GI's, regions and gemeenten."""
    return [(partij.sleutel, partij.naam) for partij in list_partijen()]


def afspraak_keuzes() -> list[tuple[str, str]]:
    """The eleven agreements."""
    return [(a.code, f"{a.code} {a.naam}") for a in resultaatafspraken()]


class OverlegForm(make_vorm(Overleg, "soort", "regio", "datum", "plaats", "jaar", "bekend_op")):  # type: ignore[misc]
    """A new meeting; a region plans the talk of its own region only."""

    def __init__(self, *args: Any, gebruiker: Gebruiker, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        regios = regio_keuzes()
        if gebruiker.soort == Soort.REGIO:
            regios = [rij for rij in regios if rij[0] == gebruiker.organisatie_code]
            self.fields["soort"].choices = [(Overlegsoort.CONTRACT, Overlegsoort.CONTRACT.label)]
        self.fields["regio"] = forms.ChoiceField(
            label=_("Jeugdhulpregio"),
            required=False,
            choices=[("", _("Geen: alle regio’s")), *regios],
            help_text=_("Alleen bij een contractgesprek."),
        )
        if not self.is_bound:
            self.initial.setdefault("jaar", on.year)
            self.initial.setdefault("bekend_op", on)

    def clean(self) -> dict[str, Any]:
        """A contract talk is of one region, the other meetings are of all."""
        velden = super().clean()
        if velden.get("soort") == Overlegsoort.CONTRACT and not velden.get("regio"):
            self.add_error("regio", _t("Kies de regio van het contractgesprek."))
        elif velden.get("soort") != Overlegsoort.CONTRACT and velden.get("regio"):
            self.add_error("regio", _t("Dit overleg is van alle regio’s. Kies geen regio."))
        self._check_days(velden)
        return velden

    def _check_days(self, velden: dict[str, Any]) -> None:
        """Figures are of a year that has come, and known before people talk about them."""
        datum, bekend_op, jaar = (velden.get(naam) for naam in ("datum", "bekend_op", "jaar"))
        if datum and datum.year < EERSTE_JAAR:
            self.add_error("datum", _t("Kies een dag in 2020 of later."))
        elif datum and jaar and not EERSTE_JAAR <= jaar <= datum.year:
            self.add_error("jaar", _t("Kies een jaar vanaf 2020 dat al is begonnen."))
        elif datum and bekend_op and bekend_op > datum:
            self.add_error("bekend_op", _t("Kies de dag van het overleg of een dag ervoor."))

    def _post_clean(self) -> None:
        """The row is made by the action, which knows who belongs there."""


class ActieForm(Actievorm):  # type: ignore[misc, valid-type]
    """A new action of a meeting, with its first date."""

    datum = dagveld(_("Wanneer is het klaar?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].required = True
        self.fields["partij"] = keuzeveld(_("Welke partij?"), partij_keuzes())
        self.fields["afspraak"] = keuzeveld(_("Bij welke resultaatafspraak?"), afspraak_keuzes())
        self.fields["partij"].required = self.fields["afspraak"].required = False


class DatumForm(forms.Form):
    """Another date for an action, with why (R318)."""

    datum = dagveld(_("Nieuwe datum"))
    reden = forms.CharField(
        label=_("Waarom wordt het later of eerder?"),
        max_length=300,
        error_messages={"required": _("Schrijf op waarom de datum verandert.")},
    )

    def clean_reden(self) -> str:
        """No number of a person in it."""
        return check_geen_bsn(self.cleaned_data["reden"])


class TekstForm(forms.Form):
    """A text in many lines, such as minutes or a note; no BSN in it."""

    tekst = forms.CharField(max_length=40000, widget=forms.Textarea(attrs={"rows": 14}))

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label = label
        self.fields["tekst"].error_messages["required"] = _("Schrijf hier iets op.")

    def clean_tekst(self) -> str:
        """No number of a person in it."""
        return check_geen_bsn(self.cleaned_data["tekst"])


class NotitieForm(TekstForm):
    """A note at one agreement."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label=_("Wat is er gezegd?"), **kwargs)
        self.fields["tekst"].max_length = 4000  # type: ignore[attr-defined]
        self.fields["afspraak"] = keuzeveld(_("Resultaatafspraak"), afspraak_keuzes())
        self.order_fields(["afspraak", "tekst"])
