"""The form of a version: questions, and below them conditions with agreements, as many as needed.

How many there are stands in the hidden field `vorm`, such as "2,1": two agreements under the first
condition and one under the second. So it works without script: a button asks for one more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, raw_inhoud, tekst

from ..inhoud import AfspraakInhoud, Planinhoud, VoorwaardeInhoud
from ..models import Aanleiding, Fase, MetOuders, Veiligheidsafspraak

#: No plan that a family can carry has more.
HOOGSTENS: Final = 12
Vorm = list[int]


def regel(label: Any, *, verplicht: bool = True, hulp: Any = "", lang: int = 120) -> forms.Field:
    """A text of one line."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=hulp,
        max_length=lang,
        # The page has the names of the family under this key.
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "namen"}),
        error_messages={
            "required": _("Vul in: %(wat)s") % {"wat": label},
            "max_length": _("Deze tekst is te lang voor deze regel."),
        },
    )


@dataclass(frozen=True)
class Rij:
    """The questions of one condition, and of its agreements, for the page."""

    nummer: int
    velden: list[forms.BoundField]
    afspraken: list[tuple[int, list[forms.BoundField]]]


class PlanForm(forms.Form):
    """All of forms §4; a condition or agreement that was left empty does not count."""

    aanleiding = keuze(_("Waarom maakt u deze versie?"), Aanleiding.choices)
    fase = keuze(_("Waar werkt het gezin nu aan?"), Fase.choices)
    waarom = tekst(_("Wat is er nu niet veilig?"), hulp=_("Schrijf op wat u ziet en hoort."))
    makers_gezin = regel(_("Wie uit het gezin maakten mee?"), verplicht=False, lang=200)
    makers_netwerk = regel(_("Wie uit het netwerk maakten mee?"), verplicht=False, lang=200)
    makers_hulp = regel(_("Welke hulpverleners maakten mee?"), verplicht=False, lang=200)
    met_ouders = keuze(_("Maakten de ouders het plan zelf?"), MetOuders.choices, rondjes=True)
    met_ouders_reden = tekst(
        _("Waarom niet helemaal?"), verplicht=False, rijen=2,
        hulp=_("Alleen nodig als de ouders het plan niet helemaal zelf maakten."),
    )  # fmt: skip
    gezin_besloot = tekst(_("Wat besloot het gezin zelf?"), verplicht=False, rijen=2)
    als_het_lukt = tekst(_("Wat gebeurt er als het lukt?"), rijen=2)
    als_het_niet_lukt = tekst(_("Wat gebeurt er als iemand zich niet aan het plan houdt?"), rijen=2)
    als_ouders_niet_kunnen = tekst(
        _("Welke stappen volgen als de ouders het niet veilig kunnen maken?"), rijen=2
    )
    steun_voor_ouders = regel(_("Wie helpt de ouders direct?"))
    toezicht_door = regel(_("Wie kijkt of de afspraken worden nagekomen?"))
    evaluatie_op = dag(_("Op welke dag kijkt u samen terug?"))
    evaluatie_met = regel(_("Met wie kijkt u terug?"), lang=200)
    kind_uitleg = tekst(
        _("Waarom is er een plan? Schrijf het voor een kind."), verplicht=False, rijen=2,
        hulp=_("Gebruik korte zinnen. Vult u niets in, dan is er geen versie voor kinderen."),
    )  # fmt: skip
    kind_bij_wie = regel(_("Bij wie kan het kind terecht?"), verplicht=False, lang=200)
    vorm = forms.CharField(widget=forms.HiddenInput, required=False)
    vorige = forms.IntegerField(widget=forms.HiddenInput, required=False)

    BEGIN = ("aanleiding", "fase", "waarom")
    MAKERS = (
        "makers_gezin", "makers_netwerk", "makers_hulp", "met_ouders", "met_ouders_reden",
        "gezin_besloot",
    )  # fmt: skip
    DAARNA = ("als_het_lukt", "als_het_niet_lukt", "als_ouders_niet_kunnen")
    WIE = ("steun_voor_ouders", "toezicht_door", "evaluatie_op", "evaluatie_met")
    KIND = ("kind_uitleg", "kind_bij_wie")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bron = self.data if self.is_bound else self.initial
        self.aantallen = read_vorm(bron.get("vorm", ""))
        for plek, aantal in enumerate(self.aantallen):
            self.fields.update(_fields_of_voorwaarde(plek))
            for nummer in range(aantal):
                self.fields.update(_fields_of_afspraak(plek, nummer))
        self.initial = {**self.initial, "vorm": write_vorm(self.aantallen)}

    def secties(self) -> dict[str, list[forms.BoundField]]:
        """The questions outside the conditions, by the part of the page they stand in."""
        delen = {
            "begin": self.BEGIN, "makers": self.MAKERS, "daarna": self.DAARNA, "wie": self.WIE,
            "kind": self.KIND,
        }  # fmt: skip
        return {deel: [self[naam] for naam in namen] for deel, namen in delen.items()}

    def voorwaarden(self) -> list[Rij]:
        """The conditions with their agreements, as they stand on the page."""
        return [
            Rij(
                plek + 1,
                [self[naam] for naam in _fields_of_voorwaarde(plek)],
                [
                    (nummer + 1, [self[naam] for naam in _fields_of_afspraak(plek, nummer)])
                    for nummer in range(aantal)
                ],
            )
            for plek, aantal in enumerate(self.aantallen)
        ]

    def clean(self) -> dict[str, Any]:
        """Who began a condition or an agreement finishes it; one agreement at least."""
        velden = super().clean() or {}
        if velden.get("met_ouders") not in ("", None, MetOuders.HELEMAAL) and not velden.get(
            "met_ouders_reden"
        ):
            self.add_error("met_ouders_reden", _t("Schrijf op waarom niet helemaal."))
        gevuld = [plek for plek in range(len(self.aantallen)) if self._is_filled(f"v{plek}")]
        if not gevuld:
            self.add_error("v0_wat", _t("Schrijf ten minste een voorwaarde op."))
        for plek in gevuld:
            self._demand(f"v{plek}", ("wat", "gesteld_door", "geregeld_op"))
            afspraken = self._filled_afspraken(plek)
            if not afspraken:
                self.add_error(f"v{plek}a0_tekst", _t("Schrijf ten minste een afspraak op."))
            for nummer in afspraken:
                self._demand(f"v{plek}a{nummer}", ("tekst", "wie", "vanaf"))
        return velden

    def to_inhoud(self) -> Planinhoud:
        """What was filled in; only for a form that is valid."""
        velden = {naam: self.cleaned_data[naam] for naam in Planinhoud.__dataclass_fields__
                  if naam != "voorwaarden"}  # fmt: skip
        voorwaarden = tuple(
            self._voorwaarde(plek)
            for plek in range(len(self.aantallen))
            if self._is_filled(f"v{plek}")
        )
        return Planinhoud(voorwaarden=voorwaarden, **velden)

    def typed(self) -> dict[str, Any]:
        """Everything as it was typed, to show again."""
        return raw_inhoud(self)

    def _voorwaarde(self, plek: int) -> VoorwaardeInhoud:
        return VoorwaardeInhoud(
            **self._row(f"v{plek}", ("wat", "gesteld_door", "geregeld_op")),
            afspraken=tuple(
                AfspraakInhoud(**self._row(f"v{plek}a{nummer}", AFSPRAAK))
                for nummer in self._filled_afspraken(plek)
            ),
        )

    def _filled_afspraken(self, plek: int) -> list[int]:
        alle = range(self.aantallen[plek])
        return [nummer for nummer in alle if self._is_filled(f"v{plek}a{nummer}")]

    def _is_filled(self, begin: str) -> bool:
        """Whether anything was typed in a row, or in a row below it; a choice alone is nothing."""
        return any(
            str(waarde or "").strip()
            for naam, waarde in raw_inhoud(self).items()
            if naam.startswith((f"{begin}_", f"{begin}a")) and not naam.endswith("_voor_wie")
        )

    def _demand(self, begin: str, namen: tuple[str, ...]) -> None:
        for naam in namen:
            veld = f"{begin}_{naam}"
            if veld not in self.errors and not self.cleaned_data.get(veld):
                wat = self.fields[veld].label
                self.add_error(veld, _t("Vul in: %(wat)s") % {"wat": wat})

    def _row(self, begin: str, namen: tuple[str, ...]) -> dict[str, Any]:
        return {naam: self.cleaned_data[f"{begin}_{naam}"] for naam in namen}


