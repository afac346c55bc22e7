"""The forms of the calculator and of scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.netwerk.forms.velden import check_geen_bsn, keuzeveld

from ..rekenen.herkomst import SLEUTEL as BRONNEN
from ..rekenen.herkomst import read_bronnen
from ..rekenen.invoer import InvoerOnbruikbaar, defaults, herkomst_of
from ..rekenen.velden import JAREN, LIJSTEN, PADEN, UITLEG_PAD, VELDEN
from .velden import Vorm, tekstveld

#: The sources of numbers go to the page and come back signed: nobody writes a source for a number.
ZOUT: Final = "paraplu.contract.bronnen"


def _open_bronnen(getekend: str) -> str:
    try:
        return str(signing.loads(getekend, salt=ZOUT))
    except signing.BadSignature:
        return ""


class VertrekpuntVorm(forms.Form):
    """The day of the product book and the area that a reckoning begins with."""

    op = forms.DateField(
        label=_("Productboek en normen van welke dag?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag.")},
    )
    gebied = forms.ChoiceField(label=_("Voor welk gebied?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regios = [(f"regio-{regio.code}", regio.naam) for regio in gebieden.regios()]
        self.fields["gebied"].choices = [("", _("Heel Gelderland")), *regios]


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

    naam = tekstveld(_("Naam van het scenario"), lengte=120, verplicht=False)
    toelichting = forms.CharField(
        label=_("Waarom deze getallen? (geen namen van mensen)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RekenVorm(forms.Form):
    """All numbers of the calculator, as text: `rekenen.invoer` reads them and names the faults."""

    def __init__(self, *args: Any, initial: Any = None, **kwargs: Any) -> None:
        begin = dict(initial or {})
        bronnen = begin.pop(BRONNEN, "")
        getekend = signing.dumps(bronnen, salt=ZOUT, compress=True) if bronnen else ""
        super().__init__(*args, initial=begin | {BRONNEN: getekend}, **kwargs)
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
        self.fields[BRONNEN] = forms.CharField(
            required=False, max_length=60_000, widget=forms.HiddenInput
        )

    def clean_bronnen(self) -> str:
        """The sources as the page gave them; what was tampered with is left out: then it is assumed."""
        return _open_bronnen(self.cleaned_data[BRONNEN])

    def clean(self) -> dict[str, Any]:
        """No BSN where the name of a gemeente or GI stands; an amount of nine digits is no BSN."""
        velden = super().clean() or {}
        for sleutel in LIJSTEN:
            namen = [regel.partition(";")[0] for regel in velden.get(sleutel, "").splitlines()]
            try:
                check_geen_bsn("\n".join(namen))
            except forms.ValidationError as fout:
                self.add_error(sleutel, fout)
        return velden

    def invoer(self) -> dict[str, str]:
        """What was filled in; call it on a valid form."""
        velden = {sleutel: self.cleaned_data[sleutel] for sleutel in defaults()}
        bronnen = self.cleaned_data[BRONNEN]
        return velden | ({BRONNEN: bronnen} if bronnen else {})

    def tell(self, fout: InvoerOnbruikbaar) -> None:
        """Put every fault at its field."""
        for een in fout.fouten:
            self.add_error(een.sleutel, str(een))

    def groepen(self) -> Iterator[tuple[str, str, bool, list[tuple[Any, str, str]]]]:
        """Per group: name, explanation, whether it is a path of years, and fields with unit and source."""
        waarden = self.data if self.is_bound else defaults() | (self.initial or {})
        bronnen = read_bronnen({BRONNEN: _open_bronnen(str(waarden.get(BRONNEN, "")))})
        groepen: dict[str, list[tuple[Any, str, str]]] = {}
        for sleutel, veld in VELDEN.items():
            herkomst = herkomst_of(sleutel, str(waarden.get(sleutel, "")).strip(), bronnen)
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
