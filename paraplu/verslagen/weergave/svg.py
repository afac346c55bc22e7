"""The trend of a report as SVG: with widths in percent for a screen, in pixels for paper."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek

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


def draw_papier(trend: Trend) -> Tekening | None:
    """The same with everything in its place, in our own typeface; the legend below it."""
    grafiek = _make(trend)
    if grafiek is None:
        return None
    begin = 16 + TEKENBREED * _measure_as(grafiek)
    breed = PAPIERBREED - begin - 10
    legenda = len(trend.namen) > 1
    vlak = grafiek.hoogte * LAGER
    hoog = round(BOVEN + vlak + ONDER + (22 if legenda else 0))

    def x(procent: float) -> str:
        return f"{begin + procent * breed / 100:.1f}"

    def y(hoogte: float, erbij: float = 0) -> str:
        return f"{BOVEN + hoogte * LAGER + erbij:.1f}"

    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PAPIERBREED} {hoog}"'
        f' width="{PAPIERBREED}" height="{hoog}" font-family="{LETTER}" font-size="13" fill="#17262b">'
    ]
    for trede in grafiek.treden:
        delen.append(
            f'<line x1="{x(0)}" x2="{x(100)}" y1="{y(trede.y)}" y2="{y(trede.y)}" stroke="#c9cfd1"/>'
            f'<text x="{begin - 8}" y="{y(trede.y, 5)}" text-anchor="end">{escape(trede.tekst)}</text>'
        )
    delen.extend(
        f'<text x="{x(label.x)}" y="{y(grafiek.hoogte, 22)}" text-anchor="middle">'
        f"{escape(label.label)}</text>"
        for label in grafiek.labels
    )
    for lijn in grafiek.lijnen:
        kleur, streep = LIJNEN[(lijn.nummer - 1) % len(LIJNEN)]
        dash = f' stroke-dasharray="{streep}"' if streep else ""
        delen.extend(
            f'<line x1="{x(stuk.van.x)}" y1="{y(stuk.van.y)}" x2="{x(stuk.tot.x)}"'
            f' y2="{y(stuk.tot.y)}" stroke="{kleur}" stroke-width="3"{dash}/>'
            for stuk in lijn.stukken
        )
        delen.extend(
            f'<circle cx="{x(punt.x)}" cy="{y(punt.y)}" r="4.5" fill="{kleur}"/>'
            for punt in lijn.punten
        )
        if legenda:
            links = begin + (lijn.nummer - 1) * breed // len(grafiek.lijnen)
            onder = hoog - 6
            delen.append(
                f'<line x1="{links}" x2="{links + 30}" y1="{onder - 4}" y2="{onder - 4}"'
                f' stroke="{kleur}" stroke-width="3"{dash}/>'
                f'<text x="{links + 36}" y="{onder}">{escape(lijn.naam)}</text>'
            )
    return Tekening("".join((*delen, "</svg>")), describe(trend), trend.namen)


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
