"""Reads a PDF back the way a screen reader does: by its tags, in the order of its tags."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from paraplu.web.papier import Alinea, Blok, Stuk, maak_pdf

DAG = date(2026, 4, 2)


def stuk(*blokken: Blok, **velden) -> Stuk:
    return Stuk(**{"titel": "Bepaling jeugdhulp", "datum": DAG, "blokken": blokken, **velden})


def lees(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def tekst_van(pdf: bytes) -> str:
    return "\n".join(bladzijde.extract_text() for bladzijde in lees(pdf).pages)


def tekst_met(tekst: str) -> str:
    """What comes back of a text, breaks in a line aside."""
    return tekst_van(maak_pdf(stuk(Alinea(tekst))))


def zonder_wit(tekst: str) -> str:
    return "".join(teken for teken in tekst if not teken.isspace() and teken != "\u200b")


def merken(lezer: PdfReader) -> list[str]:
    """The names of the structure elements, top down and in reading order."""
    return list(_merken(lezer.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _merken(deel) -> Iterator[str]:
    deel = deel.get_object()
    if isinstance(deel, ArrayObject):
        for kind in deel:
            yield from _merken(kind)
    elif isinstance(deel, DictionaryObject) and "/S" in deel:
        yield deel["/S"].lstrip("/")
        if "/K" in deel:
            yield from _merken(deel["/K"])


def rechterkant(blad) -> float:
    """How far to the right the last letter of this page reaches, in points."""
    letters = {naam: _breedtes(font.get_object()) for naam, font in _fonts(blad).items()}
    stand = {"font": "", "maat": 0.0, "rechts": 0.0}

    def volg(teken, waarden, cm, tm):
        if teken == b"Tf":
            stand["font"], stand["maat"] = waarden[0], float(waarden[1])
        if teken in {b"TJ", b"Tj"}:
            stukken = waarden[0] if teken == b"TJ" else waarden
            duizendsten = sum(_lengte(deel, letters[stand["font"]]) for deel in stukken)
            eind = cm[4] + tm[4] + duizendsten * stand["maat"] / 1000
            stand["rechts"] = max(stand["rechts"], eind)

    blad.extract_text(visitor_operand_before=volg)
    return stand["rechts"]


def _fonts(blad):
    return blad["/Resources"]["/Font"]


def _lengte(deel, breedtes: dict[int, float]) -> float:
    if isinstance(deel, int | float):
        return -float(deel)
    codes = deel.original_bytes if hasattr(deel, "original_bytes") else bytes(deel)
    paren = zip(codes[::2], codes[1::2], strict=True)
    return sum(breedtes.get(hoog * 256 + laag, 1000.0) for hoog, laag in paren)


def _breedtes(font) -> dict[int, float]:
    """Width per glyph, in thousandths: `[c [w w w] c [w]]`, or `c c w` for a range."""
    lijst, uit = list(font["/DescendantFonts"][0].get_object()["/W"]), {}
    while lijst:
        eerste, volgende = int(lijst.pop(0)), lijst.pop(0)
        if isinstance(volgende, ArrayObject):
            uit.update({eerste + plek: float(breed) for plek, breed in enumerate(volgende)})
        else:
            uit.update(dict.fromkeys(range(eerste, int(volgende) + 1), float(lijst.pop(0))))
    return uit
