"""A second reading of the rules on overlap, volume and credit: plain loops over lists of rows.

Nothing here knows the queries of the product; what is visible comes from the second reading of the
monitor (`tests/generated/naief/zicht.py`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.generated.naief.zicht import codes, zichtbaar
from tests.monitor.keten.keten import Keten

Rij = dict[str, Any]
Plek = tuple[str, int]
DAG = timedelta(days=1)


class Lezing:
    """A world as it can be seen at last."""

    def __init__(self, keten: Keten) -> None:
        leeg = {naam: [] for naam in ("levering", "bestand", "bevinding")}
        vol = {
            naam: [_vol(naam, rij, keten) for rij in rijen]
            for naam, rijen in keten.tabellen.items()
        }
        self.zicht = zichtbaar(leeg | vol, None)
        self.koppen = {rij["bericht"]: rij for rij in self.zicht["bericht"]}
        self.starts = self._levend("start", ("begindatum",))
        self.stops = self._levend("stop", ("begindatum", "einddatum", "reden_beeindiging"))
        self.prestaties = [self._met_oordeel(rij) for rij in self.zicht["declaratie"]]
        for rij in self.prestaties:
            rij["gecrediteerd"] = not rij["credit"] and any(
                ander["credit"] and ander["geldig"]
                and _zelfde(rij, ander, "gemeente", "aanbieder")
                and ander["vorige_referentie"] == rij["referentie"]
                for ander in self.prestaties
            )  # fmt: skip

    def dag(self, rij: Rij) -> date:
        return self.koppen[rij["bericht"]]["dagtekening"]

    def _levend(self, tabel: str, velden: tuple[str, ...]) -> list[Rij]:
        alle = self.zicht[tabel]
        velden = ("gemeente", "toewijzing_nummer", "productcategorie", "productcode", *velden)

        def stand(rij: Rij) -> int:
            gelijk = [ander for ander in alle if _zelfde(rij, ander, *velden)]
            return sum(-1 if ander["status_aanlevering"] == "3" else 1 for ander in gelijk)

        return [rij for rij in alle if rij["status_aanlevering"] != "3" and stand(rij) > 0]

    def _met_oordeel(self, rij: Rij) -> Rij:
        """Of several answers the first delivered, on one day the lowest id."""
        kop = self.koppen[rij["bericht"]]
        antwoorden = [
            ander for ander in self.zicht["bericht"]
            if ander["soort"] == "JW325"
            and _zelfde(kop, ander, "gemeente", "aanbieder", "declaratie_nummer")
        ]  # fmt: skip
        if not antwoorden:
            return rij | {"geldig": True, "goed": False, "antwoord_dag": None}
        antwoord = min(antwoorden, key=lambda a: (a["bekend_op"], a["bericht"]))
        genoemd = any(
            ander["bericht"] == antwoord["bericht"] and ander["referentie"] == rij["referentie"]
            for ander in self.zicht["declaratieantwoord"]
        )
        klasse = codes(antwoord["retourcodes_klasse"])
        goed = "0001" not in codes(antwoord["retourcodes"])
        goed = goed and (klasse == {"8001"} or (klasse == {"0200"} and not genoemd))
        return rij | {"geldig": goed, "goed": goed, "antwoord_dag": antwoord["dagtekening"]}

    def versies(self, rij: Rij) -> list[Rij]:
        """Versions of the allocation of a line, the one that holds last."""
        eigen = [
            v for v in self.zicht["toewijzing"]
            if _zelfde(rij, v, "gemeente", "toewijzing_nummer")
        ]  # fmt: skip
        return sorted(
            eigen,
            key=lambda v: (v["toewijzingsdatum"], v["toewijzingstijd"], self.dag(v), v["bericht"]),
        )

    def grenzen(self, rij: Rij) -> list[Rij]:
        """The versions by which a line is judged: now, and what its sender could know; none: not."""
        versies = self.versies(rij)
        if not versies or versies[-1]["reden_wijziging"] == "13":
            return []
        nu = versies[-1]
        eerder = [v for v in versies if self.dag(v) < self.dag(rij)]
        if not eerder:
            return [] if nu["reden_wijziging"] else [nu]
        return [nu, eerder[-1]]


def staand(lezing: Lezing) -> list[Rij]:
    """Debit lines that count, in the order of their periods."""
    rijen = [r for r in lezing.prestaties if r["geldig"] and not r["credit"]]
    rijen = [r for r in rijen if not r["gecrediteerd"]]
    return sorted(
        rijen, key=lambda r: (r["begindatum"], lezing.dag(r), r["bericht"], r["volgnummer"])
    )


def maximum(versie: Rij, begin: date, einde: date) -> int:
    """The volume allowed from begin up to and including einde, day by day."""
    dagen = [begin + DAG * n for n in range((einde - begin).days + 1)]
    if versie["frequentie"] == "6":
        return versie["volume"]
    if versie["frequentie"] == "1":
        return versie["volume"] * len(dagen)
    if versie["frequentie"] == "4":
        return versie["volume"] * len({(dag.year, dag.month) for dag in dagen})
    if versie["eenheid"] != "82":
        return versie["volume"] * len({dag.isocalendar()[:2] for dag in dagen})
    zondagen = sum(dag.isoweekday() == 7 for dag in dagen)
    return versie["volume"] * (zondagen + _slotweek(versie, dagen))


def _slotweek(versie: Rij, dagen: list[date]) -> int:
    slot = versie["einddatum"]
    if slot is None or slot.isoweekday() == 7:
        return 0
    zondag = slot
    while zondag.isoweekday() != 7:
        zondag -= DAG
    if zondag < versie["ingangsdatum"] and slot in dagen:
        return 1
    return int(zondag in dagen)


def tr321(lezing: Lezing) -> Iterator[Plek]:
    for rij in lezing.prestaties:
        grenzen = lezing.grenzen(rij)
        if rij["credit"] or not rij["geldig"] or not grenzen:
            continue
        if all(
            v["eenheid"] == rij["eenheid"]
            and rij["volume"] > maximum(v, rij["begindatum"], rij["einddatum"])
            for v in grenzen
        ):
            yield rij["bericht"], rij["volgnummer"]


def tr322(lezing: Lezing) -> Iterator[Plek]:
    som: dict[tuple, int] = {}
    for rij in staand(lezing):
        sleutel = (rij["gemeente"], rij["toewijzing_nummer"], rij["eenheid"])
        som[sleutel] = som.get(sleutel, 0) + rij["volume"]
        grenzen = lezing.grenzen(rij)
        if grenzen and rij["volume"] and all(
            v["eenheid"] == rij["eenheid"]
            and som[sleutel] > maximum(v, v["ingangsdatum"], v["einddatum"] or rij["einddatum"])
            for v in grenzen
        ):  # fmt: skip
            yield rij["bericht"], rij["volgnummer"]


def tr369(lezing: Lezing) -> Iterator[Plek]:
    som: dict[tuple, int] = {}
    for rij in staand(lezing):
        sleutel = (rij["gemeente"], rij["toewijzing_nummer"])
        som[sleutel] = som.get(sleutel, 0) + rij["bedrag"]
        grenzen = lezing.grenzen(rij)
        if grenzen and all(v["budget"] is not None and som[sleutel] > v["budget"] for v in grenzen):
            yield rij["bericht"], rij["volgnummer"]


def tr388(lezing: Lezing) -> Iterator[Plek]:
    for rij in lezing.prestaties:
        grenzen = lezing.grenzen(rij)
        begin = rij["begindatum"]
        laatste = begin.replace(day=monthrange(begin.year, begin.month)[1])
        if rij["geldig"] and not rij["credit"] and grenzen and all(
            rij["einddatum"] != min(laatste, v["einddatum"] or laatste) for v in grenzen
        ):  # fmt: skip
            yield rij["bericht"], rij["volgnummer"]


def tr323(lezing: Lezing) -> Iterator[Plek]:
    for rij in lezing.prestaties:
        if rij["credit"] and rij["geldig"] and not any(
            debet["goed"] and not debet["credit"] and debet["antwoord_dag"] <= lezing.dag(rij)
            and debet["referentie"] == rij["vorige_referentie"]
            for debet in lezing.prestaties
        ):  # fmt: skip
            yield rij["bericht"], rij["volgnummer"]


def tr389(lezing: Lezing) -> Iterator[Plek]:
    velden = (
        "gemeente",
        "aanbieder",
        "toewijzing_nummer",
        "productcode",
        "begindatum",
        "einddatum",
    )
    eerste: dict[tuple, str] = {}
    for rij in sorted(staand(lezing), key=lambda r: (lezing.dag(r), r["bericht"])):
        wie = eerste.setdefault(tuple(rij[veld] for veld in velden), rij["bericht"])
        if wie != rij["bericht"]:
            yield rij["bericht"], rij["volgnummer"]


def tr390(lezing: Lezing) -> Iterator[Plek]:
    gezien = set()
    for rij in sorted(
        (r for r in lezing.prestaties if r["credit"] and r["geldig"]),
        key=lambda r: (lezing.dag(r), r["bericht"], r["volgnummer"]),
    ):
        if rij["vorige_referentie"] in gezien:
            yield rij["bericht"], rij["volgnummer"]
        gezien.add(rij["vorige_referentie"])


def tr385(lezing: Lezing) -> Iterator[Plek]:
    for rij in lezing.zicht["toewijzing"]:
        if rij["reden_wijziging"] == "13" and any(
            p["goed"] and not p["credit"] and not p["gecrediteerd"]
            and p["toewijzing_nummer"] == rij["toewijzing_nummer"]
            and p["antwoord_dag"] <= lezing.dag(rij)
            for p in lezing.prestaties
        ):  # fmt: skip
            yield rij["bericht"], rij["volgnummer"]


def tr326(lezing: Lezing) -> Iterator[Plek]:
    for rij in lezing.starts:
        for ander in lezing.starts:
            eerder = _orde(lezing, ander) < _orde(lezing, rij)
            if not eerder or not _zelfde(rij, ander, "gemeente", "toewijzing_nummer"):
                continue
            if _zelfde(rij, ander, "begindatum", "productcode"):
                continue
            if rij["begindatum"] < _einde(lezing, ander) and ander["begindatum"] < _einde(
                lezing, rij
            ):
                yield rij["bericht"], rij["volgnummer"]


def _einde(lezing: Lezing, start: Rij) -> date:
    einden = [
        stop["einddatum"] for stop in lezing.stops
        if _zelfde(start, stop, "gemeente", "toewijzing_nummer", "begindatum")
    ]  # fmt: skip
    return min(einden, default=date.max)


def stopparen(lezing: Lezing) -> Iterator[tuple[Rij, Rij]]:
    """Each stop with every earlier one on the same start."""

    def orde(stop: Rij) -> tuple:
        definitief = stop["reden_beeindiging"] != "20"
        dagen = (lezing.dag(stop), stop["einddatum"], definitief)
        return (*dagen, stop["bericht"], stop["volgnummer"])

    for stop in lezing.stops:
        for ander in lezing.stops:
            if orde(ander) < orde(stop) and _zelfde(
                stop, ander, "gemeente", "toewijzing_nummer", "begindatum"
            ):
                yield stop, ander


def tr413(lezing: Lezing) -> Iterator[Plek]:
    for stop, ander in stopparen(lezing):
        beide = stop["reden_beeindiging"] == ander["reden_beeindiging"] == "20"
        if beide and stop["einddatum"] != ander["einddatum"]:
            yield stop["bericht"], stop["volgnummer"]


def tr414(lezing: Lezing) -> Iterator[Plek]:
    for stop, ander in stopparen(lezing):
        if stop["einddatum"] < ander["einddatum"]:
            yield stop["bericht"], stop["volgnummer"]


def tr415(lezing: Lezing) -> Iterator[Plek]:
    for stop, ander in stopparen(lezing):
        zelfde = _zelfde(stop, ander, "einddatum", "reden_beeindiging")
        if ander["reden_beeindiging"] != "20" and not zelfde:
            yield stop["bericht"], stop["volgnummer"]


def _orde(lezing: Lezing, rij: Rij) -> tuple:
    return lezing.dag(rij), rij["bericht"], rij["volgnummer"]


def _zelfde(een: Rij, ander: Rij, *velden: str) -> bool:
    return all(een[veld] == ander[veld] for veld in velden)


def _vol(tabel: str, rij: Rij, keten: Keten) -> Rij:
    """Every column, empty where the test said nothing."""
    return {naam: rij.get(naam) for naam in keten.kolommen(tabel)}


LEZINGEN = {
    naam.upper(): functie
    for naam, functie in list(globals().items())
    if naam.startswith("tr3") or naam.startswith("tr4")
}
