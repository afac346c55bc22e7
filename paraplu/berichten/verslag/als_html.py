"""A report as one page that needs nothing else: no script, its style inside it, for print and mail."""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Final, TextIO

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.verslag.gang import OORDELEN, Oordeel
from paraplu.berichten.verslag.uitleg import GEVOLGEN, uitleg
from paraplu.berichten.verslag.verzamelen import Bestandsverslag, Verzameld

_MERK: Final[dict[Oordeel, str]] = {
    "goed": "goed",
    "met opmerkingen": "let-op",
    "geweigerd": "fout",
}


def schrijf_html(verslag: Verzameld, uit: TextIO, *, op: date) -> None:
    """Write the page: the verdict in a sentence, the sums, and the findings per file."""
    titel = verslag.kopzin
    uit.write(
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(titel)} – controle van iJW-berichten</title>\n<style>\n{_stijl()}</style>\n"
        f"</head>\n<body>\n<main>\n<p class=zacht>Controle van iJW-berichten, {op:%d-%m-%Y}</p>\n"
        f"<h1>{escape(titel)}</h1>\n{_melding(verslag)}{_tellers(verslag)}"
    )
    if verslag.telling.per_code:
        uit.write(_per_code(verslag))
    uit.write("<h2>Per bestand</h2>\n")
    for nummer, een in enumerate(verslag.gesorteerd, start=1):
        uit.write(_bestand(een, nummer))
    if verslag.niet_genoemd:
        uit.write(f"<p>{verslag.niet_genoemd} andere bestanden staan niet op deze pagina.</p>\n")
    uit.write("</main>\n<footer><p>Gemaakt door Paraplu.</p></footer>\n</body>\n</html>\n")


def _melding(verslag: Verzameld) -> str:
    if not verslag.afgebroken:
        return ""
    return "<p><strong>Het was te veel voor één keer: niet alle bestanden zijn gecontroleerd.</strong></p>\n"


def _tellers(verslag: Verzameld) -> str:
    telling = verslag.telling
    rijen = [("bestanden", telling.bestanden)]
    rijen += [(oordeel, telling.oordelen[oordeel]) for oordeel in OORDELEN]
    rijen.append(("bevindingen", telling.bevindingen))
    cellen = "".join(f"<div><dt>{naam}</dt><dd>{aantal}</dd></div>" for naam, aantal in rijen)
    return f"<dl class=tellers>{cellen}</dl>\n"


def _per_code(verslag: Verzameld) -> str:
    rijen = "".join(
        f"<tr><th scope=row>{escape(code)}</th><td>{escape(uitleg(code).titel)}"
        f"{_van_de_standaard(code)}</td><td class=getal>{som.aantal}</td>"
        f"<td class=getal>{som.bestanden}</td></tr>\n"
        for code, som in verslag.telling.codes()
    )
    return (
        "<h2>Per code</h2>\n<div class=vak tabindex=0 role=group aria-label='Per code'><table>\n"
        "<caption>Hoe vaak elke regel niet klopt</caption>\n<thead><tr><th scope=col>Code</th>"
        "<th scope=col>Wat is er</th><th scope=col class=getal>aantal</th>"
        f"<th scope=col class=getal>bestanden</th></tr></thead>\n<tbody>\n{rijen}</tbody></table></div>\n"
    )


def _van_de_standaard(code: str) -> str:
    """What iJW says of this rule, beside our own words for it."""
    gevonden = uitleg(code)
    delen = [gevonden.kort] if gevonden.kort and gevonden.kort != gevonden.titel else []
    delen += [f"Retourcode {gevonden.retourcode}."] if gevonden.retourcode else []
    return f" <span class=zacht>{escape(' '.join(delen))}</span>" if delen else ""


def _bestand(een: Bestandsverslag, nummer: int) -> str:
    begin, einde = een.begin, een.einde
    kop = (
        f"<section aria-labelledby=b{nummer}>\n<h3 id=b{nummer}>{escape(begin.bestand)}</h3>\n"
        f"<p><span class='merk {_MERK[einde.oordeel]}'>{einde.oordeel}</span> {escape(een.wat)}</p>\n"
    )
    if not einde.aantal:
        return f"{kop}</section>\n"
    rest = een.niet_getoond
    voet = f"<p>Nog {rest} bevindingen staan niet op deze pagina.</p>\n" if rest else ""
    rijen = "".join(_rij(bevinding) for bevinding in een.bevindingen)
    if not rijen:
        return f"{kop}{voet}</section>\n"
    return (
        f"{kop}<div class=vak tabindex=0 role=group aria-label='Bevindingen {nummer}'><table>\n"
        f"<caption class=weg>Bevindingen in {escape(begin.bestand)}</caption>\n"
        "<thead><tr><th scope=col class=getal>Regel</th><th scope=col>Code</th>"
        "<th scope=col>Wat is er en wat kunt u doen</th></tr></thead>\n"
        f"<tbody>\n{rijen}</tbody></table></div>\n{voet}</section>\n"
    )


def _rij(bevinding: Bevinding) -> str:
    pad = f"<code>{escape(bevinding.pad)}</code>" if bevinding.pad else ""
    return (
        f"<tr><td class=getal>{bevinding.regel or '–'}</td><th scope=row>{escape(bevinding.code)}</th>"
        f"<td>{escape(bevinding.tekst)} <span class=zacht>{escape(bevinding.remedie)}</span>{pad}"
        f"<span class=gevolg>{escape(GEVOLGEN[bevinding.weigert])}</span></td></tr>\n"
    )


@cache
def _stijl() -> str:
    return (Path(__file__).parent / "verslag.css").read_text(encoding="utf-8")
