"""The coding of an allocation or request, the answer on a request, and the end of the help."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import tussentaal
from paraplu.afspraken.producten import (
    CATEGORIE_PREVENTIEF,
    CATEGORIEEN_MAATREGEL,
    productcategorieen,
    productcodes,
    productomschrijvingen,
)
from paraplu.berichten.standaard import codelijst
from paraplu.netwerk.forms.velden import dagveld, gemeente_keuzes, keuzeveld

from ..berichtenpost.uitgaand import RELEASE
from ..models import Toewijzing

#: Reason in a 319 with which another gemeente is named (IV095).
WOONPLAATSBEGINSEL: Final = "8"
#: Reason in a 307: help goes on later, so it is no end.
TIJDELIJK: Final = "20"
#: Categories of before 2018, of which nothing is allocated any more.
OUD: Final = frozenset(str(nummer) for nummer in range(31, 39))
Keuzes = list[tuple[str, Any]]


def product_keuzes(groep: int, *, op: date) -> Keuzes:
    """Products by category: those of this group of the tussentaal, or all help when it has none (R110).

    The value is category and code, with a colon between them.
    """
    maten = {*CATEGORIEEN_MAATREGEL, CATEGORIE_PREVENTIEF, *OUD}
    per_categorie: dict[str, list[tuple[str, str]]] = {}
    namen = productomschrijvingen()
    for code, categorie in sorted(productcodes().items()):
        past = not groep or tussentaal.plaats(categorie, code, op) == groep
        if past and categorie not in maten:
            per_categorie.setdefault(categorie, []).append(
                (f"{categorie}:{code}", f"{code} {namen[code]}")
            )
    return [
        (f"{categorie} {productcategorieen().get(categorie, '')}", rijen)
        for categorie, rijen in sorted(per_categorie.items())
    ]


def code_keuzes(lijst: str) -> Keuzes:
    """The codes of a list of the standard with their names."""
    return list(codelijst(RELEASE, lijst).items())


class CodeerForm(forms.Form):
    """Which product, from when until when, and how much of it (R100, R110, R121)."""

    product = keuzeveld(_("Product uit de iJW-lijst"), ())
    ingangsdatum = dagveld(_("De hulp mag beginnen op"))
    einddatum = dagveld(_("De hulp loopt tot en met"), verplicht=False)
    volume = forms.IntegerField(
        label=_("Hoeveel"),
        min_value=1,
        max_value=99_999_999,
        required=False,
        error_messages={"invalid": _("Vul een heel getal in.")},
    )
    eenheid = forms.ChoiceField(label=_("Van wat"), required=False)
    frequentie = forms.ChoiceField(label=_("Hoe vaak"), required=False)

    def __init__(self, *args: Any, groep: int = 0, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].choices = [("", tekst("Kies")), *product_keuzes(groep, op=op)]
        for veld, lijst in (("eenheid", "WJ756"), ("frequentie", "WMO757")):
            self.fields[veld].choices = [("", tekst("Kies")), *code_keuzes(lijst)]

    def clean(self) -> dict[str, Any]:
        """The end comes after the begin, and a size is whole or absent."""
        velden = super().clean() or {}
        begin, einde = velden.get("ingangsdatum"), velden.get("einddatum")
        if begin and einde and einde < begin:
            self.add_error("einddatum", _("Deze dag ligt voor de dag waarop de hulp begint."))
        omvang = [velden.get(naam) for naam in ("volume", "eenheid", "frequentie")]
        if any(omvang) and not all(omvang):
            self.add_error("volume", _("Vul de omvang helemaal in: hoeveel, van wat en hoe vaak."))
        return velden

    def velden(self) -> dict[str, Any]:
        """As the columns of a Toewijzing."""
        gekozen = self.cleaned_data
        categorie, _punt, code = gekozen["product"].partition(":")
        return {
            "productcategorie": categorie,
            "productcode": code,
            "ingangsdatum": gekozen["ingangsdatum"],
            "einddatum": gekozen["einddatum"],
            "volume": gekozen["volume"],
            "eenheid": gekozen["eenheid"],
            "frequentie": gekozen["frequentie"],
        }


def initial_of(toewijzing: Toewijzing | None, bepaling: dict[str, Any]) -> dict[str, Any]:
    """What is filled in beforehand: the coding so far, else what the bepaling says (R97)."""
    if toewijzing is not None:
        return {
            "product": f"{toewijzing.productcategorie}:{toewijzing.productcode}",
            **{
                naam: getattr(toewijzing, naam)
                for naam in ("ingangsdatum", "einddatum", "volume", "eenheid", "frequentie")
            },
        }
    return {
        "ingangsdatum": bepaling.get("begin"),
        "einddatum": bepaling.get("einde"),
        "volume": bepaling.get("volume") or None,
        "eenheid": bepaling.get("eenheid", ""),
        "frequentie": bepaling.get("frequentie", ""),
    }


class AntwoordForm(forms.Form):
    """Why a request is not honoured (WJ759)."""

    reden = keuzeveld(_("Waarom wijst u het verzoek af?"), code_keuzes("WJ759"))
    gemeente = forms.ChoiceField(
        label=_("Welke gemeente gaat hierover?"),
        required=False,
        help_text=_("Alleen bij de reden woonplaatsbeginsel."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].choices = [("", tekst("Niet van toepassing")), *gemeente_keuzes()]

    def clean(self) -> dict[str, Any]:
        """Another gemeente is named with one reason only (IV095)."""
        velden = super().clean() or {}
        if velden.get("gemeente") and velden.get("reden") != WOONPLAATSBEGINSEL:
            self.add_error(
                "gemeente", _("Noem een gemeente alleen bij de reden woonplaatsbeginsel.")
            )
        return velden


class StartForm(forms.Form):
    """The first day of the help."""

    begindatum = dagveld(_("Op welke dag begon de hulp?"))

    def __init__(self, *args: Any, toewijzing: Toewijzing | None, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toewijzing, self.op = toewijzing, op

    def clean_begindatum(self) -> date:
        """Help begins within its allocation, and is reported when it has begun (OP092)."""
        dag: date = self.cleaned_data["begindatum"]
        if dag > self.op:
            raise forms.ValidationError(_("Deze dag moet nog komen. Meld de start als die er is."))
        if self.toewijzing and dag < self.toewijzing.ingangsdatum:
            raise forms.ValidationError(_("Deze dag ligt voor de ingangsdatum van de toewijzing."))
        return dag


class EindeForm(forms.Form):
    """The last day of the help, and why (JZ588)."""

    einddatum = dagveld(_("Wat is de laatste dag van de hulp?"))
    reden = keuzeveld(
        _("Waarom stopt de hulp?"),
        [paar for paar in code_keuzes("JZ588") if paar[0] != TIJDELIJK],
    )

    def __init__(self, *args: Any, toewijzing: Toewijzing, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toewijzing, self.op = toewijzing, op

    def clean_einddatum(self) -> date:
        """The end is not before the start and not in the future."""
        dag: date = self.cleaned_data["einddatum"]
        if dag > self.op:
            raise forms.ValidationError(_("Deze dag moet nog komen. Meld het einde als het er is."))
        if self.toewijzing.gestart_op and dag < self.toewijzing.gestart_op:
            raise forms.ValidationError(_("Deze dag ligt voor de start van de hulp."))
        return dag


def groep_of(bepaling: dict[str, Any]) -> int:
    """The group of the tussentaal of a bepaling, 0 when it names none."""
    groep = bepaling.get("tussentaal") or 0
    return int(groep) if str(groep).isdecimal() else 0
