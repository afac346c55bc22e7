"""Nothing in our data is copied from the source documents: facts are, sentences are not."""

from __future__ import annotations

import re

from paraplu.afspraken.begrippen import begrippen
from paraplu.afspraken.lezingen import lezingen
from paraplu.afspraken.vereisten import vereisten

#: A run of this many characters that also stands in a source is a copy.
LANGSTE = 70


def gelijkgetrokken(tekst: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w%€]", " ", tekst.lower())).strip()


def onze_teksten() -> dict[str, str]:
    teksten = {v.nummer: v.tekst for v in vereisten().values()}
    for item in lezingen().values():
        delen = (item.vraag, *item.lezingen, item.keuze, item.waarom, item.gevolg)
        teksten[item.nummer] = " ".join(delen)
    return teksten | {b.begrip: b.betekenis for b in begrippen()}


def stukken(tekst: str) -> list[str]:
    """Every run of LANGSTE characters."""
    tekst = gelijkgetrokken(tekst)
    return [tekst[i : i + LANGSTE] for i in range(len(tekst) - LANGSTE + 1)]


def gekopieerd(tekst: str, bron: set[str]) -> str:
    """The first run that a source has too, or nothing."""
    return next((stuk for stuk in stukken(tekst) if stuk in bron), "")


def test_geen_zin_van_ons_staat_in_de_bronnen(shared):
    bronnen = sorted((shared / "seeds").glob("*.txt"))
    bron = {stuk for pad in bronnen for stuk in stukken(pad.read_text(encoding="utf-8"))}
    assert len(bron) > 100_000
    gelijk = {naam: gekopieerd(tekst, bron) for naam, tekst in onze_teksten().items()}
    assert {naam: stuk for naam, stuk in gelijk.items() if stuk} == {}


def test_een_kopie_valt_op():
    zin = "De vereiste is hier met opzet woord voor woord overgenomen uit een bron die wij hebben."
    assert gekopieerd(zin, set(stukken(f"Begin. {zin} Einde.")))
    assert not gekopieerd(zin, set(stukken("Iets heel anders." * 9)))
