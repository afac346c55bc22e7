"""What a talk at the table must have discussed before it can be closed. No database and no clock.

The page shows it as an agenda, the form as its errors, and the guard of the step as a list; all
three ask this one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from .models import MET_PERIODE, MET_VTO, Afspraak, Besluit, Genodigde, Gesprek, Uitkomst

JA, NEE = "ja", "nee"

#: The agenda: key of each part, what it is called, and the requirements that ask for it.
AGENDA: Final[tuple[tuple[str, Any, tuple[str, ...]], ...]] = (
    ("aanwezig", _("Wie is er"), ("R56", "R57")),
    ("gezin", _("Wat ouders en kinderen zeggen"), ("R57", "R266", "R267")),
    ("beeld", _("Waar gaat het goed, waar loopt het vast, waardoor"), ("R269",)),
    ("veiligheid", _("Is het veilig genoeg"), ("R69", "R268")),
    ("inschatting", _("Wat kan dit gezin"), ("R273",)),
    ("vrijwillig", _("Wat kan nog vrijwillig"), ("R264", "R272")),
    ("raad", _("Wat de Raad adviseert"), ("R270",)),
    ("besluit", _("Het besluit"), ("R72", "R73", "R74")),
    ("afspraken", _("De afspraken"), ("R69", "R71")),
    ("evaluatie", _("Wanneer kijken wij terug"), ("R60", "R265")),
)


@dataclass(frozen=True)
class Mens:
    """Somebody of whom the talk asks something; `sleutel` is how the form calls them."""

    sleutel: str
    rol: str
    wijze: str = ""


@dataclass(frozen=True)
class Gemis:
    """Something that is missing or cannot be right: in which part, at which field, in a sentence."""

    deel: str
    veld: str
    zin: Any


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What has to be judged: what was filled in, of which kind of talk, about whom, on which day."""

    velden: Mapping[str, Any]
    soort: str
    mensen: tuple[Mens, ...] = ()
    #: Agreements as filled in; an empty row is no row.
    afspraken: tuple[Mapping[str, Any], ...] = ()
    op: date

    def staat(self, veld: str) -> bool:
        """Whether something was filled in."""
        waarde = self.velden.get(veld)
        return bool(waarde.strip()) if isinstance(waarde, str) else waarde not in (None, "")

    def is_(self, veld: str, *waarden: str) -> bool:
        """Whether one of these was chosen."""
        return self.velden.get(veld) in waarden


#: Texts that every talk has, with what is said when they are missing.
ALTIJD: Final[Mapping[str, tuple[tuple[str, Any], ...]]] = MappingProxyType(
    {
        "beeld": (
            ("gaat_goed", _("Schrijf op wat goed gaat.")),
            ("loopt_vast", _("Schrijf op waar het vastloopt.")),
            ("waardoor", _("Schrijf op waardoor het vastloopt.")),
            ("nodig", _("Schrijf op wat er nodig is.")),
        ),
        "veiligheid": (("veiligheid", _("Schrijf op of het veilig genoeg is, en waarom.")),),
        "inschatting": (
            ("motivatie", _("Schrijf op hoe graag de ouders willen veranderen.")),
            ("leerbaarheid", _("Schrijf op wat de ouders kunnen leren.")),
            ("inzicht", _("Schrijf op hoe de ouders zelf naar de zorgen kijken.")),
            ("conclusie", _("Schrijf op wat dit gezin wel en niet kan.")),
        ),
        "vrijwillig": (
            ("benut", _("Kies of alles is gebruikt wat vrijwillig kan.")),
            ("benut_toelichting", _("Schrijf op waarom er vrijwillig wel of niet meer kan.")),
            ("laatste_kans", _("Kies of er nog een laatste kans is.")),
            ("laatste_kans_toelichting", _("Schrijf op wat de kans is, of waarom die er niet is.")),
        ),
        "raad": (("advies", _("Kies wat de Raad adviseert.")),),
        "besluit": (
            ("route", _("Schrijf op hoe het na dit gesprek verder gaat.")),
            ("hulp", _("Schrijf op welke hulp doorgaat en welke hulp nodig is.")),
            ("besloten", _("Kies of u samen besloot.")),
        ),
    }
)


