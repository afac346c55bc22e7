"""Een cijfer zoals bekend op een dag is het cijfer dat toen werd getoond."""

from __future__ import annotations

from collections import Counter

import pytest
from deltalake import DeltaTable

from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.stand import Stand, StandNietLeesbaar
from paraplu.monitor.verschil import Oorzaak, verklaar
from tests.monitor.verschil.conftest import JAAR, TOEN, Tweemaal, lees_alles


def rijen(lijst: list[dict]) -> Counter:
    return Counter(tuple(rij.items()) for rij in lijst)


def test_op_die_dag_bekend_is_wat_toen_werd_getoond(tweemaal: Tweemaal) -> None:
    getoond, regels = lees_alles(Monitor(tweemaal.map, bekend_op=TOEN))

    assert getoond == tweemaal.getoond
    for vraag, lijst in regels.items():
        assert rijen(lijst) == rijen(tweemaal.regels[vraag]), vraag


def test_een_bewaarde_stand_geeft_hetzelfde_na_late_leveringen_bladen_en_samenvoegen(
    nagekomen: Tweemaal,
) -> None:
    monitor = Monitor(nagekomen.map, stand=Stand.van_dict(nagekomen.stand.als_dict()))
    getoond, regels = lees_alles(monitor)

    assert monitor.stand() == nagekomen.stand
    assert getoond == nagekomen.getoond
    for vraag, lijst in regels.items():
        assert rijen(lijst) == rijen(nagekomen.regels[vraag]), vraag


def test_een_bericht_dat_door_een_ander_is_vervangen_is_een_oorzaak(nagekomen: Tweemaal) -> None:
    verschil = verklaar(nagekomen.nu, "V2a", periode=JAAR, toen=nagekomen.stand)

    assert {deel.oorzaak for deel in verschil.oorzaken} >= {Oorzaak.VERVANGEN}
    vervangen = [w for w in verschil.wijzigingen if w.oorzaak == Oorzaak.VERVANGEN]
    assert {w.aanleidingen[0].bericht[:5] for w in vervangen} == {"ander"}
    assert verschil.regels_toen + verschil.aantal("gekomen") - verschil.aantal("weg") == (
        verschil.regels_nu
    )


@pytest.fixture
def klein(opslag: Opslag) -> Opslag:
    """One start, written in two parts."""
    for nummer in (1, 2):
        rij = {"batch": "a", "bericht": f"b{nummer}"}
        opslag.voeg_toe({"start": opslag.arrow("start").schema.empty_table().from_pylist(
            [rij], schema=opslag.arrow("start").schema)})  # fmt: skip
    return opslag


def test_wat_is_opgeruimd_is_niet_meer_te_lezen_en_dat_wordt_gezegd(klein: Opslag) -> None:
    stand = Monitor(klein.map).stand()
    tabel = DeltaTable(str(klein.map / "start"))
    tabel.optimize.compact()
    tabel.vacuum(retention_hours=0, dry_run=False, enforce_retention_duration=False)

    with pytest.raises(StandNietLeesbaar, match=r"opgeruimd.*reservekopie"):
        Monitor(klein.map, stand=stand).opslag.arrow("start")
    assert klein.arrow("start").num_rows == 2


def test_van_tabellen_die_opnieuw_zijn_opgebouwd_komt_geen_cijfer_van_toen(
    klein: Opslag, tmp_path
) -> None:
    stand = Monitor(klein.map).stand()
    monitor = Monitor(klein.map, stand=stand)
    nieuw = Opslag(tmp_path / "nieuw")
    nieuw.maak()
    nieuw.voeg_toe({"start": klein.arrow("start")})
    nieuw.voeg_toe({"start": klein.arrow("start")})
    klein.map.rename(tmp_path / "oud")
    nieuw.map.rename(klein.map)

    with pytest.raises(StandNietLeesbaar, match=r"opnieuw opgebouwd.*--bekend-op"):
        Monitor(klein.map, stand=stand)
    with pytest.raises(StandNietLeesbaar, match="opnieuw opgebouwd"):
        monitor.bereik()


def test_een_stand_van_na_de_reservekopie_wordt_geweigerd(klein: Opslag) -> None:
    stand = Monitor(klein.map).stand().als_dict()
    stand["tabellen"]["start"]["versie"] += 1

    with pytest.raises(StandNietLeesbaar, match="ouder dan deze stand"):
        Monitor(klein.map, stand=Stand.van_dict(stand))
    with pytest.raises(StandNietLeesbaar, match="geen bewaarde stand"):
        Stand.van_dict({"tabellen": {"start": 3}})
