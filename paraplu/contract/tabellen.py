"""A reckoning as tables, the same for page, comparison, file and command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from paraplu.web.getallen import MIN

from .rekenen.afronden import HONDERD, round_centen, round_euro
from .rekenen.begroting import GEVRAAGD_BEDRAG, GEVRAAGD_PROCENT, compute_totaal
from .rekenen.herkomst import read_bronnen
from .rekenen.invoer import Uitkomst, herkomst_of
from .rekenen.jaren import Jaaruitkomst, needs_no_rise
from .rekenen.tarief import IN_TARIEF
from .rekenen.velden import LIJSTEN, SOORTEN, VELDEN

#: How many decimals a unit has on screen.
DECIMALEN = {"euro": 0, "tarief": 2, "uur": 1, "caseload": 2, "fte": 1, "procent": 1}
Meet = Callable[[Jaaruitkomst], Decimal]


@dataclass(frozen=True)
class Rij:
    """One line: a value per column, with the requirement it follows."""

    naam: str
    waarden: tuple[Decimal, ...]
    eenheid: str
    bron: str = ""

    def cellen(self) -> list[str]:
        """The values as a reader writes them."""
        return [show(waarde, self.eenheid) for waarde in self.waarden]


@dataclass(frozen=True)
class Tabel:
    """A table of years; `sleutel` is the anchor on the page."""

    sleutel: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]


def show(waarde: Decimal, eenheid: str) -> str:
    """A value as text: half up, a point between thousands, and the euro sign where it is money.

    >>> show(Decimal("1234.565"), "tarief")
    '€\\xa01.234,57'
    """
    aantal = DECIMALEN.get(eenheid, 1)
    afgerond = round_centen(waarde) if aantal == 2 else waarde
    tekst = f"{round_euro(afgerond) if not aantal else afgerond:,.{aantal}f}"
    tekst = tekst.translate(str.maketrans(",.", ".,")).replace("-", MIN)
    if eenheid in {"euro", "tarief"}:
        return f"{MIN if tekst.startswith(MIN) else ''}€\u00a0{tekst.removeprefix(MIN)}"
    return f"{tekst}%" if eenheid == "procent" else tekst


def list_metingen(uitkomst: Uitkomst) -> Iterator[tuple[str, Meet, str, str]]:
    """Every outcome of a year: its name, how it is read, its unit and requirement."""
    yield _("Zoektijd"), lambda j: j.invoer.zoektijd, "procent", "R173"
    yield _("Verloop"), lambda j: j.invoer.verloop, "procent", "R178"
    yield _("Overhead"), lambda j: j.invoer.overhead, "procent", "R176"
    yield _("Productieve uren"), lambda j: j.uren.productief, "uur", "R179"
    yield _("Uren voor gezinnen"), lambda j: j.uren.gezinnen, "uur", "R172"
    for soort in uitkomst.plan.normuren:
        naam = SOORTEN.get(soort, soort)
        yield _("Caseload, %(soort)s") % {"soort": naam}, _caseload(soort), "caseload", "R166"
        yield _("Uren per gezin, %(soort)s") % {"soort": naam}, _gezin(soort), "uur", "R172"
    yield _("Kostprijs per uur"), lambda j: j.kostprijs.bedrag, "tarief", "R164"
    yield _("Tarief dat wordt betaald"), lambda j: j.tarief, "tarief", "R158"
    yield _("Maatregelen"), lambda j: sum(j.aantallen.values(), Decimal(0)), "uur", "R183"
    yield _("Jeugdbeschermers (voltijds)"), lambda j: j.fte, "fte", "R166"
    yield _("Kosten van de maatregelen"), lambda j: j.bedrag, "euro", "R7"
    yield _("In prijzen van het begin"), lambda j: j.bedrag_vast, "euro", "R171"
    if uitkomst.plan.jeugdhulp:
        yield _("Jeugdhulp op een bepaling"), lambda j: j.jeugdhulp, "euro", "R175"


def _caseload(soort: str) -> Meet:
    return lambda jaar: jaar.caseload[soort]


def _gezin(soort: str) -> Meet:
    return lambda jaar: jaar.gezinsuren_per_maatregel[soort]


def make_tabellen(uitkomst: Uitkomst) -> list[Tabel]:
    """All tables of one reckoning; those of gemeenten and GI's only where they were filled in."""
    koppen = tuple(str(jaar.jaar) for jaar in uitkomst.jaren)
    rijen = tuple(
        Rij(naam, tuple(meet(jaar) for jaar in uitkomst.jaren), eenheid, bron)
        for naam, meet, eenheid, bron in list_metingen(uitkomst)
    )
    tabellen = [
        Tabel("gevolgen", _("Wat er verandert"), koppen, rijen),
        _make_samenstelling(uitkomst, koppen),
        _make_begroting(uitkomst, koppen),
        _make_illustratie(uitkomst, koppen),
    ]
    if uitkomst.plan.gemeenten:
        tabellen.append(_make_gemeenten(uitkomst, koppen))
    if uitkomst.plan.gis:
        tabellen.extend(_make_gis(uitkomst, koppen))
    return tabellen


def _make_samenstelling(uitkomst: Uitkomst, koppen: tuple[str, ...]) -> Tabel:
    rijen = [
        Rij(naam, tuple(jaar.kostprijs.delen[deel] for jaar in uitkomst.jaren), "tarief", "R164")
        for deel, naam in IN_TARIEF.items()
    ]
    som = tuple(jaar.kostprijs.bedrag for jaar in uitkomst.jaren)
    rijen.append(Rij(_("Samen: de kostprijs"), som, "tarief", "R163"))
    return Tabel("samenstelling", _("Waaruit de kostprijs bestaat"), koppen, tuple(rijen))


