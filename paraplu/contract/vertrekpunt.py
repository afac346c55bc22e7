"""A reckoning begins with what Paraplu knows: product book, norms and budget of a day, and the monitor.

Every number comes with its source. What is hidden from this reader or not known is not guessed: it
stays empty, or stands as a question mark in a list, and whoever reckons fills in an assumption.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from paraplu.afspraken.producten import groep, maatregelen
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import BUITEN, GELDERLAND, Gebied
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from . import queries
from .models import Product, Werknorm
from .rekenen.afronden import EEN, HONDERD, round_centen, round_euro
from .rekenen.invoer import read_getal
from .rekenen.velden import BASISJAAR, JAREN, LIJSTEN, SOORTEN, VELDEN

#: The kinds of measure of the calculator as the monitor groups them (P50).
GROEPEN: Final = {"OTS": "ots", "voogdij": "voogdij", "JR": "jr"}
#: Help on a GI's bepaling (P53, variant ii).
VERWIJZER_GI: Final = "verwijzer_gi"
ONBEKEND: Final = "?"
_PERIODE: Final = Periode.jaar(BASISJAAR)


@dataclass(frozen=True)
class Gemis:
    """A number that has to be filled in as an assumption, and why it is not here."""

    sleutel: str
    waarom: str

    @property
    def naam(self) -> str:
        """What the number is called."""
        veld = VELDEN.get(self.sleutel)
        return veld.naam if veld else LIJSTEN[self.sleutel]


@dataclass(frozen=True, kw_only=True)
class Vertrekpunt:
    """What a reckoning begins with, by key of `rekenen.velden`."""

    op: date
    gebied: Gebied
    invoer: dict[str, str] = field(default_factory=dict)
    bronnen: dict[str, tuple[str, str]] = field(default_factory=dict)
    ontbreekt: list[Gemis] = field(default_factory=list)

    def take(self, sleutel: str, waarde: Decimal | float | str, bron: str) -> None:
        """A number with its source."""
        tekst = waarde if isinstance(waarde, str) else write_getal(Decimal(str(waarde)))
        self.invoer[sleutel] = tekst
        self.bronnen[sleutel] = (tekst, bron)

    def miss(self, sleutel: str, waarom: str) -> None:
        """A number that is not here."""
        self.ontbreekt.append(Gemis(sleutel, waarom))

    def take_euro(self, sleutel: str, waarde: Waarde, bron: str) -> None:
        """An amount in whole euro's, or why there is none."""
        if isinstance(waarde, Verborgen) or waarde is None:
            self.miss(sleutel, say_waarom(waarde))
        else:
            self.take(sleutel, round_euro(Decimal(str(waarde))), bron)


def write_getal(getal: Decimal) -> str:
    """A number as the calculator reads it.

    >>> write_getal(Decimal("100.50")), write_getal(Decimal("12.0"))
    ('100,5', '12')
    """
    return f"{getal.normalize():f}".replace(".", ",")


def say_waarom(waarde: Waarde) -> str:
    """Why a figure is not here."""
    if isinstance(waarde, Verborgen):
        return _("Verborgen voor u: %(reden)s.") % {"reden": waarde.reden}
    return _("De monitor weet dit niet.")


def make_vertrekpunt(*, op: date, cijfers: Cijfers, gebied: Gebied = GELDERLAND) -> Vertrekpunt:
    """What is known for an area: the book and norms of `op`, the monitor's figures of the base year."""
    punt = Vertrekpunt(op=op, gebied=gebied)
    for sleutel in ("personeel", "indirect_personeel", "bbk"):
        punt.miss(sleutel, _("De bronnen en het productboek geven dit bedrag niet."))
    _take_normen(punt)
    _take_monitor(punt, cijfers)
    _take_productboek(punt)
    _take_eenmalig(punt)
    return punt


def _take_normen(punt: Vertrekpunt) -> None:
    """Norm hours and productive hours, from a norm of work that has the name of the field (R165)."""
    normen = {
        norm.naam.lower(): norm
        for norm in Werknorm.objects.filter(vanaf__lte=punt.op).order_by("vanaf", "id")
    }
    for sleutel in ("productieve_uren", *(f"normuren_{soort}" for soort in SOORTEN)):
        norm = normen.get(VELDEN[sleutel].naam.lower())
        if norm is None or norm.waarde is None:
            punt.miss(sleutel, _("Er is op deze dag geen norm van het werk met deze naam."))
        else:
            bron = f"norm van het werk vanaf {norm.vanaf:%d-%m-%Y}: {norm.bron}"
            punt.take(sleutel, norm.waarde, bron + _mark(verzonnen=norm.verzonnen))


