"""Reads which texts the family can see, and what a catalogue says of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from paraplu.afspraken.plaats import WORTEL

KAMER = WORTEL / "paraplu" / "meelezen"
#: What only professionals see; they read Dutch.
VOOR_HET_WERK = {
    "templates/meelezen/uitnodigen.html",
    "templates/meelezen/uitgenodigd.html",
    "templates/meelezen/inbreng.html",
    "templates/meelezen/paneel.html",
    "views/uitnodigen.py",
    "forms/uitnodigen.py",
    "actions/melden.py",
    "queries/werk.py",
}
ROEPT = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
IN_SJABLOON = re.compile(
    r"""\bn?gettext\(u?(['"].*?(?<!\\)['"])[,)]|\b_\((['"].*?(?<!\\)['"])\)""", re.S
)


def teksten_van(pad: Path) -> Iterator[str]:
    """Every text of a file that is translated."""
    inhoud = pad.read_text(encoding="utf-8")
    if pad.suffix == ".py":
        for knoop in ast.walk(ast.parse(inhoud)):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in ROEPT:
                yield from (deel.value for deel in knoop.args[:2] if isinstance(deel, ast.Constant))
    else:
        for eerste, tweede in IN_SJABLOON.findall(templatize(inhoud)):
            yield ast.literal_eval(eerste or tweede)


def alle_teksten() -> dict[str, str]:
    """Every text that the family can see, with the file it stands in."""
    gevonden: dict[str, str] = {}
    for pad in sorted((*KAMER.rglob("*.py"), *KAMER.rglob("*.html"))):
        naam = str(pad.relative_to(KAMER))
        if naam not in VOOR_HET_WERK and "migrations" not in naam:
            gevonden.update((tekst, naam) for tekst in teksten_van(pad) if isinstance(tekst, str))
    gevonden.pop("", None)
    return gevonden


def lees_po(pad: Path) -> dict[str, str]:
    """The catalogue as its translator reads it; fails on a form that this does not know."""
    catalogus: dict[str, str] = {}
    sleutel = ""
    for blok in re.split(r"\n\s*\n", pad.read_text(encoding="utf-8")):
        velden: dict[str, str] = {}
        for regel in blok.splitlines():
            if regel.startswith("#") or not regel:
                continue
            woord, _spatie, rest = regel.partition(" ")
            if woord in {"msgid", "msgstr"}:
                sleutel, regel_tekst = woord, rest
            else:
                assert regel.startswith('"'), regel
                regel_tekst = regel
            velden[sleutel] = velden.get(sleutel, "") + ast.literal_eval(regel_tekst)
        if velden:
            assert velden["msgid"] not in catalogus, velden["msgid"]
            catalogus[velden["msgid"]] = velden["msgstr"]
    return catalogus