def _make_begroting(uitkomst: Uitkomst, koppen: tuple[str, ...]) -> Tabel:
    jaren = uitkomst.begroting
    kosten = [round_euro(jaar.bedrag) for jaar in uitkomst.jaren]
    ruimte = tuple(b.kader - k for b, k in zip(jaren, kosten, strict=True))
    rijen = (
        Rij(_("Kader: de kosten van het begin"), tuple(b.basis for b in jaren), "euro", "R7"),
        Rij(_("Indexatie"), tuple(b.indexatie for b in jaren), "euro", "R7, R158"),
        Rij(_("Correctie voor volume"), tuple(b.volumecorrectie for b in jaren), "euro", "R7"),
        Rij(_("Preventieve jeugdbescherming"), tuple(b.preventief for b in jaren), "euro", "R7"),
        Rij(_("Eenmalige kosten"), tuple(b.eenmalig for b in jaren), "euro", "R162"),
        Rij(_("Begroting"), tuple(b.totaal for b in jaren), "euro", "R7"),
        Rij(_("Ruimte in het kader na de kosten van de maatregelen"), ruimte, "euro", "R7, R192"),
    )
    return Tabel("begroting", _("De begroting"), koppen, rijen)


def _make_illustratie(uitkomst: Uitkomst, koppen: tuple[str, ...]) -> Tabel:
    """What the GI's asked in 2020 beside these costs: a check whether the amounts are likely (R170)."""
    totaal = compute_totaal(stijging=GEVRAAGD_BEDRAG, procent=GEVRAAGD_PROCENT)
    kosten = [jaar.bedrag for jaar in uitkomst.jaren]
    hier = tuple(kost * GEVRAAGD_PROCENT / HONDERD for kost in kosten)
    aandeel = tuple(kost * HONDERD / totaal for kost in kosten)
    vast = len(koppen)
    rijen = (
        Rij(_("Gevraagde stijging van de tarieven"), (GEVRAAGD_PROCENT,) * vast, "procent", "R170"),
        Rij(_("Dat kostte volgens de vraag, per jaar"), (GEVRAAGD_BEDRAG,) * vast, "euro", "R170"),
        Rij(_("Daaruit volgt: alle kosten per jaar"), (totaal,) * vast, "euro", "R170"),
        Rij(_("Dezelfde stijging over deze berekening"), hier, "euro", "R170"),
        Rij(_("Deze kosten als deel van alle kosten"), aandeel, "procent", "R170"),
    )
    return Tabel("illustratie", _("De vraag van de GI’s van 2020, ter vergelijking"), koppen, rijen)


def conclude_gemeenten(uitkomst: Uitkomst) -> str:
    """Whether gemeenten pay more, in a sentence; empty where none was filled in (R171)."""
    if not uitkomst.plan.gemeenten:
        return ""
    stijgers = [str(jaar.jaar) for jaar in uitkomst.jaren if not needs_no_rise(jaar)]
    if not stijgers:
        return _("Voor geen gemeente stijgen de kosten, zonder indexatie.")
    return _("Voor ten minste één gemeente stijgen de kosten in %(jaren)s, zonder indexatie.") % {
        "jaren": ", ".join(stijgers)
    }


def _make_gemeenten(uitkomst: Uitkomst, koppen: tuple[str, ...]) -> Tabel:
    rijen = tuple(
        Rij(g.naam, tuple(jaar.gemeenten[plek].verschil for jaar in uitkomst.jaren), "euro", "R171")
        for plek, g in enumerate(uitkomst.plan.gemeenten)
    )
    titel = _("Per gemeente: meer of minder dan in het begin, zonder indexatie")
    return Tabel("gemeenten", titel, koppen, rijen)


def _make_gis(uitkomst: Uitkomst, koppen: tuple[str, ...]) -> Iterator[Tabel]:
    delen = (
        ("gi-mensen", _("Per GI: jeugdbeschermers (voltijds)"), "fte"),
        ("gi-omzet", _("Per GI: omzet"), "euro"),
    )
    for sleutel, titel, eenheid in delen:
        rijen = tuple(
            Rij(
                gi.naam,
                tuple(
                    jaar.gis[plek].fte if eenheid == "fte" else jaar.gis[plek].omzet
                    for jaar in uitkomst.jaren
                ),
                eenheid,
                "R306",
            )
            for plek, gi in enumerate(uitkomst.plan.gis)
        )
        yield Tabel(sleutel, titel, koppen, rijen)


@dataclass(frozen=True)
class Getalbron:
    """One number that was filled in: what, how much, and where it comes from."""

    naam: str
    waarde: str
    eenheid: str
    herkomst: str


def list_invoer(invoer: dict[str, str]) -> list[Getalbron]:
    """Every number of a reckoning with its source or `aanname`; empty ones are left out."""
    bronnen = read_bronnen(invoer)
    velden = [
        Getalbron(
            veld.naam,
            invoer[sleutel],
            "" if veld.eenheid == "jaar" else veld.eenheid,
            herkomst_of(sleutel, invoer[sleutel], bronnen),
        )
        for sleutel, veld in VELDEN.items()
        if invoer.get(sleutel)
    ]
    lijsten = [
        Getalbron(naam, invoer[sleutel], "", herkomst_of(sleutel, invoer[sleutel], bronnen))
        for sleutel, naam in LIJSTEN.items()
        if invoer.get(sleutel)
    ]
    return velden + lijsten
