"""Measures as the three variants see them: letterlijk, aaneengesloten (P50) and toegewezen (P51)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

Rij = dict[str, Any]

#: What begins at most this many days after the end of the former is the same measure.
DAGEN_TUSSEN = 31


def is_maatregel(rij: Rij) -> bool:
    """A product in 47 or 48 that is a measure."""
    return rij["groep"] is not None


def delen_letterlijk(zorgperioden: list[Rij]) -> list[Rij]:
    """Each period of care of a measure by itself."""
    return [
        {**rij, "naam": naam_van(rij), "delen": [rij]} for rij in zorgperioden if is_maatregel(rij)
    ]


def delen_toegewezen(toegewezen: dict[str, Rij]) -> list[Rij]:
    """Ingangsdatum and Einddatum of each allocation of a measure."""
    return [
        {**rij, "begin": rij["ingangsdatum"], "einde": rij["einddatum"]}
        for rij in toegewezen.values()
        if is_maatregel(rij) and rij["ingangsdatum"] is not None
    ]


def naam_van(deel: Rij) -> str:
    """A measure is named after its first part."""
    return f"{deel['toewijzing']}|{deel['begin']}"


def voeg_samen(delen: list[Rij]) -> list[Rij]:
    """Chains: what follows within 31 days, for one child and one group, is one measure."""
    per_kind: dict[tuple[str, str], list[Rij]] = {}
    for rij in delen:
        if is_maatregel(rij):
            per_kind.setdefault((rij["kind"], rij["groep"]), []).append(rij)

    ketens: list[list[Rij]] = []
    for eigen in per_kind.values():
        eigen.sort(key=lambda rij: (rij["begin"], rij["toewijzing"]))
        lopend: list[Rij] = []
        for rij in eigen:
            if lopend and not sluit_aan(lopend, rij):
                ketens.append(lopend)
                lopend = []
            lopend.append(rij)
        ketens.append(lopend)
    return [keten(delen) for delen in ketens]


def sluit_aan(lopend: list[Rij], rij: Rij) -> bool:
    """Whether `rij` begins within 31 days after the latest end so far."""
    einden = [deel["einde"] for deel in lopend]
    if None in einden:
        return True
    return rij["begin"] <= max(einden) + timedelta(days=DAGEN_TUSSEN)


def keten(delen: list[Rij]) -> Rij:
    """One measure of its parts, in order of begin."""
    eerste = delen[0]
    einden = [deel["einde"] for deel in delen]
    return {
        "kind": eerste["kind"],
        "groep": eerste["groep"],
        "ingangsdatum": eerste["ingangsdatum"],
        "begin": eerste["begin"],
        "einde": None if None in einden else max(einden),
        "naam": naam_van(eerste),
        "delen": delen,
    }


def deel_op(rij: Rij, dag: date) -> Rij:
    """The part that carries the measure on `dag`.

    The part running then, of several the latest begun; between two parts the one that ended last.
    """
    begonnen = sorted(
        (deel for deel in rij["delen"] if deel["begin"] <= dag), key=lambda deel: deel["toewijzing"]
    )
    lopend = [deel for deel in begonnen if loopt(deel, dag)]
    if lopend:
        return max(lopend, key=lambda deel: deel["begin"])
    return max(begonnen, key=lambda deel: (deel["einde"], deel["begin"]))


def laatste_deel(rij: Rij) -> Rij:
    """The part that carried an ended measure last."""
    return deel_op(rij, max(rij["begin"], rij["einde"] - timedelta(days=1)))


def overdrachten(rij: Rij) -> list[tuple[date, Rij, Rij]]:
    """Each day on which another part takes over, with the part before and after."""
    dagen = {deel["begin"] for deel in rij["delen"]} | {deel["einde"] for deel in rij["delen"]}
    uit = []
    for dag in sorted(dag for dag in dagen if dag is not None):
        if dag <= rij["begin"] or not loopt(rij, dag):
            continue
        vorige = deel_op(rij, dag - timedelta(days=1))
        volgende = deel_op(rij, dag)
        if vorige is not volgende:
            uit.append((dag, vorige, volgende))
    return uit


def maatregelen(variant: str, toegewezen: dict[str, Rij], zorgperioden: list[Rij]) -> list[Rij]:
    """The measures of a variant."""
    if variant == "letterlijk":
        return delen_letterlijk(zorgperioden)
    if variant == "aaneengesloten":
        return voeg_samen(zorgperioden)
    return voeg_samen(delen_toegewezen(toegewezen))


def loopt(rij: Rij, dag: date) -> bool:
    """Running on `dag`; on the day of its end no longer."""
    return rij["begin"] <= dag and (rij["einde"] is None or rij["einde"] > dag)


def deelt_dag(begin: date, einde: date | None, ander_begin: date, ander_einde: date | None) -> bool:
    """Whether two periods have a day in common, the day of the end included."""
    ver = date.max
    return max(begin, ander_begin) <= min(einde or ver, ander_einde or ver)
