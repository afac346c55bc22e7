"""How much stays visible: small cells hidden only, ours, and what `acro` judges safe.

    python bench/kleine_groepen.py ons /tmp/groepen 1    world 1 of the size of the province, and ours
    python bench/kleine_groepen.py demo /tmp/groepen TABELLEN   the stock of 2023-12-31 of a demo's tables
    python bench/kleine_groepen.py acro /tmp/groepen     in an environment of its own with acro 1.0.2:
                                                         the same rows, tables and threshold (five)

acro (MIT) wants pandas below 3, matplotlib and statsmodels: so it is no dependency, not even of the
bench. It judges one table at a time by its threshold and knows of no other table or reader.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

DREMPELS = {"partijen": 5, "publiek": 10}
AANTAL = 5000
#: What a party may ask over one period.
TABELLEN = (
    ("regio", ""), ("gemeente", ""), ("gi", ""), ("aanbieder", ""), ("productcategorie", ""),
    ("tussentaal", ""), ("soort_maatregel", ""), ("regio", "gi"), ("regio", "tussentaal"),
    ("regio", "soort_maatregel"),
)  # fmt: skip


def lees_rijen(tabellen: Path) -> list[dict[str, str]]:
    """The stock at the end of 2023 in tables of the monitor, inside Gelderland."""
    from paraplu.monitor import Monitor, Periode  # noqa: PLC0415
    from paraplu.monitor.verbergen.stapel import KOLOM  # noqa: PLC0415

    monitor = Monitor(tabellen)
    vraag = monitor.vraag("V2c", variant="letterlijk", periode=Periode.jaar(2023))
    with monitor.geopend() as geopend:
        kolommen = ["kind", "afgevallen_op", "_gelderland", *KOLOM.values()]
        rijen = geopend.kolommen(vraag, kolommen).to_pylist()
    kinderen = {kind: str(plek) for plek, kind in enumerate(sorted({r["kind"] for r in rijen}))}
    return [
        {"kind": kinderen[rij["kind"]], **{n: rij[k] or "onbekend" for n, k in KOLOM.items()}}
        for rij in rijen
        if rij["afgevallen_op"] is None and rij["_gelderland"] == "gelderland"
    ]


def maak_rijen(zaad: int) -> list[dict[str, str]]:
    """Measures on one day: gemeenten of unequal size, five GI's, twelve kinds, siblings apart."""
    from paraplu.afspraken import gebieden  # noqa: PLC0415 - acro runs without our package

    kans = np.random.default_rng(zaad)
    gemeenten = [g for g in gebieden.gemeenten() if g.in_gvjb]
    gewicht = np.exp(kans.normal(0, 0.7, len(gemeenten)))
    soorten = np.array([30, 20, 10, 5, 3, 2, 2, 1, 1, 1, 0.5, 0.5])
    waar = kans.choice(len(gemeenten), AANTAL, p=gewicht / gewicht.sum())
    gi = kans.choice(5, AANTAL, p=[0.5, 0.25, 0.15, 0.07, 0.03])
    soort = kans.choice(12, AANTAL, p=soorten / soorten.sum())
    kind = kans.integers(0, int(AANTAL * 0.9), AANTAL)
    return [
        {
            "kind": str(kind[nummer]),
            "gemeente": gemeenten[waar[nummer]].code,
            "regio": gemeenten[waar[nummer]].regio,
            "gi": f"gi{gi[nummer]}",
            "aanbieder": f"gi{gi[nummer]}",
            "productcategorie": "47" if soort[nummer] in {1, 5} else "48",
            "tussentaal": "onbekend",
            "soort_maatregel": f"soort {soort[nummer]:02d}",
        }
        for nummer in range(AANTAL)
    ]


