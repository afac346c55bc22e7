"""Every check a second time, in plain Python over the second reading of the messages.

`CONTROLES[code](beeld, op)` gives the keys of the findings. What the checks on terms find follows from
the waits, that have a second reading of their own (tests/monitor/wachten).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.afspraken.producten import productcategorieen, productcodes
from tests.generated.naief.beeld import Beeld
from tests.generated.naief.toewijzingen import is_jeugdhulp
from tests.generated.naief.zorg import laatste_stop, starts, stops

Rij = dict[str, Any]
ZONDER_EINDE = date(9999, 12, 31)


def perioden(beeld: Beeld) -> list[Rij]:
    """Periods with `stop`: the stop that holds as it was sent, also a temporary one."""
    if id(beeld) not in _PERIODEN:
        _PERIODEN[id(beeld)] = list(_perioden(beeld))
    return _PERIODEN[id(beeld)]


_PERIODEN: dict[int, list[Rij]] = {}


def _perioden(beeld: Beeld) -> Iterator[Rij]:
    alle = stops(beeld.zicht["stop"])
    for rij in beeld.zorgperioden:
        eigen = [
            s
            for s in alle
            if (s["toewijzing"], s["begindatum"]) == (rij["toewijzing"], rij["begin"])
        ]
        yield {
            **rij,
            "stop": laatste_stop(eigen),
            "bekend": rij["toewijzing"] in beeld.toewijzingen,
        }


def naam(rij: Rij) -> str:
    return f"{rij['toewijzing']}|{rij['begin']}"


def stopdag(rij: Rij) -> date | None:
    return rij["stop"]["einddatum"] if rij["stop"] else None


def k01(beeld: Beeld, op: date) -> set[str]:
    return {
        naam(r) for r in perioden(beeld) if not r["bekend"] and not r["toewijzing"].startswith("K|")
    }


def debet(beeld: Beeld) -> list[Rij]:
    return [
        r for r in beeld.declaraties if not r["credit"] and not r["toewijzing"].startswith("K|")
    ]


def regel(rij: Rij) -> str:
    return f"{rij['bericht']}|{rij['volgnummer']}"


def k02(beeld: Beeld, op: date) -> set[str]:
    return {regel(r) for r in debet(beeld) if r["toewijzing"] not in beeld.toewijzingen}


def k03(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for r in debet(beeld):
        t = beeld.toewijzingen.get(r["toewijzing"])
        if t is None:
            continue
        laat = t["einddatum"] is not None and r["einddatum"] > t["einddatum"]
        if laat or r["begindatum"] < t["ingangsdatum"]:
            uit.add(regel(r))
    return uit


def k04(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for r in debet(beeld):
        t = beeld.toewijzingen.get(r["toewijzing"])
        if t is None or t["productcategorie"] is None:
            continue
        if r["productcategorie"] != t["productcategorie"] or (
            t["productcode"] is not None and r["productcode"] != t["productcode"]
        ):
            uit.add(regel(r))
    return uit


def k05(beeld: Beeld, op: date) -> set[str]:
    return {naam(r) for r in perioden(beeld) if stopdag(r) and stopdag(r) < r["begin"]}


def k06(beeld: Beeld, op: date) -> set[str]:
    begonnen = {(r["toewijzing"], r["begindatum"]) for r in starts(beeld.zicht["start"])}
    return {
        f"{r['toewijzing']}|{r['begindatum']}"
        for r in stops(beeld.zicht["stop"])
        if (r["toewijzing"], r["begindatum"]) not in begonnen
    }


def k07(beeld: Beeld, op: date) -> set[str]:
    laatste: dict[str, date] = {}
    for r in perioden(beeld):
        laatste[r["toewijzing"]] = max(r["begin"], laatste.get(r["toewijzing"], date.min))
    return {
        naam(r)
        for r in perioden(beeld)
        if r["stop"] is None
        and r["bekend"]
        and r["einddatum"] is not None
        and (op - r["einddatum"]).days > 92
        and r["begin"] == laatste[r["toewijzing"]]
    }


def k08(beeld: Beeld, op: date) -> set[str]:
    per: dict[str, list[Rij]] = defaultdict(list)
    for r in perioden(beeld):
        per[r["toewijzing"]].append(r)
    uit = set()
    for rijen in per.values():
        rijen.sort(key=lambda r: r["begin"])
        for een, twee in pairwise(rijen):
            if stopdag(een) is None or stopdag(een) > twee["begin"]:
                uit.add(naam(twee))
    return uit


def k09(beeld: Beeld, op: date) -> set[str]:
    gestart = {r["toewijzing"] for r in perioden(beeld)}
    uit = set()
    for sleutel in set(beeld.toewijzingen) - gestart:
        regels = [r for r in beeld.declaraties if r["toewijzing"] == sleutel]
        lang_geleden = any(r["begindatum"] < op - timedelta(days=31) for r in regels)
        if lang_geleden and sum(r["toegekend_bedrag"] for r in regels) > 0:
            uit.add(sleutel)
    return uit


def maand(dag: date) -> int:
    return dag.year * 12 + dag.month - 1


def tekst(nummer: int) -> str:
    return f"{nummer // 12:04d}-{nummer % 12 + 1:02d}"


def gedeclareerd(beeld: Beeld) -> dict[str, set[int]]:
    uit: dict[str, set[int]] = defaultdict(set)
    for r in beeld.declaraties:
        if not r["credit"]:
            uit[r["toewijzing"]] |= set(range(maand(r["begindatum"]), maand(r["einddatum"]) + 1))
    return uit


def paren(beeld: Beeld) -> set[tuple[str, str, int]]:
    uit = {
        (r["gemeente"], r["aanbieder"], maand(r["begindatum"]))
        for r in beeld.declaraties
        if not r["credit"]
    }
    return uit | {
        (b["gemeente"], b["aanbieder"], maand(b["periode_begin"]))
        for b in beeld.zicht["bericht"]
        if b["soort"] in ("JW323", "JW303") and b["periode_begin"]
    }


def loopt_heel(beeld: Beeld, sleutel: str, nummer: int) -> bool:
    for r in perioden(beeld):
        einde = stopdag(r) or r["einddatum"]
        loopt = maand(r["begin"]) < nummer and (einde is None or maand(einde) > nummer)
        if r["toewijzing"] == sleutel and r["bekend"] and loopt:
            return True
    return False


def k10(beeld: Beeld, op: date) -> set[str]:
    gekomen = paren(beeld)
    uit = set()
    for sleutel, maanden in gedeclareerd(beeld).items():
        t = beeld.toewijzingen.get(sleutel)
        if t is None:
            continue
        for een, twee in pairwise(sorted(maanden)):
            if not 1 < twee - een <= 4:
                continue
            for gat in range(een + 1, twee):
                paar = (t["gemeente"], t["aanbieder"], gat)
                if paar in gekomen and loopt_heel(beeld, sleutel, gat):
                    uit.add(f"{sleutel}|{tekst(gat)}")
    return uit


def k11(beeld: Beeld, op: date) -> set[str]:
    gekomen = paren(beeld)
    uit = set()
    for sleutel, maanden in gedeclareerd(beeld).items():
        t = beeld.toewijzingen.get(sleutel)
        for nummer in (m + 1 for m in maanden if t is not None):
            verwacht = [p for p in gekomen if p[2] == nummer - 1]
            binnen = [p for p in verwacht if (*p[:2], nummer) in gekomen]
            paar = (t["gemeente"], t["aanbieder"])
            if len(binnen) * 2 < len(verwacht) or (*paar, nummer) in gekomen or not verwacht:
                continue
            if loopt_heel(beeld, sleutel, nummer):
                uit.add(f"{'|'.join(paar)}|{tekst(nummer)}")
    return uit


def tegelijk(rijen: list[Rij], veld: str) -> set[str]:
    """The later begun of two that differ in `veld` and share more than 31 days."""
    uit = set()
    for een in rijen:
        for ander in rijen:
            volgorde = (ander["begin"], ander["toewijzing"]) < (een["begin"], een["toewijzing"])
            samen = (min(een["tot"], ander["tot"]) - een["begin"]).days
            if volgorde and een[veld] != ander[veld] and samen > 31:
                uit.add(naam(een))
    return uit


def met_einde(beeld: Beeld) -> list[Rij]:
    uit = []
    alle = list(perioden(beeld))
    for r in alle:
        einde = stopdag(r)
        maatregel = (
            r["productcategorie"] in ("47", "48") and r["soort_maatregel"] != "geen maatregel"
        )
        if maatregel and r["stop"] and r["stop"]["reden_beeindiging"] == "20":
            later = [
                p["begin"]
                for p in alle
                if p["toewijzing"] == r["toewijzing"] and p["begin"] > r["begin"]
            ]
            einde = min(later, default=None)
        if einde is not None and einde < r["begin"]:
            continue
        uit.append({**r, "maatregel": maatregel, "tot": einde or einddatum(r) or ZONDER_EINDE})
    return uit


def einddatum(rij: Rij) -> date | None:
    return rij["einddatum"] if rij["bekend"] else None


def groepen(rijen: list[Rij], *velden: str) -> list[list[Rij]]:
    per: dict[tuple, list[Rij]] = defaultdict(list)
    for r in rijen:
        per[tuple(r[v] for v in velden)].append(r)
    return list(per.values())


def dubbele_maatregel(beeld: Beeld, veld: str) -> set[str]:
    rijen = [r for r in met_einde(beeld) if r["maatregel"] and r["groep"]]
    return {k for groep in groepen(rijen, "kind", "groep") for k in tegelijk(groep, veld)}


def k17(beeld: Beeld, op: date) -> set[str]:
    return dubbele_maatregel(beeld, "aanbieder")


def k18(beeld: Beeld, op: date) -> set[str]:
    return dubbele_maatregel(beeld, "gemeente")


def k19(beeld: Beeld, op: date) -> set[str]:
    rijen = [r for r in met_einde(beeld) if r["tussentaal"] in (2, 3, 5, 7, 8)]
    return {k for groep in groepen(rijen, "kind") for k in tegelijk(groep, "aanbieder")}


def k20(beeld: Beeld, op: date) -> set[str]:
    verwezen: dict[tuple[str, str], date] = {}
    for r in beeld.zicht["antwoord"]:
        if r["woonplaats_gemeente"] and r["woonplaats_gemeente"] != r["gemeente"]:
            plek = (r["kind"], r["gemeente"])
            verwezen[plek] = min(r["dagtekening"], verwezen.get(plek, date.max))
    return {
        sleutel
        for sleutel, t in beeld.toewijzingen.items()
        if (dag := verwezen.get((t["kind"], t["gemeente"])))
        and t["ingangsdatum"] <= dag
        and ((t["einddatum"] or op) - dag).days > 31
    }


def k21(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for sleutel, t in beeld.toewijzingen.items():
        categorie, code = t["productcategorie"], t["productcode"]
        onbekend = (categorie is not None and categorie not in productcategorieen()) or (
            code is not None and code not in productcodes()
        )
        los = categorie is not None and is_jeugdhulp(categorie) and t["tussentaal"] is None
        if onbekend or los:
            uit.add(sleutel)
    return uit


def k22(beeld: Beeld, op: date) -> set[str]:
    return {
        f"{b['gemeente']}|{b['aanbieder']}|{tekst(maand(b['dagtekening']))}"
        for b in beeld.zicht["bericht"]
        if b["gemeente"] not in GEMEENTEN_CBS
    }


def k23(beeld: Beeld, op: date) -> set[str]:
    genoemd = {r["aanbieder"] for r in (*beeld.toewijzingen.values(), *beeld.declaraties)}
    onbekend = genoemd - set(beeld.soorten_agb)
    return {
        f"{b['gemeente']}|{b['aanbieder']}|{tekst(maand(b['dagtekening']))}"
        for b in beeld.zicht["bericht"]
        if beeld.soorten_agb and b["aanbieder"] in onbekend
    }


REDENEN = {"02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"}


def k24(beeld: Beeld, op: date) -> set[str]:
    return {
        naam(r)
        for r in perioden(beeld)
        if r["stop"] and r["stop"]["reden_beeindiging"] not in REDENEN
    }


def k25(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for sleutel, t in beeld.toewijzingen.items():
        if t["geboortejaar"] is None:
            continue
        jaren = t["ingangsdatum"].year - t["geboortejaar"]
        if jaren > 23 or jaren < -1 or (t["groep"] == "JR" and jaren < 12):
            uit.add(sleutel)
    return uit


def k26(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for r in met_einde_letterlijk(beeld):
        if (
            r["bekend"]
            and r["geboortejaar"]
            and r["maatregel"]
            and r["groep"] in ("OTS", "voogdij")
        ):
            tijdelijk = r["stop"] and r["stop"]["reden_beeindiging"] == "20"
            tot = op if r["stop"] is None or tijdelijk else stopdag(r) or op
            if tot.year - r["geboortejaar"] > 18:
                uit.add(naam(r))
    return uit


def met_einde_letterlijk(beeld: Beeld) -> Iterator[Rij]:
    for r in perioden(beeld):
        soort = r["soort_maatregel"] != "geen maatregel"
        yield {**r, "maatregel": r["productcategorie"] in ("47", "48") and soort}


def k27(beeld: Beeld, op: date) -> set[str]:
    saldo: dict[str, int] = defaultdict(int)
    for r in beeld.declaraties:
        saldo[r["toewijzing"]] += r["toegekend_bedrag"]
    return {sleutel for sleutel, bedrag in saldo.items() if bedrag < 0}


def k28(beeld: Beeld, op: date) -> set[str]:
    uit = set()
    for sleutel, t in beeld.toewijzingen.items():
        regels = [
            r
            for r in beeld.declaraties
            if r["toewijzing"] == sleutel and r["oordeel"] != "afgewezen"
        ]
        bedrag = sum(r["bedrag"] for r in regels)
        stuks = sum(
            (-1 if r["credit"] else 1) * r["volume"]
            for r in regels
            if r["volume"] is not None and r["eenheid"] == t["eenheid"]
        )
        te_duur = regels and t["budget"] is not None and bedrag > t["budget"]
        te_veel = t["frequentie"] == "6" and t["volume"] is not None and stuks > t["volume"]
        if not sleutel.startswith("K|") and (te_duur or te_veel):
            uit.add(sleutel)
    return uit


CONTROLES: dict[str, Callable[[Beeld, date], set[str]]] = {
    functie.__name__.upper(): functie
    for functie in (
        k01, k02, k03, k04, k05, k06, k07, k08, k09, k10, k11, k17, k18, k19, k20, k21, k22, k23,
        k24, k25, k26, k27, k28,
    )
}  # fmt: skip
