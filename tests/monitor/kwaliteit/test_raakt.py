"""Hoeveel een controle een cijfer kan schuiven: nagerekend op de rijen van het cijfer zelf."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.kwaliteit import bevindingen, controles, raakt
from tests.monitor.kwaliteit.conftest import Kwaliteitswereld

JAAR = Periode.jaar(2023)
#: Code, reading, filters: lines, measures and help; all, an area and an organisation.
VRAGEN = [
    ("V1a", None, {}),
    ("V1", None, {"aanbieder": "60000001"}),
    ("V2c", "letterlijk", {}),
    ("V7", "volgorde", {}),
]


def is_geraakt(monitor: Monitor, code: str, rij: dict[str, Any]) -> bool:
    """Whether a finding of this check is on the allocation, or on the line, of a row."""
    haak = controles()[code].haak
    sleutels = SLEUTELS[monitor, code]
    if haak == "regel" and "volgnummer" in rij:
        return f"{rij['bericht']}|{rij['volgnummer']}" in sleutels["rij"]
    return rij["sleutel"] in sleutels["sleutel"]


class Sleutels(dict):
    """Per monitor and check the allocations and lines with a finding that bends."""

    def __missing__(self, vraag: tuple[Monitor, str]) -> dict[str, set[str]]:
        rijen = [rij for rij in bevindingen(vraag[0], vraag[1]) if rij["schuift"]]
        self[vraag] = {naam: {rij[naam] for rij in rijen} for naam in ("sleutel", "rij")}
        return self[vraag]


SLEUTELS = Sleutels()


def reken(code: str, rijen: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts and sums of some measures, in plain Python."""
    if code == "V1":
        return {
            "toewijzingen": len({r["sleutel"] for r in rijen if r["zonder_49"]}),
            "kinderen_met_49": len({r["kind"] for r in rijen}),
        }
    if code == "V1a":
        return {"bedrag": sum((r["toegekend"] for r in rijen), Decimal(0))}
    if code == "V2c":
        return {"stand": len(rijen), "kinderen": len({r["kind"] for r in rijen})}
    return {"afgeschaald": sum(r["afgeschaald"] for r in rijen), "opgevolgd": len(rijen)}


@pytest.mark.parametrize(("code", "variant", "filters"), VRAGEN, ids=str)
def test_zonder_de_geraakte_rijen_is_het_cijfer_precies_wat_omlaag_zegt(
    code: str, variant: str | None, filters: dict[str, str], kwaliteit: Kwaliteitswereld
) -> None:
    monitor = kwaliteit.monitor
    vraag = {"variant": variant, "periode": JAAR, "filters": filters}
    rijen = monitor.lijst(code, hoogstens=None, **vraag)
    heel = reken(code, rijen)
    raakvlakken = [
        r for r in raakt(monitor, code, **vraag) if controles()[r.sleutel].haak != "maand"
    ]
    assert len(raakvlakken) > 1
    for raakvlak in raakvlakken:
        if controles()[raakvlak.sleutel].haak == "bericht":
            continue
        over = [rij for rij in rijen if not is_geraakt(monitor, raakvlak.sleutel, rij)]
        assert raakvlak.geraakte_rijen == len(rijen) - len(over), raakvlak.sleutel
        for maat, waarde in reken(code, over).items():
            assert heel[maat] - raakvlak.omlaag[maat] == waarde, (raakvlak.sleutel, maat)


def test_wat_niet_is_beantwoord_zou_erbij_komen(kwaliteit: Kwaliteitswereld) -> None:
    monitor = kwaliteit.monitor
    [laat] = [r for r in raakt(monitor, "V1a", periode=JAAR) if r.sleutel == "K16"]
    open_ = {rij["bericht"] for rij in bevindingen(monitor, "K16") if rij["schuift"]}
    vallen_af = monitor.lijst("V1a", periode=JAAR, reden="nog niet beantwoord", hoogstens=None)
    erbij = sum(rij["bedrag"] for rij in vallen_af if rij["bericht"] in open_)
    assert laat.omhoog["bedrag"] == erbij != 0
    assert laat.omlaag["bedrag"] == 0


def test_een_maatregel_zonder_start_zou_erbij_komen(kwaliteit: Kwaliteitswereld) -> None:
    monitor = kwaliteit.monitor
    vraag = {"variant": "letterlijk", "periode": JAAR}
    [nooit] = [r for r in raakt(monitor, "V2a", **vraag) if r.sleutel == "K09"]
    zonder = monitor.lijst("V2a", reden="geen startbericht", hoogstens=None, **vraag)
    betaald = {rij["sleutel"] for rij in bevindingen(monitor, "K09")}
    assert nooit.omhoog["instroom"] == sum(rij["sleutel"] in betaald for rij in zonder) > 0
    assert nooit.geraakte_rijen == 0


def test_een_ontbrekende_maand_wordt_geschat_met_de_maanden_ernaast(
    kwaliteit: Kwaliteitswereld,
) -> None:
    monitor = kwaliteit.monitor
    [maand] = [r for r in raakt(monitor, "V1a", periode=JAAR) if r.sleutel == "K10"]
    tellend = {rij["sleutel"] for rij in monitor.lijst("V1a", periode=JAAR, hoogstens=None)}
    centen = sum(
        rij["centen"] for rij in bevindingen(monitor, "K10", JAAR) if rij["sleutel"] in tellend
    )
    assert maand.omhoog["bedrag"] == Decimal(centen) / 100 > 0
    assert "schatting" in maand.methode


def test_een_cijfer_uit_een_ander_cijfer_zegt_waar_het_te_zien_is(
    kwaliteit: Kwaliteitswereld,
) -> None:
    for raakvlak in raakt(kwaliteit.monitor, "V6c", periode=JAAR):
        assert set(raakvlak.omlaag.values()) == {None}
        assert "V6b" in raakvlak.methode