def _mark(*, verzonnen: bool) -> str:
    return " (verzonnen)" if verzonnen else ""


def _take_monitor(punt: Vertrekpunt, cijfers: Cijfers) -> None:
    """Numbers of measures and amounts of the base year, as this reader sees them (R7, R171)."""
    bereik = cijfers.bereik()
    if bereik is None or not bereik[0] <= BASISJAAR <= bereik[1]:
        waarom = _("De monitor heeft geen cijfers over %(jaar)s.") % {"jaar": BASISJAAR}
        for sleutel in (*(f"aantal_{soort}" for soort in SOORTEN), "basis", "jeugdhulp", *LIJSTEN):
            punt.miss(sleutel, waarom)
        return
    dag = cijfers.bekend_op or cijfers.monitor.laatst_bijgewerkt()
    van = f"monitor, {punt.gebied.naam}, bekend op {dag:%d-%m-%Y}"
    _take_aantallen(punt, cijfers, f"V2c op 31-12-{BASISJAAR}, {van}")
    kosten = cijfers.waarden("V1a", _PERIODE, punt.gebied)
    zonder_49 = kosten.get("bedrag_zonder_49")
    punt.take_euro("basis", zonder_49, f"V1a zonder 49, {BASISJAAR}, {van}")
    punt.take_euro("preventief", _subtract(kosten.get("bedrag"), zonder_49), f"V1a, alleen 49, {BASISJAAR}, {van}")  # fmt: skip
    hulp = cijfers.waarden("V1b", _PERIODE, punt.gebied, VERWIJZER_GI)
    punt.take_euro("jeugdhulp", hulp.get("bedrag"), f"V1b op verwijzing van een GI, {BASISJAAR}, {van}")  # fmt: skip
    _take_lijst(punt, cijfers, "gemeenten", "gemeente", f"V2c en V1b, {van}")
    _take_lijst(punt, cijfers, "gis", "gi", f"V2c, {van}")


def _subtract(geheel: Waarde, deel: Waarde) -> Waarde:
    """The rest of what is seen in full; hidden or not known when one of the two is."""
    for waarde in (geheel, deel):
        if waarde is None or isinstance(waarde, Verborgen):
            return waarde
    return Decimal(str(geheel)) - Decimal(str(deel))


def _take_aantallen(punt: Vertrekpunt, cijfers: Cijfers, bron: str) -> None:
    """Measures that ran at the end of the base year, per kind; a hidden row hides its kind."""
    maat = cijfers.find_indicator("V2c").maten[0].sleutel
    per_soort: dict[str, list[Waarde]] = {}
    for rij in cijfers.rijen("V2c", _PERIODE, per="soort_maatregel", gebied=punt.gebied):
        soort = GROEPEN.get(groep(rij.sleutel) or "")
        if soort:
            per_soort.setdefault(soort, []).append(rij.waarden.get(maat))
    for soort in SOORTEN:
        waarden = per_soort.get(soort, [None])
        weg = [w for w in waarden if w is None or isinstance(w, Verborgen)]
        if weg:
            punt.miss(f"aantal_{soort}", say_waarom(weg[0]))
        else:
            punt.take(f"aantal_{soort}", Decimal(sum(waarden)), bron)  # type: ignore[arg-type]


def _take_lijst(punt: Vertrekpunt, cijfers: Cijfers, sleutel: str, per: str, bron: str) -> None:
    """A line per gemeente or GI; what is not seen is a question mark that has to be filled in."""
    maat = cijfers.find_indicator("V2c").maten[0].sleutel
    hulp: dict[str, Waarde] = {}
    if per == "gemeente":
        rijen = cijfers.rijen("V1b", _PERIODE, per=per, gebied=punt.gebied, variant=VERWIJZER_GI)
        hulp = {rij.sleutel: rij.waarden.get("bedrag") for rij in rijen}
    regels = []
    for rij in cijfers.rijen("V2c", _PERIODE, per=per, gebied=punt.gebied):
        if rij.sleutel == BUITEN:
            continue
        getallen = [rij.waarden.get(maat)]
        if per == "gemeente":
            getallen.append(hulp.get(rij.sleutel))
        regels.append("; ".join([rij.naam[:60], *map(_write_of_niet, getallen)]))
    open_ = sum(regel.count(ONBEKEND) for regel in regels)
    if not regels:
        punt.miss(sleutel, say_waarom(None))
        return
    punt.take(sleutel, "\n".join(regels), bron)
    if open_:
        waarom = _("%(aantal)s getallen zijn verborgen voor u of niet bekend: daar staat een ?.")
        punt.miss(sleutel, waarom % {"aantal": open_})