def meet_ons(rijen: list[dict[str, str]], kring: str) -> None:
    """Per table: cells with children, visible when only the small ones hide, visible with ours."""
    from paraplu.monitor.verbergen.bouwen import Bouw  # noqa: PLC0415
    from paraplu.monitor.verbergen.groepen import FAMILIES  # noqa: PLC0415
    from paraplu.monitor.verbergen.kiezen import kies  # noqa: PLC0415
    from paraplu.monitor.verbergen.nazien import zie_na  # noqa: PLC0415
    from paraplu.monitor.verbergen.stapel import BREED, KOLOM, Stapel, Woorden  # noqa: PLC0415
    from paraplu.monitor.verbergen.teruggeven import geef_terug  # noqa: PLC0415
    from paraplu.monitor.verbergen.vormen import vormen_van  # noqa: PLC0415

    begin = time.perf_counter()
    woorden = Woorden()
    items = {
        naam: np.array([woorden.nummer(naam, rij[naam]) for rij in rijen], np.int64)
        for naam in KOLOM
    }
    kind = np.array([int(rij["kind"]) for rij in rijen], np.int64)
    stapel = Stapel(items, kind, {"": np.ones(len(rijen), bool)})
    bouw = Bouw(
        FAMILIES["V2c"],
        vormen_van(kring),
        lambda _gebied: DREMPELS[kring],
        woorden,
        met_partijen=kring == "partijen",
    )
    bouw.voeg_toe(0, "2023-K4", stapel)
    stelsel, cellen = bouw.maak({})
    weg = geef_terug(stelsel, zie_na(stelsel, kies(stelsel)))
    duur = time.perf_counter() - begin
    namen = {nummer: paar for paar, nummer in woorden.nummers.items()}
    telling: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    klein = np.zeros(cellen.hoeveel, bool)
    np.logical_or.at(klein, cellen.cel, stelsel.aantal < DREMPELS[kring])
    for nummer, sleutel in enumerate(cellen.alle):
        soorten = sorted(_soort(*namen[i]) for i in divmod(int(sleutel), BREED) if i)
        vakken = telling[" × ".join(soorten) or "gelderland"]
        vakken[0] += 1
        vakken[1] += not klein[nummer]
        vakken[2] += not weg[nummer]
    print(f"{kring}: {duur:.1f} s")
    for tabel, (alle, alleen_klein, ons) in sorted(telling.items()):
        print(f"{tabel:35} {alle:5} {alleen_klein / alle:6.0%} {ons / alle:6.0%}")
    samen = np.array(list(telling.values())).sum(axis=0)
    print(f"{'samen':35} {samen[0]:5} {samen[1] / samen[0]:6.0%} {samen[2] / samen[0]:6.0%}")


def _soort(soort: str, waarde: str) -> str:
    if soort != "gebied":
        return soort
    return "gemeente" if waarde.isdigit() else "regio"


def meet_acro(map_: Path) -> None:
    """What acro leaves of the same tables, one by one."""
    import acro  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    tabel = pd.read_csv(map_ / "rijen.csv", dtype=str)
    tabel["alles"] = "alles"
    rechter = acro.ACRO(suppress=True)
    # acro counts rows: one per child. It keeps its limits in a copy, so both are set.
    rechter.config["safe_threshold"] = DREMPELS["partijen"]
    rechter.sdc_checks.risk_appetite["safe_threshold"] = DREMPELS["partijen"]
    samen = [0, 0]
    for een, ander in TABELLEN:
        kolommen = [een, *([ander] if ander else [])]
        kinderen = tabel[["kind", "alles", *kolommen]].drop_duplicates()
        kolom = kinderen[ander or "alles"]
        alle = pd.crosstab(kinderen[een], kolom)
        over = rechter.crosstab(kinderen[een], kolom)
        gevuld, zichtbaar = int((alle > 0).sum().sum()), int((over > 0).sum().sum())
        samen = [samen[0] + gevuld, samen[1] + zichtbaar]
        naam = f"{een} × {ander}" if ander else een
        print(f"{naam:35} {gevuld:5} {zichtbaar / gevuld:6.0%}")
    print(f"{'samen':35} {samen[0]:5} {samen[1] / samen[0]:6.0%}")


if __name__ == "__main__":
    wat, plek = sys.argv[1], Path(sys.argv[2])
    if wat == "acro":
        meet_acro(plek)
    else:
        plek.mkdir(exist_ok=True)
        alle_rijen = (
            lees_rijen(Path(sys.argv[3])) if wat == "demo" else maak_rijen(int(sys.argv[3]))
        )
        with (plek / "rijen.csv").open("w", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, list(alle_rijen[0]))
            schrijver.writeheader()
            schrijver.writerows(alle_rijen)
        for kring_ in DREMPELS:
            meet_ons(alle_rijen, kring_)
