"""From what was measured to where the agreement stands: what it is held to, and what that makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from paraplu.afspraken.normen import NoNormInForce
from paraplu.afspraken.resultaatafspraken import ABSOLUUT, NULMETING, Resultaatafspraak
from paraplu.afspraken.resultaatafspraken.pad import apply_norm, both_ways, judge, walk_pad
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from .meten import Gemeten, Meet, Vraag
from .stand import Gemis, Jaarpunt, Stand, Status

Metingen = Mapping[int, Gemeten]
#: The messages of the agreements begin here.
EERSTE_JAAR: Final = 2020


@dataclass(frozen=True)
class Norm:
    """What the agreement asks of one year: the change (None without a norm) and why there is none."""

    verandering: Decimal | None
    zonder: str = ""


def make_stand(afspraak: Resultaatafspraak, vraag: Vraag, jaar: int, *, meet: Meet, norm: Norm) -> Stand:  # fmt: skip
    """Measure the years that count and hold this one to what was agreed."""
    metingen = measure_years(afspraak, vraag, jaar, meet)
    nu = metingen[jaar]
    basis = find_basis(afspraak, metingen)
    grens = find_grens(afspraak, jaar, metingen, basis, norm)
    status, uitleg = decide(afspraak, nu, grens, norm, is_over=vraag.op > date(jaar, 12, 31))
    return Stand(
        afspraak=afspraak,
        partij=vraag.partij,
        jaar=jaar,
        bekend_op=vraag.bekend_op,
        status=status,
        cijfer=nu.waarde,
        grens=grens,
        verandering=norm.verandering,
        pad=tuple(list_pad(afspraak, jaar, metingen, basis)),
        onderdelen=nu.onderdelen,
        ontbreekt=(*nu.ontbreekt, *_lacking_before(afspraak, jaar, metingen)),
        uitleg=uitleg,
        bewijs=nu.bewijs,
        herkomst=nu.herkomst,
    )


def measure_years(
    afspraak: Resultaatafspraak, vraag: Vraag, jaar: int, meet: Meet
) -> dict[int, Gemeten]:
    """The chosen year in full, and of the years before it the figure alone."""
    jaren = list_needed(afspraak, jaar) if vraag.kort else list_years(afspraak, jaar)
    return {j: meet(vraag if j == jaar else vraag.smal(), j) for j in sorted(jaren)}


def list_years(afspraak: Resultaatafspraak, jaar: int) -> set[int]:
    """From the baseline or the year before the first norm on, as far as there can be messages."""
    eerste = min((*afspraak.nulmeting.jaren, afspraak.normen[0].vanaf.year, jaar))
    return set(range(min(max(eerste, EERSTE_JAAR), jaar), jaar + 1))


def list_needed(afspraak: Resultaatafspraak, jaar: int) -> set[int]:
    """The year itself, and what it is compared with."""
    if afspraak.wijze == ABSOLUUT or (
        afspraak.tegen == NULMETING and afspraak.nulmeting.waarde is not None
    ):
        return {jaar}
    ervoor = {jaar - 1} if afspraak.tegen != NULMETING else set(afspraak.nulmeting.jaren)
    return {j for j in ervoor if j < jaar} | {jaar}


def find_basis(afspraak: Resultaatafspraak, metingen: Metingen) -> Waarde:
    """The baseline: what was agreed, else the mean of what was counted over its years."""
    if afspraak.nulmeting.waarde is not None:
        return afspraak.nulmeting.waarde
    if afspraak.wijze == ABSOLUUT:
        return None
    van = [m for j, m in metingen.items() if j in afspraak.nulmeting.jaren]
    weg = next((m.waarde for m in van if isinstance(m.waarde, Verborgen)), None)
    return _mean_of(van) if weg is None else weg


def _mean_of(van: Sequence[Gemeten]) -> float | None:
    """The mean over years, weighted by the cases in each where that is known."""
    bekend = [
        (float(m.waarde), float(m.gewicht) if _is_getal(m.gewicht) else 1.0)  # type: ignore[arg-type]
        for m in van
        if m.waarde is not None and not isinstance(m.waarde, Verborgen)
    ]
    samen = sum(gewicht for _waarde, gewicht in bekend)
    return sum(waarde * gewicht for waarde, gewicht in bekend) / samen if samen else None


def find_grens(
    afspraak: Resultaatafspraak, jaar: int, metingen: Metingen, basis: Waarde, norm: Norm
) -> Waarde:
    """What the figure of this year is held to; None without a norm or without what it counts from."""
    if norm.verandering is None:
        return None
    if afspraak.wijze == ABSOLUUT:
        waarde = apply_norm(afspraak, None, jaar=jaar)
        return None if waarde is None else waarde * metingen[jaar].keer
    if afspraak.tegen == NULMETING:
        return _keep(basis, lambda b: walk_pad(afspraak, b, tot=jaar).get(jaar))
    vorige = metingen[jaar - 1].waarde if jaar - 1 in metingen else None
    return _keep(vorige, lambda v: v * (1 + float(norm.verandering or 0) / 100))


def _keep(waarde: Waarde, reken: Callable[[float], float | None]) -> Waarde:
    """What is computed with a hidden figure is hidden: it would give that figure back."""
    if waarde is None or isinstance(waarde, Verborgen):
        return waarde
    return reken(float(waarde))


def decide(
    afspraak: Resultaatafspraak, nu: Gemeten, grens: Waarde, norm: Norm, *, is_over: bool
) -> tuple[Status, str]:
    """The status and one sentence why."""
    if norm.verandering is None:
        return Status.GEEN_NORM, norm.zonder
    if isinstance(nu.waarde, Verborgen) or isinstance(grens, Verborgen):
        return Status.VERBORGEN, _("Het cijfer of dat van ervoor gaat over te weinig kinderen, of is niet gedeeld.")  # fmt: skip
    waarom = _why_unknown(nu, grens, is_over=is_over)
    if waarom or nu.waarde is None or grens is None:
        return Status.NOG_NIET_BEKEND, waarom
    oordeel = Status(judge(afspraak, float(nu.waarde), float(grens)))
    return oordeel, _say(afspraak, oordeel)


def _why_unknown(nu: Gemeten, grens: Waarde, *, is_over: bool) -> str:
    """Why nothing can be said yet; "" when it can."""
    if nu.waarde is None or nu.reden:
        return nu.reden or _("Er is nog geen cijfer.")
    if grens is None:
        return _("Er is geen cijfer van ervoor om mee te vergelijken.")
    if not is_over and not nu.is_vast:
        return _("Het jaar is nog niet voorbij: dit is de stand tot nu.")
    return ""


def _say(afspraak: Resultaatafspraak, oordeel: Status) -> str:
    if oordeel == Status.GEHAALD:
        return _("Het cijfer is niet hoger dan de norm.") if afspraak.is_minder_beter else _("Het cijfer is niet lager dan de norm.")  # fmt: skip
    return _("Het cijfer is hoger dan de norm.") if afspraak.is_minder_beter else _("Het cijfer is lager dan de norm.")  # fmt: skip


def list_pad(
    afspraak: Resultaatafspraak, jaar: int, metingen: Metingen, basis: Waarde
) -> list[Jaarpunt]:
    """Every year from the baseline to the last with a norm: measured, held to, and the path itself."""
    laatste = max(jaar, *afspraak.normjaren)
    pad = _make_pad(afspraak, basis, laatste, keer=metingen[jaar].keer)
    return [
        _make_punt(afspraak, j, metingen, pad, basis) for j in range(min(metingen), laatste + 1)
    ]


def _make_pad(
    afspraak: Resultaatafspraak, basis: Waarde, tot: int, *, keer: int
) -> dict[int, Waarde]:
    if isinstance(basis, Verborgen):
        return dict.fromkeys(walk_pad(afspraak, 1.0, tot=tot), basis)
    pad = walk_pad(afspraak, None if basis is None else float(basis), tot=tot)
    if afspraak.wijze == ABSOLUUT:
        return {j: None if w is None else w * keer for j, w in pad.items()}
    return dict(pad)


def _make_punt(
    afspraak: Resultaatafspraak,
    jaar: int,
    metingen: Metingen,
    pad: Mapping[int, Waarde],
    basis: Waarde,
) -> Jaarpunt:
    is_basis = jaar in afspraak.nulmeting.jaren
    gemeten = metingen[jaar].waarde if jaar in metingen else None
    punten = procent = None
    voor = pad.get(jaar - 1, basis)
    hier = pad.get(jaar)
    if _is_getal(voor) and _is_getal(hier) and afspraak.wijze != ABSOLUUT:
        punten, procent = both_ways(afspraak, float(voor), float(hier))  # type: ignore[arg-type]
    return Jaarpunt(
        jaar=jaar,
        gemeten=gemeten,
        grens=_find_grens_of(afspraak, jaar, metingen, pad),
        pad=hier if hier is not None or not is_basis else basis,
        in_punten=punten,
        in_procent=procent,
        is_nulmeting=is_basis,
    )


def _find_grens_of(
    afspraak: Resultaatafspraak, jaar: int, metingen: Metingen, pad: Mapping[int, Waarde]
) -> Waarde:
    """What a year is held to; of a year ahead only when the year before is known."""
    if jaar not in pad:
        return None
    if afspraak.tegen == NULMETING:
        return pad[jaar]
    vorige = metingen[jaar - 1].waarde if jaar - 1 in metingen else None
    try:
        return _keep(vorige, lambda v: apply_norm(afspraak, v, jaar=jaar))
    except NoNormInForce:
        return None


def _is_getal(waarde: Waarde) -> bool:
    return waarde is not None and not isinstance(waarde, Verborgen)


def _lacking_before(afspraak: Resultaatafspraak, jaar: int, metingen: Metingen) -> list[Gemis]:
    """What misses of the years that this one is compared with."""
    if afspraak.wijze == ABSOLUUT or afspraak.nulmeting.waarde is not None:
        return []
    van = afspraak.nulmeting.jaren if afspraak.tegen == NULMETING else (jaar - 1,)
    leeg = [j for j in van if j != jaar and (j not in metingen or metingen[j].waarde is None)]
    return [
        Gemis(wat=_("het cijfer van %(jaar)s, om mee te vergelijken") % {"jaar": j}) for j in leeg
    ]
