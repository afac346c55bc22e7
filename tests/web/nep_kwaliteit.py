"""Findings on quality that can be checked by hand, and a monitor's answers over them.

Each month of 2023 Ede has two starts without allocation (K01, of Pluryn), Pluryn one declaration that
Ede answers late (K16), and Arnhem three late declarations of Entrea.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from paraplu.monitor.kwaliteit import Keuze, Raakvlak

EDE, ARNHEM, PLURYN, ENTREA = "0228", "0202", "90000101", "90000102"
_SOORTEN = (
    ("K01", EDE, PLURYN, "aB3dE6gH9jK1"),
    ("K01", EDE, PLURYN, "aB3dE6gH9jK2"),
    ("K16", EDE, PLURYN, None),
    *(("K16", ARNHEM, ENTREA, None) for _ in range(3)),
)
VONDSTEN = [
    {
        "code": code, "rij": f"{code}|{nr}|{maand}", "sleutel": None, "bericht": f"b{nr}",
        "volgnummer": 1, "kind": kind, "gemeente": gemeente, "aanbieder": aanbieder,
        "productcategorie": "48", "productcode": "48A01", "partij": gemeente,
        "maand": f"2023-{maand:02d}", "dag": date(2023, maand, 15), "wat": "dit klopt niet",
        "centen": None, "schuift": True, "levering": "abc123",
    }
    for maand in range(1, 13)
    for nr, (code, gemeente, aanbieder, kind) in enumerate(_SOORTEN)
]  # fmt: skip


def in_keuze(keuze):
    """The findings of a choice, as the real monitor keeps them."""
    return [
        v
        for v in VONDSTEN
        if keuze.code in ("", v["code"])
        and (not keuze.van or keuze.van <= v["maand"] <= keuze.tot)
        and all(_past(v, naam, waarde) for naam, waarde in keuze.filters.items())
    ]


def _past(vondst, naam, waarde):
    if naam == "regio":
        return {"FV": EDE, "CG": ARNHEM}.get(waarde) == vondst["gemeente"]
    return naam == "gelderland" or vondst[naam] == waarde


def tel(keuze, per):
    """Counted as the real monitor does."""
    uit = {}
    for vondst in in_keuze(keuze or Keuze()):
        sleutel = tuple(vondst[naam] for naam in per)
        uit[sleutel] = uit.get(sleutel, 0) + 1
    return [
        {**dict(zip(per, sleutel, strict=True)), "aantal": aantal, "kinderen": 0}
        for sleutel, aantal in sorted(uit.items())
    ]


def raakt(maten):
    """K01 touches twelve rows of every figure, a tenth of a euro or one of a count."""
    klein = {m.sleutel: Decimal("1.50") if m.eenheid == "euro" else 1 for m in maten}
    return [
        Raakvlak(
            sleutel="K01", titel="Start zonder toewijzing", aantal=24, geraakte_rijen=12,
            omlaag=klein, omhoog=dict.fromkeys(klein, 0), herstelt=("gemeente",),
            methode="Omlaag: zonder de geraakte rijen.",
        )
    ]  # fmt: skip
