"""The request as a document: headings with label and value, what is missing, and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from paraplu.casussen import kluis
from paraplu.casussen.actions import read_bsn
from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.netwerk.models import Organisatie
from paraplu.web.papier.stuk import Blok, Kop, Ondertekening, Stuk, Velden
from paraplu.web.templatetags.kader import dag

from ..forms.delen import list_delen
from ..models import Aanmelder, Gesprek
from ..regels import is_heard


@dataclass(frozen=True)
class Regel:
    """One question of the request with its answer; `veld` is what a question of the chair points at."""

    veld: str
    label: str
    waarde: str


@dataclass(frozen=True)
class Sectie:
    """A heading with what stands below it."""

    sleutel: str
    kop: str
    regels: tuple[Regel, ...]


def list_personen(casus: Casus, *, op: date) -> list[dict[str, str]]:
    """Everybody of the family as the request names them: all children on one form."""
    return [
        {
            "naam": persoon.naam,
            "rol": str(persoon.get_rol_display()),
            "geboortedatum": persoon.geboortedatum.isoformat() if persoon.geboortedatum else "",
            "bsn": read_bsn(persoon) if persoon.rol == Persoon.Rol.KIND else "",
            "adres": persoon.adres,
            "gezag": "ja" if persoon.gezag else "",
            "gehoord": "ja" if is_heard(persoon, op=op) else "",
        }
        for persoon in casus.gezin.personen.all()
    ]


def list_secties(document: Document, *, leeg: bool = False) -> list[Sectie]:
    """What was filled in, part by part; with `leeg` also the questions without an answer."""
    inhoud = kluis.unseal(document.persoonsgegevens)
    secties = [_kop(document), _personen(inhoud.get("personen", []))]
    for soort in list_delen(document.inhoud["soort"]):
        form = soort(casus=document.casus, on=document.vastgesteld_op)
        antwoorden = inhoud.get("delen", {}).get(soort.sleutel, {})
        regels = tuple(_regels(form, antwoorden, leeg=leeg))
        if regels:
            secties.append(Sectie(soort.sleutel, str(soort.naam), regels))
    return secties


def list_velden(soort: str, casus: Casus, *, op: date) -> dict[str, str]:
    """Every field a question of the chair can point at, with its label."""
    return {
        f"{deel.sleutel}.{naam}": str(veld.label)
        for deel in list_delen(soort)
        for naam, veld in deel(casus=casus, on=op).fields.items()
    }


def _kop(document: Document) -> Sectie:
    verzoek = document.casus.tafelverzoek
    paren = [
        (_("Soort gesprek"), str(Gesprek(verzoek.soort).label)),
        (_("Aanmelder"), f"{document.casus.houder.naam}, {document.casus.houder.organisatie.naam}"),
        (_("Namens"), str(Aanmelder(verzoek.aanmelder).label)),
    ]
    if verzoek.mede_naam:
        paren.append((_("Samen met"), f"{verzoek.mede_naam}, {verzoek.mede_organisatie}"))
    if plan := document.inhoud.get("veiligheidsplan"):
        paren.append((_("Veiligheidsplan"), _("versie %(nummer)s") % {"nummer": plan}))
    return Sectie("", _("Dit verzoek"), tuple(Regel("", *paar) for paar in paren))


def _personen(personen: list[Mapping[str, str]]) -> Sectie:
    regels = []
    for persoon in personen:
        geboren = persoon["geboortedatum"]
        delen = [
            persoon["naam"],
            dag(date.fromisoformat(geboren)) if geboren else "",
            _("heeft gezag") if persoon["gezag"] else "",
            _("BSN %(bsn)s") % {"bsn": persoon["bsn"]} if persoon["bsn"] else "",
            persoon["adres"],
        ]
        regels.append(Regel("", persoon["rol"], ", ".join(deel for deel in delen if deel)))
    return Sectie("", _("Wie horen bij dit gezin"), tuple(regels))


def _regels(form: forms.Form, antwoorden: Mapping[str, Any], *, leeg: bool) -> Iterator[Regel]:
    for naam, veld in form.fields.items():
        waarde = _show(veld, antwoorden.get(naam))
        if waarde or leeg:
            yield Regel(f"{form.sleutel}.{naam}", str(veld.label), waarde)


def _show(veld: forms.Field, waarde: Any) -> str:
    """An answer as people read it; "" for none."""
    if not waarde:
        return ""
    for soort, toon in TOON:
        if isinstance(veld, soort):
            return toon(veld, waarde)
    return str(waarde)


def _name_organisatie(_veld: forms.Field, waarde: Any) -> str:
    gekozen = Organisatie.objects.filter(pk=waarde).first()
    return gekozen.naam if gekozen else ""


def _name_choices(veld: Any, waarde: Any) -> str:
    namen = dict(veld.choices)
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return ", ".join(str(namen.get(deel, deel)) for deel in gekozen)


#: How an answer of each kind of field reads; the first kind that fits.
TOON = (
    (forms.BooleanField, lambda _veld, _waarde: _("ja")),
    (forms.DateField, lambda _veld, waarde: dag(date.fromisoformat(str(waarde)))),
    (forms.ModelChoiceField, _name_organisatie),
    (forms.ChoiceField, _name_choices),
)


def make_stuk(document: Document) -> Stuk:
    """The request on paper, to read aloud and to search (PDF/UA)."""
    blokken: list[Blok] = []
    for sectie in list_secties(document):
        paren = tuple((regel.label, regel.waarde) for regel in sectie.regels)
        blokken += [Kop(1, sectie.kop), Velden(paren)]
    houder = document.door
    blokken.append(
        Ondertekening(
            naam=houder.naam,
            functie=_("Aanmelder"),
            organisatie=houder.organisatie.naam,
            datum=document.vastgesteld_op,
        )
    )
    return Stuk(
        titel=_("Verzoek tot bespreking aan de Jeugdbeschermingstafel"),
        datum=document.vastgesteld_op,
        kenmerk=f"{document.casus.nummer}, {_('versie')} {document.versie}",
        blokken=tuple(blokken),
        voet=_("Vertrouwelijk"),
    )
