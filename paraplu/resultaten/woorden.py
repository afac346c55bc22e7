"""How the pages write an agreement: units, statuses with their colour and sign, norms and paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken.normen import PUNTEN, RELATIEF
from paraplu.afspraken.resultaatafspraken import KANTEN, Nulmeting, Plicht, Resultaatafspraak
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import MIN, VAST, Getal, Waarde, cijfers, toon

from .stand import Jaarpunt, Stand, Status

#: Units that a number does not say by itself.
EENHEDEN: Final = {
    "regios": gettext_lazy("regio’s"),
    "maatregelen": gettext_lazy("maatregelen"),
    "meldingen": gettext_lazy("meldingen"),
    "mensen": gettext_lazy("mensen"),
    "sollicitaties": gettext_lazy("sollicitaties"),
    "antwoorden": gettext_lazy("antwoorden"),
    "uren": gettext_lazy("uren"),
    "verzoeken": gettext_lazy("verzoeken"),
    "maanden": gettext_lazy("maanden"),
    "zaken": gettext_lazy("zaken"),
    "kinderen": gettext_lazy("kinderen"),
    "toewijzingen": gettext_lazy("toewijzingen"),
    "punten": gettext_lazy("punt"),
}
#: Beside the word a sign and a class: never colour alone.
MERKEN: Final = {
    Status.GEHAALD: ("✓", "merkje--goed", gettext_lazy("gehaald")),
    Status.NIET_GEHAALD: ("✕", "merkje--fout", gettext_lazy("niet gehaald")),
    Status.NOG_NIET_BEKEND: ("…", "merkje--nu", gettext_lazy("nog niet bekend")),
    Status.VERBORGEN: ("▒", "", gettext_lazy("verborgen")),
    Status.GEEN_NORM: ("–", "", gettext_lazy("geen norm")),
}


@dataclass(frozen=True)
class Merk:
    """A status as a page shows it."""

    teken: str
    klasse: str
    woord: str


def make_merk(status: Status) -> Merk:
    """Sign, class and word."""
    teken, klasse, woord = MERKEN[status]
    return Merk(teken, klasse, str(woord))


def write(waarde: Waarde, eenheid: str) -> Getal:
    """A value with its unit in words."""
    if waarde is None or isinstance(waarde, Verborgen):
        return toon(waarde)
    if eenheid == "punten":
        return Getal(_sign(float(waarde), 1), str(EENHEDEN["punten"]))
    getal = toon(waarde, eenheid)
    if eenheid in EENHEDEN:
        return Getal(getal.cijfers, str(EENHEDEN[eenheid]), getal.voor)
    return getal


def _sign(waarde: float, decimalen: int) -> str:
    tekst = cijfers(waarde, decimalen)
    return tekst if tekst.startswith(MIN) else f"+{tekst}"


def write_norm(afspraak: Resultaatafspraak, verandering: Decimal | None) -> str:
    """What the norm asks, in words: hoogstens 28,1 %, elk jaar 5 % minder."""
    if verandering is None:
        return ""
    getal = float(verandering)
    if afspraak.wijze in {RELATIEF, PUNTEN}:
        groot = cijfers(abs(getal), 0 if getal == int(getal) else 1)
        maat = _("%(getal)s%% minder") if getal < 0 else _("%(getal)s%% meer")
        if afspraak.wijze == PUNTEN:
            maat = _("%(getal)s punt minder") if getal < 0 else _("%(getal)s punt meer")
        return maat % {"getal": groot}
    if afspraak.eenheid == "regios":
        return _("in elke regio")
    waarde = getal / 100 if afspraak.eenheid == "aandeel" else getal
    return f"{write_richting(afspraak)} {write(waarde, afspraak.eenheid)}".replace(VAST, " ")


def write_richting(afspraak: Resultaatafspraak) -> str:
    """At most or at least."""
    return _("hoogstens") if afspraak.is_minder_beter else _("minstens")


def write_nulmeting(nulmeting: Nulmeting, eenheid: str) -> str:
    """Where it started, with its source or why there is none."""
    jaren = " en ".join(str(jaar) for jaar in nulmeting.jaren)
    if nulmeting.waarde is None:
        return nulmeting.onbekend or _("%(bron)s (%(jaren)s)") % {
            "bron": nulmeting.bron, "jaren": jaren,
        }  # fmt: skip
    return _("%(getal)s (%(jaren)s; bron: %(bron)s)") % {
        "getal": write(nulmeting.waarde, eenheid), "jaren": jaren, "bron": nulmeting.bron,
    }  # fmt: skip


@dataclass(frozen=True)
class Padregel:
    """One year of the path in words."""

    jaar: str
    gemeten: Getal
    grens: Getal
    pad: Getal
    stap: str
    is_nulmeting: bool
    is_vooruit: bool


def make_padregels(stand: Stand) -> list[Padregel]:
    """The table beside the chart."""
    return [
        Padregel(
            jaar=str(punt.jaar),
            gemeten=write(punt.gemeten, stand.eenheid),
            grens=_write_grens(punt, stand),
            pad=write(punt.pad, stand.eenheid),
            stap=write_stap(punt, stand.eenheid),
            is_nulmeting=punt.is_nulmeting,
            is_vooruit=punt.jaar > stand.jaar,
        )
        for punt in stand.pad
    ]


def _write_grens(punt: Jaarpunt, stand: Stand) -> Getal:
    """What a year is held to; a year that no norm speaks of has nothing that is still to be known."""
    if punt.grens is None and punt.jaar not in stand.afspraak.normjaren:
        return Getal("–")
    return write(punt.grens, stand.eenheid)


def write_stap(punt: Jaarpunt, eenheid: str) -> str:
    """The step that the path asks, both ways (P1): −2 punt, of −11,1%."""
    if not isinstance(punt.in_punten, float) or not isinstance(punt.in_procent, float):
        return "–"
    groot = punt.in_punten * (100 if eenheid == "aandeel" else 1)
    naam = str(EENHEDEN["punten"]) if eenheid == "aandeel" else ""
    punten = f"{_sign(groot, 1)} {naam}".strip()
    return _("%(punten)s (%(procent)s%%)") % {
        "punten": punten, "procent": _sign(punt.in_procent * 100, 1),
    }  # fmt: skip


def draw(stand: Stand) -> tuple[Grafiek | None, tuple[str, ...]]:
    """Measured beside the path; a year ahead has the path only."""
    reeksen: Sequence[Reeks] = [
        Reeks(_("gemeten"), tuple(punt.gemeten for punt in stand.pad)),
        Reeks(_("het afgesproken pad"), tuple(punt.pad for punt in stand.pad)),
    ]
    labels = [str(punt.jaar) for punt in stand.pad]
    return make_grafiek(reeksen, labels, stand.eenheid), tuple(reeks.naam for reeks in reeksen)


def group_plichten(plichten: Sequence[Plicht]) -> list[tuple[str, list[Plicht]]]:
    """Duties by side, in the order of the agreement."""
    per_kant: dict[str, list[Plicht]] = {}
    for plicht in plichten:
        per_kant.setdefault(plicht.kant, []).append(plicht)
    return [(KANTEN[kant], rijen) for kant, rijen in per_kant.items()]


def name_partij(gebied: Gebied) -> str:
    """A party as a row calls it."""
    return gebied.naam if gebied.soort else _("Heel Gelderland")
