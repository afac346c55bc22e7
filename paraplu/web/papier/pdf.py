"""From a Stuk to PDF/UA-1. Everything stays in memory: no file ever holds what the letter says."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .letters import load_letters
from .stuk import (
    Alinea,
    Blok,
    Figuur,
    Kop,
    Lijst,
    Ondertekening,
    OngeldigStuk,
    Qr,
    Stuk,
    Tabel,
    Velden,
    Verwijzingen,
)
from .tekens import GETEKEND, ZEKER, breakable, clean

#: Characters of one word that surely fit on a line, be they all W; and over a table's columns.
REGEL = 40
TABELREGEL = 40
#: A column is never narrower or wider than the text of this many characters asks for.
SMALST, BREEDST = 6, 40
#: Beside columns of numbers, that must not be broken, words wrap sooner.
RUIM = 20

Bekend = tuple[tuple[int, int], ...]


class PapierMislukt(RuntimeError):
    """The document could not be made. The text names no word of it."""


def maak_pdf(stuk: Stuk) -> bytes:
    """The document as tagged PDF/UA-1, with bookmarks; the same `stuk` gives the same bytes.

    A page takes some 10 ms (decision 0013). Call it from any thread or process. Raises OngeldigStuk
    when nothing is left of the title, and PapierMislukt when typst refuses, which is our mistake.
    """
    try:
        return _compile(stuk, GETEKEND)
    except typst.TypstError:
        # A combination of letters that no typeface foresaw: then what every typeface has.
        try:
            return _compile(stuk, ZEKER)
        except typst.TypstError as fout:
            raise PapierMislukt(f"typst weigert: {_without_text(fout.message)}") from None


def _compile(stuk: Stuk, bekend: Bekend) -> bytes:
    letters, namen = load_letters()
    inhoud = {**_describe(stuk, bekend), "letters": namen}
    pdf = typst.compile(
        _template(),
        font_paths=letters,
        ignore_system_fonts=True,
        sys_inputs={"stuk": json.dumps(inhoud)},
        pdf_standards="ua-1",
        format="pdf",
        timestamp=datetime(stuk.datum.year, stuk.datum.month, stuk.datum.day, tzinfo=UTC),
    )
    if not isinstance(pdf, bytes):
        raise PapierMislukt("typst gaf geen bestand terug")
    return pdf


@cache
def _template() -> bytes:
    return (Path(__file__).parent / "stuk.typ").read_bytes()


def _describe(stuk: Stuk, bekend: Bekend) -> dict[str, Any]:
    """The document as the template reads it: texts, numbers and lists, nothing to be run."""

    def tekst(ruw: str, breedte: int = REGEL) -> str:
        return breakable(clean(ruw, bekend=bekend), breedte=breedte)

    def regel(ruw: str) -> str:
        return " ".join(clean(ruw, bekend=bekend).split())

    titel = regel(stuk.titel)
    if not titel:
        raise OngeldigStuk("Van de titel blijft niets over dat te lezen is.")
    velden = (
        (_("Onderwerp"), stuk.onderwerp),
        (_("Datum"), _show_dag(stuk.datum)),
        (_("Kenmerk"), stuk.kenmerk),
    )
    return {
        "titel": titel,
        "titel_getoond": breakable(titel, breedte=20),
        "onderwerp": regel(stuk.onderwerp),
        "taal": stuk.taal,
        "datum": [stuk.datum.year, stuk.datum.month, stuk.datum.day],
        "hoofd": [[naam, tekst(waarde, 24)] for naam, waarde in velden if waarde.strip()],
        "voet": tekst(regel(stuk.voet)),
        "pagina": [_("Pagina"), _("van")],
        "blokken": [_describe_blok(blok, tekst) for blok in stuk.blokken],
    }


def _describe_blok(blok: Blok, tekst: Any) -> dict[str, Any]:  # noqa: PLR0911 - one per kind
    match blok:
        case Kop():
            return {"soort": "kop", "niveau": blok.niveau, "tekst": tekst(blok.tekst, 30)}
        case Alinea():
            alineas = [deel for deel in tekst(blok.tekst).split("\n\n") if deel.strip()]
            return {"soort": "alinea", "alineas": alineas}
        case Lijst():
            punten = [tekst(punt) for punt in blok.punten]
            return {"soort": "lijst", "genummerd": blok.genummerd, "punten": punten}
        case Velden():
            return _describe_velden(blok.paren, tekst)
        case Verwijzingen():
            paren = [[tekst(naam), tekst(adres), adres] for naam, adres in blok.paren]
            return {"soort": "verwijzingen", "paren": paren}
        case Tabel():
            return _describe_tabel(blok, tekst)
        case Ondertekening():
            return _describe_ondertekening(blok, tekst)
        case Qr():
            return {"soort": "qr", "svg": blok.svg, "beschrijving": blok.beschrijving}
        case Figuur():
            return {"soort": "figuur", "svg": blok.svg, "beschrijving": blok.beschrijving}


def _describe_velden(paren: tuple[tuple[str, str], ...], tekst: Any) -> dict[str, Any]:
    getoond = [[tekst(naam, 16), tekst(waarde, 24)] for naam, waarde in paren]
    return {"soort": "velden", "paren": getoond}


def _describe_tabel(tabel: Tabel, tekst: Any) -> dict[str, Any]:
    """Columns as wide as their longest text asks, within bounds, and words that fit in them."""
    kolommen = [tuple(kolom) for kolom in zip(tabel.koppen, *tabel.rijen, strict=True)]
    delen = [_measure(kolom, BREEDST if not tabel.rechts else RUIM) for kolom in kolommen]
    past = [max(3, TABELREGEL * deel // sum(delen)) for deel in delen]
    rijen = [
        [tekst(vak, breedte) for vak, breedte in zip(rij, past, strict=True)]
        for rij in chain((tabel.koppen,), tabel.rijen)
    ]
    return {
        "soort": "tabel",
        "delen": delen,
        "koppen": rijen[0],
        "rijen": rijen[1:],
        "bijschrift": tekst(tabel.bijschrift),
        "rechts": list(tabel.rechts),
    }


def _measure(kolom: tuple[str, ...], hoogstens: int) -> int:
    """How wide a column asks to be, in characters: its longest text within bounds, no word broken."""
    woord = max(len(woord) for vak in kolom for woord in vak.split(" ") or [""])
    ruimte = 2 if hoogstens == RUIM else 0
    return max(SMALST, min(BREEDST, woord + ruimte), min(hoogstens, max(map(len, kolom))))


def _describe_ondertekening(blok: Ondertekening, tekst: Any) -> dict[str, Any]:
    velden = (
        (_("Naam"), blok.naam),
        (_("Functie"), blok.functie),
        (_("Organisatie"), blok.organisatie),
        (_("Plaats"), blok.plaats),
        (_("Datum"), _show_dag(blok.datum) if blok.datum else ""),
    )
    paren = [[naam, tekst(waarde, 24)] for naam, waarde in velden]
    return {"soort": "ondertekening", "paren": paren, "handtekening": _("Handtekening")}


def _show_dag(dag: date) -> str:
    return date_format(dag, "j F Y")


def _without_text(melding: str) -> str:
    """An error of typst without what it quotes: that could be a sentence about a child."""
    return re.split('[`"]', melding, maxsplit=1)[0].strip()[:120]