def _write_of_niet(waarde: Waarde) -> str:
    if waarde is None or isinstance(waarde, Verborgen):
        return ONBEKEND
    return write_getal(round_euro(Decimal(str(waarde))))


def _take_productboek(punt: Vertrekpunt) -> None:
    """Indexation, and the tariff of the day brought back to the base year (R158)."""
    indexaties = queries.indexaties()
    for jaar in JAREN[1:]:
        if jaar in indexaties:
            punt.take(f"indexatie_{jaar}", indexaties[jaar], f"productboek, indexatie {jaar}")
    per_soort, verzonnen = _read_tarieven(punt.op)
    if not per_soort:
        punt.miss("tarief_basis", _("Er is op deze dag geen tarief per uur bekend."))
        return
    gewichten = _weigh(punt, per_soort)
    som = sum(gewichten.values(), Decimal(0))
    tarief = sum((per_soort[s] * gewicht for s, gewicht in gewichten.items()), Decimal(0)) / som
    jaren = range(BASISJAAR + 1, punt.op.year + 1)
    if any(jaar not in indexaties for jaar in jaren if jaar > BASISJAAR + 1):
        punt.miss("tarief_basis", _("Van een jaar is de indexatie niet bekend."))
        return
    terug = EEN
    for jaar in jaren:
        terug *= EEN + indexaties.get(jaar, Decimal(0)) / HONDERD
    if jaren:
        terug *= EEN + read_getal(VELDEN["tariefstijging"].standaard) / HONDERD
    hoe = "gewogen naar uren" if len(set(gewichten.values())) > 1 else "gewoon gemiddelde"
    bron = f"productboek op {punt.op:%d-%m-%Y}, {hoe}, terug naar prijzen van {BASISJAAR} (R158)"
    punt.take("tarief_basis", round_centen(tarief / terug), bron + _mark(verzonnen=verzonnen))


def _read_tarieven(op: date) -> tuple[dict[str, Decimal], bool]:
    """The mean hourly tariff per kind of measure on a day, and whether one of them is made up."""
    soorten = {m.productcode: GROEPEN.get(groep(m.soort_maatregel) or "") for m in maatregelen()}
    bedragen: dict[str, list[Decimal]] = {}
    verzonnen = False
    for product, antwoord in queries.list_tarieven(op=op):
        soort = soorten.get(product.code)
        if soort and product.eenheid == Product.Eenheid.UUR and antwoord.bedrag is not None:
            bedragen.setdefault(soort, []).append(antwoord.bedrag)
            verzonnen |= antwoord.verzonnen
    return {s: sum(rij, Decimal(0)) / len(rij) for s, rij in bedragen.items()}, verzonnen


def _weigh(punt: Vertrekpunt, soorten: dict[str, Decimal]) -> dict[str, Decimal]:
    """Hours of each kind, where number and norm hours of all of them are known; else each counts once."""
    uren = {}
    for soort in soorten:
        delen = [punt.invoer.get(f"{deel}_{soort}") for deel in ("aantal", "normuren")]
        if not all(delen):
            return dict.fromkeys(soorten, EEN)
        uren[soort] = read_getal(delen[0] or "") * read_getal(delen[1] or "")
    return uren if any(uren.values()) else dict.fromkeys(soorten, EEN)


def _take_eenmalig(punt: Vertrekpunt) -> None:
    """One-off costs of the work that the register has an amount for (R162, R319)."""
    for jaar, som, open_ in queries.sum_eenmalig(jaren=(2021, 2022)):
        if som is None:
            punt.miss(f"eenmalig_{jaar}", _("Er staat nog geen bedrag in het register (R319)."))
            continue
        bron = f"register van de invoering, {jaar} (R162)"
        punt.take(f"eenmalig_{jaar}", som, bron + (f"; {open_} zonder bedrag" if open_ else ""))
