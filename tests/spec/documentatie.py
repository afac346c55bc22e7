"""Prints docs/monitor from the definitions and their specifications: `python -m tests.spec.documentatie`."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable
from pathlib import Path

import ibis.expr.operations as ops

import tests.spec
from paraplu.afspraken.lezingen import lezing
from paraplu.afspraken.vereisten import vereisten
from paraplu.monitor import Indicator, Periode
from paraplu.monitor.waarden import alle
from tests.spec.voorbeeld import Spec, Voorbeeld
from tests.spec.wereld import lees_tabel, maak_wereld

MAP = Path(__file__).resolve().parents[2] / "docs" / "monitor"
KOP = "<!-- Gemaakt uit paraplu/monitor/waarden en tests/spec door `python -m tests.spec.documentatie`. -->"


def verzamel() -> list[tuple[str, Voorbeeld]]:
    """Every example in the specifications, with the sentence that its test is called by."""
    voorbeelden = []
    for module in sorted(m.name for m in pkgutil.iter_modules(tests.spec.__path__)):
        if not module.startswith(("test_v", "test_ra")):
            continue
        inhoud = vars(importlib.import_module(f"tests.spec.{module}"))
        for naam, functie in inhoud.items():
            if naam.startswith("test_") and list(inspect.signature(functie).parameters) == ["spec"]:
                spec = Spec(alleen_opschrijven=True)
                functie(spec)
                voorbeelden += [(_zin(naam), voorbeeld) for voorbeeld in spec.voorbeelden]
    return voorbeelden


def paginas() -> dict[str, str]:
    """The text of every page by its file name."""
    voorbeelden = verzamel()
    teksten = {"README.md": _overzicht(alle().values())}
    for code, indicator in alle().items():
        eigen = [(zin, v) for zin, v in voorbeelden if v.indicator.code == code]
        teksten[f"{code}.md"] = _pagina(indicator, eigen)
    return teksten


def redenen(indicator: Indicator, variant: str) -> list[str]:
    """What a candidate can fall off on, in order, read from the query itself."""
    wereld = maak_wereld({})
    rijen = indicator.rijen(wereld.trajecten, periode=Periode.jaar(2023), variant=variant)
    gevallen = rijen.op().find(ops.SearchedCase)
    for geval in gevallen:
        teksten = [getattr(r, "value", None) for r in geval.results]
        gebruikt = rijen.op().values.get("afgevallen_op")
        if gebruikt is not None and (gebruikt is geval or geval in gebruikt.find(ops.SearchedCase)):
            return [tekst for tekst in teksten if isinstance(tekst, str)]
    return []


def _overzicht(alle: Iterable[Indicator]) -> str:
    rijen = [
        {
            "code": f"[{i.code}]({i.code}.md)",
            "waarde": i.naam,
            "eenheid": i.eenheid,
            "lezingen": ", ".join(i.varianten),
        }
        for i in alle
    ]
    tekst = (
        "Elke waarde is één zoekvraag over de berichten. Die geeft alle kandidaten, met de reden "
        "waarom een kandidaat niet meetelt. Het cijfer, de lijst en de bon komen uit die ene vraag."
    )
    return f"{KOP}\n\n# De waarden van de monitor\n\n{tekst}\n\n{_markdown(rijen)}\n"


def _pagina(indicator: Indicator, voorbeelden: list[tuple[str, Voorbeeld]]) -> str:
    delen = [
        KOP,
        f"# {indicator.code} {indicator.naam}",
        indicator.definitie,
        _markdown(
            [
                {"": "Bron", " ": indicator.bron},
                {"": "Eenheid", " ": indicator.eenheid},
                {
                    "": "Lezingen",
                    " ": ", ".join(indicator.varianten) + " (de eerste wordt getoond)",
                },
            ]
        ),
        "## Wat er wordt gemeten",
        _markdown(
            [
                {"maat": m.naam, "eenheid": m.eenheid, "sleutel": f"`{m.sleutel}`"}
                for m in indicator.maten
            ]
        ),
        "## Wat niet meetelt",
        *_wat_niet_meetelt(indicator),
        *(
            ["## Let op", *(f"- {tekst}" for tekst in indicator.opmerkingen)]
            if indicator.opmerkingen
            else []
        ),
        "## Waar dit op rust",
        *(f"- {nummer}: {vereisten()[nummer].tekst}" for nummer in indicator.vereisten),
        *_keuzes(indicator),
    ]
    if voorbeelden:
        delen.append("## Voorbeelden")
        delen.append("Bedragen zijn euro's. Wat een tabel niet noemt, doet er niet toe.")
        delen += [_voorbeeld(zin, voorbeeld) for zin, voorbeeld in voorbeelden]
    tekst = re.sub(r"(?m)^(- .*)\n\n(?=- )", r"\1\n", "\n\n".join(delen))
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()) + "\n"


def _wat_niet_meetelt(indicator: Indicator) -> list[str]:
    per_variant = {variant: redenen(indicator, variant) for variant in indicator.varianten}
    verschillend = {tuple(lijst) for lijst in per_variant.values()}
    if len(verschillend) == 1:
        lijst = next(iter(verschillend))
        return ["Een kandidaat valt af op het eerste dat op hem past:", *(f"- {r}" for r in lijst)]
    delen = []
    for variant, lijst in per_variant.items():
        delen.append(f"Lezing {variant}; een kandidaat valt af op het eerste dat op hem past:")
        delen += [f"- {reden}" for reden in lijst] or ["- niets"]
    return delen


def _keuzes(indicator: Indicator) -> list[str]:
    return [
        f"- {nummer}, {lezing(nummer).titel}: {lezing(nummer).keuze}"
        for nummer in indicator.lezingen
    ]


def _voorbeeld(zin: str, voorbeeld: Voorbeeld) -> str:
    delen = [f"### {zin}", f"Periode {voorbeeld.periode}, lezing {voorbeeld.variant}."]
    for naam, tekst in voorbeeld.gegeven.items():
        delen += [f"{naam.capitalize()}:", _markdown(lees_tabel(tekst))]
    verwacht = lees_tabel(voorbeeld.verwacht)
    delen.append("Uitkomst:" if verwacht else "Uitkomst: geen enkele kandidaat.")
    if verwacht:
        delen.append(_markdown(verwacht))
    cijfers = ", ".join(
        f"{naam} {'onbekend' if waarde is None else format(waarde, 'g')}"
        for naam, waarde in voorbeeld.cijfers.items()
    )
    return "\n\n".join([*delen, *([f"Cijfers: {cijfers}."] if cijfers else [])])


def _markdown(rijen: list[dict[str, str]]) -> str:
    if not rijen:
        return "(geen)"
    kop = list(rijen[0])
    regels = [kop, ["---"] * len(kop), *(list(rij.values()) for rij in rijen)]
    return "\n".join(
        "| " + " | ".join(cel.replace("|", "\\|") for cel in regel) + " |" for regel in regels
    )


def _zin(naam: str) -> str:
    return naam.removeprefix("test_").replace("_", " ").capitalize()


def schrijf() -> None:
    """Write all pages, and remove those of values that are no more."""
    MAP.mkdir(parents=True, exist_ok=True)
    teksten = paginas()
    for oud in MAP.glob("*.md"):
        if oud.name not in teksten:
            oud.unlink()
    for naam, tekst in teksten.items():
        (MAP / naam).write_text(tekst)


if __name__ == "__main__":
    schrijf()