def list_gemis(vraag: Vraag) -> list[Gemis]:
    """Everything that is missing for this talk to be closed, in the order of the agenda."""
    regels: tuple[Callable[[Vraag], Iterator[Gemis]], ...] = (
        _aanwezig,
        _gezin,
        _altijd,
        _raad,
        _besluit,
        _toets,
        _afspraken,
        _evaluatie,
    )
    plek = {deel: nummer for nummer, (deel, _naam, _vereisten) in enumerate(AGENDA)}
    gevonden = [gemis for regel in regels for gemis in regel(vraag)]
    return sorted(gevonden, key=lambda gemis: plek[gemis.deel])


def _aanwezig(vraag: Vraag) -> Iterator[Gemis]:
    for mens in vraag.mensen:
        veld = f"aanwezig_{mens.sleutel}"
        if not vraag.staat(veld):
            yield Gemis("aanwezig", veld, _("Kies van iedereen of hij er was."))


def _gezin(vraag: Vraag) -> Iterator[Gemis]:
    """Parents who are there tell two things (R266); a child is heard in the way agreed on (R57)."""
    for mens in vraag.mensen:
        er_was = vraag.is_(f"aanwezig_{mens.sleutel}", JA)
        if mens.rol == Genodigde.Rol.OUDER and er_was:
            if not vraag.staat(f"hulp_{mens.sleutel}"):
                yield Gemis(
                    "gezin",
                    f"hulp_{mens.sleutel}",
                    _("Schrijf op wat deze ouder van de hulp vindt."),
                )
            if not vraag.staat(f"thuis_{mens.sleutel}"):
                yield Gemis(
                    "gezin",
                    f"thuis_{mens.sleutel}",
                    _("Schrijf op hoe het volgens deze ouder thuis gaat."),
                )
        hoort = er_was or mens.wijze != Genodigde.Wijze.AAN_TAFEL
        if mens.rol == Genodigde.Rol.KIND and hoort and not vraag.staat(f"kind_{mens.sleutel}"):
            yield Gemis("gezin", f"kind_{mens.sleutel}", _("Schrijf op wat dit kind zegt."))


def _altijd(vraag: Vraag) -> Iterator[Gemis]:
    for deel, velden in ALTIJD.items():
        for veld, zin in velden:
            if not vraag.staat(veld):
                yield Gemis(deel, veld, zin)


def _raad(vraag: Vraag) -> Iterator[Gemis]:
    """An advice has words, and a decision that differs from it a reason (R270)."""
    if not vraag.staat("advies"):
        return
    advies = vraag.velden["advies"]
    if advies != Besluit.Advies.GEEN and not vraag.staat("advies_tekst"):
        yield Gemis("raad", "advies_tekst", _("Schrijf op wat de Raad zegt."))
    if advies == Besluit.Advies.GEEN or not vraag.staat("uitkomst"):
        return
    volgt = (advies == Besluit.Advies.ONDERZOEK) == (vraag.velden["uitkomst"] in MET_VTO)
    if not volgt and not vraag.staat("advies_afwijking"):
        yield Gemis(
            "raad", "advies_afwijking", _("Schrijf op waarom het besluit anders is dan het advies.")
        )


def _besluit(vraag: Vraag) -> Iterator[Gemis]:
    if not vraag.staat("uitkomst") and vraag.soort != Gesprek.EINDE_OTS:
        yield Gemis("besluit", "uitkomst", _("Kies één van de vier uitkomsten."))
    if vraag.is_("uitkomst", *MET_PERIODE):
        if not vraag.staat("met"):
            yield Gemis("besluit", "met", _("Kies of een GI dit begeleidt, of de tafel evalueert."))
        if not vraag.staat("periode_tot"):
            yield Gemis("besluit", "periode_tot", _("Vul in tot wanneer dit duurt."))
        elif vraag.velden["periode_tot"] <= vraag.op:
            yield Gemis("besluit", "periode_tot", _("Kies een dag die nog komt."))
    if vraag.is_("uitkomst", Uitkomst.ONDERZOEK) and vraag.is_("laatste_kans", JA):
        yield Gemis(
            "besluit",
            "uitkomst",
            _(
                "Er is nog een laatste kans. Kies een uitkomst waarin u die gebruikt, "
                "of schrijf op waarom die kans er niet is."
            ),
        )
    if vraag.is_("besloten", Besluit.Besloten.VOORZITTER) and not vraag.staat("afwijkend"):
        yield Gemis("besluit", "afwijkend", _("Schrijf op wie het anders ziet, en waarom."))
    if vraag.is_("besloten", Besluit.Besloten.SAMEN) and vraag.staat("afwijkend"):
        yield Gemis(
            "besluit",
            "afwijkend",
            _("Iemand ziet het anders. Dan heeft de voorzitter besloten. Kies dat."),
        )


