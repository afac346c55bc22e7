"""The trend of a report as SVG: with widths in percent for a screen, in pixels for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from paraplu.inzage.grafiek import Grafiek, Lijn, Reeks, make_grafiek

from ..inhoud.delen import Trend

#: Colour and dash per line on paper; on a screen the stylesheet has them, for both themes.
LIJNEN = (("#0b5563", ""), ("#a1440f", "8 5"), ("#5a4a8a", "2 4"))
PAPIERBREED, BOVEN, ONDER = 640, 14, 30
#: On paper a drawing is lower than on a screen, and a character of an axis takes this much.
LAGER, TEKENBREED = 0.65, 7
LETTER = "Atkinson Paraplu"
#: More labels than this do not fit beside each other on a telephone.
LABELS_SMAL = 5
#: Characters at the axis that fit beside a chart on a telephone.
AS_SMAL = 8


@dataclass(frozen=True)
class Tekening:
    """A drawn trend; `beschrijving` says in a sentence what is in it."""

    svg: str
    beschrijving: str
    namen: tuple[str, ...]
    #: Whether the numbers of the axis need more room than usual.
    breed: bool = False


def draw_scherm(trend: Trend) -> Tekening | None:
    """Text keeps its size on every screen; colours come from the stylesheet of the file."""
    grafiek = _make(trend)
    if grafiek is None:
        return None
    beschrijving = describe(trend)
    delen = [
        f'<svg width="100%" height="{grafiek.hoogte}" role="img"'
        f' aria-label="{escape(beschrijving)}">'
    ]
    for trede in grafiek.treden:
        delen.append(
            f'<line class="trede" x1="0" x2="100%" y1="{trede.y:.1f}" y2="{trede.y:.1f}"/>'
        )
        delen.append(
            f'<text class="links" x="-8" y="{trede.y:.1f}" dy="5">{escape(trede.tekst)}</text>'
        )
    veel = len(grafiek.labels) > LABELS_SMAL
    for plek, label in enumerate(grafiek.labels):
        weg = ' class="smalweg"' if veel and plek % 2 else ' class="onder"'
        delen.append(
            f'<text{weg} x="{label.x:.2f}%" y="{grafiek.hoogte}" dy="24">{escape(label.label)}</text>'
        )
    for lijn in grafiek.lijnen:
        delen.extend(
            f'<line class="lijn-{lijn.nummer}" x1="{stuk.van.x:.2f}%" y1="{stuk.van.y:.1f}"'
            f' x2="{stuk.tot.x:.2f}%" y2="{stuk.tot.y:.1f}"/>'
            for stuk in lijn.stukken
        )
        delen.extend(
            f'<circle class="punt-{lijn.nummer}" cx="{punt.x:.2f}%" cy="{punt.y:.1f}" r="4.5"/>'
            for punt in lijn.punten
        )
    breed = _measure_as(grafiek) > AS_SMAL
    return Tekening("".join((*delen, "</svg>")), beschrijving, trend.namen, breed)


@dataclass(frozen=True)
class _Vlak:
    """Where on paper the lines of a drawing are."""

    begin: int
    breed: int
    hoog: int

    def x(self, procent: float) -> str:
        return f"{self.begin + procent * self.breed / 100:.1f}"

    def y(self, hoogte: float, erbij: float = 0) -> str:
        return f"{BOVEN + hoogte * LAGER + erbij:.1f}"


def draw_papier(trend: Trend) -> Tekening | None:
    """The same with everything in its place, in our own typeface; the legend below it."""
    grafiek = _make(trend)
    if grafiek is None:
        return None
    begin = 16 + TEKENBREED * _measure_as(grafiek)
    legenda = len(trend.namen) > 1
    hoog = round(BOVEN + grafiek.hoogte * LAGER + ONDER + (22 if legenda else 0))
    vlak = _Vlak(begin, PAPIERBREED - begin - 10, hoog)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PAPIERBREED} {hoog}"'
        f' width="{PAPIERBREED}" height="{hoog}" font-family="{LETTER}" font-size="13" fill="#17262b">',
        *_draw_assen(grafiek, vlak),
        *(deel for lijn in grafiek.lijnen for deel in _draw_lijn(lijn, vlak)),
    ]
    if legenda:
        delen.extend(_draw_legenda(grafiek, vlak))
    return Tekening("".join((*delen, "</svg>")), describe(trend), trend.namen)


def _draw_assen(grafiek: Grafiek, vlak: _Vlak) -> Iterator[str]:
    for trede in grafiek.treden:
        y = vlak.y(trede.y)
        yield f'<line x1="{vlak.x(0)}" x2="{vlak.x(100)}" y1="{y}" y2="{y}" stroke="#c9cfd1"/>'
        yield (
            f'<text x="{vlak.begin - 8}" y="{vlak.y(trede.y, 5)}" text-anchor="end">'
            f"{escape(trede.tekst)}</text>"
        )
    for label in grafiek.labels:
        yield (
            f'<text x="{vlak.x(label.x)}" y="{vlak.y(grafiek.hoogte, 22)}" text-anchor="middle">'
            f"{escape(label.label)}</text>"
        )


def _draw_lijn(lijn: Lijn, vlak: _Vlak) -> Iterator[str]:
    kleur, streep = _pen(lijn)
    for stuk in lijn.stukken:
        yield (
            f'<line x1="{vlak.x(stuk.van.x)}" y1="{vlak.y(stuk.van.y)}" x2="{vlak.x(stuk.tot.x)}"'
            f' y2="{vlak.y(stuk.tot.y)}" stroke="{kleur}" stroke-width="3"{streep}/>'
        )
    for punt in lijn.punten:
        yield f'<circle cx="{vlak.x(punt.x)}" cy="{vlak.y(punt.y)}" r="4.5" fill="{kleur}"/>'


def _draw_legenda(grafiek: Grafiek, vlak: _Vlak) -> Iterator[str]:
    onder = vlak.hoog - 6
    for plek, lijn in enumerate(grafiek.lijnen):
        kleur, streep = _pen(lijn)
        links = vlak.begin + plek * vlak.breed // len(grafiek.lijnen)
        yield (
            f'<line x1="{links}" x2="{links + 30}" y1="{onder - 4}" y2="{onder - 4}"'
            f' stroke="{kleur}" stroke-width="3"{streep}/>'
        )
        yield f'<text x="{links + 36}" y="{onder}">{escape(lijn.naam)}</text>'


def _pen(lijn: Lijn) -> tuple[str, str]:
    """The colour of a line, and its dash as an attribute."""
    kleur, streep = LIJNEN[(lijn.nummer - 1) % len(LIJNEN)]
    return kleur, f' stroke-dasharray="{streep}"' if streep else ""


def describe(trend: Trend) -> str:
    """What a screen reader says of the drawing; the table after it has the figures."""
    return _(
        "Lijngrafiek: %(titel)s, van %(van)s tot %(tot)s. De tabel eronder heeft de cijfers."
    ) % {
        "titel": trend.titel,
        "van": trend.labels[0],
        "tot": trend.labels[-1],
    }


def _measure_as(grafiek: Grafiek) -> int:
    return max(len(trede.tekst) for trede in grafiek.treden)


def _make(trend: Trend) -> Grafiek | None:
    reeksen = [Reeks(naam, rij) for naam, rij in zip(trend.namen, trend.waarden, strict=True)]
    return make_grafiek(reeksen, trend.labels, trend.eenheid)
