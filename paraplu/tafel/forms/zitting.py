"""The talk as one form in the order of its agenda; it can be kept at any moment and is judged once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.casussen.models import Persoon

from ..gesprek import AGENDA, JA, NEE, Gemis, Mens, Vraag, list_gemis
from ..models import Afspraak, Besluit, Genodigde, Gesprek, Uitkomst, Wijze, Zitting

JA_NEE = ((JA, _("Ja")), (NEE, _("Nee")))
#: Rows for agreements that the form begins with, and at most has.
RIJEN, HOOGSTENS = 3, 30
ANDERS: Final = "anders"
_KEUZE: Final = {"rondjes": True, "required": False}


@dataclass(frozen=True)
class Deel:
    """One part of the agenda on the page."""

    sleutel: str
    naam: Any
    vereisten: tuple[str, ...]
    groepen: list[tuple[str, list[Any]]]
    gemis: list[Gemis]


def _vrij(label: Any, hulp: Any = "", rijen: int = 3) -> forms.CharField:
    return tekst(label, verplicht=False, hulp=hulp, rijen=rijen)


def _regel(label: Any, **kw: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=120, **kw)


class ZittingForm(forms.Form):
    """Nothing is required of a draft; `list_gemis` says what is missing before it can be fixed."""

    gaat_goed = _vrij(_("Waar gaat het goed?"))
    loopt_vast = _vrij(_("Waar loopt het vast?"))
    waardoor = _vrij(_("Waardoor komt dat?"))
    nodig = _vrij(_("Wat is er nodig?"))
    veiligheid = _vrij(_("Is het veilig genoeg voor de kinderen? Waarom wel of niet?"))
    motivatie = _vrij(_("Hoe graag willen de ouders veranderen?"), rijen=2)
    leerbaarheid = _vrij(_("Wat kunnen de ouders leren?"), rijen=2)
    inzicht = _vrij(_("Hoe kijken de ouders zelf naar de zorgen?"), rijen=2)
    conclusie = _vrij(_("Wat kan dit gezin dus wel en niet?"), rijen=2)
    benut = keuze(_("Is alles gebruikt wat vrijwillig kan?"), JA_NEE, **_KEUZE)
    benut_toelichting = _vrij(_("Waaruit blijkt dat?"), rijen=2)
    laatste_kans = keuze(
        _("Is er vrijwillig nog een laatste kans, met nieuwe afspraken?"), JA_NEE, **_KEUZE
    )
    laatste_kans_toelichting = _vrij(_("Welke kans is dat? Of waarom is die er niet?"), rijen=2)
    advies = keuze(_("Wat adviseert de Raad?"), Besluit.Advies.choices, **_KEUZE)
    advies_tekst = _vrij(_("Het advies van de Raad, met de reden"))
    advies_afwijking = _vrij(
        _("Is het besluit anders dan het advies? Schrijf op waarom"),
        _("Leeg als het besluit het advies volgt."),
        rijen=2,
    )
    uitkomst = keuze(_("Wat is de uitkomst?"), Uitkomst.choices, **_KEUZE)
    toets = keuze(_("Kan de ondertoezichtstelling eindigen?"), Besluit.Toets.choices, **_KEUZE)
    toets_toelichting = _vrij(_("Waarom wel of niet?"))
    rol_ouders = _vrij(_("Wat doen de ouders daarna zelf?"))
    bijdragen = _vrij(_("Wie draagt daarna wat bij?"))
    met = keuze(
        _("Hoe houden wij elkaar eraan?"),
        Besluit.Met.choices,
        help_text=_("Alleen bij hulp die niet vrijblijvend is."),
        **_KEUZE,
    )
    periode_tot = dag(_("Tot wanneer duurt dat?"), verplicht=False)
    route = _vrij(_("Hoe gaat het na dit gesprek verder?"))
    hulp = _vrij(_("Welke hulp gaat door, en welke hulp is nodig?"))
    veiligheid_erbij = _vrij(
        _("Komen er afspraken over veiligheid bij in het veiligheidsplan? Welke?"),
        _("Leeg als dat niet nodig is."),
        rijen=2,
    )
    besloten = keuze(_("Hoe is besloten?"), Besluit.Besloten.choices, **_KEUZE)
    afwijkend = _vrij(
        _("Wie ziet het anders, en waarom?"), _("Alleen als de voorzitter besloot."), rijen=2
    )
    evaluatie_wijze = keuze(_("Hoe kijken wij terug?"), Wijze.choices, **_KEUZE)
    evaluatie_op = dag(_("Op welke dag?"), verplicht=False)
    geen_evaluatie = _vrij(
        _("Geen moment nodig? Schrijf op waarom"),
        _("Alleen na een gesprek kwart voor twaalf."),
        rijen=2,
    )

    def __init__(self, *args: Any, zitting: Zitting, on: date, rijen: int = RIJEN, **kw: Any):
        super().__init__(*args, **kw)
        self.zitting, self.on = zitting, on
        #: What was missing when it was judged as a whole.
        self.gemis: list[Gemis] = []
        self.soort = zitting.casus.tafelverzoek.soort
        self.rijen = min(max(rijen, RIJEN), HOOGSTENS)
        # How many rows there are goes along with the draft.
        self.fields["rijen"] = forms.CharField(
            required=False, initial=self.rijen, widget=forms.HiddenInput
        )
        self.genodigden = list(
            zitting.genodigden.select_related("medewerker__organisatie", "persoon")
        )
        if self.soort != Gesprek.EINDE_OTS:
            for naam in ("toets", "toets_toelichting", "rol_ouders", "bijdragen"):
                del self.fields[naam]
        self._ask_everybody()
        self._ask_afspraken()

    def _ask_everybody(self) -> None:
        """Who is there, and what each person of the family says."""
        for wie in self.genodigden:
            self.fields[f"aanwezig_{wie.pk}"] = keuze(
                f"{wie.wie} ({wie.get_rol_display()})", JA_NEE, **_KEUZE
            )
            if wie.rol == Genodigde.Rol.OUDER:
                self.fields[f"hulp_{wie.pk}"] = _vrij(_("%(wie)s over de hulp") % {"wie": wie.wie})
                self.fields[f"thuis_{wie.pk}"] = _vrij(
                    _("%(wie)s over thuis en de kinderen") % {"wie": wie.wie}
                )
                self._ask_letterlijk(str(wie.pk))
            elif wie.rol == Genodigde.Rol.KIND:
                self._ask_kind(str(wie.pk), wie.wie)
        genoemd = {wie.persoon_id for wie in self.genodigden}
        kinderen = self.zitting.casus.gezin.personen.filter(rol=Persoon.Rol.KIND)
        self.andere_kinderen = [kind for kind in kinderen if kind.pk not in genoemd]
        for kind in self.andere_kinderen:
            self._ask_kind(f"p{kind.pk}", kind.naam)

    def _ask_kind(self, sleutel: str, naam: str) -> None:
        self.fields[f"kind_{sleutel}"] = _vrij(_("Wat zegt %(wie)s?") % {"wie": naam})
        self._ask_letterlijk(sleutel)
        self.fields[f"apart_{sleutel}"] = forms.BooleanField(
            label=_("Zonder de ouders erbij gehoord"), required=False
        )

    def _ask_letterlijk(self, sleutel: str) -> None:
        self.fields[f"letterlijk_{sleutel}"] = forms.BooleanField(
            label=_("Dit zijn de eigen woorden"), required=False
        )

    def _ask_afspraken(self) -> None:
        wie = [("", _("Kies")), *((str(g.pk), g.wie) for g in self.genodigden)]
        wie.append((ANDERS, _("Iemand anders")))
        for nummer in range(1, self.rijen + 1):
            begin = f"afspraak_{nummer}_"
            self.fields |= {
                begin + "tekst": _vrij(_("Wat is afgesproken?"), rijen=2),
                begin + "soort": keuze(
                    _("Waarover?"), [("", _("Kies")), *Afspraak.Soort.choices], required=False
                ),
                begin + "wie": keuze(_("Wie doet dit?"), wie, required=False),
                begin + "naam": _regel(_("Naam, als het iemand anders is")),
                begin + "uiterlijk": dag(_("Uiterlijk wanneer?"), verplicht=False),
                begin + "toezicht": _regel(
                    _("Wie let erop dat het gebeurt?"), help_text=_("Bij veiligheid altijd.")
                ),
                begin + "steun": _regel(
                    _("Wie steunt de ouders hierbij?"), help_text=_("Bij veiligheid altijd.")
                ),
            }

    def list_mensen(self) -> tuple[Mens, ...]:
        """Everybody who was invited, as the rules see them."""
        return tuple(Mens(str(wie.pk), wie.rol, wie.wijze) for wie in self.genodigden)

    def list_afspraken(self) -> list[dict[str, Any]]:
        """The rows in which anything was filled in; who does it by name and, if known, by guest."""
        gevuld = []
        per_sleutel = {str(wie.pk): wie for wie in self.genodigden}
        for nummer in range(1, self.rijen + 1):
            begin = f"afspraak_{nummer}_"
            rij = {
                naam.removeprefix(begin): waarde
                for naam, waarde in self.cleaned_data.items()
                if naam.startswith(begin)
            }
            if not any(rij.values()):
                continue
            genodigde = per_sleutel.get(rij.get("wie", ""))
            naam = genodigde.wie if genodigde else rij.get("naam", "")
            gevuld.append({**rij, "nummer": nummer, "genodigde": genodigde, "wie": naam})
        return gevuld

    def list_gemis(self) -> list[Gemis]:
        """What is missing; also of a draft. Call after `is_valid`."""
        vraag = Vraag(
            velden=self.cleaned_data,
            soort=self.soort,
            mensen=self.list_mensen(),
            afspraken=tuple(self.list_afspraken()),
            op=self.on,
        )
        return list_gemis(vraag)

    def is_whole(self) -> bool:
        """Whether it can be fixed; what is missing stands with its field and above the form."""
        if not self.is_valid():
            return False
        self.gemis = self.list_gemis()
        for gemis in self.gemis:
            self.add_error(gemis.veld if gemis.veld in self.fields else None, gemis.zin)
        return not self.errors

    def delen(self) -> Iterator[Deel]:
        """The parts of the agenda with their fields, in groups that belong together."""
        gemis = self.gemis
        if not gemis and self.is_bound and self.is_valid():
            gemis = self.list_gemis()
        groepen = {
            "aanwezig": [("", self._velden("aanwezig_"))],
            "gezin": list(self._gezin()),
            "afspraken": [
                (_("Afspraak %(nummer)s") % {"nummer": n}, self._velden(f"afspraak_{n}_"))
                for n in range(1, self.rijen + 1)
            ],
        }
        for sleutel, naam, vereisten in AGENDA:
            velden = [self[veld] for veld in VELDEN.get(sleutel, ()) if veld in self.fields]
            yield Deel(
                sleutel,
                naam,
                vereisten,
                groepen.get(sleutel, [("", velden)]),
                [een for een in gemis if een.deel == sleutel],
            )

    def _velden(self, begin: str) -> list[Any]:
        return [self[naam] for naam in self.fields if naam.startswith(begin)]

    def _gezin(self) -> Iterator[tuple[str, list[Any]]]:
        sleutels = [(str(wie.pk), wie.wie) for wie in self.genodigden if wie.persoon_id]
        sleutels += [(f"p{kind.pk}", kind.naam) for kind in self.andere_kinderen]
        for sleutel, naam in sleutels:
            patroon = re.compile(rf"(hulp|thuis|kind|letterlijk|apart)_{sleutel}")
            yield naam, [self[veld] for veld in self.fields if patroon.fullmatch(veld)]


#: The fields of each part that are the same in every talk.
VELDEN: Final[dict[str, tuple[str, ...]]] = {
    "beeld": ("gaat_goed", "loopt_vast", "waardoor", "nodig"),
    "veiligheid": ("veiligheid",),
    "inschatting": ("motivatie", "leerbaarheid", "inzicht", "conclusie"),
    "vrijwillig": (
        "benut",
        "benut_toelichting",
        "laatste_kans",
        "laatste_kans_toelichting",
    ),
    "raad": ("advies", "advies_tekst", "advies_afwijking"),
    "besluit": (
        "toets",
        "toets_toelichting",
        "rol_ouders",
        "bijdragen",
        "uitkomst",
        "met",
        "periode_tot",
        "route",
        "hulp",
        "veiligheid_erbij",
        "besloten",
        "afwijkend",
    ),
    "evaluatie": ("evaluatie_wijze", "evaluatie_op", "geen_evaluatie"),
}


class NietDoorgegaanForm(forms.Form):
    """The talk was not held."""

    reden = tekst(_("Waarom ging het gesprek niet door?"), hulp=_("Schrijf geen namen."), rijen=2)