def _toets(vraag: Vraag) -> Iterator[Gemis]:
    """The review of an intended end of an OTS (R81, R274)."""
    if vraag.soort != Gesprek.EINDE_OTS:
        return
    for veld, zin in (
        ("toets", _("Kies of de ondertoezichtstelling kan eindigen.")),
        ("toets_toelichting", _("Schrijf op waarom dat wel of niet kan.")),
        ("rol_ouders", _("Schrijf op wat de ouders daarna zelf doen.")),
        ("bijdragen", _("Schrijf op wie daarna wat bijdraagt.")),
    ):
        if not vraag.staat(veld):
            yield Gemis("besluit", veld, zin)


def _afspraken(vraag: Vraag) -> Iterator[Gemis]:
    """Each agreement has an owner and a day; of safety also who supervises and supports (R69)."""
    for rij in vraag.afspraken:
        yield from _afspraak(rij, vraag.op)
    if not any(rij.get("soort") == Afspraak.Soort.VEILIGHEID for rij in vraag.afspraken):
        yield Gemis(
            "afspraken",
            "afspraak_1_tekst",
            _("Maak ten minste één afspraak over veiligheid: wie doet wat, en wie let erop."),
        )


def _afspraak(rij: Mapping[str, Any], op: date) -> Iterator[Gemis]:
    begin = f"afspraak_{rij['nummer']}_"
    for veld, zin in (
        ("tekst", _("Schrijf op wat er is afgesproken.")),
        ("soort", _("Kies waar de afspraak over gaat.")),
        ("wie", _("Kies wie dit doet.")),
        ("uiterlijk", _("Vul in wanneer dit klaar is.")),
    ):
        if not rij.get(veld):
            yield Gemis("afspraken", begin + veld, zin)
    if rij.get("uiterlijk") and rij["uiterlijk"] < op:
        yield Gemis("afspraken", begin + "uiterlijk", _("Kies een dag die nog komt."))
    if rij.get("soort") != Afspraak.Soort.VEILIGHEID:
        return
    if not rij.get("toezicht"):
        yield Gemis("afspraken", begin + "toezicht", _("Schrijf op wie toezicht houdt."))
    if not rij.get("steun"):
        yield Gemis("afspraken", begin + "steun", _("Schrijf op wie de ouders hierbij steunt."))


def must_evaluate(vraag: Vraag) -> bool:
    """After the second outcome always; after the third when the table itself evaluates (R60, R72)."""
    return vraag.is_("uitkomst", Uitkomst.NIET_VRIJBLIJVEND) or (
        vraag.is_("uitkomst", Uitkomst.MET_ONDERZOEK) and vraag.is_("met", Besluit.Met.EVALUATIES)
    )


def _evaluatie(vraag: Vraag) -> Iterator[Gemis]:
    """A moment where one is due; after kwart voor twaalf a moment, or why there is none (R60)."""
    wijze, dag = vraag.staat("evaluatie_wijze"), vraag.staat("evaluatie_op")
    moet = must_evaluate(vraag)
    if dag and vraag.velden["evaluatie_op"] <= vraag.op:
        yield Gemis("evaluatie", "evaluatie_op", _("Kies een dag die nog komt."))
    if dag and not wijze:
        yield Gemis("evaluatie", "evaluatie_wijze", _("Kies hoe u terugkijkt."))
    if (wijze or moet) and not dag:
        yield Gemis("evaluatie", "evaluatie_op", _("Vul in wanneer u terugkijkt."))
    if moet and not wijze and not dag:
        yield Gemis("evaluatie", "evaluatie_wijze", _("Kies hoe u terugkijkt."))
    kwart = vraag.soort == Gesprek.KWART and not moet
    if kwart and not wijze and not dag and not vraag.staat("geen_evaluatie"):
        yield Gemis(
            "evaluatie",
            "geen_evaluatie",
            _("Plan een moment, of schrijf op waarom dat niet hoeft."),
        )
