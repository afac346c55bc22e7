"""The definition as the parties sign it: plain Dutch, one statement per line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ibis.expr import operations as ops

from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten

#: How a measure is read from the counted rows; {kolom}, {waar} and {noemer} are columns of the list.
LEESWIJZE: Final[Mapping[str, str]] = {
    "aantal": "het aantal regels",
    "uniek": "het aantal verschillende waarden van ‘{kolom}’",
    "som": "de som van ‘{kolom}’",
    "gemiddelde": "het gemiddelde van ‘{kolom}’, waar die is gevuld",
    "mediaan": "de mediaan van ‘{kolom}’, waar die is gevuld",
    "p90": "het 90e percentiel van ‘{kolom}’, waar die is gevuld",
    "aandeel": "de som van ‘{kolom}’ gedeeld door de som van ‘{noemer}’",
    "stroom": "het aantal overdrachten {richting}",
}
_DEEL_UNIEK: Final = (
    "het aantal verschillende waarden van ‘{kolom}’ in regels met ‘{waar}’, gedeeld door het "
    "aantal verschillende waarden van ‘{kolom}’ in alle regels"
)
_DEEL_REGELS: Final = "het aantal regels met ‘{waar}’ gedeeld door het aantal regels"


def lees_maat(maat: Maat) -> str:
    """In words how a measure is read from the rows of the list."""
    if maat.soort == "aandeel" and not maat.noemer:
        zin = _DEEL_UNIEK if maat.kolom else _DEEL_REGELS
        return zin.format(kolom=maat.kolom, waar=maat.waar)
    richting = "hiernaartoe" if maat.sleutel.endswith("_in") else "hiervandaan"
    zin = LEESWIJZE[maat.soort].format(kolom=maat.kolom, noemer=maat.noemer, richting=richting)
    return f"{zin}, in regels met ‘{maat.waar}’" if maat.waar else zin


def redenen(indicator: Indicator, trajecten: Trajecten) -> list[str]:
    """What a candidate can fall off on, in every reading, in the order in which it is asked."""
    gevonden: dict[str, None] = {}
    for variant in indicator.varianten:
        rijen = indicator.rijen(trajecten, periode=Periode.jaar(2023), variant=variant)
        afgevallen = getattr(rijen.op(), "values", {}).get("afgevallen_op")
        if isinstance(afgevallen, ops.SearchedCase):
            gevonden |= {str(getattr(reden, "value", reden)): None for reden in afgevallen.results}
    return list(gevonden)


def schrijf_tekst(indicator: Indicator, trajecten: Trajecten) -> str:
    """The whole text of a definition."""
    alineas = [" ".join(stuk.split()) for stuk in indicator.definitie.split("\n\n")]
    return "\n".join(
        [
            f"{indicator.code} {indicator.naam}",
            "",
            "Wat telt",
            *alineas,
            "",
            "Wat afvalt",
            *_opsomming(redenen(indicator, trajecten)),
            "",
            "Maten",
            *_opsomming(f"{m.naam} ({m.eenheid}): {lees_maat(m)}" for m in indicator.maten),
            "",
            "Lezingen",
            *_opsomming(indicator.varianten),
            "",
            "Bron",
            indicator.bron,
            "",
            "Afspraak",
            ", ".join((*indicator.vereisten, *indicator.lezingen)),
            *(["", "Let op", *_opsomming(indicator.opmerkingen)] if indicator.opmerkingen else []),
            "",
        ]
    )


def _opsomming(zinnen: Iterable[str]) -> list[str]:
    return [f"- {zin}" for zin in zinnen] or ["- niets"]
