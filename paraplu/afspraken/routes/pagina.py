"""The pages in `docs/routes/`: every version of every route, drawn and in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from paraplu.afspraken.routes.laden import route, routes, versies
from paraplu.afspraken.routes.model import (
    GEBEURTENISSEN,
    ROLLEN,
    VOORWAARDEN,
    Doorlooptijd,
    Route,
    Stap,
    Uitkomst,
)
from paraplu.afspraken.routes.tekening import teken_los
from paraplu.afspraken.routes.verschil import vergelijk

MAP = "docs/routes"
_KOP = "<!-- Gemaakt uit paraplu/afspraken/routes door `bin/paraplu documenten`. -->"


def make_paginas() -> Iterator[tuple[str, Callable[[], str]]]:
    """The path and the maker of every page and drawing."""
    yield f"{MAP}/README.md", make_index
    for een in _alle():
        yield f"{MAP}/{_naam(een)}.md", partial(make_pagina, een)
        yield f"{MAP}/{_naam(een)}.svg", partial(teken_los, een)


def make_index() -> str:
    """Every route with its versions."""
    rijen = "\n".join(
        f"| [{een.naam}]({_naam(een)}.md) | {een.versie} | {een.uitleg} |" for een in _alle()
    )
    return f"""{_KOP}

# De aanmeldroutes

Een route zegt wie wat doet, en binnen welke tijd. Elke versie is één bestand in `paraplu/afspraken/routes/`; zijn naam is de dag waarop die versie begint. Een casus houdt de versie waarmee hij begon. Zo wordt een nieuwe afspraak een nieuw bestand, en blijft te zien wat er eerder gold.

| route | vanaf | in het kort |
|---|---|---|
{rijen}

