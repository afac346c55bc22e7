"""Een cijfer zoals bekend op een dag is het cijfer dat toen werd getoond (issue 6 §2)."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pyarrow as pa
from deltalake import DeltaTable

from paraplu.monitor import Monitor
from paraplu.monitor.stand import Stand, find_bewaard
from paraplu.monitor.tabellen import SCHEMAS
from tests.monitor.verschil.conftest import TOEN, Tweemaal, lees_alles, vergeet


def rijen(lijst: list[dict]) -> Counter:
    return Counter(tuple(sorted(rij.items(), key=lambda paar: paar[0])) for rij in lijst)


def test_op_die_dag_bekend_is_wat_toen_werd_getoond(tweemaal: Tweemaal) -> None:
    getoond, regels = lees_alles(Monitor(tweemaal.map, bekend_op=TOEN))

    assert getoond == tweemaal.getoond
    for vraag, lijst in regels.items():
        assert rijen(lijst) == rijen(tweemaal.regels[vraag]), vraag


def test_met_alles_van_nu_is_het_meeste_anders(tweemaal: Tweemaal) -> None:
    getoond, _regels = lees_alles(tweemaal.nu)

    anders = {code for (code, _), rijen_ in getoond.items() if rijen_ != tweemaal.getoond[code, _]}
    assert len(anders) > 8, anders


def test_een_bewaarde_stand_geeft_hetzelfde_na_late_leveringen_bladen_en_samenvoegen(
    tweemaal: Tweemaal,
) -> None:
    stand = Stand.van_dict(tweemaal.stand.als_dict())
    lever_met_een_oude_dag(tweemaal)
    voeg_samen(tweemaal, [stand])
    vergeet(tweemaal.map)

    getoond, regels = lees_alles(Monitor(tweemaal.map, stand=stand))

    assert Monitor(tweemaal.map, stand=stand).stand() == tweemaal.stand
    assert getoond == tweemaal.getoond
    for vraag, lijst in regels.items():
        assert rijen(lijst) == rijen(tweemaal.regels[vraag]), vraag


def lever_met_een_oude_dag(tweemaal: Tweemaal) -> None:
    """Every message of now once more, in a delivery that says that it came long ago."""
    opslag = Monitor(tweemaal.map).opslag
    oud = opslag.arrow("aanlevering").to_pylist()
    nieuw = [{**rij, "dag": date(2020, 1, 1), "levering": "nakomer"} for rij in oud]
    opslag.voeg_toe({"aanlevering": pa.Table.from_pylist(nieuw, schema=SCHEMAS["aanlevering"])})


def voeg_samen(tweemaal: Tweemaal, standen: list[Stand]) -> None:
    """Compact every table and throw away what no kept Stand needs."""
    for naam in SCHEMAS:
        tabel = DeltaTable(str(tweemaal.map / naam))
        tabel.optimize.compact()
        tabel.vacuum(
            retention_hours=0,
            dry_run=False,
            enforce_retention_duration=False,
            keep_versions=find_bewaard(standen, naam),
        )
