"""The pages in `docs/lezingen/`: half a page per reading that a figure of the monitor rests on."""

from __future__ import annotations

from paraplu.afspraken.lezingen import DELEN, Lezing, lezing, lezingen
from paraplu.afspraken.vereisten import vereiste

_KOP = """# Lezingen

De bronnen spreken elkaar soms tegen of laten iets open. Hier staat per vraag wat wij kozen en tot wanneer. Elke keuze is een voorstel: wie erover gaat, kan anders besluiten. Deze pagina's maakt `bin/paraplu documenten` uit `paraplu/afspraken/lezingen/`.
"""


def make_index() -> str:
    """All readings, with a link where a page exists."""
    delen = [_KOP]
    for deel, naam in DELEN.items():
        delen.append(f"\n## {naam}\n\n| nr | vraag | onze keuze |\n|---|---|---|\n")
        delen.extend(_rij(item) for item in lezingen().values() if item.deel == deel)
    return "".join(delen)


def _rij(item: Lezing) -> str:
    nummer = f"[{item.nummer}]({item.nummer}.md)" if item.is_voor_monitor else item.nummer
    return f"| {nummer} | **{item.titel}.** {item.vraag} | {item.keuze} |\n"


def make_pagina(nummer: str) -> str:
    """The page of one reading: question, readings, choice, reason, consequence, until when."""
    item = lezing(nummer)
    keuzes = "\n".join(f"{teller}. {tekst}" for teller, tekst in enumerate(item.lezingen, start=1))
    raakt = "\n".join(f"- **{n}** {vereiste(n).tekst}" for n in item.raakt)
    return f"""# {item.nummer}. {item.titel}

## De vraag

{item.vraag}

## Zo kan het worden gelezen

{keuzes}

## Onze keuze

{item.keuze}

## Waarom

{item.waarom}

## Wat het betekent

{item.gevolg}

## Tot wanneer

{item.tot}

## Hoort bij

{raakt}

[Alle lezingen](README.md) · [Alle vereisten](../vereisten.md)
"""
