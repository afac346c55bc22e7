"""V6: days from measure to allocation of help, and from there to its start (P57, R199)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import NA, Beeld, deelt
from tests.generated.naief.ketens import deel_op, laatste_deel, loopt
from tests.generated.naief.rekenen import mediaan, p90

Rij = dict[str, Any]


def maatregel_op(maatregelen: list[Rij], kind: str, dag: date) -> Rij | None:
    """The measure that runs on `dag`; of several the latest begun, then the highest name."""
    lopend = [rij for rij in maatregelen if rij["kind"] == kind and deelt(rij, dag)]
    lopend.sort(key=lambda rij: (rij["begin"], rij["naam"]))
    return lopend[-1] if lopend else None


def houder_op(maatregel: Rij, dag: date) -> Rij:
    """Who holds the measure on `dag`, its last day included."""
    return deel_op(maatregel, dag) if loopt(maatregel, dag) else laatste_deel(maatregel)


def rijen(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Help allocated during a measure, with a, b and c and whether it is the first of that measure."""
    maatregelen = beeld.maatregelen(variant)
    alle = []
    for hulp in beeld.hulp:
        b = hulp["eerste_toewijzingsdatum"]
        if b is None:
            continue
        maatregel = maatregel_op(maatregelen, hulp["kind"], b)
        if maatregel is None:
            continue
        keten = (hulp["kind"], maatregel["naam"])
        alle.append(
            {
                **hulp,
                "gi": houder_op(maatregel, b)["aanbieder"],
                "keten": keten,
                "a": maatregel["begin"],
                "b": b,
                "c": hulp["start"],
            }
        )

    eerste: dict[tuple, tuple] = {}
    for rij in alle:
        orde = (rij["b"], rij["toewijzing"])
        if rij["keten"] not in eerste or orde < eerste[rij["keten"]]:
            eerste[rij["keten"]] = orde
    return [
        {**rij, "is_eerste": eerste[rij["keten"]] == (rij["b"], rij["toewijzing"])}
        for rij in alle
        if begin <= rij["b"] <= einde
        and rij["ingangsdatum"] is not None
        and rij["ingangsdatum"] > NA
    ]


def klasse(rij: Rij) -> str:
    """Whether the help has started, and on which side of its allocation."""
    if rij["c"] is None:
        return "nog niet gestart"
    return "gestart vóór toewijzing" if rij["c"] < rij["b"] else "gestart"


def maten(rijen: list[Rij]) -> Rij:
    """Number, median and 90th percentile per stretch, for all help and for the first."""
    uit: Rij = {}
    for voor in ("", "eerste_"):
        eigen = [rij for rij in rijen if not voor or rij["is_eerste"]]
        gestart = [rij for rij in eigen if klasse(rij) == "gestart"]
        dagen = {
            "ab": [(rij["b"] - rij["a"]).days for rij in eigen],
            "bc": [(rij["c"] - rij["b"]).days for rij in gestart],
            "ac": [(rij["c"] - rij["a"]).days for rij in gestart],
        }
        for stuk, getallen in dagen.items():
            uit[f"{voor}{stuk}_aantal"] = len(getallen)
            uit[f"{voor}{stuk}_mediaan"] = mediaan(getallen)
            uit[f"{voor}{stuk}_p90"] = p90(getallen)
        klassen = [klasse(rij) for rij in eigen]
        uit[f"{voor}niet_gestart"] = klassen.count("nog niet gestart")
        uit[f"{voor}ervoor"] = klassen.count("gestart vóór toewijzing")
    return uit
