"""De stand van nu is de vorige stand plus in- en min uitstroom, ook per gemeente en instelling (P50)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.trajecten.maatregelen import VARIANTEN

KWARTALEN = [Periode.kwartaal(2023, 2), Periode.kwartaal(2023, 3)]


def cijfers(monitor: Monitor, code: str, maat: str, periode: Periode, **keuze: str) -> dict:
    uitkomst = monitor.waarde(code, periode=periode, **keuze)
    return {rij.sleutel: rij.waarden[maat] for rij in uitkomst.rijen}


@pytest.mark.traag
@pytest.mark.parametrize("variant", VARIANTEN)
def test_de_stand_sluit_aan_op_in_en_uitstroom_en_overdrachten(wereld: Monitor, variant):
    for per in ("gelderland", "gemeente", "gi", "soort_maatregel"):
        for periode in KWARTALEN:
            keuze = {"variant": variant, "per": per}
            voor = cijfers(wereld, "V2c", "stand", periode.vorige(), **keuze)
            na = cijfers(wereld, "V2c", "stand", periode, **keuze)
            in_ = cijfers(wereld, "V2a", "instroom", periode, **keuze)
            uit = cijfers(wereld, "V2b", "uitstroom", periode, **keuze)
            over_in = cijfers(wereld, "V2a", "overdracht_in", periode, **keuze)
            over_uit = cijfers(wereld, "V2b", "overdracht_uit", periode, **keuze)
            for sleutel in {*voor, *na, *in_, *uit}:
                verwacht = (
                    voor.get(sleutel, 0)
                    + in_.get(sleutel, 0)
                    - uit.get(sleutel, 0)
                    + over_in.get(sleutel, 0)
                    - over_uit.get(sleutel, 0)
                )
                assert na.get(sleutel, 0) == verwacht, (per, periode.naam, sleutel)


def test_wat_de_een_overdraagt_neemt_een_ander_over(wereld: Monitor):
    totaal = 0
    for per in ("gemeente", "gi"):
        over_in = cijfers(wereld, "V2a", "overdracht_in", Periode.jaar(2023), per=per)
        over_uit = cijfers(wereld, "V2b", "overdracht_uit", Periode.jaar(2023), per=per)
        totaal += sum(over_in.values())

        assert sum(over_in.values()) == sum(over_uit.values())
    assert totaal > 0


@pytest.mark.parametrize(("naar", "overgedragen"), [("0202", 0), ("0014", 1)])
def test_verhuizen_binnen_de_provincie_is_voor_de_provincie_geen_overdracht(
    post, opslag, naar, overgedragen
):
    post.toewijzing(1, einddatum=date(2023, 5, 31))
    post.start(1)
    post.stop(1, einddatum=date(2023, 5, 31))
    post.verhuis(naar)
    post.toewijzing(2, ingangsdatum=date(2023, 6, 1))
    post.start(2, begindatum=date(2023, 6, 1))
    post.bewaar(opslag)

    monitor = Monitor(opslag.map)

    uit = cijfers(monitor, "V2b", "overdracht_uit", Periode.jaar(2023))
    per_gemeente = cijfers(monitor, "V2b", "overdracht_uit", Periode.jaar(2023), per="gemeente")
    assert (uit["gelderland"], per_gemeente["0200"]) == (overgedragen, 1)
    assert cijfers(monitor, "V2a", "instroom", Periode.jaar(2023), per="gemeente")["0200"] == 1
    assert cijfers(monitor, "V2b", "uitstroom", Periode.jaar(2023))["gelderland"] == 0
