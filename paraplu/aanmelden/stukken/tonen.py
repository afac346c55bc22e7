"""How a document reads, on the screen and on paper: headings with label and value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen import kluis
from paraplu.casussen.forms.gezin import GESLACHTEN
from paraplu.casussen.models import Document, Maatregel, Persoon
from paraplu.netwerk.models import Sector
from paraplu.web.templatetags.kader import dag

from ..models import Contactverslag
from . import keuzes
from .bepaling import Bepaling, Overleg
from .formulier import Collega, Deel1, Deel2, Mens
from .opslag import from_inhoud

NAMEN = {
    "bepaling": gettext_lazy("Bepaling jeugdhulp"),
    "aanmeldformulier": gettext_lazy("Gelders aanmeldformulier"),
}


@dataclass(frozen=True)
class Sectie:
    """A heading with what stands below it; what was not filled in is left out."""

    kop: str
    paren: tuple[tuple[str, str], ...]


def name_document(soort: str) -> str:
    """How people call a kind of document."""
    return str(NAMEN.get(soort, soort.replace("_", " ")))


def list_secties(document: Document, *, met_deel_2: bool) -> list[Sectie]:
    """What a reader sees of a document: part 2 only when that was given to this reader."""
    if document.soort == "bepaling":
        secties = _show_bepaling(Bepaling.from_inhoud(document.inhoud))
    else:
        secties = _show_deel_1(from_inhoud(Deel1, document.inhoud))
    if met_deel_2 and document.persoonsgegevens is not None:
        secties += _show_deel_2(kluis.unseal(document.persoonsgegevens))
    return [sectie for sectie in secties if sectie.paren]


def _sectie(kop: str, *paren: tuple[str, Any]) -> Sectie:
    tekst = ((label, _text(waarde)) for label, waarde in paren)
    return Sectie(kop, tuple((label, waarde) for label, waarde in tekst if waarde))


def _text(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return dag(waarde)
    if isinstance(waarde, tuple | list):
        return ", ".join(_text(deel) for deel in waarde)
    return "" if waarde is None else str(waarde)


def _show_hulp(stuk: Bepaling | Deel1) -> tuple[tuple[str, Any], ...]:
    eenheid = keuzes.eenheden().get(stuk.eenheid, stuk.eenheid)
    frequentie = keuzes.frequenties().get(stuk.frequentie, stuk.frequentie)
    omvang = f"{stuk.volume} × {eenheid}, {frequentie.lower()}" if stuk.volume else ""
    return (
        (_("Passende zorgvorm"), keuzes.zorgvormen().get(stuk.tussentaal, "")),
        (_("Omschrijving"), stuk.zorgvorm),
        (_("Begint op"), stuk.begin),
        (_("Duurt tot en met"), stuk.einde),
        (_("Omvang"), omvang),
        (_("Evaluatiemomenten"), stuk.evaluatiemomenten),
        (_("Steun voor het gezin"), stuk.steun_voor_gezin),
    )


def _show_bepaling(stuk: Bepaling) -> list[Sectie]:
    maatregelen = dict(Maatregel.Soort.choices)
    return [
        _sectie(_("De hulp"), *_show_hulp(stuk)),
        _sectie(
            _("Waarom deze hulp"),
            (_("Maatregel"), maatregelen.get(stuk.maatregel, _("Geen: vrijwillige hulp"))),
            (_("Onderbouwing"), stuk.onderbouwing),
            (_("Gesproken met kind en gezin"), stuk.gezin_gesproken_op),
            (_("Besproken met gedragswetenschapper"), stuk.gw_geraadpleegd_op),
        ),
        _sectie(_("Overleg"), *_show_overleg(stuk.overleg)),
        _sectie(
            _("De aanbieder"),
            (_("Aanbieder"), stuk.aanbieder_naam or stuk.aanbieder),
            (_("Ingekocht in deze regio"), stuk.gecontracteerd if stuk.aanbieder else ""),
            (_("Waarom zonder contract"), stuk.reden_zonder_contract),
            (_("Akkoord van de functionaris"), stuk.toestemming_op),
            (_("Past bij de inkoopafspraken"), stuk.volgens_inkoop if stuk.aanbieder else ""),
        ),
        _sectie(
            _("Wat is gedaan"),
            *(
                (keuzes.name_of(keuzes.Processtap, gedaan.stap), gedaan.op or _("niet gedaan"))
                for gedaan in stuk.processtappen
            ),
        ),
    ]


def _show_overleg(rijen: Iterable[Overleg]) -> list[tuple[str, str]]:
    paren = []
    for rij in rijen:
        wie = keuzes.name_of(Contactverslag.Met, rij.met)
        paren.append((wie, f"{dag(rij.op)}, {rij.organisatie}, {rij.gesproken_met}"))
        paren.append((_("Advies"), rij.advies))
        paren.append((_("Verschil van mening"), rij.verschil))
    return paren


def _show_deel_1(stuk: Deel1) -> list[Sectie]:
    """Long as the form is: one line per question."""
    afwijzingen = "\n".join(
        f"{rij.aanbieder}, {dag(rij.op)}: {rij.reden}" for rij in stuk.eerdere_afwijzingen
    )
    geslachten = {waarde: str(naam) for waarde, naam in GESLACHTEN if waarde in {"1", "2"}}
    return [
        _sectie(
            _("Deel 1: de vraag"),
            (_("Kenmerk"), stuk.kenmerk),
            (_("Bedoeld voor"), keuzes.name_of(keuzes.Doel, stuk.doel)),
            (_("Verwijzer"), keuzes.name_of(keuzes.Verwijzer, stuk.verwijzer)),
            (_("Sector"), [str(Sector(s).label) for s in stuk.sectoren if s in Sector.values]),
            (_("Vraag"), stuk.vraag),
            (_("Perspectief"), stuk.perspectief),
            (_("Spoed"), stuk.spoed),
            (_("Gewenste start"), stuk.gewenste_start),
            (_("Waar rekening mee te houden"), stuk.beperkingen),
        ),
        _sectie(_("De hulp"), *_show_hulp(stuk)),
        _sectie(
            _("Kind en gezin"),
            (_("Leeftijd"), _("%(jaar)s jaar") % {"jaar": stuk.leeftijd} if stuk.leeftijd else ""),
            (_("Geslacht"), geslachten.get(stuk.geslacht, "")),
            (_("Gemeente"), stuk.gemeente),
            (_("Kader"), [keuzes.name_of(keuzes.Kader, kader) for kader in stuk.kader]),
            (_("Woonsituatie"), keuzes.name_of(keuzes.Woonsituatie, stuk.woonsituatie)),
            (_("Uitleg bij de woonsituatie"), stuk.woonsituatie_uitleg),
            (_("Het gezin"), stuk.gezinsbeeld),
            (_("Wat gaat goed"), stuk.gaat_goed),
            (_("Wat stagneert, en waarom"), stuk.stagneert),
            (_("Veiligheid"), stuk.veiligheid),
            (_("Er is een veiligheidsplan"), stuk.veiligheidsplan),
            (_("Eerdere hulp"), stuk.eerdere_hulp),
        ),
        _sectie(
            _("Hoe ieder het ziet"),
            (_("Het kind"), stuk.visie_kind),
            (_("De ouders"), stuk.visie_ouders),
            (_("Het netwerk"), stuk.visie_netwerk),
        ),
        _sectie(
            _("Wat al is gezocht"),
            (_("Overleg met het lokale team"), stuk.overleg_op),
            (_("Welk aanbod is bekeken"), stuk.overleg_aanbod),
            (_("Eerdere afwijzingen"), afwijzingen),
        ),
    ]


def _show_deel_2(inhoud: dict[str, Any]) -> list[Sectie]:
    if "kind" not in inhoud:
        return [_sectie(_("Deel 2: persoonsgegevens"), *inhoud.items())]
    stuk = from_inhoud(Deel2, inhoud)
    maatregelen = dict(Maatregel.Soort.choices)
    return [
        _sectie(
            _("Deel 2: persoonsgegevens van het kind"),
            (_("Naam"), stuk.kind.naam),
            (_("Geboortedatum"), stuk.kind.geboortedatum),
            (_("Burgerservicenummer"), stuk.bsn),
            (_("Adres"), stuk.kind.adres),
            (_("Maatregel"), maatregelen.get(stuk.maatregel, "")),
            (_("Maatregel begon op"), stuk.maatregel_vanaf),
            (_("Maatregel loopt tot"), stuk.maatregel_tot),
            (_("Gemeente"), stuk.gemeente),
            (_("Hoe de gemeente is bepaald"), keuzes.name_of(keuzes.Woonplaats, stuk.woonplaats)),
            (_("Gezondheid"), stuk.gezondheid),
            (_("Toestemming"), stuk.toestemming),
        ),
        _sectie(
            _("Gezin"),
            *((keuzes.name_of(Persoon.Rol, mens.rol), _show_mens(mens)) for mens in stuk.opvoeders),
            *((_("Ander kind"), _show_mens(mens)) for mens in stuk.andere_kinderen),
        ),
        _sectie(
            _("Professionals"),
            (_("Jeugdbeschermer"), _show_collega(stuk.jeugdbeschermer)),
            (_("Lokaal team"), _show_collega(stuk.lokaal_team)),
        ),
    ]


def _show_mens(mens: Mens) -> str:
    gezag = _("heeft gezag") if mens.gezag else ""
    delen = (mens.naam, _text(mens.geboortedatum), gezag, mens.adres, mens.telefoon)
    return ", ".join(deel for deel in delen if deel)


def _show_collega(collega: Collega | None) -> str:
    if collega is None:
        return ""
    delen = (collega.naam, collega.organisatie, collega.telefoon, collega.e_mail)
    return ", ".join(deel for deel in delen if deel)


def list_bekend(deel_1: Deel1) -> list[tuple[str, str]]:
    """What goes on the form without being asked, as people read it (R275)."""
    afwijzingen = [f"{rij.aanbieder}: {rij.reden}" for rij in deel_1.eerdere_afwijzingen]
    sectie = _sectie(
        "",
        (_("Leeftijd"), deel_1.leeftijd),
        (_("Gemeente"), deel_1.gemeente),
        *_show_hulp(deel_1),
        (_("Overleg met het lokale team"), deel_1.overleg_op),
        (_("Eerdere afwijzingen"), afwijzingen),
    )
    return list(sectie.paren)