Op de opdrachtregel: `bin/paraplu route aanmeldroute-301 --op 2026-01-01`.
"""


def make_pagina(een: Route) -> str:
    """One version: the drawing, the steps, their outcomes, the terms, the options."""
    delen = [
        _KOP,
        f"# {een.naam}",
        f"Versie van {een.versie}. {een.uitleg}",
        *_sinds_de_vorige(een),
        "## De route in beeld",
        f"![De stappen van {een.naam} van boven naar onder; alles wat erin staat, staat ook in de tabellen hieronder]({_naam(een)}.svg)",
        "Een lijn is de gewenste uitkomst, een streeplijn een andere. Een vierkant is een einde.",
        "## De stappen",
        _tabel_stappen(een),
        "## Termijnen over meer stappen",
        *(_doorlooptijd(een, tijd) for tijd in een.doorlooptijden),
        "## Stap voor stap",
        *(_stap(een, stap) for stap in een.stappen.values()),
        "## Uit elke stap",
        _tabel_uitkomsten(een, een.overal.values()),
        *_opties(een),
        *_aanvullingen(een),
        "[Alle routes](README.md) · [Alle vereisten](../vereisten.md) · [Alle lezingen](../lezingen/README.md)",
    ]
    return "\n\n".join(delen) + "\n"


def _alle() -> list[Route]:
    return [route(sleutel, versie) for sleutel in routes() for versie in versies(sleutel)]


def _naam(een: Route) -> str:
    return f"{een.sleutel}-{een.versie}"


def _sinds_de_vorige(een: Route) -> Iterator[str]:
    eerder = [versie for versie in versies(een.sleutel) if versie < een.versie]
    if eerder:
        yield f"## Anders dan de versie van {eerder[-1]}"
        verschillen = vergelijk(route(een.sleutel, eerder[-1]), een)
        yield "\n".join(f"- {verschil.zin}" for verschil in verschillen)


def _tabel_stappen(een: Route) -> str:
    rijen = [
        "| stap | wat | wie | termijn | telt vanaf | waar het staat |",
        "|---|---|---|---|---|---|",
    ]
    for stap in een.stappen.values():
        vanaf = GEBEURTENISSEN[stap.loopt_vanaf] if stap.termijn else ""
        rijen.append(
            f"| {stap.nummer} | {stap.naam} | {ROLLEN[stap.rol]} | {stap.termijn or 'geen'} "
            f"| {vanaf} | {_bronnen(stap.vereisten, stap.lezing)} |"
        )
    return "\n".join(rijen)


def _stap(een: Route, stap: Stap) -> str:
    return "\n\n".join(
        [
            f"### {stap.nummer}. {stap.naam}",
            stap.uitleg,
            "\n".join(f"- {regel}" for regel in _feiten(een, stap)),
            _tabel_uitkomsten(een, stap.uitkomsten.values()),
        ]
    )


def _feiten(een: Route, stap: Stap) -> Iterator[str]:
    yield f"Wie: {_rollen(stap.rollen)}."
    if stap.aan:
        yield f"Voor: {_rollen(stap.aan)}."
    if stap.termijn:
        yield f"Termijn: {stap.termijn} na {GEBEURTENISSEN[stap.loopt_vanaf]}. {stap.gevolg}"
    if stap.waarschuwing:
        yield f"Waarschuwing na {stap.waarschuwing}."
    if stap.wacht_op:
        namen = ", ".join(f"'{een.stap(s).naam}'" for s in stap.wacht_op)
        yield f"Begint pas als geen van deze stappen open is: {namen}."
    yield f"Staat in: {_bronnen(stap.vereisten, stap.lezing)}."


def _tabel_uitkomsten(een: Route, uitkomsten: Iterable[Uitkomst]) -> str:
    rijen = ["| uitkomst | daarna | nodig |", "|---|---|---|"]
    return "\n".join([*rijen, *(_uitkomst(een, uitkomst) for uitkomst in uitkomsten)])


def _uitkomst(een: Route, uitkomst: Uitkomst) -> str:
    stappen = [een.stap(sleutel) for sleutel in uitkomst.volgende]
    daarna = " en ".join(f"{stap.nummer} {stap.naam}" for stap in stappen)
    nodig = [VOORWAARDEN[uitkomst.vraagt]] if uitkomst.vraagt else []
    if uitkomst.toelichting:
        nodig.append("een reden")
    if uitkomst.rollen:
        nodig.append(f"alleen: {_rollen(uitkomst.rollen)}")
    einde = een.einden.get(uitkomst.eind, "")
    return f"| {uitkomst.naam} | {daarna or f'einde: {einde}'} | {', '.join(nodig)} |"


def _doorlooptijd(een: Route, tijd: Doorlooptijd) -> str:
    na = ", ".join(f"'{een.stap(s).naam}'" for s in tijd.na)
    tot = ", ".join(f"'{een.stap(s).naam}'" for s in tijd.tot)
    waarschuwing = f" Na {tijd.waarschuwing} komt er een waarschuwing." if tijd.waarschuwing else ""
    return (
        f"**{tijd.naam}: binnen {tijd.termijn}.** De tijd begint als van {na} niets meer open is, "
        f"en eindigt bij {tot}.{waarschuwing} {tijd.gevolg} ({_bronnen(tijd.vereisten, tijd.lezing)})"
    )


def _opties(een: Route) -> Iterator[str]:
    if een.opties:
        yield "## Keuze van een regio"
    for sleutel, optie in een.opties.items():
        yield f"**{optie.naam}** (`{sleutel}`): {optie.uitleg} ({_bronnen(optie.vereisten, ())})"
        verschillen = vergelijk(een, een.met_opties({sleutel}))
        yield "\n".join(f"- {verschil.zin}" for verschil in verschillen)


def _aanvullingen(een: Route) -> Iterator[str]:
    if een.aanvullingen:
        yield "## Wat wij hebben aangevuld"
        yield "De bron zegt niet alles. Dit vulden wij in; wie over de route gaat, kan anders kiezen."
        yield "\n".join(f"- {zin}" for zin in een.aanvullingen)


def _rollen(rollen: tuple[str, ...]) -> str:
    return ", ".join(ROLLEN[rol] for rol in rollen)


def _bronnen(vereisten: tuple[str, ...], lezing: tuple[str, ...]) -> str:
    nummers = [f"[{nummer}](../vereisten.md#{nummer.lower()})" for nummer in vereisten]
    return ", ".join([*nummers, *(f"[{nummer}](../lezingen/README.md)" for nummer in lezing)])
