"""Het cijfer, de lijst en de bon komen uit één vraag: zij zeggen altijd hetzelfde (P52, R310)."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from paraplu.monitor import Maat, Monitor, Periode
from paraplu.monitor.indicator import DIMENSIES
from paraplu.monitor.waarden import CODES, indicatoren

JAAR = Periode.jaar(2023)
LEZINGEN = [(code, v) for code, i in indicatoren().items() for v in i.varianten]
NAMEN = [f"{code}-{variant}" for code, variant in LEZINGEN]
FILTERS = [
    {},
    {"gelderland": "gelderland"},
    {"gemeente": "0202"},
    {"gi": "60000001", "regio": "CG"},
    {"aanbieder": "bestaat niet"},
]


def uit_lijst(maat: Maat, rijen: list[dict[str, Any]]) -> Any:
    """A measure computed from the list alone, in plain Python."""
    waar = [rij for rij in rijen if not maat.waar or rij[maat.waar]]
    waarden = [rij[maat.kolom] for rij in waar if maat.kolom and rij[maat.kolom] is not None]
    if maat.soort == "aantal":
        return len(waar)
    if maat.soort == "uniek":
        return len(set(waarden))
    if maat.soort == "som":
        return sum(waarden)
    if maat.soort == "aandeel":
        return deel(maat, rijen, waar, waarden)
    if not waarden:
        return None
    if maat.soort == "gemiddelde":
        return float(sum(waarden)) / len(waarden)
    if maat.soort == "mediaan":
        return statistics.median(waarden)
    return negentigste(waarden)


def deel(maat: Maat, rijen: list[dict[str, Any]], waar: list[Any], waarden: list[Any]) -> Any:
    if maat.noemer:
        teller = sum(waarden)
        noemer = sum(rij[maat.noemer] for rij in rijen if rij[maat.noemer] is not None)
    elif maat.kolom:
        teller = len(set(waarden))
        noemer = len({rij[maat.kolom] for rij in rijen if rij[maat.kolom] is not None})
    else:
        teller, noemer = len(waar), len(rijen)
    return float(teller) / float(noemer) if noemer else None


def negentigste(waarden: Iterable[Any]) -> float:
    """The 90th percentile by linear interpolation."""
    op_volgorde = sorted(waarden)
    plek = 0.9 * (len(op_volgorde) - 1)
    onder = int(plek)
    boven = min(onder + 1, len(op_volgorde) - 1)
    return op_volgorde[onder] + (plek - onder) * (op_volgorde[boven] - op_volgorde[onder])


def gelijk(een: Any, ander: Any) -> bool:
    if een is None or ander is None:
        return een is ander
    return abs(Decimal(str(een)) - Decimal(str(ander))) <= Decimal("0.01")


def test_alle_dertien_waarden_zijn_er_in_hun_volgorde():
    assert tuple(indicatoren()) == CODES


@pytest.mark.traag
@pytest.mark.parametrize(("code", "variant"), LEZINGEN, ids=NAMEN)
def test_de_lijst_telt_op_tot_het_cijfer_en_de_bon_sluit(wereld: Monitor, code, variant):
    maten = [m for m in indicatoren()[code].maten if m.soort != "stroom"]
    for filters in FILTERS:
        vraag = {"variant": variant, "periode": JAAR, "filters": filters}
        lijst = wereld.lijst(code, **vraag, hoogstens=None)
        (rij,) = wereld.waarde(code, per="alles", **vraag).rijen
        bon = wereld.bon(code, **vraag)

        for maat in maten:
            assert gelijk(rij.waarden[maat.sleutel], uit_lijst(maat, lijst)), maat.sleutel
        assert bon.geteld == len(lijst)
        assert bon.kandidaten == bon.geteld + sum(aantal for _reden, aantal in bon.afgevallen)
        for reden, aantal in bon.afgevallen:
            assert len(wereld.lijst(code, **vraag, hoogstens=None, reden=reden)) == aantal


@pytest.mark.traag
@pytest.mark.parametrize(("code", "variant"), LEZINGEN, ids=NAMEN)
def test_elke_uitsplitsing_telt_op_tot_het_geheel(wereld: Monitor, code, variant):
    indicator = indicatoren()[code]
    optelbaar = [m for m in indicator.maten if m.soort in {"aantal", "som"}]
    geheel = wereld.waarde(code, variant=variant, periode=JAAR, per="alles").rijen[0].waarden
    for per in ("regio", *DIMENSIES):
        rijen = wereld.waarde(code, variant=variant, periode=JAAR, per=per).rijen
        for maat in optelbaar:
            som = sum(rij.waarden[maat.sleutel] for rij in rijen)
            assert som == geheel[maat.sleutel], (per, maat.sleutel)


def test_een_filter_geeft_het_cijfer_van_die_rij(wereld: Monitor):
    for per in ("regio", "gemeente", "gi"):
        for rij in wereld.waarde("V2a", periode=JAAR, per=per).rijen[:4]:
            (eigen,) = wereld.waarde(
                "V2a", periode=JAAR, per="alles", filters={per: rij.sleutel}
            ).rijen
            assert eigen.waarden == rij.waarden


def test_bedragen_zijn_euros_in_cijfer_en_lijst(wereld: Monitor):
    (rij,) = wereld.waarde("V1a", periode=JAAR, per="alles").rijen
    lijst = wereld.lijst("V1a", periode=JAAR, hoogstens=None)

    assert isinstance(rij.waarden["bedrag"], Decimal)
    assert rij.waarden["bedrag"] == sum(regel["toegekend"] for regel in lijst) > 0


def test_een_lijst_heeft_hoogstens_zoveel_rijen_als_gevraagd(wereld: Monitor):
    assert len(wereld.lijst("V2a", periode=JAAR, hoogstens=3)) == 3