AFSPRAAK: Final = ("tekst", "wie", "voor_wie", "vanaf", "tot", "toezicht_door", "voor_kind")


def _fields_of_voorwaarde(plek: int) -> dict[str, forms.Field]:
    return {
        f"v{plek}_wat": tekst(_("Wat moet er minstens gebeuren?"), verplicht=False, rijen=2),
        f"v{plek}_gesteld_door": regel(_("Wie vraagt dit?"), verplicht=False),
        f"v{plek}_geregeld_op": dag(_("Wanneer is het geregeld?"), verplicht=False),
    }


def _fields_of_afspraak(plek: int, nummer: int) -> dict[str, forms.Field]:
    begin = f"v{plek}a{nummer}"
    return {
        f"{begin}_tekst": tekst(_("Wat spreekt u af?"), verplicht=False, rijen=2),
        f"{begin}_wie": regel(_("Wie doet het?"), verplicht=False),
        f"{begin}_voor_wie": keuze(
            _("Voor wie is het?"), Veiligheidsafspraak.VoorWie.choices, initial="gezin"
        ),
        f"{begin}_vanaf": dag(_("Vanaf welke dag?"), verplicht=False),
        f"{begin}_tot": dag(_("Tot en met welke dag?"), verplicht=False),
        f"{begin}_toezicht_door": regel(
            _("Wie kijkt of het gebeurt?"),
            verplicht=False,
            hulp=_("Laat leeg als dit dezelfde persoon is als voor het hele plan."),
        ),
        f"{begin}_voor_kind": tekst(_("Hoe zegt u dit tegen een kind?"), verplicht=False, rijen=2),
    }


