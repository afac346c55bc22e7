"""The page `docs/vereisten.md`: every requirement, where it comes from, who claims it, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paraplu.afspraken.citaten import claims, find_citaten
from paraplu.afspraken.lezingen import lezingen
from paraplu.afspraken.vereisten import DELEN, DOCUMENTEN, Vereiste, redenen, vereisten

Claims = Mapping[str, list[str]]

_UITLEG = """# Vereisten

Elke vereiste uit de bronnen van de Gelderse Verbeteragenda Jeugdbescherming, in onze woorden. Bij elke vereiste staat welke code en welke tests haar noemen. Waar dat niet kan of niet hoort, staat de reden. *Open* is wat dan nog overblijft. Deze pagina maakt `bin/paraplu documenten`; de tekst staat in `paraplu/afspraken/vereisten/`.
"""


def make_pagina(wortel: Path) -> str:
    """The whole page, for the repository at `wortel`."""
    code, tests = claims(find_citaten(wortel))
    delen = [_UITLEG, _tellingen(code, tests), _documenten()]
    delen.extend(_deel(deel, naam, code, tests) for deel, naam in DELEN.items())
    delen.append(_lezingen(code, tests))
    return "\n".join(delen)


def _tellingen(code: Claims, tests: Claims) -> str:
    rijen = [("Vereisten", list(vereisten())), ("Lezingen", list(lezingen()))]
    regels = ["| | alle | door code genoemd | door een test genoemd | beide | met reden | open |"]
    regels.append("|---|---:|---:|---:|---:|---:|---:|")
    for naam, nummers in rijen:
        in_code = [n for n in nummers if n in code]
        in_test = [n for n in nummers if n in tests]
        beide = [n for n in in_code if n in tests]
        met_reden = [n for n in nummers if n not in beide and n in redenen()]
        tellen = (nummers, in_code, in_test, beide, met_reden)
        open_ = len(nummers) - len(beide) - len(met_reden)
        regels.append(f"| {naam} | {' | '.join(str(len(t)) for t in tellen)} | {open_} |")
    return "\n".join(regels) + "\n"


def _documenten() -> str:
    regels = ["## Bronnen\n", "| code | document |", "|---|---|"]
    regels.extend(f"| {code} | {naam} |" for code, naam in DOCUMENTEN.items())
    regels.append("\nRegelnummers gaan over de tekst zoals wij die hebben gelezen.\n")
    return "\n".join(regels)


def _deel(deel: str, naam: str, code: Claims, tests: Claims) -> str:
    nummers = [v for v in vereisten().values() if v.deel == deel]
    klaar = sum(v.nummer in code and v.nummer in tests for v in nummers)
    regels = [
        f"## {naam}\n",
        f"{klaar} van {len(nummers)} met code en test.\n",
        "| nr | vereiste | bron | code | tests | stand |",
        "|---|---|---|---|---|---|",
    ]
    regels.extend(_rij(v, code, tests) for v in nummers)
    return "\n".join(regels) + "\n"


def _rij(vereiste: Vereiste, code: Claims, tests: Claims) -> str:
    bron = "; ".join((f"{vereiste.document}, {vereiste.paragraaf}", *vereiste.ook))
    cellen = (
        f'<a id="{vereiste.nummer.lower()}"></a>{vereiste.nummer}',
        vereiste.tekst,
        bron,
        *_claimcellen(vereiste.nummer, code, tests),
    )
    return f"| {' | '.join(cellen)} |"


def _lezingen(code: Claims, tests: Claims) -> str:
    regels = [
        "## Lezingen\n",
        "Wat wij kozen waar de bronnen onduidelijk zijn: [alle lezingen](lezingen/README.md).\n",
        "| nr | onderwerp | code | tests | stand |",
        "|---|---|---|---|---|",
    ]
    for item in lezingen().values():
        naam = f"[{item.titel}](lezingen/{item.nummer}.md)" if item.is_voor_monitor else item.titel
        cellen = _claimcellen(item.nummer, code, tests)
        regels.append(f"| {item.nummer} | {naam} | {' | '.join(cellen)} |")
    return "\n".join(regels) + "\n"


def list_open(wortel: Path) -> list[str]:
    """What no code or no test claims, without a reason that says why."""
    code, tests = claims(find_citaten(wortel))
    alle = (*vereisten(), *lezingen())
    return [n for n in alle if not (n in code and n in tests) and n not in redenen()]


def _claimcellen(nummer: str, code: Claims, tests: Claims) -> tuple[str, str, str]:
    """The files of the program, the test files, and what is still open."""
    heeft = (nummer in code, nummer in tests)
    stand = {
        (True, True): "code en test",
        (True, False): "open: geen test",
        (False, True): "open: geen code",
        (False, False): "open",
    }[heeft]
    if not all(heeft) and nummer in redenen():
        stand = redenen()[nummer]
    return _links(code.get(nummer, [])), _links(tests.get(nummer, [])), stand


def _links(bestanden: list[str]) -> str:
    return ", ".join(f"[{_korte_naam(b)}](../{b})" for b in bestanden)


def _korte_naam(bestand: str) -> str:
    """The path without its first folder and without `.py`."""
    return bestand.split("/", 1)[1].removesuffix(".py")
