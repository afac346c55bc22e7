"""A report as PDF/UA-1, by the same maker as every letter of ours."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation

from paraplu.web.papier import Alinea, Figuur, Kop, Lijst, Stuk, Velden, maak_pdf
from paraplu.web.papier import Blok as Papierblok
from paraplu.web.papier import Tabel as Papiertabel
from paraplu.web.papier import Verwijzingen as Papierverwijzingen

from ..inhoud.delen import Blok, Inhoud, Paren, Punten, Tabel, Tekst, Trend, Verwijzingen
from .exemplaar import Exemplaar
from .svg import draw_papier


def make_pdf(inhoud: Inhoud, waarmerk: Exemplaar | None = None) -> bytes:
    """The file; the same content gives the same bytes. A copy has its `waarmerk` on every page."""
    with translation.override("nl"):
        return maak_pdf(make_stuk(inhoud, waarmerk))


def make_stuk(inhoud: Inhoud, waarmerk: Exemplaar | None = None) -> Stuk:
    """The content as a document for paper."""
    blokken: list[Papierblok] = [Alinea(inhoud.kern), Velden(inhoud.kenmerken)]
    for hoofdstuk in inhoud.hoofdstukken:
        blokken.append(Kop(hoofdstuk.niveau, hoofdstuk.titel))
        for blok in hoofdstuk.blokken:
            blokken.extend(_place(blok))
    return Stuk(
        titel=inhoud.titel,
        onderwerp=inhoud.onderwerp,
        datum=inhoud.datum,
        blokken=tuple(blokken),
        voet=waarmerk.tekst if waarmerk else inhoud.titel,
    )


def _place(blok: Blok) -> Iterator[Papierblok]:
    match blok:
        case Tekst():
            yield Alinea(blok.tekst)
        case Punten():
            yield Lijst(blok.punten)
        case Paren():
            yield Velden(blok.paren)
        case Tabel():
            yield _make_tabel(blok)
        case Verwijzingen():
            yield Papierverwijzingen(blok.paren)
        case Trend():
            tekening = draw_papier(blok)
            if tekening:
                yield Figuur(tekening.svg, tekening.beschrijving)
            yield _make_tabel(blok.tabel)


def _make_tabel(tabel: Tabel) -> Papiertabel:
    rechts = tuple(range(1, len(tabel.koppen))) if tabel.getallen else ()
    return Papiertabel(tabel.koppen, tabel.rijen, tabel.bijschrift, rechts)
