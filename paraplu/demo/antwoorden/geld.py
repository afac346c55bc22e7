"""V6b and V6c of the known answers: what was allocated, declared and left (R200, R201, P58)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from math import floor

from paraplu.demo.antwoorden.kennis import NA, TOEGEKEND, Bekend, Kennis
from paraplu.demo.antwoorden.tellen import Maat, Rij, aandeel, euro
from paraplu.demo.bladen import heeft_tarief, plafonds
from paraplu.demo.wereld.begrippen import Instelling
from paraplu.demo.wereld.prestatie import tarief_van
from paraplu.demo.wereld.wereld import Wereld

V6B_MATEN: dict[str, Maat] = {
    "uitnutting": aandeel(euro("gedeclareerd"), euro("toegewezen")),
    "gedeclareerd": euro("gedeclareerd"),
    "toegewezen": euro("toegewezen"),
}
#: How often a volume is delivered, per day.
PER_DAG = {"1": Fraction(1), "2": Fraction(1, 7), "4": Fraction(12 * 100, 36525)}


def v6b(kennis: Kennis, instelling: Instelling, jaar: int) -> list[Rij]:
    """Granted and allocated cents of help in one year."""
    laatst = _laatste_tarieven(kennis)
    uit = []
    for bekend in kennis.toewijzingen:
        if not bekend.is_hulp or bekend.ingang <= NA:
            continue
        gedeclareerd = sum(
            r.toegekend for r in bekend.regels if r.begin.year == jaar and r.oordeel == TOEGEKEND
        )
        toegewezen = _toegewezen(bekend, instelling, jaar, laatst)
        if gedeclareerd or toegewezen:
            waarden = {"gedeclareerd": gedeclareerd, "toegewezen": toegewezen or 0}
            uit.append(Rij(bekend, None, bekend.kind, waarden))
    return uit


def _laatste_tarieven(kennis: Kennis) -> dict[tuple[str, str], int]:
    """Per provider and product the tariff of its latest line, of one day the highest."""
    beste: dict[tuple[str, str], tuple[date, int]] = {}
    for bekend in kennis.toewijzingen:
        sleutel = (bekend.aanbieder, bekend.toewijzing.product.code)
        for regel in bekend.regels:
            kandidaat = (regel.begin, regel.tarief)
            beste[sleutel] = max(beste.get(sleutel, kandidaat), kandidaat)
    return {sleutel: tarief for sleutel, (_, tarief) in beste.items()}


def _toegewezen(
    bekend: Bekend, instelling: Instelling, jaar: int, laatst: dict[tuple[str, str], int]
) -> int | None:
    """Cents of this allocation in the year; None when there is no amount."""
    if bekend.eerste is None:
        return None
    eerste = max(bekend.ingang, date(jaar, 1, 1))
    dagen = (min(bekend.einde or date(jaar, 12, 31), date(jaar, 12, 31)) - eerste).days + 1
    if dagen <= 0:
        return None
    product = bekend.toewijzing.product
    ineens = bekend.budget is not None or product.frequentie == "6"
    if ineens and bekend.einde is None:
        return None
    totaal = bekend.budget
    if totaal is None:
        tarief = _tarief(bekend, instelling, eerste, laatst)
        if tarief is None or bekend.volume is None:
            return None
        totaal = bekend.volume * tarief
    deel = (
        Fraction(dagen, (bekend.einde - bekend.ingang).days + 1)
        if ineens and bekend.einde
        else dagen * PER_DAG[product.frequentie]
    )
    return floor(totaal * deel + Fraction(1, 2))


def _tarief(
    bekend: Bekend, instelling: Instelling, dag: date, laatst: dict[tuple[str, str], int]
) -> int | None:
    """Of the sheet on that day, else the last that was declared."""
    product = bekend.toewijzing.product
    if heeft_tarief(product.sleutel) and dag.year >= instelling.eerste_jaar:
        return tarief_van(product, bekend.aanbieder, min(dag.year, instelling.laatste_jaar))
    return laatst.get((bekend.aanbieder, product.code))


def v6c(kennis: Kennis, wereld: Wereld, jaar: int) -> dict[str, dict[str, int | float | None]]:
    """Per provider what the cap of the year leaves, in euros."""
    nu = _per_aanbieder(v6b(kennis, wereld.instelling, jaar))
    vorig = _per_aanbieder(v6b(kennis, wereld.instelling, jaar - 1))
    uit: dict[str, dict[str, int | float | None]] = {}
    for (agb, plafondjaar), plafond in plafonds(wereld).items():
        gedeclareerd, toegewezen = vorig.get(agb, (0, 0))
        if plafondjaar != jaar or not toegewezen:
            continue
        dit_jaar = nu.get(agb, (0, 0))[1]
        verwacht = floor(Fraction(dit_jaar * gedeclareerd, toegewezen) + Fraction(1, 2))
        uit[agb] = {
            "ruimte": (plafond - verwacht) / 100,
            "plafond": plafond / 100,
            "verwacht": verwacht / 100,
            "toegewezen": dit_jaar / 100,
            "uitnutting": gedeclareerd / toegewezen,
        }
    return uit


def _per_aanbieder(rijen: list[Rij]) -> dict[str, tuple[int, int]]:
    telling: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for rij in rijen:
        telling[rij.van.aanbieder][0] += rij.waarden["gedeclareerd"]
        telling[rij.van.aanbieder][1] += rij.waarden["toegewezen"]
    return {agb: (paar[0], paar[1]) for agb, paar in telling.items()}