def read_vorm(waarde: Any) -> Vorm:
    """How many agreements under each condition; one condition with one when this says nothing."""
    delen = [deel for deel in str(waarde).split(",") if deel.isascii() and deel.isdigit()]
    aantallen = [min(max(int(deel[:3]), 1), HOOGSTENS) for deel in delen[:HOOGSTENS]]
    return aantallen or [1]


def write_vorm(aantallen: Vorm) -> str:
    """The other way around."""
    return ",".join(map(str, aantallen))


def grow(aantallen: Vorm, wens: str) -> Vorm:
    """One more: "voorwaarde", or "afspraak-2" for the second condition; the same when it is full."""
    soort, _streep, plek = wens.partition("-")
    if soort == "voorwaarde":
        return [*aantallen, 1][:HOOGSTENS]
    index = int(plek) - 1 if plek.isascii() and plek.isdigit() else -1
    return [min(a + (i == index), HOOGSTENS) for i, a in enumerate(aantallen)]


def initial_of(inhoud: Planinhoud) -> Mapping[str, Any]:
    """What the form begins with when there is a version already."""
    velden = {naam: getattr(inhoud, naam) for naam in Planinhoud.__dataclass_fields__}
    voorwaarden = velden.pop("voorwaarden")
    vorm = write_vorm([max(len(rij.afspraken), 1) for rij in voorwaarden])
    return {**velden, "vorm": vorm, **dict(_flatten(voorwaarden))}


def _flatten(voorwaarden: tuple[VoorwaardeInhoud, ...]) -> Iterator[tuple[str, Any]]:
    for plek, rij in enumerate(voorwaarden):
        for naam in ("wat", "gesteld_door", "geregeld_op"):
            yield f"v{plek}_{naam}", getattr(rij, naam)
        for nummer, afspraak in enumerate(rij.afspraken):
            yield from ((f"v{plek}a{nummer}_{naam}", getattr(afspraak, naam)) for naam in AFSPRAAK)
