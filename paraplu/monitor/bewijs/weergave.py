"""A receipt as text: to read, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from paraplu.monitor.bewijs.soorten import Bewijs
from paraplu.monitor.indicator import Maat
from paraplu.monitor.weergave import show_rijen, toon_waarde


def show_bewijs(bewijs: Bewijs, *, formaat: str) -> str:
    """The whole receipt; as CSV only its rows: candidates, counted, fallen off."""
    if formaat == "json":
        return json.dumps(bewijs.als_dict(), indent=2, ensure_ascii=False)
    if formaat == "csv":
        return show_rijen(_regels(bewijs), formaat=formaat)
    return "\n".join(_delen(bewijs))


def _regels(bewijs: Bewijs) -> list[dict[str, object]]:
    regels: list[tuple[str, object]] = [
        ("kandidaten", bewijs.kandidaten),
        ("geteld", bewijs.geteld),
        *((f"afgevallen: {reden}", aantal) for reden, aantal in bewijs.afgevallen),
    ]
    return [{"wat": wat, "aantal": aantal} for wat, aantal in regels]


def _delen(bewijs: Bewijs) -> Iterator[str]:
    definitie = bewijs.definitie
    gebied = ", ".join(f"{naam} {waarde}" for naam, waarde in bewijs.filters.items()) or "alles"
    yield f"{definitie.code} {definitie.naam}, {bewijs.periode}, {gebied}, lezing {bewijs.variant}"
    yield f"{bewijs.begin} tot en met {bewijs.einde}"
    yield ""
    yield show_rijen(
        [
            {
                "maat": maat.naam,
                "waarde": toon_waarde(
                    maat.waarde, Maat(sleutel=maat.sleutel, naam=maat.naam, eenheid=maat.eenheid)
                ),
                "regels": maat.regels,
                "uit de regels": maat.leeswijze,
            }
            for maat in bewijs.maten
        ],
        formaat="tabel",
    )
    yield ""
    yield show_rijen(_regels(bewijs), formaat="tabel")
    yield ""
    yield definitie.tekst
    klopt = "" if definitie.klopt else "; let op: de berekening is niet meer die van deze versie"
    yield f"Definitie versie {definitie.versie}, vingerafdruk {definitie.vingerafdruk}{klopt}"
    yield f"Berichten: {definitie.bron}"
    yield (
        f"Vereisten: {', '.join(definitie.vereisten)}; lezingen: "
        f"{', '.join(definitie.lezingen) or 'geen'}"
    )
    yield from definitie.opmerkingen
    yield ""
    yield from _herkomst(bewijs)
    yield from _raakvlakken(bewijs)
    yield from _stand(bewijs)


def _herkomst(bewijs: Bewijs) -> Iterator[str]:
    if bewijs.herkomst is None:
        yield bewijs.verborgen
        return
    van = bewijs.herkomst
    yield (
        f"Leveringen: {van.aantal}, van {van.eerste} tot en met {van.laatste}, "
        f"met {van.berichten} berichten achter dit cijfer"
        if van.aantal
        else "Leveringen: geen"
    )


def _raakvlakken(bewijs: Bewijs) -> Iterator[str]:
    for vlak in bewijs.raakvlakken or ():
        maat = bewijs.maten[0].sleutel
        yield (
            f"Bevinding {vlak.sleutel} {vlak.titel}: {vlak.aantal} keer, raakt "
            f"{vlak.geraakte_rijen} regels; {maat} omlaag {_getal(vlak.omlaag.get(maat))}, "
            f"omhoog {_getal(vlak.omhoog.get(maat))}; herstelt: {', '.join(vlak.herstelt)}"
        )


def _getal(waarde: object) -> str:
    return "niet te zeggen" if waarde is None else str(waarde)


def _stand(bewijs: Bewijs) -> Iterator[str]:
    gegevens = bewijs.gegevens
    bekend = (
        f"zoals bekend op {gegevens.bekend_op}"
        if gegevens.bekend_op
        else f"alles wat bekend is na de levering van {gegevens.bijgewerkt_op}"
    )
    yield f"Gegevens: versie {gegevens.dataversie}, {bekend}"
    tabellen = ", ".join(f"{naam} {versie}" for naam, versie in gegevens.tabellen.items())
    yield f"Tabellen (versie): {tabellen}"
    yield f"Berekening: Paraplu {bewijs.code.pakket}, stempel {bewijs.code.stempel}"
